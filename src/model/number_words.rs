//! Reads amounts in Vietnamese words: the other way of [`in_words`](super::vietnamese::in_words), for
//! what people write below a table ("Bằng chữ: Hai trăm hai mươi bảy triệu đồng chẵn").
//!
//! Both ways of saying a thing are known: linh and lẻ, bốn and tư, năm, lăm and nhăm, nghìn and ngàn, tỷ
//! and tỉ. What two readers may take for two numbers ("hai triệu năm") is none.

use super::fold;

/// The digits, without marks; some have a second name behind a ten.
const DIGITS: [(&str, i64); 13] = [
    ("khong", 0),
    ("mot", 1),
    ("hai", 2),
    ("ba", 3),
    ("bon", 4),
    ("tu", 4),
    ("nam", 5),
    ("lam", 5),
    ("nham", 5),
    ("sau", 6),
    ("bay", 7),
    ("tam", 8),
    ("chin", 9),
];

const BILLION: i64 = 1_000_000_000;

/// The number that is being read.
#[derive(Debug, Default)]
struct Reading {
    /// The billions.
    billions: i64,
    /// What stands below them, of the groups that are whole.
    groups: i64,
    /// The group of three digits that is being read.
    group: i64,
    /// A digit whose place the next word tells.
    digit: Option<i64>,
    /// Whether "linh" said that the digit stands for ones.
    is_ones: bool,
    /// The last unit: 100, 1000 …; none may follow a smaller one.
    unit: Option<i64>,
}

impl Reading {
    /// Takes a word of a number.
    fn take(&mut self, word: &str) -> Option<()> {
        if let Some((_, digit)) = DIGITS.iter().find(|(name, _)| *name == word) {
            return self.digit.replace(*digit).is_none().then_some(());
        }
        match word {
            "linh" | "le" => {
                self.is_ones = true;
                self.digit.is_none().then_some(())
            }
            // Mười stands alone, mươi behind a digit.
            "muoi" | "chuc" => {
                self.group += self.digit.take().unwrap_or(1) * 10;
                (self.group % 100 / 10 > 0).then_some(())
            }
            "tram" => {
                let digit = self.digit.take().filter(|_| self.group == 0)?;
                self.group = digit * 100;
                self.unit = Some(100);
                Some(())
            }
            "ruoi" => {
                let half = self.unit.filter(|_| self.digit.is_none())? / 2;
                match self.unit {
                    Some(BILLION) => self.groups += half,
                    Some(100) => self.group += half,
                    _ => self.groups += half,
                }
                Some(())
            }
            "nghin" | "ngan" => self.close(1_000),
            "trieu" => self.close(1_000_000),
            "ty" | "ti" => {
                self.end_group()?;
                let billions = self.groups + self.group;
                (self.billions == 0 && billions > 0).then_some(())?;
                self.billions = billions;
                (self.groups, self.group) = (0, 0);
                self.unit = Some(BILLION);
                Some(())
            }
            _ => None,
        }
    }

    /// Ends a group of three digits by its unit.
    fn close(&mut self, unit: i64) -> Option<()> {
        // A unit alone ("Triệu đồng") is no number.
        let is_number = self.digit.is_some() || self.group > 0;
        (is_number || self.groups > 0 || self.billions > 0).then_some(())?;
        self.end_group()?;
        // Behind a smaller unit no larger one follows, but for the billions.
        (self.groups % (unit * 1_000) == 0).then_some(())?;
        self.groups += self.group * unit;
        self.group = 0;
        self.unit = Some(unit);
        Some(())
    }

    /// Puts the last digit in its place.
    fn end_group(&mut self) -> Option<()> {
        if let Some(digit) = self.digit.take() {
            let has_tens = self.group % 100 > 0;
            // "Một trăm năm" is 105 to one reader and 150 to another.
            (self.group == 0 || has_tens || self.is_ones).then_some(())?;
            self.group += digit;
        }
        self.is_ones = false;
        Some(())
    }

