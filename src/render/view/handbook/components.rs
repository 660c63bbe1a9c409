//! The chapters of components, one a group.

use super::ChapterView;
use super::EntryView;
use super::Maker;
use super::links;
use super::links::labelled;
use super::links::plain;
use crate::model::Component;
use crate::model::Dependency;
use crate::model::Group;
use crate::render::view::blocks::BlockView;
use crate::render::view::blocks::FactView;
use crate::render::view::blocks::InlineView;
use crate::render::view::blocks::blocks;
use crate::render::view::blocks::headed;
use crate::render::view::blocks::paragraph;
use crate::render::view::fill;
use crate::render::view::table::CellView;
use crate::render::view::table::TableView;

impl Maker<'_> {
    /// A group of components.
    pub(super) fn components(self, group: Group) -> ChapterView {
        let words = &self.labels.cam_nang;
        let members: Vec<&Component> = self
            .catalogue
            .components
            .iter()
            .filter(|component| component.group == group)
            .collect();
        let cot = &self.labels.cot;
        let columns = [
            (cot.ma.as_str(), 12, "left"),
            (cot.thanh_phan.as_str(), 52, "left"),
            (cot.cap.as_str(), 20, "left"),
            (words.dia_ban.as_str(), 16, "left"),
        ];
        let title = fill(
            &words.nhom_thanh_phan,
            &[("ma", group.letters()), ("ten", self.labels.group(group))],
        );
        let chapter = links::chapter(group);
        let mut table = TableView::new("thanh-phan", &*title, &columns);
        for component in &members {
            let terrain = component
                .terrain
                .map_or(&*words.moi_dia_ban, |terrain| terrain.name());
            table.row(
                "normal",
                vec![
                    links::cell(&chapter, &component.code, component.code.clone()),
                    (&component.name).into(),
                    CellView::text(self.labels.supplier(component.supplier)),
                    CellView::text(terrain),
                ],
            );
        }
        let layer = members
            .first()
            .map(|component| self.labels.layer(component.layer));
        let mut lead: Vec<BlockView> = layer.map(paragraph).into_iter().collect();
        lead.push(BlockView::Table(table));
        ChapterView {
            id: chapter,
            title,
            lead,
            entries: members
                .into_iter()
                .map(|component| self.component(component))
                .collect(),
        }
    }

    fn component(self, component: &Component) -> EntryView {
        let words = &self.labels.cam_nang;
        let terrain = component
            .terrain
            .map_or(&*words.moi_dia_ban, |terrain| terrain.name());
        let mut view = vec![BlockView::Facts {
            items: vec![
                FactView::new(&words.lop, self.labels.layer(component.layer)),
                FactView::new(
                    &self.labels.cot.cap,
                    self.labels.supplier(component.supplier),
                ),
                FactView::new(&words.dia_ban, terrain),
                FactView::new(
                    &self.labels.cot.tru_cot,
                    self.labels.pillar(component.pillar),
                ),
                FactView::new(
                    &self.labels.cot.giai_doan,
                    component.phase.number().to_string(),
                ),
            ],
        }];
        let guidance = &component.guidance;
        let labels = &self.labels.hanh_dong;
        view.extend(blocks(&guidance.what));
        for (label, text) in [
            (&labels.trong_ke_hoach, &component.work),
            (&labels.san_pham, &component.product),
            (&labels.cach_lam, &guidance.how),
            (&labels.bao_dam, &guidance.ensure),
            (&labels.khong_lam, &guidance.avoid),
            (&labels.ket_qua, &guidance.result),
        ] {
            view.extend(headed(label, text));
        }
        view.push(self.responsible(&component.lead, &component.support));
        let needs = component
            .depends_on
            .iter()
            .map(|need| self.need(need))
            .collect();
        view.extend(labelled(&words.can_co, needs));
        let needing = self.catalogue.needing(&component.code);
        let needing = needing.map(|other| vec![self.links.component(&other.code)]);
        view.extend(labelled(&words.duoc_dung, needing.collect()));
        view.extend(self.served_by_component(&component.code));
        view.extend(labelled(
            &words.dong,
            vec![vec![self.links.row(&component.budget_row)]],
        ));
        view.push(self.links.sources(&component.citations));
        let figures = component.figures.iter();
        let figures = figures.map(|figure| {
            let source = self.links.source(&figure.citation);
            format!("{}: {source}", figure.text)
        });
        let figures = figures.collect::<Vec<_>>().join("; ");
        if !figures.is_empty() {
            view.push(BlockView::Facts {
                items: vec![FactView::new(&words.so_lieu, figures)],
            });
        }
        EntryView::coded(&component.code, &component.name, view)
    }

    /// "HTS7. Mạng … hoặc HTS19. … (Phụ lục 03, Mục III.3)".
    fn need(self, need: &Dependency) -> Vec<InlineView> {
        let words = &self.labels.cam_nang;
        let mut line = Vec::new();
        for (index, code) in need.any_of.iter().enumerate() {
            if index > 0 {
                line.push(plain(&format!(" {} ", words.hoac)));
            }
            line.push(self.links.component(code));
        }
        line.push(plain(&format!(" ({})", self.links.source(&need.citation))));
        line
    }

    /// The objectives, tasks and tasks of the province that a component serves.
    fn served_by_component(self, code: &str) -> Vec<BlockView> {
        let words = &self.labels.cam_nang;
        let names = |codes: &[String]| codes.iter().any(|other| other == code);
        let objectives = self
            .catalogue
            .objectives
            .iter()
            .filter(|o| names(&o.components));
        let tasks = self
            .catalogue
            .tasks
            .iter()
            .filter(|task| names(&task.components));
        let groups = self.catalogue.province_tasks.iter();
        let of_province = groups
            .flat_map(|group| &group.tasks)
            .filter(|task| names(&task.components));
        let mut view = labelled(
            &words.phuc_vu_chi_tieu,
            objectives
                .map(|objective| vec![self.links.objective(&objective.code)])
                .collect(),
        );
        view.extend(labelled(
            &words.thuc_hien_boi,
            tasks
                .map(|task| vec![self.links.task(&task.code)])
                .collect(),
        ));
        view.extend(labelled(
            &words.gop_phan,
            of_province
                .map(|task| vec![links::link(links::PROVINCE_TASKS, &task.code, &task.name)])
                .collect(),
        ));
        view
    }
}
