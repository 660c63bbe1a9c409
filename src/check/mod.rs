//! What a plan as a whole must be like: one function a rule, all of them in one table.
//!
//! Reading has already said what cannot be understood; a rule looks at what was understood and at
//! how its pieces agree. It sees the model alone, no tree and no sheet, and changes nothing of it. Each rule has a
//! code, a severity that the profile or the folder may change with a reason, and an entry in
//! `content/rules.yaml` that says why it is there.

mod abbreviations;
mod agreement;
mod bodies;
mod citing;
mod copies;
mod coverage;
mod figures;
mod form;
mod gaps;
mod index;
mod law;
mod lines;
mod money;
mod own_words;
mod places;
mod rent_or_buy;
mod responsibility;
mod same_communes;
mod selection;
mod shared;
mod shares;
mod signing;
mod size;
mod stated;
mod subject;
mod targets;
mod time;
mod told;

pub use same_communes::same_communes;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Severity;
use crate::model::Catalogue;
use crate::model::Commune;
use crate::model::Estimate;
use crate::model::GivenEstimate;
use crate::model::Profile;
use crate::model::Tally;
use crate::read::CommuneRead;
use crate::read::Library;
use crate::read::Piece;
use crate::read::ProfileRead;
use crate::read::Settings;
use crate::source::Origin;
use crate::source::Sources;
use index::Index;
use size::Judged;
use size::judge;
use subject::Subject;

/// What came of a commune's files.
#[derive(Debug)]
pub struct Outcome {
    /// The name of the profile's file without ending.
    pub slug: String,
    /// What was read of the estimate, also of one that has faults.
    pub tally: Tally,
    /// What the commune is called and where it says so, if that could be read.
    pub named: Option<(Commune, Origin)>,
    /// The profile and the estimate, where all that a plan needs could be read.
    pub checked: Option<CheckedCommune>,
}

/// A commune's profile and estimate.
#[derive(Debug)]
pub struct CheckedCommune {
    /// The profile.
    pub profile: Profile,
    /// The estimate.
    pub estimate: Estimate,
    /// The catalogue with what the commune adds to it, where it adds anything.
    pub(crate) catalogue: Option<Catalogue>,
    /// The codes of the rules that it does not keep: those that find something, and those that are turned off.
    pub(crate) rules_unkept: BTreeSet<String>,
    /// The file that it was read from.
    pub(crate) given: Option<GivenEstimate>,
}

/// What a rule found.
pub(crate) struct Finding {
    at: Origin,
    message: String,
    hint: String,
}

