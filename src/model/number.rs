//! An exact decimal number: what is measured, and quantities.

use std::cmp::Ordering;

/// A decimal number, kept exactly: `72.5` is 725 with 1 decimal place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    places: u32,
}

/// More places than this are not read.
const MOST_PLACES: u32 = 6;

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self {
            mantissa: number as i128,
            places: 0,
        }
    }

    /// Reads `72`, `72.5` or `72,5`; `None` for anything else, for more than six places and for
    /// numbers beyond fifteen digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let has_point = digits.len() > whole.len();
        if whole.is_empty() || (has_point && fraction.is_empty()) {
            return None;
        }
        if !is_digits(whole) || !is_digits(fraction) || whole.len() + fraction.len() > 15 {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let places = u32::try_from(fraction.len())
            .ok()
            .filter(|places| *places <= MOST_PLACES)?;
        let mantissa: i128 = format!("{whole}{fraction}").parse().ok()?;
        Some(Self {
            mantissa: sign * mantissa,
            places,
        })
    }

    /// The decimal that a floating-point number stands for, if it has six places or fewer.
    ///
    /// Spreadsheets keep `0.1 + 0.2` as 0.30000000000000004; people mean 0.3. No more than such noise
    /// is forgiven: 2500.0008 triệu đồng are 800 đồng more than 2500.
    pub fn from_float(number: f64) -> Option<Self> {
        if !number.is_finite() || number.abs() >= 1e15 {
            return None;
        }
        (0..=MOST_PLACES).find_map(|places| {
            let scaled = number * 10_f64.powi(i32::try_from(places).ok()?);
            let rounded = scaled.round();
            let noise = (scaled.abs() * 1e-14).max(1e-10);
            if rounded.abs() >= 1e18 || (scaled - rounded).abs() > noise {
                return None;
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "checked against 1e18 above"
            )]
            Some(Self {
                mantissa: rounded as i128,
                places,
            })
        })
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The number if it is whole and fits.
    pub fn to_whole(self) -> Option<i64> {
        let whole = (self.places == 0).then_some(self.mantissa)?;
        i64::try_from(whole).ok()
    }

    /// This number times a whole one, exactly, if it fits.
    pub fn times(self, factor: i64) -> Option<Self> {
        let mut mantissa = self.mantissa.checked_mul(factor.into())?;
        let mut places = self.places;
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        Some(Self { mantissa, places })
    }

    /// The digits before and behind the decimal point, without sign.
    pub fn digits(self) -> (String, String) {
        let places = self.places as usize;
        let digits = format!(
            "{:0width$}",
            self.mantissa.unsigned_abs(),
            width = places + 1
        );
        let (whole, fraction) = digits.split_at(digits.len() - places);
        (whole.to_owned(), fraction.to_owned())
    }

    /// As YAML and programs have it, not as people write it: `-72.5`.
    pub fn plain(self) -> String {
        let (whole, fraction) = self.digits();
        let sign = if self.is_negative() { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }
}

/// Whether marks part the thousands of a whole number: `1.200`, `1.200.000`. What begins with a lone 0
/// has a fraction.
pub fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && first != "0"
        && digits(first)
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && digits(group))
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.places == other.places {
            return self.mantissa.cmp(&other.mantissa);
        }
        // Whole part, then fraction: nothing here can become too large.
        let parts = |number: &Self| {
            let one = 10_i128.pow(number.places);
            let fraction = number.mantissa.rem_euclid(one);
            let missing = MOST_PLACES.saturating_sub(number.places);
            (
                number.mantissa.div_euclid(one),
                fraction * 10_i128.pow(missing),
            )
        };
        parts(self).cmp(&parts(other))
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use super::is_grouped;

    #[test]
    fn reads_both_decimal_signs_and_nothing_else() {
        for (text, expected) in [
            ("72", Some(("72", ""))),
            ("72.50", Some(("72", "5"))),
            ("72,5", Some(("72", "5"))),
            ("0.05", Some(("0", "05"))),
            ("", None),
            ("1.2.3", None),
            ("7x", None),
            ("5.", None),
        ] {
            let digits = Decimal::parse(text).map(Decimal::digits);
            let digits = digits
                .as_ref()
                .map(|(whole, rest)| (whole.as_str(), rest.as_str()));
            assert_eq!(digits, expected, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["72", "-72.5", "0.05", "-0.000001"] {
            let number = Decimal::parse(text).expect("a value in range");
            assert_eq!(number.plain(), text);
        }
    }

    #[test]
    fn thousands_parted_by_marks_are_told_from_decimals() {
        for (text, mark, parted) in [
            ("1.200", '.', true),
            ("1.200.000", '.', true),
            ("16,850", ',', true),
            ("72.5", '.', false),
            ("0.125", '.', false),
            ("1.2000", '.', false),
            ("1.200,5", '.', false),
            ("1200", '.', false),
            ("-1.200", '.', false),
        ] {
            assert_eq!(is_grouped(text, mark), parted, "{text}");
        }
    }

    #[test]
    fn floats_of_spreadsheets_lose_their_noise() {
        assert_eq!(
            Decimal::from_float(0.1 * 70.0 + 1e-15),
            Some(Decimal::whole(7))
        );
        assert_eq!(Decimal::from_float(0.1 + 0.2), Decimal::parse("0.3"));
        assert_eq!(
            Decimal::from_float(1_234_567.5),
            Decimal::parse("1234567.5")
        );
        assert_eq!(Decimal::from_float(2500.0008), Decimal::parse("2500.0008"));
        assert_eq!(
            Decimal::from_float(9_999_999.000_001),
            Decimal::parse("9999999.000001")
        );
        assert_eq!(Decimal::from_float(f64::NAN), None);
    }

    #[test]
    fn products_are_exact() {
        let price = Decimal::parse("1.25").expect("a value in range");
        assert_eq!(price.times(1_000), Some(Decimal::whole(1_250)));
        assert_eq!(price.times(2), Decimal::parse("2.5"));
    }
}
