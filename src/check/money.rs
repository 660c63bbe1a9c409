//! Money beside what it pays for: years, upkeep, renting, the ceiling.

use super::Finding;
use super::Subject;
use super::shared::is_misplaced;
use crate::model::Component;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::DisplayUnit;
use crate::model::Dong;
use crate::model::Sum;
use crate::model::Way;
use crate::model::keys;
use crate::model::vietnamese;

/// First-time costs fall into the years in which the component is carried out.
pub(super) fn cost_outside_period(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (chosen, component) in subject.chosen() {
        if !subject.is_dated(chosen) {
            continue;
        }
        let years = chosen.period.start.year()..=chosen.period.end.year();
        let lines = subject.lines_of(&component.code);
        let lines: Vec<&CostLine> = lines.filter(|line| line.kind.is_initial()).collect();
        let outside = lines.iter().filter(|line| !years.contains(&line.year));
        for line in outside {
            found.push(Finding::new(
                &line.at.year(),
                format!(
                    "chi năm {} cho {}, thành phần này làm từ {} đến {}",
                    line.year, component.code, chosen.period.start, chosen.period.end
                ),
                in_time(subject, &component.code, line, &lines),
            ));
        }
    }
    found
}

/// How a line and all the others of its component can come into its days, which lie in its phases: the fewest
/// phases that follow each other and have all the years.
fn in_time(subject: &Subject<'_>, code: &str, line: &CostLine, lines: &[&CostLine]) -> String {
    let phases = &subject.profile.phases;
    let spans = (1..=phases.len()).flat_map(|n_phases| phases.windows(n_phases));
    let fitting = spans.into_iter().find_map(|span| {
        let (first, last) = (span.first()?, span.last()?);
        let years = first.period.start.year()..=last.period.end.year();
        let fits = lines.iter().all(|line| years.contains(&line.year));
        fits.then_some((span, first, last))
    });
    let Some((span, first, last)) = fitting else {
        return format!(
            "sửa cột Năm; đúng năm {} thì sửa ngày của các giai đoạn, vì không giai đoạn nào gồm năm này",
            line.year
        );
    };
    let numbers = span.iter().map(|it| it.phase.number().to_string());
    let numbers = numbers.collect::<Vec<_>>().join(", ");
    let numbers = match span.len() {
        1 => numbers,
        _ => format!("[{numbers}]"),
    };
    format!(
        "sửa cột Năm; đúng năm {} thì đặt `giai_doan: {numbers}` cho {code} trong hồ sơ (từ {} đến {}), ngày riêng nếu có cũng nằm trong khoảng này",
        line.year, first.period.start, last.period.end
    )
}

/// Whether a line, with its description folded, buys something that the commune may buy.
fn buys(component: &Component, line: (&CostLine, &str)) -> bool {
    line.0.kind == CostKind::Investment && !is_misplaced(component, line)
}

/// What is invested in is kept up (Tài liệu hướng dẫn, Mục V.2; Khung kế hoạch, Phần II, Mục V).
pub(super) fn investment_without_upkeep(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = &subject.estimate.lines;
    let last_year = subject.profile.years.last();
    let mut found = Vec::new();
    for (_, component) in subject.chosen() {
        let invested = subject.index.lines_of(&component.code);
        // Of what is not to be bought at all another rule speaks.
        let invested = invested.filter(|line| buys(component, *line));
        let invested = invested.map(|(line, _)| line);
        let Some(first) = invested.min_by_key(|line| line.year) else {
            continue;
        };
        let is_upkeep = |kind| matches!(kind, CostKind::Upkeep | CostKind::YearlyRent);
        let may_be_upkeep = subject.may_have_line(|line| {
            let same = line.may_name(&component.code) || line.may_share(&first.row);
            let later = line.year.is_none_or(|year| year > first.year);
            same && later && line.kind.is_none_or(is_upkeep)
        });
        let kept_up = lines.iter().any(|line| {
            let shared = line.component.is_none() && line.row == first.row;
            let same = line.component == first.component || shared;
            same && is_upkeep(line.kind) && line.year > first.year
        });
        // What is bought in the plan's last year is kept up after it.
        if !kept_up && !may_be_upkeep && Some(&first.year) != last_year {
            found.push(Finding::new(
                &first.at.kind(),
                format!(
                    "{} có kinh phí đầu tư năm {} nhưng không có kinh phí duy trì sau năm đó",
                    component.code, first.year
                ),
                "thêm dòng loại chi phí Bảo dưỡng hoặc Thuê hằng năm cho các năm sau",
            ));
        }
    }
    found
}

