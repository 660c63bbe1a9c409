//! Catalogue + profile + estimate → plan: what applies, in which order, with which words, added up.
//!
//! The only thing that can go wrong here is a sum too large to be counted; all else was checked.

mod actions;
mod budget;
mod demands;
mod gaps;
mod legal;
mod organisation;
mod values;

use crate::check::CheckedCommune;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::model::Abbreviation;
use crate::model::Catalogue;
use crate::model::ChosenComponent;
use crate::model::Component;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::Handbook;
use crate::model::Issuer;
use crate::model::Objective;
use crate::model::Overflow;
use crate::model::Pillar;
use crate::model::Profile;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::TARGET_PLACEHOLDER;
use crate::model::plan::Funding;
use crate::model::plan::FundingTables;
use crate::model::plan::PillarTargets;
use crate::model::plan::Plan;
use crate::model::plan::PlannedTarget;
use crate::model::plan::Situation;
use crate::model::plan::Targets;
use crate::model::sort_key;
use crate::model::vietnamese;
use crate::source::Origin;
use budget::Money;
use demands::Standing;
use values::Values;

/// Merges the plan of a commune, which takes over the lines of its estimate.
///
/// # Errors
/// The finding that its sums are too large.
pub fn merge(catalogue: &Catalogue, commune: &mut CheckedCommune) -> Result<Plan, Diagnostic> {
    match plan(catalogue, commune) {
        Ok(mut plan) => {
            let mut lines = std::mem::take(&mut commune.estimate.lines);
            // The lines are large: they are moved once.
            lines.sort_by_cached_key(|line| (line.row.clone(), line.year));
            plan.budget.lines = lines;
            Ok(plan)
        }
        Err(Overflow) => {
            let message = "tổng các dòng vượt quá 999.999.999.999.999 đồng";
            let line = first_too_many(&commune.estimate.lines);
            let file = commune.given.as_ref().map(|given| given.file);
            let at = line.unwrap_or_else(|| Origin::File(file.unwrap_or_default()));
            Err(Diagnostic::new(Code::OVERFLOW, at, message))
        }
    }
}

/// Where the line stands with which the sum becomes too large.
fn first_too_many(lines: &[CostLine]) -> Option<Origin> {
    let mut sum = Dong::ZERO;
    let line = lines.iter().find(|line| match sum.plus(line.amount) {
        Ok(more) => {
            sum = more;
            false
        }
        Err(Overflow) => true,
    });
    line.map(|line| line.at.amount())
}

/// The guidance as its own reader sees it: the catalogue with its placeholders filled for no commune
/// in particular.
pub fn handbook(catalogue: &Catalogue) -> Handbook {
    let values = Values::of_no_commune(catalogue);
    Handbook {
        catalogue: catalogue.filled(&|name| values.get(name)),
    }
}

/// The chosen components in the order of the model.
fn chosen<'a>(
    catalogue: &'a Catalogue,
    profile: &'a Profile,
) -> Vec<(&'a Component, &'a ChosenComponent)> {
    let choices = &profile.components;
    let components = catalogue.components.iter();
    components
        .filter_map(|component| {
            let mut choices = choices.iter();
            let chosen = choices.find(|chosen| chosen.code == component.code)?;
            Some((component, chosen))
        })
        .collect()
}

/// The abbreviations that are known, those of the commune before others of the same letters.
fn glossary(catalogue: &Catalogue, profile: &Profile) -> Vec<Abbreviation> {
    let own = &profile.abbreviations;
    let is_own = |entry: &Abbreviation| own.iter().any(|other| other.short == entry.short);
    let known = catalogue.glossary.iter().filter(|entry| !is_own(entry));
    let mut all: Vec<Abbreviation> = known.chain(own).cloned().collect();
    all.sort_by_cached_key(|entry| (sort_key(&entry.short), sort_key(&entry.meaning)));
    all
}

/// What every step of merging needs.
struct Merger<'a> {
    /// The catalogue with what the commune adds to it and words otherwise.
    catalogue: &'a Catalogue,
    /// The catalogue as all communes share it.
    guidance: &'a Catalogue,
    commune: &'a CheckedCommune,
    values: Values,
    /// Those of the guidance, which is a document of its own and names others anew.
    in_guidance: Values,
}

