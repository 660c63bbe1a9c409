//! What a commune chooses: phases, components and tasks, each judged beside the commune's terrain,
//! the phases and the years of the plan.

mod periods;

pub(super) use periods::phases;

use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::profile::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::ChosenComponent;
use crate::model::ChosenTask;
use crate::model::Component;
use crate::model::ComponentText;
use crate::model::LeftOut;
use crate::model::Period;
use crate::model::Phase;
use crate::model::PhaseDates;
use crate::model::Task;
use crate::model::Terrain;
use crate::model::keys;
use periods::dates;
use periods::days;
use periods::in_years;
use periods::within;

/// Reports something that is chosen a second time.
pub(super) fn twice(node: &Node, what: &str, code: &str, diagnostics: &mut Diagnostics) {
    let message = format!("{what} `{code}` đã có ở trên");
    let finding = Diagnostic::new(Code::CHOSEN_TWICE, node.origin(), message);
    diagnostics.report(finding.hint("xóa một trong hai chỗ"));
}

/// What a choice is judged beside. By a piece that could not be read nothing is judged.
#[derive(Debug)]
pub(super) struct Frame {
    /// The commune's terrain.
    pub terrain: Result<Terrain, Reported>,
    /// The years of the plan.
    pub years: Result<Vec<i32>, Reported>,
    /// The phases.
    pub phases: Result<[PhaseDates; 3], Reported>,
}

/// The chosen components, each once; the fault of one that could not be read, where there is one.
pub(super) fn components(
    reader: &mut Reader<'_>,
    node: &Node,
    frame: &Frame,
) -> (Vec<ChosenComponent>, Result<(), Reported>) {
    let mut chosen: Vec<ChosenComponent> = Vec::new();
    let mut sound = Ok(());
    let items = fields::list(node, reader.diagnostics).unwrap_or_else(|reported| {
        sound = Err(reported);
        &[]
    });
    for item in items {
        let component = match component(reader, item, frame) {
            Ok(component) => component,
            Err(reported) => {
                sound = Err(reported);
                continue;
            }
        };
        if chosen.iter().any(|earlier| earlier.code == component.code) {
            twice(item, "thành phần", &component.code, reader.diagnostics);
            continue;
        }
        chosen.push(component);
    }
    (chosen, sound)
}

fn component(
    reader: &mut Reader<'_>,
    node: &Node,
    frame: &Frame,
) -> Result<ChosenComponent, Reported> {
    if matches!(node.value, NodeValue::Scalar(_)) {
        let component = known_component(reader, node, frame)?;
        let phase = component.phase;
        let chosen = ChosenComponent {
            code: component.code.clone(),
            phase,
            period: days(frame, phase)?,
            lead: None,
            support: None,
            procurement: None,
            text: ComponentText::Guidance,
            result: None,
            reason_to_buy: None,
            at: node.origin(),
        };
        return Ok(chosen);
    }
    let mut fields = Fields::new(node, reader.diagnostics)?;
    let code = fields.require(keys::CODE, reader.diagnostics);
    let component = code.and_then(|node| known_component(reader, node, frame));
    let phase = fields
        .take(keys::PHASE)
        .and_then(|node| fields::choice(node, &Phase::KEYS, reader.diagnostics).ok());
    let dates = dates(reader, &mut fields);
    let lead = fields.take(keys::LEAD).and_then(|node| body(reader, node));
    let support = fields.take(keys::SUPPORT).map(|node| bodies(reader, node));
    let procurement = fields
        .take(keys::PROCUREMENT)
        .map(|node| reader.texts.line(node, reader.diagnostics));
    let after = fields.take(keys::TEXT_AFTER);
    let instead = fields.take(keys::TEXT_INSTEAD);
    let result = fields
        .take(keys::RESULT)
        .map(|node| reader.texts.node(node, reader.diagnostics));
    let reason_to_buy = reader.text(&mut fields, keys::REASON_TO_BUY);
    fields.finish(reader.diagnostics);
    let text = match (instead, after) {
        (Some(instead), after) => {
            let own = reader.texts.node(instead, reader.diagnostics);
            let after = after.map(|node| reader.texts.node(node, reader.diagnostics));
            ComponentText::Replaced(own.followed_by(after.unwrap_or_default()))
        }
        (None, Some(after)) => {
            ComponentText::Followed(reader.texts.node(after, reader.diagnostics))
        }
        (None, None) => ComponentText::Guidance,
    };
    let component = component?;
    let phase = phase.unwrap_or(component.phase);
    let phase_name = format!("giai đoạn {}", phase.number());
    let period = within(dates, days(frame, phase), &phase_name, reader.diagnostics);
    let chosen = ChosenComponent {
        code: component.code.clone(),
        phase,
        period: period?,
        lead,
        support,
        procurement,
        text,
        result,
        reason_to_buy,
        at: code?.origin(),
    };
    Ok(chosen)
}

