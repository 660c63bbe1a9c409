//! Letters as they should be: whatever text comes in, from a cell, the name of a sheet or a text file, its
//! letters are made those of Vietnamese in Unicode where that is certain, and what was changed is told
//! of once for each file; where it is not certain the text stays, and its place is named.
//!
//! Words tell what is certain: see [`legacy`] for encodings older than Unicode, [`misread`] for UTF-8
//! taken for something else, [`escapes`], [`signs`] and [`alike`] for single letters.

mod alike;
mod bytes;
mod clean;
mod escapes;
mod legacy;
mod misread;
#[cfg(test)]
mod properties;
mod rows;
mod signs;
mod tables;
mod told;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;
use crate::source::Workbook;
pub(super) use bytes::decode;
pub(super) use clean::Change;
use clean::Clean;
use clean::Doubt;
use clean::Kind;
use clean::clean;
use clean::in_encoding;
pub(super) use clean::is_plain;
use rows::Rows;
use signs::Home;
use tables::Encoding;
use tables::Font;
pub(super) use told::Places;

/// What was found in the letters of a file, each with its place: a cell by its sheet, or bytes of the text.
#[derive(Debug)]
pub(super) struct Found<P> {
    changes: BTreeMap<Kind, Vec<(P, Change)>>,
    doubts: Vec<(P, Doubt)>,
}

impl<P> Default for Found<P> {
    fn default() -> Self {
        Self {
            changes: BTreeMap::new(),
            doubts: Vec::new(),
        }
    }
}

impl<P: Clone> Found<P> {
    fn add(&mut self, at: &P, clean: Clean) -> String {
        for change in clean.changes {
            let changes = self.changes.entry(change.kind).or_default();
            changes.push((at.clone(), change));
        }
        self.doubts
            .extend(clean.doubt.map(|doubt| (at.clone(), doubt)));
        clean.text
    }
}

/// A place in a workbook: the index of the sheet, and the cell; none for the name of the sheet.
pub(super) type Place = (usize, Option<CellRef>);

/// Makes plain the letters of all texts of a workbook; a cell that then holds nothing is none.
pub(super) fn workbook(workbook: &mut Workbook) -> Found<Place> {
    let mut found = Found::default();
    for (index, sheet) in workbook.sheets.iter_mut().enumerate() {
        if let Some(clean) = clean(&sheet.name, Home::Cell, None) {
            sheet.name = found.add(&(index, None), clean);
        }
        read_sheet(index, sheet, &mut found);
    }
    found
}

/// What a column has of texts in an encoding, and of texts in Unicode.
#[derive(Default)]
struct Seen {
    encodings: BTreeSet<Encoding>,
    /// The rows that were read in one.
    read: BTreeSet<u32>,
    /// The rows with letters that only Unicode has.
    in_unicode: Vec<u32>,
}

/// Whether a glance shows that the letters of a cell are plain: those of most are.
fn is_in_order(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Text(_) => {
            let style = cell.style.as_ref();
            style.is_none_or(|style| style.font.is_empty()) && cell.is_plain
        }
        _ => true,
    }
}

fn read_sheet(index: usize, sheet: &mut Sheet, found: &mut Found<Place>) {
    let mut columns: BTreeMap<u32, Seen> = BTreeMap::new();
    let mut rows = Rows::default();
    let cells = sheet.cells().iter();
    let odd = cells.filter(|(_, cell)| !is_in_order(cell));
    let odd: Vec<CellRef> = odd.map(|(at, _)| *at).collect();
    if odd.is_empty() {
        return;
    }
    let mut cleaned: BTreeSet<CellRef> = BTreeSet::new();
    let mut doubtful: BTreeSet<CellRef> = BTreeSet::new();
    let mut odd = odd.into_iter().peekable();
    sheet.rewrite(|at, cell| {
        if odd.next_if_eq(&at).is_none() {
            return true;
        }
        let style = cell.style.as_deref();
        let font = style.and_then(|style| Font::of(&style.font));
        let CellValue::Text(text) = &cell.value else {
            return true;
        };
        let Some(clean) = clean(text, Home::Cell, font) else {
            return true;
        };
        for change in &clean.changes {
            // Where the font tells, it tells of its own cells only.
            if font.is_none() {
                rows.note(at.row, change.kind);
            }
            if let Kind::Older(encoding) = change.kind {
                let seen = columns.entry(at.column).or_default();
                seen.encodings.insert(encoding);
                seen.read.insert(at.row);
            }
        }
        if clean.changes.is_empty() {
            doubtful.insert(at);
        }
        cleaned.insert(at);
        let text = found.add(&(index, Some(at)), clean);
        let is_kept = !text.trim().is_empty();
        cell.set(CellValue::Text(text));
        is_kept
    });
    cleaned.extend(read_columns(index, sheet, columns, &cleaned, found));
    cleaned.retain(|at| !doubtful.contains(at));
    rows.read_rest(index, sheet, &cleaned, found);
}

