//! A finding: what is wrong, where, and what to do about it.
//!
//! A user's mistake never leaves a stage as an `Err`, a panic or a print; it becomes a
//! [`Diagnostic`] in [`Diagnostics`], which only grows. How a finding is shown is the business of
//! the writers beside this file ([`terminal`], [`json`], [`sarif`]), so the wording here is the wording everywhere.

mod code;
mod each;
pub mod json;
mod location;
mod places;
mod remedy;
pub mod sarif;
mod suggest;
pub mod tally;
pub mod terminal;

pub use code::Code;
pub use location::shown;
pub use places::ErrorPlaces;
pub use suggest::nearest;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::ascii_code;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;

/// A longer message, and a longer hint, in characters, is cut.
const LONGEST_MESSAGE: usize = 400;
const LONGEST_HINT: usize = 1000;

/// For so many findings of a code in a file a word is sought that could be meant; nobody reads more of
/// them, and each search goes through all the words.
const MOST_SUGGESTIONS: usize = 100;

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

/// The findings of a run, or of a part of it. It only grows.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    overrides: Vec<Override>,
    /// Codes of entries whose own faults were reported.
    excused: BTreeSet<String>,
    /// Codes of entries that the folder took away, with the reasons.
    taken_away: BTreeMap<String, String>,
    /// For how many findings of a code in a file a word was sought that could be meant.
    sought: BTreeMap<(FileId, Code), usize>,
}

impl Diagnostics {
    /// Adds a finding; a message that quotes somebody's novel is cut, and one without a remedy gets
    /// the usual one.
    pub fn report(&mut self, mut diagnostic: Diagnostic) -> Reported {
        cut(&mut diagnostic.message, LONGEST_MESSAGE);
        let code = diagnostic.code;
        let hint = diagnostic.hint.get_or_insert_with(|| remedy::usual(code));
        cut(hint, LONGEST_HINT);
        self.list.push(diagnostic);
        Reported(())
    }

    /// The findings of a commune, none yet, beside these of what all communes share.
    #[must_use]
    pub fn of_commune(&self) -> Self {
        Self {
            excused: self.excused.clone(),
            taken_away: self.taken_away.clone(),
            ..Self::default()
        }
    }

    /// Adds all findings and settings of another part of the run.
    pub fn take(&mut self, others: Self) {
        self.list.extend(others.list);
        self.overrides.extend(others.overrides);
    }

    /// Where the findings and settings are.
    pub fn places(&self) -> impl Iterator<Item = &Origin> {
        let findings = self.list.iter().map(|finding| &finding.at);
        findings.chain(self.overrides.iter().map(|set| &set.at))
    }

    /// The word of `known` that could be meant by the one that a finding is about; none where that was
    /// sought for many findings of the same code and file already.
    pub fn nearest<'a>(
        &mut self,
        finding: &Diagnostic,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        let sought = (finding.at.file(), finding.code);
        let sought = self.sought.entry(sought).or_default();
        *sought += 1;
        if *sought > MOST_SUGGESTIONS {
            return None;
        }
        nearest(written, known)
    }

    /// Adds "có phải … không?" to a finding where one of `known` is near to what was written; else, where
    /// they are few and nothing better is said, all of them.
    #[must_use]
    pub fn suggest<'a>(
        &mut self,
        finding: Diagnostic,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        let known: Vec<&str> = known.into_iter().collect();
        match self.nearest(&finding, written, known.iter().copied()) {
            Some(near) => finding.hint(meant(near)),
            None if finding.hint.is_none() && (1..=FEW).contains(&known.len()) => {
                finding.hint(format!("viết một trong: {}", known.join(", ")))
            }
            None => finding,
        }
    }

    /// Adds to a finding which codes were meant.
    #[must_use]
    pub fn suggest_codes<'a>(
        &mut self,
        finding: Diagnostic,
        written: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        let known: Vec<&str> = known.into_iter().collect();
        match suggest::codes_within(written, known.iter().copied()).as_slice() {
            [] => self.suggest(finding, written, known),
            [code] => finding.hint(meant(code)),
            codes => {
                let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
                let hint = format!("mỗi mã viết thành một mục riêng: {}", codes.join(", "));
                finding.hint(hint)
            }
        }
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

    /// Says that the folder took away the entry of a code: whatever names it is told so.
    pub fn take_away(&mut self, code: &str, reason: &str) {
        self.taken_away.insert(ascii_code(code), reason.to_owned());
    }

    /// Whether that was said of a code.
    pub fn is_taken_away(&self, code: &str) -> bool {
        self.taken_away.contains_key(&ascii_code(code))
    }

    /// Puts a finding in the place of an earlier one that it explains.
    pub fn replace(&mut self, earlier: &Diagnostic, diagnostic: Diagnostic) -> Reported {
        if let Some(place) = self.list.iter().rposition(|finding| finding == earlier) {
            self.list.remove(place);
        }
        self.report(diagnostic)
    }

    /// Adds the finding that nothing bears a code, unless the entry that does could not be read; of one that
    /// was taken away it says that.
    pub fn report_unknown(&mut self, code: &str, mut diagnostic: Diagnostic) -> Reported {
        if self.is_excused(code) {
            return Reported(());
        }
        if let Some(reason) = self.taken_away.get(&ascii_code(code)) {
            diagnostic.message = format!("`{code}` đã bỏ khỏi danh mục: {reason}");
            let hint = format!(
                "bỏ mã này ở đây; nếu cần dùng thì xóa `{code}` trong `bo` của content/settings.yaml"
            );
            diagnostic = diagnostic.hint(hint);
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

    /// The codes of the findings, each as often as it was found.
    pub fn codes(&self) -> impl Iterator<Item = Code> {
        self.list.iter().map(|finding| finding.code)
    }

    /// Whether anything stops the build.
    pub fn has_errors(&self) -> bool {
        self.list
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Where the errors are, to be asked for many places.
    pub fn error_places(&self) -> ErrorPlaces {
        let errors = self.list.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        ErrorPlaces::of(errors.map(|finding| &finding.at))
    }

    /// The findings as a reader wants them: the gravest first, then by file, place and code, each once.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.list.iter().collect();
        list.sort_by_cached_key(|finding| {
            let (_, first, second) = finding.at.sort_key();
            let path = sources.path(finding.at.file()).to_owned();
            let place = (path, first, second);
            (
                finding.severity,
                place,
                finding.code,
                finding.message.clone(),
            )
        });
        list.dedup();
        list
    }
}

/// Cuts a text to so many characters.
fn cut(text: &mut String, longest: usize) {
    if let Some((end, _)) = text.char_indices().nth(longest) {
        text.truncate(end);
        text.push('…');
    }
}

/// The hint that a word could be meant.
pub fn meant(word: &str) -> String {
    format!("có phải bạn muốn viết `{word}`?")
}

/// The first words of a long value.
pub(crate) fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let short: String = line.chars().take(60).collect();
    if short.len() < text.trim_end().len() {
        format!("{short}…")
    } else {
        short
    }
}
