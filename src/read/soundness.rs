//! Which pieces of what a commune writes were read without an error: of what could not, nobody can say what it
//! lacks.

use super::profile::Draft;
use crate::diagnostic::ErrorPlaces;
use crate::load::Node;
use crate::model::Estimate;
use crate::model::keys;
use crate::source::Origin;

/// What of a commune's files is as it was meant, as far as reading can tell.
pub(crate) struct Soundness {
    /// The pieces that were read without an error.
    sound: Vec<Piece>,
    /// Where chosen components stand that have an error, so that their days may be others.
    doubtful: Vec<Origin>,
}

impl Soundness {
    /// That of a profile and its estimate, in which there are these errors.
    pub(super) fn of(
        profile: &Node,
        draft: &Draft,
        estimate: &Estimate,
        errors: &ErrorPlaces,
    ) -> Self {
        let pieces = Piece::ALL.into_iter();
        let is_read = |piece: &Piece| piece.is_read(profile, draft, estimate, errors);
        let components = profile.get(keys::COMPONENTS);
        let components = components.map(Node::items).unwrap_or_default();
        let places = components.iter().map(Node::origin);
        Self {
            sound: pieces.filter(is_read).collect(),
            doubtful: places.filter(|place| errors.are_in(place)).collect(),
        }
    }

    /// Whether a piece was read without an error.
    pub(crate) fn has(&self, piece: Piece) -> bool {
        self.sound.contains(&piece)
    }

    /// Whether a place is in a chosen component that has an error.
    pub(crate) fn is_doubtful(&self, at: &Origin) -> bool {
        self.doubtful.iter().any(|item| at.is_within(item))
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
    const ALL: [Self; 13] = [
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

    fn is_read(
        self,
        profile: &Node,
        draft: &Draft,
        estimate: &Estimate,
        errors: &ErrorPlaces,
    ) -> bool {
        let without_error = |key| {
            let node = profile.get(key);
            node.map_or(profile.unread.is_none(), |node| {
                !errors.are_in(&node.origin())
            })
        };
        let there = |key| profile.get(key).is_some() && without_error(key);
        // A key that is not there may stand where the file is no YAML.
        let could_be_read = |key| profile.get(key).is_some() || profile.unread.is_none();
        match self {
            Self::Commune => there(keys::COMMUNE),
            Self::Plan => there(keys::PLAN),
            Self::Phases => there(keys::PHASE),
            Self::Situation => without_error(keys::SITUATION),
            Self::Recipients => without_error(keys::RECIPIENTS),
            Self::Targets => draft.targets.named.is_ok(),
            Self::Terrain => draft.terrain_known,
            Self::Components => {
                profile.get(keys::COMPONENTS).is_some() && draft.scope.components.is_ok()
            }
            Self::LeftOut => without_error(keys::LEFT_OUT),
            Self::Days => there(keys::COMPONENTS) && there(keys::PHASE),
            Self::Tasks => draft.tasks_named && could_be_read(keys::TASKS),
            Self::Estimate => estimate.is_found,
            Self::Costs => estimate.is_found && !estimate.lines.is_empty(),
        }
    }
}
