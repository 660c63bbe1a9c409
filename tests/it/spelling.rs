//! Every word of the content is a Vietnamese syllable, an abbreviation or a word of the lists in
//! `tests/official`; and none of the phrases that scanning makes of Vietnamese is there.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;
use xaso::model::is_syllable;

use super::content;
use crate::support;

/// Keys whose values are codes, not words.
const CODED: [&str; 22] = [
    "ma",
    "tai_lieu",
    "nhom",
    "cap",
    "dia_ban",
    "tru_cot",
    "chu_tri",
    "phoi_hop",
    "thanh_phan",
    "nhiem_vu",
    "thay_the",
    "mot_trong",
    "dong",
    "tinh_trang",
    "thay_the_bang",
    "sua_doi_boi",
    "tieng_anh",
    "so",
    "chon",
    "loai",
    "phan",
    "tep",
];

fn list(name: &str) -> Vec<String> {
    let path = support::project().join("tests/official").join(name);
    let text = fs::read_to_string(path).expect("a list");
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.trim().to_owned())
        .collect()
}

/// Every text of a value that is meant to be read.
fn readable(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Sequence(items) => items.iter().for_each(|item| readable(item, texts)),
        Value::Mapping(entries) => {
            for (key, value) in entries {
                let key = key.as_str().unwrap_or("");
                // The places of a demand are codes of every kind.
                let is_code = key == "noi" || CODED.contains(&key) && !holds_mappings(value);
                if !is_code {
                    readable(value, texts);
                }
            }
        }
        _ => {}
    }
}

/// Tasks and components are lists of codes here, lists of whole entries there.
fn holds_mappings(value: &Value) -> bool {
    value
        .as_sequence()
        .is_some_and(|items| items.iter().any(Value::is_mapping))
}

/// The text without what stands between backticks: what users type.
fn without_code(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

/// Every file's words, without placeholders and addresses.
fn texts() -> Vec<(String, String)> {
    let project = support::project();
    let mut texts: Vec<(String, String)> = content::entries()
        .into_iter()
        .map(|entry| {
            let mut words = vec![entry.body.clone()];
            readable(&entry.front, &mut words);
            (entry.path, without_code(&words.join("\n")))
        })
        .collect();
    let mut yaml = vec![project.join("templates/labels.yaml")];
    let communes = project.join("content/communes");
    yaml.extend(
        support::files_below(&communes)
            .iter()
            .map(|path| communes.join(path)),
    );
    for path in yaml {
        let value: Value =
            serde_yaml::from_str(&fs::read_to_string(&path).expect("a text")).expect("YAML");
        let mut words = Vec::new();
        readable(&value, &mut words);
        texts.push((path.display().to_string(), words.join("\n")));
    }
    texts
}

fn words(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        // What stands on both sides of it are no one word: "mùa vụ{{ neu_khong }}nguồn hàng".
        plain.push(' ');
        rest = after.split_once("}}").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    // In labels `{so}` is a gap.
    let mut inside = false;
    plain.retain(|letter| {
        match letter {
            '{' => inside = true,
            '}' => {
                inside = false;
                return false;
            }
            _ => {}
        }
        !inside
    });
    plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_word_is_vietnamese_or_listed() {
    let mut listed: BTreeSet<String> = list("foreign-words.txt").into_iter().collect();
    let glossary = fs::read_to_string(support::project().join("content/glossary.yaml"));
    let glossary: Value = serde_yaml::from_str(&glossary.expect("the glossary")).expect("YAML");
    for entry in glossary.as_sequence().expect("a list") {
        listed.extend(words(entry["viet_tat"].as_str().expect("an abbreviation")));
    }
    let mut strange: BTreeMap<String, String> = BTreeMap::new();
    let mut n_words = 0;
    for (path, text) in texts() {
        for word in words(&text) {
            n_words += 1;
            let is_number = word.chars().any(|letter| letter.is_ascii_digit());
            let is_roman = word.chars().all(|letter| "IVX".contains(letter));
            let is_letter = word.chars().count() == 1;
            let fine = is_number || is_roman || is_letter || listed.contains(&word);
            if !fine && !is_syllable(&word) {
                strange.entry(word).or_insert_with(|| path.clone());
            }
        }
    }
    assert!(n_words > 50_000, "{n_words} words read");
    assert!(strange.is_empty(), "{} words: {strange:#?}", strange.len());
}

#[test]
fn no_fault_of_scanning_is_there() {
    let faults = list("scanning-faults.txt");
    assert!(faults.len() > 10);
    for (path, text) in texts() {
        let text = text.to_lowercase();
        for fault in &faults {
            assert!(!text.contains(fault.as_str()), "{path} says “{fault}”");
        }
    }
}
