//! What stands between the lines of a table, and between two tables, until it is known for which lines it
//! is meant: a title and a note hold for a whole table; a unit between two lines is asked about.

use std::collections::BTreeSet;

use super::Statement;
use super::agreed;
use super::ask;
use super::statement;
use crate::check::table::Place;
use crate::check::table::column::Column;
use crate::check::table::header::Header;
use crate::diagnostic::Diagnostics;
use crate::model::vietnamese::unit_of_money;
use crate::model::written;
use crate::source::Cell;
use crate::source::CellRef;

/// Texts of rows that are no lines, until it is known which table they stand about.
#[derive(Debug, Default)]
pub(super) struct Around {
    found: Vec<Statement>,
    is_unclear: bool,
}

impl Around {
    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty() && !self.is_unclear
    }

    /// Takes what the cells of a row state.
    pub(super) fn take(
        &mut self,
        cells: &[(CellRef, Cell)],
        place: Place,
        diagnostics: &mut Diagnostics,
    ) {
        let mut announced = None;
        for (at, cell) in cells {
            let is_announced = announced == Some(at.column);
            match statement(cell, *at, is_announced, place, diagnostics) {
                Ok(own) => self.found.extend(own),
                Err(_) => self.is_unclear = true,
            }
            let announces = cell.text().is_some_and(written::only_announces);
            announced = announces.then_some(at.column + 1);
        }
    }

    /// Gives a table what was found about it.
    pub(super) fn hand_over(
        &mut self,
        said: &mut [Option<Statement>],
        table: usize,
        unsound: &mut BTreeSet<usize>,
        diagnostics: &mut Diagnostics,
    ) {
        let Self { found, is_unclear } = std::mem::take(self);
        let Some(own) = said.get_mut(table) else {
            return;
        };
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
        let Self { found, is_unclear } = std::mem::take(self);
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
