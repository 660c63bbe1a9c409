//! A sheet of an .xlsx file, gone through for what it looks like.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::io::Read;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

use super::MOST_CELLS;
use super::Stretch;
use super::Unfit;
use super::style::Stroke;
use super::xlsx_asides;
use super::xml::add;
use super::xml::attribute;
use super::xml::is;
use super::xml::is_true;
use super::xml::number;
use crate::source::AsidePlace;
use crate::source::CellRef;
use crate::source::CellStyle;
use crate::source::SheetLooks;

/// A part of an archive as it is read.
pub(super) type Xml<'a> = Reader<BufReader<Box<dyn Read + 'a>>>;

/// Notes what a sheet looks like and which of its cells are merged; `styles` tell something, and of the
/// shared texts those of which letters are `struck` through.
///
/// # Errors
/// Why it is not read.
pub(super) fn read_sheet(
    xml: &mut Xml<'_>,
    styles: &[Option<Arc<CellStyle>>],
    struck: &BTreeMap<usize, Stroke>,
    looks: &mut SheetLooks,
    merged: &mut Vec<Stretch>,
) -> Result<(), Unfit> {
    let mut buffer = Vec::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    loop {
        buffer.clear();
        let event = xml
            .read_event_into(&mut buffer)
            .map_err(|_| Unfit::Broken)?;
        let (element, is_open) = match &event {
            Event::Start(element) => (element, true),
            Event::Empty(element) => (element, false),
            Event::End(element) if element.local_name().as_ref() == "row" => {
                (row, column) = (row.saturating_add(1), 0);
                continue;
            }
            Event::Eof => return Ok(()),
            _ => continue,
        };
        match element.local_name().as_ref() {
            "c" => {
                let mut cell = CellElement::of(element);
                let at = cell.at.unwrap_or(CellRef { row, column });
                column = at.column.saturating_add(1);
                if is_open && (cell.is_inline || (cell.is_shared && !struck.is_empty())) {
                    cell.read_struck(xml, struck)?;
                }
                let style = styles.get(cell.style).and_then(Option::as_ref);
                let style = match cell.stroke {
                    Some(stroke) => Some(stroke.on(style.map(Arc::as_ref))),
                    None => style.cloned(),
                };
                looks.styles.extend(style.map(|style| (at, style)));
                if looks.styles.len() > MOST_CELLS {
                    return Err(Unfit::TooLarge);
                }
            }
            "row" => {
                let said = number(element, "r").and_then(|number| number.checked_sub(1));
                row = said.unwrap_or(row);
                column = 0;
                if is_hidden(element, "ht") {
                    add(&mut looks.hidden_rows, row, row);
                }
                if !is_open {
                    row = row.saturating_add(1);
                }
            }
            "col" if is_hidden(element, "width") => {
                let side = |name| number(element, name).and_then(|number| number.checked_sub(1));
                if let (Some(first), Some(last)) = (side("min"), side("max")) {
                    add(&mut looks.hidden_columns, first, last);
                }
            }
            "mergeCell" => merged.extend(attribute(element, "ref").as_deref().and_then(stretch)),
            name @ ("oddHeader" | "evenHeader" | "firstHeader") if is_open => {
                let end = name.to_owned();
                xlsx_asides::of_page(xml, &end, AsidePlace::PageHead, &mut looks.asides)?;
            }
            name @ ("oddFooter" | "evenFooter" | "firstFooter") if is_open => {
                let end = name.to_owned();
                xlsx_asides::of_page(xml, &end, AsidePlace::PageFoot, &mut looks.asides)?;
            }
            "filterColumn" => looks.is_filtered = true,
            "sheetPr" => looks.is_filtered |= is_true(element, "filterMode"),
            _ => {}
        }
    }
}

/// What the element of a cell says.
struct CellElement {
    at: Option<CellRef>,
    style: usize,
    is_shared: bool,
    is_inline: bool,
    stroke: Option<Stroke>,
}

impl CellElement {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut cell = Self {
            at: None,
            style: 0,
            is_shared: false,
            is_inline: false,
            stroke: None,
        };
        for attribute in element.attributes().flatten() {
            let value: &str = attribute.value.as_ref();
            match attribute.key.local_name().as_ref() {
                "r" => cell.at = CellRef::named(value),
                "s" => cell.style = value.parse().unwrap_or(0),
                "t" => {
                    cell.is_shared = value == "s";
                    cell.is_inline = value == "inlineStr";
                }
                _ => {}
            }
        }
        cell
    }

    /// Reads on to the end of the cell, to see whether its text is struck through.
    fn read_struck(
        &mut self,
        xml: &mut Xml<'_>,
        struck: &BTreeMap<usize, Stroke>,
    ) -> Result<(), Unfit> {
        if self.is_inline {
            self.stroke = stroke_of_text(xml, "c")?;
            return Ok(());
        }
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml
                .read_event_into(&mut buffer)
                .map_err(|_| Unfit::Broken)?
            {
                Event::Text(text) => {
                    let text: &str = text.as_ref();
                    let index = text.trim().parse().ok();
                    let own = index.and_then(|index: usize| struck.get(&index));
                    self.stroke = own.copied().or(self.stroke);
                }
                Event::End(element) if element.local_name().as_ref() == "c" => return Ok(()),
                Event::Eof => return Err(Unfit::Broken),
                _ => {}
            }
        }
    }
}

/// Reads on to the end of an element; whether runs of letters in it are struck through.
pub(super) fn stroke_of_text(xml: &mut Xml<'_>, end: &str) -> Result<Option<Stroke>, Unfit> {
    let mut buffer = Vec::new();
    let (mut has_struck, mut has_other) = (false, false);
    let (mut is_run_struck, mut is_reading, mut is_text) = (false, false, false);
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|_| Unfit::Broken)?
        {
            Event::Start(element) | Event::Empty(element) if is(&element, "strike") => {
                is_run_struck =
                    !matches!(attribute(&element, "val").as_deref(), Some("0" | "false"));
            }
            Event::Start(element) if is(&element, "r") => {
                (is_run_struck, is_reading) = (false, true)
            }
            Event::Start(element) if is(&element, "t") => is_text = true,
            Event::Start(element) if is(&element, "rPh") => is_reading = false,
            Event::Text(text) if is_text => {
                let text: &str = text.as_ref();
                if !text.trim().is_empty() {
                    has_struck |= is_run_struck && is_reading;
                    has_other |= !is_run_struck;
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "t" => is_text = false,
                "r" => is_run_struck = false,
                name if name == end => return Ok(Stroke::of(has_struck, has_other)),
                _ => {}
            },
            Event::Eof => return Err(Unfit::Broken),
            _ => {}
        }
    }
}

/// Whether a row or column is hidden, or has no height or width.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    let size = attribute(element, size).and_then(|size| size.trim().parse::<f64>().ok());
    is_true(element, "hidden") || size == Some(0.0)
}

/// The stretch that `C7:D9` names.
fn stretch(name: &str) -> Option<Stretch> {
    let (first, last) = name.split_once(':')?;
    Some((CellRef::named(first)?, CellRef::named(last)?))
}
