//! What a folder takes away from the catalogue, under `bo` in `content/settings.yaml`: components, objectives and
//! tasks by their codes, each with the reason.
//!
//! What other entries say of one falls away with it, and is told of. Entries that share a file, such as
//! documents, are taken away in a file of the folder's own; bodies and sections have their places in every plan.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Document;
use crate::load::Inputs;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Answer;
use crate::model::Catalogue;
use crate::model::Condition;
use crate::model::Demand;
use crate::model::PlanPlace;
use crate::model::ascii_code;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::references::Places;
use crate::read::references::Reference;
use crate::read::text::TextReader;
use crate::source::Origin;
use crate::source::Sources;

/// So many files are named that speak of an entry, not more.
const FEW: usize = 3;

/// What is taken away.
#[derive(Debug, Default)]
pub(crate) struct Removals {
    list: Vec<Removal>,
}

#[derive(Debug)]
struct Removal {
    code: String,
    reason: String,
    at: Origin,
}

impl Removal {
    fn is_of(&self, code: &str) -> bool {
        ascii_code(&self.code) == ascii_code(code)
    }
}

/// The code of an entry that has a file of its own.
fn code_of(document: &Document) -> &str {
    let code = document.front.get(keys::CODE).map(|node| &node.value);
    match code {
        Some(NodeValue::Scalar(code)) => code,
        _ => &document.stem,
    }
}

impl Removals {
    /// Reads what stands under the key; faults are reported.
    pub(crate) fn read(node: Option<&Node>, diagnostics: &mut Diagnostics) -> Self {
        let mut removals = Self::default();
        let items = node.map(|node| fields::list(node, diagnostics));
        for item in items.and_then(Result::ok).unwrap_or_default() {
            let Ok(removal) = removal(item, diagnostics) else {
                continue;
            };
            if removals.find(&removal.code).is_some() {
                let message = format!("`{}` đã bỏ ở trên", removal.code);
                let finding = Diagnostic::new(Code::CHOSEN_TWICE, removal.at, message);
                diagnostics.report(finding.hint("giữ một dòng cho mỗi mã"));
                continue;
            }
            removals.list.push(removal);
        }
        removals
    }

    fn find(&self, code: &str) -> Option<&Removal> {
        self.list.iter().find(|removal| removal.is_of(code))
    }

    /// Takes the entries away before they are read; a code that none bears is reported.
    pub(crate) fn take_from(&mut self, inputs: &mut Inputs, diagnostics: &mut Diagnostics) {
        let Inputs {
            components,
            objectives,
            tasks,
            ..
        } = inputs;
        let lists = [components, objectives, tasks];
        let known = lists.iter().flat_map(|list| list.iter().map(code_of));
        let known: Vec<String> = known.map(str::to_owned).collect();
        self.list.retain_mut(|removal| {
            let Some(code) = known.iter().find(|code| removal.is_of(code)) else {
                unknown(removal, &known, diagnostics);
                return false;
            };
            // As it is written officially.
            removal.code.clone_from(code);
            diagnostics.take_away(code, &removal.reason);
            true
        });
        for list in lists {
            list.retain(|document| self.find(code_of(document)).is_none());
        }
    }

    /// Lets what the catalogue and its texts say of the entries fall away, and tells of it.
    pub(crate) fn settle(
        &self,
        catalogue: &mut Catalogue,
        places: &Places,
        texts: &TextReader,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) {
        if self.list.is_empty() {
            return;
        }
        let conditions = texts.conditions();
        for removal in &self.list {
            let references = places.references.iter();
            let references = references.map(|Reference { code, at, .. }| (code.as_str(), at));
            let conditions = conditions.iter().map(|(word, at)| (word.as_str(), at));
            let mentions = references.chain(conditions);
            let mentions = mentions.filter(|(code, _)| removal.is_of(code));
            let mentions: Vec<&Origin> = mentions.map(|(_, at)| at).collect();
            if !mentions.is_empty() {
                diagnostics.report(mentioned(removal, &mentions, sources));
            }
        }
        self.drop_needs(catalogue, places, diagnostics);
        let is_kept = |code: &String| self.find(code).is_none();
        for objective in &mut catalogue.objectives {
            objective.components.retain(is_kept);
            objective.tasks.retain(is_kept);
            if let Some(superseded) = &mut objective.superseded {
                let removal = superseded.by.iter().find_map(|code| self.find(code));
                superseded.by.retain(is_kept);
                if let (Some(removal), None, true) =
                    (removal, &superseded.reason, superseded.by.is_empty())
                {
                    superseded.reason = Some(removal.reason.clone());
                }
            }
        }
        let tasks = catalogue.tasks.iter_mut().map(|task| &mut task.components);
        let groups = catalogue.province_tasks.iter_mut();
        let province = groups.flat_map(|group| &mut group.tasks);
        for components in tasks.chain(province.map(|task| &mut task.components)) {
            components.retain(is_kept);
        }
        let demands = catalogue.demands.iter_mut();
        for demand in demands.flat_map(|source| &mut source.demands) {
            self.drop_places(demand);
        }
    }

