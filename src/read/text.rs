//! Texts → rich text, with placeholders found and what is not meant for a plan told of.
//!
//! The guidance is Markdown ([`markdown`]), what a commune writes is letters ([`own`]). HTML and pictures come
//! out as letters at most and are reported: no text may bring active content into a page.

mod markdown;
mod own;
mod place;

use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::ops::Range;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Block;
use crate::model::Condition;
use crate::model::RichText;
use crate::read::letters;
use crate::read::references::Referent;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;
use place::Place;

/// What may stand between the braces of a text.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The names of placeholders.
    pub placeholders: Vec<String>,
    /// The words of conditions.
    pub words: Vec<String>,
}

impl Known {
    /// These and more placeholders.
    pub(crate) fn with(&self, more: Vec<String>) -> Self {
        Self {
            placeholders: self.placeholders.iter().cloned().chain(more).collect(),
            words: self.words.clone(),
        }
    }

    fn has(&self, written: &str) -> bool {
        match Condition::parse(written) {
            Some(condition) => condition.words().all(|word| self.has_word(word)),
            None => self.placeholders.iter().any(|known| known == written),
        }
    }

    fn has_word(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }

    /// Reports a word of a condition that is not among them, unless its entry could not be read.
    fn check_word(&self, word: &str, at: Origin, diagnostics: &mut Diagnostics) {
        if self.has_word(word) {
            return;
        }
        let message = format!(
            "không có thành phần, nhiệm vụ, chỉ tiêu hay loại địa phương nào mang mã `{word}`"
        );
        let finding = Diagnostic::new(Code::DANGLING_REFERENCE, at, message);
        let known = self.words.iter().map(String::as_str);
        let finding = diagnostics.suggest(finding, word, known);
        diagnostics.report_unknown(word, finding);
    }
}

/// Texts whose placeholders, and conditions whose words, wait until all names are known.
#[derive(Debug, Default)]
pub(crate) struct TextReader {
    pending: Vec<Pending>,
    words: Vec<(String, Origin)>,
}

/// The placeholders of a text, and where that text is.
#[derive(Debug)]
struct Pending {
    file: FileId,
    range: Range<usize>,
    names: Vec<String>,
}

impl TextReader {
    /// What a commune writes itself: letters, with what is meant as more ([`own`]).
    pub(crate) fn own(&mut self, node: &Node, diagnostics: &mut Diagnostics) -> RichText {
        let NodeValue::Scalar(text) = &node.value else {
            super::fields::wrong_type(node, "một đoạn chữ", diagnostics);
            return RichText::default();
        };
        letters::check_lines(node, text, diagnostics);
        super::fields::joined_lines(node, diagnostics);
        let rich = own::read(text, Place::Scalar(node), diagnostics);
        self.remember(&rich, node.file, node.range.clone());
        rich
    }

    /// The Markdown of a scalar of a register.
    pub(crate) fn markdown(&mut self, node: &Node, diagnostics: &mut Diagnostics) -> RichText {
        match &node.value {
            NodeValue::Scalar(text) => self.read(text, Place::Scalar(node), diagnostics),
            _ => {
                super::fields::wrong_type(node, "một đoạn chữ", diagnostics);
                RichText::default()
            }
        }
    }

    /// One line of plain text with placeholders, no markup.
    pub(crate) fn line(&mut self, node: &Node, diagnostics: &mut Diagnostics) -> RichText {
        let text = super::fields::text(node, diagnostics).unwrap_or_default();
        let rich = RichText {
            blocks: vec![Block::Paragraph(own::plain(text))],
        };
        self.remember(&rich, node.file, node.range.clone());
        rich
    }

    /// Markdown that stands at a place.
    fn read(&mut self, text: &str, place: Place<'_>, diagnostics: &mut Diagnostics) -> RichText {
        let rich = markdown::read(text, place, diagnostics);
        let (file, range) = place.whole();
        // The text as parsed: an entity may stand for a letter that the source does not show.
        let at = match letters::first_lost(text) {
            Some(lost) => place.at(lost),
            None => Origin::Text {
                file,
                range: range.clone(),
            },
        };
        letters::check(&rich.to_plain(), &at, diagnostics);
        self.remember(&rich, file, range);
        rich
    }

    /// Markdown as it stands in a file.
    pub(crate) fn body(
        &mut self,
        body: Range<usize>,
        file: FileId,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) -> RichText {
        let text = &sources.text(file)[body.clone()];
        let place = Place::Body(file, body.start, body.end);
        self.read(text, place, diagnostics)
    }

    /// The sections of a Markdown body by their `## ` headings, as (heading, text).
    ///
    /// What stands before the first heading comes under an empty one, if there is anything.
    pub(crate) fn sections(
        &mut self,
        body: Range<usize>,
        file: FileId,
        sources: &Sources,
        diagnostics: &mut Diagnostics,
    ) -> Vec<(String, RichText)> {
        let rich = self.body(body, file, sources, diagnostics);
        let mut sections: Vec<(String, RichText)> = Vec::new();
        for block in rich.blocks {
            match block {
                Block::Heading(inlines) => {
                    let heading = RichText {
                        blocks: vec![Block::Paragraph(inlines)],
                    }
                    .to_plain();
                    sections.push((heading, RichText::default()));
                }
                block => {
                    if sections.is_empty() {
                        sections.push((String::new(), RichText::default()));
                    }
                    if let Some((_, section)) = sections.last_mut() {
                        section.blocks.push(block);
                    }
                }
            }
        }
        sections
    }

