//! The guidance as a random profile chooses from it, read as plain data apart from the program.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::place::Place;
use crate::content;
use crate::content::Entry;

/// A component or a task.
pub(crate) struct Work {
    pub(crate) code: String,
    pub(crate) name: String,
    /// `xa_thiet_yeu`, `xa_bo_sung`, or of a level above; nothing of a task.
    pub(crate) supplier: Option<String>,
    /// Where it may be chosen; anywhere where none is named.
    pub(crate) terrain: Option<String>,
    /// Its phase, from 1.
    pub(crate) phase: usize,
    /// The code of the body that leads it where a profile names none.
    pub(crate) lead: String,
    /// The codes of those that help, likewise.
    pub(crate) support: Vec<String>,
}

impl Work {
    /// Whether a commune can choose it.
    pub(crate) fn is_offered(&self, terrain: &str) -> bool {
        let is_communes = self
            .supplier
            .as_ref()
            .is_none_or(|it| it.starts_with("xa_"));
        is_communes && self.terrain.as_ref().is_none_or(|it| it == terrain)
    }

    /// Whether a commune that leaves it out says why.
    pub(crate) fn is_essential(&self) -> bool {
        self.supplier.as_deref() == Some("xa_thiet_yeu")
    }
}

/// A target that a commune can set.
pub(crate) struct Objective {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) pillar: String,
}

/// A body and its names, with placeholders, by the kind of commune.
struct Body {
    code: String,
    name: String,
    names: BTreeMap<String, String>,
}

/// All of it.
pub(crate) struct Catalogue {
    pub(crate) components: Vec<Work>,
    pub(crate) tasks: Vec<Work>,
    /// Those that still apply.
    pub(crate) objectives: Vec<Objective>,
    /// The rows of Phụ lục II that have none below.
    pub(crate) rows: Vec<String>,
    bodies: Vec<Body>,
}

impl Catalogue {
    /// Reads it.
    pub(crate) fn new() -> Self {
        let entries = content::entries();
        let below = |folder| entries.iter().filter(move |it| it.path.starts_with(folder));
        let rows = entries.iter().find(|it| it.path == "budget-rows.yaml");
        let rows = rows.and_then(|it| it.front.as_sequence()).expect("rows");
        let rows: Vec<String> = rows.iter().map(|row| text(row, "ma")).collect();
        let is_leaf = |row: &&String| {
            let head = format!("{row}.");
            !rows.iter().any(|other| other.starts_with(&head))
        };
        let still_applies = |it: &&Entry| it.front.get("het_hieu_luc").is_none();
        Self {
            components: below("components/").map(work).collect(),
            tasks: below("tasks/").map(work).collect(),
            objectives: below("objectives/")
                .filter(still_applies)
                .map(objective)
                .collect(),
            rows: rows.iter().filter(is_leaf).cloned().collect(),
            bodies: below("bodies/").map(body).collect(),
        }
    }

    /// Every code that may stand in a text.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &String> {
        let work = self.components.iter().chain(&self.tasks);
        let objectives = self.objectives.iter().map(|it| &it.code);
        work.map(|it| &it.code).chain(objectives)
    }

    /// The codes of the bodies that a commune may name: without those of a level that it has not.
    pub(crate) fn body_codes(&self, has_district: bool) -> Vec<&str> {
        let codes = self.bodies.iter().map(|body| body.code.as_str());
        codes
            .filter(|code| has_district || *code != "ubnd_huyen")
            .collect()
    }

    /// What a body is called in a place; what is no code is a name.
    pub(crate) fn body(&self, code: &str, place: &Place) -> String {
        let Some(body) = self.bodies.iter().find(|body| body.code == code) else {
            return code.to_owned();
        };
        let name = body.names.get(place.kind).unwrap_or(&body.name);
        name.replace("{{ xa.don_vi_dan_cu }}", place.unit)
            .replace("{{ xa.tinh }}", place.province)
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().expect("a text").to_owned()
}

fn work(entry: &Entry) -> Work {
    let front = &entry.front;
    let optional = |key: &str| front.get(key).and_then(Value::as_str).map(str::to_owned);
    let phase = front["giai_doan"].as_u64().expect("a phase");
    Work {
        code: text(front, "ma"),
        name: text(front, "ten"),
        supplier: optional("cap"),
        terrain: optional("dia_ban"),
        phase: usize::try_from(phase).expect("a small number"),
        lead: text(front, "chu_tri"),
        support: content::codes(&front["phoi_hop"]),
    }
}

fn objective(entry: &Entry) -> Objective {
    let text = |key| text(&entry.front, key);
    Objective {
        code: text("ma"),
        name: text("ten"),
        unit: text("don_vi"),
        pillar: text("tru_cot"),
    }
}

fn body(entry: &Entry) -> Body {
    let names = entry
        .front
        .get("ten_theo_loai")
        .and_then(Value::as_mapping)
        .into_iter()
        .flatten();
    let names = names.map(|(kind, name)| {
        let word = |value: &Value| value.as_str().expect("a word").to_owned();
        (word(kind), word(name))
    });
    Body {
        code: text(&entry.front, "ma"),
        name: text(&entry.front, "ten"),
        names: names.collect(),
    }
}
