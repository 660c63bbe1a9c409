//! UTF-8 that was read as something else: "Thiáº¿t bá»‹" for "Thiết bị", once or again and again.

use super::legacy::Judgement;
use super::tables::Page;
use super::tables::byte;
use crate::model::is_syllable;
use crate::model::is_vietnamese;

/// What letters of Vietnamese begin with when they are misread: most texts hold none of it.
const SIGNS: [&str; 18] = [
    "áº", "á»", "Ã", "Â", "Ä", "Æ", "Ă", "ï»", "√", "·∫", "·ª", "ƒ", "∆", "├", "ß║", "ß╗", "─", "╞",
];

/// A text with its misread letters read right, in the set of signs that explains most of them, as far
/// as that is certain; none where nothing looks misread.
///
/// # Errors
/// What the words say, where it is not certain.
pub(super) fn read(text: &str) -> Option<Result<String, Judgement>> {
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let mut text = text.to_owned();
    let mut found = None;
    // Who saves a misread file and reads it wrongly again does it twice.
    for _ in 0..3 {
        // Of equals the last one is taken, the usual one.
        let pages = [Page::Dos, Page::Macintosh, Page::Windows];
        let judged = pages.map(|page| judge(&text, page));
        let best = judged
            .into_iter()
            .max_by_key(|it| (it.is_sure(), it.strong));
        let Some(best) = best else {
            break;
        };
        // Of what was certainly misread once, a rest that may be misread again is.
        let goes_on = found.is_some() && best.is_possible();
        if best.strong == 0 && !goes_on {
            break;
        }
        if !best.is_sure() && !goes_on {
            return Some(Err(best));
        }
        text.clone_from(&best.text);
        found = Some(Ok(best.text));
    }
    found
}

/// What the words of a text say if its bytes were taken for signs of Windows.
pub(super) fn of_windows(text: &str) -> Judgement {
    judge(text, Page::Windows)
}

/// A text whose misread quotes and dashes ("â€œ", "â€“") are themselves again, whatever else it is.
pub(super) fn punctuation(text: &str) -> Option<String> {
    if !text.contains("â€") {
        return None;
    }
    let mut read = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("â€") {
        read.push_str(&rest[..at]);
        rest = &rest[at..];
        let (letter, length) = sequence(rest, Page::Windows).unwrap_or(('â', 'â'.len_utf8()));
        read.push(letter);
        rest = &rest[length..];
    }
    read.push_str(rest);
    (read != text).then_some(read)
}

/// The letter that the signs at the beginning of a text are in UTF-8, and how many bytes of the text
/// they take.
fn sequence(text: &str, page: Page) -> Option<(char, usize)> {
    let mut signs = text.char_indices();
    let (_, first) = signs.next()?;
    let lead = byte(first, page)?;
    let n_bytes = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = vec![lead];
    let mut end = first.len_utf8();
    while bytes.len() < n_bytes {
        let (at, sign) = signs.next()?;
        bytes.push(byte(sign, page)?);
        end = at + sign.len_utf8();
    }
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (u32::from(letter) >= 0x80).then_some((letter, end))
}

/// The signs that a Vietnamese letter in UTF-8 begins with, where they are torn off the rest of it.
fn torn(text: &str) -> Option<&'static str> {
    let signs = ["áº", "á»", "Ä‘", "Æ°", "Æ¡"];
    signs.into_iter().find(|sign| text.starts_with(sign))
}

/// Reads a text whose bytes were taken for signs of a set.
fn judge(text: &str, page: Page) -> Judgement {
    let mut all = Judgement::default();
    // "à" ends in a hard space, which many a program makes a plain one, or drops beside another.
    let spaced = text.replace("Ã  ", "Ã ").replace("Ã ", "Ã\u{a0} ");
    let mut rest = if page == Page::Windows {
        spaced.as_str()
    } else {
        text
    };
    while !rest.is_empty() {
        let end = word_end(rest, page);
        if end == 0 {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            all.text.push_str(&rest[..first]);
            rest = &rest[first..];
            continue;
        }
        let (word, behind) = rest.split_at(end);
        all += judge_word(word, page);
        rest = behind;
    }
    all
}

