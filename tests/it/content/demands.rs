//! What the sources ask of plans: each demand has its place or its reason, and whatever a plan is made of is
//! asked for by some demand.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;

use super::Entry;
use super::below;
use super::codes;
use super::entries;
use super::references::known;
use super::text;
use crate::support;

/// The sections that no source asks for in words of its own, with the reason.
const UNASKED_SECTIONS: [(&str, &str); 2] = [
    (
        "trich-yeu",
        "the line under the kind of the paper is a matter of its form",
    ),
    ("ket-thuc", "the closing sentence is a matter of its form"),
];

/// The tables of a plan, and what it says of the commune.
const TABLES: [&str; 10] = [
    "thuan-loi",
    "kho-khan",
    "khao-sat",
    "muc-tieu",
    "lo-trinh",
    "kinh-phi",
    "phu-luc-1",
    "phu-luc-2",
    "phu-luc-3",
    "phu-luc-4",
];

/// Every demand, with the name of its file.
pub(super) fn demands(entries: &[Entry]) -> Vec<(String, &Value)> {
    let files = below(entries, "demands/").into_iter();
    files
        .flat_map(|file| {
            let list = file.front.as_sequence().expect("a list").iter();
            list.map(|demand| (file.path.clone(), demand))
        })
        .collect()
}

/// The places of a demand: kind and code.
fn places(demand: &Value) -> Vec<(String, String)> {
    let places = demand.get("noi").and_then(Value::as_sequence);
    let places = places.map(Vec::as_slice).unwrap_or_default().iter();
    places
        .map(|place| {
            let keys = place.as_mapping().expect("a place").iter();
            let text = |value: &Value| value.as_str().expect("a text").to_owned();
            let mut keys = keys
                .filter(|(key, _)| !["khi", "dap_ung"].contains(&key.as_str().unwrap_or_default()));
            let (kind, code) = keys.next().expect("a key");
            assert_eq!(keys.next(), None, "{demand:?}");
            (text(kind), text(code))
        })
        .collect()
}

/// The names of the files of a folder, without their endings.
fn stems(entries: &[Entry], folder: &str) -> BTreeSet<String> {
    let entries = below(entries, folder).into_iter();
    entries
        .map(|entry| {
            let name = entry.path.strip_prefix(folder).expect("the folder");
            name.trim_end_matches(".md").to_owned()
        })
        .collect()
}

/// What there is of each kind of place.
fn all(entries: &[Entry]) -> BTreeMap<&'static str, BTreeSet<String>> {
    BTreeMap::from([
        ("phan", stems(entries, "sections/")),
        ("don_vi", known(entries, "bodies/")),
        ("thanh_phan", known(entries, "components/")),
        ("muc_tieu", known(entries, "objectives/")),
        ("nhiem_vu", known(entries, "tasks/")),
        ("quy_tac", known(entries, "rules.yaml")),
        ("bang", TABLES.map(str::to_owned).into()),
    ])
}

#[test]
fn every_place_of_a_demand_is_there() {
    let entries = entries();
    let all = all(&entries);
    let documents = known(&entries, "legal.yaml");
    let starter = fs::read_to_string(support::project().join("templates/starter/xa.yaml"));
    let starter = starter.expect("the starter");
    let mut codes = BTreeSet::new();
    for (path, demand) in demands(&entries) {
        let code = text(demand, "ma").expect("a code");
        assert!(codes.insert(code), "{code} stands twice");
        let source = path.strip_prefix("demands/").expect("the folder");
        assert!(
            documents.contains(source.trim_end_matches(".yaml")),
            "{path}"
        );
        for key in ["muc", "yeu_cau"] {
            assert!(text(demand, key).is_some_and(|it| !it.is_empty()), "{code}");
        }
        let (places, reason) = (places(demand), text(demand, "ly_do"));
        assert!(
            places.is_empty() == reason.is_some(),
            "{code}: places or a reason"
        );
        for (kind, place) in places {
            let is_there = match all.get(&*kind) {
                Some(all) => all.contains(&place),
                // A row of the survey that every new profile begins with.
                None => kind == "khao_sat" && starter.contains(&place),
            };
            assert!(is_there, "{code}: {kind} {place} is nowhere");
        }
    }
    assert!(codes.len() > 250, "{} demands", codes.len());
}

