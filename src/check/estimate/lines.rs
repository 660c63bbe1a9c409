//! An estimate in YAML → cost lines: the same values under keys instead of columns.

use super::unread;
use super::values;
use super::values::COST_KINDS;
use super::values::SOURCES;
use super::values::Values;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::check::keys;
use crate::check::letters;
use crate::check::table::word;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::CostLine;
use crate::model::Estimate;
use crate::model::LinePlaces;
use crate::source::Located;
use crate::source::Origin;

/// Reads `du_toan`, a list of lines.
pub(in crate::check) fn read_lines(
    node: &Node,
    values: Values<'_>,
    diagnostics: &mut Diagnostics,
) -> Estimate {
    let mut estimate = Estimate::default();
    let Ok(mut fields) = Fields::new(node, diagnostics) else {
        return estimate;
    };
    let list = fields.require(keys::ESTIMATE, diagnostics);
    fields.finish(diagnostics);
    let items = list.and_then(|list| fields::list(list, diagnostics));
    let Ok(items) = items else { return estimate };
    estimate.is_found = true;
    for item in items {
        match line(item, values, diagnostics) {
            Ok(line) => estimate.lines.push(line),
            Err(_) => estimate.unread.push(unread::of_item(item, values)),
        }
    }
    estimate
}

fn line(
    node: &Node,
    values: Values<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<CostLine, Reported> {
    let mut fields = Fields::new(node, diagnostics)?;
    let own = node.origin();
    let row = text(&mut fields, keys::ROW, &own, diagnostics);
    let code = text(&mut fields, keys::COMPONENTS, &own, diagnostics);
    let row_and_component = values.row_and_component(&row, &code, diagnostics);
    let description = required(&mut fields, keys::CONTENT, diagnostics);
    let unit = text(&mut fields, keys::UNIT, &own, diagnostics);
    let quantity = fields.require(keys::QUANTITY, diagnostics);
    let quantity = quantity.and_then(|node| {
        let quantity = fields::decimal(node, diagnostics)?;
        Ok((quantity, node.origin()))
    });
    let listed = || {
        let what = &description.as_ref().ok()?.value;
        let price = values.listed_price(what, &unit.value, &own, diagnostics)?;
        Some((price, own.clone()))
    };
    let written = fields.take(keys::UNIT_PRICE);
    let unit_price = match written.map_or_else(listed, |_| None) {
        Some(listed) => Ok(listed),
        None => fields
            .require(keys::UNIT_PRICE, diagnostics)
            .and_then(|node| {
                let price = fields::dong(node, diagnostics)?;
                Ok((price, node.origin()))
            }),
    };
    let stated = fields.take(keys::AMOUNT);
    let kind = required(&mut fields, keys::KIND, diagnostics);
    let kind = kind.and_then(|kind| {
        let found = word(
            &kind.value,
            &kind.at,
            &COST_KINDS,
            "loại chi phí",
            diagnostics,
        )?;
        Ok((found, kind.at))
    });
    let year = required(&mut fields, keys::YEAR, diagnostics).and_then(|year| {
        let found = values.year(&year.value, &year.at, diagnostics)?;
        Ok((found, year.at))
    });
    let source = required(&mut fields, keys::FUNDING_SOURCE, diagnostics).and_then(|source| {
        let at = source.at;
        let found = word(&source.value, &at, &SOURCES, "nguồn kinh phí", diagnostics)?;
        Ok((values.source(found, &at, diagnostics)?, at))
    });
    let note = text(&mut fields, keys::NOTE, &own, diagnostics);
    fields.finish(diagnostics);
    let amount = match (&quantity, &unit_price) {
        (Ok((quantity, at)), Ok((price, _))) => values::product(*quantity, *price, at, diagnostics),
        (Err(reported), _) | (_, Err(reported)) => Err(*reported),
    };
    let amount = amount.and_then(|product| {
        if let Some(node) = stated {
            let stated = Located {
                value: fields::dong(node, diagnostics)?,
                at: node.origin(),
            };
            values::check_stated(product, &stated, diagnostics)?;
        }
        Ok(product)
    });
    let (budget_row, component) = row_and_component?;
    let (description, (kind, kind_at)) = (description?, kind?);
    let ((year, year_at), (source, source_at)) = (year?, source?);
    let (unit_price, unit_price_at) = unit_price?;
    Ok(CostLine {
        row: budget_row,
        component,
        description: description.value,
        unit: unit.value,
        quantity: quantity?.0,
        unit_price,
        amount: amount?,
        kind,
        year,
        source,
        note: note.value,
        at: LinePlaces {
            row: row.at,
            description: description.at,
            unit_price: unit_price_at,
            amount: stated.map_or(own, Node::origin),
            kind: kind_at,
            year: year_at,
            source: source_at,
        },
    })
}

/// A text that may be missing; it then stands where the line does.
fn text(
    fields: &mut Fields<'_>,
    key: &'static str,
    own: &Origin,
    diagnostics: &mut Diagnostics,
) -> Located<String> {
    let node = fields.take(key);
    let written = node.and_then(|node| fields::text(node, diagnostics).ok());
    let at = node.map_or_else(|| own.clone(), Node::origin);
    let value = written.unwrap_or("").trim().to_owned();
    letters::check(&value, &at, diagnostics);
    Located { value, at }
}

/// A text that must be there.
fn required(
    fields: &mut Fields<'_>,
    key: &'static str,
    diagnostics: &mut Diagnostics,
) -> Result<Located<String>, Reported> {
    let node = fields.require(key, diagnostics)?;
    let value = fields::text(node, diagnostics)?.trim().to_owned();
    let at = node.origin();
    letters::check(&value, &at, diagnostics);
    Ok(Located { value, at })
}
