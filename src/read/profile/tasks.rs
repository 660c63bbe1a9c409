//! The tasks of Phụ lục I that a commune carries out.

use super::components::bodies;
use super::components::body;
use super::components::own_code;
use super::own;
use super::periods::Frame;
use super::reader::Reader;
use super::reader::each_once;
use super::times::Stated;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::ChosenComponent;
use crate::model::ChosenTask;
use crate::model::Period;
use crate::model::Task;
use crate::model::Wording;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;

/// The chosen tasks, each once; without a list, those that carry out a chosen component. The fault of
/// one whose code could not be read comes with them.
pub(super) fn tasks(
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
                wording: Wording::Days,
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
    let own = fields
        .as_mut()
        .and_then(|fields| own_code(reader, node, fields));
    let (task, at) = match (&own, &mut fields) {
        (Some(own), _) => {
            let own = own.as_ref().map_err(|reported| *reported);
            (
                own.and_then(|own| known_task(reader, node, &own.code)),
                node.origin(),
            )
        }
        (None, Some(fields)) => {
            let code = fields.require(keys::CODE, reader.diagnostics)?;
            let written = fields::text(code, reader.diagnostics)?;
            (known_task(reader, code, written), code.origin())
        }
        (None, None) => {
            let written = fields::text(node, reader.diagnostics)?;
            (known_task(reader, node, written), node.origin())
        }
    };
    let (mut lead, mut support, mut costless) = (None, None, false);
    let mut stated = Stated::default();
    let mut has_own_days = false;
    if let Some(mut fields) = fields {
        // Days that are written wrongly are days of its own all the same.
        let days = [keys::START, keys::END].map(|key| fields.take(key).is_some());
        has_own_days = days == [true, true] || node.unread.is_some();
        stated = Stated::take(reader, &mut fields, false);
        lead = fields.take(keys::LEAD).and_then(|node| body(reader, node));
        support = fields.take(keys::SUPPORT).map(|node| bodies(reader, node));
        costless = reader.flag(&mut fields, keys::COSTLESS);
        own::take_task(&mut fields, own.is_some());
        fields.finish(reader.diagnostics);
    }
    let task = task?;
    let usual = usual_days(task, components, frame);
    if task.is_own && task.components.is_empty() && !stated.says_when() {
        let message = format!("nhiệm vụ {} chưa có thời gian", task.code);
        let finding = Diagnostic::new(Code::MISSING_KEY, at, message);
        let hint = "thêm `bat_dau` và `ket_thuc`, hoặc `thuong_xuyen: true`, hoặc `thoi_han`";
        return Err(reader.diagnostics.report(finding.hint(hint)));
    }
    let (period, wording) = stated.of_task(reader, node, usual, frame);
    Ok(ChosenTask {
        code: task.code.clone(),
        period,
        wording,
        has_own_days,
        costless,
        lead,
        support,
        at,
    })
}

/// The task of a code, which stands at `node`.
fn known_task<'a>(reader: &mut Reader<'a>, node: &Node, code: &str) -> Result<&'a Task, Reported> {
    reader.catalogue.task(code).ok_or_else(|| {
        let message = format!("không có nhiệm vụ nào mang mã `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_TASK, node.origin(), message);
        let known = reader.catalogue.tasks.iter().map(|task| task.code.as_str());
        let finding = reader.diagnostics.suggest_codes(finding, code, known);
        reader.diagnostics.report_unknown(code, finding)
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
