//! Who does what: "6 rõ" (Quyết định số 268/QĐ-TTg ngày 12/02/2026) and the bodies of today.

use std::collections::BTreeMap;

use super::Finding;
use super::Subject;
use super::text::scalars;
use crate::check::keys;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::Task;
use crate::model::fold;
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
    if subject.node.get(keys::TASKS).is_none_or(Node::is_empty) {
        return Vec::new();
    }
    let tasks = subject.profile.tasks.iter();
    tasks
        .filter(|task| !task.has_own_days)
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
                    || by_component.is_some_and(|code| task.components.contains(code))
            });
            let may_be_paid = subject.may_have_line(|line| {
                let own = line.row.as_ref();
                let by_component = line.component.as_ref();
                own.is_none_or(|own| own.is_within(row))
                    || by_component.is_none_or(|code| {
                        let code = code.as_ref();
                        code.is_some_and(|code| task.components.contains(code))
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
            component.is_none_or(|code| task.components.contains(code))
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

/// Bodies that are no more, without marks, and what took their place (Luật Tổ chức chính quyền địa
/// phương số 72/2025/QH15; the merging of ministries and departments of 2025).
const ABOLISHED: [(&str, &str); 27] = [
    ("so thong tin va truyen thong", "Sở Khoa học và Công nghệ"),
    ("so tt&tt", "Sở Khoa học và Công nghệ"),
    ("so tttt", "Sở Khoa học và Công nghệ"),
    ("bo thong tin va truyen thong", "Bộ Khoa học và Công nghệ"),
    ("bo tt&tt", "Bộ Khoa học và Công nghệ"),
    ("bo tttt", "Bộ Khoa học và Công nghệ"),
    (
        "so tai nguyen va moi truong",
        "Sở Nông nghiệp và Môi trường",
    ),
    (
        "bo tai nguyen va moi truong",
        "Bộ Nông nghiệp và Môi trường",
    ),
    (
        "so nong nghiep va phat trien nong thon",
        "Sở Nông nghiệp và Môi trường",
    ),
    (
        "bo nong nghiep va phat trien nong thon",
        "Bộ Nông nghiệp và Môi trường",
    ),
    ("so ke hoach va dau tu", "Sở Tài chính"),
    ("bo ke hoach va dau tu", "Bộ Tài chính"),
    ("so giao thong van tai", "Sở Xây dựng"),
    ("bo giao thong van tai", "Bộ Xây dựng"),
    ("so lao dong - thuong binh va xa hoi", "Sở Nội vụ"),
    ("bo lao dong - thuong binh va xa hoi", "Bộ Nội vụ"),
    ("ubnd huyen", DISTRICT),
    ("uy ban nhan dan huyen", DISTRICT),
    ("ubnd thi xa", DISTRICT),
    ("uy ban nhan dan thi xa", DISTRICT),
    ("hdnd huyen", DISTRICT),
    ("hoi dong nhan dan huyen", DISTRICT),
    ("chu tich huyen", DISTRICT),
    ("huyen uy", "Tỉnh ủy hoặc Đảng ủy cấp xã"),
    ("cap huyen", "cấp tỉnh hoặc cấp xã"),
    (
        "phong van hoa va thong tin",
        "Phòng Văn hóa - Xã hội của cấp xã",
    ),
    (
        "trung tam y te huyen",
        "trung tâm y tế khu vực hoặc trạm y tế",
    ),
];

const DISTRICT: &str = "Ủy ban nhân dân cấp tỉnh hoặc cấp xã";

/// A plan of two levels names no body of the third, nor one that was merged away. Documents keep the
/// names of their time, and who does away with a level must name it.
pub(super) fn abolished_body(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.profile.has_district {
        return Vec::new();
    }
    let NodeValue::Mapping(entries) = &subject.node.value else {
        return Vec::new();
    };
    let own = entries.iter();
    let own = own.filter(|entry| ![keys::LEGAL, keys::RULES].contains(&entry.key.as_str()));
    let texts = own.flat_map(|entry| scalars(&entry.value));
    let lines = subject.estimate.lines.iter();
    let lines = lines.map(|line| (line.description.as_str(), line.at.description.clone()));
    let mut found = Vec::new();
    for (text, at) in texts.chain(lines) {
        let folded = fold(text);
        for (body, today) in ABOLISHED {
            if names(&folded, body) {
                found.push(Finding::new(
                    &at,
                    format!(
                        "còn tên cơ quan, cấp không còn nữa: “{}”",
                        written(text, body)
                    ),
                    format!("viết {today}"),
                ));
            }
        }
    }
    found
}

/// Whether a text, both without marks, names a body as words of its own, and not to do away with it.
fn names(text: &str, body: &str) -> bool {
    text.match_indices(body).any(|(at, _)| {
        let before = &text[..at];
        let after = text[at + body.len()..].chars().next();
        let is_word =
            !before.ends_with(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric);
        let ends = ["xoa bo ", "bai bo ", "khong con ", "khong to chuc "];
        is_word && !ends.iter().any(|word| before.ends_with(word))
    })
}

/// The words of a text that a body without marks stands for.
fn written(text: &str, body: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let n_words = body.split(' ').count();
    let found = words
        .windows(n_words)
        .find(|words| fold(&words.join(" ")).contains(body));
    let found = found.map_or_else(|| body.to_owned(), |words| words.join(" "));
    found
        .trim_matches([',', '.', ';', ':', '(', ')'])
        .to_owned()
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
