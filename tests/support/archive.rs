//! Workbooks taken to pieces and put together again.

use std::io::Cursor;
use std::io::Read;
use std::io::Write;

use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of an archive, by name, in order.
pub(crate) fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let name = String::from_utf8_lossy(part.name_raw()).into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a part");
            (name, bytes)
        })
        .collect()
}

/// An archive of these parts.
pub(crate) fn pack(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(name, options).expect("a part");
        writer.write_all(&bytes).expect("a part");
    }
    writer.finish().expect("an archive").into_inner()
}
