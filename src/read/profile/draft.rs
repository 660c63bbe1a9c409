//! The pieces of a profile as they were read → a draft, with blanks for those that could not be.

use std::collections::BTreeMap;

use super::blank;
use super::head::Head;
use super::periods::Frame;
use super::targets::DraftTargets;
use crate::diagnostic::Reported;
use crate::model::Abbreviation;
use crate::model::BudgetRow;
use crate::model::ChosenComponent;
use crate::model::ChosenFunding;
use crate::model::ChosenTask;
use crate::model::Commune;
use crate::model::Comparison;
use crate::model::GuidancePrint;
use crate::model::LeftOut;
use crate::model::OwnSurvey;
use crate::model::Profile;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::Signatory;
use crate::model::Terrain;

/// A profile as far as it could be read.
pub(crate) struct Draft {
    /// The profile, with blanks for what could not be read.
    pub profile: Profile,
    /// Whether it has all that a plan needs.
    pub is_complete: bool,
    /// Whether the terrain is known, by which what is offered is judged.
    pub terrain_known: bool,
    /// The targets as far as they could be read.
    pub targets: DraftTargets,
    /// Whether the code of each task could be read.
    pub tasks_named: bool,
    /// What the estimate is held to.
    pub scope: Scope,
}

/// What a profile says that its estimate must agree with. By a piece that could not be read nothing
/// is judged.
#[derive(Debug)]
pub(crate) struct Scope {
    /// The years of the plan.
    pub years: Result<Vec<i32>, Reported>,
    /// The codes of the chosen components.
    pub components: Result<Vec<String>, Reported>,
    /// The commune's own rows of Phụ lục II.
    pub own_rows: Result<Vec<BudgetRow>, Reported>,
    /// Whether the plan has the district level.
    pub has_district: bool,
    /// The commune and its province, by which sources of money are called.
    pub commune: Option<Commune>,
}

impl Scope {
    /// That of a profile of which nothing could be read.
    pub(crate) fn unknown(reported: Reported) -> Self {
        Self {
            years: Err(reported),
            components: Err(reported),
            own_rows: Err(reported),
            has_district: true,
            commune: None,
        }
    }
}

/// All that was read of a profile.
pub(super) struct Pieces {
    pub(super) commune: Result<Commune, Reported>,
    pub(super) illustrative: bool,
    pub(super) has_district: bool,
    pub(super) head: Result<Head, Reported>,
    pub(super) signatory: Result<Option<Signatory>, Reported>,
    pub(super) recipients: Vec<RichText>,
    pub(super) own_legal: Vec<RichText>,
    pub(super) abbreviations: Vec<Abbreviation>,
    pub(super) survey: Result<OwnSurvey, Reported>,
    pub(super) targets: DraftTargets,
    pub(super) frame: Frame,
    pub(super) components: Vec<ChosenComponent>,
    pub(super) components_read: Result<(), Reported>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) tasks: Vec<ChosenTask>,
    pub(super) tasks_read: Result<(), Reported>,
    pub(super) own_rows: Vec<BudgetRow>,
    pub(super) own_rows_read: Result<(), Reported>,
    pub(super) funding: ChosenFunding,
    pub(super) guidance_print: GuidancePrint,
    pub(super) rent_or_buy: Vec<Comparison>,
    pub(super) own_sections: BTreeMap<SectionId, RichText>,
}

impl Pieces {
    /// What the estimate is held to.
    fn scope(&self) -> Scope {
        let codes = self.components.iter().map(|chosen| chosen.code.clone());
        Scope {
            years: self.frame.years.clone(),
            components: self.components_read.map(|()| codes.collect()),
            own_rows: self.own_rows_read.map(|()| self.own_rows.clone()),
            has_district: self.has_district,
            commune: self.commune.as_ref().ok().cloned(),
        }
    }

    /// Whether nothing is missing that a plan needs.
    fn is_complete(&self) -> bool {
        self.commune.is_ok()
            && self.head.is_ok()
            && self.frame.years.is_ok()
            && self.signatory.is_ok()
            && self.survey.is_ok()
            && self.targets.read.is_ok()
            && self.frame.phases.all().is_ok()
    }

    /// The profile of the commune with this slug.
    pub(super) fn draft(self, slug: &str) -> Draft {
        let (scope, is_complete) = (self.scope(), self.is_complete());
        let terrain = self.frame.terrain.unwrap_or(Terrain::Rural);
        let commune = self.commune.unwrap_or_else(|_| blank::commune(terrain));
        let head = self.head.unwrap_or_else(|_| blank::head());
        let profile = Profile {
            slug: slug.to_owned(),
            place: head.place.unwrap_or_else(|| commune.place_name()),
            commune,
            illustrative: self.illustrative,
            has_district: self.has_district,
            number: head.number,
            date: head.date,
            issue: head.issue,
            years: self.frame.years.unwrap_or_default(),
            signatory: self.signatory.unwrap_or_default(),
            recipients: self.recipients,
            own_legal: self.own_legal,
            abbreviations: self.abbreviations,
            survey: self.survey.unwrap_or_default(),
            targets: self.targets.whole(),
            phases: self.frame.phases.dates(),
            components: self.components,
            tasks: self.tasks,
            left_out: self.left_out,
            funding: self.funding,
            guidance_print: self.guidance_print,
            rent_or_buy: self.rent_or_buy,
            own_rows: self.own_rows,
            own_sections: self.own_sections,
        };
        Draft {
            profile,
            is_complete,
            terrain_known: self.frame.terrain.is_ok(),
            targets: self.targets,
            tasks_named: self.tasks_read.is_ok(),
            scope,
        }
    }
}
