//! What the plan leaves out of the guidance.

use super::Merger;
use super::demands::Standing;
use crate::model::Component;
use crate::model::Gap;
use crate::model::Gaps;
use crate::model::Supplier;

impl Merger<'_> {
    /// What the plan leaves out; components that stand for "whatever else" are no gap.
    pub(super) fn gaps(&self, standing: &Standing) -> Gaps {
        let profile = &self.commune.profile;
        let is_chosen = |code: &String| profile.components.iter().any(|its| its.code == *code);
        let components = |is_meant: &dyn Fn(&Component) -> bool| -> Vec<Gap> {
            let all = self.catalogue.components.iter();
            let missing =
                all.filter(|component| !component.is_open() && !is_chosen(&component.code));
            missing
                .filter(|component| is_meant(component))
                .map(|component| self.gap(&component.code, &component.name))
                .collect()
        };
        let objectives = self.catalogue.objectives.iter();
        let objectives = objectives.filter(|objective| {
            let mut targets = profile.targets.iter();
            objective.superseded.is_none()
                && !targets.any(|target| target.objective == objective.code)
        });
        let tasks = self.catalogue.tasks.iter();
        let tasks = tasks.filter(|task| profile.tasks.iter().all(|its| its.code != task.code));
        let terrain = profile.commune.terrain;
        Gaps {
            essential: components(&|component| component.is_essential(terrain)),
            recommended: components(&|component| {
                component.supplier == Supplier::CommuneSupplementary
                    && component.terrain == Some(terrain)
            }),
            objectives: objectives
                .map(|objective| self.gap(&objective.code, &objective.name))
                .collect(),
            tasks: tasks.map(|task| self.gap(&task.code, &task.name)).collect(),
            demands: self.demands(standing),
        }
    }

    fn gap(&self, code: &str, name: &str) -> Gap {
        let mut left_out = self.commune.profile.left_out.iter();
        let left_out = left_out.find(|left| left.code == code);
        Gap {
            code: code.to_owned(),
            name: name.to_owned(),
            reason: left_out.map(|left| left.reason.clone()),
        }
    }
}