    /// A condition that stands by itself, as a list of its words; one at least.
    pub(crate) fn condition(
        &mut self,
        node: &Node,
        diagnostics: &mut Diagnostics,
    ) -> Result<Condition, Reported> {
        let items = super::fields::list(node, diagnostics)?;
        if items.is_empty() {
            let message = "điều kiện này chưa có mã nào";
            let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), message);
            let hint = "ghi ít nhất một mã hoặc một từ chỉ loại địa phương, hoặc bỏ khóa này";
            return Err(diagnostics.report(finding.hint(hint)));
        }
        let mut words = Vec::new();
        for item in items {
            let word = super::fields::text(item, diagnostics)?.to_owned();
            self.words.push((word.clone(), item.origin()));
            words.push(word);
        }
        Ok(Condition::of(&words))
    }

    /// The words of conditions that stand by themselves or in texts, with the places of these.
    pub(crate) fn conditions(&self) -> Vec<(String, Origin)> {
        let of_texts = self.pending.iter().flat_map(|pending| {
            let conditions = pending.names.iter();
            let conditions = conditions.filter_map(|name| Condition::parse(name));
            let words = conditions.flat_map(|condition| {
                let words = condition.words().map(str::to_owned);
                words.collect::<Vec<_>>()
            });
            let (file, range) = (pending.file, &pending.range);
            words.map(move |word| {
                let range = range.clone();
                (word, Origin::Text { file, range })
            })
        });
        self.words.iter().cloned().chain(of_texts).collect()
    }

    fn remember(&mut self, rich: &RichText, file: FileId, range: Range<usize>) {
        let names: Vec<String> = rich.placeholders().into_iter().map(str::to_owned).collect();
        if !names.is_empty() {
            self.pending.push(Pending { file, range, names });
        }
    }

    /// Reports every placeholder that is not among `known`, and every condition with a word that is not, at
    /// its place.
    pub(crate) fn finish(self, known: &Known, sources: &Sources, diagnostics: &mut Diagnostics) {
        for (word, at) in self.words {
            known.check_word(&word, at, diagnostics);
        }
        for Pending { file, range, names } in self.pending {
            let unknown = names.iter().filter(|name| !known.has(name));
            let unknown: Vec<&String> = unknown.collect();
            if unknown.is_empty() {
                continue;
            }
            let mut places = placeholders(&sources.text(file)[range.clone()]);
            for name in unknown {
                if is_of_unread_document(name, diagnostics) {
                    continue;
                }
                let place = places.get_mut(name.as_str()).and_then(VecDeque::pop_front);
                let place = place.map_or(range.clone(), |found| {
                    range.start + found.start..range.start + found.end
                });
                let origin = Origin::Text { file, range: place };
                // Where no word is known, there are no conditions.
                let condition = Condition::parse(name).filter(|_| !known.words.is_empty());
                if let Some(condition) = condition {
                    for word in condition.words() {
                        known.check_word(word, origin.clone(), diagnostics);
                    }
                    continue;
                }
                let finding = Diagnostic::new(
                    Code::UNKNOWN_PLACEHOLDER,
                    origin,
                    format!("không có gì để điền vào `{{{{ {name} }}}}`"),
                );
                let known = known.placeholders.iter().map(String::as_str);
                let finding = diagnostics.suggest(finding, name, known);
                diagnostics.report(finding);
            }
        }
    }
}

/// Whether a placeholder names a document that the register may well have, which could not be read.
fn is_of_unread_document(name: &str, diagnostics: &Diagnostics) -> bool {
    let register = Referent::Document.register();
    let is_unread = register.is_some_and(|file| diagnostics.is_excused(file));
    name.strip_prefix("van_ban.")
        .is_some_and(|code| is_unread || diagnostics.is_excused(code))
}

/// Where the placeholders of a text stand, by name, in order.
fn placeholders(source: &str) -> BTreeMap<&str, VecDeque<Range<usize>>> {
    let mut places: BTreeMap<&str, VecDeque<Range<usize>>> = BTreeMap::new();
    let mut from = 0;
    while let Some(open) = source[from..].find("{{").map(|at| from + at) {
        let Some(length) = source[open..].find("}}") else {
            break;
        };
        let close = open + length;
        // Where one was opened before and not closed, the last one is meant.
        let last = source[open + 2..close].rfind("{{").map(|at| open + 2 + at);
        for start in [Some(open), last].into_iter().flatten() {
            let name = source[start + 2..close].trim();
            let place = start..close + 2;
            places.entry(name).or_default().push_back(place);
        }
        from = close + 2;
    }
    places
}
