//! Which documents a text names: by number, by kind, name and day, or as people do who leave a part of that away.

use super::Subject;
use crate::model::Date;
use crate::model::LegalBasis;
use crate::model::fold;

/// A text without marks, in which the parts of a number are parted by slashes alone, however they
/// are written: `57/NQ-TW`, `73–2019/NĐ-CP`.
fn slashed(text: &str) -> String {
    fold(text).replace(['-', '–', '—', '\u{2010}', '\u{2011}'], "/")
}

/// The same without spaces around the slashes: `73 /2019/NĐ - CP`.
fn compact(text: &str) -> String {
    slashed(text).replace(" /", "/").replace("/ ", "/")
}

/// Whether a text has a number or name as words of its own, and not as part of a longer one.
fn has(text: &str, wanted: &str) -> bool {
    // Most texts of a profile are days and figures, and no search is made ready for them.
    if text.len() < wanted.len() {
        return false;
    }
    text.match_indices(wanted).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + wanted.len()..].chars();
        let after = (after.next(), after.next());
        let goes_on = match after {
            (Some('/'), Some(letter)) => letter.is_alphanumeric(),
            (Some(letter), _) => letter.is_alphanumeric(),
            (None, _) => false,
        };
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '/') && !goes_on
    })
}

/// The kinds of documents without marks, and how people shorten them.
const SHORT_KINDS: [(&str, &str); 5] = [
    ("nghi dinh", "nd"),
    ("nghi quyet", "nq"),
    ("quyet dinh", "qd"),
    ("thong tu", "tt"),
    ("chi thi", "ct"),
];

/// The ways in which people name a document that has a year in its number but for the whole number:
/// `Nghị định 73/2019`, `NĐ số 73-2019`, `Luật An ninh mạng năm 2018`.
fn other_names(document: &LegalBasis, number: &str) -> Vec<String> {
    let mut parts = number.split('/');
    let (Some(first), Some(year)) = (parts.next(), parts.next()) else {
        return Vec::new();
    };
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let kind = fold(&document.kind);
    let short = SHORT_KINDS.iter().find(|(long, _)| *long == kind);
    let kinds = [Some(kind.as_str()), short.map(|(_, short)| *short)];
    let mut names = Vec::new();
    for kind in kinds.into_iter().flatten() {
        names.push(format!("{kind} {first}/{year}"));
        names.push(format!("{kind} so {first}/{year}"));
    }
    if kind == "luat" {
        let title = slashed(&document.title);
        names.push(format!("luat {title} {year}"));
        names.push(format!("luat {title} nam {year}"));
    }
    names
}

/// A document of the register with the ways in which people name it.
pub(super) struct Known<'a> {
    document: &'a LegalBasis,
    /// Its number and its other names, as [`compact`] has them.
    names: Vec<String>,
    /// The words of its kind and its title, which a law has as one, and its day: a law is named so, and others
    /// where a number is left away.
    name_and_day: Option<(Vec<String>, Date)>,
}

/// The documents of the register that can be named.
pub(super) fn known<'a>(subject: &Subject<'a>) -> Vec<Known<'a>> {
    let documents = subject.catalogue.legal.iter();
    let known = documents.map(|document| {
        let number = document.number.as_deref().map(compact);
        let mut names: Vec<String> = Vec::new();
        if let Some(number) = number {
            names = other_names(document, &number);
            names.push(number);
        }
        let [kind, title] = [&document.kind, &document.title].map(|text| Words::of(text).joined());
        let name = match document.is_law() {
            true => vec![format!("{kind} {title}")],
            false => vec![kind, title],
        };
        Known {
            document,
            names,
            name_and_day: document.date.map(|day| (name, day)),
        }
    });
    known.collect()
}

