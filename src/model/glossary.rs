//! The abbreviations that plans and guidance use.

use super::Citation;

/// An abbreviation.
#[derive(Debug, Clone)]
pub struct Abbreviation {
    /// The short form: `LGSP`.
    pub short: String,
    /// What it means.
    pub meaning: String,
    /// The same in English, where the short form comes from there.
    pub english: Option<String>,
    /// Whether everybody knows it, so that no list of a plan explains it.
    pub is_common: bool,
    /// Where it was read, if in one of the sources.
    pub citation: Option<Citation>,
}
