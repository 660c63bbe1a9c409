//! What a form leaves to be filled in: dots, lines, `XXX`, placeholders that nothing fills. The dots that end a list
//! ("máy quét, …", "(Zalo, Facebook…)") or stand for what a citation leaves out ("(…)") are none.

use std::ops::Range;

use super::Finding;
use super::Subject;
use super::own_words::open_number;
use super::own_words::said;
use crate::diagnostic::shorten;
use crate::model::AsWritten;
use crate::model::WrittenValue;
use crate::model::fold;
use crate::model::keys;

/// An ellipsis of three dots, and a full stop behind it; a blank of a form has more of them.
const LONGEST_ELLIPSIS: usize = 4;

/// A line to write on has so many strokes at least, and a word that stands for another so many letters.
const SHORTEST_LINE: usize = 4;
const SHORTEST_WORD: usize = 3;

/// Words, folded, behind which dots are a blank to be filled in, not the end of a list.
const ASKING: [&str; 30] = [
    "ngay", "thang", "nam", "quy", "so", "ong", "ba", "xa", "phuong", "khu", "thon", "tinh",
    "huyen", "pho", "ten", "lan", "thu", "dieu", "khoan", "muc", "trang", "tu", "den", "la", "co",
    "khoang", "cua", "tai", "gom", "dat",
];

/// Keys whose texts come out as they are written: nothing fills a placeholder there.
const AS_WRITTEN: [&str; 10] = [
    keys::NAME,
    keys::SHORT_NAME,
    keys::SHORT,
    keys::GROUP,
    keys::NOTE,
    keys::REASON,
    keys::REASON_TO_BUY,
    keys::DEADLINE,
    keys::LEAD,
    keys::SUPPORT,
];

/// Nothing of a form is left unfilled in a plan that is no sample, and no placeholder stands where nothing is
/// filled in.
pub(super) fn leftover(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    as_written(subject.written, "", &mut found);
    if subject.profile.illustrative {
        return found;
    }
    let open = open_number(subject);
    let gaps = said([subject.written].into_iter(), subject)
        .filter(|said| {
            open.as_ref()
                .is_none_or(|open| said.at(0..said.text.len()) != *open)
        })
        .flat_map(|said| {
            let findings = gaps(said.text).into_iter().map(|gap| {
                let left = shorten(&said.text[gap.clone()]);
                Finding::new(
                    &said.at(gap),
                    format!("còn chỗ chưa điền: `{left}`"),
                    "điền nội dung, hoặc xóa chỗ trống",
                )
            });
            findings.collect::<Vec<_>>()
        });
    found.extend(gaps);
    found
}

/// The placeholders below a value, which stands at this key, that come out as they are written.
fn as_written(value: &AsWritten, key: &str, found: &mut Vec<Finding>) {
    match &value.content {
        WrittenValue::Keys(entries) => {
            for entry in entries {
                as_written(&entry.value, &entry.key, found);
            }
        }
        WrittenValue::Items(items) => {
            for item in items {
                as_written(item, key, found);
            }
        }
        WrittenValue::Text(text) if AS_WRITTEN.contains(&key) => {
            let Some((open, length)) = text
                .find("{{")
                .and_then(|open| Some((open, text[open..].find("}}")? + 2)))
            else {
                return;
            };
            let written = &text[open..open + length];
            found.push(Finding::new(
                &value.origin_of(open..open + length),
                format!("`{written}` ở khóa `{key}` được in nguyên như đã viết"),
                "ghi thẳng chữ cần in: chương trình không điền gì vào khóa này",
            ));
        }
        WrittenValue::Text(_) | WrittenValue::Nothing => {}
    }
}

/// Whether something of a form is left unfilled in a text.
pub(super) fn has_gap(text: &str) -> bool {
    !gaps(text).is_empty()
}