fn plan(catalogue: &Catalogue, checked: &CheckedCommune) -> Result<Plan, Overflow> {
    let guidance = catalogue;
    let catalogue = checked.catalogue.as_ref().unwrap_or(catalogue);
    let profile = &checked.profile;
    let chosen = chosen(catalogue, profile);
    let Money { budget, tables } = budget::money(catalogue, checked, &chosen)?;
    let total = budget.all.total.allocated;
    let values = Values::new(catalogue, profile, total);
    let merger = Merger {
        catalogue,
        guidance,
        commune: checked,
        values,
        in_guidance: Values::new(catalogue, profile, total),
    };
    // In the order of reading, in which a document is named in full at first.
    let subject = merger.section(SectionId::Subject).to_plain();
    let legal = merger.legal();
    let situation = merger.situation();
    let mut targets = merger.targets();
    let actions = merger.actions();
    let roadmap = merger.roadmap(&tables.by_component);
    let funding = merger.funding(tables, total);
    let effects = [
        (Pillar::Government, SectionId::GovernmentEffects),
        (Pillar::Economy, SectionId::EconomyEffects),
        (Pillar::Society, SectionId::SocietyEffects),
    ]
    .map(|(pillar, section)| (pillar, merger.section(section)));
    let organisation = merger.organisation(&actions);
    let tasks = merger.tasks(&funding.tables.by_component)?;
    let components = merger.components(&funding.tables.by_component);
    merger.measure(&mut targets);
    Ok(Plan {
        slug: profile.slug.clone(),
        commune: profile.commune.clone(),
        illustrative: profile.illustrative,
        glossary: glossary(catalogue, profile),
        issue: profile.issue,
        issuer: merger.issuer(),
        number: profile.number.clone(),
        date: profile.date,
        place: profile.place.clone(),
        subject,
        years: profile.years.clone(),
        guidance_print: profile.guidance_print,
        signatory: profile.signatory.clone(),
        recipients: profile
            .recipients
            .iter()
            .map(|line| merger.fill(line).to_plain())
            .collect(),
        legal,
        situation,
        targets,
        actions,
        roadmap,
        funding,
        effects: effects.into(),
        gaps: merger.gaps(&Standing::of(&organisation)),
        organisation,
        tasks,
        components,
        given_estimate: merger
            .commune
            .given
            .as_ref()
            .map(|given| given.published_name()),
        budget,
    })
}

