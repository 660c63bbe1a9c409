//! Figures that the commune's own words give beside the name or the code of a target: they are values of it, of the
//! years that the sentence names, or else of those in which the work is done.

mod figures;

pub(in crate::check) use figures::fractions;

use std::collections::BTreeSet;
use std::ops::Range;

use super::Finding;
use super::Subject;
use super::own_words::Said;
use super::own_words::said_in;
use super::stated::spoken;
use super::stated::targets;
use crate::model::AsWritten;
use crate::model::Decimal;
use crate::model::Objective;
use crate::model::SectionId;
use crate::model::ascii_code;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese;
use crate::read::DraftTarget;
use figures::Told;
use figures::counts;
use figures::percentages;

/// A name of fewer words is found in too many sentences.
const FEWEST_WORDS: usize = 4;

/// Own words of the commune, and the years whose values they may give where they name no year themselves.
struct Telling<'a> {
    said: Said<'a>,
    years: Vec<i32>,
    /// The component or task of which it is the result.
    result_of: Option<&'a str>,
}

/// The commune's own words, each with its years: of work and of a phase those until it ends, of a result the last.
fn tellings<'a>(subject: &Subject<'a>) -> Vec<Telling<'a>> {
    let profile = subject.profile;
    let until = |last: i32| {
        profile
            .years
            .iter()
            .copied()
            .filter(move |year| *year <= last)
    };
    let components = profile.components.iter();
    let components = components.map(|it| (&it.at, it.period.end.year()));
    let tasks = profile.tasks.iter();
    let tasks = tasks.map(|it| (&it.at, it.period.end.year()));
    let works: Vec<_> = components.chain(tasks).collect();
    let mut found = Vec::new();
    let mut tell = |value: &'a AsWritten, years: Vec<i32>, result_of: Option<&'a str>| {
        found.extend(said_in([value].into_iter()).map(|said| Telling {
            said,
            years: years.clone(),
            result_of,
        }));
    };
    let lists = [keys::COMPONENTS, keys::TASKS].into_iter();
    for item in lists
        .filter_map(|key| subject.written.get(key))
        .flat_map(AsWritten::items)
    {
        let place = item.origin();
        let end = works.iter().find(|(at, _)| at.is_within(&place));
        let years = end.map_or_else(|| profile.years.clone(), |(_, end)| until(*end).collect());
        for entry in item.entries() {
            let last = years.last().filter(|_| entry.key == keys::RESULT);
            let code = item.get(keys::CODE).and_then(AsWritten::text);
            tell(
                &entry.value,
                last.map_or_else(|| years.clone(), |last| vec![*last]),
                code.filter(|_| entry.key == keys::RESULT),
            );
        }
    }
    let situation = subject.written.get(keys::SITUATION);
    let texts = [keys::OVERVIEW, keys::STRENGTHS, keys::WEAKNESSES].into_iter();
    for text in texts.filter_map(|key| situation?.get(key)) {
        tell(text, profile.years.clone(), None);
    }
    let sections = subject.written.get(keys::OWN_SECTIONS);
    for entry in sections.map(AsWritten::entries).unwrap_or_default() {
        let mut ids = SectionId::ALL.iter();
        let id = ids.find(|(code, _)| *code == entry.key);
        let phase = id.and_then(|(_, id)| profile.phase_of_section(*id));
        let last = phase.map_or(i32::MAX, |phase| phase.period.end.year());
        tell(&entry.value, until(last).collect(), None);
    }
    found
}

/// A target that a sentence speaks of.
type Meant<'a> = (&'a DraftTarget, &'a Objective);

