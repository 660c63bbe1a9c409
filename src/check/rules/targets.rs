//! Targets: whether they can be reached, rise, and are served.

use std::cmp::Ordering;

use super::Finding;
use super::Subject;
use super::coverage::PILLARS;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Decimal;
use crate::model::Direction;
use crate::model::Objective;
use crate::model::Target;
use crate::model::Task;
use crate::model::keys;
use crate::model::vietnamese;
use crate::source::Origin;

/// How a value of an objective becomes better.
fn better(objective: &Objective) -> &'static str {
    match objective.direction {
        Direction::Up => "nâng",
        Direction::Down => "giảm",
    }
}

/// How good a value is beside another: greater is better.
fn compare(objective: &Objective, a: Decimal, b: Decimal) -> Ordering {
    match objective.direction {
        Direction::Up => a.cmp(&b),
        Direction::Down => b.cmp(&a),
    }
}

fn targets<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a Target, &'a Objective)> {
    let catalogue = subject.catalogue;
    let targets = subject.profile.targets.iter();
    targets.filter_map(move |target| Some((target, catalogue.objective(&target.objective)?)))
}

/// Where a target states a value: today's under the key of it, or that of a year of the plan, by its
/// index.
fn place(subject: &Subject<'_>, target: &Target, year: Option<usize>) -> Origin {
    let found = || {
        let NodeValue::Sequence(items) = &subject.node.get(keys::TARGETS)?.value else {
            return None;
        };
        let item = items.iter().find(|item| item.origin() == target.at)?;
        let Some(year) = year else {
            return item.get(keys::SITUATION);
        };
        let year = subject.profile.years.get(year)?;
        item.get(keys::VALUE)?.get(&year.to_string())
    };
    found().map_or_else(|| target.at.clone(), Node::origin)
}

/// No year is worse than today.
pub(super) fn value_below_baseline(subject: &Subject<'_>) -> Vec<Finding> {
    targets(subject)
        .filter_map(|(target, objective)| {
            let worse = |value: &Decimal| compare(objective, *value, target.baseline).is_lt();
            let year = target.values.iter().position(worse)?;
            Some(Finding::new(
                &place(subject, target, Some(year)),
                format!(
                    "{} có năm kém hơn hiện trạng {}",
                    objective.code,
                    vietnamese::decimal(target.baseline)
                ),
                "xem lại `hien_trang` hoặc giá trị của năm đó",
            ))
        })
        .collect()
}

/// No share is above 100 %, or below nothing.
pub(super) fn over_hundred(subject: &Subject<'_>) -> Vec<Finding> {
    let share = Decimal::whole(0)..=Decimal::whole(100);
    targets(subject)
        .filter(|(_, objective)| objective.unit == "%")
        .filter_map(|(target, objective)| {
            let outside = |value: &Decimal| !share.contains(value);
            let year = target.values.iter().position(outside);
            if year.is_none() && !outside(&target.baseline) {
                return None;
            }
            Some(Finding::new(
                &place(subject, target, year),
                format!(
                    "{} tính bằng % nhưng có giá trị ngoài khoảng 0 đến 100",
                    objective.code
                ),
                "viết tỷ lệ từ 0 đến 100; số lượng thì chọn chỉ tiêu có đơn vị khác",
            ))
        })
        .collect()
}

/// A target does not fall back from one year to the next.
pub(super) fn falling_between_years(subject: &Subject<'_>) -> Vec<Finding> {
    targets(subject)
        .filter_map(|(target, objective)| {
            let mut pairs = target.values.windows(2);
            let year = pairs.position(|pair| compare(objective, pair[1], pair[0]).is_lt())? + 1;
            Some(Finding::new(
                &place(subject, target, Some(year)),
                format!("{} năm sau kém hơn năm trước", objective.code),
                "xếp lại giá trị các năm theo hướng tốt dần lên",
            ))
        })
        .collect()
}

/// The last year reaches what the source asks, or the profile says why not.
pub(super) fn below_source(subject: &Subject<'_>) -> Vec<Finding> {
    targets(subject)
        .filter(|(target, _)| target.reason.is_none())
        .filter_map(|(target, objective)| {
            let (wanted, last) = (objective.source_value?, *target.values.last()?);
            compare(objective, last, wanted).is_lt().then(|| {
                let year = target.values.len() - 1;
                Finding::new(
                    &place(subject, target, Some(year)),
                    format!(
                        "{} đến cuối kế hoạch là {}, chưa đạt mức {} của tài liệu nguồn",
                        objective.code,
                        vietnamese::decimal(last),
                        vietnamese::decimal(wanted)
                    ),
                    format!(
                        "{} giá trị, hoặc thêm khóa `ly_do` cho chỉ tiêu này",
                        better(objective)
                    ),
                )
            })
        })
        .collect()
}

