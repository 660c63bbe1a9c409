//! A finding: what is wrong, where, and what to do about it.
//!
//! A user's mistake never leaves a stage as an `Err`, a panic or a print; it becomes a
//! [`Diagnostic`] in [`Diagnostics`], which only grows. How a finding is shown is the business of
//! the writers beside this file ([`terminal`], [`json`], [`sarif`]), so the wording here is the wording everywhere.

mod code;
mod each;
pub mod json;
mod location;
mod remedy;
pub mod sarif;
mod suggest;
pub mod tally;
pub mod terminal;

pub use code::Code;
pub use suggest::nearest;

use std::collections::BTreeSet;

use crate::model::ascii_code;
use crate::source::Origin;
use crate::source::Sources;

/// A longer message, in characters, is cut.
const LONGEST_MESSAGE: usize = 400;

/// So many words that could be meant are listed, not more.
const FEW: usize = 25;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops the build.
    Error,
    /// Is shown, stops nothing.
    Warning,
    /// Is shown by `check`, stops nothing.
    Advice,
}

impl Severity {
    /// The severities as users write them, the gravest first.
    pub const KEYS: [(&'static str, Self); 3] = [
        ("loi", Self::Error),
        ("canh_bao", Self::Warning),
        ("goi_y", Self::Advice),
    ];

    /// What users write in place of a severity to turn a rule off.
    pub const OFF: &'static str = "tat";

    /// The severity as users write it.
    pub fn key(self) -> &'static str {
        let found = Self::KEYS.iter().find(|(_, severity)| *severity == self);
        found.map_or("", |(key, _)| key)
    }

    /// The severity in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "lỗi",
            Self::Warning => "cảnh báo",
            Self::Advice => "gợi ý",
        }
    }
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its number, stable for ever.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub at: Origin,
    /// What is wrong, with the value seen; Vietnamese, lower case, no final stop.
    pub message: String,
    /// What to do, with an example where it helps.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A finding of the severity of its code.
    pub fn new(code: Code, at: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            at,
            message: message.into(),
            hint: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds "có phải … không?" where one of `known` is near to what was written; else, where they are
    /// few and nothing better is said, all of them.
    #[must_use]
    pub fn suggest<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        match nearest(written, known.iter().copied()) {
            Some(near) => self.hint(format!("có phải bạn muốn viết `{near}`?")),
            None if self.hint.is_none() && (1..=FEW).contains(&known.len()) => {
                self.hint(format!("viết một trong: {}", known.join(", ")))
            }
            None => self,
        }
    }
}

/// What the folder or a commune sets for a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The rule.
    pub code: Code,
    /// How grave a breach is here; nothing turns the rule off.
    pub severity: Option<Severity>,
    /// Why.
    pub reason: String,
    /// Where it is set.
    pub at: Origin,
}

/// Proof that a finding was reported: only [`Diagnostics`] makes it, so that a function inside a
/// stage cannot fail in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// The findings of a run. It only grows.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    overrides: Vec<Override>,
    /// Codes of entries whose own faults were reported.
    excused: BTreeSet<String>,
}

impl Diagnostics {
    /// Adds a finding; a message that quotes somebody's novel is cut, and one without a remedy gets
    /// the usual one.
    pub fn report(&mut self, mut diagnostic: Diagnostic) -> Reported {
        if let Some((end, _)) = diagnostic.message.char_indices().nth(LONGEST_MESSAGE) {
            diagnostic.message.truncate(end);
            diagnostic.message.push('…');
        }
        let code = diagnostic.code;
        diagnostic.hint.get_or_insert_with(|| remedy::usual(code));
        self.list.push(diagnostic);
        Reported(())
    }

    /// Says that the entry of a code, or all entries of a file, are there but could not be read:
    /// whatever names one is no fault of its own.
    pub fn excuse(&mut self, code: &str, _: Reported) {
        self.excused.insert(ascii_code(code));
    }

    /// Whether that was said of a code or file.
    pub fn is_excused(&self, code: &str) -> bool {
        self.excused.contains(&ascii_code(code))
    }

    /// Puts a finding in the place of an earlier one that it explains.
    pub fn replace(&mut self, earlier: &Diagnostic, diagnostic: Diagnostic) -> Reported {
        if let Some(place) = self.list.iter().rposition(|finding| finding == earlier) {
            self.list.remove(place);
        }
        self.report(diagnostic)
    }

    /// Adds the finding that nothing bears a code, unless the entry that does could not be read.
    pub fn report_unknown(&mut self, code: &str, diagnostic: Diagnostic) -> Reported {
        if self.is_excused(code) {
            return Reported(());
        }
        self.report(diagnostic)
    }

    /// Keeps what is set for a rule, which every report then says.
    pub fn set(&mut self, set: Override) {
        self.overrides.push(set);
    }

    /// What is set for rules, in the order in which it was read.
    pub fn overrides(&self) -> &[Override] {
        &self.overrides
    }

    /// Whether anything stops the build.
    pub fn has_errors(&self) -> bool {
        self.list
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Whether a file has an error, or the stretch of it that is given.
    pub fn has_errors_in(&self, place: &Origin) -> bool {
        self.list
            .iter()
            .any(|finding| finding.severity == Severity::Error && finding.at.is_within(place))
    }

    /// The findings as a reader wants them: by file, place and code, each once.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.list.iter().collect();
        list.sort_by_cached_key(|finding| {
            let (_, first, second) = finding.at.sort_key();
            let path = sources.path(finding.at.file()).to_owned();
            (path, first, second, finding.code, finding.message.clone())
        });
        list.dedup();
        list
    }
}
