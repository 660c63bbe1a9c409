//! What is known of a line that could not be read: its other values, so that the rules can look at all
//! the lines that it does not touch. Its faults are reported where it was read.

use super::Column;
use super::Reader;
use super::values::COST_KINDS;
use super::values::Values;
use crate::check::keys;
use crate::check::table::word;
use crate::diagnostic::Diagnostics;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::UnreadLine;
use crate::source::Located;
use crate::source::Origin;

impl Reader<'_> {
    /// What is known of a row.
    pub(super) fn unread(&self, row: u32) -> UnreadLine {
        let located = |column| Located {
            value: self.table.text(row, column),
            at: self.table.at(row, column),
        };
        let mut year = located(Column::Year);
        if self.table.header.column(Column::Year).is_none() {
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
    let at: &Origin = &kind.at;
    let kind = word(&kind.value, at, &COST_KINDS, "", &mut said).ok();
    let year = values.year(&year.value, &year.at, &mut said).ok();
    UnreadLine {
        row,
        component,
        kind,
        year,
    }
}
