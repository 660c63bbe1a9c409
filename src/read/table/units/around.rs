//! What stands between the lines of a table, and between two tables, until it is known for which lines it
//! is meant: a title and a note hold for a whole table; a unit between two lines is asked about.

use std::collections::BTreeSet;

use super::Statement;
use super::agreed;
use super::ask;
use super::statement;
use crate::diagnostic::Diagnostics;
use crate::model::fold;
use crate::model::vietnamese::unit_of_money;
use crate::model::written;
use crate::read::table::Place;
use crate::read::table::column::Column;
use crate::read::table::header::Header;
use crate::source::Cell;
use crate::source::CellRef;
use crate::source::CellValue;

/// Texts of rows that are no lines, until it is known which table they stand about.
#[derive(Debug, Default)]
pub(super) struct Around {
    found: Vec<Statement>,
    is_unclear: bool,
    /// Those right above figures that are no lines of a table: a small block of its own has them.
    blocks: Vec<Statement>,
    /// Those of blocks beside each table that was handed them.
    of_tables: Vec<(usize, Statement)>,
}

impl Around {
    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty() && !self.is_unclear
    }

    /// Notes figures that are no lines of a table: what was found is of theirs.
    pub(super) fn see_figures(&mut self) {
        self.blocks.append(&mut self.found);
    }

    /// Asks about blocks beside tables that say nothing themselves. Tells which tables.
    pub(super) fn ask_of_blocks<C: Column>(
        &mut self,
        headers: &[Header<C>],
        said: &[Option<Statement>],
        diagnostics: &mut Diagnostics,
    ) -> BTreeSet<usize> {
        let mut asked = BTreeSet::new();
        for (index, block) in std::mem::take(&mut self.of_tables) {
            let is_said = said[index].is_some() || headers[index].unit_in_heads().is_some();
            if is_said || block.dong == 1 {
                continue;
            }
            let unit = unit_of_money(block.dong);
            let message = format!(
                "{unit} ghi ở một phần riêng, ngay trên những số không phải là khoản chi; bảng dự toán thì không ghi đơn vị tiền"
            );
            let hint = format!(
                "ghi đơn vị của bảng dự toán ở dòng ngay trên bảng: “Đơn vị tính: {unit}” hoặc “Đơn vị tính: đồng”"
            );
            ask(block.place.cell(block.at), message, hint, diagnostics);
            asked.insert(index);
        }
        asked
    }

    /// Takes what the cells of a row state.
    pub(super) fn take(
        &mut self,
        cells: &[(CellRef, Cell)],
        place: Place,
        diagnostics: &mut Diagnostics,
    ) {
        let mut before: Option<(u32, &str)> = None;
        let mut rest = cells;
        while let [(at, cell), behind @ ..] = rest {
            let left = before.filter(|(column, _)| column + 1 == at.column);
            let left = left.map(|(_, text)| text);
            rest = behind;
            let power = with_money(*at, cell, behind, left);
            if power.is_some() {
                rest = behind.get(1..).unwrap_or_default();
            }
            before = cell.text().map(|text| (at.column, text));
            let Some(text) = power.as_deref().or_else(|| cell.text()) else {
                continue;
            };
            match statement(text, *at, left, place, diagnostics) {
                Ok(own) => self.found.extend(own),
                Err(_) => self.is_unclear = true,
            }
        }
    }

    /// What was found, and whether some of it is not clear.
    fn taken(&mut self) -> (Vec<Statement>, bool) {
        let found = std::mem::take(&mut self.found);
        (found, std::mem::take(&mut self.is_unclear))
    }

    /// Gives a table what was found about it.
    pub(super) fn hand_over(
        &mut self,
        said: &mut [Option<Statement>],
        table: usize,
        unsound: &mut BTreeSet<usize>,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(own) = said.get_mut(table) else {
            return;
        };
        let (found, is_unclear) = self.taken();
        let blocks = std::mem::take(&mut self.blocks).into_iter();
        self.of_tables.extend(blocks.map(|block| (table, block)));
        let mut is_sound = !is_unclear;
        for statement in found {
            match agreed(*own, Some(statement), diagnostics) {
                Ok(both) => *own = both,
                Err(_) => is_sound = false,
            }
        }
        if !is_sound {
            unsound.insert(table);
        }
    }

    /// Gives a table what was found between two of its lines: the unit in which all of them are. One of which
    /// the lines above know nothing is asked about; `is_free` where these are in đồng for want of anything
    /// else. Tells whether all is clear.
    pub(super) fn hand_down<C: Column>(
        &mut self,
        header: &Header<C>,
        said: &mut Option<Statement>,
        is_free: bool,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        let (found, is_unclear) = self.taken();
        let mut is_sound = !is_unclear;
        for statement in found {
            if header.unit_in_heads() == Some(statement.dong) {
                continue;
            }
            if said.is_some() || is_free && statement.dong == 1 {
                match agreed(*said, Some(statement), diagnostics) {
                    Ok(both) => *said = both,
                    Err(_) => is_sound = false,
                }
                continue;
            }
            is_sound = false;
            let unit = unit_of_money(statement.dong);
            let message = format!(
                "giữa bảng ghi {unit}, các dòng ở trên không ghi đơn vị tiền: không rõ {unit} là của cả bảng hay chỉ của các dòng ở dưới"
            );
            let hint = format!(
                "cả bảng tính bằng {unit} thì ghi “Đơn vị tính: {unit}” ở dòng phía trên bảng; chỉ các dòng ở dưới thì đổi các số đó ra đồng, hoặc tách thành bảng riêng có dòng tiêu đề và đơn vị"
            );
            ask(
                statement.place.cell(statement.at),
                message,
                hint,
                diagnostics,
            );
        }
        is_sound
    }
}

/// The unit that a thousand or a million states with the cell to its right (`1000 | đồng`), or behind what announces a
/// unit (`ĐVT: | 1000`).
fn with_money(
    at: CellRef,
    cell: &Cell,
    behind: &[(CellRef, Cell)],
    left: Option<&str>,
) -> Option<String> {
    let CellValue::Number(number) = cell.value else {
        return None;
    };
    if ![1e3, 1e6, 1e9].contains(&number) {
        return None;
    }
    let next = behind
        .first()
        .filter(|(next, _)| next.column == at.column + 1);
    let next = next.and_then(|(_, cell)| cell.text()).unwrap_or_default();
    let power = cell.display();
    let is_unit = written::is_unit(&fold(next));
    (is_unit || left.is_some_and(written::only_announces)).then(|| format!("{power} {next}"))
}
