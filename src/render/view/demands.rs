//! What the sources ask against what a plan answers: where each demand is met, what it lacks, or why no commune's
//! plan need meet it; as a page, as a paper for the reviewer, and for a terminal those that are not met.

mod places;

pub(super) use places::title;
pub(super) use places::when;

use super::Labels;
use super::Pages;
use super::PartView;
use super::blocks::BlockView;
use super::blocks::HeadingView;
use super::blocks::InlineView;
use super::blocks::ItemView;
use super::blocks::paragraph;
use super::blocks::plain_list;
use super::fill;
use super::issue;
use super::paper::PaperView;
use super::table::CellView;
use super::table::TableView;
use crate::model::AnsweredDemand;
use crate::model::AnsweredSource;
use crate::model::AskedContent;
use crate::model::DemandCounts;
use crate::model::Verdict;
use crate::model::plan::Plan;
use crate::model::plan::PlannedPhase;
use crate::model::vietnamese;

/// Draws what is asked.
#[derive(Clone, Copy)]
struct Asked<'a> {
    /// The pages of the print.
    pages: &'a Pages,
    /// The phases of the plan.
    phases: &'a [PlannedPhase],
    labels: &'a Labels,
    /// Whether it is a page, in which lines lead to others.
    is_page: bool,
}

/// A table for each source, a row for each demand; `pages` are those of the print.
pub(crate) fn page(plan: &Plan, pages: &Pages, labels: &Labels) -> PartView {
    let asked = Asked {
        pages,
        phases: &plan.roadmap.phases,
        labels,
        is_page: true,
    };
    let mut blocks = lead(plan, labels);
    for part in asked.sources(plan) {
        blocks.push(BlockView::Heading(HeadingView {
            level: 2,
            number: String::new(),
            text: part.title,
            id: part.id,
        }));
        blocks.extend(part.blocks);
    }
    PartView::unnumbered("doi-chieu", &labels.doi_chieu.ten, blocks)
}

/// The same as a paper beside the plan.
pub(crate) fn paper(plan: &Plan, pages: &Pages, labels: &Labels) -> PaperView {
    let asked = Asked {
        pages,
        phases: &plan.roadmap.phases,
        labels,
        is_page: false,
    };
    PaperView {
        landscape: true,
        attached_to: issue::held_against(plan, labels),
        lead: lead(plan, labels),
        ..PaperView::new(
            plan,
            &labels.doi_chieu.ten,
            &labels.doi_chieu.tieu_de,
            asked.sources(plan),
            labels,
        )
    }
}

fn lead(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let words = &labels.doi_chieu;
    vec![
        paragraph(&*words.dan),
        paragraph(counted(&words.tong, &plan.gaps.demands)),
    ]
}

/// The demands that are not met or only in part, source by source, with how many there are of each kind.
pub(crate) fn unmet(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let words = &labels.doi_chieu;
    let sources = &plan.gaps.demands;
    let unprinted = Pages::default();
    let asked = Asked {
        pages: &unprinted,
        phases: &plan.roadmap.phases,
        labels,
        is_page: false,
    };
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
            let is_listed = matches!(demand.reply.verdict, Verdict::Unmet | Verdict::Partly);
            let (lead, lacks) = asked.missing(&demand.reply.missing)?;
            let values = [
                ("ma", &*demand.code),
                ("muc", &demand.section),
                ("yeu_cau", &demand.text),
                ("ket_qua", verdict(demand.reply.verdict, labels)),
                ("thieu", &vietnamese::lower_first(lead)),
                ("noi", &lacks.join("; ")),
            ];
            is_listed.then(|| fill(&words.dong, &values))
        });
        let lines: Vec<String> = lines.collect();
        if !lines.is_empty() {
            blocks.push(plain_list(lines));
        }
    }
    blocks
}

/// How many demands there are, and how many of them are met, in part or not, and waived.
fn counted(label: &str, sources: &[AnsweredSource]) -> String {
    let counts = DemandCounts::of(sources);
    let DemandCounts {
        met,
        partly,
        unmet,
        own,
        waived,
    } = counts;
    let numbers = [counts.all(), met, partly, unmet, own, waived];
    let [all, met, partly, unmet, own, waived] = numbers.map(|number| number.to_string());
    let values = [
        ("so", &*all),
        ("da", &met),
        ("mot_phan", &partly),
        ("chua", &unmet),
        ("rieng", &own),
        ("khong", &waived),
    ];
    fill(label, &values)
}

