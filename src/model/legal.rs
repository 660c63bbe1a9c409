//! The register of documents that plans cite and that the catalogue names as its sources.

use super::Date;

/// Whether a document is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalStatus {
    /// In force.
    InForce,
    /// Replaced or overtaken.
    Superseded,
    /// A draft.
    Draft,
    /// The sources do not tell.
    Unknown,
}

impl LegalStatus {
    /// The four as the register writes them.
    pub const KEYS: [(&'static str, Self); 4] = [
        ("hieu_luc", Self::InForce),
        ("thay_the", Self::Superseded),
        ("du_thao", Self::Draft),
        ("khong_ro", Self::Unknown),
    ];
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
    /// Whether it is in force.
    pub status: LegalStatus,
    /// Which document replaces it, by code.
    pub replaced_by: Option<String>,
    /// The parts of a plan that cite it, as Roman numbers.
    pub parts: Vec<String>,
    /// Why it is superseded, or what is unknown of it.
    pub note: Option<String>,
}