    /// The whole number.
    fn end(mut self) -> Option<i64> {
        let is_alone = self.digit.is_some() && self.group == 0 && !self.is_ones;
        let is_behind = self.groups > 0 || self.billions > 0;
        // "Hai triệu năm" likewise.
        if is_alone && is_behind {
            return None;
        }
        self.end_group()?;
        let below = self.groups.checked_add(self.group)?;
        self.billions.checked_mul(BILLION)?.checked_add(below)
    }
}

/// The amount that a text states in words and nothing else, in đồng; and whether it names the đồng.
pub fn parse(text: &str) -> Option<(i64, bool)> {
    let folded = fold(text);
    let mut words = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let mut reading = Reading::default();
    let mut is_begun = false;
    let is_end = |word: &&str| ["dong", "chan", "tron", "viet", "vnd"].contains(word);
    while let Some(word) = words.next_if(|word| !is_end(word)) {
        reading.take(word)?;
        is_begun = true;
    }
    let rest: Vec<&str> = words.collect();
    let mut rest_words = rest.iter();
    let is_plain = rest_words.all(|word| is_end(word) || *word == "nam");
    let has_dong = rest.iter().any(|word| ["dong", "vnd"].contains(word));
    (is_begun && is_plain).then_some(())?;
    Some((reading.end()?, has_dong))
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::model::Dong;
    use crate::model::vietnamese::in_words;

    #[test]
    fn amounts_are_read_as_people_say_them() {
        for (words, wanted) in [
            ("Hai trăm hai mươi bảy triệu đồng", Some(227_000_000)),
            ("Hai trăm hai mươi sáu triệu đồng./.", Some(226_000_000)),
            ("Một tỷ sáu trăm triệu đồng chẵn./.", Some(1_600_000_000)),
            ("một tỉ sáu trăm triệu đồng chẵn", Some(1_600_000_000)),
            ("Một tỷ rưỡi", Some(1_500_000_000)),
            ("hai triệu rưỡi đồng", Some(2_500_000)),
            ("ba trăm rưỡi", Some(350)),
            ("một trăm lẻ năm ngàn đồng", Some(105_000)),
            ("một trăm linh năm nghìn đồng", Some(105_000)),
            ("hai mươi nhăm triệu", Some(25_000_000)),
            ("Hai mươi lăm triệu", Some(25_000_000)),
            ("hai mươi bốn", Some(24)),
            ("hai mươi tư", Some(24)),
            ("ba mươi mốt", Some(31)),
            ("mười lăm", Some(15)),
            ("hai triệu năm nghìn đồng", Some(2_005_000)),
            ("Hai trăm triệu đồng Việt Nam (chẵn)", Some(200_000_000)),
            ("mot ty hai tram trieu dong", Some(1_200_000_000)),
            ("mười hai nghìn tỷ đồng", Some(12_000_000_000_000)),
            ("hai triệu năm đồng", None),
            ("một trăm năm triệu", None),
            ("một hai triệu", None),
            ("một nghìn hai triệu", None),
            ("hai phẩy năm tỷ", None),
            ("hai triệu đồng một năm", None),
            ("Triệu đồng", None),
            ("nghìn đồng", None),
            ("đồng", None),
            ("", None),
        ] {
            let read = parse(words).map(|(number, _)| number);
            assert_eq!(read, wanted, "{words}");
        }
        assert_eq!(parse("hai đồng"), Some((2, true)));
        assert_eq!(parse("hai"), Some((2, false)));
    }

    #[test]
    fn what_is_said_is_read_again() {
        // Every number that is small, and of the large ones those at the edges and far between.
        let edges = (0..15_u32).flat_map(|power| {
            let ten = 10_i64.pow(power);
            [ten - 1, ten, ten + 1, 5 * ten, 21 * ten, 105 * ten]
        });
        let far = (1..20_000_i64).map(|step| step * 49_999_987_651 % 999_999_999_999_999);
        let all = (0..20_000).chain(edges).chain(far);
        for amount in all.filter_map(|amount| Dong::new(amount).ok()) {
            let words = in_words(amount);
            assert_eq!(parse(&words), Some((amount.amount(), true)), "{words}");
        }
    }
}
