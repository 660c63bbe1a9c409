//! What a commune begins with: a commented profile with whatever fits its terrain, and a workbook to
//! fill its estimate in. Both are read as they are and make a plan that says it is a sample.

mod codes;
mod profile;
mod workbook;

use crate::model::Catalogue;
use crate::model::Component;
use crate::model::Levels;
use crate::model::Objective;
use crate::model::Pillar;
use crate::model::Province;
use crate::model::ProvinceKind;
use crate::model::Starter;
use crate::model::Task;
use crate::render::TemplateFault;
use crate::render::view::Labels;
use crate::source::Templates;

/// What a new commune chooses from, and what is chosen for it.
struct Selection<'a> {
    catalogue: &'a Catalogue,
    starter: &'a Starter,
}

impl<'a> Selection<'a> {
    /// The components that a commune of this terrain may deploy.
    fn components(&self) -> impl Iterator<Item = &'a Component> {
        let terrain = self.starter.terrain;
        let components = self.catalogue.components.iter();
        components.filter(move |component| component.is_offered(terrain))
    }

    /// Whether it is chosen: what every commune deploys.
    fn is_chosen(&self, component: &Component) -> bool {
        component.is_essential(self.starter.terrain)
    }

    /// The province, where it is told.
    fn province(&self) -> Option<Province> {
        let written = self.starter.province.as_deref()?;
        Some(Province::read(written, &self.catalogue.provinces))
    }

    /// What the levels are called; that of the province is taken for a province where it is not told.
    fn levels(&self) -> Levels {
        Levels {
            province: self
                .province()
                .map_or(ProvinceKind::Province, |province| province.kind),
            commune: self.starter.kind,
        }
    }

    fn chosen_among(&self, codes: &[String]) -> Vec<&'a Component> {
        self.components()
            .filter(|component| self.is_chosen(component) && codes.contains(&component.code))
            .collect()
    }

    /// Whether a task carries out something that is chosen.
    fn is_task_chosen(&self, task: &Task) -> bool {
        !self.chosen_among(&task.components).is_empty()
    }

    /// The objectives of a pillar that still hold.
    fn objectives(&self, pillar: Pillar) -> impl Iterator<Item = &'a Objective> {
        let objectives = self.catalogue.objectives.iter();
        objectives
            .filter(move |objective| objective.pillar == pillar && objective.superseded.is_none())
    }

    /// Whether the plan aims at an objective: its source sets a value and something chosen serves it.
    fn is_aim(&self, objective: &Objective) -> bool {
        let mut tasks = self.catalogue.tasks.iter();
        let is_served = !self.chosen_among(&objective.components).is_empty()
            || tasks.any(|task| objective.tasks.contains(&task.code) && self.is_task_chosen(task));
        objective.source_value.is_some() && is_served
    }
}

/// Draws the profile and the workbook: their paths in the user's folder and their bytes.
pub(super) fn render(
    catalogue: &Catalogue,
    starter: &Starter,
    slug: &str,
    labels: &Labels,
    templates: &Templates,
) -> Result<Vec<(String, Vec<u8>)>, TemplateFault> {
    let selection = Selection { catalogue, starter };
    let profile = profile::render(&selection, slug, labels, templates)?;
    let workbook = workbook::render(&selection, labels)
        .map_err(|error| TemplateFault::new("templates/labels.yaml", error.to_string()))?;
    Ok(vec![
        (
            format!("content/communes/{slug}.yaml"),
            profile.into_bytes(),
        ),
        (format!("budgets/{slug}.xlsx"), workbook),
    ])
}
