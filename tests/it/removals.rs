//! What a folder takes away from the catalogue (`bo` in `content/settings.yaml`) is nowhere in it, whatever it is,
//! and the rest of the catalogue does without.

use std::collections::BTreeSet;

use xaso::diagnostic::Severity;
use xaso::load::Memory;
use xaso::load::Overlay;
use xaso::model::Catalogue;
use xaso::pipeline::Session;

/// The catalogue without these entries, and the messages of the errors.
fn without(codes: &[String]) -> (Catalogue, Vec<String>) {
    let mut settings = "bo:\n".to_owned();
    for code in codes {
        settings.push_str(&format!("  - {{ma: {code}, ly_do: Tỉnh làm tập trung}}\n"));
    }
    let files = Overlay::new(Memory::of([("content/settings.yaml", settings)]));
    let mut session = Session::default();
    let (handbook, _) = session.handbook(&files);
    let findings = session.diagnostics.sorted(&session.sources);
    let errors = findings.iter().filter(|it| it.severity == Severity::Error);
    let errors = errors.map(|it| it.message.clone()).collect();
    (handbook.catalogue, errors)
}

/// The codes of all components, objectives and tasks.
fn codes(catalogue: &Catalogue) -> Vec<String> {
    let components = catalogue.components.iter().map(|it| it.code.clone());
    let objectives = catalogue.objectives.iter().map(|it| it.code.clone());
    let tasks = catalogue.tasks.iter().map(|it| it.code.clone());
    components.chain(objectives).chain(tasks).collect()
}

/// The codes that entries name.
fn named(catalogue: &Catalogue) -> BTreeSet<&String> {
    let needs = catalogue.components.iter().flat_map(|it| &it.depends_on);
    let objectives = catalogue.objectives.iter();
    let objectives = objectives.flat_map(|it| it.components.iter().chain(&it.tasks));
    let tasks = catalogue.tasks.iter().flat_map(|it| &it.components);
    let groups = catalogue.province_tasks.iter();
    let province = groups.flat_map(|group| &group.tasks);
    let province = province.flat_map(|it| &it.components);
    let needs = needs.flat_map(|need| &need.any_of);
    needs
        .chain(objectives)
        .chain(tasks)
        .chain(province)
        .collect()
}

#[test]
fn what_is_taken_away_is_nowhere_in_the_catalogue() {
    let (whole, errors) = without(&[]);
    assert_eq!(errors, Vec::<String>::new());
    let all = codes(&whole);
    // Every third entry of each kind, then all of them.
    for step in [3, 1] {
        let away: Vec<String> = all.iter().step_by(step).cloned().collect();
        let (catalogue, errors) = without(&away);
        assert_eq!(errors, Vec::<String>::new());
        let left: BTreeSet<String> = codes(&catalogue).into_iter().collect();
        assert_eq!(left.len(), all.len() - away.len());
        assert!(away.iter().all(|code| !left.contains(code)));
        for code in named(&catalogue) {
            assert!(left.contains(code), "{code} is named and not there");
        }
    }
}
