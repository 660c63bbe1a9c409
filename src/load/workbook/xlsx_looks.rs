//! What calamine does not tell of the sheets of an .xlsx file: which rows and columns are hidden, whether
//! a filter is set, which cells are merged, and which have a look that tells something.
//!
//! The sheets are gone through once more for it; [`super::archive`] says whether that is worth it.

use std::collections::BTreeMap;
use std::io::BufReader;
use std::io::Cursor;
use std::io::Read;
use std::mem::take;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::Stretch;
use super::Unfit;
use super::archive::Weighed;
use super::style::Stroke;
use super::xlsx_asides;
use super::xlsx_sheet::Xml;
use super::xlsx_sheet::read_sheet;
use super::xlsx_sheet::stroke_of_text;
use super::xml::attribute;
use super::xml::is;
use crate::source::Aside;
use crate::source::CellStyle;
use crate::source::SheetLooks;

/// No more parts than these are looked for beside a sheet.
const MOST_RELATIONS: usize = 20;

/// The archive of a workbook, to see what its sheets look like.
pub(super) struct Looks<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The part of each sheet, by its name; none where nothing is worth a look.
    parts: BTreeMap<String, String>,
    /// The styles that tell something, by number.
    styles: Vec<Option<Arc<CellStyle>>>,
    /// The shared texts of which letters are struck through, by number.
    struck: BTreeMap<usize, Stroke>,
    is_filtered: bool,
    /// Whether a sheet may have comments or drawings.
    has_asides: bool,
}

