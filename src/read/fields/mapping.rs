//! The keys of a mapping: those that are wanted, those that are missing, those that nobody knows.

use super::advice;
use super::example;
use super::flow;
use super::wrong_type;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::meant;
use crate::load::Entry;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::keys;
use crate::source::Origin;

/// The keys of a mapping, taken one by one.
pub(crate) struct Fields<'a> {
    node: &'a Node,
    entries: &'a [Entry],
    known: Vec<&'static str>,
    /// What was said of keys that are missing.
    missing: Vec<(&'static str, Diagnostic)>,
}

impl<'a> Fields<'a> {
    /// The mapping that `node` must be.
    ///
    /// # Errors
    /// Anything but a mapping is reported.
    pub(crate) fn new(node: &'a Node, diagnostics: &mut Diagnostics) -> Result<Self, Reported> {
        match &node.value {
            NodeValue::Mapping(entries) => Ok(Self {
                node,
                entries,
                known: Vec::new(),
                missing: Vec::new(),
            }),
            _ => Err(wrong_type(
                node,
                "một nhóm khóa (mỗi dòng `khóa: giá trị`)",
                diagnostics,
            )),
        }
    }

    /// Where the mapping stands.
    pub(crate) fn origin(&self) -> Origin {
        self.node.origin()
    }

    /// The value of a key that may be missing; a key without value counts as missing, unless its value
    /// could not be read.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<&'a Node> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        (!entry.value.is_empty() || entry.value.unread.is_some()).then_some(&entry.value)
    }

    /// The one of these words that a key must have.
    ///
    /// # Errors
    /// A missing key and any other word are reported.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        allowed: &[(&'static str, T)],
        diagnostics: &mut Diagnostics,
    ) -> Result<T, Reported> {
        let node = self.require(key, diagnostics)?;
        super::choice(node, allowed, diagnostics)
    }

    /// The value of a key that must be there.
    ///
    /// # Errors
    /// A missing key is reported at the mapping's first line, an empty one at the key.
    pub(crate) fn require(
        &mut self,
        key: &'static str,
        diagnostics: &mut Diagnostics,
    ) -> Result<&'a Node, Reported> {
        if let Some(node) = self.take(key) {
            return Ok(node);
        }
        let entry = self.entries.iter().find(|entry| entry.key == key);
        if let Some(reported) = self.node.unread.filter(|_| entry.is_none()) {
            return Err(reported);
        }
        let (example, aside) = (example::of(key, &self.known), example::aside(key));
        let (at, message, hint) = match (entry, self.entries.first()) {
            (Some(entry), _) => (
                entry.key_origin(),
                format!("khóa `{key}` chưa có giá trị"),
                match example {
                    None => format!(
                        "viết giá trị sau `{key}:`, hoặc ở các dòng dưới, thụt vào hai dấu cách"
                    ),
                    Some(example) => {
                        format!("viết giá trị sau `{key}:`, ví dụ `{key}: {example}`{aside}")
                    }
                },
            ),
            (None, first) => (
                first.map_or_else(|| self.origin(), Entry::key_origin),
                format!("thiếu khóa `{key}`"),
                format!(
                    "thêm `{key}: {}` vào cùng nhóm với khóa được đánh dấu{aside}",
                    example.unwrap_or("…")
                ),
            ),
        };
        let finding = Diagnostic::new(Code::MISSING_KEY, at, message).hint(hint);
        if entry.is_none() {
            self.missing.push((key, finding.clone()));
        }
        Err(diagnostics.report(finding))
    }

    fn is_known(&self, entry: &Entry) -> bool {
        self.known.contains(&entry.key.as_str())
    }

    /// The keys from `index` on that nobody asks for here, where they begin right below a key without
    /// value; with that key.
    fn flat_group(&self, index: usize) -> Option<(&'a Entry, &'a [Entry])> {
        let owner = self.entries.get(index.checked_sub(1)?)?;
        if !self.is_known(owner) || !owner.value.is_empty() {
            return None;
        }
        let rest = &self.entries[index..];
        let end = rest.iter().position(|entry| self.is_known(entry));
        let group = &rest[..end.unwrap_or(rest.len())];
        (group.len() > 1).then_some((owner, group))
    }

    /// Reports every key that was not asked for; a group that lacks its indent, and a value that its
    /// commas cut, as one.
    pub(crate) fn finish(mut self, diagnostics: &mut Diagnostics) {
        let mut done = 0;
        for (index, entry) in self.entries.iter().enumerate() {
            if index < done
                || self.is_known(entry)
                || accident(self.entries, index, diagnostics).is_some()
            {
                continue;
            }
            let known = |key: &str| self.known.contains(&key);
            if let Some(cut) = flow::cut_value(self.node, self.entries, index, known) {
                done = cut.end;
                let finding = Diagnostic::new(Code::UNKNOWN_KEY, entry.key_origin(), cut.message);
                diagnostics.report(finding.hint(cut.hint));
                continue;
            }
            if let Some((owner, group)) = self.flat_group(index) {
                done = index + group.len();
                let last = &group[group.len() - 1];
                let keys = format!("từ `{}` đến `{}`", entry.key, last.key);
                let message = format!("các khóa {keys} phải thụt vào dưới `{}:`", owner.key);
                let finding = Diagnostic::new(Code::UNKNOWN_KEY, entry.key_origin(), message);
                let hint = format!("thêm hai dấu cách ở đầu mỗi dòng {keys}");
                diagnostics.report(finding.hint(hint));
                continue;
            }
            let finding = Diagnostic::new(
                Code::UNKNOWN_KEY,
                entry.key_origin(),
                format!("không có khóa tên `{}` ở đây", entry.key),
            );
            // The code of an item with a colon behind it.
            let mut missing = self.missing.iter();
            if is_code(&entry.key)
                && let Some(place) = missing.position(|(key, _)| *key == keys::CODE)
            {
                let code = &entry.key;
                let message = format!("`{code}` là mã, không phải khóa");
                let finding = Diagnostic::new(Code::UNKNOWN_KEY, entry.key_origin(), message);
                let hint = format!(
                    "viết `- {code}`; cần ghi thêm thì viết `- ma: {code}`, các khóa khác ở dòng dưới"
                );
                let (_, missing) = self.missing.swap_remove(place);
                diagnostics.replace(&missing, finding.hint(hint));
                continue;
            }
            let near = diagnostics.nearest(&finding, &entry.key, self.known.iter().copied());
            let finding = finding.hint(match near {
                Some(near) => meant(near),
                None => format!("các khóa dùng được: {}", self.known.join(", ")),
            });
            // A key that is misspelt is not missing besides.
            let mut missing = self.missing.iter();
            match missing.position(|(key, _)| near == Some(*key)) {
                Some(place) => {
                    let (_, missing) = self.missing.swap_remove(place);
                    diagnostics.replace(&missing, finding)
                }
                None => diagnostics.report(finding),
            };
        }
    }
}

/// Whether a key is written like the code of a component, a target or a task: `HTS6`, `NV-01`.
fn is_code(key: &str) -> bool {
    let letters = key.trim_end_matches(|letter: char| letter.is_ascii_digit());
    letters.len() < key.len() && letters.chars().all(|it| it.is_uppercase() || it == '-')
}

/// Reports an entry that nobody meant to be one: a key glued to its value.
pub(crate) fn accident(
    entries: &[Entry],
    index: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Reported> {
    let (message, hint) = advice::accident(entries, index)?;
    let at = entries[index].key_origin();
    Some(diagnostics.report(Diagnostic::new(Code::BAD_NUMBER, at, message).hint(hint)))
}
