//! A chart → its SVG: where each group, bar and text stands.

use std::fmt::Write;

use super::Chart;
use super::scale::Scale;
use crate::model::vietnamese;

/// The width of a chart, where its texts leave the bars enough of it.
const WIDTH: i64 = 640;

/// The least width of the longest bar.
const LEAST_BAR: i64 = 160;

/// The size of the letters, and more than any of them takes on average in any font.
const LETTER: i64 = 14;
const LETTER_WIDTH: i64 = 8;

/// The letters of a group's name are bold.
const BOLD_WIDTH: i64 = 9;

const BAR_HEIGHT: i64 = 14;
const ROW: i64 = 20;
const GROUP_GAP: i64 = 10;
const GAP: i64 = 8;
const AXIS: i64 = 28;

const INK: &str = "#1c1f24";
const QUIET: &str = "#565e69";
const LINE: &str = "#c9ced6";

/// The widths of a chart's columns: names of groups, names of bars, bars, amounts.
struct Columns {
    bars_from: i64,
    bars: i64,
    width: i64,
}

impl Columns {
    fn new(chart: &Chart<'_>) -> Self {
        let bars = || chart.groups.iter().flat_map(|group| &group.bars);
        let groups = widest(chart.groups.iter().map(|group| &*group.name), BOLD_WIDTH);
        let names = widest(bars().map(|bar| &*bar.name), LETTER_WIDTH);
        let amounts = bars().map(|bar| vietnamese::figure(bar.amount));
        let amounts: Vec<String> = amounts.collect();
        let amounts = widest(amounts.iter().map(String::as_str), LETTER_WIDTH);
        // Below them stand the unit and half of the axis's last figure.
        let units = widest(chart.units.iter().map(String::as_str), LETTER_WIDTH);
        let amounts = amounts.max(units + 5 * LETTER_WIDTH);
        let bars_from = groups + 2 * GAP + names + GAP;
        let bars = (WIDTH - bars_from - GAP - amounts).max(LEAST_BAR);
        Self {
            bars_from,
            bars,
            width: bars_from + bars + GAP + amounts,
        }
    }
}

fn widest<'a>(texts: impl Iterator<Item = &'a str>, letter: i64) -> i64 {
    let letters = texts.map(|text| text.chars().count()).max().unwrap_or(0);
    i64::try_from(letters).unwrap_or(0) * letter
}

/// Draws a chart; none where every amount is nothing.
pub(crate) fn draw(chart: &Chart<'_>) -> Option<String> {
    let columns = Columns::new(chart);
    let bars = chart.groups.iter().flat_map(|group| &group.bars);
    let scale = Scale::new(bars.map(|bar| bar.amount.exact().amount()), columns.bars)?;
    let mut drawing = String::new();
    let mut y = 0;
    for (index, group) in chart.groups.iter().enumerate() {
        if index > 0 {
            y += GROUP_GAP / 2;
            line(&mut drawing, (0, y), (columns.width, y), LINE);
            y += GROUP_GAP / 2;
        }
        let style = format!(r#" font-weight="bold" fill="{INK}""#);
        text(&mut drawing, (0, y + BAR_HEIGHT), &style, &group.name);
        for bar in &group.bars {
            let amount = bar.amount.exact().amount();
            let length = scale.length(amount);
            let baseline = y + BAR_HEIGHT;
            let style = format!(r#" text-anchor="end" fill="{INK}""#);
            let at = (columns.bars_from - GAP, baseline);
            text(&mut drawing, at, &style, &bar.name);
            if length > 0 {
                put(
                    &mut drawing,
                    format_args!(
                        r#"<rect x="{}" y="{}" width="{length}" height="{BAR_HEIGHT}" fill="{}"/>"#,
                        columns.bars_from,
                        y + (ROW - BAR_HEIGHT) / 2,
                        bar.shade.colour()
                    ),
                );
            }
            let at = (columns.bars_from + length + GAP, baseline);
            let style = format!(r#" fill="{INK}""#);
            let figure = vietnamese::figure(bar.amount);
            text(&mut drawing, at, &style, &figure);
            y += ROW;
        }
    }
    axis(&mut drawing, chart, &columns, scale, y);
    let mut svg = String::new();
    let id = escaped(chart.id);
    put(
        &mut svg,
        format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{id}-ten {id}-mo-ta" font-size="{LETTER}"><title id="{id}-ten">{}</title><desc id="{id}-mo-ta">{}</desc>{drawing}</svg>"#,
            columns.width,
            y + AXIS,
            escaped(chart.title),
            escaped(chart.description)
        ),
    );
    Some(svg)
}

/// The line that the bars begin at, and the marks below them.
fn axis(drawing: &mut String, chart: &Chart<'_>, columns: &Columns, scale: Scale, y: i64) {
    let (from, to) = (columns.bars_from, columns.bars_from + columns.bars);
    line(drawing, (from, 0), (from, y + 2), QUIET);
    line(drawing, (from, y + 2), (to, y + 2), QUIET);
    let (marks, unit) = scale.marks(LETTER_WIDTH, chart.unit);
    let baseline = y + 8 + LETTER;
    let style = format!(r#" text-anchor="middle" fill="{QUIET}""#);
    let mut last = from;
    for (amount, figure) in marks {
        let x = from + if amount > 0 { scale.length(amount) } else { 0 };
        line(drawing, (x, y + 2), (x, y + 7), QUIET);
        text(drawing, (x, baseline), &style, &figure);
        last = x + widest(std::iter::once(&*figure), LETTER_WIDTH) / 2;
    }
    let style = format!(r#" font-style="italic" fill="{QUIET}""#);
    let unit = chart.units.get(unit).map_or("", String::as_str);
    text(drawing, ((last + GAP).max(to), baseline), &style, unit);
}

fn line(drawing: &mut String, from: (i64, i64), to: (i64, i64), colour: &str) {
    put(
        drawing,
        format_args!(
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{colour}"/>"#,
            from.0, from.1, to.0, to.1
        ),
    );
}

fn text(drawing: &mut String, at: (i64, i64), style: &str, text: &str) {
    let text = escaped(text);
    put(
        drawing,
        format_args!(r#"<text x="{}" y="{}"{style}>{text}</text>"#, at.0, at.1),
    );
}

/// Writing to a text cannot fail.
fn put(text: &mut String, piece: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(piece);
}

/// A text as XML has it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
