//! Bullets of Word that come out as letters: `§`, `ü`, `v` are signs of the font Wingdings, `o` is the ring of
//! Courier New.
//!
//! One line that begins so may be a text; several in a row are a list, whose items get the usual bullet.

use std::collections::BTreeMap;

use super::Line;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::ListMark;
use crate::model::MarkKind;
use crate::read::text::Place;

/// What bullets become without their font.
const LETTERS: [char; 7] = ['§', 'ü', 'Ø', 'v', 'o', 'q', 'w'];

/// What such lines are shown with.
const BULLET: &str = "•";

/// What stands behind the bullets, by the numbers of the lines; the first is told of.
pub(super) fn find<'a>(
    lines: &[Line<'a>],
    place: Place<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<usize, &'a str> {
    let texts: Vec<Option<&str>> = lines.iter().map(|line| behind_letter(line.text)).collect();
    let is_item = |at: usize| texts.get(at).is_some_and(Option::is_some);
    let mut found = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let has_neighbour = is_item(at + 1) || at.checked_sub(1).is_some_and(is_item);
        if let Some(text) = text.filter(|_| has_neighbour) {
            found.insert(at, text);
        }
    }
    if let Some(first) = found.keys().next().and_then(|at| lines.get(*at)) {
        let length = first.text.chars().next().map_or(0, char::len_utf8);
        let letter = &first.text[..length];
        let n_lines = found.len();
        let message = format!(
            "{n_lines} dòng mở đầu bằng dấu đầu dòng của Word (`{letter}` …) thành chữ khi chép, đã đổi thành {BULLET}"
        );
        let at = place.at(first.at..first.at + length);
        let hint = "thay chữ ở đầu các dòng này bằng dấu gạch `- ` để tệp gốc cũng đúng";
        diagnostics.report(Diagnostic::new(Code::HIDDEN_SIGNS, at, message).hint(hint));
    }
    found
}

/// What stands behind a letter of bullets at the beginning of a line.
fn behind_letter(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(LETTERS)?;
    let text = rest.trim_start();
    (text.len() < rest.len() && !text.is_empty()).then_some(text)
}

/// The mark of an item with this text.
pub(super) fn mark(text: &str) -> ListMark<'_> {
    ListMark {
        written: BULLET,
        counted: "",
        kind: MarkKind::Sign('•'),
        text,
    }
}
