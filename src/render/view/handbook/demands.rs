//! The chapter of what the sources ask of a commune's plan: a table for each source.

use super::ChapterView;
use super::Maker;
use super::links;
use super::links::RULES;
use crate::model::Answer;
use crate::model::Demand;
use crate::model::DemandPlace;
use crate::model::DemandSource;
use crate::model::LegalBasis;
use crate::model::PlanPlace;
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::HeadingView;
use crate::render::view::blocks::InlineView;
use crate::render::view::blocks::ItemView;
use crate::render::view::blocks::paragraph;
use crate::render::view::demands::title;
use crate::render::view::demands::when;
use crate::render::view::fill;
use crate::render::view::table::CellView;
use crate::render::view::table::TableView;

impl Maker<'_> {
    /// The demands of the sources.
    pub(super) fn demands(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let mut lead = vec![paragraph(&*words.yeu_cau_dan)];
        for source in &self.catalogue.demands {
            let document = self.catalogue.document(&source.document);
            let name = document.map_or_else(|| source.document.clone(), LegalBasis::name);
            lead.push(BlockView::Heading(HeadingView {
                level: 2,
                number: String::new(),
                text: name.clone(),
                id: source.document.clone(),
            }));
            lead.push(BlockView::Table(self.demands_of(source, &name)));
        }
        ChapterView {
            id: "yeu-cau".to_owned(),
            title: words.yeu_cau.clone(),
            lead,
            entries: Vec::new(),
        }
    }

    fn demands_of(self, source: &DemandSource, name: &str) -> TableView {
        let words = &self.labels.doi_chieu;
        let columns = [
            (self.labels.cot.ma.as_str(), 8, "left"),
            (words.muc.as_str(), 18, "left"),
            (words.yeu_cau.as_str(), 36, "left"),
            (words.noi.as_str(), 38, "left"),
        ];
        let mut table = TableView::new(&source.document, name, &columns);
        for demand in &source.demands {
            let cells = vec![
                (&demand.code).into(),
                (&demand.section).into(),
                (&demand.text).into(),
                self.answer(demand),
            ];
            table.row("normal", cells);
        }
        table
    }

    fn answer(self, demand: &Demand) -> CellView {
        let places = match &demand.answer {
            Answer::Places(places) => places,
            Answer::Reason(reason) => {
                return fill(&self.labels.doi_chieu.ly_do, &[("ly_do", reason)]).into();
            }
        };
        let items: Vec<Vec<InlineView>> = match &demand.contents[..] {
            [] => places.iter().map(|place| self.answering(place)).collect(),
            contents => {
                let contents = contents.iter().enumerate();
                let items = contents.map(|(index, content)| {
                    let places = places.iter().filter(|it| it.is_answer_to(index));
                    let places = places.map(|place| self.answering(place));
                    let content = std::iter::once(vec![links::plain(content)]);
                    let pieces = content
                        .chain(places)
                        .zip(["", ": "].into_iter().chain(std::iter::repeat("; ")));
                    pieces
                        .flat_map(|(piece, before)| {
                            std::iter::once(links::plain(before)).chain(piece)
                        })
                        .collect()
                });
                items.collect()
            }
        };
        let items = items
            .into_iter()
            .map(|content| ItemView::bullet(vec![BlockView::Paragraph { content }]));
        CellView::of(vec![BlockView::List {
            marked: false,
            items: items.collect(),
        }])
    }

    /// A place, with when it answers.
    fn answering(self, place: &DemandPlace) -> Vec<InlineView> {
        let condition = place.condition.as_ref();
        let when = condition.map(|condition| format!(", {}", when(condition, self.labels)));
        let when = when.map(|when| links::plain(&when));
        std::iter::once(self.place(&place.place))
            .chain(when)
            .collect()
    }

    fn place(self, place: &PlanPlace) -> InlineView {
        match place {
            PlanPlace::Component(code) => self.links.component(code),
            PlanPlace::Objective(code) => self.links.objective(code),
            PlanPlace::Task(code) => self.links.task(code),
            PlanPlace::Body(code) => links::plain(&self.links.body(code)),
            PlanPlace::Rule(code) => {
                let mut rules = self.catalogue.rules.iter();
                let rule = rules.find(|rule| rule.code == *code);
                let name = rule.map_or("", |rule| &*rule.name);
                links::to(RULES, code, title(place, name, self.labels))
            }
            PlanPlace::Section(_) | PlanPlace::Table(_) | PlanPlace::Survey(_) => {
                links::plain(&title(place, "", self.labels))
            }
        }
    }
}
