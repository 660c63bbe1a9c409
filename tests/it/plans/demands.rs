//! What the sources ask of the three plans, answered on a page and by the check, against the files themselves.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_yaml::Value;

use super::codes;
use super::profile;
use super::read_page;
use super::site;
use super::yaml;
use crate::page;
use crate::plans::SLUGS;
use crate::support;

/// A demand as its file has it.
struct Demand {
    code: String,
    section: String,
    text: String,
    /// Kind and code of each place; none where there is a reason.
    places: Vec<(String, String)>,
    reason: Option<String>,
}

/// The demands by source.
static DEMANDS: LazyLock<BTreeMap<String, Vec<Demand>>> = LazyLock::new(|| {
    let folder = support::project().join("content/demands");
    let files = support::files_below(&folder).into_iter();
    files
        .map(|path| {
            let list = yaml(&folder.join(&path));
            let list = list.as_sequence().expect("a list").iter().map(demand);
            (path.trim_end_matches(".yaml").to_owned(), list.collect())
        })
        .collect()
});

fn demand(value: &Value) -> Demand {
    let text = |key: &str| {
        value
            .get(key)
            .map(|it| it.as_str().expect("a text").to_owned())
    };
    let places = value.get("noi").and_then(Value::as_sequence);
    let places = places.map(Vec::as_slice).unwrap_or_default().iter();
    let word = |value: &Value| value.as_str().expect("a text").to_owned();
    Demand {
        code: text("ma").expect("a code"),
        section: text("muc").expect("a section"),
        text: text("yeu_cau").expect("a demand"),
        places: places
            .flat_map(|place| place.as_mapping().expect("a place"))
            .map(|(kind, code)| (word(kind), word(code)))
            .collect(),
        reason: text("ly_do"),
    }
}

/// Whether a plan has a place, by its profile alone. The samples have no district, turn no rule off, and fill
/// every table.
fn has(profile: &Value, (kind, code): &(String, String)) -> bool {
    let chosen = |key: &str| codes(&profile[key]).contains(code);
    match &**kind {
        "thanh_phan" | "muc_tieu" | "nhiem_vu" => chosen(kind),
        "don_vi" => code != "ubnd_huyen",
        "khao_sat" => {
            let groups = profile["hien_trang"]["khao_sat"].as_sequence();
            let groups = groups.expect("a survey").iter();
            let mut rows = groups.flat_map(|it| it["chi_tieu"].as_sequence().expect("rows"));
            rows.any(|row| row["ten"].as_str() == Some(code))
        }
        _ => true,
    }
}

/// Supplier and terrain of each component, by code.
static COMPONENTS: LazyLock<BTreeMap<String, (String, Option<String>)>> = LazyLock::new(|| {
    let folder = support::project().join("content/components");
    let files = support::files_below(&folder).into_iter();
    files
        .map(|path| {
            let front = yaml(&folder.join(path));
            let text = |key: &str| front.get(key).and_then(Value::as_str).map(str::to_owned);
            let of = (text("cap").expect("a supplier"), text("dia_ban"));
            (text("ma").expect("a code"), of)
        })
        .collect()
});

/// Whether a plan could have a place: the commune deploys the component, and its terrain is meant.
fn can_have(profile: &Value, (kind, code): &(String, String)) -> bool {
    if kind != "thanh_phan" {
        return code != "ubnd_huyen";
    }
    let (supplier, terrain) = &COMPONENTS[code];
    let own = profile["xa"]["dia_ban"].as_str();
    supplier.starts_with("xa_") && (terrain.is_none() || terrain.as_deref() == own)
}

/// Whether no place that a plan could have is in it, while there are such places.
fn is_unmet(profile: &Value, demand: &Demand) -> bool {
    let mut places = demand.places.iter();
    !places.clone().any(|place| has(profile, place)) && places.any(|it| can_have(profile, it))
}

/// Whether there is no place that a plan could have.
fn is_elsewhere(profile: &Value, demand: &Demand) -> bool {
    let mut places = demand.places.iter();
    demand.reason.is_none() && !places.any(|it| has(profile, it) || can_have(profile, it))
}

