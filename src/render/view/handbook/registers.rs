//! The chapters of registers: rows of Phụ lục II, bodies, the province's tasks, documents, abbreviations.

use super::ChapterView;
use super::EntryView;
use super::Maker;
use super::links;
use super::links::DOCUMENTS;
use super::links::PROVINCE_TASKS;
use super::links::ROWS;
use super::links::labelled;
use crate::model::BudgetRow;
use crate::model::Date;
use crate::model::LegalBasis;
use crate::model::LegalState;
use crate::model::Levels;
use crate::model::ProvinceTask;
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::FactView;
use crate::render::view::blocks::blocks;
use crate::render::view::blocks::paragraph;
use crate::render::view::fill;
use crate::render::view::table::CellView;
use crate::render::view::table::TableView;

impl<'a> Maker<'a> {
    /// The rows of Phụ lục II, and which components and tasks fall under which.
    pub(super) fn budget_rows(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        ChapterView {
            id: ROWS.to_owned(),
            title: words.dong_du_toan.clone(),
            lead: vec![paragraph(&*words.dong_du_toan_dan)],
            entries: self
                .catalogue
                .budget_rows
                .iter()
                .map(|row| self.budget_row(row))
                .collect(),
        }
    }

    fn budget_row(self, row: &BudgetRow) -> EntryView {
        let words = &self.labels.cam_nang;
        let components = self
            .catalogue
            .components
            .iter()
            .filter(|c| c.budget_row == row.id);
        let tasks = self
            .catalogue
            .tasks
            .iter()
            .filter(|t| t.budget_row.as_ref() == Some(&row.id));
        let mut view = labelled(
            &words.cac_thanh_phan,
            components
                .map(|component| vec![self.links.component(&component.code)])
                .collect(),
        );
        view.extend(labelled(
            &words.thuc_hien_boi,
            tasks
                .map(|task| vec![self.links.task(&task.code)])
                .collect(),
        ));
        let children = self.catalogue.budget_rows.iter();
        let children = children.filter(|child| child.id.parent().as_ref() == Some(&row.id));
        view.extend(labelled(
            &words.cong_tu,
            children
                .map(|child| vec![self.links.row(&child.id)])
                .collect(),
        ));
        if view.is_empty() {
            view.push(paragraph(&*words.dong_trong));
        }
        EntryView::coded(&row.id.to_string(), &row.name_in(Levels::GENERAL), view)
    }

    /// The bodies and what they do.
    pub(super) fn bodies(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let entries = self.catalogue.bodies_by_name();
        let entries = entries.into_iter().map(|body| {
            let mut view = blocks(&body.duties);
            view.push(self.links.sources(&body.citations));
            EntryView::new(&body.code, body.name.to_plain(), view)
        });
        ChapterView {
            id: "don-vi".to_owned(),
            title: words.don_vi.clone(),
            lead: vec![paragraph(&*words.don_vi_dan)],
            entries: entries.collect(),
        }
    }

    /// The province's tasks, group by group.
    pub(super) fn province_tasks(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let cot = &self.labels.cot;
        let columns = [
            (cot.ma.as_str(), 12, "left"),
            (cot.nhiem_vu.as_str(), 63, "left"),
            (words.thoi_han.as_str(), 25, "left"),
        ];
        let mut table = TableView::new("nhiem-vu-cap-tinh", &*words.nhiem_vu_tinh, &columns);
        for (index, group) in self.catalogue.province_tasks.iter().enumerate() {
            table.group(format!("{}. {}", index + 1, group.name));
            for task in &group.tasks {
                table.row(
                    "normal",
                    vec![
                        links::cell(PROVINCE_TASKS, &task.code, task.code.clone()),
                        (&task.name).into(),
                        CellView::text(task.deadline.as_deref().unwrap_or("-")),
                    ],
                );
            }
        }
        let groups = self.catalogue.province_tasks.iter();
        ChapterView {
            id: PROVINCE_TASKS.to_owned(),
            title: words.nhiem_vu_tinh.clone(),
            lead: vec![
                paragraph(&*words.nhiem_vu_tinh_dan),
                BlockView::Table(table),
            ],
            entries: groups
                .flat_map(|group| {
                    group
                        .tasks
                        .iter()
                        .map(|task| self.province_task(&group.name, task))
                })
                .collect(),
        }
    }

    fn province_task(self, group: &str, task: &ProvinceTask) -> EntryView {
        let words = &self.labels.cam_nang;
        let mut items = vec![FactView::new(&words.nhom, group)];
        if let Some(deadline) = &task.deadline {
            items.push(FactView::new(&words.thoi_han, &**deadline));
        }
        let mut view = vec![BlockView::Facts { items }];
        view.extend(blocks(&task.text));
        let components = task
            .components
            .iter()
            .map(|code| vec![self.links.component(code)]);
        view.extend(labelled(&words.cac_thanh_phan, components.collect()));
        view.push(self.links.sources(&task.citations));
        EntryView::coded(&task.code, &task.name, view)
    }

