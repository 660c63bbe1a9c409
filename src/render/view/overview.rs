//! The key figures of a plan.

use serde::Serialize;

use super::Labels;
use super::PlanView;
use super::fill;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// A key figure.
#[derive(Debug, Serialize)]
pub(crate) struct FigureView {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// What to know beside it.
    pub note: String,
}

/// What the list of all plans says of one.
#[derive(Debug, Serialize)]
pub struct Card {
    /// Folder of the plan in the output.
    pub slug: String,
    /// "Xã Minh Sơn".
    commune: String,
    /// "xã Minh Sơn", within a sentence.
    #[serde(skip)]
    pub sentence_name: String,
    province: String,
    subject: String,
    draft: String,
    illustrative: String,
    figures: Vec<FigureView>,
}

impl Card {
    /// The card of a plan that was drawn from this view.
    pub(crate) fn of(plan: &Plan, view: PlanView) -> Self {
        Self {
            slug: view.slug,
            commune: view.commune,
            sentence_name: plan.commune.sentence_name(),
            province: view.province,
            subject: view.subject,
            draft: view.draft,
            illustrative: view.illustrative,
            figures: view.figures,
        }
    }
}

/// The key figures, in the order of the overview.
pub(super) fn figures(plan: &Plan, labels: &Labels) -> Vec<FigureView> {
    let web = &labels.web;
    let commune = &plan.commune;
    let figure = |label: &str, value: String, note: String| FigureView {
        label: label.to_owned(),
        value,
        note,
    };
    let n_targets: usize = plan
        .targets
        .pillars
        .iter()
        .map(|pillar| pillar.targets.len())
        .sum();
    let n_opinions = plan
        .components
        .iter()
        .filter(|component| component.awaits_opinion())
        .count();
    vec![
        figure(
            &web.kinh_phi,
            format!("{} đồng", vietnamese::amount(plan.funding.total)),
            fill(
                &web.kinh_phi_ghi_chu,
                &[("nam", &vietnamese::year_range(&plan.years))],
            ),
        ),
        figure(
            &web.thanh_phan,
            plan.components.len().to_string(),
            fill(
                &web.thanh_phan_ghi_chu,
                &[("xin_y_kien", &n_opinions.to_string())],
            ),
        ),
        figure(
            &web.chi_tieu,
            n_targets.to_string(),
            vietnamese::year_range(&plan.years),
        ),
        figure(
            &web.nhiem_vu,
            plan.tasks.len().to_string(),
            vietnamese::year_range(&plan.years),
        ),
        figure(
            &web.dan_so,
            fill(
                &web.nguoi,
                &[("so", &vietnamese::count(commune.population))],
            ),
            fill(
                &web.ho_ghi_chu,
                &[
                    ("so", &vietnamese::count(commune.households)),
                    ("thon", &vietnamese::count(commune.units)),
                    ("don_vi", &commune.unit_name),
                ],
            ),
        ),
        figure(
            &web.dia_ban,
            commune.terrain.name().to_owned(),
            commune.province.full_name(),
        ),
    ]
}
