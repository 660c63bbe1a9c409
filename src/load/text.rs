//! A text file → its text as it is kept: in Unicode, without byte-order mark, letters and marks in one
//! (NFC), since some keyboards write them apart, which prints badly and compares unequal; and with the
//! letters that were meant.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use super::Bytes;
use super::LARGEST_TEXT;
use super::Loader;
use super::kind_of_file::foreign;
use super::letters;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::source::FileId;
use crate::source::Origin;

/// So many lines with broken letters are named, not more.
const MOST_LINES: usize = 8;

/// What of a text is not UTF-8.
struct Broken {
    /// The text with a � for each letter that is broken.
    text: String,
    /// Where the first of them stands, in bytes of it.
    first: usize,
    /// The numbers of the lines that have one, from 1.
    lines: Vec<usize>,
}

impl Broken {
    /// What is broken of a text; nothing where it is whole, or no text at all.
    fn find(bytes: &[u8]) -> Option<Self> {
        let first = std::str::from_utf8(bytes).err()?.valid_up_to();
        if bytes.contains(&0) {
            return None;
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        let lines = text.lines().enumerate();
        let lines = lines.filter(|(_, line)| line.contains(char::REPLACEMENT_CHARACTER));
        let lines = lines.map(|(index, _)| index + 1).collect();
        Some(Self { text, first, lines })
    }
}

impl Loader<'_> {
    /// Reads a text.
    pub(super) fn text(&mut self, path: &str) -> Result<FileId, Reported> {
        let Bytes { bytes, is_built_in } = self.bytes(path, LARGEST_TEXT)?;
        let bytes = bytes.into_owned();
        if let Some(kind) = foreign(&bytes) {
            let origin = Origin::File(self.sources.add_unreadable(path));
            let message = format!("tệp này là {}, không phải văn bản thuần", kind.name);
            let finding = Diagnostic::new(Code::UNREADABLE_FILE, origin, message);
            return Err(self.diagnostics.report(finding.hint(kind.cure)));
        }
        let broken = Broken::find(&bytes);
        let Some((written, decoded)) = letters::decode(bytes) else {
            return Err(self.broken(path, broken));
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
        let (text, found) = match is_built_in {
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

    /// Says that a file is no text in UTF-8, and where it is not.
    fn broken(&mut self, path: &str, broken: Option<Broken>) -> Reported {
        let Some(Broken { text, first, lines }) = broken else {
            let origin = Origin::File(self.sources.add_unreadable(path));
            let message = "tệp không phải là văn bản UTF-8";
            let finding = Diagnostic::new(Code::UNREADABLE_FILE, origin, message);
            let hint = "mở tệp và lưu lại với bảng mã UTF-8";
            return self.diagnostics.report(finding.hint(hint));
        };
        let file = self.sources.add_text(path, text);
        let range = first..first + char::REPLACEMENT_CHARACTER.len_utf8();
        let named = lines.iter().take(MOST_LINES).map(usize::to_string);
        let message = format!(
            "tệp không phải là văn bản UTF-8: {} dòng có chữ hỏng (dòng {}{})",
            lines.len(),
            named.collect::<Vec<_>>().join(", "),
            if lines.len() > MOST_LINES {
                ", …"
            } else {
                ""
            }
        );
        let finding = Diagnostic::new(Code::UNREADABLE_FILE, Origin::Text { file, range }, message);
        let hint = "gõ lại chữ ở các chỗ có dấu � rồi lưu với bảng mã UTF-8; nếu hỏng cả tệp thì mở bằng chương trình đã tạo ra nó và lưu lại với bảng mã UTF-8";
        self.diagnostics.report(finding.hint(hint))
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
