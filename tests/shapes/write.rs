//! How the rows of a shape are written.

use super::draw::Book;
use super::draw::Cell;
use super::draw::Sheet;
use super::draw::amount;
use super::draw::texts;
use super::lines;
use super::lines::Entry;
use super::lines::Line;
use super::lines::SOURCES;
use super::random::Random;
use super::shapes::HEAD;
use super::shapes::MILLION;

/// The row of a line, in a unit.
pub(crate) fn row(index: usize, line: &Line, unit: i64) -> Vec<Cell> {
    let number = i64::try_from(index + 1).expect("a number");
    vec![
        number.into(),
        line.row.into(),
        line.component.into(),
        line.description.clone().into(),
        line.unit.into(),
        line.quantity.into(),
        amount(line.price, unit),
        amount(line.amount(), unit),
        line.kind.0.into(),
        line.year.into(),
        line.source.0.into(),
        Cell::Empty,
    ]
}

/// The rows of lines below their head.
pub(crate) fn table(lines: &[Line], unit: i64) -> Vec<Vec<Cell>> {
    let rows = lines
        .iter()
        .enumerate()
        .map(|(index, line)| row(index, line, unit));
    std::iter::once(texts(&HEAD)).chain(rows).collect()
}

pub(crate) fn entries(lines: &[Line]) -> Vec<Entry> {
    lines.iter().map(Line::entry).collect()
}

/// A text in a column, with nothing before it.
pub(crate) fn at(column: usize, text: &str) -> Vec<Cell> {
    let mut row = vec![Cell::Empty; column];
    row.push(text.into());
    row
}

/// A row that states an amount.
pub(crate) fn sum(text: &str, dong: i64) -> Vec<Cell> {
    let mut row = at(3, text);
    row.extend([Cell::Empty, Cell::Empty, Cell::Empty, dong.into()]);
    row
}

pub(crate) fn total(lines: &[Line]) -> i64 {
    lines.iter().map(Line::amount).sum()
}

/// A table in millions with a text somewhere that says so.
pub(crate) fn stated(random: &mut Random, place: impl Fn(&mut Vec<Sheet>)) -> (Book, Vec<Entry>) {
    let lines = lines::some(random);
    let mut sheets = vec![Sheet::new("Dự toán", table(&lines, MILLION))];
    place(&mut sheets);
    (Book(sheets), entries(&lines))
}

/// A table in đồng whose rows are changed.
pub(crate) fn changed(
    random: &mut Random,
    change: impl Fn(&mut Sheet, &[Line]),
) -> (Book, Vec<Entry>) {
    let lines = lines::some(random);
    let mut sheet = Sheet::new("Dự toán", table(&lines, 1));
    change(&mut sheet, &lines);
    (Book(vec![sheet]), entries(&lines))
}

/// A figure as a text with dots.
pub(crate) fn dotted(dong: i64) -> String {
    let digits = dong.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Writes every amount of the lines anew.
pub(crate) fn amounts(sheet: &mut Sheet, lines: &[Line], write: impl Fn(i64) -> Cell) {
    for (row, line) in sheet.rows.iter_mut().skip(1).zip(lines) {
        row[6] = write(line.price);
        row[7] = write(line.amount());
    }
}

/// A table whose amounts are spread over columns by `spread`, which gives the head's last columns and,
/// for each line, the cells and what must come out.
pub(crate) fn annex(
    random: &mut Random,
    heads: &[&[&str]],
    spread: impl Fn(&mut Random, &Line) -> (Vec<i64>, Vec<Entry>),
) -> (Book, Vec<Entry>) {
    let lines = lines::some(random);
    let mut rows = Vec::new();
    let base = &HEAD[..9];
    for (index, head) in heads.iter().enumerate() {
        let mut row = if index == 0 {
            texts(base)
        } else {
            vec![Cell::Empty; base.len()]
        };
        row.extend(texts(head));
        rows.push(row);
    }
    let mut wanted = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let (cells, own) = spread(random, line);
        let mut drawn = row(index, line, 1);
        drawn.truncate(9);
        drawn.extend(cells.into_iter().map(|dong| {
            match dong {
                0 => Cell::Empty,
                // A source by its place.
                ..0 => SOURCES[usize::try_from(-1 - dong).expect("a source")]
                    .0
                    .into(),
                _ => dong.into(),
            }
        }));
        rows.push(drawn);
        wanted.extend(own);
    }
    (Book::of(rows), wanted)
}

/// A part of an amount, in whole thousands, at times all or nothing of it.
pub(crate) fn part(random: &mut Random, whole: i64) -> i64 {
    match random.below(4) {
        0 => 0,
        1 => whole,
        _ => {
            let thousands = usize::try_from(whole / 1_000).expect("an amount");
            i64::try_from(random.below(thousands)).expect("an amount") * 1_000
        }
    }
}

/// The entries of a line's shares that are not nothing.
pub(crate) fn shares(line: &Line, shares: &[(i32, usize, i64)]) -> Vec<Entry> {
    let some = shares.iter().filter(|(.., dong)| *dong > 0);
    some.map(|(year, source, dong)| line.share(*year, SOURCES[*source].1, *dong))
        .collect()
}
