//! What a commune adds to the catalogue: targets, tasks and components of its own, which have a name where others
//! have the catalogue's code; and the columns of Phụ lục I that it words itself.
//!
//! They are read before all else, so that whatever names them (tasks, targets, the estimate) finds them as it finds
//! the catalogue's. What an item says of its own choice (days, units, values) is read with that of the others, in
//! [`components`](super::components) and its neighbours, which also tells of unknown keys.

mod component;
mod objective;
mod reading;
mod task;

use super::additions::Additions;
use super::additions::Item;
use super::additions::OwnCode;
use super::reader::Reader;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Catalogue;
use crate::model::ascii_code;
use crate::model::keys;
use crate::read::fields::Fields;
use crate::read::text::TextReader;

/// A kind of what is added.
#[derive(Debug, Clone, Copy)]
struct Kind {
    /// What it is called.
    name: &'static str,
    /// How the codes begin that are given: like the catalogue's of this kind, with R for "riêng".
    letters: &'static str,
    /// The digits that a number has at least.
    digits: usize,
}

/// Own components: TPR1, like HTS1.
const COMPONENT: Kind = Kind {
    name: "thành phần",
    letters: "TPR",
    digits: 1,
};
/// Own tasks: NVR-01, like NV-01.
const TASK: Kind = Kind {
    name: "nhiệm vụ",
    letters: "NVR-",
    digits: 2,
};
/// Own targets: CTR-01, like CQS-01.
const OBJECTIVE: Kind = Kind {
    name: "chỉ tiêu",
    letters: "CTR-",
    digits: 2,
};

/// The keys of an own component that say what it is.
const COMPONENT_KEYS: [&str; 9] = [
    keys::NAME,
    keys::SHORT_NAME,
    keys::PILLAR,
    keys::LAYER,
    keys::ROW,
    keys::CONTENT,
    keys::HOW,
    keys::ENSURE,
    keys::AVOID,
];

/// The keys of a task that word its columns; an own one has its name and pillar besides.
const COLUMN_KEYS: [&str; 9] = [
    keys::ORGANISERS,
    keys::PERSONS,
    keys::CONTENT,
    keys::METHOD,
    keys::RESULT,
    keys::BENEFIT,
    keys::DURATION,
    keys::ROW,
    keys::COMPONENTS,
];

/// The keys of an own target that say what it is.
const OBJECTIVE_KEYS: [&str; 7] = [
    keys::NAME,
    keys::PILLAR,
    keys::UNIT,
    keys::DIRECTION,
    keys::MEASUREMENT,
    keys::COMPONENTS,
    keys::TASKS,
];

impl Additions {
    /// Reads what a profile adds to the catalogue; faults are reported.
    pub(crate) fn read(
        profile: &Node,
        catalogue: &Catalogue,
        texts: &mut TextReader,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let none = Self::default();
        let mut reader = Reader::new(catalogue, &none, texts, diagnostics);
        let mut own = Self::default();
        let known = |code: &str| catalogue.component(code).map(|it| it.name.clone());
        for (node, code) in own.named(&mut reader, profile, keys::COMPONENTS, COMPONENT, known) {
            let read = reader.own_component(profile, node, code);
            own.keep(node, read, |own| &mut own.components);
        }
        let known = |code: &str| catalogue.task(code).map(|it| it.name.clone());
        for (node, code) in own.named(&mut reader, profile, keys::TASKS, TASK, known) {
            let read = reader.own_task(profile, node, code);
            own.keep(node, read, |own| &mut own.tasks);
        }
        let known = |code: &str| catalogue.objective(code).map(|it| it.name.clone());
        for (node, code) in own.named(&mut reader, profile, keys::TARGETS, OBJECTIVE, known) {
            let read = reader.own_objective(node, code);
            own.keep(node, read, |own| &mut own.objectives);
        }
        own.tasks.extend(reader.worded_tasks(profile));
        own.check_references(profile, &mut reader);
        own
    }

