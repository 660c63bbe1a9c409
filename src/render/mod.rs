//! Plans → the bytes of every file of the output. Renderers draw the view and nothing else; they
//! read no file but the templates and do no arithmetic.

mod chart;
mod output_set;
mod pdf;
mod plain;
mod schema;
mod site;
mod starter;
mod text;
mod view;
mod xlsx;

pub use output_set::OutputSet;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::nearest;
use crate::model::Catalogue;
use crate::model::Handbook;
use crate::model::Starter;
use crate::model::ascii_code;
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

/// Draws the website: the PDF and the workbook of every plan in it, and the handbook.
pub fn render(
    plans: &[Plan],
    handbook: &Handbook,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> OutputSet {
    let (outputs, faults) = draw(plans, handbook, templates);
    for fault in faults {
        report(fault, sources, diagnostics);
    }
    outputs
}

/// What the handbook says of a code.
#[derive(Debug, PartialEq, Eq)]
pub enum Shown {
    /// Its entry as text for a terminal.
    Entry(String),
    /// There is no entry of this code; the nearest one, if any is near.
    Unknown(Option<String>),
}

/// Draws the schema of every YAML file, below `content/schema/`.
pub fn schemas(
    catalogue: &Catalogue,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<OutputSet> {
    match schema::schemas(catalogue, templates) {
        Ok(schemas) => {
            let mut outputs = OutputSet::default();
            for (name, schema) in schemas {
                outputs.insert(name.to_owned(), format!("{schema:#}\n").into_bytes());
            }
            Some(outputs)
        }
        Err(fault) => {
            report(fault, sources, diagnostics);
            None
        }
    }
}

/// Draws what a new commune begins with: its profile and its workbook, by their paths in the user's
/// folder.
pub fn starter(
    catalogue: &Catalogue,
    starter: &Starter,
    slug: &str,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<OutputSet> {
    let labels = read_labels(templates, sources, diagnostics)?;
    match starter::render(catalogue, starter, slug, &labels, templates) {
        Ok(files) => {
            let mut outputs = OutputSet::default();
            outputs.extend(files);
            Some(outputs)
        }
        Err(fault) => {
            report(fault, sources, diagnostics);
            None
        }
    }
}

/// Draws what each plan leaves out for a terminal; nothing where the labels cannot be read.
pub fn gaps(
    plans: &[Plan],
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let labels = read_labels(templates, sources, diagnostics)?;
    let pages = plans.iter().map(|plan| {
        let page = view::gaps::page(plan, &labels);
        let heading = format!("{}. {}", plan.commune.sentence_name(), page.title);
        text::render(&heading, &page.blocks)
    });
    Some(pages.collect::<Vec<_>>().join("\n"))
}

/// Draws one entry of the handbook for a terminal; nothing where the labels cannot be read.
pub fn show(
    handbook: &Handbook,
    code: &str,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Shown> {
    let labels = read_labels(templates, sources, diagnostics)?;
    let view = view::handbook::view(handbook, &labels);
    Some(match view.entry(code) {
        Some(entry) => Shown::Entry(text::render(&entry.title, &entry.blocks)),
        None => Shown::Unknown(nearest(&ascii_code(code), view.codes()).map(str::to_owned)),
    })
}

/// The labels; faults in them are reported.
fn read_labels(
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Labels> {
    parse_labels(templates)
        .map_err(|fault| report(fault, sources, diagnostics))
        .ok()
}

fn report(fault: TemplateFault, sources: &mut Sources, diagnostics: &mut Diagnostics) {
    let at = Origin::File(sources.add_unreadable(&fault.path));
    diagnostics.report(Diagnostic::new(fault.code, at, fault.message));
}

fn draw(
    plans: &[Plan],
    handbook: &Handbook,
    templates: &Templates,
) -> (OutputSet, Vec<TemplateFault>) {
    let mut outputs = OutputSet::default();
    let mut faults = Vec::new();
    let labels = match parse_labels(templates) {
        Ok(labels) => labels,
        Err(fault) => return (outputs, vec![fault]),
    };
    let views: Vec<PlanView> = plans.iter().map(|plan| view::view(plan, &labels)).collect();
    let handbook = view::handbook::view(handbook, &labels);
    match site::render(&views, &handbook, &labels, templates) {
        Ok(pages) => outputs.extend(pages),
        Err(fault) => faults.push(fault),
    }
    let workbooks: Vec<_> = plans
        .par_iter()
        .zip(&views)
        .map(|(plan, view)| {
            (
                format!("site/{}/du-toan.xlsx", view.slug),
                xlsx::render(plan, view, &labels),
            )
        })
        .collect();
    for (path, workbook) in workbooks {
        match workbook {
            Ok(bytes) => outputs.insert(path, bytes),
            Err(fault) => faults.push(fault),
        }
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

/// The labels, or the same file as a plain value.
fn parse_labels<T: DeserializeOwned>(templates: &Templates) -> Result<T, TemplateFault> {
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
