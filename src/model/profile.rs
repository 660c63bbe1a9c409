//! What a commune says of itself and chooses: its profile, read and checked.

use std::collections::BTreeMap;

use super::{
    Abbreviation, BudgetRow, Commune, Comparison, Date, Decimal, DisplayUnit, Dong, Issue, Period,
    Phase, RichText, SectionId, Timing, Wording,
};
use crate::source::Located;
use crate::source::Origin;

/// A commune's profile.
#[derive(Debug)]
pub struct Profile {
    /// The name of its file, which names its folder in the output.
    pub slug: String,
    /// The commune.
    pub commune: Commune,
    /// Whether its figures are invented, which every output then says.
    pub illustrative: bool,
    /// Whether the plan has the district level of before July 2025.
    pub has_district: bool,
    /// How it is issued.
    pub issue: Issue,
    /// The number of the plan, or of the decision that issues it: "12/KH-UBND".
    pub number: String,
    /// Its day. Where that is open, the last of its month; where that is open too, the first of the plan's first
    /// year: by it is judged what depends on a day.
    pub date: Date,
    /// Where it is issued, as before the date.
    pub place: String,
    /// The years it covers, ascending.
    pub years: Vec<i32>,
    /// Who signs; nobody signs a plan that a decision issues.
    pub signatory: Option<Signatory>,
    /// Who receives it, without closing signs.
    pub recipients: Vec<RichText>,
    /// The commune's and province's own documents, cited after those of the register.
    pub own_legal: Vec<RichText>,
    /// What abbreviations mean that it uses and the glossary does not know, or means otherwise.
    pub abbreviations: Vec<Abbreviation>,
    /// Today's state.
    pub survey: OwnSurvey,
    /// What it aims at.
    pub targets: Vec<Target>,
    /// When the phases are, from the first to the third.
    pub phases: [PhaseDates; 3],
    /// The components it deploys, in the order of the profile.
    pub components: Vec<ChosenComponent>,
    /// The tasks it carries out, in the order of the profile.
    pub tasks: Vec<ChosenTask>,
    /// What it leaves out, with the reason.
    pub left_out: Vec<LeftOut>,
    /// What it says of its money as a whole.
    pub funding: ChosenFunding,
    /// Where the guidance is printed.
    pub guidance_print: GuidancePrint,
    /// What it weighs: renting or buying.
    pub rent_or_buy: Vec<Comparison>,
    /// Its own rows of Phụ lục II.
    pub own_rows: Vec<BudgetRow>,
    /// Its own text instead of a section's.
    pub own_sections: BTreeMap<SectionId, RichText>,
}

/// What a plan may cost, and how it shows what it costs.
#[derive(Debug, Clone, Default)]
pub struct ChosenFunding {
    /// The sum that the plan may not exceed, if it states one.
    pub ceiling: Option<Located<Dong>>,
    /// The unit in which its amounts are shown.
    pub unit: DisplayUnit,
    /// The decimals that an amount in this unit may have.
    pub most_places: u32,
}

/// Where the guidance for those who carry a plan out is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GuidancePrint {
    /// Beside the plan, as a paper of its own and one for each unit.
    #[default]
    OwnPaper,
    /// In the plan, as its last appendix.
    Appendix,
    /// Nowhere.
    None,
}

impl GuidancePrint {
    /// The words of a profile for it.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("tai_lieu_rieng", Self::OwnPaper),
        ("phu_luc", Self::Appendix),
        ("khong", Self::None),
    ];
}

/// Who signs.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// On whose behalf: "TM. ỦY BAN NHÂN DÂN".
    pub authority: String,
    /// Office: "CHỦ TỊCH".
    pub office: String,
    /// Full name; room is left where there is none.
    pub name: Option<String>,
}

/// Today's state as surveyed.
#[derive(Debug, Clone, Default)]
pub struct OwnSurvey {
    /// Own paragraphs after the general features.
    pub overview: RichText,
    /// The table, in groups.
    pub groups: Vec<SurveyGroup>,
    /// What helps.
    pub strengths: RichText,
    /// What hinders.
    pub weaknesses: RichText,
}

/// A group of the survey's table.
#[derive(Debug, Clone)]
pub struct SurveyGroup {
    /// Its heading.
    pub name: String,
    /// Its rows.
    pub rows: Vec<SurveyRow>,
}

/// A row of the survey's table.
#[derive(Debug, Clone)]
pub struct SurveyRow {
    /// What was counted.
    pub name: String,
    /// The objective whose value of today it is, by code, where the profile says so.
    pub objective: Option<String>,
    /// The figure, or a short text.
    pub value: SurveyValue,
    /// Its unit, or nothing.
    pub unit: String,
    /// A note, or nothing.
    pub note: String,
}

/// What a survey found.
#[derive(Debug, Clone)]
pub enum SurveyValue {
    /// A quantity.
    Number(Decimal),
    /// A short text, or a figure that is no quantity, as written.
    Text(String),
}

/// What a commune aims at in an objective.
#[derive(Debug, Clone)]
pub struct Target {
    /// The objective, by code.
    pub objective: String,
    /// Today's value.
    pub baseline: Decimal,
    /// The value for each year of the plan, in the order of the years.
    pub values: Vec<Decimal>,
    /// Why it stays below what the source asks, where it does.
    pub reason: Option<String>,
    /// Where it was read.
    pub at: Origin,
}

/// When a phase is.
#[derive(Debug, Clone)]
pub struct PhaseDates {
    /// The phase.
    pub phase: Phase,
    /// Its days.
    pub period: Period,
    /// Where it was read.
    pub at: Origin,
}

