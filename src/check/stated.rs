//! The targets as the profile states them: with their objectives, their values and the places of these.

use super::Subject;
use crate::model::AsWritten;
use crate::model::Decimal;
use crate::model::Objective;
use crate::model::fold;
use crate::model::keys;
use crate::read::DraftTarget;
use crate::source::Origin;

/// The targets with their objectives.
pub(super) fn targets<'a>(
    subject: &Subject<'a>,
) -> impl Iterator<Item = (&'a DraftTarget, &'a Objective)> {
    let catalogue = subject.catalogue;
    let targets = subject.draft.targets.list.iter();
    targets.filter_map(move |target| Some((target, catalogue.objective(&target.objective)?)))
}

/// Where a target states a value: today's under the key of it, or that of a year of the plan.
pub(super) fn place(subject: &Subject<'_>, target: &DraftTarget, year: Option<i32>) -> Origin {
    let found = || {
        let items = subject.written.get(keys::TARGETS)?.items();
        let item = items.iter().find(|item| item.origin() == target.at)?;
        match year {
            Some(year) => item.get(keys::VALUE)?.get(&year.to_string()),
            None => item.get(keys::SITUATION),
        }
    };
    found().map_or_else(|| target.at.clone(), AsWritten::origin)
}

/// The values of a target, each with its year; today's without.
pub(super) fn stated(target: &DraftTarget) -> impl Iterator<Item = (Option<i32>, Decimal)> {
    let baseline = target.baseline.map(|value| (None, value));
    let values = target.values.iter();
    let values = values.map(|(year, value)| (Some(*year), *value));
    baseline.into_iter().chain(values)
}

/// What a value is of: a year, or today.
pub(super) fn moment(year: Option<i32>) -> String {
    year.map_or_else(|| "hiện trạng".to_owned(), |year| format!("năm {year}"))
}

/// The name of an objective as sentences have it, folded: without what share it is.
pub(super) fn spoken(objective: &Objective) -> String {
    let name = fold(&objective.name);
    let name = name.strip_prefix("ty le ").unwrap_or(&name);
    name.to_owned()
}
