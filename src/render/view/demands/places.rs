//! Where the places that answer demands stand, and what they are called.

use super::Asked;
use crate::model::Condition;
use crate::model::NamedPlace;
use crate::model::PlanPlace;
use crate::model::PlanTable;
use crate::model::SectionId;
use crate::model::fold;
use crate::model::vietnamese;
use crate::render::view::Labels;
use crate::render::view::ROMAN;
use crate::render::view::blocks::InlineView;
use crate::render::view::fill;
use crate::render::view::tables::phase_title;

/// A part or an appendix, by its place among them.
#[derive(Clone, Copy)]
enum Stands {
    Part(usize),
    Appendix(usize),
}

impl Asked<'_> {
    /// "Phần IV, trang 5: HTS7. Mạng nội bộ …", leading there from a page.
    pub(super) fn here(self, place: &NamedPlace) -> Vec<InlineView> {
        let labels = self.labels;
        let words = &labels.doi_chieu;
        let mut name = title(&place.place, &place.name, labels);
        let Some(stands) = stands(&place.place) else {
            return vec![InlineView::Text { text: name }];
        };
        let mark = match &place.place {
            PlanPlace::Survey(row) => fold(row),
            PlanPlace::Objective(code) | PlanPlace::Task(code) => code.clone(),
            PlanPlace::Component(code) => format!("{code}: {}", place.name),
            PlanPlace::Section(id) => self.heading(*id, &name),
            _ => name.clone(),
        };
        if place.is_own {
            name = fill(&words.loi_rieng, &[("ten", &name)]);
        }
        let (file, label, index, begin) = match stands {
            Stands::Part(index) => {
                let part = fill(&labels.web.phan, &[("so", ROMAN[index])]);
                (
                    format!("phan-{}", ROMAN[index].to_lowercase()),
                    part,
                    index,
                    1,
                )
            }
            Stands::Appendix(index) => {
                let appendix = fill(&labels.web.phu_luc, &[("so", ROMAN[index])]);
                let file = format!("phu-luc-{}", ROMAN[index].to_lowercase());
                let index = labels.phan.len() + index;
                // Each appendix counts its pages anew.
                let begin = self.pages.begin(index).unwrap_or(1);
                (file, appendix, index, begin)
            }
        };
        let page = self.pages.of(index, &mark);
        let at = page.map_or(label.clone(), |page| {
            let page = (page - begin + 1).to_string();
            fill(&words.trang, &[("phan", &label), ("so", &page)])
        });
        if !self.is_page {
            let text = format!("{at}: {name}");
            return vec![InlineView::Text { text }];
        }
        vec![
            InlineView::Link {
                address: format!("{file}.html"),
                content: vec![InlineView::Text { text: at }],
            },
            InlineView::Text {
                text: format!(": {name}"),
            },
        ]
    }

    /// The heading of a section as the plan has it: that of a phase tells its days.
    fn heading(self, id: SectionId, title: &str) -> String {
        let phase = match id {
            SectionId::FirstPhase => 0,
            SectionId::SecondPhase => 1,
            SectionId::ThirdPhase => 2,
            _ => return title.to_owned(),
        };
        let phase = self.phases.get(phase);
        phase.map_or_else(String::new, |phase| {
            phase_title(self.labels, phase.number, &phase.period)
        })
    }

    /// What would answer, with what it needs for that and the commune's reason for leaving it out.
    pub(super) fn not_here(self, place: &NamedPlace) -> String {
        let words = &self.labels.doi_chieu;
        let mut name = match &place.place {
            PlanPlace::Rule(_) => fill(
                &words.theo_quy_tac,
                &[("ten", &vietnamese::lower_first(&place.name))],
            ),
            other => title(other, &place.name, self.labels),
        };
        if !place.needs.is_empty() {
            let needs = Condition::of(&place.needs);
            name = format!("{name}, {}", when(&needs, self.labels));
        }
        match &place.reason {
            Some(reason) => fill(&words.ly_do_xa, &[("ten", &name), ("ly_do", reason)]),
            None => name,
        }
    }
}

/// "HTS10, HTS15 hoặc NV-22".
fn one_of(words: &[&str], labels: &Labels) -> String {
    match words {
        [first @ .., before, last] => {
            let first: String = first.iter().map(|word| format!("{word}, ")).collect();
            format!("{first}{before} {} {last}", labels.cam_nang.hoac)
        }
        _ => words.concat(),
    }
}

/// When a sentence stands in a plan: "khi kế hoạch có HTS10 hoặc NV-22", "đối với miền núi, biên giới, hải đảo".
pub(in crate::render::view) fn when(condition: &Condition, labels: &Labels) -> String {
    let words = &labels.doi_chieu;
    let (places, codes): (Vec<&str>, Vec<&str>) = condition
        .words()
        .partition(|word| Condition::situation(word).is_some());
    let places: Vec<&str> = places
        .into_iter()
        .filter_map(Condition::situation)
        .collect();
    let places = [(places, &words.doi_voi, "noi"), (codes, &words.khi, "ma")];
    let said = places.into_iter().filter(|(words, ..)| !words.is_empty());
    let said = said.map(|(words, label, key)| fill(label, &[(key, &one_of(&words, labels))]));
    let said: Vec<String> = said.collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    one_of(&said, labels)
}

