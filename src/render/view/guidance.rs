//! Hướng dẫn thực hiện: what the guidance says of the chosen components, for those who carry the plan out,
//! with the commune's names in it. First whose work each is, then the part of each unit, component by component;
//! a unit has its part as a paper of its own too.

use super::Labels;
use super::PartView;
use super::blocks::BlockView;
use super::blocks::FactView;
use super::blocks::blocks;
use super::blocks::headed;
use super::fill;
use super::numbering::Numbering;
use super::paper::PaperView;
use super::table::TableView;
use super::time;
use crate::model::GuidancePrint;
use crate::model::RichText;
use crate::model::Starter;
use crate::model::Timing;
use crate::model::ascii_code;
use crate::model::plan::Action;
use crate::model::plan::Plan;
use crate::model::plan::PlannedTask;

/// A unit and what it leads.
struct Unit<'a> {
    name: &'a str,
    /// What its page and its paper are called.
    file: String,
    actions: Vec<&'a Action>,
    tasks: Vec<&'a PlannedTask>,
}

impl Unit<'_> {
    fn has_part(&self) -> bool {
        self.has_guidance() || !self.tasks.is_empty()
    }

    fn has_guidance(&self) -> bool {
        self.actions.iter().any(|it| it.guidance.is_some())
    }
}

/// The units, in the order in which the plan names them first: by components, then by tasks.
fn units(plan: &Plan) -> Vec<Unit<'_>> {
    let mut units: Vec<Unit<'_>> = Vec::new();
    let leads = actions(plan).map(|it| it.lead.as_str());
    for name in leads.chain(plan.tasks.iter().map(|it| it.lead.as_str())) {
        if units.iter().all(|unit| unit.name != name) {
            let slug = Starter::slug_of(name).unwrap_or_default();
            let mut file = format!("huong-dan-{slug}");
            // Two long names may begin alike.
            if units.iter().any(|unit| unit.file == file) {
                file = format!("{file}-{}", units.len() + 1);
            }
            units.push(Unit {
                name,
                file,
                actions: actions(plan).filter(|it| it.lead == name).collect(),
                tasks: plan.tasks.iter().filter(|it| it.lead == name).collect(),
            });
        }
    }
    units
}

fn actions(plan: &Plan) -> impl Iterator<Item = &Action> {
    let layers = plan.actions.pillars.iter().flat_map(|it| &it.layers);
    layers.flat_map(|layer| &layer.actions)
}

/// The paper: the work of all units, then the part of each; nothing where the commune wants no such paper.
pub(super) fn paper(plan: &Plan, labels: &Labels) -> PaperView {
    let document = &labels.van_ban;
    let parts = match plan.guidance_print {
        GuidancePrint::OwnPaper => parts(plan, labels),
        GuidancePrint::Appendix | GuidancePrint::None => Vec::new(),
    };
    PaperView::new(
        plan,
        &document.huong_dan,
        &document.tieu_de_huong_dan,
        parts,
        labels,
    )
}

/// The part of each unit as a paper of its own, by the name of its file. A unit that leads all has the whole.
pub(crate) fn papers(plan: &Plan, labels: &Labels) -> Vec<(String, PaperView)> {
    let units = units(plan);
    if plan.guidance_print != GuidancePrint::OwnPaper || units.len() < 2 {
        return Vec::new();
    }
    let with_part = units.iter().filter(|unit| unit.has_part());
    let papers = with_part.map(|unit| {
        let title = fill(
            &labels.van_ban.tieu_de_phan_viec,
            &[("ten", unit.name), ("trich_yeu", "{trich_yeu}")],
        );
        let mut part = part(unit, &units, labels);
        let name = part.print.take().unwrap_or_default();
        if unit.has_guidance() {
            part.blocks
                .splice(0..0, table(std::iter::once(unit), labels));
        }
        let kind = &labels.van_ban.huong_dan;
        let paper = PaperView::new(plan, kind, &title, vec![part], labels);
        (name, paper)
    });
    papers.collect()
}

fn parts(plan: &Plan, labels: &Labels) -> Vec<PartView> {
    let units = units(plan);
    if units.is_empty() {
        return Vec::new();
    }
    let blocks = table(units.iter(), labels);
    let of_all = PartView::unnumbered("huong-dan", &labels.muc.phan_viec, blocks);
    let own = units.iter().filter(|unit| unit.has_part());
    let own = own.map(|unit| {
        let mut part = part(unit, &units, labels);
        part.print = part.print.filter(|_| units.len() > 1);
        part
    });
    std::iter::once(of_all).chain(own).collect()
}

/// The guidance as the last appendix: the work of all units, then that of each below a heading.
pub(super) fn appendix(plan: &Plan, labels: &Labels) -> Vec<BlockView> {
    let units = units(plan);
    let mut numbering = Numbering::default();
    let mut view = table(units.iter(), labels);
    for unit in units.iter().filter(|unit| unit.has_guidance()) {
        view.push(numbering.first(&heading(unit, labels)));
        view.extend(helped(unit, &units, labels));
        for action in &unit.actions {
            entry(&mut view, action, labels, |title, id| {
                numbering.second_named(title, id)
            });
        }
    }
    view
}

