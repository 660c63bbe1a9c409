//! A task: a row of Phụ lục I with its nine columns.

use super::{BudgetRowId, Citation, Phase, Pillar, RichText};

/// A task of the catalogue (Khung kế hoạch chuyển đổi số cấp xã, Phụ lục I).
#[derive(Debug, Clone)]
pub struct Task {
    /// Its code: `NV-01`.
    pub code: String,
    /// Whether it is the commune's own, of no catalogue.
    pub is_own: bool,
    /// Whether the commune words its columns.
    pub is_worded: bool,
    /// Its name (column "Nội dung").
    pub name: String,
    /// What it is called within a sentence.
    pub short_name: String,
    /// Its pillar.
    pub pillar: Pillar,
    /// How long it takes, in words, where a source says so: "04 tuần".
    pub duration: Option<String>,
    /// The phase in which it stands unless the profile gives dates.
    pub phase: Phase,
    /// The components it carries out, by code.
    pub components: Vec<String>,
    /// Its row of Phụ lục II; none where it is marked as costing nothing.
    pub budget_row: Option<BudgetRowId>,
    /// The body that leads, by its code.
    pub lead: String,
    /// The bodies that help, by their codes.
    pub support: Vec<String>,
    /// Where it was read.
    pub citations: Vec<Citation>,
    /// Column "Bộ phận tổ chức thực hiện".
    pub organisers: RichText,
    /// Column "Cá nhân thực hiện".
    pub persons: RichText,
    /// Column "Nội dung cần thực hiện".
    pub work: RichText,
    /// Column "Cách thức tổ chức thực hiện".
    pub method: RichText,
    /// Column "Kết quả sau khi thực hiện".
    pub result: RichText,
    /// Column "Hiệu quả mang lại".
    pub benefit: RichText,
}

impl Task {
    /// Its six columns of text, in the order of Phụ lục I.
    pub fn columns_mut(&mut self) -> [&mut RichText; 6] {
        [
            &mut self.organisers,
            &mut self.persons,
            &mut self.work,
            &mut self.method,
            &mut self.result,
            &mut self.benefit,
        ]
    }
}
