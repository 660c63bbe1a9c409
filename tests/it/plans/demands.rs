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
    /// None where it is one.
    contents: Vec<String>,
    /// None where there is a reason.
    places: Vec<Place>,
    reason: Option<String>,
}

/// A place of a demand.
struct Place {
    kind: String,
    code: String,
    /// The words of its condition; none where it has none.
    condition: Vec<String>,
    /// The contents that it answers, from 1; none where it answers all.
    answers: Vec<u64>,
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
    Demand {
        code: text("ma").expect("a code"),
        section: text("muc").expect("a section"),
        text: text("yeu_cau").expect("a demand"),
        contents: value.get("noi_dung").map(codes).unwrap_or_default(),
        places: places.map(place).collect(),
        reason: text("ly_do"),
    }
}

fn place(value: &Value) -> Place {
    let keys = value.as_mapping().expect("a place").iter();
    let word = |value: &Value| value.as_str().expect("a text").to_owned();
    let mut keys = keys.filter(|(_, value)| value.is_string());
    let (kind, code) = keys.next().expect("a kind of place");
    let answers = value.get("dap_ung").and_then(Value::as_sequence);
    let answers = answers.map(Vec::as_slice).unwrap_or_default().iter();
    Place {
        kind: word(kind),
        code: word(code),
        condition: value.get("khi").map(codes).unwrap_or_default(),
        answers: answers.map(|it| it.as_u64().expect("a number")).collect(),
    }
}

impl Demand {
    /// Its contents by their numbers, each with its places.
    fn contents(&self) -> impl Iterator<Item = (Option<&String>, Vec<&Place>)> {
        (1..=self.contents.len().max(1)).map(|number| {
            let places = self.places.iter().filter(move |place| {
                let answers = &place.answers;
                answers.is_empty() || answers.iter().any(|it| usize::try_from(*it) == Ok(number))
            });
            (self.contents.get(number - 1), places.collect())
        })
    }

    /// Its contents that a plan lacks though it could have them, by the profile alone.
    fn missing(&self, profile: &Value) -> Vec<Option<&String>> {
        let contents = self.contents();
        let missing = contents.filter(|(_, places)| {
            let mut places = places.iter();
            let is_met = places.clone().any(|place| has(profile, place));
            !is_met && (places.len() == 0 || places.any(|place| can_have(profile, place)))
        });
        missing.map(|(content, _)| content).collect()
    }

    fn verdict(&self, profile: &Value) -> &'static str {
        if self.reason.is_some() {
            return "Không thuộc kế hoạch của cấp xã";
        }
        let is_answered = self.places.iter().any(|place| has(profile, place));
        let is_own = self.contents().any(|(_, places)| {
            let mut places = places.into_iter().filter(|it| has(profile, it)).peekable();
            places.peek().is_some() && places.all(|place| is_in_own_words(profile, place))
        });
        match (is_answered, self.missing(profile).is_empty()) {
            (true, true) if is_own => "Cần đối chiếu với lời riêng",
            (true, true) => "Đáp ứng",
            (true, false) => "Đáp ứng một phần",
            (false, false) => "Chưa đáp ứng",
            (false, true) => "Không áp dụng ở địa phương này",
        }
    }
}

/// Whether a word of a condition holds: something that is chosen, or the terrain; the samples lie in provinces.
fn holds(profile: &Value, word: &str) -> bool {
    let chosen = ["thanh_phan", "muc_tieu", "nhiem_vu"];
    let is_chosen = chosen
        .iter()
        .any(|key| codes(&profile[key]).iter().any(|code| code == word));
    is_chosen || word == "tinh" || profile["xa"]["dia_ban"].as_str() == Some(word)
}

/// The rules that find something in a sample, by the name of its file.
static FOUND: LazyLock<BTreeSet<(String, String)>> = LazyLock::new(|| {
    let arguments = ["check", "--format", "json"];
    let output = support::xaso(support::project(), &arguments);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = report["phat_hien"].as_array().expect("findings").iter();
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let findings = findings.map(|it| (text(&it["tep"]), text(&it["ma"])));
    let name = |path: &str| {
        let name = path.rsplit('/').next().expect("a name");
        name.split('.').next().expect("a name").to_owned()
    };
    findings.map(|(path, code)| (name(&path), code)).collect()
});

