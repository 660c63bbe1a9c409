//! Numbers of headings: 1., 1.1., a) with the Vietnamese alphabet (a, b, c, d, đ, e, g, h, i, k …;
//! Nghị định 30/2020/NĐ-CP, Phụ lục I).

use super::blocks::BlockView;
use super::blocks::HeadingView;

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
        BlockView::Heading(self.of_first(text))
    }

    /// A heading `1.`, in the page under the name `id`.
    pub(super) fn first_named(&mut self, text: &str, id: &str) -> BlockView {
        let mut heading = self.first_of_entry(text);
        id.clone_into(&mut heading.id);
        BlockView::Heading(heading)
    }

    /// The heading `1.` of an entry.
    pub(super) fn first_of_entry(&mut self, text: &str) -> HeadingView {
        self.first(text);
        self.of_first(text)
    }

    fn of_first(&self, text: &str) -> HeadingView {
        let (number, id) = (format!("{}.", self.first), format!("muc-{}", self.first));
        heading(2, number, text, id)
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
        BlockView::Heading(heading(3, number, text, id.to_owned()))
    }

    /// The heading `a)` of an entry, in the page under the name `id`.
    pub(super) fn third_of_entry(&mut self, text: &str, id: &str) -> HeadingView {
        self.third += 1;
        heading(4, format!("{})", letter(self.third)), text, id.to_owned())
    }
}

fn heading(level: u8, number: String, text: &str, id: String) -> HeadingView {
    HeadingView {
        level,
        number,
        text: text.to_owned(),
        id,
    }
}

/// The letter of a number from 1; after y come aa, ab …
pub(super) fn letter(number: usize) -> String {
    let index = number.saturating_sub(1);
    let rest = ALPHABET[index % ALPHABET.len()];
    match index / ALPHABET.len() {
        0 => rest.to_owned(),
        before => format!("{}{rest}", letter(before)),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_follow_the_vietnamese_alphabet() {
        let letters: Vec<_> = [1, 4, 5, 6, 7, 10, 23, 24]
            .into_iter()
            .map(letter)
            .collect();
        assert_eq!(letters, ["a", "d", "đ", "e", "g", "k", "y", "aa"]);
    }
}
