//! The catalogue: everything that is the same for every commune.

use std::collections::BTreeMap;

use super::{
    Abbreviation, Body, BudgetRow, BudgetRowId, Component, DemandSource, Explanation,
    KnownProvince, LegalBasis, Objective, ProvinceTaskGroup, RichText, Section, SectionId, Size,
    Task, ascii_code, sort_key,
};

/// Components, objectives, tasks, bodies, legal bases, budget rows and sections, each in its order.
#[derive(Debug, Clone, Default)]
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
    pub sections: BTreeMap<SectionId, Section>,
    /// The province's tasks, in the order of the source.
    pub province_tasks: Vec<ProvinceTaskGroup>,
    /// The abbreviations, in the order of the Vietnamese alphabet.
    pub glossary: Vec<Abbreviation>,
    /// The provinces and cities that there are.
    pub provinces: Vec<KnownProvince>,
    /// What the codes of findings mean, by code.
    pub rules: Vec<Explanation>,
    /// Between which bounds amounts usually lie.
    pub sizes: Vec<Size>,
    /// What the sources ask of plans, a source after another.
    pub demands: Vec<DemandSource>,
}

/// The catalogue to be read for itself: every placeholder of its texts is filled.
#[derive(Debug)]
pub struct Handbook {
    /// The entries.
    pub catalogue: Catalogue,
}

impl Catalogue {
    /// The component of a code in either spelling (`ƯDCQS7` or `UDCQS7`).
    pub fn component(&self, code: &str) -> Option<&Component> {
        let mut components = self.components.iter();
        let official = components.find(|component| component.code == code);
        official.or_else(|| {
            let wanted = ascii_code(code);
            let mut components = self.components.iter();
            components.find(|component| ascii_code(&component.code) == wanted)
        })
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

    /// The bodies as a list to look one up in: by name.
    pub fn bodies_by_name(&self) -> Vec<&Body> {
        let mut bodies: Vec<&Body> = self.bodies.iter().collect();
        bodies.sort_by_cached_key(|body| sort_key(&body.name.to_plain()));
        bodies
    }

    /// The documents as a list to look one up in: by kind and number.
    pub fn documents_by_name(&self) -> Vec<&LegalBasis> {
        let mut documents: Vec<&LegalBasis> = self.legal.iter().collect();
        documents.sort_by_cached_key(|document| sort_key(&document.name()));
        documents
    }

    /// The row of Phụ lục II of a code.
    pub fn budget_row(&self, id: &BudgetRowId) -> Option<&BudgetRow> {
        self.budget_rows.iter().find(|row| row.id == *id)
    }

    /// The components that need the one of this official code, alone or among others.
    pub fn needing(&self, code: &str) -> impl Iterator<Item = &Component> {
        self.components.iter().filter(move |component| {
            component
                .depends_on
                .iter()
                .any(|need| need.any_of.iter().any(|needed| needed == code))
        })
    }

    /// The same catalogue with every placeholder of its texts replaced by what `value` gives.
    #[must_use]
    pub fn filled(&self, value: &impl Fn(&str) -> String) -> Self {
        let fill = |text: &mut RichText| *text = text.filled(value);
        let mut filled = self.clone();
        for component in &mut filled.components {
            fill(&mut component.work);
            fill(&mut component.product);
            component.guidance = component.guidance.each(|text| text.filled(value));
        }
        for objective in &mut filled.objectives {
            fill(&mut objective.measurement);
        }
        for task in &mut filled.tasks {
            for text in task.columns_mut() {
                fill(text);
            }
        }
        for body in &mut filled.bodies {
            fill(&mut body.name);
            body.name_by_kind.values_mut().for_each(fill);
            fill(&mut body.duties);
        }
        for section in filled.sections.values_mut() {
            fill(&mut section.text);
        }
        let groups = filled.province_tasks.iter_mut();
        for task in groups.flat_map(|group| &mut group.tasks) {
            fill(&mut task.text);
        }
        filled
    }
}
