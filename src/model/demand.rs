//! What the sources ask of a commune's plan, and where a plan answers.

use super::Condition;
use super::SectionId;
use super::keys;

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
    /// What it consists of, where some of its places answer only a part; else nothing.
    pub contents: Vec<String>,
    /// How plans answer it.
    pub answer: Answer,
}

/// How plans answer a demand.
#[derive(Debug, Clone)]
pub enum Answer {
    /// At these places, of which one is enough for each of the contents that it answers.
    Places(Vec<DemandPlace>),
    /// Not at all, for this reason.
    Reason(String),
}

/// A place that answers a demand.
#[derive(Debug, Clone)]
pub struct DemandPlace {
    /// The place.
    pub place: PlanPlace,
    /// When the sentence that it relies on stands there; nothing where it always does.
    pub condition: Option<Condition>,
    /// Which of the contents it answers, from 0; all of them where this is empty.
    pub answers: Vec<usize>,
}

impl DemandPlace {
    /// Whether it answers the content of this index.
    pub fn is_answer_to(&self, content: usize) -> bool {
        self.answers.is_empty() || self.answers.contains(&content)
    }
}

/// A place in or beside plans.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanPlace {
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

impl PlanPlace {
    /// The keys of the kinds of places.
    pub const KINDS: [&'static str; 8] = [
        keys::PART,
        keys::UNIT,
        keys::COMPONENTS,
        keys::TARGETS,
        keys::TASKS,
        keys::TABLE,
        keys::RULES,
        keys::SURVEY,
    ];
}

/// A table that stands in plans, or a list that the commune writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the word beside each variant says which table it is"
)]
pub enum PlanTable {
    Strengths,
    Weaknesses,
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
    pub const KEYS: [(&'static str, Self); 10] = [
        ("thuan-loi", Self::Strengths),
        ("kho-khan", Self::Weaknesses),
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
pub struct Reply {
    /// Whether it meets the demand.
    pub verdict: Verdict,
    /// The places in the plan that answer.
    pub places: Vec<NamedPlace>,
    /// What it lacks.
    pub missing: Vec<AskedContent>,
    /// What is asked of other communes alone.
    pub elsewhere: Vec<AskedContent>,
    /// Why no commune's plan need meet it.
    pub reason: Option<String>,
}

/// Whether a plan meets a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// In all its contents.
    Met,
    /// In some of them.
    Partly,
    /// In none.
    Unmet,
    /// In all of them, as far as its own words, which stand in the place of the guidance's, do: that a reader judges.
    Own,
    /// No commune's plan need meet it.
    Waived,
    /// None of its places can be in the plan of this commune.
    Elsewhere,
}

/// A content of a demand, with places for it that are not in the plan.
#[derive(Debug, Clone)]
pub struct AskedContent {
    /// The content; nothing where the demand is one.
    pub content: Option<String>,
    /// The places; none where plans have none for it.
    pub places: Vec<NamedPlace>,
}

/// A place of a demand with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPlace {
    /// The place.
    pub place: PlanPlace,
    /// The name of the body, component, objective, task or rule; nothing of any other.
    pub name: String,
    /// What must be chosen for its sentence to stand there, by code; nothing where it would.
    pub needs: Vec<String>,
    /// Why the commune leaves it out, where it says so.
    pub reason: Option<String>,
    /// Whether the commune's own words stand there in the place of those that answer.
    pub is_own: bool,
}

/// How many demands a plan meets, and how many not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DemandCounts {
    /// Met in all their contents.
    pub met: usize,
    /// Met in some of them.
    pub partly: usize,
    /// Met in none.
    pub unmet: usize,
    /// To be judged by the commune's own words.
    pub own: usize,
    /// None of this plan's.
    pub waived: usize,
}

impl DemandCounts {
    /// Of all these sources.
    pub fn of(sources: &[AnsweredSource]) -> Self {
        let mut counts = Self::default();
        for demand in sources.iter().flat_map(|source| &source.demands) {
            *match demand.reply.verdict {
                Verdict::Met => &mut counts.met,
                Verdict::Partly => &mut counts.partly,
                Verdict::Unmet => &mut counts.unmet,
                Verdict::Own => &mut counts.own,
                Verdict::Waived | Verdict::Elsewhere => &mut counts.waived,
            } += 1;
        }
        counts
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.met + self.partly + self.unmet + self.own + self.waived
    }
}
