//! The letters of the guidance and the words filled into it.

use std::fs;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use super::entries;
use crate::support;

#[test]
fn all_letters_are_composed() {
    let project = support::project();
    let mut n_files = 0;
    for folder in ["content", "templates", "src"] {
        for path in support::files_below(&project.join(folder)) {
            let Ok(text) = fs::read_to_string(project.join(folder).join(&path)) else {
                continue; // a font
            };
            n_files += 1;
            let wrong = text.lines().position(|line| !is_nfc(line));
            let line = wrong.map(|index| index + 1);
            let shown = line.and_then(|line| text.lines().nth(line - 1));
            let composed: Option<String> = shown.map(|line| line.nfc().collect());
            assert_eq!(line, None, "{folder}/{path}: write {composed:?}");
        }
    }
    assert!(n_files > 250);
}

/// The names of these bodies are common nouns with a capital: right at the beginning of a sentence
/// ("Các thôn niêm yết …") and wrong within one.
#[test]
fn common_nouns_are_filled_in_at_the_beginning_of_a_sentence_only() {
    const NAMES: [&str; 5] = [
        "thon",
        "truong_hoc",
        "doanh_nghiep",
        "doanh_nghiep_dia_ban",
        "nguoi_dan",
    ];
    let mut n_seen = 0;
    for entry in entries() {
        for line in entry.body.lines() {
            let sentence = line.trim_start_matches(|letter: char| "-. 0123456789".contains(letter));
            for name in NAMES {
                let placeholder = format!("{{{{ don_vi.{name} }}}}");
                n_seen += usize::from(sentence.starts_with(&placeholder));
                let within = sentence.rfind(&placeholder).unwrap_or(0) > 0;
                assert!(!within, "{}: {line}", entry.path);
            }
        }
    }
    assert!(n_seen > 5, "{n_seen} of these placeholders");
}
