//! How large the tables of an .ods file would be, before they are made: a cell may say that it stands
//! there a million times.

use std::io::BufReader;
use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

/// How many places the tables of all sheets have together.
///
/// # Errors
/// What is wrong with bytes that are no such file.
pub(super) fn n_places(bytes: &[u8]) -> std::io::Result<u64> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let content = archive.by_name("content.xml")?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let mut all = 0_u64;
    // Of the row: how often it stands there, its cells so far, those up to the last that holds
    // something.
    let (mut repeats, mut cells, mut used) = (1_u64, 0_u64, 0_u64);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) | Err(_) => return Ok(all),
            Ok(Event::Start(element)) if is(&element, "table-row") => {
                repeats = repeated(&element, "number-rows-repeated");
                (cells, used) = (0, 0);
            }
            Ok(Event::End(element)) if element.local_name().as_ref() == "table-row" => {
                all = all.saturating_add(repeats.saturating_mul(used));
            }
            Ok(Event::Start(element)) if is_cell(&element) => {
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

/// How often an element says that it stands there.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == name);
    let number = found.and_then(|it| it.value.as_ref().trim().parse().ok());
    number.unwrap_or(1)
}
