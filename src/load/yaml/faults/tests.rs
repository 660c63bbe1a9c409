//! What the reader of faults must not say.

use super::Reader;

#[test]
fn what_is_yaml_has_no_fault() {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
    let files = walkdir::WalkDir::new(content).into_iter();
    let files = files.map(|entry| entry.expect("a file").into_path());
    let mut n_files = 0;
    for path in files.filter(|path| {
        path.extension()
            .is_some_and(|end| end == "yaml" || end == "md")
    }) {
        let text = std::fs::read_to_string(&path).expect("a text");
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
        assert!(
            reader.faults.is_empty(),
            "{}: {:?}",
            path.display(),
            reader.faults
        );
        n_files += 1;
    }
    assert!(n_files > 100, "{n_files}");
}
