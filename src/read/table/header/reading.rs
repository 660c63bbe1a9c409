//! Reading the head of a table: what the cells over each column say of it, the name and the unit of its
//! amounts, the share that it holds.

mod sums;

use std::collections::BTreeMap;

use super::Header;
use super::ShareColumn;
use super::head_text;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::model::fold;
use crate::model::written;
use crate::model::written::Said;
use crate::read::table::Place;
use crate::read::table::beginning::Beginning;
use crate::read::table::column::Column;
use crate::read::table::column::Share;
use crate::read::table::units;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;
use crate::source::Sheet;
use sums::sum_of_row;
use sums::take_only_price;
use sums::take_sum;

/// A cell of the head and the columns that it stands over.
struct HeadCell {
    at: CellRef,
    to: u32,
    text: String,
}

/// Reads the header of a table that goes on to `end`; a column that is there twice and a unit that is
/// not understood are reported.
pub(in crate::read::table) fn read<C: Column>(
    sheet: &Sheet,
    beginning: Beginning,
    end: Option<u32>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> Option<Header<C>> {
    let rows: Vec<Vec<HeadCell>> = (beginning.first..=beginning.last)
        .map(|row| head_cells(sheet, row, beginning.last))
        .collect();
    let mut header = Header {
        columns: Vec::new(),
        shares: Vec::new(),
        counts: Vec::new(),
        prices: Vec::new(),
        others: Vec::new(),
        units: BTreeMap::new(),
        unit: None,
        said: Vec::new(),
        first: beginning.first,
        last: beginning.last,
        end,
    };
    let mut sound = true;
    let mut sums = Vec::new();
    let mut over: Vec<u32> = rows
        .iter()
        .flatten()
        .flat_map(|cell| cell.at.column..=cell.to)
        .collect();
    over.sort_unstable();
    over.dedup();
    let chain = |column: u32| -> Vec<&HeadCell> {
        let over = |row: &'_ Vec<HeadCell>| {
            row.iter()
                .position(|cell| (cell.at.column..=cell.to).contains(&column))
        };
        rows.iter()
            .filter_map(|row| over(row).map(|at| &row[at]))
            .collect()
    };
    let description = over.iter().copied().find(|column| {
        let leaf = chain(*column).last().map(|leaf| C::of(&leaf.text));
        leaf.flatten() == Some(C::TEXT)
    });
    for column in over {
        let mut chain = chain(column);
        // A title over the whole table says nothing of one column.
        chain.retain(|cell| {
            let covers = description.is_some_and(|text| (cell.at.column..=cell.to).contains(&text));
            !covers || description == Some(column)
        });
        sound &= read_column(sheet, &chain, column, &mut header, place, diagnostics);
        sums.extend(sum_of_row::<C>(&chain, column));
    }
    take_sum(&sums, &mut header);
    take_only_price(&mut header);
    while let next = sheet.row(header.last + 1)
        && header.end.is_none_or(|end| header.last + 1 < end)
        && (is_numbering(next) || take_units(next, &mut header))
    {
        header.last += 1;
    }
    sound.then_some(header)
}

/// The cells of a row of the head. One that is not merged stands also over the empty cells to its
/// right under which something is named.
fn head_cells(sheet: &Sheet, row: u32, last: u32) -> Vec<HeadCell> {
    let cells = sheet.row(row);
    let below: Vec<u32> = (row + 1..=last)
        .flat_map(|row| sheet.row(row))
        .map(|(at, _)| at.column)
        .collect();
    let texts = cells.iter().enumerate().filter_map(|(index, (at, cell))| {
        let text = head_text(cell)?;
        let mut to = sheet.merged_to(*at);
        let next = cells
            .get(index + 1)
            .map_or(u32::MAX, |(next, _)| next.column);
        let is_over = |column: u32| below.contains(&column);
        if to == at.column && is_over(to) {
            let free = |column: u32| {
                let above = CellRef { row, column };
                column < next && is_over(column) && sheet.merged_from(above).is_none()
            };
            while free(to + 1) {
                to += 1;
            }
        }
        Some(HeadCell { at: *at, to, text })
    });
    texts.collect()
}

