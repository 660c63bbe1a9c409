//! What an archive unpacks to, before anything in it is read: a file of a few kilobytes may hold
//! gigabytes.

use std::io;
use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;

/// All parts together, in bytes.
pub(super) const LARGEST_ALL: u64 = 512 * 1024 * 1024;

/// A part that is kept in memory as a whole (texts, styles …), in bytes.
const LARGEST_PART: u64 = 64 * 1024 * 1024;

/// How the names of the parts begin that are read cell by cell; all of them are sheets.
const STREAMED: &[u8] = b"xl/worksheets/sheet";

/// The part that holds the tables of an .ods file, and its size, in bytes.
const TABLES: &[u8] = b"content.xml";
const LARGEST_TABLES: u64 = 192 * 1024 * 1024;

/// How large the largest sheet of an archive is, in bytes; nothing where the archive unpacks to more
/// than can be read.
///
/// What the archive says of its sizes is not believed: the parts are unpacked and counted.
///
/// # Errors
/// What is wrong with bytes that are no archive.
pub(super) fn largest_sheet(bytes: &[u8]) -> io::Result<Option<u64>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let (mut all, mut largest) = (0, 0);
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let part_is_sheet = part.name_raw().starts_with(STREAMED);
        let own = match part.name_raw() {
            TABLES => LARGEST_TABLES,
            _ if part_is_sheet => LARGEST_ALL,
            _ => LARGEST_PART,
        };
        let most = own.min(LARGEST_ALL - all);
        let size = io::copy(&mut part.take(most + 1), &mut io::sink())?;
        if size > most {
            return Ok(None);
        }
        all += size;
        if part_is_sheet {
            largest = largest.max(size);
        }
    }
    Ok(Some(largest))
}

/// Whether an archive has a part of this name.
pub(super) fn holds(bytes: &[u8], name: &str) -> bool {
    let archive = ZipArchive::new(Cursor::new(bytes));
    archive.is_ok_and(|archive| archive.index_for_name(name).is_some())
}
