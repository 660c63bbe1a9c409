//! The tables of a workbook, sheet by sheet. A sheet may repeat its header at the top of each page, or
//! hold one table below another.

use super::Column;
use super::Header;
use super::Place;
use super::header;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sheet;
use crate::source::Sources;

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
    let (mut found, mut sound) = (false, true);
    for (index, sheet) in sheets.iter().enumerate() {
        let place = Place { file, sheet: index };
        let beginnings = header::all::<C>(sheet);
        let mut headers: Vec<Header<C>> = Vec::new();
        for (index, beginning) in beginnings.iter().enumerate() {
            let end = beginnings.get(index + 1).map(|next| next.first);
            let before = headers.last();
            let read = header::read(sheet, *beginning, end, before, place, diagnostics);
            sound &= read.is_some();
            headers.extend(read);
        }
        found |= !beginnings.is_empty();
        if !headers.is_empty() {
            let tables = Tables {
                sheet,
                place,
                headers,
            };
            read(tables, diagnostics);
        }
    }
    if found {
        return Ok(sound);
    }
    let names: Vec<&str> = C::REQUIRED.iter().map(|column| column.name()).collect();
    let message = format!("không thấy {} trong tệp này", C::TABLE);
    let finding = Diagnostic::new(Code::NO_ESTIMATE_TABLE, Origin::File(file), message);
    let columns = names.join(", ");
    let hint = format!("bảng cần một dòng tiêu đề có các cột: {columns}");
    Err(diagnostics.report(finding.hint(hint)))
}
