//! What the three kinds of own entries share: codes, rows, words.

use super::COMPONENT;
use super::Kind;
use super::TASK;
use super::items;
use super::scalar;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::load::Node;
use crate::model::BudgetRowId;
use crate::model::Catalogue;
use crate::model::RichText;
use crate::model::keys;
use crate::read::catalogue::row_id;
use crate::read::fields;
use crate::read::fields::Fields;
use crate::read::profile::additions::OwnCode;
use crate::read::profile::reader::Reader;
use crate::read::references::BUDGET_ROWS;

/// Letters of the longest code.
const LONGEST_CODE: usize = 16;

impl Reader<'_> {
    /// The code that an item writes itself, which is none of the catalogue's.
    pub(super) fn written_code(
        &mut self,
        node: &Node,
        kind: Kind,
        known: impl Fn(&str) -> Option<String>,
    ) -> Result<OwnCode, Reported> {
        let code = fields::text(node, self.diagnostics)?;
        let Kind {
            name,
            letters,
            digits,
        } = kind;
        let example = format!("{letters}{:0digits$}", 1);
        if let Some(official) = known(code) {
            let message = format!("`{code}` là mã của {name} có sẵn “{official}”");
            let finding = Diagnostic::new(Code::DUPLICATE_CODE, node.origin(), message);
            return Err(self.diagnostics.report(finding.hint(format!(
                "chọn {name} có sẵn thì bỏ `ten`; {name} riêng thì ghi mã khác, ví dụ {example}, hoặc bỏ `ma`"
            ))));
        }
        let is_sign = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.');
        let is_code = code.starts_with(char::is_alphabetic)
            && code.chars().all(is_sign)
            && code.chars().count() <= LONGEST_CODE;
        if !is_code {
            let message = format!("`{}` không dùng được làm mã", shorten(code));
            let finding = Diagnostic::new(Code::UNKNOWN_VALUE, node.origin(), message);
            return Err(self.diagnostics.report(finding.hint(format!(
                "mã bắt đầu bằng chữ, gồm chữ, số, dấu gạch ngang, không quá {LONGEST_CODE} ký tự, ví dụ {example}"
            ))));
        }
        Ok(OwnCode {
            code: code.to_owned(),
            is_given: false,
        })
    }

    /// There are more numbers than items, so this is never reached by what anybody writes.
    pub(super) fn no_code(&mut self, node: &Node) -> Reported {
        let finding = Diagnostic::new(Code::MISSING_KEY, node.origin(), "thiếu khóa `ma`");
        self.diagnostics.report(finding)
    }

    /// Reports a code of a list under a key that nothing bears.
    pub(super) fn unknown_reference(
        &mut self,
        node: &Node,
        written: &str,
        key: &str,
        extended: &Catalogue,
    ) {
        let (what, unknown, known): (_, _, Vec<&str>) = match key {
            keys::COMPONENTS => (
                COMPONENT.name,
                Code::UNKNOWN_COMPONENT,
                extended.components.iter().map(|it| &*it.code).collect(),
            ),
            _ => (
                TASK.name,
                Code::UNKNOWN_TASK,
                extended.tasks.iter().map(|it| &*it.code).collect(),
            ),
        };
        let message = format!("không có {what} nào mang mã `{written}`");
        let finding = Diagnostic::new(unknown, node.origin(), message);
        let finding = self.diagnostics.suggest_codes(finding, written, known);
        self.diagnostics.report_unknown(written, finding);
    }

    /// A row of Phụ lục II, the catalogue's or the commune's own.
    pub(super) fn own_entry_row(
        &mut self,
        profile: &Node,
        node: &Node,
    ) -> Result<BudgetRowId, Reported> {
        let written = fields::text(node, self.diagnostics)?;
        let id = row_id(node, written, self.diagnostics)?;
        let own = items(profile, keys::ROW).iter();
        let mut own = own.filter_map(|row| BudgetRowId::parse(scalar(row.get(keys::CODE)?)?));
        if self.catalogue.budget_row(&id).is_some() || own.any(|row| row == id) {
            return Ok(id);
        }
        let message = format!("Phụ lục II không có dòng `{written}`");
        let hint = "dùng mã dòng có sẵn, hoặc thêm dòng của xã bằng khóa `dong` trong hồ sơ";
        let finding = Diagnostic::new(Code::UNKNOWN_BUDGET_ROW, node.origin(), message).hint(hint);
        Err(self.diagnostics.report_unknown(BUDGET_ROWS, finding))
    }

    /// The text of a key that may be missing.
    pub(super) fn own_words(
        &mut self,
        fields: &mut Fields<'_>,
        key: &'static str,
    ) -> Option<RichText> {
        let node = fields.take(key)?;
        Some(self.texts.own(node, self.diagnostics))
    }

    /// The codes that a key lists; whether they are known is seen when all are.
    pub(super) fn own_codes(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Vec<String> {
        let Some(node) = fields.take(key) else {
            return Vec::new();
        };
        let codes = fields::texts(node, self.diagnostics);
        codes.into_iter().map(|(code, _)| code).collect()
    }
}
