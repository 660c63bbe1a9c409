//! An area in km²; for one in hectares or square metres the finding gives it in km².

use super::number::decimal_up_to;
use super::number::parts;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Decimal;
use crate::model::fold;

/// No commune is larger, in km².
const LARGEST_AREA: u32 = 2000;

/// Units of area, folded, and how many places the point of a figure moves for it to be in km².
const UNITS: [(&str, usize); 11] = [
    ("km2", 0),
    ("km²", 0),
    ("ki lo met vuong", 0),
    ("kilomet vuong", 0),
    ("ha", 2),
    ("hecta", 2),
    ("hec-ta", 2),
    ("hec ta", 2),
    ("m2", 6),
    ("m²", 6),
    ("met vuong", 6),
];

/// An area in km².
///
/// # Errors
/// Anything but a decimal number is reported.
pub(crate) fn area(node: &Node, diagnostics: &mut Diagnostics) -> Result<Decimal, Reported> {
    let meant = match &node.value {
        NodeValue::Scalar(text) => in_square_kilometres(text),
        _ => None,
    };
    let Some((text, meant)) = meant else {
        return decimal_up_to(LARGEST_AREA, node, diagnostics);
    };
    let message = format!("ở đây cần một số tính bằng km², đang là `{text}`");
    let finding = Diagnostic::new(Code::WRONG_TYPE, node.origin(), message);
    Err(diagnostics.report(finding.hint(format!("viết {meant} (tính bằng km², không ghi đơn vị)"))))
}

/// A text that is an area with its unit, and what it is in km².
fn in_square_kilometres(text: &str) -> Option<(&str, String)> {
    let text = text.trim();
    let end = text.find(char::is_alphabetic)?;
    let (figure, unit) = text.split_at(end);
    let unit = fold(unit);
    let (_, places) = UNITS.iter().find(|(name, _)| *name == unit)?;
    let figure: String = figure.split_whitespace().collect();
    let (before, after) = parts(&figure)?;
    let digits = format!("{before:0>width$}", width = places + 1);
    let (whole, moved) = digits.split_at(digits.len() - places);
    Some((
        text,
        Decimal::parse(&format!("{whole}.{moved}{after}0"))?.plain(),
    ))
}

#[cfg(test)]
mod tests {
    use super::in_square_kilometres;

    #[test]
    fn areas_are_turned_into_square_kilometres() {
        for (written, meant) in [
            ("3150 ha", "31.5"),
            ("3.150 ha", "31.5"),
            ("3.150,5ha", "31.505"),
            ("31500000 m2", "31.5"),
            ("31.500.000 m²", "31.5"),
            ("31,5 km2", "31.5"),
            ("31.5km²", "31.5"),
            ("50 héc-ta", "0.5"),
        ] {
            let read = in_square_kilometres(written);
            assert_eq!(read.map(|it| it.1).as_deref(), Some(meant), "{written}");
        }
        for written in ["31.5", "31,5", "31 dặm", "ha", "nhiều"] {
            assert_eq!(in_square_kilometres(written), None, "{written}");
        }
    }
}
