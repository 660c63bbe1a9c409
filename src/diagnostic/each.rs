//! A list that is written item by item: a report of ten thousand findings never stands in memory as
//! a whole.

use std::cell::RefCell;

use serde::Serialize;
use serde::Serializer;
use serde_json::Value;

/// The items of a list, and what each is written as.
pub(super) struct Each<'a, T, F> {
    items: &'a [T],
    write: RefCell<F>,
}

impl<'a, T, F: FnMut(&T) -> Value> Each<'a, T, F> {
    pub(super) fn new(items: &'a [T], write: F) -> Self {
        let write = RefCell::new(write);
        Self { items, write }
    }
}

impl<T, F: FnMut(&T) -> Value> Serialize for Each<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut write = self.write.borrow_mut();
        serializer.collect_seq(self.items.iter().map(&mut *write))
    }
}
