//! What a plan says of its place is said in the words of that place: in a phường nothing is of a xã, in a city under
//! the centre nothing of a province, in a commune of villages nothing of another unit, on a plain nothing of
//! mountains. Plans of every kind of commune, terrain and level of the province choose all that they can.

mod words;

use std::collections::BTreeSet;
use std::fmt::Write;

use xaso::diagnostic::Diagnostics;
use xaso::load::Memory;
use xaso::load::Overlay;
use xaso::pipeline::Session;
use xaso::render::Renderer;
use xaso::source::Sources;

use crate::selections;
use crate::selections::catalogue::Catalogue;
use crate::selections::files;
use crate::selections::pages::Pages;
use crate::selections::pages::lines;
use crate::selections::place::KINDS;
use crate::selections::place::PROVINCES;
use crate::selections::place::Place;
use crate::selections::place::TERRAINS;
use crate::selections::place::UNITS;
use words::ALLOWED;

/// So many faults are told.
const MOST_TOLD: usize = 60;

/// Every kind of place: each kind of commune in each terrain, in a province and in a city, with each of its units.
fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for (kind, _) in KINDS {
        for terrain in TERRAINS {
            for province in [PROVINCES[0], PROVINCES[2]] {
                let units = UNITS[usize::from(kind == "phuong")];
                places.push(Place {
                    kind,
                    terrain,
                    province,
                    unit: units[places.len() % units.len()],
                    has_district: false,
                });
            }
        }
    }
    places
}

/// A profile of a place that chooses all that is offered there.
fn profile(name: &str, place: &Place, catalogue: &Catalogue) -> String {
    let mut text = files::head(name, place, &[2027]);
    text.push_str("muc_tieu:\n");
    for objective in &catalogue.objectives {
        let _ = writeln!(
            text,
            "  - {{ma: {}, hien_trang: 1, gia_tri: {{2027: 2}}, ly_do: Điều kiện của địa phương}}",
            objective.code
        );
    }
    for (key, list) in [
        ("thanh_phan", &catalogue.components),
        ("nhiem_vu", &catalogue.tasks),
    ] {
        let offered = list.iter().filter(|it| it.is_offered(place.terrain));
        let codes: Vec<&str> = offered.map(|it| it.code.as_str()).collect();
        let _ = writeln!(text, "{key}: [{}]", codes.join(", "));
    }
    text
}

/// What was found, and which of the allowed texts were seen.
#[derive(Default)]
struct Found {
    faults: BTreeSet<String>,
    seen: BTreeSet<usize>,
}

impl Found {
    /// Reads lines that should have none of these words.
    fn read(&mut self, page: &str, lines: &[String], foreign: &[&str]) {
        for line in lines {
            let lower = line.to_lowercase();
            for word in foreign.iter().filter(|word| lower.contains(**word)) {
                if words::has(&lower, word, &mut self.seen) {
                    self.faults.insert(format!("{word}: {page}: {line}"));
                }
            }
        }
    }
}

/// What is found in the plans of all places.
fn in_plans() -> Found {
    let catalogue = Catalogue::new();
    let places = places();
    let mut communes = Memory::default();
    for (number, place) in places.iter().enumerate() {
        let text = profile(&format!("Nơi {number}"), place, &catalogue);
        communes.put(format!("content/communes/noi-{number}.yaml"), text);
        communes.put(format!("budgets/noi-{number}.yaml"), "du_toan: []\n");
    }
    let read = selections::read(communes, &|slug, pages: &Pages| {
        let number = slug.trim_start_matches("noi-").parse::<usize>();
        let place = &places[number.expect("a number")];
        let foreign = words::foreign(place);
        let mut found = Found::default();
        for (page, lines) in pages.lines() {
            found.read(page, &lines, &foreign);
        }
        found
    });
    assert_eq!(read.len(), places.len(), "plans");
    let mut all = Found::default();
    for (_, found) in read {
        all.faults.extend(found.faults);
        all.seen.extend(found.seen);
    }
    all
}

/// What is found in the handbook, which speaks of no place: of a xã of thôn in a province. How kinds of places are
/// written is what some of the rules are about.
fn in_handbook() -> Found {
    let mut session = Session::default();
    let (handbook, templates) = session.handbook(&Overlay::new(Memory::default()));
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let renderer = Renderer::new(&templates, &mut sources, &mut diagnostics).expect("templates");
    let files = renderer.whole(&[], &handbook).expect("templates that draw");
    let place = Place {
        kind: KINDS[0].0,
        terrain: TERRAINS[1],
        province: PROVINCES[0],
        unit: UNITS[0][0],
        has_district: false,
    };
    let foreign = words::of_levels(&place);
    let mut found = Found::default();
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, bytes) in pages.filter(|(path, _)| !path.ends_with("/quy-tac.html")) {
        let html = std::str::from_utf8(bytes).expect("letters");
        found.read(path, &lines(html), &foreign);
    }
    found
}

#[test]
fn what_is_said_of_a_place_is_in_its_words() {
    let mut seen = BTreeSet::new();
    for found in [in_plans(), in_handbook()] {
        let told: Vec<&str> = found
            .faults
            .iter()
            .take(MOST_TOLD)
            .map(String::as_str)
            .collect();
        assert!(
            told.is_empty(),
            "{}: {}",
            found.faults.len(),
            told.join("\n")
        );
        seen.extend(found.seen);
    }
    let unused = ALLOWED.iter().enumerate();
    let unused = unused.filter(|(index, _)| !seen.contains(index));
    let unused: Vec<(&str, &str)> = unused.map(|(_, it)| (it.text, it.why)).collect();
    assert!(unused.is_empty(), "nothing needs {unused:?}");
}
