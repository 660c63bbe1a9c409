//! A task of the commune's own, and one of the catalogue with columns of Phụ lục I in the commune's words.

use super::COLUMN_KEYS;
use super::items;
use super::scalar;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Phase;
use crate::model::Pillar;
use crate::model::RichText;
use crate::model::Task;
use crate::model::keys;
use crate::model::vietnamese;
use crate::read::fields::Fields;
use crate::read::profile::reader::Reader;

impl Reader<'_> {
    /// What an item says of a task. Its days and units are part of the choice, as of any other.
    pub(super) fn own_task(
        &mut self,
        profile: &Node,
        node: &Node,
        code: String,
    ) -> Result<Task, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let _ = fields.take(keys::CODE);
        let name = self.required_text(&mut fields, keys::NAME);
        let short_name = self.text(&mut fields, keys::SHORT_NAME);
        let pillar = fields.choice(keys::PILLAR, &Pillar::KEYS, self.diagnostics);
        let lead = fields.require(keys::LEAD, self.diagnostics);
        // Who that is comes with the choice.
        let lead = lead.map(|node| scalar(node).unwrap_or_default());
        let mut needed = [keys::CONTENT, keys::RESULT]
            .map(|key| fields.require(key, self.diagnostics).map(|_| ()))
            .into_iter();
        let name = name?;
        let mut task = Task {
            code,
            is_own: true,
            is_worded: true,
            short_name: short_name.unwrap_or_else(|| vietnamese::lower_first(&name)),
            name,
            pillar: pillar?,
            duration: None,
            phase: Phase::ALL[0],
            components: Vec::new(),
            budget_row: None,
            lead: lead?.to_owned(),
            support: Vec::new(),
            citations: Vec::new(),
            organisers: RichText::default(),
            persons: RichText::default(),
            work: RichText::default(),
            method: RichText::default(),
            result: RichText::default(),
            benefit: RichText::default(),
        };
        needed.try_for_each(|found| found)?;
        self.word(profile, node, &mut task)?;
        Ok(task)
    }

    /// The tasks of the catalogue that the profile chooses with columns in its own words.
    pub(super) fn worded_tasks(&mut self, profile: &Node) -> Vec<Task> {
        let chosen = items(profile, keys::TASKS).iter();
        let worded = chosen.filter(|node| {
            let has_words = COLUMN_KEYS.iter().any(|key| node.get(key).is_some());
            has_words && node.get(keys::NAME).is_none()
        });
        let worded = worded.filter_map(|node| {
            let code = scalar(node.get(keys::CODE)?)?;
            let mut task = self.catalogue.task(code)?.clone();
            // Lead and support say who does it; what the commune adds is its own.
            task.organisers = RichText::default();
            (task.duration, task.is_worded) = (None, true);
            self.word(profile, node, &mut task).ok()?;
            Some(task)
        });
        worded.collect()
    }

    /// Puts what an item says of the columns in the place of what a task has.
    fn word(&mut self, profile: &Node, node: &Node, task: &mut Task) -> Result<(), Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        // The first keys are those of the columns of text, in their order.
        for (key, column) in COLUMN_KEYS.into_iter().zip(task.columns_mut()) {
            if let Some(words) = self.own_words(&mut fields, key) {
                *column = words;
            }
        }
        if let Some(duration) = self.text(&mut fields, keys::DURATION) {
            task.duration = Some(duration);
        }
        if fields.take(keys::COMPONENTS).is_some() {
            task.components = self.own_codes(&mut fields, keys::COMPONENTS);
        }
        if let Some(node) = fields.take(keys::ROW) {
            task.budget_row = Some(self.own_entry_row(profile, node)?);
        }
        Ok(())
    }
}
