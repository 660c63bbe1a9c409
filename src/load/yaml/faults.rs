//! What is wrong in a text that is not YAML, said so that a clerk can mend it.
//!
//! The parser stops at the first place where it cannot go on, which is often a line behind the fault
//! and never says why. So the lines are read once more with the eyes of a person: what they are
//! indented by, what begins as a key or an item, what is opened and not closed. Only where that
//! finds nothing up to the parser's own place does the parser have the word.

mod blocks;
mod entries;
mod head;
mod levels;
mod rest;
mod value;
mod words;

use std::ops::Range;

use super::bulleted;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::source::FileId;
use crate::source::Origin;
use blocks::key_of_comment;
use entries::entries;
use entries::glued;
use levels::Blame;
use levels::Kind;
use levels::Level;
use levels::Placed;
use levels::blame;
use levels::find_level;
use value::Pending;
use value::Value;

pub(super) use rest::Lost;
pub(super) use rest::read_around;

/// More faults than these are not told of one file.
const MOST: usize = 50;

/// A fault, at bytes of the text.
#[derive(Debug)]
struct Fault {
    range: Range<usize>,
    message: String,
    hint: String,
}

/// Reports what is wrong in a text, which the parser could not read beyond byte `at`, and tells what
/// of it has to be passed over.
pub(super) fn report(
    file: FileId,
    text: &str,
    offset: usize,
    at: usize,
    diagnostics: &mut Diagnostics,
) -> (Reported, Vec<Lost>) {
    let mut reader = Reader::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        reader.line(line.trim_end(), start);
        start += line.len();
    }
    reader.finish(text.trim_end().len());
    let stop = written_line(text, text.floor_char_boundary(at.min(text.len())));
    // The parser may stop at the end of a line when it does not like the beginning of the next.
    let rest = text[stop.end..].trim_start();
    let next = text.len() - rest.len() + rest.lines().next().map_or(0, str::len);
    let mut faults = reader.faults;
    faults.sort_by_key(|fault| fault.range.start);
    let last = Fault {
        range: stop.clone(),
        message: "không đọc tiếp được YAML từ dòng này".to_owned(),
        hint: "so dòng này và dòng trước với các dòng cùng loại: thụt lề thẳng cột, `khóa: giá trị` có dấu cách sau dấu hai chấm, danh sách bắt đầu bằng `- `".to_owned(),
    };
    let mut lost = reader.lost;
    if faults.first().is_none_or(|fault| fault.range.start > next) {
        lost.push(Lost::line(last.range.clone()));
        faults.insert(0, last);
    }
    faults.truncate(MOST);
    let mut say = |fault: Fault| {
        let range = offset + fault.range.start..offset + fault.range.end;
        let origin = Origin::Text { file, range };
        diagnostics.report(Diagnostic::new(Code::BAD_YAML, origin, fault.message).hint(fault.hint))
    };
    let first = say(faults.swap_remove(0));
    faults.into_iter().for_each(|fault| {
        say(fault);
    });
    (first, lost)
}

/// The written part of the line at a byte, or of the last line before it that has anything.
fn written_line(text: &str, at: usize) -> Range<usize> {
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    let written = text[..end].trim_end();
    let start = written.rfind('\n').map_or(0, |place| place + 1);
    let indent = written[start..].len() - written[start..].trim_start().len();
    start + indent..written.len()
}

#[derive(Debug, Default)]
struct Reader {
    faults: Vec<Fault>,
    /// What nobody can read for them.
    lost: Vec<Lost>,
    /// Where the value of the last entry begins.
    value_start: usize,
    levels: Vec<Level>,
    /// Whether the last entry has its value below it.
    awaits: bool,
    /// The line before.
    before: Placed,
    /// Lines indented by more than this belong to a block of text.
    block: Option<usize>,
    /// The key of that text and the indent of its first line, where it is one behind a bar.
    block_key: Option<String>,
    block_text: Option<usize>,
    /// The key that the line before has behind a `#`.
    commented: Option<String>,
    /// Whether they belong to a value that is wrong.
    is_block_lost: bool,
    /// What was opened on a line before and not closed.
    pending: Option<(usize, Pending)>,
    /// The indent of a line that was told of; those that follow with the same are not told again.
    told: Option<usize>,
    /// The text of the line before, where that is an item without keys.
    item: Option<String>,
}

impl Reader {
    fn fault(&mut self, range: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.lost.push(Lost::line(range.clone()));
        self.faults.push(Fault {
            range,
            message: message.into(),
            hint: hint.into(),
        });
    }

    /// A fault in the value that was begun last, whose last line ends at `end`.
    fn value_fault(&mut self, fault: Fault, end: usize) {
        let end = end.max(fault.range.end);
        self.lost.push(Lost::value(self.value_start..end));
        self.faults.push(fault);
    }

