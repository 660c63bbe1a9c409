//! A sense of size: what is far too small or too large is asked about, since a wrong unit of money
//! makes a plan a thousand or a million times too much and says nothing.

mod judged;
mod listed;
mod neighbours;
mod tables;

pub(crate) use judged::Judged;
pub(super) use judged::is_far;
pub(crate) use judged::judge;
pub(super) use judged::parts;
pub(super) use listed::listed_out_of_size;
pub(super) use tables::unit_unstated;

use super::Finding;
use super::Subject;
use crate::model::Beyond;
use crate::model::CostLine;
use crate::model::Dong;
use crate::model::Measured;
use crate::model::Size;
use crate::model::Sum;
use crate::model::TableRead;
use crate::model::size_of;
use crate::model::vietnamese;
use crate::source::Origin;
use judged::Odd;
use judged::Part;
use judged::is_alone_in_thousands;
use tables::table_out_of_size;

/// From so many lines on, one of more than so many hundredths of the sum is odd.
const ODD_SHARES: [(usize, i128); 3] = [(10, 50), (5, 75), (3, 90)];

/// So many of the largest lines are named.
const LARGEST_NAMED: usize = 4;

/// A longer description, in letters, is cut.
const LONGEST_NAME: usize = 60;

/// Units that people write amounts in, the usual one first.
const UNITS: [i64; 2] = [1_000_000, 1_000];

/// What a line is for, in few words.
fn name(line: &CostLine) -> String {
    let mut letters = line.description.chars();
    let name: String = letters.by_ref().take(LONGEST_NAME).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    format!("“{name}{more}”")
}

/// `1.234.567 đồng`, whatever its size.
fn dong(amount: i128) -> String {
    format!("{} đồng", vietnamese::group_thousands(&amount.to_string()))
}

fn of(amount: Dong) -> i128 {
    amount.amount().into()
}

/// What an amount is where it was written in thousands or millions.
fn in_other_units(amount: i128) -> String {
    let [million, thousand] = UNITS.map(|unit| dong(amount.saturating_mul(unit.into())));
    format!("tính bằng nghìn đồng thì là {thousand}, bằng triệu đồng thì là {million}")
}

impl Subject<'_> {
    /// How people find a place of the estimate: `ô G21`, with its sheet where there are several.
    fn cell(&self, at: &Origin) -> Option<String> {
        let Origin::Cell { sheet, cell, .. } = at else {
            return None;
        };
        let is_here =
            |table: &&TableRead| matches!(&table.at, Origin::Cell { sheet: of, .. } if of == sheet);
        let mut tables = self.estimate.tables.iter();
        let is_only = tables.clone().all(|table| is_here(&table));
        let table = tables.find(is_here).filter(|_| !is_only);
        let sheet = table.map(|table| format!(" trang {}", table.sheet));
        Some(format!("ô {cell}{}", sheet.unwrap_or_default()))
    }

    /// The largest lines with their amounts and cells.
    pub(super) fn largest_lines(&self) -> String {
        let mut lines: Vec<&CostLine> = self.estimate.lines.iter().collect();
        // Of two alike the first, as they are sorted in place.
        lines.sort_by_key(|line| std::cmp::Reverse(line.amount));
        let lines = lines.into_iter().take(LARGEST_NAMED).map(|line| {
            let cell = self.cell(&line.at.unit_price());
            let cell = cell.map(|cell| format!(" ({cell})")).unwrap_or_default();
            format!("{} {}{cell}", name(line), dong(of(line.amount)))
        });
        lines.collect::<Vec<_>>().join("; ")
    }
}

/// What is said of an amount out of bounds.
fn against(size: &Size, beyond: Beyond) -> String {
    let (word, bound) = match beyond {
        Beyond::Below(bound) => ("thấp", bound),
        Beyond::Above(bound) => ("cao", bound),
    };
    format!(
        "{word} hơn mức thường gặp {} ({})",
        dong(of(bound)),
        size.why
    )
}

