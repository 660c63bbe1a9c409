//! A component of the commune's own: what stands of the others in the catalogue.

use super::scalar;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::BudgetRowId;
use crate::model::Component;
use crate::model::Group;
use crate::model::Guidance;
use crate::model::Layer;
use crate::model::Phase;
use crate::model::Pillar;
use crate::model::RichText;
use crate::model::Supplier;
use crate::model::keys;
use crate::model::vietnamese;
use crate::read::fields::Fields;
use crate::read::profile::reader::Reader;

impl Reader<'_> {
    /// What an item says of a component. Its phase, lead and result are part of the choice, as of any other.
    pub(super) fn own_component(
        &mut self,
        profile: &Node,
        node: &Node,
        code: String,
    ) -> Result<Component, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let _ = fields.take(keys::CODE);
        let name = self.required_text(&mut fields, keys::NAME);
        let short_name = self.text(&mut fields, keys::SHORT_NAME);
        let pillar = fields.choice(keys::PILLAR, &Pillar::KEYS, self.diagnostics);
        let layer = fields.choice(keys::LAYER, &Layer::KEYS, self.diagnostics);
        let row = fields.take(keys::ROW);
        let row = row
            .map(|node| self.own_entry_row(profile, node))
            .transpose();
        let work = fields.require(keys::CONTENT, self.diagnostics);
        let work = work.map(|node| self.texts.own(node, self.diagnostics));
        let lead = fields.require(keys::LEAD, self.diagnostics);
        // Who that is comes with the choice.
        let lead = lead.map(|node| scalar(node).unwrap_or_default());
        let result = fields.require(keys::RESULT, self.diagnostics).map(|_| ());
        let [how, ensure, avoid] =
            [keys::HOW, keys::ENSURE, keys::AVOID].map(|key| self.own_words(&mut fields, key));
        let (pillar, work) = (pillar?, work?);
        result?;
        let name = name?;
        Ok(Component {
            code,
            short_name: short_name.unwrap_or_else(|| vietnamese::lower_first(&name)),
            name,
            layer: layer?,
            group: Group::Own,
            supplier: Supplier::CommuneOwn,
            terrain: None,
            pillar,
            phase: Phase::ALL[0],
            is_permanent: false,
            depends_on: Vec::new(),
            budget_row: row?.unwrap_or_else(|| BudgetRowId::of_pillar(pillar)),
            lead: lead?.to_owned(),
            support: Vec::new(),
            citations: Vec::new(),
            figures: Vec::new(),
            guidance: Guidance {
                what: work.clone(),
                how: how.unwrap_or_default(),
                ensure: ensure.unwrap_or_default(),
                avoid: avoid.unwrap_or_default(),
                result: RichText::default(),
            },
            work,
            product: RichText::default(),
        })
    }
}
