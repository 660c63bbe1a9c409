//! Which cell a formula fails by. A formula that shows an error is right as a rule; wrong is a cell that it
//! reads, perhaps through others that fail with it.

use std::collections::BTreeSet;

use super::Cell;
use super::CellRef;
use super::CellValue;
use super::Sheet;

/// So many cells are looked at for one culprit, not more.
const MOST_CELLS: usize = 10_000;

/// A longer formula is not read, in bytes.
const LONGEST: usize = 2_000;

/// The cell with a text by which the formula of a failing cell fails, where it is in the same sheet.
///
/// A formula counts with the cells that it names one by one; of a stretch only the figures are added up, so a
/// text in it does no harm, but a cell that fails itself does.
pub fn culprit(sheet: &Sheet, at: CellRef) -> Option<CellRef> {
    let mut seen = BTreeSet::from([at]);
    let mut failing = vec![at];
    let mut n_cells = 0;
    while let Some(at) = failing.pop() {
        let formula = sheet.failing_formula(at);
        let Some(formula) = formula.filter(|it| it.len() <= LONGEST) else {
            continue;
        };
        for (first, last) in inputs(formula) {
            let rows = first.row..=last.row;
            for row in rows {
                n_cells += 1;
                let cells = sheet.row(row).iter();
                let cells =
                    cells.filter(|(at, _)| (first.column..=last.column).contains(&at.column));
                for (place, cell) in cells {
                    n_cells += 1;
                    if first == last && is_words(cell) {
                        return Some(*place);
                    }
                    let fails = matches!(cell.value, CellValue::Error(_));
                    if fails && sheet.failing_formula(*place).is_some() && seen.insert(*place) {
                        failing.push(*place);
                    }
                }
                if n_cells > MOST_CELLS {
                    return None;
                }
            }
        }
    }
    None
}

/// Whether a cell holds a text with which nothing can be calculated.
fn is_words(cell: &Cell) -> bool {
    cell.text().is_some_and(|text| !text.is_empty())
}

/// The stretches of its own sheet that a formula names, single cells as stretches of one.
fn inputs(formula: &str) -> Vec<(CellRef, CellRef)> {
    let mut found: Vec<(CellRef, CellRef)> = Vec::new();
    // What is in quotes is a text, or the name of another sheet.
    for (index, part) in formula.split('"').enumerate() {
        if index % 2 == 1 {
            continue;
        }
        let mut rest = part;
        let mut before = ' ';
        let mut is_other = false;
        let mut is_end = false;
        while let Some(letter) = rest.chars().next() {
            let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '!' | '\'' | '.');
            let begins = !is_word(before) || before == '.' && !is_other;
            match cell(rest).filter(|_| begins) {
                Some((at, length)) => {
                    match found.last_mut().filter(|_| is_end) {
                        Some((_, last)) => *last = at,
                        None => found.push((at, at)),
                    }
                    is_end = rest[length..].starts_with(':');
                    let skipped = length + usize::from(is_end);
                    before = ' ';
                    rest = &rest[skipped..];
                }
                None => {
                    is_other = letter.is_alphanumeric();
                    is_end = false;
                    // A `$` within a name is no beginning.
                    if letter != '$' {
                        before = letter;
                    }
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
    }
    found.retain(|(first, last)| first.row <= last.row && first.column <= last.column);
    found
}

/// The cell that a text begins with, `$A$1`, and its length.
fn cell(text: &str) -> Option<(CellRef, usize)> {
    let bytes = text.as_bytes();
    let run = |from: usize, is_one: fn(&u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| is_one(byte)).count()
    };
    let dollar = |at: usize| usize::from(bytes.get(at) == Some(&b'$'));
    let start = dollar(0);
    let n_letters = run(start, u8::is_ascii_uppercase);
    let digits = start + n_letters + dollar(start + n_letters);
    let n_digits = run(digits, u8::is_ascii_digit);
    let end = digits + n_digits;
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'(' | b'!');
    if !(1..=3).contains(&n_letters)
        || !(1..=7).contains(&n_digits)
        || bytes.get(end).is_some_and(goes_on)
    {
        return None;
    }
    let letters = &bytes[start..start + n_letters];
    let column = letters
        .iter()
        .fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    let row: u32 = text[digits..end].parse().ok()?;
    let (row, column) = (row.checked_sub(1)?, column - 1);
    Some((CellRef { row, column }, end))
}

#[cfg(test)]
mod tests {
    use super::culprit;
    use super::inputs;
    use crate::source::Cell;
    use crate::source::CellRef;
    use crate::source::CellValue;
    use crate::source::Sheet;

    fn names(formula: &str) -> Vec<String> {
        let inputs = inputs(formula).into_iter();
        inputs
            .map(|(first, last)| match first == last {
                true => first.to_string(),
                false => format!("{first}:{last}"),
            })
            .collect()
    }

    #[test]
    fn the_cells_of_a_formula_are_found() {
        for (formula, wanted) in [
            ("F33*G33", "F33 G33"),
            ("$F$33*G$33", "F33 G33"),
            ("SUM(H4:H9)+H12", "H4:H9 H12"),
            ("ROUND(F2*G2,0)", "F2 G2"),
            ("'Bảng giá'!B2*F2", "F2"),
            ("Gia!$B$2*F2", "F2"),
            ("LOG10(A1)&\" B2\"", "A1"),
            ("of:=[.F2]*[.G2]", "F2 G2"),
            ("don_gia_A1+TONG2026", ""),
            ("SUM(A:A)", ""),
        ] {
            assert_eq!(names(formula).join(" "), wanted, "{formula}");
        }
    }

    #[test]
    fn the_text_is_found_through_cells_that_fail_by_it() {
        let at = |name: &str| super::cell(name).expect("a cell").0;
        let error = || CellValue::Error("#VALUE!".to_owned());
        let words = || CellValue::Text("7,2 triệu".to_owned());
        let cells = [
            ("F3", CellValue::Number(2.0), ""),
            ("G3", words(), ""),
            ("H3", error(), "F3*G3"),
            ("H4", words(), ""),
            ("H9", error(), "SUM(H3:H8)"),
            ("H10", error(), "H9*2"),
            ("I1", error(), "1/J1"),
        ];
        let formulas = cells.iter().filter(|(.., formula)| !formula.is_empty());
        let formulas = formulas.map(|(name, _, formula)| (at(name), (*formula).to_owned()));
        let formulas: Vec<(CellRef, String)> = formulas.collect();
        let cells = cells.map(|(name, value, formula)| {
            let formula = !formula.is_empty();
            let style = None;
            let cell = Cell {
                value,
                formula,
                is_plain: false,
                style,
            };
            (at(name), cell)
        });
        let sheet = Sheet::new(String::new(), cells.to_vec()).with_failing(formulas);
        for name in ["H3", "H9", "H10"] {
            assert_eq!(culprit(&sheet, at(name)), Some(at("G3")), "{name}");
        }
        assert_eq!(culprit(&sheet, at("I1")), None);
        assert_eq!(culprit(&sheet, at("G3")), None);
    }
}
