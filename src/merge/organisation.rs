//! Part VIII: each body with its duties and with what it leads and supports in this plan. One that has neither
//! is not in it.

use super::Merger;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::plan::Actions;
use crate::model::plan::Organisation;
use crate::model::plan::PlannedBody;
use crate::model::plan::PlannedTask;

/// A component or task with those who carry it out.
struct Work<'a> {
    code: &'a str,
    lead: &'a str,
    support: &'a [String],
}

/// The components, then the tasks.
fn all_work<'a>(actions: &'a Actions, tasks: &'a [PlannedTask]) -> Vec<Work<'a>> {
    let layers = actions.pillars.iter().flat_map(|pillar| &pillar.layers);
    let actions = layers.flat_map(|layer| &layer.actions).map(|it| Work {
        code: &it.code,
        lead: &it.lead,
        support: &it.support,
    });
    let tasks = tasks.iter().map(|it| Work {
        code: &it.code,
        lead: &it.lead,
        support: &it.support,
    });
    actions.chain(tasks).collect()
}

impl Merger<'_> {
    pub(super) fn organisation(&self, actions: &Actions, tasks: &[PlannedTask]) -> Organisation {
        let kind = self.commune.profile.commune.kind;
        let work = all_work(actions, tasks);
        let bodies = self.catalogue.bodies.iter().map(|body| {
            let name = self.fill(body.name_in(kind)).to_plain();
            planned(name, self.fill(&body.duties), &work)
        });
        let mut bodies: Vec<PlannedBody> = bodies.collect();
        // Whoever else the commune names leads something, too.
        for lead in work.iter().map(|work| work.lead) {
            if !bodies.iter().any(|body| body.name == lead) {
                bodies.push(planned(lead.to_owned(), RichText::default(), &work));
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

fn planned(name: String, duties: RichText, work: &[Work<'_>]) -> PlannedBody {
    let codes = |is_one: &dyn Fn(&Work<'_>) -> bool| {
        let work = work.iter().filter(|work| is_one(work));
        work.map(|work| work.code.to_owned()).collect()
    };
    PlannedBody {
        leads: codes(&|work| work.lead == name),
        supports: codes(&|work| work.support.contains(&name)),
        name,
        duties,
    }
}
