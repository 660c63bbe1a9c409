//! What the sources ask of a commune's plan, and where a plan answers.

use super::SectionId;

/// What one source asks (`content/demands/<code of the source>.yaml`).
#[derive(Debug, Clone)]
pub struct DemandSource {
    /// The source's code in the register of documents.
    pub document: String,
    /// Its demands, in its own order.
    pub demands: Vec<Demand>,
}

/// A demand on a commune's plan.
#[derive(Debug, Clone)]
pub struct Demand {
    /// Its code: `KHX-01`.
    pub code: String,
    /// Where the source says so.
    pub section: String,
    /// What is asked.
    pub text: String,
    /// How plans answer it.
    pub answer: Answer,
}

/// How plans answer a demand.
#[derive(Debug, Clone)]
pub enum Answer {
    /// At these places, of which one is enough.
    Places(Vec<DemandPlace>),
    /// Not at all, for this reason.
    Reason(String),
}

/// A place that meets a demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemandPlace {
    /// A section of the plan.
    Section(SectionId),
    /// What part VIII says of a body, by code.
    Body(String),
    /// A component, by code.
    Component(String),
    /// An objective, by code.
    Objective(String),
    /// A task, by code.
    Task(String),
    /// A table.
    Table(PlanTable),
    /// A rule that the plan is checked by, by the code of its findings.
    Rule(String),
    /// A row of the survey, by name.
    Survey(String),
}

/// A table that stands in plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the word beside each variant says which table it is"
)]
pub enum PlanTable {
    Survey,
    Targets,
    Roadmap,
    Funding,
    Tasks,
    Budget,
    Projects,
    Components,
}

impl PlanTable {
    /// Every table with its word.
    pub const KEYS: [(&'static str, Self); 8] = [
        ("khao-sat", Self::Survey),
        ("muc-tieu", Self::Targets),
        ("lo-trinh", Self::Roadmap),
        ("kinh-phi", Self::Funding),
        ("phu-luc-1", Self::Tasks),
        ("phu-luc-2", Self::Budget),
        ("phu-luc-3", Self::Projects),
        ("phu-luc-4", Self::Components),
    ];
}

/// What one source asks, with what a plan answers.
#[derive(Debug, Clone)]
pub struct AnsweredSource {
    /// The source's code in the register of documents.
    pub document: String,
    /// Its name.
    pub name: String,
    /// Its demands, in its own order.
    pub demands: Vec<AnsweredDemand>,
}

/// A demand with what a plan answers.
#[derive(Debug, Clone)]
pub struct AnsweredDemand {
    /// Its code.
    pub code: String,
    /// Where the source says so.
    pub section: String,
    /// What is asked.
    pub text: String,
    /// What the plan answers.
    pub reply: Reply,
}

/// What a plan answers to a demand.
#[derive(Debug, Clone)]
pub enum Reply {
    /// It is met, at all of these places.
    Met(Vec<NamedPlace>),
    /// It is not met; one of these places would do.
    Unmet(Vec<NamedPlace>),
    /// No commune's plan need meet it, for this reason.
    Waived(String),
    /// None of its places can be in the plan of this commune.
    Elsewhere(Vec<NamedPlace>),
}

/// A place of a demand with its name.
#[derive(Debug, Clone)]
pub struct NamedPlace {
    /// The place.
    pub place: DemandPlace,
    /// The name of the body, component, objective, task or rule; nothing of any other.
    pub name: String,
    /// Why the commune leaves it out, where it says so.
    pub reason: Option<String>,
}

impl AnsweredSource {
    /// How many of its demands are met, unmet and none of this plan's.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for demand in &self.demands {
            let [met, unmet, waived] = &mut counts;
            *match demand.reply {
                Reply::Met(_) => met,
                Reply::Unmet(_) => unmet,
                Reply::Waived(_) | Reply::Elsewhere(_) => waived,
            } += 1;
        }
        counts
    }
}
