//! What an archive unpacks to, before anything in it is read: a file of a few kilobytes may hold
//! gigabytes. What it holds is kept unpacked where that is not much, since a sheet is gone through
//! more than once.

use std::borrow::Cow;
use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;

use memchr::memmem::find;
use memchr::memmem::find_iter;
use zip::CompressionMethod;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// All parts together, in bytes.
pub(super) const LARGEST_ALL: u64 = 512 * 1024 * 1024;

/// A part that is kept in memory as a whole (texts, styles …), in bytes.
const LARGEST_PART: u64 = 64 * 1024 * 1024;

/// The most that is kept of all parts unpacked, in bytes.
const MOST_KEPT: u64 = 64 * 1024 * 1024;

/// How the names of the parts begin that are read cell by cell; all of them are sheets.
const STREAMED: &[u8] = b"xl/worksheets/sheet";

/// The part that holds the tables of an .ods file, and its size, in bytes.
const TABLES: &[u8] = b"content.xml";
const LARGEST_TABLES: u64 = 192 * 1024 * 1024;

/// What an archive holds.
#[derive(Debug, Default)]
pub(super) struct Weighed {
    /// How large the largest sheet is, in bytes.
    pub largest_sheet: u64,
    /// Whether rows or columns may be hidden.
    pub may_hide: bool,
    /// Whether letters of a text may be struck through.
    pub may_strike: bool,
    /// Whether cells may be merged.
    pub may_merge: bool,
    /// Whether there are comments or drawings.
    pub has_asides: bool,
    /// Whether the printed pages may have texts at their head or foot.
    pub has_page_texts: bool,
    /// Whether the book asks to be calculated when it is opened.
    pub is_to_calculate: bool,
    /// The same archive with its parts as they are, where they are not too large.
    pub unpacked: Option<Vec<u8>>,
}

/// Weighs an archive; nothing where it unpacks to more than can be read.
///
/// What the archive says of its sizes is not believed: the parts are unpacked and counted. While they
/// pass by, it is seen whether they hold what is worth a second look.
///
/// # Errors
/// What is wrong with bytes that are no archive.
pub(super) fn weigh(bytes: &[u8]) -> io::Result<Option<Weighed>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut weighed = Weighed::default();
    let mut unpacked = Unpacked::default();
    let mut window = vec![0; CHUNK];
    let mut all = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let part_is_sheet = part.name_raw().starts_with(STREAMED);
        let own = match part.name_raw() {
            TABLES => LARGEST_TABLES,
            _ if part_is_sheet => LARGEST_ALL,
            _ => LARGEST_PART,
        };
        // The book itself hides names, and styles are asked apart.
        let part_is_book = part.name_raw().ends_with(b"workbook.xml");
        let holds = |name: &[u8]| find(part.name_raw(), name).is_some();
        weighed.has_asides |= holds(b"comments") || holds(b"drawings/drawing");
        let is_looked_at = !part_is_book && !part.name_raw().ends_with(b"styles.xml");
        let most = own.min(LARGEST_ALL - all);
        unpacked.begin(part.name().ok());
        let mut part = part.take(most + 1);
        let (mut size, mut kept) = (0, 0);
        loop {
            let n_read = part.read(&mut window[kept..])?;
            if n_read == 0 {
                break;
            }
            size += n_read as u64;
            unpacked.add(&window[kept..kept + n_read]);
            let seen = &window[..kept + n_read];
            if part_is_book {
                weighed.is_to_calculate |= says(seen, "fullCalcOnLoad=", &["1", "true"]);
            }
            if is_looked_at {
                weighed.may_hide = weighed.may_hide || hides(seen);
                weighed.may_strike = weighed.may_strike || find(seen, b"strike").is_some();
                weighed.has_page_texts = weighed.has_page_texts
                    || find(seen, b"Header>").is_some()
                    || find(seen, b"Footer>").is_some();
                weighed.may_merge = weighed.may_merge || find(seen, b"mergeCell").is_some();
            }
            // What is looked for may lie over the end.
            let end = seen.len();
            let start = end.saturating_sub(LONGEST);
            window.copy_within(start..end, 0);
            kept = end - start;
        }
        if size > most {
            return Ok(None);
        }
        all += size;
        if part_is_sheet {
            weighed.largest_sheet = weighed.largest_sheet.max(size);
        }
    }
    weighed.unpacked = unpacked.finish();
    Ok(Some(weighed))
}

/// An archive with its parts as they are, as it is written; nothing where it becomes too large or cannot
/// be written, such as where two parts have one name.
struct Unpacked {
    archive: Option<ZipWriter<Cursor<Vec<u8>>>>,
    size: u64,
}

impl Default for Unpacked {
    fn default() -> Self {
        Self {
            archive: Some(ZipWriter::new(Cursor::default())),
            size: 0,
        }
    }
}

impl Unpacked {
    fn begin(&mut self, name: Option<Cow<'_, str>>) {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let begun = self.archive.as_mut().zip(name);
        if begun.is_none_or(|(archive, name)| archive.start_file(name, options).is_err()) {
            self.archive = None;
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        let is_too_large = self.size > MOST_KEPT;
        let archive = self.archive.as_mut();
        if archive.is_some_and(|archive| is_too_large || archive.write_all(bytes).is_err()) {
            self.archive = None;
        }
    }

    fn finish(self) -> Option<Vec<u8>> {
        Some(self.archive?.finish().ok()?.into_inner())
    }
}

/// So many bytes are looked at together, and so many of them once more with those that follow: as many
/// as what is looked for is long.
const CHUNK: usize = 64 * 1024;
const LONGEST: usize = 24;

/// Whether a piece of a sheet says that something is hidden, or has no height or width.
fn hides(piece: &[u8]) -> bool {
    says(piece, "hidden=", &["1", "true"])
        || says(piece, " ht=", &["0"])
        || says(piece, "width=", &["0"])
}

/// Whether an attribute begins with one of these values in a piece of a part.
fn says(piece: &[u8], name: &str, values: &[&str]) -> bool {
    find_iter(piece, name).any(|at| {
        let value = piece.get(at + name.len() + 1..).unwrap_or_default();
        values.iter().any(|it| value.starts_with(it.as_bytes()))
    })
}

/// Whether an archive has a part of this name.
pub(super) fn holds(bytes: &[u8], name: &str) -> bool {
    let archive = ZipArchive::new(Cursor::new(bytes));
    archive.is_ok_and(|archive| archive.index_for_name(name).is_some())
}