/// A verdict in words.
fn verdict(verdict: Verdict, labels: &Labels) -> &str {
    let words = &labels.doi_chieu;
    match verdict {
        Verdict::Met => &words.da,
        Verdict::Partly => &words.mot_phan,
        Verdict::Unmet => &words.chua,
        Verdict::Own => &words.rieng,
        Verdict::Waived => &words.khong,
        Verdict::Elsewhere => &words.khong_o_day,
    }
}

impl<'a> Asked<'a> {
    /// Each source with how much of it is met, and its table.
    fn sources(self, plan: &Plan) -> Vec<PartView> {
        let sources = plan.gaps.demands.iter();
        let parts = sources.map(|source| {
            let one = std::slice::from_ref(source);
            let blocks = vec![
                paragraph(counted(&self.labels.doi_chieu.tong, one)),
                BlockView::Table(self.table(source)),
            ];
            PartView::unnumbered(&source.document, &source.name, blocks)
        });
        parts.collect()
    }

    fn table(self, source: &AnsweredSource) -> TableView {
        let words = &self.labels.doi_chieu;
        let columns = [
            (self.labels.cot.stt.as_str(), 5, "center"),
            (words.yeu_cau.as_str(), 38, "left"),
            (words.ket_qua.as_str(), 13, "left"),
            (words.noi_thieu.as_str(), 44, "left"),
        ];
        let mut table = TableView::new(&source.document, &*source.name, &columns);
        for (number, demand) in (1_usize..).zip(&source.demands) {
            let cells = vec![
                number.to_string().into(),
                self.demand(demand),
                verdict(demand.reply.verdict, self.labels).to_owned().into(),
                self.reply(demand),
            ];
            table.row("normal", cells);
        }
        table
    }

    /// What is asked, with its code and where the source says so.
    fn demand(self, demand: &AnsweredDemand) -> CellView {
        let values = [("ma", &*demand.code), ("muc", &demand.section)];
        let text = fill(&self.labels.doi_chieu.o_dau, &values);
        let place = vec![InlineView::Text { text }];
        CellView::of(vec![
            paragraph(&*demand.text),
            BlockView::Paragraph {
                content: vec![InlineView::Emphasis { content: place }],
            },
        ])
    }

    fn reply(self, demand: &AnsweredDemand) -> CellView {
        let reply = &demand.reply;
        let mut blocks = Vec::new();
        if !reply.places.is_empty() {
            let items = reply.places.iter().map(|it| self.here(it));
            let items =
                items.map(|content| ItemView::bullet(vec![BlockView::Paragraph { content }]));
            blocks.push(BlockView::List {
                marked: false,
                items: items.collect(),
            });
        }
        if let Some((lead, lacks)) = self.missing(&reply.missing) {
            let text = vec![InlineView::Text {
                text: format!("{lead}:"),
            }];
            blocks.push(BlockView::Paragraph {
                content: vec![InlineView::Strong { content: text }],
            });
            blocks.push(plain_list(lacks));
        }
        let elsewhere = reply.elsewhere.iter().map(|asked| {
            let places = asked
                .places
                .iter()
                .map(|it| title(&it.place, &it.name, self.labels));
            let places = places.collect::<Vec<_>>().join("; ");
            let words = &self.labels.doi_chieu;
            match &asked.content {
                None => places,
                Some(content) => {
                    let values = [("noi_dung", &**content), ("noi", &places)];
                    fill(&words.noi_dung_khong_o_day, &values)
                }
            }
        });
        blocks.extend(elsewhere.map(paragraph));
        blocks.extend(reply.reason.as_deref().map(paragraph));
        CellView::of(blocks)
    }

    /// What is missing, a line each, and the words that announce it; nothing where nothing is.
    fn missing(self, missing: &[AskedContent]) -> Option<(&'a str, Vec<String>)> {
        let words = &self.labels.doi_chieu;
        let places = |asked: &AskedContent| -> Vec<String> {
            asked.places.iter().map(|it| self.not_here(it)).collect()
        };
        match missing {
            [] => None,
            [asked @ AskedContent { content: None, .. }] => {
                let lead = match asked.places[..] {
                    [_] => &words.con_thieu,
                    _ => &words.can_mot_trong,
                };
                Some((lead, places(asked)))
            }
            _ => {
                let lines = missing.iter().map(|asked| {
                    let label = match asked.places[..] {
                        [] => &words.thieu_han,
                        [_] => &words.thieu_mot,
                        _ => &words.thieu,
                    };
                    let content = asked.content.as_deref().unwrap_or_default();
                    let places = places(asked).join("; ");
                    fill(label, &[("noi_dung", content), ("noi", &places)])
                });
                Some((&words.con_thieu, lines.collect()))
            }
        }
    }
}
