//! The marks that begin an item of a list in official texts: `-`, `+`, `•`, `1.`, `1.1.`, `a)`, `đ)`, `I.`, `(1)`.
//!
//! Nghị định 30/2020/NĐ-CP numbers articles, clauses and points so; offices add signs of their own. A mark is
//! read for its place among the others only: it is shown as it was written.

/// Signs that begin an item besides the dash of the keyboard. Word puts them in its place.
pub const SIGNS: [char; 14] = [
    '–', '—', '•', '·', '●', '○', '▪', '■', '◦', '−', '‐', '\u{F0B7}', '*', '+',
];

/// Signs that are one with the dash: Word turns some of a list into others.
const DASHES: [char; 5] = ['-', '–', '—', '−', '‐'];

/// Signs that also begin an item where they are glued to its first letter.
const GLUED: [char; 6] = ['-', '–', '—', '•', '●', '+'];

/// The longest number of an item, and of a part of one that has several.
const MOST_DIGITS: usize = 3;
const MOST_DIGITS_OF_PART: usize = 2;

/// What kind of mark it is: those of a list are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A dash of any length.
    Dash,
    /// Another sign.
    Sign(char),
    /// A number or letter and what closes it: `.`, `)`, `/`, `(` for both brackets, a space for nothing.
    Counted(Series, char),
}

/// What a mark counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// A, B, C.
    UpperLetter,
    /// I, II, III.
    UpperRoman,
    /// 1, 2, 3.
    Number,
    /// 1.1 or 1.1.1: so many parts.
    Parts(usize),
    /// a, b, c, d, đ, e, g.
    LowerLetter,
    /// i, ii, iii.
    LowerRoman,
}

impl MarkKind {
    /// How far below it belongs where both stand in a text: `I.` above `1.` above `1.1.` above `a)` above `-`.
    /// Kinds of the same rank stand below each other as they come.
    pub fn rank(self) -> usize {
        const POINTS: usize = 100;
        const SIGNS: usize = 200;
        match self {
            Self::Counted(Series::UpperLetter | Series::UpperRoman, _) => 0,
            Self::Counted(Series::Number, ')' | '(') => POINTS,
            Self::Counted(Series::Number, _) => 1,
            Self::Counted(Series::Parts(parts), _) => parts,
            Self::Counted(Series::LowerLetter | Series::LowerRoman, _) => POINTS,
            Self::Dash | Self::Sign(_) => SIGNS,
        }
    }
}

/// A line that begins with a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListMark<'a> {
    /// The mark as written; nothing where it is glued to the text and thus shown with it.
    pub written: &'a str,
    /// The number or letter alone, for the one that comes next.
    pub counted: &'a str,
    /// What kind it is.
    pub kind: MarkKind,
    /// What stands behind it.
    pub text: &'a str,
}

impl<'a> ListMark<'a> {
    /// The mark at the beginning of a line without white space before it; `None` where it has none, or
    /// nothing behind.
    pub fn read(line: &'a str) -> Option<Self> {
        signed(line).or_else(|| counted(line))
    }

    /// The kind in a list whose last number or letter was `before`: `i)` is a letter behind `h)`.
    #[must_use]
    pub fn kind_after(&self, before: impl Fn(MarkKind) -> Option<char>) -> MarkKind {
        let MarkKind::Counted(series, close) = self.kind else {
            return self.kind;
        };
        let letters = match series {
            Series::UpperRoman => Series::UpperLetter,
            Series::LowerRoman => Series::LowerLetter,
            _ => return self.kind,
        };
        let letters = MarkKind::Counted(letters, close);
        let last = before(letters).map(|last| last.to_ascii_lowercase());
        let goes_on = match self.counted {
            "i" | "I" => last == Some('h'),
            "v" | "V" => last == Some('u'),
            "x" | "X" => matches!(last, Some('v' | 'w')),
            _ => false,
        };
        if goes_on { letters } else { self.kind }
    }
}