/// The documents that a text names: by number, or as people do who leave a part of it away.
pub(super) fn cited_in<'a>(text: &str, known: &[Known<'a>]) -> Vec<&'a LegalBasis> {
    // Every name has a number or a year, and most texts have neither.
    if !text.contains(|letter: char| letter.is_numeric()) {
        return Vec::new();
    }
    // A dash may also part the number from what follows.
    let texts = [slashed(text), compact(text)];
    // A sentence may cite several, each with its day.
    let clauses = text.split([';', '\n']).map(Words::of);
    let dated = clauses.map(|words| (words.joined(), words.days()));
    let dated: Vec<_> = dated.filter(|(_, days)| !days.is_empty()).collect();
    let is_cited = |known: &&Known<'_>| {
        let mut names = known.names.iter();
        let by_number = names.any(|name| texts.iter().any(|text| has(text, name)));
        let mut clauses = dated.iter();
        by_number
            || known.name_and_day.as_ref().is_some_and(|(name, day)| {
                clauses.any(|(clause, days)| {
                    days.contains(day) && name.iter().all(|part| has(clause, part))
                })
            })
    };
    let cited = known.iter().filter(is_cited);
    cited.map(|known| known.document).collect()
}

/// The words of a text, folded and without the signs around them; a day is one of them, however it is written.
struct Words(Vec<Word>);

enum Word {
    Day(Date),
    Other(String),
}

impl Words {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let words = folded.split([' ', ',', ';', '(', ')', '“', '”', '"']);
        let mut left = words.filter(|word| !word.is_empty()).peekable();
        let mut words = Vec::new();
        while let Some(word) = left.next() {
            let rest: Vec<&str> = left.clone().take(4).collect();
            let (written, more) = match rest.as_slice() {
                ["thang", month, "nam", year, ..] => (format!("{word}/{month}/{year}"), 4),
                _ => (word.to_owned(), 0),
            };
            match written_day(&written) {
                Some(day) => {
                    words.push(Word::Day(day));
                    left.by_ref().take(more).for_each(drop);
                }
                None => words.push(Word::Other(word.trim_end_matches(['.', ':']).to_owned())),
            }
        }
        Self(words)
    }

    fn joined(&self) -> String {
        let words = self.0.iter().map(|word| match word {
            Word::Day(day) => day.to_string(),
            Word::Other(word) => word.clone(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn days(&self) -> Vec<Date> {
        let days = self.0.iter().filter_map(|word| match word {
            Word::Day(day) => Some(*day),
            Word::Other(_) => None,
        });
        days.collect()
    }

    /// The word before another, but for "ngày".
    fn before(&self, at: usize) -> &str {
        let mut words = self.0[..at].iter().rev().map(|word| match word {
            Word::Day(_) => "",
            Word::Other(word) => word,
        });
        words.find(|word| *word != "ngay").unwrap_or("")
    }

    /// The days of this text that follow a word of some kind.
    fn days_behind(&self, is_wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = Date> {
        let words = self.0.iter().enumerate();
        words.filter_map(move |(at, word)| match word {
            Word::Day(day) if is_wanted(self.before(at)) => Some(*day),
            _ => None,
        })
    }
}

/// A day as it is written in numbers: `29/6/2006`, `29-06-2006`.
fn written_day(word: &str) -> Option<Date> {
    let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The day of a document in a citation, `12/2/2026` or `ngày 12 tháng 2 năm 2026`: the first that is no deadline
/// which its title speaks of.
pub(super) fn day(text: &str) -> Option<Date> {
    let is_own = |before: &str| !["truoc", "den", "tu", "sau"].contains(&before);
    Words::of(text).days_behind(is_own).next()
}

/// The days of the documents that a text names by their numbers.
pub(super) fn days_of_numbers(text: &str) -> Vec<Date> {
    // Most texts have no number, and no words are made of them.
    if !text.contains('/') {
        return Vec::new();
    }
    let is_number = |before: &str| number(before).is_some();
    Words::of(text).days_behind(is_number).collect()
}

/// A law in a citation by its name and its day.
pub(super) fn law(text: &str) -> Option<String> {
    let words = Words::of(text).joined();
    let is_law = ["luat ", "bo luat ", "phap lenh "];
    let is_law = is_law.iter().any(|kind| words.starts_with(kind));
    let day = day(text).filter(|_| is_law)?.to_string();
    let end = words.find(&day)? + day.len();
    Some(words[..end].to_owned())
}

/// The number of a document in a citation, with the letters of its kind behind a slash.
pub(super) fn number(text: &str) -> Option<String> {
    let text = compact(text);
    let mut words = text.split([' ', ',', ';', '(', ')']);
    let number = words.find(|word| {
        let (digits, sign) = word.split_once('/').unwrap_or_default();
        digits.starts_with(|letter: char| letter.is_ascii_digit())
            && sign.contains(char::is_alphabetic)
    });
    number.map(str::to_owned)
}
