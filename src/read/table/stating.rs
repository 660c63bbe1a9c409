//! Which texts of a table may state a unit of money, at a glance: most state nothing, and there may be a
//! hundred thousand of them.

use std::sync::LazyLock;

use memchr::memchr3_iter;
use memchr::memmem::Finder;
use rayon::prelude::*;

use crate::source::CellRef;
use crate::source::Sheet;

/// The texts of a sheet that may state a unit, in the order of its cells.
pub(super) fn stating(sheet: &Sheet) -> Vec<(CellRef, &str)> {
    let cells = sheet.cells().par_iter();
    let texts = cells.filter_map(|(at, cell)| Some((*at, cell.text()?)));
    texts.filter(|(_, text)| may_state(text)).collect()
}

/// Whether a text of a line is worth reading: most state nothing. A unit is the whole of a short text,
/// or begins right behind a mark.
fn may_state(text: &str) -> bool {
    if text.len() <= 24 {
        return text.len() >= 2 || matches!(text, "k" | "K");
    }
    let marks = memchr3_iter(b'(', b'[', b':', text.as_bytes()).map(|at| at + 1);
    let words = ANNOUNCING.iter().flat_map(|word| {
        let found = word.find_iter(text.as_bytes());
        found.map(|at| at + word.needle().len())
    });
    let mut behind = marks.chain(words).filter_map(|at| text.get(at..));
    behind.any(|behind| {
        let mut letters = behind.trim_start().chars().map(small);
        let (first, second) = (letters.next(), letters.next());
        BEGINNINGS.iter().any(|known| {
            let mut known = known.chars();
            known.next() == first && known.next().is_none_or(|letter| Some(letter) == second)
        })
    })
}

/// A letter in small; of those that are several then, the first.
fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    letter.to_lowercase().next().unwrap_or(letter)
}

/// What announces a unit within a line.
static ANNOUNCING: LazyLock<[Finder<'_>; 3]> =
    LazyLock::new(|| ["tính ", "theo ", "bằng "].map(Finder::new));

/// How the units that people write begin, in small letters.
const BEGINNINGS: [&str; 34] = [
    "đồ", "đv", "đơ", "đ)", "đ/", "tr", "tỷ", "tỉ", "ty", "ti", "tí", "ng", "vn", "k", "x", "×",
    "*", "1", "us", "eu", "$", "€", "₫", "do", "dv", "d)", "mi", "bi", "th", "un", "n.", "'0",
    ",0", "’0",
];
