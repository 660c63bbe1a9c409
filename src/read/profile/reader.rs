//! What reading a profile needs at every step, and the small steps that several of its parts share.

use std::collections::BTreeMap;

use super::additions::Additions;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Catalogue;
use crate::model::Decimal;
use crate::model::RichText;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::text::TextReader;
use crate::source::Origin;

/// What reading a profile needs at every step.
pub(super) struct Reader<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// What the commune adds to it.
    pub(super) own: &'a Additions,
    pub(super) texts: &'a mut TextReader,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// What rows of the survey say of targets.
    pub(super) surveyed: Surveyed,
}

/// What rows of the survey say of targets, by the code of the objective.
#[derive(Debug, Default)]
pub(super) struct Surveyed(pub(super) BTreeMap<String, SurveyedRow>);

/// A row that names an objective.
#[derive(Debug)]
pub(super) struct SurveyedRow {
    /// Today's value, if it says it.
    pub(super) value: Option<Decimal>,
    /// Where the objective is named.
    pub(super) at: Origin,
}

impl Surveyed {
    /// Today's value of what an objective counts, if the survey says it.
    pub(super) fn value(&self, code: &str) -> Option<Decimal> {
        self.0.get(code)?.value
    }
}

impl<'a> Reader<'a> {
    /// A reader that has read nothing yet.
    pub(super) fn new(
        catalogue: &'a Catalogue,
        own: &'a Additions,
        texts: &'a mut TextReader,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            catalogue,
            own,
            texts,
            diagnostics,
            surveyed: Surveyed::default(),
        }
    }

    /// Whether a key says yes; one that is missing says no.
    pub(super) fn flag(&mut self, fields: &mut Fields<'_>, key: &'static str) -> bool {
        fields
            .take(key)
            .and_then(|node| fields::truth(node, self.diagnostics).ok())
            .unwrap_or_default()
    }

    /// The text of a key that must be there.
    pub(super) fn required_text(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Result<String, Reported> {
        let node = fields.require(key, self.diagnostics)?;
        fields::text(node, self.diagnostics).map(str::to_owned)
    }

    /// The text of a key that may be missing.
    pub(super) fn text(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
        let node = fields.take(key)?;
        fields::text(node, self.diagnostics).ok().map(str::to_owned)
    }

    /// One line of text for each item of a list.
    pub(super) fn lines(&mut self, node: Option<&Node>) -> Vec<RichText> {
        let Some(node) = node else { return Vec::new() };
        let items = fields::list(node, self.diagnostics).unwrap_or_default();
        items
            .iter()
            .map(|item| self.texts.line(item, self.diagnostics))
            .collect()
    }
}

/// What a list chooses, each once; the fault of an item that could not be read, where there is one.
pub(super) fn each_once<T>(
    reader: &mut Reader<'_>,
    node: &Node,
    what: &str,
    code: impl Fn(&T) -> &str,
    mut read: impl FnMut(&mut Reader<'_>, &Node) -> Result<T, Reported>,
) -> (Vec<T>, Result<(), Reported>) {
    let mut found: Vec<T> = Vec::new();
    let mut sound = node.unread.map_or(Ok(()), Err);
    let items = fields::list(node, reader.diagnostics).unwrap_or_else(|reported| {
        sound = Err(reported);
        &[]
    });
    for item in items {
        match read(reader, item) {
            Ok(one) if found.iter().any(|earlier| code(earlier) == code(&one)) => {
                twice(item, what, code(&one), reader.diagnostics);
            }
            Ok(one) => found.push(one),
            Err(reported) => sound = Err(reported),
        }
    }
    (found, sound)
}

/// Reports something that is chosen a second time.
pub(super) fn twice(node: &Node, what: &str, code: &str, diagnostics: &mut Diagnostics) {
    let message = format!("{what} `{code}` đã có ở trên");
    let finding = Diagnostic::new(Code::CHOSEN_TWICE, node.origin(), message);
    diagnostics.report(finding.hint("xóa một trong hai chỗ"));
}

/// "2027, 2028".
pub(crate) fn join_years(years: &[i32]) -> String {
    years
        .iter()
        .map(i32::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
