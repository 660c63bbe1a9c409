//! What an .xlsx file says beside the cells of a sheet: at the head and the foot of the printed page, in comments and
//! in boxes of text. Of what cannot be read nothing is known; the sheet itself is read all the same.

use quick_xml::events::Event;
use unicode_normalization::UnicodeNormalization;

use super::Unfit;
use super::xlsx_sheet::Xml;
use super::xml::attribute;
use super::xml::is;
use crate::source::Aside;
use crate::source::AsidePlace;
use crate::source::CellRef;

/// No more letters are kept of one text, and no more texts of a sheet.
const MOST_LETTERS: usize = 2_000;
const MOST_ASIDES: usize = 1_000;

/// What the head or the foot of the printed page says, up to the end of its element: one text for left, middle and
/// right.
pub(super) fn of_page(
    xml: &mut Xml<'_>,
    end: &str,
    place: AsidePlace,
    asides: &mut Vec<Aside>,
) -> Result<(), Unfit> {
    let mut buffer = Vec::new();
    let mut text = String::new();
    loop {
        buffer.clear();
        match xml
            .read_event_into(&mut buffer)
            .map_err(|_| Unfit::Broken)?
        {
            Event::End(element) if element.local_name().as_ref() == end => break,
            Event::Eof => return Err(Unfit::Broken),
            event => add_text(&event, &mut text),
        }
    }
    for text in without_codes(&text) {
        add(asides, place, &text);
    }
    Ok(())
}

/// What the comments of a part say.
pub(super) fn of_comments(xml: &mut Xml<'_>, asides: &mut Vec<Aside>) {
    let mut buffer = Vec::new();
    let (mut at, mut text, mut is_text) = (None, String::new(), false);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if is(&element, "comment") => {
                at = attribute(&element, "ref").and_then(|name| CellRef::named(&name));
                text.clear();
            }
            Ok(Event::Start(element)) if is(&element, "t") => is_text = true,
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "t" => is_text = false,
                "comment" => {
                    if let Some(at) = at.take() {
                        add(asides, AsidePlace::Comment(at), &text);
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return,
            Ok(event) if is_text => add_text(&event, &mut text),
            Ok(_) => {}
        }
    }
}

/// What the boxes of a drawing say, a paragraph a text.
pub(super) fn of_drawing(xml: &mut Xml<'_>, asides: &mut Vec<Aside>) {
    let mut buffer = Vec::new();
    let (mut text, mut is_text) = (String::new(), false);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if is(&element, "t") => is_text = true,
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "t" => is_text = false,
                "p" => add(asides, AsidePlace::TextBox, &std::mem::take(&mut text)),
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return,
            Ok(event) if is_text => add_text(&event, &mut text),
            Ok(_) => {}
        }
    }
}

fn add(asides: &mut Vec<Aside>, place: AsidePlace, text: &str) {
    for line in text.lines().map(str::trim) {
        if !line.is_empty() && asides.len() < MOST_ASIDES {
            let text = line.nfc().collect();
            asides.push(Aside { place, text });
        }
    }
}

/// Adds what an event holds of a text.
fn add_text(event: &Event<'_>, text: &mut String) {
    if text.len() >= MOST_LETTERS {
        return;
    }
    match event {
        Event::Text(own) => text.push_str(own.as_ref()),
        Event::CData(own) => text.push_str(own.as_ref()),
        Event::GeneralRef(name) => match name.as_ref() {
            "amp" => text.push('&'),
            "lt" => text.push('<'),
            "gt" => text.push('>'),
            "quot" => text.push('"'),
            "apos" => text.push('\''),
            _ => text.extend(name.resolve_char_ref().ok().flatten()),
        },
        _ => {}
    }
}

/// The texts of a page's head or foot without the codes for their place and look: `&C&"Arial,Bold"&12Phụ lục&RTrang &P`.
fn without_codes(text: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let last = texts.len() - 1;
        if letter != '&' {
            texts[last].push(letter);
            continue;
        }
        match letters.next() {
            Some('&') => texts[last].push('&'),
            Some('L' | 'C' | 'R') => texts.push(String::new()),
            Some('"') => while letters.next().is_some_and(|letter| letter != '"') {},
            Some('K') => {
                let is_colour = |letter: &char| letter.is_ascii_hexdigit();
                for _ in 0..6 {
                    letters.next_if(is_colour);
                }
            }
            Some(digit) if digit.is_ascii_digit() => {
                while letters.next_if(char::is_ascii_digit).is_some() {}
            }
            _ => {}
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::without_codes;

    #[test]
    fn codes_of_pages_fall_away() {
        for (text, wanted) in [
            ("&RĐVT: nghìn đồng", &["", "ĐVT: nghìn đồng"][..]),
            (
                "&L&\"Arial,Bold\"&12Phụ lục&C&K00FF00A &&  B&RTrang &P",
                &["", "Phụ lục", "A &  B", "Trang "],
            ),
            ("Phụ lục", &["Phụ lục"]),
            ("&", &[""]),
        ] {
            assert_eq!(without_codes(text), wanted, "{text}");
        }
    }
}
