//! What is known of a line that could not be read: its other values, so that the rules can look at all
//! the lines that it does not touch. Its faults are reported where it was read.

use super::Column;
use super::Reader;
use super::values::Values;
use crate::diagnostic::Diagnostics;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::UnreadLine;
use crate::model::keys;
use crate::read::table::Row;
use crate::source::Located;

impl<'a> Reader<'a> {
    /// What is known of a row.
    pub(super) fn unread(&self, row: Row<'a>) -> UnreadLine {
        let located = |column| {
            let own = self.table.located(row, column);
            let given = self.headings.value(column).filter(|_| own.value.is_empty());
            given.cloned().unwrap_or(own)
        };
        let mut year = located(Column::Year);
        if self.is_year_on_tab && year.value.is_empty() {
            year.value = self.table.sheet.name.clone();
        }
        known(
            &located(Column::Row),
            &located(Column::Component),
            &located(Column::Kind),
            &year,
            self.values,
        )
    }
}

/// What is known of a line in YAML.
pub(super) fn of_item(node: &Node, values: Values<'_>) -> UnreadLine {
    // A key that is not there may stand where the line is no YAML.
    if node.unread.is_some() {
        return UnreadLine::default();
    }
    let own = node.origin();
    let located = |key| {
        let value = node.get(key);
        let text = value.and_then(|node| match &node.value {
            NodeValue::Scalar(text) => Some(text.trim().to_owned()),
            _ => None,
        });
        let at = value.map_or_else(|| own.clone(), Node::origin);
        let value = text.unwrap_or_default();
        Located { value, at }
    };
    known(
        &located(keys::ROW),
        &located(keys::COMPONENTS),
        &located(keys::KIND),
        &located(keys::YEAR),
        values,
    )
}

fn known(
    row: &Located<String>,
    component: &Located<String>,
    kind: &Located<String>,
    year: &Located<String>,
    values: Values<'_>,
) -> UnreadLine {
    // What is wrong was reported when the line was read.
    let mut said = Diagnostics::default();
    let row_and_component = values.row_and_component(row, component, &mut said);
    let (row, component) = row_and_component.ok().unzip();
    let kind = Values::kind(kind, &mut said).ok();
    let year = values.year(&year.value, &year.at, &mut said).ok();
    UnreadLine {
        row,
        component,
        kind,
        year,
    }
}