/// A sign, apart from the text or glued to it.
fn signed(line: &str) -> Option<ListMark<'_>> {
    let sign = line.chars().next()?;
    if sign != '-' && !SIGNS.contains(&sign) {
        return None;
    }
    let kind = if DASHES.contains(&sign) {
        MarkKind::Dash
    } else {
        MarkKind::Sign(sign)
    };
    let (written, rest) = line.split_at(sign.len_utf8());
    placed(line, written, written, kind, rest, |next| {
        GLUED.contains(&sign) && next.is_alphabetic()
    })
}

/// A number or letter with what closes it.
fn counted(line: &str) -> Option<ListMark<'_>> {
    let (opened, body) = line
        .strip_prefix('(')
        .map_or((false, line), |rest| (true, rest));
    let length = body
        .find(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .unwrap_or(body.len());
    let bare = body[..length].trim_end_matches('.');
    // `1.Hạ tầng`: the word behind the number is no part of it.
    let bare = match bare.rsplit_once('.') {
        Some((number, word))
            if word.chars().count() > 1 && word.starts_with(char::is_uppercase) =>
        {
            if is_roman(word) { bare } else { number }
        }
        _ => bare,
    };
    let behind = &body[bare.len()..];
    let close = behind.chars().next()?;
    let close = match close {
        ')' if opened => '(',
        '.' | ')' | '/' if !opened => close,
        space if space.is_whitespace() && !opened => ' ',
        _ => return None,
    };
    let series = series(bare)?;
    let kind = MarkKind::Counted(series, close);
    let mark = usize::from(opened) + bare.len() + usize::from(close != ' ');
    let (written, rest) = line.split_at(mark);
    if close == ' ' {
        // `1.1 Hạ tầng` bears no sign behind: a capital tells it from `2.5 triệu`.
        let next = rest.trim_start().chars().next()?;
        let is_mark = matches!(series, Series::Parts(_)) && next.is_uppercase();
        return placed(line, written, bare, kind, rest, |_| false).filter(|_| is_mark);
    }
    placed(line, written, bare, kind, rest, |next| match close {
        ')' | '(' => next.is_alphabetic(),
        '.' => next.is_uppercase() && matches!(series, Series::Number | Series::Parts(_)),
        _ => false,
    })
}

/// The mark with what stands behind it, apart or glued to it where that is allowed.
fn placed<'a>(
    line: &'a str,
    written: &'a str,
    counted: &'a str,
    kind: MarkKind,
    rest: &'a str,
    may_glue: impl Fn(char) -> bool,
) -> Option<ListMark<'a>> {
    let text = rest.trim();
    let next = rest.chars().next()?;
    let (written, text) = if next.is_whitespace() && !text.is_empty() {
        (written, text)
    } else if may_glue(next) {
        ("", line.trim())
    } else {
        return None;
    };
    Some(ListMark {
        written,
        counted,
        kind,
        text,
    })
}

/// What a number or letter counts by.
fn series(bare: &str) -> Option<Series> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = bare.split('.').collect();
    if let [alone] = parts[..] {
        let mut letters = alone.chars();
        let first = letters.next()?;
        return match letters.next() {
            _ if is_number(alone) => (alone.len() <= MOST_DIGITS).then_some(Series::Number),
            None if matches!(first, 'I' | 'V' | 'X') => Some(Series::UpperRoman),
            None if matches!(first, 'i' | 'v' | 'x') => Some(Series::LowerRoman),
            None if first.is_uppercase() => Some(Series::UpperLetter),
            None if first.is_lowercase() => Some(Series::LowerLetter),
            Some(_) if is_roman(alone) && first.is_uppercase() => Some(Series::UpperRoman),
            Some(_) if is_roman(alone) => Some(Series::LowerRoman),
            // `a1)`.
            Some(_) if first.is_alphabetic() && is_number(letters_behind(alone)) => {
                Some(Series::Parts(2))
            }
            _ => None,
        };
    }
    let is_part = |part: &&str| {
        let is_letter = part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        (is_number(part) && part.len() <= MOST_DIGITS_OF_PART) || is_letter || is_roman(part)
    };
    let has_number = parts.iter().any(|part| is_number(part));
    (has_number && parts.iter().all(is_part)).then_some(Series::Parts(parts.len()))
}

