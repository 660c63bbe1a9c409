//! The register of documents as data, and that no text names a document but by it.

use serde_yaml::Value;

use super::entries;
use super::register;
use super::text;
use crate::support;

/// A day as `20260701`, which is in order.
fn day(document: &Value, key: &str) -> Option<u32> {
    let day = text(document, key)?;
    let parts: Vec<u32> = day
        .split('/')
        .map(|part| part.parse().expect("a number"))
        .collect();
    Some(parts[2] * 10_000 + parts[1] * 100 + parts[0])
}

#[test]
fn the_days_of_a_document_follow_each_other() {
    let entries = entries();
    let documents = register(&entries, "legal.yaml");
    for document in documents {
        let code = text(document, "ma").expect("a code");
        let issued = day(document, "ngay");
        let from = day(document, "hieu_luc_tu").or(issued);
        let by = text(document, "thay_the_bang");
        let by = by.map(|by| {
            documents
                .iter()
                .find(|other| text(other, "ma") == Some(by))
                .expect("a successor")
        });
        let begins = |by: &Value| day(by, "hieu_luc_tu").or_else(|| day(by, "ngay"));
        let until = day(document, "het_hieu_luc").or_else(|| by.and_then(begins));
        assert!(issued <= from, "{code} is in force before it is issued");
        let in_order = from.zip(until).is_none_or(|(from, until)| from < until);
        assert!(in_order, "{code} ends before it begins");
        // Laws and decrees say themselves from when they hold, mostly later than they are issued.
        let says = ["Luật", "Nghị định"].contains(&text(document, "loai").expect("a kind"));
        let is_cited = document["phan"]
            .as_sequence()
            .is_some_and(|parts| !parts.is_empty());
        let is_known = issued.is_some() && (!says || document.get("hieu_luc_tu").is_some());
        assert!(
            !is_cited || is_known,
            "{code} is cited, but not known from when it holds"
        );
    }
}

/// What names a document with its number.
const NAMED: [&str; 9] = [
    "Luật số ",
    "Nghị định số ",
    "Nghị quyết số ",
    "Quyết định số ",
    "Quy định số ",
    "Thông tư số ",
    "Chỉ thị số ",
    "Công văn số ",
    "/NĐ-CP",
];

#[test]
fn texts_name_documents_through_the_register() {
    let entries = entries();
    let documents = register(&entries, "legal.yaml");
    let mut n_placeholders = 0;
    for entry in &entries {
        for name in NAMED {
            assert!(
                !entry.body.contains(name),
                "{}: {name} … as fixed text",
                entry.path
            );
        }
        // What the plan itself says; the guidance is a document of its own.
        let is_plan = !entry.path.starts_with("components/");
        for piece in entry.body.split("{{ van_ban.").skip(1) {
            let code = piece.split(" }}").next().unwrap_or("");
            n_placeholders += 1;
            let document = documents
                .iter()
                .find(|document| text(document, "ma") == Some(code));
            let document = document.unwrap_or_else(|| panic!("{}: {code}", entry.path));
            let parts = super::codes(&document["phan"]);
            assert!(
                !is_plan || parts.contains(&"I".to_owned()),
                "{}: part I does not cite {code}",
                entry.path
            );
        }
    }
    assert!(n_placeholders > 0);
    let labels = std::fs::read_to_string(support::project().join("templates/labels.yaml"));
    // The number of the decision that issues a plan is its own.
    let labels = labels.expect("the labels").replace("số {so}", "");
    for name in NAMED {
        assert!(
            !labels.contains(name),
            "templates/labels.yaml: {name} … as fixed text"
        );
    }
}
