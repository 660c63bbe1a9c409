//! A body: an organ, organisation or group of people that leads, helps or acts.

use std::collections::BTreeMap;

use super::{Citation, CommuneKind, RichText};

/// A body of the catalogue; its text is what part VIII of a plan says of it.
#[derive(Debug, Clone)]
pub struct Body {
    /// Its code: `phong_kinh_te`.
    pub code: String,
    /// Its name, unless a kind of commune has another; may hold placeholders.
    pub name: RichText,
    /// Its name in a kind of commune, where it differs.
    pub name_by_kind: BTreeMap<CommuneKind, RichText>,
    /// Its place in part VIII.
    pub order: u32,
    /// What it does.
    pub duties: RichText,
    /// Where that was read.
    pub citations: Vec<Citation>,
}

impl Body {
    /// Its name in a commune of this kind, placeholders not yet filled.
    pub fn name_in(&self, kind: CommuneKind) -> &RichText {
        self.name_by_kind.get(&kind).unwrap_or(&self.name)
    }
}
