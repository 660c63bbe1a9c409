//! The order of the Vietnamese alphabet, for whatever people read as a list of names.
//!
//! Names are compared level by level. First their letters: a ă â b c d đ e ê g h i k l m n o ô ơ p q r s
//! t u ư v x y, with f, j, w, z where the Latin alphabet has them. Then their marks: ngang, huyền, hỏi,
//! ngã, sắc, nặng, as in Vietnamese dictionaries, and behind them those of other languages. Then small
//! letters before capitals. A blank stands before all else, signs before numbers, numbers (by their
//! value) before letters. ICU's data for `vi` says the same of letters and tones (CLDR,
//! common/collation/vi.xml); it is not used here because its library would be one more to keep in step
//! with that of the print, for a page of code.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a text is sorted by; equal for equal texts alone, so an order by it is always the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    letters: Vec<Letter>,
    /// The marks of each letter that make no other letter of it.
    marks: Vec<Vec<u32>>,
    are_capitals: Vec<bool>,
    text: String,
}

/// What is compared first, in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    Blank,
    Sign(char),
    /// The number of its digits without leading zeros, and these.
    Number(usize, String),
    /// A small Latin letter without marks, and its place among those that are made of it.
    Latin(char, u8),
}

/// The marks that make another letter: of which letters, and its place behind them.
const MAKES: [(char, &str, u8); 3] = [
    ('\u{306}', "a", 1),
    ('\u{302}', "aeo", 2),
    ('\u{31b}', "ou", 3),
];

/// The letters with a bar, and those without it; the look-alikes of đ sort as đ.
const BARRED: [(char, char); 4] = [('đ', 'd'), ('ð', 'd'), ('ɖ', 'd'), ('ƀ', 'b')];
const BAR: u8 = 4;

/// The tones in their order: huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// What a text is sorted by.
pub fn sort_key(text: &str) -> SortKey {
    let mut key = SortKey {
        letters: Vec::new(),
        marks: Vec::new(),
        are_capitals: Vec::new(),
        text: text.to_owned(),
    };
    for part in text.trim().nfd() {
        if is_combining_mark(part) {
            key.add_mark(part);
        } else {
            key.add(part);
        }
    }
    key
}

impl SortKey {
    fn add(&mut self, part: char) {
        let small = part.to_lowercase().next().unwrap_or(part);
        let letter = if part.is_whitespace() {
            if self.letters.last() == Some(&Letter::Blank) {
                return;
            }
            Letter::Blank
        } else if part.is_ascii_digit() {
            if let Some(Letter::Number(length, digits)) = self.letters.last_mut() {
                if *length > 0 || part != '0' {
                    *length += 1;
                    digits.push(part);
                }
                return;
            }
            let digits = if part == '0' {
                String::new()
            } else {
                part.into()
            };
            Letter::Number(digits.len(), digits)
        } else if !part.is_alphanumeric() {
            Letter::Sign(part)
        } else if let Some((_, plain)) = BARRED.iter().find(|(barred, _)| *barred == small) {
            Letter::Latin(*plain, BAR)
        } else {
            Letter::Latin(small, 0)
        };
        self.letters.push(letter);
        self.marks.push(Vec::new());
        self.are_capitals.push(small != part);
    }

    fn add_mark(&mut self, mark: char) {
        let Some(Letter::Latin(plain, place)) = self.letters.last_mut() else {
            return;
        };
        let made = MAKES.iter().find(|(its, _, _)| *its == mark);
        if let Some((_, of, made)) = made
            && *place == 0
            && of.contains(*plain)
        {
            *place = *made;
            return;
        }
        let tone = TONES.iter().position(|tone| *tone == mark);
        let weight = tone.map_or(u32::from(mark), |at| u32::try_from(at).unwrap_or(0));
        if let Some(marks) = self.marks.last_mut() {
            marks.push(weight);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    /// Written by hand, each name before the next: letters with marks are no strangers behind z
    /// (ClickHouse/ClickHouse#10032), numbers count, tones part what is spelt alike (mezonai/mezon#13741).
    const IN_ORDER: &[&str] = &[
        "",
        "- - -",
        "2",
        "02 thôn",
        "10",
        "100.000",
        "An Châu",
        "An Giang",
        "Anh Sơn",
        "Ân Thi",
        "ba",
        "Ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "Bà Rịa",
        "Bát Xát",
        "Bắc Hà",
        "Bằng Mạc",
        "Bấc",
        "Ƀa",
        "Chư Păh",
        "Čư Êbur",
        "Čư̆ Êbur",
        "Dân Chủ",
        "Duy Tiên",
        "Đa Krông",
        "Đà Nẵng",
        "Đắk Mar",
        "Đắk Mil",
        "Đông Anh",
        "Đồng Hới",
        "Đông Triều",
        "Ea Drăng",
        "Êa",
        "Giao Thủy",
        "Hòa An",
        "Hoà Bình",
        "Hòa Bình",
        "Ia Grai",
        "Óc Eo",
        "Ô Lâm",
        "Ơn Lộc",
        "Phường 2",
        "Phường 10",
        "Tân An",
        "Tân Phú",
        "Tân Phú 2",
        "Tân Phú Đông",
        "Tâng",
        "Thôn 1",
        "Thôn 2",
        "Thôn 11",
        "Ung Thượng",
        "Ứng Hòa",
        "Y Tý",
        "Ý Yên",
        "zalo",
        "Ωmega",
    ];

    #[test]
    fn names_stand_as_in_a_dictionary() {
        for (at, name) in IN_ORDER.iter().enumerate() {
            for (other, behind) in IN_ORDER.iter().enumerate() {
                let order = sort_key(name).cmp(&sort_key(behind));
                assert_eq!(order, at.cmp(&other), "{name} {behind}");
            }
        }
    }

    #[test]
    fn marks_written_apart_and_look_alikes_stand_with_their_letters() {
        let place = |name: &str| {
            let key = sort_key(name);
            (key.letters, key.marks)
        };
        assert_eq!(place("Đông"), place("\u{d0}ông"));
        assert_eq!(place("Ứng"), place("U\u{31b}\u{301}ng"));
        assert_eq!(place("  Tân   Phú "), place("Tân Phú"));
    }
}
