//! The references between the files of the guidance, and the sources that they cite.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::Entry;
use super::below;
use super::codes;
use super::entries;
use super::needs;
use super::register;
use super::text;

/// Code → name of everything that has both, by the folder or file where it stands.
pub(super) fn known(entries: &[Entry], place: &str) -> BTreeSet<String> {
    if place.ends_with(".yaml") {
        let codes = register(entries, place).iter();
        return codes
            .map(|item| text(item, "ma").expect("a code").to_owned())
            .collect();
    }
    let entries = below(entries, place).into_iter();
    entries.map(|entry| entry.text("ma").to_owned()).collect()
}

fn must_be_known(codes: &[String], known: &BTreeSet<String>, place: &str) {
    for code in codes {
        assert!(
            known.contains(code),
            "{place}: {code} is the code of nothing"
        );
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let entries = entries();
    let components = known(&entries, "components/");
    let objectives = known(&entries, "objectives/");
    let tasks = known(&entries, "tasks/");
    let bodies = known(&entries, "bodies/");
    let rows = known(&entries, "budget-rows.yaml");
    for entry in &entries {
        let path = &entry.path;
        if path.starts_with("components/") || path.starts_with("tasks/") {
            must_be_known(&[entry.text("chu_tri").to_owned()], &bodies, path);
            must_be_known(&entry.codes("phoi_hop"), &bodies, path);
        }
        if path.starts_with("tasks/") || path.starts_with("objectives/") {
            must_be_known(&entry.codes("thanh_phan"), &components, path);
        }
        if path.starts_with("objectives/") {
            must_be_known(&entry.codes("nhiem_vu"), &tasks, path);
            must_be_known(&entry.codes("thay_the"), &objectives, path);
        }
        if let Some(row) = text(&entry.front, "dong") {
            must_be_known(&[row.to_owned()], &rows, path);
        }
        for need in needs(entry) {
            must_be_known(&need, &components, path);
        }
    }
    let tasks_of_province = province_tasks(&entries);
    assert_eq!(tasks_of_province.len(), 36);
    for task in tasks_of_province {
        let contributing = codes(&task["thanh_phan"]);
        assert!(!contributing.is_empty());
        must_be_known(&contributing, &components, "province-tasks.yaml");
    }
}

/// The tasks of the province's twelve groups.
fn province_tasks(entries: &[Entry]) -> Vec<&Value> {
    let groups = register(entries, "province-tasks.yaml");
    assert_eq!(groups.len(), 12);
    groups
        .iter()
        .flat_map(|group| group["nhiem_vu"].as_sequence().expect("tasks"))
        .collect()
}

#[test]
fn every_objective_is_served_and_every_task_paid_for() {
    let entries = entries();
    let mut n_superseded = 0;
    for entry in below(&entries, "objectives/") {
        let is_superseded =
            entry.front.get("thay_the").is_some() || entry.front.get("het_hieu_luc").is_some();
        if is_superseded {
            n_superseded += 1;
            continue;
        }
        for key in ["thanh_phan", "nhiem_vu"] {
            assert!(!entry.codes(key).is_empty(), "{}: no {key}", entry.path);
        }
    }
    assert!(
        n_superseded > 0,
        "the sources ask for things that are no more"
    );
    for entry in below(&entries, "tasks/") {
        let costless = entry.front.get("khong_kinh_phi").and_then(Value::as_bool) == Some(true);
        let paid = text(&entry.front, "dong").is_some();
        assert!(paid != costless, "{}: a row or the mark", entry.path);
    }
}

#[test]
fn every_source_is_in_the_register_with_its_section() {
    let entries = entries();
    let documents = known(&entries, "legal.yaml");
    let mut n_citations = 0;
    for entry in &entries {
        let must_cite = [
            "components/",
            "objectives/",
            "tasks/",
            "bodies/",
            "sections/",
        ];
        if must_cite
            .iter()
            .any(|folder| entry.path.starts_with(folder))
        {
            let sources = entry.front["nguon"].as_sequence();
            assert!(
                sources.is_some_and(|list| !list.is_empty()),
                "{}",
                entry.path
            );
        }
        let mut found = Vec::new();
        citations(&entry.front, &mut found);
        for citation in found {
            n_citations += 1;
            let document = text(citation, "tai_lieu").expect("a document").to_owned();
            must_be_known(&[document], &documents, &entry.path);
            let section = text(citation, "muc").unwrap_or("");
            assert!(!section.trim().is_empty(), "{}: no section", entry.path);
        }
    }
    assert!(n_citations > 500, "{n_citations} citations");
}

/// Every mapping that names a document.
fn citations<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    if value.get("tai_lieu").is_some() {
        found.push(value);
    }
    match value {
        Value::Sequence(items) => items.iter().for_each(|item| citations(item, found)),
        Value::Mapping(entries) => entries.values().for_each(|item| citations(item, found)),
        _ => {}
    }
}
