//! A workbook file → sheets of located cells. The only place that knows calamine.
//!
//! Cells stand at their absolute places, dates come in as text in the Vietnamese spelling, error
//! values as they are shown. What would need more memory than an estimate can is refused before it
//! is read.

mod archive;
mod biff;
mod biff_looks;
mod formula;
mod opendocument;
mod opendocument_styles;
mod ranges;
mod style;
mod xlsx;
mod xlsx_asides;
mod xlsx_looks;
mod xlsx_sheet;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::Data;
use calamine::ExcelDateTime;
use calamine::ExcelDateTimeType;
use calamine::Ods;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Xls;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use formula::Formulas;

use crate::load::letters;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;
use crate::source::SheetLooks;
use crate::source::Workbook;

/// The most cells of all sheets together, and the most bytes of their texts.
const MOST_CELLS: usize = 2_000_000;
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// The most sheets.
const MOST_SHEETS: usize = 60;

/// The most places between the first and the last cells of all sheets, where tables of them are made.
const MOST_PLACES: u64 = 4_000_000;

/// The endings of the files that are read, the usual one first.
pub(super) const ENDINGS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// What a workbook's bytes hold.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The sheets.
    pub workbook: Workbook,
    /// The cells whose letters and marks stood apart, by sheet; they are put together.
    pub decomposed: Vec<(usize, CellRef)>,
    /// The cells, by sheet, with tabs that part more than two words; each tab is a blank.
    pub tabbed: Vec<(usize, CellRef)>,
    n_cells: usize,
    n_bytes: usize,
    /// Whether the file asks to be calculated when it is opened.
    is_to_calculate: bool,
}

/// Why a workbook is not read.
#[derive(Debug)]
pub(super) enum Unfit {
    /// It is none, or broken, or locked.
    Broken,
    /// It holds more than an estimate can.
    TooLarge,
}

/// Reads the visible worksheets of a file with one of the [`ENDINGS`]. What the file is, its first
/// bytes tell: people rename files.
///
/// # Errors
/// Why it is not read.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Unfit> {
    const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
    if bytes.starts_with(&COMPOUND) {
        let survey = biff::survey(bytes).map_err(|_| Unfit::Broken)?;
        must_fit(survey.n_places)?;
        let workbook = Xls::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        let names = workbook.sheets_metadata().iter();
        let names = names.map(|sheet| sheet.name.clone());
        let mut looks: BTreeMap<String, SheetLooks> = names.zip(survey.looks).collect();
        return ranges::read(workbook, |xls, name| {
            let merged = xls.merge_cells_by_sheet_name(name).unwrap_or_default();
            let corner = |(row, column)| CellRef { row, column };
            let merged = merged.into_iter();
            let merged = merged.map(|it| (corner(it.start), corner(it.end)));
            (looks.remove(name).unwrap_or_default(), merged.collect())
        });
    }
    let weighed = archive::weigh(bytes).map_err(|_| Unfit::Broken)?;
    let Some(weighed) = weighed else {
        return Err(Unfit::TooLarge);
    };
    let bytes = weighed.unpacked.as_deref().unwrap_or(bytes);
    if archive::holds(bytes, "content.xml") {
        let mut survey = opendocument::survey(bytes).map_err(|_| Unfit::Broken)?;
        must_fit(survey.n_places)?;
        let workbook = Ods::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        return ranges::read(workbook, move |_, name| {
            survey.tables.remove(name).unwrap_or_default()
        });
    }
    xlsx::read(bytes, &weighed)
}

fn must_fit(n_places: u64) -> Result<(), Unfit> {
    if n_places > MOST_PLACES {
        return Err(Unfit::TooLarge);
    }
    Ok(())
}

impl Read {
    /// Nothing read yet of a workbook with these sheets, and the names of those to read; the hidden
    /// worksheets are noted.
    ///
    /// # Errors
    /// [`Unfit::TooLarge`] where there are too many: each could be the same large one.
    fn begin(sheets: &[calamine::Sheet]) -> Result<(Self, Vec<String>), Unfit> {
        if sheets.len() > MOST_SHEETS {
            return Err(Unfit::TooLarge);
        }
        let worksheets = sheets.iter().filter(|it| it.typ == SheetType::WorkSheet);
        let (seen, hidden): (Vec<_>, Vec<_>) =
            worksheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
        let names = |sheets: Vec<&calamine::Sheet>| {
            let names = sheets.into_iter().map(|sheet| sheet.name.clone());
            names.collect::<Vec<_>>()
        };
        let mut read = Self::default();
        read.workbook.hidden = names(hidden);
        Ok((read, names(seen)))
    }
}

/// The cells of a sheet as they are read.
#[derive(Debug, Default)]
struct Cells {
    cells: Vec<(CellRef, Cell)>,
    formulas: Formulas,
    /// The formulas of those that show an error.
    failing: Vec<(CellRef, String)>,
    /// The numbers of those that hold a day or a time.
    moments: Vec<(CellRef, f64)>,
}

