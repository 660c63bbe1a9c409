//! The user's files over those inside the binary: a path names the same thing in both, and a file of the user's
//! stands in for the one of the binary.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Bytes;
use super::Disk;
use super::FileError;
use super::FileKind;
use super::Files;
use super::Listing;
use super::built_in;

/// The files of a user, and what the binary carries where he has none.
#[derive(Debug)]
pub struct Overlay<F> {
    own: F,
}

impl Overlay<Disk> {
    /// The files of a folder on the disk.
    pub fn of_folder(root: impl Into<PathBuf>) -> Self {
        Self::new(Disk::new(root))
    }
}

impl<F: Files> Overlay<F> {
    /// These files.
    pub fn new(own: F) -> Self {
        Self { own }
    }
}

impl<F: Files> Files for Overlay<F> {
    fn list(&self, folder: &str) -> Listing {
        let own = self.own.list(folder);
        let mut built_in = built_in::list(folder).peekable();
        if built_in.peek().is_none() {
            return own;
        }
        let mut files: BTreeSet<String> = own.files.into_iter().collect();
        files.extend(built_in.map(Cow::into_owned));
        Listing {
            files: files.into_iter().collect(),
            ..own
        }
    }

    fn kind(&self, path: &str) -> Option<FileKind> {
        let own = self.own.kind(path);
        own.or_else(|| built_in::read(path).map(|_| FileKind::File))
    }

    fn read(&self, path: &str, largest: u64) -> Result<Bytes, FileError> {
        // Only what is listed stands in for another: no folder, and no link.
        let is_own = || self.own.kind(path) == Some(FileKind::File);
        match built_in::read(path) {
            Some(bytes) if !is_own() => Ok(bytes),
            _ => self.own.read(path, largest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Overlay;
    use crate::load::files::FileError;
    use crate::load::files::Files;
    use crate::load::files::Memory;

    const LARGEST: u64 = 1024 * 1024;

    #[test]
    fn a_file_of_the_user_stands_in_for_the_one_of_the_binary() {
        let own = [
            ("content/components/HTS7.md", "riêng"),
            ("content/communes/xa.yaml", "xa: {}"),
        ];
        let files = Overlay::new(Memory::of(own));
        let listed = files.list("content").files;
        assert!(listed.is_sorted());
        let n_of = |path: &str| listed.iter().filter(|it| *it == path).count();
        for (path, is_built_in) in [
            ("content/communes/xa.yaml", false),
            ("content/components/HTS7.md", false),
            ("content/components/HTS6.md", true),
        ] {
            assert_eq!(n_of(path), 1, "{path}");
            let read = files.read(path, LARGEST).expect("a file");
            assert_eq!(read.is_built_in, is_built_in, "{path}");
            assert_eq!(files.read(path, 3).is_ok(), is_built_in, "{path}");
        }
        let away = files.read("content/components/HTS99.md", LARGEST);
        assert_eq!(away, Err(FileError::NotFound));
        // Communes are the user's alone.
        assert_eq!(files.list("content/communes").files.len(), 1);
    }
}
