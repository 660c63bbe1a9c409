//! Whether the plan covers what a plan has: three pillars, four layers, tasks for its components.

use super::Finding;
use super::Subject;
use crate::model::Layer;
use crate::model::Pillar;
use crate::model::Task;
use crate::model::keys;

/// Each pillar in words.
pub(super) const PILLARS: [(Pillar, &str); 3] = [
    (Pillar::Government, "Chính quyền số"),
    (Pillar::Economy, "Kinh tế số"),
    (Pillar::Society, "Xã hội số"),
];

/// A plan has something to do in each pillar (Khung kế hoạch, Phần I, Mục IV).
pub(super) fn pillar_without_component(subject: &Subject<'_>) -> Vec<Finding> {
    let at = subject.at(keys::COMPONENTS);
    PILLARS
        .iter()
        .filter(|(pillar, _)| {
            subject
                .chosen()
                .all(|(_, component)| component.pillar != *pillar)
        })
        .map(|(pillar, name)| {
            Finding::new(
                &at,
                format!("trụ cột {name} không có thành phần nào"),
                format!(
                    "chọn ít nhất một thành phần của trụ cột này; xem bằng lệnh `xaso list components --tru-cot {}`",
                    pillar.key()
                ),
            )
        })
        .collect()
}

/// A plan touches each of the four layers (Tài liệu hướng dẫn, Mục III.1).
pub(super) fn layer_without_component(subject: &Subject<'_>) -> Vec<Finding> {
    let at = subject.at(keys::COMPONENTS);
    Layer::ALL
        .into_iter()
        .filter(|layer| {
            subject
                .chosen()
                .all(|(_, component)| component.layer != *layer)
        })
        .map(|layer| {
            Finding::new(
                &at,
                format!("lớp {} không có thành phần nào", layer.number()),
                format!(
                    "chọn ít nhất một thành phần của lớp này; xem bằng lệnh `xaso list components --lop {}`",
                    layer.number()
                ),
            )
        })
        .collect()
}

/// A component is carried out by some task of Phụ lục I.
pub(super) fn component_without_task(subject: &Subject<'_>) -> Vec<Finding> {
    let tasks = subject.profile.tasks.iter();
    let tasks: Vec<_> = tasks
        .filter_map(|chosen| subject.catalogue.task(&chosen.code))
        .collect();
    subject
        .chosen()
        .filter(|(_, component)| {
            tasks
                .iter()
                .all(|task| !task.components.contains(&component.code))
        })
        .filter_map(|(chosen, component)| {
            // Where no task of the catalogue carries it out, there is none to choose.
            let mut of_catalogue = subject.catalogue.tasks.iter();
            let task = of_catalogue.find(|task| task.components.contains(&component.code))?;
            Some(Finding::new(
                &chosen.at,
                format!(
                    "{} không nằm trong nhiệm vụ nào của Phụ lục I",
                    component.code
                ),
                format!("thêm {} ({}) vào `nhiem_vu`", task.code, task.name),
            ))
        })
        .collect()
}

/// Which of a task's components a commune of this terrain may choose.
fn offered(subject: &Subject<'_>, task: &Task) -> String {
    let terrain = subject.profile.commune.terrain;
    let codes = task.components.iter().map(String::as_str);
    let codes: Vec<&str> = codes
        .filter(|code| {
            let component = subject.catalogue.component(code);
            component.is_some_and(|component| component.is_offered(terrain))
        })
        .collect();
    if codes.is_empty() {
        "bỏ nhiệm vụ này: không thành phần nào của nó dành cho địa bàn của xã".to_owned()
    } else {
        format!("chọn một trong các thành phần: {}", codes.join(", "))
    }
}

/// A task carries out some chosen component.
pub(super) fn task_without_component(subject: &Subject<'_>) -> Vec<Finding> {
    let tasks = subject.profile.tasks.iter();
    tasks
        .filter_map(|chosen| Some((chosen, subject.catalogue.task(&chosen.code)?)))
        // A task of the commune's own may stand for itself.
        .filter(|(_, task)| !task.is_own || !task.components.is_empty())
        .filter(|(_, task)| !task.components.iter().any(|code| subject.is_chosen(code)))
        .map(|(chosen, task)| {
            Finding::new(
                &chosen.at,
                format!(
                    "nhiệm vụ {} không thực hiện thành phần nào đã chọn",
                    task.code
                ),
                offered(subject, task),
            )
        })
        .collect()
}

/// What the estimate spends on a component of the commune's own is spent on it by a code that stays: one that the
/// program gave goes to another component as soon as the profile names another before.
pub(super) fn own_code_unwritten(subject: &Subject<'_>) -> Vec<Finding> {
    let chosen = subject.profile.components.iter();
    let given = chosen.filter(|chosen| chosen.has_given_code);
    given
        .filter(|chosen| subject.lines_of(&chosen.code).next().is_some())
        .map(|chosen| {
            let code = &chosen.code;
            Finding::new(
                &chosen.at,
                format!("dự toán ghi mã {code}, mã này hồ sơ chưa ghi, do chương trình đặt theo thứ tự"),
                format!("thêm `ma: {code}` vào thành phần này, để mã không đổi khi thêm, bớt thành phần khác"),
            )
        })
        .collect()
}