    /// The register of documents.
    pub(super) fn documents(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let cot = &self.labels.cot;
        let columns = [
            (words.van_ban_cot.as_str(), 32, "left"),
            (cot.noi_dung.as_str(), 48, "left"),
            (words.hieu_luc.as_str(), 20, "left"),
        ];
        let mut table = TableView::new("van-ban", &*words.van_ban, &columns);
        let documents = self.catalogue.documents_by_name();
        for document in &documents {
            let span = CellView::text(self.span(document));
            let title = (&document.title).into();
            table.row(
                "normal",
                vec![
                    links::cell(DOCUMENTS, &document.code, document.name()),
                    title,
                    span,
                ],
            );
        }
        ChapterView {
            id: DOCUMENTS.to_owned(),
            title: words.van_ban.clone(),
            lead: vec![paragraph(&*words.van_ban_dan), BlockView::Table(table)],
            entries: documents
                .into_iter()
                .map(|document| self.document(document))
                .collect(),
        }
    }

    fn document(self, document: &LegalBasis) -> EntryView {
        let words = &self.labels.cam_nang;
        let unknown = || words.chua_ro.clone();
        let date = document.date.map(|date| date.to_string());
        let parts = if document.parts.is_empty() {
            words.khong_vien_dan.clone()
        } else {
            document.parts.join(", ")
        };
        let confirmed = if document.is_confirmed {
            &words.da_doi_chieu
        } else {
            &words.chua_doi_chieu
        };
        let mut items = vec![
            FactView::new(&words.so, document.number.clone().unwrap_or_else(unknown)),
            FactView::new(&words.ngay, date.unwrap_or_else(unknown)),
            FactView::new(
                &words.co_quan,
                document.issuer.clone().unwrap_or_else(unknown),
            ),
            FactView::new(&words.hieu_luc, self.span(document)),
            FactView::new(&words.doi_chieu, confirmed.clone()),
            FactView::new(&words.phan_vien_dan, parts),
        ];
        if let Some(note) = &document.note {
            items.push(FactView::new(&self.labels.cot.ghi_chu, &**note));
        }
        let mut view = vec![paragraph(&*document.title), BlockView::Facts { items }];
        let replaced = document.replaced_by.as_slice();
        let others = [
            (&words.thay_bang, replaced),
            (&words.sua_doi_boi, &document.amended_by),
        ];
        for (label, codes) in others.into_iter().filter(|(_, codes)| !codes.is_empty()) {
            let lines = codes.iter().map(|code| {
                let other = self.catalogue.document(code);
                let name = other.map_or_else(|| code.clone(), LegalBasis::name);
                vec![links::to(DOCUMENTS, code, name)]
            });
            view.extend(labelled(label, lines.collect()));
        }
        let mut entry = EntryView::new(&document.code, document.name(), view);
        entry.other_name = document.number.clone().unwrap_or_default();
        entry
    }

    /// From when until when a document holds, and what no date tells of that.
    fn span(self, document: &LegalBasis) -> String {
        let words = &self.labels.cam_nang;
        let said = |label: &str, day: Option<Date>| {
            let day = day.map(|day| day.to_string());
            day.map(|day| fill(label, &[("ngay", &day)]))
        };
        let state = document.state.map(|state| match state {
            LegalState::Draft => words.du_thao.clone(),
            LegalState::Unknown => words.chua_ro_hieu_luc.clone(),
        });
        let from = said(&words.hieu_luc_tu, document.from);
        let from = from.filter(|_| document.state != Some(LegalState::Draft));
        let until = said(&words.het_hieu_luc_tu, document.until);
        let parts: Vec<String> = [from, until, state].into_iter().flatten().collect();
        if parts.is_empty() {
            return words.chua_ro.clone();
        }
        parts.join("; ")
    }

    /// The abbreviations.
    pub(super) fn glossary(self) -> ChapterView {
        let words = &self.labels.cam_nang;
        let columns = [
            (words.viet_tat.as_str(), 16, "left"),
            (words.nghia.as_str(), 44, "left"),
            (words.tieng_anh.as_str(), 40, "left"),
        ];
        let mut table = TableView::new("viet-tat", &*words.tu_viet_tat, &columns);
        let explained = self.catalogue.glossary.iter();
        for entry in explained.filter(|entry| !entry.is_common) {
            let english = entry.english.as_deref().unwrap_or("");
            table.row(
                "normal",
                vec![
                    (&entry.short).into(),
                    (&entry.meaning).into(),
                    CellView::text(english),
                ],
            );
        }
        ChapterView {
            id: "tu-viet-tat".to_owned(),
            title: words.tu_viet_tat.clone(),
            lead: vec![BlockView::Table(table)],
            entries: Vec::new(),
        }
    }
}
