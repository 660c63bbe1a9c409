//! An estimate in YAML → cost lines: the same values under keys instead of columns.

use super::unread;
use super::values;
use super::values::Values;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::CostLine;
use crate::model::Decimal;
use crate::model::Dong;
use crate::model::Estimate;
use crate::model::LinePieces;
use crate::model::LinePlaces;
use crate::model::TableRead;
use crate::model::UnreadLine;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::source::Located;
use crate::source::Origin;

/// Reads `du_toan`, a list of lines.
pub(in crate::read) fn read_lines(
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
    if node.unread.is_some() || list.is_ok_and(|list| list.unread.is_some()) {
        estimate.unread.push(UnreadLine::default());
    }
    let mut read = TableRead {
        at: node.origin(),
        sheet: String::new(),
        price_unit: 1,
        amount_unit: Some(1),
        // An amount in YAML is one in đồng: that is a rule of the file and no guess.
        is_unit_stated: true,
        is_unit_asked: false,
        n_lines: 0,
        n_unread: 0,
        rows: None,
    };
    for item in items {
        match line(item, values, diagnostics) {
            Ok(line) => {
                read.n_lines += 1;
                estimate.lines.push(line);
            }
            Err(_) => {
                read.n_unread += 1;
                estimate.unread.push(unread::of_item(item, values));
            }
        }
    }
    estimate.tables.push(read);
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
    let quantity = quantity.and_then(|node| quantity_of(node, diagnostics));
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
    let kind = required(&mut fields, keys::KIND, diagnostics)
        .and_then(|kind| Ok((Values::kind(&kind, diagnostics)?, kind.at)));
    let year = required(&mut fields, keys::YEAR, diagnostics).and_then(|year| {
        let found = values.year(&year.value, &year.at, diagnostics)?;
        Ok((found, year.at))
    });
    let source = required(&mut fields, keys::FUNDING_SOURCE, diagnostics)
        .and_then(|source| Ok((values.source(&source, diagnostics)?, source.at)));
    let note = text(&mut fields, keys::NOTE, &own, diagnostics);
    fields.finish(diagnostics);
    let stated_amount = stated.map(|node| {
        let value = fields::dong(node, diagnostics)?;
        let at = node.origin();
        Ok(Located { value, at })
    });
    let stated_amount: Result<Option<Located<Dong>>, Reported> = stated_amount.transpose();
    let (quantity, (unit_price, unit_price_at)) = (quantity?, unit_price?);
    let amount = values::amount(&quantity, unit_price, stated_amount?.as_ref(), diagnostics);
    let (budget_row, component) = row_and_component?;
    let (description, (kind, kind_at)) = (description?, kind?);
    let ((year, year_at), (source, source_at)) = (year?, source?);
    Ok(CostLine {
        row: budget_row,
        component,
        description: description.value,
        detail: String::new(),
        unit: unit.value,
        quantity: quantity.value,
        unit_price,
        amount: amount?,
        kind,
        year,
        source,
        note: note.value,
        at: LinePlaces::each(LinePieces {
            row: row.at,
            description: description.at,
            unit_price: unit_price_at,
            amount: stated.map_or(own, Node::origin),
            kind: kind_at,
            year: year_at,
            source: source_at,
        }),
    })
}

/// A quantity, which is not negative.
fn quantity_of(node: &Node, diagnostics: &mut Diagnostics) -> Result<Located<Decimal>, Reported> {
    let value = fields::decimal(node, diagnostics)?;
    let at = node.origin();
    if value.is_negative() {
        let finding = Diagnostic::new(Code::NEGATIVE_AMOUNT, at, "số lượng là số âm");
        return Err(diagnostics.report(finding.hint("số lượng là số từ 0 trở lên")));
    }
    Ok(Located { value, at })
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
    Ok(Located { value, at })
}
