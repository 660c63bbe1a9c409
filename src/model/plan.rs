//! The plan: plain data, complete, in the order in which a reader meets it, numbered and added up.
//!
//! A renderer adds no fact and does no arithmetic, so whatever is printed anywhere stands here.
//! It holds values (amounts, dates, decimals), not their spelling; spelling is the view's.

mod money;

pub use money::{Budget, BudgetTable, BudgetTotals, CostTotals, Funding, FundingTables, Matrix};

use super::{
    Abbreviation, Commune, Date, Decimal, Dong, Gaps, Guidance, GuidancePrint, Issue, Layer,
    Opinion, Period, Pillar, RichText, Signatory, Supplier, SurveyGroup, Timing,
};

/// A commune's complete plan.
#[derive(Debug)]
pub struct Plan {
    /// The name of its folder in the output.
    pub slug: String,
    /// The commune.
    pub commune: Commune,
    /// Whether the figures are invented, which every output says.
    pub illustrative: bool,
    /// The abbreviations that it may use.
    pub glossary: Vec<Abbreviation>,
    /// How it is issued.
    pub issue: Issue,
    /// The name of whoever issues it, as in a sentence: "Ủy ban nhân dân xã Minh Sơn".
    pub issuer: String,
    /// Number of the document, or of the decision that issues it.
    pub number: String,
    /// Its day; what of it is open is in `issue`.
    pub date: Date,
    /// Where it is issued.
    pub place: String,
    /// What it is about: the line under "KẾ HOẠCH".
    pub subject: String,
    /// The years it covers.
    pub years: Vec<i32>,
    /// Where the guidance is printed.
    pub guidance_print: GuidancePrint,
    /// Who signs, unless a decision issues it.
    pub signatory: Option<Signatory>,
    /// Who receives it.
    pub recipients: Vec<String>,
    /// I Căn cứ.
    pub legal: LegalPart,
    /// II Thực trạng.
    pub situation: Situation,
    /// III Mục tiêu.
    pub targets: Targets,
    /// IV Nhiệm vụ, giải pháp.
    pub actions: Actions,
    /// V Lộ trình.
    pub roadmap: Roadmap,
    /// VI Kinh phí.
    pub funding: Funding,
    /// VII Hiệu quả dự kiến, by pillar.
    pub effects: Vec<(Pillar, RichText)>,
    /// VIII Tổ chức thực hiện.
    pub organisation: Organisation,
    /// Phụ lục I and III: the tasks in their order.
    pub tasks: Vec<PlannedTask>,
    /// Phụ lục II.
    pub budget: Budget,
    /// Phụ lục IV: the components in the order of the model.
    pub components: Vec<ProposedComponent>,
    /// What the plan leaves out.
    pub gaps: Gaps,
    /// The name of the commune's own estimate beside the plan.
    pub given_estimate: Option<String>,
}

/// I Căn cứ.
#[derive(Debug)]
pub struct LegalPart {
    /// The legal bases, each as "Nghị định số … ngày … của … về …", without closing sign.
    pub citations: Vec<String>,
    /// The letters that guide, which are no legal bases, in the same form.
    pub guidance: Vec<String>,
    /// The sentence that follows.
    pub basis: RichText,
}

/// II Thực trạng.
#[derive(Debug)]
pub struct Situation {
    /// General features.
    pub features: RichText,
    /// The survey's table.
    pub survey: Vec<SurveyGroup>,
    /// What helps.
    pub strengths: RichText,
    /// What hinders.
    pub weaknesses: RichText,
}

/// III Mục tiêu.
#[derive(Debug)]
pub struct Targets {
    /// Mục tiêu tổng quát.
    pub general: RichText,
    /// The sentence before the specific ones.
    pub lead: RichText,
    /// Mục tiêu cụ thể, by pillar; a pillar without targets is left out.
    pub pillars: Vec<PillarTargets>,
}

/// The targets of a pillar.
#[derive(Debug)]
pub struct PillarTargets {
    /// The pillar.
    pub pillar: Pillar,
    /// Its targets.
    pub targets: Vec<PlannedTarget>,
}

/// A target.
#[derive(Debug)]
pub struct PlannedTarget {
    /// Code of the objective.
    pub code: String,
    /// What is measured.
    pub name: String,
    /// Unit.
    pub unit: String,
    /// Today's value.
    pub baseline: Decimal,
    /// The value for each year.
    pub values: Vec<Decimal>,
    /// How it is measured.
    pub measurement: RichText,
    /// Who watches it: whoever leads what serves it first.
    pub monitor: String,
    /// Why it stays below what the source asks, where the commune says so.
    pub reason: Option<String>,
}

/// IV Nhiệm vụ, giải pháp.
#[derive(Debug)]
pub struct Actions {
    /// The principles.
    pub principles: RichText,
    /// By pillar, then by layer.
    pub pillars: Vec<PillarActions>,
    /// Cross-cutting: vận hành - quản trị.
    pub operation: RichText,
    /// Cross-cutting: nguồn lực - nhân lực.
    pub resources: RichText,
}

/// What is done in a pillar.
#[derive(Debug)]
pub struct PillarActions {
    /// The pillar.
    pub pillar: Pillar,
    /// The paragraph before.
    pub lead: RichText,
    /// Its layers that have components.
    pub layers: Vec<LayerActions>,
}

