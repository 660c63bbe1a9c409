//! The components that a commune chooses, and those that it leaves out on purpose, each judged beside the commune's
//! terrain, the phases and the years of the plan.

use super::additions::OwnCode;
use super::own;
use super::periods::Frame;
use super::reader::Reader;
use super::reader::each_once;
use super::reader::twice;
use super::times::Stated;
use super::times::Time;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::ChosenComponent;
use crate::model::Component;
use crate::model::ComponentText;
use crate::model::LeftOut;
use crate::model::Wording;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;

/// The chosen components, each once; the fault of one that could not be read, where there is one.
pub(super) fn components(
    reader: &mut Reader<'_>,
    node: &Node,
    frame: &Frame,
) -> (Vec<ChosenComponent>, Result<(), Reported>) {
    let read = |reader: &mut Reader<'_>, item: &Node| component(reader, item, frame);
    each_once(reader, node, "thành phần", |chosen| &chosen.code, read)
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
            last_phase: phase,
            period: frame.phases.days(phase),
            wording: Wording::Days,
            lead: None,
            support: None,
            procurement: None,
            text: ComponentText::Guidance,
            result: None,
            reason_to_buy: None,
            has_given_code: false,
            needs_opinion: component.supplier.needs_opinion(),
            opinion: None,
            at: node.origin(),
        };
        return Ok(chosen);
    }
    let mut fields = Fields::new(node, reader.diagnostics)?;
    let own = own_code(reader, node, &mut fields);
    let (component, at) = match &own {
        Some(own) => {
            own::take_component(&mut fields);
            let own = own.as_ref().map_err(|reported| *reported);
            let own = own.and_then(|own| own_component(reader, node, &own.code));
            (own, node.origin())
        }
        None => {
            let code = fields.require(keys::CODE, reader.diagnostics);
            let at = code.map_or_else(|_| node.origin(), Node::origin);
            (
                code.and_then(|node| known_component(reader, node, frame)),
                at,
            )
        }
    };
    let stated = Stated::take(reader, &mut fields, true);
    if own.is_some() && !stated.says_when() && stated.phases.is_none() {
        let _ = fields.require(keys::PHASE, reader.diagnostics);
    }
    let lead = fields.take(keys::LEAD).and_then(|node| body(reader, node));
    let support = fields.take(keys::SUPPORT).map(|node| bodies(reader, node));
    let procurement = fields
        .take(keys::PROCUREMENT)
        .map(|node| reader.texts.line(node, reader.diagnostics));
    // What is the commune's own has no text that another could follow or replace.
    let [after, instead] = match own {
        Some(_) => [None, None],
        None => [keys::TEXT_AFTER, keys::TEXT_INSTEAD].map(|key| fields.take(key)),
    };
    let result = fields
        .take(keys::RESULT)
        .map(|node| reader.texts.own(node, reader.diagnostics));
    let reason_to_buy = reader.text(&mut fields, keys::REASON_TO_BUY);
    fields.finish(reader.diagnostics);
    let text = match (instead, after) {
        (Some(instead), after) => {
            let own = reader.texts.own(instead, reader.diagnostics);
            let after = after.map(|node| reader.texts.own(node, reader.diagnostics));
            ComponentText::Replaced(own.followed_by(after.unwrap_or_default()))
        }
        (None, Some(after)) => ComponentText::Followed(reader.texts.own(after, reader.diagnostics)),
        (None, None) => ComponentText::Guidance,
    };
    let component = component?;
    // What is the commune's own stands where its first day lies.
    let first_day = stated.start.or(stated.end).filter(|_| own.is_some());
    let usual = first_day.and_then(|(day, _)| frame.phases.of_day(day));
    let usual = usual.unwrap_or(component.phase);
    let Time {
        phases: (phase, last_phase),
        period,
        wording,
    } = stated.of_component(reader, usual, frame);
    let chosen = ChosenComponent {
        code: component.code.clone(),
        phase,
        last_phase,
        period,
        wording,
        lead,
        support,
        procurement,
        text,
        result,
        reason_to_buy,
        has_given_code: own.is_some_and(|own| own.is_ok_and(|own| own.is_given)),
        needs_opinion: component.supplier.needs_opinion(),
        opinion: None,
        at,
    };
    Ok(chosen)
}

/// The code of an item that names something of the commune's own; nothing of one that does not.
pub(super) fn own_code(
    reader: &Reader<'_>,
    node: &Node,
    fields: &mut Fields<'_>,
) -> Option<Result<OwnCode, Reported>> {
    let code = reader.own.code(node)?;
    let _ = fields.take(keys::CODE);
    Some(code.cloned())
}

/// The component of the commune's own that an item names; it stands in the catalogue that was extended by it.
fn own_component<'a>(
    reader: &mut Reader<'a>,
    node: &Node,
    code: &str,
) -> Result<&'a Component, Reported> {
    reader.catalogue.component(code).ok_or_else(|| {
        let message = format!("không có thành phần nào mang mã `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_COMPONENT, node.origin(), message);
        reader.diagnostics.report(finding)
    })
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
        let finding = finding.hint("xem danh sách mã bằng lệnh `xaso list components`");
        let finding = reader.diagnostics.suggest_codes(finding, code, known);
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
pub(super) fn body(reader: &mut Reader<'_>, node: &Node) -> Option<String> {
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
        let finding =
            finding.hint("viết mã của một đơn vị, hoặc viết tên đơn vị có dấu và chữ hoa");
        let finding = reader.diagnostics.suggest(finding, written, known);
        reader.diagnostics.report_unknown(written, finding);
        return None;
    }
    Some(written.to_owned())
}

pub(super) fn bodies(reader: &mut Reader<'_>, node: &Node) -> Vec<String> {
    let items = fields::list(node, reader.diagnostics).unwrap_or_default();
    items.iter().filter_map(|item| body(reader, item)).collect()
}
