//! The name of a cell in a sheet: row and column, and the "C7" by which people call it.

use std::fmt;

/// A cell by its row and column, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0 (column A).
    pub column: u32,
}

impl CellRef {
    /// The cell of this name, `C7`.
    pub fn named(name: &str) -> Option<Self> {
        let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let row: u32 = name.get(letters.len()..)?.parse().ok()?;
        let mut column = 0_u32;
        for letter in letters.bytes() {
            let digit = letter.to_ascii_uppercase().checked_sub(b'A')?;
            if digit >= 26 {
                return None;
            }
            column = column.checked_mul(26)?.checked_add(u32::from(digit) + 1)?;
        }
        Some(Self {
            row: row.checked_sub(1)?,
            column: column.checked_sub(1)?,
        })
    }

    /// The letters of the column: A … Z, AA …
    pub fn column_letters(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.column_letters(), self.row + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::CellRef;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (6, 2, "C7"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (9, 701, "ZZ10"),
            (0, 702, "AAA1"),
        ] {
            assert_eq!(CellRef { row, column }.to_string(), name);
            assert_eq!(CellRef::named(name), Some(CellRef { row, column }));
        }
    }
    #[test]
    fn what_is_no_cell_has_no_place() {
        for name in [
            "",
            "7",
            "C",
            "C0",
            "7C",
            "C-1",
            "ÂB1",
            "SUM",
            "AAAAAAAAA1",
            "C99999999999",
        ] {
            assert_eq!(CellRef::named(name), None, "{name}");
        }
    }
}
