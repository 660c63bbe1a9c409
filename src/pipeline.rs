//! The five calls in order: load, check, merge, render, write. Between them the gates: what has an
//! error goes no further, and nothing is written unless all is sound.

mod each;

use std::path::Path;
use std::path::PathBuf;

use crate::check::Checked;
use crate::check::CheckedCommune;
use crate::check::check;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::load::Request;
use crate::load::load;
use crate::load::load_catalogue;
use crate::merge::handbook;
use crate::merge::merge;
use crate::model::Catalogue;
use crate::model::Handbook;
use crate::model::Province;
use crate::model::Starter;
use crate::model::plan::Plan;
use crate::render::Card;
use crate::render::Drawn;
use crate::render::Renderer;
use crate::render::TemplateFault;
use crate::render::gaps;
use crate::render::report_faults;
use crate::render::schemas;
use crate::render::show;
use crate::render::starter;
use crate::source::Sources;
use crate::source::Templates;
use crate::write::Existing;
use crate::write::Fault;
use crate::write::Fresh;
use crate::write::WriteSummary;
use crate::write::refuse_taken;
use crate::write::write_files;
use each::each;

pub use crate::render::Shown;

/// Where the profiles look for their schema, in the user's folder.
pub const SCHEMAS: &str = "content/schema";

/// What was written for a new commune.
#[derive(Debug)]
pub struct Begun {
    /// The files.
    pub paths: Vec<String>,
    /// The province that stands there, where it is another than was asked for.
    pub province: Option<Province>,
}

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

    /// Loads and checks what all communes share.
    fn catalogue(&mut self, root: &Path) -> (Catalogue, Templates) {
        let mut inputs = load_catalogue(root, &mut self.sources, &mut self.diagnostics);
        let templates = std::mem::take(&mut inputs.templates);
        let checked = check(inputs, &mut self.sources, &mut self.diagnostics);
        (checked.catalogue, templates)
    }

    /// What all communes share, to be read for itself.
    pub fn handbook(&mut self, root: &Path) -> (Handbook, Templates) {
        let (catalogue, templates) = self.catalogue(root);
        (handbook(&catalogue), templates)
    }

    /// Writes the schema of every YAML file into a folder and tells their names; nothing where the
    /// guidance has errors.
    pub fn write_schemas(&mut self, root: &Path, folder: &Path) -> Option<Vec<String>> {
        let (catalogue, templates) = self.catalogue(root);
        if self.diagnostics.has_errors() {
            return None;
        }
        let (sources, diagnostics) = (&mut self.sources, &mut self.diagnostics);
        let outputs = schemas(&catalogue, &templates, sources, diagnostics)?;
        write_files(&outputs, folder, Existing::Replace, sources, diagnostics)?;
        Some(outputs.iter().map(|(path, _)| path.to_owned()).collect())
    }

    /// Writes the profile and the workbook of a new commune and tells their paths, and the schemas that
    /// the profile names; nothing where one of the two is there already or the guidance has errors.
    pub fn begin(&mut self, root: &Path, commune: &Starter, slug: &str) -> Option<Begun> {
        let (catalogue, templates) = self.catalogue(root);
        if self.diagnostics.has_errors() {
            return None;
        }
        let (sources, diagnostics) = (&mut self.sources, &mut self.diagnostics);
        let outputs = starter(&catalogue, commune, slug, &templates, sources, diagnostics)?;
        let schemas = schemas(&catalogue, &templates, sources, diagnostics)?;
        refuse_taken(&outputs, root, sources, diagnostics)?;
        // The schemas first: where they cannot be written, there is no half-made commune.
        let folder = root.join(SCHEMAS);
        write_files(&schemas, &folder, Existing::Replace, sources, diagnostics)?;
        write_files(&outputs, root, Existing::Refuse, sources, diagnostics)?;
        let written = commune.province.as_deref();
        Some(Begun {
            paths: outputs.iter().map(|(path, _)| path.to_owned()).collect(),
            province: written.and_then(|it| Province::renamed(it, &catalogue.provinces)),
        })
    }

    /// What the handbook says of a code; nothing where the guidance has errors.
    pub fn show(&mut self, root: &Path, code: &str) -> Option<Shown> {
        let (handbook, templates) = self.handbook(root);
        if self.diagnostics.has_errors() {
            return None;
        }
        show(
            &handbook,
            code,
            &templates,
            &mut self.sources,
            &mut self.diagnostics,
        )
    }

    /// Merges what was checked, whose cost lines the plans take over; nothing where there are errors.
    pub fn merge(&mut self, checked: &mut Checked) -> Option<Vec<Plan>> {
        if self.diagnostics.has_errors() {
            return None;
        }
        let catalogue = &checked.catalogue;
        let communes = checked.communes.iter_mut();
        let plans = communes.map(|commune| merge(catalogue, commune));
        let plans: Result<Vec<Plan>, Diagnostic> = plans.collect();
        plans
            .map_err(|finding| self.diagnostics.report(finding))
            .ok()
    }

    /// What each plan leaves out, as text.
    pub fn gaps(&mut self, plans: &[Plan], templates: &Templates) -> Option<String> {
        gaps(plans, templates, &mut self.sources, &mut self.diagnostics)
    }

    /// Merges, renders and writes commune by commune, so that no more of them are in memory than there
    /// are cores; nothing where there are errors.
    pub fn publish(
        &mut self,
        checked: Checked,
        templates: &Templates,
        output: &Path,
    ) -> Option<Published> {
        if self.diagnostics.has_errors() {
            return None;
        }
        let (sources, diagnostics) = (&mut self.sources, &mut self.diagnostics);
        let renderer = Renderer::new(templates, sources, diagnostics)?;
        let fresh = Fresh::begin(output, sources, diagnostics)?;
        let Checked {
            catalogue,
            communes,
            ..
        } = checked;
        let publish = |commune| commune_published(commune, &catalogue, &renderer, &fresh);
        let cards: Vec<Result<Card, Stop>> = each(communes, publish);
        let cards: Result<Vec<Card>, Stop> = cards.into_iter().collect();
        let cards = cards.and_then(|cards| {
            let handbook = handbook(&catalogue);
            let files = renderer.whole(&cards, &handbook);
            put(files.map_err(|fault| Stop::Template(vec![fault]))?, &fresh)?;
            Ok(cards)
        });
        match cards {
            Ok(cards) => {
                let written = fresh.publish(sources, diagnostics)?;
                Some(Published { written, cards })
            }
            Err(stop) => {
                stop.report(sources, diagnostics);
                None
            }
        }
    }
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// The files.
    pub written: WriteSummary,
    /// A card for each plan.
    pub cards: Vec<Card>,
}

