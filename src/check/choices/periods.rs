//! Days: of the three phases, and of what stands in them.

use super::twice;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::keys;
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

/// The three phases with their days.
///
/// # Errors
/// Anything but the three phases, each once, is reported.
pub(in crate::check) fn phases(
    reader: &mut Reader<'_>,
    node: &Node,
    years: &[i32],
) -> Result<[PhaseDates; 3], Reported> {
    let mut phases: Vec<PhaseDates> = Vec::new();
    for item in fields::list(node, reader.diagnostics)? {
        let mut fields = Fields::new(item, reader.diagnostics)?;
        let phase = fields.require(keys::NUMBER, reader.diagnostics);
        let phase = phase.and_then(|node| fields::choice(node, &Phase::KEYS, reader.diagnostics));
        let start = fields.require(keys::FROM, reader.diagnostics);
        let start = start.and_then(|node| fields::date(node, reader.diagnostics));
        let end = fields.require(keys::UNTIL, reader.diagnostics);
        let end = end.and_then(|node| fields::date(node, reader.diagnostics));
        fields.finish(reader.diagnostics);
        let (phase, period) = (
            phase?,
            Period {
                start: start?,
                end: end?,
            },
        );
        in_years(item, period, years, reader.diagnostics);
        if phases.iter().any(|earlier| earlier.phase == phase) {
            twice(
                item,
                "giai đoạn",
                &phase.number().to_string(),
                reader.diagnostics,
            );
            continue;
        }
        phases.push(PhaseDates { phase, period });
    }
    phases.sort_by_key(|phase| phase.phase);
    phases.try_into().map_err(|_| {
        let message = "kế hoạch cần đủ ba giai đoạn 1, 2, 3";
        let finding = Diagnostic::error(Code::MISSING_KEY, node.origin(), message);
        reader.diagnostics.report(finding)
    })
}

/// Reports a period that ends before it starts or leaves the years of the plan.
pub(super) fn in_years(node: &Node, period: Period, years: &[i32], diagnostics: &mut Diagnostics) {
    let message = if period.end < period.start {
        format!(
            "ngày kết thúc {} trước ngày bắt đầu {}",
            period.end, period.start
        )
    } else if let Some(outside) = [period.start, period.end]
        .into_iter()
        .find(|date| !years.contains(&date.year()))
    {
        format!(
            "ngày {outside} nằm ngoài các năm của kế hoạch ({})",
            join_years(years)
        )
    } else {
        return;
    };
    diagnostics.report(Diagnostic::error(
        Code::DATE_OUTSIDE,
        node.origin(),
        message,
    ));
}

/// The days of a phase.
pub(super) fn days(phases: &[PhaseDates; 3], phase: Phase) -> Period {
    phases[usize::from(phase.number()) - 1].period
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
    frame: Period,
    frame_name: &str,
    diagnostics: &mut Diagnostics,
) -> Period {
    for (date, node) in [start, end].into_iter().flatten() {
        if date < frame.start || date > frame.end {
            let message = format!(
                "ngày {date} nằm ngoài {frame_name} ({} - {})",
                frame.start, frame.end
            );
            diagnostics.report(Diagnostic::error(
                Code::DATE_OUTSIDE,
                node.origin(),
                message,
            ));
        }
    }
    let period = Period {
        start: start.map_or(frame.start, |(date, _)| date),
        end: end.map_or(frame.end, |(date, _)| date),
    };
    if period.end < period.start
        && let Some((_, node)) = end.or(start)
    {
        let message = format!(
            "ngày kết thúc {} trước ngày bắt đầu {}",
            period.end, period.start
        );
        diagnostics.report(Diagnostic::error(
            Code::DATE_OUTSIDE,
            node.origin(),
            message,
        ));
    }
    period
}
