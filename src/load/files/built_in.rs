//! The files inside the binary: guidance, templates and fonts. Communes are the user's alone.

use std::borrow::Cow;

use rust_embed::EmbeddedFile;
use rust_embed::RustEmbed;

use super::Bytes;

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

fn find(path: &str) -> Option<EmbeddedFile> {
    Content::get(path).or_else(|| Templates::get(path))
}

/// The paths of all files below a folder.
pub(super) fn list(folder: &str) -> impl Iterator<Item = Cow<'static, str>> {
    let folder = format!("{folder}/");
    let paths = Content::iter().chain(Templates::iter());
    paths.filter(move |path| path.starts_with(&folder))
}

/// The bytes of a file.
pub(super) fn read(path: &str) -> Option<Bytes> {
    find(path).map(|file| Bytes {
        bytes: file.data,
        is_built_in: true,
    })
}
