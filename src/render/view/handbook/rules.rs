//! The chapter of what the program checks: every code, how grave it is, why, and what to do.

use super::ChapterView;
use super::EntryView;
use super::Maker;
use super::links;
use super::links::RULES;
use crate::diagnostic::Code;
use crate::model::Explanation;
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::FactView;
use crate::render::view::blocks::headed;
use crate::render::view::blocks::paragraph;
use crate::render::view::table::CellView;
use crate::render::view::table::TableView;

impl Maker<'_> {
    /// The codes of findings.
    pub(super) fn rules(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let columns = [
            (self.labels.cot.ma.as_str(), 14, "left"),
            (words.quy_tac_kiem.as_str(), 68, "left"),
            (words.muc_do.as_str(), 18, "left"),
        ];
        let mut table = TableView::new("quy-tac", &*words.quy_tac, &columns);
        for rule in &self.catalogue.rules {
            table.row(
                "normal",
                vec![
                    links::cell(RULES, &rule.code, rule.code.clone()),
                    (&rule.name).into(),
                    CellView::text(severity(rule)),
                ],
            );
        }
        ChapterView {
            id: RULES.to_owned(),
            title: words.quy_tac.clone(),
            lead: vec![paragraph(&*words.quy_tac_dan), BlockView::Table(table)],
            entries: self
                .catalogue
                .rules
                .iter()
                .map(|rule| self.rule(rule))
                .collect(),
        }
    }

    fn rule(self, rule: &Explanation) -> EntryView {
        let words = &self.labels.cam_nang;
        let mut view = vec![BlockView::Facts {
            items: vec![FactView::new(&words.muc_do, severity(rule))],
        }];
        view.extend(headed(&words.vi_sao, &rule.why));
        view.extend(headed(&words.cach_sua, &rule.remedy));
        EntryView::coded(&rule.code, &rule.name, view)
    }
}

/// How grave a finding of this code is, in words.
fn severity(rule: &Explanation) -> &'static str {
    Code::find(&rule.code).map_or("", |code| code.severity().name())
}
