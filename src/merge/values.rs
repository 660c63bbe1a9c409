//! What fills the placeholders of texts: the values of a commune, or of none in particular.

use std::collections::BTreeMap;

use super::legal::Mentions;
use super::legal::PLACEHOLDER;
use crate::model::Catalogue;
use crate::model::CommuneKind;
use crate::model::Dong;
use crate::model::Levels;
use crate::model::PLACEHOLDERS;
use crate::model::Profile;
use crate::model::vietnamese;

/// The values by the names of their placeholders.
pub(super) struct Values {
    values: BTreeMap<String, String>,
    mentions: Mentions,
}

impl Values {
    /// The values of a commune whose plan costs `total`.
    pub(super) fn new(catalogue: &Catalogue, profile: &Profile, total: Dong) -> Self {
        let commune = &profile.commune;
        let year = |year: Option<&i32>| year.map(ToString::to_string).unwrap_or_default();
        let head = commune.head_of_unit();
        let basic = [
            ("xa.ten", commune.name.clone()),
            ("xa.ten_day_du", commune.full_name()),
            ("xa.ten_dau_cau", commune.sentence_name()),
            ("xa.tinh", commune.province.full_name()),
            ("xa.dan_so", vietnamese::count(commune.population)),
            ("xa.so_ho", vietnamese::count(commune.households)),
            ("xa.dien_tich", vietnamese::decimal(commune.area)),
            ("xa.so_thon", vietnamese::count(commune.units)),
            ("xa.don_vi_dan_cu", commune.unit_name.clone()),
            (
                "xa.truong_don_vi_dan_cu_dau_cau",
                vietnamese::capitalised(&head),
            ),
            ("xa.truong_don_vi_dan_cu", head),
            ("xa.so_can_bo", vietnamese::count(commune.officials)),
            ("xa.dia_ban", commune.terrain.name().to_owned()),
            ("ke_hoach.nam_dau", year(profile.years.first())),
            ("ke_hoach.nam_cuoi", year(profile.years.last())),
            ("ke_hoach.giai_doan", vietnamese::year_range(&profile.years)),
            (
                "kinh_phi.tong",
                format!("{} đồng", vietnamese::amount(total)),
            ),
            ("kinh_phi.tong_chu", vietnamese::in_words(total)),
        ];
        let words = commune.levels().words();
        let words = words.map(|(name, word)| (name, word.to_owned()));
        let values = basic
            .into_iter()
            .chain(words)
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let mentions = Mentions::of_plan(catalogue, profile);
        Self { values, mentions }.with_bodies(catalogue, commune.kind)
    }

    /// Adds the names of bodies, which hold the commune's values themselves
    /// ("Các {{ xa.don_vi_dan_cu }}").
    fn with_bodies(mut self, catalogue: &Catalogue, kind: CommuneKind) -> Self {
        let bodies: Vec<(String, String)> = catalogue
            .bodies
            .iter()
            .map(|body| {
                let name = body.name_in(kind).filled(&|name| self.get(name)).to_plain();
                (format!("don_vi.{}", body.code), name)
            })
            .collect();
        self.values.extend(bodies);
        self
    }

    /// The values for a reader of the guidance itself, where no commune is meant: the words that
    /// every commune shares, and "…" where each has its own.
    pub(super) fn of_no_commune(catalogue: &Catalogue) -> Self {
        let kind = CommuneKind::Xa;
        let words = [
            ("xa.ten_day_du", kind.name()),
            ("xa.ten_dau_cau", kind.capitalised()),
            ("xa.tinh", "tỉnh"),
            ("xa.don_vi_dan_cu", kind.default_unit()),
            ("xa.truong_don_vi_dan_cu", "người đứng đầu khu dân cư"),
            (
                "xa.truong_don_vi_dan_cu_dau_cau",
                "Người đứng đầu khu dân cư",
            ),
        ];
        let words: Vec<_> = words.into_iter().chain(Levels::GENERAL.words()).collect();
        let values = PLACEHOLDERS
            .iter()
            .map(|name| {
                let word = words.iter().find(|(known, _)| known == name);
                (
                    (*name).to_owned(),
                    word.map_or("…", |(_, word)| word).to_owned(),
                )
            })
            .collect();
        let mentions = Mentions::of_no_commune(catalogue);
        Self { values, mentions }.with_bodies(catalogue, kind)
    }

    /// The value of a placeholder; every name was checked, so an unknown one comes to nothing.
    pub(super) fn get(&self, name: &str) -> String {
        let document = name.strip_prefix(PLACEHOLDER);
        let value = match document {
            Some(code) => self.mentions.next(code),
            None => self.values.get(name).cloned(),
        };
        value.unwrap_or_default()
    }

    /// What is said where a document is meant.
    pub(super) fn mentions(&self) -> &Mentions {
        &self.mentions
    }

    /// The name of a body.
    pub(super) fn body(&self, code: &str) -> Option<String> {
        self.values.get(&format!("don_vi.{code}")).cloned()
    }
}
