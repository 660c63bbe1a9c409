//! Documents and their days: the three communes' plans, dated on four days, cite what then holds by the
//! register, which is read here as plain YAML.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use serde_yaml::Value;

use crate::page;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

/// The days of the plans.
const DAYS: [&str; 4] = ["12/01/2026", "15/03/2026", "15/01/2027", "15/01/2029"];

/// The letter that every plan cites of its own.
const LETTER: &str =
    "Công văn số 77/SKHCN-CĐS ngày 05 tháng 01 năm 2026 của Sở Khoa học và Công nghệ";

/// A day as `20260701`, which is in order.
fn number(day: &str) -> u32 {
    let parts: Vec<u32> = day
        .split('/')
        .map(|part| part.parse().expect("a number"))
        .collect();
    parts[2] * 10_000 + parts[1] * 100 + parts[0]
}

/// A document as the register has it.
struct Document {
    code: String,
    kind: String,
    number: String,
    title: String,
    issued: String,
    from: u32,
    until: u32,
    is_confirmed: bool,
    parts: Vec<String>,
}

impl Document {
    fn is_law(&self) -> bool {
        self.kind == "Luật"
    }

    /// Whether a plan of a day may cite it.
    fn holds(&self, day: &str) -> bool {
        let day = number(day);
        self.is_confirmed && number(&self.issued) <= day && self.from <= day && day < self.until
    }

    /// As a paper names it at first, up to its day.
    fn beginning(&self) -> String {
        let parts: Vec<u32> = self
            .issued
            .split('/')
            .map(|part| part.parse().expect("a number"))
            .collect();
        let month = if parts[1] < 3 {
            format!("{:02}", parts[1])
        } else {
            parts[1].to_string()
        };
        let name = if self.is_law() {
            format!("Luật {}", self.title)
        } else {
            format!("{} số {}", self.kind, self.number)
        };
        format!("{name} ngày {:02} tháng {month} năm {}", parts[0], parts[2])
    }
}

/// The documents that have a number and a day.
fn register() -> Vec<Document> {
    let path = support::project().join("content/legal.yaml");
    let text = fs::read_to_string(path).expect("the register");
    let entries: Vec<BTreeMap<String, Value>> = serde_yaml::from_str(&text).expect("a list");
    let text = |entry: &BTreeMap<String, Value>, key: &str| {
        entry.get(key).and_then(Value::as_str).map(str::to_owned)
    };
    let begins = |entry: &BTreeMap<String, Value>| {
        let day = text(entry, "hieu_luc_tu").or_else(|| text(entry, "ngay"));
        day.map_or(0, |day| number(&day))
    };
    let ends = |entry: &BTreeMap<String, Value>| {
        if let Some(day) = text(entry, "het_hieu_luc") {
            return number(&day);
        }
        let by = text(entry, "thay_the_bang");
        let by = by.map(|by| {
            entries
                .iter()
                .find(|other| text(other, "ma").as_ref() == Some(&by))
                .expect("a successor")
        });
        by.map_or(u32::MAX, begins)
    };
    let documents = entries.iter().filter_map(|entry| {
        let parts = entry["phan"].as_sequence().expect("parts").iter();
        Some(Document {
            code: text(entry, "ma")?,
            kind: text(entry, "loai")?,
            number: text(entry, "so")?,
            title: text(entry, "trich_yeu")?,
            issued: text(entry, "ngay")?,
            from: begins(entry),
            until: ends(entry),
            is_confirmed: entry.get("da_doi_chieu").and_then(Value::as_bool) == Some(true)
                && !entry.contains_key("tinh_trang"),
            parts: parts
                .map(|part| part.as_str().expect("a part").to_owned())
                .collect(),
        })
    });
    documents.collect()
}

/// The plans of all days, built once.
static BUILT: LazyLock<Folder> = LazyLock::new(|| {
    let folder = Folder::new();
    for name in ["content/communes", "budgets"] {
        fs::create_dir_all(folder.path().join(name)).expect("a folder");
    }
    for slug in SLUGS {
        let project = support::project();
        let profile = fs::read_to_string(project.join(format!("content/communes/{slug}.yaml")));
        let profile = profile.expect("a profile");
        for (index, day) in DAYS.iter().enumerate() {
            let lines = profile.lines().map(|line| match line {
                _ if line.starts_with("  ngay: ") => format!("  ngay: {day}"),
                "can_cu:" => format!("can_cu:\n  - {LETTER}"),
                // Each plan is another commune's.
                _ if line.starts_with("  ten: ") => {
                    format!("{line} {}", ["Một", "Hai", "Ba", "Bốn"][index])
                }
                _ => line.to_owned(),
            });
            let text: Vec<String> = lines.collect();
            let name = format!("{slug}-{index}");
            let path = folder.path().join(format!("content/communes/{name}.yaml"));
            fs::write(path, text.join("\n")).expect("a profile");
            let estimate = folder.path().join(format!("budgets/{name}.xlsx"));
            fs::copy(project.join(format!("budgets/{slug}.xlsx")), estimate).expect("an estimate");
        }
    }
    let run = support::xaso(folder.path(), &["build"]);
    assert!(run.status.success(), "{}", support::transcript(&run));
    folder
});