impl Read {
    /// Adds a cell: its value, its text where it is one, and the formula that the value comes from. A
    /// formula that shows nothing is no cell; one without a stored result is an error, since nobody
    /// can know what it would show.
    fn cell(
        &mut self,
        cells: &mut Cells,
        at: CellRef,
        value: Value<'_>,
        formula: Option<&str>,
    ) -> Result<(), Unfit> {
        // A cell is weighed before it is looked at, blank ones too.
        self.n_cells += 1;
        self.n_bytes += formula.map_or(0, str::len);
        if let Value::Text(text) = value {
            self.n_bytes += text.len();
        }
        if self.n_cells > MOST_CELLS || self.n_bytes > MOST_TEXT {
            return Err(Unfit::TooLarge);
        }
        let value = match value {
            Value::Empty => formula.map(|formula| CellValue::Error(format!("={formula}"))),
            Value::Text(text) if text.trim().is_empty() => None,
            Value::Text(text) => Some(CellValue::Text(self.text(at, text))),
            Value::Moment(text, number) => {
                cells.moments.push((at, number));
                Some(CellValue::Text(text))
            }
            Value::Other(value) => Some(value),
        };
        if let Some(formula) = formula {
            cells.formulas.note(at, formula, value.as_ref());
        }
        let Some(value) = value else { return Ok(()) };
        if let (CellValue::Error(_), Some(formula)) = (&value, formula) {
            cells.failing.push((at, formula.to_owned()));
        }
        let formula = formula.is_some();
        // While the next cells are read there is time for it.
        let is_plain = matches!(&value, CellValue::Text(text) if letters::is_plain(text));
        let cell = Cell {
            value,
            formula,
            is_plain,
            style: None,
        };
        cells.cells.push((at, cell));
        Ok(())
    }

    /// The text of a cell, letters and marks in one, and with blanks for its tabs.
    fn text(&mut self, at: CellRef, text: &str) -> String {
        let place = (self.workbook.sheets.len(), at);
        let mut text = Cow::Borrowed(text);
        if text.trim().contains('\t') {
            if !parts_two_words(text.trim()) {
                self.tabbed.push(place);
            }
            text = Cow::Owned(text.replace('\t', " "));
        }
        // To ask is much less work than to put together.
        if text.is_ascii() || is_nfc(&text) {
            return text.into_owned();
        }
        self.decomposed.push(place);
        text.nfc().collect()
    }

    /// Adds a sheet with its merged stretches.
    fn sheet(&mut self, name: String, cells: Cells, merged: Vec<Stretch>, looks: SheetLooks) {
        let sheet = Sheet::new(name, cells.cells).with_merged(merged);
        let sheet = sheet
            .with_failing(cells.failing)
            .with_moments(cells.moments);
        let mut sheet = sheet.with_looks(looks);
        let formulas = cells.formulas;
        formulas.without_results(&mut sheet, self.is_to_calculate);
        self.workbook.sheets.push(sheet);
    }
}

/// Whether a text has one tab, which stands between two words as a blank would.
fn parts_two_words(text: &str) -> bool {
    let Some((before, behind)) = text.split_once('\t') else {
        return true;
    };
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    is_word(before.chars().next_back())
        && is_word(behind.chars().next())
        && !behind.contains(['\t', '\n'])
        && !before.contains('\n')
}

/// The first and the last cell of a stretch.
type Stretch = (CellRef, CellRef);

/// Errors as they are shown.
const ERRORS: [&str; 7] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];

/// A cell's value as calamine gives it.
enum Value<'a> {
    Empty,
    Text(&'a str),
    /// A day as a text, and the number that Excel keeps for it.
    Moment(String, f64),
    Other(CellValue),
}

impl<'a> Value<'a> {
    fn of(data: &'a Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::Int(number) => Self::whole(*number),
            Data::Float(number) => Self::Other(CellValue::Number(*number)),
            Data::Bool(truth) => Self::Other(CellValue::Bool(*truth)),
            Data::Error(error) => Self::Other(CellValue::Error(error.to_string())),
            Data::DateTime(moment) => Self::date(moment),
            Data::DateTimeIso(text) => Self::iso_date(text),
            // What LibreOffice writes where a formula fails.
            Data::String(text) if ERRORS.contains(&text.as_str()) || text.starts_with("Err:5") => {
                Self::Other(CellValue::Error(text.clone()))
            }
            Data::String(text) | Data::DurationIso(text) => Self::Text(text),
        }
    }

    fn whole(number: i64) -> Self {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a spreadsheet's numbers are floats anyway"
        )]
        let number = number as f64;
        Self::Other(CellValue::Number(number))
    }

    fn date(moment: &ExcelDateTime) -> Self {
        // Where days are counted from 1904, so many fewer have gone by.
        const LATER: f64 = 1_462.0;
        let (year, month, day, ..) = moment.to_ymd_hms_milli();
        let number = moment.as_f64();
        let kinds = [ExcelDateTimeType::DateTime, ExcelDateTimeType::TimeDelta];
        let mut later = kinds
            .map(|kind| ExcelDateTime::new(number, kind, true))
            .into_iter();
        let is_later = later.any(|other| other == *moment) && !moment.is_duration();
        let number = if is_later { number + LATER } else { number };
        Self::Moment(format!("{day:02}/{month:02}/{year}"), number)
    }

    /// `2027-03-01T00:00:00` as people here write it.
    fn iso_date(text: &'a str) -> Self {
        let date = text.split('T').next().unwrap_or("");
        let mut parts = date.split('-');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day)) => {
                Self::Other(CellValue::Text(format!("{day}/{month}/{year}")))
            }
            _ => Self::Text(text),
        }
    }
}
