//! The tasks of Phụ lục I that a commune carries out.

use super::Frame;
use super::Own;
use super::bodies;
use super::body;
use super::code;
use super::each_once;
use super::periods;
use super::periods::in_years;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::profile::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::ChosenComponent;
use crate::model::ChosenTask;
use crate::model::Period;
use crate::model::Task;
use crate::model::keys;

/// The chosen tasks, each once; without a list, those that carry out a chosen component. The fault of
/// one whose code could not be read comes with them.
pub(in crate::check) fn tasks(
    reader: &mut Reader<'_>,
    node: Option<&Node>,
    components: &[ChosenComponent],
    frame: &Frame,
) -> (Vec<ChosenTask>, Result<(), Reported>) {
    let Some(node) = node else {
        return (usual(reader, components, frame), Ok(()));
    };
    let read = |reader: &mut Reader<'_>, item: &Node| task(reader, item, components, frame);
    each_once(reader, node, "nhiệm vụ", |chosen| &chosen.code, read)
}

/// The tasks that carry out a chosen component.
fn usual(reader: &Reader<'_>, components: &[ChosenComponent], frame: &Frame) -> Vec<ChosenTask> {
    let served = |codes: &[String]| {
        let mut chosen = components.iter();
        chosen.find(|chosen| codes.contains(&chosen.code))
    };
    let tasks = reader.catalogue.tasks.iter();
    tasks
        .filter_map(|task| {
            Some(ChosenTask {
                code: task.code.clone(),
                period: usual_days(task, components, frame),
                has_own_days: false,
                costless: false,
                lead: None,
                support: None,
                at: served(&task.components)?.at.clone(),
            })
        })
        .collect()
}

fn task(
    reader: &mut Reader<'_>,
    node: &Node,
    components: &[ChosenComponent],
    frame: &Frame,
) -> Result<ChosenTask, Reported> {
    let bare = matches!(node.value, NodeValue::Scalar(_));
    let mut fields = if bare {
        None
    } else {
        Some(Fields::new(node, reader.diagnostics)?)
    };
    let code_node = match &mut fields {
        None => node,
        Some(fields) => code(node, fields, Own::TASK, reader.diagnostics)?,
    };
    let code = fields::text(code_node, reader.diagnostics)?;
    let task = reader.catalogue.task(code).ok_or_else(|| {
        let message = format!("không có nhiệm vụ nào mang mã `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_TASK, code_node.origin(), message);
        let known = reader.catalogue.tasks.iter().map(|task| task.code.as_str());
        let finding = reader.diagnostics.suggest_codes(finding, code, known);
        reader.diagnostics.report_unknown(code, finding)
    });
    let (mut dates, mut lead, mut support, mut costless) = ((None, None), None, None, false);
    let mut has_own_days = false;
    if let Some(mut fields) = fields {
        // Days that are written wrongly are days of its own all the same.
        let days = [keys::START, keys::END].map(|key| fields.take(key).is_some());
        has_own_days = days == [true, true] || node.unread.is_some();
        dates = periods::dates(reader, &mut fields);
        lead = fields.take(keys::LEAD).and_then(|node| body(reader, node));
        support = fields.take(keys::SUPPORT).map(|node| bodies(reader, node));
        costless = reader.flag(&mut fields, keys::COSTLESS);
        fields.finish(reader.diagnostics);
    }
    let task = task?;
    let usual = usual_days(task, components, frame);
    let (start, end) = dates;
    // A task may run through several phases, so only the years bound it.
    let period = Period {
        start: start.map_or(usual.start, |(date, _)| date),
        end: end.map_or(usual.end, |(date, _)| date),
    };
    let is_known = frame.phases.all().is_ok() || (start.is_some() && end.is_some());
    if (start.is_some() || end.is_some()) && is_known {
        in_years(node, period, frame, reader.diagnostics);
    }
    Ok(ChosenTask {
        code: task.code.clone(),
        period,
        has_own_days,
        costless,
        lead,
        support,
        at: code_node.origin(),
    })
}

/// The days of a task that states none: from the first to the last of the components that it
/// carries out, or those of its phase where none of them is chosen.
fn usual_days(task: &Task, components: &[ChosenComponent], frame: &Frame) -> Period {
    let of_task = components.iter();
    let of_task = of_task.filter(|chosen| task.components.contains(&chosen.code));
    let periods: Vec<Period> = of_task.map(|chosen| chosen.period).collect();
    let first = periods.iter().map(|period| period.start).min();
    let last = periods.iter().map(|period| period.end).max();
    match (first, last) {
        (Some(start), Some(end)) => Period { start, end },
        _ => frame.phases.days(task.phase),
    }
}
