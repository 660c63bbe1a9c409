//! The text of formulas: sums of cells, and of the lines of the estimate that meet conditions.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::column_number_to_name;

use crate::model::Dong;

/// The most that a function takes in brackets.
const MOST_ARGUMENTS: usize = 255;

/// Writes a formula with the amount that it gives.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    amount: Dong,
    format: &Format,
) -> Result<(), XlsxError> {
    let amount = amount.amount().to_string();
    let formula = Formula::new(format!("={formula}")).set_result(amount);
    sheet.write_formula_with_format(row, column, formula, format)?;
    Ok(())
}

/// A cell as formulas name it, row and column from 0: `C9`.
pub(in crate::render) fn cell(row: u32, column: u16) -> String {
    format!("{}{}", column_number_to_name(column), row + 1)
}

/// A sheet as formulas name it.
pub(in crate::render) fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// The cells of a column of a sheet, wherever the formula that names them is moved or copied to.
pub(in crate::render) fn fixed(sheet: &str, column: u16, first: u32, last: u32) -> String {
    let name = column_number_to_name(column);
    format!(
        "{}!${name}${}:${name}${}",
        quoted(sheet),
        first + 1,
        last + 1
    )
}

/// The sum of cells of a row beside each other.
pub(super) fn across(row: u32, first: u16, last: u16) -> String {
    format!("SUM({}:{})", cell(row, first), cell(row, last))
}

/// The sum of cells of a column, in `sheet` or, where that is empty, in the same one; the rows ascend.
pub(super) fn down(sheet: &str, column: u16, rows: &[u32]) -> String {
    let runs = rows.chunk_by(|above, below| above + 1 == *below);
    let prefix = if sheet.is_empty() {
        String::new()
    } else {
        format!("{sheet}!")
    };
    let runs: Vec<String> = runs
        .filter_map(|run| {
            let (first, last) = (cell(*run.first()?, column), cell(*run.last()?, column));
            Some(if first == last {
                format!("{prefix}{first}")
            } else {
                format!("{prefix}{first}:{last}")
            })
        })
        .collect();
    let sum = |parts: &[String]| format!("SUM({})", parts.join(","));
    match runs.as_slice() {
        [] => "0".to_owned(),
        runs if runs.len() <= MOST_ARGUMENTS => sum(runs),
        runs => sum(&runs.chunks(MOST_ARGUMENTS).map(sum).collect::<Vec<_>>()),
    }
}

/// What a text must be for a line to count; the signs that stand for any letter stand for themselves.
pub(super) fn is(text: &str) -> String {
    let plain = text.chars().flat_map(|letter| match letter {
        '~' | '*' | '?' => vec!['~', letter],
        '"' => vec!['"', '"'],
        letter => vec![letter],
    });
    format!("\"{}\"", plain.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::down;
    use super::fixed;
    use super::is;
    use super::quoted;

    #[test]
    fn neighbours_are_a_range_and_many_cells_are_sums_of_sums() {
        assert_eq!(down("", 2, &[8, 9, 10, 12]), "SUM(C9:C11,C13)");
        assert_eq!(down("'A'", 2, &[8]), "SUM('A'!C9)");
        assert_eq!(down("", 2, &[]), "0");
        let rows: Vec<u32> = (0..400).map(|index| index * 2).collect();
        let sum = down("", 2, &rows);
        assert!(sum.starts_with("SUM(SUM(C1,C3,") && sum.ends_with("C799))"));
        assert_eq!(sum.matches("SUM(").count(), 3);
    }

    #[test]
    fn signs_with_a_meaning_lose_it() {
        assert_eq!(is("a*\"b\"?~"), "\"a~*\"\"b\"\"~?~~\"");
        assert_eq!(quoted("Năm '27"), "'Năm ''27'");
        assert_eq!(fixed("Năm '27", 1, 1, 8), "'Năm ''27'!$B$2:$B$9");
    }
}
