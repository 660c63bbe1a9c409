//! What the columns of a kind of table are called, told once: the reader of heads, the messages and
//! the search for tables use the same list.

use std::collections::BTreeSet;

use crate::model::CostKind;
use crate::model::FundingSource;
use crate::model::fold;
use crate::model::written;
use crate::source::Cell;
use crate::source::CellRef;

/// The columns of a kind of table.
pub(crate) trait Column: Copy + Ord + 'static {
    /// What messages call the table.
    const TABLE: &'static str;

    /// Each column with the names it goes by, folded; the first is the one that messages use.
    const NAMES: &'static [(Self, &'static str, &'static [&'static str])];

    /// What a table is known by.
    const PARTS: &'static [Part<Self>];

    /// How many of its parts make rows the head of a table.
    const ENOUGH: usize;

    /// The column that says what a row is about.
    const TEXT: Self;

    /// The columns of money; the last is that of whole amounts.
    const MONEY: &'static [Self];

    /// The columns of words, in which a line may state the unit of its amount.
    const WORDS: &'static [Self];

    /// The column of the units that are counted in, one of those of words.
    const UNIT: Self;

    /// What a head says of a share of a row's amount.
    fn share(_text: &str) -> Share {
        Share::default()
    }

    /// The column of quantities, if the table has one.
    const COUNT: Option<Self> = None;

    /// The share whose quantity a head names: "SL 2027".
    fn counts(_text: &str) -> Share {
        Share::default()
    }

    /// Whether a head names a part of a year, of which there may be several: "6 tháng đầu năm 2027".
    fn is_period(_text: &str) -> bool {
        false
    }

    /// Whether a head names the whole amount of a row beside its shares: "Tổng".
    fn is_whole(text: &str) -> bool {
        is_sum(text)
    }

    /// What a table that names some columns and shares still needs.
    fn missing(named: &Named<Self>) -> Vec<&'static str> {
        let missing = Self::PARTS.iter().filter(|part| !named.has(part));
        missing.map(|part| part.name).collect()
    }

    /// Its name in messages.
    fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(column, ..)| *column == self);
        found.map_or("", |(_, name, _)| name)
    }

    /// The column that a header cell names; a unit behind the name does not count.
    fn of(text: &str) -> Option<Self> {
        let folded = fold(text);
        let named = |name: &str| {
            let name = name.trim().trim_end_matches([':', '.', '*']).trim_end();
            let is_name = |known: &&'static str| {
                let behind = name.strip_prefix(*known);
                behind.is_some_and(|behind| behind.is_empty() || written::is_unit(behind))
            };
            let found = Self::NAMES.iter();
            let mut found = found.filter(|(.., names)| names.iter().any(is_name));
            found.next().map(|(column, ..)| *column)
        };
        let before = |mark: &str| named(folded.split(mark).next().unwrap_or(""));
        named(&folded)
            .or_else(|| before("("))
            .or_else(|| before("["))
            .or_else(|| before(","))
            .or_else(|| before(" - "))
            .or_else(|| before(":"))
            .or_else(|| before("/"))
    }
}

/// A part of a table, which one of several columns is enough for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<C: 'static> {
    /// What messages call it.
    pub name: &'static str,
    /// The columns, any of which is enough.
    pub columns: &'static [C],
    /// Whether columns of shares do as well.
    pub by_share: fn(Share) -> bool,
}

/// What part of a row's amount a column holds: that of a year, of a source, of a kind of cost, or of
/// several of them at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Share {
    /// The year.
    pub year: Option<i32>,
    /// Whose money.
    pub source: Option<FundingSource>,
    /// The kind of cost.
    pub kind: Option<CostKind>,
}

impl Share {
    /// Whether it says anything.
    pub(crate) fn is_some(self) -> bool {
        self != Self::default()
    }

    /// This, and of the other what this leaves open.
    pub(crate) fn over(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            source: self.source.or(other.source),
            kind: self.kind.or(other.kind),
        }
    }
}

/// Whether a head calls its column a sum: "Tổng", "Cộng", "Tổng số".
pub(super) fn is_sum(text: &str) -> bool {
    let folded = fold(text.split('(').next().unwrap_or(""));
    ["tong", "cong", "tong so", "tong cong"].contains(&folded.trim_end_matches(['.', ':']))
}

/// What the cells of rows name.
#[derive(Debug, Clone)]
pub(crate) struct Named<C> {
    /// The columns.
    pub columns: BTreeSet<C>,
    /// The shares.
    pub shares: BTreeSet<Share>,
    /// Whether parts of a year are named, of whichever: "Quý I".
    pub periods: bool,
}

impl<C: Column> Named<C> {
    /// What the cells of a row name.
    pub(super) fn of(cells: &[(CellRef, Cell)]) -> Self {
        let mut named = Self {
            columns: BTreeSet::new(),
            shares: BTreeSet::new(),
            periods: false,
        };
        let texts = cells
            .iter()
            .filter_map(|(_, cell)| super::header::head_text(cell));
        for text in texts.filter(|text| text.len() < 200) {
            named.periods |= C::is_period(&text);
            let share = C::share(&text).over(C::counts(&text));
            if share.is_some() {
                named.shares.insert(share);
            } else {
                named.columns.extend(C::of(&text));
            }
        }
        named
    }

    /// What two rows name together.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            columns: self.columns.union(&other.columns).copied().collect(),
            shares: self.shares.union(&other.shares).copied().collect(),
            periods: self.periods || other.periods,
        }
    }

    /// Whether it names a part of the table.
    pub(crate) fn has(&self, part: &Part<C>) -> bool {
        let own = part
            .columns
            .iter()
            .any(|column| self.columns.contains(column));
        own || self.shares.iter().any(|share| (part.by_share)(*share))
    }

    /// How many parts of the table it names.
    fn n_parts(&self) -> usize {
        C::PARTS.iter().filter(|part| self.has(part)).count()
    }

    /// Whether a table begins here.
    pub(super) fn is_enough(&self) -> bool {
        self.n_parts() >= C::ENOUGH
    }

    /// Whether it comes near: what people would take for the head of such a table.
    pub(super) fn is_near(&self) -> bool {
        let n_names = self.columns.len() + usize::from(!self.shares.is_empty());
        n_names >= 3 && (self.n_parts() >= 2 || self.n_parts() + 1 >= C::ENOUGH)
    }

    /// Whether it names nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty() && self.shares.is_empty()
    }

    /// Whether it names something that another one does not.
    pub(super) fn adds_to(&self, other: &Self) -> bool {
        self.columns.difference(&other.columns).next().is_some()
            || self.shares.difference(&other.shares).next().is_some()
            || self.periods && !other.periods
    }
}
