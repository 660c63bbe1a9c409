//! What the profile says of one thing in two places: today's state in the survey and in a target, a figure in
//! its own words and in a target, a result that goes on and work that ends.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Finding;
use super::Subject;
use super::own_words::Said;
use super::own_words::said_in;
use super::stated::targets;
use crate::model::AsWritten;
use crate::model::Date;
use crate::model::Decimal;
use crate::model::Objective;
use crate::model::Period;
use crate::model::SectionId;
use crate::model::SurveyValue;
use crate::model::Wording;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese;
use crate::model::written;
use crate::read::DraftTarget;

/// A name of fewer words is found in too many sentences.
const FEWEST_WORDS: usize = 4;

/// What tells, folded, that a result comes again and again.
const AGAIN: [&str; 9] = [
    "hang thang",
    "moi thang",
    "hang quy",
    "moi quy",
    "hang tuan",
    "moi tuan",
    "hang ngay",
    "moi ngay",
    "thuong xuyen",
];

/// The name of an objective as sentences have it, folded: without what share it is.
fn spoken(objective: &Objective) -> String {
    let name = fold(&objective.name);
    let name = name.strip_prefix("ty le ").unwrap_or(&name);
    name.to_owned()
}

/// What the survey found is what the targets begin with.
pub(super) fn survey_unlike_target(subject: &Subject<'_>) -> Vec<Finding> {
    let groups = subject.profile.survey.groups.iter();
    let rows = groups.flat_map(|group| &group.rows);
    let mut found = Vec::new();
    for row in rows {
        let SurveyValue::Number(value) = &row.value else {
            continue;
        };
        let name = fold(&row.name);
        let name = name.strip_prefix("ty le ").unwrap_or(&name);
        let same = targets(subject).find(|(_, objective)| {
            let is_linked = row.objective.as_ref() == Some(&objective.code);
            is_linked
                || row.objective.is_none()
                    && fold(&objective.unit) == fold(&row.unit)
                    && spoken(objective) == name
        });
        let Some((target, objective)) = same else {
            continue;
        };
        let Some(baseline) = target.baseline.filter(|baseline| baseline != value) else {
            continue;
        };
        let at = survey_row(subject, &row.name, row.objective.as_deref());
        let [own, other] =
            [*value, baseline].map(|value| vietnamese::measured(value, &objective.unit));
        found.push(Finding::new(
            &at.map_or_else(|| target.at.clone(), AsWritten::origin),
            format!(
                "khảo sát ghi “{}” là {own}, hiện trạng của {} là {other}",
                row.name, objective.code
            ),
            format!(
                "sửa một trong hai số; hoặc ghi một lần: ở dòng khảo sát ghi `muc_tieu: {}` và bỏ `gia_tri`",
                objective.code
            ),
        ));
    }
    found
}

/// The value of a row of the survey.
pub(super) fn survey_row<'a>(
    subject: &Subject<'a>,
    name: &str,
    objective: Option<&str>,
) -> Option<&'a AsWritten> {
    let survey = subject.written.get(keys::SITUATION)?.get(keys::SURVEY)?;
    let groups = survey.items().iter();
    let mut rows = groups
        .filter_map(|group| group.get(keys::INDICATORS))
        .flat_map(AsWritten::items);
    rows.find(|row| {
        let text = |key| row.get(key).and_then(AsWritten::text);
        text(keys::NAME) == Some(name) || objective.is_some() && text(keys::TARGETS) == objective
    })
}

/// Own words of the commune, and the years whose values they may give where they name no year themselves.
struct Telling<'a> {
    said: Said<'a>,
    years: Vec<i32>,
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
    let mut tell = |value: &'a AsWritten, years: Vec<i32>| {
        found.extend(said_in([value].into_iter()).map(|said| Telling {
            said,
            years: years.clone(),
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
            tell(
                &entry.value,
                last.map_or_else(|| years.clone(), |last| vec![*last]),
            );
        }
    }
    let sections = subject.written.get(keys::OWN_SECTIONS);
    for entry in sections.map(AsWritten::entries).unwrap_or_default() {
        let mut ids = SectionId::ALL.iter();
        let id = ids.find(|(code, _)| *code == entry.key);
        let phase = id.and_then(|(_, id)| profile.phase_of_section(*id));
        let last = phase.map_or(i32::MAX, |phase| phase.period.end.year());
        tell(&entry.value, until(last).collect());
    }
    found
}