/// Reads the cells that are Vietnamese as they stand in columns of which all others are in an encoding; which
/// these are.
fn read_columns(
    index: usize,
    sheet: &mut Sheet,
    mut columns: BTreeMap<u32, Seen>,
    cleaned: &BTreeSet<CellRef>,
    found: &mut Found<Place>,
) -> Vec<CellRef> {
    if columns.is_empty() {
        return Vec::new();
    }
    for (at, cell) in sheet.cells() {
        let is_unicode = |letter: char| u32::from(letter) > 0xFF && letter.is_alphabetic();
        if let (Some(seen), CellValue::Text(text)) = (columns.get_mut(&at.column), &cell.value)
            && !cleaned.contains(at)
            && text.chars().any(is_unicode)
        {
            seen.in_unicode.push(at.row);
        }
    }
    // Words that are Vietnamese as they stand, and others in the encoding of their column.
    let mut rest: BTreeMap<u32, Vec<(CellRef, Change)>> = BTreeMap::new();
    sheet.rewrite(|at, cell| {
        if let CellValue::Text(text) = &cell.value
            && let Some(seen) = columns.get(&at.column)
            && let Some(encoding) = seen.encoding(at.row)
            && let Some(change) = in_encoding(text, encoding)
        {
            rest.entry(at.column).or_default().push((at, change));
        }
        true
    });
    rest.retain(|column, cells| columns[column].read.len() * 2 >= cells.len());
    let rest: BTreeMap<CellRef, Change> = rest.into_values().flatten().collect();
    if rest.is_empty() {
        return Vec::new();
    }
    sheet.rewrite(|at, cell| {
        if let Some(change) = rest.get(&at) {
            cell.set(CellValue::Text(change.after.clone()));
            let changes = found.changes.entry(change.kind).or_default();
            changes.push(((index, Some(at)), change.clone()));
        }
        true
    });
    rest.into_keys().collect()
}

impl Seen {
    /// The encoding of a row that was not read in one, where all below the head of the column are.
    fn encoding(&self, row: u32) -> Option<Encoding> {
        let mut encodings = self.encodings.iter();
        let encoding = encodings.next().filter(|_| encodings.next().is_none())?;
        let only_head = match self.in_unicode.as_slice() {
            [] => true,
            [head] => *head < row && self.read.first().is_some_and(|read| head < read),
            _ => false,
        };
        (only_head && !self.read.contains(&row)).then_some(*encoding)
    }
}

/// The text of a file with its letters made plain, and what was found, at bytes of the text; `decoded` is
/// what [`decode`] had to do with it.
pub(super) fn text(text: &str, decoded: Option<Change>) -> (String, Found<Range<usize>>) {
    let mut found = Found::default();
    let mut all = String::with_capacity(text.len());
    if let Some(change) = decoded {
        let end = text.find('\n').unwrap_or(text.len());
        found.changes.insert(change.kind, vec![(0..end, change)]);
    }
    for line in text.split_inclusive('\n') {
        let Some(clean) = clean(line.trim_end_matches('\n'), Home::Line, None) else {
            all.push_str(line);
            continue;
        };
        let start = all.len();
        let place = changed(&clean);
        let place = start + place.start..start + place.end;
        all.push_str(&found.add(&place, clean));
        all.push_str(if line.ends_with('\n') { "\n" } else { "" });
    }
    (all, found)
}

/// The bytes of a text that its first change made others, or its doubtful word.
fn changed(clean: &Clean) -> Range<usize> {
    let text = clean.text.as_str();
    let word = clean.doubt.as_ref().filter(|_| clean.changes.is_empty());
    let found = word.and_then(|doubt| Some((text.find(&doubt.word)?, doubt.word.len())));
    if let Some((at, length)) = found {
        return at..at + length;
    }
    let before = clean.changes.first().map_or(text, |it| &it.before);
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
        let same = a.zip(b).take_while(|(a, b)| a == b);
        same.map(|(letter, _)| letter.len_utf8()).sum()
    };
    let start = same(&mut text.chars(), &mut before.chars());
    let rest = &text[start..];
    let behind = same(&mut rest.chars().rev(), &mut before.chars().rev());
    let end = text.len() - behind.min(rest.len());
    // Where something was taken away, the letter behind it, or the last one.
    let next = rest.chars().next().map_or(0, char::len_utf8);
    let last = text.chars().next_back().map_or(0, char::len_utf8);
    let start = if next == 0 { start - last } else { start };
    start..end.max(start + if next == 0 { last } else { next })
}
