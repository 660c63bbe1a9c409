//! Tóm tắt: what, how much, with whose money, and when, before the first part.

use super::Labels;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::fill;
use super::tables;
use crate::model::Dong;
use crate::model::FundingSource;
use crate::model::plan::Plan;
use crate::model::vietnamese;

/// A line for the money, its sources, the targets, the work and the phases, each only where there is any.
pub(super) fn blocks(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let words = &labels.tom_tat;
    let components = plan.components.iter();
    let n_opinions = components.filter(|it| it.awaits_opinion()).count();
    let mut work = fill(
        &words.noi_dung_muc,
        &[
            ("thanh_phan", &plan.components.len().to_string()),
            ("nhiem_vu", &plan.tasks.len().to_string()),
        ],
    );
    if n_opinions > 0 {
        let n_opinions = n_opinions.to_string();
        let mut opinions = fill(&words.xin_y_kien, &[("so", &n_opinions)]);
        let components = plan.components.iter();
        let n_appraised = components.filter(|it| it.awaits_opinion() && it.needs_appraisal);
        let n_appraised = n_appraised.count();
        if n_appraised > 0 {
            let values = [("xin_y_kien", &*opinions), ("so", &n_appraised.to_string())];
            opinions = fill(&words.tham_dinh, &values);
        }
        work = format!("{work}; {opinions}");
    }
    let facts = [
        (&words.tong, money(plan, labels)),
        (&words.nguon, sources(plan, labels)),
        (&words.muc_tieu, targets(plan, labels)),
        (&words.noi_dung, work),
        (&words.lo_trinh, phases(plan, labels)),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    facts
        .map(|(label, text)| BlockView::Facts {
            items: vec![FactView::new(label, text)],
        })
        .collect()
}

fn dong(amount: Dong, labels: &Labels) -> String {
    let amount = vietnamese::amount(amount);
    format!("{amount} {}", labels.don_vi_tien.dong)
}

/// The total, and of each year what there is to spend.
fn money(plan: &Plan, labels: &Labels) -> String {
    let total = dong(plan.funding.total, labels);
    let years = plan.years.iter();
    let years = years.zip(&plan.funding.tables.by_source.year_totals);
    let years = years.filter(|(_, amount)| !amount.is_zero());
    let years = years.map(|(year, amount)| {
        let (year, amount) = (year.to_string(), dong(*amount, labels));
        fill(&labels.tom_tat.nam, &[("nam", &year), ("so", &amount)])
    });
    let years: Vec<String> = years.collect();
    match years.is_empty() {
        true => total,
        false => fill(
            &labels.tom_tat.theo_nam,
            &[("tong", &total), ("nam", &years.join("; "))],
        ),
    }
}

fn sources(plan: &Plan, labels: &Labels) -> String {
    let rows = plan.funding.tables.by_source.rows.iter();
    let rows = rows.filter(|(.., total)| !total.is_zero());
    let rows = rows.map(|(source, _, total)| {
        let name = vietnamese::lower_first(labels.source(*source, plan.commune.levels()));
        let words = &labels.tom_tat;
        let name = match source {
            FundingSource::Centre
            | FundingSource::Province
            | FundingSource::District
            | FundingSource::Commune => fill(&words.ngan_sach, &[("ten", &name)]),
            FundingSource::NationalProgramme | FundingSource::SelfPaid | FundingSource::Private => {
                name
            }
        };
        let amount = dong(*total, labels);
        fill(&words.nguon_muc, &[("ten", &name), ("so", &amount)])
    });
    rows.collect::<Vec<_>>().join("; ")
}

/// Of each pillar how many targets there are, and the one that the commune names first.
fn targets(plan: &Plan, labels: &Labels) -> String {
    let last_year = plan.years.last().map(ToString::to_string);
    let last_year = last_year.unwrap_or_default();
    let pillars = plan.targets.pillars.iter().filter_map(|pillar| {
        let first = pillar.targets.first()?;
        let value = first.values.last().copied().unwrap_or(first.baseline);
        Some(fill(
            &labels.tom_tat.tru_cot,
            &[
                ("ten", labels.pillar(pillar.pillar)),
                ("so", &pillar.targets.len().to_string()),
                ("chi_tieu", &vietnamese::lower_first(&first.name)),
                ("gia_tri", &vietnamese::measured(value, &first.unit)),
                ("nam", &last_year),
            ],
        ))
    });
    pillars.collect::<Vec<_>>().join("; ")
}

/// The phases in which there is something to do.
fn phases(plan: &Plan, labels: &Labels) -> String {
    let phases = plan.roadmap.phases.iter();
    let phases = phases.filter(|phase| !phase.items.is_empty());
    let phases = phases.map(|phase| {
        let title = tables::phase_title(labels, phase.number, &phase.period);
        let words = &labels.tom_tat;
        let work = [
            (&words.lo_trinh_bat_dau, false),
            (&words.lo_trinh_tiep_tuc, true),
        ];
        let work = work.into_iter().filter_map(|(text, goes_on)| {
            let components = phase.items.iter().filter(|item| !item.is_task);
            let n_items = components.filter(|item| item.goes_on == goes_on).count();
            (n_items > 0).then(|| fill(text, &[("so", &n_items.to_string())]))
        });
        let work = work.collect::<Vec<_>>().join(", ");
        let gaps = [("giai_doan", title.as_str()), ("viec", &work)];
        fill(&words.lo_trinh_muc, &gaps)
    });
    phases.collect::<Vec<_>>().join("; ")
}
