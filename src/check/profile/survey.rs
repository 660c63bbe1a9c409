//! The survey of today's state and the targets.

use crate::check::choices;
use crate::check::fields;
use crate::check::fields::Fields;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Reported;
use crate::load::Node;
use crate::model::Decimal;
use crate::model::OwnSurvey;
use crate::model::SurveyGroup;
use crate::model::SurveyRow;
use crate::model::SurveyValue;
use crate::model::Target;
use crate::model::keys;
use std::collections::BTreeMap;

use super::Reader;
use super::join_years;

impl Reader<'_> {
    pub(super) fn survey(&mut self, node: &Node) -> Result<OwnSurvey, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let mut markdown = |key| {
            let node = fields.take(key)?;
            Some(self.texts.node(node, self.diagnostics))
        };
        let overview = markdown(keys::OVERVIEW).unwrap_or_default();
        let strengths = markdown(keys::STRENGTHS).unwrap_or_default();
        let weaknesses = markdown(keys::WEAKNESSES).unwrap_or_default();
        let mut groups = Vec::new();
        if let Some(node) = fields.take(keys::SURVEY) {
            for item in fields::list(node, self.diagnostics).unwrap_or_default() {
                groups.extend(self.survey_group(item));
            }
        }
        fields.finish(self.diagnostics);
        Ok(OwnSurvey {
            overview,
            groups,
            strengths,
            weaknesses,
        })
    }

    fn survey_group(&mut self, node: &Node) -> Result<SurveyGroup, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let name = self.required_text(&mut fields, keys::GROUP);
        let rows = fields.require(keys::INDICATORS, self.diagnostics);
        fields.finish(self.diagnostics);
        let mut group = SurveyGroup {
            name: name?,
            rows: Vec::new(),
        };
        for item in fields::list(rows?, self.diagnostics)? {
            group.rows.extend(self.survey_row(item));
        }
        Ok(group)
    }

    fn survey_row(&mut self, node: &Node) -> Result<SurveyRow, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let name = self.required_text(&mut fields, keys::NAME);
        let value = fields.require(keys::VALUE, self.diagnostics);
        let value = value.and_then(|node| fields::text(node, self.diagnostics));
        let unit = self.text(&mut fields, keys::UNIT).unwrap_or_default();
        let note = self.text(&mut fields, keys::NOTE).unwrap_or_default();
        fields.finish(self.diagnostics);
        let value = value?;
        let value = Decimal::parse(value)
            .map_or_else(|| SurveyValue::Text(value.to_owned()), SurveyValue::Number);
        Ok(SurveyRow {
            name: name?,
            value,
            unit,
            note,
        })
    }

    pub(super) fn targets(&mut self, node: &Node, years: Result<&[i32], Reported>) -> Vec<Target> {
        let mut targets: Vec<Target> = Vec::new();
        for item in fields::list(node, self.diagnostics).unwrap_or_default() {
            let Ok(target) = self.target(item, years) else {
                continue;
            };
            if targets
                .iter()
                .any(|earlier| earlier.objective == target.objective)
            {
                choices::twice(item, "chỉ tiêu", &target.objective, self.diagnostics);
                continue;
            }
            targets.push(target);
        }
        targets
    }

    fn target(&mut self, node: &Node, years: Result<&[i32], Reported>) -> Result<Target, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = fields.require(keys::CODE, self.diagnostics);
        let code = code.and_then(|node| self.objective_code(node));
        let baseline = fields.require(keys::SITUATION, self.diagnostics);
        let baseline = baseline.and_then(|node| fields::decimal(node, self.diagnostics));
        let values = fields.require(keys::VALUE, self.diagnostics);
        let values = values.and_then(|node| self.yearly(node, years));
        let reason = self.text(&mut fields, keys::REASON);
        fields.finish(self.diagnostics);
        Ok(Target {
            objective: code?,
            baseline: baseline?,
            values: values?,
            reason,
            at: node.origin(),
        })
    }

    fn objective_code(&mut self, node: &Node) -> Result<String, Reported> {
        let code = fields::text(node, self.diagnostics)?;
        if let Some(objective) = self.catalogue.objective(code) {
            if let Some(superseded) = &objective.superseded {
                let reason = superseded.reason.as_deref().unwrap_or_default();
                let message = format!("chỉ tiêu {code} không còn áp dụng. {reason}");
                let finding = Diagnostic::new(
                    Code::SUPERSEDED_OBJECTIVE,
                    node.origin(),
                    message.trim_end_matches(['.', ' ']),
                );
                self.diagnostics
                    .report(finding.hint(match superseded.by.as_slice() {
                        [] => "bỏ chỉ tiêu này".to_owned(),
                        codes => format!("thay bằng {}", codes.join(", ")),
                    }));
            }
            return Ok(code.to_owned());
        }
        let message = format!("không có chỉ tiêu nào mang mã `{code}`");
        let finding = Diagnostic::new(Code::UNKNOWN_OBJECTIVE, node.origin(), message);
        let known = self
            .catalogue
            .objectives
            .iter()
            .map(|objective| objective.code.as_str());
        let finding = finding.suggest(code, known);
        Err(self.diagnostics.report_unknown(code, finding))
    }

    /// A value for each year of the plan, in their order, and for no other year.
    fn yearly(
        &mut self,
        node: &Node,
        years: Result<&[i32], Reported>,
    ) -> Result<Vec<Decimal>, Reported> {
        let entries = fields::mapping(node, self.diagnostics)?;
        let mut by_year = BTreeMap::new();
        let mut sound = Ok(());
        for (index, entry) in entries.iter().enumerate() {
            // A year that stands twice was told of.
            let accident = || fields::accident(entries, index, self.diagnostics);
            if let Some(reported) = entry.value.unread.or_else(accident) {
                sound = Err(reported);
                continue;
            }
            let value = match fields::decimal(&entry.value, self.diagnostics) {
                Ok(value) => value,
                Err(reported) => {
                    sound = Err(reported);
                    continue;
                }
            };
            let Ok(years) = years else { continue };
            let year = entry.key.parse().ok().filter(|year| years.contains(year));
            match year {
                Some(year) => {
                    by_year.insert(year, value);
                }
                None => {
                    let message = format!("năm {} không thuộc kế hoạch", entry.key);
                    self.diagnostics.report(
                        Diagnostic::new(Code::TARGET_YEARS, entry.key_origin(), message)
                            .hint(format!("các năm của kế hoạch: {}", join_years(years))),
                    );
                }
            }
        }
        sound?;
        let years = years?;
        if let Some(reported) = node.unread {
            return Err(reported);
        }
        let values: Vec<Decimal> = years
            .iter()
            .filter_map(|year| by_year.get(year))
            .copied()
            .collect();
        if values.len() == years.len() {
            return Ok(values);
        }
        let missing: Vec<i32> = years
            .iter()
            .filter(|year| !by_year.contains_key(year))
            .copied()
            .collect();
        let message = format!("chỉ tiêu chưa có giá trị cho năm {}", join_years(&missing));
        let finding = Diagnostic::new(Code::TARGET_YEARS, node.origin(), message);
        let missing = missing.first().copied().unwrap_or_default();
        let hint = format!("thêm giá trị của năm còn thiếu vào trong ngoặc, ví dụ {missing}: 80");
        Err(self.diagnostics.report(finding.hint(hint)))
    }
}