/// The component of a code.
pub(super) fn catalogue_component<'a>(
    reader: &mut Reader<'a>,
    node: &Node,
) -> Result<&'a Component, Reported> {
    let code = fields::text(node, reader.diagnostics)?;
    reader.catalogue.component(code).ok_or_else(|| {
        let message = format!("không có thành phần nào mang mã `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_COMPONENT, node.origin(), message);
        let known = reader
            .catalogue
            .components
            .iter()
            .map(|component| component.code.as_str());
        let finding = finding
            .hint("xem danh sách mã bằng lệnh `xaso list components`")
            .suggest(code, known);
        reader.diagnostics.report_unknown(code, finding)
    })
}

/// The component of a code that a commune deploys.
fn commune_component<'a>(reader: &mut Reader<'a>, node: &Node) -> Result<&'a Component, Reported> {
    let component = catalogue_component(reader, node)?;
    if component.supplier.is_commune() {
        return Ok(component);
    }
    let message = format!(
        "thành phần {} do cấp trên cung cấp, xã chỉ khai thác",
        component.code
    );
    let finding = Diagnostic::new(Code::NOT_A_COMMUNES_COMPONENT, node.origin(), message);
    Err(reader.diagnostics.report(finding.hint(format!(
        "bỏ thành phần này; xã chọn thành phần khai thác dùng chung cùng nhóm {}",
        component.group.letters()
    ))))
}

/// The component of a code, fit for this commune.
fn known_component<'a>(
    reader: &mut Reader<'a>,
    node: &Node,
    frame: &Frame,
) -> Result<&'a Component, Reported> {
    let component = commune_component(reader, node)?;
    if let (Some(terrain), Ok(own)) = (component.terrain, frame.terrain)
        && terrain != own
    {
        let message = format!(
            "thành phần {} dành cho địa bàn {}, hồ sơ ghi địa bàn {}",
            component.code,
            terrain.name(),
            own.name()
        );
        let finding = Diagnostic::new(Code::OTHER_TERRAIN, node.origin(), message);
        reader.diagnostics.report(
            finding.hint("bỏ thành phần này, hoặc sửa `dia_ban` trong nhóm `xa` nếu đã ghi nhầm"),
        );
    }
    Ok(component)
}

/// What the commune leaves out on purpose, each with its reason.
pub(super) fn left_out(
    reader: &mut Reader<'_>,
    node: &Node,
    chosen: &[ChosenComponent],
) -> Vec<LeftOut> {
    let mut found: Vec<LeftOut> = Vec::new();
    for item in fields::list(node, reader.diagnostics).unwrap_or_default() {
        let Ok(left) = left_out_item(reader, item) else {
            continue;
        };
        let is_chosen = chosen.iter().any(|chosen| chosen.code == left.code);
        if is_chosen || found.iter().any(|earlier| earlier.code == left.code) {
            twice(item, "thành phần", &left.code, reader.diagnostics);
            continue;
        }
        found.push(left);
    }
    found
}

fn left_out_item(reader: &mut Reader<'_>, node: &Node) -> Result<LeftOut, Reported> {
    let mut fields = Fields::new(node, reader.diagnostics)?;
    let code = fields.require(keys::CODE, reader.diagnostics);
    let code = code.and_then(|node| commune_component(reader, node));
    let reason = fields.require(keys::REASON, reader.diagnostics);
    let reason = reason.and_then(|node| fields::text(node, reader.diagnostics));
    let is_present = reader.flag(&mut fields, keys::PRESENT);
    fields.finish(reader.diagnostics);
    Ok(LeftOut {
        code: code?.code.clone(),
        reason: reason?.to_owned(),
        is_present,
    })
}

