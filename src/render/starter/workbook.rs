//! The workbook of a new commune: a sheet to fill the estimate in, one of the codes to choose from and
//! one that explains. Its lines name what the profile has chosen, under the rows of Phụ lục II.

use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DataValidationRule;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::Selection;
use super::codes::Choice;
use super::codes::codes;
use crate::model::BudgetRow;
use crate::model::MoneyFormat;
use crate::model::vietnamese;
use crate::render::view::Labels;
use crate::render::view::WorkbookLabels;
use crate::render::view::fill;
use crate::render::xlsx::Formats;
use crate::render::xlsx::WIDTHS;
use crate::render::xlsx::column;
use crate::render::xlsx::fit;
use crate::render::xlsx::formulas;
use crate::render::xlsx::heads;
use crate::render::xlsx::sheet;
use crate::render::xlsx::workbook;

/// The row of the header, from 0; title, note and total stand above it.
const HEADER: u32 = 3;

/// How many rows are left for more lines at the end.
const SPARE: u32 = 20;

pub(super) fn render(selection: &Selection<'_>, labels: &Labels) -> Result<Vec<u8>, XlsxError> {
    let words = &labels.du_toan_mau;
    let formats = Formats::new(MoneyFormat::DONG);
    let mut workbook = workbook(&formats)?;
    // The day is none of today's: the same commune gives the same bytes.
    let first = selection.starter.years.first().copied().unwrap_or(2027);
    let day = ExcelDateTime::from_ymd(u16::try_from(first).unwrap_or(2027), 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let (codes, choices) = codes(selection, labels, &formats)?;
    let mut estimate = estimate(selection, labels, &formats, &choices)?;
    estimate.set_active(true);
    workbook.push_worksheet(estimate);
    workbook.push_worksheet(codes);
    workbook.push_worksheet(instructions(words, &formats)?);
    workbook.save_to_buffer()
}

/// Whether costs are written into a row: it has none below it.
pub(super) fn is_leaf(rows: &[BudgetRow], row: &BudgetRow) -> bool {
    rows.iter()
        .all(|other| other.id == row.id || !other.id.is_within(&row.id))
}

fn estimate(
    selection: &Selection<'_>,
    labels: &Labels,
    formats: &Formats,
    choices: &[Choice<'_>],
) -> Result<Worksheet, XlsxError> {
    let words = &labels.du_toan_mau;
    let starter = selection.starter;
    let mut sheet = sheet(&words.trang_du_toan, &WIDTHS)?;
    // An amount shows nothing until there is something to multiply.
    sheet.set_formula_result_default("");
    let commune = starter.full_name();
    let years = vietnamese::year_range(&starter.years);
    let title = fill(&words.tieu_de, &[("xa", &commune), ("nam", &years)]);
    sheet.write_with_format(0, 0, title, &formats.title)?;
    sheet.write_with_format(1, 0, &words.don_vi, &formats.note)?;
    for (index, head) in (0..).zip(heads(labels)) {
        sheet.write_with_format(HEADER, index, head, &formats.head)?;
    }
    let texts: Vec<(&str, f64)> = heads(labels).into_iter().zip(WIDTHS).collect();
    fit(&mut sheet, HEADER, &texts)?;
    let mut row = HEADER;
    let mut number = 0;
    let rows = &selection.catalogue.budget_rows;
    let levels = selection.levels();
    for budget_row in rows {
        let components = selection.components();
        let lines: Vec<_> = components
            .filter(|it| selection.is_chosen(it) && it.budget_row == budget_row.id)
            .collect();
        row += 1;
        if !is_leaf(rows, budget_row) || !lines.is_empty() {
            let name = budget_row.name_in(levels);
            group(&mut sheet, row, (budget_row, &name), formats)?;
        } else {
            number += 1;
            let code = budget_row.id.to_string();
            line(
                &mut sheet,
                row,
                number,
                [&code, "", &budget_row.name_in(levels)],
                formats,
            )?;
        }
        for component in lines {
            row += 1;
            number += 1;
            let code = budget_row.id.to_string();
            let about = [&code, &component.code, &*component.name];
            line(&mut sheet, row, number, about, formats)?;
        }
    }
    let last = row + SPARE;
    for row in row + 1..=last {
        line(&mut sheet, row, 0, ["", "", ""], formats)?;
    }
    total(&mut sheet, &words.tong_cong, last, formats)?;
    for choice in choices {
        let list = DataValidation::new()
            .allow_list_formula(Formula::new(&choice.range))
            .set_error_title(&words.chon_tu_danh_sach)?
            .set_error_message(choice.wrong)?;
        sheet.add_data_validation(HEADER + 1, choice.column, last, choice.column, &list)?;
    }
    let quantity = DataValidation::new()
        .allow_decimal_number(DataValidationRule::GreaterThan(0.0))
        .set_error_message(&words.so_sai)?;
    sheet.add_data_validation(
        HEADER + 1,
        column::QUANTITY,
        last,
        column::QUANTITY,
        &quantity,
    )?;
    let price = DataValidation::new()
        .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
        .set_error_message(&words.gia_sai)?;
    sheet.add_data_validation(HEADER + 1, column::PRICE, last, column::PRICE, &price)?;
    sheet.autofilter(HEADER, 0, last, column::NOTE)?;
    sheet.set_freeze_panes(HEADER + 1, 0)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    Ok(sheet)
}

/// The heading of a row of Phụ lục II.
fn group(
    sheet: &mut Worksheet,
    row: u32,
    (budget_row, name): (&BudgetRow, &str),
    formats: &Formats,
) -> Result<(), XlsxError> {
    for index in 0..=column::NOTE {
        sheet.write_blank(row, index, &formats.group)?;
    }
    sheet.write_with_format(row, column::ROW, budget_row.id.to_string(), &formats.group)?;
    sheet.write_with_format(row, column::DESCRIPTION, name, &formats.group)?;
    let width = WIDTHS[usize::from(column::DESCRIPTION)];
    fit(sheet, row, &[(name, width)])
}

/// A line to fill in: its row, component and description, where they are known.
fn line(
    sheet: &mut Worksheet,
    row: u32,
    number: u32,
    about: [&str; 3],
    formats: &Formats,
) -> Result<(), XlsxError> {
    for index in 0..=column::NOTE {
        let format = match index {
            column::QUANTITY => &formats.quantity,
            column::PRICE => &formats.money,
            column::DESCRIPTION | column::NOTE => &formats.text,
            _ => &formats.centred,
        };
        sheet.write_blank(row, index, format)?;
    }
    if number > 0 {
        sheet.write_with_format(row, 0, number, &formats.centred)?;
    }
    let [code, component, description] = about;
    for (index, text, format) in [
        (column::ROW, code, &formats.centred),
        (column::COMPONENT, component, &formats.centred),
        (column::DESCRIPTION, description, &formats.text),
    ] {
        if !text.is_empty() {
            sheet.write_with_format(row, index, text, format)?;
        }
    }
    let quantity = formulas::cell(row, column::QUANTITY);
    let price = formulas::cell(row, column::PRICE);
    let product = format!("=IF(OR({quantity}=\"\",{price}=\"\"),\"\",{quantity}*{price})");
    sheet.write_formula_with_format(row, column::AMOUNT, &*product, &formats.money)?;
    let width = WIDTHS[usize::from(column::DESCRIPTION)];
    fit(sheet, row, &[(description, width)])
}

/// The total stands above the table, so that lines may be added at its end.
fn total(
    sheet: &mut Worksheet,
    words: &str,
    last: u32,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let row = HEADER - 1;
    let first = formulas::cell(HEADER + 1, column::AMOUNT);
    let last = formulas::cell(last, column::AMOUNT);
    let sum = Formula::new(format!("=SUM({first}:{last})")).set_result("0");
    sheet.write_with_format(row, column::DESCRIPTION, words, &formats.total)?;
    sheet.write_formula_with_format(row, column::AMOUNT, sum, &formats.total)?;
    Ok(())
}

/// The sheet that explains.
fn instructions(words: &WorkbookLabels, formats: &Formats) -> Result<Worksheet, XlsxError> {
    let mut sheet = sheet(&words.trang_huong_dan, &[110.0])?;
    sheet.write_with_format(0, 0, &words.trang_huong_dan, &formats.title)?;
    for (row, text) in (1..).zip(&words.huong_dan) {
        let text = format!("{row}. {text}");
        sheet.write_with_format(row, 0, &text, &formats.prose)?;
        fit(&mut sheet, row, &[(&text, 110.0)])?;
    }
    Ok(sheet)
}
