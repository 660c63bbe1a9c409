//! The pages of a plan, read as what stands on them.

use std::collections::BTreeMap;

use crate::archive;
use crate::page;

/// The pages of a plan by name.
pub(crate) struct Pages {
    pages: BTreeMap<String, String>,
    /// What the cells of its workbook say.
    cells: Vec<String>,
}

/// What the workbook of a plan is called.
const WORKBOOK: &str = "du-toan.xlsx";

/// The pages that are no part of the plan and its guidance: what they say of what is not chosen is their purpose.
const REVIEW: [&str; 2] = ["chua-chon.html", "doi-chieu.html"];

/// Something with a heading and facts.
pub(crate) struct Section {
    pub(crate) heading: String,
    facts: Vec<(String, String)>,
}

impl Section {
    /// What a fact says; nothing where it is not there.
    pub(crate) fn fact(&self, label: &str) -> &str {
        let fact = self.facts.iter().find(|(name, _)| name == label);
        fact.map_or("", |(_, text)| text)
    }
}

impl Pages {
    /// The pages and the workbook among the files of a plan.
    pub(crate) fn of(files: Vec<(String, Vec<u8>)>) -> Self {
        let mut pages = BTreeMap::new();
        let mut cells = Vec::new();
        for (path, bytes) in files {
            let name = path.rsplit('/').next().unwrap_or("");
            if name.ends_with(".html") {
                let html = String::from_utf8(bytes).expect("letters");
                pages.insert(name.to_owned(), html);
            } else if name == WORKBOOK {
                cells = words(&bytes);
            }
        }
        assert!(!cells.is_empty(), "a workbook");
        Self { pages, cells }
    }

    /// A page that every plan has.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.pages.get(name).map_or("", String::as_str)
    }

    /// What the plan, its guidance and its workbook say: the name of each and its lines.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&str, Vec<String>)> {
        let pages = self.all().filter(|(name, _)| !REVIEW.contains(name));
        pages.chain([(WORKBOOK, self.cells.clone())])
    }

    /// What every page says, those too that only help to review.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, Vec<String>)> {
        let pages = self.pages.iter();
        pages.map(|(name, html)| (name.as_str(), lines(html)))
    }

    /// The rows of a table with so many cells; none where the page has no such table.
    pub(crate) fn rows(&self, page: &str, table: &str, n_cells: usize) -> Vec<Vec<String>> {
        let html = self.get(page);
        if !html.contains(&format!("<table class=\"{table}")) {
            return Vec::new();
        }
        let mut rows = page::table(html, table);
        rows.retain(|row| row.len() == n_cells);
        rows
    }
}

/// What the cells of a workbook say.
fn words(workbook: &[u8]) -> Vec<String> {
    let parts = archive::unpack(workbook).into_iter();
    let mut words = Vec::new();
    for (_, bytes) in parts.filter(|(name, _)| name.ends_with("sharedStrings.xml")) {
        let xml = String::from_utf8(bytes).expect("letters");
        let strings = xml.split("<si>").skip(1);
        let strings = strings.map(|string| page::text(&format!("<si>{string}")));
        words.extend(strings.map(|string| string.replace('\n', " ")));
    }
    words
}

/// The lines of the text of a page, but for the ways to others.
pub(crate) fn lines(html: &str) -> Vec<String> {
    let main = html.split_once("<main").map_or("", |(_, rest)| rest);
    let main = main.split("<nav class=\"steps\"").next().unwrap_or("");
    let mut lines = vec![String::new()];
    for piece in main.split('<').skip(1) {
        let (tag, said) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split(' ').next().unwrap_or("").trim_start_matches('/');
        if !matches!(name, "strong" | "em" | "a" | "span") {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(said);
        }
    }
    // What is broken in the page is one line all the same.
    let lines = lines.iter().map(|line| page::text(line).replace('\n', " "));
    lines.filter(|line| !line.is_empty()).collect()
}

/// What stands below each heading of a level, up to the next heading: "h4".
pub(crate) fn sections(html: &str, level: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    for piece in html.split(&format!("<{level} id=")).skip(1) {
        let (heading, rest) = piece
            .split_once(&format!("</{level}>"))
            .unwrap_or((piece, ""));
        let heading = heading.split_once('>').map_or("", |(_, text)| text);
        let own = ["<h2", "<h3", "<h4"]
            .iter()
            .filter_map(|tag| rest.find(tag))
            .min();
        let own = &rest[..own.unwrap_or(rest.len())];
        let facts = own.split("<dt>").skip(1).map(|fact| {
            let (label, rest) = fact.split_once("</dt>").unwrap_or((fact, ""));
            let said = rest.split("</dd>").next().unwrap_or("");
            (page::text(label), page::text(said))
        });
        sections.push(Section {
            heading: page::text(heading),
            facts: facts.collect(),
        });
    }
    sections
}
