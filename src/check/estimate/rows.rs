//! What kind of row it is: a cost line, a total, or a heading and whatever else stands in a sheet.

use super::Column;
use super::Reader;
use super::totals::Totals;
use super::values::COST_KINDS;
use super::values::SOURCES;
use super::values::year_in;
use crate::diagnostic::Code;
use crate::model::fold;
use crate::model::vietnamese;
use crate::source::Cell;
use crate::source::CellValue;
use crate::source::Origin;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line of cost.
    Line,
    /// The total of lines above it.
    Total,
    /// The heading of a group of lines, with their total.
    Group,
    /// A heading, a line to fill in, a note, or where people sign.
    Other,
}

impl Reader<'_> {
    /// What a row is.
    pub(super) fn kind(&self, row: u32) -> Kind {
        let has = |column| self.has_figure(row, column);
        let is_total = self.is_named_total(row);
        let counts = has(Column::Quantity) || has(Column::UnitPrice);
        if is_total.is_exact {
            return Kind::Total;
        }
        if counts {
            return Kind::Line;
        }
        let is_merged = self.table.merged_from(row, Column::Amount).is_some();
        if !is_merged && !has(Column::Amount) {
            return Kind::Other;
        }
        let tells = [Column::Kind, Column::Year, Column::Source];
        let mut tells = tells.into_iter();
        if is_merged || tells.any(|column| self.table.cell(row, column).is_some()) {
            return if is_total.begins {
                Kind::Total
            } else {
                Kind::Line
            };
        }
        if is_total.begins {
            Kind::Total
        } else {
            Kind::Group
        }
    }

    /// Whether a figure is meant to stand in a column: a number, an error or a text with a digit, its
    /// own or one merged over it. A text without is no figure where nothing else of a line is there,
    /// such as below the table, where people sign; nor is what a formula makes of empty cells.
    fn has_figure(&self, row: u32, column: Column) -> bool {
        let Some(cell) = self.table.figure_cell(row, column) else {
            let is_amount = column == Column::Amount;
            return !is_amount && self.table.merged_from(row, column).is_some();
        };
        match &cell.value {
            CellValue::Text(text) => has_digit(text) || self.begun(row).is_some(),
            CellValue::Number(number) if column == Column::Amount => {
                !(cell.formula && *number == 0.0)
            }
            _ => true,
        }
    }

    /// Where a line was begun: its kind, year or source is filled in, as such.
    pub(super) fn begun(&self, row: u32) -> Option<Origin> {
        let text = |column| self.table.cell(row, column).map(Cell::display);
        let knows = |column: &Column| {
            let folded = text(*column).map(|text| fold(&text)).unwrap_or_default();
            match column {
                Column::Kind => COST_KINDS.iter().any(|(word, _)| fold(word) == folded),
                Column::Source => SOURCES.iter().any(|(word, _)| fold(word) == folded),
                _ => folded.len() <= 8 && year_in(&folded).is_some(),
            }
        };
        let mut columns = [Column::Kind, Column::Year, Column::Source].into_iter();
        let column = columns.find(knows)?;
        Some(self.table.at(row, column))
    }

    /// Whether the row calls itself a total, in any cell of text: "Cộng", "Tổng cộng (I+II)".
    fn is_named_total(&self, row: u32) -> NamedTotal {
        let mut named = NamedTotal::default();
        for (_, cell) in self.table.sheet.row(row) {
            let text = cell.text().unwrap_or_default().trim();
            let mut words = text.split(|letter: char| !letter.is_alphanumeric());
            let first = words.next().unwrap_or_default();
            // Few words begin so, and this is asked of every cell of every row.
            let may_be = first.starts_with(['C', 'c', 'T', 't']) && first.chars().count() == 4;
            if !may_be || text.len() >= 80 {
                continue;
            }
            let folded = fold(text);
            let word = folded.trim_end_matches([':', '.', ' ']);
            named.is_exact |= ["cong", "tong", "tong cong", "tong so"].contains(&word);
            named.begins |= ["cộng", "tổng"].contains(&first.to_lowercase().as_str());
        }
        named
    }

    /// Notes the total that a row states, if it states one.
    pub(super) fn total(&mut self, row: u32, heads: bool, totals: &mut Totals) {
        if !self.has_figure(row, Column::Amount) {
            return;
        }
        if let Ok(stated) = self.table.money(row, Column::Amount) {
            totals.total(row, stated, heads);
        }
    }

    /// Reports the totals that are not the sum of their lines.
    pub(super) fn check_totals(&mut self, totals: &Totals) {
        for (total, sum) in totals.wrong() {
            let (stated, sum) = (
                vietnamese::amount(total.stated),
                vietnamese::group_thousands(&sum.to_string()),
            );
            let (lines, hint) = if total.heads {
                (
                    "dưới",
                    "sửa số của nhóm, hoặc xem lại dòng nào thiếu hay sai; nếu đây là một khoản chi, \
                     ghi số lượng, đơn giá, loại chi phí và nguồn",
                )
            } else {
                ("trên", "sửa dòng tổng, hoặc xem lại dòng nào thiếu hay sai")
            };
            let message =
                format!("tổng ghi {stated} đồng, cộng các dòng ở {lines} được {sum} đồng");
            self.table.report(
                Code::TOTAL_NOT_SUM,
                total.row,
                Column::Amount,
                message,
                hint,
            );
        }
    }
}

/// How a row calls itself a total.
#[derive(Debug, Clone, Copy, Default)]
struct NamedTotal {
    /// By a word that means nothing else.
    is_exact: bool,
    /// By a text that begins with such a word, as the name of a cost may too.
    begins: bool,
}

fn has_digit(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit())
}
