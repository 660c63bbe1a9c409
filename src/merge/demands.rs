//! What the plan answers to what the sources ask of it.

use std::collections::BTreeSet;

use super::Merger;
use crate::model::Answer;
use crate::model::AnsweredDemand;
use crate::model::AnsweredSource;
use crate::model::Demand;
use crate::model::DemandPlace;
use crate::model::LegalBasis;
use crate::model::NamedPlace;
use crate::model::PlanTable;
use crate::model::Reply;
use crate::model::fold;
use crate::model::plan::Organisation;

/// What of the plan the profile does not tell.
pub(super) struct Standing {
    /// The bodies that have a part in it, by name.
    bodies: BTreeSet<String>,
}

impl Standing {
    pub(super) fn of(organisation: &Organisation) -> Self {
        let bodies = organisation.bodies.iter();
        Self {
            bodies: bodies.map(|body| body.name.clone()).collect(),
        }
    }
}

impl Merger<'_> {
    /// Each source with its demands and what this plan answers, in the order of the register.
    pub(super) fn demands(&self, standing: &Standing) -> Vec<AnsweredSource> {
        let mut sources: Vec<_> = self.catalogue.demands.iter().collect();
        let documents = &self.catalogue.legal;
        sources.sort_by_key(|source| {
            let mut documents = documents.iter();
            documents.position(|document| document.code == source.document)
        });
        let sources = sources.into_iter().map(|source| {
            let document = self.catalogue.document(&source.document);
            let demands = source.demands.iter();
            AnsweredSource {
                document: source.document.clone(),
                name: document.map_or_else(|| source.document.clone(), LegalBasis::name),
                demands: demands.map(|it| self.answered(it, standing)).collect(),
            }
        });
        sources.collect()
    }

    fn answered(&self, demand: &Demand, standing: &Standing) -> AnsweredDemand {
        let reply = match &demand.answer {
            Answer::Reason(reason) => Reply::Waived(reason.clone()),
            Answer::Places(places) => {
                let named = |places: Vec<&DemandPlace>| -> Vec<NamedPlace> {
                    places.into_iter().map(|it| self.named_place(it)).collect()
                };
                let (met, unmet): (Vec<_>, Vec<_>) = places
                    .iter()
                    .partition(|place| self.is_in_plan(place, standing));
                let may_be = unmet.iter().copied();
                let may_be: Vec<_> = may_be.filter(|it| self.may_be_in_plan(it)).collect();
                match (met.is_empty(), may_be.is_empty()) {
                    (false, _) => Reply::Met(named(met)),
                    (true, false) => Reply::Unmet(named(may_be)),
                    (true, true) => Reply::Elsewhere(named(unmet)),
                }
            }
        };
        AnsweredDemand {
            code: demand.code.clone(),
            section: demand.section.clone(),
            text: demand.text.clone(),
            reply,
        }
    }

    fn is_in_plan(&self, place: &DemandPlace, standing: &Standing) -> bool {
        let profile = &self.commune.profile;
        let survey = || profile.survey.groups.iter().flat_map(|group| &group.rows);
        match place {
            DemandPlace::Section(id) => !self.section(*id).is_empty(),
            DemandPlace::Body(code) => standing.bodies.contains(&self.body(code)),
            DemandPlace::Component(code) => profile.components.iter().any(|it| it.code == *code),
            DemandPlace::Objective(code) => profile.targets.iter().any(|it| it.objective == *code),
            DemandPlace::Task(code) => profile.tasks.iter().any(|it| it.code == *code),
            DemandPlace::Rule(code) => !self.commune.rules_off.contains(code),
            DemandPlace::Survey(name) => survey().any(|row| fold(&row.name) == fold(name)),
            DemandPlace::Table(table) => match table {
                PlanTable::Survey => survey().next().is_some(),
                PlanTable::Targets => !profile.targets.is_empty(),
                PlanTable::Tasks | PlanTable::Projects => !profile.tasks.is_empty(),
                PlanTable::Components | PlanTable::Roadmap => !profile.components.is_empty(),
                PlanTable::Funding | PlanTable::Budget => true,
            },
        }
    }

    /// Whether the commune can take into its plan what is not in it: what the centre and the province supply, and
    /// what is meant for another terrain, it cannot, nor a body that has no part in the plans of its kind.
    fn may_be_in_plan(&self, place: &DemandPlace) -> bool {
        let terrain = self.commune.profile.commune.terrain;
        match place {
            DemandPlace::Component(code) => {
                let component = self.catalogue.component(code);
                component.is_none_or(|component| component.is_offered(terrain))
            }
            DemandPlace::Body(_) => false,
            _ => true,
        }
    }

    fn named_place(&self, place: &DemandPlace) -> NamedPlace {
        let catalogue = self.catalogue;
        let (code, name) = match place {
            DemandPlace::Section(_) | DemandPlace::Table(_) | DemandPlace::Survey(_) => {
                (None, None)
            }
            DemandPlace::Body(code) => (Some(code), Some(self.body(code))),
            DemandPlace::Component(code) => {
                let found = catalogue.component(code);
                (Some(code), found.map(|it| it.name.clone()))
            }
            DemandPlace::Objective(code) => {
                let found = catalogue.objective(code);
                (Some(code), found.map(|it| it.name.clone()))
            }
            DemandPlace::Task(code) => {
                let found = catalogue.task(code);
                (Some(code), found.map(|it| it.name.clone()))
            }
            DemandPlace::Rule(code) => {
                let found = catalogue.rules.iter().find(|rule| rule.code == *code);
                (Some(code), found.map(|it| it.name.clone()))
            }
        };
        let mut left_out = self.commune.profile.left_out.iter();
        let left_out = left_out.find(|left| Some(&left.code) == code);
        NamedPlace {
            place: place.clone(),
            name: name.unwrap_or_default(),
            reason: left_out.map(|left| left.reason.clone()),
        }
    }
}
