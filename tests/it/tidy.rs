//! The habits of the code, read off the files: each opens with a paragraph, none is too long,
//! imports go one way, nothing unfinished is left.

use std::fs;

use crate::support;

/// Every Rust file below `src`, with its text.
fn sources() -> Vec<(String, String)> {
    let folder = support::project().join("src");
    support::files_below(&folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| {
            let text = fs::read_to_string(folder.join(&path)).expect("a source file");
            (path, text)
        })
        .collect()
}

#[test]
fn every_file_opens_with_a_paragraph_and_is_one_room() {
    let sources = sources();
    assert!(sources.len() > 40);
    for (path, text) in sources {
        assert!(text.starts_with("//! "), "{path} does not say what it is");
        let n_lines = text.lines().count();
        assert!(n_lines <= 400, "{path} has {n_lines} lines");
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
        ("check", vec!["source", "diagnostic", "model", "load"]),
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
                "check",
                "merge",
                "render",
                "write",
            ],
        ),
        ("cli", vec!["source", "diagnostic", "model", "pipeline"]),
    ];
    for (path, text) in sources() {
        assert!(
            !text.contains("use crate::{"),
            "{path}: one path a line keeps imports readable"
        );
        assert!(!text.contains("use super::*"), "{path}: name what is used");
        let room = path.split('/').next().unwrap_or("").trim_end_matches(".rs");
        let Some((_, may_use)) = allowed.iter().find(|(name, _)| *name == room) else {
            continue;
        };
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

#[test]
fn nothing_unfinished_is_left() {
    let marks = [
        "todo!",
        "unimplemented!",
        "dbg!",
        concat!("FIX", "ME"),
        concat!("TO", "DO"),
    ];
    for (path, text) in sources() {
        for mark in marks {
            assert!(!text.contains(mark), "{path} holds {mark}");
        }
    }
}

#[test]
fn every_template_is_used() {
    let folder = support::project().join("templates");
    let files = support::files_below(&folder);
    let texts: Vec<String> = sources()
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
