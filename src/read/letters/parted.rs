//! Words with blanks inside, as text comes out of a PDF: "trườ ng h ọ c" for "trường học". A piece that is no
//! syllable and is one with the pieces beside it was a part of that.

use std::ops::Range;

use crate::model::is_syllable;

/// One such word may be something else; so many in a line are not.
const FEWEST: usize = 2;

/// A word is parted into so many pieces at most.
const MOST_PIECES: usize = 3;

/// The stretch of a line with words that are parted, and that stretch with the words whole.
pub(super) fn words(line: &str) -> Option<(Range<usize>, String)> {
    // Few lines have consonants alone between blanks, and none of the others is looked at closely.
    let are_consonants =
        |piece: &str| piece.len() <= 3 && piece.bytes().all(|it| b"bcdghklmnpqrstvx".contains(&it));
    let alone = pieces(line).filter(|(_, piece)| are_consonants(piece));
    if alone.count() < FEWEST {
        return None;
    }
    let pieces: Vec<(usize, &str)> = pieces(line).collect();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let is_measured = at > 0 && pieces[at - 1].1.ends_with(|it: char| it.is_ascii_digit());
        let longest = (2..=MOST_PIECES).rev();
        let mut joined = longest.filter_map(|count| whole(pieces.get(at..at + count)?));
        match joined.next().filter(|_| !is_measured) {
            Some((word, count)) => {
                let (last, piece) = pieces[at + count - 1];
                found.push((pieces[at].0..last + piece.len(), word));
                at += count;
            }
            None => at += 1,
        }
    }
    let (first, last) = (found.first()?, found.last()?);
    let stretch = first.0.start..last.0.end;
    let mut text = String::new();
    let mut done = stretch.start;
    for (range, word) in &found {
        text.push_str(&line[done..range.start]);
        text.push_str(word);
        done = range.end;
    }
    (found.len() >= FEWEST).then_some((stretch, text))
}

/// What stands between blanks, each with its first byte.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    line.split(' ').filter_map(move |piece| {
        let at = start;
        start += piece.len() + 1;
        (!piece.is_empty()).then_some((at, piece))
    })
}

/// The word that these pieces are together, and how many they are.
fn whole(pieces: &[(usize, &str)]) -> Option<(String, usize)> {
    let follow = |pair: &[(usize, &str)]| pair[0].0 + pair[0].1.len() + 1 == pair[1].0;
    if !pieces.windows(2).all(follow) {
        return None;
    }
    let is_letters = |piece: &str| piece.chars().all(char::is_lowercase);
    let (last, before) = pieces.split_last()?;
    // A sign may end the last one.
    let bare = last.1.trim_end_matches(|it: char| !it.is_alphabetic());
    if bare.is_empty() || !is_letters(bare) || !before.iter().all(|(_, it)| is_letters(it)) {
        return None;
    }
    let words = before.iter().map(|(_, it)| *it).chain([bare]);
    let is_part = |word: &str| !is_syllable(word);
    let word: String = words.clone().collect();
    let is_one = !word.is_ascii() && words.clone().any(is_part) && is_syllable(&word);
    is_one.then(|| (format!("{word}{}", &last.1[bare.len()..]), pieces.len()))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_with_blanks_inside_are_put_together() {
        for (line, whole) in [
            ("Các trườ ng h ọ c trong xã", "trường học"),
            ("phần mềm th ố ng kê và qu ả n lý.", "thống kê và quản"),
        ] {
            assert_eq!(words(line).map(|it| it.1).as_deref(), Some(whole), "{line}");
        }
        for line in [
            "Cột cao 5 m ở đầu xã, rộng 3 m ở cuối",
            "Các trường học trong xã",
            "a b c d đ e",
            "điểm a khoản b và c",
            "Ê Đê, Ba Na: Čư Êbur, Krông Năng",
            "mua app ở chợ",
        ] {
            assert_eq!(words(line), None, "{line}");
        }
    }
}
