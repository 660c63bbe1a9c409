//! What each cost line counts where amounts are shown in thousands or millions of đồng.
//!
//! Sums that are rounded one by one do not add up: 0,4 + 0,4 = 0,8 million shows as 0 + 0 = 1. So only
//! lines are rounded, and each shown sum adds up the shown amounts of its lines. Then whatever a reader
//! adds agrees (parts of a total, children of a row, sources, kinds, years, one table with another),
//! because every sum on paper is a sum over the same lines.
//!
//! Lines that were rounded one by one would drift away from the exact total. Therefore what rounding
//! leaves over is carried from a line to the next, as it is between instalments: with S the sum of the
//! lines up to one and R the rounding to the nearest unit, a line shows R(S) less R of the sum before
//! it. R never falls, so no line shows less than nothing; R is never more than half a unit away, so
//! any lines that follow each other together are shown less than one unit away from their exact sum,
//! and all lines together as their exact sum rounded. An amount of whole units shows as it is.
//!
//! Lines follow each other by year, kind of cost, source and row. So a year, and each kind of cost in
//! it, and each cell of a row there, is less than one unit away; another sum, made of as many such
//! pieces as it joins, less than so many units.

use crate::model::CostLine;
use crate::model::DisplayUnit;
use crate::model::Dong;
use crate::model::Overflow;

/// The amount of each line as it is shown, in the order of the lines.
pub(super) fn shown_amounts(lines: &[CostLine], unit: DisplayUnit) -> Result<Vec<Dong>, Overflow> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    // A stable sort: lines that are alike keep the order of the workbook.
    order.sort_by(|a, b| {
        let key = |index: &usize| {
            let line = &lines[*index];
            (line.year, line.kind, line.source, &line.row)
        };
        key(a).cmp(&key(b))
    });
    let mut shown = vec![Dong::ZERO; lines.len()];
    let mut sum = Dong::ZERO;
    for index in order {
        let before = unit.round(sum);
        sum = sum.plus(lines[index].amount)?;
        shown[index] = unit.round(sum).minus(before).unwrap_or_default();
    }
    Ok(shown)
}
