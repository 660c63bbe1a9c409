//! Quotes and signs of a list that Word puts in the place of those of the keyboard: to YAML they are letters
//! like any other.

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::SIGNS;
use crate::source::Origin;

const OPENING: [char; 3] = ['“', '„', '‘'];
const CLOSING: [char; 3] = ['”', '“', '’'];

/// So many of the signs may also be glued to the text: dashes and a dot.
const GLUED: usize = 3;

/// What is inside the curly quotes around a text, where it is in one pair of them.
fn inside(text: &str) -> Option<&str> {
    let text = text.strip_prefix(OPENING)?.strip_suffix(CLOSING)?;
    (!text.contains(OPENING) && !text.contains(CLOSING)).then_some(text)
}

/// A text without the curly quotes at its ends, at each or at one.
pub(crate) fn without_curly_quotes(text: &str) -> &str {
    text.strip_prefix(OPENING)
        .map_or(text, |text| text.strip_suffix(CLOSING).unwrap_or(text))
}

/// The first words of a long text.
pub(super) fn shortened(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    let cut = if short.len() < text.len() { "…" } else { "" };
    format!("{short}{cut}")
}

/// A text as a value in quotes that say it letter by letter.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        single(text)
    } else {
        format!("\"{}\"", shortened(text))
    }
}

/// A text in single quotes.
pub(super) fn single(text: &str) -> String {
    format!("'{}'", shortened(text).replace('\'', "''"))
}

/// Warns of a text in curly quotes, which the print would show.
pub(super) fn check(text: &str, at: Origin, diagnostics: &mut Diagnostics) {
    let Some(inside) = inside(text) else { return };
    let message = "ngoặc kép cong thuộc về chữ và sẽ được in ra".to_owned();
    let hint = format!(
        "bỏ ngoặc, hoặc dùng ngoặc thẳng: \"{}\"; thật sự muốn in ngoặc cong thì đặt cả trong ngoặc thẳng",
        shortened(inside)
    );
    diagnostics.report(Diagnostic::new(Code::CURLY_QUOTES, at, message).hint(hint));
}

/// What stands behind another sign in the place of the dash of an item.
pub(crate) fn bulleted(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(SIGNS)?;
    let is_glued = text.starts_with(&SIGNS[..GLUED]) && rest.starts_with(char::is_alphanumeric);
    let item = rest.trim_start();
    let is_apart = item.len() < rest.len() && !item.is_empty();
    (is_glued || is_apart).then_some(item)
}

#[cfg(test)]
mod tests {
    use super::bulleted;
    use super::inside;

    #[test]
    fn only_a_text_in_one_pair_of_curly_quotes_is_in_them() {
        assert_eq!(inside("“tỉnh An Bình”"), Some("tỉnh An Bình"));
        assert_eq!(inside("„tỉnh An Bình“"), Some("tỉnh An Bình"));
        assert_eq!(inside("‘xã’"), Some("xã"));
        assert_eq!(inside("“Một cửa số” và “Dân hỏi”"), None);
        assert_eq!(inside("Cuộc thi “Dân hỏi”"), None);
        assert_eq!(inside("“"), None);
    }

    #[test]
    fn signs_of_word_stand_for_the_dash_of_an_item() {
        for text in [
            "– HTS6",
            "—  HTS6",
            "• HTS6",
            "•\tHTS6",
            "–HTS6",
            "* HTS6",
            "+ HTS6",
        ] {
            assert_eq!(bulleted(text), Some("HTS6"), "{text}");
        }
        for text in ["- HTS6", "*HTS6", "+84", "–", "HTS6", "— "] {
            assert_eq!(bulleted(text), None, "{text}");
        }
    }
}
