//! A Markdown file with YAML front matter → the located tree and the place of the body.

use std::ops::Range;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::yaml;
use crate::load::yaml::Node;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;

/// A Markdown file, split.
#[derive(Debug)]
pub(crate) struct Document {
    /// The file.
    pub file: FileId,
    /// The file's name without folder and ending.
    pub stem: String,
    /// The front matter.
    pub front: Node,
    /// Bytes of the body in the file.
    pub body: Range<usize>,
}

/// Splits a file that begins with `---`, front matter, `---`.
///
/// # Errors
/// A file without front matter, or with one that is not closed or not YAML, is reported.
pub(crate) fn split(
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Result<Document, Reported> {
    let text = sources.text(file);
    let path = sources.path(file);
    let stem = path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .trim_end_matches(".md")
        .to_owned();
    let Some((front, body)) = find(text) else {
        let first_line = text.lines().next().unwrap_or("").len();
        let origin = Origin::Text {
            file,
            range: 0..first_line,
        };
        return Err(diagnostics.report(
            Diagnostic::new(Code::NO_FRONT_MATTER, origin, "tệp không có phần đầu giữa hai dòng ---")
                .hint("dòng đầu tiên là ---, tiếp theo là các khóa, rồi một dòng --- nữa, sau đó mới đến nội dung"),
        ));
    };
    let node = yaml::parse(file, &text[front.clone()], front.start, diagnostics)?;
    Ok(Document {
        file,
        stem,
        front: node,
        body,
    })
}

/// The bytes of front matter and body.
fn find(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let first = text.lines().next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let start = text.find('\n')? + 1;
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..line_start, line_start + line.len()..text.len()));
        }
        line_start += line.len();
    }
    None
}
