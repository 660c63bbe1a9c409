//! The words of the guidance in every way in which people have written Vietnamese: they come back, or are
//! named, and never become others.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::clean::clean;
use super::signs::Home;
use super::tables::Encoding;
use super::tables::Page;
use super::tables::byte;
use crate::load::Disk;
use crate::load::Files;
use crate::model::is_vietnamese;

/// Every text file of the guidance, of the samples and of the templates.
fn texts() -> Vec<(String, String)> {
    let files = Disk::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["content", "tests/cases/base"].map(|folder| files.list(folder).files);
    let paths = folders.into_iter().flatten();
    let labels = "templates/labels.yaml".to_owned();
    let texts = paths.chain([labels]).filter_map(|path| {
        let read = files.read(&path, u64::MAX).expect("a file");
        let text = String::from_utf8(read.bytes.into_owned()).ok()?;
        Some((path, text))
    });
    texts.collect()
}

/// Every stretch of words between other signs, each once.
fn phrases() -> BTreeSet<String> {
    let mut phrases = BTreeSet::new();
    for (_, text) in texts() {
        let parts = text.split(|it: char| !(it.is_alphabetic() || it == ' '));
        let parts = parts.map(str::trim).filter(|part| !part.is_ascii());
        let parts = parts.filter(|it| it.chars().all(|it| it == ' ' || is_vietnamese(it)));
        phrases.extend(parts.map(str::to_owned));
    }
    assert!(phrases.len() > 3_000, "{}", phrases.len());
    phrases
}

/// The signs that a letter is in an encoding.
fn signs(encoding: Encoding) -> BTreeMap<char, String> {
    let all: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('\u{a0}'..='\u{ff}')
        .collect();
    let mut signs = BTreeMap::new();
    for first in &all {
        for second in std::iter::once(None).chain(all.iter().skip(52).map(Some)) {
            let written: String = std::iter::once(first).chain(second).collect();
            if let Some((letter, length)) = encoding.letter(&written)
                && length == written.len()
            {
                // Capitals have marks that are capitals.
                let is_odd = second.is_some_and(|it| it.is_lowercase() != letter.is_lowercase());
                if !is_odd {
                    signs.entry(letter).or_insert(written);
                }
            }
        }
    }
    signs
}

fn encode(text: &str, signs: &BTreeMap<char, String>) -> String {
    let letters = text.chars().map(|letter| {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let found = signs.get(&letter).or_else(|| signs.get(&lower));
        found.cloned().unwrap_or_else(|| letter.to_string())
    });
    letters.collect()
}

fn viqr(text: &str) -> String {
    let letters = text.nfd().map(|letter| match letter {
        '\u{300}' => '`',
        '\u{301}' => '\'',
        '\u{302}' => '^',
        '\u{303}' => '~',
        '\u{306}' => '(',
        '\u{309}' => '?',
        '\u{31b}' => '+',
        '\u{323}' => '.',
        letter => letter,
    });
    let written: String = letters.collect();
    // The shape of a letter stands before its tone.
    let written = written
        .replace(".^", "^.")
        .replace(".(", "(.")
        .replace(".+", "+.");
    written.replace('đ', "dd").replace('Đ', "DD")
}

/// What reads the bytes of a text in a set of signs.
fn misreader(page: Page) -> impl Fn(&str) -> String {
    let known: BTreeMap<u8, char> = ('\u{80}'..='\u{ffff}')
        .filter(|it| *it != 'Ă' && *it != 'ă')
        .filter_map(|letter| Some((byte(letter, page)?, letter)))
        .collect();
    move |text| {
        let signs = text.bytes().map(|it| match it {
            0..0x80 => char::from(it),
            it => known[&it],
        });
        signs.collect()
    }
}

/// Whether a phrase is one of the seventeenth part that is looked at, whatever other phrases there are.
fn is_taken(phrase: &str) -> bool {
    let sum = phrase.bytes().fold(0_u32, |sum, byte| {
        (sum.wrapping_mul(31)).wrapping_add(u32::from(byte))
    });
    sum % 17 == 0
}

/// How many phrases came back, of how many; none becomes another.
fn come_back(written: impl Fn(&str) -> String, is_lossy: bool, least: usize) {
    let phrases: Vec<String> = phrases()
        .into_iter()
        .filter(|phrase| is_taken(phrase))
        .collect();
    let (mut n_back, mut n_all, mut silent) = (0, 0, Vec::new());
    for phrase in &phrases {
        let encoded = written(phrase);
        if encoded == *phrase {
            continue;
        }
        let read = clean(&encoded, Home::Cell, None);
        let text = read
            .as_ref()
            .map_or(encoded.as_str(), |it| it.text.as_str());
        let is_back = text == phrase || is_lossy && text.to_lowercase() == phrase.to_lowercase();
        assert!(is_back || text == encoded, "{phrase}: {encoded} → {text}");
        // A single word may be one of either.
        if phrase.split(' ').count() > 2 {
            n_all += 1;
            n_back += usize::from(is_back);
            if !is_back && read.is_none_or(|read| read.doubt.is_none()) {
                silent.push(encoded);
            }
        }
    }
    assert!(n_all > 100, "{n_all}");
    assert!(
        n_back * 1000 >= n_all * least,
        "{n_back} of {n_all}: {silent:?}"
    );
    assert!(silent.len() * 200 <= n_all, "{silent:?}");
}

#[test]
fn tcvn3_comes_back() {
    let signs = signs(Encoding::Tcvn3);
    come_back(|text| encode(text, &signs), true, 990);
}

#[test]
fn vni_comes_back() {
    let signs = signs(Encoding::Vni);
    assert_eq!(signs.len(), 134);
    come_back(|text| encode(text, &signs), false, 990);
}

#[test]
fn viqr_comes_back() {
    come_back(viqr, false, 900);
}

#[test]
fn misread_utf8_comes_back() {
    for page in [Page::Windows, Page::Macintosh, Page::Dos] {
        come_back(misreader(page), false, 990);
    }
    let misread = misreader(Page::Windows);
    come_back(|text| misread(&misread(text)), false, 980);
}

#[test]
fn entities_and_numbers_come_back() {
    let numbered = |text: &str, number: &dyn Fn(char) -> String| -> String {
        let letters = text.chars().map(|it| match it.is_ascii() {
            true => it.to_string(),
            false => number(it),
        });
        letters.collect()
    };
    come_back(
        |text| numbered(text, &|it| format!("&#{};", u32::from(it))),
        false,
        1000,
    );
    come_back(
        |text| numbered(text, &|it| format!("\\u{:04x}", u32::from(it))),
        false,
        980,
    );
}

#[test]
fn the_guidance_is_plain() {
    for (path, text) in texts() {
        for line in text.lines() {
            let read = clean(line, Home::Line, None);
            assert!(read.is_none(), "{path}: {line}");
        }
    }
}
