//! The rows of each listing: what is filtered, what a table shows, what JSON and CSV hold.

use serde_json::Value;
use serde_json::json;

use crate::cli::args::ListArgs;
use crate::cli::args::Listing;
use crate::model::Catalogue;
use crate::model::CommuneKind;
use crate::model::Date;
use crate::model::Dependency;
use crate::model::LegalState;
use crate::model::Levels;
use crate::model::Pillar;
use crate::model::Profile;
use crate::model::Supplier;
use crate::model::Terrain;
use crate::model::vietnamese;

/// A row of a listing.
pub(super) struct Row {
    /// Every field by its key, with the words of the YAML files.
    pub fields: Vec<(&'static str, Value)>,
    /// The columns of the table for people.
    pub shown: Vec<String>,
}

/// The first filter that says nothing of what is listed.
pub(super) fn foreign_filter(args: &ListArgs) -> Option<&'static str> {
    let has_pillar = matches!(
        args.what,
        Listing::Components | Listing::Objectives | Listing::Tasks
    );
    let is_components = matches!(args.what, Listing::Components);
    let has_terrain = is_components || matches!(args.what, Listing::Communes);
    [
        (args.layer.is_some() && !is_components, "--lop"),
        (args.supplier.is_some() && !is_components, "--cap"),
        (args.terrain.is_some() && !has_terrain, "--dia-ban"),
        (args.pillar.is_some() && !has_pillar, "--tru-cot"),
    ]
    .into_iter()
    .find_map(|(foreign, option)| foreign.then_some(option))
}

/// What is listed: what has a code that is a number in the order of the catalogue, the rest by name.
pub(super) fn rows(catalogue: &Catalogue, profiles: &[&Profile], args: &ListArgs) -> Vec<Row> {
    match args.what {
        Listing::Components => components(catalogue, args),
        Listing::Objectives => objectives(catalogue, args),
        Listing::Tasks => tasks(catalogue, args),
        Listing::Laws => laws(catalogue),
        Listing::Bodies => bodies(catalogue),
        Listing::Rows => budget_rows(catalogue),
        Listing::ProvinceTasks => province_tasks(catalogue),
        Listing::Communes => communes(profiles, args),
    }
}

/// Whether a value passes a filter; no filter lets everything pass.
fn passes<T: PartialEq>(filter: Option<T>, value: T) -> bool {
    filter.is_none_or(|wanted| wanted == value)
}

