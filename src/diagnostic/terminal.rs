//! Findings for people: the line or the row of the sheet, the place marked, and what to do.

use std::borrow::Cow;
use std::collections::BTreeMap;

use annotate_snippets::AnnotationKind;
use annotate_snippets::Group;
use annotate_snippets::Level;
use annotate_snippets::Origin as Header;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use annotate_snippets::renderer::DecorStyle;

use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Override;
use crate::diagnostic::Severity;
use crate::diagnostic::location;
use crate::diagnostic::location::Locator;
use crate::diagnostic::location::Region;
use crate::source::CellRef;
use crate::source::FileId;
use crate::source::Origin;
use crate::source::Sources;

/// How many findings of one code are shown of a file; the rest are counted.
const SHOWN_PER_CODE: usize = 20;

/// Of a longer line only a piece around the place is drawn, in bytes: before the place and from it on.
const LONGEST_LINE: usize = 2000;
const DRAWN_BEFORE: usize = 200;
const DRAWN: usize = 600;

/// Writes findings, which come in the order in which a reader meets them.
///
/// `colour` asks for ANSI colours. The text ends with a line break unless there is nothing to say.
pub fn render(findings: &[&Diagnostic], sources: &Sources, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut text = String::new();
    let mut locator = Locator::new(sources);
    for of_file in findings.chunk_by(|a, b| a.at.file() == b.at.file()) {
        let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
        for finding in of_file {
            let count = counts.entry(finding.code).or_default();
            *count += 1;
            if *count <= SHOWN_PER_CODE {
                text.push_str(&render_one(finding, sources, &mut locator, &renderer));
                text.push_str("\n\n");
            }
        }
        for (code, count) in counts {
            if let Some(hidden) = count
                .checked_sub(SHOWN_PER_CODE)
                .filter(|hidden| *hidden > 0)
            {
                text.push_str(&format!(
                    "… còn {hidden} phát hiện {code} nữa trong tệp này\n\n"
                ));
            }
        }
    }
    text
}

/// Says which rules are set otherwise than usual, where, and why; nothing where none is.
pub fn settings(overrides: &[Override], sources: &Sources) -> String {
    let mut text = String::new();
    let mut locator = Locator::new(sources);
    for set in overrides {
        let what = match set.severity {
            None => "tắt".to_owned(),
            Some(severity) => format!("đặt là {}", severity.name()),
        };
        let place = locator.locate(&set.at);
        let line = match place.region {
            Region::Text { start, .. } => format!(":{}", start.line),
            Region::File | Region::Cell { .. } => String::new(),
        };
        let (code, path, reason) = (set.code, harmless(place.path), harmless(&set.reason));
        text.push_str(&format!("quy tắc {code} {what} ({path}{line}): {reason}\n"));
    }
    text
}

fn render_one<'a>(
    finding: &'a Diagnostic,
    sources: &'a Sources,
    locator: &mut Locator<'a>,
    renderer: &Renderer,
) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE,
    };
    let title = level
        .with_name(finding.severity.name())
        .primary_title(&*finding.message)
        .id(finding.code.to_string());
    let mut group = match &finding.at {
        Origin::Text { file, range } => text_element(title, sources, locator, *file, range),
        Origin::Cell { file, sheet, cell } => cell_element(title, sources, *file, *sheet, *cell),
        Origin::File(file) => title.element(Header::path(harmless(sources.path(*file)))),
    };
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name("cách sửa").message(harmless(hint)));
    }
    // Between the name of a cell and its row stands no source that was left out, so the sign for
    // that goes.
    let lines = renderer.render(&[group]);
    lines
        .lines()
        .filter(|line| line.trim() != "⸬")
        .collect::<Vec<_>>()
        .join("\n")
}

/// A text with the pictures of control characters in their stead ("␛"): a file's own text must not
/// move the cursor of the terminal that shows it. Titles and sources need no such care, since the
/// renderer takes it.
fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let picture = |c: char| match c {
        '\n' => '\n',
        '\0'..='\x1F' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        _ if c.is_control() => '\u{FFFD}',
        _ => c,
    };
    Cow::Owned(text.chars().map(picture).collect())
}

/// The stretch to mark: on one line, without trailing white space, at least one character.
fn visible(source: &str, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = source.floor_char_boundary(range.start.min(source.len()));
    let end = source.floor_char_boundary(range.end.clamp(start, source.len()));
    let stretch = &source[start..end];
    let first_line = stretch.lines().next().unwrap_or("").trim_end();
    if first_line.is_empty() {
        start..start
    } else {
        start..start + first_line.len()
    }
}

/// The line of a text in which a stretch begins, with the stretch marked. Only that line is handed over to be
/// drawn, since each drawing goes through all that it gets.
fn text_element<'a>(
    title: annotate_snippets::Title<'a>,
    sources: &'a Sources,
    locator: &mut Locator<'a>,
    file: FileId,
    range: &std::ops::Range<usize>,
) -> Group<'a> {
    let source = sources.text(file);
    let path = harmless(sources.path(file));
    let mut marked = visible(source, range);
    // What is missing at the end of a file is shown behind its last word.
    if marked.is_empty() && source[marked.start..].trim().is_empty() {
        let end = source.trim_end().len();
        marked = end..end;
    }
    let at = Origin::Text {
        file,
        range: marked.clone(),
    };
    let Region::Text { start, .. } = locator.locate(&at).region else {
        return title.element(Header::path(path));
    };
    let line_start = source[..marked.start].rfind('\n').map_or(0, |at| at + 1);
    let line = source[line_start..].lines().next().unwrap_or_default();
    let marked = marked.start - line_start..marked.end - line_start;
    if line.len() <= LONGEST_LINE {
        let snippet = Snippet::source(line).line_start(start.line).path(path);
        return title.element(snippet.annotation(AnnotationKind::Primary.span(marked)));
    }
    let from = line.floor_char_boundary(marked.start.saturating_sub(DRAWN_BEFORE));
    let until = line.floor_char_boundary((marked.start + DRAWN).min(line.len()));
    let marked = marked.start - from..marked.end.min(until) - from;
    let header = Header::path(path)
        .line(start.line)
        .char_column(start.column);
    let snippet = Snippet::source(&line[from..until]).line_start(start.line);
    title
        .element(header)
        .element(snippet.annotation(AnnotationKind::Primary.span(marked)))
}

/// A row of a sheet, drawn as one line of "C4: 12 triệu" pieces, with the cell in question marked.
fn cell_element<'a>(
    title: annotate_snippets::Title<'a>,
    sources: &'a Sources,
    file: FileId,
    sheet_idx: usize,
    at: CellRef,
) -> Group<'a> {
    let Some(sheet) = sources
        .workbook(file)
        .and_then(|workbook| workbook.sheets.get(sheet_idx))
    else {
        return title.element(Header::path(harmless(sources.path(file))));
    };
    let path = format!("{} [{}!{at}]", sources.path(file), sheet.name);
    let (line, marked) = location::row_text(sheet, at);
    // The path names sheet and cell; a "line:column" behind it would only mislead, so the place
    // is given as an origin of its own and the row as a snippet without a path.
    title
        .element(Header::path(harmless(&path).into_owned()))
        .element(
            Snippet::source(line)
                .line_start(at.row as usize + 1)
                .annotation(AnnotationKind::Primary.span(marked)),
        )
}
