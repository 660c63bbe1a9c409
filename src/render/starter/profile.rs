//! The profile of a new commune, by tera with `templates/starter/xa.yaml`.

use serde::Serialize;
use tera::Context;
use tera::Tera;

use super::Selection;
use crate::model::CommuneKind;
use crate::model::Component;
use crate::model::Date;
use crate::model::Decimal;
use crate::model::Direction;
use crate::model::Objective;
use crate::model::Phase;
use crate::model::Pillar;
use crate::model::Task;
use crate::model::Terrain;
use crate::model::keys;
use crate::model::vietnamese;
use crate::render::TemplateFault;
use crate::render::view::Labels;
use crate::render::view::ProfileLabels;
use crate::render::view::fill;
use crate::source::Templates;

const TEMPLATE: &str = "templates/starter/xa.yaml";

#[derive(Debug, Serialize)]
struct ProfileView {
    slug: String,
    full_name: String,
    name: String,
    kind: &'static str,
    kind_name: &'static str,
    province: String,
    terrain: &'static str,
    terrain_name: &'static str,
    unit: &'static str,
    years: Vec<i32>,
    date: String,
    phases: Vec<PhaseView>,
    pillars: Vec<PillarView>,
    tasks: Vec<TaskView>,
}

/// A phase with what stands in it.
#[derive(Debug, Serialize)]
struct PhaseView {
    number: u8,
    start: String,
    end: String,
    chosen: Vec<EntryView>,
    offered: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    code: String,
    name: String,
    /// How an item says that it goes on.
    permanent: &'static str,
}

/// A pillar with its objectives.
#[derive(Debug, Serialize)]
struct PillarView {
    name: String,
    aims: Vec<AimView>,
    offered: Vec<AimView>,
}

#[derive(Debug, Serialize)]
struct AimView {
    code: String,
    name: String,
    /// The name as YAML.
    name_quoted: String,
    /// As YAML.
    unit: String,
    baseline: String,
    value: String,
    /// What the source asks for, in words; nothing where it sets no value.
    asked: String,
}

#[derive(Debug, Serialize)]
struct TaskView {
    code: String,
    name: String,
    start: String,
    end: String,
    is_chosen: bool,
}

pub(super) fn render(
    selection: &Selection<'_>,
    slug: &str,
    labels: &Labels,
    templates: &Templates,
) -> Result<String, TemplateFault> {
    let fault = |message: String| TemplateFault::new(TEMPLATE, message);
    let text = templates
        .get(TEMPLATE)
        .and_then(|bytes| std::str::from_utf8(bytes).ok())
        .ok_or_else(|| fault("không có mẫu, hoặc mẫu không phải là văn bản UTF-8".to_owned()))?;
    let mut tera = Tera::new();
    tera.add_raw_template("xa.yaml", text)
        .map_err(|error| fault(error.to_string()))?;
    let view = view(selection, slug, labels)
        .ok_or_else(|| fault("các năm của kế hoạch nằm ngoài lịch".to_owned()))?;
    let mut context = Context::new();
    context.insert("v", &view);
    tera.render("xa.yaml", &context)
        .map_err(|error| fault(error.to_string()))
}

fn view(selection: &Selection<'_>, slug: &str, labels: &Labels) -> Option<ProfileView> {
    let words = &labels.ho_so_mau;
    let starter = selection.starter;
    let province = selection.province().map(|province| province.full_name());
    let phases = Phase::ALL
        .into_iter()
        .map(|phase| phase_view(selection, phase));
    let tasks = selection.catalogue.tasks.iter();
    Some(ProfileView {
        slug: slug.to_owned(),
        full_name: starter.full_name(),
        name: quoted(&starter.name),
        kind: key(&CommuneKind::KEYS, starter.kind),
        kind_name: starter.kind.name(),
        province: quoted(province.as_deref().unwrap_or(&words.tinh_trong)),
        terrain: key(&Terrain::KEYS, starter.terrain),
        terrain_name: starter.terrain.name(),
        unit: starter.kind.default_unit(),
        years: starter.years.clone(),
        date: starter.date()?.to_string(),
        phases: phases.collect::<Option<_>>()?,
        pillars: Pillar::ALL
            .map(|pillar| pillar_view(selection, pillar, labels))
            .into(),
        tasks: tasks
            .map(|task| task_view(selection, task))
            .collect::<Option<_>>()?,
    })
}