    /// The items of a list that have a name, each with its code.
    fn named<'n>(
        &mut self,
        reader: &mut Reader<'_>,
        profile: &'n Node,
        list: &str,
        kind: Kind,
        known: impl Fn(&str) -> Option<String>,
    ) -> Vec<(&'n Node, String)> {
        let named = items(profile, list).iter();
        let named: Vec<&Node> = named
            .filter(|node| node.get(keys::NAME).is_some())
            .collect();
        let written = named
            .iter()
            .filter_map(|node| scalar(node.get(keys::CODE)?));
        let written: Vec<String> = written.map(ascii_code).collect();
        let is_free = |code: &String| !written.contains(&ascii_code(code)) && known(code).is_none();
        let numbers = 1_usize..;
        let Kind {
            letters, digits, ..
        } = kind;
        let given = numbers.map(|number| format!("{letters}{number:0digits$}"));
        let mut given = given.filter(is_free);
        let mut found = Vec::new();
        for node in named {
            let code = match node.get(keys::CODE).filter(|code| !code.is_empty()) {
                Some(code) => reader.written_code(code, kind, &known),
                None => given.next().map_or_else(
                    || Err(reader.no_code(node)),
                    |code| {
                        let is_given = true;
                        Ok(OwnCode { code, is_given })
                    },
                ),
            };
            if let Ok(OwnCode { code, .. }) = &code {
                found.push((node, code.clone()));
            }
            let at = node.origin();
            self.items.push(Item { at, code });
        }
        found
    }

    /// Keeps what was read of an item, or its fault.
    fn keep<T>(
        &mut self,
        node: &Node,
        read: Result<T, Reported>,
        list: impl Fn(&mut Self) -> &mut Vec<T>,
    ) {
        match read {
            Ok(read) => list(self).push(read),
            Err(reported) => {
                let at = node.origin();
                let mut items = self.items.iter_mut();
                if let Some(item) = items.find(|item| item.at == at) {
                    item.code = Err(reported);
                }
            }
        }
    }

    /// Reports each code in the lists of own tasks and targets that nothing bears, and brings the others to
    /// their official spelling.
    fn check_references(&mut self, profile: &Node, reader: &mut Reader<'_>) {
        let Some(extended) = self.onto(reader.catalogue) else {
            return;
        };
        // Of an own item that could not be read its code may be meant.
        let is_whole = self.items.iter().all(|item| item.code.is_ok());
        for (list, key) in [
            (keys::TASKS, keys::COMPONENTS),
            (keys::TARGETS, keys::COMPONENTS),
            (keys::TARGETS, keys::TASKS),
        ] {
            let lists = items(profile, list).iter();
            for node in lists.filter_map(|item| item.get(key)) {
                for code in node.items() {
                    let written = scalar(code).unwrap_or_default();
                    let is_known = match key {
                        keys::COMPONENTS => extended.component(written).is_some(),
                        _ => extended.task(written).is_some(),
                    };
                    if !is_known && is_whole {
                        reader.unknown_reference(code, written, key, &extended);
                    }
                }
            }
        }
        let tasks = self.tasks.iter_mut().map(|task| &mut task.components);
        let objectives = self.objectives.iter_mut().map(|it| &mut it.components);
        for code in tasks.chain(objectives).flatten() {
            if let Some(component) = extended.component(code) {
                code.clone_from(&component.code);
            }
        }
    }
}

/// The items of a list of the profile.
fn items<'n>(profile: &'n Node, list: &str) -> &'n [Node] {
    profile.get(list).map(Node::items).unwrap_or_default()
}

fn scalar(node: &Node) -> Option<&str> {
    node.scalar().map(str::trim)
}

/// Takes the keys that were read here, so that nobody calls them unknown.
pub(crate) fn take_component(fields: &mut Fields<'_>) {
    take(fields, &COMPONENT_KEYS);
}

/// Likewise of a task, own or of the catalogue.
pub(crate) fn take_task(fields: &mut Fields<'_>, is_own: bool) {
    take(fields, &COLUMN_KEYS);
    if is_own {
        take(fields, &[keys::NAME, keys::SHORT_NAME, keys::PILLAR]);
    }
}

/// Likewise of a target.
pub(crate) fn take_objective(fields: &mut Fields<'_>) {
    take(fields, &OBJECTIVE_KEYS);
}

fn take(fields: &mut Fields<'_>, keys: &[&'static str]) {
    for key in keys {
        let _ = fields.take(key);
    }
}
