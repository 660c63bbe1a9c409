//! What is meant as more than letters within a line of own text: `**bold**`, `*italic*`, `***both***`,
//! `[text](https://…)` and places that the profile fills.
//!
//! An asterisk opens only before a letter at the beginning of a word, and closes only behind one at its end,
//! with the same number of asterisks and letters between: so `5*8*3`, `Hỗ trợ* và đào tạo*`, `2 *3* 4` and
//! `a**b` stay as they are.

use std::ops::Range;

use crate::model::Inline;

/// Addresses that a link may lead to.
pub(super) const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Signs behind which a word begins, besides white space.
const BEFORE: [char; 10] = ['(', '[', '{', '"', '\'', '“', '‘', '«', '–', '—'];

/// Signs before which a word ends, besides white space.
const BEHIND: [char; 18] = [
    ')', ']', '}', '"', '\'', '”', '’', '»', '.', ',', ';', ':', '!', '?', '…', '–', '—', '/',
];

/// What would take long to search and nobody means: longer addresses and names, more asterisks between two
/// that belong together.
const LONGEST_ADDRESS: usize = 2_500;
const LONGEST_NAME: usize = 120;
const MOST_BETWEEN: usize = 32;

/// Emphasis within emphasis within a link: more is not read.
const DEEPEST: usize = 4;

/// The pieces of a paragraph.
pub(in crate::read::text) fn inlines(text: &str) -> Vec<Inline> {
    read(text, DEEPEST)
}

fn read(text: &str, depth: usize) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut done = 0;
    let mut at = 0;
    while depth > 0 && at < text.len() {
        let Some(next) = text[at..].find(['*', '[']).map(|next| at + next) else {
            break;
        };
        let read = if text[next..].starts_with('[') {
            link(text, next, depth)
        } else {
            emphasis(text, next, depth)
        };
        match read {
            Ok((inline, end)) => {
                places(&text[done..next], &mut found);
                found.push(inline);
                (done, at) = (end, end);
            }
            Err(passed) => at = passed,
        }
    }
    places(&text[done..], &mut found);
    found
}

/// A link that begins at a byte, and the byte behind it; or the byte from which to look on.
fn link(text: &str, start: usize, depth: usize) -> Result<(Inline, usize), usize> {
    let (shown, address, end) = bracketed(&text[start..]).ok_or(start + 1)?;
    let lower = address.to_ascii_lowercase();
    if shown.is_empty() || !SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) {
        return Err(start + 1);
    }
    let inline = Inline::Link {
        address: address.to_owned(),
        content: read(shown, depth - 1),
    };
    Ok((inline, start + end))
}

/// `[shown](address)` at the beginning of a text, and its length. Brackets of the address are in pairs.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str, usize)> {
    let inside = text.strip_prefix('[')?;
    let length = inside.find(['[', ']'])?;
    let rest = inside[length..].strip_prefix("](")?;
    let mut open = 1;
    let mut letters = rest.char_indices().take(LONGEST_ADDRESS);
    let (close, _) = letters.find(|(_, letter)| {
        open += i32::from(*letter == '(') - i32::from(*letter == ')');
        open == 0 || letter.is_whitespace()
    })?;
    let is_closed = rest[close..].starts_with(')');
    let end = text.len() - rest.len() + close + 1;
    is_closed.then(|| (&inside[..length], &rest[..close], end))
}

/// Bold or italic text that begins at a byte, and the byte behind it; or the byte from which to look on.
fn emphasis(text: &str, start: usize, depth: usize) -> Result<(Inline, usize), usize> {
    let rest = text[start..].trim_start_matches('*');
    let inside = text.len() - rest.len();
    let marks = &text[start..inside];
    let before = text[..start].chars().next_back();
    let opens = before.is_none_or(|letter| letter.is_whitespace() || BEFORE.contains(&letter));
    if !opens || marks.len() > 3 || !rest.starts_with(may_begin(marks.len())) {
        return Err(inside);
    }
    let mut from = 0;
    for _ in 0..MOST_BETWEEN {
        let Some(at) = rest[from..].find('*').map(|at| from + at) else {
            break;
        };
        let behind = rest[at..].trim_start_matches('*');
        let end = rest.len() - behind.len();
        let last = rest[..at].chars().next_back();
        let is_end = behind.chars().next();
        let is_end = is_end.is_none_or(|next| next.is_whitespace() || BEHIND.contains(&next));
        let content = &rest[..at];
        if end - at == marks.len() && is_end && last.is_some_and(|last| !last.is_whitespace()) {
            if !content.contains(char::is_alphabetic) {
                return Err(inside);
            }
            let content = read(content, depth - 1);
            let inline = match marks.len() {
                1 => Inline::Emphasis(content),
                2 => Inline::Strong(content),
                _ => Inline::Strong(vec![Inline::Emphasis(content)]),
            };
            return Ok((inline, inside + end));
        }
        // An asterisk that opens again before one has closed: neither is a mark.
        if end - at == marks.len() && last.is_some_and(char::is_whitespace) {
            return Err(inside);
        }
        from = end;
    }
    Err(inside)
}

