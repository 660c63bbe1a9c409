//! A text that ends at a ` #`: to YAML the rest of the line is a comment, to its writer perhaps part of the text.
//!
//! A comment that is meant stands apart: two spaces before its `#` and one behind, as everywhere in our own
//! files. A `#` with less room is asked about, behind words, figures and codes alike (`2 #kênh chính`,
//! `12 #KH-UBND`), and so is one inside brackets or quotes of the text.

use super::node::Place;
use super::quotes;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;

/// Warns where what stands behind a value may belong to it.
pub(super) fn check(place: &Place<'_>, diagnostics: &mut Diagnostics) {
    let written = place.written();
    let Some((start, gap)) = comment(place) else {
        return;
    };
    let line = place.text[start..].lines().next().unwrap_or("").trim_end();
    if !may_belong(written, gap, &line[1..]) {
        return;
    }
    let at = place.origin(start..start + line.len());
    let message = format!(
        "từ dấu # đến hết dòng không được đọc: `{}`",
        quotes::shortened(line)
    );
    let room = if written.is_empty() { "" } else { gap };
    let whole = quotes::quoted(&format!("{written}{room}{line}"));
    let hint = if is_figure_or_code(written) {
        let comment = quotes::shortened(line[1..].trim());
        format!(
            "là lời giải thích thì để hai dấu cách trước dấu # và một dấu cách sau: `{written}  # {comment}`; thuộc về giá trị thì đặt cả trong ngoặc: {whole}"
        )
    } else {
        format!(
            "đặt cả giá trị trong ngoặc: {whole}; nếu là lời giải thích thì để hai dấu cách trước dấu # và một dấu cách sau"
        )
    };
    diagnostics.report(Diagnostic::new(Code::CUT_TEXT, at, message).hint(hint));
}

/// Where the comment behind a value begins, and the white space between.
fn comment<'a>(place: &Place<'a>) -> Option<(usize, &'a str)> {
    let end = place.range.end;
    let behind = &place.text[end..];
    let gap = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
    let n_gap = gap(behind);
    if behind[n_gap..].starts_with('#') {
        return Some((end + n_gap, &behind[..n_gap]));
    }
    if !place.range.is_empty() {
        return None;
    }
    // The parser finds a value that is nothing behind its key, or at the end of its item's comment.
    if let Some(key) = behind.strip_prefix(':') {
        let n_gap = gap(key);
        return key[n_gap..]
            .starts_with('#')
            .then_some((end + 1 + n_gap, ""));
    }
    let item = place.text[..end].trim_end();
    let item = &item[item.rfind('\n').map_or(0, |at| at + 1)..];
    let comment = item.trim_start().strip_prefix('-')?.trim_start();
    let item_end = place.text[..end].trim_end().len();
    comment
        .starts_with('#')
        .then(|| (item_end - comment.len(), ""))
}

/// Whether a comment may be part of the value before it, with a gap between.
fn may_belong(value: &str, gap: &str, comment: &str) -> bool {
    let glued = comment.starts_with(char::is_alphanumeric);
    let is_apart = gap.len() > 1 || gap.contains('\t');
    let is_spaced = comment.is_empty() || comment.starts_with(char::is_whitespace);
    if value.is_empty() {
        return glued;
    }
    is_open(value) || !(is_apart && is_spaced)
}

/// Whether a bracket or quote of a text is still open at its end.
fn is_open(text: &str) -> bool {
    [('(', ')'), ('“', '”'), ('[', ']')]
        .iter()
        .any(|(open, close)| text.matches(*open).count() > text.matches(*close).count())
}

/// Whether a value is a figure, a day, a code (`HTS7`) or a key (`nong_thon`), behind which a comment is likelier
/// than more of the value.
fn is_figure_or_code(text: &str) -> bool {
    let is_key = text
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_of_code = |letter: char| !letter.is_whitespace() && !letter.is_lowercase();
    !text.is_empty() && (is_key || text.chars().all(is_of_code))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::load::yaml::parse;
    use crate::source::Sources;

    /// The codes of what is found in a text.
    fn found(yaml: &str) -> usize {
        let mut sources = Sources::default();
        let file = sources.add_text("x.yaml", yaml.to_owned());
        let mut diagnostics = Diagnostics::default();
        assert!(parse(file, yaml, 0, &mut diagnostics).is_ok(), "{yaml}");
        diagnostics.sorted(&sources).len()
    }

    #[test]
    fn a_sign_that_cuts_a_text_is_asked_about() {
        for yaml in [
            "a: Mua 10 máy #loại A",
            "a: Số 5 # tầng 2",
            "a: Mua 10 máy  #loại A",
            "a: Loại #2",
            "a: Cổng # 2",
            "a: #1 ưu tiên",
            "- Một #hai",
            "- #1",
            "a: văn bản (số  # 88)",
            "a: Một\n  hai #ba",
            "a: Nhà văn hóa #",
            "a: Zalo # Facebook",
            "a: Hoa # Lan",
            "a: 2 #kênh chính",
            "a: 12 #KH-UBND",
            "a: 100% # năm 2026",
            "a: 8200 # người",
            "a: 8200  #người",
            "a: HTS7 # mạng",
            "a: ƯDCQS6 #mạng",
            "a: nong_thon # vùng",
            "a: 08/01/2027 # ngày",
            "a: [Một # hai\n, ba]",
        ] {
            assert_eq!(found(yaml), 1, "{yaml}");
        }
    }

    #[test]
    fn a_comment_is_a_comment() {
        for yaml in [
            "a: Mua 10 máy   # loại A",
            "a: Mua 10 máy\t# loại A",
            "a: 8200  # người",
            "a: HTS7   # mạng",
            "a: nong_thon\t# vùng",
            "a: 08/01/2027  #",
            "a: \"Mua 10 máy\" #loại A",
            "a: |\n  Mua 10 máy #loại A",
            "a: Mua#10",
            "a: # nhóm\n  b: 1",
            "a: #nhóm\n  b: 1",
            "a:   # chưa có",
            "# a: Mua 10 máy #loại A\nb: 1",
            "a: [1, 2] #loại",
        ] {
            assert_eq!(found(yaml), 0, "{yaml}");
        }
    }
}
