//! Days: phases in order, work spread over the years, the plan dated before it begins.

use std::collections::BTreeSet;

use super::Finding;
use super::Subject;
use crate::model::ChosenComponent;
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
    let first = &subject.profile.phases[0].period;
    let Some(date) = first_day_of_signing(subject) else {
        return Vec::new();
    };
    let at = date_of_plan(subject);
    let years = &subject.profile.years;
    let begins = years.first().copied().unwrap_or(date.year());
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
    // Plans are signed in the first weeks of the year that they begin with.
    let is_soon = |start: Date| start <= first.start && same_month(start, date);
    // What goes on may have begun long ago.
    let begun = works(subject, |wording| *wording != Wording::Permanent);
    let begun = std::iter::once((first.start, "giai đoạn 1")).chain(begun);
    let begun: Vec<_> = begun.filter(|(start, _)| *start < date).collect();
    if begun.iter().all(|(start, _)| is_soon(*start)) {
        return Vec::new();
    }
    let Some((start, what)) = begun.into_iter().min_by_key(|(start, _)| *start) else {
        return Vec::new();
    };
    let message = format!("kế hoạch ghi ngày {date}, sau khi {what} đã bắt đầu ({start})");
    let hint = "sửa `ngay` của kế hoạch, hoặc lùi ngày bắt đầu của giai đoạn, thành phần, nhiệm vụ";
    vec![Finding::new(&at, message, hint)]
}

/// The day on which the plan is signed, where it is known: of a month the first, since the paper may bear that; of
/// a year nothing can be said.
fn first_day_of_signing(subject: &Subject<'_>) -> Option<Date> {
    let profile = subject.profile;
    match profile.issue.open_day {
        OpenDay::Nothing => Some(profile.date),
        OpenDay::Day => Date::new(profile.date.year(), profile.date.month(), 1),
        OpenDay::Month => None,
    }
}

/// The first day of each component, and of each task that has days of its own, with its code.
fn works<'a>(
    subject: &Subject<'a>,
    is_counted: impl Fn(&Wording) -> bool,
) -> impl Iterator<Item = (Date, &'a str)> {
    let components = subject.profile.components.iter();
    let components = components.filter(|it| subject.is_dated(it) && is_counted(&it.wording));
    let components = components.map(|it| (it.period.start, it.code.as_str()));
    let components: Vec<_> = components.collect();
    let tasks = subject.profile.tasks.iter().filter(|it| it.has_own_days);
    let tasks = tasks.map(|it| (it.period.start, it.code.as_str()));
    components.into_iter().chain(tasks)
}

/// A plan prints no work that began before it was signed, but for what begins with the year that it plans, as
/// many a phase does.
pub(super) fn work_before_signing(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(date) = first_day_of_signing(subject) else {
        return Vec::new();
    };
    if !plan_dated_late(subject).is_empty() {
        return Vec::new();
    }
    let first_year = subject.profile.years.first();
    let new_year = first_year.and_then(|year| Date::new(*year, 1, 1));
    let begun = works(subject, |_| true);
    let begun = begun.filter(|(start, _)| *start < date && Some(*start) != new_year);
    let begun: Vec<_> = begun.collect();
    let Some((start, code)) = begun.iter().min_by_key(|(start, _)| *start) else {
        return Vec::new();
    };
    let others = match begun.len() {
        1 => String::new(),
        count => format!(" và {} việc khác", count - 1),
    };
    let message =
        format!("kế hoạch ghi ngày {date}, sau ngày bắt đầu được in của {code} ({start}){others}");
    let hint =
        "ký kế hoạch trước ngày ấy, hoặc lùi ngày bắt đầu của giai đoạn, thành phần, nhiệm vụ";
    vec![Finding::new(&date_of_plan(subject), message, hint)]
}

/// A task has days of those of its components: it does not begin after all of them have ended, and shares days
/// with one that no other task carries out.
pub(super) fn task_beside_components(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for chosen in &subject.profile.tasks {
        let Some(task) = subject.catalogue.task(&chosen.code) else {
            continue;
        };
        let components = subject.profile.components.iter();
        let components: Vec<_> = components
            .filter(|it| task.components.contains(&it.code))
            .collect();
        let is_dated = components.iter().all(|it| subject.is_dated(it));
        let has_days = chosen.has_own_days || !matches!(chosen.wording, Wording::Words(_));
        let days = chosen.period;
        let first = components.iter().map(|it| it.period.start).min();
        let last_phase = components.iter().map(|it| it.last_phase).max();
        let (Some(first), Some(last_phase)) = (first, last_phase) else {
            continue;
        };
        let phase = &subject.profile.phases[usize::from(last_phase.number()) - 1];
        // Outside of all of them it is the finding of another rule.
        let is_outside = days.end < first || days.start > phase.period.end;
        if !is_dated || !has_days || is_outside {
            continue;
        }
        let is_beside =
            |it: &ChosenComponent| days.end < it.period.start || it.period.end < days.start;
        let all_ended = components.iter().all(|it| it.period.end < days.start);
        let missed = components.iter().filter(|it| {
            let is_alone = it.wording != Wording::Permanent && !is_shared(subject, &it.code);
            is_beside(it) && (is_alone || all_ended)
        });
        found.extend(missed.map(|it| {
            let message = format!(
                "nhiệm vụ {} làm từ {} đến {}, thành phần {} mà nó thực hiện làm từ {} đến {}",
                task.code, days.start, days.end, it.code, it.period.start, it.period.end
            );
            let hint = "sửa ngày của nhiệm vụ hoặc của thành phần để thời gian thực hiện khớp nhau";
            Finding::new(&chosen.at, message, hint)
        }));
    }
    found
}

/// Whether several chosen tasks carry out a component.
fn is_shared(subject: &Subject<'_>, code: &String) -> bool {
    let tasks = subject.profile.tasks.iter();
    let tasks = tasks.filter_map(|chosen| subject.catalogue.task(&chosen.code));
    tasks.filter(|task| task.components.contains(code)).count() > 1
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
