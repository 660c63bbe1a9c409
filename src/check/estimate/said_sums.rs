//! Sums that a text states beside the table: "Bằng chữ: Hai trăm triệu đồng", "Tổng cộng: 1,6 tỷ đồng".
//! Each must be a sum of the table, of its sheet or of the workbook; where it is one a thousand times,
//! the unit of money is not what was taken.

use std::collections::BTreeMap;

use super::Column;
use super::Reader;
use super::shares::Sums;
use super::total_words::total_words;
use crate::check::table::Row;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::CostLine;
use crate::model::fold;
use crate::model::number_words;
use crate::model::vietnamese;
use crate::model::vietnamese::unit_of_money;
use crate::model::written;
use crate::source::Origin;

/// Longer texts are no sums.
const MOST_LETTERS: usize = 400;

/// Below so many đồng, a figure or words that nothing calls an amount are none.
const LEAST: i64 = 100_000;

/// What a text states: an amount, and by how much it may be rounded, both in đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stated {
    amount: i128,
    within: i128,
}

impl Stated {
    fn is(self, sum: i128) -> bool {
        (self.amount - sum).abs() <= self.within
    }
}

/// A cell that states a sum.
#[derive(Debug)]
pub(super) struct SaidSum {
    at: Origin,
    /// What it may mean: without a unit, đồng or the unit of the table.
    stated: Vec<Stated>,
}

/// The sums of a sheet, and the texts that state some.
#[derive(Debug)]
pub(super) struct SheetSums {
    said: Vec<SaidSum>,
    sums: Vec<i128>,
    own: i128,
    is_unit_stated: bool,
}

impl<'a> Reader<'a> {
    /// Keeps the sums that texts above the table state.
    pub(super) fn note_sums_above(&mut self) {
        let first = self.table.header.first_row();
        let rows = self.table.sheet.rows().map(Row::new);
        for row in rows.take_while(|row| row.number < first) {
            self.note_sums(row);
        }
    }

    /// Keeps the sums that texts of a row state.
    pub(super) fn note_sums(&mut self, row: Row<'a>) {
        let unit = self.table.header.unit(Column::Amount);
        for (at, cell) in row.cells() {
            let stated = cell.text().map(|text| stated_in(text, unit));
            let stated = stated.unwrap_or_default();
            if !stated.is_empty() {
                let at = self.table.place.cell(*at);
                self.said.push(SaidSum { at, stated });
            }
        }
    }
}

impl SheetSums {
    /// The sums of a sheet: of each table and of all its lines, of years, sources and kinds, and those
    /// that rows state.
    pub(super) fn new(
        said: Vec<SaidSum>,
        tables: &[&[CostLine]],
        sums: &Sums,
        is_unit_stated: bool,
    ) -> Self {
        let tables = tables.iter().flat_map(|lines| sums_of(lines));
        let shares = sums.shares.values().flat_map(|totals| totals.sums());
        Self {
            said,
            sums: tables.chain(sums.whole.sums()).chain(shares).collect(),
            own: sums.whole.sum(),
            is_unit_stated,
        }
    }

    /// Whether any text states a sum.
    pub(super) fn has_said(&self) -> bool {
        !self.said.is_empty()
    }
}

/// Reports what is stated and is no sum of its sheet nor of the workbook.
pub(super) fn check(sheets: &[SheetSums], lines: &[CostLine], diagnostics: &mut Diagnostics) {
    if sheets.iter().all(|sheet| !sheet.has_said()) {
        return;
    }
    let whole = sums_of(lines);
    for sheet in sheets {
        for said in &sheet.said {
            let mut sums = sheet.sums.iter().chain(&whole);
            if sums.any(|sum| said.stated.iter().any(|stated| stated.is(*sum))) {
                continue;
            }
            if let Some(stated) = said.stated.first() {
                report(said, *stated, sheet, diagnostics);
            }
        }
    }
}

fn report(said: &SaidSum, stated: Stated, sheet: &SheetSums, diagnostics: &mut Diagnostics) {
    let shown = |amount: i128| vietnamese::group_thousands(&amount.to_string());
    let message = format!(
        "ô này ghi tổng {} đồng, các khoản chi cộng lại được {} đồng",
        shown(stated.amount),
        shown(sheet.own)
    );
    let unit = [1_000, 1_000_000, 1_000_000_000].into_iter().find(|unit| {
        let sum = sheet.own * i128::from(*unit);
        sheet.own > 0 && stated.is(sum)
    });
    let (code, hint) = match unit {
        Some(unit) if !sheet.is_unit_stated => (
            Code::UNCLEAR_UNIT,
            format!(
                "nếu bảng tính bằng {0}, ghi “Đơn vị tính: {0}” ở dòng phía trên bảng; nếu bảng tính bằng đồng, ghi “Đơn vị tính: đồng” và sửa tổng ở ô này",
                unit_of_money(unit)
            ),
        ),
        Some(_) => (
            Code::STATED_SUM_DIFFERS,
            "xem lại đơn vị tiền ghi ở bảng, hoặc sửa tổng ở ô này".to_owned(),
        ),
        None => (
            Code::STATED_SUM_DIFFERS,
            "sửa tổng ở ô này, hoặc xem lại khoản nào thiếu hay sai".to_owned(),
        ),
    };
    let finding = Diagnostic::new(code, said.at.clone(), message);
    diagnostics.report(finding.hint(hint));
}

