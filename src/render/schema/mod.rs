//! JSON Schema (draft 7, which editors understand) for every YAML file that people write: keys with
//! their meaning in Vietnamese, the codes of the catalogue to choose from.
//!
//! An editor completes and underlines by them while typing; what a plan needs as a whole is still
//! the business of `check`.

mod build;
mod demands;
mod estimate;
mod profile;
mod registers;
mod settings;

use serde_json::Value;

use super::TemplateFault;
use crate::model::Catalogue;
use crate::source::Templates;

/// Each schema with the name of its file.
pub(super) fn schemas(
    catalogue: &Catalogue,
    templates: &Templates,
) -> Result<Vec<(&'static str, Value)>, TemplateFault> {
    Ok(vec![
        ("xa.json", profile::profile(catalogue)),
        ("settings.json", settings::settings()),
        ("du-toan.json", estimate::estimate(catalogue)),
        ("legal.json", registers::legal(catalogue)),
        ("budget-rows.json", registers::budget_rows()),
        ("province-tasks.json", registers::province_tasks(catalogue)),
        ("glossary.json", registers::glossary(catalogue)),
        ("provinces.json", registers::provinces(catalogue)),
        ("rules.json", registers::rules()),
        ("sizes.json", registers::sizes()),
        ("demands.json", demands::demands(catalogue)),
        ("labels.json", registers::labels(templates)?),
    ])
}
