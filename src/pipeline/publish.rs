//! Plans → their files, commune by commune, so that no more of them are in memory than there are cores; and
//! then what speaks of all. Nothing stands in the place of the old output unless all of it could be made.

use std::path::Path;

use super::Session;
use super::communes::Read;
use super::each::each;
use crate::check::CheckedCommune;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::merge::handbook;
use crate::merge::merge;
use crate::model::Catalogue;
use crate::read::Library;
use crate::render::Card;
use crate::render::Drawn;
use crate::render::Renderer;
use crate::render::TemplateFault;
use crate::render::report_faults;
use crate::source::Sources;
use crate::write::Fault;
use crate::write::Fresh;
use crate::write::WriteSummary;

/// A commune without errors whose plan is to be drawn.
pub(super) struct ToDraw {
    /// Its number among those that are asked for.
    pub number: usize,
    pub slug: String,
    /// What was read of it; the few first ones are kept.
    pub commune: Option<CheckedCommune>,
}

/// What was published.
#[derive(Debug)]
pub struct Published {
    /// The files.
    pub written: WriteSummary,
    /// A card for each plan.
    pub cards: Vec<Card>,
}

/// The texts and findings of a commune that was read once more.
type Own = (Sources, Diagnostics);

/// Why a commune cannot be published.
enum Stop {
    /// Its files are others than they were.
    Changed(Box<Own>),
    Merge(Diagnostic),
    Template(Vec<TemplateFault>),
    Disk(Fault),
}

impl Stop {
    fn report(self, sources: &mut Sources, diagnostics: &mut Diagnostics) {
        match self {
            Self::Changed(own) => {
                sources.take(own.0);
                diagnostics.take(own.1);
            }
            Self::Merge(finding) => {
                diagnostics.report(finding);
            }
            Self::Template(faults) => report_faults(faults, sources, diagnostics),
            Self::Disk(fault) => fault.report(sources, diagnostics),
        }
    }
}

/// Merges, draws and writes communes; `read` reads one again that was not kept.
pub(super) fn publish(
    session: &mut Session,
    communes: Vec<ToDraw>,
    read: &(dyn Fn(&ToDraw) -> Read + Sync),
    library: &Library,
    output: &Path,
) -> Option<Published> {
    let (sources, diagnostics) = (&mut session.sources, &mut session.diagnostics);
    let renderer = Renderer::new(&library.templates, sources, diagnostics)?;
    let fresh = Fresh::begin(output, sources, diagnostics)?;
    let publish = |mut to_draw: ToDraw| {
        let (commune, own) = match to_draw.commune.take() {
            Some(commune) => (commune, None),
            None => {
                let (commune, own) = read_again(read(&to_draw))?;
                (commune, Some(own))
            }
        };
        let card = commune_published(commune, &library.catalogue, &renderer, &fresh);
        card.map_err(|stop| match (stop, own) {
            (Stop::Merge(finding), Some(mut own)) => {
                own.1.report(finding);
                Stop::Changed(own)
            }
            (stop, _) => stop,
        })
    };
    let cards: Vec<Result<Card, Stop>> = each(communes, publish);
    let cards: Result<Vec<Card>, Stop> = cards.into_iter().collect();
    let cards = cards.and_then(|cards| {
        let handbook = handbook(&library.catalogue);
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

/// A commune that was read once more, and what its places are in.
fn read_again(read: Read) -> Result<(CheckedCommune, Box<Own>), Stop> {
    let own = Box::new((read.sources, read.diagnostics));
    let commune = read.outcome.and_then(|outcome| outcome.checked);
    match commune.filter(|_| !own.1.has_errors()) {
        Some(commune) => Ok((commune, own)),
        None => Err(Stop::Changed(own)),
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
