//! What stands in a table and does not count: columns that are none of an estimate's, with figures as
//! numbers or with words ("12 tháng", "10%"), or with texts and no head. Where nothing else holds the amounts of their rows, such a
//! column may be money that would be lost, and is asked.

use std::collections::BTreeMap;

use super::Column;
use super::Reader;
use super::sources::doubt;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::model::fold;
use crate::model::vietnamese;
use crate::model::written;
use crate::model::written::Said;
use crate::read::table::Row;
use crate::read::table::is_year;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;

/// A column that is none of an estimate's.
struct Unused {
    /// The first cell with a figure.
    first: CellRef,
    /// Whether some row has nothing else that tells its amount: neither an amount, nor quantity and price.
    is_open: bool,
    /// Whether some row has quantity and price, and no amount to hold them against.
    is_unheld: bool,
}

impl<'a> Reader<'a> {
    /// Tells of columns with figures that are none of an estimate's; also of such without a head. A number
    /// of months without an amount that it is in, and a share of nobody, are faults; others are warned of.
    pub(super) fn unused(&mut self) {
        let sheet = self.table.sheet;
        let header = &self.table.header;
        let mut found: BTreeMap<u32, Unused> = BTreeMap::new();
        // The first text of a column, and how many there are.
        let mut texts: BTreeMap<u32, (CellRef, usize)> = BTreeMap::new();
        for row in header.rows_below(sheet).map(Row::new) {
            let has = |column| self.table.figure_cell(row, column).is_some();
            let (quantity, price) = (has(Column::Quantity), has(Column::UnitPrice));
            let (amount, is_spread) = (has(Column::Amount), self.has_shares(row));
            if !(quantity || price || amount || is_spread) {
                continue;
            }
            for (at, cell) in row.cells() {
                if header.knows(at.column) {
                    continue;
                }
                if !is_figure(cell) {
                    let own = texts.entry(at.column).or_insert((*at, 0_usize));
                    own.1 += usize::from(is_text(cell));
                    continue;
                }
                let own = found.entry(at.column).or_insert(Unused {
                    first: *at,
                    is_open: false,
                    is_unheld: false,
                });
                own.is_open |= is_spread && !amount && !(quantity && price);
                own.is_unheld |= quantity && price && !amount && !is_spread;
            }
        }
        texts.retain(|column, (_, n_rows)| {
            let mut others = self.table.header.others().iter();
            *n_rows > 0 && !others.any(|at| at.column == *column) && !found.contains_key(column)
        });
        for (column, own) in found {
            if self.money_told.contains_key(&column) {
                continue;
            }
            self.report_unused(column, &own);
        }
        for (first, n_rows) in texts.into_values() {
            self.report_texts(first, n_rows);
        }
    }

    fn report_texts(&mut self, first: CellRef, n_rows: usize) {
        let n_rows = vietnamese::group_thousands(&n_rows.to_string());
        let message = format!(
            "cột {} không có tiêu đề, chữ ở {n_rows} dòng của cột không vào kế hoạch",
            first.column_letters()
        );
        let hint = "chữ cần in thì chuyển vào cột Ghi chú; không cần thì bỏ cột";
        let at = self.table.place.cell(first);
        let finding = Diagnostic::new(Code::UNUSED_COLUMN, at, message).hint(hint);
        self.table.diagnostics.report(finding);
    }

    fn report_unused(&mut self, column: u32, own: &Unused) {
        let others = self.table.header.others();
        let head = others.iter().find(|other| other.column == column);
        let name = head.and_then(|head| self.table.sheet.cell(*head));
        let name = name.map(Cell::display).unwrap_or_default();
        let (name, place) = (name.trim(), head.copied().unwrap_or(own.first));
        let folded = fold(name);
        let column = if name.is_empty() {
            "cột không có tiêu đề này".to_owned()
        } else {
            format!("cột \"{name}\"")
        };
        let (code, message, hint) = if multiplies(&folded) {
            let hint = "nhân số này vào số lượng (2 máy × 10 tháng là 20 máy-tháng), thuế thì cộng vào đơn giá, rồi bỏ cột; \
                        cột không liên quan đến tiền thì bỏ";
            if own.is_unheld {
                let message = format!(
                    "{column} có số làm thay đổi thành tiền, bảng không ghi thành tiền để biết đã tính hay chưa"
                );
                (Code::COLUMN_OF_MONEY, message, hint.to_owned())
            } else {
                let message = format!("{column} có số nhưng không được tính vào dự toán");
                (Code::UNUSED_COLUMN, message, hint.to_owned())
            }
        } else if own.is_open {
            let why = doubt(&folded).map_or_else(
                || "chưa rõ là tiền của năm nào, nguồn nào".to_owned(),
                |why| format!("`{name}` {why}"),
            );
            let message = format!("{column} có số nhưng không được tính vào dự toán: {why}");
            let hint = format!(
                "đặt tên cột theo nguồn ({}) hoặc theo năm (Năm 2027); cột là tổng của các cột khác thì đặt tên \
                 Thành tiền; cột không phải tiền thì bỏ",
                self.values.offered()
            );
            (Code::COLUMN_OF_MONEY, message, hint)
        } else {
            let message = format!("{column} có số nhưng không được tính vào dự toán");
            let hint = "số này thuộc khoản chi thì nhân vào số lượng hoặc cộng vào đơn giá; cột không liên quan thì bỏ";
            (Code::UNUSED_COLUMN, message, hint.to_owned())
        };
        let at = self.table.place.cell(place);
        let finding = Diagnostic::new(code, at, message).hint(hint);
        self.table.diagnostics.report(finding);
    }
}

/// Whether a head, folded, names a number by which an amount is multiplied: "Số tháng", "VAT (%)".
fn multiplies(folded: &str) -> bool {
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric() && letter != '%');
    let words: Vec<&str> = words.by_ref().filter(|word| !word.is_empty()).collect();
    let text = format!(" {} ", words.join(" "));
    let counts =
        words.first() == Some(&"so") && !["tien", "du"].contains(words.get(1).unwrap_or(&""));
    counts
        || folded.contains('%')
        || ["he so", "vat", "thue", "gtgt", "ty le", "thoi gian"]
            .iter()
            .any(|word| text.contains(&format!(" {word} ")))
}

/// Whether a cell holds words that would be missed: letters, and no statement of a unit of money.
fn is_text(cell: &Cell) -> bool {
    let text = cell.text().unwrap_or_default();
    let n_letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    n_letters > 1 && written::said_near(text) == Said::Nothing
}

/// Whether a cell holds a figure that could count: a number, or a text that begins with one and has
/// little more.
fn is_figure(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(_) => !is_year(cell),
        CellValue::Text(text) => {
            let text = text.trim();
            let digits = text
                .chars()
                .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '));
            let rest: String = text.chars().skip(digits.count()).collect();
            let rest = rest.trim();
            text.starts_with(|letter: char| letter.is_ascii_digit())
                && rest.chars().count() <= 12
                && rest
                    .chars()
                    .all(|letter| letter.is_alphabetic() || matches!(letter, '%' | ' ' | '/'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::multiplies;

    #[test]
    fn what_multiplies_is_told_from_money() {
        for folded in [
            "so thang",
            "so lan",
            "he so",
            "vat (%)",
            "thue gtgt",
            "ty le",
            "vat",
        ] {
            assert!(multiplies(folded), "{folded}");
        }
        for folded in [
            "nsdp",
            "6 thang",
            "so tien",
            "von khac",
            "",
            "quyet toan 2026",
        ] {
            assert!(!multiplies(folded), "{folded}");
        }
    }
}
