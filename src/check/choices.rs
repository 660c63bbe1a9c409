//! What a commune chooses: phases, components and tasks, each judged beside the commune's terrain,
//! the phases and the years of the plan.

mod periods;

pub(super) use periods::phases;

use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::keys;
use crate::check::profile::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::ChosenComponent;
use crate::model::ChosenTask;
use crate::model::Commune;
use crate::model::Component;
use crate::model::ComponentText;
use crate::model::Period;
use crate::model::Phase;
use crate::model::PhaseDates;
use periods::dates;
use periods::days;
use periods::in_years;
use periods::within;

/// Reports something that is chosen a second time.
pub(super) fn twice(node: &Node, what: &str, code: &str, diagnostics: &mut Diagnostics) {
    let message = format!("{what} `{code}` đã được chọn ở trên");
    let finding = Diagnostic::error(Code::CHOSEN_TWICE, node.origin(), message);
    diagnostics.report(finding.hint("xóa một trong hai chỗ"));
}

/// The chosen components, each once, and whether all that were named could be read.
pub(super) fn components(
    reader: &mut Reader<'_>,
    node: &Node,
    commune: &Commune,
    phases: &[PhaseDates; 3],
) -> (Vec<ChosenComponent>, bool) {
    let mut chosen: Vec<ChosenComponent> = Vec::new();
    let mut sound = true;
    for item in fields::list(node, reader.diagnostics).unwrap_or_default() {
        let Ok(component) = component(reader, item, commune, phases) else {
            sound = false;
            continue;
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
    commune: &Commune,
    phases: &[PhaseDates; 3],
) -> Result<ChosenComponent, Reported> {
    if matches!(node.value, NodeValue::Scalar(_)) {
        let component = known_component(reader, node, commune)?;
        let phase = component.phase;
        let chosen = ChosenComponent {
            code: component.code.clone(),
            phase,
            period: days(phases, phase),
            lead: None,
            support: None,
            procurement: None,
            text: ComponentText::Guidance,
            result: None,
        };
        return Ok(chosen);
    }
    let mut fields = Fields::new(node, reader.diagnostics)?;
    let code = fields.require(keys::CODE, reader.diagnostics);
    let component = code.and_then(|node| known_component(reader, node, commune));
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
    let phase_days = days(phases, phase);
    let chosen = ChosenComponent {
        code: component.code.clone(),
        phase,
        period: within(
            dates,
            phase_days,
            &format!("giai đoạn {}", phase.number()),
            reader.diagnostics,
        ),
        lead,
        support,
        procurement,
        text,
        result,
    };
    Ok(chosen)
}

/// The component of a code, fit for this commune.
fn known_component<'a>(
    reader: &mut Reader<'a>,
    node: &Node,
    commune: &Commune,
) -> Result<&'a Component, Reported> {
    let code = fields::text(node, reader.diagnostics)?;
    let Some(component) = reader.catalogue.component(code) else {
        let message = format!("không có thành phần nào mang mã `{code}`");
        let finding = Diagnostic::error(Code::UNKNOWN_COMPONENT, node.origin(), message);
        let known = reader
            .catalogue
            .components
            .iter()
            .map(|component| component.code.as_str());
        let finding = finding
            .hint("xem danh sách mã bằng lệnh `xaso list components`")
            .suggest(code, known);
        return Err(reader.diagnostics.report_unknown(code, finding));
    };
    if !component.supplier.is_commune() {
        let message = format!(
            "thành phần {} do cấp trên cung cấp, xã chỉ khai thác",
            component.code
        );
        let finding = Diagnostic::error(Code::NOT_A_COMMUNES_COMPONENT, node.origin(), message);
        return Err(reader.diagnostics.report(finding.hint(format!(
            "bỏ thành phần này; xã chọn thành phần khai thác dùng chung cùng nhóm {}",
            component.group.letters()
        ))));
    }
    if let Some(terrain) = component
        .terrain
        .filter(|terrain| *terrain != commune.terrain)
    {
        let message = format!(
            "thành phần {} dành cho địa bàn {}, {} thuộc địa bàn {}",
            component.code,
            terrain.name(),
            commune.full_name(),
            commune.terrain.name()
        );
        reader.diagnostics.report(Diagnostic::error(
            Code::OTHER_TERRAIN,
            node.origin(),
            message,
        ));
    }
    Ok(component)
}

/// Who leads: the code of a body, or free text.
fn body(reader: &mut Reader<'_>, node: &Node) -> Option<String> {
    let written = fields::text(node, reader.diagnostics).ok()?;
    let looks_like_code = written
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if looks_like_code && reader.catalogue.body(written).is_none() {
        let message = format!("không có đơn vị nào mang mã `{written}`");
        let finding = Diagnostic::error(Code::DANGLING_REFERENCE, node.origin(), message);
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
    phases: &[PhaseDates; 3],
    years: &[i32],
) -> Vec<ChosenTask> {
    let Some(node) = node else {
        let serves = |codes: &[String]| {
            codes
                .iter()
                .any(|code| components.iter().any(|chosen| chosen.code == *code))
        };
        return reader
            .catalogue
            .tasks
            .iter()
            .filter(|task| serves(&task.components))
            .map(|task| ChosenTask {
                code: task.code.clone(),
                period: days(phases, task.phase),
                lead: None,
                support: None,
            })
            .collect();
    };
    let mut chosen: Vec<ChosenTask> = Vec::new();
    for item in fields::list(node, reader.diagnostics).unwrap_or_default() {
        let Ok(task) = task(reader, item, phases, years) else {
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
    phases: &[PhaseDates; 3],
    years: &[i32],
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
    let mut chosen = None;
    if let Some(task) = reader.catalogue.task(code) {
        chosen = Some(ChosenTask {
            code: task.code.clone(),
            period: days(phases, task.phase),
            lead: None,
            support: None,
        });
    }
    if let Some(mut fields) = fields {
        let dates = dates(reader, &mut fields);
        let lead = fields.take(keys::LEAD).and_then(|node| body(reader, node));
        let support = fields.take(keys::SUPPORT).map(|node| bodies(reader, node));
        fields.finish(reader.diagnostics);
        if let Some(chosen) = &mut chosen {
            // A task may run through several phases, so only the years bound it; a day that it
            // does not state is that of its phase.
            if dates.0.is_some() || dates.1.is_some() {
                let period = Period {
                    start: dates.0.map_or(chosen.period.start, |(date, _)| date),
                    end: dates.1.map_or(chosen.period.end, |(date, _)| date),
                };
                in_years(node, period, years, reader.diagnostics);
                chosen.period = period;
            }
            chosen.lead = lead;
            chosen.support = support;
        }
    }
    chosen.ok_or_else(|| {
        let message = format!("không có nhiệm vụ nào mang mã `{code}`");
        let finding = Diagnostic::error(Code::UNKNOWN_TASK, code_node.origin(), message);
        let known = reader.catalogue.tasks.iter().map(|task| task.code.as_str());
        let finding = finding.suggest(code, known);
        reader.diagnostics.report_unknown(code, finding)
    })
}
