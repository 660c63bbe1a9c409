//! A finding: what is wrong, where, and what to do about it.
//!
//! A user's mistake never leaves a stage as an `Err`, a panic or a print; it becomes a
//! [`Diagnostic`] in [`Diagnostics`], which only grows. How a finding is shown is the business of
//! the writers beside this file ([`terminal`]), so the wording here is the wording everywhere.

mod code;
mod suggest;
pub mod terminal;

pub use code::Code;
pub use suggest::nearest;

use crate::source::Origin;
use crate::source::Sources;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops the build.
    Error,
    /// Is shown, stops nothing.
    Warning,
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
    /// A finding that stops the build.
    pub fn error(code: Code, at: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            at,
            message: message.into(),
            hint: None,
        }
    }

    /// A finding that is only shown.
    pub fn warning(code: Code, at: Origin, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Warning,
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

    /// Adds "có phải … không?" where one of `known` is near to what was written.
    #[must_use]
    pub fn suggest<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(written, known) {
            Some(near) => self.hint(format!("có phải bạn muốn viết `{near}`?")),
            None => self,
        }
    }
}

/// Proof that a finding was reported: only [`Diagnostics`] makes it, so that a function inside a
/// stage cannot fail in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// The findings of a run. It only grows.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        self.list.push(diagnostic);
        Reported(())
    }

    /// Whether anything stops the build.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.sorted_unique()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// The findings as a reader wants them: by file, place and code, each once.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.sorted_unique().collect();
        list.sort_by(|a, b| {
            let key = |finding: &Diagnostic| {
                let (_, first, second) = finding.at.sort_key();
                (
                    sources.path(finding.at.file()).to_owned(),
                    first,
                    second,
                    finding.code,
                )
            };
            key(a).cmp(&key(b))
        });
        list
    }

    fn sorted_unique(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list
            .iter()
            .enumerate()
            .filter(|(index, finding)| !self.list[..*index].contains(finding))
            .map(|(_, finding)| finding)
    }
}
