//! What another program would make of a line of own text, and here is letters: HTML, pictures, headings, links that
//! lead to no address of the web. Each is told of, for whoever wrote it meant something else.

use super::Line;
use super::inlines::SCHEMES;
use super::inlines::bracketed;
use super::inlines::link_with_blanks;
use super::inlines::unclosed_bold;
use super::tables;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::read::text::Place;
use crate::read::words;

/// Names of HTML that people write; one of a single letter only where nothing else is in its brackets.
const NAMES: [&str; 32] = [
    "a", "b", "i", "u", "p", "s", "br", "hr", "h1", "h2", "h3", "em", "ul", "ol", "li", "tr", "td",
    "th", "div", "img", "sub", "sup", "del", "font", "span", "code", "table", "style", "center",
    "script", "strong", "iframe",
];

/// Tells of the first of each in a line.
pub(super) fn check(line: &Line<'_>, place: Place<'_>, diagnostics: &mut Diagnostics) {
    tables::check_tabs(line, place, diagnostics);
    for (at, _) in line.text.match_indices('[') {
        if let Some((_, address, length)) = bracketed(&line.text[at..]) {
            let at = place.at(line.at + at..line.at + at + length);
            words::check_address(address, &at, diagnostics);
        }
    }
    let mut tell = |(at, length): (usize, usize), message: &str, hint: &str| {
        let at = place.at(line.at + at..line.at + at + length);
        let finding = Diagnostic::new(Code::UNSUPPORTED_MARKUP, at, message);
        diagnostics.report(finding.hint(hint));
    };
    if let Some(place) = html(line.text) {
        let hint = "bỏ mã này; chữ đậm viết **như thế này**";
        tell(
            place,
            "mã HTML không có tác dụng, được in ra nguyên văn",
            hint,
        );
    }
    if let Some(place) = link(line.text, true) {
        let message = "hình ảnh chưa in được trong kế hoạch, các dấu này được in ra nguyên văn";
        tell(place, message, "thay hình bằng một câu mô tả");
    }
    if let Some(place) = link(line.text, false) {
        let hint = "địa chỉ phải bắt đầu bằng https://, http:// hoặc mailto:";
        tell(
            place,
            "đây không thành liên kết, được in ra nguyên văn",
            hint,
        );
    }
    if let Some(place) = link_with_blanks(line.text) {
        let hint = "trong địa chỉ không có dấu cách (viết %20) và phía sau không kèm tiêu đề trong ngoặc kép";
        tell(
            (place.start, place.len()),
            "đây không thành liên kết, được in ra nguyên văn",
            hint,
        );
    }
    if let Some(length) = heading(line.text) {
        let hint = "bỏ dấu #; đề mục viết như `1. Mục tiêu`, chữ đậm viết **như thế này**";
        tell(
            (0, length),
            "dấu # ở đầu dòng không thành đề mục, được in ra nguyên văn",
            hint,
        );
    }
    if line.text.starts_with(FENCE) {
        tell(
            (0, FENCE.len()),
            "dòng này không thành khung mã lệnh, được in ra nguyên văn",
            "xóa dòng chỉ có các dấu này",
        );
    }
    if let Some(place) = unclosed_bold(line.text) {
        let hint = "thêm dấu cách sau hai dấu sao đóng, hoặc bỏ các dấu sao";
        tell(
            (place.start, place.len()),
            "đây không thành chữ đậm, các dấu sao được in ra nguyên văn",
            hint,
        );
    }
}

/// What stands around the lines of a program in the texts of other programs.
const FENCE: &str = "```";

/// How long the mark of a heading is that a line begins with: `##` and a blank, then words.
fn heading(text: &str) -> Option<usize> {
    let behind = text.trim_start_matches('#');
    let length = text.len() - behind.len();
    let is_mark = (1..=6).contains(&length) && behind.starts_with(' ');
    is_mark.then_some(length)
}

/// Where a tag of HTML stands, and its length.
fn html(text: &str) -> Option<(usize, usize)> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let length = name.find(|letter: char| !letter.is_ascii_alphanumeric())?;
        let (name, behind) = name.split_at(length);
        let is_bare = behind.starts_with('>') || behind.starts_with("/>");
        let is_tag = is_bare || (length > 1 || name == "a") && behind.starts_with(' ');
        if !is_tag || !NAMES.contains(&&*name.to_ascii_lowercase()) {
            return None;
        }
        let close = rest.find('>')?;
        Some((at, close + 2))
    })
}

/// Where a picture stands, or a link to what is no address of the web.
fn link(text: &str, is_picture: bool) -> Option<(usize, usize)> {
    text.match_indices('[').find_map(|(at, _)| {
        let (_, address, length) = bracketed(&text[at..])?;
        let before = text[..at].ends_with('!');
        let is_address = address.contains([':', '/', '.']);
        let lower = address.to_ascii_lowercase();
        let leads = SCHEMES.iter().any(|scheme| lower.starts_with(scheme));
        match (is_picture, before) {
            (true, true) if !address.is_empty() => Some((at - 1, length + 1)),
            (false, false) if is_address && !leads => Some((at, length)),
            _ => None,
        }
    })
}