/// The plans: the name of each folder and the day of its plan.
fn plans() -> impl Iterator<Item = (String, &'static str)> {
    SLUGS.iter().flat_map(|slug| {
        let days = DAYS.iter().enumerate();
        days.map(move |(index, day)| (format!("{slug}-{index}"), *day))
    })
}

fn print(plan: &str, name: &str) -> String {
    page::print_text(&BUILT.path().join(format!("output/site/{plan}/{name}.pdf")))
}

/// The lines of part I that cite.
fn citations(plan: &str) -> Vec<String> {
    let page = BUILT.path().join(format!("output/site/{plan}/phan-i.html"));
    let html = fs::read_to_string(page).expect("part I");
    let lines = page::lines(&html).into_iter();
    let lines = lines.map(|line| line.trim().to_owned());
    lines
        .filter(|line| line.starts_with("Căn cứ ") || line.starts_with("Theo hướng dẫn "))
        .collect()
}

/// Whether a text has a number, and not as the end or beginning of a longer one.
fn has(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + number.len()..].chars().next();
        !before.is_some_and(|letter| letter.is_ascii_digit() || letter == '/')
            && !after.is_some_and(|letter| letter.is_ascii_uppercase() || letter == '-')
    })
}

#[test]
fn each_plan_cites_what_holds_on_its_day() {
    let register = register();
    let mut sizes = BTreeSet::new();
    for (plan, day) in plans() {
        let cited = citations(&plan);
        let holding = register.iter().filter(|document| {
            document.parts.iter().any(|part| part == "I") && document.holds(day)
        });
        let holding: Vec<&Document> = holding.collect();
        for document in &holding {
            let wanted = format!("Căn cứ {}", document.beginning());
            let n_times = cited
                .iter()
                .filter(|line| line.starts_with(&wanted))
                .count();
            assert_eq!(
                n_times,
                1,
                "{plan} of {day}: {wanted}\n{}",
                cited.join("\n")
            );
        }
        // Behind them come the commune's own, which have no number here, and its letter.
        let own = cited
            .iter()
            .filter(|line| {
                line.contains("Hội đồng nhân dân")
                    || line.starts_with("Căn cứ Kế hoạch ")
                    || line.contains("Ủy ban nhân dân tỉnh")
            })
            .count();
        assert_eq!(
            cited.len(),
            holding.len() + own + 1,
            "{plan} of {day}:\n{}",
            cited.join("\n")
        );
        sizes.insert(holding.len());
    }
    assert!(sizes.len() > 1, "the days differ in what holds");
}

#[test]
fn no_paper_names_a_document_that_does_not_hold() {
    let register = register();
    let mut n_named = 0;
    for (plan, day) in plans() {
        for paper in ["ke-hoach", "huong-dan"] {
            let text = print(&plan, paper);
            for document in &register {
                let beginning = page::squeeze(&document.beginning());
                let is_named = if document.is_law() {
                    text.contains(&beginning) || has(&text, &document.number)
                } else {
                    has(&text, &page::squeeze(&document.number))
                };
                n_named += usize::from(is_named);
                assert!(
                    !is_named || document.holds(day),
                    "{plan} of {day}: {paper} names {}",
                    document.code
                );
            }
        }
    }
    assert!(n_named > 12 * 20, "{n_named} documents named");
}

#[test]
fn documents_are_cited_in_the_form_of_official_papers() {
    for (plan, _) in plans() {
        let cited = citations(&plan);
        let (last, others) = cited.split_last().expect("citations");
        assert_eq!(*last, format!("Theo hướng dẫn tại {LETTER}."), "{plan}");
        for line in others {
            assert!(line.ends_with(';'), "{line}");
            assert!(!line.contains("Công văn"), "{line}");
            if let Some(law) = line.strip_prefix("Căn cứ Luật ") {
                let (name, day) = law.split_once(" ngày ").expect("a day");
                let is_name = name
                    .chars()
                    .all(|letter| letter.is_alphabetic() || " ,".contains(letter));
                assert!(is_name, "{line}");
                let words: Vec<&str> = day.trim_end_matches(';').split(' ').collect();
                let is_day = matches!(words[..], [_, "tháng", _, "năm", year] if year.len() == 4);
                assert!(is_day, "{line}");
            }
        }
    }
}

#[test]
fn a_second_mention_is_short() {
    let register = register();
    let mut n_again = 0;
    for (plan, _) in plans() {
        let text = print(&plan, "ke-hoach");
        for document in &register {
            let name = page::squeeze(&document.beginning());
            let (name, _) = name.split_once("ngày").expect("a day");
            let n_full = text.matches(&format!("{name}ngày")).count();
            // The title of another document may name this one with its day.
            let others = register.iter().filter(|other| other.code != document.code);
            let n_in_titles = others
                .filter(|other| text.contains(&page::squeeze(&other.beginning())))
                .map(|other| {
                    page::squeeze(&other.title)
                        .matches(&format!("{name}ngày"))
                        .count()
                })
                .sum::<usize>();
            assert!(
                n_full <= 1 + n_in_titles,
                "{plan}: {} is named in full {n_full} times",
                document.code
            );
            if n_full == 1 && !document.is_law() {
                n_again += text.matches(name).count() - 1;
            }
        }
    }
    assert!(n_again > 12, "{n_again} later mentions");
}
