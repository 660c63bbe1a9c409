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
    /// Where it was read, if in one of the sources.
    pub citation: Option<Citation>,
}
