//! What fills the placeholders of a commune's texts.

use std::collections::BTreeMap;

use crate::model::Catalogue;
use crate::model::Dong;
use crate::model::Profile;
use crate::model::vietnamese;

/// The values by the names of their placeholders.
pub(super) struct Values {
    values: BTreeMap<String, String>,
}

impl Values {
    /// The values of a commune whose plan costs `total`.
    pub(super) fn new(catalogue: &Catalogue, profile: &Profile, total: Dong) -> Self {
        let commune = &profile.commune;
        let year = |year: Option<&i32>| year.map(ToString::to_string).unwrap_or_default();
        let basic = [
            ("xa.ten", commune.name.clone()),
            ("xa.loai", commune.kind.name().to_owned()),
            ("xa.ten_day_du", commune.full_name()),
            ("xa.ten_dau_cau", commune.sentence_name()),
            ("xa.tinh", commune.province.clone()),
            ("xa.dan_so", vietnamese::count(commune.population)),
            ("xa.so_ho", vietnamese::count(commune.households)),
            ("xa.dien_tich", vietnamese::decimal(commune.area)),
            ("xa.so_thon", vietnamese::count(commune.units)),
            ("xa.don_vi_dan_cu", commune.unit_name.clone()),
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
        let values = basic
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let mut values = Self { values };
        // The names of bodies hold the commune's values themselves ("Các {{ xa.don_vi_dan_cu }}").
        let bodies: Vec<(String, String)> = catalogue
            .bodies
            .iter()
            .map(|body| {
                let name = body
                    .name_in(commune.kind)
                    .filled(&|name| values.get(name))
                    .to_plain();
                (format!("don_vi.{}", body.code), name)
            })
            .collect();
        values.values.extend(bodies);
        values
    }

    /// The value of a placeholder; every name was checked, so an unknown one comes to nothing.
    pub(super) fn get(&self, name: &str) -> String {
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// The name of a body.
    pub(super) fn body(&self, code: &str) -> Option<String> {
        self.values.get(&format!("don_vi.{code}")).cloned()
    }
}