/// The sums of lines: of all, and of each year, source and kind of cost.
fn sums_of(lines: &[CostLine]) -> Vec<i128> {
    let mut years = BTreeMap::new();
    let mut sources = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    let mut whole = 0;
    for line in lines {
        let amount = i128::from(line.amount.amount());
        whole += amount;
        *years.entry(line.year).or_insert(0) += amount;
        *sources.entry(line.source).or_insert(0) += amount;
        *kinds.entry(line.kind).or_insert(0) += amount;
    }
    let parts = years.into_values().chain(sources.into_values());
    parts.chain(kinds.into_values()).chain([whole]).collect()
}

/// What a text states as a sum, where an amount without a unit may be in that of the table; nothing for
/// a text that states none.
fn stated_in(text: &str, unit: i64) -> Vec<Stated> {
    let text = text.trim();
    if text.len() < 8 || text.len() > MOST_LETTERS {
        return Vec::new();
    }
    in_words(text).map_or_else(|| in_figures(text, unit), |stated| vec![stated])
}

/// "Bằng chữ: …", or nothing but an amount in words.
fn in_words(text: &str) -> Option<Stated> {
    let lower = text.to_lowercase();
    let behind = ["bằng chữ", "bang chu"];
    let behind = behind.iter().find_map(|words| lower.split_once(words));
    let (words, is_said) = match behind {
        Some((_, words)) => (words, true),
        None => (lower.as_str(), false),
    };
    let words = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let words = words.split([')', ';', '\n', '.']).next().unwrap_or(words);
    let (amount, has_dong) = number_words::parse(words)?;
    let is_sum = is_said || has_dong && amount >= LEAST;
    is_sum.then_some(Stated {
        amount: amount.into(),
        within: 0,
    })
}

/// "Tổng cộng (làm tròn): 1,6 tỷ đồng": words of a total, and a figure.
fn in_figures(text: &str, unit: i64) -> Vec<Stated> {
    let Some(first) = text.find(|letter: char| letter.is_ascii_digit()) else {
        return Vec::new();
    };
    let (label, figure) = text.split_at(first);
    let bare = label.split('(').next().unwrap_or(label);
    let label = label.trim_end().trim_end_matches(':').trim_end();
    let is_closed = label.ends_with(')') || !label.contains('(');
    let bare = bare.trim().trim_end_matches([':', '-', '–', ' ']);
    if !is_closed || !total_words(bare).is_exact {
        return Vec::new();
    }
    let figure = figure.split(['(', ';', '\n', '/']).next().unwrap_or(figure);
    let figure = figure.trim().trim_end_matches(['.', ',', ':']);
    let Ok(read) = written::figure(figure) else {
        return Vec::new();
    };
    let is_rounded = ["lam tron", "khoang"]
        .iter()
        .any(|word| fold(label).contains(word));
    // Half of the last digit that is written, or a hundredth of what is said to be rounded.
    let places = read.number.digits().1.len();
    let stated = |unit: i64| {
        let amount = i128::from(read.number.times(unit)?.to_whole()?);
        let digit = i128::from(unit) / 10_i128.pow(u32::try_from(places).ok()?);
        let half = if unit > 1 { digit / 2 } else { 0 };
        let within = if is_rounded {
            half.max(amount / 100)
        } else {
            half
        };
        Some(Stated { amount, within })
    };
    match read.unit {
        Some(own) => stated(own).into_iter().collect(),
        // "Cộng 3 lớp", "Tổng 2027" are no amounts.
        None => {
            let stated = [stated(unit), stated(1)].into_iter().flatten();
            let least = i128::from(LEAST);
            stated.filter(|stated| stated.amount >= least).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stated;
    use super::stated_in;

    #[test]
    fn texts_state_sums() {
        for (text, wanted) in [
            ("Bằng chữ: Hai trăm triệu đồng./.", Some((200_000_000, 0))),
            ("(Bằng chữ: Hai trăm triệu đồng)", Some((200_000_000, 0))),
            (
                "Số tiền bằng chữ: Hai triệu đồng chẵn.",
                Some((2_000_000, 0)),
            ),
            ("Hai trăm triệu đồng chẵn", Some((200_000_000, 0))),
            (
                "Tổng cộng: 227.000.000 đồng (Bằng chữ: Hai trăm hai mươi bảy triệu đồng)",
                Some((227_000_000, 0)),
            ),
            ("Tổng cộng: 1,6 tỷ đồng", Some((1_600_000_000, 50_000_000))),
            (
                "Tổng cộng (làm tròn): 2.000 triệu đồng",
                Some((2_000_000_000, 20_000_000)),
            ),
            ("Tổng cộng: 227.000.000 đồng", Some((227_000_000, 0))),
            ("TỔNG CỘNG 227.000.000đ", Some((227_000_000, 0))),
            ("Tổng kinh phí: 227.000.000", Some((227_000_000, 0))),
            ("Tổng mức không quá 2 tỷ đồng", None),
            ("Tổng đài 1022: 2 tỷ đồng", None),
            ("Tổng kinh phí năm 2026: 2 tỷ đồng", None),
            ("Tổng số: 12 máy", None),
            ("Bằng chữ:", None),
            ("Triệu đồng", None),
            ("Mười nghìn đồng", None),
            ("Hỗ trợ mỗi hộ hai triệu đồng", None),
            ("Người lập biểu", None),
        ] {
            let wanted = wanted.map(|(amount, within)| Stated { amount, within });
            assert_eq!(stated_in(text, 1).first().copied(), wanted, "{text}");
        }
    }
}
