//! The page that holds what the sources ask against the plan: where each demand is met, what it lacks, or why
//! no commune's plan need meet it; and, for a terminal, the demands that are unmet.

use super::Labels;
use super::PartView;
use super::ROMAN;
use super::blocks::BlockView;
use super::blocks::HeadingView;
use super::blocks::InlineView;
use super::blocks::ItemView;
use super::blocks::paragraph;
use super::blocks::plain_list;
use super::fill;
use super::table::CellView;
use super::table::TableView;
use crate::model::AnsweredDemand;
use crate::model::AnsweredSource;
use crate::model::DemandPlace;
use crate::model::NamedPlace;
use crate::model::PlanTable;
use crate::model::Reply;
use crate::model::SectionId;
use crate::model::plan::Plan;

/// A part or an appendix, by its place among them.
#[derive(Clone, Copy)]
enum Stands {
    Part(usize),
    Appendix(usize),
}

/// A table for each source, a row for each demand; `pages` are those on which the parts begin in the print.
pub(crate) fn page(plan: &Plan, pages: &[usize], labels: &Labels) -> PartView {
    let words = &labels.doi_chieu;
    let sources = &plan.gaps.demands;
    let mut blocks = vec![
        paragraph(&*words.dan),
        paragraph(counted(&words.tong, sources)),
    ];
    for source in sources {
        blocks.push(BlockView::Heading(HeadingView {
            level: 2,
            number: String::new(),
            text: source.name.clone(),
            id: source.document.clone(),
        }));
        let one = std::slice::from_ref(source);
        blocks.push(paragraph(counted(&words.tong, one)));
        blocks.push(BlockView::Table(table(source, pages, labels)));
    }
    PartView {
        id: "doi-chieu".to_owned(),
        number: String::new(),
        title: words.ten.clone(),
        blocks,
    }
}

/// The demands that are unmet, source by source, with how many there are of each kind.
pub(crate) fn unmet(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let words = &labels.doi_chieu;
    let sources = &plan.gaps.demands;
    let mut blocks = vec![
        BlockView::Heading(HeadingView {
            level: 2,
            number: String::new(),
            text: words.ten.clone(),
            id: "doi-chieu".to_owned(),
        }),
        paragraph(counted(&words.tong, sources)),
    ];
    for source in sources {
        let one = std::slice::from_ref(source);
        blocks.push(BlockView::Label {
            text: fill(
                &words.cua_nguon,
                &[("ten", &source.name), ("so", &counted(&words.tong, one))],
            ),
        });
        let lines = source.demands.iter().filter_map(|demand| {
            let Reply::Unmet(places) = &demand.reply else {
                return None;
            };
            let lacks: Vec<String> = places.iter().map(|it| missing(it, labels)).collect();
            let lacks = lacks.join("; ");
            let values = [
                ("ma", &*demand.code),
                ("muc", &demand.section),
                ("yeu_cau", &demand.text),
                ("chua", unmet_words(places, labels)),
                ("noi", &lacks),
            ];
            Some(fill(&words.dong, &values))
        });
        let lines: Vec<String> = lines.collect();
        if !lines.is_empty() {
            blocks.push(plain_list(lines));
        }
    }
    blocks
}

/// How many demands there are, and how many of them are met, unmet and waived.
fn counted(label: &str, sources: &[AnsweredSource]) -> String {
    let counts = sources.iter().map(AnsweredSource::counts);
    let [met, unmet, waived] = counts.fold([0; 3], |[a, b, c], [met, unmet, waived]| {
        [a + met, b + unmet, c + waived]
    });
    let all = met + unmet + waived;
    let [all, met, unmet, waived] = [all, met, unmet, waived].map(|number| number.to_string());
    let values = [
        ("so", &*all),
        ("da", &met),
        ("chua", &unmet),
        ("khong", &waived),
    ];
    fill(label, &values)
}

fn table(source: &AnsweredSource, pages: &[usize], labels: &Labels) -> TableView {
    let words = &labels.doi_chieu;
    let columns = [
        (labels.cot.ma.as_str(), 8, "left"),
        (words.muc.as_str(), 18, "left"),
        (words.yeu_cau.as_str(), 36, "left"),
        (words.noi.as_str(), 38, "left"),
    ];
    let mut table = TableView::new(&source.document, &*source.name, &columns);
    for demand in &source.demands {
        let reply = reply(demand, pages, labels);
        let cells = vec![
            (&demand.code).into(),
            (&demand.section).into(),
            (&demand.text).into(),
            reply,
        ];
        table.row("normal", cells);
    }
    table
}

