//! The unit of money of each table: what its head, its title, a note beside or below it, the tab of
//! the sheet or the first sheet of the workbook say. Each statement is applied; where two disagree, or
//! one table states a multiple and another says nothing, it is asked at the cell.

mod around;
mod asides;
mod lines;

use std::collections::BTreeSet;

use around::Around;
use foldhash::HashSet;
use lines::Part;

use super::Place;
use super::agreement::heads_agree;
use super::agreement::lines_agree;
use super::column::Column;
use super::has_figures;
use super::header::Header;
use super::neighbours;
use super::stating::stating;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::model::fold;
use crate::model::vietnamese::unit_of_money;
use crate::model::written;
use crate::model::written::Said;
use crate::source::CellRef;
use crate::source::Origin;
use crate::source::Sheet;

/// A statement of the unit: where it stands and how many đồng one is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statement {
    /// The sheet and cell.
    pub place: Place,
    /// The cell; the first one for the tab.
    pub at: CellRef,
    /// How many đồng one is.
    pub dong: i64,
}

/// Reports a unit of money that is not understood.
pub(super) fn unclear(text: &str, at: Origin, diagnostics: &mut Diagnostics) -> Reported {
    let message = format!("không rõ đơn vị của số tiền: `{}`", shorten(text));
    let finding = Diagnostic::new(Code::UNCLEAR_UNIT, at, message);
    let folded = fold(text);
    let may_be_office = folded.contains("don vi:");
    diagnostics.report(finding.hint(if may_be_office {
        "là đơn vị tiền thì ghi đồng, nghìn đồng, triệu đồng hoặc tỷ đồng; là tên cơ quan thì ghi cả loại \
         cơ quan, ví dụ \"Đơn vị: UBND xã …\""
    } else {
        "ghi đồng, nghìn đồng, triệu đồng hoặc tỷ đồng"
    }))
}

/// Asks for the unit of a table that says nothing, where another one says how many đồng one is: `other` tells
/// where that stands.
pub(super) fn ask_of_table(
    at: Origin,
    other: &str,
    dong: i64,
    diagnostics: &mut Diagnostics,
) -> Reported {
    let unit = unit_of_money(dong);
    let message = format!("bảng này không ghi đơn vị tiền, bảng {other} ghi {unit}");
    let hint = format!("ghi \"Đơn vị tính: {unit}\" hoặc \"Đơn vị tính: đồng\" phía trên bảng này");
    ask(at, message, hint, diagnostics)
}

pub(super) fn ask(
    at: Origin,
    message: String,
    hint: String,
    diagnostics: &mut Diagnostics,
) -> Reported {
    let finding = Diagnostic::new(Code::UNCLEAR_UNIT, at, message);
    diagnostics.report(finding.hint(hint))
}