/// Reads what names one column, from the top; tells whether it is sound.
fn read_column<C: Column>(
    sheet: &Sheet,
    chain: &[&HeadCell],
    column: u32,
    header: &mut Header<C>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> bool {
    let Some((leaf, parents)) = chain.split_last() else {
        return true;
    };
    // Merged over several columns, a name is that of the first.
    let is_first = leaf.at.column == column;
    let mut name = C::of(&leaf.text);
    let says_only_unit = written::is_unit(&fold(leaf.text.trim_matches(['(', ')'])));
    if let Some(parent) = parents.last()
        && name.is_none()
        && says_only_unit
    {
        name = C::of(&parent.text);
    }
    let mut own = C::share(&leaf.text);
    let from_parents = parents.iter().fold(Share::default(), |share, cell| {
        share.over(C::share(&cell.text))
    });
    // "SL | ĐG | TT" below each year.
    if from_parents.is_some() && fold(&leaf.text).trim_matches('.') == "tt" {
        name = C::MONEY.last().copied();
    }
    let count = match name {
        Some(name) if C::COUNT == Some(name) => from_parents,
        None if !own.is_some() => C::counts(&leaf.text),
        // "2027 | 2028" below "Số lượng".
        None if is_below_count::<C>(parents) => own.over(from_parents),
        _ => Share::default(),
    };
    if count.is_some() {
        if is_first {
            header.counts.push(ShareColumn {
                column,
                at: leaf.at,
                share: count,
                unit: None,
            });
        }
        return true;
    }
    // "Quý I" below "Năm 2027".
    if C::is_period(&leaf.text) && name.is_none() {
        own = own.over(from_parents);
    }
    let is_amount =
        name.is_some_and(|name| C::MONEY.last() == Some(&name)) || C::is_whole(&leaf.text);
    let share = if own.is_some() || is_amount && from_parents.is_some() {
        own.over(from_parents)
    } else {
        Share::default()
    };
    let mut unit = None;
    let is_of_money = name.is_some_and(|name| C::MONEY.contains(&name)) || share.is_some();
    for cell in chain.iter().rev() {
        let said = if is_of_money {
            written::said_in_head(&cell.text)
        } else {
            written::said(&cell.text)
        };
        match said {
            Said::Unit(stated) => {
                unit = unit.or(Some((cell.at, stated.dong)));
            }
            Said::Unclear => {
                units::unclear(&cell.text, place.cell(cell.at), diagnostics);
                return false;
            }
            Said::Nothing => {}
        }
    }
    let is_price = C::MONEY.len() > 1 && name.is_some() && name == C::MONEY.first().copied();
    if is_price && from_parents.is_some() {
        if is_first {
            header.prices.push(ShareColumn {
                column,
                at: leaf.at,
                share: from_parents,
                unit: unit.map(|(_, dong)| dong),
            });
        }
        return true;
    }
    if share.is_some() {
        if is_first && let Some(same) = same_share(sheet, leaf, share, header) {
            let at = place.cell(leaf.at);
            let message = format!(
                "cột \"{}\" và cột ở ô {same} cùng chỉ một phần tiền",
                leaf.text
            );
            let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
            let hint = "giữ một cột cho mỗi năm, mỗi nguồn; tiền của từng kỳ trong năm thì chỉ giữ các cột của kỳ, \
                        bỏ cột cả năm";
            diagnostics.report(finding.hint(hint));
            return false;
        }
        if is_first {
            header.shares.push(ShareColumn {
                column,
                at: leaf.at,
                share,
                unit: unit.map(|(_, dong)| dong),
            });
        }
        return true;
    }
    let Some(name) = name.filter(|_| is_first) else {
        if is_first {
            header.others.push(leaf.at);
        }
        return true;
    };
    if let Some((at, dong)) = unit {
        if C::MONEY.contains(&name) {
            header.units.insert(name, dong);
        } else if dong > 1 {
            // "Dòng" without its marks is a name of money.
            header.said.push((at, dong));
        }
    }
    if name == C::UNIT && take_statement(sheet, leaf, name, header) {
        return true;
    }
    if header.column(name).is_some() {
        let at = place.cell(leaf.at);
        let message = format!("cột \"{}\" có hai lần", name.name());
        let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
        // Below years or sources, one column less would be an amount less.
        let hint = if from_parents.is_some() {
            "dưới mỗi năm, mỗi nguồn chỉ ghi được Số lượng, Đơn giá và Thành tiền: bỏ cột thừa, hoặc ghi mỗi \
             năm, mỗi nguồn thành dòng riêng có cột Năm, cột Nguồn kinh phí"
        } else {
            "giữ một cột; với tiền, giữ đơn giá và thành tiền đã gồm thuế"
        };
        diagnostics.report(finding.hint(hint));
        return false;
    }
    header.columns.push((name, leaf.at));
    true
}

/// Of two heads of the column of units, takes one that only states the unit of money ("ĐVT: đồng") for that; tells
/// whether the new one has its place with it.
fn take_statement<C: Column>(
    sheet: &Sheet,
    leaf: &HeadCell,
    name: C,
    header: &mut Header<C>,
) -> bool {
    let stated = |text: &str| match written::said(text) {
        Said::Unit(stated) if text.contains(':') => Some(stated.dong),
        _ => None,
    };
    let own = header.columns.iter().position(|(own, _)| *own == name);
    let Some((index, (_, at))) = own.and_then(|own| Some((own, *header.columns.get(own)?))) else {
        return false;
    };
    if let Some(dong) = stated(&leaf.text) {
        header.said.push((leaf.at, dong));
        return true;
    }
    let earlier = sheet.cell(at).and_then(head_text);
    let Some(dong) = earlier.and_then(|text| stated(&text)) else {
        return false;
    };
    header.said.push((at, dong));
    header.columns[index] = (name, leaf.at);
    true
}

/// Whether the nearest name above a head is that of quantities.
fn is_below_count<C: Column>(parents: &[&HeadCell]) -> bool {
    let mut names = parents.iter().rev();
    let name: Option<C> = names.find_map(|cell| C::of(&cell.text));
    name.is_some() && name == C::COUNT
}

/// The head of an earlier column that holds the same share as another one, if that is no other period of
/// the year; columns of a kind of cost go by several names.
fn same_share<C: Column>(
    sheet: &Sheet,
    leaf: &HeadCell,
    share: Share,
    header: &Header<C>,
) -> Option<CellRef> {
    let is_period = |at: CellRef| {
        let text = sheet.cell(at).and_then(head_text);
        text.is_some_and(|text| C::is_period(&text))
    };
    let mut same = header.shares.iter().filter(|other| other.share == share);
    let same = same.find(|other| !(is_period(other.at) && is_period(leaf.at)))?;
    share.kind.is_none().then_some(same.at)
}

/// Whether the row holds nothing but units, as some put them below the names; takes them. One below no column of
/// money holds for the table, unless others stand below such columns and it below a head of its own.
fn take_units<C: Column>(cells: &[(CellRef, Cell)], header: &mut Header<C>) -> bool {
    let stated: Option<Vec<_>> = cells
        .iter()
        .map(|(at, cell)| match written::said_as_unit(cell.text()?) {
            Said::Unit(stated) => Some((*at, stated.dong)),
            Said::Nothing | Said::Unclear => None,
        })
        .collect();
    let stated = stated.unwrap_or_default();
    let mut rest = Vec::new();
    for (at, dong) in &stated {
        let mut columns = header.columns.iter();
        let own = columns
            .find(|(name, head)| head.column == at.column && C::MONEY.contains(name))
            .map(|(name, _)| *name);
        let mut shares = header.shares.iter_mut().chain(&mut header.prices);
        let share = shares.find(|share| share.column == at.column);
        match (own, share) {
            (Some(name), _) => _ = header.units.insert(name, *dong),
            (None, Some(share)) => share.unit = Some(*dong),
            (None, None) => rest.push((*at, *dong)),
        }
    }
    let is_alone = rest.len() == stated.len();
    rest.retain(|(at, _)| {
        let mut others = header.others.iter();
        is_alone || !others.any(|other| other.column == at.column)
    });
    header.said.append(&mut rest);
    !stated.is_empty()
}

/// Whether the row numbers the columns, as forms do: `(1)`, `2`, `A`, `7=5x6`.
fn is_numbering(cells: &[(CellRef, Cell)]) -> bool {
    let mut numbers = Vec::new();
    let labels = cells.iter().filter(|(_, cell)| match &cell.value {
        CellValue::Text(text) => {
            let name = text.split('=').next().unwrap_or("").trim();
            let name = name
                .trim_start_matches(['(', '['])
                .trim_end_matches([')', ']']);
            numbers.extend(name.parse::<f64>());
            let short = (1..=2).contains(&name.len());
            short && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        CellValue::Number(number) => {
            numbers.push(*number);
            number.fract() == 0.0 && (1.0..100.0).contains(number)
        }
        _ => false,
    });
    let all = labels.count() == cells.len();
    // They ascend by one; a line with a quantity, a price and a year does not.
    all && cells.len() >= 3 && numbers.windows(2).all(|pair| pair[1] - pair[0] == 1.0)
}
