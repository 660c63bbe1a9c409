//! Plans → the bytes of every file of the output. Renderers draw the view and nothing else; they
//! read no file but the templates and do no arithmetic.

mod output_set;
mod pdf;
mod site;
mod view;

pub use output_set::OutputSet;

use rayon::prelude::*;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::plan::Plan;
use crate::source::Origin;
use crate::source::Sources;
use crate::source::Templates;
use view::Labels;
use view::PlanView;

/// A template or label that cannot be drawn: the maintainer's fault, never an official's.
#[derive(Debug)]
struct TemplateFault {
    code: Code,
    path: String,
    message: String,
}

impl TemplateFault {
    fn new(path: &str, message: impl Into<String>) -> Self {
        Self {
            code: Code::TEMPLATE,
            path: path.to_owned(),
            message: message.into(),
        }
    }
}

/// Draws the website with the PDF of every plan in it.
pub fn render(
    plans: &[Plan],
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> OutputSet {
    let (outputs, faults) = draw(plans, templates);
    for fault in faults {
        let at = Origin::File(sources.add_unreadable(&fault.path));
        diagnostics.report(Diagnostic::error(fault.code, at, fault.message));
    }
    outputs
}

fn draw(plans: &[Plan], templates: &Templates) -> (OutputSet, Vec<TemplateFault>) {
    let mut outputs = OutputSet::default();
    let mut faults = Vec::new();
    let labels = match labels(templates) {
        Ok(labels) => labels,
        Err(fault) => return (outputs, vec![fault]),
    };
    let views: Vec<PlanView> = plans.iter().map(|plan| view::view(plan, &labels)).collect();
    match site::render(&views, &labels, templates) {
        Ok(pages) => outputs.extend(pages),
        Err(fault) => faults.push(fault),
    }
    let prints: Vec<_> = views
        .par_iter()
        .map(|view| {
            (
                format!("site/{}/ke-hoach.pdf", view.slug),
                pdf::render(view, templates),
            )
        })
        .collect();
    for (path, print) in prints {
        match print {
            Ok(bytes) => outputs.insert(path, bytes),
            Err(more) => faults.extend(more),
        }
    }
    (outputs, faults)
}

fn labels(templates: &Templates) -> Result<Labels, TemplateFault> {
    let path = "templates/labels.yaml";
    let fault = |message: String| TemplateFault {
        code: Code::LABELS,
        path: path.to_owned(),
        message: format!("tệp chữ cố định không đọc được: {message}"),
    };
    let bytes = templates
        .get(path)
        .ok_or_else(|| fault("không có tệp".to_owned()))?;
    serde_yaml::from_slice(bytes).map_err(|error| fault(error.to_string()))
}
