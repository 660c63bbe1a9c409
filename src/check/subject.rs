//! What the rules look at.

use super::Index;
use super::Judged;
use crate::model::AsWritten;
use crate::model::Catalogue;
use crate::model::ChosenComponent;
use crate::model::Component;
use crate::model::CostLine;
use crate::model::Estimate;
use crate::model::PriceList;
use crate::model::Profile;
use crate::model::UnreadLine;
use crate::read::Draft;
use crate::read::Piece;
use crate::read::Soundness;
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
    pub written: &'a AsWritten,
    /// The texts, by which places are told as lines.
    pub sources: &'a Sources,
    /// What of the commune's files was read without an error.
    pub soundness: &'a Soundness,
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
        !self.soundness.is_doubtful(&chosen.at)
    }

    /// Whether a line of the estimate that could not be read may be one of a kind: where a rule says
    /// that there is none, it may be that line.
    pub(super) fn may_have_line(&self, is_one: impl Fn(&UnreadLine) -> bool) -> bool {
        self.estimate.unread.iter().any(is_one)
    }

    /// Whether a piece was read without an error.
    pub(super) fn is_sound(&self, piece: Piece) -> bool {
        self.soundness.has(piece)
    }

    /// Where the value of a key below keys of the profile stands, or as much of it as there is.
    pub(super) fn value(&self, path: &[&str]) -> Origin {
        let mut written = self.written;
        for key in path {
            let Some(below) = written.get(key) else { break };
            written = below;
        }
        written.origin()
    }

    /// Where a key below keys of the profile stands, or as much of that as there is.
    pub(super) fn nearest_key(&self, path: &[&str]) -> Origin {
        let mut written = self.written;
        let mut at = written.origin();
        for key in path {
            let Some(entry) = written.entry(key) else {
                break;
            };
            at = entry.at.clone();
            written = &entry.value;
        }
        at
    }

    /// Where a key of the profile stands, or the profile's beginning.
    pub(super) fn at(&self, key: &str) -> Origin {
        let entry = self.written.entry(key);
        entry.map_or_else(|| self.written.origin(), |entry| entry.at.clone())
    }
}
