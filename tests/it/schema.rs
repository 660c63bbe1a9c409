//! The schemas for editors: what lies in the project is what the program writes, they hold what the
//! program reads, and they refuse what it refuses.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use boon::Compiler;
use boon::SchemaIndex;
use boon::Schemas;
use serde_json::Map;
use serde_json::Value;

use crate::support;
use crate::support::Folder;

/// Each file with the schema that it names in its first line.
const FILES: [(&str, &str); 19] = [
    ("tests/schema/xa-du-khoa.yaml", "xa.json"),
    ("content/communes/phuong-hung-thinh-dong.yaml", "xa.json"),
    ("content/communes/xa-minh-son-ha.yaml", "xa.json"),
    ("content/communes/xa-pa-khoang-thuong.yaml", "xa.json"),
    ("tests/schema/settings.yaml", "settings.json"),
    ("tests/schema/du-toan.yaml", "du-toan.json"),
    ("content/legal.yaml", "legal.json"),
    ("content/budget-rows.yaml", "budget-rows.json"),
    ("content/province-tasks.yaml", "province-tasks.json"),
    ("content/glossary.yaml", "glossary.json"),
    ("content/provinces.yaml", "provinces.json"),
    ("content/rules.yaml", "rules.json"),
    ("content/sizes.yaml", "sizes.json"),
    ("content/demands/khung-ke-hoach-cap-xa.yaml", "demands.json"),
    ("content/demands/huong-dan-891-2022.yaml", "demands.json"),
    (
        "content/demands/huong-dan-mo-hinh-2026.yaml",
        "demands.json",
    ),
    (
        "content/demands/khung-kien-truc-du-thao-2026.yaml",
        "demands.json",
    ),
    ("content/demands/nhiem-vu-36-2023.yaml", "demands.json"),
    ("templates/labels.yaml", "labels.json"),
];

fn text(path: &str) -> String {
    fs::read_to_string(support::project().join(path)).expect("a file of the project")
}

fn schema(name: &str) -> Value {
    serde_json::from_str(&text(&format!("content/schema/{name}"))).expect("JSON")
}

/// YAML as JSON has it: the keys of years are texts.
fn parse(yaml: &str) -> Value {
    fn json(value: serde_yaml::Value) -> Value {
        match value {
            serde_yaml::Value::Sequence(items) => items.into_iter().map(json).collect(),
            serde_yaml::Value::Mapping(entries) => {
                let entry = |(key, value)| {
                    let key = match key {
                        serde_yaml::Value::Number(number) => number.to_string(),
                        key => key.as_str().expect("a key").to_owned(),
                    };
                    (key, json(value))
                };
                Value::Object(entries.into_iter().map(entry).collect())
            }
            other => serde_json::to_value(other).expect("a scalar"),
        }
    }
    json(serde_yaml::from_str(yaml).expect("YAML"))
}

fn compile(name: &str) -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource(name, schema(name)).expect("a schema");
    let index = compiler.compile(name, &mut schemas).expect("a schema");
    (schemas, index)
}

#[test]
fn the_schemas_here_are_those_the_program_writes() {
    let folder = Folder::new();
    let run = support::xaso(
        support::project(),
        &["schema", "--output", &folder.path().to_string_lossy()],
    );
    assert!(run.status.success(), "{}", support::transcript(&run));
    let here = support::project().join("content/schema");
    let names = support::files_below(&here);
    assert_eq!(names, support::files_below(folder.path()));
    assert_eq!(names.len(), 12);
    for name in names {
        let read = |folder: &Path| fs::read_to_string(folder.join(&name)).expect("a schema");
        assert_eq!(
            read(&here),
            read(folder.path()),
            "{name}: run `xaso schema`"
        );
    }
}

#[test]
fn every_file_here_is_as_its_schema_says_and_names_it() {
    for (path, name) in FILES {
        let yaml = text(path);
        let (schemas, index) = compile(name);
        if let Err(error) = schemas.validate(&parse(&yaml), index) {
            panic!("{path}: {error:#}");
        }
        let first = yaml.lines().next().expect("a line");
        let named = first
            .strip_prefix("# yaml-language-server: $schema=")
            .expect(path);
        let folder = support::project().join(path);
        let named = folder.parent().expect("a folder").join(named);
        assert!(named.is_file() && named.ends_with(name), "{path}: {first}");
    }
}

