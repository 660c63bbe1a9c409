//! What a finding's code means, as the handbook explains it.

use super::RichText;

/// The explanation of a code.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The code: `XS0401`.
    pub code: String,
    /// What is checked, as a heading.
    pub name: String,
    /// Why, with the source of the rule where it has one.
    pub why: RichText,
    /// What to do.
    pub remedy: RichText,
}
