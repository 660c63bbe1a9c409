//! The places in which a plan can be: kinds of communes, terrains, provinces and cities, and what people call
//! the units in which they live.

use crate::random::Random;

/// A place, in the words of a profile.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// `xa`, `phuong` or `dac_khu`.
    pub(crate) kind: &'static str,
    /// `do_thi`, `nong_thon` or `mien_nui`.
    pub(crate) terrain: &'static str,
    /// With what it is: "tỉnh An Giang".
    pub(crate) province: &'static str,
    /// "thôn".
    pub(crate) unit: &'static str,
    /// Whether there is a district above it.
    pub(crate) has_district: bool,
}

/// The kinds of communes with their words.
pub(crate) const KINDS: [(&str, &str); 3] =
    [("xa", "xã"), ("phuong", "phường"), ("dac_khu", "đặc khu")];

/// The terrains.
pub(crate) const TERRAINS: [&str; 3] = ["do_thi", "nong_thon", "mien_nui"];

/// Provinces, then cities under the centre, one of which is called with a capital.
pub(crate) const PROVINCES: [&str; 5] = [
    "tỉnh An Giang",
    "tỉnh Lạng Sơn",
    "thành phố Đà Nẵng",
    "thành phố Huế",
    "Thành phố Hồ Chí Minh",
];

/// What the units are called: those of a xã or đặc khu, then those of a phường.
pub(crate) const UNITS: [[&str; 3]; 2] = [["thôn", "bản", "ấp"], ["tổ dân phố", "khu phố", "khóm"]];

impl Place {
    /// A place of any kind.
    pub(crate) fn random(random: &mut Random) -> Self {
        let kind = KINDS[random.below(KINDS.len())].0;
        let units = UNITS[usize::from(kind == "phuong")];
        Self {
            kind,
            terrain: random.pick(&TERRAINS),
            province: random.pick(&PROVINCES),
            unit: random.pick(&units),
            has_district: random.below(4) == 0,
        }
    }

    /// "Phường", as the source of money is called.
    pub(crate) fn own_source(&self) -> &'static str {
        match self.kind {
            "phuong" => "Phường",
            "dac_khu" => "Đặc khu",
            _ => "Xã",
        }
    }

    /// Whether it lies in a city under the centre.
    pub(crate) fn is_in_city(&self) -> bool {
        self.province.to_lowercase().starts_with("thành phố")
    }
}
