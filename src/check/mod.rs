//! Located trees and sheets → the catalogue and the communes, every fault on the way reported.
//!
//! Nothing here reads the disk or decides what a plan looks like. A file with a fault gives what it
//! can, so that one run shows all the faults; whether the build goes on is the pipeline's decision.

mod catalogue;
mod choices;
mod estimate;
mod fields;
mod keys;
mod letters;
mod prices;
mod profile;
mod references;
mod rules;
mod table;
mod text;

use crate::diagnostic::Diagnostics;
use crate::load::Inputs;
use crate::model::Catalogue;
use crate::model::Estimate;
use crate::model::Profile;
use crate::source::FileId;
use crate::source::Sources;
use rules::Settings;
use rules::Subject;
use text::TextReader;

/// What a plan is merged from.
#[derive(Debug)]
pub struct Checked {
    /// What all communes share.
    pub catalogue: Catalogue,
    /// The communes, by slug.
    pub communes: Vec<CheckedCommune>,
}

/// A commune's profile and estimate.
#[derive(Debug)]
pub struct CheckedCommune {
    /// The profile.
    pub profile: Profile,
    /// The estimate.
    pub estimate: Estimate,
    /// Where the estimate was read.
    pub estimate_file: Option<FileId>,
    /// The workbook as the commune wrote it, for download.
    pub workbook: Vec<u8>,
}

/// The names that placeholders may have, beside `don_vi.<code of a body>`.
pub(crate) const PLACEHOLDERS: [&str; 17] = [
    "xa.ten",
    "xa.loai",
    "xa.ten_day_du",
    "xa.ten_dau_cau",
    "xa.tinh",
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
    let mut communes = Vec::new();
    let settings = Settings::of_folder(inputs.settings.as_ref(), diagnostics);
    let prices = inputs
        .prices
        .map(|file| prices::read(file, sources, diagnostics));
    let prices = prices.unwrap_or_default();
    for input in inputs.communes {
        let (profile, scope) = profile::read(
            &input.slug,
            &input.profile,
            &catalogue,
            &mut texts,
            diagnostics,
        );
        let estimate = match input.estimate {
            Some(file) => estimate::read(file, &scope, &catalogue, sources, diagnostics),
            None => Estimate::default(),
        };
        let Ok(profile) = profile else { continue };
        let settings = settings.followed_by(input.profile.get(keys::RULES), diagnostics);
        let subject = Subject {
            catalogue: &catalogue,
            profile: &profile,
            estimate: &estimate,
            prices: &prices,
            node: &input.profile,
        };
        rules::check(&subject, &settings, diagnostics);
        communes.push(CheckedCommune {
            profile,
            estimate,
            estimate_file: input.estimate,
            workbook: input.estimate_bytes,
        });
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
    Checked {
        catalogue,
        communes,
    }
}
