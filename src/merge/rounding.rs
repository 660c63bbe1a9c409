//! What each cost line counts where amounts are shown in thousands or millions of đồng.
//!
//! Sums that are rounded one by one do not add up: 0,4 + 0,4 = 0,8 million shows as 0 + 0 = 1. So only
//! pieces are rounded, and each shown sum adds up the shown amounts of its pieces. Then whatever a
//! reader adds agrees (parts of a total, children of a row, sources, kinds, years, one table with
//! another), because every sum on paper is a sum over the same pieces. A piece is what no table parts:
//! the lines of a row, component, year, kind and source.
//!
//! A piece is shown as the multiple of the unit below or above it, all together as the exact total
//! rounded. Which pieces are rounded up is chosen so that the totals that are shown stay near their
//! exact values: first what rounding leaves over is carried from a piece to the next, as between
//! instalments; then pieces change places as long as that helps (`search`). No choice could keep all
//! totals of every estimate within a unit, so many directions do they run in. Over thousands of random
//! estimates (`tests/money`), six in seven of those of up to 60 lines have every total less than one
//! unit away, all have every total less than two; of 2,000 lines, less than three. The totals of years,
//! sources, kinds and pillars are nearer: one in fifty small estimates, at most, has one a unit away.
//!
//! A line is shown as the multiple below or above it, too, and the lines of a piece add up to it.

mod search;

use std::collections::BTreeMap;

use crate::model::BudgetRowId;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::DisplayUnit;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::Layer;
use crate::model::Overflow;
use search::Piece;

/// What the tables tell apart, in the order in which remainders are carried.
type Key<'a> = (
    i32,
    CostKind,
    FundingSource,
    &'a BudgetRowId,
    Option<&'a str>,
);

/// The code of a component that is paid for, its layer and the number of its phase.
pub(super) type Paid<'a> = (&'a str, Layer, u8);

/// A total that is shown, of a year or of all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Total<'a> {
    year: Option<i32>,
    of: Of<'a>,
}

impl Total<'_> {
    /// How much it counts: a year, a source or kind of cost in it and a pillar are what a reader looks
    /// at first.
    fn weight(&self) -> i64 {
        match &self.of {
            Of::Form(None, _) => 4,
            Of::Form(Some(row), Column::Allocated) if row.depth() == 0 => 4,
            _ => 1,
        }
    }
}

/// What a total adds up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Of<'a> {
    /// A column of Phụ lục II, in a row or, without one, all together.
    Form(Option<BudgetRowId>, Column),
    Layer(Option<Layer>),
    Phase(Option<u8>),
    Component(Option<&'a str>),
}

/// A column of Phụ lục II.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Kind(CostKind),
    /// What is spent once, or else yearly.
    Side(bool),
    Source(FundingSource),
    Allocated,
}

/// The amounts of the lines as they are shown.
pub(super) struct Rounded {
    /// In the order of the lines.
    pub(super) amounts: Vec<Dong>,
    /// How far the shown total is from its exact value that is farthest.
    pub(super) farthest: Dong,
}

