//! What the entries of the catalogue say of each other: every code is there, nothing runs in a
//! circle, no section is missing. Codes are brought to their official spelling on the way.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::Answer;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::PlanPlace;
use crate::model::SectionId;
use crate::model::ascii_code;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;

/// The file of the documents.
pub(crate) const LEGAL: &str = "content/legal.yaml";
/// The file of the rows of Phụ lục II.
pub(crate) const BUDGET_ROWS: &str = "content/budget-rows.yaml";
/// The file of what the codes of findings mean.
pub(crate) const RULES: &str = "content/rules.yaml";

/// Where the entries of the catalogue stand, for findings about what they say of each other.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Reference (kind of thing, code) → where it was written.
    pub references: Vec<Reference>,
    /// Code → the place of the code.
    pub codes: BTreeMap<String, Origin>,
}

/// A code written in one entry that must be the code of another.
#[derive(Debug)]
pub(crate) struct Reference {
    /// What it must be the code of.
    pub to: Referent,
    /// The code as written.
    pub code: String,
    /// Where.
    pub at: Origin,
}

/// What a code must be the code of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Referent {
    Component,
    Objective,
    Task,
    Body,
    Document,
    BudgetRow,
    Rule,
}

impl Referent {
    /// Whether a folder can take away entries of this kind.
    pub(crate) fn can_be_taken_away(self) -> bool {
        matches!(self, Self::Component | Self::Objective | Self::Task)
    }

    /// The file that holds all entries of this kind, where one does.
    pub(crate) fn register(self) -> Option<&'static str> {
        match self {
            Self::Document => Some(LEGAL),
            Self::BudgetRow => Some(BUDGET_ROWS),
            Self::Rule => Some(RULES),
            Self::Component | Self::Objective | Self::Task | Self::Body => None,
        }
    }
}

/// Checks the catalogue as a whole.
pub(crate) fn check(
    catalogue: &mut Catalogue,
    places: &Places,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) {
    dangling(catalogue, &places.references, diagnostics);
    official_spelling(catalogue);
    cycles(catalogue, places, diagnostics);
    for (name, id) in SectionId::ALL {
        if !catalogue.sections.contains_key(&id) {
            let file: FileId = sources.add_unreadable(format!("content/sections/{name}.md"));
            let at = Origin::File(file);
            let finding = Diagnostic::new(Code::MISSING_SECTION, at, "thiếu phần này của kế hoạch");
            diagnostics.report_unknown(name, finding);
        }
    }
}

/// Reports each code that nothing bears once, at the first place that names it.
fn dangling(catalogue: &Catalogue, references: &[Reference], diagnostics: &mut Diagnostics) {
    let mut missing: Vec<(&Reference, usize)> = Vec::new();
    let mut places: BTreeMap<(Referent, &str), usize> = BTreeMap::new();
    for reference in references {
        let key = (reference.to, reference.code.as_str());
        if let Some((_, count)) = places.get(&key).and_then(|place| missing.get_mut(*place)) {
            *count += 1;
        } else if !exists(catalogue, reference) {
            places.insert(key, missing.len());
            missing.push((reference, 1));
        }
    }
    for (reference, count) in missing {
        let Reference { to, code, at } = reference;
        let is_unread = to
            .register()
            .is_some_and(|file| diagnostics.is_excused(file));
        // What was taken away is told of elsewhere.
        if is_unread || to.can_be_taken_away() && diagnostics.is_taken_away(code) {
            continue;
        }
        let (what, known) = known(catalogue, *to);
        let mut message = format!("không có {what} nào mang mã `{code}`");
        if count > 1 {
            message.push_str(&format!(" ({} chỗ khác cũng dẫn mã này)", count - 1));
        }
        let finding = Diagnostic::new(Code::DANGLING_REFERENCE, at.clone(), message);
        let finding = diagnostics.suggest(finding, code, known);
        diagnostics.report_unknown(code, finding);
    }
}

fn exists(catalogue: &Catalogue, Reference { to, code, .. }: &Reference) -> bool {
    match to {
        Referent::Component => catalogue.component(code).is_some(),
        Referent::Objective => catalogue.objective(code).is_some(),
        Referent::Task => catalogue.task(code).is_some(),
        Referent::Body => catalogue.body(code).is_some(),
        Referent::Document => catalogue.document(code).is_some(),
        Referent::Rule => catalogue.rules.iter().any(|rule| rule.code == *code),
        Referent::BudgetRow => {
            BudgetRowId::parse(code).is_some_and(|id| catalogue.budget_row(&id).is_some())
        }
    }
}

