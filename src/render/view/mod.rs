//! What every renderer draws: the plan as a document of headings, paragraphs and tables, with each
//! value in its Vietnamese spelling.
//!
//! Website and PDF draw the same view, so they cannot disagree. Only types of this folder are
//! serialised; templates never see the model.

mod abbreviations;
mod appendices;
mod blocks;
mod budget;
mod charts;
pub(crate) mod demands;
pub(crate) mod gaps;
pub(crate) mod guidance;
pub(crate) mod handbook;
mod issue;
mod labels;
mod numbering;
mod overview;
mod pages;
mod paper;
mod parts;
mod rent_or_buy;
mod summary;
mod table;
mod tables;
mod time;

pub(crate) use blocks::{BlockView, FactView, HeadingView, InlineView, ItemView};
pub(crate) use budget::budget_head;
pub(crate) use labels::{Labels, ProfileLabels, WorkbookLabels, fill};
pub(crate) use table::{CellView, HeadView, TableView};
pub(crate) use tables::exact_cells;
pub(crate) use tables::unit;

use serde::Serialize;

use crate::model::CommuneKind;
use crate::model::CostKind;
use crate::model::DisplayUnit;
use crate::model::FundingSource;
use crate::model::Group;
use crate::model::GuidancePrint;
use crate::model::Layer;
use crate::model::Levels;
use crate::model::Pillar;
use crate::model::ProvinceKind;
use crate::model::Supplier;
use crate::model::plan::Plan;
use crate::model::vietnamese;
use blocks::closed;
use issue::LetterheadView;
use issue::SignatureView;
pub use overview::Card;
use overview::FigureView;
pub(crate) use pages::Pages;
pub(crate) use paper::PaperView;

/// A plan, ready to be drawn.
#[derive(Debug, Serialize)]
pub(crate) struct PlanView {
    /// Folder of the plan in the output.
    pub slug: String,
    /// The name of the commune's own estimate in that folder, where there is one.
    pub given_estimate: Option<String>,
    /// "Xã Minh Sơn".
    pub commune: String,
    /// "tỉnh An Bình".
    pub province: String,
    /// The title of the file and the pages.
    pub title: String,
    /// The subject under "KẾ HOẠCH".
    pub subject: String,
    /// What says that the figures are invented, or nothing.
    pub illustrative: String,
    /// "DỰ THẢO", or nothing.
    pub draft: String,
    /// The day of the plan: year, month, day.
    pub date: (i32, u8, u8),
    /// Letterhead.
    pub letterhead: LetterheadView,
    /// The key figures of the overview.
    pub figures: Vec<FigureView>,
    /// The tables of the overview and their charts.
    pub summaries: Vec<BlockView>,
    /// The heading of the summary and what it says; only in the print, since the overview says more.
    pub summary: (String, Vec<BlockView>),
    /// The heading of the table of contents, and how it says the number of an appendix's pages; only in the
    /// print, whose pages it tells.
    pub contents: (String, String),
    /// What stands before the abbreviations that it uses, and these with their meanings.
    pub abbreviations: FactView,
    /// Parts I to VIII.
    pub parts: Vec<PartView>,
    /// Who signs, unless a decision issues the plan.
    pub signature: Option<SignatureView>,
    /// Who receives it.
    pub recipients: Vec<String>,
    /// Phụ lục I to VI, and VII where the guidance is one.
    pub appendices: Vec<AppendixView>,
    /// What the plan leaves out; only on the website and the terminal.
    pub gaps: PartView,
    /// The document beside the plan, for those who carry it out.
    pub guidance: PaperView,
}

/// A part of the plan.
#[derive(Debug, Serialize)]
pub(crate) struct PartView {
    /// Name of its page: `phan-i`.
    pub id: String,
    /// "I".
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub blocks: Vec<BlockView>,
    /// The file of the print that holds it alone, where there is one.
    pub print: Option<String>,
}

impl PartView {
    /// A part without a number, named for its page.
    fn unnumbered(id: impl Into<String>, title: impl Into<String>, blocks: Vec<BlockView>) -> Self {
        Self {
            id: id.into(),
            number: String::new(),
            title: title.into(),
            blocks,
            print: None,
        }
    }
}

