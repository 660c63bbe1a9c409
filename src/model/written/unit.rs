//! The unit of money that a text states: `Đơn vị tính: nghìn đồng`, `Đơn giá (tr.đ)`, `x1000`,
//! `10^6 VNĐ`, `VND million`.
//!
//! A text is cut into pieces at brackets, colons and the like, a piece into tokens, and of the tokens
//! one or more multiples with or without a name of money are a unit. With a number before it, the
//! same words are an amount ("320 triệu đồng") and state nothing.

use crate::model::fold;

/// What a text says of the unit of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    Nothing,
    /// So many đồng.
    Unit(Stated),
    /// A multiple or a money that is not understood, or two that disagree.
    Unclear,
}

/// A unit that a text states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// How many đồng one of it is.
    pub dong: i64,
    /// Whether the text states it on purpose: as a whole piece ("(triệu đồng)") or behind words such
    /// as "ĐVT". Otherwise the unit ends a longer text ("Dự toán kinh phí triệu đồng").
    pub is_plain: bool,
}

/// A token of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    /// A power of ten from 1,000: `1.000`, `10^6`, `'000`.
    Power(i64),
    /// Any other number, in digits or words.
    Number,
    /// `nghìn`, `tr`, `tỷ`, `million` …; those of one or two letters need company.
    Multiple(i64, Strength),
    /// `trăm`, `chục` before a multiple.
    Tens(i64),
    /// `đồng`, `VNĐ` …
    Money,
    /// Another country's.
    Foreign,
    /// `x`, `×`, `*`.
    Times,
    /// "đơn vị tính", "ĐVT", "tính bằng" …
    Intro,
    /// Words that may stand with a unit and mean nothing of their own.
    Filler,
    /// Words that make an amount of it: "hàng triệu đồng".
    Vague,
    /// Anything else.
    Word(&'a str),
}

/// How sure a word means a multiple of money by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// Wherever it stands.
    Sure,
    /// Only where nothing else stands with it, or a name of money.
    Short,
    /// Only with a name of money: `k`, `m` are other things too.
    Weak,
}

