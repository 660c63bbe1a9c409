//! Files that are in memory alone: those of tests, and those that are written and not yet saved.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Bytes;
use super::FileError;
use super::FileKind;
use super::Files;
use super::Listing;
use super::is_leaving;

/// Files by their paths.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Files of these paths.
    pub fn of<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let files = files.into_iter();
        Self {
            files: files
                .map(|(path, bytes)| (path.into(), bytes.into()))
                .collect(),
        }
    }

    /// Writes a file in the place of any that is there.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// The files below a folder, with their paths below it.
    fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let folder = format!("{folder}/");
        let files = self.files.range(folder.clone()..);
        files.map_while(move |(path, _)| Some((path.as_str(), path.strip_prefix(&folder)?)))
    }
}

impl Files for Memory {
    fn list(&self, folder: &str) -> Listing {
        let files = self.below(folder);
        let files = files.filter(|(_, below)| !below.split('/').any(is_leaving));
        Listing {
            files: files.map(|(path, _)| path.to_owned()).collect(),
            links: Vec::new(),
            closed: Vec::from_iter(self.files.contains_key(folder).then(|| folder.to_owned())),
        }
    }

    fn kind(&self, path: &str) -> Option<FileKind> {
        if self.files.contains_key(path) {
            return Some(FileKind::File);
        }
        self.below(path).next().map(|_| FileKind::Folder)
    }

    fn read(&self, path: &str, largest: u64) -> Result<Bytes, FileError> {
        let is_too_large = |bytes: &[u8]| u64::try_from(bytes.len()).is_ok_and(|it| it > largest);
        match self.files.get(path) {
            Some(bytes) if is_too_large(bytes) => Err(FileError::TooLarge),
            Some(bytes) => Ok(Bytes {
                bytes: Cow::Owned(bytes.clone()),
                is_built_in: false,
            }),
            None if self.kind(path).is_some() => Err(FileError::IsFolder),
            None => Err(FileError::NotFound),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Memory;
    use crate::load::files::Disk;
    use crate::load::files::FileError;
    use crate::load::files::Files;
    use crate::load::files::Listing;

    const LARGEST: u64 = 1024 * 1024;

    #[test]
    fn it_is_as_the_disk() {
        let disk = Disk::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/base"));
        let folders = ["content", "budgets"];
        let paths = folders.iter().flat_map(|folder| disk.list(folder).files);
        let memory = Memory::of(paths.map(|path| {
            let read = disk.read(&path, u64::MAX).expect("a file");
            (path, read.bytes)
        }));
        for folder in ["content", "content/communes", "budgets", "nowhere"] {
            assert_eq!(memory.list(folder), disk.list(folder), "{folder}");
        }
        assert_ne!(memory.list("budgets"), Listing::default());
        for path in [
            "content",
            "content/communes/xa-mau.yaml",
            "content/communes/xa",
            "budgets/xa-mau.grid",
            "budgets/xa-mau.xlsx",
            "bud",
        ] {
            assert_eq!(memory.kind(path), disk.kind(path), "{path}");
            let is_as_on_disk = memory.read(path, LARGEST) == disk.read(path, LARGEST);
            assert!(is_as_on_disk, "{path}");
        }
        let profile = "content/communes/xa-mau.yaml";
        assert_eq!(memory.read(profile, 9), Err(FileError::TooLarge));
        assert_eq!(disk.read(profile, 9), Err(FileError::TooLarge));
    }

    #[test]
    fn what_editors_leave_is_there_and_not_listed() {
        let path = "content/communes/~xa.yaml";
        let mut files = Memory::of([(path, "xa:")]);
        assert_eq!(files.list("content"), Listing::default());
        assert!(files.read(path, LARGEST).is_ok());
        files.remove(path);
        assert_eq!(files.kind(path), None);
        files.put("content", "no folder");
        assert_eq!(files.list("content").closed, ["content"]);
    }
}
