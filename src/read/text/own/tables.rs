//! Lines between bars (Markdown), or parted by tabs (pasted from Word or Excel) → a table.
//!
//! What stands between bars or tabs is what the cell says, letter by letter. Bars without a line of dashes are
//! a table only where all lines have as many cells, else they are letters. A row of another number of cells
//! than the head is told of: its figures may stand under the wrong name.

use super::Line;
use super::inlines::inlines;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::Alignment;
use crate::model::Grid;
use crate::model::ListMark;
use crate::read::text::Place;
use crate::source::Origin;

/// More columns than these no page holds: then they are letters.
const MOST_COLUMNS: usize = 24;

/// Columns of no longer cells than these have them in the middle.
const SHORT: usize = 3;

/// How the cells of a table are parted.
enum Parting {
    /// By bars, with a line of dashes below the head, which may say how each column stands.
    Ruled(Vec<Option<Alignment>>),
    /// By bars, also at both ends of each line.
    Barred,
    /// By tabs.
    Tabbed,
}

impl Parting {
    /// How the lines are parted, where they begin a table.
    fn of(lines: &[Line<'_>]) -> Option<Self> {
        let (head, next) = (lines.first()?, lines.get(1)?);
        let rule = rule(next.text).filter(|rule| {
            let n_cells = barred(head.text).len();
            head.text.contains('|') && rule.len() == n_cells
        });
        if let Some(rule) = rule {
            return Some(Self::Ruled(rule));
        }
        let both = |is_row: fn(&Line<'_>) -> bool| is_row(head) && is_row(next);
        if both(is_barred) {
            Some(Self::Barred)
        } else if both(is_tabbed) {
            Some(Self::Tabbed)
        } else {
            None
        }
    }

    fn is_row(&self, line: &Line<'_>) -> bool {
        match self {
            Self::Ruled(_) => line.text.contains('|'),
            Self::Barred => is_barred(line),
            Self::Tabbed => is_tabbed(line),
        }
    }

    fn cells<'a>(&self, line: &Line<'a>) -> Vec<&'a str> {
        match self {
            Self::Ruled(_) | Self::Barred => barred(line.text),
            Self::Tabbed => line.raw.split('\t').map(str::trim).collect(),
        }
    }
}

