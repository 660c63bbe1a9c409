//! Charts as SVG: horizontal bars in groups, drawn once for website and print.
//!
//! Every bar bears its name and its amount beside it, so that colour alone says nothing: a print in
//! black and white tells as much, and no two texts can meet, however many years and however unlike
//! the amounts. Only text, lines and filled rectangles are used: no script, no style, no transparency
//! (PDF/A), no font (the page's or the print's own is taken). All coordinates are whole numbers.

mod scale;
mod svg;

pub(crate) use svg::draw;

use crate::model::Amount;
use crate::model::DisplayUnit;

/// A chart to be drawn.
#[derive(Debug)]
pub(crate) struct Chart<'a> {
    /// Its name in the page.
    pub id: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// Its figures in words, for those who cannot see it.
    pub description: &'a str,
    /// Its groups, from the top.
    pub groups: &'a [Group],
    /// The unit in which the figures of the bars are given.
    pub unit: DisplayUnit,
    /// The words for đồng, thousands, millions and billions of them.
    pub units: &'a [String; 4],
}

/// Bars that belong together: those of a year.
#[derive(Debug)]
pub(crate) struct Group {
    /// What they have in common.
    pub name: String,
    /// The bars, from the top.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug)]
pub(crate) struct Bar {
    /// What it stands for.
    pub name: String,
    /// How long it is, and the figure at its end.
    pub amount: Amount,
    /// Its fill.
    pub shade: Shade,
}

/// The fill of a bar. All stand out from white by more than 3 to 1 and differ in lightness.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shade {
    /// What adds up the others.
    Total,
    /// One of several, by its place among them.
    Part(usize),
}

impl Shade {
    fn colour(self) -> &'static str {
        const PARTS: [&str; 4] = ["#0b4f9c", "#c2571a", "#3f9142", "#84868c"];
        match self {
            Self::Total => "#2b2f36",
            Self::Part(place) => PARTS[place % PARTS.len()],
        }
    }
}