/// The word that users write for a value.
fn key<T: PartialEq>(keys: &[(&'static str, T)], value: &T) -> &'static str {
    let found = keys.iter().find(|(_, known)| known == value);
    found.map_or("", |(key, _)| key)
}

fn components(catalogue: &Catalogue, args: &ListArgs) -> Vec<Row> {
    let fits = |terrain: Option<Terrain>| terrain.is_none_or(|its| passes(args.terrain, its));
    catalogue
        .components
        .iter()
        .filter(|component| passes(args.layer, component.layer))
        .filter(|component| passes(args.supplier, component.supplier))
        .filter(|component| fits(component.terrain))
        .filter(|component| passes(args.pillar, component.pillar))
        .map(|component| {
            let supplier = match component.supplier {
                Supplier::Centre => "trung ương".to_owned(),
                Supplier::Province => "tỉnh".to_owned(),
                Supplier::CommuneEssential => "xã, thiết yếu".to_owned(),
                Supplier::CommuneOwn => "xã, riêng".to_owned(),
                Supplier::CommuneSupplementary => format!(
                    "xã, bổ sung ({})",
                    component.terrain.map_or("mọi địa bàn", Terrain::name)
                ),
            };
            let needs: Vec<String> = component.depends_on.iter().map(need).collect();
            Row {
                fields: vec![
                    ("ma", json!(component.code)),
                    ("ten", json!(component.name)),
                    ("lop", json!(component.layer.number())),
                    ("nhom", json!(component.group.letters())),
                    ("cap", json!(key(&Supplier::KEYS, &component.supplier))),
                    (
                        "dia_ban",
                        json!(component.terrain.map(|its| key(&Terrain::KEYS, &its))),
                    ),
                    ("tru_cot", json!(key(&Pillar::KEYS, &component.pillar))),
                    ("giai_doan", json!(component.phase.number())),
                    ("phu_thuoc", json!(needs)),
                    ("dong", json!(component.budget_row.to_string())),
                    ("chu_tri", json!(component.lead)),
                    ("phoi_hop", json!(component.support)),
                ],
                shown: vec![component.code.clone(), supplier, component.name.clone()],
            }
        })
        .collect()
}

/// `HTS21`, or `KTT7 | KTT22` where one of them is enough.
fn need(need: &Dependency) -> String {
    need.any_of.join(" | ")
}

fn objectives(catalogue: &Catalogue, args: &ListArgs) -> Vec<Row> {
    catalogue
        .objectives
        .iter()
        .filter(|objective| passes(args.pillar, objective.pillar))
        .map(|objective| {
            let value = objective.source_value.map(vietnamese::decimal);
            let name = match objective.superseded {
                Some(_) => format!("{} (không còn áp dụng)", objective.name),
                None => objective.name.clone(),
            };
            Row {
                fields: vec![
                    ("ma", json!(objective.code)),
                    ("ten", json!(objective.name)),
                    ("tru_cot", json!(key(&Pillar::KEYS, &objective.pillar))),
                    ("don_vi", json!(objective.unit)),
                    ("gia_tri", json!(value)),
                    ("nam", json!(objective.source_year)),
                    ("thanh_phan", json!(objective.components)),
                    ("nhiem_vu", json!(objective.tasks)),
                    ("con_ap_dung", json!(objective.superseded.is_none())),
                ],
                shown: vec![objective.code.clone(), objective.unit.clone(), name],
            }
        })
        .collect()
}

fn tasks(catalogue: &Catalogue, args: &ListArgs) -> Vec<Row> {
    catalogue
        .tasks
        .iter()
        .filter(|task| passes(args.pillar, task.pillar))
        .map(|task| Row {
            fields: vec![
                ("ma", json!(task.code)),
                ("ten", json!(task.name)),
                ("tru_cot", json!(key(&Pillar::KEYS, &task.pillar))),
                ("thoi_luong", json!(task.duration)),
                ("giai_doan", json!(task.phase.number())),
                ("thanh_phan", json!(task.components)),
                (
                    "dong",
                    json!(task.budget_row.as_ref().map(ToString::to_string)),
                ),
                ("chu_tri", json!(task.lead)),
                ("phoi_hop", json!(task.support)),
            ],
            shown: vec![
                task.code.clone(),
                task.duration.clone().unwrap_or_default(),
                task.name.clone(),
            ],
        })
        .collect()
}

fn laws(catalogue: &Catalogue) -> Vec<Row> {
    catalogue
        .documents_by_name()
        .into_iter()
        .map(|document| {
            let day = |day: Option<Date>| day.map(|day| day.to_string());
            let span = match (day(document.from), day(document.until)) {
                (Some(from), Some(until)) => format!("từ {from}, hết hiệu lực từ {until}"),
                (Some(from), None) => format!("từ {from}"),
                (None, Some(until)) => format!("hết hiệu lực từ {until}"),
                (None, None) => "chưa rõ".to_owned(),
            };
            Row {
                fields: vec![
                    ("ma", json!(document.code)),
                    ("loai", json!(document.kind)),
                    ("so", json!(document.number)),
                    ("ngay", json!(day(document.date))),
                    ("co_quan", json!(document.issuer)),
                    ("trich_yeu", json!(document.title)),
                    ("hieu_luc_tu", json!(day(document.from))),
                    ("het_hieu_luc", json!(day(document.until))),
                    (
                        "tinh_trang",
                        json!(document.state.map(|state| key(&LegalState::KEYS, &state))),
                    ),
                    ("thay_the_bang", json!(document.replaced_by)),
                    ("sua_doi_boi", json!(document.amended_by)),
                    ("da_doi_chieu", json!(document.is_confirmed)),
                    ("phan", json!(document.parts)),
                ],
                shown: vec![
                    document.code.clone(),
                    span,
                    format!("{}: {}", document.name(), document.title),
                ],
            }
        })
        .collect()
}

fn bodies(catalogue: &Catalogue) -> Vec<Row> {
    catalogue
        .bodies_by_name()
        .into_iter()
        .map(|body| {
            let name = body.name.to_plain();
            Row {
                fields: vec![("ma", json!(body.code)), ("ten", json!(name))],
                shown: vec![body.code.clone(), name],
            }
        })
        .collect()
}

fn budget_rows(catalogue: &Catalogue) -> Vec<Row> {
    catalogue
        .budget_rows
        .iter()
        .map(|row| Row {
            fields: vec![
                ("ma", json!(row.id.to_string())),
                ("ten", json!(row.name_in(Levels::GENERAL))),
            ],
            shown: vec![row.id.to_string(), row.name_in(Levels::GENERAL)],
        })
        .collect()
}

fn province_tasks(catalogue: &Catalogue) -> Vec<Row> {
    let groups = catalogue.province_tasks.iter();
    groups
        .flat_map(|group| group.tasks.iter().map(move |task| (group, task)))
        .map(|(group, task)| Row {
            fields: vec![
                ("ma", json!(task.code)),
                ("ten", json!(task.name)),
                ("nhom", json!(group.name)),
                ("thoi_han", json!(task.deadline)),
                ("thanh_phan", json!(task.components)),
            ],
            shown: vec![task.code.clone(), group.name.clone(), task.name.clone()],
        })
        .collect()
}

fn communes(profiles: &[&Profile], args: &ListArgs) -> Vec<Row> {
    profiles
        .iter()
        .filter(|profile| passes(args.terrain, profile.commune.terrain))
        .map(|profile| {
            let commune = &profile.commune;
            Row {
                fields: vec![
                    ("tep", json!(profile.slug)),
                    ("ten", json!(commune.name)),
                    ("loai", json!(key(&CommuneKind::KEYS, &commune.kind))),
                    ("tinh", json!(commune.province.full_name())),
                    ("dia_ban", json!(key(&Terrain::KEYS, &commune.terrain))),
                    ("nam", json!(profile.years)),
                ],
                shown: vec![
                    profile.slug.clone(),
                    commune.terrain.name().to_owned(),
                    format!(
                        "{}, {}",
                        commune.sentence_name(),
                        commune.province.full_name()
                    ),
                ],
            }
        })
        .collect()
}
