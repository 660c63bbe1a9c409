//! Provinces and the cities under the centre: one level with two names.
//!
//! Since 01/7/2025 there are 34 of them (Nghị quyết số 202/2025/QH15); which they are is content.

use super::Citation;
use super::CommuneKind;
use super::Date;
use super::fold;
use super::is_same_name;

/// What kind of unit of the level of the province it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProvinceKind {
    /// Tỉnh.
    Province,
    /// Thành phố trực thuộc trung ương.
    City,
}

impl ProvinceKind {
    /// The two kinds as the register writes them.
    pub const KEYS: [(&'static str, Self); 2] =
        [("tinh", Self::Province), ("thanh_pho", Self::City)];

    /// The kind in a sentence: "tỉnh".
    pub fn name(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố",
        }
    }

    /// The kind at the beginning of a sentence: "Tỉnh".
    pub fn capitalised(self) -> &'static str {
        match self {
            Self::Province => "Tỉnh",
            Self::City => "Thành phố",
        }
    }
}

/// What the two levels of local government are in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    /// The level of the province.
    pub province: ProvinceKind,
    /// That of the commune.
    pub commune: CommuneKind,
}

impl Levels {
    /// Those of which the guidance speaks where no place is meant.
    pub const GENERAL: Self = Self {
        province: ProvinceKind::Province,
        commune: CommuneKind::Xa,
    };

    /// The words for them by the names of their placeholders.
    pub fn words(self) -> [(&'static str, &'static str); 3] {
        [
            ("xa.loai", self.commune.name()),
            ("xa.cap_tinh", self.province.name()),
            ("xa.cap_tinh_dau_cau", self.province.capitalised()),
        ]
    }
}

/// The province or city in which a commune lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Province {
    /// What kind it is.
    pub kind: ProvinceKind,
    /// Its name without the kind: "An Bình".
    pub name: String,
}

impl Province {
    /// What people write: the kind where they write one ("tỉnh", "Thành phố", "TP.", "T."), and the
    /// name behind it, white space folded.
    pub fn split(written: &str) -> (Option<ProvinceKind>, String) {
        let words: Vec<&str> = written.split_whitespace().collect();
        let text = words.join(" ");
        let marks = [
            ("thành phố trực thuộc trung ương ", ProvinceKind::City),
            ("thành phố trực thuộc TW ", ProvinceKind::City),
            ("thành phố ", ProvinceKind::City),
            ("tp. ", ProvinceKind::City),
            ("tp.", ProvinceKind::City),
            ("tp ", ProvinceKind::City),
            ("tỉnh ", ProvinceKind::Province),
        ];
        for (mark, kind) in marks {
            let n_letters = mark.chars().count();
            let head: String = text.chars().take(n_letters).collect();
            let name: String = text.chars().skip(n_letters).collect();
            if fold(&format!("{head}|")) == fold(&format!("{mark}|")) && !name.is_empty() {
                return (Some(kind), name.trim_start().to_owned());
            }
        }
        (None, text)
    }

    /// The province of today of which people write, as far as it is among the known ones: of one that was
    /// merged, the one that it belongs to now. What is none of them is a province unless it is called a city.
    pub fn read(written: &str, known: &[KnownProvince]) -> Self {
        let (kind, name) = Self::split(written);
        match KnownProvince::find(known, &name) {
            Some(Known::Named(one) | Known::Misspelt(one) | Known::Former(_, one)) => {
                one.province.clone()
            }
            None => Self {
                kind: kind.unwrap_or(ProvinceKind::Province),
                name,
            },
        }
    }

    /// That province, where its name or kind is another than people wrote: it was merged, or misspelt.
    pub fn renamed(written: &str, known: &[KnownProvince]) -> Option<Self> {
        let (kind, name) = Self::split(written);
        let today = Self::read(written, known);
        let is_named = matches!(
            KnownProvince::find(known, &name),
            None | Some(Known::Named(_))
        );
        let is_of_kind = kind.is_none_or(|kind| kind == today.kind);
        (!is_named || !is_of_kind).then_some(today)
    }

