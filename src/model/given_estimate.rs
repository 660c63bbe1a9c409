//! The estimate of a commune as it was given, which lies beside its plan for download.

use crate::source::FileId;

/// A file of lines or a workbook, whatever could be read of it.
#[derive(Debug)]
pub struct GivenEstimate {
    /// The file.
    pub file: FileId,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The ending of its name, without the dot.
    pub ending: &'static str,
}

impl GivenEstimate {
    /// The name under which the website offers it.
    pub fn published_name(&self) -> String {
        format!("du-toan-goc.{}", self.ending)
    }
}
