//! The view of a paper → its PDF, by typst with the templates of `templates/pdf`.
//!
//! The view enters as `/plan.json`. No clock, no fonts of the system, no network: the same view
//! gives the same bytes. The result conforms to PDF/UA-1 (readable aloud) and PDF/A-2a (archives).

mod clusters;
mod world;

use serde::Serialize;
use typst::diag::Severity;
use typst::diag::SourceDiagnostic;
use typst::foundations::Label;
use typst::foundations::NativeElement;
use typst::foundations::Selector;
use typst::foundations::StyleChain;
use typst::foundations::Value;
use typst::introspection::Introspector;
use typst::introspection::MetadataElem;
use typst::model::HeadingElem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_pdf::PdfStandard;
use typst_pdf::PdfStandards;

use crate::render::TemplateFault;
use crate::render::view::Pages;
use crate::source::Templates;
use world::PrintWorld;

/// The template of the plan with its appendices, and that of the papers beside it.
pub(super) const PLAN: &str = "main.typ";
pub(super) const BESIDE: &str = "paper.typ";

/// A paper that was drawn.
pub(super) struct Print {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// On which of its pages something stands.
    pub pages: Pages,
}

/// Draws a paper as one PDF: `main` is its template.
pub(super) fn render(
    main: &str,
    view: &impl Serialize,
    templates: &Templates,
) -> Result<Print, Vec<TemplateFault>> {
    let print = draw(main, view, templates);
    // What typst keeps of a plan for drawing it again takes more than the plan itself, and no other plan has
    // a use for it. Those that are being drawn meanwhile have used theirs since the last time.
    typst::comemo::evict(1);
    print
}

fn draw(
    main: &str,
    view: &impl Serialize,
    templates: &Templates,
) -> Result<Print, Vec<TemplateFault>> {
    let path = format!("templates/pdf/{main}");
    let fault = |message: String| vec![TemplateFault::new(&path, message)];
    let json = serde_json::to_vec(view).map_err(|error| fault(error.to_string()))?;
    let world = PrintWorld::new(main, json, templates);
    let compiled = typst::compile::<PagedDocument>(&world);
    let document = compiled.output.map_err(|errors| report(&world, &errors))?;
    let warnings: Vec<_> = compiled.warnings.into_iter().collect();
    if !warnings.is_empty() {
        // A warning (a font or glyph that is missing) means that something is not printed right.
        return Err(report(&world, &warnings));
    }
    let pages = Pages {
        begins: begins(&document),
        places: places(&document),
    };
    let document = clusters::join(document);
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| fault(error.message().to_string()))?;
    let options = PdfOptions {
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| report(&world, &errors))?;
    Ok(Print { bytes, pages })
}

/// The pages of the headings of the first level that the table of contents names.
fn begins(document: &PagedDocument) -> Vec<usize> {
    let styles = StyleChain::default();
    let introspector = document.introspector();
    let headings = introspector.query(&HeadingElem::ELEM.select());
    let pages = headings.iter().filter_map(|found| {
        let heading = found.to_packed::<HeadingElem>()?;
        let is_named = heading.resolve_level(styles).get() == 1 && heading.outlined.get(styles);
        let page = introspector.page(found.location()?)?;
        is_named.then_some(page.get())
    });
    pages.collect()
}

/// What the templates mark as a place, with its page.
fn places(document: &PagedDocument) -> Vec<(String, usize)> {
    let introspector = document.introspector();
    let Some(label) = Label::new(PicoStr::intern("place")) else {
        return Vec::new();
    };
    let marks = introspector.query(&Selector::Label(label));
    let places = marks.iter().filter_map(|found| {
        let mark = found.to_packed::<MetadataElem>()?;
        let Value::Str(mark) = &mark.value else {
            return None;
        };
        let page = introspector.page(found.location()?)?;
        Some((mark.to_string(), page.get()))
    });
    places.collect()
}

/// typst's errors with the template they are in.
fn report(world: &PrintWorld, errors: &[SourceDiagnostic]) -> Vec<TemplateFault> {
    errors
        .iter()
        .map(|error| {
            let (path, line) = world.place(error);
            let kind = match error.severity {
                Severity::Error => "lỗi",
                Severity::Warning => "cảnh báo",
            };
            let message = format!("{kind} của mẫu in, dòng {line}: {}", error.message);
            TemplateFault::new(&path, message)
        })
        .collect()
}
