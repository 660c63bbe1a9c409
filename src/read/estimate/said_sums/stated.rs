//! What a text, or a figure beside one, states as a sum: in words or in figures, exact or rounded.

use crate::model::Decimal;
use crate::model::fold;
use crate::model::number_words;
use crate::model::written;
use crate::model::written::Figure;
use crate::read::estimate::total_words::total_words;
use crate::source::Cell;
use crate::source::CellValue;

/// Longer texts are no sums.
const MOST_LETTERS: usize = 400;

/// Below so many đồng, a figure or words that nothing calls an amount are none.
const LEAST: i64 = 100_000;

/// How a text that names the sum of an estimate may begin beside the words of a total, folded.
const NAMES: [&str; 4] = [
    "kinh phi thuc hien",
    "kinh phi du kien",
    "nhu cau kinh phi",
    "du toan kinh phi",
];

/// The words of which the name of such a sum is made, folded.
const WORDS: [&str; 34] = [
    "tong", "cong", "so", "kinh", "phi", "du", "toan", "nhu", "cau", "muc", "tien", "thuc", "hien",
    "kien", "ke", "hoach", "nay", "la", "cua", "bo", "cac", "khoan", "chi", "duoc", "duyet", "phe",
    "khoang", "lam", "tron", "bang", "can", "gia", "tri", "nam",
];

/// What is stated: an amount, and by how much it may be rounded, both in đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    /// The amount.
    pub amount: i128,
    /// By how much it may be rounded.
    within: i128,
    /// The year that it is said to be of.
    pub year: Option<i32>,
}

impl Stated {
    /// An amount that is not rounded.
    pub(super) fn exactly(amount: i64) -> Self {
        Self {
            amount: amount.into(),
            within: 0,
            year: None,
        }
    }

    /// Whether a sum is what is stated.
    pub(super) fn is(self, sum: i128) -> bool {
        (self.amount - sum).abs() <= self.within
    }
}

/// What a text states as a sum, where an amount without a unit may be in that of the table; nothing for
/// a text that states none.
pub(super) fn in_text(text: &str, unit: i64) -> Vec<Stated> {
    let text = text.trim();
    if text.len() < 8 || text.len() > MOST_LETTERS {
        return Vec::new();
    }
    if let Some(stated) = in_words(text) {
        return vec![stated];
    }
    // "(Tổng kinh phí: …)", "Dự toán năm 2027, tổng kinh phí …"
    let within = ["tổng", "Tổng", "TỔNG"]
        .into_iter()
        .flat_map(|word| text.match_indices(word))
        .filter_map(|(at, _)| text.get(at..));
    let mut candidates = std::iter::once(text).chain(within);
    let stated = candidates.find_map(|text| {
        let stated = in_figures(text, unit);
        (!stated.is_empty()).then_some(stated)
    });
    stated.unwrap_or_default()
}

/// Whether a text is nothing but the name of a sum: "Tổng kinh phí:".
pub(super) fn is_named(text: &str) -> bool {
    let name = text
        .trim()
        .trim_start_matches('(')
        .trim_end_matches([')', ':', ' ']);
    is_name(name)
}

/// What a cell states as the sum that another one names.
pub(super) fn beside(name: &str, cell: &Cell, unit: i64) -> Vec<Stated> {
    match &cell.value {
        CellValue::Number(number) => {
            let figure = Decimal::from_float(*number).map(|number| Figure { number, unit: None });
            figure.map_or_else(Vec::new, |figure| of_figure(figure, unit, false, None))
        }
        CellValue::Text(text) => {
            let name = name
                .trim_start_matches('(')
                .trim_end_matches([')', ':', ' ']);
            in_figures(&format!("{name}: {text}"), unit)
        }
        CellValue::Bool(_) | CellValue::Error(_) => Vec::new(),
    }
}

/// "Bằng chữ: …", or nothing but an amount in words.
fn in_words(text: &str) -> Option<Stated> {
    let lower = text.to_lowercase();
    let behind = ["bằng chữ", "bang chu"];
    let behind = behind.iter().find_map(|words| lower.split_once(words));
    let (words, is_said) = match behind {
        Some((_, words)) => (words, true),
        None => (lower.as_str(), false),
    };
    let words = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let words = words.split([')', ';', '\n', '.']).next().unwrap_or(words);
    let (amount, has_dong) = number_words::parse(words)?;
    let is_sum = is_said || has_dong && amount >= LEAST;
    is_sum.then_some(Stated {
        amount: amount.into(),
        within: 0,
        year: None,
    })
}

/// "Tổng cộng (làm tròn): 1,6 tỷ đồng": the name of a sum, and a figure.
fn in_figures(text: &str, unit: i64) -> Vec<Stated> {
    let Some((label, figure)) = at_digit(text) else {
        return Vec::new();
    };
    let (label, figure, year) = match year_before(&label, figure) {
        Some((year, rest)) => match at_digit(rest) {
            Some((between, figure)) => (format!("{label}{between}"), figure, Some(year)),
            None => return Vec::new(),
        },
        None => (label, figure, None),
    };
    let bare = label.split('(').next().unwrap_or(&label);
    let label = label.trim_end().trim_end_matches(':').trim_end();
    let is_closed = label.ends_with(')') || !label.contains('(');
    if !is_closed || !is_name(bare) {
        return Vec::new();
    }
    let Some(figure) = figure_at_start(figure) else {
        return Vec::new();
    };
    let is_rounded = ["lam tron", "khoang"]
        .iter()
        .any(|word| fold(label).contains(word));
    of_figure(figure, unit, is_rounded, year)
}

