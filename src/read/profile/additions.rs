//! What a commune adds to the catalogue, as it was read: its own targets, tasks and components, and which items of
//! the profile name them.

use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Catalogue;
use crate::model::Component;
use crate::model::Objective;
use crate::model::Task;
use crate::source::Origin;

/// What a commune adds.
#[derive(Debug, Default)]
pub(crate) struct Additions {
    pub(super) components: Vec<Component>,
    /// Its own, and those of the catalogue with columns of its own.
    pub(super) tasks: Vec<Task>,
    pub(super) objectives: Vec<Objective>,
    /// The items that name something of the commune's own.
    pub(super) items: Vec<Item>,
}

/// An item of a list that names something of the commune's own.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) at: Origin,
    pub(super) code: Result<OwnCode, Reported>,
}

/// The code of something of the commune's own.
#[derive(Debug, Clone)]
pub(crate) struct OwnCode {
    /// The code.
    pub code: String,
    /// Whether it was given here, since the profile writes none.
    pub is_given: bool,
}

impl Additions {
    /// The code of an item that names something of the commune's own; nothing of one that does not.
    pub(crate) fn code(&self, node: &Node) -> Option<Result<&OwnCode, Reported>> {
        let at = node.origin();
        let item = self.items.iter().find(|item| item.at == at)?;
        Some(item.code.as_ref().map_err(|reported| *reported))
    }

    /// The catalogue with what is added, each kind behind what was there; nothing where nothing is.
    pub(crate) fn onto(&self, catalogue: &Catalogue) -> Option<Catalogue> {
        if self.components.is_empty() && self.tasks.is_empty() && self.objectives.is_empty() {
            return None;
        }
        let mut extended = catalogue.clone();
        extended.components.extend(self.components.iter().cloned());
        extended.objectives.extend(self.objectives.iter().cloned());
        for task in &self.tasks {
            let mut known = extended.tasks.iter_mut();
            match known.find(|known| known.code == task.code) {
                Some(known) => known.clone_from(task),
                None => extended.tasks.push(task.clone()),
            }
        }
        Some(extended)
    }
}
