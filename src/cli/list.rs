//! `xaso list`: what there is to choose from, filtered, as a table, JSON or CSV.

mod rows;

use std::io;
use std::process::ExitCode;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::args::ListArgs;
use super::args::Listing;
use super::args::TableFormat;
use super::conclude;
use super::print;
use crate::pipeline::Session;
use rows::Row;

pub(super) fn run(args: &ListArgs) -> io::Result<ExitCode> {
    if let Some(option) = rows::foreign_filter(args) {
        super::print_error(&format!(
            "lỗi: tùy chọn `{option}` không dùng cho danh sách này\nxem hướng dẫn: xaso list --help\n"
        ));
        return Ok(ExitCode::from(2));
    }
    let mut session = Session::default();
    let rows = if matches!(args.what, Listing::Communes) {
        let checked = session.check(&super::request(&[]));
        let profiles: Vec<_> = checked
            .communes
            .iter()
            .map(|commune| &commune.profile)
            .collect();
        rows::rows(&checked.library.catalogue, &profiles, args)
    } else {
        let (handbook, _) = session.handbook(&super::files());
        rows::rows(&handbook.catalogue, &[], args)
    };
    print(&match args.format {
        TableFormat::Table => table(&rows),
        TableFormat::Json => json(&rows),
        TableFormat::Csv => csv(&rows),
    })?;
    // A list is asked for to choose from; only what keeps an entry out of it is worth saying.
    if session.diagnostics.has_errors() {
        Ok(conclude(&session))
    } else {
        Ok(ExitCode::SUCCESS)
    }
}

/// The shown columns aligned; the last one runs free.
fn table(rows: &[Row]) -> String {
    let n_columns = rows.first().map_or(0, |row| row.shown.len());
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.shown.get(column))
            .map(|text| text.width())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..n_columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        for (index, (cell, width)) in row.shown.iter().zip(&widths).enumerate() {
            text.push_str(cell);
            if index + 1 < n_columns {
                text.push_str(&" ".repeat(width - cell.width() + 2));
            }
        }
        text.push('\n');
    }
    text
}

fn json(rows: &[Row]) -> String {
    let objects: Vec<Value> = rows
        .iter()
        .map(|row| {
            let fields = row.fields.iter();
            Value::Object(
                fields
                    .map(|(key, value)| ((*key).to_owned(), value.clone()))
                    .collect(),
            )
        })
        .collect();
    format!("{:#}\n", Value::Array(objects))
}

/// With a byte-order mark, without which Excel takes the Vietnamese letters for something else.
fn csv(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heads = rows
        .first()
        .map(|row| row.fields.iter().map(|(key, _)| *key));
    let lines = rows.iter().map(|row| {
        row.fields
            .iter()
            .map(|(_, value)| cell(value))
            .collect::<Vec<_>>()
    });
    // Writing into memory cannot fail, and every row has the same columns.
    if let Some(heads) = heads {
        let _ = writer.write_record(heads);
    }
    for line in lines {
        let _ = writer.write_record(line);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A value in a cell; a list is parted by semicolons.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