fn phase_view(selection: &Selection<'_>, phase: Phase) -> Option<PhaseView> {
    let period = selection.starter.period(phase)?;
    let entries = |is_chosen: bool| {
        let components = selection.components().filter(|it| it.phase == phase);
        let components = components.filter(|it| selection.is_chosen(it) == is_chosen);
        components.map(entry).collect()
    };
    Some(PhaseView {
        number: phase.number(),
        start: period.start.to_string(),
        end: period.end.to_string(),
        chosen: entries(true),
        offered: entries(false),
    })
}

fn entry(component: &Component) -> EntryView {
    EntryView {
        code: component.code.clone(),
        name: component.name.clone(),
        permanent: match component.is_permanent {
            true => keys::PERMANENT,
            false => "",
        },
    }
}

fn pillar_view(selection: &Selection<'_>, pillar: Pillar, labels: &Labels) -> PillarView {
    let aim = |objective: &Objective| aim(objective, &labels.ho_so_mau);
    let objectives = || selection.objectives(pillar);
    PillarView {
        name: labels.pillar(pillar).to_owned(),
        aims: objectives()
            .filter(|objective| selection.is_aim(objective))
            .map(aim)
            .collect(),
        offered: objectives()
            .filter(|objective| !selection.is_aim(objective))
            .map(aim)
            .collect(),
    }
}

/// What is asked for from the first year on; today's value is not known, so it begins at nothing or,
/// where less is better, at what is asked for.
fn aim(objective: &Objective, words: &ProfileLabels) -> AimView {
    let value = objective.source_value.map(Decimal::plain);
    let value = value.unwrap_or_else(|| "0".to_owned());
    let asked = objective.source_value.map(|value| {
        let value = vietnamese::measured(value, &objective.unit);
        match objective.source_year {
            None => fill(&words.nguon, &[("gia_tri", &value)]),
            Some(year) => {
                let gaps = [("gia_tri", &*value), ("nam", &year.to_string())];
                fill(&words.nguon_nam, &gaps)
            }
        }
    });
    AimView {
        code: objective.code.clone(),
        name: objective.name.clone(),
        name_quoted: quoted(&objective.name),
        unit: quoted(&objective.unit),
        baseline: match objective.direction {
            Direction::Up => "0".to_owned(),
            Direction::Down => value.clone(),
        },
        value,
        asked: asked.unwrap_or_default(),
    }
}

/// A task runs from the first to the last day of what it carries out of the chosen.
fn task_view(selection: &Selection<'_>, task: &Task) -> Option<TaskView> {
    let chosen = selection.chosen_among(&task.components);
    let phases = chosen.iter().map(|component| component.phase);
    let first = phases.clone().min().unwrap_or(task.phase);
    let last = phases.max().unwrap_or(task.phase);
    let day = |date: Date| date.to_string();
    Some(TaskView {
        code: task.code.clone(),
        name: task.name.clone(),
        start: day(selection.starter.period(first)?.start),
        end: day(selection.starter.period(last)?.end),
        is_chosen: selection.is_task_chosen(task),
    })
}

/// The word that users write for a value.
fn key<T: PartialEq>(keys: &[(&'static str, T)], value: T) -> &'static str {
    let found = keys.iter().find(|(_, other)| *other == value);
    found.map_or("", |(key, _)| key)
}

/// A text as a YAML scalar on one line: plain where that is safe in a flow mapping too.
fn quoted(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " -/()".contains(letter);
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let is_word = ["true", "false", "null"].contains(&text.to_lowercase().as_str());
    if begins && !is_word && text.trim() == text && text.chars().all(is_plain) {
        return text.to_owned();
    }
    serde_json::Value::from(text).to_string()
}
