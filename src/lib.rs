//! Xaso turns a commune's profile (YAML) and cost estimate (Excel) into its complete
//! digital-transformation plan.
#![allow(dead_code)]

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod load;
pub mod merge;
pub mod model;
pub mod pipeline;
pub mod render;
pub mod source;
pub mod write;
