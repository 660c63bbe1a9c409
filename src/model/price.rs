//! The province's price list, against which estimates are held.

use std::sync::OnceLock;

use super::Dong;
use super::fold;

/// The province's prices, in the order of its workbook.
#[derive(Debug, Clone, Default)]
pub struct PriceList {
    /// The items, all of them there before the first search.
    pub items: Vec<PriceItem>,
    /// Their names and units without case and marks, made by the first search for all others.
    plain: OnceLock<Vec<(String, String)>>,
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
}

impl PriceList {
    /// The item that a line of an estimate buys: counted in the same unit, and its name begins the
    /// line's description; of several the one with the longest name. Case and marks do not count.
    pub fn find(&self, description: &str, unit: &str) -> Option<&PriceItem> {
        let (description, unit) = (fold(description), fold(unit));
        let begins = |name: &str| {
            let rest = description.strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let plain = self.plain.get_or_init(|| {
            let items = self.items.iter();
            items
                .map(|item| (fold(&item.name), fold(&item.unit)))
                .collect()
        });
        let items = self.items.iter().zip(plain);
        items
            .filter(|(_, (name, of_unit))| *of_unit == unit && begins(name))
            .map(|(item, _)| item)
            .max_by_key(|item| item.name.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::PriceItem;
    use super::PriceList;
    use crate::model::Dong;

    #[test]
    fn the_longest_name_that_begins_the_line_is_the_item() {
        let item = |name: &str| PriceItem {
            name: name.to_owned(),
            unit: "bộ".to_owned(),
            lowest: None,
            highest: Dong::ZERO,
        };
        let list = PriceList {
            items: vec![item("Máy tính"), item("Máy tính để bàn"), item("Máy")],
            ..PriceList::default()
        };
        let found = |text, unit| list.find(text, unit).map(|item| item.name.as_str());
        assert_eq!(
            found("MÁY TÍNH ĐỂ BÀN (thay máy cũ)", "Bộ"),
            Some("Máy tính để bàn")
        );
        assert_eq!(found("Máy tínhh", "bộ"), Some("Máy"));
        assert_eq!(found("Máytính", "bộ"), None);
        assert_eq!(found("Máy tính", "cái"), None);
    }
}
