//! Where an entry stands in the guidance, and lines that lead there.

use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::Citation;
use crate::model::Group;
use crate::model::LegalBasis;
use crate::model::ascii_code;
use crate::render::view::ItemView;
use crate::render::view::Labels;
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::FactView;
use crate::render::view::blocks::InlineView;
use crate::render::view::table::CellView;

/// The chapters that hold the entries of a kind.
pub(super) const OBJECTIVES: &str = "muc-tieu";
pub(super) const TASKS: &str = "nhiem-vu";
pub(super) const ROWS: &str = "dong-du-toan";
pub(super) const PROVINCE_TASKS: &str = "nhiem-vu-cap-tinh";
pub(super) const DOCUMENTS: &str = "van-ban";
pub(super) const RULES: &str = "quy-tac";

/// The name of an entry in its page: `ƯDCQS7` → `udcqs7`, `I.1.9` → `i-1-9`.
pub(super) fn anchor(code: &str) -> String {
    ascii_code(code).to_lowercase().replace(['.', '/'], "-")
}

/// The chapter of a group of components.
pub(super) fn chapter(group: Group) -> String {
    format!("thanh-phan-{}", anchor(group.letters()))
}

/// Makes the lines that lead from entry to entry.
#[derive(Clone, Copy)]
pub(super) struct Links<'a> {
    pub catalogue: &'a Catalogue,
    pub labels: &'a Labels,
}

impl Links<'_> {
    /// "HTS7. Mạng nội bộ …", leading to the component.
    pub(super) fn component(self, code: &str) -> InlineView {
        match self.catalogue.component(code) {
            Some(found) => link(&chapter(found.group), code, &found.name),
            None => plain(code),
        }
    }

    /// A line that leads to an objective.
    pub(super) fn objective(self, code: &str) -> InlineView {
        let name = self.catalogue.objective(code).map(|found| &*found.name);
        link(OBJECTIVES, code, name.unwrap_or_default())
    }

    /// A line that leads to a task.
    pub(super) fn task(self, code: &str) -> InlineView {
        let name = self.catalogue.task(code).map(|found| &*found.name);
        link(TASKS, code, name.unwrap_or_default())
    }

    /// A line that leads to a row of Phụ lục II.
    pub(super) fn row(self, id: &BudgetRowId) -> InlineView {
        let name = self.catalogue.budget_row(id).map(|found| &*found.name);
        link(ROWS, &id.to_string(), name.unwrap_or_default())
    }

    /// The name of a body; what is not the code of one is a name already.
    pub(super) fn body(self, code: &str) -> String {
        let found = self.catalogue.body(code);
        found.map_or_else(|| code.to_owned(), |body| body.name.to_plain())
    }

    /// "Nguồn: …": where an entry was read.
    pub(super) fn sources(self, citations: &[Citation]) -> BlockView {
        let lines: Vec<String> = citations
            .iter()
            .map(|citation| self.source(citation))
            .collect();
        BlockView::Facts {
            items: vec![FactView::new(&self.labels.cam_nang.nguon, lines.join("; "))],
        }
    }

    /// A document of the register and the section in it.
    pub(super) fn source(self, citation: &Citation) -> String {
        let document = self.catalogue.document(&citation.document);
        let name = document.map_or_else(|| citation.document.clone(), LegalBasis::name);
        format!("{name}, {}", citation.section)
    }
}

/// "HTS7. Mạng nội bộ …", leading to the entry.
pub(super) fn link(chapter: &str, code: &str, name: &str) -> InlineView {
    to(chapter, code, format!("{code}. {name}"))
}

/// These words, leading to the entry of a code.
pub(super) fn to(chapter: &str, code: &str, words: String) -> InlineView {
    InlineView::Link {
        address: format!("{chapter}.html#{}", anchor(code)),
        content: vec![InlineView::Text { text: words }],
    }
}

/// A cell with these words, leading to the entry of a code.
pub(super) fn cell(chapter: &str, code: &str, words: String) -> CellView {
    CellView {
        blocks: vec![BlockView::Paragraph {
            content: vec![to(chapter, code, words)],
        }],
        ..CellView::text("")
    }
}

/// Plain text in a line.
pub(super) fn plain(text: &str) -> InlineView {
    InlineView::Text {
        text: text.to_owned(),
    }
}

/// A label and a list below it; nothing where the list is empty.
pub(super) fn labelled(label: &str, lines: Vec<Vec<InlineView>>) -> Vec<BlockView> {
    if lines.is_empty() {
        return Vec::new();
    }
    let items = lines
        .into_iter()
        .map(|content| ItemView::bullet(vec![BlockView::Paragraph { content }]))
        .collect();
    vec![
        BlockView::Label {
            text: format!("{label}:"),
        },
        BlockView::List {
            marked: false,
            items,
        },
    ]
}
