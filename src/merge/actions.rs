//! Parts IV and V and the appendices I, III and IV: the chosen components and tasks in their order.

use super::Merger;
use crate::model::ChosenComponent;
use crate::model::Component;
use crate::model::ComponentText;
use crate::model::Dong;
use crate::model::Layer;
use crate::model::Overflow;
use crate::model::Period;
use crate::model::PhaseDates;
use crate::model::Pillar;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Supplier;
use crate::model::Wording;
use crate::model::plan::Action;
use crate::model::plan::Actions;
use crate::model::plan::LayerActions;
use crate::model::plan::Matrix;
use crate::model::plan::NamedWork;
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
            short_name: component.short_name.clone(),
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
    pub(super) fn roadmap(&self, costs: &Matrix<Option<String>>) -> Roadmap {
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
                let chosen = self.chosen().into_iter();
                let chosen = chosen.filter(|(_, chosen)| chosen.is_in(dates.phase));
                let components = chosen.map(|(component, chosen)| {
                    let item = RoadmapItem {
                        work: NamedWork::new(&component.code, &component.short_name),
                        is_task: false,
                        goes_on: chosen.phase != dates.phase,
                        ends: ends(chosen.period, &chosen.wording, dates),
                    };
                    (chosen.period, item)
                });
                let tasks = self.commune.profile.tasks.iter();
                let tasks = tasks.filter(|task| task.touches(dates));
                let paid = tasks.filter(|task| !cost_of(costs, &task.code).is_zero());
                let tasks = paid.filter_map(|task| {
                    let entry = self.catalogue.task(&task.code)?;
                    let item = RoadmapItem {
                        work: NamedWork::new(&entry.code, &entry.short_name),
                        is_task: true,
                        goes_on: task.period.start < dates.period.start,
                        ends: ends(task.period, &task.wording, dates),
                    };
                    Some((task.period, item))
                });
                let mut items: Vec<_> = components.chain(tasks).collect();
                items.sort_by_key(|(period, _)| (period.start, period.end));
                let items = items.into_iter().map(|(_, item)| item).collect();
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
    pub(super) fn tasks(
        &self,
        costs: &Matrix<Option<String>>,
    ) -> Result<Vec<PlannedTask>, Overflow> {
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
                let is_chosen = |code: &&String| {
                    let mut chosen = self.commune.profile.components.iter();
                    chosen.any(|chosen| chosen.code == **code)
                };
                let components: Vec<String> =
                    task.components.iter().filter(is_chosen).cloned().collect();
                let paid = components.iter().chain([&task.code]);
                let cost = Dong::sum(paid.map(|code| cost_of(costs, code)));
                let planned = cost.map(|cost| PlannedTask {
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
                    own_cost: cost_of(costs, &task.code),
                    components,
                    cost,
                });
                Some(planned)
            })
            .collect::<Result<_, _>>()?;
        tasks.sort_by_key(|task| task.pillar);
        for (index, task) in tasks.iter_mut().enumerate() {
            task.number = index + 1;
        }
        Ok(tasks)
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

/// Whether work has an end, and that lies in a phase.
fn ends(period: Period, wording: &Wording, phase: &PhaseDates) -> bool {
    *wording != Wording::Permanent && phase.period.holds(period.end)
}

/// What the estimate spends on a component, or on a task beside components.
fn cost_of(costs: &Matrix<Option<String>>, code: &str) -> Dong {
    let mut rows = costs.rows.iter();
    let row = rows.find(|(key, ..)| key.as_deref() == Some(code));
    row.map_or(Dong::ZERO, |(.., cost)| *cost)
}
