//! The catalogue: everything that is the same for every commune.

use std::collections::BTreeMap;

use super::{
    Body, BudgetRow, BudgetRowId, Component, LegalBasis, Objective, RichText, SectionId, Task,
    ascii_code,
};

/// Components, objectives, tasks, bodies, legal bases, budget rows and sections, each in its order.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The components, in the order of the model.
    pub components: Vec<Component>,
    /// The objectives, by code.
    pub objectives: Vec<Objective>,
    /// The tasks, by code.
    pub tasks: Vec<Task>,
    /// The bodies, in the order of part VIII.
    pub bodies: Vec<Body>,
    /// The register of documents, in the order in which plans cite them.
    pub legal: Vec<LegalBasis>,
    /// The rows of Phụ lục II, parents before children.
    pub budget_rows: Vec<BudgetRow>,
    /// The plan's own sections.
    pub sections: BTreeMap<SectionId, RichText>,
}

impl Catalogue {
    /// The component of a code in either spelling (`ƯDCQS7` or `UDCQS7`).
    pub fn component(&self, code: &str) -> Option<&Component> {
        let wanted = ascii_code(code);
        self.components
            .iter()
            .find(|component| ascii_code(&component.code) == wanted)
    }

    /// The objective of a code.
    pub fn objective(&self, code: &str) -> Option<&Objective> {
        self.objectives
            .iter()
            .find(|objective| objective.code == code)
    }

    /// The task of a code.
    pub fn task(&self, code: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.code == code)
    }

    /// The body of a code.
    pub fn body(&self, code: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.code == code)
    }

    /// The document of a code in the register.
    pub fn document(&self, code: &str) -> Option<&LegalBasis> {
        self.legal.iter().find(|document| document.code == code)
    }

    /// The row of Phụ lục II of a code.
    pub fn budget_row(&self, id: &BudgetRowId) -> Option<&BudgetRow> {
        self.budget_rows.iter().find(|row| row.id == *id)
    }
}
