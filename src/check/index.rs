//! The lines of an estimate, found by what they say. Many rules compare their words, so these are folded
//! and numbered once for all of them.

use std::hash::Hash;

use foldhash::HashMap;
use foldhash::HashMapExt;
use rayon::prelude::*;

use crate::model::CostLine;
use crate::model::Estimate;
use crate::model::fold;

/// What is the same in several lines, by numbers that count from 0 as it first appears.
#[derive(Debug, Default)]
pub(crate) struct Index<'a> {
    /// The description of each line, folded.
    pub descriptions: Vec<String>,
    /// The number of each line's description: the same where descriptions are, folded.
    pub wordings: Vec<usize>,
    /// The number of each line's unit of things.
    pub units: Vec<usize>,
    /// The units, folded, by their numbers.
    pub unit_names: Vec<String>,
    /// The number of the thing that each line pays for: the same description and unit.
    pub things: Vec<usize>,
    /// The numbers of the lines of each component.
    by_component: HashMap<&'a str, Vec<usize>>,
    lines: &'a [CostLine],
}

impl<'a> Index<'a> {
    /// The index of an estimate.
    pub(crate) fn of(estimate: &'a Estimate) -> Self {
        let lines = &estimate.lines;
        let fold_descriptions = || -> Vec<String> {
            let lines = lines.par_iter();
            lines.map(|line| fold(&line.description)).collect()
        };
        let others = || (units_of(lines), by_component(lines));
        let (descriptions, ((units, unit_names), by_component)) =
            rayon::join(fold_descriptions, others);
        let (wordings, _) = numbered(descriptions.iter().map(String::as_str));
        let (things, _) = numbered(wordings.iter().zip(&units));
        Self {
            descriptions,
            wordings,
            units,
            unit_names,
            things,
            by_component,
            lines,
        }
    }

    /// The lines of a component, in their order, each with its description, folded.
    pub(crate) fn lines_of<'s>(
        &'s self,
        code: &str,
    ) -> impl Iterator<Item = (&'a CostLine, &'s str)> + use<'a, 's> {
        let numbers = self.by_component.get(code).map_or(&[][..], Vec::as_slice);
        numbers
            .iter()
            .map(|number| (&self.lines[*number], self.descriptions[*number].as_str()))
    }
}

/// The number of each line's unit, and the units, folded, by their numbers.
fn units_of(lines: &[CostLine]) -> (Vec<usize>, Vec<String>) {
    let (written, as_written) = numbered(lines.iter().map(|line| line.unit.as_str()));
    let folded: Vec<String> = as_written.into_iter().map(fold).collect();
    let (of_folded, names) = numbered(folded.iter().map(String::as_str));
    let units = written.into_iter().map(|number| of_folded[number]);
    (
        units.collect(),
        names.into_iter().map(str::to_owned).collect(),
    )
}

fn by_component(lines: &[CostLine]) -> HashMap<&str, Vec<usize>> {
    let mut by_component: HashMap<&str, Vec<usize>> = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        if let Some(code) = &line.component {
            by_component.entry(code).or_default().push(number);
        }
    }
    by_component
}

/// The number of each of some values, and the values by their numbers.
fn numbered<T: Copy + Eq + Hash>(values: impl Iterator<Item = T>) -> (Vec<usize>, Vec<T>) {
    let mut numbers: HashMap<T, usize> = HashMap::with_capacity(values.size_hint().0);
    let mut distinct = Vec::new();
    let of_each = values.map(|value| {
        *numbers.entry(value).or_insert_with(|| {
            distinct.push(value);
            distinct.len() - 1
        })
    });
    let of_each = of_each.collect();
    (of_each, distinct)
}
