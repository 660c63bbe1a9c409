//! The ordinary tests over the real binary.

#[path = "../support/mod.rs"]
mod support;

mod estimate;
mod install;
mod output;
mod page;
mod plans;
mod tidy;
