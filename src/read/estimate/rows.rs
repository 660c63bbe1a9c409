//! What kind of row it is: a cost line, a total, a heading, a detail of the line above, or what stands
//! in no line such as contingency. The whole row decides, never one word in it.

use super::Column;
use super::Reader;
use super::extras::Extra;
use super::numbering;
use super::numbering::Numbering;
use super::sources::names_amount;
use super::total_words::NamedTotal;
use super::total_words::total_words;
use super::totals::Totals;
use super::values::kind_of;
use super::values::source_of;
use super::values::year_in;
use crate::diagnostic::Code;
use crate::model::fold;
use crate::model::vietnamese;
use crate::read::table::Row;
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
    /// An amount that is no cost of its own: contingency, a tax, a rounding.
    Extra(Extra),
    /// More words on the line above.
    Detail,
    /// A heading, a line to fill in, a note, or where people sign.
    Other,
}

/// What the cells of a row say of a line of cost.
#[derive(Debug, Clone, Copy)]
struct Evidence {
    kind: bool,
    source: bool,
    year: bool,
    component: bool,
    row: bool,
    unit: bool,
}

impl<'a> Reader<'a> {
    /// What a row is, with the rows below it.
    pub(super) fn kind(&mut self, row: Row<'a>, below: &[Row<'a>]) -> Kind {
        let quantity = self.has_figure(row, Column::Quantity);
        let price = self.has_figure(row, Column::UnitPrice);
        let is_merged = self.table.merged_from(row, Column::Amount).is_some();
        let amount = is_merged || self.has_figure(row, Column::Amount) || self.has_shares(row);
        if !(quantity || price || amount) {
            return if self.total_elsewhere(row).is_some() {
                Kind::Total
            } else if self.is_detail(row) {
                Kind::Detail
            } else {
                Kind::Other
            };
        }
        let own = self.evidence(row);
        // Few rows are not lines as a whole; for those alone the words are looked at.
        let has_year = own.year || self.year_of_sheet.is_some();
        let is_whole = own.kind && own.source && has_year && (own.component || own.row);
        let is_lump = !(quantity || price || is_merged);
        if is_whole && !is_lump {
            return Kind::Line;
        }
        let total = self.named_total(row);
        let is_costed = own.kind && own.source;
        if total.begins && is_lump && !is_costed && self.is_rounded_total(row) {
            return Kind::Extra(Extra::Rounding);
        }
        if total.is_exact && !is_costed || total.begins && !own.kind && !own.source && !price {
            return Kind::Total;
        }
        if !is_lump {
            // The head of a group may add up the quantities of its lines, too.
            let is_bare = !(price || is_merged || own.kind || own.source || own.year || own.unit);
            if is_bare && quantity && amount && (self.is_above(row, below) || self.is_fuller(below))
            {
                return Kind::Group;
            }
            return Kind::Line;
        }
        if self.is_above(row, below) {
            return Kind::Group;
        }
        if own.kind || own.source || own.year || own.unit {
            return Kind::Line;
        }
        if own.component && !self.is_fuller(below) {
            return Kind::Line;
        }
        let extra = Extra::of(&self.table.text(row, Column::Description));
        if let Some(extra) = extra.filter(|extra| *extra != Extra::Cost) {
            return Kind::Extra(extra);
        }
        // A lump sum stands in the row of numbers between the lines around it; a heading does not.
        let next = below.first().and_then(|next| self.numbering(*next));
        let has_row = own.row;
        let own = self.numbering(row);
        let last = self.last_line.map(|last| self.numbering(last));
        let follows = |one: Option<Numbering>, other: Option<Numbering>| {
            one.zip(other)
                .is_some_and(|(one, other)| one.is_followed_by(other))
        };
        if follows(own, next) && last.is_none_or(|last| follows(last, own)) {
            return Kind::Line;
        }
        // Nor has a heading a code and nothing below it.
        if has_row && self.is_last(below) {
            return Kind::Line;
        }
        // A group of lines may be called so, too.
        match extra {
            Some(extra) if self.is_behind(below) => Kind::Extra(extra),
            _ => Kind::Group,
        }
    }

    /// Whether no figures stand right below, but those of a total or of another amount beside the lines.
    fn is_behind(&self, below: &[Row<'a>]) -> bool {
        let mut figures = below.iter().filter(|next| self.has_any_figure(**next));
        let is_extra = |next: Row<'a>| {
            let text = self.table.text(next, Column::Description);
            !self.has_count(next) && Extra::of(&text).is_some()
        };
        self.is_last(below) || figures.next().is_some_and(|next| is_extra(*next))
    }

    /// Whether no figures stand below, but those of a total.
    fn is_last(&self, below: &[Row<'a>]) -> bool {
        let mut below = below.iter();
        let next = below.find(|next| self.has_any_figure(**next));
        next.is_none_or(|next| self.named_total(*next).begins)
    }

    /// How a row is numbered.
    pub(super) fn numbering(&self, row: Row<'a>) -> Option<Numbering> {
        let number = self.table.text(row, Column::Number);
        if number.is_empty() {
            numbering::read(&self.table.text(row, Column::Description))
        } else {
            numbering::read(&number)
        }
    }

    /// What the row's own cells say of a line.
    fn evidence(&mut self, row: Row<'a>) -> Evidence {
        let text = |column| self.table.text(row, column);
        let (kind, source, year) = (text(Column::Kind), text(Column::Source), text(Column::Year));
        let has = |column| !self.table.text(row, column).is_empty();
        Evidence {
            component: has(Column::Component),
            row: has(Column::Row),
            unit: has(Column::Unit),
            kind: self.words.kind(&kind).is_some(),
            source: self.words.source(&source).is_some(),
            year: is_year(&year),
        }
    }

    /// Whether a figure is meant to stand in a column: a number, an error or a text with a digit, its
    /// own or one merged over it. A text without is no figure where nothing else of a line is there,
    /// such as below the table, where people sign; nor is what a formula makes of empty cells.
    pub(super) fn has_figure(&self, row: Row<'a>, column: Column) -> bool {
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
    pub(super) fn begun(&self, row: Row<'a>) -> Option<Origin> {
        let text = |column| self.table.cell(row, column).map(Cell::display);
        let knows = |column: &Column| {
            let text = text(*column).unwrap_or_default();
            match column {
                Column::Kind => kind_of(&text).is_some(),
                Column::Source => source_of(&text).is_some(),
                _ => is_year(&text),
            }
        };
        let mut columns = [Column::Kind, Column::Year, Column::Source].into_iter();
        let column = columns.find(knows)?;
        Some(self.table.at(row, column))
    }

    /// Whether a row without figures tells in its words what something costs ("Mua thêm 3 máy in, mỗi máy 5 triệu đồng"):
    /// one among the lines or right below them, that is no heading and no note.
    pub(super) fn pays_in_words(&self, row: Row<'a>, below: &[Row<'a>]) -> bool {
        let Some(last) = self.last_line else {
            return false;
        };
        let text = self.table.text(row, Column::Description);
        let begins = |word: &&str| text.to_lowercase().starts_with(*word);
        let is_total = total_words(&text).begins || ["bằng chữ", "(", "*"].iter().any(begins);
        // Below the last line stand notes as well.
        let buys = ["mua", "thuê", "ngoài ra", "bổ sung", "thêm", "chi"]
            .iter()
            .any(begins);
        !is_total
            && names_amount(&fold(&text))
            && (buys && row.number == last.number + 1 || !self.is_last(below))
            && !self.is_above(row, below)
    }

    /// Whether the row only says more about the line above: it begins with a dash or a small letter
    /// and has no number of its own.
    fn is_detail(&self, row: Row<'a>) -> bool {
        if self.begun(row).is_some() || !self.table.text(row, Column::Number).is_empty() {
            return false;
        }
        let text = self.table.text(row, Column::Description);
        let note = self.table.text(row, Column::Note);
        let has_codes = !self.table.text(row, Column::Row).is_empty()
            || !self.table.text(row, Column::Component).is_empty();
        if has_codes || text.is_empty() {
            return !has_codes && !note.is_empty();
        }
        let is_dashed = numbering::read(&text).is_some_and(|number| number.rank >= 8);
        let words = [
            "cấu hình",
            "thông số",
            "bao gồm",
            "gồm",
            "trong đó",
            "xuất xứ",
            "yêu cầu",
            "ghi chú",
            "địa điểm",
            "bảo hành",
            "tiêu chuẩn",
        ];
        let lower = text.to_lowercase();
        is_dashed
            || text.starts_with(char::is_lowercase)
            || text.starts_with('(') && text.ends_with(')')
            || words.iter().any(|word| lower.starts_with(word))
    }

    /// Whether the row calls itself a total, in its description or in a cell to the left of that; where
    /// nothing is described, in any cell before the amount.
    pub(super) fn named_total(&self, row: Row<'a>) -> NamedTotal {
        let mut named = NamedTotal::default();
        let description = self.table.header.column(Column::Description).unwrap_or(0);
        let is_described = !self.table.text(row, Column::Description).is_empty();
        let amount = self.table.header.column(Column::Amount);
        let last = match amount.filter(|_| !is_described) {
            Some(amount) => amount.max(description),
            None => description,
        };
        let unit = self.table.header.column(Column::Unit);
        for (at, cell) in row.cells() {
            if at.column > last {
                break;
            }
            // As a unit, "công" is a day of work.
            let is_unit = unit == Some(at.column);
            let Some(text) = cell.text().filter(|_| !(is_unit && is_described)) else {
                continue;
            };
            let own = total_words(text);
            named.is_exact |= own.is_exact && !(is_unit && text.is_ascii());
            named.begins |= own.begins && !is_unit;
        }
        named
    }

    /// Whether the description says of a total that it is rounded ("Tổng cộng (làm tròn)").
    pub(super) fn is_rounded_total(&self, row: Row<'a>) -> bool {
        let description = self.table.text(row, Column::Description);
        total_words(&description).begins && fold(&description).contains("lam tron")
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
            let row = Row::new((total.row, self.table.sheet.row(total.row)));
            let column = total
                .column
                .or_else(|| self.table.header.column(Column::Amount));
            let column = column.unwrap_or(0);
            self.table
                .report_at(Code::TOTAL_NOT_SUM, row, column, message, hint);
        }
    }
}

/// Whether a text is a year, or a day in one.
pub(super) fn is_year(text: &str) -> bool {
    text.len() <= 12 && year_in(text).is_some()
}

fn has_digit(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit())
}
