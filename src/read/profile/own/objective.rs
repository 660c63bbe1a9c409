//! A target of the commune's own: what stands of the others in the catalogue.

use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Direction;
use crate::model::Objective;
use crate::model::Pillar;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::profile::reader::Reader;

impl Reader<'_> {
    /// What an item says of an objective. Its values are part of the choice, as of any other.
    pub(super) fn own_objective(
        &mut self,
        node: &Node,
        code: String,
    ) -> Result<Objective, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let _ = fields.take(keys::CODE);
        let name = self.required_text(&mut fields, keys::NAME);
        let pillar = fields.choice(keys::PILLAR, &Pillar::KEYS, self.diagnostics);
        let unit = self.required_text(&mut fields, keys::UNIT);
        let direction = fields.take(keys::DIRECTION);
        let direction =
            direction.map(|node| fields::choice(node, &Direction::KEYS, self.diagnostics));
        let measurement = fields.require(keys::MEASUREMENT, self.diagnostics);
        let measurement = measurement.map(|node| self.texts.own(node, self.diagnostics));
        let components = self.own_codes(&mut fields, keys::COMPONENTS);
        let tasks = self.own_codes(&mut fields, keys::TASKS);
        Ok(Objective {
            code,
            is_own: true,
            name: name?,
            pillar: pillar?,
            unit: unit?,
            direction: direction.transpose()?.unwrap_or(Direction::Up),
            source_value: None,
            source_year: None,
            components,
            tasks,
            superseded: None,
            citations: Vec::new(),
            measurement: measurement?,
        })
    }
}
