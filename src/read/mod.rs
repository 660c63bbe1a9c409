//! Located trees and sheets → the catalogue and the communes, every fault on the way reported.
//!
//! Nothing here reads the disk, and nothing judges: that a plan makes no sense is said by the rules, in the next room,
//! which look at what was made here and never at a tree or a sheet. A file with a fault gives what it can, so that one
//! run shows all the faults; whether the build goes on is the pipeline's decision.

mod as_written;
mod catalogue;
mod estimate;
mod fields;
mod letters;
mod prices;
mod profile;
mod references;
mod removals;
mod settings;
mod soundness;
mod table;
mod text;
mod words;

pub(crate) use profile::Draft;
pub(crate) use profile::DraftTarget;
pub(crate) use settings::Settings;
pub(crate) use soundness::Piece;
pub(crate) use soundness::Soundness;

use crate::diagnostic::Diagnostics;
use crate::load::CommuneInput;
use crate::load::EstimateInput;
use crate::load::Inputs;
use crate::model::AsWritten;
use crate::model::Catalogue;
use crate::model::Commune;
use crate::model::Condition;
use crate::model::Estimate;
use crate::model::GivenEstimate;
use crate::model::PLACEHOLDERS;
use crate::model::PriceList;
use crate::model::TARGET_PLACEHOLDER;
use crate::model::Tally;
use crate::model::keys;
use crate::source::Origin;
use crate::source::Sources;
use crate::source::Templates;
use profile::Additions;
use profile::Scope;
use text::Known;
use text::TextReader;

/// What all communes share, read once.
#[derive(Debug)]
pub struct Library {
    /// The guidance and the registers.
    pub catalogue: Catalogue,
    /// The templates, for the renderers.
    pub templates: Templates,
    /// The province's prices.
    pub(crate) prices: PriceList,
    /// What the folder sets for the rules.
    pub(crate) settings: Settings,
    /// The names that placeholders of a commune's texts may have.
    placeholders: Known,
}

/// A commune's files as they were read.
pub(crate) struct CommuneRead {
    /// The name of the profile's file without ending.
    pub slug: String,
    /// What was read of the estimate, also of one that has faults.
    pub tally: Tally,
    /// The profile, if anything of it could be read.
    pub profile: Option<ProfileRead>,
    /// The estimate.
    pub estimate: Estimate,
    /// The catalogue with what the commune adds to it, where it adds anything.
    pub catalogue: Option<Catalogue>,
    /// The file that the estimate was read from.
    pub given: Option<GivenEstimate>,
}

/// A commune's profile as it was read.
pub(crate) struct ProfileRead {
    /// What it says, as far as it could be understood.
    pub draft: Draft,
    /// In which words it says so, and where.
    pub written: AsWritten,
    /// What of it, and of the estimate, was read without an error.
    pub soundness: Soundness,
    /// How grave the breach of each rule is to it.
    pub settings: Settings,
    /// Where it says what the commune is called.
    pub named_at: Origin,
}

impl ProfileRead {
    /// What the commune is called and where it says so.
    pub(crate) fn named(&self) -> (Commune, Origin) {
        (self.draft.profile.commune.clone(), self.named_at.clone())
    }
}

/// Reads what all communes share.
pub fn library(
    mut inputs: Inputs,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Library {
    let mut texts = TextReader::default();
    let (settings, mut removals) = Settings::of_folder(inputs.settings.as_ref(), diagnostics);
    removals.take_from(&mut inputs, diagnostics);
    let (mut catalogue, places) = catalogue::read(&inputs, &mut texts, sources, diagnostics);
    references::check(&mut catalogue, &places, sources, diagnostics);
    removals.settle(&mut catalogue, &places, &texts, sources, diagnostics);
    let prices = inputs
        .prices
        .map(|file| prices::read(file, sources, diagnostics));
    let names = PLACEHOLDERS.iter().map(|name| (*name).to_owned());
    let bodies = catalogue.bodies.iter();
    let bodies = bodies.map(|body| format!("don_vi.{}", body.code));
    let documents = catalogue.legal.iter();
    let documents = documents.map(|document| format!("van_ban.{}", document.code));
    // Where an entry was taken away, nothing holds that asks for it.
    let words = Condition::all_words(&catalogue).into_iter();
    let known = Known {
        placeholders: names.chain(bodies).chain(documents).collect(),
        words: words.chain(removals.codes().cloned()).collect(),
    };
    texts.finish(&known, sources, diagnostics);
    Library {
        catalogue,
        templates: inputs.templates,
        prices: prices.unwrap_or_default(),
        settings,
        placeholders: Known {
            words: Vec::new(),
            ..known
        },
    }
}

/// The placeholders of the targets that a commune has; where they are not all known, those of any.
fn target_placeholders(draft: Option<&Draft>, catalogue: &Catalogue) -> Vec<String> {
    let known = draft.filter(|draft| draft.targets.named.is_ok());
    let codes: Vec<&String> = match known {
        Some(draft) => draft.targets.list.iter().map(|it| &it.objective).collect(),
        None => catalogue.objectives.iter().map(|it| &it.code).collect(),
    };
    codes
        .into_iter()
        .map(|code| format!("{TARGET_PLACEHOLDER}{code}"))
        .collect()
}

/// Reads the files of a commune. `diagnostics` know what of the library could not be read.
pub(crate) fn commune(
    input: CommuneInput,
    library: &Library,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> CommuneRead {
    let Library {
        catalogue, prices, ..
    } = library;
    let mut texts = TextReader::default();
    let own = Additions::read(&input.profile, catalogue, &mut texts, diagnostics);
    let extended = own.onto(catalogue);
    let catalogue = extended.as_ref().unwrap_or(catalogue);
    let draft = profile::read(
        &input.slug,
        &input.profile,
        catalogue,
        &own,
        &mut texts,
        diagnostics,
    );
    let targets = target_placeholders(draft.as_ref().ok(), catalogue);
    let known = library.placeholders.with(targets);
    texts.finish(&known, sources, diagnostics);
    let unknown;
    let scope = match &draft {
        Ok(draft) => &draft.scope,
        Err(reported) => {
            unknown = Scope::unknown(*reported);
            &unknown
        }
    };
    let values = estimate::Values {
        scope,
        catalogue,
        prices,
    };
    let estimate = match &input.estimate {
        Some(EstimateInput {
            lines: Some(node), ..
        }) => estimate::read_lines(node, values, diagnostics),
        Some(EstimateInput { given, .. }) => {
            estimate::read(given.file, values, sources, diagnostics)
        }
        None => Estimate::default(),
    };
    let given = input.estimate.map(|estimate| estimate.given);
    let file = given.as_ref().map(|given| given.file);
    let profile = draft.ok().map(|draft| {
        let node = input.profile;
        let name = node.get(keys::COMMUNE);
        let name = name.and_then(|node| node.get(keys::NAME));
        let named_at = name.unwrap_or(&node).origin();
        let own = node.get(keys::RULES);
        let settings = library.settings.followed_by(own, diagnostics);
        let errors = diagnostics.error_places();
        let soundness = Soundness::of(&node, &draft, &estimate, &errors);
        ProfileRead {
            draft,
            written: as_written::as_written(node),
            soundness,
            settings,
            named_at,
        }
    });
    CommuneRead {
        tally: Tally::of(&input.slug, file, &estimate),
        slug: input.slug,
        profile,
        estimate,
        catalogue: extended,
        given,
    }
}
