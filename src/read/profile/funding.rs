//! What a profile says of its money as a whole: its ceiling, and how amounts are shown.

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::ChosenFunding;
use crate::model::DisplayUnit;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::source::Located;

impl Reader<'_> {
    /// The ceiling, the unit of the amounts and how many decimals they may have: without a word of it as
    /// many as show every đồng.
    pub(super) fn funding(&mut self, node: &Node) -> Result<ChosenFunding, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let ceiling = fields.take(keys::CEILING).and_then(|node| {
            let value = fields::dong(node, self.diagnostics).ok()?;
            Some(Located {
                value,
                at: node.origin(),
            })
        });
        let unit = fields.take(keys::DISPLAY_UNIT).map_or_else(
            || Ok(DisplayUnit::default()),
            |node| fields::choice(node, &DisplayUnit::KEYS, self.diagnostics),
        );
        let places = fields.take(keys::MOST_PLACES);
        // Of a unit that could not be read nobody knows how many it takes.
        let places = places.and_then(|node| places_in(unit.ok()?, node, self.diagnostics).ok());
        fields.finish(self.diagnostics);
        let unit = unit.unwrap_or_default();
        Ok(ChosenFunding {
            ceiling,
            unit,
            most_places: places.unwrap_or(unit.most_places()),
        })
    }
}

/// How many decimals a unit may have: none counts less than a đồng.
fn places_in(
    unit: DisplayUnit,
    node: &Node,
    diagnostics: &mut Diagnostics,
) -> Result<u32, Reported> {
    let written = fields::text(node, diagnostics)?;
    let most = unit.most_places();
    if let Some(places) = written.parse().ok().filter(|places| *places <= most) {
        return Ok(places);
    }
    let (message, hint) = match unit {
        DisplayUnit::Dong => (
            format!("các bảng tính bằng đồng thì không có chữ số lẻ, ở đây ghi `{written}`"),
            "bỏ `so_le`, hoặc ghi `don_vi_tinh: nghin_dong` hay `trieu_dong`".to_owned(),
        ),
        DisplayUnit::Thousand | DisplayUnit::Million => (
            format!("ở đây cần số chữ số lẻ, từ 0 đến {most}, đang là `{written}`"),
            format!(
                "ghi một số từ 0 đến {most}, ví dụ 2; bỏ `so_le` thì số nào cũng đúng đến từng đồng"
            ),
        ),
    };
    let finding = Diagnostic::new(Code::BAD_NUMBER, node.origin(), message);
    Err(diagnostics.report(finding.hint(hint)))
}
