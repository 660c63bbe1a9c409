//! A chart as it is drawn: its bars, figures and words held against what they must say, and that no two
//! texts meet, whatever the amounts.

use roxmltree::Document;
use roxmltree::Node;

use crate::estimate;

/// The drawings of a page, in their order.
pub(crate) fn drawings(html: &str) -> Vec<&str> {
    let starts = html.match_indices("<svg ");
    starts
        .map(|(start, _)| {
            let end = html[start..].find("</svg>").expect("its end");
            &html[start..start + end + "</svg>".len()]
        })
        .collect()
}

pub(super) fn number(node: Node<'_, '_>, attribute: &str) -> i128 {
    let value = node.attribute(attribute).expect("a coordinate");
    value.parse().expect("a whole number")
}

/// A bar: the group that it stands in, its name, where and how long it is, the figure beside it.
#[derive(Debug)]
pub(crate) struct Bar {
    pub(crate) group: String,
    pub(crate) name: String,
    from: i128,
    length: i128,
    pub(crate) figure: String,
}

/// The bars of a drawing from the top.
pub(crate) fn bars(svg: &Document<'_>) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    let mut group = String::new();
    for node in svg.root_element().children() {
        let text = node.text().unwrap_or_default().to_owned();
        match node.tag_name().name() {
            "text" if node.attribute("font-weight") == Some("bold") => group = text,
            "text" if node.attribute("text-anchor") == Some("end") => bars.push(Bar {
                group: group.clone(),
                name: text,
                from: 0,
                length: 0,
                figure: String::new(),
            }),
            "rect" => {
                let bar = bars.last_mut().expect("a name before it");
                bar.from = number(node, "x");
                bar.length = number(node, "width");
            }
            "text" if !node.has_attribute("text-anchor") && !node.has_attribute("font-style") => {
                bars.last_mut().expect("a name before it").figure = text;
            }
            _ => {}
        }
    }
    bars
}

/// Holds the bars against what they must show: group, name, amount.
pub(super) fn hold(svg: &str, expected: &[(String, String, i64)], what: &str) {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{what}: {error}"));
    let bars = bars(&document);
    let seen: Vec<(&str, &str, &str)> = bars
        .iter()
        .map(|bar| (&*bar.group, &*bar.name, &*bar.figure))
        .collect();
    let figures: Vec<String> = expected
        .iter()
        .map(|(.., amount)| estimate::shown(*amount).replace('-', "0"))
        .collect();
    let wanted: Vec<(&str, &str, &str)> = expected
        .iter()
        .zip(&figures)
        .map(|((group, name, _), figure)| (&**group, &**name, &**figure))
        .collect();
    assert_eq!(seen, wanted, "{what}");
    let largest = i128::from(
        expected
            .iter()
            .map(|(.., amount)| *amount)
            .max()
            .unwrap_or(0),
    );
    let longest = bars.iter().map(|bar| bar.length).max().unwrap_or(0);
    assert!(longest >= 160, "{what}: {longest}");
    for (bar, (.., amount)) in bars.iter().zip(expected) {
        let apart = bar.length * largest - i128::from(*amount) * longest;
        assert!(apart.abs() <= largest, "{what}: {bar:?} shows {amount}");
        assert_eq!(bar.length > 0, *amount > 0, "{what}: {bar:?}");
    }
    let froms: Vec<i128> = bars
        .iter()
        .filter(|bar| bar.length > 0)
        .map(|bar| bar.from)
        .collect();
    assert!(froms.windows(2).all(|pair| pair[0] == pair[1]), "{what}");
    hold_words(&document, &figures, what);
    hold_apart(&document, what);
}

/// The drawing says in words what it shows.
fn hold_words(svg: &Document<'_>, figures: &[String], what: &str) {
    let root = svg.root_element();
    assert_eq!(root.attribute("role"), Some("img"), "{what}");
    let named = root.attribute("aria-labelledby").expect("names");
    let words: Vec<&str> = named
        .split(' ')
        .map(|id| {
            let node = svg
                .descendants()
                .find(|node| node.attribute("id") == Some(id));
            node.and_then(|node| node.text()).expect("words")
        })
        .collect();
    let [title, description] = words.as_slice() else {
        panic!("{what}: a title and a description");
    };
    assert!(description.starts_with(title), "{what}");
    let mut from = 0;
    for figure in figures {
        let place = description[from..].find(&format!(" {figure} đồng"));
        from += place.unwrap_or_else(|| panic!("{what}: {figure} in {description}"));
    }
}

/// No text meets another one or leaves the drawing, in letters as wide as the widest usual face has
/// them (0.58 of their size, DejaVu Sans; bold a tenth wider).
fn hold_apart(svg: &Document<'_>, what: &str) {
    let root = svg.root_element();
    let size = number(root, "font-size");
    let view: Vec<i128> = root
        .attribute("viewBox")
        .expect("a size")
        .split(' ')
        .map(|number| number.parse().expect("a whole number"))
        .collect();
    let texts: Vec<(i128, i128, i128, &str)> = root
        .children()
        .filter(|node| node.has_tag_name("text"))
        .map(|node| {
            let text = node.text().expect("a text");
            let letter = if node.attribute("font-weight") == Some("bold") {
                64
            } else {
                57
            };
            let letters = i128::try_from(text.chars().count()).expect("a length");
            let width = letters * size * letter / 100;
            let x = number(node, "x");
            let from = match node.attribute("text-anchor") {
                Some("end") => x - width,
                Some("middle") => x - width / 2,
                _ => x,
            };
            (from, from + width, number(node, "y"), text)
        })
        .collect();
    for (index, one) in texts.iter().enumerate() {
        let inside = one.0 >= 0 && one.1 <= view[2] && one.2 >= size && one.2 <= view[3];
        assert!(inside, "{what}: {one:?} leaves {view:?}");
        for other in &texts[index + 1..] {
            let apart = one.1 < other.0 || other.1 < one.0 || (one.2 - other.2).abs() >= size;
            assert!(apart, "{what}: {one:?} meets {other:?}");
        }
    }
}