    /// "tỉnh An Bình", "thành phố Đà Nẵng"; "Thành phố Hồ Chí Minh" alone is written with a capital
    /// (Nghị định 30/2020/NĐ-CP, Phụ lục II).
    pub fn full_name(&self) -> String {
        let kind = if self.name == "Hồ Chí Minh" {
            self.kind.capitalised()
        } else {
            self.kind.name()
        };
        format!("{kind} {}", self.name)
    }
}

/// One of the 34, as the register has it.
#[derive(Debug, Clone)]
pub struct KnownProvince {
    /// What it is called today.
    pub province: Province,
    /// From when on it is a city, where it was a province before.
    pub city_since: Option<Date>,
    /// What else people write for its name: "Đắc Lắc", "TPHCM".
    pub other_names: Vec<String>,
    /// The names of the provinces that were merged into it and are no more.
    pub former: Vec<String>,
    /// Where that was read.
    pub citation: Citation,
}

/// What a name is among the known ones.
#[derive(Debug, Clone, Copy)]
pub enum Known<'a> {
    /// The name of one, or another that is used for it.
    Named(&'a KnownProvince),
    /// The name of one but for its marks.
    Misspelt(&'a KnownProvince),
    /// The name of a province that is no more, and the one that it belongs to now.
    Former(&'a str, &'a KnownProvince),
}

impl KnownProvince {
    /// What a name is among the known ones; nothing where none is called so.
    pub fn find<'a>(known: &'a [Self], name: &str) -> Option<Known<'a>> {
        let is_named = |one: &&Self| {
            let others = one.other_names.iter();
            let mut names = others.chain([&one.province.name]);
            names.any(|other| is_same_name(other, name))
        };
        if let Some(one) = known.iter().find(is_named) {
            return Some(Known::Named(one));
        }
        let plain = plain(name);
        let mut former = known.iter().flat_map(|one| {
            let names = one.former.iter();
            names.map(move |former| (former.as_str(), one))
        });
        if let Some((former, one)) = former.find(|(former, _)| self::plain(former) == plain) {
            return Some(Known::Former(former, one));
        }
        let mut known = known.iter();
        let misspelt = known.find(|one| self::plain(&one.province.name) == plain);
        misspelt.map(Known::Misspelt)
    }
}

/// A name without marks, blanks and dashes.
fn plain(name: &str) -> String {
    let folded = fold(name);
    folded
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Province;
    use super::ProvinceKind::City;
    use super::ProvinceKind::Province as Tinh;

    #[test]
    fn a_kind_is_told_from_the_name() {
        for (written, kind, name) in [
            ("tỉnh An Bình", Some(Tinh), "An Bình"),
            ("Tỉnh  An Bình", Some(Tinh), "An Bình"),
            ("TP. Huế", Some(City), "Huế"),
            ("TP.Hồ Chí Minh", Some(City), "Hồ Chí Minh"),
            ("tp Đà Nẵng", Some(City), "Đà Nẵng"),
            ("Thành phố Hồ Chí Minh", Some(City), "Hồ Chí Minh"),
            (
                "Thành phố trực thuộc trung ương Đà Nẵng",
                Some(City),
                "Đà Nẵng",
            ),
            ("TPHCM", None, "TPHCM"),
            ("An Bình", None, "An Bình"),
            ("Tỉnh", None, "Tỉnh"),
            ("tỉnh …", Some(Tinh), "…"),
        ] {
            assert_eq!(
                Province::split(written),
                (kind, name.to_owned()),
                "{written}"
            );
        }
    }

    #[test]
    fn a_province_is_called_with_its_kind() {
        let of = |kind, name: &str| {
            let name = name.to_owned();
            Province { kind, name }.full_name()
        };
        assert_eq!(of(Tinh, "An Bình"), "tỉnh An Bình");
        assert_eq!(of(City, "Huế"), "thành phố Huế");
        assert_eq!(of(City, "Hồ Chí Minh"), "Thành phố Hồ Chí Minh");
    }
}
