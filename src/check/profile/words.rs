//! The commune's own words: who signs, and texts instead of sections.

use std::collections::BTreeMap;

use super::Reader;
use crate::check::catalogue::section_id;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::keys;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Signatory;

impl Reader<'_> {
    pub(super) fn signatory(&mut self, node: &Node) -> Result<Signatory, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let authority = self.required_text(&mut fields, keys::AUTHORITY);
        let office = self.required_text(&mut fields, keys::OFFICE);
        let name = self.text(&mut fields, keys::FULL_NAME);
        fields.finish(self.diagnostics);
        Ok(Signatory {
            authority: authority?,
            office: office?,
            name,
        })
    }

    pub(super) fn own_sections(&mut self, node: &Node) -> BTreeMap<SectionId, RichText> {
        let mut sections = BTreeMap::new();
        for entry in fields::mapping(node, self.diagnostics).unwrap_or_default() {
            if let Ok(id) = section_id(&entry.key, &entry.value, self.diagnostics) {
                sections.insert(id, self.texts.node(&entry.value, self.diagnostics));
            }
        }
        sections
    }
}
