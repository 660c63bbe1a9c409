//! The province's price list, against which estimates are held.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::btree_map::Entry;

use super::Dong;
use super::fold;
use crate::source::Origin;

/// The province's prices.
#[derive(Debug, Clone, Default)]
pub struct PriceList {
    /// By unit, folded.
    of_units: BTreeMap<String, OfUnit>,
}

/// The items that are counted in one unit.
#[derive(Debug, Clone, Default)]
struct OfUnit {
    /// By name, folded.
    items: BTreeMap<String, PriceItem>,
    /// How long their names are, in bytes: a line's description is asked at these lengths alone.
    lengths: BTreeSet<usize>,
}

/// What something may cost.
#[derive(Debug, Clone)]
pub struct PriceItem {
    /// What it is: "Máy tính để bàn".
    pub name: String,
    /// The unit that is counted.
    pub unit: String,
    /// The lowest price, in đồng, where there is one.
    pub lowest: Option<Dong>,
    /// The highest price, in đồng.
    pub highest: Dong,
    /// Where that is written.
    pub at: Origin,
}

impl PriceItem {
    /// Whether a line's description names the item and nothing else, but for what it adds in brackets:
    /// "Máy in mã vạch" and "Máy in: bảo dưỡng" are no "Máy in".
    pub fn is_named_by(&self, description: &str) -> bool {
        let before_brackets = description.split(['(', '[']).next().unwrap_or("");
        fold(before_brackets.trim()) == fold(self.name.trim())
    }

    /// The price, where the list leaves no choice: no range, or one of a single value.
    pub fn only_price(&self) -> Option<Dong> {
        let is_single = self.lowest.is_none_or(|lowest| lowest == self.highest);
        is_single.then_some(self.highest)
    }
}

impl PriceList {
    /// Adds an item; whether there was none of this name and unit.
    pub fn add(&mut self, item: PriceItem) -> bool {
        let of_unit = self.of_units.entry(fold(&item.unit)).or_default();
        match of_unit.items.entry(fold(&item.name)) {
            Entry::Vacant(place) => {
                of_unit.lengths.insert(place.key().len());
                place.insert(item);
                true
            }
            Entry::Occupied(_) => false,
        }
    }

    /// The items, by unit and name.
    pub fn items(&self) -> impl Iterator<Item = &PriceItem> {
        let of_units = self.of_units.values();
        of_units.flat_map(|of_unit| of_unit.items.values())
    }

    /// The item that a line of an estimate buys: counted in the same unit, and its name begins the
    /// line's description; of several the one with the longest name. Description and unit are folded.
    pub fn find(&self, description: &str, unit: &str) -> Option<&PriceItem> {
        let of_unit = self.of_units.get(unit)?;
        // The beginnings of the description that end where a word does, the longest first.
        let mut lengths = of_unit.lengths.iter().rev();
        lengths.find_map(|length| {
            let (beginning, rest) = description.split_at_checked(*length)?;
            let ends = !rest.chars().next().is_some_and(char::is_alphanumeric);
            of_unit.items.get(beginning).filter(|_| ends)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PriceItem;
    use super::PriceList;
    use crate::model::Dong;
    use crate::model::fold;
    use crate::source::FileId;
    use crate::source::Origin;

    fn nowhere() -> Origin {
        Origin::File(FileId::default())
    }

    #[test]
    fn the_longest_name_that_begins_the_line_is_the_item() {
        let item = |name: &str| PriceItem {
            name: name.to_owned(),
            unit: "bộ".to_owned(),
            lowest: None,
            highest: Dong::ZERO,
            at: nowhere(),
        };
        let mut list = PriceList::default();
        for name in ["Máy tính", "Máy tính để bàn", "Máy"] {
            assert!(list.add(item(name)));
        }
        assert!(!list.add(item("MÁY")), "the same again");
        let found = |text, unit| {
            list.find(&fold(text), &fold(unit))
                .map(|item| item.name.as_str())
        };
        assert_eq!(
            found("MÁY TÍNH ĐỂ BÀN (thay máy cũ)", "Bộ"),
            Some("Máy tính để bàn")
        );
        assert_eq!(found("Máy tínhh", "bộ"), Some("Máy"));
        assert_eq!(found("Máytính", "bộ"), None);
        assert_eq!(found("Máy tính", "cái"), None);
    }

    #[test]
    fn an_item_is_named_alone_or_with_words_in_brackets() {
        let item = PriceItem {
            name: "Máy in".to_owned(),
            unit: "bộ".to_owned(),
            lowest: None,
            highest: Dong::ZERO,
            at: nowhere(),
        };
        assert!(item.is_named_by("máy in"));
        assert!(item.is_named_by("Máy in (thay máy cũ)"));
        assert!(!item.is_named_by("Máy in mã vạch"));
        assert!(!item.is_named_by("Máy in: bảo dưỡng"));
    }

    #[test]
    fn a_range_has_no_single_price() {
        let price = |amount| Dong::new(amount).expect("a value in range");
        let item = |lowest: Option<i64>| PriceItem {
            name: "Máy tính".to_owned(),
            unit: "bộ".to_owned(),
            lowest: lowest.map(price),
            highest: price(9),
            at: nowhere(),
        };
        assert_eq!(item(None).only_price(), Some(price(9)));
        assert_eq!(item(Some(9)).only_price(), Some(price(9)));
        assert_eq!(item(Some(8)).only_price(), None);
    }
}
