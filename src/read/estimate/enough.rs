//! Whether a table tells all that its lines need: in columns, in headings or on the tab. What it does not
//! tell is asked for at once, with the heads that were understood and those that were not.

use super::Column;
use super::Reader;
use super::columns::CODE;
use super::columns::KIND;
use super::columns::SOURCE;
use super::columns::YEAR;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::read::table::Column as _;
use crate::read::table::listed;
use crate::source::Cell;
use crate::source::CellRef;

impl<'a> Reader<'a> {
    /// Whether the table tells all that a line needs, in its columns, in headings or on the tab; reports
    /// at once all that it does not, with what was seen.
    pub(super) fn tells_enough(&mut self) -> bool {
        let mut missing: Vec<&str> = Vec::new();
        for name in Column::missing(&self.table.header.names()) {
            // The rows are gone through only for what no head tells.
            let columns: &[Column] = match name {
                KIND => &[Column::Kind],
                SOURCE => &[Column::Source],
                CODE => &[Column::Row, Column::Component],
                YEAR if self.year_of_sheet.is_some() => continue,
                YEAR => &[Column::Year],
                _ => &[],
            };
            if !columns.iter().any(|column| self.headings_tell(*column)) {
                missing.push(match name {
                    YEAR => "Năm (tên trang cũng không ghi năm)",
                    name => name,
                });
            }
        }
        if missing.is_empty() {
            return true;
        }
        let named = self.table.header.named();
        let Some(first) = named.first().copied() else {
            return false;
        };
        let heads = |heads: &[CellRef]| {
            let texts = heads.iter().filter_map(|at| {
                let text = self.table.sheet.cell(*at).map(Cell::display)?;
                Some((at, text))
            });
            listed(texts.filter(|(_, text)| !text.trim().is_empty()))
        };
        let mut message = format!(
            "bảng dự toán thiếu cột: {}; đã thấy: {}",
            missing.join("; "),
            heads(&named).unwrap_or_default()
        );
        if let Some(unknown) = heads(self.table.header.others()) {
            message.push_str("; chưa hiểu: ");
            message.push_str(&unknown);
        }
        let at = self.table.place.cell(first);
        let finding = Diagnostic::new(Code::ESTIMATE_COLUMN, at, message);
        let hint = "thêm các cột này, hoặc ghi ở dòng nhóm phía trên các khoản, ví dụ \"I.1.7 Trang thiết bị\", \"Năm 2027\"; \
                    đặt tên cột như bảng mẫu mà lệnh xaso new tạo ra";
        self.table.diagnostics.report(finding.hint(hint));
        false
    }
}