impl Finding {
    fn new(at: &Origin, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            at: at.clone(),
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// A rule.
pub(crate) struct Rule {
    /// Its code.
    pub code: Code,
    /// The pieces that must be without errors, since the rule speaks of what is missing in them.
    needs: &'static [Piece],
    check: fn(&Subject<'_>) -> Vec<Finding>,
}

macro_rules! rules {
    ($($code:ident $check:path $(, $piece:ident)*;)+) => {
        /// Every rule, by code.
        pub(crate) const RULES: &[Rule] = &[
            $(Rule {
                code: Code::$code,
                needs: &[$(Piece::$piece),*],
                check: $check,
            },)+
        ];
    };
}

rules! {
    ESSENTIAL_LEFT_OUT selection::essential_left_out, Terrain, Components, LeftOut;
    DEPENDENCY_MISSING selection::dependency_missing, Components, LeftOut;
    DEPENDENCY_LATER selection::dependency_later, Components, LeftOut;
    NEEDS_OPINION selection::needs_opinion;
    INVESTING_IN_SHARED shared::investing_in_shared;
    DOUBLES_SHARED shared::doubles_shared;
    PILLAR_WITHOUT_COMPONENT coverage::pillar_without_component, Components;
    LAYER_WITHOUT_COMPONENT coverage::layer_without_component, Components;
    COMPONENT_WITHOUT_TASK coverage::component_without_task, Tasks;
    TASK_WITHOUT_COMPONENT coverage::task_without_component, Components;
    OWN_CODE_UNWRITTEN coverage::own_code_unwritten;
    REFUSED_AND_CHOSEN selection::refused_and_chosen;
    VALUE_BELOW_BASELINE targets::value_below_baseline;
    OVER_HUNDRED shares::over_hundred;
    FALLING_BETWEEN_YEARS targets::falling_between_years;
    BELOW_SOURCE targets::below_source;
    TARGET_UNSERVED targets::unserved, Components, Tasks;
    CHOICE_WITHOUT_TARGET targets::choice_without_target, Targets;
    PILLAR_WITHOUT_TARGET targets::pillar_without_target, Targets;
    TARGET_STANDS_STILL targets::stands_still;
    IMPOSSIBLE_COUNT targets::impossible_count;
    PHASES_OUT_OF_ORDER time::phases_out_of_order, Phases;
    ALL_IN_ONE_QUARTER time::all_in_one_quarter, Components, Days;
    YEAR_WITHOUT_WORK time::year_without_work, Components, Days;
    TASK_BEFORE_ITS_COMPONENTS time::task_before_its_components, Phases;
    PLAN_DATED_LATE time::plan_dated_late, Plan, Phases;
    LEAD_ALSO_SUPPORTS responsibility::lead_also_supports;
    TASK_WITHOUT_DEADLINE responsibility::task_without_deadline;
    TASK_WITHOUT_MONEY responsibility::task_without_money, Costs;
    ABOLISHED_BODY responsibility::abolished_body;
    ONE_LEAD_FOR_ALL responsibility::one_lead_for_all;
    COSTLESS_WITH_MONEY responsibility::costless_with_money;
    COST_OUTSIDE_PERIOD money::cost_outside_period, Phases;
    INVESTMENT_WITHOUT_UPKEEP money::investment_without_upkeep, Estimate;
    BOUGHT_WITHOUT_REASON money::bought_without_reason, Estimate;
    ABOVE_CEILING money::above_ceiling;
    YEAR_WITHOUT_MONEY money::year_without_money, Costs;
    COMPONENT_WITHOUT_MONEY money::component_without_money, Costs;
    ROW_UNLIKE_COMPONENT lines::row_unlike_component;
    SOCIALISED_FROM_BUDGET lines::socialised_from_budget;
    LINE_TWICE copies::line_twice;
    PRICES_DIFFER copies::prices_differ;
    LINE_WITHOUT_AMOUNT lines::line_without_amount;
    PRICE_OUTSIDE_LIST lines::price_outside_list;
    LINE_UNFILLED lines::line_unfilled;
    DEARER_WAY rent_or_buy::dearer_way;
    ESTIMATE_UNLIKE_WAY rent_or_buy::estimate_unlike_way, Estimate;
    PRICE_OUT_OF_SIZE size::price_out_of_size;
    TOTAL_OUT_OF_SIZE size::total_out_of_size;
    LINE_ABOVE_HALF size::line_above_half;
    PRICE_FAR_FROM_SAME size::price_far_from_same;
    UNIT_UNSTATED size::unit_unstated;
    SUPERSEDED_LAW law::superseded_law, Plan;
    CITED_TWICE law::cited_twice, Plan;
    NUMBER_OF_PLAN law::number_of_plan;
    NO_COPY_FOR_FILE law::no_copy_for_file, Recipients;
    LEFTOVER gaps::leftover;
    EMPTY_PART own_words::empty_part;
    FIGURES_DISAGREE own_words::figures_disagree, Commune;
    PRIVATE_NOT_SOCIALISED lines::private_not_socialised;
    OTHER_LEVEL_NAMED places::other_level_named, Commune;
    LAW_TO_COME law::law_to_come, Plan;
    LAW_ENDING law::law_ending, Plan;
    LAW_UNCONFIRMED law::law_unconfirmed, Plan;
    UNEXPLAINED_ABBREVIATION abbreviations::unexplained;
    TO_FILL form::to_fill;
    SIGNATORY_UNNAMED signing::signatory_unnamed;
    OFFICE_OF_SIGNATORY signing::office_of_signatory;
    TASK_OUTSIDE_PHASES time::task_outside_phases, Phases, Components, Days;
    DRAFT_COMPLETE signing::draft_complete, Plan;
    DRAFT_WITHOUT_DAY signing::draft_without_day, Plan;
    SURVEY_UNLIKE_TARGET agreement::survey_unlike_target, Situation, Targets;
    TEXT_UNLIKE_TARGET told::text_unlike_target, Targets;
    RESULT_BEYOND_WORK agreement::result_beyond_work, Phases;
    SHARE_OF_UNLIKELY_SIZE shares::share_of_unlikely_size, Situation;
    WORK_BEFORE_SIGNING time::work_before_signing, Plan, Phases;
    OPINION_OUT_OF_PLACE selection::opinion_out_of_place, Plan;
    ROUNDED_FIGURES figures::rounded;
    MANY_DECIMALS figures::many_decimals;
    TASK_LED_BY_OTHER responsibility::task_led_by_other, Components, Tasks;
    TASK_BESIDE_COMPONENTS time::task_beside_components, Phases, Components, Days;
}

/// Applies every rule to a commune's plan.
pub(crate) fn commune(
    read: CommuneRead,
    library: &Library,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Outcome {
    let named = read.profile.as_ref().map(ProfileRead::named);
    let estimate = read.estimate;
    let checked = read.profile.and_then(|profile| {
        let index = Index::of(&estimate);
        let catalogue = read.catalogue.as_ref().unwrap_or(&library.catalogue);
        let subject = Subject {
            catalogue,
            profile: &profile.draft.profile,
            draft: &profile.draft,
            estimate: &estimate,
            index: &index,
            judged: &judge(&estimate, &index, &catalogue.sizes),
            prices: &library.prices,
            written: &profile.written,
            sources,
            soundness: &profile.soundness,
        };
        apply(&subject, &profile.settings, diagnostics);
        if !profile.draft.is_complete {
            return None;
        }
        let mut rules_unkept = profile.settings.turned_off();
        rules_unkept.extend(diagnostics.codes().map(|code| code.to_string()));
        Some(CheckedCommune {
            profile: profile.draft.profile,
            catalogue: read.catalogue,
            rules_unkept,
            estimate,
            given: read.given,
        })
    });
    Outcome {
        slug: read.slug,
        tally: read.tally,
        named,
        checked,
    }
}

fn apply(subject: &Subject<'_>, settings: &Settings, diagnostics: &mut Diagnostics) {
    let applied = RULES.par_iter().filter_map(|rule| {
        let is_known = rule.needs.iter().all(|piece| subject.is_sound(*piece));
        let severity = settings.severity(rule.code).filter(|_| is_known)?;
        Some((rule.code, severity, (rule.check)(subject)))
    });
    let applied: Vec<_> = applied.collect();
    for (code, severity, findings) in applied {
        for finding in findings {
            report(code, severity, finding, diagnostics);
        }
    }
}

/// Applies the rule of sizes to the province's prices, which belong to no commune.
pub fn library(library: &Library, diagnostics: &mut Diagnostics) {
    let Some(severity) = library.settings.severity(Code::PRICE_OUT_OF_SIZE) else {
        return;
    };
    for finding in size::listed_out_of_size(&library.prices, &library.catalogue.sizes) {
        report(Code::PRICE_OUT_OF_SIZE, severity, finding, diagnostics);
    }
}

fn report(code: Code, severity: Severity, finding: Finding, diagnostics: &mut Diagnostics) {
    let diagnostic = Diagnostic::new(code, finding.at, finding.message);
    diagnostics.report(Diagnostic {
        severity,
        ..diagnostic.hint(finding.hint)
    });
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::diagnostic::Code;

    #[test]
    fn rules_ascend_so_none_is_there_twice() {
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(RULES.len() >= 45);
        let rules = RULES.iter().map(|rule| rule.code);
        let of_codes = Code::ALL.iter().copied().filter(|code| code.is_rule());
        assert!(rules.eq(of_codes), "a code without a rule");
    }
}
