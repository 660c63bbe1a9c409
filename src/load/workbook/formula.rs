//! Formulas that were never calculated: some programs store 0 as the result of each and leave it to Excel
//! to reckon when the file is opened.
//!
//! A formula of numbers, cells of its own sheet, the four operations, SUM, PRODUCT and ROUND is reckoned
//! here only to see whether 0 can be its result; a plan never takes its figure from here.

use std::iter::Peekable;
use std::str::Chars;

use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;

/// So many cells of ranges are looked at for a sheet, not more; nor are brackets within so many others.
const MOST_CELLS: u32 = 1_000_000;
const DEEPEST: u32 = 20;

/// The formulas of a sheet, as they were read.
#[derive(Debug, Default)]
pub(super) struct Formulas {
    /// Those whose stored result is 0.
    zero: Vec<(CellRef, String)>,
    /// Whether another has another result.
    has_result: bool,
}

impl Formulas {
    /// Notes a formula with its stored result.
    pub(super) fn note(&mut self, at: CellRef, formula: &str, result: Option<&CellValue>) {
        match result {
            Some(CellValue::Number(number)) if *number == 0.0 => {
                self.zero.push((at, formula.to_owned()));
            }
            Some(CellValue::Error(_)) | None => {}
            Some(_) => self.has_result = true,
        }
    }

    /// Takes the results that nobody has reckoned out of a sheet: those that cannot be 0, and all, if
    /// there is no other result, where one of them cannot be 0 or the file says that it is to be
    /// calculated. Each such cell then holds its formula as an error.
    pub(super) fn without_results(self, sheet: &mut Sheet, is_to_calculate: bool) {
        let mut left = MOST_CELLS;
        let formulas = self.zero.iter();
        let reckoned: Vec<Option<f64>> = formulas
            .map(|(_, formula)| reckon(formula, sheet, &mut left))
            .collect();
        let is_wrong = |result: &Option<f64>| result.is_some_and(|result| result != 0.0);
        let takes_all = !self.has_result && (is_to_calculate || reckoned.iter().any(is_wrong));
        for ((at, formula), result) in self.zero.into_iter().zip(reckoned) {
            if is_wrong(&result) || takes_all && result.is_none() {
                sheet.set(at, CellValue::Error(format!("={formula}")));
            }
        }
    }
}

/// What a formula gives; nothing where it is more than is reckoned here, `left` being the cells of ranges
/// that may still be looked at.
fn reckon(formula: &str, sheet: &Sheet, left: &mut u32) -> Option<f64> {
    let mut reader = Reader {
        letters: formula.trim_start_matches('=').chars().peekable(),
        sheet,
        left,
        depth: 0,
    };
    let result = reader.sum()?;
    reader.skip();
    reader.letters.next().is_none().then_some(result)
}

struct Reader<'a> {
    letters: Peekable<Chars<'a>>,
    sheet: &'a Sheet,
    left: &'a mut u32,
    depth: u32,
}

