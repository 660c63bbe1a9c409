//! Who does what: "6 rõ" (Quyết định số 268/QĐ-TTg ngày 12/02/2026) and the bodies of today.

use std::collections::BTreeMap;
use std::ops::Range;

use foldhash::HashSet;

use super::Finding;
use super::Subject;
use super::bodies::abolished;
use super::citing::day;
use super::own_words::Said;
use super::own_words::said;
use super::own_words::said_in;
use crate::model::AsWritten;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::Task;
use crate::model::Wording;
use crate::model::fold;
use crate::model::keys;
use crate::model::vietnamese;

/// The lead is not among those who help it, as far as the profile names them.
pub(super) fn lead_also_supports(subject: &Subject<'_>) -> Vec<Finding> {
    let profile = subject.profile;
    let components = subject.chosen().filter_map(|(chosen, component)| {
        let lead = chosen.lead.as_ref().unwrap_or(&component.lead);
        Some((&chosen.at, &chosen.code, lead, chosen.support.as_ref()?))
    });
    let tasks = profile.tasks.iter().filter_map(|chosen| {
        let task = subject.catalogue.task(&chosen.code)?;
        let lead = chosen.lead.as_ref().unwrap_or(&task.lead);
        Some((&chosen.at, &chosen.code, lead, chosen.support.as_ref()?))
    });
    components
        .chain(tasks)
        .filter(|(_, _, lead, support)| {
            let same = |a: &str, b: &str| same_body(subject, a, b);
            support.iter().any(|body| same(body, lead))
        })
        .map(|(at, code, lead, _)| {
            Finding::new(
                at,
                format!("{code}: đơn vị chủ trì `{lead}` cũng có tên trong đơn vị phối hợp"),
                "bỏ đơn vị chủ trì khỏi `phoi_hop`, hoặc ghi `phoi_hop` của xã",
            )
        })
        .collect()
}

/// A task that carries out one component alone is that component, and the same body leads both.
pub(super) fn task_led_by_other(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for chosen in &subject.profile.tasks {
        let Some(task) = subject.catalogue.task(&chosen.code) else {
            continue;
        };
        let mut carried = subject.chosen().filter(|(_, it)| is_for(task, &it.code));
        let (Some((part, component)), None) = (carried.next(), carried.next()) else {
            continue;
        };
        // What the guidance gives to two bodies, it does on purpose.
        if chosen.lead.is_none() && part.lead.is_none() {
            continue;
        }
        let own = chosen.lead.as_ref().unwrap_or(&task.lead);
        let other = part.lead.as_ref().unwrap_or(&component.lead);
        if same_body(subject, own, other) {
            continue;
        }
        let message = format!(
            "nhiệm vụ {} do `{own}` chủ trì, thành phần duy nhất mà nó thực hiện ({}) do `{other}` chủ trì",
            task.code, component.code
        );
        let hint = "ghi cùng một `chu_tri` cho nhiệm vụ và thành phần";
        found.push(Finding::new(&chosen.at, message, hint));
    }
    found
}

/// Whether two bodies, each by its code or in words, are the same.
fn same_body(subject: &Subject<'_>, one: &str, other: &str) -> bool {
    let kind = subject.profile.commune.kind;
    let name = |written: &str| {
        let body = subject.catalogue.body(written);
        fold(&body.map_or_else(|| written.to_owned(), |body| body.name_in(kind).to_plain()))
    };
    one == other || name(one) == name(other)
}

/// A task has days of its own.
pub(super) fn task_without_deadline(subject: &Subject<'_>) -> Vec<Finding> {
    // Tasks that nobody chose are the finding of another rule, once.
    if subject
        .written
        .get(keys::TASKS)
        .is_none_or(AsWritten::is_empty)
    {
        return Vec::new();
    }
    let tasks = subject.profile.tasks.iter();
    tasks
        .filter(|task| !task.has_own_days && task.wording == Wording::Days)
        .map(|task| {
            Finding::new(
                &task.at,
                format!(
                    "nhiệm vụ {} chưa có thời hạn riêng, đang lấy theo các thành phần của nó",
                    task.code
                ),
                "ghi `bat_dau` và `ket_thuc` cho nhiệm vụ",
            )
        })
        .collect()
}

/// Whether a task carries out a component.
fn is_for(task: &Task, code: &str) -> bool {
    task.components.iter().any(|own| own == code)
}

/// Something is spent on a task, unless it is marked as costing nothing.
pub(super) fn task_without_money(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = &subject.estimate.lines;
    let tasks = subject.profile.tasks.iter();
    tasks
        .filter(|chosen| !chosen.costless)
        .filter_map(|chosen| {
            let task = subject.catalogue.task(&chosen.code)?;
            let row = task.budget_row.as_ref()?;
            let is_paid = lines.iter().any(|line| {
                let by_component = line.component.as_ref();
                line.row.is_within(row)
                    || line.row == *row
                    || by_component.is_some_and(|code| is_for(task, code))
            });
            let may_be_paid = subject.may_have_line(|line| {
                let own = line.row.as_ref();
                let by_component = line.component.as_ref();
                own.is_none_or(|own| own.is_within(row))
                    || by_component.is_none_or(|code| {
                        let code = code.as_ref();
                        code.is_some_and(|code| is_for(task, code))
                    })
            });
            (!is_paid && !may_be_paid).then(|| {
                Finding::new(
                    &chosen.at,
                    format!("dự toán không có dòng nào cho nhiệm vụ {} (dòng {row})", task.code),
                    "thêm dòng chi vào dự toán; nhiệm vụ không tốn kinh phí thì ghi `khong_kinh_phi: true` cho nhiệm vụ",
                )
            })
        })
        .collect()
}

