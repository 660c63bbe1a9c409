//! Figures that the commune's own words give beside the name or the code of a target: they are values of it, of the
//! years that the sentence names, or else of those in which the work is done.

mod figures;

pub(in crate::check) use figures::fractions;

use std::collections::BTreeSet;
use std::ops::Range;

use super::Finding;
use super::Subject;
use super::own_words::Said;
use super::own_words::last_words;
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

/// A target with its objective, and how sentences may call what that counts, folded.
struct Aim<'a> {
    target: &'a DraftTarget,
    objective: &'a Objective,
    names: Vec<String>,
}

impl Aim<'_> {
    fn is_share(&self) -> bool {
        self.objective.unit == "%"
    }
}

/// Shares, fractions and counts that the commune's own words give of a target are values of it.
pub(super) fn text_unlike_target(subject: &Subject<'_>) -> Vec<Finding> {
    let aims = targets(subject).map(|(target, objective)| Aim {
        target,
        objective,
        names: names_of(subject, objective),
    });
    let aims: Vec<Aim<'_>> = aims.collect();
    let plan = subject.profile.years.as_slice();
    let mut found = Vec::new();
    for telling in tellings(subject) {
        for range in sentences(telling.said.text) {
            let text = &telling.said.text[range.clone()];
            let folded = fold(text);
            if speaks_of_other_years(&folded, plan) {
                continue;
            }
            let reached = years_reached(&folded, plan);
            let sentence = Sentence {
                telling: &telling,
                text,
                start: range.start,
                counted: match reached.is_empty() {
                    true => &telling.years,
                    false => &reached,
                },
                plan,
                names_years: !reached.is_empty(),
            };
            let speaks = |aim: &&Aim<'_>| {
                let mut names = aim.names.iter();
                text.contains(&aim.objective.code) || names.any(|name| folded.contains(name))
            };
            let meant = aims.iter().filter(speaks);
            let (shares, others): (Vec<_>, Vec<_>) = meant.partition(|aim| aim.is_share());
            if shares.is_empty() && others.is_empty() {
                found.extend(sentence.unlike_served(&aims));
            }
            found.extend(sentence.unlike_shares(&shares));
            found.extend(others.iter().filter_map(|aim| sentence.unlike_count(aim)));
        }
    }
    found
}

/// Whether a component or task, by its code, serves an objective.
fn serves(code: &str, objective: &Objective) -> bool {
    let is_it = |other: &String| ascii_code(other) == ascii_code(code);
    let mut served_by = objective.components.iter().chain(&objective.tasks);
    served_by.any(is_it)
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
    let before = last_words(before, 2);
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

/// A sentence of the commune's.
struct Sentence<'a> {
    telling: &'a Telling<'a>,
    text: &'a str,
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
    /// The shares, and fractions that count what these targets do, which are none of their values.
    fn unlike_shares(&self, shares: &[&Aim<'_>]) -> Vec<Finding> {
        if shares.is_empty() {
            return Vec::new();
        }
        let known = self.values(shares);
        let is_meant = |told: &Told| {
            shares.iter().any(|aim| {
                let mut names = aim.names.iter();
                self.text.contains(&aim.objective.code) || names.any(|name| told.counts(name))
            })
        };
        let fractions = fractions(self.text).into_iter().filter(is_meant);
        let told = percentages(self.text).into_iter().chain(fractions);
        let wrong = told.filter(|told| self.is_value(told) && !told.is_among(&known));
        wrong
            .map(|told| self.finding(&told, shares, &known))
            .collect()
    }

    /// The first count of what a target counts, where none is one of its values: what is added in a year is no
    /// value, and neither is a part of it.
    fn unlike_count(&self, aim: &Aim<'_>) -> Option<Finding> {
        let known = self.values(&[aim]);
        let right = steps(&known);
        let mut told = counts(self.text, &aim.objective.unit);
        told.retain(|told| self.is_value(told));
        let first = told.first()?;
        let is_right = told.iter().any(|told| told.is_among(&right));
        (!is_right).then(|| self.finding(first, &[aim], &known))
    }

    /// The fractions of a result that names no target: each is of the only one that its work serves and that counts
    /// the same.
    fn unlike_served(&self, aims: &[Aim<'_>]) -> Vec<Finding> {
        let Some(code) = self.telling.result_of else {
            return Vec::new();
        };
        let served = aims.iter().filter(|aim| serves(code, aim.objective));
        let served: Vec<&Aim<'_>> = served.filter(|aim| aim.is_share()).collect();
        let wrong = fractions(self.text).into_iter().filter_map(|told| {
            let counts_it = |aim: &&&Aim<'_>| {
                let mut names = aim.names.iter();
                names.any(|name| told.counts_exactly(name))
            };
            let mut of_it = served.iter().filter(counts_it);
            let aim = *of_it.next().filter(|_| of_it.next().is_none())?;
            let known = self.values(&[aim]);
            (!told.is_among(&known)).then(|| self.finding(&told, &[aim], &known))
        });
        wrong.collect()
    }

    /// Whether a figure is told as a value, not as a bound or a change.
    fn is_value(&self, told: &Told) -> bool {
        !is_bound_or_change(&self.text[..told.at.start])
    }

    /// The values that it may give of these targets.
    fn values(&self, aims: &[&Aim<'_>]) -> BTreeSet<Decimal> {
        let values = aims.iter().flat_map(|aim| {
            let values = aim.target.values.iter();
            let values = values.filter(|(year, _)| self.counted.contains(year));
            values.map(|(_, value)| *value).chain(aim.target.baseline)
        });
        values.collect()
    }

    fn finding(&self, told: &Told, aims: &[&Aim<'_>], known: &BTreeSet<Decimal>) -> Finding {
        let codes: Vec<&str> = aims.iter().map(|aim| aim.objective.code.as_str()).collect();
        let unit = aims.first().map_or("%", |aim| aim.objective.unit.as_str());
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