/// Every table has amounts of a size that its unit allows, and every line.
pub(super) fn price_out_of_size(subject: &Subject<'_>) -> Vec<Finding> {
    let judged = subject.judged;
    let tables = judged.tables.iter();
    let tables = tables.filter_map(|(part, doubt)| table_out_of_size(part, *doubt));
    let lines = judged.odd.iter();
    let lines = lines.filter_map(|(part, line, odd)| line_out_of_size(*part, line, *odd));
    tables.chain(lines).collect()
}

/// A line whose price or amount is out of bounds.
fn line_out_of_size(part: Part<'_>, line: &CostLine, odd: Odd<'_>) -> Option<Finding> {
    let price = of(line.unit_price);
    let (message, hint) = match odd {
        Odd::Unlike(_) => return None,
        Odd::Alone(lowest, highest) => (
            format!(
                "{} có đơn giá {}, các khoản khác từ {} đến {}",
                name(line),
                dong(price),
                dong(of(lowest)),
                dong(of(highest))
            ),
            if price > of(highest) {
                format!(
                    "bảng tính bằng {}; nếu số trong ô này đã là đồng thì đơn giá chỉ là {}",
                    vietnamese::unit_of_money(part.table.price_unit),
                    dong(price / i128::from(part.table.price_unit))
                )
            } else {
                format!(
                    "nếu ô này ghi tắt hàng nghìn thì ghi đủ {}",
                    dong(price.saturating_mul(1_000))
                )
            },
        ),
        Odd::Exchanged => (
            format!(
                "{} có số lượng {}, đơn giá chỉ {}: có thể hai cột số lượng và đơn giá đổi chỗ cho nhau",
                name(line),
                vietnamese::decimal(line.quantity),
                dong(price)
            ),
            "xem lại tiêu đề của hai cột Số lượng, Đơn giá và số ở từng dòng".to_owned(),
        ),
        Odd::Amount(size, beyond) => (
            format!(
                "khoản {} chỉ có {}, {}",
                name(line),
                dong(of(line.amount)),
                against(size, beyond)
            ),
            format!(
                "xem lại số lượng và đơn vị tiền: đơn giá {} nếu {}",
                dong(price),
                in_other_units(price)
            ),
        ),
        Odd::Price(size, beyond) => {
            let message = format!(
                "{} có đơn giá {}, {}",
                name(line),
                dong(price),
                against(size, beyond)
            );
            let hint = match beyond {
                Beyond::Below(_) if is_alone_in_thousands(part, line) => format!(
                    "các đơn giá khác trong bảng đều tròn nghìn đồng: nếu ô này ghi tắt hàng nghìn thì ghi đủ {}",
                    dong(price.saturating_mul(1_000))
                ),
                Beyond::Below(_) => format!(
                    "ghi đủ số đồng, hoặc ghi đơn vị tiền ở bảng: nếu số này {}",
                    in_other_units(price)
                ),
                Beyond::Above(_) if part.table.price_unit > 1 => format!(
                    "bảng tính bằng {}; nếu số trong ô này đã là đồng thì đơn giá chỉ là {}",
                    vietnamese::unit_of_money(part.table.price_unit),
                    dong(price / i128::from(part.table.price_unit))
                ),
                Beyond::Above(_) => format!(
                    "xem lại các chữ số 0: thừa ba số 0 thì đơn giá là {}",
                    dong(price / 1_000)
                ),
            };
            (message, hint)
        }
    };
    Some(Finding::new(&line.at.unit_price(), message, hint))
}

