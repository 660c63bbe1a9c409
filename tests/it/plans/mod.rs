//! The three communes of the repository, built by the real binary: what the profile and the
//! workbook say must stand in the print and on the pages.

mod chosen;
mod components;
mod demands;
mod guidance;
mod leads;
mod money;
mod places;
mod print;
mod size;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::LazyLock;

use serde_yaml::Value;

use crate::estimate;
use crate::page;
use crate::support;
use crate::support::Folder;

/// The communes, built once for all tests.
static BUILT: LazyLock<Folder> = LazyLock::new(|| {
    let folder = Folder::new();
    let output = folder.path().join("output");
    let run = support::xaso(
        support::project(),
        &["build", "--output", &output.to_string_lossy()],
    );
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
});

pub(crate) const SLUGS: [&str; 3] = [
    "phuong-hung-thinh-dong",
    "xa-minh-son-ha",
    "xa-pa-khoang-thuong",
];

/// What Phụ lục II calls the commune's own money.
pub(crate) fn commune_column(slug: &str) -> &'static str {
    if slug.starts_with("phuong") {
        "Phường"
    } else {
        "Xã"
    }
}

pub(crate) fn site() -> PathBuf {
    BUILT.path().join("output/site")
}

fn yaml(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let front = text.strip_prefix("---\n").map_or(text.as_str(), |rest| {
        rest.split("\n---\n").next().unwrap_or(rest)
    });
    serde_yaml::from_str(front).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

fn profile(slug: &str) -> Value {
    yaml(&support::project().join(format!("content/communes/{slug}.yaml")))
}

/// The codes of a list whose items are codes or mappings with one.
fn codes(list: &Value) -> Vec<String> {
    let items = list.as_sequence().expect("a list").iter();
    items
        .map(|item| {
            let code = item
                .as_str()
                .or_else(|| item.get("ma").and_then(Value::as_str));
            code.expect("a code").to_owned()
        })
        .collect()
}

/// Code → name of everything in a folder of the catalogue.
fn names(folder: &str) -> BTreeMap<String, String> {
    let folder = support::project().join("content").join(folder);
    support::files_below(&folder)
        .iter()
        .map(|path| {
            let front = yaml(&folder.join(path));
            let text = |key: &str| front[key].as_str().expect("a text").to_owned();
            (text("ma"), text("ten"))
        })
        .collect()
}

fn print_text(slug: &str) -> String {
    page::print_text(&site().join(slug).join("ke-hoach.pdf"))
}

fn read_page(slug: &str, name: &str) -> String {
    fs::read_to_string(site().join(slug).join(name)).expect("a page")
}

fn has(haystack: &str, needle: &str, slug: &str) {
    assert!(
        haystack.contains(&page::squeeze(needle)),
        "{slug}: the print lacks {needle:?}"
    );
}

pub(crate) fn lines(slug: &str) -> Vec<estimate::Line> {
    estimate::lines(&support::project().join(format!("budgets/{slug}.xlsx")))
}

/// The rows of Phụ lục II: the form's and the commune's own, in the order of the table.
pub(crate) fn budget_rows(slug: &str) -> Vec<(String, String)> {
    let form = yaml(&support::project().join("content/budget-rows.yaml"));
    let own = profile(slug)["dong"].clone();
    let mut rows: Vec<(String, String)> = [form, own]
        .iter()
        .flat_map(|list| list.as_sequence().cloned().unwrap_or_default())
        .map(|row| {
            let text = |key: &str| row[key].as_str().expect("a text").to_owned();
            let name = text("ten").replace("{{ xa.cap_tinh }}", "tỉnh");
            let commune = commune_column(slug).to_lowercase();
            (text("ma"), name.replace("{{ xa.loai }}", &commune))
        })
        .collect();
    let key = |code: &str| -> Vec<usize> {
        let part = |part: &str| match part {
            "I" | "II" | "III" => part.len(),
            number => number.parse().expect("a number"),
        };
        code.split('.').map(part).collect()
    };
    rows.sort_by_key(|(code, _)| key(code));
    rows
}
