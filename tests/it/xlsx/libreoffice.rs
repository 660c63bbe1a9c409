//! A plan's workbook in the hands of LibreOffice: calculated anew it gives the same figures, also after
//! a change, and no row is too low for its texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use super::SHEETS;
use super::cells;
use super::figures::check;
use super::figures::lines_in_order;
use super::parts;
use super::row_of;
use super::workbook;
use crate::archive;
use crate::estimate;
use crate::plans;
use crate::plans::SLUGS;
use crate::support;
use crate::support::Folder;

/// Has LibreOffice read a workbook, calculate everything anew and write it in another format.
pub(crate) fn recalculated(path: &Path, format: &str, folder: &Folder) -> PathBuf {
    let profile = folder.path().join("profile");
    fs::create_dir_all(profile.join("user")).expect("a folder");
    // Always calculate, whoever wrote the file; and show figures as Vietnamese settings do.
    let settings = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
        <oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
        <item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">\
        <prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>0</value></prop></item>\
        <item oor:path=\"/org.openoffice.Setup/L10N\">\
        <prop oor:name=\"ooSetupSystemLocale\" oor:op=\"fuse\"><value>vi-VN</value></prop></item>\
        </oor:items>";
    let file = profile.join("user/registrymodifications.xcu");
    fs::write(file, settings).expect("the settings");
    let output = folder.path().join("recalculated");
    let run = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(&output)
        .arg(path)
        .output()
        .unwrap_or_else(|error| panic!("soffice, which tests/run installs: {error}"));
    let name = path.file_name().expect("a name");
    let written = output.join(name).with_extension(format);
    assert!(written.is_file(), "{}", support::transcript(&run));
    written
}

/// A workbook whose parts were changed.
fn changed(path: &Path, to: &Path, change: impl Fn(&str, String) -> String) {
    let parts = archive::unpack(&fs::read(path).expect("a workbook"));
    let parts = parts.into_iter().map(|(name, bytes)| {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = change(&name, text);
        (name, text.into_bytes())
    });
    fs::write(to, archive::pack(parts.collect())).expect("a workbook");
}

#[test]
fn libreoffice_calculates_the_same_figures_also_after_a_change() {
    for slug in SLUGS {
        let folder = Folder::new();
        let again = recalculated(&workbook(slug), "xlsx", &folder);
        check(&again, slug, &lines_in_order(slug));

        // The quantity of the first line becomes another; whatever adds it up must follow.
        let path = folder.path().join("doi-so-luong.xlsx");
        let lines = with_other(&workbook(slug), &path, 5, 987_654);
        let sum = |lines: &[estimate::Line]| -> i64 { lines.iter().map(|it| it.amount).sum() };
        assert!(sum(&lines) > sum(&plans::lines(slug)), "{slug}");
        check(&recalculated(&path, "xlsx", &folder), slug, &lines);
    }
}

/// A workbook whose first line has another quantity (column 5) or price (6), and the lines as they then
/// are.
pub(super) fn with_other(
    workbook: &Path,
    path: &Path,
    column: usize,
    number: i64,
) -> Vec<estimate::Line> {
    let cells = cells(workbook, SHEETS[0]);
    let first = row_of(&cells, "STT") + 1;
    let letter = ["F", "G"][column - 5];
    let begin = format!("<c r=\"{letter}{}\"", first + 1);
    let was = format!("<v>{}</v>", cells[first][column]);
    changed(workbook, path, |name, text| {
        if name != "xl/worksheets/sheet1.xml" {
            return text;
        }
        let (before, after) = text.split_once(&begin).expect("the cell");
        let after = after.replacen(&was, &format!("<v>{number}</v>"), 1);
        format!("{before}{begin}{after}")
    });
    let mut lines = estimate::lines(path);
    for line in &mut lines {
        line.source = line.source.replace("Các đơn vị tự", "Tự");
        line.source = line.source.replace("Phường", "Xã");
    }
    lines
}

/// The height of each row of a sheet that has one, in pt.
fn heights(path: &Path, sheet: usize) -> BTreeMap<u32, f64> {
    let parts = parts(path);
    let rows = parts[&format!("xl/worksheets/sheet{sheet}.xml")].split("<row ");
    rows.skip(1)
        .filter_map(|row| {
            let value = |name: &str| {
                let (_, rest) = row.split('>').next()?.split_once(name)?;
                rest.split('"').next()
            };
            let number = value("r=\"")?.parse().expect("a row");
            Some((number, value(" ht=\"")?.parse().expect("a height")))
        })
        .collect()
}

#[test]
fn no_row_is_too_low_for_its_texts() {
    // The height of a line in our rows, and in those that LibreOffice fits, where the first has more.
    let (line, their_line, first) = (16.5, 12.7, 1.5);
    for slug in SLUGS {
        let folder = Folder::new();
        let flat = recalculated(&workbook(slug), "fods", &folder);
        let text = fs::read_to_string(&flat).expect("a document");
        let fixed = "use-optimal-row-height=\"false\"";
        assert!(text.contains(fixed), "{slug}");
        let text = text.replace(fixed, "use-optimal-row-height=\"true\"");
        let path = folder.path().join("vua-chu.fods");
        fs::write(
            &path,
            text.replace("style:row-height=", "style:row-height-was="),
        )
        .expect("it");
        let fitted = recalculated(&path, "xlsx", &folder);
        for number in 1..=SHEETS.len() {
            let (ours, theirs) = (heights(&workbook(slug), number), heights(&fitted, number));
            let (mut n_lines, mut n_needed) = (0.0, 0.0);
            for (row, height) in &ours {
                let needed = ((theirs[row] - first) / their_line).round();
                let lines = (height / line).floor();
                assert!(lines >= needed, "{slug} {number} {row}: {lines} {needed}");
                n_lines += lines;
                n_needed += needed;
            }
            assert!(n_lines < n_needed * 1.3, "{slug} {number}: rows too high");
        }
    }
}
