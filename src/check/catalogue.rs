//! The catalogue's files → the catalogue: each file on its own; what they say of each other is
//! checked in [`super::references`].

mod demands;
mod entries;
mod registers;

use std::collections::BTreeMap;

use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::text::TextReader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Document;
use crate::load::Inputs;
use crate::load::Node;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::Citation;
use crate::model::RichText;
use crate::model::SectionId;
use crate::model::ascii_code;
use crate::model::keys;
use crate::model::sort_key;
use crate::source::Origin;
use crate::source::Sources;

const LEGAL: &str = "content/legal.yaml";
/// The file of the rows of Phụ lục II.
pub(crate) const BUDGET_ROWS: &str = "content/budget-rows.yaml";
const PROVINCE_TASKS: &str = "content/province-tasks.yaml";
const GLOSSARY: &str = "content/glossary.yaml";
const PROVINCES: &str = "content/provinces.yaml";
const RULES: &str = "content/rules.yaml";
const SIZES: &str = "content/sizes.yaml";

/// The headings of a component's guidance.
const COMPONENT_HEADINGS: [&str; 7] = [
    "Việc của xã",
    "Sản phẩm",
    "Nội dung",
    "Cách làm",
    "Bảo đảm",
    "Không làm",
    "Kết quả",
];

/// The headings of a task: six of the nine columns of Phụ lục I.
const TASK_HEADINGS: [&str; 6] = [
    "Bộ phận tổ chức thực hiện",   // who organises
    "Cá nhân thực hiện",           // who acts
    "Nội dung cần thực hiện",      // what is done
    "Cách thức tổ chức thực hiện", // how
    "Kết quả sau khi thực hiện",   // what comes of it
    "Hiệu quả mang lại",           // what it is good for
];

/// Reads everything that all communes share.
pub(crate) fn read(
    inputs: &Inputs,
    texts: &mut TextReader,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> (Catalogue, Places) {
    let mut reader = Reader {
        texts,
        sources,
        diagnostics,
        places: Places::default(),
    };
    let mut catalogue = Catalogue {
        components: reader.files(&inputs.components, Reader::component),
        objectives: reader.files(&inputs.objectives, Reader::objective),
        tasks: reader.files(&inputs.tasks, Reader::task),
        bodies: reader.files(&inputs.bodies, Reader::body),
        sections: reader.files(&inputs.sections, Reader::section),
        legal: reader.register(inputs.legal.as_ref(), LEGAL, Reader::legal),
        budget_rows: reader.register(inputs.budget_rows.as_ref(), BUDGET_ROWS, Reader::budget_row),
        province_tasks: reader.register(
            inputs.province_tasks.as_ref(),
            PROVINCE_TASKS,
            Reader::province_group,
        ),
        glossary: reader.register(inputs.glossary.as_ref(), GLOSSARY, Reader::abbreviation),
        provinces: reader.register(inputs.provinces.as_ref(), PROVINCES, Reader::known_province),
        rules: reader.register(inputs.rules.as_ref(), RULES, Reader::explanation),
        sizes: reader.register(inputs.sizes.as_ref(), SIZES, Reader::size),
        demands: reader.demands(&inputs.demands),
    };
    catalogue
        .components
        .sort_by_key(|component| (component.group, number_of(&component.code)));
    catalogue
        .bodies
        .sort_by(|a, b| (a.order, &a.code).cmp(&(b.order, &b.code)));
    catalogue
        .glossary
        .sort_by_cached_key(|entry| (sort_key(&entry.short), sort_key(&entry.meaning)));
    catalogue.budget_rows.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.date_documents();
    let places = reader.places;
    (catalogue, places)
}

/// Where the entries of the catalogue stand, for findings about what they say of each other.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Reference (kind of thing, code) → where it was written.
    pub references: Vec<Reference>,
    /// Code → the place of the code.
    pub codes: BTreeMap<String, Origin>,
}

