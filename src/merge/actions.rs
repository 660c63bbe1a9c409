//! Parts IV and V and the appendices I, III and IV: the chosen components and tasks in their order.

use super::Merger;
use crate::model::ChosenComponent;
use crate::model::Component;
use crate::model::ComponentText;
use crate::model::Dong;
use crate::model::Layer;
use crate::model::Period;
use crate::model::Pillar;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Supplier;
use crate::model::plan::Action;
use crate::model::plan::Actions;
use crate::model::plan::LayerActions;
use crate::model::plan::Matrix;
use crate::model::plan::PillarActions;
use crate::model::plan::PlannedPhase;
use crate::model::plan::PlannedTask;
use crate::model::plan::ProposedComponent;
use crate::model::plan::Roadmap;
use crate::model::plan::RoadmapItem;

impl Merger<'_> {
    /// The chosen components with their catalogue entries, in the order of the model.
    fn chosen(&self) -> Vec<(&Component, &ChosenComponent)> {
        super::chosen(self.catalogue, &self.commune.profile)
    }

    pub(super) fn lead(&self, own: Option<&String>, default: &str) -> String {
        self.body(own.map_or(default, String::as_str))
    }

    /// Who helps the lead: those that the commune names, or else the guidance's but for the lead,
    /// whom the commune may have taken from among them.
    pub(super) fn support(
        &self,
        own: Option<&Vec<String>>,
        default: &[String],
        lead: &str,
    ) -> Vec<String> {
        let helpers = own.map_or(default, Vec::as_slice).iter();
        helpers
            .map(|code| self.body(code))
            .filter(|helper| own.is_some() || helper != lead)
            .collect()
    }

    /// The short result of a component: the commune's, or else its product.
    fn result(&self, component: &Component, chosen: &ChosenComponent) -> RichText {
        let result = chosen.result.as_ref().unwrap_or(&component.product);
        self.fill_for(result, chosen.period.end.year())
    }

    /// Part IV.
    pub(super) fn actions(&self) -> Actions {
        let chosen = self.chosen();
        let pillar = |pillar: Pillar, lead: SectionId| PillarActions {
            pillar,
            lead: self.section(lead),
            layers: Layer::ALL
                .into_iter()
                .map(|layer| LayerActions {
                    layer,
                    actions: chosen
                        .iter()
                        .filter(|(component, _)| {
                            component.pillar == pillar && component.layer == layer
                        })
                        .map(|(component, chosen)| self.action(component, chosen))
                        .collect(),
                })
                .filter(|layer| !layer.actions.is_empty())
                .collect(),
        };
        Actions {
            principles: self.section(SectionId::Principles),
            pillars: vec![
                pillar(Pillar::Government, SectionId::GovernmentPillar),
                pillar(Pillar::Economy, SectionId::EconomyPillar),
                pillar(Pillar::Society, SectionId::SocietyPillar),
            ],
            operation: self.section(SectionId::Operation),
            resources: self.section(SectionId::Resources),
        }
    }

    fn action(&self, component: &Component, chosen: &ChosenComponent) -> Action {
        let year = chosen.period.end.year();
        let (work, own) = match &chosen.text {
            ComponentText::Guidance => (&component.work, RichText::default()),
            ComponentText::Followed(own) => (&component.work, self.fill_for(own, year)),
            ComponentText::Replaced(own) => (own, RichText::default()),
        };
        let is_replaced = matches!(chosen.text, ComponentText::Replaced(_));
        let mut guidance = component
            .guidance
            .each(|text| self.fill_guidance(text, year));
        if component.is_own() {
            guidance.result = self.result(component, chosen);
        }
        let lead = self.lead(chosen.lead.as_ref(), &component.lead);
        Action {
            code: component.code.clone(),
            name: component.name.clone(),
            work: self.fill_for(work, year),
            own,
            result: self.result(component, chosen),
            guidance: (!is_replaced).then_some(guidance),
            support: self.support(chosen.support.as_ref(), &component.support, &lead),
            lead,
            procurement: chosen
                .procurement
                .as_ref()
                .map(|text| self.fill(text).to_plain()),
            reason_to_buy: chosen.reason_to_buy.clone(),
            time: chosen.timing(),
        }
    }

    /// Part V.
    pub(super) fn roadmap(&self, tasks: &[PlannedTask]) -> Roadmap {
        let sections = [
            SectionId::FirstPhase,
            SectionId::SecondPhase,
            SectionId::ThirdPhase,
        ];
        let phases = self
            .commune
            .profile
            .phases
            .iter()
            .zip(sections)
            .map(|(dates, section)| {
                let mut items: Vec<RoadmapItem> = self
                    .chosen()
                    .into_iter()
                    .filter(|(_, chosen)| chosen.is_in(dates.phase))
                    .map(|(component, chosen)| RoadmapItem {
                        code: component.code.clone(),
                        is_task: false,
                        name: component.name.clone(),
                        time: chosen.timing(),
                        goes_on: chosen.phase != dates.phase,
                        lead: self.lead(chosen.lead.as_ref(), &component.lead),
                        result: self.result(component, chosen),
                    })
                    .collect();
                let paid = tasks.iter().filter(|task| !task.own_cost.is_zero());
                items.extend(paid.filter_map(|task| item_of_task(task, dates.period)));
                items.sort_by_key(|item| (item.time.period.start, item.time.period.end));
                PlannedPhase {
                    number: dates.phase.number(),
                    period: dates.period,
                    text: self.section(section),
                    items,
                }
            });
        Roadmap {
            lead: self.section(SectionId::Roadmap),
            phases: phases.collect(),
        }
    }

    /// Phụ lục I and III: by pillar, then in the order of the profile.
    pub(super) fn tasks(&self, costs: &Matrix<Option<String>>) -> Vec<PlannedTask> {
        let own_cost = |code: &str| {
            let mut rows = costs.rows.iter();
            let row = rows.find(|(key, ..)| key.as_deref() == Some(code));
            row.map_or(Dong::ZERO, |(.., cost)| *cost)
        };
        let mut tasks: Vec<PlannedTask> = self
            .commune
            .profile
            .tasks
            .iter()
            .filter_map(|chosen| {
                let task = self.catalogue.task(&chosen.code)?;
                let lead = self.lead(chosen.lead.as_ref(), &task.lead);
                let support = self.support(chosen.support.as_ref(), &task.support, &lead);
                let said = task.is_worded;
                let fill = |text| self.fill_for(text, chosen.period.end.year());
                Some(PlannedTask {
                    number: 0,
                    code: task.code.clone(),
                    name: task.name.clone(),
                    pillar: task.pillar,
                    organisers: said.then(|| fill(&task.organisers)),
                    persons: fill(&task.persons),
                    work: fill(&task.work),
                    method: fill(&task.method),
                    result: fill(&task.result),
                    benefit: fill(&task.benefit),
                    duration: task.duration.clone().filter(|_| said),
                    time: chosen.timing(),
                    support,
                    lead,
                    own_cost: own_cost(&task.code),
                })
            })
            .collect();
        tasks.sort_by_key(|task| task.pillar);
        for (index, task) in tasks.iter_mut().enumerate() {
            task.number = index + 1;
        }
        tasks
    }

    /// Phụ lục IV, with what the estimate spends on each component.
    pub(super) fn components(&self, costs: &Matrix<Option<String>>) -> Vec<ProposedComponent> {
        let components = self.chosen().into_iter().zip(&costs.rows);
        let mut components: Vec<ProposedComponent> = components
            .map(|((component, chosen), (.., cost))| ProposedComponent {
                number: 0,
                code: component.code.clone(),
                name: component.name.clone(),
                layer: component.layer,
                supplier: component.supplier,
                phases: (chosen.phase.number(), chosen.last_phase.number()),
                time: chosen.timing(),
                lead: self.lead(chosen.lead.as_ref(), &component.lead),
                needs_opinion: component.supplier.needs_opinion(),
                needs_appraisal: component.supplier == Supplier::CommuneSupplementary
                    && component.group.is_application(),
                opinion: chosen.opinion.clone(),
                cost: *cost,
            })
            .collect();
        // They are counted as they are listed, layer by layer.
        let mut listed: Vec<&mut ProposedComponent> = components.iter_mut().collect();
        listed.sort_by_key(|component| component.layer);
        for (number, component) in (1..).zip(listed) {
            component.number = number;
        }
        components
    }
}

/// A task that pays for something beside components as a line of the timetable of a phase with these days;
/// nothing where it has none of them.
fn item_of_task(task: &PlannedTask, phase: Period) -> Option<RoadmapItem> {
    let days = task.time.period;
    let has_days = days.start <= phase.end && phase.start <= days.end;
    has_days.then(|| RoadmapItem {
        code: task.code.clone(),
        is_task: true,
        name: task.name.clone(),
        time: task.time.clone(),
        goes_on: days.start < phase.start,
        lead: task.lead.clone(),
        result: task.result.clone(),
    })
}