/// The commune's own text of a component.
#[derive(Debug, Clone, Default)]
pub enum ComponentText {
    /// The guidance as it is.
    #[default]
    Guidance,
    /// The guidance, then this.
    Followed(RichText),
    /// This instead of the guidance.
    Replaced(RichText),
}

/// A component that the commune deploys.
#[derive(Debug, Clone)]
pub struct ChosenComponent {
    /// Its official code.
    pub code: String,
    /// The phase in which it stands, the first where it goes through several.
    pub phase: Phase,
    /// The last phase in which it stands.
    pub last_phase: Phase,
    /// Its days; those of its phases where the profile gives none.
    pub period: Period,
    /// How the plan says when it is done.
    pub wording: Wording,
    /// Who leads: the code of a body or a text; the catalogue's where there is none.
    pub lead: Option<String>,
    /// Who helps, likewise.
    pub support: Option<Vec<String>>,
    /// How it is procured.
    pub procurement: Option<RichText>,
    /// Its text.
    pub text: ComponentText,
    /// Its result in short, instead of the guidance's.
    pub result: Option<RichText>,
    /// Why it is bought where the guidance prefers renting.
    pub reason_to_buy: Option<String>,
    /// Whether its code was given by the program, which would give another if the profile named another
    /// before it.
    pub has_given_code: bool,
    /// Whether the province gives its opinion before it is deployed.
    pub needs_opinion: bool,
    /// What the province answered, once it has.
    pub opinion: Option<Opinion>,
    /// Where it was read.
    pub at: Origin,
}

/// What the province answered to a component that was proposed.
#[derive(Debug, Clone)]
pub struct Opinion {
    /// The number of its letter: "345/UBND-KGVX".
    pub number: String,
    /// The day of its letter.
    pub date: Date,
    /// Whether it agrees.
    pub is_agreed: bool,
    /// Where the letter names the component.
    pub at: Origin,
}

impl ChosenComponent {
    /// When it is done.
    pub fn timing(&self) -> Timing {
        Timing {
            period: self.period,
            wording: self.wording.clone(),
        }
    }

    /// Whether it stands in a phase.
    pub fn is_in(&self, phase: Phase) -> bool {
        (self.phase..=self.last_phase).contains(&phase)
    }
}

impl ChosenTask {
    /// Whether some of its days lie in a phase.
    pub fn touches(&self, phase: &PhaseDates) -> bool {
        self.period.start <= phase.period.end && phase.period.start <= self.period.end
    }
}

impl Profile {
    /// The phase of whose work a section speaks; nothing of one that speaks of the whole plan.
    pub fn phase_of_section(&self, id: SectionId) -> Option<&PhaseDates> {
        let [first, second, third] = &self.phases;
        match id {
            SectionId::FirstPhase => Some(first),
            SectionId::SecondPhase => Some(second),
            SectionId::ThirdPhase => Some(third),
            _ => None,
        }
    }

    /// The phases to which belongs what a year spends on a component: of those in which it stands, the first and
    /// the last in which it has days of the year; the last before it where none has any.
    pub fn phases_of_cost(&self, chosen: &ChosenComponent, year: i32) -> (Phase, Phase) {
        let own = self.phases.iter().filter(|it| chosen.is_in(it.phase));
        let found = phases_with_days(own, chosen.period, year);
        found.unwrap_or((chosen.phase, chosen.phase))
    }

    /// The same of a task, which stands in the phases in which it has days.
    pub fn phases_of_task(&self, task: &ChosenTask, year: i32) -> Option<(Phase, Phase)> {
        let own = self.phases.iter().filter(|it| task.touches(it));
        phases_with_days(own, task.period, year)
    }
}

/// The first and the last of some phases that share days of a year with a period; the last one before that year
/// where none does.
fn phases_with_days<'a>(
    phases: impl DoubleEndedIterator<Item = &'a PhaseDates> + Clone,
    period: Period,
    year: i32,
) -> Option<(Phase, Phase)> {
    let with_days = phases.clone().filter(|it| {
        let shared = Period {
            start: it.period.start.max(period.start),
            end: it.period.end.min(period.end),
        };
        shared.days_in(year) > 0
    });
    let mut with_days = with_days.map(|it| it.phase);
    let mut before = phases.filter(|it| it.period.end.year() < year);
    match with_days.next() {
        Some(first) => Some((first, with_days.next_back().unwrap_or(first))),
        None => before.next_back().map(|it| (it.phase, it.phase)),
    }
}

/// Something that the commune leaves out on purpose.
#[derive(Debug, Clone)]
pub struct LeftOut {
    /// Its code.
    pub code: String,
    /// Why.
    pub reason: String,
    /// Whether the commune has it already, so that what needs it may rely on it.
    pub is_present: bool,
}

/// A task that the commune carries out.
#[derive(Debug, Clone)]
pub struct ChosenTask {
    /// Its code.
    pub code: String,
    /// Its days; those of its phase where the profile gives none.
    pub period: Period,
    /// How the plan says when it is done.
    pub wording: Wording,
    /// Whether the profile gives it days of its own.
    pub has_own_days: bool,
    /// Whether it costs nothing here.
    pub costless: bool,
    /// Who leads, as in [`ChosenComponent`].
    pub lead: Option<String>,
    /// Who helps, likewise.
    pub support: Option<Vec<String>>,
    /// Where it was read; for one that comes with a component, where that was.
    pub at: Origin,
}

impl ChosenTask {
    /// When it is done.
    pub fn timing(&self) -> Timing {
        Timing {
            period: self.period,
            wording: self.wording.clone(),
        }
    }
}
