//! Views → the pages of the website, by tera with the templates of `templates/site`.
//!
//! Links are relative, so the site works from the disk and below any path of a server; there is no
//! script. Autoescape stays on: whatever a profile holds is text in the page.

use serde::Serialize;
use tera::Context;
use tera::Tera;

use crate::render::Drawn;
use crate::render::TemplateFault;
use crate::render::view::Card;
use crate::render::view::Labels;
use crate::render::view::PartView;
use crate::render::view::PlanView;
use crate::render::view::fill;
use crate::render::view::handbook::HandbookView;
use crate::source::Templates;

const FOLDER: &str = "templates/site/";

/// The folder of the handbook's pages.
const HANDBOOK: &str = "cam-nang";

/// A link of the navigation.
#[derive(Debug, Serialize)]
struct LinkView {
    /// The page, relative to the plan's folder.
    href: String,
    /// "I", "Phụ lục I" or nothing.
    number: String,
    /// The page's title.
    title: String,
}

/// The pages' templates, read once.
pub(super) struct Site {
    tera: Tera,
}

impl Site {
    /// Reads the templates of the pages.
    pub(super) fn new(templates: &Templates) -> Result<Self, TemplateFault> {
        load(templates).map(|tera| Self { tera })
    }

    /// Draws a page.
    fn page(
        &self,
        template: &str,
        path: String,
        context: &Context,
    ) -> Result<Drawn, TemplateFault> {
        match self.tera.render(template, context) {
            Ok(html) => Ok((path, html.into_bytes())),
            Err(error) => Err(TemplateFault::new(
                &format!("{FOLDER}{template}"),
                format!("trang `{path}`: {error}"),
            )),
        }
    }

    /// Draws the list of all plans.
    pub(super) fn list(
        &self,
        cards: &[Card],
        labels: &Labels,
    ) -> Result<Vec<Drawn>, TemplateFault> {
        let mut context = Context::new();
        context.insert("labels", labels);
        context.insert("root", "");
        context.insert("plans", cards);
        let list = self.page("index.html", "index.html".to_owned(), &context)?;
        Ok(vec![list])
    }

    /// Draws the pages of a plan, behind which comes what the sources ask of it.
    pub(super) fn plan(
        &self,
        plan: &PlanView,
        demands: &PartView,
        labels: &Labels,
    ) -> Result<Vec<Drawn>, TemplateFault> {
        let beside: Vec<&PartView> = beside(plan, demands).collect();
        let links = links(plan, &beside, labels);
        let mut context = Context::new();
        context.insert("labels", labels);
        context.insert("root", "../");
        context.insert("plan", plan);
        context.insert("links", &links);
        let mut pages = Vec::new();
        for (index, link) in links.iter().enumerate() {
            walk(&mut context, &links, index);
            let template = if index == 0 {
                "overview.html"
            } else if let Some(part) = plan.parts.get(index - 1) {
                context.insert("part", part);
                "part.html"
            } else if let Some(appendix) = plan.appendices.get(index - 1 - plan.parts.len()) {
                context.insert("appendix", appendix);
                "appendix.html"
            } else {
                let before = 1 + plan.parts.len() + plan.appendices.len();
                context.insert("part", &beside.get(index - before));
                "part.html"
            };
            let path = format!("{}/{}", plan.slug, link.href);
            pages.push(self.page(template, path, &context)?);
        }
        Ok(pages)
    }

    /// Draws the pages of the handbook.
    pub(super) fn handbook(
        &self,
        handbook: &HandbookView,
        labels: &Labels,
    ) -> Result<Vec<Drawn>, TemplateFault> {
        let chapters = handbook.chapters.iter();
        let chapters: Vec<LinkView> = chapters
            .map(|chapter| link(&chapter.id, String::new(), &chapter.title))
            .collect();
        let mut context = Context::new();
        context.insert("labels", labels);
        context.insert("root", "../");
        context.insert("links", &chapters);
        context.insert("current", "index.html");
        let first = self.page("handbook.html", format!("{HANDBOOK}/index.html"), &context)?;
        let mut pages = vec![first];
        for (index, chapter) in handbook.chapters.iter().enumerate() {
            context.insert("chapter", chapter);
            walk(&mut context, &chapters, index);
            let path = format!("{HANDBOOK}/{}.html", chapter.id);
            pages.push(self.page("chapter.html", path, &context)?);
        }
        Ok(pages)
    }
}

/// What the pages need beside them: styles and pictures.
pub(super) fn assets(templates: &Templates) -> Vec<Drawn> {
    let assets = format!("{FOLDER}assets/");
    let assets = templates.below(&assets);
    assets
        .map(|(path, bytes)| (format!("assets/{path}"), bytes.to_vec()))
        .collect()
}

fn load(templates: &Templates) -> Result<Tera, TemplateFault> {
    let mut tera = Tera::new();
    let pages = templates
        .below(FOLDER)
        .filter(|(path, _)| path.ends_with(".html"));
    let pages: Vec<(&str, &str)> = pages
        .map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).map_err(|_| {
                TemplateFault::new(
                    &format!("{FOLDER}{path}"),
                    "mẫu không phải là văn bản UTF-8",
                )
            })?;
            Ok((path, text))
        })
        .collect::<Result<_, _>>()?;
    tera.add_raw_templates(pages)
        .map_err(|error| TemplateFault::new(FOLDER.trim_end_matches('/'), error.to_string()))?;
    Ok(tera)
}

fn link(id: &str, number: String, title: &str) -> LinkView {
    LinkView {
        href: format!("{id}.html"),
        number,
        title: title.to_owned(),
    }
}

/// Tells a page which of the links it is, and its neighbours.
fn walk(context: &mut Context, links: &[LinkView], index: usize) {
    context.insert("current", &links.get(index).map(|link| &link.href));
    let previous = index.checked_sub(1);
    context.insert("previous", &previous.and_then(|index| links.get(index)));
    context.insert("next", &links.get(index + 1));
}

/// The pages beside the plan's own: the guidance, then what helps to review it.
fn beside<'a>(plan: &'a PlanView, demands: &'a PartView) -> impl Iterator<Item = &'a PartView> {
    plan.guidance.parts.iter().chain([&plan.gaps, demands])
}

/// The pages of a plan, in reading order.
fn links(plan: &PlanView, beside: &[&PartView], labels: &Labels) -> Vec<LinkView> {
    let mut links = vec![link("index", String::new(), &labels.web.tong_quan)];
    links.extend(plan.parts.iter().map(|part| {
        link(
            &part.id,
            fill(&labels.web.phan, &[("so", &part.number)]),
            &part.title,
        )
    }));
    links.extend(
        plan.appendices
            .iter()
            .map(|appendix| link(&appendix.id, appendix.number.clone(), &appendix.title)),
    );
    let beside = beside.iter();
    links.extend(beside.map(|part| link(&part.id, String::new(), &part.title)));
    links
}
