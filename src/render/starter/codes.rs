//! The sheet of the codes that a line of the estimate may bear, from which the lists are drawn.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::Selection;
use super::workbook::is_leaf;
use crate::model::FundingSource;
use crate::render::view::Labels;
use crate::render::xlsx::Formats;
use crate::render::xlsx::column;
use crate::render::xlsx::formulas;
use crate::render::xlsx::sheet;

/// What a list offers: where its values stand in the sheet of codes, and what to say of others.
pub(super) struct Choice<'a> {
    pub(super) column: u16,
    pub(super) range: String,
    pub(super) wrong: &'a str,
}

/// A list of what a column of the estimate offers.
struct List<'a> {
    column: u16,
    wrong: &'a str,
    heads: Vec<&'a String>,
    entries: Vec<Vec<String>>,
}

/// The sheet of what can be chosen, and where in it each list stands.
pub(super) fn codes<'a>(
    selection: &Selection<'_>,
    labels: &'a Labels,
    formats: &Formats,
) -> Result<(Worksheet, Vec<Choice<'a>>), XlsxError> {
    let words = &labels.du_toan_mau;
    let cot = &labels.cot;
    let levels = selection.levels();
    let rows = &selection.catalogue.budget_rows;
    let leaves = rows.iter().filter(|row| is_leaf(rows, row));
    let components = selection.components();
    let kinds = words.loai.iter().zip(&words.nghia_loai);
    let sources = FundingSource::of_plan(false, |source| source != FundingSource::District);
    let sources = sources.into_iter();
    let years = selection.starter.years.iter();
    let pair = |code: String, name: &str| vec![code, name.to_owned()];
    let lists = [
        List {
            column: column::ROW,
            wrong: &words.dong_sai,
            heads: vec![&cot.dong, &words.ten],
            entries: leaves
                .map(|row| pair(row.id.to_string(), &row.name_in(levels)))
                .collect(),
        },
        List {
            column: column::COMPONENT,
            wrong: &words.thanh_phan_sai,
            heads: vec![&words.ma_thanh_phan, &words.ten, &words.dong_thuong],
            entries: components
                .map(|it| vec![it.code.clone(), it.name.clone(), it.budget_row.to_string()])
                .collect(),
        },
        List {
            column: column::KIND,
            wrong: &words.loai_sai,
            heads: vec![&cot.loai_chi_phi, &words.ten],
            entries: kinds
                .map(|(kind, meaning)| pair(kind.clone(), meaning))
                .collect(),
        },
        List {
            column: column::YEAR,
            wrong: &words.nam_sai,
            heads: vec![&cot.nam],
            entries: years.map(|year| vec![year.to_string()]).collect(),
        },
        List {
            column: column::SOURCE,
            wrong: &words.nguon_sai,
            heads: vec![&words.nguon],
            entries: sources
                .map(|source| vec![labels.source(source, levels).to_owned()])
                .collect(),
        },
    ];
    let widths = [
        9.0, 44.0, 3.0, 12.0, 58.0, 10.0, 3.0, 16.0, 40.0, 3.0, 8.0, 3.0, 34.0,
    ];
    let mut sheet = sheet(&words.trang_danh_muc, &widths)?;
    let mut choices = Vec::new();
    let mut begin = 0;
    for list in lists {
        let List {
            column,
            wrong,
            heads,
            entries,
        } = list;
        let width = u16::try_from(heads.len()).unwrap_or(1);
        for (index, head) in (begin..).zip(heads) {
            sheet.write_with_format(0, index, head, &formats.head)?;
        }
        for (row, entry) in (1..).zip(&entries) {
            for (index, text) in (begin..).zip(entry) {
                // A year is a number, as it is in the estimate.
                match text.parse::<u32>() {
                    Ok(number) => sheet.write_with_format(row, index, number, &formats.entry)?,
                    Err(_) => sheet.write_with_format(row, index, text, &formats.entry)?,
                };
            }
        }
        let last = u32::try_from(entries.len()).unwrap_or(1);
        let range = formulas::fixed(&words.trang_danh_muc, begin, 1, last);
        choices.push(Choice {
            column,
            range: format!("={range}"),
            wrong,
        });
        begin += width + 1;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok((sheet, choices))
}
