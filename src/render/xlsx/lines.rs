//! The sheet of the detailed estimate: a line a cost, under the names by which an estimate is read, so
//! that the workbook can be given back as one. Every other sheet adds up what stands here: the amounts, or
//! where the plan is shown in another unit than đồng, what each of them counts in that unit.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::formats::Formats;
use super::formulas;
use super::page;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::DisplayUnit;
use crate::model::plan::Plan;
use crate::render::view::Labels;
use crate::render::view::fill;
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
    /// What a line counts in the other sheets, where these are in another unit than đồng.
    pub(super) const SHOWN: u16 = 12;
}

/// Their widths, in characters.
pub(in crate::render) const WIDTHS: [f64; 12] = [
    6.0, 9.0, 11.0, 46.0, 11.0, 9.0, 15.0, 16.0, 14.0, 7.0, 20.0, 20.0,
];

/// The width of what a line counts in the other sheets.
const SHOWN_WIDTH: f64 = 15.0;

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
    /// The column that is added up.
    counted: u16,
}

impl Lines {
    /// The sum of the lines whose columns hold these values.
    pub(super) fn sum(&self, conditions: &[(u16, String)]) -> String {
        let range = |column: u16| formulas::fixed(&self.sheet, column, self.first, self.last);
        let conditions: String = conditions
            .iter()
            .map(|(column, value)| format!(",{},{value}", range(*column)))
            .collect();
        format!("SUMIFS({}{conditions})", range(self.counted))
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
    let shown_in = plan.budget.unit;
    let is_shown = shown_in != DisplayUnit::Dong;
    let shown_head = fill(
        &labels.cot.hien_thi,
        &[("don_vi", labels.display_unit(shown_in))],
    );
    if is_shown {
        widths.push(SHOWN_WIDTH);
    }
    let counted = if is_shown {
        column::SHOWN
    } else {
        column::AMOUNT
    };
    let mut widen = |column: u16, text: fn(&CostLine) -> &String| {
        let texts = plan.budget.lines.iter().map(|line| text(line).as_str());
        let width = &mut widths[usize::from(column)];
        *width = page::widened(*width, texts);
    };
    widen(column::DESCRIPTION, |line| &line.description);
    widen(column::UNIT, |line| &line.unit);
    widen(column::NOTE, |line| &line.note);
    let mut sheet = page::sheet(name, &widths)?;
    let title = labels.muc.chi_tiet.to_uppercase();
    let mut titles = vec![(title.as_str(), &formats.heading)];
    titles.extend(attached_to.iter().map(|text| (*text, &formats.under)));
    let unit = unit(DisplayUnit::Dong, labels);
    titles.push((&unit, &formats.unit));
    let head = page::title(&mut sheet, &titles, &widths)?;
    let mut heads: Vec<&str> = heads(labels).into();
    if is_shown {
        heads.push(&shown_head);
    }
    for (index, text) in (0..).zip(&heads) {
        sheet.write_with_format(head, index, *text, &formats.head)?;
    }
    let texts: Vec<(&str, f64)> = heads.into_iter().zip(widths.iter().copied()).collect();
    page::fit(&mut sheet, head, &texts)?;
    let first = head + 1;
    let mut row = head;
    let shown = plan.budget.lines.iter().zip(&plan.budget.shown_lines);
    for (number, (it, shown)) in (1_u32..).zip(shown) {
        row += 1;
        line(&mut sheet, row, number, it, &widths, labels, formats)?;
        if is_shown {
            let up = shown.minus(it.amount).is_some_and(|more| !more.is_zero());
            let formula = rounded(row, shown_in, up);
            let amount = (*shown, shown_in);
            formulas::write(&mut sheet, (row, counted), &formula, amount, &formats.money)?;
        }
    }
    let last = row.max(first);
    let total = last + 1;
    for index in (0..).take(widths.len()) {
        sheet.write_blank(total, index, &formats.sum.text)?;
    }
    let words = labels.cot.tong_cong.to_uppercase();
    sheet.write_with_format(total, column::DESCRIPTION, words, &formats.sum.text)?;
    let mut sum = |column: u16, amount| {
        let range = [first, last].map(|row| formulas::cell(row, column));
        let formula = format!("SUM({})", range.join(":"));
        let format = &formats.sum.money;
        formulas::write(&mut sheet, (total, column), &formula, amount, format)
    };
    sum(column::AMOUNT, (plan.funding.total, DisplayUnit::Dong))?;
    if is_shown {
        let amount = plan.budget.all.shown_total.allocated;
        sum(counted, (amount, shown_in))?;
    }
    sheet.autofilter(head, 0, last, counted.max(column::NOTE))?;
    sheet.set_freeze_panes(first, 0)?;
    sheet.set_repeat_rows(head, head)?;
    let lines = Lines {
        sheet: name.to_owned(),
        first,
        last,
        counted,
    };
    Ok((sheet, lines))
}

/// The multiple of a unit below the amount of a row, or the one above it.
fn rounded(row: u32, unit: DisplayUnit, up: bool) -> String {
    let amount = formulas::cell(row, column::AMOUNT);
    let more = if up { "+1" } else { "" };
    format!("INT({amount}/{}){more}", unit.size())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    number: u32,
    line: &CostLine,
    widths: &[f64],
    labels: &Labels,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let texts = [
        (column::ROW, line.row.to_string(), &formats.centred),
        (
            column::COMPONENT,
            line.component.clone().unwrap_or_default(),
            &formats.centred,
        ),
        (column::DESCRIPTION, line.description.clone(), &formats.text),
        (column::UNIT, line.unit.clone(), &formats.centred),
        (
            column::KIND,
            labels.kind_of_line(line.kind).to_owned(),
            &formats.centred,
        ),
        (
            column::SOURCE,
            labels.source(line.source).to_owned(),
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
    let exact = (line.amount, DisplayUnit::Dong);
    formulas::write(sheet, amount, &product, exact, &formats.money)?;
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