#[test]
fn the_page_has_a_row_for_each_demand() {
    for slug in SLUGS {
        let profile = profile(slug);
        assert!(profile.get("quy_tac").is_none(), "{slug} sets rules");
        assert!(
            profile["xa"].get("cap_huyen").is_none(),
            "{slug} has a district"
        );
        let html = read_page(slug, "doi-chieu.html");
        for (source, demands) in DEMANDS.iter() {
            let rows = page::table(&html, source);
            assert_eq!(rows.len(), demands.len(), "{slug}: {source}");
            for (row, demand) in rows.iter().zip(demands) {
                let asked = [&demand.code, &demand.section, &demand.text];
                assert_eq!(row[..3].iter().collect::<Vec<_>>(), asked, "{slug}");
                let is_unmet = is_unmet(&profile, demand);
                let says = row[3].contains("Chưa đáp ứng");
                assert_eq!(says, is_unmet, "{slug}, {}: {}", demand.code, row[3]);
                let elsewhere = row[3].contains("Không áp dụng ở địa phương này");
                assert_eq!(
                    elsewhere,
                    is_elsewhere(&profile, demand),
                    "{slug}: {}",
                    row[3]
                );
                let waived = demand.reason.as_ref().is_some_and(|it| row[3].contains(it));
                assert_eq!(waived, demand.reason.is_some(), "{slug}, {}", demand.code);
                // Of what is met the page names what is in the plan, of what is unmet what is not.
                for place in &demand.places {
                    let coded = ["thanh_phan", "muc_tieu", "nhiem_vu"].contains(&&*place.0);
                    let named = row[3].contains(&format!("{}. ", place.1));
                    let is_wanted = elsewhere || has(&profile, place) != is_unmet;
                    assert!(
                        !coded || !named || is_wanted,
                        "{slug}, {}: {place:?}",
                        demand.code
                    );
                    let must = coded && has(&profile, place);
                    assert!(!must || named, "{slug}, {}: {place:?}", demand.code);
                }
            }
        }
        let overview = read_page(slug, "index.html");
        assert!(overview.contains("href=\"doi-chieu.html\""), "{slug}");
    }
}

#[test]
fn the_page_tells_where_the_parts_begin_in_the_print() {
    for slug in SLUGS {
        let html = page::text(&read_page(slug, "doi-chieu.html"));
        let pages = page::pages(&site().join(slug).join("ke-hoach.pdf"));
        let mut told: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for piece in html.split("Phần ").skip(1) {
            let Some((part, rest)) = piece.split_once(", trang ") else {
                continue;
            };
            let digits = rest.split(|letter: char| !letter.is_ascii_digit()).next();
            if part.chars().all(|letter| "IVX".contains(letter)) {
                let number = digits.expect("a number").parse().expect("a number");
                told.entry(part).or_default().insert(number);
            }
        }
        assert_eq!(told.len(), 8, "{slug}: {told:?}");
        let labels = yaml(&support::project().join("templates/labels.yaml"));
        for (part, title) in ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
            .iter()
            .zip(labels["phan"].as_sequence().expect("titles"))
        {
            let numbers = &told[part];
            assert_eq!(numbers.len(), 1, "{slug}: {part}");
            let title = title.as_str().expect("a title").to_uppercase();
            let heading = page::squeeze(&format!("{part}. {title}"));
            let page = numbers.first().expect("a page");
            assert!(
                pages[page - 1].contains(&heading),
                "{slug}: {heading} on {page}"
            );
        }
    }
}

#[test]
fn the_check_lists_what_is_unmet() {
    let run = |format: &str| {
        let arguments = ["check", "--gaps", "--format", format];
        let output = support::xaso(support::project(), &arguments);
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let report: serde_json::Value = serde_json::from_str(&run("json")).expect("JSON");
    let text = run("text");
    let mut n_unmet = 0;
    for plan in report["chua_chon"].as_array().expect("plans") {
        let slug = plan["xa"].as_str().expect("a plan");
        let profile = profile(slug);
        for source in plan["yeu_cau"].as_array().expect("sources") {
            let demands = &DEMANDS[source["tai_lieu"].as_str().expect("a source")];
            let unmet = demands.iter().filter(|it| is_unmet(&profile, it));
            let unmet: Vec<&str> = unmet.map(|it| &*it.code).collect();
            let listed = source["con_thieu"].as_array().expect("a list").iter();
            let listed: Vec<&str> = listed
                .map(|it| it["ma"].as_str().expect("a code"))
                .collect();
            assert_eq!(listed, unmet, "{slug}");
            n_unmet += unmet.len();
            let is_none = |it: &&Demand| it.reason.is_some() || is_elsewhere(&profile, it);
            let n_waived = demands.iter().filter(is_none).count();
            let counts = ["dap_ung", "chua_dap_ung", "khong_thuoc"].map(|key| source[key].as_u64());
            let wanted = [
                demands.len() - unmet.len() - n_waived,
                unmet.len(),
                n_waived,
            ];
            assert_eq!(counts, wanted.map(|it| u64::try_from(it).ok()), "{slug}");
            for code in unmet {
                assert!(
                    text.contains(&format!("{code} (")),
                    "{code} is not in the text"
                );
            }
        }
    }
    assert_eq!(report["chua_chon"].as_array().map(Vec::len), Some(3));
    assert!(n_unmet > 0, "the samples leave something out");
}
