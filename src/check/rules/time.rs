//! Days: phases in order, work spread over the years, the plan dated before it begins.

use std::collections::BTreeSet;

use super::Finding;
use super::Subject;
use crate::model::Date;
use crate::model::OpenDay;
use crate::model::Phase;
use crate::model::Wording;
use crate::model::keys;
use crate::source::Origin;

/// A phase begins after the one before it has ended.
pub(super) fn phases_out_of_order(subject: &Subject<'_>) -> Vec<Finding> {
    let pairs = subject.profile.phases.windows(2);
    pairs
        .filter(|pair| pair[1].period.start <= pair[0].period.end)
        .map(|pair| {
            Finding::new(
                &pair[1].at,
                format!(
                    "giai đoạn {} bắt đầu ngày {}, khi giai đoạn {} chưa kết thúc ({})",
                    pair[1].phase.number(),
                    pair[1].period.start,
                    pair[0].phase.number(),
                    pair[0].period.end
                ),
                "xếp ba giai đoạn nối tiếp nhau, không chồng ngày",
            )
        })
        .collect()
}

/// The quarter of a day, counted from the year 0.
fn quarter(date: Date) -> i32 {
    date.year() * 4 + i32::from((date.month() - 1) / 3)
}

/// The work of a plan is not all done in one quarter.
pub(super) fn all_in_one_quarter(subject: &Subject<'_>) -> Vec<Finding> {
    let components = &subject.profile.components;
    let quarters: BTreeSet<i32> = components
        .iter()
        .flat_map(|chosen| [quarter(chosen.period.start), quarter(chosen.period.end)])
        .collect();
    if components.len() < 3 || quarters.len() != 1 {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.at(keys::COMPONENTS),
        format!(
            "cả {} thành phần đều làm trong cùng một quý",
            components.len()
        ),
        "chia thành phần cho ba giai đoạn theo khả năng nhân lực và kinh phí",
    )]
}

/// Something goes on in each year of the plan.
pub(super) fn year_without_work(subject: &Subject<'_>) -> Vec<Finding> {
    let at = subject.value(&[keys::PLAN, keys::YEAR]);
    let components = &subject.profile.components;
    let idle = subject.profile.years.iter().filter(|year| {
        let mut periods = components.iter().map(|chosen| chosen.period);
        !periods.any(|period| (period.start.year()..=period.end.year()).contains(year))
    });
    idle.map(|year| {
        Finding::new(
            &at,
            format!("năm {year} không có thành phần nào được thực hiện"),
            "kéo dài hoặc chuyển một số thành phần sang năm này, hoặc bỏ năm khỏi `nam`",
        )
    })
    .collect()
}

/// A task does not end before the components that it carries out begin.
pub(super) fn task_before_its_components(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for chosen in &subject.profile.tasks {
        let Some(task) = subject.catalogue.task(&chosen.code) else {
            continue;
        };
        let components = subject.profile.components.iter();
        let first = components
            .filter(|component| task.components.contains(&component.code))
            .filter(|component| subject.is_dated(component))
            .min_by_key(|component| component.period.start);
        if let Some(first) = first.filter(|first| chosen.period.end < first.period.start) {
            found.push(Finding::new(
                &chosen.at,
                format!(
                    "nhiệm vụ {} kết thúc ngày {}, trước khi {} bắt đầu ({})",
                    task.code, chosen.period.end, first.code, first.period.start
                ),
                "lùi ngày kết thúc của nhiệm vụ hoặc đưa thành phần lên sớm hơn",
            ));
        }
    }
    found
}

