//! Lines that are there twice: one by one, or a whole sheet of them, such as an old version beside the
//! new one by its lines or by its name, or as their sums on a sheet of its own.

mod summaries;
mod versions;

use std::collections::BTreeSet;

use foldhash::HashSet;
use summaries::summaries;
use versions::versions;

use super::Finding;
use super::Index;
use super::Subject;
use super::size::is_far;
use super::size::parts;
use crate::model::BudgetRowId;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::Estimate;
use crate::model::FundingSource;
use crate::model::Sum;
use crate::model::TableRead;
use crate::model::vietnamese;
use crate::source::Origin;

/// From so many lines on that two sheets have in common, one is taken for a copy of the other.
const FEW: usize = 3;

/// What a line pays for, whose and when: all but the amount.
type Purpose<'a> = (
    usize,
    &'a BudgetRowId,
    Option<&'a str>,
    CostKind,
    i32,
    FundingSource,
);

/// What the line of a number pays for; its words are told by their number.
fn purpose<'a>((number, line): (usize, &'a CostLine), index: &Index<'_>) -> Purpose<'a> {
    (
        index.wordings[number],
        &line.row,
        line.component.as_deref(),
        line.kind,
        line.year,
        line.source,
    )
}

/// A sheet with the lines of all its tables.
struct SheetRead<'a> {
    first: &'a TableRead,
    /// With their numbers in the estimate.
    lines: Vec<(usize, &'a CostLine)>,
}

fn sheets(estimate: &Estimate) -> Vec<SheetRead<'_>> {
    let number = |at: &Origin| match at {
        Origin::Cell { sheet, .. } => Some(*sheet),
        Origin::Text { .. } | Origin::File(_) => None,
    };
    let mut sheets: Vec<SheetRead<'_>> = Vec::new();
    let mut numbers = 0..;
    for (table, lines) in parts(estimate) {
        let lines = numbers.by_ref().zip(lines);
        match sheets.last_mut() {
            Some(sheet) if number(&sheet.first.at) == number(&table.at) => {
                sheet.lines.extend(lines);
            }
            _ => sheets.push(SheetRead {
                first: table,
                lines: lines.collect(),
            }),
        }
    }
    sheets
}

/// A sheet that repeats an earlier one.
struct Copied<'a> {
    earlier: SheetLines<'a>,
    later: SheetLines<'a>,
}

/// The lines of a sheet that stand in another one, too.
struct SheetLines<'a> {
    table: &'a TableRead,
    lines: Vec<&'a CostLine>,
}

impl SheetLines<'_> {
    fn sum(&self) -> Sum {
        Sum::of(self.lines.iter().map(|line| line.amount))
    }
}

/// The sheets that repeat an earlier one: four fifths of the lines of the shorter of the two pay for
/// the same, whatever the amounts are.
fn copied<'a>(subject: &Subject<'a>) -> Vec<Copied<'a>> {
    let sheets = sheets(subject.estimate);
    if sheets.len() < 2 {
        return Vec::new();
    }
    let purpose = |line: &(usize, &'a CostLine)| purpose(*line, subject.index);
    let purposes: Vec<BTreeSet<Purpose<'_>>> = sheets
        .iter()
        .map(|sheet| sheet.lines.iter().map(purpose).collect())
        .collect();
    let mut found = Vec::new();
    for later in 1..sheets.len() {
        let earlier = (0..later).find(|earlier| {
            let n_common = purposes[*earlier].intersection(&purposes[later]).count();
            let shorter = purposes[*earlier].len().min(purposes[later].len());
            n_common >= FEW && n_common * 5 >= shorter * 4
        });
        let Some(earlier) = earlier else { continue };
        let shared = |of: usize, with: usize| {
            let lines = sheets[of].lines.iter().copied();
            let lines = lines.filter(|line| purposes[with].contains(&purpose(line)));
            let lines = lines.map(|(_, line)| line);
            SheetLines {
                table: sheets[of].first,
                lines: lines.collect(),
            }
        };
        found.push(Copied {
            earlier: shared(earlier, later),
            later: shared(later, earlier),
        });
    }
    found
}

