//! Sentences of the guidance that fall away where nothing of them is chosen: a place that answers a demand by one
//! says when it does.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde_yaml::Value;

use super::Entry;
use super::codes;
use super::demands::demands;
use super::entries;
use super::text;

/// Places without a condition whose text is nearer to the demand where it has one, with the reason.
const UNCONDITIONAL: [(&str, &str, &str); 8] = [
    ("KHX-16", "ubnd_huyen", WHO),
    ("KHX-16", "ngan_hang_buu_chinh", WHO),
    ("MHX-03", "tram_y_te", WHO),
    ("MHX-03", "truong_hoc", WHO),
    ("KHX-57", "NV-22", WEAK_SPOTS),
    ("CDT-07", "NV-22", WEAK_SPOTS),
    (
        "KHX-58",
        "cong_an",
        "how to keep from fraud is taught, with cameras and without",
    ),
    (
        "KTQ-05",
        "trung_tam_hcc",
        "fewer papers are proposed, whether people are asked or not",
    ),
];

/// Why a demand for bodies is answered by any of their sentences.
const WHO: &str = "who takes part is asked, in whatever";

/// Why a demand for networks is answered by the task of that name.
const WEAK_SPOTS: &str = "weak spots are listed and the companies asked, whatever the targets";

/// A sentence with the words of its condition, if it has one.
type Sentence = (Option<BTreeSet<String>>, String);

/// The sentences of sections, bodies and tasks that have any with a condition, by the kind and the code of a place.
fn sentences(entries: &[Entry]) -> BTreeMap<(&'static str, String), Vec<Sentence>> {
    let kinds = [
        ("sections/", "phan"),
        ("bodies/", "don_vi"),
        ("tasks/", "nhiem_vu"),
    ];
    let mut all = BTreeMap::new();
    for entry in entries {
        let kind = kinds
            .iter()
            .find(|(folder, _)| entry.path.starts_with(folder));
        let Some((_, kind)) = kind else { continue };
        let lines = entry.body.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines = lines.map(|line| {
            let line = line.trim_start_matches("- ");
            let conditional = line.strip_prefix("{{ khi ");
            match conditional.and_then(|rest| rest.split_once(" }}")) {
                Some((words, sentence)) => {
                    let words = words.split(", ").map(str::to_owned).collect();
                    (Some(words), sentence.to_owned())
                }
                None => (None, line.to_owned()),
            }
        });
        let lines: Vec<Sentence> = lines.collect();
        if lines.iter().any(|(condition, _)| condition.is_some()) {
            all.insert((*kind, entry.text("ma").to_owned()), lines);
        }
    }
    all
}

/// The neighbouring syllables of a text.
fn pairs(text: &str) -> BTreeSet<(String, String)> {
    let text = text.to_lowercase();
    let syllables = text.split(|letter: char| !letter.is_alphanumeric());
    let syllables: Vec<&str> = syllables.filter(|it| !it.is_empty()).collect();
    let pairs = syllables.windows(2);
    pairs
        .map(|pair| (pair[0].to_owned(), pair[1].to_owned()))
        .collect()
}

/// What a place answers of a demand, in words.
fn asked(demand: &Value, place: &Value) -> String {
    let contents = codes(&demand["noi_dung"]);
    if contents.is_empty() {
        return text(demand, "yeu_cau").expect("a demand").to_owned();
    }
    let answers = place.get("dap_ung").and_then(Value::as_sequence);
    let answers =
        answers.map(|list| -> Vec<u64> { list.iter().filter_map(Value::as_u64).collect() });
    let contents = (1..).zip(contents);
    let answered = contents.filter(|(number, _)| {
        let all = answers.as_ref();
        all.is_none_or(|answers| answers.contains(number))
    });
    let answered: Vec<String> = answered.map(|(_, content)| content).collect();
    answered.join(". ")
}

#[test]
fn no_place_relies_on_a_sentence_that_may_fall_away() {
    let entries = entries();
    let sentences = sentences(&entries);
    let mut excepted = BTreeSet::new();
    let mut n_conditional = 0;
    for (_, demand) in demands(&entries) {
        let code = text(demand, "ma").expect("a code");
        let places = demand.get("noi").and_then(Value::as_sequence);
        for place in places.into_iter().flatten() {
            let mut kinds = ["phan", "don_vi", "nhiem_vu"].into_iter();
            let found = kinds.find_map(|kind| Some((kind, text(place, kind)?.to_owned())));
            let condition: BTreeSet<String> = codes(&place["khi"]).into_iter().collect();
            let lines = found.as_ref().and_then(|found| sentences.get(found));
            let Some(lines) = lines else {
                assert!(
                    condition.is_empty(),
                    "{code}: {place:?} has no sentence like that"
                );
                continue;
            };
            if !condition.is_empty() {
                let mut conditions = lines.iter().filter_map(|(words, _)| words.as_ref());
                assert!(
                    conditions.any(|words| *words == condition),
                    "{code}: {place:?} has no sentence like that"
                );
                n_conditional += 1;
                continue;
            }
            let asked = pairs(&asked(demand, place));
            let nearest = |is_conditional: bool| {
                let lines = lines.iter();
                let lines = lines.filter(|(words, _)| words.is_some() == is_conditional);
                let shared = lines.map(|(_, line)| pairs(line).intersection(&asked).count());
                shared.max()
            };
            let (_, place) = found.expect("a place");
            let is_excepted = UNCONDITIONAL
                .iter()
                .any(|(demand, other, _)| *demand == code && *other == place);
            if nearest(true) > nearest(false) {
                assert!(
                    is_excepted,
                    "{code}: {place} says so only under a condition"
                );
                excepted.insert((code, place));
            }
        }
    }
    let listed = UNCONDITIONAL.iter();
    let listed: BTreeSet<_> = listed
        .map(|(code, place, _)| (*code, (*place).to_owned()))
        .collect();
    assert_eq!(excepted, listed, "exceptions that are none");
    assert!(
        n_conditional > 40,
        "{n_conditional} places with a condition"
    );
}
