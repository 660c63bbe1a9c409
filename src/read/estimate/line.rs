//! A row of an estimate → its cost lines: one, or one for each share of its amount.

use std::borrow::Cow;
use std::sync::Arc;

use super::Column;
use super::Reader;
use super::amounts::Amounts;
use super::amounts::part_of;
use super::shares::Part;
use super::values::Values;
use crate::diagnostic::Code;
use crate::diagnostic::Reported;
use crate::model::BudgetRowId;
use crate::model::CostKind;
use crate::model::CostLine;
use crate::model::FundingSource;
use crate::model::LinePieces;
use crate::model::LinePlaces;
use crate::model::PIECE;
use crate::read::table::Row;
use crate::read::table::Share;
use crate::source::CellRef;
use crate::source::Located;

impl<'a> Reader<'a> {
    /// Puts the lines of a row behind `lines`.
    ///
    /// # Errors
    /// Whatever is wrong with it is reported, all at once.
    pub(super) fn line(&mut self, row: Row<'a>, lines: &mut Vec<CostLine>) -> Result<(), Reported> {
        let description = self.table.required_text(row, Column::Description);
        let mut refers = None;
        for column in [Column::Description, Column::Unit, Column::Note] {
            match self.refers_above(row, column) {
                Some(reported) => refers = Some(reported),
                None => self.table.check_words(row, column),
            }
        }
        self.shown_otherwise(row);
        let code = self.row_and_component(row);
        let (stated, word) = self.stated(row);
        let parts = match &stated {
            Ok(stated) => self.parts(row, stated),
            Err(reported) => Err(*reported),
        };
        // What the shares leave open, the row's own cells or a heading say for all of them.
        let shares = parts
            .as_deref()
            .unwrap_or_default()
            .iter()
            .map(|part| part.share);
        let has_failed = parts.is_err();
        let all = |says: fn(&Share) -> bool| {
            // What the columns were to tell is not asked of the row.
            if has_failed {
                let mut spread = self.table.header.spread();
                return spread.any(|column| says(&column.share));
            }
            let mut shares = shares.clone();
            shares.len() > 0 && shares.all(|share| says(&share))
        };
        let (has_kind, has_year, has_source) = (
            all(|share| share.kind.is_some()),
            all(|share| share.year.is_some()),
            all(|share| share.source.is_some()),
        );
        let parts = parts.and_then(|parts| match self.unlike_columns(row, &parts) {
            Some(reported) => Err(reported),
            None => Ok(parts),
        });
        let kind = if has_kind {
            Ok(None)
        } else {
            self.kind_of(row).map(Some)
        };
        let year = if has_year {
            Ok(None)
        } else {
            self.year(row).map(Some)
        };
        let source = if has_source {
            Ok(None)
        } else {
            self.source_of(row).map(Some)
        };
        let (stated, parts) = (stated?, parts?);
        let whole = self.whole(row, stated, &parts)?;
        if let Some(reported) = refers {
            return Err(reported);
        }
        let (code, description) = (code?, description?);
        let (kind, year, source) = (kind?, year?, source?);
        let amount = self.table.header.column(Column::Amount);
        let price = self.table.header.column(Column::UnitPrice);
        let all = [Part {
            share: Share::default(),
            amount: whole.amount,
            column: amount.or(price).unwrap_or(0),
        }];
        let parts = if parts.is_empty() { &all } else { &*parts };
        for part in parts {
            self.year_in_plan(row, part)?;
        }
        let is_one = parts.len() == 1;
        let unit = self.table.text(row, Column::Unit);
        let unit = match word {
            Some(word) if unit.is_empty() => Cow::Borrowed(word),
            _ => unit,
        };
        let has_prices = !self.table.header.prices().is_empty();
        let each: Vec<Option<Amounts>> = match has_prices {
            true => parts.iter().map(|part| self.each_of(row, part)).collect(),
            false => Vec::new(),
        };
        lines.extend(parts.iter().enumerate().filter_map(|(index, part)| {
            let each = each.get(index).copied().flatten();
            let amounts = match each {
                Some(each) => each,
                None if is_one => whole,
                None => part_of(whole, part.amount),
            };
            let is_piece = !is_one && each.is_none() && amounts.unit_price != whole.unit_price;
            Some(CostLine {
                row: code.0.clone(),
                component: code.1.clone(),
                description: description.clone().into_owned(),
                detail: String::new(),
                unit: if is_piece {
                    PIECE.to_owned()
                } else {
                    unit.clone().into_owned()
                },
                quantity: amounts.quantity,
                unit_price: amounts.unit_price,
                amount: amounts.amount,
                kind: self.kind_in(row, part).or(kind)?,
                year: part.share.year.or(year)?,
                source: part.share.source.or(source)?,
                note: self.table.text(row, Column::Note).into_owned(),
                at: self.places(row, part, is_one),
            })
        }));
        Ok(())
    }

