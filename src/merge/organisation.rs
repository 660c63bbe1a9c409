//! Part VIII: each body with its duties and with what it leads and supports in this plan. One that has neither
//! is not in it.

use super::Merger;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::plan::Actions;
use crate::model::plan::NamedWork;
use crate::model::plan::Organisation;
use crate::model::plan::PlannedBody;

/// A component or task with those who carry it out.
struct Work {
    named: NamedWork,
    lead: String,
    support: Vec<String>,
}

impl Merger<'_> {
    /// The components, then the tasks.
    fn all_work(&self, actions: &Actions) -> Vec<Work> {
        let layers = actions.pillars.iter().flat_map(|pillar| &pillar.layers);
        let actions = layers.flat_map(|layer| &layer.actions).map(|it| Work {
            named: NamedWork::new(&it.code, &it.short_name),
            lead: it.lead.clone(),
            support: it.support.clone(),
        });
        let tasks = self.commune.profile.tasks.iter().filter_map(|chosen| {
            let task = self.catalogue.task(&chosen.code)?;
            let lead = self.lead(chosen.lead.as_ref(), &task.lead);
            Some(Work {
                named: NamedWork::new(&task.code, &task.short_name),
                support: self.support(chosen.support.as_ref(), &task.support, &lead),
                lead,
            })
        });
        actions.chain(tasks).collect()
    }

    pub(super) fn organisation(&self, actions: &Actions) -> Organisation {
        let kind = self.commune.profile.commune.kind;
        let work = self.all_work(actions);
        let bodies = self.catalogue.bodies.iter().map(|body| {
            let name = self.fill(body.name_in(kind)).to_plain();
            planned(name, self.fill(&body.duties), &work)
        });
        let mut bodies: Vec<PlannedBody> = bodies.collect();
        // Whoever else the commune names has a part, too.
        let leads = work.iter().map(|work| &work.lead);
        for name in leads.chain(work.iter().flat_map(|work| &work.support)) {
            if !bodies.iter().any(|body| body.name == *name) {
                bodies.push(planned(name.clone(), RichText::default(), &work));
            }
        }
        bodies.retain(|body| {
            !(body.duties.is_empty() && body.leads.is_empty() && body.supports.is_empty())
        });
        Organisation {
            lead: self.section(SectionId::Organisation),
            bodies,
            reporting: self.section(SectionId::Reporting),
            closing: self.section(SectionId::Closing),
        }
    }
}

fn planned(name: String, duties: RichText, work: &[Work]) -> PlannedBody {
    let leads = work.iter().filter(|work| work.lead == name);
    let supports = work.iter().filter(|work| work.support.contains(&name));
    PlannedBody {
        leads: leads.map(|work| work.named.clone()).collect(),
        supports: supports.map(|work| work.named.code.clone()).collect(),
        name,
        duties,
    }
}
