//! Files by their paths, wherever they are: in the user's folder, inside the binary, in memory.
//!
//! A path has `/` between its parts and begins at the user's folder (`content/components/HTS7.md`). What loads
//! knows nothing else of where files are, so that it reads those of a test or of an editor that were never
//! saved as it reads a folder's.

mod built_in;
mod disk;
mod memory;
mod overlay;

pub use disk::Disk;
pub use memory::Memory;
pub use overlay::Overlay;

use std::borrow::Cow;
use std::fmt::Debug;

/// The files of a folder.
pub trait Files: Debug + Send + Sync {
    /// The files below a folder. Links are not followed, and names that begin with a dot or a tilde (editors'
    /// leavings) are passed over.
    fn list(&self, folder: &str) -> Listing;

    /// What is at a path; nothing where nothing is.
    fn kind(&self, path: &str) -> Option<FileKind>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// Why there are none; one larger than `largest`, in bytes, is not read.
    fn read(&self, path: &str, largest: u64) -> Result<Bytes, FileError>;
}

/// What is below a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The files, in order.
    pub files: Vec<String>,
    /// The links, in order.
    pub links: Vec<String>,
    /// The folders that cannot be opened, or are none.
    pub closed: Vec<String>,
}

/// What is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link, which may lead nowhere, or what lies behind one that is not followed.
    Link,
}

/// The bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes {
    /// The bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Whether the binary carries them and nobody changed them.
    pub is_built_in: bool,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// There is none.
    NotFound,
    /// There is a folder.
    IsFolder,
    /// It is larger than is allowed.
    TooLarge,
    /// It is there and cannot be opened.
    Closed,
}

/// Whether a name is that of what editors leave behind.
fn is_leaving(name: &str) -> bool {
    name.starts_with(['.', '~'])
}
