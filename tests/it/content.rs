//! The guidance read as data, apart from the program: complete, all references held, every source
//! named, no two texts alike.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::is_nfc;

use crate::support;

/// The headings under which a component's guidance stands.
const GUIDANCE: [&str; 5] = ["Nội dung", "Cách làm", "Bảo đảm", "Không làm", "Kết quả"];

/// A file of the content: its front matter (or whole YAML) and the text behind it.
pub(crate) struct Entry {
    /// Its path below `content`.
    pub path: String,
    /// The YAML.
    pub front: Value,
    /// The Markdown behind it.
    pub body: String,
}

impl Entry {
    fn text(&self, key: &str) -> &str {
        text(&self.front, key).unwrap_or_else(|| panic!("{} has no {key}", self.path))
    }

    fn codes(&self, key: &str) -> Vec<String> {
        codes(&self.front[key])
    }
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

/// The texts of a list.
fn codes(list: &Value) -> Vec<String> {
    let items = list.as_sequence().map(Vec::as_slice).unwrap_or_default();
    items
        .iter()
        .map(|item| item.as_str().expect("a code").to_owned())
        .collect()
}

/// Every file below `content`, but the communes.
pub(crate) fn entries() -> Vec<Entry> {
    let folder = support::project().join("content");
    support::files_below(&folder)
        .into_iter()
        .filter(|path| !path.starts_with("communes/") && !path.starts_with("schema/"))
        .map(|path| {
            let text = fs::read_to_string(folder.join(&path)).expect("a text");
            let (front, body) = match text.strip_prefix("---\n") {
                Some(rest) => rest
                    .split_once("\n---\n")
                    .expect("an end of the front matter"),
                None => (text.as_str(), ""),
            };
            let yaml = serde_yaml::from_str(front).expect("YAML");
            Entry {
                front: yaml,
                body: body.to_owned(),
                path,
            }
        })
        .collect()
}

fn below<'a>(entries: &'a [Entry], folder: &str) -> Vec<&'a Entry> {
    let found: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.path.starts_with(folder))
        .collect();
    assert!(!found.is_empty(), "nothing below {folder}");
    found
}

fn register<'a>(entries: &'a [Entry], path: &str) -> &'a [Value] {
    let found = entries.iter().find(|entry| entry.path == path);
    let list = found.and_then(|entry| entry.front.as_sequence());
    list.unwrap_or_else(|| panic!("no list in {path}"))
}

/// Code → name of everything that has both, by the folder or file where it stands.
fn known(entries: &[Entry], place: &str) -> BTreeSet<String> {
    if place.ends_with(".yaml") {
        let codes = register(entries, place).iter();
        return codes
            .map(|item| text(item, "ma").expect("a code").to_owned())
            .collect();
    }
    let entries = below(entries, place).into_iter();
    entries.map(|entry| entry.text("ma").to_owned()).collect()
}

fn must_be_known(codes: &[String], known: &BTreeSet<String>, place: &str) {
    for code in codes {
        assert!(
            known.contains(code),
            "{place}: {code} is the code of nothing"
        );
    }
}

#[test]
fn the_components_are_those_of_the_official_list() {
    let list = support::project().join("tests/official/components.tsv");
    let list = fs::read_to_string(list).expect("the official list");
    let official: BTreeSet<String> = list.lines().skip(1).map(str::to_owned).collect();
    let names: BTreeMap<&str, &str> = [
        ("HTS", "Hạ tầng số"),
        ("ANM", "An ninh mạng"),
        ("DL", "Dữ liệu"),
        ("NTL", "Nền tảng lõi"),
        ("ƯDCQS", "Ứng dụng phục vụ Chính quyền số"),
        ("NVCQS", "Hoạt động nghiệp vụ phục vụ Chính quyền số"),
        ("ƯDKTS", "Ứng dụng phục vụ Kinh tế số"),
        ("NVKTS", "Hoạt động nghiệp vụ phục vụ Kinh tế số"),
        ("ƯDXHS", "Ứng dụng phục vụ Xã hội số"),
        ("NVXHS", "Hoạt động nghiệp vụ phục vụ Xã hội số"),
        ("KTT", "Kênh tương tác"),
        ("ĐLHQ", "Đo lường hiệu quả"),
    ]
    .into();
    let entries = entries();
    let ours: BTreeSet<String> = below(&entries, "components/")
        .into_iter()
        .map(|entry| {
            [
                entry.text("ma"),
                &entry.front["lop"].as_u64().expect("a layer").to_string(),
                names[entry.text("nhom")],
                entry.text("cap"),
                text(&entry.front, "dia_ban").unwrap_or(""),
                entry.text("ten"),
            ]
            .join("\t")
        })
        .collect();
    assert_eq!(ours.len(), 170);
    assert_eq!(ours, official);
}