/// What a kind is called, and the codes that there are.
fn known(catalogue: &Catalogue, to: Referent) -> (&'static str, Vec<&str>) {
    match to {
        Referent::Component => (
            "thành phần",
            catalogue.components.iter().map(|c| &*c.code).collect(),
        ),
        Referent::Objective => (
            "chỉ tiêu",
            catalogue.objectives.iter().map(|o| &*o.code).collect(),
        ),
        Referent::Task => (
            "nhiệm vụ",
            catalogue.tasks.iter().map(|task| &*task.code).collect(),
        ),
        Referent::Body => (
            "đơn vị",
            catalogue.bodies.iter().map(|body| &*body.code).collect(),
        ),
        Referent::Document => (
            "văn bản",
            catalogue
                .legal
                .iter()
                .map(|document| &*document.code)
                .collect(),
        ),
        Referent::Rule => (
            "quy tắc",
            catalogue.rules.iter().map(|rule| &*rule.code).collect(),
        ),
        // A wrong row is a wrong number, and no number is near to another.
        Referent::BudgetRow => ("dòng của Phụ lục II", Vec::new()),
    }
}

/// `UDCQS7` → `ƯDCQS7` in every reference to a component.
fn official_spelling(catalogue: &mut Catalogue) {
    let official: BTreeMap<String, String> = catalogue
        .components
        .iter()
        .map(|component| (ascii_code(&component.code), component.code.clone()))
        .collect();
    let demands = catalogue
        .demands
        .iter_mut()
        .flat_map(|source| &mut source.demands);
    for demand in demands {
        let Answer::Places(places) = &mut demand.answer else {
            continue;
        };
        for place in places {
            if let PlanPlace::Component(code) = &mut place.place
                && let Some(official) = official.get(&ascii_code(code))
            {
                code.clone_from(official);
            }
        }
    }
    for code in component_references(catalogue).flatten() {
        if let Some(official) = official.get(&ascii_code(code)) {
            code.clone_from(official);
        }
    }
}

/// Every list of components that an entry names.
fn component_references(catalogue: &mut Catalogue) -> impl Iterator<Item = &mut Vec<String>> {
    let needs = catalogue
        .components
        .iter_mut()
        .flat_map(|component| &mut component.depends_on)
        .map(|need| &mut need.any_of);
    let objectives = catalogue
        .objectives
        .iter_mut()
        .map(|objective| &mut objective.components);
    let tasks = catalogue.tasks.iter_mut().map(|task| &mut task.components);
    let province_tasks = catalogue
        .province_tasks
        .iter_mut()
        .flat_map(|group| &mut group.tasks)
        .map(|task| &mut task.components);
    needs.chain(objectives).chain(tasks).chain(province_tasks)
}

/// Reports the components that need each other in a circle, each circle once.
fn cycles(catalogue: &Catalogue, places: &Places, diagnostics: &mut Diagnostics) {
    let mut done = BTreeSet::new();
    for component in &catalogue.components {
        let mut path: Vec<&str> = Vec::new();
        walk(
            catalogue,
            places,
            &component.code,
            &mut path,
            &mut done,
            diagnostics,
        );
    }
}

fn walk<'a>(
    catalogue: &'a Catalogue,
    places: &Places,
    code: &'a str,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
    diagnostics: &mut Diagnostics,
) {
    if let Some(start) = path.iter().position(|on_path| *on_path == code) {
        let mut circle = path[start..].to_vec();
        circle.push(code);
        let at = places.codes.get(code).cloned();
        if let Some(at) = at {
            let message = format!("các thành phần phụ thuộc vòng tròn: {}", circle.join(" → "));
            diagnostics.report(Diagnostic::new(Code::DEPENDENCY_CYCLE, at, message));
        }
        return;
    }
    let Some(component) = catalogue.component(code) else {
        return;
    };
    if !done.insert(&component.code) {
        // Walked before from elsewhere; a circle through here was found then.
        return;
    }
    path.push(&component.code);
    for needed in component.depends_on.iter().flat_map(|need| &need.any_of) {
        if path.contains(&needed.as_str()) || !done.contains(needed.as_str()) {
            walk(catalogue, places, needed, path, done, diagnostics);
        }
    }
    path.pop();
}
