//! What stands behind a key or an item: text, quotes, brackets, on one line or on several.

use super::Fault;
use crate::load::yaml::without_curly_quotes;

/// A value as far as it stands on its line.
#[derive(Debug)]
pub(super) enum Value {
    /// Nothing here: it stands below.
    Below,
    /// It begins and may end here.
    Here,
    /// A block of text follows.
    Block,
    /// Quotes or brackets are open at the end of the line.
    Open(Pending),
    /// It cannot be.
    Wrong(Fault),
}

/// Quotes or brackets that are open.
#[derive(Debug)]
pub(super) struct Pending {
    brackets: Vec<Bracket>,
    /// The quote that is open, and its byte.
    quote: Option<(char, usize)>,
    /// Whether a value may begin here.
    at_start: bool,
    /// A comment that took the closing bracket along: its byte and its text.
    comment: Option<(usize, String)>,
}

#[derive(Debug)]
struct Bracket {
    letter: char,
    at: usize,
    /// Whether its present entry has a colon.
    has_colon: bool,
    /// The key of the present entry, and the byte behind its colon.
    key: Option<(String, usize)>,
}

impl Value {
    /// Reads the value in `text`, which begins at byte `start`.
    pub(super) fn read(text: &str, start: usize) -> Self {
        let content = text.trim_start();
        let start = start + text.len() - content.len();
        match content.chars().next() {
            None | Some('#') => return Self::Below,
            Some('|' | '>') if is_block(content) => return Self::Block,
            Some('-') if content == "-" || content.starts_with("- ") => {
                return Self::Wrong(dash(content, start));
            }
            Some('"' | '\'' | '[' | '{') => {
                let pending = Pending {
                    brackets: Vec::new(),
                    quote: None,
                    at_start: true,
                    comment: None,
                };
                return pending.resume(content, start);
            }
            Some(letter) if is_sign(letter) => return Self::Wrong(sign(letter, content, start)),
            _ => {}
        }
        let plain = content.split(" #").next().unwrap_or("").trim_end();
        if plain.contains(": ") || plain.ends_with(':') {
            return Self::Wrong(Fault {
                range: start..start + plain.len(),
                message: "một dòng có hai dấu hai chấm".to_owned(),
                hint: format!("đặt cả giá trị trong dấu ngoặc kép: {}", quoted(plain)),
            });
        }
        Self::Here
    }
}

/// A value in quotes; what it quotes itself gets other ones.
fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(60).collect();
    let cut = if shown.len() < text.len() { "…" } else { "" };
    let shown = without_curly_quotes(&shown).replace('"', "'");
    format!("\"{shown}{cut}\"")
}

/// Whether no text may begin with it.
fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '%' | '@' | '`' | '*' | '&' | '!' | ',' | ']' | '}' | '|' | '>'
    )
}

/// Whether a block of text follows: `|`, `>-`, `|2`, with nothing but a comment behind.
fn is_block(text: &str) -> bool {
    let rest = text[1..].trim_start_matches(|c: char| matches!(c, '+' | '-' | '1'..='9'));
    let comment = rest.trim_start();
    text.len() - rest.len() <= 3
        && (comment.is_empty() || comment.len() < rest.len() && comment.starts_with('#'))
}

/// A dash behind a key on its line.
fn dash(text: &str, start: usize) -> Fault {
    let hint = match text[1..].trim() {
        "" => "chưa có giá trị thì xóa cả khóa; dấu gạch là chữ thì viết \"-\" trong dấu ngoặc kép"
            .to_owned(),
        item => format!(
            "xuống dòng, thụt vào hai dấu cách, viết `- {item}`; hoặc đặt trong ngoặc vuông: [{item}]"
        ),
    };
    Fault {
        range: start..start + text.len(),
        message: "dấu gạch đầu mục đứng cùng dòng với khóa".to_owned(),
        hint,
    }
}

fn sign(letter: char, text: &str, start: usize) -> Fault {
    let end = text.find([',', '}', ']']).filter(|at| *at > 0);
    let text = text[..end.unwrap_or(text.len())].trim_end();
    let rest = text[letter.len_utf8()..].trim_start();
    let number = if rest.starts_with(|c: char| c.is_ascii_digit()) && letter == '>' {
        format!("cần một con số thì chỉ viết {rest}; cần chữ thì ")
    } else {
        String::new()
    };
    Fault {
        range: start..start + text.len(),
        message: format!("giá trị không được bắt đầu bằng dấu `{letter}`"),
        hint: format!(
            "{number}đặt cả giá trị trong dấu ngoặc kép: {}",
            quoted(text)
        ),
    }
}

