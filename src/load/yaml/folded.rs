//! Lines of a list or table that YAML joins into one, because their value is no `|` block.
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
        let begins = ListMark::read(text).is_some() || text.starts_with('|');
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
