//! Plans → the bytes of every file of the output. Renderers draw the view and nothing else; they
//! read no file but the templates and do no arithmetic.

mod chart;
mod output_set;
mod pdf;
mod plain;
mod schema;
mod site;
mod starter;
mod text;
mod view;
mod xlsx;

pub use output_set::OutputSet;
pub use view::Card;

use serde::de::DeserializeOwned;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::nearest;
use crate::model::Catalogue;
use crate::model::Handbook;
use crate::model::Starter;
use crate::model::ascii_code;
use crate::model::plan::Plan;
use crate::source::Origin;
use crate::source::Sources;
use crate::source::Templates;
use site::Site;
use view::Labels;
use view::Pages;
use view::PaperView;
use view::PlanView;

/// A template or label that cannot be drawn: the maintainer's fault, never an official's.
#[derive(Debug)]
pub struct TemplateFault {
    code: Code,
    path: String,
    message: String,
}

impl TemplateFault {
    fn new(path: &str, message: impl Into<String>) -> Self {
        Self {
            code: Code::TEMPLATE,
            path: path.to_owned(),
            message: message.into(),
        }
    }
}

/// Draws plans, each by itself, and what speaks of all of them. Templates and labels are read once.
pub struct Renderer<'a> {
    templates: &'a Templates,
    labels: Labels,
    site: Site,
}

/// A file that was drawn: its path below the website's folder, parts separated by `/`, and its bytes.
pub type Drawn = (String, Vec<u8>);

impl<'a> Renderer<'a> {
    /// A renderer with these templates; faults in them are reported.
    pub fn new(
        templates: &'a Templates,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let labels = read_labels(templates, sources, diagnostics)?;
        let site = Site::new(templates);
        let site = site
            .map_err(|fault| report(fault, sources, diagnostics))
            .ok()?;
        Some(Self {
            templates,
            labels,
            site,
        })
    }

    /// Draws a plan: its pages, its PDF and its workbook, and its card among all plans.
    ///
    /// # Errors
    /// The faults of templates that it cannot be drawn with.
    pub fn plan(&self, plan: &Plan) -> Result<(Vec<Drawn>, Card), Vec<TemplateFault>> {
        let view = view::view(plan, &self.labels);
        let print = pdf::render(pdf::PLAN, &view, self.templates);
        // The pages of the website tell on which pages of the print something stands.
        let unknown = Pages::default();
        let pages = print.as_ref().map_or(&unknown, |print| &print.pages);
        let (mut files, mut faults) = self.unprinted(plan, &view, pages);
        let comparison = view::demands::paper(plan, pages, &self.labels);
        let guidance = (!view.guidance.parts.is_empty()).then_some(&view.guidance);
        let beside = |paper: &PaperView| pdf::render(pdf::BESIDE, paper, self.templates);
        let mut papers = vec![("ke-hoach.pdf".to_owned(), print)];
        papers.extend(guidance.map(|paper| ("huong-dan.pdf".to_owned(), beside(paper))));
        let of_units = view::guidance::papers(plan, &self.labels).into_iter();
        papers.extend(of_units.map(|(name, paper)| (name, beside(&paper))));
        papers.push(("doi-chieu.pdf".to_owned(), beside(&comparison)));
        for (name, print) in papers {
            match print {
                Ok(print) => files.push((format!("{}/{name}", view.slug), print.bytes)),
                Err(more) => faults.extend(more),
            }
        }
        match faults.is_empty() {
            true => Ok((files, Card::of(plan, view))),
            false => Err(faults),
        }
    }

    /// Draws the pages of a plan and its workbook without its prints, which take most of the time; the pages
    /// then tell of no page of a print.
    ///
    /// # Errors
    /// The faults of templates that they cannot be drawn with.
    pub fn pages(&self, plan: &Plan) -> Result<Vec<Drawn>, Vec<TemplateFault>> {
        let view = view::view(plan, &self.labels);
        match self.unprinted(plan, &view, &Pages::default()) {
            (files, faults) if faults.is_empty() => Ok(files),
            (_, faults) => Err(faults),
        }
    }

    /// The pages and the workbook, and the faults of templates; `pages` are those of the print.
    fn unprinted(
        &self,
        plan: &Plan,
        view: &PlanView,
        pages: &Pages,
    ) -> (Vec<Drawn>, Vec<TemplateFault>) {
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        let demands = view::demands::page(plan, pages, &self.labels);
        match self.site.plan(view, &demands, &self.labels) {
            Ok(pages) => files.extend(pages),
            Err(fault) => faults.push(fault),
        }
        match xlsx::render(plan, view, &self.labels) {
            Ok(workbook) => files.push((format!("{}/du-toan.xlsx", view.slug), workbook)),
            Err(fault) => faults.push(fault),
        }
        (files, faults)
    }