fn part(unit: &Unit<'_>, units: &[Unit<'_>], labels: &Labels) -> PartView {
    let mut numbering = Numbering::default();
    let mut view = helped(unit, units, labels);
    // Of one that leads tasks alone there is no more to say than which.
    if !unit.has_guidance() {
        view.splice(0..0, table(std::iter::once(unit), labels));
    }
    for action in &unit.actions {
        entry(&mut view, action, labels, |title, id| {
            numbering.first_named(title, id)
        });
    }
    PartView {
        print: Some(format!("{}.pdf", unit.file)),
        ..PartView::unnumbered(&*unit.file, heading(unit, labels), view)
    }
}

fn heading(unit: &Unit<'_>, labels: &Labels) -> String {
    fill(&labels.web.phan_viec_cua, &[("ten", unit.name)])
}

/// What units lead.
fn table<'a>(units: impl Iterator<Item = &'a Unit<'a>>, labels: &Labels) -> Vec<BlockView> {
    let cot = &labels.cot;
    let columns = [
        (cot.stt.as_str(), 6, "center"),
        (cot.ma.as_str(), 12, "left"),
        (cot.noi_dung.as_str(), 32, "left"),
        (cot.phoi_hop.as_str(), 40, "left"),
        (cot.thoi_gian.as_str(), 16, "left"),
    ];
    let mut table = TableView::new("phan-viec", &*labels.muc.phan_viec, &columns);
    let mut is_empty = true;
    for unit in units {
        table.group(unit.name);
        let components = unit.actions.iter();
        let components = components.map(|it| (&it.code, &it.name, &it.support, &it.time));
        let tasks = unit.tasks.iter();
        let tasks = tasks.map(|it| (&it.code, &it.name, &it.support, &it.time));
        for (number, work) in (1_usize..).zip(components.chain(tasks)) {
            let (code, name, support, timing): (_, _, &Vec<String>, &Timing) = work;
            table.row(
                "normal",
                vec![
                    number.to_string().into(),
                    code.into(),
                    name.into(),
                    support.join("; ").into(),
                    time::text(timing, labels).into(),
                ],
            );
        }
        is_empty = false;
    }
    match is_empty {
        true => Vec::new(),
        false => vec![BlockView::Table(table)],
    }
}

/// Whom the unit helps, and with what.
fn helped(unit: &Unit<'_>, units: &[Unit<'_>], labels: &Labels) -> Vec<BlockView> {
    let others = units.iter().filter_map(|other| {
        let is_helped = |support: &[String]| support.iter().any(|it| it == unit.name);
        let components = other.actions.iter();
        let components = components.filter(|it| is_helped(&it.support));
        let tasks = other.tasks.iter().filter(|it| is_helped(&it.support));
        let codes = components.map(|it| it.code.as_str());
        let codes: Vec<&str> = codes.chain(tasks.map(|it| it.code.as_str())).collect();
        let label = fill(&labels.web.phoi_hop_voi, &[("ten", other.name)]);
        (!codes.is_empty()).then(|| FactView::new(&label, codes.join(", ")))
    });
    let items: Vec<FactView> = others.collect();
    match items.is_empty() {
        true => Vec::new(),
        false => vec![BlockView::Facts { items }],
    }
}

/// What the guidance says of a component, below the heading that `headed` makes of its title and its name in
/// the page.
fn entry(
    view: &mut Vec<BlockView>,
    action: &Action,
    labels: &Labels,
    headed: impl FnOnce(&str, &str) -> BlockView,
) {
    if action.guidance.is_some() {
        let title = format!("{}: {}", action.code, action.name);
        view.push(headed(&title, &ascii_code(&action.code).to_lowercase()));
        self::action(view, action, labels);
    }
}

fn action(view: &mut Vec<BlockView>, action: &Action, labels: &Labels) {
    let Some(guidance) = &action.guidance else {
        return;
    };
    let words = &labels.hanh_dong;
    view.extend(blocks(&guidance.what));
    for (label, text) in [
        (&words.cach_lam, &guidance.how),
        (&words.bao_dam, &guidance.ensure),
        (&words.khong_lam, &guidance.avoid),
        (&words.rieng, &action.own),
        (&words.ket_qua, &guidance.result),
    ] {
        if !text.is_empty() {
            view.extend(headed(label, text));
        }
    }
    view.push(BlockView::Facts {
        items: outcome(action, labels),
    });
}

/// What comes of a component, who leads, who helps, and when.
pub(super) fn outcome(action: &Action, labels: &Labels) -> Vec<FactView> {
    facts(
        &action.result,
        (&action.lead, &action.support),
        &action.time,
        labels,
    )
}

/// What comes of something, who leads and who helps, and when.
pub(super) fn facts(
    result: &RichText,
    (lead, support): (&str, &[String]),
    when: &Timing,
    labels: &Labels,
) -> Vec<FactView> {
    let words = &labels.hanh_dong;
    // Items of a list run on in the sentence.
    let result = result.to_plain();
    let items = result.lines().map(|line| {
        let line = line.trim().trim_start_matches("- ");
        line.trim_end_matches(['.', ';'])
    });
    let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
    let mut facts = vec![
        FactView::new(&words.san_pham, items.join("; ")),
        FactView::new(&words.chu_tri, lead),
    ];
    if !support.is_empty() {
        facts.push(FactView::new(&words.phoi_hop, support.join("; ")));
    }
    facts.push(FactView::new(&words.thoi_gian, time::text(when, labels)));
    facts
}
