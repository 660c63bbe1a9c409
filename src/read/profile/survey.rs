//! The survey of today's state and the targets.

use super::reader::twice;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::Reported;
use crate::diagnostic::shorten;
use crate::load::Node;
use crate::load::NodeValue;
use crate::model::Decimal;
use crate::model::OwnSurvey;
use crate::model::SurveyGroup;
use crate::model::SurveyRow;
use crate::model::keys;
use crate::read::fields;
use crate::read::fields::Fields;
use std::collections::BTreeMap;

use super::found;
use super::own;
use super::reader::Reader;
use super::reader::join_years;
use super::targets::DraftTarget;
use super::targets::DraftTargets;

impl Reader<'_> {
    pub(super) fn survey(&mut self, node: &Node) -> Result<OwnSurvey, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let mut own = |key| {
            let node = fields.take(key)?;
            Some(self.texts.own(node, self.diagnostics))
        };
        let overview = own(keys::OVERVIEW).unwrap_or_default();
        let strengths = own(keys::STRENGTHS).unwrap_or_default();
        let weaknesses = own(keys::WEAKNESSES).unwrap_or_default();
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
        if let Some(link) = fields.take(keys::TARGETS) {
            return self.linked_row(node, link, fields);
        }
        let name = self.required_text(&mut fields, keys::NAME);
        let value = fields.require(keys::VALUE, self.diagnostics);
        let unit = self.text(&mut fields, keys::UNIT).unwrap_or_default();
        let value = value.and_then(|node| {
            let name = name.as_deref().unwrap_or_default();
            found::value(node, name, &unit, self.diagnostics)
        });
        let note = self.text(&mut fields, keys::NOTE).unwrap_or_default();
        fields.finish(self.diagnostics);
        Ok(SurveyRow {
            name: name?,
            objective: None,
            value: value?,
            unit,
            note,
        })
    }

    pub(super) fn targets(&mut self, node: &Node, years: Result<&[i32], Reported>) -> DraftTargets {
        let mut targets: Vec<DraftTarget> = Vec::new();
        let mut named = node.unread.map_or(Ok(()), Err);
        let mut read = Ok(());
        let items = fields::list(node, self.diagnostics).unwrap_or_else(|reported| {
            (named, read) = (Err(reported), Err(reported));
            &[]
        });
        for item in items {
            let target = match self.target(item, years) {
                Ok(target) => target,
                Err(reported) => {
                    named = Err(reported);
                    continue;
                }
            };
            if targets
                .iter()
                .any(|earlier| earlier.objective == target.objective)
            {
                twice(item, "chỉ tiêu", &target.objective, self.diagnostics);
                continue;
            }
            targets.push(target);
        }
        DraftTargets {
            list: targets,
            named,
            read,
        }
    }

    fn target(
        &mut self,
        node: &Node,
        years: Result<&[i32], Reported>,
    ) -> Result<DraftTarget, Reported> {
        let mut fields = Fields::new(node, self.diagnostics)?;
        let code = match self.own.code(node) {
            Some(own) => {
                let _ = fields.take(keys::CODE);
                own::take_objective(&mut fields);
                own.map(|own| own.code.clone())
            }
            None => {
                let code = fields.require(keys::CODE, self.diagnostics);
                code.and_then(|node| self.objective_code(node))
            }
        };
        // The survey may have said it.
        let surveyed = code
            .as_deref()
            .ok()
            .and_then(|code| self.surveyed.value(code));
        let baseline = match fields.take(keys::SITUATION) {
            None if surveyed.is_some() => None,
            Some(node) => Some(Ok(node)),
            None => Some(fields.require(keys::SITUATION, self.diagnostics)),
        };
        let objective = code
            .as_deref()
            .ok()
            .and_then(|code| self.catalogue.objective(code));
        let is_share = objective.is_some_and(|objective| objective.unit == "%");
        let number = |node: &Node, diagnostics: &mut Diagnostics| match is_share {
            true => fields::decimal_up_to(100, node, diagnostics),
            false => fields::decimal(node, diagnostics),
        };
        let baseline = match baseline {
            Some(node) => node.and_then(|node| number(node, self.diagnostics)).ok(),
            None => surveyed,
        };
        let values = fields.require(keys::VALUE, self.diagnostics);
        let (values, has_all) = match values {
            Ok(node) => self.yearly(node, years, number),
            Err(reported) => (BTreeMap::new(), Err(reported)),
        };
        // What no source asks for stays below none.
        let reason = match self.own.code(node) {
            Some(_) => None,
            None => self.text(&mut fields, keys::REASON),
        };
        fields.finish(self.diagnostics);
        Ok(DraftTarget {
            objective: code?,
            baseline,
            values,
            has_all: has_all.is_ok(),
            reason,
            at: node.origin(),
        })
    }

    pub(super) fn objective_code(&mut self, node: &Node) -> Result<String, Reported> {
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
        let finding = self.diagnostics.suggest_codes(finding, code, known);
        Err(self.diagnostics.report_unknown(code, finding))
    }

    /// Values of the years that are written without them: `90 - 100`.
    fn values_without_years(
        &mut self,
        node: &Node,
        text: &str,
        years: Result<&[i32], Reported>,
    ) -> Reported {
        let years = years.unwrap_or_default();
        let figures = text.replace("đến", "-").replace('%', "");
        let figures = figures.split(['-', '–', ';', '/']).map(str::trim);
        let figures: Option<Vec<Decimal>> = figures.map(Decimal::parse).collect();
        let values = figures.filter(|figures| figures.len() == years.len());
        let pairs = years.iter().enumerate().map(|(index, year)| {
            let value = values.as_ref().and_then(|values| values.get(index));
            format!("{year}: {}", value.map_or("…".to_owned(), |it| it.plain()))
        });
        let pairs: Vec<String> = pairs.collect();
        let message = format!(
            "ở đây cần một giá trị cho mỗi năm, đang là `{}`",
            shorten(text)
        );
        let finding = Diagnostic::new(Code::WRONG_TYPE, node.origin(), message);
        self.diagnostics
            .report(finding.hint(format!("viết {{{}}}", pairs.join(", "))))
    }

    /// A value for each year of the plan, and for no other year; the fault, where there is one.
    fn yearly(
        &mut self,
        node: &Node,
        years: Result<&[i32], Reported>,
        number: impl Fn(&Node, &mut Diagnostics) -> Result<Decimal, Reported>,
    ) -> (BTreeMap<i32, Decimal>, Result<(), Reported>) {
        let mut by_year = BTreeMap::new();
        if let (NodeValue::Scalar(text), Ok([_, _, ..])) = (&node.value, years) {
            return (by_year, Err(self.values_without_years(node, text, years)));
        }
        let entries = match fields::mapping(node, self.diagnostics) {
            Ok(entries) => entries,
            Err(reported) => return (by_year, Err(reported)),
        };
        let mut sound = years.map(|_| ());
        for (index, entry) in entries.iter().enumerate() {
            // A year that stands twice was told of.
            let accident = || fields::accident(entries, index, self.diagnostics);
            if let Some(reported) = entry.value.unread.or_else(accident) {
                sound = Err(reported);
                continue;
            }
            let year = entry.key.parse().ok();
            let is_of_plan = |year: &i32| years.is_ok_and(|years| years.contains(year));
            if years.is_ok() && !year.as_ref().is_some_and(is_of_plan) {
                let message = format!("năm {} không thuộc kế hoạch", entry.key);
                let finding = Diagnostic::new(Code::TARGET_YEARS, entry.key_origin(), message);
                let years = join_years(years.unwrap_or_default());
                self.diagnostics
                    .report(finding.hint(format!("các năm của kế hoạch: {years}")));
            }
            match (number(&entry.value, self.diagnostics), year) {
                (Ok(value), Some(year)) if years.is_err() || is_of_plan(&year) => {
                    by_year.insert(year, value);
                }
                (Err(reported), _) => sound = Err(reported),
                (Ok(_), _) => {}
            }
        }
        let (Ok(()), Ok(years)) = (sound, years) else {
            return (by_year, sound);
        };
        if let Some(reported) = node.unread {
            return (by_year, Err(reported));
        }
        let missing = years.iter().filter(|year| !by_year.contains_key(year));
        let missing: Vec<i32> = missing.copied().collect();
        let Some(first) = missing.first() else {
            return (by_year, Ok(()));
        };
        let message = format!("chỉ tiêu chưa có giá trị cho năm {}", join_years(&missing));
        let finding = Diagnostic::new(Code::TARGET_YEARS, node.origin(), message);
        let hint = format!("thêm giá trị của năm còn thiếu vào trong ngoặc, ví dụ {first}: 80");
        let reported = self.diagnostics.report(finding.hint(hint));
        (by_year, Err(reported))
    }
}
