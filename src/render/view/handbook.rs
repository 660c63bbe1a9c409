//! The guidance as a document of its own: a chapter for each group of components, for objectives,
//! tasks, documents and the rest; in a chapter a table of what is there, then an entry each.
//!
//! The website draws whole chapters, the command `show` a single entry.

mod aims;
mod components;
mod demands;
mod links;
mod registers;
mod rules;

use serde::Serialize;

use super::Labels;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::blocks;
use super::blocks::paragraph;
use crate::model::Catalogue;
use crate::model::Group;
use crate::model::Handbook;
use crate::model::SectionId;
use crate::model::ascii_code;
use links::Links;

/// The guidance, ready to be drawn.
#[derive(Debug, Serialize)]
pub(crate) struct HandbookView {
    /// The chapters, in reading order.
    pub chapters: Vec<ChapterView>,
}

/// A chapter: a page of the website.
#[derive(Debug, Serialize)]
pub(crate) struct ChapterView {
    /// Name of its page: `thanh-phan-hts`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What stands before the entries.
    pub lead: Vec<BlockView>,
    /// Its entries, in order.
    pub entries: Vec<EntryView>,
}

/// An entry: a component, objective, task, document …
#[derive(Debug, Serialize)]
pub(crate) struct EntryView {
    /// Its name in the page.
    pub id: String,
    /// What it is asked for by.
    pub code: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<BlockView>,
    /// What else it may be asked for by: the number of a document.
    pub other_name: String,
}

impl EntryView {
    /// An entry whose code readers need not see.
    fn new(code: &str, title: String, blocks: Vec<BlockView>) -> Self {
        Self {
            id: links::anchor(code),
            code: code.to_owned(),
            title,
            blocks,
            other_name: String::new(),
        }
    }

    /// An entry with its code before its name.
    fn coded(code: &str, name: &str, blocks: Vec<BlockView>) -> Self {
        Self::new(code, format!("{code}. {name}"), blocks)
    }
}

impl HandbookView {
    /// The entry of a code, in whatever spelling (`udcqs7`, `57-nq/tw`).
    pub(crate) fn entry(&self, code: &str) -> Option<&EntryView> {
        let wanted = ascii_code(code);
        let is = |name: &str| !name.is_empty() && ascii_code(name) == wanted;
        self.chapters
            .iter()
            .flat_map(|chapter| &chapter.entries)
            .find(|entry| is(&entry.code) || is(&entry.other_name))
    }

    /// The code of every entry.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        let entries = self.chapters.iter().flat_map(|chapter| &chapter.entries);
        entries.map(|entry| entry.code.as_str())
    }
}

/// What every chapter is made from.
#[derive(Clone, Copy)]
struct Maker<'a> {
    catalogue: &'a Catalogue,
    labels: &'a Labels,
    links: Links<'a>,
}

/// The view of the guidance.
pub(crate) fn view(handbook: &Handbook, labels: &Labels) -> HandbookView {
    let catalogue = &handbook.catalogue;
    let maker = Maker {
        catalogue,
        labels,
        links: Links { catalogue, labels },
    };
    let mut chapters = vec![maker.principles()];
    chapters.extend(Group::ALL.map(|(_, group)| maker.components(group)));
    chapters.extend([
        maker.cross_cutting(),
        maker.objectives(),
        maker.tasks(),
        maker.budget_rows(),
        maker.bodies(),
        maker.province_tasks(),
        maker.demands(),
        maker.documents(),
        maker.glossary(),
        maker.rules(),
    ]);
    HandbookView { chapters }
}

impl Maker<'_> {
    /// Principles, use of funds and expected effects.
    fn principles(self) -> ChapterView {
        let labels = self.labels;
        let effects = [
            (&labels.tru_cot.chinh_quyen_so, SectionId::GovernmentEffects),
            (&labels.tru_cot.kinh_te_so, SectionId::EconomyEffects),
            (&labels.tru_cot.xa_hoi_so, SectionId::SocietyEffects),
        ];
        let sections = [
            (&labels.muc.nguyen_tac, SectionId::Principles),
            (&labels.muc.nguon_kinh_phi, SectionId::FundingSources),
            (
                &labels.muc.nguyen_tac_kinh_phi,
                SectionId::FundingPrinciples,
            ),
        ];
        let mut entries: Vec<EntryView> = sections
            .into_iter()
            .map(|(title, id)| self.section(title.clone(), id))
            .collect();
        entries.extend(
            effects.map(|(pillar, id)| self.section(format!("{}: {pillar}", labels.phan[6]), id)),
        );
        let words = &labels.cam_nang;
        ChapterView {
            id: "nguyen-tac".to_owned(),
            title: words.nguyen_tac.clone(),
            lead: vec![paragraph(&*words.nguyen_tac_dan)],
            entries,
        }
    }

    /// The two elements that cut across the layers.
    fn cross_cutting(self) -> ChapterView {
        let labels = self.labels;
        let words = &labels.cam_nang;
        ChapterView {
            id: "xuyen-suot".to_owned(),
            title: words.xuyen_suot.clone(),
            lead: vec![paragraph(&*words.xuyen_suot_dan)],
            entries: vec![
                self.section(labels.muc.van_hanh.clone(), SectionId::Operation),
                self.section(labels.muc.nguon_luc.clone(), SectionId::Resources),
            ],
        }
    }

    fn responsible(self, lead: &str, support: &[String]) -> BlockView {
        let labels = &self.labels.hanh_dong;
        let support: Vec<String> = support.iter().map(|code| self.links.body(code)).collect();
        let mut items = vec![FactView::new(&labels.chu_tri, self.links.body(lead))];
        if !support.is_empty() {
            items.push(FactView::new(&labels.phoi_hop, support.join("; ")));
        }
        BlockView::Facts { items }
    }

    fn section(self, title: String, id: SectionId) -> EntryView {
        let code = SectionId::ALL
            .iter()
            .find(|(_, known)| *known == id)
            .map_or("", |(code, _)| code);
        let mut view = Vec::new();
        if let Some(section) = self.catalogue.sections.get(&id) {
            view = blocks(&section.text);
            view.push(self.links.sources(&section.citations));
        }
        EntryView::new(code, title, view)
    }
}
