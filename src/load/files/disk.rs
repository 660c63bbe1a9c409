//! The files of a folder on the disk.

use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::path::PathBuf;

use walkdir::WalkDir;

use super::Bytes;
use super::FileError;
use super::FileKind;
use super::Files;
use super::Listing;
use super::is_leaving;

/// Folders that lie deeper are not entered.
const DEEPEST: usize = 8;

/// A folder.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The folder of a path.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The path of what lies below it, with `/`.
    fn relative(&self, path: &Path) -> Option<String> {
        let parts = path.strip_prefix(&self.root).ok()?.components();
        let parts: Vec<_> = parts
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        Some(parts.join("/"))
    }
}

impl Files for Disk {
    fn list(&self, folder: &str) -> Listing {
        let mut listing = Listing::default();
        let entries = WalkDir::new(self.root.join(folder))
            .sort_by_file_name()
            .max_depth(DEEPEST)
            .into_iter()
            .filter_entry(|entry| {
                entry.depth() == 0 || !is_leaving(&entry.file_name().to_string_lossy())
            });
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let kind = error.io_error().map(std::io::Error::kind);
                    let path = error.path().filter(|_| kind != Some(ErrorKind::NotFound));
                    let path = path.and_then(|path| self.relative(path));
                    listing.closed.extend(path);
                    continue;
                }
            };
            let list = match entry.file_type() {
                // A file, or a link to one, where the folder should be.
                _ if entry.depth() == 0 && !entry.path().is_dir() => &mut listing.closed,
                _ if entry.depth() == 0 => continue,
                kind if kind.is_file() => &mut listing.files,
                kind if kind.is_symlink() => &mut listing.links,
                _ => continue,
            };
            list.extend(self.relative(entry.path()));
        }
        listing
    }

    fn kind(&self, path: &str) -> Option<FileKind> {
        let mut at = self.root.clone();
        let (mut is_folder, mut n_links) = (false, 0);
        for (depth, part) in path.split('/').enumerate() {
            at.push(part);
            let kind = fs::symlink_metadata(&at).ok()?.file_type();
            is_folder = kind.is_dir();
            // What is listed is also behind a link in the place of the whole folder.
            if kind.is_symlink() && (depth > 0 || part == path) {
                n_links += 1;
            }
        }
        Some(match (n_links, is_folder) {
            (0, true) => FileKind::Folder,
            (0, false) => FileKind::File,
            _ => FileKind::Link,
        })
    }

    fn read(&self, path: &str, largest: u64) -> Result<Bytes, FileError> {
        let path = self.root.join(path);
        let read = fs::metadata(&path).and_then(|metadata| {
            let is_too_large = metadata.len() > largest;
            (!is_too_large).then(|| fs::read(&path)).transpose()
        });
        match read {
            Ok(Some(bytes)) => Ok(Bytes {
                bytes: Cow::Owned(bytes),
                is_built_in: false,
            }),
            Ok(None) => Err(FileError::TooLarge),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(FileError::NotFound),
            Err(_) if path.is_dir() => Err(FileError::IsFolder),
            Err(_) => Err(FileError::Closed),
        }
    }
}
