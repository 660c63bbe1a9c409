//! What calamine does not tell of the sheets of an .xlsx file: which rows and columns are hidden, whether
//! a filter is set, which cells are merged, and which have a look that tells something.
//!
//! The sheets are gone through once more for it; [`super::archive`] says whether that is worth it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::BufReader;
use std::io::Cursor;
use std::io::Read;
use std::mem::take;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::MOST_CELLS;
use super::Stretch;
use super::Unfit;
use super::archive::Weighed;
use crate::source::CellRef;
use crate::source::CellStyle;
use crate::source::SheetLooks;

type Xml<'a> = Reader<BufReader<Box<dyn Read + 'a>>>;

/// The archive of a workbook, to see what its sheets look like.
pub(super) struct Looks<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The part of each sheet, by its name; none where nothing is worth a look.
    parts: BTreeMap<String, String>,
    /// The styles that tell something, by number.
    styles: Vec<Option<Arc<CellStyle>>>,
    /// The shared texts that are struck through as a whole, by number.
    struck: BTreeSet<usize>,
    is_filtered: bool,
}

impl<'a> Looks<'a> {
    /// Opens a workbook.
    ///
    /// # Errors
    /// [`Unfit::Broken`] where its texts cannot be read.
    pub(super) fn new(
        bytes: &'a [u8],
        styles: Vec<Option<Arc<CellStyle>>>,
        weighed: &Weighed,
    ) -> Result<Self, Unfit> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        let mut looks = Self {
            archive,
            parts: BTreeMap::new(),
            styles,
            struck: BTreeSet::new(),
            is_filtered: false,
        };
        let has_styles = looks.styles.iter().any(Option::is_some);
        let may_tell = weighed.may_hide || weighed.may_strike || weighed.may_merge;
        if !(has_styles || may_tell) {
            return Ok(looks);
        }
        let workbook = looks.relations("_rels/.rels").into_iter();
        let mut workbook = workbook.filter(|it| it.kind.ends_with("/officeDocument"));
        let workbook = workbook.next().map(|it| it.target).unwrap_or_default();
        let workbook = workbook.trim_start_matches('/');
        let (folder, file) = match workbook.rsplit_once('/') {
            Some((folder, file)) => (format!("{folder}/"), file),
            None => (String::new(), workbook),
        };
        looks.parts = looks.sheets(workbook, &folder, &format!("{folder}_rels/{file}.rels"));
        if weighed.may_strike {
            looks.struck = looks.struck_texts(&format!("{folder}sharedStrings.xml"))?;
        }
        let mut tables = looks.names();
        tables.retain(|name| name.contains("tables/"));
        for table in tables {
            let mut is_filtered = false;
            looks.elements(&table, |element| is_filtered |= is(element, "filterColumn"));
            looks.is_filtered |= is_filtered;
        }
        Ok(looks)
    }

    /// The names of the parts.
    fn names(&self) -> Vec<String> {
        let names = self.archive.file_names().flatten();
        names.map(std::borrow::Cow::into_owned).collect()
    }

    /// A part of the archive, whatever the case of its name.
    fn part(&mut self, path: &str) -> Option<Xml<'_>> {
        let path = path.trim_start_matches('/');
        let is_meant = |name: &String| name.replace('\\', "/").eq_ignore_ascii_case(path);
        let name = self.names().into_iter().find(is_meant)?;
        let part = self.archive.by_name(&name).ok()?;
        let part: Box<dyn Read> = Box::new(part);
        let mut xml = Reader::from_reader(BufReader::new(part));
        // calamine reads such a part all the same.
        xml.config_mut().check_end_names = false;
        Some(xml)
    }

    /// What a part says of others.
    fn relations(&mut self, path: &str) -> Vec<Relation> {
        let mut relations = Vec::new();
        self.elements(path, |element| {
            if is(element, "Relationship") {
                let value = |name| attribute(element, name).unwrap_or_default();
                relations.push(Relation {
                    id: value("Id"),
                    kind: value("Type"),
                    target: value("Target"),
                });
            }
        });
        relations
    }

    /// The parts of the sheets, by their names.
    fn sheets(&mut self, workbook: &str, folder: &str, path: &str) -> BTreeMap<String, String> {
        let relations = self.relations(path);
        let mut parts = BTreeMap::new();
        self.elements(workbook, |element| {
            if !is(element, "sheet") {
                return;
            }
            let (name, id) = (attribute(element, "name"), attribute(element, "id"));
            let relation = relations.iter().find(|it| Some(&it.id) == id.as_ref());
            if let (Some(name), Some(relation)) = (name, relation) {
                let target = &relation.target;
                let part = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("{folder}{target}"),
                };
                parts.insert(name, part);
            }
        });
        parts
    }

    /// Hands every element of a part to `see`.
    fn elements(&mut self, path: &str, mut see: impl FnMut(&BytesStart<'_>)) {
        let Some(mut xml) = self.part(path) else {
            return;
        };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
                // What is broken was reported by calamine.
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    /// The shared texts of which all letters are struck through.
    fn struck_texts(&mut self, path: &str) -> Result<BTreeSet<usize>, Unfit> {
        let mut struck = BTreeSet::new();
        let Some(mut xml) = self.part(path) else {
            return Ok(struck);
        };
        let mut buffer = Vec::new();
        let mut index = 0;
        loop {
            buffer.clear();
            match xml
                .read_event_into(&mut buffer)
                .map_err(|_| Unfit::Broken)?
            {
                Event::Start(element) if is(&element, "si") => {
                    if is_text_struck(&mut xml, "si")? {
                        struck.insert(index);
                    }
                    index += 1;
                }
                Event::Empty(element) if is(&element, "si") => index += 1,
                Event::Eof => return Ok(struck),
                _ => {}
            }
        }
    }

    /// What a sheet looks like, and which of its cells are merged. A filter of a table counts for all sheets: it is told of only where rows
    /// are hidden.
    ///
    /// # Errors
    /// Why the workbook is not read.
    pub(super) fn of_sheet(&mut self, name: &str) -> Result<(SheetLooks, Vec<Stretch>), Unfit> {
        let mut merged = Vec::new();
        let mut looks = SheetLooks {
            is_filtered: self.is_filtered,
            ..SheetLooks::default()
        };
        let Some(part) = self.parts.get(name).cloned() else {
            return Ok((looks, merged));
        };
        let (styles, struck) = (take(&mut self.styles), take(&mut self.struck));
        if let Some(mut xml) = self.part(&part) {
            read_sheet(&mut xml, &styles, &struck, &mut looks, &mut merged)?;
        }
        (self.styles, self.struck) = (styles, struck);
        Ok((looks, merged))
    }
}

/// What a part says of another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn read_sheet(
    xml: &mut Xml<'_>,
    styles: &[Option<Arc<CellStyle>>],
    struck: &BTreeSet<usize>,
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
                let style = if cell.is_struck {
                    let own = style.map(|style| CellStyle::clone(style));
                    let is_struck = true;
                    Some(Arc::new(CellStyle {
                        is_struck,
                        ..own.unwrap_or_default()
                    }))
                } else {
                    style.cloned()
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
    is_struck: bool,
}

impl CellElement {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut cell = Self {
            at: None,
            style: 0,
            is_shared: false,
            is_inline: false,
            is_struck: false,
        };
        for attribute in element.attributes().flatten() {
            let value: &str = attribute.value.as_ref();
            match attribute.key.local_name().as_ref() {
                "r" => cell.at = place(value),
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
    fn read_struck(&mut self, xml: &mut Xml<'_>, struck: &BTreeSet<usize>) -> Result<(), Unfit> {
        if self.is_inline {
            self.is_struck = is_text_struck(xml, "c")?;
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
                    let index = text.trim().parse();
                    self.is_struck |= index.is_ok_and(|index| struck.contains(&index));
                }
                Event::End(element) if element.local_name().as_ref() == "c" => return Ok(()),
                Event::Eof => return Err(Unfit::Broken),
                _ => {}
            }
        }
    }
}

/// Reads on to the end of an element; whether all runs of letters in it are struck through.
fn is_text_struck(xml: &mut Xml<'_>, end: &str) -> Result<bool, Unfit> {
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
                name if name == end => return Ok(has_struck && !has_other),
                _ => {}
            },
            Event::Eof => return Err(Unfit::Broken),
            _ => {}
        }
    }
}

/// Adds a stretch, which joins the one before it where it goes on.
pub(super) fn add(stretches: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match stretches.last_mut() {
        Some((_, end)) if end.checked_add(1) == Some(first) => *end = last,
        _ => stretches.push((first, last)),
    }
}

/// Whether a row or column is hidden, or has no height or width.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    let size = attribute(element, size).and_then(|size| size.trim().parse::<f64>().ok());
    is_true(element, "hidden") || size == Some(0.0)
}

fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true"))
}

/// The place that `C7` names.
fn place(name: &str) -> Option<CellRef> {
    let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let row: u32 = name.get(letters.len()..)?.parse().ok()?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A')?;
        if digit >= 26 {
            return None;
        }
        column = column.checked_mul(26)?.checked_add(u32::from(digit) + 1)?;
    }
    Some(CellRef {
        row: row.checked_sub(1)?,
        column: column.checked_sub(1)?,
    })
}

/// The stretch that `C7:D9` names.
fn stretch(name: &str) -> Option<Stretch> {
    let (first, last) = name.split_once(':')?;
    Some((place(first)?, place(last)?))
}

fn is(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(found.value.as_ref()).ok()?;
    Some(value.into_owned())
}
