//! When a sentence of the catalogue stands in a plan: where something is chosen, or in such a place.
//!
//! `{{ khi HTS11, NV-07 }}` before a text keeps it where one of these is in the plan: a component, a task or an
//! objective by its code, or a word for the kind of place
//! or of plan. It governs what stands behind it in its paragraph or
//! item, up to `{{ het }}` where there is one; where nothing is left of an item, there is none. What is said
//! where it does not hold stands behind `{{ neu_khong }}`. What stands under two conditions stands where both
//! hold. What is of use to whoever chooses and to nobody who carries out is written behind
//! `{{ khi cam_nang }}`: the handbook alone says it. A place that answers a demand of the sources says the same
//! by a key, `khi: [HTS11, NV-07]`, since it is none where its sentence falls away.

use super::Catalogue;
use super::CommuneKind;
use super::Profile;
use super::ProvinceKind;
use super::Terrain;
use super::keys;

/// Words for a commune of three levels and for one in a city under the centre or in a province.
const DISTRICT: &str = keys::HAS_DISTRICT;
const CITY: &str = "thanh_pho";
const PROVINCE: &str = "tinh";

/// The word for a plan with a component on which the province gives its opinion.
const OPINION: &str = "xin_y_kien";

/// The word for what the handbook alone says.
const HANDBOOK: &str = "cam_nang";

/// A condition, which holds where one of its words does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// As it is written, without braces.
    pub written: String,
}

impl Condition {
    /// What stands between the braces where the text ends that a condition governs.
    pub const END: &str = "het";

    /// What stands between them before what is said where the condition does not hold.
    pub const OTHERWISE: &str = "neu_khong";

    /// Reads what stands between the braces of a placeholder; `None` where that is no condition.
    pub fn parse(written: &str) -> Option<Self> {
        let words = written.strip_prefix(keys::WHEN)?;
        words.starts_with(' ').then(|| Self {
            written: written.to_owned(),
        })
    }

    /// The condition that has these words.
    pub fn of(words: &[String]) -> Self {
        Self {
            written: format!("{} {}", keys::WHEN, words.join(", ")),
        }
    }

    /// Its words: codes, or the words for kinds of place.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let words = self.written.strip_prefix(keys::WHEN).unwrap_or_default();
        words.split(',').map(str::trim)
    }

    /// The words for kinds of place that a condition may have, beside the codes of the catalogue.
    fn situations() -> Vec<&'static str> {
        let kinds = CommuneKind::KEYS.iter().map(|(key, _)| *key);
        let terrains = Terrain::KEYS.iter().map(|(key, _)| *key);
        kinds
            .chain(terrains)
            .chain([DISTRICT, CITY, PROVINCE, OPINION, HANDBOOK])
            .collect()
    }

    /// Every word that a condition may have: the codes of the catalogue, then the kinds of place.
    pub fn all_words(catalogue: &Catalogue) -> Vec<String> {
        let components = catalogue.components.iter().map(|it| &it.code);
        let tasks = catalogue.tasks.iter().map(|it| &it.code);
        let objectives = catalogue.objectives.iter().map(|it| &it.code);
        let situations = Self::situations().into_iter().map(str::to_owned);
        let codes = components.chain(tasks).chain(objectives).cloned();
        codes.chain(situations).collect()
    }

    /// What a word for a kind of place means; nothing of a code.
    pub fn situation(word: &str) -> Option<&'static str> {
        let kind = CommuneKind::KEYS.iter().find(|(key, _)| *key == word);
        let terrain = Terrain::KEYS.iter().find(|(key, _)| *key == word);
        let level = match word {
            DISTRICT => Some("nơi có cấp huyện"),
            CITY => Some("thành phố trực thuộc Trung ương"),
            PROVINCE => Some("tỉnh"),
            OPINION => Some("có thành phần phải xin ý kiến cấp tỉnh"),
            HANDBOOK => Some("chỉ trong cẩm nang"),
            _ => None,
        };
        let kind = kind.map(|(_, kind)| kind.name());
        kind.or(terrain.map(|(_, terrain)| terrain.name()))
            .or(level)
    }

    /// Whether one of its words holds for a profile.
    pub fn holds(&self, profile: &Profile) -> bool {
        self.words().any(|word| is_so(word, profile))
    }
}

fn is_so(word: &str, profile: &Profile) -> bool {
    let commune = &profile.commune;
    let is_kind = CommuneKind::KEYS
        .iter()
        .any(|(key, kind)| *key == word && *kind == commune.kind);
    let is_terrain = Terrain::KEYS
        .iter()
        .any(|(key, terrain)| *key == word && *terrain == commune.terrain);
    let is_level = match word {
        DISTRICT => profile.has_district,
        CITY => commune.province.kind == ProvinceKind::City,
        PROVINCE => commune.province.kind == ProvinceKind::Province,
        OPINION => profile.components.iter().any(|chosen| chosen.needs_opinion),
        _ => false,
    };
    is_kind
        || is_terrain
        || is_level
        || profile.components.iter().any(|chosen| chosen.code == word)
        || profile.tasks.iter().any(|chosen| chosen.code == word)
        || profile
            .targets
            .iter()
            .any(|target| target.objective == word)
}
