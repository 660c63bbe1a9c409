//! Cells whose letters are Vietnamese as they stand, in rows of which others are certainly in an older
//! encoding or misread: "bé" beside "m¸y tÝnh" is more likely "bộ". The row decides where nothing speaks
//! for Unicode; where something does, the cell is named as doubtful.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::Found;
use super::Place;
use super::clean::Change;
use super::clean::Doubt;
use super::clean::Kind;
use super::legacy;
use super::misread;
use super::tables::Encoding;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;

/// The rows of a sheet of which cells were read otherwise than they stand, and how.
#[derive(Debug, Default)]
pub(super) struct Rows {
    kinds: BTreeMap<u32, BTreeSet<Kind>>,
}

impl Rows {
    /// Notes that a cell of a row was written in some way.
    pub(super) fn note(&mut self, row: u32, kind: Kind) {
        if matches!(kind, Kind::Older(_) | Kind::Misread) {
            self.kinds.entry(row).or_default().insert(kind);
        }
    }

    /// The one way in which cells of a row are written.
    fn kind(&self, row: u32) -> Option<Kind> {
        let mut kinds = self.kinds.get(&row)?.iter();
        kinds.next().copied().filter(|_| kinds.next().is_none())
    }

    /// Reads the other cells of these rows as those that are certain, or names them; `done` are those
    /// that were read already.
    pub(super) fn read_rest(
        &self,
        index: usize,
        sheet: &mut Sheet,
        done: &BTreeSet<CellRef>,
        found: &mut Found<Place>,
    ) {
        if self.kinds.is_empty() {
            return;
        }
        let in_unicode = |text: &str| {
            let is_alien = |letter: char| u32::from(letter) > 0xFF && letter.is_alphabetic();
            text.chars().any(is_alien)
        };
        // The rows with letters that only Unicode has, and what stands in rows of which nothing is odd.
        let (mut rows, mut usual) = (BTreeSet::new(), BTreeSet::new());
        for (at, cell) in sheet.cells() {
            let CellValue::Text(text) = &cell.value else {
                continue;
            };
            if !done.contains(at) && in_unicode(text) {
                rows.insert(at.row);
            }
            if !text.is_ascii() && !self.kinds.contains_key(&at.row) {
                usual.insert((at.column, text.clone()));
            }
        }
        sheet.rewrite(|at, cell| {
            let CellValue::Text(text) = &cell.value else {
                return true;
            };
            let (false, Some(kind)) = (done.contains(&at) || text.is_ascii(), self.kind(at.row))
            else {
                return true;
            };
            let read = match kind {
                Kind::Older(encoding) => legacy::judge(text, encoding),
                _ => misread::of_windows(text),
            };
            if !read.is_possible() || in_unicode(text) {
                return true;
            }
            let is_none_as_it_stands =
                read.strong > 0 || kind == Kind::Misread || bears_its_tone_on_the_end(text, kind);
            if is_none_as_it_stands || !rows.contains(&at.row) {
                found
                    .doubts
                    .retain(|(place, _)| *place != (index, Some(at)));
                let change = Change {
                    kind,
                    before: text.clone(),
                    after: read.text.clone(),
                    found: Vec::new(),
                };
                cell.set(CellValue::Text(read.text));
                let changes = found.changes.entry(kind).or_default();
                changes.push(((index, Some(at)), change));
            } else if !usual.contains(&(at.column, text.clone())) && !is_common(text) {
                let doubt = Doubt {
                    kind,
                    meant: Some(read.text),
                    word: text.trim().to_owned(),
                };
                found.doubts.push(((index, Some(at)), doubt));
            }
            true
        });
    }
}

/// Whether a letter of VNI stands there that no word of Unicode has: "aõ" bears its tone on the a, "ão".
fn bears_its_tone_on_the_end(text: &str, kind: Kind) -> bool {
    let mut pairs = text.chars().zip(text.chars().skip(1));
    let is_vni = kind == Kind::Older(Encoding::Vni);
    is_vni && pairs.any(|(a, b)| "aeyAEY".contains(a) && "ùûõÙÛÕ".contains(b))
}

/// Whether a text is the one word that stands in so many rows of such tables that it is meant as it stands.
fn is_common(text: &str) -> bool {
    text.trim().to_lowercase() == "xã"
}
