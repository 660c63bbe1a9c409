//! Whatever a commune chooses, its plan speaks of that and of nothing else: a thousand random profiles of all kinds
//! of places, made by the library and read as a reader reads the pages. `XASO_SELECTIONS` asks for more of them.

pub(crate) mod catalogue;
mod draw;
mod figures;
pub(crate) mod files;
mod mentions;
pub(crate) mod pages;
pub(crate) mod place;
mod units;

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use xaso::diagnostic::Diagnostics;
use xaso::diagnostic::Severity;
use xaso::load::Memory;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::pipeline::Session;
use xaso::render::Renderer;
use xaso::source::Sources;

use crate::page;
use crate::support;
use crate::support::Folder;
use catalogue::Catalogue;
use draw::Profile;
use pages::Pages;

/// So many profiles are drawn.
const USUAL: usize = 1_000;

/// So many of them are printed.
const PRINTED: usize = 6;

/// So many faults are told.
const MOST_TOLD: usize = 40;

/// What was found in all plans, by what is held of them: each fault once, with the first plan that has it.
struct Found {
    mentions: BTreeMap<String, String>,
    figures: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
}

/// The plans, made once for all tests.
static FOUND: LazyLock<Found> = LazyLock::new(|| {
    let asked = std::env::var("XASO_SELECTIONS").ok();
    let number = asked.map_or(USUAL, |asked| asked.parse().expect("a number"));
    let catalogue = Catalogue::new();
    let profiles = profiles(0..number, &catalogue);
    let found = read(Memory::of(written(profiles.values())), &|slug, pages| {
        let profile = &profiles[slug];
        [
            mentions::faults(&catalogue, profile, pages),
            figures::faults(profile, pages),
            units::faults(profile, pages),
        ]
    });
    assert_eq!(found.len(), profiles.len(), "plans");
    let mut all: [BTreeMap<String, String>; 3] = Default::default();
    for (slug, faults) in found {
        for (all, faults) in all.iter_mut().zip(faults) {
            for fault in faults {
                all.entry(fault).or_insert_with(|| slug.clone());
            }
        }
    }
    let [mentions, figures, units] = all;
    Found {
        mentions,
        figures,
        units,
    }
});

fn profiles(
    numbers: impl Iterator<Item = usize>,
    catalogue: &Catalogue,
) -> BTreeMap<String, Profile> {
    let profiles = numbers.map(|number| Profile::random(number, catalogue));
    profiles.map(|it| (it.slug.clone(), it)).collect()
}

/// The files of these profiles and their estimates.
fn written<'a>(
    profiles: impl Iterator<Item = &'a Profile>,
) -> impl Iterator<Item = (String, &'a str)> {
    profiles.flat_map(|profile| {
        let Profile {
            slug,
            text,
            estimate,
            ..
        } = profile;
        [
            (format!("content/communes/{slug}.yaml"), text.as_str()),
            (format!("budgets/{slug}.yaml"), estimate.as_str()),
        ]
    })
}

/// Makes the plans of communes, which have no errors, and gives what is read of the pages of each.
pub(crate) fn read<R: Send>(
    communes: Memory,
    read: &(dyn Fn(&str, &Pages) -> R + Sync),
) -> Vec<(String, R)> {
    let mut session = Session::default();
    let (_, templates) = session.handbook(&Overlay::new(Memory::default()));
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let renderer = Renderer::new(&templates, &mut sources, &mut diagnostics).expect("templates");
    let mut session = Session::default();
    let plans = session.plans(&Request::all(Overlay::new(communes)), |plan| {
        let files = renderer.pages(&plan).expect("templates that draw");
        let pages = Pages::of(files);
        let found = read(&plan.slug, &pages);
        (plan.slug, found)
    });
    let sorted = session.diagnostics.sorted(&session.sources);
    let errors = sorted.iter().filter(|it| it.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|it| it.message.clone()).take(9).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    plans.communes
}

/// The text of a cell from its first attribute on.
fn text_behind(cell: &str) -> String {
    page::text(cell.split_once('>').map_or("", |(_, rest)| rest))
}

fn hold(faults: &BTreeMap<String, String>) {
    let told = faults.iter().take(MOST_TOLD);
    let told: Vec<String> = told
        .map(|(fault, slug)| format!("{slug} {fault}"))
        .collect();
    assert!(faults.is_empty(), "{}: {}", faults.len(), told.join("\n"));
}

#[test]
fn a_plan_speaks_of_what_is_in_it() {
    hold(&FOUND.mentions);
}

#[test]
fn no_figure_stands_against_a_target() {
    hold(&FOUND.figures);
}

#[test]
fn the_units_are_the_same_everywhere() {
    hold(&FOUND.units);
}

#[test]
fn the_summary_of_a_print_tells_the_targets() {
    let catalogue = Catalogue::new();
    let profiles = profiles(0..PRINTED, &catalogue);
    let folder = Folder::new();
    for (path, text) in written(profiles.values()) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    for (slug, profile) in &profiles {
        let print = folder
            .path()
            .join(format!("output/site/{slug}/ke-hoach.pdf"));
        let found = figures::summary(profile, &page::print_text(&print));
        assert!(found.is_empty(), "{slug}: {found:#?}");
    }
}
