//! Rows of the survey that are today's value of a target, which so is typed once: there or in the target.

use super::reader::Reader;
use super::reader::SurveyedRow;
use super::targets::DraftTargets;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Decimal;
use crate::model::OwnSurvey;
use crate::model::SurveyRow;
use crate::model::SurveyValue;
use crate::model::fold;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;

impl Reader<'_> {
    /// A row that is today's value of a target: it takes name and unit from the objective, and the value from
    /// the target unless it has one, which then is the target's.
    pub(super) fn linked_row(
        &mut self,
        node: &Node,
        link: &Node,
        mut fields: Fields<'_>,
    ) -> Result<SurveyRow, Reported> {
        let code = self.objective_code(link);
        let name = self.text(&mut fields, keys::NAME);
        let own_unit = self.text(&mut fields, keys::UNIT);
        let value = fields.take(keys::VALUE);
        let note = self.text(&mut fields, keys::NOTE).unwrap_or_default();
        fields.finish(self.diagnostics);
        let code = code?;
        let objective = self.catalogue.objective(&code);
        let unit = objective.map(|it| it.unit.clone()).unwrap_or_default();
        if let Some(own) = own_unit.filter(|own| fold(own) != fold(&unit)) {
            let message = format!("chỉ tiêu {code} tính bằng {unit}, dòng này ghi {own}");
            let finding = Diagnostic::new(Code::CONTRADICTORY, node.origin(), message);
            let finding = finding.hint("bỏ `don_vi` ở dòng này: đơn vị lấy theo chỉ tiêu");
            return Err(self.diagnostics.report(finding));
        }
        let value = match value {
            Some(value) => Some(self.today(value, &unit)?),
            None => None,
        };
        let row = SurveyedRow {
            value,
            at: link.origin(),
        };
        self.surveyed.0.insert(code.clone(), row);
        Ok(SurveyRow {
            name: name
                .or_else(|| Some(objective?.name.clone()))
                .unwrap_or_default(),
            objective: Some(code),
            value: value.map_or_else(|| SurveyValue::Text(String::new()), SurveyValue::Number),
            unit,
            note,
        })
    }

    /// The value of today of what is counted in a unit.
    fn today(&mut self, node: &Node, unit: &str) -> Result<Decimal, Reported> {
        match unit {
            "%" => fields::decimal_up_to(100, node, self.diagnostics),
            _ => fields::decimal(node, self.diagnostics),
        }
    }

    /// Fills the rows of the survey that take their value from a target.
    pub(super) fn link(
        &mut self,
        survey: &mut OwnSurvey,
        targets: &DraftTargets,
    ) -> Result<(), Reported> {
        let rows = survey.groups.iter_mut().flat_map(|group| &mut group.rows);
        let mut result = Ok(());
        for row in rows {
            let Some(code) = &row.objective else { continue };
            let Some(said) = self.surveyed.0.get(code).filter(|row| row.value.is_none()) else {
                continue;
            };
            let mut list = targets.list.iter();
            let target = list.find(|target| target.objective == *code);
            match target.map(|target| target.baseline) {
                Some(Some(baseline)) => row.value = SurveyValue::Number(baseline),
                // Why it has none was told.
                Some(None) => {}
                None if targets.named.is_err() => {}
                None => {
                    let message = format!(
                        "dòng “{}” lấy hiện trạng của {code}, nhưng kế hoạch không có chỉ tiêu này",
                        row.name
                    );
                    let finding = Diagnostic::new(Code::MISSING_KEY, said.at.clone(), message);
                    let finding = finding.hint(format!(
                        "ghi `gia_tri` ở dòng này, hoặc thêm chỉ tiêu {code}"
                    ));
                    result = Err(self.diagnostics.report(finding));
                }
            }
        }
        result
    }
}
