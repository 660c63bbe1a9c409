//! A text file → its text as it is kept: in Unicode, without byte-order mark, letters and marks in one
//! (NFC), since some keyboards write them apart, which prints badly and compares unequal; and with the
//! letters that were meant.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use super::LARGEST_TEXT;
use super::Loader;
use super::embedded::Place;
use super::kind_of_file::foreign;
use super::letters;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::source::FileId;
use crate::source::Origin;

impl Loader<'_> {
    /// Reads a text.
    pub(super) fn text(&mut self, path: &str, place: Place) -> Result<FileId, Reported> {
        let is_ours = !matches!(place, Place::Disk);
        let bytes = self.bytes(path, place, LARGEST_TEXT)?.into_owned();
        if let Some(kind) = foreign(&bytes) {
            let origin = Origin::File(self.sources.add_unreadable(path));
            let message = format!("tệp này là {}, không phải văn bản thuần", kind.name);
            let finding = Diagnostic::new(Code::UNREADABLE_FILE, origin, message);
            return Err(self.diagnostics.report(finding.hint(kind.cure)));
        }
        let Some((written, decoded)) = letters::decode(bytes) else {
            let origin = Origin::File(self.sources.add_unreadable(path));
            let message = "tệp không phải là văn bản UTF-8";
            let finding = Diagnostic::new(Code::UNREADABLE_FILE, origin, message);
            let hint = "mở tệp và lưu lại với bảng mã UTF-8";
            return Err(self.diagnostics.report(finding.hint(hint)));
        };
        let written = written.strip_prefix('\u{feff}').unwrap_or(&written);
        // To ask is much less work than to put together.
        let text: Cow<'_, str> = match is_nfc(written) {
            true => Cow::Borrowed(written),
            false => Cow::Owned(written.nfc().collect()),
        };
        let n_lines = text.lines().zip(written.lines()).filter(|(a, b)| a != b);
        let n_lines = n_lines.count();
        let both = text.bytes().zip(written.bytes());
        let same = both.take_while(|(a, b)| a == b).count();
        // The letters of the guidance in the program are in order.
        let (text, found) = match is_ours {
            true => (text.into_owned(), letters::Found::default()),
            false => letters::text(&text, decoded),
        };
        let start = text.floor_char_boundary(same.min(text.len().saturating_sub(1)));
        let breaks: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let file = self.sources.add_text(path, text);
        if n_lines > 0 {
            let at = Origin::Text {
                file,
                range: start..start + 1,
            };
            self.decomposed(at, n_lines, "dòng");
        }
        let places = letters::Places {
            what: "dòng",
            name: &|range: &Range<usize>| {
                (breaks.partition_point(|at| *at < range.start) + 1).to_string()
            },
            origin: &|range| Origin::Text {
                file,
                range: range.clone(),
            },
        };
        found.report(&places, self.diagnostics);
        Ok(file)
    }

    /// Says that letters and their marks stand apart in some places, the first of which is `at`.
    pub(super) fn decomposed(&mut self, at: Origin, n_places: usize, what: &str) {
        let message = format!("{n_places} {what} có chữ và dấu tách rời nhau (Unicode tổ hợp)");
        self.diagnostics
            .report(Diagnostic::new(Code::DECOMPOSED_LETTERS, at, message).hint(
                "chương trình đã ghép lại khi đọc; nên đặt bộ gõ ở bảng mã Unicode dựng sẵn",
            ));
    }
}
