//! What the profile says of one thing in two places: today's state in the survey and in a target, a result that
//! goes on and work that ends.

use std::collections::BTreeSet;

use super::Finding;
use super::Subject;
use super::stated::spoken;
use super::stated::targets;
use super::told::fractions;
use crate::model::AsWritten;
use crate::model::Date;
use crate::model::Period;
use crate::model::SurveyValue;
use crate::model::Wording;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese;

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

/// What the survey found is what the targets begin with.
pub(super) fn survey_unlike_target(subject: &Subject<'_>) -> Vec<Finding> {
    let groups = subject.profile.survey.groups.iter();
    let rows = groups.flat_map(|group| &group.rows);
    let mut found = Vec::new();
    for row in rows {
        let SurveyValue::Number(value) = &row.value else {
            continue;
        };
        let place = || survey_row(subject, &row.name, row.objective.as_deref());
        // A note may say how many of how many that is.
        let told = fractions(&row.note).into_iter();
        let told = told.filter(|told| told.at.start == 0 && row.unit == "%");
        for told in told.filter(|told| !told.is_among(&BTreeSet::from([*value]))) {
            let row_at = place().or(subject.written.get(keys::SITUATION));
            found.push(Finding::new(
                &row_at.map_or_else(|| subject.at(keys::SITUATION), AsWritten::origin),
                format!(
                    "khảo sát ghi “{}” là {}, ghi chú ghi {}",
                    row.name,
                    vietnamese::measured(*value, "%"),
                    told.shown("%")
                ),
                "sửa tỷ lệ hoặc số đếm trong `ghi_chu` cho khớp",
            ));
        }
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
        let at = place();
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
