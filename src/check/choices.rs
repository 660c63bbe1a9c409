//! What a commune chooses: phases, components and tasks, each judged beside the commune's terrain,
//! the phases and the years of the plan.

mod periods;
mod tasks;

pub(super) use periods::Phases;
pub(super) use periods::phases;
pub(super) use tasks::tasks;

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
use crate::model::Component;
use crate::model::ComponentText;
use crate::model::LeftOut;
use crate::model::Terrain;
use crate::model::keys;
use periods::dates;
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
    pub phases: Phases,
}

/// The chosen components, each once; the fault of one that could not be read, where there is one.
pub(super) fn components(
    reader: &mut Reader<'_>,
    node: &Node,
    frame: &Frame,
) -> (Vec<ChosenComponent>, Result<(), Reported>) {
    let read = |reader: &mut Reader<'_>, item: &Node| component(reader, item, frame);
    each_once(reader, node, "thành phần", |chosen| &chosen.code, read)
}

/// What a list chooses, each once; the fault of an item that could not be read, where there is one.
fn each_once<T>(
    reader: &mut Reader<'_>,
    node: &Node,
    what: &str,
    code: impl Fn(&T) -> &str,
    mut read: impl FnMut(&mut Reader<'_>, &Node) -> Result<T, Reported>,
) -> (Vec<T>, Result<(), Reported>) {
    let mut found: Vec<T> = Vec::new();
    let mut sound = node.unread.map_or(Ok(()), Err);
    let items = fields::list(node, reader.diagnostics).unwrap_or_else(|reported| {
        sound = Err(reported);
        &[]
    });
    for item in items {
        match read(reader, item) {
            Ok(one) if found.iter().any(|earlier| code(earlier) == code(&one)) => {
                twice(item, what, code(&one), reader.diagnostics);
            }
            Ok(one) => found.push(one),
            Err(reported) => sound = Err(reported),
        }
    }
    (found, sound)
}

/// What a commune adds of its own to the guidance.
struct Own {
    /// What it is called.
    name: &'static str,
    /// A file that adds one.
    file: &'static str,
    /// Its code there.
    code: &'static str,
}

impl Own {
    const COMPONENT: Self = Self {
        name: "thành phần",
        file: "content/components/HTS101.md",
        code: "HTS101",
    };

    const TASK: Self = Self {
        name: "nhiệm vụ",
        file: "content/tasks/NV-101.md",
        code: "NV-101",
    };
}

/// The code of what is chosen. Whoever names something of his own instead is told where that is written.
fn code<'n>(
    node: &'n Node,
    fields: &mut Fields<'n>,
    own: Own,
    diagnostics: &mut Diagnostics,
) -> Result<&'n Node, Reported> {
    let name = node
        .get(keys::NAME)
        .filter(|_| node.get(keys::CODE).is_none());
    let Some(name) = name else {
        return fields.require(keys::CODE, diagnostics);
    };
    let Own {
        name: what,
        file,
        code,
    } = own;
    let message = format!("hồ sơ chọn {what} theo mã, ở đây có tên mà chưa có `ma`");
    let hint = format!(
        "chọn {what} có sẵn thì thêm `ma`; {what} riêng của xã thì viết thành tệp {file} trong thư mục này, \
         theo mẫu các tệp {what} của chương trình, rồi ghi `ma: {code}`"
    );
    let finding = Diagnostic::new(Code::MISSING_KEY, name.origin(), message);
    Err(diagnostics.report(finding.hint(hint)))
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
            period: frame.phases.days(phase),
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
    let code = code(node, &mut fields, Own::COMPONENT, reader.diagnostics);
    let component = code.and_then(|node| known_component(reader, node, frame));
    let phase = fields.take(keys::PHASE);
    let phase = phase.map(|node| periods::phase(node, reader.diagnostics));
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
    let stated = phase.unwrap_or(Ok(component.phase));
    let phase = stated.unwrap_or(component.phase);
    let period = within(reader, dates, stated, phase, frame);
    let chosen = ChosenComponent {
        code: component.code.clone(),
        phase,
        period,
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
        let finding =
            finding.hint("viết mã của một đơn vị, hoặc viết tên đơn vị có dấu và chữ hoa");
        let finding = reader.diagnostics.suggest(finding, written, known);
        reader.diagnostics.report_unknown(written, finding);
        return None;
    }
    Some(written.to_owned())
}

fn bodies(reader: &mut Reader<'_>, node: &Node) -> Vec<String> {
    let items = fields::list(node, reader.diagnostics).unwrap_or_default();
    items.iter().filter_map(|item| body(reader, item)).collect()
}