#[test]
fn every_component_has_its_five_parts_and_people_for_it() {
    for entry in below(&entries(), "components/") {
        let path = &entry.path;
        let body = format!("\n{}", entry.body);
        let parts: Vec<(&str, &str)> = body
            .split("\n## ")
            .skip(1)
            .map(|part| part.split_once('\n').expect("a text below the heading"))
            .collect();
        let headings: Vec<&str> = parts.iter().map(|(heading, _)| *heading).collect();
        assert_eq!(headings, GUIDANCE, "{path}");
        for (heading, text) in parts {
            let n_words = text.split_whitespace().count();
            assert!(n_words >= 8, "{path}: {heading} says {n_words} words");
        }
        let support = entry.codes("phoi_hop");
        assert!(!support.is_empty(), "{path}: nobody helps");
        assert!(
            !support.contains(&entry.text("chu_tri").to_owned()),
            "{path}"
        );
    }
}

#[test]
fn no_two_components_say_the_same() {
    const RUN: usize = 10;
    let entries = entries();
    let mut said: BTreeMap<Vec<String>, &str> = BTreeMap::new();
    let mut shared: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for entry in below(&entries, "components/") {
        let prose: Vec<String> = entry
            .body
            .lines()
            .filter(|line| !line.starts_with("## "))
            .flat_map(str::split_whitespace)
            .map(str::to_lowercase)
            .collect();
        let mut own = BTreeSet::new();
        for run in prose.windows(RUN) {
            if own.insert(run.to_vec()) {
                match said.get(run) {
                    Some(other) => *shared.entry((other, &entry.path)).or_default() += 1,
                    None => {
                        said.insert(run.to_vec(), &entry.path);
                    }
                }
            }
        }
    }
    let alike: Vec<_> = shared.iter().filter(|(_, count)| **count > 5).collect();
    assert!(alike.is_empty(), "runs of {RUN} words in common: {alike:?}");
}

#[test]
fn every_reference_leads_somewhere() {
    let entries = entries();
    let components = known(&entries, "components/");
    let objectives = known(&entries, "objectives/");
    let tasks = known(&entries, "tasks/");
    let bodies = known(&entries, "bodies/");
    let rows = known(&entries, "budget-rows.yaml");
    for entry in &entries {
        let path = &entry.path;
        if path.starts_with("components/") || path.starts_with("tasks/") {
            must_be_known(&[entry.text("chu_tri").to_owned()], &bodies, path);
            must_be_known(&entry.codes("phoi_hop"), &bodies, path);
        }
        if path.starts_with("tasks/") || path.starts_with("objectives/") {
            must_be_known(&entry.codes("thanh_phan"), &components, path);
        }
        if path.starts_with("objectives/") {
            must_be_known(&entry.codes("nhiem_vu"), &tasks, path);
            must_be_known(&entry.codes("thay_the"), &objectives, path);
        }
        if let Some(row) = text(&entry.front, "dong") {
            must_be_known(&[row.to_owned()], &rows, path);
        }
        for need in needs(entry) {
            must_be_known(&need, &components, path);
        }
    }
    let tasks_of_province = province_tasks(&entries);
    assert_eq!(tasks_of_province.len(), 36);
    for task in tasks_of_province {
        let contributing = codes(&task["thanh_phan"]);
        assert!(!contributing.is_empty());
        must_be_known(&contributing, &components, "province-tasks.yaml");
    }
}

/// The tasks of the province's twelve groups.
fn province_tasks(entries: &[Entry]) -> Vec<&Value> {
    let groups = register(entries, "province-tasks.yaml");
    assert_eq!(groups.len(), 12);
    groups
        .iter()
        .flat_map(|group| group["nhiem_vu"].as_sequence().expect("tasks"))
        .collect()
}

/// What a component needs: alternatives, one is enough.
fn needs(entry: &Entry) -> Vec<Vec<String>> {
    let needs = entry.front.get("phu_thuoc").and_then(Value::as_sequence);
    needs
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|need| match text(need, "ma") {
            Some(code) => vec![code.to_owned()],
            None => codes(&need["mot_trong"]),
        })
        .collect()
}

