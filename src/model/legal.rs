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