/// What is done in a layer of a pillar.
#[derive(Debug)]
pub struct LayerActions {
    /// The layer.
    pub layer: Layer,
    /// The components, in the order of the model.
    pub actions: Vec<Action>,
}

/// A chosen component and what is done about it.
#[derive(Debug)]
pub struct Action {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is called within a sentence.
    pub short_name: String,
    /// What is done, or the commune's own text in its place.
    pub work: RichText,
    /// The commune's own text after that.
    pub own: RichText,
    /// The result: the commune's, or else the product.
    pub result: RichText,
    /// What the guidance says for those who carry it out; nothing where the commune's own text stands in
    /// its place.
    pub guidance: Option<Guidance>,
    /// Who leads.
    pub lead: String,
    /// Who helps.
    pub support: Vec<String>,
    /// How it is procured.
    pub procurement: Option<String>,
    /// Why it is bought and not rented, where the commune says so.
    pub reason_to_buy: Option<String>,
    /// When.
    pub time: Timing,
}

/// V Lộ trình.
#[derive(Debug)]
pub struct Roadmap {
    /// The sentence before.
    pub lead: RichText,
    /// The phases.
    pub phases: Vec<PlannedPhase>,
}

/// A phase and its timetable.
#[derive(Debug)]
pub struct PlannedPhase {
    /// Its number.
    pub number: u8,
    /// Its days.
    pub period: Period,
    /// What it is for.
    pub text: RichText,
    /// Its items by start, then end, then the order of the model.
    pub items: Vec<RoadmapItem>,
}

/// A line of the timetable.
#[derive(Debug)]
pub struct RoadmapItem {
    /// The component, or a task that pays for something beside components.
    pub work: NamedWork,
    /// Whether it is a task.
    pub is_task: bool,
    /// Whether it begins in an earlier phase and goes on in this one.
    pub goes_on: bool,
    /// Whether it has an end, and that lies in this phase.
    pub ends: bool,
}

/// A component or task as a sentence names it.
#[derive(Debug, Clone)]
pub struct NamedWork {
    /// Its code.
    pub code: String,
    /// What it is called in a few words.
    pub name: String,
}

impl NamedWork {
    /// What has this code and is called so within a sentence.
    pub fn new(code: &str, short_name: &str) -> Self {
        Self {
            code: code.to_owned(),
            name: short_name.to_owned(),
        }
    }
}

/// VIII Tổ chức thực hiện.
#[derive(Debug)]
pub struct Organisation {
    /// The sentence before.
    pub lead: RichText,
    /// Each body that has a part in the plan.
    pub bodies: Vec<PlannedBody>,
    /// Monitoring and reporting.
    pub reporting: RichText,
    /// The closing sentence.
    pub closing: RichText,
}

/// A body with its part in the plan.
#[derive(Debug)]
pub struct PlannedBody {
    /// Its name.
    pub name: String,
    /// What it does.
    pub duties: RichText,
    /// The components and tasks that it leads.
    pub leads: Vec<NamedWork>,
    /// Those that it supports, by code.
    pub supports: Vec<String>,
}

/// A task as it stands in Phụ lục I and III.
#[derive(Debug)]
pub struct PlannedTask {
    /// Its number in the appendices, from 1.
    pub number: usize,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its pillar.
    pub pillar: Pillar,
    /// Column "Cá nhân thực hiện".
    pub persons: RichText,
    /// Column "Nội dung cần thực hiện".
    pub work: RichText,
    /// Column "Cách thức tổ chức thực hiện".
    pub method: RichText,
    /// Column "Kết quả sau khi thực hiện".
    pub result: RichText,
    /// Column "Hiệu quả mang lại".
    pub benefit: RichText,
    /// What the commune adds to column "Bộ phận tổ chức thực hiện".
    pub organisers: Option<RichText>,
    /// How long it takes, in the commune's words.
    pub duration: Option<String>,
    /// The chosen components that it carries out, by code.
    pub components: Vec<String>,
    /// What they cost, and the task beside them.
    pub cost: Dong,
    /// When.
    pub time: Timing,
    /// Who leads.
    pub lead: String,
    /// Who helps.
    pub support: Vec<String>,
    /// What the estimate spends on it beside components, over all years.
    pub own_cost: Dong,
}

impl ProposedComponent {
    /// Whether the province's opinion is waited for.
    pub fn awaits_opinion(&self) -> bool {
        self.needs_opinion && self.opinion.is_none()
    }
}

/// A component as it stands in Phụ lục IV.
#[derive(Debug)]
pub struct ProposedComponent {
    /// Its number in the appendix, from 1.
    pub number: usize,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its layer.
    pub layer: Layer,
    /// Who supplies it.
    pub supplier: Supplier,
    /// Its first phase and its last.
    pub phases: (u8, u8),
    /// When.
    pub time: Timing,
    /// Who leads.
    pub lead: String,
    /// Whether the province's opinion is needed.
    pub needs_opinion: bool,
    /// Whether the province's bodies appraise it too, as every supplementary application (Tài liệu hướng dẫn,
    /// Phụ lục 03, II.3).
    pub needs_appraisal: bool,
    /// What the province answered, once it has.
    pub opinion: Option<Opinion>,
    /// What the estimate spends on it, over all years.
    pub cost: Dong,
}
