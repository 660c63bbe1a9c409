//! Tables below one another on a sheet: the head that a page repeats goes on in the unit of the one above;
//! a table with a title of its own says its own unit, or it is asked.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::Place;
use super::column::Column;
use super::fractions::plain_figure;
use super::has_figures;
use super::header::Header;
use super::units::Statement;
use super::units::ask_of_table;
use crate::diagnostic::Diagnostics;
use crate::model::Decimal;
use crate::model::fold;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::Sheet;

/// What a title begins with, folded, behind its number.
const TITLES: [&str; 5] = ["bang", "phu luc", "bieu", "du toan", "ke hoach"];

/// Two units of money are at least a thousand apart; prices of one kind of thing are less than this.
const FAR: i64 = 100;

/// Half the things on a page do not cost so many đồng each, unless they are not in the unit of the page before.
const DEAR: i64 = 1_000_000_000;

/// What a page says of itself, folded.
const OF_PAGES: [&str; 3] = ["trang", "tiep theo", "tiep"];

/// Which tables of a sheet, in order, have a title of their own between them and the one above.
pub(super) fn titled<C: Column>(sheet: &Sheet, headers: &[Header<C>]) -> Vec<bool> {
    let above = std::iter::once(None).chain(headers.iter().map(Some));
    above
        .zip(headers)
        .map(|(above, own)| {
            above.is_some_and(|above| has_title(sheet, above.last_row(), own.first_row()))
        })
        .collect()
}

/// Whether a title stands between the lines below a row and the head in another.
fn has_title(sheet: &Sheet, above: u32, head: u32) -> bool {
    let rows = sheet
        .rows_below(above)
        .take_while(|(row, _)| *row < head)
        .collect::<Vec<_>>();
    let last_line = rows.iter().rposition(|(_, cells)| has_figures(cells));
    let mut before = last_line.map_or(above, |at| rows[at].0);
    rows.iter()
        .skip(last_line.map_or(0, |at| at + 1))
        .any(|(row, cells)| {
            let is_apart = *row > before + 1;
            before = *row;
            is_title(cells, is_apart)
        })
}

/// Whether the only text of a row is a title: behind an empty row, or by its words.
fn is_title(cells: &[(CellRef, Cell)], is_apart: bool) -> bool {
    let mut texts = cells.iter().filter_map(|(_, cell)| cell.text());
    let (Some(text), None) = (texts.next(), texts.next()) else {
        return false;
    };
    let folded = fold(text);
    let folded = folded.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_of_page = OF_PAGES.iter().any(|word| folded.starts_with(word))
        || folded.contains(" trang ")
        || !folded.contains(char::is_alphabetic);
    let name = match folded.split_once(". ") {
        Some((number, name)) if number.len() <= 4 => name,
        _ => folded,
    };
    !is_of_page && (is_apart || TITLES.iter().any(|word| name.starts_with(word)))
}

