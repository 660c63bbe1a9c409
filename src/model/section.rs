//! The plan's own sections: the fixed prose of a plan, by the place where it stands.

use super::{Citation, RichText};

/// The guidance's text for a place in the plan.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// What it says.
    pub text: RichText,
    /// Where its facts were read.
    pub citations: Vec<Citation>,
}

/// A place in the plan that a text of `content/sections` fills and a profile may fill anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "the file name beside each variant says which section it is"
)]
pub enum SectionId {
    Subject,
    Basis,
    Features,
    GeneralObjective,
    SpecificObjectives,
    Principles,
    GovernmentPillar,
    EconomyPillar,
    SocietyPillar,
    Operation,
    Resources,
    Roadmap,
    FirstPhase,
    SecondPhase,
    ThirdPhase,
    FundingSources,
    FundingPrinciples,
    FundingSummary,
    GovernmentEffects,
    EconomyEffects,
    SocietyEffects,
    Organisation,
    Reporting,
    Closing,
}

impl SectionId {
    /// Every section with its code, which is also its file name, in the order of the plan.
    pub const ALL: [(&'static str, Self); 24] = [
        ("trich-yeu", Self::Subject),
        ("can-cu", Self::Basis),
        ("dac-diem", Self::Features),
        ("muc-tieu-tong-quat", Self::GeneralObjective),
        ("muc-tieu-cu-the", Self::SpecificObjectives),
        ("nguyen-tac", Self::Principles),
        ("tru-cot-chinh-quyen-so", Self::GovernmentPillar),
        ("tru-cot-kinh-te-so", Self::EconomyPillar),
        ("tru-cot-xa-hoi-so", Self::SocietyPillar),
        ("van-hanh-quan-tri", Self::Operation),
        ("nguon-luc-nhan-luc", Self::Resources),
        ("lo-trinh", Self::Roadmap),
        ("giai-doan-1", Self::FirstPhase),
        ("giai-doan-2", Self::SecondPhase),
        ("giai-doan-3", Self::ThirdPhase),
        ("nguon-kinh-phi", Self::FundingSources),
        ("nguyen-tac-kinh-phi", Self::FundingPrinciples),
        ("tong-hop-kinh-phi", Self::FundingSummary),
        ("hieu-qua-chinh-quyen-so", Self::GovernmentEffects),
        ("hieu-qua-kinh-te-so", Self::EconomyEffects),
        ("hieu-qua-xa-hoi-so", Self::SocietyEffects),
        ("to-chuc", Self::Organisation),
        ("bao-cao", Self::Reporting),
        ("ket-thuc", Self::Closing),
    ];
}
