//! The six calls in order: load, read, check, merge, render, write. Between them the gates: what has an
//! error goes no further, and nothing is written unless all is sound.
//!
//! What all communes share is loaded, read and checked once. Then comes commune by commune: `communes` loads,
//! reads and checks each by itself, `publish` merges, renders and writes it.

mod communes;
mod each;
mod publish;

use std::path::Path;

use crate::check;
use crate::check::CheckedCommune;
use crate::diagnostic::Diagnostics;
use crate::load::Files;
use crate::load::load_catalogue;
use crate::load::load_shared;
use crate::merge::handbook;
use crate::merge::merge;
use crate::model::Catalogue;
use crate::model::Handbook;
use crate::model::Province;
use crate::model::Starter;
use crate::model::Tally;
use crate::model::plan::Plan;
use crate::read;
use crate::read::Library;
use crate::render::gaps;
use crate::render::schemas;
use crate::render::show;
use crate::render::starter;
use crate::source::Sources;
use crate::source::Templates;
use crate::write::Existing;
use crate::write::refuse_taken;
use crate::write::write_files;
use communes::Loaded;
use publish::ToDraw;
use publish::publish;

pub use crate::load::Disk;
pub use crate::load::Overlay;
pub use crate::load::Request;
pub(crate) use crate::load::in_plain_letters;
pub use crate::render::Shown;
pub use communes::Checked;
pub use publish::Published;

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

/// So many communes are kept in memory between the check and the drawing of their plans; the others are
/// read again.
const KEPT: usize = 16;

impl Session {
    /// Loads and checks what a request names, and keeps all of it.
    pub fn check(&mut self, request: &Request) -> Checked<CheckedCommune> {
        self.each_commune(request, usize::MAX, |ready| Some(ready.commune))
    }

    /// Loads, checks and merges what a request names, commune by commune; `keep` says what is kept of each
    /// plan. There is none of a commune with errors, and none at all where what they share has errors.
    pub fn plans<R: Send>(
        &mut self,
        request: &Request,
        keep: impl Fn(Plan) -> R + Sync,
    ) -> Checked<R> {
        self.each_commune(request, 0, |mut ready| {
            if !ready.is_sound {
                return None;
            }
            let plan = merge(&ready.library.catalogue, &mut ready.commune);
            let plan = plan.map_err(|finding| ready.diagnostics.report(finding));
            plan.ok().map(&keep)
        })
    }

    /// Loads and checks what a request names; where there are no errors, merges, draws and writes it commune
    /// by commune. What was read is told in any case.
    pub fn build(&mut self, request: &Request, output: &Path) -> (Vec<Tally>, Option<Published>) {
        let checked = self.each_commune(request, KEPT, |ready| {
            Some(ToDraw {
                number: ready.number,
                slug: ready.commune.profile.slug.clone(),
                commune: (ready.number < KEPT).then_some(ready.commune),
            })
        });
        if self.diagnostics.has_errors() {
            return (checked.tallies, None);
        }
        let Checked { library, files, .. } = checked;
        let shared = self.diagnostics.of_commune();
        let read = |it: &ToDraw| {
            let loaded = Loaded::of(it.number, &it.slug, &files, request.files.as_ref());
            loaded.checked(&library, &shared)
        };
        let published = publish(self, checked.communes, &read, &library, output);
        (checked.tallies, published)
    }

    /// Loads and checks what all communes share.
    fn library(&mut self, files: &dyn Files) -> Library {
        let inputs = load_shared(files, &mut self.sources, &mut self.diagnostics);
        let library = read::library(inputs, &mut self.sources, &mut self.diagnostics);
        check::library(&library, &mut self.diagnostics);
        library
    }

    /// Likewise, but for the prices, which are all that is checked of it.
    fn catalogue(&mut self, files: &dyn Files) -> (Catalogue, Templates) {
        let inputs = load_catalogue(files, &mut self.sources, &mut self.diagnostics);
        let library = read::library(inputs, &mut self.sources, &mut self.diagnostics);
        (library.catalogue, library.templates)
    }

    /// The guidance, to be read for itself.
    pub fn handbook(&mut self, files: &dyn Files) -> (Handbook, Templates) {
        let (catalogue, templates) = self.catalogue(files);
        (handbook(&catalogue), templates)
    }

    /// Writes the schema of every YAML file into a folder and tells their names; nothing where the
    /// guidance has errors.
    pub fn write_schemas(&mut self, files: &dyn Files, folder: &Path) -> Option<Vec<String>> {
        let (catalogue, templates) = self.catalogue(files);
        if self.diagnostics.has_errors() {
            return None;
        }
        let (sources, diagnostics) = (&mut self.sources, &mut self.diagnostics);
        let outputs = schemas(&catalogue, &templates, sources, diagnostics)?;
        write_files(&outputs, folder, Existing::Replace, sources, diagnostics)?;
        Some(outputs.iter().map(|(path, _)| path.to_owned()).collect())
    }

    /// Writes the profile and the workbook of a new commune below a folder and tells their paths, and the schemas that
    /// the profile names; nothing where one of the two is there already or the guidance has errors.
    pub fn begin(
        &mut self,
        files: &dyn Files,
        commune: &Starter,
        slug: &str,
        root: &Path,
    ) -> Option<Begun> {
        let (catalogue, templates) = self.catalogue(files);
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
    pub fn show(&mut self, files: &dyn Files, code: &str) -> Option<Shown> {
        let (handbook, templates) = self.handbook(files);
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

    /// What each plan leaves out, as text.
    pub fn gaps(&mut self, plans: &[Plan], templates: &Templates) -> Option<String> {
        gaps(plans, templates, &mut self.sources, &mut self.diagnostics)
    }
}