/// What of a form is left unfilled in a text, in its order; of the same in one line, the first.
pub(super) fn gaps(text: &str) -> Vec<Range<usize>> {
    let text = &without_placeholders(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut rest = 0..text.len();
    while let Some(letter) = text[rest.clone()].chars().next() {
        let behind = text[rest.clone()].trim_start_matches(|it| is_of_run(letter, it));
        let run = rest.start..text.len() - behind.len();
        rest.start = run.end;
        let Some(gap) = gap(text, run) else { continue };
        let is_new = |other: &Range<usize>| {
            text[other.end..gap.start].contains('\n') || text[other.clone()] != text[gap.clone()]
        };
        if found.iter().all(is_new) {
            found.push(gap);
        }
    }
    found
}

/// Whether a letter goes on with a stretch that begins with another.
fn is_of_run(first: char, letter: char) -> bool {
    let is_dot = |it: char| matches!(it, '.' | '…');
    first == letter || is_dot(first) && is_dot(letter)
}

/// The gap that a run of one sign is, with the brackets around it.
fn gap(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let (before, behind) = (&text[..run.start], &text[run.end..]);
    let signs = &text[run.clone()];
    let n_signs = signs.chars().count();
    let is_word =
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric);
    match signs.chars().next()? {
        '.' | '…' => {
            let dots = signs.chars().map(|it| if it == '…' { 3 } else { 1 });
            let dots: usize = dots.sum();
            if before.ends_with('[') && behind.starts_with(']') && dots > 2 {
                return Some(run.start - 1..run.end + 1);
            }
            let is_ending = dots <= LONGEST_ELLIPSIS && ends_list(before, behind);
            (dots > 2 && !is_ending).then_some(run)
        }
        '_' => (n_signs >= SHORTEST_LINE).then_some(run),
        'x' | 'X' => (n_signs >= SHORTEST_WORD && is_word).then_some(run),
        '{' | '}' => (n_signs > 1).then_some(run),
        _ => None,
    }
}

/// Whether an ellipsis between these texts ends a list or stands for what is left out.
fn ends_list(before: &str, behind: &str) -> bool {
    let next = behind.chars().next();
    let left_out = [("(", ')'), ("“", '”'), ("‘", '’'), ("\"", '"')];
    if left_out
        .iter()
        .any(|(open, close)| before.ends_with(open) && next == Some(*close))
    {
        return true;
    }
    let words = before.trim_end_matches([' ', '\u{a0}']);
    if words.ends_with(',') || words.ends_with("v.v") {
        return true;
    }
    let word = words.rsplit(|it: char| !it.is_alphabetic()).next();
    let word = word.map(fold).unwrap_or_default();
    if word.is_empty() || ASKING.contains(&word.as_str()) {
        return false;
    }
    let is_glued = words.len() == before.len();
    match next {
        Some(sign) => matches!(sign, ';' | ',' | ')') || is_glued && !sign.is_alphanumeric(),
        None => is_glued,
    }
}

/// A text with blanks, byte for byte, in the place of placeholders that are filled.
fn without_placeholders(text: &str) -> String {
    let mut rest = String::new();
    let mut parts = text.split("{{");
    rest.push_str(parts.next().unwrap_or(""));
    for part in parts {
        match part.split_once("}}") {
            Some((name, after)) => {
                rest.push_str(&" ".repeat("{{}}".len() + name.len()));
                rest.push_str(after);
            }
            None => {
                rest.push_str("{{");
                rest.push_str(part);
            }
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::gaps;

    #[test]
    fn what_a_form_leaves_is_told_from_what_ends_a_list() {
        for (text, wanted) in [
            (
                "Mạng xã hội (Zalo, Facebook,…) và các nền tảng khác…",
                vec![],
            ),
            ("nông nghiệp, thủy sản …; máy quét, ...", vec![]),
            ("(…) trích; “...” lược; v.v... và v.v…", vec![]),
            ("ngày… tháng … năm 2027", vec!["…"]),
            ("Dân số…người", vec!["…"]),
            ("Họ tên: ……… Ký: ____________", vec!["………", "____________"]),
            ("[...] và [...]", vec!["[...]"]),
            ("Một …\nhai …", vec!["…", "…"]),
            ("tỉnh …", vec!["…"]),
            ("XXX, lần thứ XXXI, xxx", vec!["XXX", "xxx"]),
            ("{{ xa.ten }} và {{ xa", vec!["{{"]),
            ("Địa chỉ 1.1. và 2..", vec![]),
        ] {
            let found: Vec<&str> = gaps(text).into_iter().map(|gap| &text[gap]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