/// A text before its first digit and from there.
fn at_digit(text: &str) -> Option<(String, &str)> {
    let first = text.find(|letter: char| letter.is_ascii_digit())?;
    let (before, behind) = text.split_at(first);
    Some((before.to_owned(), behind))
}

/// The year that stands behind "năm", and what follows.
fn year_before<'t>(label: &str, figure: &'t str) -> Option<(i32, &'t str)> {
    let (year, rest) = figure.split_at_checked(4)?;
    let is_whole = !rest.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.');
    let is_said = fold(label).trim_end().ends_with("nam");
    year.parse()
        .ok()
        .filter(|year| is_whole && is_said && (2020..=2050).contains(year))
        .map(|year| (year, rest))
}

/// Whether a text names the sum of an estimate.
fn is_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '-', '–', ',', ' ']);
    let total = total_words(text);
    if total.is_exact {
        return true;
    }
    let folded = fold(text);
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric());
    let begins = total.begins || NAMES.iter().any(|name| folded.starts_with(name));
    begins && words.all(|word| word.is_empty() || WORDS.contains(&word))
}

/// The figure that a text begins with: all of it to a mark, or its first words with a unit of money.
fn figure_at_start(text: &str) -> Option<Figure> {
    let text = text.split(['(', ')', ';', '\n', '/']).next()?;
    let ends = |letter: char| matches!(letter, '.' | ',' | ':' | ' ');
    let text = text.split(", ").next()?.trim().trim_end_matches(ends);
    if let Ok(figure) = written::figure(text) {
        return Some(figure);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=words.len().min(4)).rev().find_map(|n_words| {
        let start = words.get(..n_words)?.join(" ");
        let figure = written::figure(start.trim_end_matches(ends)).ok()?;
        figure.unit.is_some().then_some(figure)
    })
}

/// What a figure may mean as a sum: without a unit, đồng or the unit of the table.
fn of_figure(read: Figure, unit: i64, is_rounded: bool, year: Option<i32>) -> Vec<Stated> {
    // Half of the last digit that is written, or a hundredth of what is said to be rounded.
    let places = read.number.digits().1.len();
    let stated = |unit: i64| {
        let amount = i128::from(read.number.times(unit)?.to_whole()?);
        let digit = i128::from(unit) / 10_i128.pow(u32::try_from(places).ok()?);
        let half = if unit > 1 { digit / 2 } else { 0 };
        let within = if is_rounded {
            half.max(amount / 100)
        } else {
            half
        };
        Some(Stated {
            amount,
            within,
            year,
        })
    };
    match read.unit {
        Some(own) => stated(own).into_iter().collect(),
        // "Cộng 3 lớp", "Tổng 2027" are no amounts.
        None => {
            let stated = [stated(unit), stated(1)].into_iter().flatten();
            let least = i128::from(LEAST);
            stated.filter(|stated| stated.amount >= least).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stated;
    use super::in_text;

    #[test]
    fn texts_state_sums() {
        for (text, wanted) in [
            ("Bằng chữ: Hai trăm triệu đồng./.", Some((200_000_000, 0))),
            ("(Bằng chữ: Hai trăm triệu đồng)", Some((200_000_000, 0))),
            (
                "Số tiền bằng chữ: Hai triệu đồng chẵn.",
                Some((2_000_000, 0)),
            ),
            ("Hai trăm triệu đồng chẵn", Some((200_000_000, 0))),
            (
                "Tổng cộng: 227.000.000 đồng (Bằng chữ: Hai trăm hai mươi bảy triệu đồng)",
                Some((227_000_000, 0)),
            ),
            ("Tổng cộng: 1,6 tỷ đồng", Some((1_600_000_000, 50_000_000))),
            (
                "Tổng cộng (làm tròn): 2.000 triệu đồng",
                Some((2_000_000_000, 20_000_000)),
            ),
            ("Tổng cộng: 227.000.000 đồng", Some((227_000_000, 0))),
            ("TỔNG CỘNG 227.000.000đ", Some((227_000_000, 0))),
            ("Tổng kinh phí: 227.000.000", Some((227_000_000, 0))),
            ("Tổng mức không quá 2 tỷ đồng", None),
            ("Tổng đài 1022: 2 tỷ đồng", None),
            ("(Tổng kinh phí: 227.000.000 đồng)", Some((227_000_000, 0))),
            (
                "Tổng kinh phí thực hiện là 227.000.000 đồng.",
                Some((227_000_000, 0)),
            ),
            (
                "Dự toán năm 2027 (tổng kinh phí 227.000.000 đồng, ngân sách xã)",
                Some((227_000_000, 0)),
            ),
            (
                "Tổng kinh phí 227 triệu đồng từ ngân sách xã",
                Some((227_000_000, 500_000)),
            ),
            ("Nhu cầu kinh phí: 227.000.000 đồng", Some((227_000_000, 0))),
            (
                "Tổng kinh phí năm 2026: 227.000.000 đồng",
                Some((227_000_000, 0)),
            ),
            ("Tổng kinh phí năm 2026", None),
            ("Tổng kinh phí tỉnh hỗ trợ: 2 tỷ đồng", None),
            ("Kinh phí được giao: 100.000.000 đồng", None),
            ("Tổng số: 12 máy", None),
            ("Bằng chữ:", None),
            ("Triệu đồng", None),
            ("Mười nghìn đồng", None),
            ("Hỗ trợ mỗi hộ hai triệu đồng", None),
            ("Người lập biểu", None),
        ] {
            let stated = in_text(text, 1).first().copied();
            let stated = stated.map(|Stated { amount, within, .. }| (amount, within));
            assert_eq!(stated, wanted, "{text}");
        }
    }
}
