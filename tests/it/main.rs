//! The ordinary tests over the real binary.

#![expect(clippy::panic, reason = "a test fails by it")]

#[path = "../support/archive.rs"]
mod archive;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/mod.rs"]
mod support;

mod amounts;
mod budget;
mod charts;
mod check;
mod commands;
mod content;
mod estimate;
mod extremes;
mod first_steps;
mod guidance_print;
mod hostile;
mod inputs;
mod install;
mod kinds;
mod law;
mod order;
mod output;
mod own_entries;
mod own_text;
mod page;
mod places;
mod plans;
mod print;
mod removals;
mod schema;
mod selection;
mod selections;
mod spelling;
mod starter;
mod tidy;
mod xlsx;
