//! What is said of letters that were changed, once for each file and way of writing, and of those that are
//! doubtful, at each place.

use super::Found;
use super::clean::Change;
use super::clean::Doubt;
use super::clean::Kind;
use super::tables::Encoding;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::source::Origin;

/// So many places are named, and so many doubtful ones told of.
const MOST_NAMED: usize = 8;
const MOST_DOUBTS: usize = 20;

/// How the places of a file are called and found.
pub(in crate::load) struct Places<'a, P> {
    /// What one is: a cell or a line.
    pub what: &'a str,
    /// Its name.
    pub name: &'a dyn Fn(&P) -> String,
    /// Where it is.
    pub origin: &'a dyn Fn(&P) -> Origin,
}

impl<P> Found<P> {
    /// Reports everything that was found.
    pub(in crate::load) fn report(self, places: &Places<'_, P>, diagnostics: &mut Diagnostics) {
        for (kind, changes) in &self.changes {
            if let Some(finding) = changed(*kind, changes, places) {
                diagnostics.report(finding);
            }
        }
        let n_doubts = self.doubts.len();
        for (place, doubt) in self.doubts.iter().take(MOST_DOUBTS) {
            let rest = n_doubts.saturating_sub(MOST_DOUBTS);
            diagnostics.report(doubtful(doubt, (places.origin)(place), places.what, rest));
        }
    }
}

/// The finding about all changes of a kind.
fn changed<P>(kind: Kind, changes: &[(P, Change)], places: &Places<'_, P>) -> Option<Diagnostic> {
    let (first, change) = changes.first()?;
    let mut names: Vec<String> = changes.iter().map(|(at, _)| (places.name)(at)).collect();
    names.dedup();
    let n_places = names.len();
    let what = places.what;
    let more = if n_places > MOST_NAMED { "…" } else { "" };
    names.truncate(MOST_NAMED);
    let names = format!("{what} {}{more}", names.join(", "));
    let (before, after) = excerpt(&change.before, &change.after);
    let example = format!("“{before}” → “{after}”");
    let at = (places.origin)(first);
    let codes = || codes(changes.iter().flat_map(|(_, change)| &change.found));
    let (code, message, hint) = match kind {
        Kind::Signs => (
            Code::HIDDEN_SIGNS,
            format!(
                "{n_places} {what} có ký tự không nhìn thấy hoặc không phải ký tự thường ({}): {names}",
                codes()
            ),
            "chương trình đã bỏ hoặc đổi thành ký tự thường khi đọc; gõ lại chỗ này để tệp gốc cũng đúng".to_owned(),
        ),
        Kind::Alike => (
            Code::ALIKE_LETTERS,
            format!(
                "{n_places} {what} có chữ cái của bảng chữ khác trông giống chữ tiếng Việt ({}): {names}",
                codes()
            ),
            format!("chương trình đã đổi khi đọc ({example}); gõ lại để tìm kiếm trong tệp gốc cũng ra"),
        ),
        Kind::Ansi if change.before == change.after => (
            Code::OLD_LETTERS,
            "tệp lưu bằng bảng mã ANSI, bảng mã này không có đủ chữ tiếng Việt".to_owned(),
            "xem lại chữ trong tệp, gõ lại chỗ mất chữ rồi lưu với bảng mã UTF-8".to_owned(),
        ),
        kind => {
            let how = name(kind);
            let capitals = if kind == Kind::Older(Encoding::Tcvn3) {
                "; bảng mã này không có chữ hoa mang dấu, xem lại chữ hoa đầu câu"
            } else {
                ""
            };
            (
                Code::OLD_LETTERS,
                format!("{n_places} {what} viết bằng {how}, đã đổi sang Unicode khi đọc: {example} ({names})"),
                format!("xem lại chữ ở những chỗ này{capitals}; nên đổi cả tệp sang Unicode rồi lưu lại"),
            )
        }
    };
    Some(Diagnostic::new(code, at, message).hint(hint))
}

/// The finding about a text that may be meant otherwise; `rest` are those of which none is told.
fn doubtful(doubt: &Doubt, at: Origin, what: &str, rest: usize) -> Diagnostic {
    let word = shorten(&doubt.word);
    let (message, hint) = match (doubt.kind, &doubt.meant) {
        (Kind::Alike, _) => (
            format!("`{word}` có chữ cái của hai bảng chữ khác nhau"),
            "gõ lại từ này bằng bộ gõ tiếng Việt".to_owned(),
        ),
        (kind, Some(meant)) => (
            format!(
                "`{word}` có thể viết bằng {}, chưa chắc nên giữ nguyên",
                name(kind)
            ),
            format!("nếu đúng vậy, viết lại bằng Unicode: {}", shorten(meant)),
        ),
        (kind, None) => (
            format!("`{word}` là chữ hỏng ({}), không đọc lại được", name(kind)),
            "gõ lại đoạn này, hoặc lấy từ tệp gốc và lưu với bảng mã UTF-8".to_owned(),
        ),
    };
    let more = match rest {
        0 => String::new(),
        rest => format!("; còn {rest} {what} khác như vậy"),
    };
    Diagnostic::new(Code::DOUBTFUL_LETTERS, at, message + &more).hint(hint)
}

/// What people call a way of writing.
fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Older(Encoding::Tcvn3) => "bảng mã TCVN3 (ABC, phông .VnTime)",
        Kind::Older(Encoding::Vni) => "bảng mã VNI (phông VNI-Times)",
        Kind::Older(Encoding::Viscii) => "bảng mã VISCII",
        Kind::Viqr => "VIQR (dấu gõ sau chữ)",
        Kind::Ansi => "bảng mã ANSI (Windows-1258)",
        Kind::Misread => "UTF-8 bị đọc bằng bảng mã khác",
        Kind::Entities => "mã của trang web",
        Kind::Numbers => "mã số của chữ",
        Kind::Signs | Kind::Alike => "ký tự khác",
    }
}

/// The numbers of the first letters of a list, each once.
fn codes<'a>(letters: impl Iterator<Item = &'a char>) -> String {
    let mut codes: Vec<String> = Vec::new();
    for letter in letters {
        let shown = match letter {
            _ if letter.is_alphanumeric() => format!("{letter} "),
            _ => String::new(),
        };
        let code = format!("{shown}U+{:04X}", u32::from(*letter));
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let more = if codes.len() > 5 { ", …" } else { "" };
    codes.truncate(5);
    format!("{}{more}", codes.join(", "))
}

/// The words of a text that a change made others, before and after.
fn excerpt(before: &str, after: &str) -> (String, String) {
    let marks = [' ', ':', '{', '"', '('];
    let pairs = before.char_indices().zip(after.chars());
    let same = pairs.take_while(|((_, a), b)| a == b).last();
    let same = same.map_or(0, |((at, letter), _)| at + letter.len_utf8());
    let start = before[..same].rfind(marks).map_or(0, |at| at + 1);
    let (before, after) = (&before[start..], &after[start..]);
    let pairs = before.chars().rev().zip(after.chars().rev());
    let same = pairs.take_while(|(a, b)| a == b);
    let same: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
    // The word that the change ends in stays whole.
    let behind = &before[before.len() - same..];
    let ends = |it: char| it.is_whitespace() || ",;:}\"".contains(it);
    let same = behind.find(ends).map_or(0, |at| same - at);
    let cut = |text: &str| shorten(&text[..text.len() - same]);
    (cut(before), cut(after))
}

/// The first words of a text, on one line.
fn shorten(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
