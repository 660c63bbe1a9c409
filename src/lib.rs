//! Xaso turns a commune's profile and selection of components (YAML) and its cost estimate (Excel)
//! into the commune's complete digital-transformation plan: a website and a print-ready PDF in the
//! official layout, with the guidance for those who carry it out beside it.
//!
//! # The way through the house
//!
//! ```text
//! once:          load -> Inputs -> read -> Library -> check
//! each commune:  load -> CommuneInput -> read -> CommuneRead -> check -> Outcome
//!                     -> merge -> Plan -> render -> files -> write
//!                Sources (its texts) and Diagnostics (append-only) travel beside
//! ```
//!
//! One direction, a plain function a stage. Read [`pipeline`] next, then one stage.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`source`] | which file of which commune, and where in it: a range of text or a cell of a sheet |
//! | [`model`] | the words of the field as types, and the plan; knows no file format |
//! | [`diagnostic`] | a finding: code, place, message, hint; and its writers: for people, as JSON, as SARIF |
//! | [`load`] | files to located trees and sheets; the only reader of YAML and Excel. Its [`load::Files`] are on the disk, in the binary or in memory |
//! | [`read`] | trees and sheets to the model: the catalogue, profiles, estimates; collecting every fault |
//! | [`check`] | the rules, which judge what was read: they see the model, no tree and no sheet |
//! | [`merge`] | catalogue + profile + estimate to the plan; the catalogue alone to the handbook |
//! | [`render`] | plan and handbook to bytes: one view, drawn as website, PDF, workbook and terminal text; schemas for editors; what a new commune begins with |
//! | [`write`](mod@write) | bytes to the disk, all or nothing |
//! | [`pipeline`] | the six calls in order, with the gates between them |
//! | [`cli`] | the commands; the only place that prints |
//!
//! # What never happens here
//!
//! - A user's mistake never leaves a stage as an `Err`, a panic or a print; it is a finding with a
//!   place and a hint, in Vietnamese. An `Err` inside a stage carries the proof that it was reported.
//! - A stage never reaches back: imports go `source < model < diagnostic < {load, read, check,
//!   merge, render, write} < pipeline < cli`; between stages only `read -> load`, `check -> read`,
//!   `merge -> check` and `write -> render` exist. A test reads the imports.
//! - No stage but `write` knows the disk: one file of `load` does. A test reads for it.
//! - A renderer never adds a fact, does arithmetic on money or reads a file but its templates.
//! - Nothing reads the clock, the locale, the network or the order of a hash: the same input gives
//!   the same bytes.
//! - Money is never a floating-point number: whole đồng, checked for overflow.
//! - No Vietnamese sentence of a plan stands in Rust: prose is in `content/`, fixed words are in
//!   `templates/labels.yaml`. What is worded here: findings, commands and their help, the
//!   descriptions in schemas, and how figures, days and kinds of places are said.

pub mod source;

pub mod model;

pub mod diagnostic;

pub mod load;

pub mod read;

pub mod check;

pub mod merge;

pub mod render;

pub mod write;

pub mod pipeline;

pub mod cli;