/// Shares, fractions and counts that the commune's own words give of a target are values of it.
pub(super) fn text_unlike_target(subject: &Subject<'_>) -> Vec<Finding> {
    let all: Vec<Meant<'_>> = targets(subject).collect();
    let names: Vec<Vec<String>> = all.iter().map(|(_, it)| names_of(subject, it)).collect();
    let mut found = Vec::new();
    for telling in tellings(subject) {
        for sentence in sentences(telling.said.text) {
            let text = &telling.said.text[sentence.clone()];
            let folded = fold(text);
            let speaks = |(objective, names): (&Objective, &[String])| {
                text.contains(&objective.code) || names.iter().any(|name| folded.contains(name))
            };
            let meant = all.iter().zip(&names);
            let meant = meant.filter(|((_, it), names)| speaks((it, names.as_slice())));
            let meant = meant.map(|(meant, _)| *meant);
            let (shares, others): (Vec<_>, Vec<_>) = meant.partition(|(_, it)| it.unit == "%");
            let served = telling
                .result_of
                .filter(|_| shares.len() + others.len() == 0);
            let served: Vec<_> = match served {
                Some(code) => all
                    .iter()
                    .zip(&names)
                    .filter(|((_, it), _)| serves(code, it))
                    .collect(),
                None => Vec::new(),
            };
            if shares.len() + others.len() + served.len() == 0
                || speaks_of_other_years(&folded, &subject.profile.years)
            {
                continue;
            }
            let reached = years_reached(&folded, &subject.profile.years);
            let sentence = Sentence {
                telling: &telling,
                start: sentence.start,
                counted: match reached.is_empty() {
                    true => &telling.years,
                    false => &reached,
                },
                plan: &subject.profile.years,
                names_years: !reached.is_empty(),
            };
            if !shares.is_empty() {
                let of_names = |told: &Told| {
                    let mut meant = shares.iter();
                    meant.any(|(_, it)| {
                        text.contains(&it.code) || told.counts(&names_of(subject, it).join(" "))
                    })
                };
                let told = percentages(text).into_iter();
                let told = told.chain(fractions(text).into_iter().filter(of_names));
                let known = sentence.values(&shares);
                let told = told.filter(|told| !is_bound_or_change(&text[..told.at.start]));
                let wrong = told.filter(|told| !told.is_among(&known));
                found.extend(wrong.map(|told| sentence.finding(&told, &shares, &known)));
            }
            // A result that names no target is of the only one that its work serves and that counts the same.
            for told in fractions(text) {
                let mut of_it = served
                    .iter()
                    .filter(|(_, names)| names.iter().any(|name| told.counts_exactly(name)));
                if let (Some((meant, _)), None) = (of_it.next(), of_it.next()) {
                    let known = sentence.values(&[**meant]);
                    if !told.is_among(&known) {
                        found.push(sentence.finding(&told, &[**meant], &known));
                    }
                }
            }
            for one in others {
                let known = sentence.values(&[one]);
                let mut told = counts(text, &one.1.unit);
                told.retain(|told| !is_bound_or_change(&text[..told.at.start]));
                // What is added in a year is no value, and neither is a part of it.
                let is_right = |told: &Told| told.is_among(&steps(&known));
                if let Some(first) = told.first()
                    && !told.iter().any(is_right)
                {
                    found.push(sentence.finding(first, &[one], &known));
                }
            }
        }
    }
    found
}

/// Whether a component or task, by its code, serves an objective that is a share.
fn serves(code: &str, objective: &Objective) -> bool {
    let is_it = |other: &String| ascii_code(other) == ascii_code(code);
    let mut served_by = objective.components.iter().chain(&objective.tasks);
    objective.unit == "%" && served_by.any(is_it)
}

/// How sentences may call what an objective counts, folded: by its name, with the commune's word for a residential
/// unit and without what stands in brackets, and by the row of the survey that takes its value. Short names are
/// found in too many sentences.
fn names_of(subject: &Subject<'_>, objective: &Objective) -> Vec<String> {
    let name = spoken(objective);
    let groups = subject.profile.survey.groups.iter();
    let rows = groups.flat_map(|group| &group.rows);
    let rows = rows.filter(|row| row.objective.as_ref() == Some(&objective.code));
    let unit = fold(&subject.profile.commune.unit_name);
    let mut names = vec![name.replace("khu dan cu", &unit), name];
    names.extend(rows.map(|row| fold(&row.name)));
    let open = names.iter().filter_map(|name| {
        let (before, rest) = name.split_once(" (")?;
        let (_, behind) = rest.split_once(')')?;
        Some(format!("{before}{behind}"))
    });
    let open: Vec<String> = open.collect();
    names.extend(open);
    names.retain(|name| name.split(' ').count() >= FEWEST_WORDS);
    names
}

