//! Random estimates, written as accountants write them in one of the shapes of [`shapes`]: read to the
//! same lines, or refused with a finding at a cell. Never a third thing.

#[path = "../support/random.rs"]
#[expect(dead_code, reason = "shared with the other tests")]
mod random;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "shared with the other tests")]
mod support;

mod draw;
mod lines;
mod shapes;
mod write;

use std::collections::BTreeMap;
use std::fs;

use xaso::diagnostic::Severity;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::pipeline::Session;
use xaso::source::Origin;

use lines::Entry;
use random::Random;
use support::Folder;

/// How many estimates of each shape are written.
const ROUNDS: usize = 8;

#[test]
fn an_estimate_of_any_shape_is_read_as_it_is_or_refused_at_a_cell() {
    let mut random = Random::new("shapes");
    let mut read: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for round in 0..ROUNDS {
        let folder = Folder::sample();
        let communes = folder.path().join("content/communes");
        let profile = fs::read_to_string(communes.join("xa-mau.yaml")).expect("the profile");
        fs::remove_file(communes.join("xa-mau.yaml")).expect("the sample");
        fs::remove_dir_all(folder.path().join("budgets")).expect("its estimate");
        fs::create_dir(folder.path().join("budgets")).expect("a folder");
        let mut wanted = BTreeMap::new();
        for (index, shape) in shapes::ALL.iter().enumerate() {
            let slug = format!("xa-mau-{index}");
            let (book, lines) = (shape.write)(&mut random);
            book.save(&folder.path().join(format!("budgets/{slug}.xlsx")));
            fs::write(communes.join(format!("{slug}.yaml")), &profile).expect("a profile");
            wanted.insert(slug, (shape, lines));
        }
        let mut session = Session::default();
        let checked = session.check(&Request::all(Overlay::of_folder(folder.path())));
        for (slug, (shape, wanted)) in wanted {
            let commune = checked.communes.iter().find(|it| it.profile.slug == slug);
            let commune = commune.expect("a sound profile");
            let refusals = errors(&session, &slug);
            let mut seen: Vec<Entry> = commune.estimate.lines.iter().map(Entry::of).collect();
            let mut wanted = wanted;
            seen.sort();
            wanted.sort();
            match refusals.as_slice() {
                [] if seen == wanted => {}
                [] => {
                    faults.push(format!(
                        "round {round}, {}: {seen:?}, not {wanted:?}",
                        shape.name
                    ));
                    continue;
                }
                [..] if shape.is_read || !refusals.iter().any(|(at_cell, _)| *at_cell) => {
                    faults.push(format!(
                        "round {round}, {}: refused: {refusals:?}",
                        shape.name
                    ));
                    continue;
                }
                [..] => continue,
            }
            *read.entry(shape.name).or_default() += 1;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for shape in shapes::ALL {
        let n_read = read.get(shape.name).copied().unwrap_or(0);
        assert_eq!(
            n_read == ROUNDS,
            shape.is_read,
            "{}: read {n_read} times",
            shape.name
        );
    }
}

/// The errors in a commune's workbook, each with whether it names a cell.
fn errors(session: &Session, slug: &str) -> Vec<(bool, String)> {
    let path = format!("budgets/{slug}.xlsx");
    let findings = session.diagnostics.sorted(&session.sources);
    let own = findings.iter().filter(|finding| {
        finding.severity == Severity::Error
            && session.sources.path(finding.at.file()).ends_with(&path)
    });
    own.map(|finding| {
        let at_cell = matches!(finding.at, Origin::Cell { .. });
        (at_cell, finding.message.clone())
    })
    .collect()
}
