//! The habits of the code, read off the files: each opens with a paragraph, none is too long,
//! each is part of a crate, imports go one way, nothing unfinished is left.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use crate::support;

/// Where Rust is written.
const FOLDERS: [&str; 3] = ["src", "tests", "benches"];

/// Every Rust file below some folders of the project, with its text.
fn rust_below(folders: &[&str]) -> Vec<(String, String)> {
    let files = folders.iter().flat_map(|folder| {
        let files = support::files_below(&support::project().join(folder));
        files
            .into_iter()
            .map(move |path| format!("{folder}/{path}"))
    });
    files
        .filter(|path| path.ends_with(".rs"))
        .map(|path| {
            let text = fs::read_to_string(support::project().join(&path));
            (path, text.expect("a source file"))
        })
        .collect()
}

#[test]
fn every_file_opens_with_a_paragraph_and_is_one_room() {
    for folder in FOLDERS {
        let files = rust_below(&[folder]);
        assert!(!files.is_empty(), "{folder}");
        for (path, text) in files {
            assert!(text.starts_with("//! "), "{path} does not say what it is");
            let n_lines = text.lines().count();
            assert!(n_lines <= 400, "{path} has {n_lines} lines");
        }
    }
}

/// What nobody names is never compiled: a test in it never fails.
#[test]
fn every_file_is_part_of_something() {
    let manifest = support::project().join("Cargo.toml");
    let manifest = fs::read_to_string(manifest).expect("the manifest");
    let files = rust_below(&FOLDERS);
    for (path, _) in &files {
        let (folder, name) = path.rsplit_once('/').expect("a folder");
        let name = name.trim_end_matches(".rs");
        // The crates themselves: cargo finds them, or their path stands in the manifest.
        let is_crate = ["src/lib.rs", "src/main.rs"].contains(&path.as_str())
            || manifest.contains(&format!("path = \"{path}\""))
            || folder == "benches" && manifest.contains(&format!("name = \"{name}\""));
        let (room, above) = match folder.rsplit_once('/') {
            Some((above, room)) if name == "mod" => (room, above),
            _ => (name, folder),
        };
        let rooms = ["mod", "lib", "main"].map(|parent| format!("{above}/{parent}.rs"));
        let named = format!("mod {room};");
        let elsewhere = format!("/{}\"]", path.trim_start_matches("tests/"));
        let is_named = files.iter().any(|(parent, text)| {
            let is_parent = rooms.contains(parent) || *parent == format!("{above}.rs");
            is_parent && text.lines().any(|line| line.ends_with(&named))
                || text.contains("#[path = ") && text.contains(&elsewhere)
        });
        assert!(is_crate || is_named, "{path} is compiled by nobody");
    }
}

#[test]
fn imports_go_one_way() {
    // Who may use whom, beside itself.
    let allowed = [
        ("source", vec![]),
        ("diagnostic", vec!["source", "model"]),
        ("model", vec!["source"]),
        ("load", vec!["source", "diagnostic", "model"]),
        ("read", vec!["source", "diagnostic", "model", "load"]),
        ("check", vec!["source", "diagnostic", "model", "read"]),
        ("merge", vec!["source", "diagnostic", "model", "check"]),
        ("render", vec!["source", "diagnostic", "model"]),
        ("write", vec!["source", "diagnostic", "model", "render"]),
        (
            "pipeline",
            vec![
                "source",
                "diagnostic",
                "model",
                "load",
                "read",
                "check",
                "merge",
                "render",
                "write",
            ],
        ),
        ("cli", vec!["source", "diagnostic", "model", "pipeline"]),
    ];
    for (path, text) in rust_below(&["src"]) {
        let path = path.trim_start_matches("src/");
        let room = path.split('/').next().unwrap_or("").trim_end_matches(".rs");
        if ["lib", "main"].contains(&room) {
            continue;
        }
        let rule = allowed.iter().find(|(name, _)| *name == room);
        let (_, may_use) = rule.unwrap_or_else(|| panic!("{path} is in no room of the list"));
        for used in text.split("crate::").skip(1) {
            let used: String = used
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let fine = used == room || may_use.contains(&used.as_str());
            assert!(fine, "{path} uses crate::{used}");
        }
    }
}