#[test]
fn a_plan_can_meet_every_demand_that_has_places() {
    let entries = entries();
    let of_commune: BTreeSet<&str> = below(&entries, "components/")
        .into_iter()
        .filter(|entry| entry.text("cap").starts_with("xa_"))
        .map(|entry| entry.text("ma"))
        .collect();
    for (_, demand) in demands(&entries) {
        let mut places = places(demand).into_iter().peekable();
        let can =
            |(kind, code): (String, String)| kind != "thanh_phan" || of_commune.contains(&*code);
        let is_open = places.peek().is_none();
        assert!(is_open || places.any(can), "{demand:?}");
    }
}

#[test]
fn whatever_a_plan_is_made_of_is_asked_for() {
    let entries = entries();
    let mut asked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, demand) in demands(&entries) {
        for (kind, place) in places(demand) {
            asked.entry(kind).or_default().insert(place);
        }
    }
    let all = all(&entries);
    for kind in ["phan", "don_vi", "nhiem_vu", "bang"] {
        let unasked: BTreeSet<&str> = all[kind].difference(&asked[kind]).map(|it| &**it).collect();
        let excepted: BTreeSet<&str> = match kind {
            "phan" => UNASKED_SECTIONS.map(|(section, _)| section).into(),
            _ => BTreeSet::new(),
        };
        assert_eq!(unasked, excepted, "{kind}");
    }
    // What a commune itself deploys, and each target that still holds.
    for entry in below(&entries, "components/") {
        let is_asked = asked["thanh_phan"].contains(entry.text("ma"));
        assert!(
            is_asked || !entry.text("cap").starts_with("xa_"),
            "{}",
            entry.path
        );
    }
    for entry in below(&entries, "objectives/") {
        let holds = entry.front.get("thay_the").is_none();
        let holds = holds && entry.front.get("het_hieu_luc").is_none();
        let is_asked = asked["muc_tieu"].contains(entry.text("ma"));
        assert!(is_asked || !holds, "{}", entry.path);
    }
}

#[test]
fn the_contents_of_a_demand_are_answered_one_by_one() {
    let entries = entries();
    let mut n_of_contents = 0;
    for (_, demand) in demands(&entries) {
        let contents = codes(&demand["noi_dung"]);
        let places = demand.get("noi").and_then(Value::as_sequence);
        let places = places.map(Vec::as_slice).unwrap_or_default();
        let answers = places.iter().map(|place| place.get("dap_ung"));
        let answers: Vec<Option<Vec<u64>>> = answers
            .map(|list| {
                let list = list?.as_sequence().expect("a list").iter();
                Some(list.map(|it| it.as_u64().expect("a number")).collect())
            })
            .collect();
        // A list of contents is there for the places that answer some of them.
        let has_partial = answers.iter().any(Option::is_some);
        assert_eq!(has_partial, !contents.is_empty(), "{demand:?}");
        assert_ne!(contents.len(), 1, "{demand:?}");
        n_of_contents += usize::from(has_partial);
        for answers in answers.iter().flatten() {
            let is_some = !answers.is_empty() && answers.len() < contents.len();
            assert!(is_some, "{demand:?}: all contents need no list");
            assert!(answers.is_sorted(), "{demand:?}");
        }
        for content in &contents {
            assert!(!content.ends_with(['.', ';', ',']), "{content}");
        }
        let different: BTreeSet<&String> = contents.iter().collect();
        assert_eq!(different.len(), contents.len(), "{demand:?}");
    }
    assert!(
        n_of_contents > 80,
        "{n_of_contents} demands of several contents"
    );
}
