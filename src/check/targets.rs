//! Targets: whether they can be reached, rise, and are served.

use std::cmp::Ordering;

use super::Finding;
use super::Subject;
use super::coverage::PILLARS;
use super::shares::may_be_fractions;
use super::stated::moment;
use super::stated::place;
use super::stated::stated;
use super::stated::targets;
use crate::model::Decimal;
use crate::model::Direction;
use crate::model::Objective;
use crate::model::Task;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese;
use crate::read::Piece;

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

/// A value with its unit: `72,5%`, `9 điểm`.
fn shown(value: Decimal, objective: &Objective) -> String {
    vietnamese::measured(value, &objective.unit)
}

/// No year is worse than today.
pub(super) fn value_below_baseline(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (target, objective) in targets(subject) {
        let Some(baseline) = target.baseline else {
            continue;
        };
        let mut values = target.values.iter();
        let worse = values.find(|(_, value)| compare(objective, **value, baseline).is_lt());
        if let Some((year, value)) = worse {
            found.push(Finding::new(
                &place(subject, target, Some(*year)),
                format!(
                    "{} năm {year} là {}, kém hơn hiện trạng {}",
                    objective.code,
                    shown(*value, objective),
                    shown(baseline, objective)
                ),
                format!("xem lại `hien_trang`, hoặc sửa giá trị năm {year}"),
            ));
        }
    }
    found
}

/// A target does not fall back from one year to the next.
pub(super) fn falling_between_years(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (target, objective) in targets(subject) {
        let values: Vec<(&i32, &Decimal)> = target.values.iter().collect();
        let mut pairs = values.windows(2);
        let falls = pairs.find(|pair| compare(objective, *pair[1].1, *pair[0].1).is_lt());
        if let Some([(earlier, before), (later, after)]) = falls {
            found.push(Finding::new(
                &place(subject, target, Some(**later)),
                format!(
                    "{} năm {later} là {}, kém hơn năm {earlier} ({})",
                    objective.code,
                    shown(**after, objective),
                    shown(**before, objective)
                ),
                format!(
                    "{} giá trị năm {later}, hoặc xem lại giá trị năm {earlier}",
                    better(objective)
                ),
            ));
        }
    }
    found
}

/// The last year reaches what the source asks, or the profile says why not.
pub(super) fn below_source(subject: &Subject<'_>) -> Vec<Finding> {
    targets(subject)
        .filter(|(target, _)| target.reason.is_none() && target.has_all)
        // Of these another rule asks what they are.
        .filter(|(target, objective)| !may_be_fractions(target, objective))
        .filter_map(|(target, objective)| {
            let wanted = objective.source_value?;
            let (year, last) = target.values.last_key_value()?;
            let last = *last;
            compare(objective, last, wanted).is_lt().then(|| {
                Finding::new(
                    &place(subject, target, Some(*year)),
                    format!(
                        "{} năm {year} là {}, chưa đạt mức {} của tài liệu nguồn",
                        objective.code,
                        shown(last, objective),
                        shown(wanted, objective)
                    ),
                    format!(
                        "{} giá trị năm {year}, hoặc thêm khóa `ly_do` cho chỉ tiêu này",
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
    if codes.is_empty() && objective.is_own {
        "ghi `thanh_phan` hoặc `nhiem_vu` của chỉ tiêu này: mã của những gì phục vụ nó".to_owned()
    } else if codes.is_empty() {
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
    let mut found = Vec::new();
    for (target, objective) in targets(subject).filter(|(target, _)| target.has_all) {
        let last = target.values.last_key_value();
        let (Some(baseline), Some((year, last))) = (target.baseline, last) else {
            continue;
        };
        let mut wanted = objective.source_value.iter();
        let reached = wanted.any(|wanted| compare(objective, *last, *wanted).is_ge());
        let best = match objective.direction {
            Direction::Up => objective.unit == "%" && *last == Decimal::whole(100),
            Direction::Down => *last == Decimal::whole(0),
        };
        if *last == baseline && !reached && !best {
            found.push(Finding::new(
                &target.at,
                format!(
                    "{} đến năm {year} vẫn là {}, không thay đổi so với hiện trạng",
                    objective.code,
                    shown(baseline, objective)
                ),
                format!(
                    "{} giá trị so với hiện trạng, hoặc bỏ chỉ tiêu này",
                    better(objective)
                ),
            ));
        }
    }
    found
}

/// How many there can be of what an objective counts, with what they are, where that is known.
fn most(subject: &Subject<'_>, objective: &Objective) -> Option<(u32, String)> {
    let commune = &subject.profile.commune;
    let of_commune = |count: u32, what: &str| {
        let is_known = subject.is_sound(Piece::Commune) && count > 0;
        is_known.then(|| (count, format!("{what} của địa phương")))
    };
    if fold(&objective.name).starts_with("so khu dan cu") {
        return of_commune(commune.units, &format!("số {}", commune.unit_name));
    }
    match objective.unit.as_str() {
        "trụ cột" => Some((3, "số trụ cột".to_owned())),
        "người" | "cơ sở" | "doanh nghiệp" => of_commune(commune.population, "dân số"),
        _ => None,
    }
}

/// What is counted is counted in whole things, none of them less than nothing.
pub(super) fn impossible_count(subject: &Subject<'_>) -> Vec<Finding> {
    // What the commune measures of its own may be an amount.
    let counts = targets(subject).filter(|(_, it)| it.unit != "%" && !it.is_own);
    let mut found = Vec::new();
    for (target, objective) in counts {
        let most = most(subject, objective);
        let wrong = stated(target).find_map(|(year, value)| {
            let above = most.as_ref();
            let above = above.filter(|(most, _)| value > Decimal::whole(i64::from(*most)));
            let (why, hint) = if value.is_negative() {
                ("nhỏ hơn 0".to_owned(), "viết số từ 0 trở lên")
            } else if value.to_whole().is_none() {
                let hint = "viết số nguyên; tỷ lệ thì chọn chỉ tiêu tính bằng %";
                ("không phải số nguyên".to_owned(), hint)
            } else if let Some((most, what)) = above {
                let why = format!("lớn hơn {what} ({})", vietnamese::count(*most));
                (why, "xem lại số này và số liệu trong `xa`")
            } else {
                return None;
            };
            Some((year, value, why, hint))
        });
        if let Some((year, value, why, hint)) = wrong {
            found.push(Finding::new(
                &place(subject, target, year),
                format!(
                    "{} đếm số lượng, nhưng {} ghi {}, {why}",
                    objective.code,
                    moment(year),
                    shown(value, objective)
                ),
                hint,
            ));
        }
    }
    found
}
