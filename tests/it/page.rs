//! Reads our own pages: tables as rows of cells, links, and the text of prints.

use std::path::Path;
use std::process::Command;

/// The text of a PDF in the order in which it was drawn (a table row by row), without white
/// space, so that line breaks within a name do not matter.
pub(crate) fn print_text(pdf: &Path) -> String {
    squeeze(&raw_text(pdf))
}

/// Likewise of its first page.
pub(crate) fn first_page(pdf: &Path) -> String {
    squeeze(raw_text(pdf).split('\u{c}').next().unwrap_or_default())
}

/// The text of each page of a PDF, likewise.
pub(crate) fn pages(pdf: &Path) -> Vec<String> {
    let text = raw_text(pdf);
    let pages = text.split('\u{c}').map(squeeze);
    // What ends a page ends the last one, too.
    pages.take(text.matches('\u{c}').count()).collect()
}

/// The text of a PDF in the order in which it was drawn.
fn raw_text(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext, which tests/run installs");
    assert!(output.status.success(), "pdftotext reads {}", pdf.display());
    String::from_utf8(output.stdout).expect("UTF-8")
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

/// The lines that a page shows: paragraphs, items (two spaces deeper for each list around them), rows with
/// bars between their cells; `<strong>`, `<em>` and `<a …>` are kept.
pub(crate) fn lines(html: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut depth: usize = 0;
    let mut begins = true;
    for piece in html.split('<').skip(1) {
        let (tag, said) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split(' ').next().unwrap_or("");
        match name {
            "ul" => depth += 1,
            "/ul" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_block = matches!(
            name,
            "p" | "li" | "tr" | "/tr" | "h2" | "h3" | "h4" | "figure"
        );
        if is_block && !(name == "p" && begins) {
            lines.push("  ".repeat(depth.saturating_sub(1)));
        }
        begins = match name {
            "li" | "td" => true,
            "span" | "/span" | "div" => begins,
            _ => false,
        };
        let Some(line) = lines.last_mut() else {
            continue;
        };
        match name {
            "/td" | "/th" => line.push_str(" | "),
            "strong" | "/strong" | "em" | "/em" | "a" | "/a" => line.push_str(&format!("<{tag}>")),
            "br" => line.push_str(" / "),
            _ => {}
        }
        line.push_str(&unescaped(said));
    }
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// The lines of a print in the order in which they were drawn, without the numbers of its pages, which are
/// drawn before all else on a page: where one ends is no part of what it says.
pub(crate) fn print_lines(pdf: &Path) -> Vec<String> {
    let is_number = |line: &str| line.chars().all(|letter| letter.is_ascii_digit());
    let text = raw_text(pdf);
    let pages = text.split('\u{c}').map(|page| {
        let (first, rest) = page.split_once('\n').unwrap_or((page, ""));
        if is_number(first) { rest } else { page }
    });
    pages.flat_map(str::lines).map(str::to_owned).collect()
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
    unescaped(&text).trim().to_owned()
}

/// HTML without its entities.
fn unescaped(html: &str) -> String {
    let mut text = html.to_owned();
    if !text.contains('&') {
        return text;
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
    text
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