    fn finish(&mut self, end: usize) {
        if let Some((_, pending)) = self.pending.take() {
            self.value_fault(pending.fault(end), end);
        }
    }

    /// Reads a line without white space at its end, which begins at byte `start`.
    fn line(&mut self, line: &str, start: usize) {
        let content = line.trim_start();
        let indent = &line[..line.len() - content.len()];
        let column = indent.bytes().take_while(|byte| *byte == b' ').count();
        if content.is_empty() {
            return;
        }
        if self.block.is_some_and(|block| column > block) {
            if self.is_block_lost {
                let range = start + indent.len()..start + line.len();
                self.lost.push(Lost::line(range));
            } else {
                self.text_of_block(column, start + indent.len()..start + line.len());
            }
            return;
        }
        (self.block, self.is_block_lost) = (None, false);
        self.block_key = None;
        if content.starts_with('#') || matches!(content, "---" | "...") {
            self.commented = key_of_comment(content);
            return;
        }
        let range = start + indent.len()..start + line.len();
        // Other blanks were made plain as the text was loaded.
        if indent.contains('\t') {
            let message = "dòng này thụt lề bằng phím Tab";
            let hint = "xóa khoảng trống đầu dòng, gõ lại bằng dấu cách, mỗi cấp hai dấu cách";
            self.fault(range, message, hint);
            self.told = None;
            return;
        }
        let is_list = self.awaits || self.levels.contains(&(column, Kind::Sequence));
        if let Some(item) = bulleted(content).filter(|_| is_list && self.pending.is_none()) {
            let item = item.split(" #").next().unwrap_or_default();
            let message = "mục của danh sách phải bắt đầu bằng dấu gạch trên bàn phím";
            self.fault(range, message, format!("viết `- {item}`"));
            self.levels.retain(|(at, _)| *at < column);
            self.levels.push((column, Kind::Sequence));
            self.awaits = false;
            // What is below it belongs to it.
            self.block = Some(column);
            return;
        }
        let entries = entries(content, column);
        if let Some((opened, pending)) = self.pending.take() {
            if entries.levels.is_empty() || column > opened {
                let value = pending.resume(content, range.start);
                self.value(value, opened, range.end);
                return;
            }
            self.value_fault(
                pending.fault(self.before.range.end),
                start.saturating_sub(1),
            );
        }
        if !self.place(&entries.levels, content, column, range.clone()) {
            self.lost.push(Lost::line(range));
            return;
        }
        let owner = entries.levels.last().map_or(column, |(column, _)| *column);
        self.value_start = range.start + entries.value;
        let key = content[..entries.value].trim_start_matches(['-', ' ']);
        let key = key.trim_end().trim_end_matches(':');
        let value = Value::read(key, &content[entries.value..], self.value_start);
        let is_item = matches!(entries.levels.as_slice(), [(_, Kind::Sequence)]);
        let text = content[entries.value..].split(" #").next();
        self.item = text.filter(|_| is_item).map(|text| text.trim().to_owned());
        self.commented = None;
        let has_bar = matches!(content[entries.value..].trim(), "|" | "|-" | "|+");
        self.block_key = Some(key.to_owned()).filter(|_| has_bar);
        self.block_text = None;
        self.value(value, owner, range.end);
    }

    /// Goes on after a value, which belongs to an entry at `column` and stands on a line up to `end`.
    fn value(&mut self, value: Value, column: usize, end: usize) {
        self.awaits = matches!(value, Value::Below);
        match value {
            Value::Below | Value::Here => {}
            Value::Block => self.block = Some(column),
            Value::Open(pending) => self.pending = Some((column, pending)),
            Value::Wrong(fault) => {
                self.value_fault(fault, end);
                // What is further to the right below it belongs to it.
                (self.block, self.is_block_lost) = (Some(column), true);
            }
        }
    }

    /// Puts a line into its place among the open levels; of one that has none a fault is told, and
    /// where that is its own, nothing more is read in it.
    fn place(
        &mut self,
        levels: &[Level],
        content: &str,
        column: usize,
        range: Range<usize>,
    ) -> bool {
        let Some((level, within)) = levels.split_first() else {
            return self.place_text(content, column, range);
        };
        let step = find_level(&self.levels, self.awaits, *level);
        let placed = Placed {
            range: range.clone(),
            ended: step.ended.clone(),
            is_first: self.levels.len() < step.open.len(),
            ..Placed::default()
        };
        let before = std::mem::replace(&mut self.before, placed);
        if step.fits {
            self.levels = step.open;
            self.told = None;
        } else {
            match blame(&before, &step, *level, self.told.is_some()) {
                Blame::TextBefore => {
                    self.text_fault(&before.content, level.1, before.range);
                    self.levels.push(*level);
                }
                Blame::EndedBefore(again) => {
                    self.indent_fault(before.range, column);
                    self.levels.extend(again);
                }
                Blame::AloneBefore => {
                    self.indent_fault(before.range, column);
                    self.levels = step.open;
                }
                Blame::Itself => {
                    self.out_of_place(*level, range);
                    return false;
                }
            }
        }
        self.levels.extend_from_slice(within);
        true
    }

