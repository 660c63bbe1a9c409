//! An exact decimal number: what is measured, and quantities.

use std::cmp::Ordering;

/// A decimal number, kept exactly: `72.5` is 725 with 1 decimal place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    places: u32,
}

/// More places than this are not read.
const MOST_PLACES: u32 = 6;

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i64) -> Self {
        Self {
            mantissa: number,
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
        let mantissa: i64 = format!("{whole}{fraction}").parse().ok()?;
        Some(Self {
            mantissa: sign * mantissa,
            places,
        })
    }

    /// The decimal nearest to a floating-point number, if it lies within a millionth of it.
    ///
    /// Spreadsheets keep `0.1 + 0.2` as 0.30000000000000004; people mean 0.3.
    pub fn from_float(number: f64) -> Option<Self> {
        if !number.is_finite() || number.abs() >= 1e15 {
            return None;
        }
        (0..=MOST_PLACES).find_map(|places| {
            let scaled = number * 10_f64.powi(i32::try_from(places).ok()?);
            let rounded = scaled.round();
            if rounded.abs() >= 1e18
                || (scaled - rounded).abs() > 1e-6 * scaled.abs().clamp(1.0, 1e3)
            {
                return None;
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "checked against 1e18 above"
            )]
            Some(Self {
                mantissa: rounded as i64,
                places,
            })
        })
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The number if it is whole.
    pub fn to_whole(self) -> Option<i64> {
        (self.places == 0).then_some(self.mantissa)
    }

    /// This number times a whole one, if the product is whole and fits.
    pub fn times_whole(self, factor: i64) -> Option<i64> {
        let product = i128::from(self.mantissa) * i128::from(factor);
        let divisor = 10_i128.pow(self.places);
        (product % divisor == 0)
            .then(|| i64::try_from(product / divisor).ok())
            .flatten()
    }

    /// This number times a whole one, exactly, if it fits.
    pub fn scaled(self, factor: i64) -> Option<Self> {
        let mut mantissa = i128::from(self.mantissa) * i128::from(factor);
        let mut places = self.places;
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        let mantissa = i64::try_from(mantissa).ok()?;
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
        let scale = |number: &Self, by: u32| i128::from(number.mantissa) * 10_i128.pow(by);
        scale(self, other.places).cmp(&scale(other, self.places))
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
        assert_eq!(Decimal::from_float(f64::NAN), None);
    }

    #[test]
    fn products_are_whole_or_nothing() {
        let half = Decimal::parse("2.5").expect("a value in range");
        assert_eq!(half.times_whole(10), Some(25));
        assert_eq!(half.times_whole(3), None);
        let price = Decimal::parse("1.25").expect("a value in range");
        assert_eq!(price.scaled(1_000), Some(Decimal::whole(1_250)));
        assert_eq!(price.scaled(2), Decimal::parse("2.5"));
    }
}
