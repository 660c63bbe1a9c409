//! Between which bounds the amounts of an estimate usually lie: outside them it is asked whether the
//! unit is right.

use super::Dong;
use super::fold;

/// Prices below this are those of small things, or written in thousands or millions: most of what a
/// commune buys costs more.
pub const SMALL_PRICE: i64 = 100_000;

/// An amount that has bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// The price of one.
    UnitPrice,
    /// A line.
    Amount,
    /// All lines.
    Total,
}

impl Measured {
    /// The amounts as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("don_gia", Self::UnitPrice),
        ("thanh_tien", Self::Amount),
        ("tong", Self::Total),
    ];
}

/// The bounds of an amount.
#[derive(Debug, Clone)]
pub struct Size {
    /// Of what.
    pub of: Measured,
    /// The units of things that it holds for, folded; none for all that have no bounds of their own.
    pub units: Vec<String>,
    /// A price below the least one is no wonder where the line comes to as much: many small things.
    pub enough: Option<Dong>,
    /// What is less is asked about.
    pub least: Option<Dong>,
    /// What is more is asked about.
    pub most: Option<Dong>,
    /// Why.
    pub why: String,
}

/// On which side of its bounds an amount lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Below this bound.
    Below(Dong),
    /// Above this bound.
    Above(Dong),
}

impl Size {
    /// On which side of the bounds an amount lies; nothing where it lies within them.
    pub fn beyond(&self, amount: Dong) -> Option<Beyond> {
        let below = self.least.filter(|least| amount < *least);
        let above = self.most.filter(|most| amount > *most);
        below.map(Beyond::Below).or(above.map(Beyond::Above))
    }
}

/// The bounds of an amount, of things that are counted in a unit: those for this unit, or else those
/// for all.
pub fn size_of<'a>(sizes: &'a [Size], of: Measured, unit: &str) -> Option<&'a Size> {
    let unit = fold(unit.trim());
    let mut own = sizes.iter().filter(|size| size.of == of);
    let for_unit = own.clone().find(|size| size.units.contains(&unit));
    for_unit.or_else(|| own.find(|size| size.units.is_empty()))
}
