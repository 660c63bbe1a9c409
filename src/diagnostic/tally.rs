//! What was read of the estimates, told at the end of a run: a line a commune, and one for all.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::json;

use crate::model::Sum;
use crate::model::TableRead;
use crate::model::Tally;
use crate::model::vietnamese;
use crate::source::Sources;

/// So many sheets of a workbook are named.
const FEW_SHEETS: usize = 6;

/// What was read, for people: a line an estimate, each ended, and behind several one of their sums.
pub fn text(tallies: &[Tally], sources: &Sources) -> String {
    let lines = tallies.iter().map(|tally| line(tally, sources) + "\n");
    let mut text: String = lines.collect();
    if tallies.len() > 1 {
        let mut years: BTreeMap<i32, Sum> = BTreeMap::new();
        for (year, sum) in tallies.iter().flat_map(|tally| &tally.years) {
            let of_all = years.entry(*year).or_default();
            *of_all = of_all.and(*sum);
        }
        let total = tallies
            .iter()
            .fold(Sum::default(), |sum, tally| sum.and(tally.total));
        let n_lines = tallies.iter().map(|tally| tally.n_lines).sum();
        text.push_str(&format!(
            "Cộng {} địa phương: {} khoản chi{}\n",
            count(tallies.len()),
            count(n_lines),
            sums(&years, total)
        ));
    }
    text
}

/// The line of an estimate: `6 khoản chi đọc từ budgets/xa-mau.xlsx, trang Dự toán (số trong tệp tính
/// bằng đồng); 2027: 65.020.000; 2028: 22.400.000; tổng 87.420.000 đồng`.
pub(super) fn line(tally: &Tally, sources: &Sources) -> String {
    let Some(file) = tally.file else {
        return format!("chưa đọc được dự toán của {}", tally.slug);
    };
    let path = sources.path(file);
    let unread = unread(tally);
    if tally.n_lines > 0 {
        let n_lines = count(tally.n_lines);
        let (sheets, sums) = (sheets(&tally.tables), sums(&tally.years, tally.total));
        format!("{n_lines} khoản chi đọc từ {path}{sheets}{sums}{unread}")
    } else if unread.is_empty() {
        format!("chưa có khoản chi nào trong {path}")
    } else {
        format!("chưa đọc được khoản chi nào từ {path}{unread}")
    }
}

fn count(number: usize) -> String {
    vietnamese::group_thousands(&number.to_string())
}

fn amount(sum: Sum) -> String {
    vietnamese::group_thousands(&sum.amount().to_string())
}

/// The sum of each year and of all.
fn sums(years: &BTreeMap<i32, Sum>, total: Sum) -> String {
    let years = years.iter();
    let years: String = years
        .map(|(year, sum)| format!("; {year}: {}", amount(*sum)))
        .collect();
    format!("{years}; tổng {} đồng", amount(total))
}

/// What is not in the sums.
fn unread(tally: &Tally) -> String {
    let n_unread = count(tally.n_unread);
    match (tally.n_unread, tally.is_whole) {
        (0, true) => String::new(),
        (0, false) if tally.tables.is_empty() => "; chưa đọc được bảng nào".to_owned(),
        (0, false) => "; có bảng chưa đọc được hết".to_owned(),
        (_, true) => format!("; {n_unread} dòng chưa đọc được"),
        (_, false) => format!("; {n_unread} dòng và phần còn lại của bảng chưa đọc được"),
    }
}

/// The sheets with the unit of their amounts; how many lines each has, where there are several.
fn sheets(tables: &[TableRead]) -> String {
    // A sheet may hold several tables, such as one a page.
    let mut of_sheets: Vec<(&str, usize, String)> = Vec::new();
    for table in tables.iter().filter(|table| !table.sheet.is_empty()) {
        let unit = unit(table);
        match of_sheets.last_mut() {
            Some((name, n_lines, of_it)) if *name == table.sheet && *of_it == unit => {
                *n_lines += table.n_lines;
            }
            _ => of_sheets.push((&table.sheet, table.n_lines, unit)),
        }
    }
    let is_alone = of_sheets.len() == 1;
    let is_one_unit = of_sheets.windows(2).all(|pair| pair[0].2 == pair[1].2);
    let mut text = String::new();
    for (name, n_lines, unit) in of_sheets.iter().take(FEW_SHEETS) {
        text.push_str(&format!(", trang {name}"));
        if !is_alone {
            text.push_str(&format!(": {} khoản", count(*n_lines)));
        }
        if !is_one_unit {
            text.push_str(&format!(" ({unit})"));
        }
    }
    if let Some(more) = of_sheets.len().checked_sub(FEW_SHEETS).filter(|n| *n > 0) {
        text.push_str(&format!(" và {more} trang khác"));
    }
    match of_sheets.first().filter(|_| is_one_unit) {
        Some((_, _, unit)) => format!("{text} ({unit})"),
        None => text,
    }
}

/// The unit in which a table has its amounts.
fn unit(table: &TableRead) -> String {
    let price_unit = vietnamese::unit_of_money(table.price_unit);
    match table.amount_unit.filter(|unit| *unit != table.price_unit) {
        Some(unit) => format!(
            "đơn giá tính bằng {price_unit}, thành tiền tính bằng {}",
            vietnamese::unit_of_money(unit)
        ),
        None if table.is_unit_stated => format!("số trong tệp tính bằng {price_unit}"),
        None => format!("tệp không ghi đơn vị tiền, hiểu là {price_unit}"),
    }
}

/// What was read, for programs, its keys in the words of the YAML files.
pub(super) fn value(tally: &Tally, sources: &Sources) -> Value {
    // What does not fit into 64 bits is beyond any plan, and a finding besides.
    let number = |sum: Sum| i64::try_from(sum.amount()).ok();
    let tables = tally.tables.iter().map(|table| {
        let rows = table.rows.unzip();
        json!({
            "trang_tinh": table.sheet,
            "so_khoan": table.n_lines,
            "so_dong_chua_doc": table.n_unread,
            "dong_dau": rows.0,
            "dong_cuoi": rows.1,
            "don_vi_don_gia": table.price_unit,
            "don_vi_thanh_tien": table.amount_unit,
            "co_ghi_don_vi": table.is_unit_stated,
        })
    });
    let years = tally.years.iter();
    let years = years.map(|(year, sum)| (year.to_string(), number(*sum).into()));
    json!({
        "xa": tally.slug,
        "tep": tally.file.map(|file| sources.path(file)),
        "bang": tables.collect::<Value>(),
        "so_khoan": tally.n_lines,
        "so_dong_chua_doc": tally.n_unread,
        "du_bang": tally.is_whole,
        "nam": years.collect::<serde_json::Map<String, Value>>(),
        "tong": number(tally.total),
    })
}
