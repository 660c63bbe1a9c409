//! A number with the digits that Excel keeps of it, to be rounded as Excel does.

/// A number that is not negative: so many digits, the last of which is worth this power of ten.
#[derive(Debug, Clone, Copy)]
pub(super) struct Exact {
    digits: u128,
    power: i32,
}

impl Exact {
    /// The first fifteen digits of a number, without its sign.
    pub(super) fn of(number: f64) -> Option<Self> {
        let written = format!("{:.14e}", number.abs());
        let (digits, power) = written.split_once('e')?;
        let power: i32 = power.parse().ok()?;
        Some(Self {
            digits: digits.replace('.', "").parse().ok()?,
            power: power - 14,
        })
    }

    /// Times a power of ten.
    pub(super) fn shifted(self, by: i32) -> Self {
        Self {
            power: self.power + by,
            ..self
        }
    }

    /// The digits before the decimals, and so many decimals; a half is rounded up.
    pub(super) fn rounded(self, places: u32) -> Option<(String, String)> {
        let power = self.power.checked_add(i32::try_from(places).ok()?)?;
        let ten = |power: i32| 10_u128.checked_pow(power.unsigned_abs());
        let digits = if power >= 0 {
            self.digits.checked_mul(ten(power)?)?
        } else {
            // So small a part of it is nothing.
            ten(power).map_or(0, |divisor| (self.digits + divisor / 2) / divisor)
        };
        let places = usize::try_from(places).ok()?;
        let written = format!("{digits:0width$}", width = places + 1);
        let (whole, decimals) = written.split_at(written.len() - places);
        Some((whole.to_owned(), decimals.to_owned()))
    }
}
