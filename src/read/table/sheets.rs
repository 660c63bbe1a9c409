//! The tables of a workbook, sheet by sheet. A sheet may repeat its header at the top of each page, or
//! hold one table below another. What looks like a table and is not read is told of.

use super::Place;
use super::agreement;
use super::beginning;
use super::beginning::Heads;
use super::beginning::Near;
use super::column::Column;
use super::column::Named;
use super::has_figures;
use super::header;
use super::header::Header;
use super::units;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::source::CellRef;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Sources;

/// The most tables of a sheet: the head on each page of a long one.
const MOST_TABLES: usize = 500;

/// A sheet with the tables that it holds.
pub(crate) struct Tables<'a, C> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The sheet, for findings.
    pub place: Place,
    /// The header of each table, in order; one that is unsound is missing.
    pub headers: Vec<Header<C>>,
}

/// Hands every sheet that holds tables to `read`. Tells whether all their headers are sound.
///
/// # Errors
/// A workbook without any such table is reported.
pub(crate) fn each_sheet<C: Column>(
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(Tables<'_, C>, &mut Diagnostics),
) -> Result<bool, Reported> {
    let workbook = sources.workbook(file);
    let sheets = workbook.map_or(&[][..], |workbook| &workbook.sheets);
    let place = |sheet| Place { file, sheet };
    let heads: Vec<Heads<C>> = sheets.iter().map(beginning::all).collect();
    if heads.iter().all(|heads| heads.beginnings.is_empty()) {
        return Err(no_table(file, &heads, sheets, place, diagnostics));
    }
    let mut sound = true;
    let mut cover = None;
    for (index, (sheet, heads)) in sheets.iter().zip(&heads).enumerate() {
        if heads.beginnings.is_empty() && cover.is_none() {
            match units::of_cover(sheet, place(index), diagnostics) {
                Ok(said) => cover = said,
                Err(_) => sound = false,
            }
        }
    }
    let mut found: Vec<Tables<'_, C>> = Vec::new();
    for (index, (sheet, heads)) in sheets.iter().zip(&heads).enumerate() {
        let place = place(index);
        unread(sheet, heads, place, diagnostics);
        if heads.beginnings.is_empty() {
            continue;
        }
        let mut headers: Vec<Header<C>> = Vec::new();
        for (index, beginning) in heads.beginnings.iter().take(MOST_TABLES).enumerate() {
            let end = heads.beginnings.get(index + 1).map(|next| next.first);
            let read = header::read(sheet, *beginning, end, place, diagnostics);
            sound &= read.is_some();
            headers.extend(read);
        }
        let unclear = units::of_tables(sheet, &mut headers, cover, place, diagnostics);
        sound &= unclear.is_empty();
        keep(&mut headers, |index| !unclear.contains(&index));
        if !headers.is_empty() {
            found.push(Tables {
                sheet,
                place,
                headers,
            });
        }
    }
    let all = found.iter().flat_map(|tables| {
        let name = tables.sheet.name.as_str();
        tables
            .headers
            .iter()
            .map(move |header| (tables.place, name, header))
    });
    let silent = agreement::all_say(&all.collect::<Vec<_>>(), diagnostics);
    sound &= silent.is_empty();
    let mut before = 0;
    for mut tables in found {
        let n_headers = tables.headers.len();
        keep(&mut tables.headers, |index| {
            !silent.contains(&(before + index))
        });
        before += n_headers;
        if !tables.headers.is_empty() {
            read(tables, diagnostics);
        }
    }
    Ok(sound)
}

fn keep<T>(list: &mut Vec<T>, is_kept: impl Fn(usize) -> bool) {
    let mut index = 0;
    list.retain(|_| {
        index += 1;
        is_kept(index - 1)
    });
}

/// Tells of what a sheet holds and is not read: heads that name too little, tables past the most, and
/// figures on a sheet without any table.
fn unread<C: Column>(sheet: &Sheet, heads: &Heads<C>, place: Place, diagnostics: &mut Diagnostics) {
    for near in &heads.near {
        let in_table = heads
            .beginnings
            .iter()
            .any(|beginning| beginning.last < near.row);
        if has_lines_below(sheet, near.row) {
            report_near(near, sheet, place, in_table, diagnostics);
        }
    }
    if let Some(beyond) = heads.beginnings.get(MOST_TABLES) {
        let at = place.cell(CellRef {
            row: beyond.first,
            column: 0,
        });
        let message = format!("trang này có hơn {MOST_TABLES} bảng; các bảng từ đây chưa được đọc");
        let finding = Diagnostic::new(Code::TOO_MANY_FAULTS, at, message);
        diagnostics.report(finding.hint("gộp các bảng lại, bỏ những dòng tiêu đề lặp lại"));
    }
    if !heads.beginnings.is_empty() || !heads.near.is_empty() {
        return;
    }
    let mut rows = sheet.rows().filter(|(_, cells)| has_figures(cells));
    let Some((first, cells)) = rows.next() else {
        return;
    };
    let n_rows = 1 + rows.count();
    let column = cells.first().map_or(0, |(at, _)| at.column);
    let at = place.cell(CellRef { row: first, column });
    let message = format!(
        "trang \"{}\" có số ở {n_rows} dòng nhưng không có {}, không được đọc",
        sheet.name,
        C::TABLE
    );
    let hint =
        "trang không liên quan thì ẩn đi; nếu cần đọc, đặt dòng tiêu đề như trang đã đọc được";
    diagnostics.report(Diagnostic::new(Code::UNREAD_SHEET, at, message).hint(hint));
}

/// Whether rows with figures follow before the end of the sheet.
fn has_lines_below(sheet: &Sheet, row: u32) -> bool {
    sheet.rows_below(row).any(|(_, cells)| has_figures(cells))
}

/// Says of a row that comes near what is seen there and what is missing.
fn report_near<C: Column>(
    near: &Near<C>,
    sheet: &Sheet,
    place: Place,
    in_table: bool,
    diagnostics: &mut Diagnostics,
) -> Reported {
    let column = sheet.row(near.row).first().map_or(0, |(at, _)| at.column);
    let at = place.cell(CellRef {
        row: near.row,
        column,
    });
    let missing = C::missing(&near.named).join("; ");
    let (code, what) = if in_table {
        (
            Code::ESTIMATE_COLUMN,
            "dòng này giống tiêu đề của một bảng khác",
        )
    } else {
        (
            Code::UNREAD_SHEET,
            "dòng này giống tiêu đề của một bảng nhưng bảng không được đọc",
        )
    };
    let message = format!("{what}: {}; thiếu: {missing}", seen(near, sheet));
    let finding = Diagnostic::new(code, at, message);
    diagnostics.report(finding.hint(
        "đặt tên cột như bảng đã đọc được hoặc như bảng mẫu của lệnh xaso new; bảng không liên quan thì \
         chuyển sang trang riêng và ẩn trang đó",
    ))
}

/// What rows name, and what of them is not known.
fn seen<C: Column>(near: &Near<C>, sheet: &Sheet) -> String {
    let (first, last) = near.rows;
    let rows = (first..=last).flat_map(|row| sheet.row(row));
    let texts = rows.filter_map(|(at, cell)| Some((at, header::head_text(cell)?)));
    let (known, unknown): (Vec<_>, Vec<_>) = texts.partition(|(_, text)| {
        C::of(text).is_some() || C::share(text).is_some() || C::counts(text).is_some()
    });
    // A row of shares above names also years; a title is none of the heads.
    let n_columns = sheet.row(near.row).len();
    let unknown = unknown.into_iter().filter(|_| n_columns > 1);
    let seen = match listed(known.into_iter()) {
        None => "không thấy cột nào của bảng".to_owned(),
        Some(known) => format!("đã thấy {known}"),
    };
    match listed(unknown) {
        None => seen,
        Some(unknown) => format!("{seen}; chưa hiểu {unknown}"),
    }
}

/// Heads with their cells: "STT (A1), Mục (B1)"; nothing of none.
pub(crate) fn listed<'t>(heads: impl Iterator<Item = (&'t CellRef, String)>) -> Option<String> {
    let heads: Vec<String> = heads
        .map(|(at, text)| {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{text} ({at})")
        })
        .collect();
    (!heads.is_empty()).then(|| heads.join(", "))
}

