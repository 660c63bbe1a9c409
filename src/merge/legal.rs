//! The documents as a plan cites them: those that hold on its day, in full where it names them at first.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Merger;
use crate::model::Catalogue;
use crate::model::LegalBasis;
use crate::model::Profile;
use crate::model::SectionId;
use crate::model::fold;
use crate::model::plan::LegalPart;

/// Before the code of a document in a placeholder.
pub(super) const PLACEHOLDER: &str = "van_ban.";

/// What stands where no document may be named.
const IN_GENERAL: &str = "quy định hiện hành";

/// What texts say where they mean a document, by the code that they write.
pub(super) struct Mentions {
    names: BTreeMap<String, Name>,
    /// The documents that were named in full.
    named: RefCell<BTreeSet<String>>,
}

/// How a document is named.
struct Name {
    /// Which document it is.
    code: String,
    /// At first.
    citation: String,
    /// Later.
    mention: String,
}

impl Mentions {
    /// Those of a commune's plan: what holds on its day.
    pub(super) fn of_plan(catalogue: &Catalogue, profile: &Profile) -> Self {
        let day = profile.day_of_law();
        let documents = catalogue.legal.iter();
        let names = documents.map(|document| {
            let named = catalogue.standing_for(&document.code, day);
            let name = named.map_or_else(Name::in_general, Name::of);
            (document.code.clone(), name)
        });
        Self {
            names: names.collect(),
            named: RefCell::default(),
        }
    }

    /// Those of the guidance by itself, which has no day: each document by its short name.
    pub(super) fn of_no_commune(catalogue: &Catalogue) -> Self {
        let documents = catalogue.legal.iter();
        let names = documents.map(|document| (document.code.clone(), Name::of(document)));
        Self {
            names: names.collect(),
            named: RefCell::new(
                catalogue
                    .legal
                    .iter()
                    .map(|document| document.code.clone())
                    .collect(),
            ),
        }
    }

    /// The next mention of a document: in full at first, short from then on.
    pub(super) fn next(&self, code: &str) -> Option<String> {
        let name = self.names.get(code)?;
        let is_first = self.named.borrow_mut().insert(name.code.clone());
        let text = if is_first {
            &name.citation
        } else {
            &name.mention
        };
        Some(text.clone())
    }
}

impl Name {
    fn of(document: &LegalBasis) -> Self {
        Self {
            code: document.code.clone(),
            citation: document.citation(),
            mention: document.mention(),
        }
    }

    fn in_general() -> Self {
        Self {
            code: String::new(),
            citation: IN_GENERAL.to_owned(),
            mention: IN_GENERAL.to_owned(),
        }
    }
}

impl Merger<'_> {
    /// Part I: what holds on the plan's day, then the commune's own, without closing signs; letters apart.
    pub(super) fn legal(&self) -> LegalPart {
        let (bases, guidance): (Vec<_>, Vec<_>) = self
            .register("I")
            .into_iter()
            .partition(|(_, is_guidance)| !is_guidance);
        let own = self.commune.profile.own_legal.iter();
        let own = own.map(|line| {
            let line = self.fill(line).to_plain();
            let line = line.trim_end_matches([';', '.']).to_owned();
            let is_guidance = is_letter(&line);
            (line, is_guidance)
        });
        let (own_bases, own_guidance): (Vec<_>, Vec<_>) =
            own.partition(|(_, is_guidance)| !is_guidance);
        let texts = |register: Vec<(String, bool)>, own: Vec<(String, bool)>| {
            let lines = register.into_iter().chain(own);
            lines.map(|(text, _)| text).collect()
        };
        LegalPart {
            citations: texts(bases, own_bases),
            guidance: texts(guidance, own_guidance),
            basis: self.section(SectionId::Basis),
        }
    }

    /// The documents that a part of the plan cites by itself.
    pub(super) fn citations(&self, part: &str) -> Vec<String> {
        let documents = self.register(part).into_iter();
        documents.map(|(text, _)| text).collect()
    }

    /// The documents of the register that a part cites by itself, and whether each only guides.
    fn register(&self, part: &str) -> Vec<(String, bool)> {
        let day = self.commune.profile.day_of_law();
        let documents = self.catalogue.cited_in(part, day);
        let named = documents.filter_map(|document| {
            let text = self.values.mentions().next(&document.code)?;
            Some((text, document.is_guidance()))
        });
        named.collect()
    }
}

/// Whether a line cites a letter.
fn is_letter(line: &str) -> bool {
    let folded = fold(line);
    let mut words = folded.split_whitespace();
    match (words.next(), words.next()) {
        (Some("cong"), Some("van")) => true,
        (Some(first), _) => first == "cv",
        (None, _) => false,
    }
}