/// The words of the grammar, folded.
const WORDS: [(&str, Token<'static>); 52] = [
    ("nghin", Token::Multiple(1_000, Strength::Sure)),
    ("ngan", Token::Multiple(1_000, Strength::Sure)),
    ("thousand", Token::Multiple(1_000, Strength::Sure)),
    ("thousands", Token::Multiple(1_000, Strength::Sure)),
    ("ngh", Token::Multiple(1_000, Strength::Short)),
    ("ng", Token::Multiple(1_000, Strength::Weak)),
    ("k", Token::Multiple(1_000, Strength::Weak)),
    ("trieu", Token::Multiple(1_000_000, Strength::Sure)),
    ("million", Token::Multiple(1_000_000, Strength::Sure)),
    ("millions", Token::Multiple(1_000_000, Strength::Sure)),
    ("mil", Token::Multiple(1_000_000, Strength::Weak)),
    ("mio", Token::Multiple(1_000_000, Strength::Weak)),
    ("mn", Token::Multiple(1_000_000, Strength::Weak)),
    ("m", Token::Multiple(1_000_000, Strength::Weak)),
    ("tr", Token::Multiple(1_000_000, Strength::Short)),
    ("ty", Token::Multiple(1_000_000_000, Strength::Short)),
    ("ti", Token::Multiple(1_000_000_000, Strength::Short)),
    ("billion", Token::Multiple(1_000_000_000, Strength::Sure)),
    ("billions", Token::Multiple(1_000_000_000, Strength::Sure)),
    ("bn", Token::Multiple(1_000_000_000, Strength::Weak)),
    ("tram", Token::Tens(100)),
    ("chuc", Token::Tens(10)),
    ("dong", Token::Money),
    ("d", Token::Money),
    ("vnd", Token::Money),
    ("vn", Token::Filler),
    ("₫", Token::Money),
    ("usd", Token::Foreign),
    ("eur", Token::Foreign),
    ("euro", Token::Foreign),
    ("$", Token::Foreign),
    ("€", Token::Foreign),
    ("x", Token::Times),
    ("×", Token::Times),
    ("*", Token::Times),
    ("dvt", Token::Intro),
    ("dv", Token::Intro),
    ("unit", Token::Intro),
    ("in", Token::Filler),
    ("viet", Token::Filler),
    ("tien", Token::Filler),
    ("la", Token::Filler),
    ("theo", Token::Filler),
    ("hang", Token::Vague),
    ("vai", Token::Vague),
    ("may", Token::Vague),
    ("nhieu", Token::Vague),
    ("tung", Token::Vague),
    ("moi", Token::Vague),
    ("chan", Token::Vague),
    ("duoi", Token::Vague),
    ("tren", Token::Vague),
];

/// Numbers in words, folded, as they stand before a multiple: "ba trăm hai mươi triệu đồng".
const NUMBERS: [&str; 17] = [
    "mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "muoi", "linh",
    "le", "nua", "ruoi", "khong",
];

/// The phrases that announce a unit, folded; each becomes one token.
const INTROS: [&str; 8] = [
    "don vi tinh",
    "don vi tien te",
    "don vi tien",
    "dv tinh",
    "don vi",
    "tinh bang",
    "tinh theo",
    "loai tien",
];

/// What a piece may hold before its unit without saying anything else.
const SUBJECTS: [&str; 12] = [
    "so tien tinh bang",
    "so tien",
    "gia tri",
    "thanh tien",
    "tong tien",
    "don gia",
    "muc chi",
    "kinh phi",
    "so lieu",
    "du toan",
    "tong cong",
    "gia",
];

/// Reads what a text about a table says of the unit of its amounts.
pub fn said(text: &str) -> Said {
    if !may_say(text) {
        return Said::Nothing;
    }
    let folded = fold(&with_plain_powers(text));
    if folded.contains("bang chu") {
        return Said::Nothing;
    }
    let mut found = Said::Nothing;
    let mut is_announced = false;
    for piece in pieces(&folded) {
        let tokens = tokens(piece);
        let own = of_piece(&tokens, is_announced);
        // What announces a unit may stand before a colon: "Đơn vị tính: triệu đồng".
        is_announced = tokens.last() == Some(&Token::Intro);
        found = match (found, own) {
            (_, Said::Unclear) | (Said::Unclear, _) => Said::Unclear,
            (other, Said::Nothing) | (Said::Nothing, other) => other,
            (Said::Unit(one), Said::Unit(other)) if one.dong == other.dong => Said::Unit(Stated {
                is_plain: one.is_plain || other.is_plain,
                ..one
            }),
            _ => Said::Unclear,
        };
    }
    found
}

/// Whether a text, folded, is a unit of money and nothing else: `đ`, `nghìn đồng`, `tr.đ/máy`.
pub fn is_unit(folded: &str) -> bool {
    let first = pieces(folded).next().unwrap_or_default();
    let tokens = tokens(first);
    !tokens.is_empty() && matches!(fills(&tokens), Some(Said::Unit(_)))
}

/// The đồng of the unit that stands right behind a figure, folded: `tr.đ`, `nghìn đồng`, `k`.
pub(super) fn of_suffix(folded: &str) -> Option<i64> {
    if folded.trim().trim_end_matches('.') == "k" {
        return Some(1_000);
    }
    let tokens = tokens(folded.trim());
    let (dong, length) = unit_at(&tokens)?;
    let is_whole = tokens[length..].iter().all(|token| *token == Token::Filler);
    let is_word = !matches!(tokens.first(), Some(Token::Power(_) | Token::Times));
    (is_whole && is_word).then_some(dong)
}

/// The đồng that one of a stored number is by the text that its format shows behind it, such as
/// `#,##0" triệu"`; what is behind a `;` speaks of other numbers.
pub fn of_number_format(format: &str) -> Said {
    let mut shown = String::new();
    let mut is_quoted = false;
    let mut is_bracketed = false;
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => shown.push(letter),
            '\\' | '_' | '*' if !is_bracketed => {
                let next = letters.next().unwrap_or(' ');
                shown.push(if letter == '\\' { next } else { ' ' });
            }
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            ';' => break,
            _ => {}
        }
    }
    said(shown.trim())
}

/// Whether it is worth looking: a unit has one of these letters or signs in it.
fn may_say(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() < 2_000 && bytes.any(|byte| !byte.is_ascii_digit() && byte != b' ')
}