    /// Tells of a line that fits into no open level, once for all lines in its column.
    fn out_of_place(&mut self, (column, kind): Level, range: Range<usize>) {
        if self.told != Some(column) {
            let parent = self.levels.iter().rev().find(|(at, _)| *at < column);
            if let Some(key) = self.commented.take() {
                let message =
                    format!("dòng này thuộc khóa `{key}`, mà dòng của khóa ấy có dấu # ở đầu");
                let hint = format!(
                    "xóa dấu # trước `{key}:`; muốn bỏ cả khóa thì thêm dấu # ở đầu mọi dòng của nó"
                );
                self.fault(range, message, hint);
            } else if kind == Kind::Mapping && parent.is_some_and(|(_, of)| *of == Kind::Sequence) {
                let message = "dòng này không thuộc mục nào của danh sách";
                let hint = match self.item.take().filter(|item| is_code(item)) {
                    Some(code) => format!(
                        "viết dòng trên thành `- ma: {code}`, rồi đặt dòng này ngay dưới chữ `ma`"
                    ),
                    None => "thêm `- ` (gạch, dấu cách) ở đầu nếu đây là mục mới; hoặc đổi mục ở trên thành `- khóa: giá trị`".to_owned(),
                };
                self.fault(range, message, hint);
            } else {
                let fitting = self.levels.iter().rev().find(|(_, of)| *of == kind);
                self.indent_fault(range, fitting.map_or(0, |(at, _)| *at));
            }
        }
        self.told = Some(column);
        self.awaits = false;
        // What is below it is no fault of its own.
        self.block = Some(column);
    }

    fn indent_fault(&mut self, range: Range<usize>, column: usize) {
        let message = "dòng này thụt lề không thẳng cột với các dòng cùng nhóm";
        let hint = match column {
            0 => "đặt dòng này sát lề trái, hoặc thêm khóa còn thiếu ở dòng trên".to_owned(),
            column => format!("đầu dòng cần đúng {column} dấu cách, như các dòng cùng nhóm"),
        };
        self.fault(range, message, hint);
    }

    /// The place of a line that is neither key nor item: the rest of a text, or a fault.
    fn place_text(&mut self, content: &str, column: usize, range: Range<usize>) -> bool {
        let group = self.levels.iter().rev().find(|(at, _)| *at <= column);
        let (parent, kind) = group.copied().unwrap_or((0, Kind::Mapping));
        let goes_on = self.awaits || column > parent;
        let is_text = glued(content).is_none() && (goes_on || self.levels.is_empty());
        self.before = Placed {
            range: range.clone(),
            content: content.to_owned(),
            text: Some(column).filter(|_| self.awaits),
            ..Placed::default()
        };
        if !is_text {
            self.text_fault(content, kind, range);
            self.awaits = false;
        }
        is_text && goes_on
    }

    /// What a line lacks that is neither key nor item, in a group of this kind.
    fn text_fault(&mut self, content: &str, kind: Kind, range: Range<usize>) {
        let content = content.split(" #").next().unwrap_or("").trim_end();
        let (message, hint) = if let Some((name, rest)) = glued(content) {
            (
                "thiếu dấu cách sau dấu hai chấm",
                format!("viết `{name}: {rest}`"),
            )
        } else if kind == Kind::Mapping {
            let hint = "viết `khóa: giá trị`; phần sau của một đoạn chữ dài thì thụt vào thêm hai dấu cách";
            ("dòng này không có khóa và dấu hai chấm", hint.to_owned())
        } else if let Some(rest) = content.strip_prefix('-') {
            (
                "thiếu dấu cách sau dấu gạch đầu dòng",
                format!("viết `- {rest}`"),
            )
        } else {
            (
                "dòng này thiếu dấu gạch đầu dòng",
                format!("viết `- {content}`"),
            )
        };
        self.fault(range, message, hint);
    }
}

/// Whether an item is the code of a component or task: `HTS8`, `NV-01`.
fn is_code(item: &str) -> bool {
    let is_of_code = |letter: char| {
        letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, '-' | '.')
    };
    item.len() > 1 && item.chars().all(is_of_code)
}

#[cfg(test)]
mod tests;
