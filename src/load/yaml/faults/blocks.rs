//! Lines that belong to a key above them: the text behind its bar, and what is left of it where it was made a
//! comment.

use std::ops::Range;

use super::Reader;

impl Reader {
    /// A line of a text behind a bar, whose lines stand no further to the left than the first.
    pub(super) fn text_of_block(&mut self, column: usize, range: Range<usize>) {
        let first = *self.block_text.get_or_insert(column);
        let Some(key) = self.block_key.as_ref().filter(|_| column < first) else {
            return;
        };
        let message =
            format!("dòng này thuộc đoạn chữ `{key}: |` nhưng thụt lề ít hơn dòng đầu của đoạn");
        let hint = format!(
            "đầu dòng cần ít nhất {first} dấu cách; hoặc bớt dấu cách ở đầu các dòng trên cho thẳng cột với dòng này"
        );
        self.fault(range, message, hint);
        // The others of this text are no other fault.
        self.block_key = None;
    }
}

/// The key of an entry that was made a comment: `# muc_tieu:`.
pub(super) fn key_of_comment(comment: &str) -> Option<String> {
    let key = comment.trim_start_matches(['#', ' ']).strip_suffix(':')?;
    let is_key = key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
    (is_key && !key.is_empty()).then(|| key.to_owned())
}
