//! What a province does of its own, and what its communes contribute to it.

use super::{Citation, RichText};

/// A group of the province's tasks (Phụ lục I "Chuyển đổi số cấp tỉnh", 2023: 36 tasks in 12 groups).
#[derive(Debug, Clone)]
pub struct ProvinceTaskGroup {
    /// Its name.
    pub name: String,
    /// Its tasks, in the order of the source.
    pub tasks: Vec<ProvinceTask>,
}

/// A task of the province.
#[derive(Debug, Clone)]
pub struct ProvinceTask {
    /// Its code: `NVT-01`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The day or years by which the source wants it done, as written there.
    pub deadline: Option<String>,
    /// What the province does and what a commune contributes.
    pub text: RichText,
    /// The components that contribute to it, by code.
    pub components: Vec<String>,
    /// Where it was read.
    pub citations: Vec<Citation>,
}