    /// A need that nothing is left to meet falls away, and whoever had it is told.
    fn drop_needs(
        &self,
        catalogue: &mut Catalogue,
        places: &Places,
        diagnostics: &mut Diagnostics,
    ) {
        for component in &mut catalogue.components {
            let own = places.codes.get(&component.code);
            component.depends_on.retain_mut(|need| {
                let removal = need.any_of.iter().find_map(|code| self.find(code));
                need.any_of.retain(|code| self.find(code).is_none());
                let Some(removal) = removal.filter(|_| need.any_of.is_empty()) else {
                    return true;
                };
                let here = |reference: &&Reference| {
                    removal.is_of(&reference.code)
                        && own.is_some_and(|own| own.file() == reference.at.file())
                };
                let reference = places.references.iter().find(here);
                if let Some(at) = reference.map(|it| &it.at).or(own) {
                    diagnostics.report(without_need(removal, &component.code, at));
                }
                false
            });
        }
    }

    /// A demand that nothing is left to answer is answered by the reason.
    fn drop_places(&self, demand: &mut Demand) {
        let Answer::Places(places) = &mut demand.answer else {
            return;
        };
        let mut gone = None;
        places.retain_mut(|place| {
            let of_place = match &place.place {
                PlanPlace::Component(code) | PlanPlace::Objective(code) | PlanPlace::Task(code) => {
                    self.find(code)
                }
                _ => None,
            };
            let mut removal = of_place;
            if let Some(condition) = &mut place.condition {
                let words: Vec<&str> = condition.words().collect();
                let (away, kept): (Vec<&str>, Vec<&str>) = words
                    .into_iter()
                    .partition(|word| self.find(word).is_some());
                if kept.is_empty() {
                    removal = removal.or(away.first().and_then(|word| self.find(word)));
                } else if !away.is_empty() {
                    let kept: Vec<String> = kept.into_iter().map(str::to_owned).collect();
                    *condition = Condition::of(&kept);
                }
            }
            gone = gone.or(removal);
            removal.is_none()
        });
        if let Some(removal) = gone.filter(|_| places.is_empty()) {
            demand.contents.clear();
            demand.answer = Answer::Reason(removal.reason.clone());
        }
    }

    /// The codes of the entries, as they are officially written.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &String> {
        self.list.iter().map(|removal| &removal.code)
    }
}

fn removal(node: &Node, diagnostics: &mut Diagnostics) -> Result<Removal, Reported> {
    let mut fields = Fields::new(node, diagnostics)?;
    let code = fields.require(keys::CODE, diagnostics);
    let at = code.map_or(node.origin(), Node::origin);
    let code = code.and_then(|node| fields::text(node, diagnostics));
    let reason = fields.require(keys::REASON, diagnostics);
    let reason = reason.and_then(|node| fields::text(node, diagnostics));
    fields.finish(diagnostics);
    Ok(Removal {
        code: code?.to_owned(),
        reason: reason?.to_owned(),
        at,
    })
}

fn unknown(removal: &Removal, known: &[String], diagnostics: &mut Diagnostics) {
    let Removal { code, at, .. } = removal;
    let message = format!("không có thành phần, chỉ tiêu hay nhiệm vụ nào mang mã `{code}` để bỏ");
    let finding = Diagnostic::new(Code::DANGLING_REFERENCE, at.clone(), message);
    let finding = finding.hint(
        "xem mã bằng các lệnh `xaso list components`, `xaso list objectives`, `xaso list tasks`; mục khác thì sửa trong tệp cùng tên đặt ở thư mục content của mình",
    );
    let finding = diagnostics.suggest(finding, code, known.iter().map(String::as_str));
    diagnostics.report_unknown(code, finding);
}

/// What is said of an entry that others speak of in these places.
fn mentioned(removal: &Removal, mentions: &[&Origin], sources: &Sources) -> Diagnostic {
    let code = &removal.code;
    let files = mentions.iter().map(|at| sources.path(at.file()));
    let files: BTreeSet<&str> = files.collect();
    let mut named: Vec<&str> = files.iter().take(FEW).copied().collect();
    if files.len() > FEW {
        named.push("…");
    }
    let message = format!(
        "`{code}` đã bỏ khỏi danh mục, nhưng còn {} chỗ dẫn mã này: {}",
        mentions.len(),
        named.join(", ")
    );
    let hint = format!(
        "các chỗ ấy được đọc như không có `{code}`, không phải sửa gì thêm; muốn sửa cả lời văn thì đặt tệp cùng tên vào thư mục content của mình"
    );
    Diagnostic::new(Code::REMOVED_IS_MENTIONED, removal.at.clone(), message).hint(hint)
}

/// What is said of a component that needs what was taken away.
fn without_need(removal: &Removal, component: &str, at: &Origin) -> Diagnostic {
    let Removal { code, reason, .. } = removal;
    let message =
        format!("thành phần `{component}` cần `{code}`, mà `{code}` đã bỏ khỏi danh mục: {reason}");
    let hint = format!(
        "bỏ cả `{component}` (thêm vào `bo` trong content/settings.yaml); nếu `{component}` vẫn dùng được thì đặt tệp này vào thư mục content của mình và xóa `{code}` ở `phu_thuoc`"
    );
    Diagnostic::new(Code::NEEDS_REMOVED, at.clone(), message).hint(hint)
}
