//! What the rules look at, and which pieces of it could be read: of what could not, nobody can say what it
//! lacks.

use super::Index;
use super::Judged;
use crate::check::profile::Draft;
use crate::diagnostic::ErrorPlaces;
use crate::load::Node;
use crate::model::Catalogue;
use crate::model::ChosenComponent;
use crate::model::Component;
use crate::model::CostLine;
use crate::model::Estimate;
use crate::model::PriceList;
use crate::model::Profile;
use crate::model::UnreadLine;
use crate::model::keys;
use crate::source::Origin;
use crate::source::Sources;

/// What the rules look at: a commune's plan before it is merged.
pub(crate) struct Subject<'a> {
    pub catalogue: &'a Catalogue,
    pub profile: &'a Profile,
    /// What of the profile could be read.
    pub draft: &'a Draft,
    pub estimate: &'a Estimate,
    /// Its lines, found by what they say.
    pub index: &'a Index<'a>,
    /// Its amounts that have an unlikely size.
    pub judged: &'a Judged<'a>,
    pub prices: &'a PriceList,
    /// The profile as written, for the places of its keys and for its texts.
    pub node: &'a Node,
    /// The texts, by which places are told as lines.
    pub sources: &'a Sources,
    /// The pieces that were read without an error.
    pub sound: Vec<Piece>,
    /// Where chosen components stand that have an error, so that their days may be others.
    pub doubtful: Vec<Origin>,
}

impl<'a> Subject<'a> {
    /// The chosen components with their catalogue entries, in the order of the profile.
    pub(super) fn chosen(&self) -> impl Iterator<Item = (&'a ChosenComponent, &'a Component)> {
        let catalogue = self.catalogue;
        let chosen = self.profile.components.iter();
        chosen.filter_map(move |chosen| Some((chosen, catalogue.component(&chosen.code)?)))
    }

    pub(super) fn is_chosen(&self, code: &str) -> bool {
        self.profile
            .components
            .iter()
            .any(|chosen| chosen.code == code)
    }

    /// The cost lines of a component.
    pub(super) fn lines_of(&self, code: &str) -> impl Iterator<Item = &'a CostLine> + use<'a> {
        self.index.lines_of(code).map(|(line, _)| line)
    }

    /// Whether a component was read without an error, so that its phase and days are as written.
    pub(super) fn is_dated(&self, chosen: &ChosenComponent) -> bool {
        let mut doubtful = self.doubtful.iter();
        !doubtful.any(|item| chosen.at.is_within(item))
    }

    /// Whether a line of the estimate that could not be read may be one of a kind: where a rule says
    /// that there is none, it may be that line.
    pub(super) fn may_have_line(&self, is_one: impl Fn(&UnreadLine) -> bool) -> bool {
        self.estimate.unread.iter().any(is_one)
    }

    /// Whether a piece was read without an error.
    pub(super) fn is_sound(&self, piece: Piece) -> bool {
        self.sound.contains(&piece)
    }

    pub(super) fn is_read(&self, piece: Piece, errors: &ErrorPlaces) -> bool {
        let without_error = |key| {
            let node = self.node.get(key);
            node.map_or(self.node.unread.is_none(), |node| {
                !errors.are_in(&node.origin())
            })
        };
        let there = |key| self.node.get(key).is_some() && without_error(key);
        // A key that is not there may stand where the file is no YAML.
        let could_be_read = |key| self.node.get(key).is_some() || self.node.unread.is_none();
        match piece {
            Piece::Commune => there(keys::COMMUNE),
            Piece::Plan => there(keys::PLAN),
            Piece::Phases => there(keys::PHASE),
            Piece::Situation => without_error(keys::SITUATION),
            Piece::Recipients => without_error(keys::RECIPIENTS),
            Piece::Targets => self.draft.targets.named.is_ok(),
            Piece::Terrain => self.draft.terrain_known,
            Piece::Components => {
                self.node.get(keys::COMPONENTS).is_some() && self.draft.scope.components.is_ok()
            }
            Piece::LeftOut => without_error(keys::LEFT_OUT),
            Piece::Days => there(keys::COMPONENTS) && there(keys::PHASE),
            Piece::Tasks => self.draft.tasks_named && could_be_read(keys::TASKS),
            Piece::Estimate => self.estimate.is_found,
            Piece::Costs => self.estimate.is_found && !self.estimate.lines.is_empty(),
        }
    }

    /// Where the value of a key below keys of the profile stands, or as much of it as there is.
    pub(super) fn value(&self, path: &[&str]) -> Origin {
        let mut node = self.node;
        for key in path {
            let Some(below) = node.get(key) else { break };
            node = below;
        }
        node.origin()
    }

    /// Where a key below keys of the profile stands, or as much of that as there is.
    pub(super) fn nearest_key(&self, path: &[&str]) -> Origin {
        let mut node = self.node;
        let mut at = node.origin();
        for key in path {
            let Some(entry) = node.entry(key) else { break };
            at = entry.key_origin();
            node = &entry.value;
        }
        at
    }

    /// Where a key of the profile stands, or the profile's beginning.
    pub(super) fn at(&self, key: &str) -> Origin {
        let entry = self.node.entry(key);
        entry.map_or_else(|| self.node.origin(), crate::load::Entry::key_origin)
    }
}

/// A piece of what a commune writes. Where it could not be read, nobody can say what it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Commune,
    Plan,
    Phases,
    Situation,
    Recipients,
    /// The terrain, by which components are offered.
    Terrain,
    /// The codes of the chosen components, whatever else is wrong with them.
    Components,
    /// What is left out, and why.
    LeftOut,
    /// The days of components and phases.
    Days,
    /// The objectives of the targets, whatever is wrong with their values.
    Targets,
    /// The codes of the tasks.
    Tasks,
    /// The estimate, where a table of it was found; of its lines that could not be read is known
    /// what is in [`Estimate::unread`].
    Estimate,
    /// The estimate, with one line at least; that it has none is one finding of its own.
    Costs,
}

impl Piece {
    pub(super) const ALL: [Self; 13] = [
        Self::Commune,
        Self::Plan,
        Self::Terrain,
        Self::LeftOut,
        Self::Days,
        Self::Phases,
        Self::Situation,
        Self::Recipients,
        Self::Components,
        Self::Targets,
        Self::Tasks,
        Self::Estimate,
        Self::Costs,
    ];
}