/// Something that is chosen serves each target.
pub(super) fn unserved(subject: &Subject<'_>) -> Vec<Finding> {
    let tasks = &subject.profile.tasks;
    targets(subject)
        // Of one that events have overtaken another finding speaks.
        .filter(|(_, objective)| objective.superseded.is_none())
        .filter(|(_, objective)| {
            let by_component = objective
                .components
                .iter()
                .any(|code| subject.is_chosen(code));
            let by_task = tasks
                .iter()
                .any(|task| objective.tasks.contains(&task.code));
            !by_component && !by_task
        })
        .map(|(target, objective)| {
            Finding::new(
                &target.at,
                format!(
                    "không thành phần, nhiệm vụ nào đã chọn phục vụ {}",
                    objective.code
                ),
                serving(subject, objective),
            )
        })
        .collect()
}

/// What a commune of this terrain may choose to serve an objective.
fn serving(subject: &Subject<'_>, objective: &Objective) -> String {
    let terrain = subject.profile.commune.terrain;
    let components = objective.components.iter().filter(|code| {
        let component = subject.catalogue.component(code);
        component.is_some_and(|component| component.is_offered(terrain))
    });
    let codes: Vec<&str> = components
        .chain(&objective.tasks)
        .map(String::as_str)
        .collect();
    if codes.is_empty() {
        "bỏ chỉ tiêu này: xã không có thành phần, nhiệm vụ nào phục vụ nó".to_owned()
    } else {
        format!("chọn thêm một trong: {}", codes.join(", "))
    }
}

/// Whether a task serves an objective: of its own or by a component that it carries out.
fn serves(task: &Task, objective: &Objective) -> bool {
    let mut components = task.components.iter();
    objective.tasks.contains(&task.code)
        || components.any(|code| objective.components.contains(code))
}

/// What is chosen serves some target, wherever the guidance knows one that it could serve.
pub(super) fn choice_without_target(subject: &Subject<'_>) -> Vec<Finding> {
    let aims: Vec<_> = targets(subject).map(|(_, objective)| objective).collect();
    let known = subject.catalogue.objectives.iter();
    let known: Vec<_> = known.filter(|o| o.superseded.is_none()).collect();
    let mut found = Vec::new();
    let mut used_by_tasks = Vec::new();
    for chosen in &subject.profile.tasks {
        let Some(task) = subject.catalogue.task(&chosen.code) else {
            continue;
        };
        if aims.iter().any(|objective| serves(task, objective)) {
            used_by_tasks.extend(&task.components);
            continue;
        }
        let possible = known.iter().filter(|objective| serves(task, objective));
        let possible: Vec<&str> = possible.map(|objective| &*objective.code).collect();
        if !possible.is_empty() {
            found.push(Finding::new(
                &chosen.at,
                format!(
                    "nhiệm vụ {} không phục vụ chỉ tiêu nào của kế hoạch",
                    task.code
                ),
                format!("thêm một trong các chỉ tiêu: {}", possible.join(", ")),
            ));
        }
    }
    let is_aim_of = |objectives: &[&Objective], code: &String| {
        let mut objectives = objectives.iter();
        objectives.any(|objective| objective.components.contains(code))
    };
    let idle: Vec<&str> = subject
        .chosen()
        .filter(|(chosen, _)| !used_by_tasks.contains(&&chosen.code))
        .filter(|(chosen, _)| !is_aim_of(&aims, &chosen.code) && is_aim_of(&known, &chosen.code))
        .map(|(_, component)| component.code.as_str())
        .collect();
    if let Some(first) = idle.first() {
        found.push(Finding::new(
            &subject.at(keys::COMPONENTS),
            format!(
                "{} thành phần không phục vụ chỉ tiêu nào của kế hoạch: {}",
                idle.len(),
                idle.join(", ")
            ),
            format!("thêm chỉ tiêu mà các thành phần này phục vụ; xem từng mã, ví dụ `xaso show {first}`"),
        ));
    }
    found
}

/// Each pillar has a target.
pub(super) fn pillar_without_target(subject: &Subject<'_>) -> Vec<Finding> {
    let at = subject.at(keys::TARGETS);
    PILLARS
        .iter()
        .filter(|(pillar, _)| targets(subject).all(|(_, objective)| objective.pillar != *pillar))
        .map(|(pillar, name)| {
            Finding::new(
                &at,
                format!("trụ cột {name} không có chỉ tiêu nào"),
                format!(
                    "thêm chỉ tiêu; xem bằng lệnh `xaso list objectives --tru-cot {}`",
                    pillar.key()
                ),
            )
        })
        .collect()
}

/// A target moves, unless it is reached already.
pub(super) fn stands_still(subject: &Subject<'_>) -> Vec<Finding> {
    targets(subject)
        .filter(|(target, objective)| {
            let last = target.values.last().copied().unwrap_or(target.baseline);
            let reached = objective
                .source_value
                .is_some_and(|wanted| compare(objective, last, wanted).is_ge());
            let best = match objective.direction {
                Direction::Up => objective.unit == "%" && last == Decimal::whole(100),
                Direction::Down => last == Decimal::whole(0),
            };
            last == target.baseline && !reached && !best
        })
        .map(|(target, objective)| {
            Finding::new(
                &target.at,
                format!("{} không thay đổi so với hiện trạng", objective.code),
                format!(
                    "{} giá trị so với hiện trạng, hoặc bỏ chỉ tiêu này",
                    better(objective)
                ),
            )
        })
        .collect()
}
