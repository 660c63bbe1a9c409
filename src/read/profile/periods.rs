//! Days: of the three phases, and of what stands in them.

use super::reader::Reader;
use super::reader::join_years;
use super::reader::twice;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Date;
use crate::model::Period;
use crate::model::Phase;
use crate::model::PhaseDates;
use crate::model::Terrain;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::source::Origin;

/// What a choice is judged beside. By a piece that could not be read nothing is judged.
#[derive(Debug)]
pub(super) struct Frame {
    /// The commune's terrain.
    pub terrain: Result<Terrain, Reported>,
    /// The years of the plan.
    pub years: Result<Vec<i32>, Reported>,
    /// The phases.
    pub phases: Phases,
}

/// The three phases. Beside the days of one that is not known, or wrong of itself, nothing is judged.
#[derive(Debug, Clone)]
pub(super) struct Phases {
    dates: [PhaseDates; 3],
    known: [Result<(), Reported>; 3],
}

impl Phases {
    /// Phases of which nothing is known.
    pub(super) fn unknown(at: &Origin, reported: Reported) -> Self {
        Self {
            dates: blank(at),
            known: [Err(reported); 3],
        }
    }

    /// All three, with blanks for what is not known.
    pub(super) fn dates(&self) -> [PhaseDates; 3] {
        self.dates.clone()
    }

    /// The fault of one, where there is one.
    pub(super) fn all(&self) -> Result<(), Reported> {
        self.known.iter().copied().collect()
    }

    /// The days of a phase, as far as they are known.
    pub(super) fn days(&self, phase: Phase) -> Period {
        self.dates[usize::from(phase.number()) - 1].period
    }

    fn known_days(&self, phase: Phase) -> Result<Period, Reported> {
        self.known[usize::from(phase.number()) - 1]?;
        Ok(self.days(phase))
    }

    /// The days from the beginning of a phase to the end of another, as far as they are known.
    pub(super) fn days_from(&self, (first, last): (Phase, Phase)) -> Period {
        Period {
            start: self.days(first).start,
            end: self.days(last).end,
        }
    }

    /// Likewise, where both are known.
    pub(super) fn known_days_from(&self, span: (Phase, Phase)) -> Result<Period, Reported> {
        self.known_days(span.0)?;
        self.known_days(span.1)?;
        Ok(self.days_from(span))
    }

    /// The phase in which a day lies.
    pub(super) fn of_day(&self, day: Date) -> Option<Phase> {
        let mut phases = Phase::ALL.into_iter();
        phases.find(|phase| self.known_days(*phase).is_ok_and(|it| it.holds(day)))
    }
}

/// What stands in for phases that could not be read.
fn blank(at: &Origin) -> [PhaseDates; 3] {
    let period = Period {
        start: Date::FIRST,
        end: Date::FIRST,
    };
    Phase::ALL.map(|phase| PhaseDates {
        phase,
        period,
        at: at.clone(),
    })
}

/// The number of a phase. Any other is none of the three, and none of them is nearer than another.
pub(super) fn phase(node: &Node, diagnostics: &mut Diagnostics) -> Result<Phase, Reported> {
    let written = fields::text(node, diagnostics)?;
    let mut known = Phase::KEYS.iter();
    let found = known.find(|(key, _)| *key == written);
    found.map(|(_, phase)| *phase).ok_or_else(|| {
        let message = format!("không có giai đoạn `{written}`, kế hoạch có ba giai đoạn");
        let finding = Diagnostic::new(Code::UNKNOWN_VALUE, node.origin(), message);
        diagnostics.report(finding.hint("viết 1, 2 hoặc 3"))
    })
}