/// What stands behind the first letter.
fn letters_behind(text: &str) -> &str {
    text.chars()
        .next()
        .map_or("", |first| &text[first.len_utf8()..])
}

/// Whether it is a Roman number below 40 in letters of one case.
fn is_roman(text: &str) -> bool {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let one_case = text.bytes().all(|byte| byte.is_ascii_uppercase())
        || text.bytes().all(|byte| byte.is_ascii_lowercase());
    let upper = text.to_ascii_uppercase();
    let ones = upper.trim_start_matches('X');
    let n_tens = upper.len() - ones.len();
    let ones_and_tens = (n_tens <= 3 && ONES.contains(&ones)) || (n_tens == 0 && ones == "IX");
    !text.is_empty() && one_case && ones_and_tens
}

#[cfg(test)]
mod tests {
    use super::ListMark;
    use super::MarkKind;
    use super::Series;

    #[test]
    fn marks_of_official_lists_are_read() {
        use MarkKind::Counted;
        for (line, written, kind) in [
            ("- Một", "-", MarkKind::Dash),
            ("–\tMột", "–", MarkKind::Dash),
            ("+ Một", "+", MarkKind::Sign('+')),
            ("• Một", "•", MarkKind::Sign('•')),
            ("1. Một", "1.", Counted(Series::Number, '.')),
            ("12) Một", "12)", Counted(Series::Number, ')')),
            ("(1) Một", "(1)", Counted(Series::Number, '(')),
            ("1/ Một", "1/", Counted(Series::Number, '/')),
            ("1.1. Một", "1.1.", Counted(Series::Parts(2), '.')),
            ("1.1.12 Một", "1.1.12", Counted(Series::Parts(3), ' ')),
            ("I.2. Một", "I.2.", Counted(Series::Parts(2), '.')),
            ("đ) Một", "đ)", Counted(Series::LowerLetter, ')')),
            ("(a) Một", "(a)", Counted(Series::LowerLetter, '(')),
            ("a1) Một", "a1)", Counted(Series::Parts(2), ')')),
            ("ii) Một", "ii)", Counted(Series::LowerRoman, ')')),
            ("XIV. Một", "XIV.", Counted(Series::UpperRoman, '.')),
            ("B. Một", "B.", Counted(Series::UpperLetter, '.')),
            // Glued to the text, it is shown with it.
            ("-Một", "", MarkKind::Dash),
            ("+Một", "", MarkKind::Sign('+')),
            ("a)Một", "", Counted(Series::LowerLetter, ')')),
            ("1.Một", "", Counted(Series::Number, '.')),
        ] {
            let mark = ListMark::read(line).expect(line);
            assert_eq!((mark.written, mark.kind), (written, kind), "{line}");
            let text = if written.is_empty() { line } else { "Một" };
            assert_eq!(mark.text, text, "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_a_mark_is_text() {
        for line in [
            "",
            "-",
            "--",
            "- ",
            "-5 độ",
            "+84 912",
            "*Một*",
            "**Một**",
            "1.240 hộ",
            "2.5 triệu",
            "2027. Một",
            "08/01/2027",
            "192.168.1.1 Một",
            "a",
            "ab) Một",
            "Xã có:",
            "TP. Huế",
            "1.",
            "(1",
            "(một) hai",
            "a.b. c",
            "#1 Một",
            "[x] Một",
            "3 máy",
            "XXXX. Một",
            "8.1.2027 Một",
        ] {
            assert_eq!(ListMark::read(line), None, "{line}");
        }
    }

    #[test]
    fn a_letter_that_may_be_a_number_is_what_goes_on() {
        let mark = ListMark::read("i) Một").expect("a mark");
        let letter = MarkKind::Counted(Series::LowerLetter, ')');
        assert_eq!(mark.kind_after(|_| Some('h')), letter);
        let roman = MarkKind::Counted(Series::LowerRoman, ')');
        assert_eq!(mark.kind_after(|_| Some('b')), roman);
        assert_eq!(mark.kind_after(|_| None), roman);
    }
}