/// A task that is marked as costing nothing has no money. What another task may be paid from, too,
/// says nothing of this one.
pub(super) fn costless_with_money(subject: &Subject<'_>) -> Vec<Finding> {
    let catalogue = subject.catalogue;
    let chosen = subject.profile.tasks.iter();
    let (costless, paid): (Vec<_>, Vec<_>) = chosen
        .filter_map(|chosen| Some((chosen, catalogue.task(&chosen.code)?)))
        .partition(|(chosen, _)| chosen.costless);
    let mut found = Vec::new();
    for (chosen, task) in costless {
        let is_in_row = |task: &Task, line: &CostLine| {
            let row = task.budget_row.as_ref();
            row.is_some_and(|row| line.row.is_within(row))
        };
        let may_carry_out = |task: &Task, line: &CostLine| {
            let component = line.component.as_ref();
            component.is_none_or(|code| is_for(task, code))
        };
        let own = subject.estimate.lines.iter().filter(|line| {
            let mut others = paid.iter();
            let may_be_others = others.any(|(_, other)| {
                let by_component = line.component.is_some() && may_carry_out(other, line);
                by_component || is_in_row(other, line)
            });
            let is_own = is_in_row(task, line) && may_carry_out(task, line);
            is_own && !line.amount.is_zero() && !may_be_others
        });
        let own: Vec<&CostLine> = own.collect();
        let (Some(first), Ok(sum)) = (own.first(), Dong::sum(own.iter().map(|line| line.amount)))
        else {
            continue;
        };
        found.push(Finding::new(
            &chosen.at,
            format!(
                "nhiệm vụ {} ghi `khong_kinh_phi`, nhưng dự toán có {} đồng cho nhiệm vụ này, ví dụ “{}” (dòng {})",
                task.code,
                vietnamese::amount(sum),
                first.description,
                first.row
            ),
            "bỏ `khong_kinh_phi`, hoặc xem lại cột Dòng, cột Mã thành phần của các khoản ấy",
        ));
    }
    found
}

/// Whether a citation is of the time of the district: it has a day or a year before July 2025.
fn is_of_district_time(text: &str) -> bool {
    if let Some(day) = day(text) {
        return (day.year(), day.month()) < (2025, 7);
    }
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    let mut years = numbers.filter_map(|number| number.parse::<u32>().ok());
    years.any(|year| (1945..=2025).contains(&year))
}

/// The finding that a text names a body which is no more.
fn gone(said: &Said<'_>, stretch: Range<usize>, hint: String) -> Finding {
    let words: Vec<&str> = said.text[stretch.clone()].split_whitespace().collect();
    let message = format!("còn tên cơ quan, cấp không còn nữa: “{}”", words.join(" "));
    Finding::new(&said.at(stretch), message, hint)
}

/// A plan of two levels names no body of the third, nor one that was merged away. Documents keep the
/// names of their time.
pub(super) fn abolished_body(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.profile.has_district {
        return Vec::new();
    }
    let province = subject.profile.commune.province.kind;
    let own = subject.written.entries().iter();
    let own = own.filter(|entry| entry.key != keys::RULES);
    let (citations, own): (Vec<_>, Vec<_>) = own.partition(|entry| entry.key == keys::LEGAL);
    let mut found = Vec::new();
    // Which number it is makes no difference; an estimate says the same of many lines but for that.
    let mut seen: HashSet<String> = HashSet::default();
    let mut letters = String::new();
    for said in said(own.into_iter().map(|entry| &entry.value), subject) {
        put_without_numbers(said.text, &mut letters);
        if seen.contains(&letters) {
            continue;
        }
        let bodies = abolished(said.text, province);
        if bodies.is_empty() {
            seen.insert(letters.clone());
        }
        for body in bodies {
            found.push(gone(&said, body.range, format!("viết {}", body.today)));
        }
    }
    for said in said_in(citations.into_iter().map(|entry| &entry.value)) {
        // No district issues a document today; one of its time is cited as it is.
        let is_of_today = !is_of_district_time(said.text);
        for body in abolished(said.text, province)
            .into_iter()
            .filter(|body| body.is_district && is_of_today)
        {
            let hint = "viện dẫn văn bản của cấp tỉnh hoặc cấp xã; văn bản ban hành trước ngày 01/7/2025 thì ghi rõ số, ngày";
            found.push(gone(&said, body.range, hint.to_owned()));
        }
    }
    found
}

/// Makes of `plain` a text with one 0 for each number in it.
fn put_without_numbers(text: &str, plain: &mut String) {
    plain.clear();
    let mut parts = text.split(|letter: char| letter.is_ascii_digit());
    plain.extend(parts.next());
    let mut is_in_number = false;
    for part in parts {
        if !is_in_number {
            plain.push('0');
        }
        plain.push_str(part);
        is_in_number = part.is_empty();
    }
}

/// The work is shared: no unit leads nearly everything.
pub(super) fn one_lead_for_all(subject: &Subject<'_>) -> Vec<Finding> {
    let mut by_lead: BTreeMap<&str, usize> = BTreeMap::new();
    for (chosen, component) in subject.chosen() {
        let lead = chosen.lead.as_ref().unwrap_or(&component.lead);
        *by_lead.entry(lead).or_default() += 1;
    }
    let total: usize = by_lead.values().sum();
    by_lead
        .into_iter()
        .filter(|(_, count)| total >= 10 && count * 10 > total * 7)
        .map(|(lead, count)| {
            Finding::new(
                &subject.at(keys::COMPONENTS),
                format!("đơn vị `{lead}` chủ trì {count} trong {total} thành phần"),
                "giao bớt cho phòng chuyên môn bằng khóa `chu_tri`",
            )
        })
        .collect()
}