/// The three phases with their days; anything but the three phases, each once, is reported.
pub(super) fn phases(
    reader: &mut Reader<'_>,
    node: &Node,
    years: Result<&[i32], Reported>,
) -> Phases {
    let items = match fields::list(node, reader.diagnostics) {
        Ok(items) => items,
        Err(reported) => return Phases::unknown(&node.origin(), reported),
    };
    let mut read: Vec<(PhaseDates, Result<(), Reported>)> = Vec::new();
    let mut fault = node.unread;
    for item in items {
        let (dates, known) = match phase_dates(reader, item, years) {
            Ok(found) => found,
            Err(reported) => {
                fault = Some(reported);
                continue;
            }
        };
        let phase = dates.phase;
        if read.iter().any(|(earlier, _)| earlier.phase == phase) {
            let number = phase.number().to_string();
            twice(item, "giai đoạn", &number, reader.diagnostics);
            continue;
        }
        read.push((dates, known));
    }
    if read.len() < 3 && fault.is_none() {
        let message = "kế hoạch cần đủ ba giai đoạn 1, 2, 3";
        let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
        let hint = "thêm giai đoạn còn thiếu, ví dụ {so: 3, tu: 01/04/2028, den: 31/12/2028}";
        fault = Some(reader.diagnostics.report(finding.hint(hint)));
    }
    let mut phases = Phases {
        dates: blank(&node.origin()),
        known: [fault.map_or(Ok(()), Err); 3],
    };
    for (dates, known) in read {
        let index = usize::from(dates.phase.number()) - 1;
        phases.known[index] = known;
        phases.dates[index] = dates;
    }
    phases
}

/// A phase, and whether its days can be true.
fn phase_dates(
    reader: &mut Reader<'_>,
    item: &Node,
    years: Result<&[i32], Reported>,
) -> Result<(PhaseDates, Result<(), Reported>), Reported> {
    let mut fields = Fields::new(item, reader.diagnostics)?;
    let number = fields.require(keys::NUMBER, reader.diagnostics);
    let number = number.and_then(|node| phase(node, reader.diagnostics));
    let start = fields.require(keys::FROM, reader.diagnostics);
    let start = start.and_then(|node| fields::date(node, reader.diagnostics));
    let end = fields.require(keys::UNTIL, reader.diagnostics);
    let end = end.and_then(|node| fields::date(node, reader.diagnostics));
    fields.finish(reader.diagnostics);
    let (phase, start, end) = (number?, start?, end?);
    let period = Period { start, end };
    let known = inside(item, period, years, reader.diagnostics);
    let dates = PhaseDates {
        phase,
        period,
        at: item.origin(),
    };
    Ok((dates, known))
}

/// Reports a period that ends before it starts or leaves the years of the plan.
pub(super) fn in_years(node: &Node, period: Period, frame: &Frame, diagnostics: &mut Diagnostics) {
    let years = frame.years.as_deref().map_err(|reported| *reported);
    let _ = inside(node, period, years, diagnostics);
}

fn inside(
    node: &Node,
    period: Period,
    years: Result<&[i32], Reported>,
    diagnostics: &mut Diagnostics,
) -> Result<(), Reported> {
    let outside = |years: &[i32]| {
        let mut days = [period.start, period.end].into_iter();
        days.find(|date| !years.contains(&date.year()))
    };
    let (message, hint) = if period.end < period.start {
        let message = format!(
            "ngày kết thúc {} trước ngày bắt đầu {}",
            period.end, period.start
        );
        (
            message,
            "đổi chỗ hai ngày nếu đã viết ngược, hoặc sửa ngày sai",
        )
    } else if let Ok(years) = years
        && let Some(outside) = outside(years)
    {
        let message = format!(
            "ngày {outside} nằm ngoài các năm của kế hoạch ({})",
            join_years(years)
        );
        (
            message,
            "sửa ngày, hoặc sửa các năm ở `nam` trong nhóm `ke_hoach`",
        )
    } else {
        return Ok(());
    };
    let finding = Diagnostic::new(Code::DATE_OUTSIDE, node.origin(), message);
    Err(diagnostics.report(finding.hint(hint)))
}
