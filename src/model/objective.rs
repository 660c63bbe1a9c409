//! A measurable target as the sources set it; what a commune aims at is a [`super::Target`].

use super::{Citation, Decimal, Pillar, RichText};

/// Whether more or less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

impl Direction {
    /// The two as the catalogue writes them.
    pub const KEYS: [(&'static str, Self); 2] = [("tang", Self::Up), ("giam", Self::Down)];
}

/// What became of an objective that events have overtaken: it stays in the catalogue, so that nothing
/// of the sources is dropped in silence, and out of the plans.
#[derive(Debug, Clone)]
pub struct Supersession {
    /// The objectives that stand in its place, by code; none where nothing does.
    pub by: Vec<String>,
    /// Why, as a sentence.
    pub reason: Option<String>,
}

/// An objective of the catalogue.
#[derive(Debug, Clone)]
pub struct Objective {
    /// Its code: `CQS-01`.
    pub code: String,
    /// Whether it is the commune's own, of no catalogue.
    pub is_own: bool,
    /// What is measured.
    pub name: String,
    /// Its pillar.
    pub pillar: Pillar,
    /// The unit: "%", "kênh", "điểm".
    pub unit: String,
    /// Whether more or less is better.
    pub direction: Direction,
    /// The value that the source asks for, if it states one.
    pub source_value: Option<Decimal>,
    /// The year by which the source asks for it, if it states one.
    pub source_year: Option<i32>,
    /// The components that serve it, by code.
    pub components: Vec<String>,
    /// The tasks that serve it, by code.
    pub tasks: Vec<String>,
    /// Why it is a target no longer, if events have overtaken it.
    pub superseded: Option<Supersession>,
    /// Where it was read.
    pub citations: Vec<Citation>,
    /// How it is measured.
    pub measurement: RichText,
}
