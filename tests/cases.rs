//! A case is a folder. Below `tests/cases/wrong`, `edits.txt` says how the sample of
//! `tests/cases/base` is changed, `expected.txt` is what `build` must say, to the letter. Below
//! `tests/cases/check`, a folder bears the code of a rule: `breaks.txt` breaks it and `expected.txt`
//! is what `check` says of it; `near.txt` comes close and the rule has nothing to say. Below
//! `tests/cases/workbooks` lie workbooks that other programs wrote, and what is read out of them. Below
//! `tests/cases/shown`, `edits.txt` gives the sample amounts and a unit, `expected.txt` is what a reader sees;
//! below `tests/cases/survey`, figures and letters of a survey likewise. Below
//! `tests/cases/said`, `edits.txt` puts a text of the commune into the sample, and `expected.txt` is what
//! the program says of it and what page and print show. Below `tests/cases/drawn`, `look.txt` says where to look in
//! the finished pages and prints, and `expected.txt` is what stands there.
//!
//! `UPDATE=1` writes `expected.txt` anew; read the difference before you keep it.

#![expect(clippy::panic, reason = "a test fails by it")]

#[path = "it/page.rs"]
#[expect(dead_code, reason = "shared with the other tests")]
mod page;
#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use libtest_mimic::Arguments;
use libtest_mimic::Failed;
use libtest_mimic::Trial;
use support::Folder;

/// Runs the case in a folder.
type Run = fn(&Path) -> Result<(), Failed>;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    let kinds: [(&str, Run); 7] = [
        ("wrong", wrong),
        ("check", rule),
        ("workbooks", workbook),
        ("shown", shown),
        ("survey", survey),
        ("said", said),
        ("drawn", drawn),
    ];
    for (kind, run) in kinds {
        let cases = support::project().join("tests/cases").join(kind);
        for entry in fs::read_dir(&cases).expect("the folder of cases") {
            let path = entry.expect("a case").path();
            if path.is_file() {
                continue;
            }
            let name = path.file_name().expect("a name").to_string_lossy();
            let name = format!("{kind}::{name}");
            trials.push(Trial::test(name, move || run(&path)));
        }
    }
    trials.sort_by(|a, b| a.name().cmp(b.name()));
    libtest_mimic::run(&arguments, trials).exit();
}

/// The sample of `tests/cases/base`, changed.
fn edited(edits: &Path) -> Result<Folder, Failed> {
    let folder = Folder::sample_as_grid();
    edit(&fs::read_to_string(edits)?, folder.path())?;
    support::grids_to_workbooks(folder.path());
    Ok(folder)
}

/// What the program says of input that is wrong.
fn wrong(case: &Path) -> Result<(), Failed> {
    let folder = edited(&case.join("edits.txt"))?;
    let output = support::xaso(folder.path(), &["build"]);
    let seen = support::transcript(&output);
    if folder.path().join("output/site").exists() != output.status.success() {
        return Err("there is an output exactly where the build succeeded".into());
    }
    compare(case, seen)
}

/// What a rule says of input that breaks it, and that it is silent about input close to that.
fn rule(case: &Path) -> Result<(), Failed> {
    let name = case.file_name().ok_or("a name")?.to_string_lossy();
    let code = name.split('-').next().ok_or("a code")?;
    let arguments = ["check", "--chi", code, "--muc", "goi_y"];
    let folder = edited(&case.join("near.txt"))?;
    let near = support::transcript(&support::xaso(folder.path(), &["check"]));
    let has_errors = !near.contains("\n0 lỗi") && !near.contains("không có gì phải sửa");
    if near.contains(code) || has_errors {
        return Err(format!("near.txt breaks it, or something else:\n{near}").into());
    }
    let folder = edited(&case.join("breaks.txt"))?;
    let output = support::xaso(folder.path(), &arguments);
    if output.status.code() != Some(1) {
        return Err(format!("breaks.txt does not:\n{}", support::transcript(&output)).into());
    }
    compare(case, support::transcript(&output))
}

