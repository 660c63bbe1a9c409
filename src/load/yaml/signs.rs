//! Signs that YAML takes for itself without a word: `&` and `!` at the beginning of a value, a backslash in
//! double quotes.

use std::ops::Range;

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
    if sign.is_none()
        && let Some(reported) = marked_above(place, diagnostics)
    {
        return reported;
    }
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

/// Reports the sign before a value that begins on the next line: `tong_quan: &a |`.
fn marked_above(place: &Place<'_>, diagnostics: &mut Diagnostics) -> Option<Reported> {
    let above = place.text[..place.range.start - place.before().len()].trim_end();
    let start = above.rfind('\n').map_or(0, |at| at + 1);
    let value = start + above[start..].find(": ")? + 2;
    let sign = value + above[value..].find(['&', '!'])?;
    let word = above[sign..].split_whitespace().next()?;
    let message = format!("`{word}` ở đầu giá trị là ký hiệu riêng của YAML, chữ này bị bỏ");
    let hint = format!("xóa `{word}`; nếu chữ này thuộc nội dung thì viết ở dòng dưới");
    let at = place.origin(sign..sign + word.len());
    Some(diagnostics.report(Diagnostic::new(Code::SIGN_OF_YAML, at, message).hint(hint)))
}

/// Warns of backslashes in double quotes that change letters: `"C:\temp"` has a tab in it.
pub(super) fn check_escapes(place: &Place<'_>, diagnostics: &mut Diagnostics) {
    let written = place.written();
    let found = escapes(written);
    let Some(first) = found.first() else {
        return;
    };
    let start = place.range.start + first.start;
    let mut names: Vec<String> = Vec::new();
    for escape in &found {
        let name = format!("`{}`", &written[escape.clone()]);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let inside = written.trim_matches('"');
    let what = match names.len() {
        1 => "hai chữ này",
        _ => "các chữ này",
    };
    let message = format!("trong ngoặc kép, {} không phải là {what}", names.join(", "));
    let hint = format!(
        "dùng ngoặc đơn: {}; muốn xuống dòng thì viết dấu | sau dấu hai chấm rồi xuống dòng",
        quotes::single(inside)
    );
    let at = place.origin(start..start + first.len());
    diagnostics.report(Diagnostic::new(Code::ESCAPED_LETTER, at, message).hint(hint));
}

/// The backslashes that a person hardly meant as YAML does, each with the letter behind it.
fn escapes(written: &str) -> Vec<Range<usize>> {
    let mut letters = written.char_indices().peekable();
    let n_pairs = written.matches("\\\\").count();
    let mut found = Vec::new();
    while let Some((at, letter)) = letters.next() {
        if letter != '\\' {
            continue;
        }
        let Some((_, escaped)) = letters.next() else {
            break;
        };
        let next = letters.peek().map(|(_, next)| *next);
        let in_word = next.is_some_and(char::is_alphanumeric);
        // A number of a letter is what a program writes; `\\host` once is the beginning of a network path.
        let changes = "0abtnvfreNLP_".contains(escaped) && in_word;
        let halves = escaped == '\\' && at == 1 && n_pairs == 1 && in_word;
        if changes || halves {
            found.push(at..at + letter.len_utf8() + escaped.len_utf8());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::escapes;
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
            let first = escapes(written).first().map(|escape| escape.start);
            assert_eq!(
                first.map(|first| written[..first].chars().count()),
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