impl<'a> Looks<'a> {
    /// Opens a workbook.
    ///
    /// # Errors
    /// [`Unfit::Broken`] where its texts cannot be read.
    pub(super) fn new(
        bytes: &'a [u8],
        styles: Vec<Option<Arc<CellStyle>>>,
        weighed: &Weighed,
    ) -> Result<Self, Unfit> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        let mut looks = Self {
            archive,
            parts: BTreeMap::new(),
            styles,
            struck: BTreeMap::new(),
            is_filtered: false,
            has_asides: weighed.has_asides,
        };
        let has_styles = looks.styles.iter().any(Option::is_some);
        let may_tell = weighed.may_hide
            || weighed.may_strike
            || weighed.may_merge
            || weighed.has_asides
            || weighed.has_page_texts;
        if !(has_styles || may_tell) {
            return Ok(looks);
        }
        let workbook = looks.relations("_rels/.rels").into_iter();
        let mut workbook = workbook.filter(|it| it.kind.ends_with("/officeDocument"));
        let workbook = workbook.next().map(|it| it.target).unwrap_or_default();
        let workbook = workbook.trim_start_matches('/');
        let (folder, file) = match workbook.rsplit_once('/') {
            Some((folder, file)) => (format!("{folder}/"), file),
            None => (String::new(), workbook),
        };
        looks.parts = looks.sheets(workbook, &folder, &format!("{folder}_rels/{file}.rels"));
        if weighed.may_strike {
            looks.struck = looks.struck_texts(&format!("{folder}sharedStrings.xml"))?;
        }
        let mut tables = looks.names();
        tables.retain(|name| name.contains("tables/"));
        for table in tables {
            let mut is_filtered = false;
            looks.elements(&table, |element| is_filtered |= is(element, "filterColumn"));
            looks.is_filtered |= is_filtered;
        }
        Ok(looks)
    }

    /// The names of the parts.
    fn names(&self) -> Vec<String> {
        let names = self.archive.file_names().flatten();
        names.map(std::borrow::Cow::into_owned).collect()
    }

    /// A part of the archive, whatever the case of its name.
    fn part(&mut self, path: &str) -> Option<Xml<'_>> {
        let path = path.trim_start_matches('/');
        let is_meant = |name: &String| name.replace('\\', "/").eq_ignore_ascii_case(path);
        let name = self.names().into_iter().find(is_meant)?;
        let part = self.archive.by_name(&name).ok()?;
        let part: Box<dyn Read> = Box::new(part);
        let mut xml = Reader::from_reader(BufReader::new(part));
        // calamine reads such a part all the same.
        xml.config_mut().check_end_names = false;
        Some(xml)
    }

    /// What a part says of others.
    fn relations(&mut self, path: &str) -> Vec<Relation> {
        let mut relations = Vec::new();
        self.elements(path, |element| {
            if is(element, "Relationship") {
                let value = |name| attribute(element, name).unwrap_or_default();
                relations.push(Relation {
                    id: value("Id"),
                    kind: value("Type"),
                    target: value("Target"),
                });
            }
        });
        relations
    }

    /// The parts of the sheets, by their names.
    fn sheets(&mut self, workbook: &str, folder: &str, path: &str) -> BTreeMap<String, String> {
        let relations = self.relations(path);
        let mut parts = BTreeMap::new();
        self.elements(workbook, |element| {
            if !is(element, "sheet") {
                return;
            }
            let (name, id) = (attribute(element, "name"), attribute(element, "id"));
            let relation = relations.iter().find(|it| Some(&it.id) == id.as_ref());
            if let (Some(name), Some(relation)) = (name, relation) {
                let target = &relation.target;
                let part = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("{folder}{target}"),
                };
                parts.insert(name, part);
            }
        });
        parts
    }

    /// Hands every element of a part to `see`.
    fn elements(&mut self, path: &str, mut see: impl FnMut(&BytesStart<'_>)) {
        let Some(mut xml) = self.part(path) else {
            return;
        };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
                // What is broken was reported by calamine.
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    /// The shared texts of which letters are struck through.
    fn struck_texts(&mut self, path: &str) -> Result<BTreeMap<usize, Stroke>, Unfit> {
        let mut struck = BTreeMap::new();
        let Some(mut xml) = self.part(path) else {
            return Ok(struck);
        };
        let mut buffer = Vec::new();
        let mut index = 0;
        loop {
            buffer.clear();
            match xml
                .read_event_into(&mut buffer)
                .map_err(|_| Unfit::Broken)?
            {
                Event::Start(element) if is(&element, "si") => {
                    if let Some(stroke) = stroke_of_text(&mut xml, "si")? {
                        struck.insert(index, stroke);
                    }
                    index += 1;
                }
                Event::Empty(element) if is(&element, "si") => index += 1,
                Event::Eof => return Ok(struck),
                _ => {}
            }
        }
    }

    /// What a sheet looks like, and which of its cells are merged. A filter of a table counts for all sheets: it is told of only where rows
    /// are hidden.
    ///
    /// # Errors
    /// Why the workbook is not read.
    pub(super) fn of_sheet(&mut self, name: &str) -> Result<(SheetLooks, Vec<Stretch>), Unfit> {
        let mut merged = Vec::new();
        let mut looks = SheetLooks {
            is_filtered: self.is_filtered,
            ..SheetLooks::default()
        };
        let Some(part) = self.parts.get(name).cloned() else {
            return Ok((looks, merged));
        };
        let (styles, struck) = (take(&mut self.styles), take(&mut self.struck));
        if let Some(mut xml) = self.part(&part) {
            read_sheet(&mut xml, &styles, &struck, &mut looks, &mut merged)?;
        }
        (self.styles, self.struck) = (styles, struck);
        if self.has_asides {
            self.asides(&part, &mut looks.asides);
        }
        Ok((looks, merged))
    }

    /// Reads what comments and drawings of the sheet in a part say.
    fn asides(&mut self, part: &str, asides: &mut Vec<Aside>) {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = self.relations(&format!("{folder}/_rels/{file}.rels"));
        for relation in relations.into_iter().take(MOST_RELATIONS) {
            let is_comments = relation.kind.ends_with("/comments");
            if !is_comments && !relation.kind.ends_with("/drawing") {
                continue;
            }
            let target = beside(folder, &relation.target);
            if let Some(mut xml) = self.part(&target) {
                if is_comments {
                    xlsx_asides::of_comments(&mut xml, asides);
                } else {
                    xlsx_asides::of_drawing(&mut xml, asides);
                }
            }
        }
    }
}

/// The part that a relation of one in a folder names: `../comments1.xml` from the folder, `/xl/…` from the top.
fn beside(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// What a part says of another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}
