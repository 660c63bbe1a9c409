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
mod rules;
mod table;
mod text;
mod words;

use crate::diagnostic::Diagnostics;
use crate::load::EstimateInput;
use crate::load::Inputs;
use crate::model::Catalogue;
use crate::model::Commune;
use crate::model::Estimate;
use crate::model::Profile;
use crate::model::Tally;
use crate::model::keys;
use crate::model::sort_key;
use crate::source::Sources;
use profile::Scope;
use rules::Index;
use rules::Settings;
use rules::Subject;
use text::TextReader;

/// What a plan is merged from.
#[derive(Debug)]
pub struct Checked {
    /// What all communes share.
    pub catalogue: Catalogue,
    /// The communes, by their names in the order of the alphabet.
    pub communes: Vec<CheckedCommune>,
    /// What was read of the estimate of each, also of those that have faults.
    pub tallies: Vec<Tally>,
}

/// A commune's profile and estimate.
#[derive(Debug)]
pub struct CheckedCommune {
    /// The profile.
    pub profile: Profile,
    /// The estimate.
    pub estimate: Estimate,
    /// The file that it was read from.
    pub(crate) given: Option<EstimateInput>,
}

/// The names that placeholders may have, beside `don_vi.<code of a body>`.
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

/// Checks everything that was loaded.
pub fn check(inputs: Inputs, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Checked {
    let mut texts = TextReader::default();
    let (mut catalogue, places) = catalogue::read(&inputs, &mut texts, sources, diagnostics);
    references::check(&mut catalogue, &places, sources, diagnostics);
    let (mut communes, mut tallies) = (Vec::new(), Vec::new());
    let settings = Settings::of_folder(inputs.settings.as_ref(), diagnostics);
    let prices = inputs
        .prices
        .map(|file| prices::read(file, sources, diagnostics));
    let prices = prices.unwrap_or_default();
    rules::check_prices(&prices, &catalogue, &settings, diagnostics);
    let mut seen = copies::Communes::default();
    for input in inputs.communes {
        let draft = profile::read(
            &input.slug,
            &input.profile,
            &catalogue,
            &mut texts,
            diagnostics,
        );
        let unknown = draft
            .as_ref()
            .err()
            .map(|reported| Scope::unknown(*reported));
        let scope = draft.as_ref().ok().map(|draft| &draft.scope);
        let Some(scope) = scope.or(unknown.as_ref()) else {
            continue;
        };
        let values = estimate::Values {
            scope,
            catalogue: &catalogue,
            prices: &prices,
        };
        let estimate = match &input.estimate {
            Some(EstimateInput {
                lines: Some(node), ..
            }) => estimate::read_lines(node, values, diagnostics),
            Some(EstimateInput { file, .. }) => estimate::read(*file, values, sources, diagnostics),
            None => Estimate::default(),
        };
        let file = input.estimate.as_ref().map(|estimate| estimate.file);
        tallies.push(Tally::of(&input.slug, file, &estimate));
        let Ok(draft) = draft else { continue };
        let name = input.profile.get(keys::COMMUNE);
        let name = name.and_then(|node| node.get(keys::NAME));
        let at = name.unwrap_or(&input.profile).origin();
        seen.add(&draft.profile.commune, &input.slug, at, diagnostics);
        let settings = settings.followed_by(input.profile.get(keys::RULES), diagnostics);
        let index = Index::of(&estimate);
        let judged = rules::judge(&estimate, &index, &catalogue.sizes);
        let mut subject = Subject {
            catalogue: &catalogue,
            profile: &draft.profile,
            draft: &draft,
            estimate: &estimate,
            index: &index,
            judged: &judged,
            prices: &prices,
            node: &input.profile,
            sources,
            sound: Vec::new(),
            doubtful: Vec::new(),
        };
        rules::check(&mut subject, &settings, diagnostics);
        if draft.is_complete {
            communes.push(CheckedCommune {
                profile: draft.profile,
                estimate,
                given: input.estimate,
            });
        }
    }
    let names: Vec<String> = PLACEHOLDERS
        .iter()
        .map(|name| (*name).to_owned())
        .chain(
            catalogue
                .bodies
                .iter()
                .map(|body| format!("don_vi.{}", body.code)),
        )
        .collect();
    texts.finish(&names, sources, diagnostics);
    communes.sort_by_cached_key(|commune: &CheckedCommune| {
        let Commune { name, province, .. } = &commune.profile.commune;
        (
            sort_key(name),
            sort_key(&province.full_name()),
            sort_key(&commune.profile.slug),
        )
    });
    Checked {
        catalogue,
        communes,
        tallies,
    }
}
