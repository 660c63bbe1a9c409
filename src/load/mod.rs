//! Files → located trees and sheets. Where the files are, [`Files`] alone knows.
//!
//! Nothing is understood here: which keys are right and what a cell means is the check's business.
//! A file that cannot be read is reported and the others are loaded all the same.

mod budgets;
mod communes;
mod endings;
mod files;
mod folders;
mod front_matter;
mod kind_of_file;
mod letters;
mod names;
mod quiet;
mod text;
mod workbook;
mod yaml;

pub(crate) use front_matter::Document;
pub(crate) use yaml::{Entry, Node, NodeValue, bulleted, without_curly_quotes};

use std::sync::Arc;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::Severity;
use crate::model::GivenEstimate;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;
use crate::source::Templates;
pub use communes::CommuneFiles;
use endings::unread_stem;
pub use files::{Bytes, Disk, FileError, FileKind, Files, Listing, Memory, Overlay};

/// Larger files than these are refused.
const LARGEST_TEXT: u64 = 1024 * 1024;

/// The name of the province's price list in `budgets/`, without the ending.
const PRICES: &str = "don-gia";

/// The registers that every commune shares, by the names of their files.
const REGISTERS: [&str; 8] = [
    "legal",
    "budget-rows",
    "province-tasks",
    "glossary",
    "provinces",
    "rules",
    "settings",
    "sizes",
];

/// The folder of what the sources ask, a register for each of them.
const DEMANDS: &str = "demands";

/// What to load.
#[derive(Debug, Clone)]
pub struct Request {
    /// The files, with `content/` and `budgets/`.
    pub files: Arc<dyn Files>,
    /// The communes asked for, by the names of their files; all where none is named.
    pub communes: Vec<String>,
}

impl Request {
    /// All communes that there are files of.
    pub fn all(files: impl Files + 'static) -> Self {
        Self::some(files, [])
    }

    /// These communes; all where none is named.
    pub fn some(files: impl Files + 'static, communes: impl Into<Vec<String>>) -> Self {
        Self {
            files: Arc::new(files),
            communes: communes.into(),
        }
    }
}

/// What all communes share, as it was read.
#[derive(Debug)]
pub struct Inputs {
    /// `content/components/*.md`.
    pub(crate) components: Vec<Document>,
    /// `content/objectives/*.md`.
    pub(crate) objectives: Vec<Document>,
    /// `content/tasks/*.md`.
    pub(crate) tasks: Vec<Document>,
    /// `content/bodies/*.md`.
    pub(crate) bodies: Vec<Document>,
    /// `content/sections/*.md`.
    pub(crate) sections: Vec<Document>,
    /// `content/legal.yaml`.
    pub(crate) legal: Option<Node>,
    /// `content/budget-rows.yaml`.
    pub(crate) budget_rows: Option<Node>,
    /// `content/province-tasks.yaml`.
    pub(crate) province_tasks: Option<Node>,
    /// `content/glossary.yaml`.
    pub(crate) glossary: Option<Node>,
    /// `content/provinces.yaml`.
    pub(crate) provinces: Option<Node>,
    /// `content/rules.yaml`: what the codes of findings mean.
    pub(crate) rules: Option<Node>,
    /// `content/sizes.yaml`: between which bounds amounts usually lie.
    pub(crate) sizes: Option<Node>,
    /// `content/demands/*.yaml`: what each source asks of plans, by the name of its file.
    pub(crate) demands: Vec<(String, Node)>,
    /// `content/settings.yaml`: what the folder sets for all its communes.
    pub(crate) settings: Option<Node>,
    /// `budgets/don-gia.xlsx` (or another ending of a workbook): the province's price list, where there is one.
    pub(crate) prices: Option<FileId>,
    /// The templates, for the renderers.
    pub templates: Templates,
}

/// A commune's files.
#[derive(Debug)]
pub struct CommuneInput {
    /// The name of the profile's file without ending.
    pub(crate) slug: String,
    /// The profile.
    pub(crate) profile: Node,
    /// Its estimate; one that is unreadable or missing was reported.
    pub(crate) estimate: Option<EstimateInput>,
}

/// A commune's estimate.
#[derive(Debug)]
pub(crate) struct EstimateInput {
    /// The file.
    pub given: GivenEstimate,
    /// Its lines where they are written in YAML; the file is a workbook where they are not.
    pub lines: Option<Node>,
}