/// An appendix.
#[derive(Debug, Serialize)]
pub(crate) struct AppendixView {
    /// Name of its page: `phu-luc-i`.
    pub id: String,
    /// "Phụ lục I".
    pub number: String,
    /// Its title.
    pub title: String,
    /// "(Kèm theo Kế hoạch số …)".
    pub attached_to: String,
    /// Whether its sheets are turned.
    pub landscape: bool,
    /// What it says.
    pub blocks: Vec<BlockView>,
}

const ROMAN: [&str; 8] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

/// The view of a plan.
pub(crate) fn view(plan: &Plan, labels: &Labels) -> PlanView {
    let document = &labels.van_ban;
    let part = |index: usize, blocks| PartView {
        id: format!("phan-{}", ROMAN[index].to_lowercase()),
        number: ROMAN[index].to_owned(),
        title: labels.phan[index].clone(),
        blocks,
        print: None,
    };
    let attached_to = issue::attached_to(plan, labels);
    let letterhead = issue::letterhead(plan, labels);
    let numbered = |index: usize, title: &str, blocks| AppendixView {
        id: format!("phu-luc-{}", ROMAN[index].to_lowercase()),
        number: fill(&labels.web.phu_luc, &[("so", ROMAN[index])]),
        title: title.to_owned(),
        attached_to: attached_to.clone(),
        landscape: true,
        blocks,
    };
    let appendix = |index: usize, blocks| numbered(index, &labels.phu_luc[index], blocks);
    let parts = vec![
        part(0, parts::legal(plan, labels)),
        part(1, parts::situation(plan, labels)),
        part(2, parts::targets(plan, labels)),
        part(3, parts::actions(plan, labels)),
        part(4, parts::roadmap(plan, labels)),
        part(5, parts::funding(plan, labels)),
        part(6, parts::effects(plan, labels)),
        part(7, parts::organisation(plan, labels)),
    ];
    let mut appendices = vec![
        appendix(0, appendices::tasks(plan, labels)),
        appendix(1, budget::budget(plan, labels)),
        appendix(2, appendices::projects(plan, labels)),
        appendix(3, appendices::components(plan, labels)),
        appendix(4, appendices::measurement(plan, labels)),
    ];
    if !plan.situation.survey.is_empty() {
        let survey = vec![BlockView::Table(tables::survey(plan, labels))];
        appendices.push(appendix(5, survey));
    }
    if plan.guidance_print == GuidancePrint::Appendix {
        let blocks = guidance::appendix(plan, labels);
        appendices.push(AppendixView {
            landscape: false,
            ..numbered(appendices.len(), &document.huong_dan, blocks)
        });
    }
    let abbreviations = abbreviations::text(plan, &parts, &appendices);
    PlanView {
        slug: plan.slug.clone(),
        given_estimate: plan.given_estimate.clone(),
        commune: plan.commune.sentence_name(),
        province: plan.commune.province.full_name(),
        title: fill(
            &document.tieu_de_tep,
            &[("trich_yeu", &vietnamese::lower_first(&plan.subject))],
        ),
        subject: plan.subject.clone(),
        illustrative: if plan.illustrative {
            document.minh_hoa.clone()
        } else {
            String::new()
        },
        date: (plan.date.year(), plan.date.month(), plan.date.day()),
        figures: overview::figures(plan, labels),
        summaries: tables::overview(plan, labels),
        summary: (labels.tom_tat.ten.clone(), summary::blocks(plan, labels)),
        contents: (document.muc_luc.clone(), document.so_trang.clone()),
        abbreviations: FactView::new(&document.tu_viet_tat, abbreviations),
        parts,
        signature: issue::signature(plan, labels),
        recipients: recipients(plan),
        appendices,
        gaps: gaps::page(plan, labels),
        guidance: guidance::paper(plan, labels),
        draft: letterhead.draft.clone(),
        letterhead,
    }
}

