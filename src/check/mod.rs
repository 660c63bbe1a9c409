//! Located trees and sheets → the catalogue and the communes, every fault on the way reported.
//!
//! Nothing here reads the disk or decides what a plan looks like. A file with a fault gives what it
//! can, so that one run shows all the faults; whether the build goes on is the pipeline's decision.

mod catalogue;
mod choices;
mod copies;
mod estimate;
mod fields;
mod letters;
mod prices;
mod profile;
mod references;
mod removals;
mod rules;
mod table;
mod text;
mod words;

pub use copies::same_communes;

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::load::CommuneInput;
use crate::load::EstimateInput;
use crate::load::Inputs;
use crate::model::Catalogue;
use crate::model::Commune;
use crate::model::Condition;
use crate::model::Estimate;
use crate::model::PriceList;
use crate::model::Profile;
use crate::model::Tally;
use crate::model::keys;
use crate::source::Origin;
use crate::source::Sources;
use crate::source::Templates;
use profile::Additions;
use profile::Draft;
use profile::Scope;
use rules::Index;
use rules::Settings;
use rules::Subject;
use text::Known;
use text::TextReader;

/// What all communes share, read once.
#[derive(Debug)]
pub struct Library {
    /// The guidance and the registers.
    pub catalogue: Catalogue,
    /// The templates, for the renderers.
    pub templates: Templates,
    prices: PriceList,
    settings: Settings,
    /// The names that placeholders of a commune's texts may have.
    placeholders: Known,
}

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
    pub(crate) given: Option<EstimateInput>,
}

/// The names that placeholders may have, beside `don_vi.<code of a body>` and `van_ban.<code of a document>`; in
/// what a commune writes also `muc_tieu.<code of an objective>`.
pub(crate) const PLACEHOLDERS: [&str; 19] = [
    "xa.ten",
    "xa.loai",
    "xa.ten_day_du",
    "xa.ten_dau_cau",
    "xa.tinh",
    "xa.cap_tinh",
    "xa.cap_tinh_dau_cau",
    "xa.dan_so",
    "xa.so_ho",
    "xa.dien_tich",
    "xa.so_thon",
    "xa.don_vi_dan_cu",
    "xa.so_can_bo",
    "xa.dia_ban",
    "ke_hoach.nam_dau",
    "ke_hoach.nam_cuoi",
    "ke_hoach.giai_doan",
    "kinh_phi.tong",
    "kinh_phi.tong_chu",
];

/// How the name of a placeholder begins that is filled with the value of a target, in the year in which the work
/// ends that it speaks of.
pub(crate) const TARGET_PLACEHOLDER: &str = "muc_tieu.";

/// Reads and checks what all communes share.
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
    let prices = prices.unwrap_or_default();
    rules::check_prices(&prices, &catalogue, &settings, diagnostics);
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
        prices,
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

/// Reads and checks the files of a commune. `diagnostics` know what of the library could not be read.
pub fn commune(
    input: CommuneInput,
    library: &Library,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Outcome {
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
        Some(EstimateInput { file, .. }) => estimate::read(*file, values, sources, diagnostics),
        None => Estimate::default(),
    };
    let file = input.estimate.as_ref().map(|estimate| estimate.file);
    let mut outcome = Outcome {
        tally: Tally::of(&input.slug, file, &estimate),
        slug: input.slug,
        named: None,
        checked: None,
    };
    let Ok(draft) = draft else { return outcome };
    let name = input.profile.get(keys::COMMUNE);
    let name = name.and_then(|node| node.get(keys::NAME));
    let at = name.unwrap_or(&input.profile).origin();
    outcome.named = Some((draft.profile.commune.clone(), at));
    let own = input.profile.get(keys::RULES);
    let settings = library.settings.followed_by(own, diagnostics);
    let index = Index::of(&estimate);
    let judged = rules::judge(&estimate, &index, &catalogue.sizes);
    let mut subject = Subject {
        catalogue,
        profile: &draft.profile,
        draft: &draft,
        estimate: &estimate,
        index: &index,
        judged: &judged,
        prices,
        node: &input.profile,
        sources,
        sound: Vec::new(),
        doubtful: Vec::new(),
    };
    rules::check(&mut subject, &settings, diagnostics);
    if draft.is_complete {
        let mut rules_unkept = settings.turned_off();
        rules_unkept.extend(diagnostics.codes().map(|code| code.to_string()));
        outcome.checked = Some(CheckedCommune {
            profile: draft.profile,
            catalogue: extended,
            rules_unkept,
            estimate,
            given: input.estimate,
        });
    }
    outcome
}
