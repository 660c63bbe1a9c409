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

/// An objective of the catalogue.
#[derive(Debug, Clone)]
pub struct Objective {
    /// Its code: `CQS-01`.
    pub code: String,
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
    /// Where it was read.
    pub citations: Vec<Citation>,
    /// How it is measured.
    pub measurement: RichText,
}
