//! Numbers of headings: 1., 1.1., a) with the Vietnamese alphabet (a, b, c, d, đ, e, g, h, i, k …;
//! Nghị định 30/2020/NĐ-CP, Phụ lục I).

use super::blocks::BlockView;

const ALPHABET: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
];

/// Counts the headings of a part.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    first: usize,
    second: usize,
    third: usize,
}

impl Numbering {
    /// A heading `1.`.
    pub(super) fn first(&mut self, text: &str) -> BlockView {
        *self = Self {
            first: self.first + 1,
            second: 0,
            third: 0,
        };
        heading(
            2,
            format!("{}.", self.first),
            text,
            format!("muc-{}", self.first),
        )
    }

    /// A heading `1.1.`.
    pub(super) fn second(&mut self, text: &str) -> BlockView {
        let id = format!("muc-{}-{}", self.first, self.second + 1);
        self.second_named(text, &id)
    }

    /// A heading `1.1.`, in the page under the name `id`.
    pub(super) fn second_named(&mut self, text: &str, id: &str) -> BlockView {
        self.second += 1;
        self.third = 0;
        let number = format!("{}.{}.", self.first, self.second);
        heading(3, number, text, id.to_owned())
    }
}

fn heading(level: u8, number: String, text: &str, id: String) -> BlockView {
    BlockView::Heading {
        level,
        number,
        text: text.to_owned(),
        id,
    }
}