impl Pending {
    /// What is said where it is never closed; the line on which it stays open ends at `end`.
    pub(super) fn fault(&self, end: usize) -> Fault {
        if let (None, Some((at, text))) = (self.quote, &self.comment) {
            let value = text.split([',', ']', '}']).next().unwrap_or_default();
            return Fault {
                range: *at..at + text.len(),
                message: "từ dấu # đến hết dòng là lời ghi chú, dấu đóng ngoặc ở đó không được đọc"
                    .to_owned(),
                hint: format!(
                    "đặt cả giá trị trong dấu ngoặc kép: {}",
                    quoted(value.trim_end())
                ),
            };
        }
        let (at, message, hint) = match (self.quote, self.brackets.last()) {
            (Some(('"', at)), _) => (
                at,
                "dấu ngoặc kép mở mà không đóng".to_owned(),
                "thêm dấu \" đóng ở cuối giá trị".to_owned(),
            ),
            (Some((_, at)), _) => (
                at,
                "dấu nháy đơn mở mà không đóng".to_owned(),
                "thêm dấu ' đóng ở cuối giá trị, hoặc đặt cả giá trị trong dấu ngoặc kép"
                    .to_owned(),
            ),
            (None, Some(open)) => (
                open.at,
                format!("dấu ngoặc `{}` mở mà không đóng", open.letter),
                format!("thêm dấu `{}` đóng ngoặc ở cuối dòng", closing(open.letter)),
            ),
            (None, None) => (end, String::new(), String::new()),
        };
        Fault {
            range: at..end.max(at),
            message,
            hint,
        }
    }

    /// Reads on in `text`, which begins at byte `start`.
    pub(super) fn resume(mut self, text: &str, start: usize) -> Value {
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let rest = &text[at + letter.len_utf8()..];
            if let Some((quote, _)) = self.quote {
                let doubled = quote == '\'' && rest.starts_with('\'');
                if letter == '\\' && quote == '"' && !is_escape(rest) {
                    return Value::Wrong(backslash(&text[at..], start + at));
                }
                if letter == '\\' && quote == '"' || letter == quote && doubled {
                    letters.next();
                } else if letter == quote {
                    self.quote = None;
                    if let Some(fault) = self.after_quote(rest, start + at + 1) {
                        return Value::Wrong(fault);
                    }
                    if self.brackets.is_empty() {
                        return Value::Here;
                    }
                }
                continue;
            }
            let is_comment = letter == '#' && (at == 0 || text[..at].ends_with(' '));
            match letter {
                ' ' => {}
                _ if is_comment => {
                    if text[at..].contains([']', '}']) {
                        self.comment = Some((start + at, text[at..].to_owned()));
                    }
                    break;
                }
                '"' | '\'' if self.at_start => {
                    self.quote = Some((letter, start + at));
                    self.at_start = false;
                }
                '[' | '{' if self.at_start => self.brackets.push(Bracket {
                    letter,
                    at: start + at,
                    has_colon: false,
                    key: None,
                }),
                ']' | '}' => {
                    let open = self.brackets.pop();
                    if let Some(open) = open.filter(|open| closing(open.letter) != letter) {
                        let wanted = closing(open.letter);
                        return Value::Wrong(Fault {
                            range: start + at..start + at + 1,
                            message: format!("dấu ngoặc `{}` đóng bằng `{letter}`", open.letter),
                            hint: format!(
                                "viết `{wanted}` thay cho `{letter}`, hoặc thêm `{wanted}` trước nó"
                            ),
                        });
                    }
                    self.at_start = false;
                    if self.brackets.is_empty() {
                        return after_brackets(rest, start + at + 1);
                    }
                }
                ',' => {
                    self.at_start = true;
                    if let Some(open) = self.brackets.last_mut() {
                        open.has_colon = false;
                    }
                }
                ':' if rest.is_empty() || rest.starts_with(' ') => {
                    if let Some(fault) = self.colon(text, at, start) {
                        return Value::Wrong(fault);
                    }
                }
                letter if self.at_start && is_sign(letter) => {
                    return Value::Wrong(sign(letter, &text[at..], start + at));
                }
                _ => self.at_start = false,
            }
        }
        Value::Open(self)
    }

    /// A colon at a byte of a text: the second one of an entry is that of an entry of its own, or belongs to
    /// the words of the value.
    fn colon(&mut self, text: &str, at: usize, start: usize) -> Option<Fault> {
        self.at_start = true;
        let before = &text[..at];
        let open = self.brackets.last_mut()?;
        if !std::mem::replace(&mut open.has_colon, true) {
            let key = before.rsplit([',', '{', '[']).next()?.trim();
            open.key = Some((key.to_owned(), start + at + 1));
            return None;
        }
        let key = before.rsplit([' ', ',', '{', '[', '}', ']']).next()?;
        let owner = open.key.as_ref().filter(|(_, value)| *value >= start);
        if let Some((name, value)) = owner.filter(|_| !is_key(key)) {
            let from = value - start;
            let end = at + value_end(&text[at..]);
            let words = text[from..end].trim();
            let from = start + end - text[from..end].trim_start().len();
            return Some(Fault {
                range: from..from + words.len(),
                message: format!("giá trị của `{name}` có dấu hai chấm mà không có dấu ngoặc kép"),
                hint: format!("viết {name}: {}", quoted(words)),
            });
        }
        Some(Fault {
            range: start + before.len() - key.len()..start + before.len(),
            message: format!("thiếu dấu phẩy trước `{key}`"),
            hint: format!(
                "viết dấu phẩy và dấu cách trước `{key}`; dấu hai chấm thuộc về chữ thì đặt cả giá trị trong dấu ngoặc kép"
            ),
        })
    }

    /// What may not stand behind a closed quote.
    fn after_quote(&self, rest: &str, start: usize) -> Option<Fault> {
        let next = rest.trim_start();
        let fine = next.is_empty()
            || next.starts_with('#')
            || !self.brackets.is_empty() && next.starts_with([',', ']', '}', ':']);
        let at = start + rest.len() - next.len();
        (!fine).then(|| Fault {
            range: at..start + rest.trim_end().len(),
            message: "còn chữ sau dấu ngoặc kép đóng".to_owned(),
            hint: "dấu ngoặc kép bên trong giá trị viết là “ ”, dấu đóng đặt ở cuối giá trị"
                .to_owned(),
        })
    }
}

