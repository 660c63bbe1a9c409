//! The commune: what kind of unit it is, where it lies, and its figures.

use super::Decimal;
use super::Levels;
use super::Province;

/// What kind of commune-level unit it is (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommuneKind {
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Đặc khu.
    DacKhu,
}

impl CommuneKind {
    /// The three kinds as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("xa", Self::Xa),
        ("phuong", Self::Phuong),
        ("dac_khu", Self::DacKhu),
    ];

    /// The kind in a sentence: "xã".
    pub fn name(self) -> &'static str {
        match self {
            Self::Xa => "xã",
            Self::Phuong => "phường",
            Self::DacKhu => "đặc khu",
        }
    }

    /// The kind at the beginning of a sentence: "Xã".
    pub fn capitalised(self) -> &'static str {
        match self {
            Self::Xa => "Xã",
            Self::Phuong => "Phường",
            Self::DacKhu => "Đặc khu",
        }
    }

    /// The name alone where people write a kind before it: "Xã Minh Sơn" → "Minh Sơn". The commune of
    /// Xà Bang is called so.
    pub fn strip(written: &str) -> Option<&str> {
        let mut kinds = Self::KEYS.iter().map(|(_, kind)| kind.name().split(' '));
        kinds.find_map(|mut kind| {
            kind.try_fold(written.trim(), |rest, wanted| {
                let (word, after) = rest.split_once(char::is_whitespace)?;
                (word.to_lowercase() == wanted).then(|| after.trim_start())
            })
        })
    }

    /// How its residential units are called unless the profile says otherwise.
    pub fn default_unit(self) -> &'static str {
        match self {
            Self::Phuong => "tổ dân phố",
            Self::Xa | Self::DacKhu => "thôn",
        }
    }
}

/// The terrain that decides which supplementary components fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Terrain {
    /// Đô thị.
    Urban,
    /// Nông thôn.
    Rural,
    /// Miền núi, biên giới, hải đảo.
    Mountain,
}

impl Terrain {
    /// The three terrains as users write them.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("do_thi", Self::Urban),
        ("nong_thon", Self::Rural),
        ("mien_nui", Self::Mountain),
    ];

    /// The terrain in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Urban => "đô thị",
            Self::Rural => "nông thôn",
            Self::Mountain => "miền núi, biên giới, hải đảo",
        }
    }
}

/// A commune and its figures.
#[derive(Debug, Clone)]
pub struct Commune {
    /// Its name without the kind: "Minh Sơn".
    pub name: String,
    /// What kind of unit it is.
    pub kind: CommuneKind,
    /// The province or city in which it lies.
    pub province: Province,
    /// Its terrain.
    pub terrain: Terrain,
    /// Inhabitants.
    pub population: u32,
    /// Households.
    pub households: u32,
    /// Area in km².
    pub area: Decimal,
    /// Residential units (thôn, tổ dân phố, bản).
    pub units: u32,
    /// How a residential unit is called here.
    pub unit_name: String,
    /// Cán bộ, công chức.
    pub officials: u32,
}

impl Commune {
    /// "xã Minh Sơn".
    pub fn full_name(&self) -> String {
        format!("{} {}", self.kind.name(), self.name)
    }

    /// The name before the day of a document: "Minh Sơn"; of a unit that is called by a number, the full one,
    /// "Phường 5" (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.4).
    pub fn place_name(&self) -> String {
        let is_number = self.name.chars().all(|letter| letter.is_ascii_digit());
        if is_number {
            self.sentence_name()
        } else {
            self.name.clone()
        }
    }

    /// What the two levels are called here.
    pub fn levels(&self) -> Levels {
        Levels {
            province: self.province.kind,
            commune: self.kind,
        }
    }

    /// Who heads a residential unit: "trưởng thôn", "trưởng khu phố", "tổ trưởng tổ dân phố".
    pub fn head_of_unit(&self) -> String {
        let first = self.unit_name.split(' ').next().unwrap_or_default();
        match first.to_lowercase() == "tổ" {
            true => format!("tổ trưởng {}", self.unit_name),
            false => format!("trưởng {}", self.unit_name),
        }
    }

    /// "Xã Minh Sơn".
    pub fn sentence_name(&self) -> String {
        format!("{} {}", self.kind.capitalised(), self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::Commune;
    use super::CommuneKind;
    use crate::model::Decimal;
    use crate::model::Province;
    use crate::model::Terrain;

    #[test]
    fn a_unit_with_a_number_is_called_in_full_before_a_day() {
        for (name, place) in [
            ("5", "Phường 5"),
            ("Minh Sơn", "Minh Sơn"),
            ("Bến Nghé 2", "Bến Nghé 2"),
        ] {
            let commune = Commune {
                name: name.to_owned(),
                kind: CommuneKind::Phuong,
                province: Province::read("thành phố Hồ Chí Minh", &[]),
                terrain: Terrain::Urban,
                population: 1,
                households: 1,
                area: Decimal::parse("1").expect("a number"),
                units: 1,
                unit_name: String::new(),
                officials: 1,
            };
            assert_eq!(commune.place_name(), place);
        }
    }

    #[test]
    fn a_kind_before_a_name_is_no_part_of_it() {
        let strip = CommuneKind::strip;
        assert_eq!(strip("Xã Minh Sơn Hạ"), Some("Minh Sơn Hạ"));
        assert_eq!(strip("ĐẶC KHU  Hòn Mây"), Some("Hòn Mây"));
        for name in ["Xà Bang", "Minh Sơn", "Xã", "Đặc Khu", "Phượng Mao"] {
            assert_eq!(strip(name), None, "{name}");
        }
    }
}
