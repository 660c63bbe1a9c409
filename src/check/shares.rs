//! Shares in per cent: between nothing and a hundred, and not a fraction of one, as a spreadsheet stores them.

use super::Finding;
use super::Subject;
use super::agreement::survey_row;
use super::stated::moment;
use super::stated::place;
use super::stated::stated;
use super::stated::targets;
use crate::model::Decimal;
use crate::model::Direction;
use crate::model::Objective;
use crate::model::SurveyValue;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese;
use crate::read::DraftTarget;

/// What, folded, is often less than one in a hundred.
const RARE: [&str; 12] = [
    "ngheo",
    "tang",
    "giam",
    "loi",
    "su co",
    "vi pham",
    "that nghiep",
    "khieu nai",
    "qua han",
    "tre han",
    "cham han",
    "tu choi",
];

/// What, folded, there may be more of than of what it is compared with.
const ABOVE: [&str; 4] = ["tang", "thue bao", "so voi", "vuot"];

/// Whether a name has one of these words.
fn speaks_of(name: &str, words: &[&str]) -> bool {
    let name = format!(" {} ", fold(name));
    words.iter().any(|word| name.contains(&format!(" {word} ")))
}

/// No share is above 100 %, or below nothing.
pub(super) fn over_hundred(subject: &Subject<'_>) -> Vec<Finding> {
    let share = Decimal::whole(0)..=Decimal::whole(100);
    let shares = targets(subject).filter(|(_, objective)| objective.unit == "%");
    shares
        .filter_map(|(target, objective)| {
            let (year, value) = stated(target).find(|(_, value)| !share.contains(value))?;
            Some(Finding::new(
                &place(subject, target, year),
                format!(
                    "{} tính bằng %, nhưng {} ghi {}",
                    objective.code,
                    moment(year),
                    vietnamese::decimal(value)
                ),
                "viết tỷ lệ từ 0 đến 100; số lượng thì chọn chỉ tiêu có đơn vị khác",
            ))
        })
        .collect()
}

/// Whether all values of a target in per cent are so small that they may be fractions of one.
pub(super) fn may_be_fractions(target: &DraftTarget, objective: &Objective) -> bool {
    let one = Decimal::whole(1);
    let is_small = || stated(target).all(|(_, value)| value <= one);
    let is_any = || stated(target).any(|(_, value)| value > Decimal::whole(0));
    objective.unit == "%"
        && objective.direction == Direction::Up
        && target.reason.is_none()
        && !speaks_of(&objective.name, &RARE)
        && is_small()
        && is_any()
}

/// A share that may have been copied out of a spreadsheet, which stores 60 % as 0,6; one of the survey above 100 %.
pub(super) fn share_of_unlikely_size(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (target, objective) in targets(subject).filter(|(it, of)| may_be_fractions(it, of)) {
        let all: Vec<_> = stated(target).collect();
        let first = all.iter().find(|(_, value)| *value > Decimal::whole(0));
        let year = first.and_then(|(year, _)| *year);
        let values = all.iter().map(|(year, value)| {
            let value = vietnamese::measured(*value, "%");
            format!("{} {value}", moment(*year))
        });
        found.push(Finding::new(
            &place(subject, target, year),
            format!(
                "{} tính bằng %, các giá trị đều không quá 1: {}",
                objective.code,
                values.collect::<Vec<_>>().join(", ")
            ),
            format!(
                "nếu chép từ Excel thì nhân 100 (0.6 là 60%): {}; đúng là tỷ lệ nhỏ như vậy thì giữ nguyên",
                all.iter()
                    .map(|(_, value)| hundredfold(*value))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        ));
    }
    found.extend(of_survey(subject));
    found
}

fn of_survey(subject: &Subject<'_>) -> Vec<Finding> {
    let groups = subject.profile.survey.groups.iter();
    let rows = groups.flat_map(|group| &group.rows);
    let rows = rows.filter(|row| row.unit == "%" && row.objective.is_none());
    let mut found = Vec::new();
    for row in rows {
        let SurveyValue::Number(value) = row.value else {
            continue;
        };
        let small = Decimal::whole(0)..Decimal::whole(1);
        let is_small = small.contains(&value) && value != Decimal::whole(0);
        let is_share = fold(&row.name).starts_with("ty le") || fold(&row.name).starts_with("ti le");
        let shown = vietnamese::measured(value, "%");
        let said = if is_small && !speaks_of(&row.name, &RARE) {
            let hint = format!(
                "nếu chép từ Excel thì nhân 100: {}; đúng là tỷ lệ nhỏ như vậy thì giữ nguyên",
                hundredfold(value)
            );
            Some(("nhỏ hơn 1%", hint))
        } else if is_share && value > Decimal::whole(100) && !speaks_of(&row.name, &ABOVE) {
            let hint = "viết tỷ lệ từ 0 đến 100; nếu là số lượng thì sửa `don_vi`".to_owned();
            Some(("lớn hơn 100%", hint))
        } else {
            None
        };
        let at = survey_row(subject, &row.name, None);
        let at = at.map(|row| row.get(keys::VALUE).unwrap_or(row).origin());
        if let (Some((how, hint)), Some(at)) = (said, at) {
            let message = format!("khảo sát ghi “{}” là {shown}, {how}", row.name);
            found.push(Finding::new(&at, message, hint));
        }
    }
    found
}

/// A value a hundred times as large, as a profile has it.
fn hundredfold(value: Decimal) -> String {
    value.times(100).unwrap_or(value).plain()
}
