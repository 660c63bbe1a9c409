//! The styles of an .ods file, as far as they tell something: number formats, strokes and fonts, each of
//! which a style may leave to its parent.
//!
//! Source: OASIS OpenDocument 1.3, part 3, 16.2 (style:style), 16.29 (data styles) and 20.363
//! (style:text-line-through-style).

use std::collections::BTreeMap;
use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::style;
use super::xml::attribute;
use super::xml::is;
use crate::source::CellStyle;

/// A style may have a parent, which may have one: so many of them are asked.
const MOST_PARENTS: usize = 16;

/// What is said of one style; what is not is left to its parent.
#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    format: Option<String>,
    font: Option<String>,
    is_struck: Option<bool>,
}

/// The styles that were seen so far.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Of cells and of letters, by name.
    styles: BTreeMap<String, Style>,
    /// Number formats by name, as a workbook of Excel would store them.
    formats: BTreeMap<String, String>,
    /// What was asked for, by name.
    known: BTreeMap<String, Option<Arc<CellStyle>>>,
    /// The style or number format that is being read.
    style: String,
    format: String,
    /// Whether letters are part of a number format now.
    is_text: bool,
}

impl Styles {
    /// Reads the beginning of an element of styles.
    pub(super) fn begin(&mut self, element: &BytesStart<'_>) {
        let value = |name| attribute(element, name);
        match element.local_name().as_ref() {
            "style" | "default-style" => {
                let family = value("family").unwrap_or_default();
                self.style = match value("name") {
                    Some(name) => name,
                    None if family == "table-cell" => "Default".to_owned(),
                    None => return,
                };
                let style = self.styles.entry(self.style.clone()).or_default();
                style.parent = value("parent-style-name").or(style.parent.take());
                style.format = value("data-style-name").or(style.format.take());
            }
            "text-properties" => {
                let style = self.styles.entry(self.style.clone()).or_default();
                let stroke = value("text-line-through-style").or(value("text-line-through-type"));
                style.is_struck = stroke.map(|stroke| stroke != "none").or(style.is_struck);
                let font = value("font-name").or(value("font-family"));
                style.font = font.or(style.font.take());
            }
            "number-style" | "currency-style" | "percentage-style" | "text-style" => {
                self.format = value("name").unwrap_or_default();
                self.formats.insert(self.format.clone(), String::new());
            }
            "number" => {
                let factor = value("display-factor").and_then(|it| it.trim().parse::<f64>().ok());
                let mut part = String::from("#,##0");
                let mut factor = factor.unwrap_or(1.0);
                while factor >= 1000.0 && factor.is_finite() {
                    part.push(',');
                    factor /= 1000.0;
                }
                self.add(&part);
            }
            "text" | "currency-symbol" => self.is_text = true,
            // The format of numbers above zero, which stands first.
            "map" => {
                let other = value("apply-style-name").and_then(|name| self.formats.get(&name));
                let other = other.cloned().unwrap_or_default();
                if let Some(format) = self.formats.get_mut(&self.format)
                    && format.len() + other.len() < LONGEST_FORMAT
                {
                    *format = format!("{other};{format}");
                }
            }
            _ => {}
        }
    }

    /// Reads the end of an element of styles.
    pub(super) fn end(&mut self, name: &str) {
        match name {
            "text" | "currency-symbol" => self.is_text = false,
            "number-style" | "currency-style" | "percentage-style" | "text-style" => {
                self.format.clear();
            }
            "style" | "default-style" => self.style.clear(),
            _ => {}
        }
    }

    /// Reads letters, which may be shown beside a number.
    pub(super) fn text(&mut self, text: &str) {
        if self.is_text && !text.is_empty() {
            self.add(&format!("\"{}\"", text.replace('"', "")));
        }
    }

    fn add(&mut self, part: &str) {
        if let Some(format) = self.formats.get_mut(&self.format)
            && format.len() + part.len() < LONGEST_FORMAT
        {
            format.push_str(part);
        }
    }

    /// The style of this name, where it tells something.
    pub(super) fn telling(&mut self, name: &str) -> Option<Arc<CellStyle>> {
        if let Some(known) = self.known.get(name) {
            return known.clone();
        }
        let (mut format, mut font, mut is_struck) = (None, None, None);
        let mut asked = Some(name);
        for _ in 0..MOST_PARENTS {
            let Some(style) = asked.and_then(|name| self.styles.get(name)) else {
                break;
            };
            format = format.or(style.format.as_deref());
            font = font.or(style.font.as_deref());
            is_struck = is_struck.or(style.is_struck);
            asked = style.parent.as_deref();
        }
        let format = format.and_then(|name| self.formats.get(name));
        let format = format.map_or("", String::as_str);
        let known = style::telling(format, font.unwrap_or(""), is_struck.unwrap_or(false));
        self.known.insert(name.to_owned(), known.clone());
        known
    }
}

/// No number format is longer, in bytes: one may name another again and again.
const LONGEST_FORMAT: usize = 1024;

/// Whether an element holds styles.
pub(super) fn holds_styles(element: &BytesStart<'_>) -> bool {
    is(element, "automatic-styles") || is(element, "styles")
}
