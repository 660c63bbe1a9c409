//! Lines of a list, a table, an official text or sentences of their own that YAML joins into one, because their value is no `|` block.
//!
//! Only a text has lines to lose, so whoever reads one tells of them.

use std::ops::Range;

use super::node::Place;
use crate::model::ListMark;

/// The first line of a value that begins as an item or a row and is joined to the line above, in bytes of the
/// file.
pub(super) fn joined(place: &Place<'_>) -> Option<Range<usize>> {
    let mut start = place.range.start;
    let mut above: Option<(&str, usize)> = None;
    for line in place.written().split_inclusive('\n') {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        let last = above.map_or("", |(above, _)| above);
        let begins = ListMark::read(text).is_some()
            || text.starts_with('|')
            || begins_part(text, last)
            || begins_sentence(text, last);
        let joins = above.is_some_and(|(above, before)| {
            // Lines further to the right stay apart in a folded block; its head is no line of it.
            !above.is_empty() && !above.starts_with('>') && (before == 0 || indent <= before)
        });
        if begins && joins {
            let from = place.offset + start + indent;
            return Some(from..from + text.len());
        }
        above = Some((text, if above.is_some() { indent } else { 0 }));
        start += line.len();
    }
    None
}

/// Words before the number of a part of an official text.
const PARTS: [&str; 6] = ["Điều", "Khoản", "Mục", "Phần", "Chương", "Điểm"];

/// Whether a line begins as a part of an official text: `Điều 2. Đối tượng`. In the middle of a sentence
/// `Điều 5 của Nghị định` is none, unless the line above begins with such words as well.
fn begins_part(line: &str, above: &str) -> bool {
    let Some(sign) = behind_number(line) else {
        return false;
    };
    let above = above.trim_start_matches(['"', '\'']);
    matches!(sign, None | Some('.' | ':' | ')' | '-' | '–')) || behind_number(above).is_some()
}

/// The sign behind the word of a part and its number; nothing where a text begins otherwise.
fn behind_number(text: &str) -> Option<Option<char>> {
    let mut rest = PARTS.iter().filter_map(|part| text.strip_prefix(part));
    let rest = rest.next()?.strip_prefix(' ')?;
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "IVXLC".contains(c));
    (number.len() < rest.len()).then(|| number.trim_start().chars().next())
}

/// Short words with a full stop that a name follows.
const SHORT: [&str; 12] = [
    "TP.", "Tp.", "TX.", "TT.", "ThS.", "TS.", "GS.", "PGS.", "BS.", "KS.", "P.", "Q.",
];

/// Whether a line begins with a capital behind one that ended with a full stop or a semicolon.
fn begins_sentence(line: &str, above: &str) -> bool {
    let is_short = SHORT.iter().any(|word| above.ends_with(word));
    above.ends_with(['.', ';']) && !is_short && line.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::load::yaml::parse;
    use crate::source::Sources;

    #[test]
    fn joined_lines_of_a_list_are_told_of() {
        for (yaml, joins) in [
            ("a:\n  a) Một\n  b) Hai", true),
            ("a: Gồm\n  - một\n  - hai", true),
            ("a: >\n  1. Một\n  2. Hai\n", true),
            ("a: >-\n  | a | b |\n  | c | d |\n", true),
            ("a: \"Gồm\n  a) một\"", true),
            ("a: |\n  a) Một\n  b) Hai\n", false),
            ("a: >\n  a) Một\n\n  b) Hai\n", false),
            ("a: Một đoạn\n  dài hai dòng, 2.5\n  triệu", false),
            ("a: >\n  Điều 1. Một\n  Điều 2. Hai\n", true),
            ("a: >\n  Điều 1 Một\n  Điều 2 Hai\n", true),
            ("a: Gồm\n  Phần II\n  Phần III", true),
            ("a: \"Xã có lúa.\n  Xã có tôm.\"", true),
            ("a: Xã có lúa;\n  Thiếu máy", true),
            (
                "a: >\n  Theo khoản 2\n  Điều 5 Nghị định và\n  Điều tra năm 2026 của\n  Hợp tác xã\n",
                false,
            ),
            ("a: Tại TP.\n  Huế", false),
            ("a: a) Một", false),
            ("a: >\n  a) Một\n", false),
        ] {
            let file = Sources::default().add_text("x.yaml", yaml.to_owned());
            let node = parse(file, yaml, 0, &mut Diagnostics::default()).expect("YAML");
            let node = node.get("a").expect("the key");
            assert_eq!(node.joined.is_some(), joins, "{yaml}");
        }
    }
}
