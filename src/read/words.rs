//! Lengths that the print cannot hold, found where they stand. A word without blanks goes on in the next
//! line, however long; but a paragraph of one word takes a time that grows with the square of its length,
//! and a PDF for archives holds no title or address beyond 32.767 letters (ISO 32000-1, annex C).

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::vietnamese::group_thousands;
use crate::source::Origin;

/// Letters of the longest word.
const LONGEST_WORD: usize = 40_000;

/// Letters of the longest text of one line, which titles and bookmarks may repeat.
const LONGEST_LINE: usize = 30_000;

/// Letters of the longest address: browsers and readers of PDF open longer ones or not.
const LONGEST_ADDRESS: usize = 2_000;

/// Reports a text of one line that is too long, or else the first word of it that is, at `at`.
pub(crate) fn check_line(text: &str, at: &Origin, diagnostics: &mut Diagnostics) {
    if let Some(n_letters) = longer_than(text, LONGEST_LINE) {
        let what = format!("đoạn chữ này có {n_letters} chữ");
        report(Code::TEXT_TOO_LONG, what, LONGEST_LINE, at, diagnostics);
    } else {
        check_words(text, at, diagnostics);
    }
}

/// Reports the first word of a text that is too long, at `at`.
pub(crate) fn check_words(text: &str, at: &Origin, diagnostics: &mut Diagnostics) {
    if text.len() <= LONGEST_WORD {
        return;
    }
    let mut words = text.split_whitespace();
    if let Some((word, n_letters)) =
        words.find_map(|word| Some((word, longer_than(word, LONGEST_WORD)?)))
    {
        let start: String = word.chars().take(20).collect();
        let what = format!("chuỗi `{start}…` có {n_letters} chữ liền nhau, không có dấu cách");
        report(Code::WORD_TOO_LONG, what, LONGEST_WORD, at, diagnostics);
    }
}

/// Reports the address of a link that is too long, at `at`.
pub(crate) fn check_address(address: &str, at: &Origin, diagnostics: &mut Diagnostics) {
    if let Some(n_letters) = longer_than(address, LONGEST_ADDRESS) {
        let what = format!("địa chỉ liên kết này có {n_letters} chữ");
        report(
            Code::ADDRESS_TOO_LONG,
            what,
            LONGEST_ADDRESS,
            at,
            diagnostics,
        );
    }
}

/// How many letters a text has, where these are too many.
fn longer_than(text: &str, longest: usize) -> Option<String> {
    if text.len() <= longest {
        return None;
    }
    let n_letters = text.chars().count();
    (n_letters > longest).then(|| group_thousands(&n_letters.to_string()))
}

fn report(code: Code, what: String, longest: usize, at: &Origin, diagnostics: &mut Diagnostics) {
    let longest = group_thousands(&longest.to_string());
    let message = format!("{what}, quá {longest} chữ");
    let hint = match code {
        Code::ADDRESS_TOO_LONG => "dùng địa chỉ ngắn hơn, ví dụ của trang chứa tài liệu",
        Code::WORD_TOO_LONG => "xóa chuỗi này nếu dán nhầm, hoặc chèn dấu cách giữa các từ",
        _ => "rút gọn, đưa nội dung dài vào tệp kèm theo",
    };
    diagnostics.report(Diagnostic::new(code, at.clone(), message).hint(hint));
}
