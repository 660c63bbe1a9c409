//! What a value looks like: a key that is missing is shown with a value that can be read, since whoever
//! copies the hint must not get the next finding by it.

use crate::model::keys;

/// What the values of keys look like that are no free text, wherever such a key stands.
const EXAMPLES: [(&str, &str); 23] = [
    (keys::PILLAR, "chinh_quyen_so"),
    (keys::LAYER, "3"),
    (keys::DATE, "15/01/2027"),
    (keys::FROM, "01/02/2027"),
    (keys::UNTIL, "30/09/2027"),
    (keys::START, "01/02/2027"),
    (keys::END, "30/09/2027"),
    (keys::YEAR, "2027"),
    (keys::TERRAIN, "nong_thon"),
    (keys::PROVINCE, "tỉnh An Giang"),
    (keys::POPULATION, "16850"),
    (keys::HOUSEHOLDS, "4420"),
    (keys::AREA, "52.4"),
    (keys::UNITS, "18"),
    (keys::OFFICIALS, "46"),
    (keys::QUANTITY, "10"),
    (keys::BUYING, "18000000"),
    (keys::UPKEEP, "900000"),
    (keys::RENTING, "6500000"),
    (keys::AUTHORITY, "TM. ỦY BAN NHÂN DÂN"),
    (keys::OFFICE, "CHỦ TỊCH"),
    (keys::UNIT_PRICE, "12000000"),
    (keys::FUNDING_SOURCE, "xã"),
];

/// A value of this key, nothing where it is a text, a list, or a group of keys of its own; `beside` are
/// the keys that stand with it.
pub(super) fn of(key: &str, beside: &[&str]) -> Option<&'static str> {
    // The phase of an own component, not those of the plan.
    if key == keys::PHASE && beside.contains(&keys::LAYER) {
        return Some("1");
    }
    if key == keys::YEAR && beside.contains(&keys::DATE) {
        return Some("[2027, 2028]");
    }
    let found = EXAMPLES.iter().find(|(name, _)| *name == key);
    found.map(|(_, example)| *example)
}

/// What is to be known of such a value besides.
pub(super) fn aside(key: &str) -> &'static str {
    match key {
        keys::DATE => "; chưa ký thì ghi ngày dự kiến ký",
        _ => "",
    }
}
