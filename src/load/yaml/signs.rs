//! Signs that YAML takes for itself without a word: `&` and `!` at the beginning of a value, a backslash in
//! double quotes.

use super::node::Place;
use super::quotes;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;

/// Reports a value before which `&word` or `!word` was left out: an anchor or a tag of YAML.
pub(super) fn marked(place: &Place<'_>, diagnostics: &mut Diagnostics) -> Reported {
    let line = place.before();
    let begins = |(at, _): &(usize, char)| {
        let before = line[..*at].chars().next_back();
        before.is_none_or(|before| before.is_whitespace() || matches!(before, '[' | '{' | ','))
    };
    let mut signs = line.char_indices();
    let sign = signs.find(|place| matches!(place.1, '&' | '!') && begins(place));
    let start = sign.map_or(place.range.start, |(at, _)| {
        place.range.start - line.len() + at
    });
    let written = place.text[start..place.range.end].trim_end();
    let first: String = written.chars().take(1).collect();
    let at = place.origin(start..start + written.len());
    let message =
        format!("dấu {first} ở đầu giá trị là ký hiệu riêng của YAML, chữ liền sau bị bỏ");
    let hint = format!("đặt cả giá trị trong ngoặc: {}", quotes::quoted(written));
    diagnostics.report(Diagnostic::new(Code::SIGN_OF_YAML, at, message).hint(hint))
}

/// Warns of a backslash in double quotes that changes a letter: `"C:\temp"` has a tab in it.
pub(super) fn check_escapes(place: &Place<'_>, diagnostics: &mut Diagnostics) {
    let Some(at) = escape(place.written()) else {
        return;
    };
    let start = place.range.start + at;
    let length = place.text[start..]
        .chars()
        .take(2)
        .map(char::len_utf8)
        .sum::<usize>();
    let escape = &place.text[start..start + length];
    let inside = place.written().trim_matches('"');
    let message = format!("trong ngoặc kép, `{escape}` không phải là hai chữ này");
    let hint = format!(
        "dùng ngoặc đơn: {}; muốn xuống dòng thì viết dấu | sau dấu hai chấm rồi xuống dòng",
        quotes::single(inside)
    );
    let at = place.origin(start..start + length);
    diagnostics.report(Diagnostic::new(Code::ESCAPED_LETTER, at, message).hint(hint));
}

/// Where the first backslash stands that a person hardly meant as YAML does.
fn escape(written: &str) -> Option<usize> {
    let mut letters = written.char_indices().peekable();
    let n_pairs = written.matches("\\\\").count();
    while let Some((at, letter)) = letters.next() {
        if letter != '\\' {
            continue;
        }
        let (_, escaped) = letters.next()?;
        let next = letters.peek().map(|(_, next)| *next);
        let in_word = next.is_some_and(char::is_alphanumeric);
        // A number of a letter is what a program writes; `\\host` once is the beginning of a network path.
        let changes = "0abtnvfreNLP_".contains(escaped) && in_word;
        let halves = escaped == '\\' && at == 1 && n_pairs == 1 && in_word;
        if changes || halves {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::escape;
    use crate::diagnostic::Diagnostics;
    use crate::load::yaml::parse;
    use crate::source::Sources;

    #[test]
    fn a_backslash_that_changes_a_letter_is_found() {
        for (written, at) in [
            (r#""C:\temp""#, Some(3)),
            (r#""D:\new""#, Some(3)),
            (r#""\\10.1.2.3""#, Some(1)),
            (r#""\\\\10.1.2.3\\chung""#, None),
            (r#""T\u1EC9nh""#, None),
            (r#""Một\n\nhai\n""#, Some(6)),
            (r#""\"Một\"""#, None),
            (r#""Một""#, None),
        ] {
            assert_eq!(
                escape(written).map(|at| written[..at].chars().count()),
                at,
                "{written}"
            );
        }
    }

    #[test]
    fn signs_of_yaml_are_told_of() {
        for yaml in [
            "a: &lt 5 máy",
            "a: !quan trọng",
            "- &x",
            "a: &x\n  b: 1",
            "{a: !b c}",
            "a: !",
        ] {
            let mut sources = Sources::default();
            let file = sources.add_text("x.yaml", yaml.to_owned());
            let mut diagnostics = Diagnostics::default();
            let _ = parse(file, yaml, 0, &mut diagnostics);
            assert_eq!(diagnostics.sorted(&sources).len(), 1, "{yaml}");
        }
    }
}
