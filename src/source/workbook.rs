//! A workbook as it was read: sheets of cells at their absolute places, values not yet understood.

use std::collections::BTreeMap;

use super::CellRef;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellValue {
    /// Text as written.
    Text(String),
    /// A number as the workbook stores it.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// An error value such as `#REF!`, as shown.
    Error(String),
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its value.
    pub value: CellValue,
    /// Whether the value is the stored result of a formula.
    pub formula: bool,
}

impl Cell {
    /// The value as a person reads it in a message.
    pub fn display(&self) -> String {
        match &self.value {
            CellValue::Text(text) | CellValue::Error(text) => text.clone(),
            CellValue::Number(number) => number.to_string(),
            CellValue::Bool(true) => "TRUE".to_owned(),
            CellValue::Bool(false) => "FALSE".to_owned(),
        }
    }

    /// The text of a text cell, without outer white space.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            CellValue::Text(text) => Some(text.trim()),
            _ => None,
        }
    }
}

/// A sheet: its name and the cells that are not empty.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name, as on the tab.
    pub name: String,
    /// Row (from 0) → column (from 0) → cell.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

impl Sheet {
    /// The cell at a place, if it is not empty.
    pub fn cell(&self, at: CellRef) -> Option<&Cell> {
        self.rows.get(&at.row)?.get(&at.column)
    }
}

/// The sheets of a workbook, in order.
#[derive(Debug, Default)]
pub struct Workbook {
    /// The sheets.
    pub sheets: Vec<Sheet>,
}
