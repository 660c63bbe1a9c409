//! What the binary carries: guidance, templates and fonts, and the user's files that win over them.
//!
//! A path names the same thing inside and outside: `content/components/HTS7.md` in the user's
//! folder stands in for the one in the binary. Communes are the user's alone.

use std::borrow::Cow;
use std::collections::BTreeMap;
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

/// Every file below `folder` (`content` or `templates`), the user's before the binary's, by path.
pub(super) fn overlay(root: &Path, folder: &str) -> BTreeMap<String, Place> {
    let mut files = BTreeMap::new();
    let embedded = Content::iter().chain(Templates::iter());
    for path in embedded.filter(|path| path.starts_with(&format!("{folder}/"))) {
        let file = Content::get(&path).or_else(|| Templates::get(&path));
        if let Some(file) = file {
            files.insert(path.into_owned(), Place::Binary(file.data));
        }
    }
    for path in paths_below(root, folder) {
        files.insert(path, Place::Disk);
    }
    files
}

/// The files below a folder of the user's, as paths with `/` relative to `root`, in order.
///
/// Links are not followed and names that begin with a dot or a tilde (editors' leavings) are
/// passed over.
pub(super) fn paths_below(root: &Path, folder: &str) -> Vec<String> {
    WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .max_depth(8)
        .into_iter()
        .filter_entry(|entry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with(['.', '~'])
        })
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let relative = entry.path().strip_prefix(root).ok()?;
            let parts: Vec<_> = relative
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect();
            Some(parts.join("/"))
        })
        .collect()
}
