//! Letters with marks that Unicode does not compose ("ư̆" of Ê Đê and Gia Rai names), so that they are
//! copied and read aloud once, and within their word.
//!
//! typst draws such a letter as glyphs that share one stretch of the text. Where a mark stands higher than
//! its letter, it ends the run of text, and mark and letter each carry the whole stretch: what is copied
//! has the letter twice (typst/typst#8767). Here they come together again, which the PDF then holds as
//! one stretch with its text (`ActualText`). Behind the mark, which is drawn over the letter, nothing
//! would say that the letter ends only further on, and the rest of the word would seem to stand apart:
//! a glyph without ink is set there.

use typst::layout::Abs;
use typst::layout::Em;
use typst::layout::Frame;
use typst::layout::FrameItem;
use typst::layout::Point;
use typst::text::Glyph;
use typst::text::TextItem;
use typst_layout::Page;
use typst_layout::PagedDocument;

/// The sign whose glyph has neither ink nor width.
const NOTHING: char = '\u{200b}';

/// The same document, every letter in one run with its marks.
pub(super) fn join(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has_marks(&page.frame)) {
        return document;
    }
    let mut document = document;
    let info = document.info_mut().clone();
    let pages = document.pages().iter().cloned();
    let pages = pages.map(|mut page: Page| {
        join_frame(&mut page.frame);
        page
    });
    PagedDocument::new(pages.collect(), info)
}

/// Whether a frame has letters that several glyphs draw.
fn has_marks(frame: &Frame) -> bool {
    let mut before = None;
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_marks(&group.frame),
        FrameItem::Text(run) => {
            let is_marks = before
                .replace(run)
                .is_some_and(|before| goes_on(before, run));
            is_marks || run.glyphs.windows(2).any(is_one_letter)
        }
        _ => false,
    })
}

/// Whether two glyphs draw one letter.
fn is_one_letter(glyphs: &[Glyph]) -> bool {
    matches!(glyphs, [one, other] if one.range == other.range)
}

/// Whether a run is marks of the letter that the run before it ends with.
fn goes_on(before: &TextItem, after: &TextItem) -> bool {
    let (Some(letter), Some(mark)) = (before.glyphs.last(), after.glyphs.first()) else {
        return false;
    };
    let is_mark = |glyph: &Glyph| glyph.range == mark.range && glyph.x_advance == Em::zero();
    // The same stretch of the same text, which takes no more room on the line.
    letter.span == mark.span
        && after.glyphs.iter().all(is_mark)
        && before.text.get(letter.range()) == after.text.get(mark.range())
        && (&before.font, before.size, &before.fill) == (&after.font, after.size, &after.fill)
}

fn join_frame(frame: &mut Frame) {
    if !has_marks(frame) {
        return;
    }
    let mut items: Vec<(Point, FrameItem)> = Vec::new();
    // How high the letter stands to which marks are joined.
    let mut line = Abs::zero();
    for (at, item) in frame.items().cloned() {
        match (items.last_mut(), item) {
            (Some((_, FrameItem::Text(last))), FrameItem::Text(run)) if goes_on(last, &run) => {
                add_marks(last, run, line - at.y);
            }
            (_, mut item) => {
                if let FrameItem::Group(group) = &mut item {
                    join_frame(&mut group.frame);
                }
                line = at.y;
                items.push((at, item));
            }
        }
    }
    let mut next = None;
    for (_, item) in items.iter_mut().rev() {
        if let FrameItem::Text(run) = item {
            end_letters(run, next);
            next = run.text.chars().next();
        }
    }
    frame.clear();
    frame.push_multiple(items);
}

/// Adds marks to the run of their letter; they stand higher by `rise`.
fn add_marks(run: &mut TextItem, marks: TextItem, rise: Abs) {
    let Some(letter) = run.glyphs.last().map(|glyph| glyph.range.clone()) else {
        return;
    };
    let higher = Em::from_abs(rise, run.size);
    run.glyphs
        .extend(marks.glyphs.into_iter().map(|glyph| Glyph {
            y_offset: glyph.y_offset + higher,
            range: letter.clone(),
            ..glyph
        }));
}

/// Sets the glyph without ink where letters of several glyphs end within a word; `next` is what stands
/// behind the run, where that is known.
fn end_letters(run: &mut TextItem, next: Option<char>) {
    let Some(nothing) = run.font.ttf().glyph_index(NOTHING) else {
        return;
    };
    let text = run.text.clone();
    let is_blank = |letter: Option<char>| letter.is_some_and(char::is_whitespace);
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(run.glyphs.len());
    let mut rest = run.glyphs.drain(..).peekable();
    while let Some(glyph) = rest.next() {
        let is_mark = glyphs.last().is_some_and(|last| last.range == glyph.range);
        let end = match rest.peek() {
            Some(behind) if behind.range == glyph.range => None,
            Some(behind) => Some(
                text.get(behind.range())
                    .and_then(|text| text.chars().next()),
            ),
            None => Some(next),
        };
        let closing = Glyph {
            id: nothing.0,
            x_advance: Em::zero(),
            x_offset: Em::zero(),
            y_offset: Em::zero(),
            ..glyph.clone()
        };
        glyphs.push(glyph);
        if is_mark && end.is_some_and(|behind| !is_blank(behind)) {
            glyphs.push(closing);
        }
    }
    drop(rest);
    run.glyphs = glyphs;
}
