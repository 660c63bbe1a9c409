//! Whether what heads, lines and tables state of the unit of money agrees.

use std::collections::BTreeSet;

use super::Place;
use super::column::Column;
use super::header::Header;
use super::row::Row;
use super::units::Statement;
use super::units::agreed;
use super::units::ask;
use super::units::ask_of_table;
use crate::diagnostic::Diagnostics;
use crate::model::vietnamese::unit_of_money;
use crate::source::CellRef;
use crate::source::Sheet;

/// Whether what lines state agrees with the unit of the table.
pub(super) fn lines_agree<C: Column>(
    header: &Header<C>,
    whole: Option<Statement>,
    lines: impl Iterator<Item = Statement>,
    diagnostics: &mut Diagnostics,
) -> bool {
    let mut is_sound = true;
    for line in lines {
        let units = C::MONEY.iter().map(|money| header.unit(*money));
        let mut units = units.chain(whole.map(|whole| whole.dong));
        if units.any(|unit| unit == line.dong) {
            continue;
        }
        is_sound = false;
        let is_said = whole.is_some() || header.unit_in_heads().is_some();
        let message = format!(
            "ô này ghi {}, bảng không {}",
            unit_of_money(line.dong),
            if is_said {
                "tính theo đơn vị đó"
            } else {
                "ghi đơn vị tiền"
            }
        );
        let hint = format!(
            "nếu cả bảng tính bằng {0}, ghi \"Đơn vị tính: {0}\" phía trên bảng; chỉ dòng này tính như vậy thì đổi các số của dòng ra đơn vị của bảng và sửa ô này",
            unit_of_money(line.dong)
        );
        ask(line.place.cell(line.at), message, hint, diagnostics);
    }
    is_sound
}

/// Whether the heads of the columns of money agree with each other and with what is said of the table.
pub(super) fn heads_agree<C: Column>(
    sheet: &Sheet,
    header: &Header<C>,
    whole: Option<Statement>,
    place: Place,
    diagnostics: &mut Diagnostics,
) -> bool {
    let own = C::MONEY
        .iter()
        .filter_map(|money| Some((header.head(*money)?, header.own_unit(*money))));
    let shares = header.shares().iter().map(|share| (share.at, share.unit));
    let heads: Vec<(CellRef, Option<i64>)> = own.chain(shares).collect();
    if let Some(whole) = whole {
        let other = heads
            .iter()
            .find(|(_, unit)| unit.is_some_and(|unit| unit != whole.dong));
        if let Some((at, Some(dong))) = other {
            let own = Statement {
                place,
                at: *at,
                dong: *dong,
            };
            return agreed(Some(whole), Some(own), diagnostics).is_ok();
        }
        return true;
    }
    let stated = heads
        .iter()
        .find_map(|(at, unit)| Some((*at, unit.filter(|unit| *unit > 1)?)));
    let Some((said, dong)) = stated else {
        return true;
    };
    // Where both stand in a row, one is held against the other; alone, a silent one is not clear.
    let has = |row: Row<'_>, says: bool| {
        let mut heads = heads.iter().filter(|(_, unit)| unit.is_some() == says);
        heads.find(|(at, _)| row.cell(at.column).is_some()).copied()
    };
    let mut rows = header.rows_below(sheet).map(Row::new);
    let alone = rows.find_map(|row| has(row, false).filter(|_| has(row, true).is_none()));
    let Some((at, _)) = alone else {
        return true;
    };
    if header.unit == Some(dong) {
        return true;
    }
    let message = format!(
        "cột này không ghi đơn vị tiền, cột ở ô {said} ghi {}",
        unit_of_money(dong)
    );
    let hint = format!(
        "ghi đơn vị của cột, ví dụ ({}) hoặc (đồng)",
        unit_of_money(dong)
    );
    ask(place.cell(at), message, hint, diagnostics);
    false
}

/// Asks about tables that say nothing of their unit where another one states a multiple. Tells which.
pub(super) fn all_say<C: Column>(
    tables: &[(Place, &str, &Header<C>)],
    diagnostics: &mut Diagnostics,
) -> BTreeSet<usize> {
    let unit = |header: &Header<C>| header.unit.or_else(|| header.unit_in_heads());
    let stated = tables
        .iter()
        .find_map(|(_, sheet, header)| Some((sheet, unit(header).filter(|unit| *unit > 1)?)));
    let Some((said, dong)) = stated else {
        return BTreeSet::new();
    };
    // Of the tables of one sheet, the sizes of the figures tell which is meant.
    let says = |place: &Place| {
        let own = tables
            .iter()
            .filter(|(other, ..)| other.sheet == place.sheet);
        own.clone().any(|(.., header)| unit(header).is_some())
    };
    let silent = tables.iter().enumerate();
    let silent = silent.filter(|(_, (place, ..))| !says(place));
    let mut asked = BTreeSet::new();
    for (index, (place, _, header)) in silent {
        let corner = header.corner();
        let other = format!("ở trang \"{said}\"");
        ask_of_table(place.cell(corner), &other, dong, diagnostics);
        asked.insert(index);
    }
    asked
}