/// Why a commune cannot be published.
enum Stop {
    Merge(Diagnostic),
    Template(Vec<TemplateFault>),
    Disk(Fault),
}

impl Stop {
    fn report(self, sources: &mut Sources, diagnostics: &mut Diagnostics) {
        match self {
            Self::Merge(finding) => {
                diagnostics.report(finding);
            }
            Self::Template(faults) => report_faults(faults, sources, diagnostics),
            Self::Disk(fault) => fault.report(sources, diagnostics),
        }
    }
}

/// Merges, renders and writes the plan of a commune; its estimate as it was given lies beside the workbook
/// that is drawn.
fn commune_published(
    mut commune: CheckedCommune,
    catalogue: &Catalogue,
    renderer: &Renderer<'_>,
    fresh: &Fresh,
) -> Result<Card, Stop> {
    let plan = merge(catalogue, &mut commune).map_err(Stop::Merge)?;
    let (files, card) = renderer.plan(&plan).map_err(Stop::Template)?;
    put(files, fresh)?;
    if let Some(given) = commune.given {
        let path = format!("{}/{}", plan.slug, given.published_name());
        fresh.put(&path, &given.bytes).map_err(Stop::Disk)?;
    }
    Ok(card)
}

fn put(files: Vec<Drawn>, fresh: &Fresh) -> Result<(), Stop> {
    let mut files = files.into_iter();
    let put = files.try_for_each(|(path, bytes)| fresh.put(&path, &bytes));
    put.map_err(Stop::Disk)
}