/// The sum of a plan is that of a commune.
pub(super) fn total_out_of_size(subject: &Subject<'_>) -> Vec<Finding> {
    let estimate = subject.estimate;
    let judged = subject.judged;
    let total = Sum::of(estimate.lines.iter().map(|line| line.amount)).amount();
    let size = size_of(&subject.catalogue.sizes, Measured::Total, "");
    let (Some(size), Some(table)) = (size, estimate.tables.first()) else {
        return Vec::new();
    };
    let beyond = |total: i128| {
        let below = size.least.filter(|least| total < of(*least));
        let above = size.most.filter(|most| total > of(*most));
        below.map(Beyond::Below).or(above.map(Beyond::Above))
    };
    // What was said of tables and lines explains it, unless it is as odd without them.
    let is_unit_asked = estimate.tables.iter().any(|table| table.is_unit_asked);
    let sound = Sum::of(judged.sound.iter().map(|line| line.amount)).amount();
    let hint = match beyond(total) {
        Some(Beyond::Below(_)) => {
            let may_be_more = !estimate.unread.is_empty() || !estimate.unfilled.is_empty();
            if total == 0 || may_be_more || is_unit_asked || !judged.tables.is_empty() {
                return Vec::new();
            }
            format!("xem lại đơn vị tiền: nếu các số {}", in_other_units(total))
        }
        Some(Beyond::Above(_)) if matches!(beyond(sound), Some(Beyond::Above(_))) => format!(
            "xem lại đơn vị tiền và các khoản lớn nhất: {}",
            subject.largest_lines()
        ),
        _ => return Vec::new(),
    };
    let beyond = beyond(total).map(|beyond| against(size, beyond));
    let message = format!(
        "dự toán cộng lại {}, {}",
        dong(total),
        beyond.unwrap_or_default()
    );
    vec![Finding::new(&table.at, message, hint)]
}

/// No line of many is more than all the others.
pub(super) fn line_above_half(subject: &Subject<'_>) -> Vec<Finding> {
    let lines = &subject.judged.sound;
    let total = Sum::of(lines.iter().map(|line| line.amount)).amount();
    let Some(largest) = lines.iter().max_by_key(|line| line.amount) else {
        return Vec::new();
    };
    let (amount, price) = (of(largest.amount), of(largest.unit_price));
    let is_odd = |(least, hundredths): &(usize, i128)| {
        let is_more = amount.saturating_mul(100) > total.saturating_mul(*hundredths);
        lines.len() >= *least && is_more
    };
    if !ODD_SHARES.iter().any(is_odd) {
        return Vec::new();
    }
    let share = amount.saturating_mul(100) / total.max(1);
    vec![Finding::new(
        &largest.at.unit_price(),
        format!(
            "khoản {} {} bằng {share} % tổng dự toán {}, nhiều hơn {} khoản còn lại cộng lại",
            name(largest),
            dong(amount),
            dong(total),
            lines.len() - 1
        ),
        format!(
            "xem lại đơn vị tiền, đơn giá {} và số lượng {} của khoản này; nếu đúng thì đặt lại mức của XS0468 trong `quy_tac`, kèm lý do",
            dong(price),
            vietnamese::decimal(largest.quantity)
        ),
    )]
}

/// The same thing does not cost a thousand times as much in another line.
pub(super) fn price_far_from_same(subject: &Subject<'_>) -> Vec<Finding> {
    let judged = subject.judged;
    let unlike = judged.odd.iter().filter_map(|(_, line, odd)| match odd {
        Odd::Unlike(other) => Some((*line, *other)),
        Odd::Price(..) | Odd::Amount(..) | Odd::Alone(..) | Odd::Exchanged => None,
    });
    unlike
        .map(|(line, other)| {
            let (own, usual) = (of(line.unit_price), of(other.unit_price));
            let times = own.max(usual) / own.min(usual).max(1);
            let times = vietnamese::group_thousands(&times.to_string());
            let relation = if own > usual {
                format!("gấp {times} lần")
            } else {
                format!("chỉ bằng 1/{times}")
            };
            let cell = subject.cell(&other.at.unit_price());
            let cell = cell.unwrap_or_else(|| "dòng khác".to_owned());
            Finding::new(
                &line.at.unit_price(),
                format!(
                    "{} có đơn giá {}, {relation} giá ở {cell} ({})",
                    name(line),
                    dong(own),
                    dong(usual)
                ),
                "hai dòng này có lẽ ghi theo hai đơn vị tiền (đồng, nghìn đồng, triệu đồng): ghi lại theo đơn vị của bảng",
            )
        })
        .collect()
}