fn reply(demand: &AnsweredDemand, pages: &[usize], labels: &Labels) -> CellView {
    let words = &labels.doi_chieu;
    match &demand.reply {
        Reply::Met(places) => {
            let items = places.iter().map(|it| met(it, pages, labels));
            let items =
                items.map(|content| ItemView::bullet(vec![BlockView::Paragraph { content }]));
            CellView::of(vec![BlockView::List {
                marked: false,
                items: items.collect(),
            }])
        }
        Reply::Unmet(places) => {
            let text = vec![InlineView::Text {
                text: unmet_words(places, labels).to_owned(),
            }];
            let lead = BlockView::Paragraph {
                content: vec![InlineView::Strong { content: text }],
            };
            let lacks = places.iter().map(|it| missing(it, labels));
            CellView::of(vec![lead, plain_list(lacks)])
        }
        Reply::Elsewhere(places) => {
            let names = places.iter().map(|it| title(&it.place, &it.name, labels));
            let names: Vec<String> = names.collect();
            fill(&words.khong_o_day, &[("noi", &names.join("; "))]).into()
        }
        Reply::Waived(reason) => fill(&words.khong, &[("ly_do", reason)]).into(),
    }
}

/// "Phần IV, trang 5: HTS7. Mạng nội bộ …", leading there.
fn met(place: &NamedPlace, pages: &[usize], labels: &Labels) -> Vec<InlineView> {
    let words = &labels.doi_chieu;
    let name = title(&place.place, &place.name, labels);
    let (file, at) = match stands(&place.place) {
        None => return vec![InlineView::Text { text: name }],
        Some(Stands::Part(index)) => {
            let number = ROMAN[index];
            let part = fill(&labels.web.phan, &[("so", number)]);
            let at = pages.get(index).map(|page| {
                let page = page.to_string();
                fill(&words.trang, &[("phan", &part), ("so", &page)])
            });
            (
                format!("phan-{}", number.to_lowercase()),
                at.unwrap_or(part),
            )
        }
        Some(Stands::Appendix(index)) => {
            let number = ROMAN[index];
            let appendix = fill(&labels.web.phu_luc, &[("so", number)]);
            (format!("phu-luc-{}", number.to_lowercase()), appendix)
        }
    };
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

/// The words before what would meet a demand.
fn unmet_words<'a>(places: &[NamedPlace], labels: &'a Labels) -> &'a str {
    match places {
        [_] => &labels.doi_chieu.chua_mot,
        _ => &labels.doi_chieu.chua,
    }
}

/// What would meet the demand, with the commune's reason for leaving it out.
fn missing(place: &NamedPlace, labels: &Labels) -> String {
    let name = title(&place.place, &place.name, labels);
    match &place.reason {
        Some(reason) => {
            let values = [("ten", &*name), ("ly_do", reason)];
            fill(&labels.doi_chieu.ly_do_xa, &values)
        }
        None => name,
    }
}

/// What a place is called; `name` is that of the body, component, objective, task or rule.
pub(super) fn title(place: &DemandPlace, name: &str, labels: &Labels) -> String {
    match place {
        DemandPlace::Section(id) => section(*id, labels),
        DemandPlace::Body(_) => name.to_owned(),
        DemandPlace::Component(code) | DemandPlace::Objective(code) | DemandPlace::Task(code) => {
            format!("{code}. {name}")
        }
        DemandPlace::Rule(code) => fill(&labels.doi_chieu.quy_tac, &[("ma", code), ("ten", name)]),
        DemandPlace::Survey(row) => fill(&labels.doi_chieu.khao_sat, &[("ten", row)]),
        DemandPlace::Table(table) => match table {
            PlanTable::Survey => labels.muc.khao_sat.clone(),
            PlanTable::Targets => labels.muc.chi_tieu_theo_nam.clone(),
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
fn stands(place: &DemandPlace) -> Option<Stands> {
    Some(match place {
        DemandPlace::Section(id) => Stands::Part(match id {
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
        DemandPlace::Body(_) => Stands::Part(7),
        DemandPlace::Component(_) => Stands::Part(3),
        DemandPlace::Objective(_) => Stands::Part(2),
        DemandPlace::Task(_) => Stands::Appendix(0),
        DemandPlace::Rule(_) => return None,
        DemandPlace::Survey(_) => Stands::Appendix(5),
        DemandPlace::Table(table) => match table {
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
