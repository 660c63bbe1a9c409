//! Items of lists → lists within lists, by the marks that they bear.
//!
//! Marks of one kind are one list. Another kind is a list below the item before it, unless official texts put
//! it above (`I.` above `1.` above `1.1.` above `a)` above `-`), or it stands further to the left.

use crate::model::Block;
use crate::model::Item;
use crate::model::ListMark;
use crate::model::Mark;
use crate::model::MarkKind;

/// Lists nested deeper than this go on at the same level.
const DEEPEST: usize = 8;

/// So many letters further to the right a mark is one level deeper.
const STEP: usize = 2;

/// The lists that are open, the outermost first, and what stands before them.
#[derive(Debug, Default)]
pub(super) struct Levels {
    blocks: Vec<Block>,
    open: Vec<Level>,
}

/// A list that is open.
#[derive(Debug)]
struct Level {
    kind: MarkKind,
    /// How far from the left its first mark stands.
    indent: usize,
    /// The last letter of its last number or letter.
    last: Option<char>,
    items: Vec<Item>,
}

impl Levels {
    /// Begins an item; `announced` where the text before it ends with a colon.
    pub(super) fn item(&mut self, mark: &ListMark<'_>, indent: usize, announced: bool) {
        let kind = mark.kind_after(|kind| self.last_of(kind));
        self.close_from(|level| level.indent >= indent + STEP);
        if !self.find_place(kind, indent, announced) || self.open.is_empty() {
            if self.open.len() >= DEEPEST {
                self.open.truncate(DEEPEST);
            } else {
                self.open.push(Level {
                    kind,
                    indent,
                    last: None,
                    items: Vec::new(),
                });
            }
        }
        if let Some(level) = self.open.last_mut() {
            level.last = mark.counted.chars().last();
            level.items.push(Item {
                mark: Mark::Written(mark.written.to_owned()),
                blocks: Vec::new(),
            });
        }
    }

    /// Closes lists so that an item of this kind comes next: in the innermost that is left (true), or in
    /// one below its last item.
    fn find_place(&mut self, kind: MarkKind, indent: usize, announced: bool) -> bool {
        let own = self.open.iter().rposition(|level| level.kind == kind);
        if let Some(own) = own {
            if indent < self.open[own].indent + STEP {
                self.close_to(own + 1);
                return true;
            }
            // The same mark further to the right is a list within the list.
            self.close_from(|level| level.kind != kind && level.indent >= indent);
            return false;
        }
        let is_deeper = |level: &Level| indent >= level.indent + STEP;
        if !announced && !self.open.last().is_some_and(is_deeper) {
            while (self.open.last()).is_some_and(|level| level.kind.rank() > kind.rank()) {
                self.close_to(self.open.len() - 1);
            }
        }
        false
    }

    /// The last letter in the innermost list of a kind.
    fn last_of(&self, kind: MarkKind) -> Option<char> {
        let mut inner = self.open.iter().rev();
        inner.find(|level| level.kind == kind)?.last
    }

    /// What stands so far from the left comes next: in the item to whose right it stands, or in none.
    pub(super) fn within(&mut self, indent: usize) {
        self.close_from(|level| level.indent >= indent);
    }

    /// Closes the innermost lists as long as this holds.
    fn close_from(&mut self, is_over: impl Fn(&Level) -> bool) {
        while self.open.last().is_some_and(&is_over) {
            self.close_to(self.open.len() - 1);
        }
    }

    /// Closes every list.
    pub(super) fn close(&mut self) {
        self.close_to(0);
    }

    fn close_to(&mut self, n_open: usize) {
        while self.open.len() > n_open {
            if let Some(level) = self.open.pop() {
                self.push(Block::List(level.items));
            }
        }
    }

    /// Puts a block where the text is: into the last item, or before all lists.
    pub(super) fn push(&mut self, block: Block) {
        let item = self
            .open
            .last_mut()
            .and_then(|level| level.items.last_mut());
        match item {
            Some(item) => item.blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    /// All that was read.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }
}