/// A plan is dated before its work begins: before its first phase ends, in the first month of that at the
/// latest, and before anything that has days of its own.
pub(super) fn plan_dated_late(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let first = &profile.phases[0].period;
    // Of a month the first day, since the paper may bear that; of a year nothing can be said.
    let date = match profile.issue.open_day {
        OpenDay::Nothing => Some(profile.date),
        OpenDay::Day => Date::new(profile.date.year(), profile.date.month(), 1),
        OpenDay::Month => None,
    };
    let Some(date) = date else {
        return Vec::new();
    };
    let at = date_of_plan(subject);
    let begins = profile.years.first().copied().unwrap_or(date.year());
    if date.year() + 1 < begins {
        let message =
            format!("kế hoạch ghi ngày {date}, trước năm đầu của kế hoạch ({begins}) hơn một năm");
        return vec![Finding::new(
            &at,
            message,
            "xem lại năm trong `ngay` của kế hoạch",
        )];
    }
    if date > first.end {
        let message = format!(
            "kế hoạch ghi ngày {date}, sau khi giai đoạn 1 kết thúc ({})",
            first.end
        );
        let hint = "sửa `ngay` của kế hoạch, hoặc lùi các giai đoạn";
        return vec![Finding::new(&at, message, hint)];
    }
    let phase = (first.start, "giai đoạn 1");
    let components = profile.components.iter();
    let components = components.filter(|chosen| subject.is_dated(chosen));
    // What goes on may have begun long ago.
    let components = components.filter(|chosen| chosen.wording != Wording::Permanent);
    let components = components.map(|chosen| (chosen.period.start, chosen.code.as_str()));
    let tasks = profile.tasks.iter().filter(|task| task.has_own_days);
    let tasks = tasks.map(|task| (task.period.start, task.code.as_str()));
    // Plans are signed in the first weeks of the year that they begin with.
    let is_soon = |start: Date| start <= first.start && same_month(start, date);
    let begun = std::iter::once(phase).chain(components).chain(tasks);
    let begun = begun.filter(|(start, _)| *start < date && !is_soon(*start));
    let Some((start, what)) = begun.min_by_key(|(start, _)| *start) else {
        return Vec::new();
    };
    let message = format!("kế hoạch ghi ngày {date}, sau khi {what} đã bắt đầu ({start})");
    let hint = "sửa `ngay` của kế hoạch, hoặc lùi ngày bắt đầu của giai đoạn, thành phần, nhiệm vụ";
    vec![Finding::new(&at, message, hint)]
}

fn same_month(one: Date, other: Date) -> bool {
    (one.year(), one.month()) == (other.year(), other.month())
}

/// A task is carried out in the phases of its components, where it has days of its own: they stay behind
/// when the days of a phase are changed.
pub(super) fn task_outside_phases(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let tasks = subject.profile.tasks.iter();
    for chosen in tasks.filter(|task| task.has_own_days) {
        let Some(task) = subject.catalogue.task(&chosen.code) else {
            continue;
        };
        let components = subject.profile.components.iter();
        let components = components.filter(|it| task.components.contains(&it.code));
        let components: Vec<_> = components.collect();
        // By a component whose phase could not be read nothing is judged.
        if components.iter().any(|it| !subject.is_dated(it)) {
            continue;
        }
        let firsts = components.iter().map(|it| it.phase);
        let lasts = components.iter().map(|it| it.last_phase);
        let days = |phase: Phase| subject.profile.phases[usize::from(phase.number()) - 1].period;
        let (Some(first), Some(last)) = (firsts.min(), lasts.max()) else {
            continue;
        };
        let (start, end) = (days(first).start, days(last).end);
        let (message, hint) = if chosen.period.start < start {
            (
                format!(
                    "nhiệm vụ {} bắt đầu ngày {}, trước giai đoạn {} của các thành phần mà nó thực hiện (từ {start})",
                    task.code,
                    chosen.period.start,
                    first.number()
                ),
                format!(
                    "sửa `bat_dau` thành một ngày từ {start} trở đi; hoặc sửa ngày của giai đoạn"
                ),
            )
        } else if chosen.period.start > end {
            (
                format!(
                    "nhiệm vụ {} bắt đầu ngày {}, sau giai đoạn {} của các thành phần mà nó thực hiện (đến {end})",
                    task.code,
                    chosen.period.start,
                    last.number()
                ),
                format!(
                    "sửa `bat_dau`, `ket_thuc` thành những ngày từ {start} đến {end}; hoặc sửa ngày của giai đoạn"
                ),
            )
        } else {
            continue;
        };
        found.push(Finding::new(&chosen.at, message, hint));
    }
    found
}

/// Where the day of the plan, or of the decision that issues it, stands.
fn date_of_plan(subject: &Subject<'_>) -> Origin {
    match subject.profile.issue.by_decision {
        true => subject.value(&[keys::PLAN, keys::DECISION, keys::DATE]),
        false => subject.value(&[keys::PLAN, keys::DATE]),
    }
}