/// Rounds the lines, each of which may pay for a component.
pub(super) fn shown_amounts<'a>(
    lines: &'a [CostLine],
    unit: DisplayUnit,
    paid: impl Fn(&'a CostLine) -> Option<Paid<'a>>,
) -> Result<Rounded, Overflow> {
    let exact: Vec<Dong> = lines.iter().map(|line| line.amount).collect();
    let total = Dong::sum(exact.iter().copied())?;
    if unit == DisplayUnit::Dong {
        return Ok(Rounded {
            amounts: exact,
            farthest: Dong::ZERO,
        });
    }
    let size = unit.size();
    let mut pieces: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        let component = paid(line).map(|(code, ..)| code);
        let key = (line.year, line.kind, line.source, &line.row, component);
        pieces.entry(key).or_default().push(index);
    }
    let pieces: Vec<Vec<usize>> = pieces.into_values().collect();
    let sum = |lines: &[usize]| -> i64 { lines.iter().map(|line| exact[*line].amount()).sum() };
    let below: i64 = pieces.iter().map(|lines| sum(lines) / size).sum();
    let n_up = unit.round(total).amount() / size - below;

    // What is a multiple of the unit is shown as it is.
    let parted = pieces.iter().filter(|lines| sum(lines) % size > 0);
    let mut numbers: BTreeMap<Total<'a>, usize> = BTreeMap::new();
    let mut weights = Vec::new();
    let parted: Vec<Piece> = parted
        .filter_map(|of_piece| {
            let line = lines.get(*of_piece.first()?)?;
            let totals = totals(line, paid(line)).into_iter();
            let totals = totals.map(|total| {
                let weight = total.weight();
                *numbers.entry(total).or_insert_with(|| {
                    weights.push(weight);
                    weights.len() - 1
                })
            });
            Some(Piece {
                part: sum(of_piece) % size,
                totals: totals.collect(),
            })
        })
        .collect();
    let up = carried(&parted, size, n_up);
    let (up, farthest) = search::improve(&parted, &weights, size, up);

    let mut up = up.into_iter();
    let mut shown = vec![Dong::ZERO; lines.len()];
    for lines in &pieces {
        let parts: i64 = lines.iter().map(|line| exact[*line].amount() % size).sum();
        let is_up = parts % size > 0 && up.next().unwrap_or_default();
        let mut n_up = parts / size + i64::from(is_up);
        // Those go up that have the most above the multiple below; of two alike, the first.
        let mut lines = lines.clone();
        lines.sort_by_key(|line| std::cmp::Reverse(exact[*line].amount() % size));
        for line in lines {
            let goes_up = n_up > 0;
            n_up -= i64::from(goes_up);
            let below = exact[line].amount() / size;
            shown[line] = Dong::new((below + i64::from(goes_up)) * size)?;
        }
    }
    Ok(Rounded {
        amounts: shown,
        farthest: Dong::new(farthest)?,
    })
}

/// The totals that a line counts in.
fn totals<'a>(line: &CostLine, paid: Option<Paid<'a>>) -> Vec<Total<'a>> {
    let columns = [
        Column::Kind(line.kind),
        Column::Side(line.kind.is_initial()),
        Column::Source(line.source),
        Column::Allocated,
    ];
    let rows = std::iter::successors(Some(line.row.clone()), BudgetRowId::parent);
    let rows: Vec<_> = rows.map(Some).chain([None]).collect();
    let form = rows
        .into_iter()
        .flat_map(|row| columns.map(|column| Of::Form(row.clone(), column)));
    let part_six = [
        Of::Layer(paid.map(|(_, layer, _)| layer)),
        Of::Phase(paid.map(|(.., phase)| phase)),
    ];
    let by_year: Vec<_> = form.chain(part_six).collect();
    let total = |year, of| Total { year, of };
    let of_year = by_year.iter().cloned().map(|of| total(Some(line.year), of));
    let component = Of::Component(paid.map(|(code, ..)| code));
    let of_all = by_year.iter().cloned().chain([component]);
    of_year.chain(of_all.map(|of| total(None, of))).collect()
}

/// Which of the pieces go up where remainders are carried, just so many of them.
fn carried(pieces: &[Piece], size: i64, n_up: i64) -> Vec<bool> {
    let nearest = |sum: i64| (sum + size / 2) / size;
    let (mut sum, mut left) = (0, n_up);
    let goes_up = |piece: &Piece| {
        let before = nearest(sum);
        sum += piece.part;
        let goes_up = left > 0 && nearest(sum) > before;
        left -= i64::from(goes_up);
        goes_up
    };
    pieces.iter().map(goes_up).collect()
}

#[cfg(test)]
mod tests {
    use super::carried;
    use super::search::Piece;

    #[test]
    fn remainders_are_carried_and_no_more_go_up_than_may() {
        let pieces = [400, 400, 300, 900, 500].map(|part| Piece {
            part,
            totals: Vec::new(),
        });
        // 0,4 and 0,8 and 1,1 and 2,0 and 2,5.
        let up = [false, true, false, true, true];
        assert_eq!(carried(&pieces, 1_000, 3), up);
        // The largest amount is a round figure less.
        assert_eq!(
            carried(&pieces, 1_000, 2),
            [false, true, false, true, false]
        );
    }
}