#[test]
fn what_the_program_refuses_is_underlined_while_typing() {
    let yaml = text("tests/schema/xa-du-khoa.yaml");
    let (schemas, index) = compile("xa.json");
    for (old, new) in [
        ("  ten: Mẫu", "  tenn: Mẫu"),
        ("  loai: xa", "  loai: thi_tran"),
        ("dia_ban: nong_thon", "dia_ban: nông thôn"),
        ("so_ho: 2150", "so_ho: 2.150 hộ"),
        ("minh_hoa: có", "minh_hoa: đúng"),
        ("ma: XS0401", "ma: XS0001"),
        ("muc: tat", "muc: nhe"),
        ("ngay: 08/01/2027", "ngay: 08.01.2027"),
        ("nam: [2027, 2028]", "nam: 2027"),
        ("ma: CQS-01", "ma: CQS-99"),
        ("{2027: 80, 2028: 90}", "{năm 2027: 80}"),
        ("so: 3", "so: 4"),
        ("so_luong: 1", "so_luong: 0"),
        ("chon: mua", "chon: muon"),
        ("  - HTS6", "  - HTS1"),
        ("  - UDCQS6", "  - UDCQS66"),
        (
            "chu_tri: van_phong\n    phoi_hop: [thon, ",
            "chu_tri: [van_phong]\n    phoi_hop: [thon, ",
        ),
        ("{ma: HTS8, ly_do: Vừa trang bị, da_co: true}", "HTS8"),
        ("  - NV-01", "  - NV-99"),
        ("dac-diem:", "dac_diem:"),
        ("nguoi_ky:", "ky:"),
    ] {
        assert!(yaml.contains(old), "{old}");
        let changed = parse(&yaml.replacen(old, new, 1));
        assert!(schemas.validate(&changed, index).is_err(), "accepts {new}");
    }
}

/// The mappings with fixed keys that stand in `value`, each with a key put in that nobody knows; and
/// for each, by that key, the keys which the schema offers.
struct Probe {
    offered: Vec<BTreeSet<String>>,
}

impl Probe {
    fn put(&mut self, value: &mut Value, schema: &Value) {
        if let Some(choices) = schema["anyOf"].as_array() {
            // Of several kinds of mappings the one that has the keys which stand there.
            let has = |choice: &Value, key: &str| !choice["properties"][key].is_null();
            let fits = |choice: &&Value| match value.as_object() {
                None => choice["type"] != "object",
                Some(entries) => entries.keys().all(|key| has(choice, key)),
            };
            if let Some(choice) = choices.iter().find(fits) {
                self.put(value, choice);
            }
            return;
        }
        match value {
            Value::Array(items) => items
                .iter_mut()
                .for_each(|item| self.put(item, &schema["items"])),
            Value::Object(entries) => {
                let Some(keys) = schema["properties"].as_object() else {
                    return;
                };
                for (key, value) in entries.iter_mut() {
                    // The keys of this one are the codes of the sections, made of one table.
                    if key != "van_ban" {
                        self.put(value, &keys[key]);
                    }
                }
                entries.insert(format!("zzzzzzzzzz{}", self.offered.len()), Value::Null);
                self.offered.push(keys.keys().cloned().collect());
            }
            _ => {}
        }
    }
}

/// The keys of each mapping that a schema describes.
fn mappings(schema: &Value, found: &mut BTreeSet<BTreeSet<String>>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| mappings(item, found)),
        Value::Object(entries) => {
            if let Some(keys) = schema["properties"].as_object() {
                found.insert(keys.keys().cloned().collect());
            }
            entries.values().for_each(|below| mappings(below, found));
        }
        _ => {}
    }
}

#[test]
fn a_schema_offers_the_keys_that_the_program_reads() {
    let kinds = FILES.iter().filter(|(_, name)| *name != "labels.json");
    let mut seen = BTreeSet::new();
    for (path, name) in kinds {
        if !seen.insert(*name) {
            continue;
        }
        let schema = schema(name);
        let mut value = parse(&text(path));
        let mut probe = Probe {
            offered: Vec::new(),
        };
        probe.put(&mut value, &schema);
        let mut described = BTreeSet::new();
        mappings(&schema, &mut described);
        described.retain(|keys| !keys.contains("dac-diem"));
        let probed: BTreeSet<_> = probe.offered.iter().cloned().collect();
        assert_eq!(probed, described, "{path} does not use every key");

        let folder = Folder::sample();
        let place = match *name {
            "xa.json" => "content/communes/xa-mau.yaml".to_owned(),
            "du-toan.json" => {
                let workbook = folder.path().join("budgets/xa-mau.xlsx");
                fs::remove_file(workbook).expect("the lines take its place");
                "budgets/xa-mau.yaml".to_owned()
            }
            "demands.json" => (*path).to_owned(),
            name => format!("content/{}", name.replace(".json", ".yaml")),
        };
        let place = folder.path().join(place);
        fs::create_dir_all(place.parent().expect("a folder")).expect("its folder");
        fs::write(place, value.to_string()).expect("the file, changed");
        let run = support::xaso(
            folder.path(),
            &["check", "--format", "json", "--chi", "XS0005"],
        );
        let report: Map<String, Value> = serde_json::from_slice(&run.stdout).expect("JSON");
        // What kept something unread is reported beside the asked code.
        let mut findings = report["phat_hien"].as_array().expect("findings").clone();
        findings.retain(|finding| finding["ma"] == "XS0005");
        assert_eq!(findings.len(), probe.offered.len(), "{name}");
        for finding in findings {
            let (message, hint) = (&finding["noi_dung"], &finding["cach_sua"]);
            let message = message.as_str().expect("a message");
            let digits: String = message.chars().filter(char::is_ascii_digit).collect();
            let index: usize = digits.parse().expect("the key's number");
            let hint = hint.as_str().expect("a hint");
            let keys = hint.strip_prefix("các khóa dùng được: ").expect("the keys");
            let keys: BTreeSet<String> = keys.split(", ").map(str::to_owned).collect();
            assert_eq!(keys, probe.offered[index], "{name}: {message}");
        }
    }
}