/// Buying is justified, by a reason or by a comparison, since renting comes first (Tài liệu hướng
/// dẫn, Mục V.2).
pub(super) fn bought_without_reason(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (chosen, component) in subject.chosen() {
        let lines: Vec<_> = subject.lines_of(&component.code).collect();
        let mut described = subject.index.lines_of(&component.code);
        let buys = described.any(|line| buys(component, line));
        let is_rent = |kind| matches!(kind, CostKind::Rent | CostKind::YearlyRent);
        let rents = lines.iter().any(|line| is_rent(line.kind))
            || subject.may_have_line(|line| {
                line.may_name(&component.code) && line.kind.is_none_or(is_rent)
            });
        let mut items = subject.profile.rent_or_buy.iter().map(|it| &it.item);
        let is_weighed =
            items.any(|item| item.component == component.code && item.chosen == Way::Buy);
        if buys && !rents && chosen.reason_to_buy.is_none() && !is_weighed {
            found.push(Finding::new(
                &chosen.at,
                format!(
                    "{} mua sắm toàn bộ, chưa nêu vì sao không thuê",
                    component.code
                ),
                "thêm khóa `ly_do_mua`, so sánh trong `thue_hay_mua`, hoặc chuyển sang thuê dịch vụ",
            ));
        }
    }
    found
}

/// The plan stays within the sum that its profile states.
pub(super) fn above_ceiling(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(ceiling) = &subject.profile.funding.ceiling else {
        return Vec::new();
    };
    let total = Sum::of(subject.estimate.lines.iter().map(|line| line.amount)).amount();
    if total <= i128::from(ceiling.value.amount()) {
        return Vec::new();
    }
    let total_shown = vietnamese::group_thousands(&total.to_string());
    let stated = vietnamese::amount(ceiling.value);
    if let Some((meant, unit)) = in_larger_unit(ceiling.value, total, subject.profile.funding.unit)
    {
        return vec![Finding::new(
            &ceiling.at,
            format!("mức trần {stated} đồng nhỏ hơn nhiều so với dự toán {total_shown} đồng"),
            format!("`tran` ghi bằng đồng: nếu là {stated} {unit} thì viết {meant}"),
        )];
    }
    vec![Finding::new(
        &ceiling.at,
        format!("dự toán {total_shown} đồng vượt mức trần {stated} đồng"),
        format!(
            "giảm dự toán, hoặc sửa `tran` theo mức được giao; các khoản lớn nhất: {}",
            subject.largest_lines()
        ),
    )]
}

/// What a ceiling of so few đồng likely is: the amount in đồng and the name of its unit. It is the first unit, that of
/// the tables before others, in which the ceiling is neither far below the total nor far above it.
fn in_larger_unit(ceiling: Dong, total: i128, tables: DisplayUnit) -> Option<(i128, &'static str)> {
    // A budget so much below what it is to pay for is not one that was cut.
    const FAR: i128 = 100;
    const UNITS: [(u32, &str); 3] = [(6, "triệu đồng"), (3, "nghìn đồng"), (9, "tỷ đồng")];
    let ceiling = i128::from(ceiling.amount());
    if ceiling == 0 || ceiling * FAR > total {
        return None;
    }
    let mut units = UNITS;
    units.sort_by_key(|(zeros, _)| *zeros != tables.most_places());
    let mut meant = units
        .iter()
        .map(|(zeros, name)| (ceiling * 10_i128.pow(*zeros), *name));
    meant.find(|(meant, _)| (total / FAR..=total * FAR).contains(meant))
}

/// Something is spent in each year of the plan.
pub(super) fn year_without_money(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = &subject.estimate.lines;
    let years = subject.profile.years.iter();
    years
        .filter(|year| lines.iter().all(|line| line.year != **year))
        .filter(|year| !subject.may_have_line(|line| line.year.is_none_or(|own| own == **year)))
        .map(|year| {
            Finding::new(
                &subject.value(&[keys::PLAN, keys::YEAR]),
                format!("dự toán không có khoản nào của năm {year}"),
                "thêm kinh phí của năm này, hoặc bỏ năm khỏi `nam`",
            )
        })
        .collect()
}

/// A supplementary component, which the commune adds of its own will, is paid for by something.
pub(super) fn component_without_money(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = &subject.estimate.lines;
    subject
        .chosen()
        .filter(|(_, component)| component.supplier.needs_opinion())
        .filter(|(_, component)| {
            let mut lines = lines.iter();
            !lines.any(|line| {
                let shared = line.component.is_none() && line.row == component.budget_row;
                line.component.as_deref() == Some(&component.code) || shared
            })
        })
        .filter(|(_, component)| {
            let row = &component.budget_row;
            !subject.may_have_line(|line| line.may_name(&component.code) || line.may_share(row))
        })
        .map(|(chosen, component)| {
            Finding::new(
                &chosen.at,
                format!(
                    "dự toán không có khoản nào cho thành phần {} {}",
                    if component.is_own() {
                        "riêng"
                    } else {
                        "bổ sung"
                    },
                    component.code
                ),
                format!(
                    "thêm dòng chi có mã {}, hoặc nêu trong kế hoạch là không cần kinh phí",
                    component.code
                ),
            )
        })
        .collect()
}