/// What two rooms of a stage take from each other belongs into one of them, or into a third.
#[test]
fn rooms_of_a_stage_stand_in_no_circle() {
    for stage in ["read", "check", "load"] {
        let inside = format!("src/{stage}/");
        let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (path, text) in rust_below(&["src"]) {
            let Some(path) = path.strip_prefix(&inside) else {
                continue;
            };
            let room = path.split('/').next().unwrap_or("");
            let room = room.trim_end_matches(".rs").to_owned();
            let path_to = format!("crate::{stage}::");
            let used = text.split(path_to.as_str()).skip(1).map(|used| {
                let name = used.chars();
                name.take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect()
            });
            let used = used.filter(|used: &String| *used != room);
            uses.entry(room.clone()).or_default().extend(used);
        }
        // Whoever uses nobody that is left can be read by itself, and is taken away.
        while let Some(room) = uses.keys().find(|room| {
            let used = &uses[*room];
            used.iter().all(|used| !uses.contains_key(used))
        }) {
            let room = room.clone();
            uses.remove(&room);
        }
        let left: Vec<&String> = uses.keys().collect();
        assert!(
            left.is_empty(),
            "src/{stage}: in a circle, or above one: {left:?}"
        );
    }
}

/// Who may open files and folders, and how the disk is named in Rust.
const WITH_THE_DISK: [&str; 2] = ["src/load/files/disk.rs", "src/write/"];
const DISK: [&str; 9] = [
    "std::fs",
    "use std::{",
    "fs::",
    "walkdir",
    ".read_dir(",
    ".metadata(",
    ".symlink_metadata(",
    ".is_dir()",
    ".is_file()",
];

#[test]
fn the_disk_is_known_to_few() {
    for (path, text) in rust_below(&["src"]) {
        if WITH_THE_DISK.iter().any(|known| path.starts_with(known)) {
            continue;
        }
        // What tests a file may read others.
        let code = text.split("#[cfg(test)]\nmod tests {").next();
        let lines = code.unwrap_or("").lines().enumerate();
        for (index, line) in lines.filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for word in DISK {
                let number = index + 1;
                assert!(
                    !line.contains(word),
                    "{path}:{number} knows the disk: {word}"
                );
            }
        }
    }
    for path in WITH_THE_DISK {
        let files = rust_below(&["src"]);
        let texts = files.iter().filter(|(file, _)| file.starts_with(path));
        let is_needed = texts.into_iter().any(|(_, text)| text.contains(DISK[0]));
        assert!(is_needed, "{path} does without the disk");
    }
}

#[test]
fn imports_are_named_one_a_line() {
    for (path, text) in rust_below(&FOLDERS) {
        for (habit, better) in [
            (
                concat!("use crate", "::{"),
                "one path a line keeps imports readable",
            ),
            (concat!("use super", "::*"), "name what is used"),
        ] {
            assert!(!text.contains(habit), "{path}: {better}");
        }
    }
}

#[test]
fn nothing_unfinished_is_left() {
    let marks = [
        concat!("to", "do!"),
        concat!("un", "implemented!"),
        concat!("db", "g!"),
        concat!("FIX", "ME"),
        concat!("TO", "DO"),
        // A test that is not run is not one.
        concat!("#[ig", "nore"),
    ];
    for (path, text) in rust_below(&FOLDERS) {
        for mark in marks {
            assert!(!text.contains(mark), "{path} holds {mark}");
        }
    }
}

#[test]
fn every_template_is_used() {
    let folder = support::project().join("templates");
    let files = support::files_below(&folder);
    let texts: Vec<String> = rust_below(&["src"])
        .into_iter()
        .map(|(_, text)| text)
        .chain(
            files
                .iter()
                .filter_map(|path| fs::read_to_string(folder.join(path)).ok()),
        )
        .collect();
    for path in files
        .iter()
        .filter(|path| path.ends_with(".typ") || path.ends_with(".html"))
    {
        let name = path.rsplit('/').next().unwrap_or(path);
        // tera finds components by their names, whichever file holds them.
        let used = name == "blocks.html" || texts.iter().any(|text| text.contains(name));
        assert!(used, "{path} is used by nobody");
    }
}
