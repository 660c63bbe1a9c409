//! Money through the library: thousands of random estimates whose totals are added up apart from the
//! program, and amounts in words against a table.

#[path = "../support/random.rs"]
#[expect(dead_code, reason = "shared with the other tests")]
mod random;

mod estimates;
mod totals;
mod words;
