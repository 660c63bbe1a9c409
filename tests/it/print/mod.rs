//! What a print holds of what people wrote: every word of it, inside the page, and as text that can be
//! copied.

mod letters;
mod long;

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use crate::support;
use crate::support::Folder;

/// The small sample, built with other words in its profile and in its grid.
fn built(profile: &[(&str, String)], grid: &[(&str, String)]) -> Folder {
    let folder = Folder::sample_as_grid();
    change(&folder, "content/communes/xa-mau.yaml", profile);
    change(&folder, "budgets/xa-mau.grid", grid);
    support::grids_to_workbooks(folder.path());
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
}

fn change(folder: &Folder, file: &str, words: &[(&str, String)]) {
    let path = folder.path().join(file);
    let mut text = fs::read_to_string(&path).expect("a file of the sample");
    for (old, new) in words {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    fs::write(&path, text).expect("the file, changed");
}

fn print_of(folder: &Folder) -> PathBuf {
    folder.path().join("output/site/xa-mau/ke-hoach.pdf")
}

/// What is copied from a print.
fn copied(print: &Path, arguments: &[&str]) -> String {
    let output = Command::new("pdftotext")
        .args(arguments)
        .args(["-enc", "UTF-8"])
        .arg(print)
        .arg("-")
        .output()
        .expect("pdftotext, which tests/run installs");
    String::from_utf8(output.stdout).expect("UTF-8")
}