impl Merger<'_> {
    /// A text with the commune's values in its placeholders.
    fn fill(&self, text: &RichText) -> RichText {
        let years = &self.commune.profile.years;
        self.fill_for(text, years.last().copied().unwrap_or_default())
    }

    /// A text of work that ends in a year: a target that it names has the value of that year.
    fn fill_for(&self, text: &RichText, year: i32) -> RichText {
        self.fill_with(text, year, &self.values)
    }

    /// The value of a target in a year of the plan; in one before or behind it that of the nearest.
    fn target_in(&self, code: &str, year: i32) -> Option<String> {
        let Profile { targets, years, .. } = &self.commune.profile;
        let target = targets.iter().find(|target| target.objective == code)?;
        let mut values = years.iter().zip(&target.values);
        let value = values.find(|(own, _)| **own >= year);
        let value = value.map(|(_, value)| value).or(target.values.last())?;
        let objective = self.catalogue.objective(code)?;
        Some(vietnamese::measured(*value, &objective.unit))
    }

    /// A text of the guidance, likewise.
    fn fill_guidance(&self, text: &RichText, year: i32) -> RichText {
        self.fill_with(text, year, &self.in_guidance)
    }

    fn fill_with(&self, text: &RichText, year: i32, values: &Values) -> RichText {
        let profile = &self.commune.profile;
        let kept = text.kept(&|condition| condition.holds(profile));
        kept.filled(&|name| match name.strip_prefix(TARGET_PLACEHOLDER) {
            Some(code) => self.target_in(code, year).unwrap_or_default(),
            None => values.get(name),
        })
    }

    fn funding(&self, tables: FundingTables, total: Dong) -> Funding {
        Funding {
            sources: self.section(SectionId::FundingSources),
            principles: self.section(SectionId::FundingPrinciples),
            citations: self.citations("VI"),
            lead: self.section(SectionId::FundingSummary),
            tables,
            total,
            comparisons: self.commune.profile.rent_or_buy.clone(),
        }
    }

    /// The text of a section: the commune's own, or else the catalogue's.
    fn section(&self, id: SectionId) -> RichText {
        let own = self.commune.profile.own_sections.get(&id);
        let text = own.or_else(|| {
            let section = self.catalogue.sections.get(&id)?;
            Some(&section.text)
        });
        match (text, self.commune.profile.phase_of_section(id)) {
            (None, _) => RichText::default(),
            (Some(text), None) => self.fill(text),
            (Some(text), Some(phase)) => self.fill_for(text, phase.period.end.year()),
        }
    }

    /// Who issues the plan, by name: "Ủy ban nhân dân xã Minh Sơn".
    fn issuer(&self) -> String {
        let commune = &self.commune.profile.commune;
        match self.commune.profile.issue.issuer {
            Issuer::Committee => format!("Ủy ban nhân dân {}", commune.full_name()),
            Issuer::Steering => {
                let name = self.body("ban_chi_dao");
                // It is called after the kind of commune.
                match name.strip_suffix(commune.kind.name()) {
                    Some(_) => format!("{name} {}", commune.name),
                    None => format!("{name} {}", commune.full_name()),
                }
            }
        }
    }

    /// The name of a body here; what is not the code of one is a name already.
    fn body(&self, code: &str) -> String {
        self.values.body(code).unwrap_or_else(|| code.to_owned())
    }

    fn situation(&self) -> Situation {
        let survey = &self.commune.profile.survey;
        Situation {
            features: self
                .section(SectionId::Features)
                .followed_by(self.fill(&survey.overview)),
            survey: survey.groups.clone(),
            strengths: self.fill(&survey.strengths),
            weaknesses: self.fill(&survey.weaknesses),
        }
    }

    fn targets(&self) -> Targets {
        let of_pillar = |pillar| -> Vec<PlannedTarget> {
            let targets = self.commune.profile.targets.iter();
            targets
                .filter_map(|target| {
                    let objective = self.catalogue.objective(&target.objective)?;
                    (objective.pillar == pillar).then(|| PlannedTarget {
                        code: objective.code.clone(),
                        name: objective.name.clone(),
                        unit: objective.unit.clone(),
                        baseline: target.baseline,
                        values: target.values.clone(),
                        measurement: RichText::default(),
                        monitor: String::new(),
                        reason: target.reason.clone(),
                    })
                })
                .collect()
        };
        Targets {
            general: self.section(SectionId::GeneralObjective),
            lead: self.section(SectionId::SpecificObjectives),
            pillars: Pillar::ALL
                .into_iter()
                .map(|pillar| PillarTargets {
                    pillar,
                    targets: of_pillar(pillar),
                })
                .filter(|pillar| !pillar.targets.is_empty())
                .collect(),
        }
    }

    /// Says how each target is measured, which stands in an appendix, behind all that the parts say.
    fn measure(&self, targets: &mut Targets) {
        let targets = targets.pillars.iter_mut().flat_map(|it| &mut it.targets);
        for target in targets {
            if let Some(objective) = self.catalogue.objective(&target.code) {
                target.measurement = self.fill(&objective.measurement);
                target.monitor = self.monitor(objective);
            }
        }
    }

    /// Whoever leads the first chosen component, or else task, that serves an objective; nobody where none does.
    fn monitor(&self, objective: &Objective) -> String {
        let (catalogue, profile) = (self.catalogue, &self.commune.profile);
        let components = objective.components.iter().filter_map(|code| {
            let mut chosen = profile.components.iter();
            let chosen = chosen.find(|it| it.code == *code)?;
            let default = &catalogue.component(code)?.lead;
            Some(self.lead(chosen.lead.as_ref(), default))
        });
        let tasks = objective.tasks.iter().filter_map(|code| {
            let chosen = profile.tasks.iter().find(|it| it.code == *code)?;
            let default = &catalogue.task(code)?.lead;
            Some(self.lead(chosen.lead.as_ref(), default))
        });
        components.chain(tasks).next().unwrap_or_default()
    }
}
