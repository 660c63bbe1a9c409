//! What calamine does not tell of an .ods file: how large its tables would be, before they are made,
//! since a cell may say that it stands there a million times; and which cells are merged.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::io::Cursor;

use calamine::Dimensions;
use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

/// What was seen of the tables.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// How many places they have together.
    pub n_places: u64,
    /// The merged stretches of each, by its name.
    pub merged: BTreeMap<String, Vec<Dimensions>>,
}

/// Looks at all tables.
///
/// # Errors
/// What is wrong with bytes that are no such file.
pub(super) fn survey(bytes: &[u8]) -> std::io::Result<Survey> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let content = archive.by_name("content.xml")?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let mut survey = Survey::default();
    let mut name = String::new();
    // Of the sheet: its rows so far, those up to the last that holds something, and the widest.
    let (mut rows, mut used_rows, mut widest) = (0_u64, 0_u64, 0_u64);
    // Of the row: how often it stands there, its cells so far, those up to the last that holds
    // something.
    let (mut repeats, mut cells, mut used) = (1_u64, 0_u64, 0_u64);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return Ok(survey),
            Ok(Event::Start(element)) if is(&element, "table") => {
                (rows, used_rows, widest) = (0, 0, 0);
                name = attribute(&element, "name").unwrap_or_default();
            }
            // The table is a rectangle, with a place for every cell of rows that hold nothing too.
            Ok(Event::End(element)) if element.local_name().as_ref() == "table" => {
                let n_places = used_rows.saturating_mul(widest);
                survey.n_places = survey.n_places.saturating_add(n_places);
            }
            Ok(Event::Start(element)) if is(&element, "table-row") => {
                repeats = repeated(&element, "number-rows-repeated");
                (cells, used) = (0, 0);
            }
            Ok(Event::Empty(element)) if is(&element, "table-row") => {
                rows = rows.saturating_add(repeated(&element, "number-rows-repeated"));
            }
            Ok(Event::End(element)) if element.local_name().as_ref() == "table-row" => {
                rows = rows.saturating_add(repeats);
                if used > 0 {
                    used_rows = rows;
                    widest = widest.max(used);
                }
            }
            Ok(Event::Start(element)) if is_cell(&element) => {
                if let Some(stretch) = merged(&element, rows, cells) {
                    survey.merged.entry(name.clone()).or_default().push(stretch);
                }
                cells = cells.saturating_add(repeated(&element, "number-columns-repeated"));
                used = cells;
            }
            Ok(Event::Empty(element)) if is_cell(&element) => {
                cells = cells.saturating_add(repeated(&element, "number-columns-repeated"));
                let holds = ["value-type", "formula"];
                let mut attributes = element.attributes().flatten();
                if attributes.any(|it| holds.contains(&it.key.local_name().as_ref())) {
                    used = cells;
                }
            }
            Ok(_) => {}
        }
    }
}

fn is(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}

fn is_cell(element: &BytesStart<'_>) -> bool {
    is(element, "table-cell") || is(element, "covered-table-cell")
}

/// The stretch that a cell at a place is merged over.
fn merged(element: &BytesStart<'_>, row: u64, column: u64) -> Option<Dimensions> {
    let span = |name| repeated(element, name).checked_sub(1);
    let (down, right) = (
        span("number-rows-spanned")?,
        span("number-columns-spanned")?,
    );
    let place = |row, column| Some((u32::try_from(row).ok()?, u32::try_from(column).ok()?));
    let start = place(row, column)?;
    let end = place(row.checked_add(down)?, column.checked_add(right)?)?;
    (start != end).then_some(Dimensions { start, end })
}

/// How often an element says that it stands there, or over how many places it goes.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    let number = attribute(element, name).and_then(|value| value.trim().parse().ok());
    number.unwrap_or(1)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(found.value.as_ref()).ok()?;
    Some(value.into_owned())
}