/// The table that begins with the first of these lines, and how many of them it takes; without a table, how
/// many lines are letters though they are parted like one.
pub(super) fn read(
    lines: &[Line<'_>],
    place: Place<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<(Option<Grid>, usize)> {
    let parting = Parting::of(lines)?;
    let n_lines = lines.iter().take_while(|line| parting.is_row(line)).count();
    let mut rows = lines[..n_lines].iter();
    let head = parting.cells(rows.next()?);
    if let Parting::Ruled(_) = parting {
        rows.next();
    }
    let body: Vec<_> = rows.map(|line| (line, parting.cells(line))).collect();
    let n_cells = body.iter().map(|(_, cells)| cells.len());
    let n_columns = n_cells.chain([head.len()]).max()?;
    let uneven = body.iter().find(|(_, cells)| cells.len() != head.len());
    match (&parting, uneven) {
        _ if !(2..=MOST_COLUMNS).contains(&n_columns) => return Some((None, n_lines)),
        (Parting::Barred, Some(_)) => return Some((None, n_lines)),
        (_, Some((line, cells))) => {
            let at = place.at(line.at..line.at + line.text.len());
            let message = format!(
                "dòng này của bảng có {} ô, dòng tiêu đề có {} ô",
                cells.len(),
                head.len()
            );
            let hint = "thêm hoặc bớt ô cho đủ cột; ô trống vẫn phải có dấu ngăn";
            diagnostics.report(Diagnostic::new(Code::UNEVEN_ROW, at, message).hint(hint));
        }
        _ => {}
    }
    let stated = match parting {
        Parting::Ruled(rule) => rule,
        Parting::Barred | Parting::Tabbed => Vec::new(),
    };
    let columns = (0..n_columns).map(|index| {
        let cells = body.iter().filter_map(|(_, cells)| cells.get(index));
        let stated = stated.get(index).copied().flatten();
        stated.unwrap_or_else(|| alignment(cells.copied()))
    });
    let columns = columns.collect();
    let filled = |cells: &[&str]| {
        let mut cells: Vec<_> = cells.iter().map(|cell| inlines(cell)).collect();
        cells.resize(n_columns, Vec::new());
        cells
    };
    let grid = Grid {
        columns,
        head: filled(&head),
        rows: body.iter().map(|(_, cells)| filled(cells)).collect(),
    };
    Some((Some(grid), n_lines))
}

/// Warns of a line parted by tabs that stands alone: they would have made columns.
pub(super) fn check_tabs(line: &Line<'_>, place: Place<'_>, diagnostics: &mut Diagnostics) {
    if is_tabbed(line) && line.text.contains('\t') {
        let at = place.at(line.at..line.at + line.text.len());
        // A tab that nobody typed, of an escape in quotes, is told of as such.
        if matches!(&at, Origin::Text { range, .. } if range.len() != line.text.len()) {
            return;
        }
        let message = "dòng này có dấu Tab ngăn các cột, khi in chỉ còn dấu cách";
        let hint = "muốn có bảng thì mọi dòng của bảng, kể cả dòng tiêu đề, phải liền nhau và có dấu Tab; hoặc ngăn các ô bằng dấu |";
        diagnostics.report(Diagnostic::new(Code::UNEVEN_ROW, at, message).hint(hint));
    }
}

/// Whether bars stand at both ends of a line and at least one between.
fn is_barred(line: &Line<'_>) -> bool {
    let inside = line.text.strip_prefix('|');
    let inside = inside.and_then(|rest| rest.strip_suffix('|'));
    inside.is_some_and(|inside| inside.contains('|'))
}

/// Whether tabs part a line, and not only a mark from its item.
fn is_tabbed(line: &Line<'_>) -> bool {
    let n_tabs = line.raw.matches('\t').count();
    let is_item = n_tabs == 1 && ListMark::read(line.text).is_some();
    n_tabs > 0 && !line.text.is_empty() && !is_item
}

/// The cells between bars; those at the ends belong to no cell.
fn barred(line: &str) -> Vec<&str> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    line.split('|').map(str::trim).collect()
}

/// How the columns stand, where this is the line of dashes below a head: `|:---|---:|`.
fn rule(line: &str) -> Option<Vec<Option<Alignment>>> {
    if !line.contains('|') {
        return None;
    }
    let cells = barred(line);
    cells.into_iter().map(dashes).collect()
}

fn dashes(cell: &str) -> Option<Option<Alignment>> {
    let (left, right) = (cell.starts_with(':'), cell.ends_with(':'));
    let bare = cell.trim_matches(':');
    let is_rule = !bare.is_empty() && bare.chars().all(|letter| matches!(letter, '-' | '–' | '—'));
    is_rule.then_some(match (left, right) {
        (true, true) => Some(Alignment::Center),
        (true, false) => Some(Alignment::Left),
        (false, true) => Some(Alignment::Right),
        (false, false) => None,
    })
}

/// How a column of these cells stands where nothing says so: short cells in the middle, figures flush
/// right.
fn alignment<'a>(cells: impl Iterator<Item = &'a str>) -> Alignment {
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let is_short = |cell: &&str| cell.chars().count() <= SHORT;
    let is_figure = |cell: &&str| {
        let mut letters = cell.chars();
        letters.all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%' | ' '))
    };
    match &cells[..] {
        [] => Alignment::Left,
        cells if cells.iter().all(is_short) => Alignment::Center,
        cells if cells.iter().all(is_figure) => Alignment::Right,
        _ => Alignment::Left,
    }
}
