//! Phụ lục II: its rows, and the cost lines of an estimate that add up in them.

use std::fmt;
use std::sync::Arc;

use super::{Decimal, Dong, FundingSource, Levels, LinePlaces, Pillar, TableRead};
use crate::source::Origin;

/// The code of a row of Phụ lục II: `I.1.9`. Orders as the table does, parents before children.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BudgetRowId(Arc<[u32]>);

/// Pillar rows bear Roman numbers.
const ROMAN: [&str; 3] = ["I", "II", "III"];

impl BudgetRowId {
    /// Reads `I`, `I.1` or `III.2.1`, also as `i.1` or `I.1.`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_uppercase();
        let mut parts = text.strip_suffix('.').unwrap_or(&text).split('.');
        let first = parts.next()?;
        let pillar = ROMAN.iter().position(|roman| *roman == first)?;
        let mut numbers = vec![u32::try_from(pillar + 1).ok()?];
        for part in parts {
            let plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            numbers.push(
                part.parse()
                    .ok()
                    .filter(|number| plain && (1..=999).contains(number))?,
            );
        }
        (numbers.len() <= 6).then(|| Self(numbers.into()))
    }

    /// The row that a code means which is none as it stands, since letters or digits that look like it stand for the
    /// Roman number: `l.1.8`, `1.1.8`, `|||.3`.
    pub fn meant(text: &str) -> Option<Self> {
        let (first, rest) = text.trim().split_once('.')?;
        let is_like = |letter: char| matches!(letter, 'I' | 'i' | 'l' | 'L' | '1' | '|');
        let pillar = first
            .chars()
            .all(is_like)
            .then(|| "I".repeat(first.len()))?;
        Self::parse(&format!("{pillar}.{rest}")).filter(|_| Self::parse(text).is_none())
    }

    /// The row of a pillar: `I`.
    pub fn of_pillar(pillar: Pillar) -> Self {
        let before = Pillar::ALL.iter().filter(|other| **other < pillar);
        Self([1 + before.map(|_| 1).sum::<u32>()].into())
    }

    /// The row above it; `None` for a pillar's row.
    pub fn parent(&self) -> Option<Self> {
        (self.0.len() > 1).then(|| Self(self.0[..self.0.len() - 1].into()))
    }

    /// How many rows stand above it.
    pub fn depth(&self) -> usize {
        self.0.len() - 1
    }

    /// The pillar that it belongs to.
    pub fn pillar(&self) -> Pillar {
        Pillar::ALL[self.0[0] as usize - 1]
    }

    /// Whether it is `other` or stands under it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// What the column STT shows: `I`, `1`, `1.9`; nothing below that, as in the form.
    pub fn number(&self) -> String {
        match *self.0 {
            [_] => self.to_string(),
            [_, ref rest @ ..] if rest.len() <= 2 => join(rest),
            _ => String::new(),
        }
    }
}

fn join(numbers: &[u32]) -> String {
    numbers
        .iter()
        .map(u32::to_string)
        .collect::<Vec<_>>()
        .join(".")
}

impl fmt::Display for BudgetRowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ROMAN[self.0[0] as usize - 1])?;
        if self.0.len() > 1 {
            write!(f, ".{}", join(&self.0[1..]))?;
        }
        Ok(())
    }
}

/// A row of Phụ lục II.
#[derive(Debug, Clone)]
pub struct BudgetRow {
    /// Its code.
    pub id: BudgetRowId,
    /// Its name, column "Nội dung"; it may hold the placeholders of [`Levels::words`].
    pub name: String,
}

impl BudgetRow {
    /// Its name where the levels are these.
    pub fn name_in(&self, levels: Levels) -> String {
        let words = levels.words().into_iter();
        words.fold(self.name.clone(), |name, (placeholder, word)| {
            name.replace(&format!("{{{{ {placeholder} }}}}"), word)
        })
    }
}

/// What kind of cost a line is: a column of Phụ lục II.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CostKind {
    /// Initial: Đầu tư nâng cấp hạ tầng, thiết bị.
    Investment,
    /// Initial: Xã hội hóa.
    Socialised,
    /// Initial: Thuê dịch vụ.
    Rent,
    /// Yearly: Bảo dưỡng, nâng cấp hạ tầng, thiết bị.
    Upkeep,
    /// Yearly: Thuê dịch vụ.
    YearlyRent,
}

impl CostKind {
    /// The kinds in the order of the columns.
    pub const ALL: [Self; 5] = [
        Self::Investment,
        Self::Socialised,
        Self::Rent,
        Self::Upkeep,
        Self::YearlyRent,
    ];

    /// Whether it is spent once, at the beginning.
    pub fn is_initial(self) -> bool {
        matches!(self, Self::Investment | Self::Socialised | Self::Rent)
    }
}

