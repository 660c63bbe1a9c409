//! The chapters of objectives and tasks: what a plan aims at and sets going.

use super::ChapterView;
use super::EntryView;
use super::Maker;
use super::links;
use super::links::OBJECTIVES;
use super::links::TASKS;
use super::links::labelled;
use super::links::plain;
use crate::model::Direction;
use crate::model::Objective;
use crate::model::Pillar;
use crate::model::Task;
use crate::model::vietnamese;
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::FactView;
use crate::render::view::blocks::headed;
use crate::render::view::blocks::paragraph;
use crate::render::view::table::CellView;
use crate::render::view::table::TableView;

impl Maker<'_> {
    /// The objectives, by pillar.
    pub(super) fn objectives(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let cot = &self.labels.cot;
        let columns = [
            (cot.ma.as_str(), 12, "left"),
            (cot.chi_tieu.as_str(), 58, "left"),
            (words.gia_tri.as_str(), 15, "center"),
            (words.nam_nguon.as_str(), 15, "center"),
        ];
        let mut table = TableView::new("muc-tieu", &*words.muc_tieu, &columns);
        for pillar in Pillar::ALL {
            table.group(self.labels.pillar(pillar));
            for objective in self
                .catalogue
                .objectives
                .iter()
                .filter(|o| o.pillar == pillar)
            {
                let (value, year) = source_value(objective);
                let mut name = objective.name.clone();
                if objective.superseded.is_some() {
                    name = format!("{name} ({})", words.khong_con);
                }
                table.row(
                    "normal",
                    vec![
                        links::cell(OBJECTIVES, &objective.code, objective.code.clone()),
                        name.into(),
                        value.into(),
                        year.into(),
                    ],
                );
            }
        }
        ChapterView {
            id: OBJECTIVES.to_owned(),
            title: words.muc_tieu.clone(),
            lead: vec![paragraph(&*words.muc_tieu_dan), BlockView::Table(table)],
            entries: self
                .catalogue
                .objectives
                .iter()
                .map(|o| self.objective(o))
                .collect(),
        }
    }

    fn objective(self, objective: &Objective) -> EntryView {
        let words = &self.labels.cam_nang;
        let (value, year) = source_value(objective);
        let direction = match objective.direction {
            Direction::Up => &words.tang,
            Direction::Down => &words.giam,
        };
        let mut view = Vec::new();
        if let Some(superseded) = &objective.superseded {
            let reason = superseded.reason.as_deref().unwrap_or_default();
            view.push(paragraph(format!("{}. {reason}", words.het_hieu_luc)));
            let by = superseded
                .by
                .iter()
                .map(|code| vec![self.links.objective(code)]);
            view.extend(labelled(&words.thay_bang, by.collect()));
        }
        view.push(BlockView::Facts {
            items: vec![
                FactView::new(
                    &self.labels.cot.tru_cot,
                    self.labels.pillar(objective.pillar),
                ),
                FactView::new(&self.labels.cot.don_vi, &*objective.unit),
                FactView::new(&words.chieu, &**direction),
                FactView::new(&words.gia_tri, value),
                FactView::new(&words.nam_nguon, year),
            ],
        });
        view.extend(headed(&words.cach_do, &objective.measurement));
        view.extend(self.served_by(&objective.components, &objective.tasks));
        view.push(self.links.sources(&objective.citations));
        EntryView::coded(&objective.code, &objective.name, view)
    }

    fn served_by(self, components: &[String], tasks: &[String]) -> Vec<BlockView> {
        let words = &self.labels.cam_nang;
        let components = components
            .iter()
            .map(|code| vec![self.links.component(code)]);
        let tasks = tasks.iter().map(|code| vec![self.links.task(code)]);
        let mut view = labelled(&words.cac_thanh_phan, components.collect());
        view.extend(labelled(&words.thuc_hien_boi, tasks.collect()));
        view
    }

    /// The tasks, with the nine columns of Phụ lục I.
    pub(super) fn tasks(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let cot = &self.labels.cot;
        let columns = [
            (cot.ma.as_str(), 12, "left"),
            (cot.nhiem_vu.as_str(), 48, "left"),
            (cot.thoi_gian_du_kien.as_str(), 16, "center"),
            (cot.chu_tri.as_str(), 24, "left"),
        ];
        let mut table = TableView::new("nhiem-vu", &*words.nhiem_vu, &columns);
        for pillar in Pillar::ALL {
            table.group(self.labels.pillar(pillar));
            for task in self
                .catalogue
                .tasks
                .iter()
                .filter(|task| task.pillar == pillar)
            {
                table.row(
                    "normal",
                    vec![
                        links::cell(TASKS, &task.code, task.code.clone()),
                        (&task.name).into(),
                        CellView::text(task.duration.as_deref().unwrap_or_default()),
                        self.links.body(&task.lead).into(),
                    ],
                );
            }
        }
        ChapterView {
            id: TASKS.to_owned(),
            title: words.nhiem_vu.clone(),
            lead: vec![paragraph(&*words.nhiem_vu_dan), BlockView::Table(table)],
            entries: self
                .catalogue
                .tasks
                .iter()
                .map(|task| self.task(task))
                .collect(),
        }
    }

    fn task(self, task: &Task) -> EntryView {
        let words = &self.labels.cam_nang;
        let cot = &self.labels.cot;
        let duration = task.duration.as_deref();
        let duration = duration.map(|duration| FactView::new(&cot.thoi_gian_du_kien, duration));
        let mut facts = vec![FactView::new(&cot.tru_cot, self.labels.pillar(task.pillar))];
        facts.extend(duration);
        facts.push(FactView::new(
            &cot.giai_doan,
            task.phase.number().to_string(),
        ));
        let mut view = vec![
            BlockView::Facts { items: facts },
            self.responsible(&task.lead, &task.support),
        ];
        for (label, text) in [
            (&cot.bo_phan, &task.organisers),
            (&cot.ca_nhan, &task.persons),
            (&cot.can_thuc_hien, &task.work),
            (&cot.cach_thuc, &task.method),
            (&cot.ket_qua_sau, &task.result),
            (&cot.hieu_qua, &task.benefit),
        ] {
            view.extend(headed(label, text));
        }
        let components = task
            .components
            .iter()
            .map(|code| vec![self.links.component(code)]);
        view.extend(labelled(&words.cac_thanh_phan, components.collect()));
        let row = match &task.budget_row {
            Some(row) => self.links.row(row),
            None => plain(&words.khong_kinh_phi),
        };
        view.extend(labelled(&words.dong, vec![vec![row]]));
        view.push(self.links.sources(&task.citations));
        EntryView::coded(&task.code, &task.name, view)
    }
}

/// The value and the year that the source asks for; a dash where it states none.
fn source_value(objective: &Objective) -> (String, String) {
    let value = objective
        .source_value
        .map(|value| vietnamese::measured(value, &objective.unit));
    let year = objective.source_year.map(|year| year.to_string());
    let dash = || "-".to_owned();
    (value.unwrap_or_else(dash), year.unwrap_or_else(dash))
}
