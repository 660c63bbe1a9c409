//! The rows that a commune adds to Phụ lục II.

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::BudgetRow;
use crate::model::keys;
use crate::read::catalogue::row_id;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::references::BUDGET_ROWS;

impl Reader<'_> {
    /// The commune's own rows; the fault of one that could not be read, where there is one.
    pub(super) fn own_rows(&mut self, node: &Node) -> (Vec<BudgetRow>, Result<(), Reported>) {
        let mut rows: Vec<BudgetRow> = Vec::new();
        let mut sound = Ok(());
        let items = fields::list(node, self.diagnostics).unwrap_or_else(|reported| {
            sound = Err(reported);
            &[]
        });
        for item in items {
            let row = match self.own_row(item) {
                Ok(row) => row,
                Err(reported) => {
                    sound = Err(reported);
                    continue;
                }
            };
            let known = |id: &crate::model::BudgetRowId| {
                self.catalogue.budget_row(id).is_some() || rows.iter().any(|row| row.id == *id)
            };
            let fault = if known(&row.id) {
                Some(format!("dòng {} đã có trong Phụ lục II", row.id))
            } else {
                let parent = row.id.parent().filter(|parent| !known(parent));
                parent.map(|parent| format!("dòng {} không có dòng cha {parent}", row.id))
            };
            match fault {
                None => rows.push(row),
                Some(message) => {
                    let finding = Diagnostic::new(Code::BAD_BUDGET_ROW, item.origin(), message);
                    let finding = finding.hint("chọn số tiếp theo dưới dòng cha đã có, ví dụ I.3");
                    sound = Err(self.diagnostics.report_unknown(BUDGET_ROWS, finding));
                }
            }
        }
        (rows, sound)
    }

    fn own_row(&mut self, node: &Node) -> Result<BudgetRow, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = fields.require(keys::CODE, self.diagnostics);
        let id = code.and_then(|node| {
            let code = fields::text(node, self.diagnostics)?;
            row_id(node, code, self.diagnostics)
        });
        let name = self.required_text(&mut fields, keys::NAME);
        fields.finish(self.diagnostics);
        Ok(BudgetRow {
            id: id?,
            name: name?,
        })
    }
}