/// A line of the estimate: one cost in one year from one source.
#[derive(Debug, Clone)]
pub struct CostLine {
    /// The row of Phụ lục II that it adds to.
    pub row: BudgetRowId,
    /// The component that it pays for, by code, where it names one.
    pub component: Option<Arc<str>>,
    /// What is paid for.
    pub description: String,
    /// What the rows below the line say about it, a line each, or nothing.
    pub detail: String,
    /// The unit that is counted.
    pub unit: String,
    /// How many.
    pub quantity: Decimal,
    /// The price of one, in đồng.
    pub unit_price: Dong,
    /// Quantity × price, in đồng.
    pub amount: Dong,
    /// The kind of cost.
    pub kind: CostKind,
    /// The year of the plan.
    pub year: i32,
    /// Whose money.
    pub source: FundingSource,
    /// A note, or nothing.
    pub note: String,
    /// Where it was read.
    pub at: LinePlaces,
}

/// The unit of what is a part of a row's amount, such as that of one of several years.
pub const PIECE: &str = "phần";

impl CostLine {
    /// Whether it is a part of the amount of a row that several years or sources pay: it has no price of
    /// its own.
    pub fn is_piece(&self) -> bool {
        self.unit == PIECE || self.at.unit_price() == self.at.amount()
    }

    /// What is paid for, with what the rows below say about it, on one line.
    pub fn described(&self) -> String {
        let marks = ['-', '–', '—', '+', '•', '*', '·', ' '];
        let detail = self
            .detail
            .lines()
            .map(|line| line.trim_start_matches(marks));
        let detail: Vec<&str> = detail.filter(|line| !line.is_empty()).collect();
        if detail.is_empty() {
            return self.description.clone();
        }
        format!("{} ({})", self.description, detail.join("; "))
    }
}

/// What is known of a line of the estimate that could not be read as a whole; nothing stands for
/// what is not known.
#[derive(Debug, Clone, Default)]
pub struct UnreadLine {
    /// Its row of Phụ lục II.
    pub row: Option<BudgetRowId>,
    /// Its component, or that it names none.
    pub component: Option<Option<Arc<str>>>,
    /// The kind of cost.
    pub kind: Option<CostKind>,
    /// The year of the plan.
    pub year: Option<i32>,
}

impl UnreadLine {
    /// Whether it may name this component.
    pub fn may_name(&self, code: &str) -> bool {
        let component = self.component.as_ref();
        component.is_none_or(|named| named.as_deref() == Some(code))
    }

    /// Whether it may name none, in this row.
    pub fn may_share(&self, row: &BudgetRowId) -> bool {
        let component = self.component.as_ref();
        component.is_none_or(Option::is_none) && self.row.as_ref().is_none_or(|own| own == row)
    }
}

/// The estimate of a commune: its cost lines in the order of the workbook.
#[derive(Debug, Clone, Default)]
pub struct Estimate {
    /// The lines.
    pub lines: Vec<CostLine>,
    /// Whether there is a table or list of lines at all.
    pub is_found: bool,
    /// The lines that could not be read; one of which nothing is known stands for all of a table.
    pub unread: Vec<UnreadLine>,
    /// The tables that the lines were read from, in order.
    pub tables: Vec<TableRead>,
    /// Where lines were begun that have neither quantity nor price, and so are not counted.
    pub unfilled: Vec<Origin>,
}

#[cfg(test)]
mod tests {
    use super::BudgetRowId;

    #[test]
    fn codes_of_rows_order_like_the_table() {
        let mut rows: Vec<_> = ["II.1", "I.1.10", "I", "I.1.9", "I.1.9.1", "I.2", "I.1"]
            .iter()
            .map(|text| BudgetRowId::parse(text).expect("a value in range"))
            .collect();
        rows.sort();
        let shown: Vec<_> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            ["I", "I.1", "I.1.9", "I.1.9.1", "I.1.10", "I.2", "II.1"]
        );
        let numbers: Vec<_> = rows.iter().map(BudgetRowId::number).collect();
        assert_eq!(numbers, ["I", "1", "1.9", "", "1.10", "2", "1"]);
        for text in ["i.1.1", "I.1.1.", " I.1.1 "] {
            let row = BudgetRowId::parse(text).expect(text);
            assert_eq!(row.to_string(), "I.1.1", "{text}");
        }
        for (written, meant) in [("l.1.8", "I.1.8"), ("1.1.8", "I.1.8"), ("lll.3", "III.3")] {
            let row = BudgetRowId::meant(written).expect(written);
            assert_eq!(row.to_string(), meant);
        }
        for none in ["I.1.8", "2.1", "1", "HTS7", "1111.2"] {
            assert_eq!(BudgetRowId::meant(none), None, "{none}");
        }
        for wrong in ["", "IV", ".", "I..", "I.x", "1.2", "I.0", "I.+1"] {
            assert_eq!(BudgetRowId::parse(wrong), None, "{wrong}");
        }
    }
}