#[test]
fn components_do_not_need_each_other_in_a_circle() {
    let entries = entries();
    let mut open: BTreeMap<String, BTreeSet<String>> = below(&entries, "components/")
        .into_iter()
        .map(|entry| {
            let needed = needs(entry).into_iter().flatten().collect();
            (entry.text("ma").to_owned(), needed)
        })
        .collect();
    assert!(open.values().map(BTreeSet::len).sum::<usize>() > 50);
    // What needs nothing that is still open is taken away until nothing can be.
    loop {
        let free: Vec<String> = open
            .iter()
            .filter(|(_, needed)| needed.iter().all(|code| !open.contains_key(code)))
            .map(|(code, _)| code.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        for code in free {
            open.remove(&code);
        }
    }
    assert!(open.is_empty(), "in a circle: {open:?}");
}

#[test]
fn a_component_of_one_terrain_needs_none_of_another() {
    let entries = entries();
    let components = below(&entries, "components/");
    let terrain: BTreeMap<&str, Option<&str>> = components
        .iter()
        .map(|entry| (entry.text("ma"), text(&entry.front, "dia_ban")))
        .collect();
    for entry in components {
        let own = terrain[entry.text("ma")];
        for need in needs(entry) {
            let met = need.iter().any(|code| {
                let its = terrain[code.as_str()];
                its.is_none() || its == own
            });
            assert!(met, "{} needs {need:?} of another terrain", entry.path);
        }
    }
}

#[test]
fn every_objective_is_served_and_every_task_paid_for() {
    let entries = entries();
    let mut n_superseded = 0;
    for entry in below(&entries, "objectives/") {
        let is_superseded =
            entry.front.get("thay_the").is_some() || entry.front.get("het_hieu_luc").is_some();
        if is_superseded {
            n_superseded += 1;
            continue;
        }
        for key in ["thanh_phan", "nhiem_vu"] {
            assert!(!entry.codes(key).is_empty(), "{}: no {key}", entry.path);
        }
    }
    assert!(
        n_superseded > 0,
        "the sources ask for things that are no more"
    );
    for entry in below(&entries, "tasks/") {
        let costless = entry.front.get("khong_kinh_phi").and_then(Value::as_bool) == Some(true);
        let paid = text(&entry.front, "dong").is_some();
        assert!(paid != costless, "{}: a row or the mark", entry.path);
    }
}

#[test]
fn every_source_is_in_the_register_with_its_section() {
    let entries = entries();
    let documents = known(&entries, "legal.yaml");
    let mut n_citations = 0;
    for entry in &entries {
        let must_cite = [
            "components/",
            "objectives/",
            "tasks/",
            "bodies/",
            "sections/",
        ];
        if must_cite
            .iter()
            .any(|folder| entry.path.starts_with(folder))
        {
            let sources = entry.front["nguon"].as_sequence();
            assert!(
                sources.is_some_and(|list| !list.is_empty()),
                "{}",
                entry.path
            );
        }
        let mut found = Vec::new();
        citations(&entry.front, &mut found);
        for citation in found {
            n_citations += 1;
            let document = text(citation, "tai_lieu").expect("a document").to_owned();
            must_be_known(&[document], &documents, &entry.path);
            let section = text(citation, "muc").unwrap_or("");
            assert!(!section.trim().is_empty(), "{}: no section", entry.path);
        }
    }
    assert!(n_citations > 500, "{n_citations} citations");
}

/// Every mapping that names a document.
fn citations<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    if value.get("tai_lieu").is_some() {
        found.push(value);
    }
    match value {
        Value::Sequence(items) => items.iter().for_each(|item| citations(item, found)),
        Value::Mapping(entries) => entries.values().for_each(|item| citations(item, found)),
        _ => {}
    }
}

#[test]
fn all_letters_are_composed() {
    let project = support::project();
    let mut n_files = 0;
    for folder in ["content", "templates", "src"] {
        for path in support::files_below(&project.join(folder)) {
            let Ok(text) = fs::read_to_string(project.join(folder).join(&path)) else {
                continue; // a font
            };
            n_files += 1;
            let wrong = text.lines().position(|line| !is_nfc(line));
            let line = wrong.map(|index| index + 1);
            let shown = line.and_then(|line| text.lines().nth(line - 1));
            let composed: Option<String> = shown.map(|line| line.nfc().collect());
            assert_eq!(line, None, "{folder}/{path}: write {composed:?}");
        }
    }
    assert!(n_files > 250);
}

/// The names of these bodies are common nouns with a capital: right at the beginning of a sentence
/// ("Các thôn niêm yết …") and wrong within one.
#[test]
fn common_nouns_are_filled_in_at_the_beginning_of_a_sentence_only() {
    const NAMES: [&str; 5] = [
        "thon",
        "truong_hoc",
        "doanh_nghiep",
        "doanh_nghiep_dia_ban",
        "nguoi_dan",
    ];
    let mut n_seen = 0;
    for entry in entries() {
        for line in entry.body.lines() {
            let sentence = line.trim_start_matches(|letter: char| "-. 0123456789".contains(letter));
            for name in NAMES {
                let placeholder = format!("{{{{ don_vi.{name} }}}}");
                n_seen += usize::from(sentence.starts_with(&placeholder));
                let within = sentence.rfind(&placeholder).unwrap_or(0) > 0;
                assert!(!within, "{}: {line}", entry.path);
            }
        }
    }
    assert!(n_seen > 5, "{n_seen} of these placeholders");
}