/// What a sheet without tables states for the workbook: a first sheet that has no figures of its own.
///
/// # Errors
/// A unit that is not understood, or two of them, are reported.
pub(super) fn of_cover(
    sheet: &Sheet,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Statement>, Reported> {
    let mut found = of_tab(sheet, place, diagnostics)?;
    if sheet.rows().any(|(_, cells)| has_figures(cells)) {
        return Ok(None);
    }
    for (_, cells) in sheet.rows() {
        let mut left = None;
        for (at, cell) in cells {
            let own = cell
                .text()
                .map(|text| statement(text, *at, left, place, diagnostics));
            found = agreed(found, own.transpose()?.flatten(), diagnostics)?;
            left = cell.text();
        }
    }
    Ok(found)
}

/// What the tab says.
fn of_tab(
    sheet: &Sheet,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Statement>, Reported> {
    let at = CellRef { row: 0, column: 0 };
    match written::said(&sheet.name) {
        Said::Unit(stated) => Ok(Some(Statement {
            place,
            at,
            dong: stated.dong,
        })),
        Said::Unclear => Err(unclear(&sheet.name, place.cell(at), diagnostics)),
        Said::Nothing => Ok(None),
    }
}

/// What a cell of text states, by itself or behind the text to its left, which may announce a unit; beside any
/// other ("Photo"), a thousand đồng is a price.
fn statement(
    text: &str,
    at: CellRef,
    left: Option<&str>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Statement>, Reported> {
    let said = match left {
        _ if is_price_of_one(text) => Said::Nothing,
        Some(left) if written::only_announces(left) => written::said_near(&format!("ĐVT: {text}")),
        Some(left) => match written::said_near(text) {
            Said::Unit(_) if written::said(&format!("{left}: {text}")) == Said::Nothing => {
                Said::Nothing
            }
            said => said,
        },
        None => written::said_near(text),
    };
    match said {
        Said::Unit(stated) => Ok(Some(Statement {
            place,
            at,
            dong: stated.dong,
        })),
        Said::Unclear => Err(unclear(text, place.cell(at), diagnostics)),
        Said::Nothing => Ok(None),
    }
}

/// Whether a text beside a table tells the price of something: "Đơn giá: 1.000 đồng/trang".
fn is_price_of_one(text: &str) -> bool {
    let folded = fold(text);
    if ["dvt", "don vi"].iter().any(|word| folded.contains(word)) {
        return false;
    }
    let mut found = ["dong/", "d/", "vnd/"]
        .into_iter()
        .flat_map(|money| folded.match_indices(money));
    found.any(|(at, money)| {
        let before = folded.get(..at).map_or("", str::trim_end);
        let behind = folded.get(at + money.len()..).map_or("", str::trim_start);
        before.ends_with(|letter: char| letter.is_ascii_digit())
            && behind.starts_with(char::is_alphabetic)
    })
}

/// Two statements about the same amounts as one.
pub(super) fn agreed(
    one: Option<Statement>,
    other: Option<Statement>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Statement>, Reported> {
    let (Some(first), Some(second)) = (one, other) else {
        return Ok(one.or(other));
    };
    if first.dong == second.dong {
        return Ok(one);
    }
    let message = format!(
        "bảng có hai đơn vị tiền khác nhau: ở đây là {}, ở ô {} là {}",
        unit_of_money(second.dong),
        first.at,
        unit_of_money(first.dong)
    );
    let hint = "giữ một đơn vị cho cả bảng".to_owned();
    Err(ask(
        second.place.cell(second.at),
        message,
        hint,
        diagnostics,
    ))
}

/// The unit of each table of a sheet, by what stands around and in it; nothing where nothing is said.
/// The tables of which one is not clear are told.
pub(super) fn of_tables<C: Column>(
    sheet: &Sheet,
    headers: &mut [Header<C>],
    cover: Option<Statement>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<usize> {
    let mut unsound = BTreeSet::new();
    let Ok(tab) = of_tab(sheet, place, diagnostics) else {
        return (0..headers.len()).collect();
    };
    let mut said: Vec<Option<Statement>> = vec![tab; headers.len()];
    for (index, header) in headers.iter().enumerate() {
        for (at, dong) in &header.said {
            let own = Statement {
                place,
                at: *at,
                dong: *dong,
            };
            match agreed(said[index], Some(own), diagnostics) {
                Ok(both) => said[index] = both,
                Err(_) => {
                    unsound.insert(index);
                }
            }
        }
    }
    // Statements in lines, which must agree with what holds for the table.
    let mut within: Vec<Vec<Statement>> = vec![Vec::new(); headers.len()];
    let mut around = Around::default();
    let mut has_lines = vec![false; headers.len()];
    let mut table = None;
    let mut seen: HashSet<(u32, &str)> = HashSet::default();
    let mut stating = stating(sheet).into_iter().peekable();
    for (row, cells) in sheet.rows() {
        let starts = table.map_or(0, |table| table + 1);
        if headers
            .get(starts)
            .is_some_and(|next: &Header<C>| next.first_row() <= row)
        {
            // What stood between two tables belongs to the lower one.
            around.hand_over(&mut said, starts, &mut unsound, diagnostics);
            table = Some(starts);
            seen.clear();
        }
        let current = table.map(|table| &headers[table]);
        if current.is_some_and(|header| row <= header.last_row()) {
            continue;
        }
        let Some(header) = current.filter(|header| lines::is_line(cells, header)) else {
            // A total may stand above its table, in the unit of that.
            if has_figures(cells) && !lines::is_total(cells) {
                around.see_figures();
            }
            around.take(cells, place, diagnostics);
            continue;
        };
        let index = table.unwrap_or(0);
        if !has_lines[index] {
            around.hand_over(&mut said, index, &mut unsound, diagnostics);
        } else if !around.is_empty() {
            // Whether it holds for the lines above too, nobody can tell.
            let is_free = index == 0 && cover.is_none();
            if !lines::has_amount(cells, header) {
                around.see_figures();
            } else if !around.hand_down(header, &mut said[index], is_free, diagnostics) {
                unsound.insert(index);
            }
        }
        has_lines[index] = true;
        while stating.next_if(|(at, _)| at.row < row).is_some() {}
        while let Some((at, text)) = stating.next_if(|(at, _)| at.row == row) {
            let Some(part) = lines::part(at.column, header) else {
                continue;
            };
            // Few texts are many lines' units.
            if !seen.insert((at.column, text)) {
                continue;
            }
            let stated = |dong| Statement { place, at, dong };
            match part.said(text) {
                Said::Unit(own) if part == Part::Beside => {
                    match agreed(said[index], Some(stated(own.dong)), diagnostics) {
                        Ok(both) => said[index] = both,
                        Err(_) => {
                            unsound.insert(index);
                        }
                    }
                }
                // "Đồng" means something only where a unit of money is looked for.
                Said::Unit(own) if own.is_plain && (own.dong > 1 || part == Part::Unit) => {
                    within[index].push(stated(own.dong));
                }
                Said::Unclear if part != Part::Words => {
                    unclear(text, place.cell(at), diagnostics);
                    unsound.insert(index);
                }
                _ => {}
            }
        }
    }
    if let Some(last) = table {
        around.hand_over(&mut said, last, &mut unsound, diagnostics);
    }
    unsound.extend(around.ask_of_blocks(headers, &said, diagnostics));
    let titled = neighbours::titled(sheet, headers);
    if cover.is_none() {
        let asked = neighbours::all_say(headers, &said, &titled, place, diagnostics);
        unsound.extend(asked);
        let asked = neighbours::go_on(sheet, headers, &said, &titled, place, diagnostics);
        unsound.extend(asked);
    }
    let mut before = cover;
    for (index, header) in headers.iter_mut().enumerate() {
        if titled[index] {
            before = cover;
        }
        before = said[index].or(before);
        header.unit = before.map(|said| said.dong);
        let lines = within[index].iter().copied();
        let ok = lines_agree(header, before, lines, diagnostics)
            && heads_agree(sheet, header, said[index], place, diagnostics);
        if !ok {
            unsound.insert(index);
        }
    }
    unsound.extend(asides::agree(sheet, headers, place, diagnostics));
    unsound
}
