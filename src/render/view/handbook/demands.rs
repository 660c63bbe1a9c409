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
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::HeadingView;
use crate::render::view::blocks::InlineView;
use crate::render::view::blocks::ItemView;
use crate::render::view::blocks::paragraph;
use crate::render::view::demands::title;
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
        match &demand.answer {
            Answer::Places(places) => {
                let items = places.iter().map(|place| {
                    let content = vec![self.place(place)];
                    ItemView::bullet(vec![BlockView::Paragraph { content }])
                });
                CellView::of(vec![BlockView::List {
                    marked: false,
                    items: items.collect(),
                }])
            }
            Answer::Reason(reason) => {
                fill(&self.labels.doi_chieu.khong, &[("ly_do", reason)]).into()
            }
        }
    }

    fn place(self, place: &DemandPlace) -> InlineView {
        match place {
            DemandPlace::Component(code) => self.links.component(code),
            DemandPlace::Objective(code) => self.links.objective(code),
            DemandPlace::Task(code) => self.links.task(code),
            DemandPlace::Body(code) => links::plain(&self.links.body(code)),
            DemandPlace::Rule(code) => {
                let mut rules = self.catalogue.rules.iter();
                let rule = rules.find(|rule| rule.code == *code);
                let name = rule.map_or("", |rule| &*rule.name);
                links::to(RULES, code, title(place, name, self.labels))
            }
            DemandPlace::Section(_) | DemandPlace::Table(_) | DemandPlace::Survey(_) => {
                links::plain(&title(place, "", self.labels))
            }
        }
    }
}
