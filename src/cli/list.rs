//! `xaso list`: components, objectives or communes, a line each.

use std::process::ExitCode;

use unicode_width::UnicodeWidthStr;

use super::args::ListArgs;
use super::args::Listing;
use super::conclude;
use super::print;
use crate::model::Supplier;
use crate::pipeline::Session;

pub(super) fn run(args: &ListArgs) -> ExitCode {
    let mut session = Session::default();
    let checked = match args.what {
        Listing::Components | Listing::Objectives => session.check_catalogue(super::root()),
        Listing::Communes => session.check(super::root(), Vec::new()).0,
    };
    let catalogue = &checked.catalogue;
    let rows: Vec<Vec<String>> = match args.what {
        Listing::Components => catalogue
            .components
            .iter()
            .map(|component| {
                let supplier = match component.supplier {
                    Supplier::Centre => "trung ương".to_owned(),
                    Supplier::Province => "tỉnh".to_owned(),
                    Supplier::CommuneEssential => "xã, thiết yếu".to_owned(),
                    Supplier::CommuneSupplementary => format!(
                        "xã, bổ sung ({})",
                        component
                            .terrain
                            .map_or("mọi địa bàn", crate::model::Terrain::name)
                    ),
                };
                vec![component.code.clone(), supplier, component.name.clone()]
            })
            .collect(),
        Listing::Objectives => catalogue
            .objectives
            .iter()
            .map(|objective| {
                vec![
                    objective.code.clone(),
                    objective.unit.clone(),
                    objective.name.clone(),
                ]
            })
            .collect(),
        Listing::Communes => checked
            .communes
            .iter()
            .map(|commune| {
                let profile = &commune.profile;
                vec![
                    profile.slug.clone(),
                    profile.commune.terrain.name().to_owned(),
                    format!(
                        "{}, {}",
                        profile.commune.sentence_name(),
                        profile.commune.province
                    ),
                ]
            })
            .collect(),
    };
    print(&columns(&rows));
    // A list is asked for to choose from; only what keeps an entry out of it is worth saying.
    if session.diagnostics.has_errors() {
        conclude(&session)
    } else {
        ExitCode::SUCCESS
    }
}

/// The rows with their columns aligned; the last one runs free.
fn columns(rows: &[Vec<String>]) -> String {
    let n_columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|text| text.width())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..n_columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        for (index, (cell, width)) in row.iter().zip(&widths).enumerate() {
            text.push_str(cell);
            if index + 1 < n_columns {
                text.push_str(&" ".repeat(width - cell.width() + 2));
            }
        }
        text.push('\n');
    }
    text
}