/// `10⁶` and `10 ^ 6` as `10^6`.
fn with_plain_powers(text: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match RAISED.iter().position(|raised| *raised == letter) {
            Some(digit) => {
                if !plain.ends_with('^') {
                    plain.push('^');
                }
                plain.extend(char::from_digit(u32::try_from(digit).unwrap_or(0), 10));
            }
            None => plain.push(letter),
        }
    }
    plain
        .replace(" ^ ", "^")
        .replace("10 ^", "10^")
        .replace("^ ", "^")
}

/// The pieces of a folded text. A dot, a comma and a dash part pieces only where a blank follows.
fn pieces(folded: &str) -> impl Iterator<Item = &str> {
    let marks = [
        '(', ')', '[', ']', '{', '}', ':', ';', '/', '|', '=', '"', '“', '”', '<', '>',
    ];
    folded
        .split(marks)
        .flat_map(|piece| piece.split(", "))
        .flat_map(|piece| piece.split(" - "))
        .flat_map(|piece| piece.split(" – "))
        .flat_map(|piece| piece.split(". "))
        .map(|piece| piece.trim().trim_matches(['-', '–', ',', '.', '\'']).trim())
        .filter(|piece| !piece.is_empty())
}

/// The tokens of a piece.
fn tokens(piece: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        rest = rest.trim_start_matches([' ', '.', ',', '-', '\'']);
        if let Some(after) = INTROS.iter().find_map(|intro| word(rest, intro)) {
            tokens.push(Token::Intro);
            rest = after;
            continue;
        }
        let Some(first) = rest.chars().next() else {
            break;
        };
        let is_of = |letter: char| -> bool {
            if first.is_ascii_digit() {
                letter.is_ascii_digit() || matches!(letter, '.' | ',' | '^')
            } else if first.is_alphabetic() {
                letter.is_alphabetic()
            } else {
                false
            }
        };
        let end = rest.find(|letter: char| !is_of(letter));
        let end = end.unwrap_or(rest.len()).max(first.len_utf8());
        let (own, after) = rest.split_at(end);
        if first.is_ascii_digit() {
            // Blanks may part the thousands: "1 000".
            let (own, after) = with_groups(rest, own, after);
            tokens.push(number(&own));
            rest = after;
        } else {
            of_word(own, &mut tokens);
            rest = after;
        }
    }
    tokens
}

/// The rest behind a word or phrase that a text begins with.
fn word<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(phrase)?;
    (!rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// A number with the groups of three digits that follow behind blanks.
fn with_groups<'a>(text: &'a str, own: &str, after: &'a str) -> (String, &'a str) {
    let mut number = own.to_owned();
    let mut rest = after;
    let group = |text: &'a str| -> Option<(&'a str, &'a str)> {
        let next = text.strip_prefix(' ')?;
        let digits = next.get(..3)?;
        let behind = next.get(3..)?;
        let is_group = digits.bytes().all(|byte| byte.is_ascii_digit());
        (is_group && !behind.starts_with(|letter: char| letter.is_ascii_digit()))
            .then_some((digits, behind))
    };
    debug_assert!(text.starts_with(own));
    while own.len() <= 3
        && let Some((digits, behind)) = group(rest)
    {
        number.push_str(digits);
        rest = behind;
    }
    (number, rest)
}

/// A number: a power of ten from 1,000, or another one.
fn number(written: &str) -> Token<'static> {
    let written = written.trim_end_matches(['.', ',']);
    if let Some(exponent) = written.strip_prefix("10^") {
        let exponent = exponent
            .parse()
            .ok()
            .filter(|exponent| (3..=12).contains(exponent));
        return exponent.map_or(Token::Number, |exponent| Token::Power(10_i64.pow(exponent)));
    }
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    // `'000` as English heads have it.
    let digits = if digits.starts_with('0') {
        format!("1{digits}")
    } else {
        digits
    };
    let is_power = digits.len() >= 4
        && digits.len() <= 13
        && digits.starts_with('1')
        && digits.bytes().skip(1).all(|byte| byte == b'0');
    match digits.parse() {
        Ok(power) if is_power => Token::Power(power),
        _ => Token::Number,
    }
}

