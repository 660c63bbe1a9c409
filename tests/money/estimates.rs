//! Random estimates, put in the place of a real commune's.

use std::sync::Arc;

use xaso::check::CheckedCommune;
use xaso::diagnostic::Diagnostics;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::merge::merge;
use xaso::model::BudgetRow;
use xaso::model::BudgetRowId;
use xaso::model::CostKind;
use xaso::model::CostLine;
use xaso::model::Decimal;
use xaso::model::DisplayUnit;
use xaso::model::Dong;
use xaso::model::FundingSource;
use xaso::model::Phase;
use xaso::model::plan::Plan;
use xaso::pipeline::Checked;
use xaso::pipeline::Session;
use xaso::source::Sources;

use super::random::Random;

const SLUG: &str = "xa-minh-son-ha";

/// A commune whose estimate changes.
pub(crate) struct Ground {
    sources: Sources,
    checked: Checked<CheckedCommune>,
    rows: Vec<BudgetRowId>,
    components: Vec<Option<Arc<str>>>,
    model: CostLine,
}

impl Ground {
    /// The sample commune, read and checked once.
    pub(crate) fn new() -> Self {
        let mut session = Session::default();
        let root = env!("CARGO_MANIFEST_DIR");
        let mut checked =
            session.check(&Request::some(Overlay::of_folder(root), [SLUG.to_owned()]));
        assert!(!session.diagnostics.has_errors());
        let commune = &mut checked.communes[0];
        // Texts take time and do not count.
        commune.profile.components.truncate(12);
        // Phases of its own, whatever the guidance says.
        for (chosen, phase) in commune
            .profile
            .components
            .iter_mut()
            .zip(Phase::ALL.into_iter().cycle())
        {
            chosen.phase = phase;
        }
        commune.profile.tasks.clear();
        commune.profile.targets.clear();
        let components = commune.profile.components.iter();
        let components = components.map(|chosen| Some(Arc::from(chosen.code.as_str())));
        let components = components.chain([None, None]).collect();
        let model = commune.estimate.lines[0].clone();
        // Rows of its own, the last of them deep below a row of the form.
        let own = ["I.9", "III.9", "III.9.1", "III.9.1.1"].map(|id| BudgetRow {
            id: BudgetRowId::parse(id).expect("a row"),
            name: format!("Dòng {id}"),
        });
        commune.profile.own_rows = own.into();
        let rows = checked.library.catalogue.budget_rows.iter();
        let rows = rows.chain(&commune.profile.own_rows);
        let rows: Vec<BudgetRowId> = rows.map(|row| row.id.clone()).collect();
        let is_leaf = |id: &&BudgetRowId| !rows.iter().any(|row| row.parent().as_ref() == Some(id));
        let rows = rows.iter().filter(is_leaf).cloned().collect();
        Self {
            sources: session.sources,
            checked,
            rows,
            components,
            model,
        }
    }

    /// Gives the commune other years, another unit and up to `most` lines of up to `largest` đồng.
    pub(crate) fn change(&mut self, random: &mut Random, most: usize, largest: usize) {
        let n_years = 1 + random.below(5);
        let years: Vec<i32> = (2027..).take(n_years).collect();
        let has_district = random.below(3) == 0;
        let goes_beyond = random.below(2) == 0;
        let sources = FundingSource::of_plan(has_district, |source| {
            goes_beyond && source != FundingSource::District
        });
        let lines: Vec<CostLine> = (0..random.below(most + 1))
            .map(|_| CostLine {
                row: self.rows[random.below(self.rows.len())].clone(),
                component: self.components[random.below(self.components.len())].clone(),
                quantity: Decimal::whole(1),
                amount: amount(random, largest),
                kind: CostKind::ALL[random.below(5)],
                year: years[random.below(n_years)],
                source: sources[random.below(sources.len())],
                ..self.model.clone()
            })
            .collect();
        let commune = &mut self.checked.communes[0];
        commune.estimate.lines = lines;
        commune.profile.years = years;
        commune.profile.has_district = has_district;
    }

    /// The lines as they are.
    pub(crate) fn lines(&self) -> &[CostLine] {
        &self.checked.communes[0].estimate.lines
    }

    /// The lines, to be changed.
    pub(crate) fn lines_mut(&mut self) -> &mut Vec<CostLine> {
        &mut self.checked.communes[0].estimate.lines
    }

    /// The plan in a unit with so many decimals at most, and how much was found fault with.
    pub(crate) fn plan(&mut self, unit: DisplayUnit, most_places: u32) -> (Option<Plan>, usize) {
        let funding = &mut self.checked.communes[0].profile.funding;
        funding.unit = unit;
        funding.most_places = most_places;
        let mut diagnostics = Diagnostics::default();
        // The plan takes over the lines, which are wanted again.
        let lines = self.lines().to_vec();
        let catalogue = &self.checked.library.catalogue;
        let plan = merge(catalogue, &mut self.checked.communes[0]);
        let plan = plan.map_err(|finding| diagnostics.report(finding)).ok();
        *self.lines_mut() = lines;
        (plan, diagnostics.sorted(&self.sources).len())
    }
}

/// From nothing to `largest`, of every order of magnitude, now and then of whole millions.
fn amount(random: &mut Random, largest: usize) -> Dong {
    let top = [10, 1_000, 1_000_000, 100_000_000, largest][random.below(5)];
    let amount = random.below(top.min(largest) + 1);
    let amount = match random.below(4) {
        0 => amount / 1_000_000 * 1_000_000,
        1 => amount / 1_000 * 1_000,
        _ => amount,
    };
    Dong::new(i64::try_from(amount).expect("an amount")).expect("an amount in range")
}