/// A stretch between double asterisks that begins like bold text and is none, since its end is glued to a word.
pub(super) fn unclosed_bold(text: &str) -> Option<Range<usize>> {
    let mut signs = text.match_indices("**");
    let begins = |at: usize| {
        let before = text[..at].chars().next_back();
        let opens = before.is_none_or(|it| it.is_whitespace() || BEFORE.contains(&it));
        let behind = &text[at + 2..];
        let is_meant = opens && behind.starts_with(char::is_alphabetic);
        is_meant && emphasis(text, at, DEEPEST).is_err()
    };
    let (at, _) = signs.find(|(at, _)| begins(*at))?;
    let close = text[at + 2..].find("**")?;
    let is_glued = !text[..at + 2 + close].ends_with(char::is_whitespace);
    is_glued.then_some(at..at + close + 4)
}

/// A link whose address cannot be read for the blank in it: a title behind it, or a name with blanks.
pub(super) fn link_with_blanks(text: &str) -> Option<Range<usize>> {
    text.match_indices('[').find_map(|(at, _)| {
        let middle = at + text[at..].find("](")?;
        let address = &text[middle + 2..];
        let lower = address.to_ascii_lowercase();
        let leads = SCHEMES.iter().any(|scheme| lower.starts_with(scheme));
        let is_name = !text[at + 1..middle].contains(['[', ']']);
        let close = address.find(')')?;
        let is_cut = address[..close].contains(char::is_whitespace);
        (is_name && leads && is_cut).then_some(at..middle + 2 + close + 1)
    })
}

/// What may stand first in bold (two asterisks or three) or italic text. A digit behind one asterisk multiplies.
fn may_begin(n_marks: usize) -> impl Fn(char) -> bool {
    move |first: char| {
        first.is_alphabetic()
            || matches!(first, '“' | '"' | '(' | '[' | '{')
            || (n_marks > 1 && first.is_numeric())
    }
}

/// How the names begin of what a profile fills.
const PREFIXES: [&str; 6] = [
    "xa.",
    "ke_hoach.",
    "kinh_phi.",
    "muc_tieu.",
    "don_vi.",
    "van_ban.",
];

/// Cuts a text without marks at the places that the profile fills; braces around what can be no name are
/// letters.
pub(super) fn places(text: &str, found: &mut Vec<Inline>) {
    let mut done = 0;
    let mut at = 0;
    while let Some(open) = text[at..].find("{{").map(|open| at + open) {
        let near = &text[open..text.floor_char_boundary(open + LONGEST_NAME)];
        let length = near.find("}}").unwrap_or(2);
        let name = text[open + 2..open + length].trim();
        let is_plain = |letter: char| letter.is_alphanumeric() || "_.- ".contains(letter);
        // What begins as a name is one, that it may be told of: "muc_tieu.CQS-06[2027]".
        let is_name = name.starts_with(char::is_alphabetic)
            && (name.chars().all(is_plain) || PREFIXES.iter().any(|it| name.starts_with(it)));
        if is_name {
            if open > done {
                found.push(Inline::Text(letters(&text[done..open])));
            }
            found.push(Inline::Placeholder(name.to_owned()));
            done = open + length + 2;
            at = done;
        } else {
            at = open + 1;
        }
    }
    if done < text.len() {
        found.push(Inline::Text(letters(&text[done..])));
    }
}

/// The print has no tab.
fn letters(text: &str) -> String {
    text.replace('\t', " ")
}