/// Where the letters and misread signs end that a text begins with.
fn word_end(text: &str, page: Page) -> usize {
    let mut end = 0;
    while let Some(first) = text[end..].chars().next() {
        end += match sequence(&text[end..], page) {
            Some((_, length)) => length,
            None => match torn(&text[end..]) {
                Some(signs) => signs.len(),
                None if first.is_alphabetic() => first.len_utf8(),
                None => break,
            },
        };
    }
    end
}

fn judge_word(word: &str, page: Page) -> Judgement {
    let mut read = String::new();
    let (mut n_letters, mut is_long, mut is_inside, mut is_torn_word) = (0, false, false, false);
    let mut n_aliens = 0;
    let mut place = 0;
    while let Some(first) = word[place..].chars().next() {
        if let Some((letter, length)) = sequence(&word[place..], page) {
            is_long |= length > first.len_utf8() && u32::from(letter) >= 0x800;
            n_letters += usize::from(is_vietnamese(letter));
            let behind = word[place + length..].chars().next();
            let is_mixed =
                read.ends_with(|it: char| it.is_ascii_lowercase()) && first.is_uppercase();
            is_inside |= is_mixed || behind.is_some_and(char::is_alphabetic);
            read.push(letter);
            place += length;
            continue;
        }
        if let Some(signs) = torn(&word[place..]) {
            is_torn_word = true;
            read.push_str(signs);
            place += signs.len();
            continue;
        }
        n_aliens += usize::from(!first.is_ascii() && byte(first, page).is_none());
        read.push(first);
        place += first.len_utf8();
    }
    if read == word && !is_torn_word {
        return Judgement {
            text: read,
            aliens: usize::from(n_aliens > 0),
            ..Judgement::default()
        };
    }
    let letters: String = read.chars().filter(|it| it.is_alphabetic()).collect();
    // What was misread twice looks misread once when it is read right once.
    let goes_on = |at: usize| torn(&read[at..]).is_some() || sequence(&read[at..], page).is_some();
    let is_deep = !is_torn_word && read.char_indices().any(|(at, _)| goes_on(at));
    let is_abbreviation = letters
        .chars()
        .all(|it| it.is_uppercase() && is_vietnamese(it));
    let is_good = is_deep || !is_torn_word && (is_abbreviation || is_syllable(&letters));
    let signs: String = word.chars().filter(|it| it.is_alphabetic()).collect();
    let is_strong = is_torn_word
        || is_long
        || is_deep
        || n_letters > 0 && is_good && (is_inside || !is_syllable(&signs));
    Judgement {
        text: read,
        good: usize::from(is_good),
        strong: usize::from(is_strong),
        telling: usize::from(is_strong),
        bad: usize::from(!is_good),
        aliens: usize::from(n_aliens > 0),
        shown: None,
    }
}

#[cfg(test)]
mod tests {
    use super::punctuation;
    use super::read;

    fn sure(text: &str) -> Option<String> {
        read(text).and_then(Result::ok)
    }

    #[test]
    fn misread_letters_are_read_right() {
        for (written, meant) in [
            ("Thiáº¿t bá»‹ máº¡ng", "Thiết bị mạng"),
            ("ThiÃ¡ÂºÂ¿t bÃ¡Â»â€¹", "Thiết bị"),
            ("CÃ´ng nghá»‡", "Công nghệ"),
            ("hÃ  Ná»™i", "hà Nội"),
            ("mÃ£", "mã"),
            ("Thi·∫øt b·ªã", "Thiết bị"),
            ("Thiß║┐t bß╗ï", "Thiết bị"),
            ("Ă¡o máº¡ng", "áo mạng"),
            ("Ä\u{90}Æ°á»\u{9d}ng truyá»\u{81}n", "Đường truyền"),
        ] {
            assert_eq!(sure(written).as_deref(), Some(meant), "{written}");
        }
        let quotes = punctuation("Tủ â€œrackâ€\u{9d} â€“ 12 ngăn");
        assert_eq!(quotes.as_deref(), Some("Tủ “rack” – 12 ngăn"));
    }

    #[test]
    fn what_is_right_stays() {
        for text in [
            "CẤP XÃ”",
            "UBND XÃ”",
            "XÃ²",
            "ĐÃ…",
            "hoá đơn",
            "25°C – 30°C",
            "Société Générale",
            "trích «dẫn»",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
        // A byte of it is lost.
        assert!(matches!(read("Pháº§n má»m"), Some(Err(_))));
    }
}