/// A code written in one entry that must be the code of another.
#[derive(Debug)]
pub(crate) struct Reference {
    /// What it must be the code of.
    pub to: Referent,
    /// The code as written.
    pub code: String,
    /// Where.
    pub at: Origin,
}

/// What a code must be the code of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Referent {
    Component,
    Objective,
    Task,
    Body,
    Document,
    BudgetRow,
    Rule,
}

impl Referent {
    /// Whether a folder can take away entries of this kind.
    pub(crate) fn can_be_taken_away(self) -> bool {
        matches!(self, Self::Component | Self::Objective | Self::Task)
    }

    /// The file that holds all entries of this kind, where one does.
    pub(crate) fn register(self) -> Option<&'static str> {
        match self {
            Self::Document => Some(LEGAL),
            Self::BudgetRow => Some(BUDGET_ROWS),
            Self::Rule => Some(RULES),
            Self::Component | Self::Objective | Self::Task | Self::Body => None,
        }
    }
}

struct Reader<'a> {
    texts: &'a mut TextReader,
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    places: Places,
}

impl Reader<'_> {
    /// The entries that have a file each; those that cannot be read are reported and left out.
    fn files<T, C: FromIterator<T>>(
        &mut self,
        documents: &[Document],
        entry: impl Fn(&mut Self, &Document) -> Result<T, Reported>,
    ) -> C {
        documents
            .iter()
            .filter_map(|document| {
                entry(self, document)
                    .map_err(|reported| self.diagnostics.excuse(&document.stem, reported))
                    .ok()
            })
            .collect()
    }

    /// The code of an entry, remembered; a second entry with the same code is reported.
    fn code(&mut self, fields: &mut Fields<'_>) -> Result<String, Reported> {
        let node = fields.require(keys::CODE, self.diagnostics)?;
        let code = fields::text(node, self.diagnostics)?.to_owned();
        if self
            .places
            .codes
            .insert(code.clone(), node.origin())
            .is_some()
        {
            return Err(self.diagnostics.report(Diagnostic::new(
                Code::DUPLICATE_CODE,
                node.origin(),
                format!("mã `{code}` đã có ở mục khác"),
            )));
        }
        Ok(code)
    }

    /// The code of a document whose file bears the code as its name.
    fn file_code(
        &mut self,
        fields: &mut Fields<'_>,
        document: &Document,
    ) -> Result<String, Reported> {
        let code = self.code(fields)?;
        if code != document.stem && ascii_code(&code) != document.stem {
            let at = self.places.codes.get(&code).cloned();
            let at = at.unwrap_or(Origin::File(document.file));
            self.diagnostics.report(
                Diagnostic::new(
                    Code::FILE_NAME_AND_CODE_DIFFER,
                    at,
                    format!("mã `{code}` khác tên tệp `{}.md`", document.stem),
                )
                .hint("đặt tên tệp theo mã, hoặc sửa mã theo tên tệp"),
            );
        }
        Ok(code)
    }

    fn name(&mut self, fields: &mut Fields<'_>) -> Result<String, Reported> {
        let node = fields.require(keys::NAME, self.diagnostics)?;
        fields::text(node, self.diagnostics).map(str::to_owned)
    }

    /// Codes of other entries, remembered as references.
    fn references(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        to: Referent,
    ) -> Vec<String> {
        let Some(node) = fields.take(key) else {
            return Vec::new();
        };
        let written = fields::texts(node, self.diagnostics);
        written
            .into_iter()
            .map(|(code, at)| self.refer(to, code, at))
            .collect()
    }

    /// The code of one other entry, remembered as a reference.
    fn reference(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
        to: Referent,
    ) -> Result<String, Reported> {
        let node = fields.require(key, self.diagnostics)?;
        let code = fields::text(node, self.diagnostics)?.to_owned();
        Ok(self.refer(to, code, node.origin()))
    }

    fn refer(&mut self, to: Referent, code: String, at: Origin) -> String {
        self.places.references.push(Reference {
            to,
            code: code.clone(),
            at,
        });
        code
    }

    fn row(&mut self, node: &Node) -> Result<BudgetRowId, Reported> {
        let code = fields::text(node, self.diagnostics)?.to_owned();
        let id = row_id(node, &code, self.diagnostics)?;
        self.refer(Referent::BudgetRow, code, node.origin());
        Ok(id)
    }

    fn citations(&mut self, fields: &mut Fields<'_>) -> Result<Vec<Citation>, Reported> {
        let node = fields.require(keys::CITATIONS, self.diagnostics)?;
        let mut citations = Vec::new();
        for node in fields::list(node, self.diagnostics)? {
            citations.extend(self.citation(node));
        }
        Ok(citations)
    }

    fn citation(&mut self, node: &Node) -> Result<Citation, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let document = self.reference(&mut fields, keys::DOCUMENT, Referent::Document);
        let section = fields.require(keys::DOCUMENT_SECTION, self.diagnostics);
        let section = section.and_then(|node| fields::text(node, self.diagnostics));
        fields.finish(self.diagnostics);
        Ok(Citation {
            document: document?,
            section: section?.to_owned(),
        })
    }

    /// The texts under exactly these headings, in this order.
    fn headed<const N: usize>(
        &mut self,
        document: &Document,
        headings: [&str; N],
    ) -> Result<[RichText; N], Reported> {
        let sections = self.texts.sections(
            document.body.clone(),
            document.file,
            self.sources,
            self.diagnostics,
        );
        let found: Vec<&str> = sections
            .iter()
            .map(|(heading, _)| heading.as_str())
            .collect();
        let empty = sections.iter().find(|(_, text)| text.is_empty());
        if found == headings && empty.is_none() {
            let mut texts = sections.into_iter().map(|(_, text)| text);
            return Ok(std::array::from_fn(|_| texts.next().unwrap_or_default()));
        }
        let at = Origin::Text {
            file: document.file,
            range: document.body.clone(),
        };
        let message = match empty {
            Some((heading, _)) => format!("mục `## {heading}` còn trống"),
            None if found.is_empty() => "tệp chưa có nội dung sau phần đầu".to_owned(),
            None => format!("các mục đang là: {}", found.join(", ")),
        };
        let hint = format!(
            "các mục phải có, đúng thứ tự: ## {}",
            headings.join(", ## ")
        );
        let finding = Diagnostic::new(Code::WRONG_HEADING, at, message);
        Err(self.diagnostics.report(finding.hint(hint)))
    }
}

