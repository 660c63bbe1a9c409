//! What the elements of a workbook's parts say.

use quick_xml::events::BytesStart;

/// Whether it is an element of this name, in whatever namespace.
pub(super) fn is(element: &BytesStart<'_>, name: &str) -> bool {
    element.local_name().as_ref() == name
}

/// What an attribute says.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(found.value.as_ref()).ok()?;
    Some(value.into_owned())
}

/// The whole number that an attribute says.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says that something is so.
pub(super) fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true"))
}

/// Adds a stretch, which joins the one before it where it goes on.
pub(super) fn add(stretches: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match stretches.last_mut() {
        Some((_, end)) if end.checked_add(1) == Some(first) => *end = last,
        _ => stretches.push((first, last)),
    }
}
