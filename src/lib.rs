//! Xaso turns a commune's profile (YAML) and cost estimate (Excel) into its complete
//! digital-transformation plan.
#![allow(dead_code)]

pub mod source;
pub mod diagnostic;
pub mod model;
pub mod load;
pub mod check;
pub mod merge;
pub mod render;
pub mod write;
pub mod pipeline;
pub mod cli;
