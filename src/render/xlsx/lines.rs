//! The sheet of the detailed estimate: a line a cost, under the names by which an estimate is read, so
//! that the workbook can be given back as one. Every other sheet adds up the amounts that stand here.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::formats::Formats;
use super::formulas;
use super::page;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::DisplayUnit;
use crate::model::Levels;
use crate::model::plan::Plan;
use crate::render::view::Labels;
use crate::render::view::unit;

/// The columns of an estimate, from 0.
pub(in crate::render) mod column {
    pub(in crate::render) const NUMBER: u16 = 0;
    pub(in crate::render) const ROW: u16 = 1;
    pub(in crate::render) const COMPONENT: u16 = 2;
    pub(in crate::render) const DESCRIPTION: u16 = 3;
    pub(in crate::render) const UNIT: u16 = 4;
    pub(in crate::render) const QUANTITY: u16 = 5;
    pub(in crate::render) const PRICE: u16 = 6;
    pub(in crate::render) const AMOUNT: u16 = 7;
    pub(in crate::render) const KIND: u16 = 8;
    pub(in crate::render) const YEAR: u16 = 9;
    pub(in crate::render) const SOURCE: u16 = 10;
    pub(in crate::render) const NOTE: u16 = 11;
}

/// Their widths, in characters.
pub(in crate::render) const WIDTHS: [f64; 12] = [
    6.0, 9.0, 11.0, 46.0, 11.0, 9.0, 15.0, 16.0, 14.0, 7.0, 20.0, 20.0,
];

/// Their names, which the reader of estimates knows.
pub(in crate::render) fn heads(labels: &Labels) -> [&str; 12] {
    let (cot, words) = (&labels.cot, &labels.du_toan_mau);
    [
        &cot.stt,
        &cot.dong,
        &words.ma_thanh_phan,
        &cot.noi_dung_chi,
        &cot.don_vi_tinh,
        &cot.so_luong,
        &cot.don_gia,
        &cot.thanh_tien,
        &cot.loai_chi_phi,
        &cot.nam,
        &words.nguon,
        &cot.ghi_chu,
    ]
}

/// Where the lines stand, for the sums of the other sheets.
pub(super) struct Lines {
    sheet: String,
    first: u32,
    last: u32,
}

impl Lines {
    /// The sum of the lines whose columns hold these values.
    pub(super) fn sum(&self, conditions: &[(u16, String)]) -> String {
        let range = |column: u16| formulas::fixed(&self.sheet, column, self.first, self.last);
        let conditions: String = conditions
            .iter()
            .map(|(column, value)| format!(",{},{value}", range(*column)))
            .collect();
        format!("SUMIFS({}{conditions})", range(column::AMOUNT))
    }
}