/// Who leads: the code of a body, or free text.
fn body(reader: &mut Reader<'_>, node: &Node) -> Option<String> {
    let written = fields::text(node, reader.diagnostics).ok()?;
    let looks_like_code = written
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if looks_like_code && reader.catalogue.body(written).is_none() {
        let message = format!("không có đơn vị nào mang mã `{written}`");
        let finding = Diagnostic::new(Code::DANGLING_REFERENCE, node.origin(), message);
        let known = reader
            .catalogue
            .bodies
            .iter()
            .map(|body| body.code.as_str());
        let finding = finding
            .hint("viết mã của một đơn vị, hoặc viết tên đơn vị có dấu và chữ hoa")
            .suggest(written, known);
        reader.diagnostics.report_unknown(written, finding);
        return None;
    }
    Some(written.to_owned())
}

fn bodies(reader: &mut Reader<'_>, node: &Node) -> Vec<String> {
    let items = fields::list(node, reader.diagnostics).unwrap_or_default();
    items.iter().filter_map(|item| body(reader, item)).collect()
}

/// The chosen tasks, each once; without a list, those that carry out a chosen component.
pub(super) fn tasks(
    reader: &mut Reader<'_>,
    node: Option<&Node>,
    components: &[ChosenComponent],
    frame: &Frame,
) -> Vec<ChosenTask> {
    let Some(node) = node else {
        let served = |codes: &[String]| {
            components
                .iter()
                .find(|chosen| codes.contains(&chosen.code))
        };
        return reader
            .catalogue
            .tasks
            .iter()
            .filter_map(|task| {
                Some(ChosenTask {
                    code: task.code.clone(),
                    period: usual_days(task, components, frame).ok()?,
                    has_own_days: false,
                    costless: false,
                    lead: None,
                    support: None,
                    at: served(&task.components)?.at.clone(),
                })
            })
            .collect();
    };
    let mut chosen: Vec<ChosenTask> = Vec::new();
    for item in fields::list(node, reader.diagnostics).unwrap_or_default() {
        let Ok(task) = task(reader, item, components, frame) else {
            continue;
        };
        if chosen.iter().any(|earlier| earlier.code == task.code) {
            twice(item, "nhiệm vụ", &task.code, reader.diagnostics);
            continue;
        }
        chosen.push(task);
    }
    chosen
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
        Some(fields) => fields.require(keys::CODE, reader.diagnostics)?,
    };
    let code = fields::text(code_node, reader.diagnostics)?;
    let task = reader.catalogue.task(code).ok_or_else(|| {
        let message = format!("không có nhiệm vụ nào mang mã `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_TASK, code_node.origin(), message);
        let known = reader.catalogue.tasks.iter().map(|task| task.code.as_str());
        let finding = finding.suggest(code, known);
        reader.diagnostics.report_unknown(code, finding)
    });
    let (mut dates, mut lead, mut support, mut costless) = ((None, None), None, None, false);
    if let Some(mut fields) = fields {
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
        start: start.map_or(usual.map(|usual| usual.start), |(date, _)| Ok(date))?,
        end: end.map_or(usual.map(|usual| usual.end), |(date, _)| Ok(date))?,
    };
    let has_own_days = start.is_some() && end.is_some() || node.unread.is_some();
    if start.is_some() || end.is_some() {
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
fn usual_days(
    task: &Task,
    components: &[ChosenComponent],
    frame: &Frame,
) -> Result<Period, Reported> {
    let of_task = components.iter();
    let of_task = of_task.filter(|chosen| task.components.contains(&chosen.code));
    let periods: Vec<Period> = of_task.map(|chosen| chosen.period).collect();
    let first = periods.iter().map(|period| period.start).min();
    let last = periods.iter().map(|period| period.end).max();
    match (first, last) {
        (Some(start), Some(end)) => Ok(Period { start, end }),
        _ => days(frame, task.phase),
    }
}