/// What is read out of a workbook that another program wrote: the report and, where a plan is made,
/// the cost lines as its Phụ lục II shows them.
fn workbook(case: &Path) -> Result<(), Failed> {
    let folder = Folder::sample();
    let budgets = folder.path().join("budgets");
    fs::remove_dir_all(&budgets)?;
    fs::create_dir(&budgets)?;
    for file in support::files_below(case) {
        if let Some(ending) = file.strip_prefix("du-toan.") {
            fs::copy(case.join(&file), budgets.join(format!("xa-mau.{ending}")))?;
        } else if file.starts_with("don-gia.") {
            fs::copy(case.join(&file), budgets.join(&file))?;
        }
    }
    let mut seen = support::transcript(&support::xaso(folder.path(), &["build"]));
    let page = folder.path().join("output/site/xa-mau/phu-luc-ii.html");
    if let Ok(html) = fs::read_to_string(page) {
        for row in page::table(&html, "chi-tiet") {
            seen.push_str(&row.join(" | "));
            seen.push('\n');
        }
    }
    compare(case, seen)
}

/// What a reader sees of amounts: the report of `check`, the tables of money, and what is said under them.
fn shown(case: &Path) -> Result<(), Failed> {
    let folder = edited(&case.join("edits.txt"))?;
    let build = support::xaso(folder.path(), &["build"]);
    if !build.status.success() {
        return Err(support::transcript(&build).into());
    }
    let mut seen = support::transcript(&support::xaso(folder.path(), &["check"]));
    let site = folder.path().join("output/site/xa-mau");
    let appendix = fs::read_to_string(site.join("phu-luc-ii.html"))?;
    let part = fs::read_to_string(site.join("phan-vi.html"))?;
    for (html, table) in [
        (&appendix, "tong-hop-2027"),
        (&appendix, "tong-hop"),
        (&part, "theo-nguon"),
    ] {
        seen.push_str(&format!("\n{table}\n"));
        for row in page::table(html, table) {
            seen.push_str(&format!("{}\n", row.join(" | ").trim_end_matches(" | ")));
        }
    }
    seen.push('\n');
    let said = part.split("<p").skip(1).map(|rest| {
        let paragraph = rest.split("</p>").next().unwrap_or("");
        page::text(paragraph.split_once('>').map_or("", |(_, text)| text))
    });
    let begins = ["Tổng kinh phí", "Mỗi số", "Đơn vị tính", "Bằng chữ"];
    for text in said.filter(|text| begins.iter().any(|begin| text.starts_with(begin))) {
        seen.push_str(&format!("{text}\n"));
    }
    compare(case, seen)
}

/// What `check` says of a survey, and the rows of its table where a plan is made.
fn survey(case: &Path) -> Result<(), Failed> {
    let folder = edited(&case.join("edits.txt"))?;
    let mut seen = support::transcript(&support::xaso(folder.path(), &["check"]));
    support::xaso(folder.path(), &["build"]);
    let page = folder.path().join("output/site/xa-mau/phu-luc-vi.html");
    if let Ok(html) = fs::read_to_string(page) {
        for row in page::table(&html, "khao-sat") {
            seen.push_str(row.join(" | ").trim_end_matches(" | "));
            seen.push('\n');
        }
    }
    compare(case, seen)
}

/// What page and print show of a text of the commune, which stands between two lines that say so; and the
/// survey as the page shows it.
fn said(case: &Path) -> Result<(), Failed> {
    let folder = edited(&case.join("edits.txt"))?;
    let mut seen = support::transcript(&support::xaso(folder.path(), &["build"]));
    let site = folder.path().join("output/site/xa-mau");
    let html = fs::read_to_string(site.join("phan-ii.html"))?;
    let own = |lines: &[String]| -> Vec<String> {
        let start = lines.iter().position(|line| line.trim() == BEGIN);
        let end = lines.iter().position(|line| line.trim() == END);
        match (start, end) {
            (Some(start), Some(end)) => lines[start + 1..end].to_vec(),
            _ => Vec::new(),
        }
    };
    let print = page::print_lines(&site.join("ke-hoach.pdf"));
    for (name, lines) in [("trang", page::lines(&html)), ("bản in", print)] {
        let lines = own(&lines);
        if !lines.is_empty() {
            seen.push_str(&format!("--- {name}\n{}\n", lines.join("\n")));
        }
    }
    seen.push_str("--- khảo sát\n");
    let html = fs::read_to_string(site.join("phu-luc-vi.html"))?;
    for row in page::table(&html, "khao-sat") {
        seen.push_str(&row.join(" | "));
        seen.push('\n');
    }
    compare(case, seen)
}

