//! The shares, fractions and counts that a sentence tells.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::own_words::last_words;
use crate::model::Decimal;
use crate::model::fold;
use crate::model::vietnamese;
use crate::model::written;

/// What stands before a day, folded, which has the look of a fraction.
const BEFORE_DAYS: [&str; 7] = ["ngay", "truoc", "den", "tu", "sau", "thang", "ky"];

/// A figure of a sentence.
pub(in crate::check) struct Told {
    /// Where it stands in the sentence.
    pub(in crate::check) at: Range<usize>,
    value: Value,
}

enum Value {
    Number(Decimal),
    /// So many of so many, and the first two words, folded, for what is counted.
    Fraction(i64, i64, [String; 2]),
}

impl Told {
    /// Whether it is one of these values; of a fraction as it is rounded.
    pub(in crate::check) fn is_among(&self, known: &BTreeSet<Decimal>) -> bool {
        match &self.value {
            Value::Number(number) => known.contains(number),
            Value::Fraction(part, all, _) => known.iter().any(|share| {
                let tenths = share.times(10).and_then(Decimal::to_whole);
                let whole = share.to_whole();
                tenths == Some((part * 1000 + all / 2) / all)
                    || whole == Some((part * 100 + all / 2) / all)
            }),
        }
    }

    /// Whether a name, folded, has the word for what a fraction counts.
    pub(super) fn counts(&self, name: &str) -> bool {
        match &self.value {
            Value::Number(_) => true,
            Value::Fraction(.., [what, _]) => name.split(' ').any(|word| word == what),
        }
    }

    /// Whether a name has both words for what a fraction counts, one after the other.
    pub(super) fn counts_exactly(&self, name: &str) -> bool {
        match &self.value {
            Value::Number(_) => false,
            Value::Fraction(.., words) => {
                let name: Vec<&str> = name.split(' ').collect();
                name.windows(2).any(|pair| pair == words.as_slice())
            }
        }
    }

    /// "95%", "3/5 (60%)", "4 kênh".
    pub(in crate::check) fn shown(&self, unit: &str) -> String {
        match &self.value {
            Value::Number(number) => vietnamese::measured(*number, unit),
            Value::Fraction(part, all, _) => {
                let tenths = (part * 1000 + all / 2) / all;
                let share = match tenths % 10 {
                    0 => (tenths / 10).to_string(),
                    rest => format!("{},{rest}", tenths / 10),
                };
                let [part, all] =
                    [*part, *all].map(|count| vietnamese::decimal(Decimal::whole(count)));
                format!("{part}/{all} ({share}%)")
            }
        }
    }
}

/// The percentages of a sentence.
pub(super) fn percentages(text: &str) -> Vec<Told> {
    let signs = text.match_indices('%').map(|(at, _)| at);
    let found = signs.filter_map(|end| {
        let before = text[..end].trim_end();
        let start = before.trim_end_matches(is_of_number).len();
        let figure = written::figure(before.get(start..)?).ok()?;
        Some(Told {
            at: start..end + 1,
            value: Value::Number(figure.number),
        })
    });
    found.collect()
}

/// The fractions of a sentence that count something: "3/5 trường".
pub(in crate::check) fn fractions(text: &str) -> Vec<Told> {
    let bars = text.match_indices('/').map(|(at, _)| at);
    let found = bars.filter_map(|bar| {
        let start = text[..bar].trim_end_matches(is_of_number).len();
        let rest = &text[bar + 1..];
        let length = rest.len() - rest.trim_start_matches(is_of_number).len();
        let end = bar + 1 + length;
        let (part, all) = (number(&text[start..bar])?, number(&rest[..length])?);
        let before = last_words(&text[..start], 1);
        let what = text[end..].strip_prefix(' ')?;
        let mut words = what.split(|letter: char| !letter.is_alphabetic());
        let what = [words.next()?, words.next().unwrap_or_default()].map(fold);
        let is_day = BEFORE_DAYS.contains(&before.as_str()) || text[..start].ends_with('/');
        let is_fraction = all > 1 && part <= all && !is_day && !what[0].is_empty();
        is_fraction.then_some(Told {
            at: start..end,
            value: Value::Fraction(part, all, what),
        })
    });
    found.collect()
}

/// How many of a unit a sentence counts: "3 kênh"; not what a fraction is of.
pub(super) fn counts(text: &str, unit: &str) -> Vec<Told> {
    let unit = fold(unit);
    let mut found = Vec::new();
    let mut end = 0;
    for piece in text.split_inclusive(' ') {
        let start = end;
        end += piece.len();
        let figure = piece.trim_end();
        // Only behind a figure is read on, so that a long text is not read again from each of its words.
        if let Some(count) = number(figure)
            && begins_with(&text[end..], &unit)
        {
            found.push(Told {
                at: start..start + figure.len(),
                value: Value::Number(Decimal::whole(count)),
            });
        }
    }
    found
}

/// Whether a text begins with a unit, folded, as whole words.
fn begins_with(text: &str, unit: &str) -> bool {
    let words = text.split(' ').take(unit.split(' ').count());
    let words = fold(&words.collect::<Vec<_>>().join(" "));
    let rest = words.strip_prefix(unit).filter(|_| !unit.is_empty());
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, ',' | '.')
}

/// A whole number as people write it.
fn number(text: &str) -> Option<i64> {
    let figure = written::figure(text.trim_end_matches(['.', ','])).ok()?;
    figure.number.to_whole()
}

#[cfg(test)]
mod tests {
    use super::counts;
    use super::fractions;

    #[test]
    fn fractions_count_and_are_no_days() {
        for (text, found) in [
            (
                "3/5 trường dùng, trước ngày 30/06 thì đủ 5/5 trường",
                vec!["3/5 (60%)", "5/5 (100%)"],
            ),
            ("Nghị quyết 18/NQ-HĐND, ngày 15/02/2027", vec![]),
            ("1.344/4.480 địa chỉ", vec!["1.344/4.480 (30%)"]),
        ] {
            let told: Vec<String> = fractions(text).iter().map(|it| it.shown("%")).collect();
            assert_eq!(told, found, "{text}");
        }
    }

    #[test]
    fn counts_stand_before_their_unit() {
        for (text, found) in [
            ("mở 3 kênh, 4 kênhh", vec!["3 kênh"]),
            ("9/9 kênh hoạt động", vec![]),
            ("đủ 1.200 kênh.", vec!["1.200 kênh"]),
        ] {
            let told: Vec<String> = counts(text, "kênh")
                .iter()
                .map(|it| it.shown("kênh"))
                .collect();
            assert_eq!(told, found, "{text}");
        }
    }
}