/// Where the lines stand that a copied sheet repeats.
fn repeated_places(copied: &[Copied<'_>]) -> Vec<Origin> {
    let lines = copied.iter().flat_map(|copied| &copied.later.lines);
    lines.map(|line| line.at.description()).collect()
}

/// No line stands twice, and no sheet.
pub(super) fn line_twice(subject: &Subject<'_>) -> Vec<Finding> {
    let copied = copied(subject);
    let mut found: Vec<Finding> = copied.iter().map(sheet_twice).collect();
    let are_told = |earlier: &SheetRead<'_>, later: &SheetRead<'_>| {
        copied.iter().any(|copied| {
            std::ptr::eq(copied.earlier.table, earlier.first)
                && std::ptr::eq(copied.later.table, later.first)
        })
    };
    found.extend(versions(&sheets(subject.estimate), are_told));
    // A copy of a sheet has its sums as well.
    if found.is_empty() {
        found.extend(summaries(subject.estimate));
    }
    let told = Places::new(&repeated_places(&copied));
    let mut seen = HashSet::default();
    let lines = subject.estimate.lines.iter().enumerate();
    let lines = lines.filter(|(_, line)| !told.has(&line.at.description()));
    let repeated =
        lines.filter(|line| !seen.insert((purpose(*line, subject.index), line.1.amount)));
    found.extend(repeated.map(|(_, line)| {
        Finding::new(
            &line.at.description(),
            format!(
                "khoản “{}” đã có ở dòng trên với cùng số tiền",
                line.description
            ),
            "xóa một dòng; nếu là hai khoản khác nhau thì ghi rõ trong Nội dung chi",
        )
    }));
    found
}

fn sheet_twice(copied: &Copied<'_>) -> Finding {
    let Copied { earlier, later } = copied;
    let dong = |sum: Sum| {
        let sum = vietnamese::group_thousands(&sum.amount().to_string());
        format!("{sum} đồng")
    };
    let (first, second) = (earlier.sum(), later.sum());
    let n_lines = vietnamese::group_thousands(&later.lines.len().to_string());
    let sums = if first == second {
        format!("{} được tính hai lần", dong(second))
    } else {
        format!(
            "{} ở trang này và {} ở trang kia đều được tính",
            dong(second),
            dong(first)
        )
    };
    Finding::new(
        &later.table.at,
        format!(
            "trang “{}” lặp lại {n_lines} khoản của trang “{}”: {sums}",
            later.table.sheet, earlier.table.sheet
        ),
        "giữ một trang, xóa hoặc ẩn trang kia (trang ẩn không được tính); nếu là những khoản khác nhau thì ghi rõ trong Nội dung chi",
    )
}

/// Places of cells or of a text, by which a line is found again.
struct Places(BTreeSet<(usize, usize)>);

impl Places {
    fn new(places: &[Origin]) -> Self {
        Self(places.iter().map(Self::key).collect())
    }

    fn has(&self, place: &Origin) -> bool {
        !self.0.is_empty() && self.0.contains(&Self::key(place))
    }

    fn key(place: &Origin) -> (usize, usize) {
        let (_, first, second) = place.sort_key();
        (first, second)
    }
}

/// The same thing costs the same. What is a thousand times as much is another rule's finding, and so
/// is a sheet that stands twice.
pub(super) fn prices_differ(subject: &Subject<'_>) -> Vec<Finding> {
    let copied = copied(subject);
    let told = Places::new(&repeated_places(&copied));
    let mut firsts: Vec<Option<&CostLine>> = vec![None; subject.index.things.len()];
    let mut found = Vec::new();
    for (line, thing) in subject.estimate.lines.iter().zip(&subject.index.things) {
        // The pieces of a row that is paid by several years or sources have no price of their own.
        if line.is_piece() || told.has(&line.at.description()) {
            continue;
        }
        let first = *firsts[*thing].get_or_insert(line);
        let is_far = is_far(first, line) || is_far(line, first);
        if first.unit_price != line.unit_price && !is_far {
            found.push(Finding::new(
                &line.at.unit_price(),
                format!(
                    "“{}” có đơn giá {} đồng, dòng trên ghi {} đồng",
                    line.description,
                    vietnamese::amount(line.unit_price),
                    vietnamese::amount(first.unit_price)
                ),
                "thống nhất đơn giá, hoặc ghi chú vì sao khác nhau",
            ));
        }
    }
    found
}