/// What the finished plan shows where `look.txt` says. Each of its lines names a file of the plan, then behind `|`
/// words: all lines that hold them; or behind two `|` the words of the first line and of the one behind the last
/// (nothing: from the beginning). `.` stands for a line of any words.
fn drawn(case: &Path) -> Result<(), Failed> {
    let folder = edited(&case.join("edits.txt"))?;
    let mut seen = support::transcript(&support::xaso(folder.path(), &["check"]));
    let build = support::xaso(folder.path(), &["build"]);
    if !build.status.success() {
        return compare(case, seen);
    }
    let site = folder.path().join("output/site/xa-mau");
    for look in fs::read_to_string(case.join("look.txt"))?.lines() {
        seen.push_str(&format!("--- {look}\n"));
        let parts: Vec<&str> = look.split('|').map(str::trim).collect();
        let path = site.join(parts[0]);
        let lines = if parts[0].ends_with(".pdf") {
            page::print_lines(&path)
        } else {
            page::lines(&fs::read_to_string(&path)?)
        };
        let holds = |line: &&String, words: &str| words == "." || line.contains(words);
        let mut kept: Vec<&String> = match parts[..] {
            [_, words] => lines.iter().filter(|line| holds(line, words)).collect(),
            [_, from, to] => {
                let from = lines
                    .iter()
                    .skip_while(|line| !from.is_empty() && !holds(line, from));
                from.take_while(|line| !holds(line, to)).collect()
            }
            _ => return Err(format!("not to be understood: {look}").into()),
        };
        kept.retain(|line| !line.trim().is_empty());
        for line in kept {
            seen.push_str(&format!("{line}\n"));
        }
    }
    compare(case, seen)
}

/// The lines between which the text of a case stands.
const BEGIN: &str = "Lời xã:";
const END: &str = "Hết lời xã.";

/// Holds what was seen against `expected.txt`.
fn compare(case: &Path, seen: String) -> Result<(), Failed> {
    let expected_path = case.join("expected.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&expected_path, &seen)?;
        return Ok(());
    }
    let expected = fs::read_to_string(&expected_path)?.replace("\r\n", "\n");
    if seen == expected {
        Ok(())
    } else {
        Err(format!("--- expected\n{expected}\n--- seen\n{seen}").into())
    }
}

/// The text of the `+ line`s that follow.
fn added<'a>(lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> String {
    let mut text = String::new();
    while let Some(line) = lines.next_if(|line| line.starts_with("+ ")) {
        text.push_str(&line[2..]);
        text.push('\n');
    }
    text
}

/// Applies the edits: `# why`, `@ file` (`@! file` takes the file away, `@+ file` makes it of the
/// `+ line`s behind), then pairs of `- line` as it stands, exactly once, and `+ line` for what
/// stands there instead, any number of them.
fn edit(edits: &str, folder: &Path) -> Result<(), Failed> {
    let mut lines = edits.lines().peekable();
    let mut current: Option<std::path::PathBuf> = None;
    while let Some(line) = lines.next() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        if let Some(path) = line.strip_prefix("@! ") {
            fs::remove_file(folder.join(path))?;
        } else if let Some(path) = line.strip_prefix("@+ ") {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().ok_or("a file in a folder")?)?;
            fs::write(file, added(&mut lines))?;
        } else if let Some(path) = line.strip_prefix("@ ") {
            let file = folder.join(path);
            if !file.exists() {
                // A file of the guidance, put into the user's folder to be changed there.
                fs::create_dir_all(file.parent().ok_or("a file in a folder")?)?;
                fs::copy(support::project().join(path), &file)?;
            }
            current = Some(file);
        } else if let Some(old) = line.strip_prefix("- ") {
            let path = current.as_ref().ok_or("an edit before its file")?;
            let new = added(&mut lines);
            let text = fs::read_to_string(path)?;
            let old = format!("{old}\n");
            if text.matches(&old).count() != 1 {
                return Err(format!("stands not exactly once: {old}").into());
            }
            fs::write(path, text.replacen(&old, &new, 1))?;
        } else {
            return Err(format!("no edit: {line}").into());
        }
    }
    Ok(())
}