/// Whether a plan has a place, by its profile alone. The samples have no district, turn no rule off, and fill
/// every table.
fn has(profile: &Value, place: &Place) -> bool {
    let Place {
        kind,
        code,
        condition,
        ..
    } = place;
    let chosen = |key: &str| codes(&profile[key]).contains(code);
    let is_there = match &**kind {
        "thanh_phan" | "muc_tieu" | "nhiem_vu" => chosen(kind),
        "don_vi" => code != "ubnd_huyen",
        "khao_sat" => {
            let groups = profile["hien_trang"]["khao_sat"].as_sequence();
            let groups = groups.expect("a survey").iter();
            let mut rows = groups.flat_map(|it| it["chi_tieu"].as_sequence().expect("rows"));
            rows.any(|row| row["ten"].as_str() == Some(code))
        }
        "quy_tac" => {
            let name = profile["xa"]["ten"].as_str().expect("a name");
            let slug = SLUGS
                .into_iter()
                .find(|slug| self::profile(slug)["xa"]["ten"] == name);
            let found = (slug.expect("a sample").to_owned(), code.clone());
            !FOUND.contains(&found)
        }
        _ => true,
    };
    is_there && (condition.is_empty() || condition.iter().any(|word| holds(profile, word)))
}

/// Whether the commune words a place itself.
fn is_in_own_words(profile: &Value, place: &Place) -> bool {
    let keys: &[&str] = match &*place.kind {
        "thanh_phan" => &["thay_noi_dung"],
        "nhiem_vu" => &["noi_dung", "cach_thuc", "ket_qua", "hieu_qua"],
        "phan" => return profile["van_ban"].get(&*place.code).is_some(),
        _ => return false,
    };
    let chosen = profile[&*place.kind].as_sequence().expect("a list").iter();
    let mut own = chosen.filter(|it| it.get("ma").and_then(Value::as_str) == Some(&place.code));
    own.any(|it| keys.iter().any(|key| it.get(key).is_some()))
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

/// Whether the commune deploys a component, and its terrain is meant; so is what is no component.
fn is_offered(profile: &Value, code: &str) -> bool {
    let Some((supplier, terrain)) = COMPONENTS.get(code) else {
        return true;
    };
    let own = profile["xa"]["dia_ban"].as_str();
    supplier.starts_with("xa_") && (terrain.is_none() || terrain.as_deref() == own)
}

/// Whether a plan could have a place. Kinds of place are written in small letters.
fn can_have(profile: &Value, place: &Place) -> bool {
    let can_hold = |word: &String| {
        let is_code = word.contains(|letter: char| letter.is_uppercase());
        holds(profile, word) || (is_code && is_offered(profile, word))
    };
    let may_hold = place.condition.is_empty() || place.condition.iter().any(can_hold);
    let is_offered = place.kind != "thanh_phan" || is_offered(profile, &place.code);
    place.code != "ubnd_huyen" && may_hold && is_offered
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
                for asked in [&demand.code, &demand.section, &demand.text] {
                    assert!(row[1].contains(asked), "{slug}: {asked} in {}", row[1]);
                }
                let code = &demand.code;
                assert_eq!(
                    row[2],
                    demand.verdict(&profile),
                    "{slug}, {code}: {}",
                    row[3]
                );
                let waived = demand.reason.as_ref().is_some_and(|it| row[3].contains(it));
                assert_eq!(waived, demand.reason.is_some(), "{slug}, {code}");
                let missing = demand.missing(&profile);
                for content in &demand.contents {
                    let is_missing = missing.contains(&Some(content));
                    let lacks = row[3].split("Còn thiếu:").nth(1).unwrap_or_default();
                    let lacks = lacks.split("Không áp dụng").next().unwrap_or_default();
                    let is_named = lacks.contains(content);
                    assert_eq!(is_named, is_missing, "{slug}, {code}: {content}");
                }
                // What is in the plan is named as such, and nothing else is.
                let here = row[3].split("Còn thiếu:").next().unwrap_or_default();
                let here = here.split("Cần có ít nhất").next().unwrap_or_default();
                let here = here.split("Không áp dụng").next().unwrap_or_default();
                for place in &demand.places {
                    let coded = ["thanh_phan", "muc_tieu", "nhiem_vu"].contains(&&*place.kind);
                    let others = demand.places.iter();
                    let mut same = others.filter(|it| it.code == place.code);
                    let is_here = same.any(|it| has(&profile, it));
                    let named = here.contains(&format!(": {}. ", place.code));
                    assert!(!coded || named == is_here, "{slug}, {code}: {}", place.code);
                }
            }
        }
        let overview = read_page(slug, "index.html");
        assert!(overview.contains("href=\"doi-chieu.html\""), "{slug}");
        assert!(overview.contains("href=\"doi-chieu.pdf\""), "{slug}");
    }
}

