//! What the plan answers to what the sources ask of it.

use std::collections::BTreeSet;

use super::Merger;
use crate::model::Answer;
use crate::model::AnsweredDemand;
use crate::model::AnsweredSource;
use crate::model::AskedContent;
use crate::model::ComponentText;
use crate::model::Condition;
use crate::model::Demand;
use crate::model::DemandPlace;
use crate::model::LegalBasis;
use crate::model::NamedPlace;
use crate::model::PlanPlace;
use crate::model::PlanTable;
use crate::model::Reply;
use crate::model::RichText;
use crate::model::Task;
use crate::model::Verdict;
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
            Answer::Reason(reason) => Reply {
                verdict: Verdict::Waived,
                places: Vec::new(),
                missing: Vec::new(),
                elsewhere: Vec::new(),
                reason: Some(reason.clone()),
            },
            Answer::Places(places) => self.reply(demand, places, standing),
        };
        AnsweredDemand {
            code: demand.code.clone(),
            section: demand.section.clone(),
            text: demand.text.clone(),
            reply,
        }
    }

    /// A content is met where one of its places is in the plan, and is asked of other communes alone where none
    /// can be. One that has no place is missing.
    fn reply(&self, demand: &Demand, places: &[DemandPlace], standing: &Standing) -> Reply {
        let (here, others): (Vec<_>, Vec<_>) = places
            .iter()
            .partition(|place| self.is_in_plan(place, standing));
        let (may_be, cannot): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|it| self.may_be_in_plan(it));
        let (mut missing, mut elsewhere) = (Vec::new(), Vec::new());
        let mut is_by_own_words = false;
        let n_contents = demand.contents.len().max(1);
        for content in 0..n_contents {
            let of_it = |places: &[&DemandPlace]| {
                let places = places.iter().filter(|it| it.is_answer_to(content));
                self.named_places(places.copied())
            };
            let answers = of_it(&here);
            if !answers.is_empty() {
                is_by_own_words |= answers.iter().all(|place| place.is_own);
                continue;
            }
            let (may_be, cannot) = (of_it(&may_be), of_it(&cannot));
            let is_elsewhere = may_be.is_empty() && !cannot.is_empty();
            let list = if is_elsewhere {
                &mut elsewhere
            } else {
                &mut missing
            };
            list.push(AskedContent {
                content: demand.contents.get(content).cloned(),
                places: if is_elsewhere { cannot } else { may_be },
            });
        }
        let verdict = match (here.is_empty(), missing.is_empty()) {
            (false, true) if is_by_own_words => Verdict::Own,
            (false, true) => Verdict::Met,
            (false, false) => Verdict::Partly,
            (true, false) => Verdict::Unmet,
            (true, true) => Verdict::Elsewhere,
        };
        Reply {
            verdict,
            places: self.named_places(here.into_iter()),
            missing,
            elsewhere,
            reason: None,
        }
    }

    fn is_in_plan(&self, place: &DemandPlace, standing: &Standing) -> bool {
        let profile = &self.commune.profile;
        let survey = || profile.survey.groups.iter().flat_map(|group| &group.rows);
        let condition = place.condition.as_ref();
        if condition.is_some_and(|condition| !condition.holds(profile)) {
            return false;
        }
        match &place.place {
            PlanPlace::Section(id) => !self.section(*id).is_empty(),
            PlanPlace::Body(code) => standing.bodies.contains(&self.body(code)),
            PlanPlace::Component(code) => profile.components.iter().any(|it| it.code == *code),
            PlanPlace::Objective(code) => profile.targets.iter().any(|it| it.objective == *code),
            PlanPlace::Task(code) => profile.tasks.iter().any(|it| it.code == *code),
            PlanPlace::Rule(code) => !self.commune.rules_unkept.contains(code),
            PlanPlace::Survey(name) => survey().any(|row| fold(&row.name) == fold(name)),
            PlanPlace::Table(table) => match table {
                PlanTable::Strengths => !profile.survey.strengths.is_empty(),
                PlanTable::Weaknesses => !profile.survey.weaknesses.is_empty(),
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
        let can_hold = match &place.condition {
            Some(condition) => {
                condition.holds(&self.commune.profile) || !self.needs(condition).is_empty()
            }
            None => true,
        };
        can_hold
            && match &place.place {
                PlanPlace::Component(code) => self.is_offered(code),
                PlanPlace::Body(_) => place.condition.is_some(),
                _ => true,
            }
    }

    fn is_offered(&self, component: &str) -> bool {
        let terrain = self.commune.profile.commune.terrain;
        let component = self.catalogue.component(component);
        component.is_none_or(|component| component.is_offered(terrain))
    }

    /// What a commune may choose for a condition to hold, by code; nothing where it holds.
    fn needs(&self, condition: &Condition) -> Vec<String> {
        if condition.holds(&self.commune.profile) {
            return Vec::new();
        }
        let words = condition.words();
        let codes = words.filter(|word| Condition::situation(word).is_none());
        let codes = codes.filter(|code| self.is_offered(code));
        codes.map(str::to_owned).collect()
    }

    /// Places with their names; what stands there for two sentences of one place is one place.
    fn named_places<'a>(&self, places: impl Iterator<Item = &'a DemandPlace>) -> Vec<NamedPlace> {
        let mut named: Vec<NamedPlace> = Vec::new();
        for place in places {
            let place = self.named_place(place);
            if !named.contains(&place) {
                named.push(place);
            }
        }
        named
    }

    fn named_place(&self, place: &DemandPlace) -> NamedPlace {
        let catalogue = self.catalogue;
        let (code, name) = match &place.place {
            PlanPlace::Section(_) | PlanPlace::Table(_) | PlanPlace::Survey(_) => (None, None),
            PlanPlace::Body(code) => (Some(code), Some(self.body(code))),
            PlanPlace::Component(code) => {
                let found = catalogue.component(code);
                (Some(code), found.map(|it| it.name.clone()))
            }
            PlanPlace::Objective(code) => {
                let found = catalogue.objective(code);
                (Some(code), found.map(|it| it.name.clone()))
            }
            PlanPlace::Task(code) => {
                let found = catalogue.task(code);
                (Some(code), found.map(|it| it.name.clone()))
            }
            PlanPlace::Rule(code) => {
                let found = catalogue.rules.iter().find(|rule| rule.code == *code);
                (Some(code), found.map(|it| it.name.clone()))
            }
        };
        let mut left_out = self.commune.profile.left_out.iter();
        let left_out = left_out.find(|left| Some(&left.code) == code);
        let condition = place.condition.as_ref();
        NamedPlace {
            place: place.place.clone(),
            name: name.unwrap_or_default(),
            needs: condition.map_or_else(Vec::new, |condition| self.needs(condition)),
            reason: left_out.map(|left| left.reason.clone()),
            is_own: self.is_in_own_words(&place.place),
        }
    }

    /// Whether the commune says in its own words what stands at a place, so that those of the guidance, which
    /// answer, do not.
    fn is_in_own_words(&self, place: &PlanPlace) -> bool {
        let profile = &self.commune.profile;
        match place {
            PlanPlace::Section(id) => profile.own_sections.contains_key(id),
            PlanPlace::Component(code) => {
                let mut chosen = profile.components.iter();
                let chosen = chosen.find(|it| it.code == *code);
                chosen.is_some_and(|it| matches!(it.text, ComponentText::Replaced(_)))
            }
            PlanPlace::Task(code) => {
                let words = |task: &Task| {
                    let Task {
                        work,
                        method,
                        result,
                        benefit,
                        ..
                    } = task;
                    [work, method, result, benefit].map(RichText::to_plain)
                };
                let (own, given) = (self.catalogue.task(code), self.guidance.task(code));
                own.zip(given)
                    .is_some_and(|(own, given)| own.is_worded && words(own) != words(given))
            }
            _ => false,
        }
    }
}
