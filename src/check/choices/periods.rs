//! Days: of the three phases, and of what stands in them.

use super::Frame;
use super::twice;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::profile::Reader;
use crate::check::profile::join_years;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Date;
use crate::model::Period;
use crate::model::Phase;
use crate::model::PhaseDates;
use crate::model::keys;

/// The three phases with their days.
///
/// # Errors
/// Anything but the three phases, each once, is reported.
pub(in crate::check) fn phases(
    reader: &mut Reader<'_>,
    node: &Node,
    years: Result<&[i32], Reported>,
) -> Result<[PhaseDates; 3], Reported> {
    let mut phases: Vec<PhaseDates> = Vec::new();
    let mut sound = Ok(());
    for item in fields::list(node, reader.diagnostics)? {
        let mut fields = match Fields::new(item, reader.diagnostics) {
            Ok(fields) => fields,
            Err(reported) => {
                sound = Err(reported);
                continue;
            }
        };
        let phase = fields.require(keys::NUMBER, reader.diagnostics);
        let phase = phase.and_then(|node| fields::choice(node, &Phase::KEYS, reader.diagnostics));
        let start = fields.require(keys::FROM, reader.diagnostics);
        let start = start.and_then(|node| fields::date(node, reader.diagnostics));
        let end = fields.require(keys::UNTIL, reader.diagnostics);
        let end = end.and_then(|node| fields::date(node, reader.diagnostics));
        fields.finish(reader.diagnostics);
        let (phase, start, end) = match (phase, start, end) {
            (Ok(phase), Ok(start), Ok(end)) => (phase, start, end),
            (Err(reported), ..) | (_, Err(reported), _) | (.., Err(reported)) => {
                sound = Err(reported);
                continue;
            }
        };
        let period = Period { start, end };
        inside(item, period, years, reader.diagnostics);
        if phases.iter().any(|earlier| earlier.phase == phase) {
            twice(
                item,
                "giai đoạn",
                &phase.number().to_string(),
                reader.diagnostics,
            );
            continue;
        }
        phases.push(PhaseDates {
            phase,
            period,
            at: item.origin(),
        });
    }
    sound?;
    phases.sort_by_key(|phase| phase.phase);
    phases.try_into().map_err(|_| {
        let message = "kế hoạch cần đủ ba giai đoạn 1, 2, 3";
        let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
        let hint = "thêm giai đoạn còn thiếu, ví dụ {so: 3, tu: 01/04/2028, den: 31/12/2028}";
        reader.diagnostics.report(finding.hint(hint))
    })
}

/// Reports a period that ends before it starts or leaves the years of the plan.
pub(super) fn in_years(node: &Node, period: Period, frame: &Frame, diagnostics: &mut Diagnostics) {
    let years = frame.years.as_deref().map_err(|reported| *reported);
    inside(node, period, years, diagnostics);
}

fn inside(
    node: &Node,
    period: Period,
    years: Result<&[i32], Reported>,
    diagnostics: &mut Diagnostics,
) {
    let outside = |years: &[i32]| {
        let mut days = [period.start, period.end].into_iter();
        days.find(|date| !years.contains(&date.year()))
    };
    let message = if period.end < period.start {
        format!(
            "ngày kết thúc {} trước ngày bắt đầu {}",
            period.end, period.start
        )
    } else if let Ok(years) = years
        && let Some(outside) = outside(years)
    {
        format!(
            "ngày {outside} nằm ngoài các năm của kế hoạch ({})",
            join_years(years)
        )
    } else {
        return;
    };
    let hint = "sửa ngày, hoặc sửa các năm ở `nam` trong nhóm `ke_hoach`";
    diagnostics.report(Diagnostic::new(Code::DATE_OUTSIDE, node.origin(), message).hint(hint));
}

/// The days of a phase.
pub(super) fn days(frame: &Frame, phase: Phase) -> Result<Period, Reported> {
    let phases = frame.phases.as_ref().map_err(|reported| *reported)?;
    Ok(phases[usize::from(phase.number()) - 1].period)
}

/// The days that an item states, with the place of each.
pub(super) type StatedDates<'a> = (Option<(Date, &'a Node)>, Option<(Date, &'a Node)>);

pub(super) fn dates<'a>(reader: &mut Reader<'_>, fields: &mut Fields<'a>) -> StatedDates<'a> {
    let mut date = |key| {
        let node = fields.take(key)?;
        Some((fields::date(node, reader.diagnostics).ok()?, node))
    };
    (date(keys::START), date(keys::END))
}

/// The period of an item: what it states, else that of `frame`; outside of which it must not lie.
pub(super) fn within(
    (start, end): StatedDates<'_>,
    frame: Result<Period, Reported>,
    frame_name: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Period, Reported> {
    for (date, node) in [start, end].into_iter().flatten() {
        if let Ok(frame) = frame
            && (date < frame.start || date > frame.end)
        {
            let message = format!(
                "ngày {date} nằm ngoài {frame_name} ({} - {})",
                frame.start, frame.end
            );
            let finding = Diagnostic::new(Code::DATE_OUTSIDE, node.origin(), message);
            diagnostics.report(finding.hint(format!(
                "chọn một ngày từ {} đến {}, hoặc sửa {frame_name}",
                frame.start, frame.end
            )));
        }
    }
    if let (Some((first, _)), Some((last, node))) = (start, end)
        && last < first
    {
        let message = format!("ngày kết thúc {last} trước ngày bắt đầu {first}");
        let finding = Diagnostic::new(Code::DATE_OUTSIDE, node.origin(), message);
        diagnostics.report(finding.hint(format!("chọn một ngày từ {first} trở đi")));
    }
    let frame = frame?;
    Ok(Period {
        start: start.map_or(frame.start, |(date, _)| date),
        end: end.map_or(frame.end, |(date, _)| date),
    })
}
