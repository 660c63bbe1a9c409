//! Figures that their own commas cut: in `{tran: 5,5}` and `{tran: 5,500,000}` YAML sees keys `5`, `500`, `000`
//! without values. The figure is put together again, for whoever asks for a number to judge it as written.

use std::ops::Range;

use super::node::Node;
use super::node::NodeValue;

/// Whether a key without value goes on with the figure before it, with nothing but a comma between.
pub(super) fn is_rest(before: &Node, (name, range): (&str, &Range<usize>), value: &Node) -> bool {
    let NodeValue::Scalar(figure) = &before.value else {
        return false;
    };
    let is_figure = !figure.is_empty()
        && figure
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    // What stands in quotes is longer than what it says.
    let is_bare = before.range.len() == figure.len() && range.len() == name.len();
    is_figure
        && is_bare
        && before.range.end + 1 == range.start
        && name.starts_with(|letter: char| letter.is_ascii_digit())
        && !name.contains(':')
        && value.is_empty()
        && value.unread.is_none()
}

/// Puts the rest of a figure behind its beginning.
pub(super) fn join(figure: &mut Node, name: &str, range: Range<usize>) {
    if let NodeValue::Scalar(text) = &mut figure.value {
        text.push(',');
        text.push_str(name);
    }
    figure.range.end = range.end;
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::load::yaml::NodeValue;
    use crate::load::yaml::parse;
    use crate::source::Sources;

    #[test]
    fn a_figure_with_commas_is_one_in_braces() {
        for (yaml, value, n_keys) in [
            ("{a: 5,5}", "5,5", 1),
            ("{a: 5,500,000,000, b: 1}", "5,500,000,000", 2),
            ("{a: 79,6%, b: 1}", "79,6%", 2),
            ("{a: 1.250,5}", "1.250,5", 1),
            ("{a: 5, 5}", "5", 2),
            ("{a: 5,b: 1}", "5", 2),
            ("{a: \"5\",5}", "5", 2),
            ("{a: 5,5: 1}", "5", 2),
        ] {
            let file = Sources::default().add_text("x.yaml", yaml.to_owned());
            let node = parse(file, yaml, 0, &mut Diagnostics::default()).expect("YAML");
            let NodeValue::Mapping(entries) = &node.value else {
                continue;
            };
            assert_eq!(entries.len(), n_keys, "{yaml}");
            let first = &entries[0].value.value;
            assert!(
                matches!(first, NodeValue::Scalar(text) if text == value),
                "{yaml}: {first:?}"
            );
        }
    }
}
