//! What the reader of faults must not say.

use super::Reader;
use crate::load::Disk;
use crate::load::Files;

#[test]
fn what_is_yaml_has_no_fault() {
    let files = Disk::new(env!("CARGO_MANIFEST_DIR"));
    let paths = files.list("content").files.into_iter();
    let mut n_files = 0;
    for path in paths.filter(|path| path.ends_with(".yaml") || path.ends_with(".md")) {
        let read = files.read(&path, u64::MAX).expect("a file");
        let text = String::from_utf8(read.bytes.into_owned()).expect("a text");
        let front = text
            .strip_prefix("---\n")
            .and_then(|text| text.split_once("\n---\n"));
        let yaml = front.map_or(&*text, |(front, _)| front);
        let mut reader = Reader::default();
        let mut start = 0;
        for line in yaml.split_inclusive('\n') {
            reader.line(line.trim_end(), start);
            start += line.len();
        }
        reader.finish(start);
        assert!(reader.faults.is_empty(), "{path}: {:?}", reader.faults);
        n_files += 1;
    }
    assert!(n_files > 100, "{n_files}");
}