/// Which communes there are of those that a request names; nothing of them is read yet.
pub fn find_communes(
    request: &Request,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> CommuneFiles {
    let mut loader = Loader {
        files: request.files.as_ref(),
        sources,
        diagnostics,
    };
    loader.communes(&request.communes)
}

/// Reads the files of a commune; nothing where there is no profile that can be read.
pub fn load_commune(
    files: &dyn Files,
    communes: &CommuneFiles,
    slug: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<CommuneInput> {
    let mut loader = Loader {
        files,
        sources,
        diagnostics,
    };
    loader.commune(slug.to_owned(), communes)
}

/// A text that was typed, with its letters made those of Vietnamese where that is certain.
pub(crate) fn in_plain_letters(text: &str) -> String {
    letters::text(text, None).0
}

/// Reads what all communes share: the catalogue, the prices and the templates.
pub fn load_shared(
    files: &dyn Files,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Inputs {
    let mut inputs = load_catalogue(files, sources, diagnostics);
    let mut loader = Loader {
        files,
        sources,
        diagnostics,
    };
    if let Some((path, _)) = loader.only_budget(PRICES, workbook::ENDINGS.into_iter()) {
        let prices = loader.workbook(&path);
        inputs.prices = prices.map(|(file, _)| file);
    }
    inputs
}

/// Reads the catalogue and the templates.
pub fn load_catalogue(
    files: &dyn Files,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Inputs {
    let mut loader = Loader {
        files,
        sources,
        diagnostics,
    };
    let mut inputs = Inputs {
        components: Vec::new(),
        objectives: Vec::new(),
        tasks: Vec::new(),
        bodies: Vec::new(),
        sections: Vec::new(),
        legal: None,
        budget_rows: None,
        province_tasks: None,
        glossary: None,
        provinces: None,
        rules: None,
        settings: None,
        sizes: None,
        demands: Vec::new(),
        prices: None,
        templates: Templates::default(),
    };
    let content = files.list("content");
    let closed = loader.not_yet_told(&content.closed);
    loader.closed_folders(closed);
    for path in content.files {
        let kind = path.split('/').nth(1).unwrap_or("").to_owned();
        let documents = match kind.as_str() {
            "components" => &mut inputs.components,
            "objectives" => &mut inputs.objectives,
            "tasks" => &mut inputs.tasks,
            "bodies" => &mut inputs.bodies,
            "sections" => &mut inputs.sections,
            DEMANDS => {
                inputs.demands.extend(loader.demands(&path));
                continue;
            }
            register => {
                let node = match register {
                    "legal.yaml" => &mut inputs.legal,
                    "budget-rows.yaml" => &mut inputs.budget_rows,
                    "province-tasks.yaml" => &mut inputs.province_tasks,
                    "glossary.yaml" => &mut inputs.glossary,
                    "provinces.yaml" => &mut inputs.provinces,
                    "rules.yaml" => &mut inputs.rules,
                    "settings.yaml" => &mut inputs.settings,
                    "sizes.yaml" => &mut inputs.sizes,
                    name => {
                        let stem = unread_stem(name).filter(|stem| REGISTERS.contains(stem));
                        if let Some(stem) = stem {
                            let stem = format!("content/{stem}");
                            loader.wrong_ending(&path, &stem, Severity::Warning);
                        }
                        continue;
                    }
                };
                match loader.yaml(&path) {
                    // A settings file in which nothing is set yet is none.
                    Ok(read) if register == "settings.yaml" && read.is_empty() => {}
                    Ok(read) => *node = Some(read),
                    Err(reported) => loader.diagnostics.excuse(&path, reported),
                }
                continue;
            }
        };
        if path.ends_with(".md") {
            match loader.document(&path) {
                Ok(document) => documents.push(document),
                Err(reported) => {
                    let stem = path.rsplit('/').next().unwrap_or(&path);
                    let stem = stem.trim_end_matches(".md");
                    loader.diagnostics.excuse(stem, reported);
                }
            }
        }
    }
    let templates = files.list("templates");
    loader.closed_folders(templates.closed);
    for path in templates.files {
        if let Ok(read) = loader.bytes(&path, LARGEST_TEXT) {
            inputs.templates.insert(path, read.bytes);
        }
    }
    inputs
}

struct Loader<'a> {
    files: &'a dyn Files,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Loader<'_> {
    fn document(&mut self, path: &str) -> Result<Document, Reported> {
        let file = self.text(path)?;
        front_matter::split(file, self.sources, self.diagnostics)
    }

    /// Reads what a source asks, whose code is the name of the file.
    fn demands(&mut self, path: &str) -> Option<(String, Node)> {
        if let Some(stem) = unread_stem(path) {
            self.wrong_ending(path, stem, Severity::Warning);
        }
        let stem = path.strip_prefix(&format!("content/{DEMANDS}/"))?;
        let stem = stem.strip_suffix(".yaml")?.to_owned();
        match self.yaml(path) {
            Ok(read) => Some((stem, read)),
            Err(reported) => {
                self.diagnostics.excuse(&stem, reported);
                None
            }
        }
    }

    /// Reads YAML.
    fn yaml(&mut self, path: &str) -> Result<Node, Reported> {
        let file = self.text(path)?;
        yaml::parse(file, self.sources.text(file), 0, self.diagnostics)
    }

    fn bytes(&mut self, path: &str, largest: u64) -> Result<Bytes, Reported> {
        let error = match self.files.read(path, largest) {
            Ok(read) => return Ok(read),
            Err(error) => error,
        };
        let (code, message, hint) = match error {
            FileError::TooLarge => (
                Code::UNREADABLE_FILE,
                format!("tệp lớn hơn {} MB", largest / 1024 / 1024),
                "tách tệp hoặc bỏ phần không dùng",
            ),
            FileError::NotFound => (
                Code::MISSING_FILE,
                "không tìm thấy tệp".to_owned(),
                "đặt tệp đúng tên này, hoặc sửa tên tệp cho khớp với tên hồ sơ của xã",
            ),
            FileError::IsFolder => (
                Code::UNREADABLE_FILE,
                "đây là thư mục, không phải tệp".to_owned(),
                "đổi tên thư mục này, rồi đặt tệp vào đúng chỗ, đúng tên",
            ),
            FileError::Closed => (
                Code::UNREADABLE_FILE,
                "không mở được tệp".to_owned(),
                "đóng tệp trong các chương trình khác và kiểm tra quyền đọc",
            ),
        };
        let origin = Origin::File(self.sources.add_unreadable(path));
        Err(self
            .diagnostics
            .report(Diagnostic::new(code, origin, message).hint(hint)))
    }
}
