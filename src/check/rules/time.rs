//! Days: phases in order, work spread over the years, the plan dated before it begins.

use std::collections::BTreeSet;

use super::Finding;
use super::Subject;
use crate::model::Date;
use crate::model::keys;

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

/// A plan is dated before its first phase ends.
pub(super) fn plan_dated_late(subject: &Subject<'_>) -> Vec<Finding> {
    let first = &subject.profile.phases[0].period;
    if subject.profile.date <= first.end {
        return Vec::new();
    }
    vec![Finding::new(
        &subject.value(&[keys::PLAN, keys::DATE]),
        format!(
            "kế hoạch ghi ngày {}, sau khi giai đoạn 1 kết thúc ({})",
            subject.profile.date, first.end
        ),
        "sửa `ngay` của kế hoạch, hoặc lùi các giai đoạn",
    )]
}