/// Whether what stands before a figure makes of it a bound or a change, which is no value: "trên 90%", "tăng 5%".
fn is_bound_or_change(before: &str) -> bool {
    const WORDS: [&str; 14] = [
        "tang",
        "giam",
        "them",
        "vuot",
        "tren",
        "duoi",
        "hon",
        "khoang",
        "gan",
        "it nhat",
        "toi thieu",
        "toi da",
        "khong qua",
        "trong so",
    ];
    let before = fold(before.trim_end());
    WORDS.iter().any(|word| {
        let rest = before.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// The values, and by how much one is above another.
fn steps(known: &BTreeSet<Decimal>) -> BTreeSet<Decimal> {
    let whole: Vec<i64> = known.iter().filter_map(|value| value.to_whole()).collect();
    let pairs = whole
        .iter()
        .flat_map(|a| whole.iter().map(move |b| Decimal::whole((a - b).abs())));
    known.iter().copied().chain(pairs).collect()
}

/// A sentence of the commune's that speaks of targets.
struct Sentence<'a> {
    telling: &'a Telling<'a>,
    /// Where it begins in its text.
    start: usize,
    /// The years whose values it may give.
    counted: &'a [i32],
    /// Those of the plan.
    plan: &'a [i32],
    /// Whether it names years itself.
    names_years: bool,
}

impl Sentence<'_> {
    /// The values that it may give of these targets.
    fn values(&self, meant: &[Meant<'_>]) -> BTreeSet<Decimal> {
        let values = meant.iter().flat_map(|(target, _)| {
            let values = target.values.iter();
            let values = values.filter(|(year, _)| self.counted.contains(year));
            values.map(|(_, value)| *value).chain(target.baseline)
        });
        values.collect()
    }

    fn finding(&self, told: &Told, meant: &[Meant<'_>], known: &BTreeSet<Decimal>) -> Finding {
        let codes: Vec<&str> = meant.iter().map(|(_, it)| it.code.as_str()).collect();
        let unit = meant.first().map_or("%", |(_, it)| it.unit.as_str());
        let values: Vec<String> = known
            .iter()
            .map(|value| vietnamese::measured(*value, unit))
            .collect();
        let of_years = match self.counted {
            years if years.len() == self.plan.len() => String::new(),
            years => {
                let years: Vec<String> = years.iter().map(ToString::to_string).collect();
                format!(" (hiện trạng và năm {})", years.join(", "))
            }
        };
        Finding::new(
            &self
                .telling
                .said
                .at(self.start + told.at.start..self.start + told.at.end),
            format!(
                "ở đây ghi {}, chỉ tiêu {} có các giá trị {}{of_years}",
                told.shown(unit),
                codes.join(", "),
                values.join(", ")
            ),
            match self.names_years {
                false => format!(
                    "sửa số cho khớp, hoặc thay số bằng `{{{{ muc_tieu.{} }}}}` để lấy giá trị của năm hoàn thành công việc",
                    codes.first().copied().unwrap_or_default()
                ),
                true => "sửa số hoặc năm cho khớp với bảng chỉ tiêu".to_owned(),
            },
        )
    }
}

/// The years of the plan that a sentence, folded, names, but for those from which on something is done.
fn years_reached(folded: &str, years: &[i32]) -> Vec<i32> {
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut is_first = false;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        if *word == "tu" {
            let is_time = ["dau", "nam", "ngay", "quy", "thang"].contains(&next);
            is_first = is_time || next.starts_with(|letter: char| letter.is_ascii_digit());
        }
        let Some(year) = years.iter().find(|year| year.to_string() == **word) else {
            continue;
        };
        if !std::mem::take(&mut is_first) && !found.contains(year) {
            found.push(*year);
        }
    }
    found
}

/// The sentences and items of a text.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        let behind = &text[at + letter.len_utf8()..];
        let is_end = match letter {
            ';' | '\n' | '!' | '?' => true,
            '.' => behind.is_empty() || behind.starts_with(char::is_whitespace),
            _ => false,
        };
        if is_end {
            found.push(start..at);
            start = at + letter.len_utf8();
        }
    }
    found.push(start..text.len());
    found
}

/// Whether a sentence, folded, speaks of a year that is none of the plan's.
fn speaks_of_other_years(folded: &str, years: &[i32]) -> bool {
    let mut words = folded.split(|letter: char| !letter.is_ascii_digit());
    words.any(|word| {
        word.len() == 4
            && word
                .parse()
                .is_ok_and(|year: i32| (1990..2100).contains(&year) && !years.contains(&year))
    })
}
