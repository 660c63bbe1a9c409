//! Reads our own pages: tables as rows of cells, links, and the text of prints.

use std::path::Path;
use std::process::Command;

/// The text of a PDF in the order in which it was drawn (a table row by row), without white
/// space, so that line breaks within a name do not matter.
pub(crate) fn print_text(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext, which tests/run installs");
    assert!(output.status.success(), "pdftotext reads {}", pdf.display());
    squeeze(&String::from_utf8(output.stdout).expect("UTF-8"))
}

/// A text without white space.
pub(crate) fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// The rows of the table with this class: each a list of its cells' texts.
pub(crate) fn table(html: &str, class: &str) -> Vec<Vec<String>> {
    let start = ["\"", " broad\"", " middling\""]
        .iter()
        .find_map(|end| html.find(&format!("<table class=\"{class}{end}>")))
        .unwrap_or_else(|| panic!("a table {class}"));
    let end = start + html[start..].find("</table>").expect("its end");
    let body = &html[start + html[start..end].find("<tbody>").expect("a body")..end];
    body.split("<tr ")
        .skip(1)
        .map(|row| {
            let row = row.split("</tr>").next().unwrap_or("");
            row.split("<td ").skip(1).map(cell_text).collect()
        })
        .filter(|row: &Vec<String>| !row.is_empty())
        .collect()
}

fn cell_text(cell: &str) -> String {
    let content = cell.split_once('>').map_or("", |(_, rest)| rest);
    text(content.split("</td>").next().unwrap_or(""))
}

/// The text of a piece of HTML.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text.trim().to_owned()
}

/// What every `href` and `src` of a page points to.
pub(crate) fn links(html: &str) -> Vec<String> {
    ["href=\"", "src=\""]
        .iter()
        .flat_map(|attribute| html.split(attribute).skip(1))
        .map(|rest| rest.split('"').next().unwrap_or("").to_owned())
        .collect()
}

/// A word of a print: its page and the box that it takes, from the left and from the top.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) page_width: f64,
    pub(crate) page_height: f64,
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// The words of a print.
pub(crate) fn words(pdf: &Path) -> Vec<Word> {
    let output = Command::new("pdftotext")
        .args(["-bbox", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext, which tests/run installs");
    assert!(output.status.success(), "pdftotext reads {}", pdf.display());
    let html = String::from_utf8(output.stdout).expect("UTF-8");
    let (mut page, mut page_width, mut page_height) = (0, 0.0, 0.0);
    let mut words = Vec::new();
    for line in html.lines().map(str::trim) {
        let number = |name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).expect("a place");
            let number = rest.split('"').next().unwrap_or("");
            number.parse().expect("a number")
        };
        if line.starts_with("<page ") {
            (page, page_width, page_height) = (page + 1, number("width"), number("height"));
        }
        if line.starts_with("<word ") {
            words.push(Word {
                page,
                page_width,
                page_height,
                text: text(line),
                left: number("xMin"),
                top: number("yMin"),
                right: number("xMax"),
                bottom: number("yMax"),
            });
        }
    }
    words
}