/// How many bytes of a text's beginning can be a key of ours.
fn key_length(text: &str) -> usize {
    let is_of_key = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'_';
    text.bytes().take_while(is_of_key).count()
}

/// Whether a word can be a key of ours.
fn is_key(word: &str) -> bool {
    !word.is_empty() && key_length(word) == word.len()
}

/// Where the value ends that a text in brackets goes on with: at its bracket, or before the next key.
fn value_end(text: &str) -> usize {
    let mut ends = text.match_indices([',', '}', ']']);
    let end = ends.find(|(at, sign)| {
        let next = text[at + 1..].trim_start();
        let length = key_length(next);
        *sign != "," || length > 0 && next[length..].starts_with(':')
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// Whether a backslash in quotes may stand before it.
fn is_escape(rest: &str) -> bool {
    let n_digits = match rest.chars().next() {
        None => return true,
        Some('x') => 2,
        Some('u') => 4,
        Some('U') => 8,
        Some(letter) => return "0abt\tnvfre \"/\\N_LP".contains(letter),
    };
    let digits = rest.chars().skip(1).take(n_digits);
    digits.filter(char::is_ascii_hexdigit).count() == n_digits
}

fn backslash(text: &str, start: usize) -> Fault {
    let end = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
    Fault {
        range: start..start + end,
        message: format!("trong dấu ngoặc kép không viết được `{}`", &text[..end]),
        hint: "viết / thay cho \\, viết hai dấu \\\\, hoặc đặt giá trị trong dấu nháy đơn"
            .to_owned(),
    }
}

fn closing(letter: char) -> char {
    if letter == '[' { ']' } else { '}' }
}

/// What stands behind the last bracket.
fn after_brackets(rest: &str, start: usize) -> Value {
    let next = rest.trim_start();
    if next.is_empty() || next.starts_with('#') {
        return Value::Here;
    }
    let at = start + rest.len() - next.len();
    Value::Wrong(Fault {
        range: at..start + rest.trim_end().len(),
        message: "còn chữ sau dấu ngoặc đóng".to_owned(),
        hint: "xóa phần thừa, hoặc chuyển dấu ngoặc đóng ra cuối dòng".to_owned(),
    })
}
