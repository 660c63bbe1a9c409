//! Every word of the content is a Vietnamese syllable, an abbreviation or a word of the lists in
//! `tests/official`; and none of the phrases that scanning makes of Vietnamese is there.
//!
//! A syllable is an onset, a rhyme and a tone. The rhymes below are those of written Vietnamese; a
//! rhyme closed by c, ch, p or t only bears the tones sắc and nặng.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;
use unicode_normalization::UnicodeNormalization;

use super::content;
use crate::support;

const ONSETS: [&str; 26] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v",
];

const RHYMES: &str = "
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
";

/// Keys whose values are codes, not words.
const CODED: [&str; 21] = [
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

/// A syllable without its tone, and the tone's mark.
fn without_tone(word: &str) -> (String, Option<char>) {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut tones = word.nfd().filter(|letter| TONES.contains(letter));
    let tone = tones.next();
    if tones.next().is_some() {
        return (String::new(), tone); // two tones are no syllable
    }
    (
        word.nfd()
            .filter(|letter| !TONES.contains(letter))
            .nfc()
            .collect(),
        tone,
    )
}

fn is_syllable(word: &str, rhymes: &BTreeSet<&str>) -> bool {
    let (plain, tone) = without_tone(&word.to_lowercase());
    let closed = ["c", "ch", "p", "t"].iter().any(|end| plain.ends_with(end));
    if closed && !matches!(tone, Some('\u{301}' | '\u{323}')) {
        return false;
    }
    let mut splits = ONSETS.iter().chain(&["s", "x", ""]).filter_map(|onset| {
        let rhyme = plain.strip_prefix(onset)?;
        Some((*onset, rhyme))
    });
    splits.any(|(onset, rhyme)| {
        let front = rhyme.starts_with(['e', 'ê', 'i', 'y']);
        let fits = match onset {
            "k" | "gh" | "ngh" => front,
            "c" | "ng" => !front,
            // "gì" and "gìn" hold their vowel in the onset.
            "g" => !front || matches!(rhyme, "i" | "in"),
            // "quốc" is qu + ôc, "quý" qu + y, "quen" qu + en.
            "qu" => !rhyme.starts_with(['u', 'ư']) && rhyme != "o",
            _ => true,
        };
        let known = match onset {
            "qu" if rhyme.starts_with('y') => rhymes.contains(format!("u{rhyme}").as_str()),
            _ => rhymes.contains(rhyme),
        };
        fits && known
    })
}

/// Every text of a value that is meant to be read.
fn readable(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Sequence(items) => items.iter().for_each(|item| readable(item, texts)),
        Value::Mapping(entries) => {
            for (key, value) in entries {
                let key = key.as_str().unwrap_or("");
                let is_code = CODED.contains(&key) && !holds_mappings(value);
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
    let rhymes: BTreeSet<&str> = RHYMES.split_whitespace().collect();
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
            if !fine && !is_syllable(&word, &rhymes) {
                strange.entry(word).or_insert_with(|| path.clone());
            }
        }
    }
    assert!(n_words > 50_000, "{n_words} words read");
    assert!(strange.is_empty(), "{} words: {strange:#?}", strange.len());
}

#[test]
fn the_rule_knows_syllables_from_nonsense() {
    let rhymes: BTreeSet<&str> = RHYMES.split_whitespace().collect();
    for word in [
        "nghiêng", "quốc", "quý", "gì", "giếng", "giữ", "khuyến", "thuở", "ươm", "xoáy", "Ủy",
        "yếu", "huỷ", "hóa", "hoá", "được", "ngoằn", "khuỷu", "quyết", "giặt", "kê", "ghế",
    ] {
        assert!(is_syllable(word, &rhymes), "{word}");
    }
    for word in [
        "cấpp",
        "nghang",
        "tôt",
        "thưc",
        "kấp",
        "ngiêng",
        "gế",
        "đươc",
        "hoạc\u{301}",
        "lòngg",
        "truờg",
        "xãa",
        "kỹy",
        "quu",
        "data",
    ] {
        assert!(!is_syllable(word, &rhymes), "{word}");
    }
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
