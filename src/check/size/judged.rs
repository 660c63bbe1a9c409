//! Which amounts of an estimate have an unlikely size. Each is laid to one cause, the widest that
//! explains it: the unit of a whole table before the price of a line, that before its share.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::neighbours::Neighbours;
use crate::check::Index;
use crate::model::Beyond;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::Estimate;
use crate::model::Measured;
use crate::model::SMALL_PRICE;
use crate::model::Size;
use crate::model::Sum;
use crate::model::TableRead;
use crate::model::size_of;

/// Half the lines of a table do not cost less than this each, unless they are written in thousands or
/// millions.
const SMALL_LINE: i64 = 1_000_000;

/// What looks like a price in the column of quantities is so much at least, and a quantity in that of prices is less
/// than this.
const LEAST_MANY: i64 = 100_000;
const MOST_FEW: i64 = 1_000;

/// What is so many times as dear as the same thing elsewhere is written in another unit.
pub(super) const FAR: i128 = 1_000;

/// What an amount of an unlikely size is held against.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Odd<'a> {
    /// The price of one, against its bounds.
    Price(&'a Size, Beyond),
    /// The line, against its bounds.
    Amount(&'a Size, Beyond),
    /// The price of one, against the same thing in this line.
    Unlike(&'a CostLine),
    /// The price of one, against the lowest and the highest of the others in its table.
    Alone(Dong, Dong),
    /// The price of one, against its quantity: the two seem to be exchanged.
    Exchanged,
}

/// How all of a table has an unlikely size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Its prices are those of another unit, and it states none.
    Unstated,
    /// They are too small for the unit that it states.
    Small,
    /// Most of them are too large.
    Large,
}

/// A table with its lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    /// The table.
    pub table: &'a TableRead,
    /// What was read of it.
    pub lines: &'a [CostLine],
    /// The number of its first line among all those of the estimate.
    first: usize,
}

impl<'a> Part<'a> {
    /// Its lines, each with its number in the estimate.
    pub(super) fn numbered(self) -> impl Iterator<Item = (usize, &'a CostLine)> + Clone {
        (self.first..).zip(self.lines)
    }
}

/// The bounds of what is counted in a unit.
#[derive(Debug, Clone, Copy)]
struct Bounds<'a> {
    price: Option<&'a Size>,
    amount: Option<&'a Size>,
}

/// The bounds of each line, by its number.
struct AllBounds<'a> {
    of_units: Vec<Bounds<'a>>,
    units: &'a [usize],
}

impl<'a> AllBounds<'a> {
    fn new(sizes: &'a [Size], index: &'a Index<'_>) -> Self {
        let of_units = index.unit_names.iter().map(|unit| Bounds {
            price: size_of(sizes, Measured::UnitPrice, unit),
            amount: size_of(sizes, Measured::Amount, unit),
        });
        Self {
            of_units: of_units.collect(),
            units: &index.units,
        }
    }

    fn of(&self, number: usize) -> Bounds<'a> {
        self.of_units[self.units[number]]
    }
}

