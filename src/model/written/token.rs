//! The tokens of a text about units: multiples, powers of ten, names of money, and the words that stand
//! with them.

/// A token of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
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
pub(super) enum Strength {
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

/// What stands before the name of a place, folded.
const PLACES: [&str; 9] = [
    "xa", "phuong", "huyen", "thon", "ban", "to", "ap", "khu", "pho",
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

/// `10⁶` and `10 ^ 6` as `10^6`.
pub(super) fn with_plain_powers(text: &str) -> String {
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

/// `('000)`, `(,000)` and `(000)` as `(x1000)`: zeros that stand for those left out, in brackets, behind a
/// mark or as the whole text.
pub(super) fn with_plain_zeros(text: &str) -> String {
    const MARKS: [char; 6] = ['\'', '’', '‘', '`', ',', '.'];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("000") {
        let (before, behind) = rest.split_at(at);
        let n_zeros = behind.bytes().take_while(|byte| *byte == b'0').count();
        let after = &behind[n_zeros..];
        let bare = before.trim_end_matches(MARKS);
        let mark = &before[bare.len()..];
        let is_open =
            bare.trim_end().ends_with(['(', '[']) || (bare.trim().is_empty() && plain.is_empty());
        let is_closed = after.trim_start().starts_with([')', ']']) || after.trim().is_empty();
        let is_quoted =
            mark.starts_with(['\'', '’', '‘', '`']) && !bare.ends_with(char::is_numeric);
        let is_left_out = n_zeros.is_multiple_of(3)
            && (is_quoted || is_open && is_closed && !(bare.trim().is_empty() && mark.is_empty()));
        if is_left_out && !after.starts_with(|letter: char| letter.is_alphanumeric()) {
            plain.push_str(bare);
            plain.push_str(" x1");
        } else {
            plain.push_str(before);
        }
        plain.push_str(&behind[..n_zeros]);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// The pieces of a folded text. A dot, a comma and a dash part pieces only where a blank follows.
pub(super) fn pieces(folded: &str) -> impl Iterator<Item = &str> {
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
pub(super) fn tokens(piece: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        rest = rest.trim_start_matches([' ', '.', ',', '-', '\'']);
        if let Some(after) = INTROS.iter().find_map(|intro| word(rest, intro)) {
            tokens.push(Token::Intro);
            rest = after;
            continue;
        }
        // "Ngân" is "ngàn" without marks.
        if let Some(after) = ["ngan hang", "ngan sach"]
            .iter()
            .find_map(|other| word(rest, other))
        {
            tokens.push(Token::Word("ngan"));
            rest = after;
            continue;
        }
        // "n.đ": alone the letter is a name's.
        if let Some(after) = ["n.d", "n.vnd", "n.dong"]
            .iter()
            .find_map(|short| word(rest, short))
        {
            tokens.extend([Token::Multiple(1_000, Strength::Weak), Token::Money]);
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
            let (own, after) = with_groups(own, after);
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
fn with_groups<'a>(own: &str, after: &'a str) -> (String, &'a str) {
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
    // "Xã Triệu Sơn", "thôn Triệu Đồng" are places.
    let is_place = matches!(tokens.last(), Some(Token::Word(before)) if PLACES.contains(before));
    if is_place && own == "trieu" {
        tokens.push(Token::Word(own));
        return;
    }
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