/// Asks for the unit of tables that have a title of their own and say nothing, beside one of the same sheet
/// that states a multiple. Tells which.
pub(super) fn all_say<C: Column>(
    headers: &[Header<C>],
    said: &[Option<Statement>],
    titled: &[bool],
    place: Place,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<usize> {
    let groups = groups(titled);
    let unit = |index: usize| stated(&headers[index], said[index]);
    let of_group = |group: &[usize]| group.iter().find_map(|index| Some((*index, unit(*index)?)));
    let multiple = groups
        .iter()
        .find_map(|group| of_group(group).filter(|(_, dong)| *dong > 1));
    let mut asked = BTreeSet::new();
    let Some((other, dong)) = multiple else {
        return asked;
    };
    let other = headers[other].corner();
    for group in groups.iter().filter(|group| of_group(group).is_none()) {
        let Some(corner) = group.first().map(|first| headers[*first].corner()) else {
            continue;
        };
        let other = format!("bắt đầu ở ô {other} cùng trang");
        ask_of_table(place.cell(corner), &other, dong, diagnostics);
        asked.extend(group);
    }
    asked
}

/// The đồng that one of a table's amounts is, by what is said of it or by its heads.
fn stated<C: Column>(header: &Header<C>, said: Option<Statement>) -> Option<i64> {
    let said = said.map(|said| said.dong);
    said.or_else(|| header.unit_in_heads())
}

/// The tables of a sheet by where they begin anew: one without a title goes on where the one above ended.
fn groups(titled: &[bool]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, is_titled) in titled.iter().enumerate() {
        match groups.last_mut().filter(|_| !is_titled) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

/// Asks about tables that say nothing and go on in a unit that may not be theirs: one further below states
/// it first, or all their figures are far from those of the table that states it. Tells which.
pub(super) fn go_on<C: Column>(
    sheet: &Sheet,
    headers: &[Header<C>],
    said: &[Option<Statement>],
    titled: &[bool],
    place: Place,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<usize> {
    let unit = |index: usize| stated(&headers[index], said[index]);
    let all: Vec<OnceCell<Vec<Decimal>>> = vec![OnceCell::new(); headers.len()];
    let mut asked = BTreeSet::new();
    for group in groups(titled) {
        let mut units = group.iter().map(|index| (*index, unit(*index)));
        let mut before = None;
        let first = units.find_map(|(index, dong)| Some((index, dong.filter(|dong| *dong > 1)?)));
        for index in group {
            let own = unit(index).map(|dong| (index, dong));
            let (Some((other, dong)), None) = (before.or(first), own) else {
                before = own.or(before);
                continue;
            };
            let figures = |index: usize| {
                let figures = || figures(sheet, &headers[index]);
                all[index].get_or_init(figures).as_slice()
            };
            let (known, silent) = (figures(other), figures(index));
            // Above what is said, figures so much larger are in đồng, as any that say nothing.
            let is_clear = match before {
                Some(_) => {
                    !are_far(known, silent)
                        && !are_far(silent, known)
                        && (are_dear(known, dong) || !are_dear(silent, dong))
                }
                None => are_far(known, silent),
            };
            if !is_clear {
                let corner = headers[other].corner();
                let other = format!("bắt đầu ở ô {corner} cùng trang");
                ask_of_table(
                    place.cell(headers[index].corner()),
                    &other,
                    dong,
                    diagnostics,
                );
                asked.insert(index);
            }
        }
    }
    asked
}

/// The plain figures in the first column of money that a table has, or in those of its shares.
fn figures<C: Column>(sheet: &Sheet, header: &Header<C>) -> Vec<Decimal> {
    let own = C::MONEY.iter().find_map(|money| header.column(*money));
    let columns: Vec<u32> = match own {
        Some(column) => vec![column],
        None => header.shares().iter().map(|share| share.column).collect(),
    };
    let rows = header.rows_below(sheet);
    let cells = rows.flat_map(|(_, cells)| cells);
    let cells = cells.filter(|(at, _)| columns.contains(&at.column));
    let figures = cells.filter_map(|(_, cell)| plain_figure(cell));
    let mut figures: Vec<Decimal> = figures
        .filter(|figure| *figure > Decimal::whole(0))
        .collect();
    figures.sort_unstable();
    figures
}

/// Whether each of some figures, in order, is above all the others, and a hundred times as much in the middle.
fn are_far(low: &[Decimal], high: &[Decimal]) -> bool {
    let (Some(most), Some(least)) = (low.last(), high.first()) else {
        return false;
    };
    let (Some(usual), Some(far)) = (middle(low), middle(high)) else {
        return false;
    };
    most < least && usual.times(FAR).is_none_or(|usual| usual <= far)
}

/// Whether half of some figures, in order, each of so many đồng, are dearer than half of what a commune buys.
fn are_dear(figures: &[Decimal], dong: i64) -> bool {
    let usual = middle(figures).and_then(|usual| usual.times(dong));
    usual.is_some_and(|usual| usual >= Decimal::whole(DEAR))
}

/// The middle one of some figures, in order.
fn middle(figures: &[Decimal]) -> Option<Decimal> {
    figures.get(figures.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::is_title;
    use crate::source::Cell;
    use crate::source::CellRef;
    use crate::source::CellValue;

    #[test]
    fn titles_stand_apart_or_say_so() {
        for (text, is_apart, wanted) in [
            ("Bảng 2", false, true),
            ("B. DỰ TOÁN NĂM 2028", false, true),
            ("Phần mềm", true, true),
            ("II. Chính quyền số", false, false),
            ("Trang 2/5", true, false),
            ("(Tiếp theo)", true, false),
            ("2", true, false),
        ] {
            let cell = Cell {
                value: CellValue::Text(text.into()),
                formula: false,
                is_plain: false,
                style: None,
            };
            let at = CellRef { row: 0, column: 0 };
            assert_eq!(is_title(&[(at, cell)], is_apart), wanted, "{text}");
        }
    }
}