impl Reader<'_> {
    fn skip(&mut self) {
        while self
            .letters
            .next_if(|letter| letter.is_whitespace())
            .is_some()
        {}
    }

    /// Takes a sign, if it is the next.
    fn takes(&mut self, sign: char) -> bool {
        self.skip();
        self.letters.next_if_eq(&sign).is_some()
    }

    fn sum(&mut self) -> Option<f64> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut sum = self.product()?;
        loop {
            if self.takes('+') {
                sum += self.product()?;
            } else if self.takes('-') {
                sum -= self.product()?;
            } else {
                self.depth -= 1;
                return Some(sum);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut product = self.operand()?;
        loop {
            if self.takes('*') {
                product *= self.operand()?;
            } else if self.takes('/') {
                let divisor = self.operand()?;
                if divisor == 0.0 {
                    return None;
                }
                product /= divisor;
            } else if self.takes('%') {
                product /= 100.0;
            } else {
                return Some(product);
            }
        }
    }

    fn operand(&mut self) -> Option<f64> {
        if self.takes('-') {
            return self.operand_deeper().map(|number| -number);
        }
        if self.takes('(') {
            let sum = self.sum()?;
            return self.takes(')').then_some(sum);
        }
        let word = self.word();
        if word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.') {
            return word.parse().ok();
        }
        if self.takes('(') {
            return self.function(&word.to_ascii_uppercase());
        }
        // A range stands only in a function, and a cell of another sheet is not known.
        self.value(place(&word)?)
    }

    /// What follows a sign: many signs in a row are more than is reckoned.
    fn operand_deeper(&mut self) -> Option<f64> {
        self.depth += 1;
        let operand = (self.depth <= DEEPEST).then(|| self.operand())?;
        self.depth -= 1;
        operand
    }

    /// The letters and digits that follow.
    fn word(&mut self) -> String {
        self.skip();
        let mut word = String::new();
        let is_part = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '$');
        while let Some(letter) = self.letters.next_if(is_part) {
            word.push(letter);
        }
        word
    }

    /// A function behind its opening bracket.
    fn function(&mut self, name: &str) -> Option<f64> {
        let mut values = Vec::new();
        loop {
            let before = self.letters.clone();
            let first = place(&self.word());
            if let Some(first) = first.filter(|_| self.takes(':')) {
                let last = place(&self.word())?;
                self.range(first, last, &mut values)?;
            } else {
                self.letters = before;
                values.push(self.sum()?);
            }
            if self.takes(')') {
                break;
            }
            if !(self.takes(',') || self.takes(';')) {
                return None;
            }
        }
        match (name, values.as_slice()) {
            ("SUM", values) => Some(values.iter().sum()),
            ("PRODUCT", values) => Some(values.iter().product()),
            // As far as it matters here: what is rounded to thousands may become 0.
            ("ROUND", [number, places]) if *places >= 0.0 && number.abs() >= 1.0 => Some(*number),
            _ => None,
        }
    }

    /// Adds the values of a range, of which empty cells and texts have none.
    fn range(&mut self, first: CellRef, last: CellRef, values: &mut Vec<f64>) -> Option<()> {
        let rows = last.row.checked_sub(first.row)?.checked_add(1)?;
        let columns = last.column.checked_sub(first.column)?.checked_add(1)?;
        *self.left = self.left.checked_sub(rows.checked_mul(columns)?)?;
        for row in first.row..=last.row {
            for column in first.column..=last.column {
                let at = CellRef { row, column };
                if self.sheet.cell(at).is_some() {
                    values.extend(self.value(at));
                }
            }
        }
        Some(())
    }

    /// The value of a cell; an empty one counts as 0.
    fn value(&self, at: CellRef) -> Option<f64> {
        let Some(cell) = self.sheet.cell(at) else {
            return Some(0.0);
        };
        match cell.value {
            CellValue::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// The cell that `C7` or `$C$7` names.
fn place(word: &str) -> Option<CellRef> {
    CellRef::named(&word.replace('$', ""))
}

#[cfg(test)]
mod tests {
    use super::reckon;
    use crate::source::Cell;
    use crate::source::CellRef;
    use crate::source::CellValue;
    use crate::source::Sheet;

    #[test]
    fn formulas_are_reckoned_as_far_as_they_are_known() {
        let cells = [(0, 0, 2.0), (0, 1, 15.0), (1, 0, 0.0)];
        let cells = cells.map(|(row, column, number)| {
            let cell = Cell {
                value: CellValue::Number(number),
                formula: false,
                is_plain: false,
                style: None,
            };
            (CellRef { row, column }, cell)
        });
        let sheet = Sheet::new(String::new(), cells.into());
        for (formula, wanted) in [
            ("A1*B1", Some(30.0)),
            ("=$A$1 * B1 + 1", Some(31.0)),
            ("SUM(A1:B1)", Some(17.0)),
            ("SUM(A1;B1,3)-20", Some(0.0)),
            ("PRODUCT(A1:B1)", Some(30.0)),
            ("ROUND(A1*B1/7,0)", Some(30.0 / 7.0)),
            ("15000000*1", Some(15_000_000.0)),
            ("A2*B1", Some(0.0)),
            ("Z9", Some(0.0)),
            ("-(A1-B1)*10%", Some(1.3)),
            ("A1/A2", None),
            ("VLOOKUP(A1,A1:B1,2)", None),
            ("Sheet2!A1*2", None),
            ("IF(A1>0,1,0)", None),
            ("A1&B1", None),
            ("…", None),
        ] {
            assert_eq!(reckon(formula, &sheet, &mut 100), wanted, "{formula}");
        }
        for heavy in [
            "(".repeat(100_000),
            "-".repeat(100_000),
            "SUM(A1:Z9)".to_owned(),
        ] {
            assert_eq!(reckon(&heavy, &sheet, &mut 100), None);
        }
    }
}
