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

/// Words of speech, each with what it may be a part of.
const SPOKEN: [(&str, &[&str]); 16] = [
    ("chốt", &["chốt xa"]),
    ("gom", &["thu gom"]),
    ("vướng", &["vướng mắc"]),
    ("đòi", &["đòi hỏi"]),
    ("thí dụ", &[]),
    ("người già", &[]),
    ("nhóm trò chuyện", &[]),
    ("làm đẹp", &[]),
    ("làm luôn", &[]),
    ("xem xem", &[]),
    ("bà con", &[]),
    ("thôi", &[]),
    ("mấy", &[]),
    ("ra sao", &[]),
    ("làm sao", &[]),
    ("đỡ", &["giúp đỡ"]),
];

/// Where a word stands by itself.
fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let places = text.match_indices(word).map(|(at, _)| at);
    places.filter(move |at| {
        let before = text[..*at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        let beside = [before, behind].into_iter().flatten();
        !beside.into_iter().any(char::is_alphanumeric)
    })
}

#[test]
fn nothing_is_said_as_people_speak() {
    let content = support::project().join("content");
    let mut found = Vec::new();
    let mut n_allowed = 0;
    for path in support::files_below(&content) {
        if ![".md", ".yaml"].iter().any(|end| path.ends_with(end)) {
            continue;
        }
        let text = fs::read_to_string(content.join(&path)).expect("a text");
        let text = text.to_lowercase();
        for (word, parts) in SPOKEN {
            let parts = parts.iter();
            let parts = parts.flat_map(|it| places(&text, it).map(|at| at..at + it.len()));
            let parts: Vec<_> = parts.collect();
            for at in places(&text, word) {
                if parts.iter().any(|part| part.contains(&at)) {
                    n_allowed += 1;
                    continue;
                }
                let line = text[..at].matches('\n').count() + 1;
                found.push(format!("{path}:{line}: {word}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(n_allowed > 10, "{n_allowed} of what is none");
}