/// "- Như trên;" for each, the last with a full stop.
fn recipients(plan: &Plan) -> Vec<String> {
    closed(plan.recipients.iter().map(|line| {
        let line = line.trim_start_matches('-').trim();
        format!("- {}", line.trim_end_matches([';', '.']))
    }))
}

impl Labels {
    pub(crate) fn pillar(&self, pillar: Pillar) -> &str {
        match pillar {
            Pillar::Government => &self.tru_cot.chinh_quyen_so,
            Pillar::Economy => &self.tru_cot.kinh_te_so,
            Pillar::Society => &self.tru_cot.xa_hoi_so,
        }
    }

    fn layer(&self, layer: Layer) -> &str {
        match layer.number() {
            1 => &self.lop.lop_1,
            2 => &self.lop.lop_2,
            3 => &self.lop.lop_3,
            _ => &self.lop.lop_4,
        }
    }

    fn group(&self, group: Group) -> &str {
        let groups = &self.nhom;
        match group {
            Group::Hts => &groups.hts,
            Group::Anm => &groups.anm,
            Group::Dl => &groups.dl,
            Group::Ntl => &groups.ntl,
            Group::Udcqs => &groups.udcqs,
            Group::Nvcqs => &groups.nvcqs,
            Group::Udkts => &groups.udkts,
            Group::Nvkts => &groups.nvkts,
            Group::Udxhs => &groups.udxhs,
            Group::Nvxhs => &groups.nvxhs,
            Group::Ktt => &groups.ktt,
            Group::Dlhq => &groups.dlhq,
            Group::Own => &self.cap.rieng,
        }
    }

    fn supplier(&self, supplier: Supplier) -> &str {
        match supplier {
            Supplier::Centre => &self.cap.trung_uong,
            Supplier::Province => &self.cap.tinh,
            Supplier::CommuneEssential => &self.cap.xa_thiet_yeu,
            Supplier::CommuneSupplementary => &self.cap.xa_bo_sung,
            Supplier::CommuneOwn => &self.cap.rieng,
        }
    }

    /// What a source is called where the levels are these.
    pub(crate) fn source(&self, source: FundingSource, levels: Levels) -> &str {
        let names = &self.nguon;
        match source {
            FundingSource::Centre => &names.trung_uong,
            FundingSource::NationalProgramme => &names.chuong_trinh,
            FundingSource::Province => match levels.province {
                ProvinceKind::Province => &names.tinh,
                ProvinceKind::City => &names.thanh_pho,
            },
            FundingSource::District => &names.huyen,
            FundingSource::Commune => match levels.commune {
                CommuneKind::Xa => &names.xa,
                CommuneKind::Phuong => &names.phuong,
                CommuneKind::DacKhu => &names.dac_khu,
            },
            FundingSource::SelfPaid => &names.tu_thanh_toan,
            FundingSource::Private => &names.xa_hoi_hoa,
        }
    }

    pub(crate) fn display_unit(&self, unit: DisplayUnit) -> &str {
        match unit {
            DisplayUnit::Dong => &self.don_vi_tien.dong,
            DisplayUnit::Thousand => &self.don_vi_tien.nghin_dong,
            DisplayUnit::Million => &self.don_vi_tien.trieu_dong,
        }
    }

    /// What an estimate calls a kind of cost; those of Phụ lục II have the same name twice.
    pub(crate) fn kind_of_line(&self, kind: CostKind) -> &str {
        let mut names = CostKind::ALL.iter().zip(&self.du_toan_mau.loai);
        let name = names.find(|(other, _)| **other == kind);
        name.map_or("", |(_, name)| name)
    }

    /// What Phụ lục II calls it.
    fn cost_kind(&self, kind: CostKind) -> &str {
        match kind {
            CostKind::Investment => &self.loai_chi_phi.dau_tu,
            CostKind::Socialised => &self.loai_chi_phi.xa_hoi_hoa,
            CostKind::Rent => &self.loai_chi_phi.thue,
            CostKind::Upkeep => &self.loai_chi_phi.bao_duong,
            CostKind::YearlyRent => &self.loai_chi_phi.thue_hang_nam,
        }
    }
}