/// The number behind the letters of a code.
fn number_of(code: &str) -> u32 {
    code.trim_start_matches(|letter: char| !letter.is_ascii_digit())
        .parse()
        .unwrap_or(u32::MAX)
}

/// The row of a code as written.
pub(crate) fn row_id(
    node: &Node,
    code: &str,
    diagnostics: &mut Diagnostics,
) -> Result<BudgetRowId, Reported> {
    BudgetRowId::parse(code).ok_or_else(|| {
        let message = format!("`{code}` không phải là mã dòng của Phụ lục II");
        let finding = Diagnostic::new(Code::BAD_BUDGET_ROW, node.origin(), message);
        let how =
            "mã dòng viết như I.1.9: số La Mã của trụ cột, rồi các số, cách nhau bằng dấu chấm";
        diagnostics.report(match BudgetRowId::meant(code) {
            Some(row) => finding.hint(format!("viết {row}, số La Mã là chữ I hoa")),
            None => finding.hint(how),
        })
    })
}

/// The section of a code as written.
pub(crate) fn section_id(
    code: &str,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Result<SectionId, Reported> {
    let known = SectionId::ALL.iter().find(|(name, _)| *name == code);
    known.map(|(_, id)| *id).ok_or_else(|| {
        let message = format!("kế hoạch không có phần nào tên `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_VALUE, node.origin(), message);
        let known = SectionId::ALL.iter().map(|(name, _)| *name);
        let finding = diagnostics.suggest(finding, code, known);
        diagnostics.report(finding)
    })
}