    /// Where the pieces of a line stand; what no column holds, where its amount does.
    fn places(&self, row: Row<'a>, part: &Part, is_one: bool) -> LinePlaces {
        let header = &self.table.header;
        let at = |column| header.column(column).unwrap_or(part.column);
        let columns = LinePieces {
            row: at(Column::Row),
            description: at(Column::Description),
            unit_price: at(Column::UnitPrice),
            amount: if is_one {
                at(Column::Amount)
            } else {
                part.column
            },
            kind: at(Column::Kind),
            year: at(Column::Year),
            source: at(Column::Source),
        };
        let place = self.table.place;
        LinePlaces::in_row(place.file, place.sheet, row.number, columns)
    }

    /// The text of a row in a column, or what a heading above says in its stead.
    fn given(&self, row: Row<'a>, column: Column) -> Option<Located<String>> {
        let own = self.table.text(row, column);
        if own.is_empty() {
            return self.headings.value(column).cloned();
        }
        let at = self.table.at(row, column);
        Some(Located {
            value: own.into_owned(),
            at,
        })
    }

    /// The row of Phụ lục II and the component.
    fn row_and_component(
        &mut self,
        row: Row<'a>,
    ) -> Result<(BudgetRowId, Option<Arc<str>>), Reported> {
        let written = self.table.text(row, Column::Row);
        let code = self.table.text(row, Column::Component);
        if !(written.is_empty() && code.is_empty())
            && let Some(known) = self.words.code(&written, &code)
        {
            return Ok(known);
        }
        let mut located = [Column::Row, Column::Component].map(|column| Located {
            value: self.table.text(row, column).into_owned(),
            at: self.table.at(row, column),
        });
        if written.is_empty() && code.is_empty() {
            for (own, column) in located.iter_mut().zip([Column::Row, Column::Component]) {
                if let Some(given) = self.headings.value(column) {
                    own.value.clone_from(&given.value);
                }
            }
        }
        let [budget_row, component] = &located;
        let diagnostics = &mut *self.table.diagnostics;
        let found = self
            .values
            .row_and_component(budget_row, component, diagnostics)?;
        if !(written.is_empty() && code.is_empty()) {
            self.words.keep_code(&written, &code, &found);
        }
        Ok(found)
    }

    fn kind_of(&mut self, row: Row<'a>) -> Result<CostKind, Reported> {
        let own = self.table.text(row, Column::Kind);
        if let Some(kind) = self.words.kind(&own) {
            return Ok(kind);
        }
        match self.given(row, Column::Kind) {
            Some(given) => Values::kind(&given, self.table.diagnostics),
            None => Err(self.missing(row, Column::Kind)),
        }
    }

    fn source_of(&mut self, row: Row<'a>) -> Result<FundingSource, Reported> {
        let own = self.table.text(row, Column::Source);
        if let Some(source) = self.words.paid_by(&own) {
            return Ok(source);
        }
        match self.given(row, Column::Source) {
            Some(given) => {
                let source = self.values.source(&given, self.table.diagnostics)?;
                self.words.keep_paid_by(&own, source);
                Ok(source)
            }
            None => Err(self.missing(row, Column::Source)),
        }
    }

    /// The year of a line; a sheet without such a column may bear it in its name.
    fn year(&mut self, row: Row<'a>) -> Result<i32, Reported> {
        let own = self.table.text(row, Column::Year);
        if let Some(year) = self.values.plain_year(&own) {
            return Ok(year);
        }
        let given = self.given(row, Column::Year).or_else(|| {
            let name = &self.table.sheet.name;
            self.is_year_on_tab.then(|| Located {
                value: name.clone(),
                at: self.table.at(row, Column::Description),
            })
        });
        match given {
            Some(given) => {
                let diagnostics = &mut *self.table.diagnostics;
                self.values.year(&given.value, &given.at, diagnostics)
            }
            None => Err(self.missing(row, Column::Year)),
        }
    }

    /// Reports a cell that must hold something: its own, or that of the row where there is no column.
    pub(super) fn missing(&mut self, row: Row<'a>, column: Column) -> Reported {
        if self.tells(column) {
            return match self.table.required_text(row, column) {
                Err(reported) => reported,
                Ok(_) => self.no_value(row, column, column),
            };
        }
        self.no_value(row, column, Column::Description)
    }

    fn no_value(&mut self, row: Row<'a>, column: Column, at: Column) -> Reported {
        use crate::read::table::Column as _;
        let message = format!(
            "khoản này không có {}, dòng nhóm phía trên cũng không ghi",
            column.name()
        );
        let hint = "thêm cột này, hoặc ghi ở dòng nhóm phía trên";
        self.table.report(Code::EMPTY_CELL, row, at, message, hint)
    }

    /// Whether the year of a share belongs to the plan.
    fn year_in_plan(&mut self, row: Row<'a>, part: &Part) -> Result<(), Reported> {
        let Some(year) = part.share.year else {
            return Ok(());
        };
        let at = self.table.place.cell(CellRef {
            row: row.number,
            column: part.column,
        });
        let written = year.to_string();
        self.values.year(&written, &at, self.table.diagnostics)?;
        Ok(())
    }
}