/// A share that the commune's own words give beside the name or the code of a target is one of its values: of the
/// years that the sentence names, or else of those in which the work is done.
pub(super) fn text_unlike_target(subject: &Subject<'_>) -> Vec<Finding> {
    let shares = targets(subject).filter(|(_, objective)| objective.unit == "%");
    let shares: Vec<_> = shares.collect();
    let mut found = Vec::new();
    for Telling { said, years } in tellings(subject) {
        for sentence in sentences(said.text) {
            let text = &said.text[sentence.clone()];
            let folded = fold(text);
            let speaks = |objective: &Objective| {
                let name = spoken(objective);
                let is_long = name.split(' ').count() >= FEWEST_WORDS;
                text.contains(&objective.code) || is_long && folded.contains(&name)
            };
            let meant: Vec<_> = shares.iter().filter(|(_, it)| speaks(it)).collect();
            if meant.is_empty() || speaks_of_other_years(&folded, &subject.profile.years) {
                continue;
            }
            let reached = years_reached(&folded, &subject.profile.years);
            let counted = match reached.is_empty() {
                true => &years,
                false => &reached,
            };
            let values = |(target, _): &&(&DraftTarget, &Objective)| {
                let values = target.values.iter();
                let values = values.filter(|(year, _)| counted.contains(year));
                let values: Vec<Decimal> = values.map(|(_, value)| *value).collect();
                values.into_iter().chain(target.baseline)
            };
            let known: BTreeSet<Decimal> = meant.iter().flat_map(values).collect();
            for (at, share) in percentages(text) {
                if known.contains(&share) {
                    continue;
                }
                let codes: Vec<&str> = meant.iter().map(|(_, it)| it.code.as_str()).collect();
                let values: Vec<String> = known
                    .iter()
                    .map(|value| vietnamese::measured(*value, "%"))
                    .collect();
                let of_years = match counted.as_slice() {
                    years if years.len() == subject.profile.years.len() => String::new(),
                    years => {
                        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
                        format!(" (hiện trạng và năm {})", years.join(", "))
                    }
                };
                let first = sentence.start;
                found.push(Finding::new(
                    &said.at(first + at.start..first + at.end),
                    format!(
                        "ở đây ghi {}, chỉ tiêu {} có các giá trị {}{of_years}",
                        vietnamese::measured(share, "%"),
                        codes.join(", "),
                        values.join(", ")
                    ),
                    match reached.is_empty() {
                        true => format!(
                            "sửa số cho khớp, hoặc thay số bằng `{{{{ muc_tieu.{} }}}}` để lấy giá trị của năm hoàn thành công việc",
                            codes.first().copied().unwrap_or_default()
                        ),
                        false => "sửa số hoặc năm cho khớp với bảng chỉ tiêu".to_owned(),
                    },
                ));
            }
        }
    }
    found
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

/// The percentages of a sentence, each with its place.
fn percentages(text: &str) -> Vec<(Range<usize>, Decimal)> {
    let signs = text.match_indices('%').map(|(at, _)| at);
    let found = signs.filter_map(|end| {
        let before = text[..end].trim_end();
        let is_of = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
        let start = before.trim_end_matches(is_of).len();
        let figure = written::figure(before.get(start..)?).ok()?;
        Some((start..end + 1, figure.number))
    });
    found.collect()
}

/// A result that comes again and again is not that of work which ends before the plan.
pub(super) fn result_beyond_work(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let Some(last) = profile.years.last() else {
        return Vec::new();
    };
    let components = profile.components.iter();
    let components = components.map(|it| (keys::COMPONENTS, &it.code, it.period, &it.wording));
    let tasks = profile.tasks.iter();
    let tasks = tasks.map(|it| (keys::TASKS, &it.code, it.period, &it.wording));
    let works = components.chain(tasks);
    let works = works.filter(|(.., period, wording)| {
        **wording != Wording::Permanent && ends_early(*period, *last)
    });
    works
        .filter_map(|(key, code, period, _)| {
            let list = subject.written.get(key)?;
            let mut own = list.items().iter();
            let own = own.find(|item| {
                item.get(keys::CODE).and_then(AsWritten::text) == Some(code.as_str())
            })?;
            let result = own.get(keys::RESULT)?;
            let folded = fold(result.text()?);
            let word = AGAIN.iter().find(|word| folded.contains(*word))?;
            let word = said_word(result.text()?, word);
            Some(Finding::new(
                &result.origin(),
                format!(
                    "kết quả của {code} là việc {word}, nhưng công việc kết thúc ngày {}",
                    period.end
                ),
                "việc làm liên tục thì ghi `thuong_xuyen: true` hoặc lùi `ket_thuc`; kết quả chỉ có trong thời gian thực hiện thì viết lại câu này",
            ))
        })
        .collect()
}

/// Whether work ends before the last month of the plan.
fn ends_early(period: Period, last_year: i32) -> bool {
    let last_month = Date::new(last_year, 12, 1);
    last_month.is_some_and(|last_month| period.end < last_month)
}

/// A word as it is written in a text, of which it is known folded.
fn said_word(text: &str, folded: &str) -> String {
    let trimmed = text
        .split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let words: Vec<&str> = trimmed.collect();
    let mut windows = words.windows(folded.split(' ').count());
    let found = windows.find(|window| fold(&window.join(" ")) == folded);
    found.map_or_else(|| folded.to_owned(), |window| window.join(" "))
}