/// The sheet, and where its lines stand.
pub(super) fn draw(
    plan: &Plan,
    labels: &Labels,
    name: &str,
    attached_to: &[&str],
    formats: &Formats,
) -> Result<(Worksheet, Lines), XlsxError> {
    let prices = plan.budget.lines.iter().map(|line| line.unit_price);
    let mut widths: Vec<f64> = WIDTHS.into();
    widths[usize::from(column::PRICE)] = page::money_width(prices.max().unwrap_or_default());
    widths[usize::from(column::AMOUNT)] = page::money_width(plan.funding.total);
    let mut widen = |column: u16, text: fn(&CostLine) -> String| {
        let texts: Vec<String> = plan.budget.lines.iter().map(text).collect();
        let width = &mut widths[usize::from(column)];
        *width = page::widened(*width, texts.iter().map(String::as_str));
    };
    widen(column::DESCRIPTION, CostLine::described);
    widen(column::UNIT, |line| line.unit.clone());
    widen(column::NOTE, |line| line.note.clone());
    let mut sheet = page::sheet(name, &widths)?;
    let title = labels.muc.chi_tiet.to_uppercase();
    let mut titles = vec![(title.as_str(), &formats.heading)];
    titles.extend(attached_to.iter().map(|text| (*text, &formats.under)));
    let unit = unit(DisplayUnit::Dong, labels);
    titles.push((&unit, &formats.unit));
    let head = page::title(&mut sheet, &titles, &widths)?;
    let heads = heads(labels);
    for (index, text) in (0..).zip(&heads) {
        sheet.write_with_format(head, index, *text, &formats.head)?;
    }
    let texts: Vec<(&str, f64)> = heads.into_iter().zip(widths.iter().copied()).collect();
    page::fit(&mut sheet, head, &texts)?;
    let first = head + 1;
    let mut row = head;
    for (number, it) in (1_u32..).zip(&plan.budget.lines) {
        row += 1;
        let levels = plan.commune.levels();
        line(
            &mut sheet,
            row,
            number,
            (it, levels),
            &widths,
            labels,
            formats,
        )?;
    }
    let last = row.max(first);
    let total = last + 1;
    for index in (0..).take(widths.len()) {
        sheet.write_blank(total, index, &formats.sum.text)?;
    }
    let words = labels.cot.tong_cong.to_uppercase();
    sheet.write_with_format(total, column::DESCRIPTION, words, &formats.sum.text)?;
    let range = [first, last].map(|row| formulas::cell(row, column::AMOUNT));
    let sum = format!("SUM({})", range.join(":"));
    let (place, amount) = ((total, column::AMOUNT), plan.funding.total);
    formulas::write(&mut sheet, place, &sum, amount, &formats.sum.money)?;
    sheet.autofilter(head, 0, last, column::NOTE)?;
    sheet.set_freeze_panes(first, 0)?;
    sheet.set_repeat_rows(head, head)?;
    let lines = Lines {
        sheet: name.to_owned(),
        first,
        last,
    };
    Ok((sheet, lines))
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    number: u32,
    (line, levels): (&CostLine, Levels),
    widths: &[f64],
    labels: &Labels,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let texts = [
        (column::ROW, line.row.to_string(), &formats.centred),
        (
            column::COMPONENT,
            line.component.as_deref().unwrap_or_default().to_owned(),
            &formats.centred,
        ),
        (column::DESCRIPTION, line.described(), &formats.text),
        (column::UNIT, line.unit.clone(), &formats.centred),
        (
            column::KIND,
            labels.kind_of_line(line.kind).to_owned(),
            &formats.centred,
        ),
        (
            column::SOURCE,
            labels.source(line.source, levels).to_owned(),
            &formats.centred,
        ),
        (column::NOTE, line.note.clone(), &formats.text),
    ];
    sheet.write_with_format(row, column::NUMBER, number, &formats.centred)?;
    for (index, text, format) in &texts {
        if text.is_empty() {
            sheet.write_blank(row, *index, format)?;
        } else {
            sheet.write_with_format(row, *index, page::within(text), format)?;
        }
    }
    // Excel would show a whole number with a comma behind it where places may follow.
    let look = match line.quantity.to_whole() {
        Some(_) => &formats.money,
        None => &formats.fraction,
    };
    sheet.write_with_format(row, column::QUANTITY, float(line.quantity), look)?;
    let price = line.unit_price.amount();
    sheet.write_with_format(row, column::PRICE, price, &formats.money)?;
    // Whole đồng, also where a spreadsheet's product of a fraction has a little more or less.
    let product = format!(
        "ROUND({}*{},0)",
        formulas::cell(row, column::QUANTITY),
        formulas::cell(row, column::PRICE)
    );
    let amount = (row, column::AMOUNT);
    formulas::write(sheet, amount, &product, line.amount, &formats.money)?;
    sheet.write_with_format(row, column::YEAR, line.year, &formats.centred)?;
    let texts = texts.iter().map(|(index, text, _)| {
        let width = widths.get(usize::from(*index)).copied();
        (text.as_str(), width.unwrap_or(1.0))
    });
    page::fit(sheet, row, &texts.collect::<Vec<_>>())
}

/// A quantity as spreadsheets hold numbers.
fn float(number: Decimal) -> f64 {
    number.plain().parse().unwrap_or_default()
}
