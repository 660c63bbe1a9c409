//! What the province answered to the components that a commune proposed, letter by letter.

use super::components::catalogue_component;
use super::reader::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::ChosenComponent;
use crate::model::Opinion;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;

/// Reads the letters and gives each component the last that speaks of it. Whether the components that they agree to
/// are chosen is judged where these are known.
pub(super) fn opinions(
    reader: &mut Reader<'_>,
    node: &Node,
    components: &mut [ChosenComponent],
    components_read: Result<(), Reported>,
) {
    for letter in fields::list(node, reader.diagnostics).unwrap_or_default() {
        let Ok(answers) = answers(reader, letter) else {
            continue;
        };
        for (code, opinion) in answers {
            let mut chosen = components.iter_mut();
            let Some(chosen) = chosen.find(|chosen| chosen.code == code) else {
                if opinion.is_agreed && components_read.is_ok() {
                    let message = format!("hồ sơ không chọn thành phần {code}");
                    let at = opinion.at.clone();
                    let finding = Diagnostic::new(Code::COMPONENT_NOT_CHOSEN, at, message);
                    let hint = "thêm mã này vào `thanh_phan`; không triển khai thì bỏ mã này ở đây";
                    reader.diagnostics.report(finding.hint(hint));
                }
                continue;
            };
            let is_last = chosen
                .opinion
                .as_ref()
                .is_none_or(|it| it.date <= opinion.date);
            if is_last {
                chosen.opinion = Some(opinion);
            }
        }
    }
}

/// What a letter says of each component.
fn answers(reader: &mut Reader<'_>, node: &Node) -> Result<Vec<(String, Opinion)>, Reported> {
    let mut fields = Fields::new(node, reader.diagnostics)?;
    let number = fields.require(keys::NUMBER, reader.diagnostics);
    let number = number.and_then(|node| fields::text(node, reader.diagnostics));
    let date = fields.require(keys::DATE, reader.diagnostics);
    let date = date.and_then(|node| fields::date(node, reader.diagnostics));
    let lists = [(keys::AGREED, true), (keys::REFUSED, false)];
    let lists = lists.map(|(key, is_agreed)| (fields.take(key), is_agreed));
    fields.finish(reader.diagnostics);
    if lists.iter().all(|(list, _)| list.is_none()) {
        let message = "văn bản trả lời chưa ghi đồng ý hay không đồng ý thành phần nào";
        let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
        let hint = "thêm `dong_y: [HTS15]` hoặc `khong_dong_y: [HTS15]`";
        return Err(reader.diagnostics.report(finding.hint(hint)));
    }
    let mut found: Vec<(String, Opinion)> = Vec::new();
    let (number, date) = (number?, date?);
    for (list, is_agreed) in lists {
        let items = list.map(|node| fields::list(node, reader.diagnostics).unwrap_or_default());
        for item in items.unwrap_or_default() {
            let Ok(component) = catalogue_component(reader, item) else {
                continue;
            };
            let code = &component.code;
            let mut earlier = found.iter();
            if earlier.any(|(other, it)| other == code && it.is_agreed != is_agreed) {
                let message = format!("văn bản này vừa đồng ý vừa không đồng ý {code}");
                let finding = Diagnostic::new(Code::CONTRADICTORY, item.origin(), message);
                reader
                    .diagnostics
                    .report(finding.hint("giữ mã ở một trong hai khóa `dong_y`, `khong_dong_y`"));
                continue;
            }
            found.push((
                code.clone(),
                Opinion {
                    number: number.to_owned(),
                    date,
                    is_agreed,
                    at: item.origin(),
                },
            ));
        }
    }
    Ok(found)
}