/// Reports that a workbook holds no table; the row that comes nearest is told.
fn no_table<C: Column>(
    file: FileId,
    heads: &[Heads<C>],
    sheets: &[Sheet],
    place: impl Fn(usize) -> Place,
    diagnostics: &mut Diagnostics,
) -> Reported {
    let names = C::missing(&Named::of(&[]));
    let hint = format!("bảng cần một dòng tiêu đề có các cột: {}", names.join("; "));
    let message = format!("không thấy {} trong tệp này", C::TABLE);
    let near = heads.iter().enumerate();
    let near = near.flat_map(|(index, heads)| heads.near.iter().map(move |near| (index, near)));
    let nearest = near.min_by_key(|(_, near)| C::missing(&near.named).len());
    let finding = match nearest {
        Some((index, near)) => {
            let sheet = &sheets[index];
            let column = sheet.row(near.row).first().map_or(0, |(at, _)| at.column);
            let at = place(index).cell(CellRef {
                row: near.row,
                column,
            });
            let missing = C::missing(&near.named).join("; ");
            let seen = seen(near, sheet);
            let message = format!("{message}; dòng gần giống nhất: {seen}; thiếu: {missing}");
            Diagnostic::new(Code::NO_ESTIMATE_TABLE, at, message)
        }
        None => Diagnostic::new(Code::NO_ESTIMATE_TABLE, Origin::File(file), message),
    };
    diagnostics.report(finding.hint(hint))
}