    /// Draws what speaks of all plans: the list of them, the handbook, and what the pages need.
    ///
    /// # Errors
    /// The fault of a template that they cannot be drawn with.
    pub fn whole(&self, cards: &[Card], handbook: &Handbook) -> Result<Vec<Drawn>, TemplateFault> {
        let handbook = view::handbook::view(handbook, &self.labels);
        let mut files = self.site.list(cards, &self.labels)?;
        files.extend(self.site.handbook(&handbook, &self.labels)?);
        files.extend(site::assets(self.templates));
        Ok(files)
    }
}

/// Reports faults of templates.
pub fn report_faults(
    faults: impl IntoIterator<Item = TemplateFault>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) {
    for fault in faults {
        report(fault, sources, diagnostics);
    }
}

/// What the handbook says of a code.
#[derive(Debug, PartialEq, Eq)]
pub enum Shown {
    /// Its entry as text for a terminal.
    Entry(String),
    /// There is no entry of this code; the nearest one, if any is near.
    Unknown(Option<String>),
}

/// Draws the schema of every YAML file, below `content/schema/`.
pub fn schemas(
    catalogue: &Catalogue,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<OutputSet> {
    match schema::schemas(catalogue, templates) {
        Ok(schemas) => {
            let mut outputs = OutputSet::default();
            for (name, schema) in schemas {
                outputs.insert(name.to_owned(), format!("{schema:#}\n").into_bytes());
            }
            Some(outputs)
        }
        Err(fault) => {
            report(fault, sources, diagnostics);
            None
        }
    }
}

/// Draws what a new commune begins with: its profile and its workbook, by their paths in the user's
/// folder.
pub fn starter(
    catalogue: &Catalogue,
    starter: &Starter,
    slug: &str,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<OutputSet> {
    let labels = read_labels(templates, sources, diagnostics)?;
    match starter::render(catalogue, starter, slug, &labels, templates) {
        Ok(files) => {
            let mut outputs = OutputSet::default();
            outputs.extend(files);
            Some(outputs)
        }
        Err(fault) => {
            report(fault, sources, diagnostics);
            None
        }
    }
}

/// Draws what each plan leaves out for a terminal; nothing where the labels cannot be read.
pub fn gaps(
    plans: &[Plan],
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let labels = read_labels(templates, sources, diagnostics)?;
    let pages = plans.iter().map(|plan| {
        let page = view::gaps::page(plan, &labels);
        let heading = format!("{}. {}", plan.commune.sentence_name(), page.title);
        let mut blocks = page.blocks;
        blocks.extend(view::demands::unmet(plan, &labels));
        text::render(&heading, &blocks)
    });
    Some(pages.collect::<Vec<_>>().join("\n"))
}

/// Draws one entry of the handbook for a terminal; nothing where the labels cannot be read.
pub fn show(
    handbook: &Handbook,
    code: &str,
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Shown> {
    let labels = read_labels(templates, sources, diagnostics)?;
    let view = view::handbook::view(handbook, &labels);
    Some(match view.entry(code) {
        Some(entry) => Shown::Entry(text::render(&entry.title, &entry.blocks)),
        None => {
            let bare = |code: &str| ascii_code(code).replace(['-', ' '], "");
            let same = view.codes().find(|known| bare(known) == bare(code));
            let near = same.or_else(|| nearest(&ascii_code(code), view.codes()));
            Shown::Unknown(near.map(str::to_owned))
        }
    })
}

/// The labels; faults in them are reported.
fn read_labels(
    templates: &Templates,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Labels> {
    parse_labels(templates)
        .map_err(|fault| report(fault, sources, diagnostics))
        .ok()
}

fn report(fault: TemplateFault, sources: &mut Sources, diagnostics: &mut Diagnostics) {
    let at = Origin::File(sources.add_unreadable(&fault.path));
    diagnostics.report(Diagnostic::new(fault.code, at, fault.message));
}

/// The labels, or the same file as a plain value.
fn parse_labels<T: DeserializeOwned>(templates: &Templates) -> Result<T, TemplateFault> {
    let path = "templates/labels.yaml";
    let fault = |message: String| TemplateFault {
        code: Code::LABELS,
        path: path.to_owned(),
        message: format!("tệp chữ cố định không đọc được: {message}"),
    };
    let bytes = templates
        .get(path)
        .ok_or_else(|| fault("không có tệp".to_owned()))?;
    serde_yaml::from_slice(bytes).map_err(|error| fault(error.to_string()))
}