#[test]
fn the_paper_says_what_the_page_says() {
    for slug in SLUGS {
        let html = read_page(slug, "doi-chieu.html");
        let pdf = site().join(slug).join("doi-chieu.pdf");
        let print = page::print_text(&pdf);
        // Long tables go on over the pages, with the number of the page and the head of the table anew.
        for source in DEMANDS.keys() {
            for row in page::table(&html, source) {
                for cell in [&row[1], &row[2]] {
                    let cell = page::squeeze(cell);
                    assert!(print.contains(&cell), "{slug}: {cell}");
                }
            }
        }
        let profile = profile(slug);
        let name = profile["xa"]["ten"]
            .as_str()
            .expect("a name")
            .to_uppercase();
        let first = page::first_page(&pdf);
        assert!(first.contains(&page::squeeze(&name)), "{slug}");
        assert!(
            first.contains(&page::squeeze("ĐỐI CHIẾU YÊU CẦU")),
            "{slug}"
        );
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
    let (mut n_unmet, mut n_partly, mut n_own) = (0, 0, 0);
    for plan in report["chua_chon"].as_array().expect("plans") {
        let slug = plan["xa"].as_str().expect("a plan");
        let profile = profile(slug);
        for source in plan["yeu_cau"].as_array().expect("sources") {
            let demands = &DEMANDS[source["tai_lieu"].as_str().expect("a source")];
            let of = |verdict: &str| -> Vec<&Demand> {
                let demands = demands.iter();
                demands
                    .filter(|it| it.verdict(&profile) == verdict)
                    .collect()
            };
            let (unmet, partly) = (of("Chưa đáp ứng"), of("Đáp ứng một phần"));
            let listed = |key: &str| source[key].as_array().expect("a list").clone();
            for (key, wanted) in [("con_thieu", &unmet), ("con_thieu_mot_phan", &partly)] {
                let listed = listed(key);
                let listed = listed.iter().map(|it| it["ma"].as_str().expect("a code"));
                let wanted = wanted.iter().map(|it| &*it.code);
                assert!(listed.eq(wanted), "{slug}: {key}");
            }
            for (demand, listed) in partly.iter().zip(listed("con_thieu_mot_phan")) {
                let missing = demand.missing(&profile);
                let missing: Vec<&String> = missing.into_iter().flatten().collect();
                assert_eq!(listed["noi_dung"], serde_json::json!(missing), "{slug}");
            }
            n_unmet += unmet.len();
            n_partly += partly.len();
            let keys = [
                "dap_ung",
                "dap_ung_mot_phan",
                "chua_dap_ung",
                "can_doi_chieu",
                "khong_thuoc",
            ];
            let met = of("Đáp ứng").len();
            let own = of("Cần đối chiếu với lời riêng").len();
            n_own += own;
            let waived = demands.len() - met - partly.len() - unmet.len() - own;
            let wanted = [met, partly.len(), unmet.len(), own, waived];
            let counts = keys.map(|key| source[key].as_u64());
            assert_eq!(counts, wanted.map(|it| u64::try_from(it).ok()), "{slug}");
            for Demand { code, .. } in unmet.into_iter().chain(partly) {
                assert!(
                    text.contains(&format!("{code} (")),
                    "{code} is not in the text"
                );
            }
        }
    }
    assert_eq!(report["chua_chon"].as_array().map(Vec::len), Some(3));
    assert!(n_unmet > 0, "the samples leave something out");
    assert!(n_partly > 0, "the samples leave a part of something out");
    assert!(n_own > 0, "the samples say something in words of their own");
}
