//! When an item is done, as it says itself: phases, days, words, or that it goes on.

use super::periods;
use super::periods::Frame;
use super::reader::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Date;
use crate::model::DaysMeant;
use crate::model::Period;
use crate::model::Phase;
use crate::model::Wording;
use crate::model::days_meant;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;

/// What an item says of its time, with the place of each.
#[derive(Default)]
pub(super) struct Stated<'a> {
    /// Its first phase and its last.
    pub phases: Option<Result<(Phase, Phase), Reported>>,
    /// The day on which it begins.
    pub start: Option<(Date, &'a Node)>,
    /// The day on which it ends.
    pub end: Option<(Date, &'a Node)>,
    /// Whether it goes on.
    pub is_permanent: bool,
    /// Its deadline in words.
    pub words: Option<(String, &'a Node)>,
}

/// When something is done.
pub(super) struct Time {
    /// Its first phase and its last.
    pub phases: (Phase, Phase),
    /// Its days.
    pub period: Period,
    /// How the plan says so.
    pub wording: Wording,
}

impl<'a> Stated<'a> {
    /// Takes what a mapping says; the phases only of what stands in one.
    pub(super) fn take(reader: &mut Reader<'_>, fields: &mut Fields<'a>, has_phases: bool) -> Self {
        let phases = has_phases.then(|| fields.take(keys::PHASE)).flatten();
        let phases = phases.map(|node| phase_or_span(node, reader.diagnostics));
        let mut date = |key| {
            let node = fields.take(key)?;
            Some((fields::date(node, reader.diagnostics).ok()?, node))
        };
        let (start, end) = (date(keys::START), date(keys::END));
        let is_permanent = reader.flag(fields, keys::PERMANENT);
        let words = fields.take(keys::DEADLINE).and_then(|node| {
            let words = fields::text(node, reader.diagnostics).ok()?;
            Some((words.to_owned(), node))
        });
        let stated = Self {
            phases,
            start,
            end,
            is_permanent,
            words,
        };
        stated.check_against_each_other(reader.diagnostics);
        stated
    }

    /// Whether it says anything of its days.
    pub(super) fn says_when(&self) -> bool {
        self.start.is_some() || self.end.is_some() || self.is_permanent || self.words.is_some()
    }

    /// What goes on does not end, and days lie in the quarter or month that the words name.
    fn check_against_each_other(&self, diagnostics: &mut Diagnostics) {
        let mut report = |node: &Node, message: String, hint: &str| {
            let finding = Diagnostic::new(Code::CONTRADICTORY, node.origin(), message);
            diagnostics.report(finding.hint(hint));
        };
        let goes_on = "việc thường xuyên không có ngày kết thúc, thời hạn";
        let either = "bỏ `thuong_xuyen: true` nếu việc này có thời hạn, hoặc bỏ dòng được đánh dấu";
        if self.is_permanent
            && let Some((_, node)) = self.end
        {
            report(node, goes_on.to_owned(), either);
        }
        let Some((words, node)) = &self.words else {
            return;
        };
        if self.is_permanent {
            report(node, goes_on.to_owned(), either);
        }
        let Some(meant) = days_meant(words) else {
            return;
        };
        let mut days = [self.start, self.end].into_iter().flatten();
        // Work may begin before the quarter in which it is to be done, and does not end beside it.
        let is_beside = |day: Date, of: &Node| match self.end {
            Some((_, end)) if std::ptr::eq(end, of) => {
                day > meant.end || meant.start.is_some_and(|start| day < start)
            }
            _ => day > meant.end,
        };
        if let Some((day, _)) = days.find(|(day, of)| is_beside(*day, of)) {
            let message = format!("thời hạn “{words}” không hợp với ngày {day} của cùng mục này");
            report(node, message, "giữ một trong hai, hoặc sửa cho khớp nhau");
        }
    }

    /// The days that the words name, where they name any and there are no others.
    fn meant(&self) -> Option<DaysMeant> {
        let (words, _) = self.words.as_ref()?;
        let is_alone = self.start.is_none() && self.end.is_none();
        days_meant(words).filter(|_| is_alone)
    }

    /// How a plan says when it is done.
    fn wording(self) -> Wording {
        let has_days = self.start.is_some() || self.end.is_some();
        Wording::of(
            self.is_permanent,
            self.words.map(|(words, _)| words),
            has_days,
        )
    }

    /// The time of a component: what it states, else that of its phases; outside of which it must not lie.
    /// `usual` is the phase of one that states none.
    pub(super) fn of_component(self, reader: &mut Reader<'_>, usual: Phase, frame: &Frame) -> Time {
        let stated = self.phases.unwrap_or(Ok((usual, usual)));
        let mut phases = stated.unwrap_or((usual, usual));
        if self.is_permanent && phases.0 == phases.1 {
            phases.1 = Phase::ALL[2];
        }
        let known = stated.and_then(|_| frame.phases.known_days_from(phases));
        if let Ok(known) = known {
            for (day, node) in [self.start, self.end].into_iter().flatten() {
                if !known.holds(day) {
                    let what = format!("ngày {day}");
                    self.report_outside(&what, node, phases, known, frame, reader.diagnostics);
                }
            }
            if let (Some(meant), Some((words, node))) = (self.meant(), &self.words)
                && (meant.end < known.start || meant.start.unwrap_or(meant.end) > known.end)
            {
                let what = format!("thời hạn “{words}”");
                self.report_outside(&what, node, phases, known, frame, reader.diagnostics);
            }
        }
        if let (Some((first, _)), Some((last, node))) = (self.start, self.end)
            && last < first
        {
            let message = format!("ngày kết thúc {last} trước ngày bắt đầu {first}");
            let finding = Diagnostic::new(Code::DATE_OUTSIDE, node.origin(), message);
            reader.diagnostics.report(finding.hint(format!(
                "chọn một ngày từ {first} trở đi, hoặc đổi chỗ hai ngày nếu đã viết ngược"
            )));
        }
        let period = self.period(frame.phases.days_from(phases));
        Time {
            phases,
            period,
            wording: self.wording(),
        }
    }

    /// The time of a task: what it states, else `usual`; only the years bound it.
    pub(super) fn of_task(
        self,
        reader: &mut Reader<'_>,
        node: &Node,
        usual: Period,
        frame: &Frame,
    ) -> (Period, Wording) {
        let last = frame.phases.days(Phase::ALL[2]);
        let usual = match self.is_permanent {
            true => Period {
                start: usual.start,
                end: usual.end.max(last.end),
            },
            false => usual,
        };
        let period = self.period(usual);
        let is_meant = self.meant().is_some();
        let is_whole = self.meant().is_some_and(|it| it.start.is_some())
            || (self.start.is_some() && self.end.is_some());
        let is_known = is_whole || frame.phases.all().is_ok();
        if (is_meant || self.start.is_some() || self.end.is_some()) && is_known {
            periods::in_years(node, period, frame, reader.diagnostics);
        }
        (period, self.wording())
    }

    /// What is stated, and where nothing is, what is usual.
    fn period(&self, usual: Period) -> Period {
        let usual = match self.meant() {
            // A deadline alone does not say when work begins.
            Some(DaysMeant { start, end }) => Period {
                start: start.unwrap_or(usual.start.min(end)),
                end,
            },
            None => usual,
        };
        Period {
            start: self.start.map_or(usual.start, |(date, _)| date),
            end: self.end.map_or(usual.end, |(date, _)| date),
        }
    }

    /// Reports days outside of phases, and what to write if they are meant.
    fn report_outside(
        &self,
        what: &str,
        node: &Node,
        phases: (Phase, Phase),
        known: Period,
        frame: &Frame,
        diagnostics: &mut Diagnostics,
    ) {
        let name = match phases {
            (first, last) if first == last => format!("giai đoạn {}", first.number()),
            (first, last) => format!("các giai đoạn {} - {}", first.number(), last.number()),
        };
        let days = format!("từ {} đến {}", known.start, known.end);
        let message = format!("{what} nằm ngoài {name} ({days})");
        let finding = Diagnostic::new(Code::DATE_OUTSIDE, node.origin(), message);
        let of_day = |day: Date| frame.phases.of_day(day);
        let meant = self.meant();
        let start = self.start.map(|(day, _)| day);
        let start = start.or(meant.and_then(|it| it.start)).map(of_day);
        let end = self.end.map(|(day, _)| day);
        let end = end.or(meant.map(|it| it.end)).map(of_day);
        let span = match (start, end) {
            (Some(first), Some(last)) => first.zip(last),
            (Some(one), None) | (None, Some(one)) => one.zip(one),
            (None, None) => None,
        };
        let other = match span {
            Some((first, last)) if first == last => format!("đặt `giai_doan: {}`", first.number()),
            Some((first, last)) if first < last => {
                let numbers = first.number()..=last.number();
                let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
                format!(
                    "làm qua nhiều giai đoạn thì đặt `giai_doan: [{}]`",
                    numbers.join(", ")
                )
            }
            _ => "làm qua nhiều giai đoạn thì ghi các giai đoạn ấy, ví dụ `giai_doan: [1, 2]`"
                .to_owned(),
        };
        diagnostics.report(finding.hint(format!(
            "chọn một ngày {days}; {other}; hoặc sửa ngày của giai đoạn"
        )));
    }
}

/// The number of a phase, or a list of several that follow each other: the first and the last.
fn phase_or_span(node: &Node, diagnostics: &mut Diagnostics) -> Result<(Phase, Phase), Reported> {
    let NodeValue::Sequence(items) = &node.value else {
        return periods::phase(node, diagnostics).map(|phase| (phase, phase));
    };
    let phases = items.iter().map(|item| periods::phase(item, diagnostics));
    let phases: Vec<Phase> = phases.collect::<Result<_, _>>()?;
    let follow = |pair: &[Phase]| pair[0].number() + 1 == pair[1].number();
    match phases.as_slice() {
        [first, .., last] if phases.windows(2).all(follow) => Ok((*first, *last)),
        [one] => Ok((*one, *one)),
        _ => {
            let message = "các giai đoạn của một mục phải liền nhau, xếp từ trước đến sau";
            let finding = Diagnostic::new(Code::UNKNOWN_VALUE, node.origin(), message);
            Err(diagnostics.report(finding.hint("viết như [1, 2], [2, 3] hoặc [1, 2, 3]")))
        }
    }
}
