//! The templates as bytes, by path; the renderers read no other files.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The files below `templates/`, by path (`templates/site/base.html`).
#[derive(Debug, Default)]
pub struct Templates {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Templates {
    /// Adds a file.
    pub fn insert(&mut self, path: String, bytes: Cow<'static, [u8]>) {
        self.files.insert(path, bytes);
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// The files below a folder (`templates/site/`), with their paths below it.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .range(folder.to_owned()..)
            .map_while(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes.as_ref())))
    }
}
