//! What is to be written: paths with `/` below the output folder, and their bytes.

use std::collections::BTreeMap;

/// The files of an output, by path.
#[derive(Debug, Default)]
pub struct OutputSet {
    files: BTreeMap<String, Vec<u8>>,
}

impl OutputSet {
    /// Adds a file; a second one of the same path would be our own fault.
    pub fn insert(&mut self, path: String, bytes: Vec<u8>) {
        let earlier = self.files.insert(path, bytes);
        debug_assert!(earlier.is_none(), "two outputs of one path");
    }

    /// Adds many files.
    pub fn extend(&mut self, files: impl IntoIterator<Item = (String, Vec<u8>)>) {
        for (path, bytes) in files {
            self.insert(path, bytes);
        }
    }

    /// The files, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}
