//! What an archive unpacks to, before anything in it is read: a file of a few kilobytes may hold
//! gigabytes.

use std::io;
use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;

/// All parts together, in bytes.
const LARGEST_ALL: u64 = 512 * 1024 * 1024;

/// A part that is kept in memory as a whole (texts, styles …), in bytes.
const LARGEST_PART: u64 = 64 * 1024 * 1024;

/// The folder of the parts that are read cell by cell.
const STREAMED: &[u8] = b"xl/worksheets/";

/// Whether an archive unpacks to a size that can be read.
///
/// What the archive says of its sizes is not believed: the parts are unpacked and counted.
///
/// # Errors
/// What is wrong with bytes that are no archive.
pub(super) fn is_readable(bytes: &[u8]) -> io::Result<bool> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut all = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let is_streamed = part.name_raw().starts_with(STREAMED);
        let room = LARGEST_ALL - all;
        let most = if is_streamed {
            room
        } else {
            room.min(LARGEST_PART)
        };
        let size = io::copy(&mut part.take(most + 1), &mut io::sink())?;
        if size > most {
            return Ok(false);
        }
        all += size;
    }
    Ok(true)
}