/// A word of letters; `kvnd`, `trd` and `trdong` are two.
fn of_word<'a>(own: &'a str, tokens: &mut Vec<Token<'a>>) {
    let known = |word: &str| WORDS.iter().find(|(known, _)| *known == word);
    if let Some((_, token)) = known(own) {
        tokens.push(*token);
        return;
    }
    // "Việt Nam", or five: "năm triệu đồng".
    if own == "nam" && tokens.last() == Some(&Token::Filler) {
        tokens.push(Token::Filler);
        return;
    }
    for money in ["dong", "vnd", "d", "₫"] {
        let multiple = own.strip_suffix(money).and_then(known);
        if let Some((_, multiple @ (Token::Multiple(..) | Token::Times))) = multiple {
            tokens.extend([*multiple, Token::Money]);
            return;
        }
    }
    tokens.push(if NUMBERS.contains(&own) {
        Token::Number
    } else {
        Token::Word(own)
    });
}

/// What a piece says.
fn of_piece(tokens: &[Token<'_>], is_announced: bool) -> Said {
    let intro = tokens.iter().rposition(|token| *token == Token::Intro);
    let behind = intro.map_or(tokens, |at| &tokens[at + 1..]);
    if is_announced || intro.is_some() {
        return announced(behind);
    }
    if let Some(whole) = fills(tokens) {
        return whole;
    }
    within(tokens)
}

/// What stands behind "Đơn vị tính": a unit of money at its beginning, with anything behind it; or
/// something that is none, such as "cái" or the name of an office.
fn announced(tokens: &[Token<'_>]) -> Said {
    let skipped = tokens.iter().take_while(|token| **token == Token::Filler);
    let rest = &tokens[skipped.count()..];
    match unit_at(rest) {
        Some((dong, length)) => {
            let is_other = rest[length..]
                .iter()
                .any(|token| matches!(token, Token::Multiple(_, Strength::Sure) | Token::Foreign));
            if is_other {
                return Said::Unclear;
            }
            Said::Unit(Stated {
                dong,
                is_plain: true,
            })
        }
        None if rest.iter().any(is_of_money) => within(rest).or_unclear(),
        None => Said::Nothing,
    }
}

impl Said {
    fn or_unclear(self) -> Self {
        match self {
            Self::Nothing => Self::Unclear,
            other => other,
        }
    }
}

/// Whether a token can hardly mean anything but money.
fn is_of_money(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Multiple(_, Strength::Sure) | Token::Foreign | Token::Power(_)
    )
}

/// What a piece says that is a unit as a whole, but for a subject before and "Việt Nam" behind;
/// nothing where it is none.
fn fills(tokens: &[Token<'_>]) -> Option<Said> {
    let own = without_subject(tokens);
    let own = own.strip_prefix(&[Token::Filler]).unwrap_or(own);
    if own.first() == Some(&Token::Foreign) || own == [Token::Money, Token::Foreign] {
        return Some(Said::Unclear);
    }
    let (dong, length) = unit_at(own)?;
    let is_whole = own[length..].iter().all(|token| *token == Token::Filler);
    // "1.000" alone is a number; with "x" or a name of money it is a unit.
    let is_bare = matches!(own[..length], [Token::Power(_)]);
    (is_whole && !is_bare).then_some(Said::Unit(Stated {
        dong,
        is_plain: true,
    }))
}

/// The tokens behind a subject such as "đơn giá".
fn without_subject<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut best = tokens;
    for subject in SUBJECTS {
        let mut rest = tokens;
        let is_prefix = subject.split(' ').all(|word| {
            let is_it = match rest.first() {
                Some(Token::Word(own)) => *own == word,
                Some(Token::Filler) => ["tien", "la", "theo"].contains(&word),
                _ => false,
            };
            rest = rest.get(1..).unwrap_or_default();
            is_it
        });
        if is_prefix && rest.len() < best.len() {
            best = rest;
        }
    }
    best
}

/// What a longer piece says in passing: a multiple with a name of money and no number before it. At
/// the end of the piece it is understood.
fn within(tokens: &[Token<'_>]) -> Said {
    // "Làm tròn đến nghìn đồng" speaks of rounding.
    if tokens.contains(&Token::Word("tron")) {
        return Said::Nothing;
    }
    for at in 0..tokens.len() {
        let Some((dong, length)) = unit_at(&tokens[at..]) else {
            continue;
        };
        let own = &tokens[at..at + length];
        let has_multiple = own.iter().any(|token| matches!(token, Token::Multiple(..)));
        let has_money = own.contains(&Token::Money);
        let has_times = own.first() == Some(&Token::Times);
        let is_thousand = matches!(own, [Token::Power(1_000), Token::Money]);
        if !(has_money && (has_multiple || has_times || is_thousand)) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        match before {
            Some(
                Token::Number
                | Token::Power(_)
                | Token::Vague
                | Token::Tens(_)
                | Token::Multiple(..),
            ) => continue,
            _ => {}
        }
        let ends = tokens[at + length..]
            .iter()
            .all(|token| *token == Token::Filler);
        if ends && !is_thousand {
            return Said::Unit(Stated {
                dong,
                is_plain: false,
            });
        }
        return Said::Unclear;
    }
    Said::Nothing
}

/// The đồng of the unit that tokens begin with, and how many of them it takes: `x 1.000`, `nghìn tỷ
/// đồng`, `triệu`, `VNĐ`, `VND million`.
fn unit_at(tokens: &[Token<'_>]) -> Option<(i64, usize)> {
    let mut dong = 1_i64;
    let mut at = 0;
    let (mut is_sure, mut is_weak) = (false, false);
    let times = tokens.first() == Some(&Token::Times);
    at += usize::from(times);
    let money_first = tokens.get(at) == Some(&Token::Money);
    at += usize::from(money_first);
    let multiples = at;
    loop {
        let factor = match (tokens.get(at), tokens.get(at + 1)) {
            (Some(Token::Tens(tens)), Some(Token::Multiple(..))) => *tens,
            (Some(Token::Multiple(factor, strength)), _) => {
                is_sure |= *strength == Strength::Sure;
                is_weak |= *strength == Strength::Weak;
                *factor
            }
            (Some(Token::Power(factor)), _) if at == multiples => *factor,
            _ => break,
        };
        dong = dong
            .checked_mul(factor)
            .filter(|dong| *dong <= 1_000_000_000_000)?;
        at += 1;
    }
    let has_multiple = at > multiples;
    let mut has_money = money_first;
    if !has_money && tokens.get(at) == Some(&Token::Money) {
        has_money = true;
        at += 1;
    }
    if tokens.get(at..at + 2) == Some(&[Token::Filler, Token::Money]) && has_multiple && !has_money
    {
        // "nghìn VN đồng"
        has_money = true;
        at += 2;
    }
    let is_unit = if has_multiple {
        has_money || is_sure || !is_weak && (at == tokens.len() || times)
    } else {
        has_money && !times
    };
    is_unit.then_some((dong, at))
}

#[cfg(test)]
mod tests {
    use super::Said;
    use super::is_unit;
    use super::of_number_format;
    use super::said;
    use crate::model::fold;

    /// The đồng of what a text says; 0 for nothing, -1 for unclear.
    fn dong(said: Said) -> i64 {
        match said {
            Said::Nothing => 0,
            Said::Unit(stated) => stated.dong,
            Said::Unclear => -1,
        }
    }

    #[test]
    fn units_are_found_however_they_are_written() {
        for (text, wanted) in [
            ("Đơn vị tính: nghìn đồng", 1_000),
            ("Đơn vị tính nghìn đồng", 1_000),
            ("ĐVT: Triệu đồng", 1_000_000),
            ("ĐVT: 1000đ", 1_000),
            ("(Đơn vị: 1.000 VNĐ)", 1_000),
            ("Đơn giá (1.000đ)", 1_000),
            ("Đơn giá, 1.000 đồng", 1_000),
            ("Thành tiền (tr.đ)", 1_000_000),
            ("Thành tiền (triệu đ)", 1_000_000),
            ("Thành tiền (có VAT) - triệu VNĐ", 1_000_000),
            ("Đơn giá (nghìn đồng/máy)", 1_000),
            ("Thành tiền (đồng) (7=5x6)", 1),
            ("Thành tiền (VNĐ)", 1),
            ("(Triệu đồng)", 1_000_000),
            ("Đv: Triệu đồng", 1_000_000),
            ("đv: tr.đ", 1_000_000),
            (
                "Đơn vị tính: triệu đồng Việt Nam luỹ kế từ đầu năm",
                1_000_000,
            ),
            ("Đơn vị: 1.000.000.000 đồng", 1_000_000_000),
            ("ĐVT: 10.000 đồng", 10_000),
            ("ĐVT: 10^6 đồng", 1_000_000),
            ("(10⁶ đồng)", 1_000_000),
            ("(x1000)", 1_000),
            ("(x 1.000 đồng)", 1_000),
            ("ĐVT: x1.000.000", 1_000_000),
            ("KVND", 1_000),
            ("(K VNĐ)", 1_000),
            ("[ngàn đồng]", 1_000),
            ("Số tiền tính bằng triệu đồng", 1_000_000),
            ("Số liệu tính theo nghìn đồng", 1_000),
            ("BẢNG DỰ TOÁN KINH PHÍ TRIỆU ĐỒNG", 1_000_000),
            ("Thành tiền triệu đồng", 1_000_000),
            ("Đơn giá tr.đồng", 1_000_000),
            ("Thành tiền (trđ)", 1_000_000),
            ("Thành tiền (ng.đ)", 1_000),
            ("ĐVT: trăm triệu đồng", 100_000_000),
            ("ĐVT: chục triệu", 10_000_000),
            ("ĐVT: nghìn tỷ đồng", 1_000_000_000_000),
            ("Đơn vị tính: 1 000 đồng", 1_000),
            ("Unit: VND million", 1_000_000),
            ("VND'000", 1_000),
            ("(million VND)", 1_000_000),
            ("Kinh phí (ĐVT: 1.000đ)", 1_000),
            ("triệu", 1_000_000),
            ("tỷ đồng", 1_000_000_000),
            ("Ghi chú: đơn vị tính là triệu đồng", 1_000_000),
            ("Đơn vị tính", 0),
            ("Thành tiền (7 = 5 x 6)", 0),
            ("Thành tiền (6=4x5)", 0),
            ("Đơn vị: UBND xã Đồng Tâm", 0),
            ("Đơn vị: Hội đồng nhân dân xã", 0),
            ("DỰ TOÁN KINH PHÍ 320 TRIỆU ĐỒNG", 0),
            ("Tổng kinh phí: 1.205,5 triệu đồng", 0),
            ("Bằng chữ: Ba trăm hai mươi triệu đồng", 0),
            ("(Hai tỷ ba trăm triệu đồng)", 0),
            ("(Năm triệu đồng)", 0),
            ("Mức hỗ trợ 1.000.000 đồng/người", 0),
            ("UBND XÃ TRIỆU PHONG", 0),
            ("Công ty Tỷ Phú", 0),
            ("Tỷ lệ (%)", 0),
            ("Hợp đồng lao động", 0),
            ("(1)", 0),
            ("1.000", 0),
            ("Số lượng máy", 0),
            ("Chiều dài (m)", 0),
            ("(k)", 0),
            ("Làm tròn đến nghìn đồng", 0),
            ("Đơn giá (USD)", -1),
            (
                "Đơn vị tính: nghìn đồng, riêng thuê bao tính triệu đồng",
                -1,
            ),
            ("Đơn giá: nghìn đồng; thành tiền: triệu đồng", -1),
        ] {
            assert_eq!(dong(said(text)), wanted, "{text}");
        }
    }

    #[test]
    fn formats_of_numbers_say_it_too() {
        for (format, wanted) in [
            ("#,##0\" triệu\"", 1_000_000),
            ("#,##0.00\\ \"tr.đ\"", 1_000_000),
            ("#,##0 \"nghìn đồng\";[Red]-#,##0", 1_000),
            ("#,##0\" đồng\"", 1),
            ("#,##0 [$₫-42A]", 0),
            ("_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-", 0),
            ("0.00%", 0),
            ("#,##0\" USD\"", -1),
            ("#,##0\" cái\"", 0),
        ] {
            assert_eq!(dong(of_number_format(format)), wanted, "{format}");
        }
    }

    #[test]
    fn units_alone() {
        for text in [
            "đ",
            "nghìn đồng",
            "tr.đ",
            "VNĐ",
            "triệu",
            "1.000đ",
            "nghìn đồng/máy",
        ] {
            assert!(is_unit(&fold(text)), "{text}");
        }
        for text in ["", "1.000", "cái", "công ty", "dự toán", "hợp đồng"] {
            assert!(!is_unit(&fold(text)), "{text}");
        }
    }
}