/// An estimate, judged.
pub(crate) struct Judged<'a> {
    /// The tables whose unit is doubted.
    pub tables: Vec<(Part<'a>, Doubt)>,
    /// The lines of the other tables with an amount of an unlikely size.
    pub odd: Vec<(Part<'a>, &'a CostLine, Odd<'a>)>,
    /// The lines that nothing was found at.
    pub sound: Vec<&'a CostLine>,
}

/// The tables of an estimate, each with the lines that came of it.
pub(in crate::check) fn parts(
    estimate: &Estimate,
) -> impl Iterator<Item = (&TableRead, &[CostLine])> + Clone {
    let mut rest = estimate.lines.as_slice();
    estimate.tables.iter().map(move |table| {
        let (lines, behind) = rest.split_at(table.n_lines.min(rest.len()));
        rest = behind;
        (table, lines)
    })
}

/// Judges the sizes of an estimate.
pub(crate) fn judge<'a>(
    estimate: &'a Estimate,
    index: &'a Index<'a>,
    sizes: &'a [Size],
) -> Judged<'a> {
    let mut judged = Judged {
        tables: Vec::new(),
        odd: Vec::new(),
        sound: Vec::new(),
    };
    let bounds = AllBounds::new(sizes, index);
    let least = size_of(sizes, Measured::Total, "").and_then(|size| size.least);
    let least = i128::from(least.unwrap_or(Dong::ZERO).amount());
    let mut sound: Vec<(Part<'a>, usize, &'a CostLine)> = Vec::new();
    let mut neighbours: BTreeMap<usize, Neighbours> = BTreeMap::new();
    let mut first = 0;
    for (table, lines) in parts(estimate) {
        let part = Part {
            table,
            lines,
            first,
        };
        first += lines.len();
        if let Some(doubt) = doubt(part, &bounds, least) {
            judged.tables.push((part, doubt));
        } else if !table.is_unit_asked {
            neighbours.insert(part.first, Neighbours::of(part, index));
            let lines = part.numbered();
            sound.extend(lines.map(|(number, line)| (part, number, line)));
        }
    }
    let of_sound = sound.iter().map(|(_, number, line)| (*number, *line));
    let unlike = unlike(of_sound, index);
    for (part, number, line) in sound {
        let unlike = || unlike.get(&number).map(|other| Odd::Unlike(other));
        // What it costs elsewhere says more than what such things cost.
        let alone = || {
            let neighbours = neighbours.get(&part.first)?;
            let (lowest, highest) = neighbours.around(line, index.units[number], part.table)?;
            Some(Odd::Alone(lowest, highest))
        };
        let odd = unlike().or_else(|| beyond(line, bounds.of(number)));
        let odd = odd.or_else(alone);
        let size = bounds.of(number).price;
        let is_usual = size.is_none_or(|size| size.units.is_empty());
        let odd = odd.or_else(|| (is_usual && is_exchanged(line)).then_some(Odd::Exchanged));
        match odd {
            Some(odd) => judged.odd.push((part, line, odd)),
            None => judged.sound.push(line),
        }
    }
    judged
}

/// Whether the quantity of a line looks like a price and the other way round: it costs little each, and it is whole
/// thousands, and thousands of times as many.
fn is_exchanged(line: &CostLine) -> bool {
    let price = line.unit_price.amount();
    let many = line.quantity.to_whole().unwrap_or(0);
    let is_many = many >= LEAST_MANY && many % 1_000 == 0 && many / 1_000 >= price;
    price > 0 && price < MOST_FEW && is_many
}

/// The middle one of some amounts.
pub(super) fn median(mut amounts: Vec<i64>) -> i64 {
    amounts.sort_unstable();
    amounts.get(amounts.len() / 2).copied().unwrap_or(0)
}

/// Whether all of a table has an unlikely size. What is counted in small units, such as messages, says
/// nothing of it.
fn doubt(part: Part<'_>, bounds: &AllBounds<'_>, least: i128) -> Option<Doubt> {
    let usual = |(number, line): &(usize, &CostLine)| {
        let size = bounds.of(*number).price;
        !line.unit_price.is_zero() && size.is_none_or(|size| size.units.is_empty())
    };
    let lines = part.numbered().filter(usual);
    let prices: Vec<i64> = lines.clone().map(|it| it.1.unit_price.amount()).collect();
    if part.table.is_unit_asked || prices.is_empty() {
        return None;
    }
    let is_large = |(number, line): &(usize, &CostLine)| {
        let beyond = beyond(line, bounds.of(*number));
        matches!(beyond, Some(Odd::Price(_, Beyond::Above(_))))
    };
    let n_lines = prices.len();
    let n_large = lines.filter(is_large).count();
    if n_large >= 3 && n_large > n_lines / 2 {
        return Some(Doubt::Large);
    }
    let amounts: Vec<i64> = part.lines.iter().map(|line| line.amount.amount()).collect();
    let sum = Sum::of(part.lines.iter().map(|line| line.amount)).amount();
    let is_little = sum < least && prices.iter().all(|price| *price < SMALL_PRICE);
    let is_mostly_little =
        n_lines >= 3 && median(prices) < SMALL_PRICE && median(amounts) < SMALL_LINE;
    match (part.table.is_unit_stated, is_little, is_mostly_little) {
        (false, true, _) | (false, _, true) => Some(Doubt::Unstated),
        // One small thing may well be all that a sheet is for.
        (true, true, _) if n_lines >= 3 => Some(Doubt::Small),
        _ => None,
    }
}

