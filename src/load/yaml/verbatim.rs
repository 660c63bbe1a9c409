//! Which stretches of a scalar's text stand in the file as they are, so that a word of it can be marked.

/// Where the lines of a scalar's text stand in what is written for it, which begins at byte `start` of
/// the file; up to the first one that stands there in other letters.
pub(super) fn verbatim(text: &str, written: &str, start: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut place = 0;
    for line in written.split_inclusive('\n') {
        // Quotes and the sign of a block are no text; lines of a paragraph are joined by spaces.
        let rest = text[done..].trim_start();
        done = text.len() - rest.len();
        let piece = line.trim();
        let bare = piece.trim_matches(['"', '\'']);
        let found = [piece, bare]
            .into_iter()
            .find(|piece| !piece.is_empty() && rest.starts_with(piece));
        if let Some(piece) = found {
            let inside = line.find(piece).unwrap_or_default();
            pieces.push((done, start + place + inside));
            done += piece.len();
        } else if !pieces.is_empty() && !piece.is_empty() {
            break;
        }
        place += line.len();
    }
    pieces
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::load::NodeValue;
    use crate::load::yaml::parse;
    use crate::source::Origin;
    use crate::source::Sources;

    /// What the file has where `word` stands in the text of the key `a`.
    fn marked<'a>(yaml: &'a str, word: &str) -> &'a str {
        let file = Sources::default().add_text("x.yaml", yaml.to_owned());
        let node = parse(file, yaml, 0, &mut Diagnostics::default()).expect("YAML");
        let node = node.get("a").expect("the key");
        let NodeValue::Scalar(text) = &node.value else {
            unreachable!("no text: {node:?}");
        };
        let at = text.find(word).expect(word);
        let Origin::Text { range, .. } = node.origin_of(at..at + word.len()) else {
            unreachable!("no place");
        };
        &yaml[range]
    }

    #[test]
    fn a_word_is_found_where_it_stands() {
        for yaml in [
            "a: Còn … đây",
            "a: \"Còn … đây\" # … không",
            "a: 'Còn … đây'",
            "{a: Còn … đây, b: …}",
            "a: |\n  Đoạn đầu\n\n  Đoạn hai\n    còn … đây\nb: …",
            "a: >-\n  Đoạn đầu\n  còn … đây\nb: …",
            "a: Đoạn đầu\n  còn … đây\n",
            "a: \"Đoạn đầu\n  còn … đây\"\n",
        ] {
            assert_eq!(marked(yaml, "…"), "…", "{yaml}");
            assert_eq!(marked(yaml, "đây"), "đây", "{yaml}");
            let before = &yaml[..yaml.find('…').expect("the sign")];
            assert!(!before.contains("đây"), "{yaml}");
        }
    }

    #[test]
    fn where_the_file_has_other_letters_the_whole_is_marked() {
        let yaml = "a: \"Một\\t…\"";
        assert_eq!(marked(yaml, "…"), "\"Một\\t…\"");
        assert_eq!(
            marked("a: Đoạn đầu\n  còn đây\n", "đầu còn"),
            "Đoạn đầu\n  còn đây"
        );
    }
}
