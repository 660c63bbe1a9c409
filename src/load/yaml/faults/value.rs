//! What stands behind a key or an item: text, quotes, brackets, on one line or on several.

use std::ops::Range;

use super::Fault;
use super::head::behind_block_sign;
use super::head::dash;
use super::head::is_block;
use super::head::is_sign;
use super::head::sign;
use super::words::beside_brackets;
use super::words::is_key;
use super::words::quote_within;
use super::words::quoted;
use super::words::value_end;

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
    /// The byte where the words begin that are being read, without quotes.
    begun: Option<usize>,
    /// A comment that took the closing bracket along: where it is, and what to write.
    comment: Option<(Range<usize>, String)>,
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
    /// Reads the value in `text`, which begins at byte `start`, behind a key, if behind any.
    pub(super) fn read(key: &str, text: &str, start: usize) -> Self {
        let content = text.trim_start();
        let start = start + text.len() - content.len();
        match content.chars().next() {
            None | Some('#') => return Self::Below,
            Some('|' | '>') if is_block(content) => return Self::Block,
            Some('-') if content == "-" || content.starts_with("- ") => {
                return Self::Wrong(dash(key, content, start));
            }
            Some('"' | '\'' | '[' | '{') => {
                let pending = Pending {
                    brackets: Vec::new(),
                    quote: None,
                    at_start: true,
                    begun: None,
                    comment: None,
                };
                return pending.resume(content, start);
            }
            Some('|' | '>') if let Some(fault) = behind_block_sign(key, content, start) => {
                return Self::Wrong(fault);
            }
            Some(letter) if is_sign(letter) => return Self::Wrong(sign(letter, content, start)),
            // Alone it is the sign of a key.
            Some('?') if content.starts_with("? ") => {
                return Self::Wrong(sign('?', content, start));
            }
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

impl Pending {
    /// What is said where it is never closed; the line on which it stays open ends at `end`.
    pub(super) fn fault(&self, end: usize) -> Fault {
        if let (None, Some((range, hint))) = (self.quote, &self.comment) {
            return Fault {
                range: range.clone(),
                message: "từ dấu # đến hết dòng là lời ghi chú, dấu đóng ngoặc ở đó không được đọc"
                    .to_owned(),
                hint: hint.clone(),
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
            if let Some((quote, opened)) = self.quote {
                let doubled = quote == '\'' && rest.starts_with('\'');
                if letter == '\\' && quote == '"' && !is_escape(rest) {
                    return Value::Wrong(backslash(&text[at..], start + at));
                }
                if letter == '\\' && quote == '"' || letter == quote && doubled {
                    letters.next();
                } else if letter == quote {
                    self.quote = None;
                    let value = opened.checked_sub(start).and_then(|from| text.get(from..));
                    if let Some(fault) = self.after_quote(quote, value, rest, start + at + 1) {
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
                        let (name, words) = self.words(text, start, at);
                        let value = format!("{name}{}", quoted(words));
                        let hint = if name.is_empty() {
                            format!("đặt cả giá trị trong dấu ngoặc kép: {value}")
                        } else {
                            format!("viết {value}")
                        };
                        self.comment = Some((start + at..start + text.len(), hint));
                    }
                    break;
                }
                '"' | '\'' if self.at_start => {
                    self.quote = Some((letter, start + at));
                    self.at_start = false;
                    self.begun = None;
                }
                '[' | '{' if !self.at_start && self.begun.is_some_and(|begun| begun >= start) => {
                    return Value::Wrong(self.bracket_in_words(text, start, at));
                }
                '[' | '{' if self.at_start => self.brackets.push(Bracket {
                    letter,
                    at: start + at,
                    has_colon: false,
                    key: None,
                }),
                ']' | '}' => {
                    let open = self.brackets.pop();
                    let from = open.as_ref().map_or(start, |open| open.at);
                    self.begun = None;
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
                    let before = from.checked_sub(start).and_then(|from| text.get(from..=at));
                    if self.brackets.is_empty() {
                        return after_brackets(before, rest, start + at + 1);
                    }
                    let next = rest.trim_start();
                    if next.starts_with(char::is_alphanumeric) && before.is_some() {
                        self.begun = Some(from);
                        return Value::Wrong(self.bracket_in_words(text, start, at + 1));
                    }
                }
                ',' => {
                    self.at_start = true;
                    self.begun = None;
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
                _ => {
                    if self.at_start {
                        self.begun = Some(start + at);
                    }
                    self.at_start = false;
                }
            }
        }
        Value::Open(self)
    }

    /// A colon at a byte of a text: the second one of an entry is that of an entry of its own, or belongs to
    /// the words of the value.
    fn colon(&mut self, text: &str, at: usize, start: usize) -> Option<Fault> {
        self.at_start = true;
        self.begun = None;
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

    /// The words of which byte `at` of a text is one, with their key and its colon where they have one.
    fn words<'t>(&self, text: &'t str, start: usize, at: usize) -> (String, &'t str) {
        let from = self.begun.and_then(|begun| begun.checked_sub(start));
        let from = from.unwrap_or(at).min(at);
        let words = text[from..at + value_end(&text[at..])].trim();
        let key = self.brackets.last().and_then(|open| open.key.as_ref());
        let key = key.filter(|(_, value)| {
            let between = value
                .checked_sub(start)
                .and_then(|value| text.get(value..from));
            between.is_some_and(|between| between.trim().is_empty())
        });
        (
            key.map_or_else(String::new, |(name, _)| format!("{name}: ")),
            words,
        )
    }

    /// A bracket at a byte of a text, which belongs to the words of a value.
    fn bracket_in_words(&self, text: &str, start: usize, at: usize) -> Fault {
        let (name, words) = self.words(text, start, at);
        let from = start + words.as_ptr().addr() - text.as_ptr().addr();
        let whose = name.trim_end_matches(": ");
        let whose = if whose.is_empty() {
            "giá trị".to_owned()
        } else {
            format!("giá trị của `{whose}`")
        };
        Fault {
            range: from..from + words.len(),
            message: format!("{whose} có dấu ngoặc mà không đặt trong dấu ngoặc kép"),
            hint: format!("viết {name}{}", quoted(words)),
        }
    }

    /// What may not stand behind a closed quote; `value` is what stands from the opening one on.
    fn after_quote(
        &self,
        quote: char,
        value: Option<&str>,
        rest: &str,
        start: usize,
    ) -> Option<Fault> {
        let next = rest.trim_start();
        let fine = next.is_empty()
            || next.starts_with('#')
            || !self.brackets.is_empty() && next.starts_with([',', ']', '}', ':']);
        let at = start + rest.len() - next.len();
        (!fine).then(|| Fault {
            range: at..start + rest.trim_end().len(),
            message: if quote == '"' {
                "còn chữ sau dấu ngoặc kép đóng".to_owned()
            } else {
                "dấu nháy đơn ở giữa đã đóng giá trị, còn chữ ở sau".to_owned()
            },
            hint: quote_within(quote, value, !self.brackets.is_empty()),
        })
    }
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

/// What stands behind the last bracket; `before` is what stands in the brackets, with them.
fn after_brackets(before: Option<&str>, rest: &str, start: usize) -> Value {
    let next = rest.trim_start();
    if next.is_empty() || next.starts_with('#') {
        return Value::Here;
    }
    let at = start + rest.len() - next.len();
    let whole = before.and_then(|before| beside_brackets(before, rest));
    Value::Wrong(Fault {
        range: at..start + rest.trim_end().len(),
        message: "còn chữ sau dấu ngoặc đóng".to_owned(),
        hint: whole
            .unwrap_or_else(|| "xóa phần thừa, hoặc chuyển dấu ngoặc đóng ra cuối dòng".to_owned()),
    })
}
