//! What the words and codes of a table mean, once looked up: a hundred thousand lines use few of them.

use std::sync::Arc;

use foldhash::HashMap;

use super::values::kind_of;
use super::values::source_of;
use crate::model::BudgetRowId;
use crate::model::CostKind;
use crate::model::FundingSource;

/// No more than these are kept.
const MOST: usize = 10_000;

/// A row of Phụ lục II and the component that pays.
type Code = (BudgetRowId, Option<Arc<str>>);

/// What was looked up before.
#[derive(Debug, Default)]
pub(super) struct Words {
    kinds: HashMap<String, Option<CostKind>>,
    sources: HashMap<String, Option<FundingSource>>,
    payers: HashMap<String, FundingSource>,
    codes: HashMap<String, HashMap<String, Code>>,
}

impl Words {
    /// The kind of cost that a word stands for.
    pub(super) fn kind(&mut self, text: &str) -> Option<CostKind> {
        looked_up(&mut self.kinds, text, kind_of)
    }

    /// The source that a word stands for.
    pub(super) fn source(&mut self, text: &str) -> Option<FundingSource> {
        looked_up(&mut self.sources, text, source_of)
    }

    /// The source that a word stands for in this plan, if it was found before.
    pub(super) fn paid_by(&self, text: &str) -> Option<FundingSource> {
        self.payers.get(text).copied()
    }

    /// Keeps the source that a word was found to stand for in this plan; an empty one says nothing.
    pub(super) fn keep_paid_by(&mut self, text: &str, source: FundingSource) {
        if !text.is_empty() && self.payers.len() < MOST {
            self.payers.insert(text.to_owned(), source);
        }
    }

    /// The row and component of two codes, if they were found before.
    pub(super) fn code(&self, row: &str, component: &str) -> Option<Code> {
        self.codes.get(row)?.get(component).cloned()
    }

    /// Keeps what two codes were found to be.
    pub(super) fn keep_code(&mut self, row: &str, component: &str, code: &Code) {
        if self.codes.len() < MOST {
            let of_row = self.codes.entry(row.to_owned()).or_default();
            if of_row.len() < MOST {
                of_row.insert(component.to_owned(), code.clone());
            }
        }
    }
}

fn looked_up<T: Copy>(
    known: &mut HashMap<String, Option<T>>,
    text: &str,
    look_up: fn(&str) -> Option<T>,
) -> Option<T> {
    if text.is_empty() {
        return None;
    }
    if let Some(found) = known.get(text) {
        return *found;
    }
    let found = look_up(text);
    if known.len() < MOST {
        known.insert(text.to_owned(), found);
    }
    found
}
