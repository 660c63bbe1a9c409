//! Cells that only refer to the row above: "nt", "như trên", `"`. The plan puts its lines in another order, so that
//! they would refer to something else there.

use super::Column;
use super::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::fold;
use crate::read::table::Column as _;
use crate::read::table::Row;

/// Words that mean what the row above says, folded, without blanks and signs.
const SAME: [&str; 9] = [
    "nt",
    "nhutren",
    "nhudongtren",
    "nhumuctren",
    "nhuotren",
    "tuongtunhutren",
    "tuongtu",
    "ditto",
    "nttren",
];

/// Signs that mean the same, in whatever number.
const MARKS: &str = "\"'”“″〃ʺ‘’,";

impl<'a> Reader<'a> {
    /// Reports a cell of words that only refers to the row above; a description of dashes is none either.
    pub(super) fn refers_above(&mut self, row: Row<'a>, column: Column) -> Option<Reported> {
        let text = self.table.text(row, column);
        let is_bare = column == Column::Description && is_dash(&text);
        if !(is_bare || refers_above(&text)) {
            return None;
        }
        let message = format!(
            "ô cột \"{}\" chỉ ghi `{text}`; kế hoạch xếp lại các dòng nên không còn rõ là như dòng nào",
            column.name()
        );
        let hint = "ghi đủ chữ của dòng trên vào ô này";
        let code = Code::EMPTY_CELL;
        Some(self.table.report(code, row, column, message, hint))
    }
}

fn is_dash(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.trim_matches(['-', '–', '—', '.', ' ']).is_empty()
}

fn refers_above(text: &str) -> bool {
    // Most texts are longer, and this is asked of many.
    if text.is_empty() || text.len() > 40 {
        return false;
    }
    if text.chars().any(char::is_alphanumeric) {
        let folded = fold(text);
        let letters: String = folded.chars().filter(|it| it.is_alphanumeric()).collect();
        return SAME.contains(&letters.as_str());
    }
    text.chars()
        .any(|letter| MARKS.contains(letter) && letter != ',')
        || text.contains(",,")
}

#[cfg(test)]
mod tests {
    use super::refers_above;

    #[test]
    fn references_are_told_from_words() {
        for text in [
            "nt",
            "NT",
            "-nt-",
            "n.t",
            "N/T",
            "như trên",
            "Như trên.",
            "\"",
            "''",
            "〃",
            "-\"-",
            "”",
        ] {
            assert!(refers_above(text), "{text}");
        }
        for text in [
            "",
            "-",
            "bộ",
            "Như máy ở dòng trên",
            "NTM",
            "17\"",
            "Nút mạng",
            "m2",
        ] {
            assert!(!refers_above(text), "{text}");
        }
    }
}