/// What a place is called; `name` is that of the body, component, objective, task or rule.
pub(in crate::render::view) fn title(place: &PlanPlace, name: &str, labels: &Labels) -> String {
    match place {
        PlanPlace::Section(id) => section(*id, labels),
        PlanPlace::Body(_) => name.to_owned(),
        PlanPlace::Component(code) | PlanPlace::Objective(code) | PlanPlace::Task(code) => {
            format!("{code}. {name}")
        }
        PlanPlace::Rule(_) => fill(
            &labels.doi_chieu.quy_tac,
            &[("ten", &vietnamese::lower_first(name))],
        ),
        PlanPlace::Survey(row) => fill(&labels.doi_chieu.khao_sat, &[("ten", row)]),
        PlanPlace::Table(table) => match table {
            PlanTable::Strengths => labels.muc.thuan_loi.clone(),
            PlanTable::Weaknesses => labels.muc.kho_khan.clone(),
            PlanTable::Survey => labels.muc.khao_sat.clone(),
            PlanTable::Targets => labels.muc.muc_tieu_cu_the.clone(),
            PlanTable::Roadmap => labels.phan[4].clone(),
            PlanTable::Funding => labels.muc.tong_hop.clone(),
            PlanTable::Tasks => labels.phu_luc[0].clone(),
            PlanTable::Budget => labels.phu_luc[1].clone(),
            PlanTable::Projects => labels.phu_luc[2].clone(),
            PlanTable::Components => labels.phu_luc[3].clone(),
        },
    }
}

/// The heading above a section.
fn section(id: SectionId, labels: &Labels) -> String {
    let (headings, pillars) = (&labels.muc, &labels.tru_cot);
    let phase = |number: u8| format!("{} {number}", labels.cot.giai_doan);
    match id {
        SectionId::Subject | SectionId::Basis => labels.phan[0].clone(),
        SectionId::Features => headings.dac_diem.clone(),
        SectionId::GeneralObjective => headings.muc_tieu_tong_quat.clone(),
        SectionId::SpecificObjectives => headings.muc_tieu_cu_the.clone(),
        SectionId::Principles => headings.nguyen_tac.clone(),
        SectionId::GovernmentPillar | SectionId::GovernmentEffects => {
            pillars.chinh_quyen_so.clone()
        }
        SectionId::EconomyPillar | SectionId::EconomyEffects => pillars.kinh_te_so.clone(),
        SectionId::SocietyPillar | SectionId::SocietyEffects => pillars.xa_hoi_so.clone(),
        SectionId::Operation => headings.van_hanh.clone(),
        SectionId::Resources => headings.nguon_luc.clone(),
        SectionId::Roadmap => labels.phan[4].clone(),
        SectionId::FirstPhase => phase(1),
        SectionId::SecondPhase => phase(2),
        SectionId::ThirdPhase => phase(3),
        SectionId::FundingSources => headings.nguon_kinh_phi.clone(),
        SectionId::FundingPrinciples => headings.nguyen_tac_kinh_phi.clone(),
        SectionId::FundingSummary => headings.tong_hop.clone(),
        SectionId::Reporting => headings.theo_doi.clone(),
        SectionId::Organisation | SectionId::Closing => labels.phan[7].clone(),
    }
}

/// Where a place stands in the plan; rules stand outside of it.
fn stands(place: &PlanPlace) -> Option<Stands> {
    Some(match place {
        PlanPlace::Section(id) => Stands::Part(match id {
            SectionId::Subject | SectionId::Basis => 0,
            SectionId::Features => 1,
            SectionId::GeneralObjective | SectionId::SpecificObjectives => 2,
            SectionId::Principles
            | SectionId::GovernmentPillar
            | SectionId::EconomyPillar
            | SectionId::SocietyPillar
            | SectionId::Operation
            | SectionId::Resources => 3,
            SectionId::Roadmap
            | SectionId::FirstPhase
            | SectionId::SecondPhase
            | SectionId::ThirdPhase => 4,
            SectionId::FundingSources
            | SectionId::FundingPrinciples
            | SectionId::FundingSummary => 5,
            SectionId::GovernmentEffects
            | SectionId::EconomyEffects
            | SectionId::SocietyEffects => 6,
            SectionId::Organisation | SectionId::Reporting | SectionId::Closing => 7,
        }),
        PlanPlace::Body(_) => Stands::Part(7),
        PlanPlace::Component(_) => Stands::Part(3),
        PlanPlace::Objective(_) => Stands::Part(2),
        PlanPlace::Task(_) => Stands::Appendix(0),
        PlanPlace::Rule(_) => return None,
        PlanPlace::Survey(_) => Stands::Appendix(5),
        PlanPlace::Table(table) => match table {
            PlanTable::Strengths | PlanTable::Weaknesses => Stands::Part(1),
            PlanTable::Survey => Stands::Appendix(5),
            PlanTable::Targets => Stands::Part(2),
            PlanTable::Roadmap => Stands::Part(4),
            PlanTable::Funding => Stands::Part(5),
            PlanTable::Tasks => Stands::Appendix(0),
            PlanTable::Budget => Stands::Appendix(1),
            PlanTable::Projects => Stands::Appendix(2),
            PlanTable::Components => Stands::Appendix(3),
        },
    })
}
