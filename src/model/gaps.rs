//! What a plan leaves out, for those who draft it and those who review it.

use super::AnsweredSource;

/// What a plan leaves out of the guidance, each list in the order of the catalogue.
#[derive(Debug, Default)]
pub struct Gaps {
    /// Essential components, which every commune deploys unless it says why not.
    pub essential: Vec<Gap>,
    /// Supplementary components for the commune's own terrain.
    pub recommended: Vec<Gap>,
    /// Objectives that still apply.
    pub objectives: Vec<Gap>,
    /// Tasks of Phụ lục I.
    pub tasks: Vec<Gap>,
    /// What each source asks, and what the plan answers.
    pub demands: Vec<AnsweredSource>,
}

/// Something that is left out.
#[derive(Debug, Clone)]
pub struct Gap {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Why, where the commune says so.
    pub reason: Option<String>,
}
