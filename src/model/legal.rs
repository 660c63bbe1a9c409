//! The register of documents that plans cite and that the catalogue names as its sources, and on which
//! day each of them holds. No day of today is known here: a paper is judged by its own.

use super::{Catalogue, Date, Period, Profile, vietnamese};

/// What is known of a document that no date tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalState {
    /// A draft.
    Draft,
    /// The sources do not tell whether it is still in force.
    Unknown,
}

impl LegalState {
    /// The two as the register writes them.
    pub const KEYS: [(&'static str, Self); 2] =
        [("du_thao", Self::Draft), ("khong_ro", Self::Unknown)];
}

/// How a document stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In force.
    InForce,
    /// A draft.
    Draft,
    /// Issued later, on this day.
    NotIssued(Date),
    /// Issued, but in force only from this day.
    NotYet(Date),
    /// No longer in force, since this day.
    Ended(Date),
    /// Replaced, on a day that the register does not know.
    Replaced,
    /// Whether it is in force is not known.
    Unknown,
}

/// A law, decree, decision, letter or guidance document.
#[derive(Debug, Clone)]
pub struct LegalBasis {
    /// Its code in the register.
    pub code: String,
    /// Kind: "Nghị quyết".
    pub kind: String,
    /// Number: "57-NQ/TW", if known.
    pub number: Option<String>,
    /// Date, if known.
    pub date: Option<Date>,
    /// Issuer, if known.
    pub issuer: Option<String>,
    /// Title as it follows the kind and number: "về …".
    pub title: String,
    /// The first day on which it is in force; that of its issue, unless the register says another.
    pub from: Option<Date>,
    /// The first day on which it is no longer in force, if that is known: what the register says, or else
    /// the first day of what replaces it.
    pub until: Option<Date>,
    /// What no date tells.
    pub state: Option<LegalState>,
    /// Which document replaces it, by code.
    pub replaced_by: Option<String>,
    /// Which documents amend it, by code.
    pub amended_by: Vec<String>,
    /// Whether its number, day and issuer were found in a text that is open to the public.
    pub is_confirmed: bool,
    /// The parts of a plan that cite it, as Roman numbers.
    pub parts: Vec<String>,
    /// What is unknown of it, or should be known.
    pub note: Option<String>,
}

impl LegalBasis {
    /// Kind and number ("Nghị quyết số 57-NQ/TW"); where the number is not known, kind and title.
    pub fn name(&self) -> String {
        let rest = match &self.number {
            Some(number) => format!("số {number}"),
            None => self.title.clone(),
        };
        format!("{} {rest}", self.kind).trim().to_owned()
    }

    /// Whether it is named by its title, without number and issuer (Nghị định số 30/2020/NĐ-CP, Phụ lục I).
    pub fn is_law(&self) -> bool {
        ["Luật", "Bộ luật", "Pháp lệnh"].contains(&self.kind.as_str())
    }

    /// Whether it guides, and is no legal basis: a letter.
    pub fn is_guidance(&self) -> bool {
        self.kind == "Công văn"
    }

    /// As a paper names it at first: "Luật Dữ liệu ngày 30 tháng 11 năm 2024", "Nghị quyết số 57-NQ/TW ngày …
    /// của Bộ Chính trị về …"; what is unknown is left out.
    pub fn citation(&self) -> String {
        let mut text = self.mention();
        if let Some(date) = self.date {
            text.push_str(&format!(" {}", vietnamese::long_date(date)));
        }
        if !self.is_law() {
            if let Some(issuer) = &self.issuer {
                text.push_str(&format!(" của {issuer}"));
            }
            if self.number.is_some() {
                text.push_str(&format!(" {}", self.title));
            }
        }
        text
    }

    /// As a paper names it again: "Luật Dữ liệu", "Nghị quyết số 57-NQ/TW".
    pub fn mention(&self) -> String {
        if self.is_law() {
            format!("{} {}", self.kind, self.title)
        } else {
            self.name()
        }
    }

    /// How it stands on a day.
    pub fn standing(&self, day: Date) -> Standing {
        if self.state == Some(LegalState::Draft) {
            return Standing::Draft;
        }
        if let Some(issued) = self.date.filter(|issued| *issued > day) {
            return Standing::NotIssued(issued);
        }
        if let Some(ended) = self.until.filter(|ended| *ended <= day) {
            return Standing::Ended(ended);
        }
        if self.replaced_by.is_some() && self.until.is_none() {
            return Standing::Replaced;
        }
        match self.from {
            Some(from) if from > day => Standing::NotYet(from),
            Some(_) if self.state.is_none() => Standing::InForce,
            _ => Standing::Unknown,
        }
    }

    /// Whether a paper of this day may cite it without the commune's asking: in force, and confirmed.
    pub fn can_be_cited(&self, day: Date) -> bool {
        self.is_confirmed && self.standing(day) == Standing::InForce
    }

    /// Whether a part of the plan cites it by itself.
    pub fn is_of(&self, part: &str) -> bool {
        self.parts.iter().any(|cited| cited == part)
    }
}

impl Catalogue {
    /// The documents that a part of a plan of this day cites by itself, in the order of the register.
    pub fn cited_in(&self, part: &str, day: Date) -> impl Iterator<Item = &LegalBasis> {
        let documents = self.legal.iter();
        documents.filter(move |document| document.is_of(part) && document.can_be_cited(day))
    }

    /// What a paper of this day cites where a text means this document: itself, or else what came before it
    /// or after it; nothing where none of them may be cited.
    pub fn standing_for(&self, code: &str, day: Date) -> Option<&LegalBasis> {
        let document = self.document(code)?;
        if document.can_be_cited(day) {
            return Some(document);
        }
        let found = self.successor(document, day);
        found.or_else(|| {
            let mut documents = self.legal.iter();
            documents.find(|earlier| {
                earlier.can_be_cited(day) && self.successors(earlier).any(|by| by.code == code)
            })
        })
    }

    /// What stands on a day in the place of a document: what replaced it, what replaced that, and so on.
    pub fn successor(&self, document: &LegalBasis, day: Date) -> Option<&LegalBasis> {
        self.successors(document).find(|by| by.can_be_cited(day))
    }

    /// What replaced a document, what replaced that, and so on.
    fn successors<'a>(&'a self, document: &LegalBasis) -> impl Iterator<Item = &'a LegalBasis> {
        let next = |document: &LegalBasis| {
            let by = document.replaced_by.as_ref();
            by.and_then(|code| self.document(code))
        };
        // No register has a longer chain; a circle ends here, too.
        std::iter::successors(next(document), move |by| next(by)).take(self.legal.len())
    }

    /// Fills in from when a document is no longer in force where only its successor tells.
    pub(crate) fn date_documents(&mut self) {
        let begins = |code: &String| {
            let document = self.legal.iter().find(|other| other.code == *code);
            document.and_then(|document| document.from)
        };
        let ends: Vec<Option<Date>> = self
            .legal
            .iter()
            .map(|document| {
                let by = document.replaced_by.as_ref();
                document.until.or_else(|| by.and_then(begins))
            })
            .collect();
        for (document, end) in self.legal.iter_mut().zip(ends) {
            document.until = end;
        }
    }
}

impl Profile {
    /// The day by which the plan cites: its own.
    pub fn day_of_law(&self) -> Date {
        self.date
    }

    /// From the day of the plan until its last year ends.
    pub fn span_of_law(&self) -> Period {
        let start = self.day_of_law();
        let end = self.years.last().and_then(|year| Date::new(*year, 12, 31));
        Period {
            start,
            end: end.unwrap_or(start),
        }
    }
}

#[cfg(test)]
mod tests;
