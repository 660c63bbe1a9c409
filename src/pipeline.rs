//! The five calls in order: load, check, merge, render, write. Between them the gates: what has an
//! error goes no further, and nothing is written unless all is sound.

use std::path::Path;
use std::path::PathBuf;

use crate::check::Checked;
use crate::check::check;
use crate::diagnostic::Diagnostics;
use crate::load::Request;
use crate::load::load;
use crate::load::load_catalogue;
use crate::merge::merge;
use crate::model::plan::Plan;
use crate::render::render;
use crate::source::Sources;
use crate::source::Templates;
use crate::write::WriteSummary;
use crate::write::write;

/// A run: what was read and what was found.
#[derive(Debug, Default)]
pub struct Session {
    /// Every text and workbook.
    pub sources: Sources,
    /// Every finding.
    pub diagnostics: Diagnostics,
}

impl Session {
    /// Loads and checks what a request names.
    pub fn check(&mut self, root: PathBuf, communes: Vec<String>) -> (Checked, Templates) {
        let request = Request { root, communes };
        let mut inputs = load(&request, &mut self.sources, &mut self.diagnostics);
        let templates = std::mem::take(&mut inputs.templates);
        (
            check(inputs, &mut self.sources, &mut self.diagnostics),
            templates,
        )
    }

    /// Loads and checks what all communes share, and no commune.
    pub fn check_catalogue(&mut self, root: PathBuf) -> Checked {
        let inputs = load_catalogue(&root, &mut self.sources, &mut self.diagnostics);
        check(inputs, &mut self.sources, &mut self.diagnostics)
    }

    /// Merges what was checked; nothing where there are errors.
    pub fn merge(&mut self, checked: &Checked) -> Option<Vec<Plan>> {
        if self.diagnostics.has_errors() {
            return None;
        }
        let plans = merge(checked, &mut self.diagnostics);
        (!self.diagnostics.has_errors()).then_some(plans)
    }

    /// Renders and writes; nothing where there are errors.
    pub fn publish(
        &mut self,
        checked: Checked,
        plans: &[Plan],
        templates: &Templates,
        output: &Path,
    ) -> Option<WriteSummary> {
        let mut outputs = render(plans, templates, &mut self.sources, &mut self.diagnostics);
        if self.diagnostics.has_errors() {
            return None;
        }
        for commune in checked.communes {
            // The commune's own workbook, as it was given.
            let path = format!("site/{}/du-toan.xlsx", commune.profile.slug);
            outputs.insert(path, commune.workbook);
        }
        write(&outputs, output, &mut self.sources, &mut self.diagnostics)
    }
}
