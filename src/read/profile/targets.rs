//! Targets as far as they could be read, so that one fault hides no other.

use std::collections::BTreeMap;

use crate::diagnostic::Reported;
use crate::model::Decimal;
use crate::model::Target;
use crate::source::Origin;

/// A target as far as it could be read: rules look at what there is of it.
#[derive(Debug)]
pub(crate) struct DraftTarget {
    /// The objective, by code.
    pub objective: String,
    /// Today's value, if it could be read.
    pub baseline: Option<Decimal>,
    /// The values that could be read, by year.
    pub values: BTreeMap<i32, Decimal>,
    /// Whether each year of the plan has its value.
    pub has_all: bool,
    /// Why it stays below what the source asks, where it does.
    pub reason: Option<String>,
    /// Where it was read.
    pub at: Origin,
}

/// The targets of a profile.
#[derive(Debug)]
pub(crate) struct DraftTargets {
    /// Those whose objective is known.
    pub list: Vec<DraftTarget>,
    /// The fault of one whose objective is not.
    pub named: Result<(), Reported>,
    /// The fault of the list as a whole.
    pub read: Result<(), Reported>,
}

impl DraftTargets {
    /// Targets of which nothing is known.
    pub(super) fn unknown(reported: Reported) -> Self {
        Self {
            list: Vec::new(),
            named: Err(reported),
            read: Err(reported),
        }
    }

    /// Those that a plan may be made of.
    pub(super) fn whole(&self) -> Vec<Target> {
        let whole = self.list.iter().filter(|target| target.has_all);
        whole
            .filter_map(|target| {
                Some(Target {
                    objective: target.objective.clone(),
                    baseline: target.baseline?,
                    values: target.values.values().copied().collect(),
                    reason: target.reason.clone(),
                    at: target.at.clone(),
                })
            })
            .collect()
    }
}
