//! The prints as files: fonts, sizes of pages, bookmarks, soundness.

use std::process::Command;

use super::site;
use crate::plans::SLUGS;
use crate::support;

/// Runs a program of poppler-utils or qpdf on a print.
fn inspect(program: &str, arguments: &[&str], slug: &str) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(site().join(slug).join("ke-hoach.pdf"))
        .output()
        .unwrap_or_else(|error| panic!("{program}, which tests/run installs: {error}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        support::transcript(&output)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_four_faces_are_embedded_and_nothing_else() {
    for slug in SLUGS {
        let listing = inspect("pdffonts", &[], slug);
        let mut faces: Vec<&str> = listing
            .lines()
            .skip(2)
            .map(|line| {
                let columns: Vec<&str> = line.split_whitespace().collect();
                assert!(
                    columns.windows(3).any(|c| c == ["yes", "yes", "yes"]),
                    "{slug}: {line}"
                );
                columns[0]
                    .split_once('+')
                    .map_or(columns[0], |(_, face)| face)
            })
            .collect();
        faces.sort_unstable();
        assert_eq!(
            faces,
            ["Tinos", "Tinos-Bold", "Tinos-BoldItalic", "Tinos-Italic"],
            "{slug}"
        );
    }
}

#[test]
fn the_plan_stands_upright_and_the_appendices_lie() {
    for slug in SLUGS {
        let info = inspect("pdfinfo", &["-l", "-1"], slug);
        let sizes: Vec<bool> = info
            .lines()
            .filter(|line| line.starts_with("Page ") && line.contains(" size:"))
            .map(|line| {
                assert!(
                    line.contains("595.276") && line.contains("841.89"),
                    "{slug}: {line}"
                );
                line.contains("595.276 x 841.89")
            })
            .collect();
        let first_landscape = sizes
            .iter()
            .position(|upright| !upright)
            .expect("appendices");
        assert!(first_landscape > 10, "{slug}");
        assert!(
            sizes[first_landscape..].iter().all(|upright| !upright),
            "{slug}"
        );
        assert!(info.contains("Tagged:          yes"), "{slug}");
    }
}

#[test]
fn the_prints_are_sound_and_bear_bookmarks() {
    for slug in SLUGS {
        inspect("qpdf", &["--check"], slug);
        let json = inspect("qpdf", &["--json", "--json-key=outlines"], slug);
        for title in [
            "I. CĂN CỨ",
            "VIII. TỔ CHỨC THỰC HIỆN",
            "Phụ lục I",
            "Phụ lục IV",
        ] {
            assert!(json.contains(title), "{slug}: no bookmark {title}");
        }
    }
}
