//! What texts of the commune call the level of the province: a city under the centre is no province.

use memchr::memmem::Finder;

use super::Finding;
use super::Subject;
use super::own_words::Said;
use super::own_words::said;
use crate::model::Province;
use crate::model::ProvinceKind;
use crate::model::keys;

/// What stands before the word for the level where the commune's own is meant.
const BEFORE: [&str; 9] = [
    "ubnd",
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "hđnd",
    "hội đồng nhân dân",
    "ngân sách",
    "công an",
    "của",
    "do",
];

/// Texts of a commune in a city speak of the city, and those of one in a province of the province.
/// Documents keep the names of their time.
pub(super) fn other_level_named(subject: &Subject<'_>) -> Vec<Finding> {
    let own = subject.written.entries().iter().filter(|entry| {
        let key = entry.key.as_str();
        ![keys::RULES, keys::LEGAL, keys::COMMUNE].contains(&key)
    });
    let province = &subject.profile.commune.province;
    let words: &[&str] = match province.kind {
        ProvinceKind::City => &["tỉnh", "Tỉnh"],
        ProvinceKind::Province => &["thành phố", "Thành phố"],
    };
    let words: Vec<Finder<'_>> = words.iter().map(Finder::new).collect();
    said(own.map(|entry| &entry.value), subject)
        .flat_map(|said| wrong_words(&said, &words, province))
        .collect()
}

/// The places of a text that call the level of the province by the other word.
fn wrong_words(said: &Said<'_>, words: &[Finder<'_>], province: &Province) -> Vec<Finding> {
    let committee = ["ủy", "uỷ"];
    let mut found = Vec::new();
    let places = words.iter().flat_map(|word| {
        let ends = word.find_iter(said.text.as_bytes());
        ends.map(|at| (at, &said.text[at..at + word.needle().len()]))
    });
    for (at, word) in places {
        let (before, behind) = (&said.text[..at], &said.text[at + word.len()..]);
        let before = before.trim_end().to_lowercase();
        let is_word = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        if !is_word(said.text[..at].chars().last()) || !is_word(behind.chars().next()) {
            continue;
        }
        let behind = behind.trim_start();
        let is_party = committee
            .iter()
            .any(|word| behind.to_lowercase().starts_with(word));
        let names_other =
            behind.starts_with(char::is_uppercase) && !behind.starts_with(&province.name);
        let is_own = BEFORE.iter().any(|phrase| {
            let rest = before.strip_suffix(phrase);
            rest.is_some_and(|rest| is_word(rest.chars().last()))
        });
        if names_other || !(is_own || is_party && province.kind == ProvinceKind::City) {
            continue;
        }
        let full_name = province.full_name();
        found.push(Finding::new(
            &said.at(at..at + word.len()),
            format!("nói “{word}” trong khi địa phương thuộc {full_name}"),
            format!(
                "viết “{}”, hoặc tên đầy đủ: {full_name}",
                province.kind.name()
            ),
        ));
    }
    found
}
