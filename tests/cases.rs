//! A case is a folder below `tests/cases/wrong`: `edits.txt` says how the sample of
//! `tests/cases/base` is changed, `expected.txt` is what the program must say, to the letter.
//!
//! `UPDATE=1` writes `expected.txt` anew; read the difference before you keep it.

#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use libtest_mimic::Arguments;
use libtest_mimic::Failed;
use libtest_mimic::Trial;
use support::Folder;

fn main() {
    let arguments = Arguments::from_args();
    let cases = support::project().join("tests/cases/wrong");
    let mut trials = Vec::new();
    for entry in fs::read_dir(&cases).expect("the folder of cases") {
        let path = entry.expect("a case").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        trials.push(Trial::test(format!("wrong::{name}"), move || run(&path)));
    }
    trials.sort_by(|a, b| a.name().cmp(b.name()));
    libtest_mimic::run(&arguments, trials).exit();
}

fn run(case: &Path) -> Result<(), Failed> {
    let folder = Folder::new();
    support::copy_below(&support::project().join("tests/cases/base"), folder.path());
    edit(&fs::read_to_string(case.join("edits.txt"))?, folder.path())?;
    support::grids_to_workbooks(folder.path());
    let output = support::xaso(folder.path(), &["build"]);
    let seen = support::transcript(&output);
    if folder.path().join("output/site").exists() != output.status.success() {
        return Err("there is an output exactly where the build succeeded".into());
    }
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
