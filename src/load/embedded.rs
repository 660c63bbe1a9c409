//! What the binary carries: guidance, templates and fonts, and the user's files that win over them.
//!
//! A path names the same thing inside and outside: `content/components/HTS7.md` in the user's
//! folder stands in for the one in the binary. Communes are the user's alone.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use rust_embed::RustEmbed;
use walkdir::WalkDir;

#[derive(RustEmbed)]
#[folder = "content/"]
#[prefix = "content/"]
#[exclude = "communes/*"]
#[exclude = "schema/*"]
struct Content;

#[derive(RustEmbed)]
#[folder = "templates/"]
#[prefix = "templates/"]
struct Templates;

/// Where the bytes of a path are.
#[derive(Debug)]
pub(super) enum Place {
    /// In the user's folder.
    Disk,
    /// In the binary.
    Binary(Cow<'static, [u8]>),
}

/// Every file below `folder` (`content` or `templates`), the user's before the binary's, by path; and the
/// user's folders that cannot be opened.
pub(super) fn overlay(root: &Path, folder: &str) -> (BTreeMap<String, Place>, Vec<String>) {
    let mut files = BTreeMap::new();
    let embedded = Content::iter().chain(Templates::iter());
    for path in embedded.filter(|path| path.starts_with(&format!("{folder}/"))) {
        let file = Content::get(&path).or_else(|| Templates::get(&path));
        if let Some(file) = file {
            files.insert(path.into_owned(), Place::Binary(file.data));
        }
    }
    let (paths, closed) = paths_below(root, folder);
    for path in paths {
        files.insert(path, Place::Disk);
    }
    (files, closed)
}

/// The files below a folder of the user's, as paths with `/` relative to `root`, in order; and the folders
/// that cannot be opened.
///
/// Links are not followed and names that begin with a dot or a tilde (editors' leavings) are
/// passed over.
pub(super) fn paths_below(root: &Path, folder: &str) -> (Vec<String>, Vec<String>) {
    let relative = |path: &Path| {
        let parts = path.strip_prefix(root).ok()?.components();
        let parts: Vec<_> = parts
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        Some(parts.join("/"))
    };
    let mut paths = Vec::new();
    let mut closed = Vec::new();
    let entries = WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .max_depth(8)
        .into_iter()
        .filter_entry(|entry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with(['.', '~'])
        });
    for entry in entries {
        match entry {
            // A file, or a link to one, where the folder should be.
            Ok(entry) if entry.depth() == 0 && !entry.path().is_dir() => {
                closed.extend(relative(entry.path()));
            }
            Ok(entry) if entry.file_type().is_file() => paths.extend(relative(entry.path())),
            Ok(_) => {}
            Err(error) => {
                let kind = error.io_error().map(std::io::Error::kind);
                let path = error.path().filter(|_| kind != Some(ErrorKind::NotFound));
                closed.extend(path.and_then(relative));
            }
        }
    }
    (paths, closed)
}
