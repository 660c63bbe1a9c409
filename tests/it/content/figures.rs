//! The figures of the guidance: each is a source's, with its place, or says that it is a proposal.

use serde_yaml::Value;

use super::below;
use super::entries;
use super::text;

/// The words that tell a proposal.
const PROPOSAL: &str = "(đề xuất)";

/// The figures of a line: digits with what belongs to them, where they are no part of a word, of a code or of
/// the number of a document.
fn figures(line: &str) -> Vec<&str> {
    let words = line.split(|letter: char| letter.is_whitespace() || "();:“”".contains(letter));
    let is_number = |word: &&str| {
        word.starts_with(|letter: char| letter.is_ascii_digit())
            && word
                .chars()
                .all(|letter| letter.is_ascii_digit() || ".,%".contains(letter))
    };
    let words = words.map(|word| word.trim_end_matches(['.', ',']));
    words.filter(is_number).collect()
}

#[test]
fn a_figure_of_the_guidance_is_a_sources_or_a_proposal() {
    let entries = entries();
    let mut n_proposals = 0;
    let mut n_sourced = 0;
    for entry in below(&entries, "components/") {
        let sourced: Vec<&str> = match &entry.front["so_lieu"] {
            Value::Sequence(figures) => figures.iter().filter_map(|it| text(it, "so")).collect(),
            _ => Vec::new(),
        };
        for figure in &sourced {
            assert!(
                entry.body.contains(figure),
                "{}: no {figure} in it",
                entry.path
            );
        }
        n_sourced += sourced.len();
        let (plan, guidance) = entry
            .body
            .split_once("## Nội dung")
            .expect("the five parts");
        for line in plan.lines() {
            assert_eq!(figures(line), [""; 0], "{}: {line}", entry.path);
        }
        for line in guidance.lines() {
            // The number of the item.
            let number = line
                .split_once(". ")
                .filter(|(number, _)| number.parse::<u32>().is_ok());
            let line = number.map_or(line, |(_, rest)| rest);
            for sentence in line.split_inclusive([';', '.']) {
                let rest = sourced
                    .iter()
                    .fold(sentence.to_owned(), |rest, it| rest.replace(it, ""));
                let rest = without_documents(&rest);
                if figures(&rest).is_empty() {
                    continue;
                }
                n_proposals += 1;
                assert!(
                    line.contains(PROPOSAL),
                    "{}: whose figure? {line}",
                    entry.path
                );
            }
        }
    }
    assert!(
        n_proposals > 10 && n_sourced > 1,
        "{n_proposals} {n_sourced}"
    );
}

/// A text without the numbers of documents, which the register holds: "Công văn số 519/…", "Điều 5".
fn without_documents(text: &str) -> String {
    let mut words: Vec<&str> = text.split(' ').collect();
    let mut at = 0;
    while at + 1 < words.len() {
        if ["Điều", "Mục", "Phần", "khoản"].contains(&words[at]) {
            words.remove(at + 1);
        }
        at += 1;
    }
    words.retain(|word| !word.contains('/'));
    words.join(" ")
}