/// Whether the price of a line or its amount is out of bounds; nothing is another rule's finding.
fn beyond<'a>(line: &CostLine, bounds: Bounds<'a>) -> Option<Odd<'a>> {
    if line.unit_price.is_zero() || line.amount.is_zero() {
        return None;
    }
    let price = bounds.price.and_then(|size| {
        let beyond = size.beyond(line.unit_price)?;
        let is_enough = size.enough.is_some_and(|enough| line.amount >= enough);
        let are_many = matches!(beyond, Beyond::Below(_)) && is_enough;
        (!are_many).then_some(Odd::Price(size, beyond))
    });
    price.or_else(|| {
        let size = bounds.amount?;
        // A tenth of a thing costs a tenth.
        let is_part = line.quantity < Decimal::whole(1);
        let beyond = size.beyond(line.amount).filter(|_| !is_part)?;
        Some(Odd::Amount(size, beyond))
    })
}

/// The lines whose price is a thousand times that of the same thing in another line, or a thousandth:
/// of the two the one that is farther from the usual price of the estimate. By the number of the line.
fn unlike<'a>(
    lines: impl Iterator<Item = (usize, &'a CostLine)> + Clone,
    index: &Index<'_>,
) -> BTreeMap<usize, &'a CostLine> {
    let lines = lines.filter(|(_, line)| !line.unit_price.is_zero());
    let price = |line: &CostLine| line.unit_price.amount();
    let usual = i128::from(median(lines.clone().map(|(_, line)| price(line)).collect()));
    // By the number of a thing: its cheapest line and its dearest.
    let mut extremes: Vec<Option<(&CostLine, &CostLine)>> = vec![None; index.things.len()];
    for (number, line) in lines.clone() {
        let extreme = &mut extremes[index.things[number]];
        let (cheapest, dearest) = extreme.get_or_insert((line, line));
        if price(line) < price(cheapest) {
            *cheapest = line;
        } else if price(line) > price(dearest) {
            *dearest = line;
        }
    }
    let mut found = BTreeMap::new();
    for (number, line) in lines {
        let Some((cheapest, dearest)) = extremes[index.things[number]] else {
            continue;
        };
        if !is_far(cheapest, dearest) {
            continue;
        }
        let between = i128::from(price(cheapest)).saturating_mul(price(dearest).into());
        let is_cheap_usual = usual.saturating_mul(usual) < between;
        if is_cheap_usual && is_far(cheapest, line) {
            found.insert(number, cheapest);
        } else if !is_cheap_usual && is_far(line, dearest) {
            found.insert(number, dearest);
        }
    }
    found
}

/// Whether one line's price is a thousand times another's.
pub(in crate::check) fn is_far(cheap: &CostLine, dear: &CostLine) -> bool {
    let (cheap, dear) = (cheap.unit_price.amount(), dear.unit_price.amount());
    cheap > 0 && i128::from(dear) >= i128::from(cheap).saturating_mul(FAR)
}

/// Whether the other prices of the table of a line are all round thousands, so that one below a
/// thousand is written in thousands, as the English do it.
pub(super) fn is_alone_in_thousands(part: Part<'_>, line: &CostLine) -> bool {
    let others = part
        .lines
        .iter()
        .filter(|other| !std::ptr::eq(*other, line));
    let prices: Vec<i64> = others.map(|other| other.unit_price.amount()).collect();
    let distinct: BTreeSet<&i64> = prices.iter().collect();
    distinct.len() >= 2
        && prices
            .iter()
            .all(|price| *price >= 1_000 && price % 1_000 == 0)
}
