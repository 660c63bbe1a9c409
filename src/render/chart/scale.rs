//! How long a bar is, and where the axis is marked: whole numbers throughout.

use crate::model::DisplayUnit;
use crate::model::vietnamese::group_thousands;

/// From đồng to the width of the bars.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    largest: i128,
    width: i128,
}

impl Scale {
    /// The largest amount takes the whole width; none where nothing is above zero.
    pub(super) fn new(amounts: impl Iterator<Item = i64>, width: i64) -> Option<Self> {
        let largest = amounts.max().filter(|largest| *largest > 0)?;
        Some(Self {
            largest: largest.into(),
            width: width.into(),
        })
    }

    /// The length of a bar, to the nearest whole unit; what is not nothing can be seen.
    pub(super) fn length(self, amount: i64) -> i64 {
        let nearest = (2 * i128::from(amount) * self.width + self.largest) / (2 * self.largest);
        let seen = nearest.max(i128::from(amount > 0));
        i64::try_from(seen).unwrap_or(0)
    }

    /// The marks of the axis: amounts from 0 up, a step of 1, 2 or 5 with zeros behind apart, five at
    /// most and so far apart that their figures, of letters this wide, do not meet; and the unit that
    /// the figures are given in, which is none above that of the bars unless these are in đồng.
    pub(super) fn marks(self, letter: i64, bars: DisplayUnit) -> (Vec<(i64, String)>, usize) {
        let most = match bars {
            DisplayUnit::Dong => 3,
            DisplayUnit::Thousand => 1,
            DisplayUnit::Million => 2,
        };
        let unit_of = |step| unit_of(step).min(most);
        let steps = (0..18).flat_map(|zeros| [1, 2, 5].map(|digit| digit * 10_i128.pow(zeros)));
        let fits = |step: &i128| {
            let figure = in_unit(self.largest / step * step, unit_of(*step));
            let letters = i128::try_from(figure.len() + 1).unwrap_or(0);
            let room = step * self.width / self.largest;
            self.largest / step <= 4 && i128::from(letter) * letters <= room
        };
        let step = steps.into_iter().find(fits).unwrap_or(self.largest);
        let unit = unit_of(step);
        let marks = (0..=self.largest / step).map(|number| {
            let amount = number * step;
            let figure = in_unit(amount, unit);
            (i64::try_from(amount).unwrap_or(0), figure)
        });
        (marks.collect(), unit as usize)
    }
}

/// Thousands, millions or billions, as powers of a thousand: the largest unit of which a step is a
/// whole number.
fn unit_of(step: i128) -> u32 {
    let mut units = (0..4).rev();
    let whole = |thousands: &u32| step % 1000_i128.pow(*thousands) == 0;
    units.find(whole).unwrap_or(0)
}

/// The figure of an amount in a unit.
fn in_unit(amount: i128, unit: u32) -> String {
    group_thousands(&(amount / 1000_i128.pow(unit)).to_string())
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::model::DisplayUnit;

    fn marks(largest: i64, bars: DisplayUnit) -> (Vec<String>, usize) {
        let scale = Scale::new([largest].into_iter(), 300).expect("something");
        let (marks, unit) = scale.marks(8, bars);
        (marks.into_iter().map(|(_, figure)| figure).collect(), unit)
    }

    #[test]
    fn the_axis_is_marked_in_round_figures() {
        let in_dong = |largest| marks(largest, DisplayUnit::Dong);
        let millions = |figures: &[&str]| (figures.iter().map(|f| (*f).to_owned()).collect(), 2);
        assert_eq!(in_dong(1_405_576_000), millions(&["0", "500", "1.000"]));
        assert_eq!(in_dong(4_000_000), millions(&["0", "1", "2", "3", "4"]));
        assert_eq!(
            in_dong(2_000_000_000),
            millions(&["0", "500", "1.000", "1.500", "2.000"])
        );
        // Bars in millions stand over an axis in millions, and bars in thousands in thousands.
        let largest = 3_000_000_000;
        let figures = ["0", "1.000", "2.000", "3.000"];
        assert_eq!(marks(largest, DisplayUnit::Dong).1, 3);
        assert_eq!(marks(largest, DisplayUnit::Million), millions(&figures));
        assert_eq!(marks(largest, DisplayUnit::Thousand).1, 1);
        // The figures part where there is room for them, and are fewer where there is not.
        let figures = |width| -> Vec<String> {
            let scale = Scale::new([999_999_999_999_999].into_iter(), width).expect("something");
            let (marks, unit) = scale.marks(8, DisplayUnit::Dong);
            assert_eq!(unit, 3);
            marks.into_iter().map(|(_, figure)| figure).collect()
        };
        let wide = ["0", "200.000", "400.000", "600.000", "800.000"];
        assert_eq!(figures(400), wide);
        assert_eq!(figures(160), ["0", "500.000"]);
        assert_eq!(in_dong(1), (vec!["0".to_owned(), "1".to_owned()], 0));
    }

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let scale = Scale::new([0, 999_999_999_999_999].into_iter(), 300).expect("something");
        for (amount, length) in [
            (0, 0),
            (1, 1),
            (333_333_333_333_333, 100),
            (498_333_333_333_332, 149),
            (498_333_333_333_333, 150),
            (999_999_999_999_999, 300),
        ] {
            assert_eq!(scale.length(amount), length, "{amount}");
        }
        assert!(Scale::new([0, 0].into_iter(), 300).is_none());
    }
}
