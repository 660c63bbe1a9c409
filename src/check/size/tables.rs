//! The unit of a whole table, doubted: one finding at its head for all of its lines.

use super::LARGEST_NAMED;
use super::UNITS;
use super::dong;
use super::in_other_units;
use super::judged::Doubt;
use super::judged::Part;
use super::judged::median;
use super::of;
use crate::check::Finding;
use crate::check::Subject;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::Measured;
use crate::model::SMALL_PRICE;
use crate::model::Sum;
use crate::model::TableRead;
use crate::model::size_of;
use crate::model::vietnamese;

/// One finding for all the lines of a table that states its unit.
pub(super) fn table_out_of_size(part: &Part<'_>, doubt: Doubt) -> Option<Finding> {
    let Part { table, lines, .. } = part;
    let unit = vietnamese::unit_of_money(table.price_unit);
    let highest = lines.iter().map(|line| of(line.unit_price)).max()?;
    match doubt {
        Doubt::Unstated => None,
        Doubt::Small => {
            let sum = Sum::of(lines.iter().map(|line| line.amount)).amount();
            Some(Finding::new(
                &table.at,
                format!(
                    "bảng tính bằng {unit} nhưng đơn giá nào cũng dưới {}, cộng lại chỉ {}",
                    dong(SMALL_PRICE.into()),
                    dong(sum)
                ),
                format!(
                    "xem lại đơn vị tiền ghi ở bảng: nếu các số {}",
                    in_other_units(sum)
                ),
            ))
        }
        Doubt::Large => {
            let hint = if table.price_unit > 1 {
                let written = highest / i128::from(table.price_unit);
                format!(
                    "nếu các số trong bảng đã là đồng (cao nhất {}) thì ghi “Đơn vị tính: đồng” thay cho {unit}",
                    dong(written)
                )
            } else {
                "xem lại các chữ số 0: có thể thừa ba số 0 ở mọi dòng".to_owned()
            };
            let message = format!(
                "bảng tính bằng {unit} và phần lớn đơn giá cao quá mức thường gặp, cao nhất {}",
                dong(highest)
            );
            Some(Finding::new(&table.at, message, hint))
        }
    }
}

/// Some prices of a table are too small and others would be too large in any other unit.
fn of_two_units(subject: &Subject<'_>, lines: &[CostLine], table: &TableRead) -> Finding {
    let small = |line: &&CostLine| line.unit_price.amount() < SMALL_PRICE;
    let small: Vec<&CostLine> = lines.iter().filter(small).collect();
    let cells = small.iter().take(LARGEST_NAMED).map(|line| {
        let cell = subject.cell(&line.at.unit_price()).unwrap_or_default();
        format!("{} {cell}", dong(of(line.unit_price)))
    });
    let cells: Vec<String> = cells.collect();
    let first = small.first().map(|line| line.at.unit_price());
    let full = small.first().map_or(0, |line| of(line.unit_price));
    let highest = lines.iter().map(|line| of(line.unit_price)).max();
    Finding::new(
        first.as_ref().unwrap_or(&table.at),
        format!(
            "đơn giá trong bảng có lẽ ghi theo hai đơn vị tiền: cao nhất {}, nhưng {} khoản dưới {}: {}",
            dong(highest.unwrap_or(0)),
            small.len(),
            dong(SMALL_PRICE.into()),
            cells.join("; ")
        ),
        format!(
            "ghi các ô này đủ số đồng (ô đầu có lẽ là {}); nếu đúng là đồng thì ghi “Đơn vị tính: đồng” ở dòng phía trên bảng",
            dong(full.saturating_mul(1_000))
        ),
    )
}

/// A table whose figures are too small for đồng says what they are.
pub(in crate::check) fn unit_unstated(subject: &Subject<'_>) -> Vec<Finding> {
    let tables = subject.judged.tables.iter();
    let tables = tables.filter(|(_, doubt)| *doubt == Doubt::Unstated);
    tables
        .filter_map(|(Part { table, lines, .. }, _)| {
            let highest = lines.iter().map(|line| of(line.unit_price)).max()?;
            let sum = Sum::of(lines.iter().map(|line| line.amount)).amount();
            let prices = lines.iter().map(|line| line.unit_price.amount()).collect();
            let usual = i128::from(median(prices));
            let least = size_of(&subject.catalogue.sizes, Measured::Total, "");
            let least = of(least.and_then(|size| size.least).unwrap_or(Dong::ZERO));
            // The smaller unit that makes a plan of it.
            let fits = |unit: &&i64| {
                let times = |amount: i128| amount.saturating_mul(i128::from(**unit));
                times(sum) >= least && times(usual) >= i128::from(SMALL_PRICE)
            };
            let unit = *UNITS.iter().rev().find(fits).unwrap_or(&UNITS[0]);
            let unit_name = vietnamese::unit_of_money(unit);
            let most = size_of(&subject.catalogue.sizes, Measured::UnitPrice, "");
            let most = most.and_then(|size| size.most).map_or(i128::MAX, of);
            if highest.saturating_mul(unit.into()) > most {
                return Some(of_two_units(subject, lines, table));
            }
            Some(Finding::new(
                &table.at,
                format!(
                    "bảng không ghi đơn vị tiền; nếu tính bằng đồng thì đơn giá cao nhất chỉ {}, cả bảng chỉ {}",
                    dong(highest),
                    dong(sum)
                ),
                format!(
                    "bảng có lẽ tính bằng {unit_name} (cả bảng khi đó là {}): ghi “Đơn vị tính: {unit_name}” ở dòng phía trên bảng; nếu đúng là đồng thì ghi “Đơn vị tính: đồng”",
                    dong(sum.saturating_mul(unit.into()))
                ),
            ))
        })
        .collect()
}
