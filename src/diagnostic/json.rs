//! Findings for programs: one JSON object, its keys in the words of the YAML files.

use std::io;

use serde::Serializer as _;
use serde::ser::SerializeMap;
use serde_json::Map;
use serde_json::Serializer;
use serde_json::Value;
use serde_json::json;

use super::Diagnostic;
use super::Override;
use super::Severity;
use super::each::Each;
use super::location::Location;
use super::location::Locator;
use super::location::Region;
use super::tally;
use crate::model::AnsweredDemand;
use crate::model::AnsweredSource;
use crate::model::DemandCounts;
use crate::model::Gap;
use crate::model::Gaps;
use crate::model::Tally;
use crate::model::Verdict;
use crate::source::Sources;

/// What the plans leave out, as far as it is asked for and known.
#[derive(Debug)]
pub enum PlanGaps<'a> {
    /// Nobody asked.
    Unasked,
    /// There is no plan, since something must be mended first.
    Unknown,
    /// Those of each plan, by its slug.
    Known(Vec<(&'a str, &'a Gaps)>),
}

/// Writes findings, in the order given, with what is set for rules, how many there are of each
/// severity, what was read of the estimates, and what the plans leave out where that is asked for. Lines and columns count from 1,
/// columns in characters; the end is behind the last one.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl io::Write,
    findings: &[&Diagnostic],
    overrides: &[Override],
    tallies: &[Tally],
    gaps: &PlanGaps<'_>,
    sources: &Sources,
) -> io::Result<()> {
    let mut locator = Locator::new(sources);
    let list = Each::new(findings, |finding| {
        let mut object = Map::new();
        object.insert("ma".to_owned(), finding.code.to_string().into());
        object.insert("muc".to_owned(), finding.severity.key().into());
        object.insert("noi_dung".to_owned(), (&*finding.message).into());
        object.insert("cach_sua".to_owned(), finding.hint.as_deref().into());
        object.extend(place(locator.locate(&finding.at)));
        Value::Object(object)
    });
    let mut locator = Locator::new(sources);
    let settings = Each::new(overrides, |set| {
        let mut object = Map::new();
        object.insert("ma".to_owned(), set.code.to_string().into());
        object.insert(
            "muc".to_owned(),
            set.severity.map_or(Severity::OFF, Severity::key).into(),
        );
        object.insert("ly_do".to_owned(), (&*set.reason).into());
        object.extend(place(locator.locate(&set.at)));
        Value::Object(object)
    });
    let counts: Map<String, Value> = Severity::KEYS
        .into_iter()
        .map(|(key, severity)| {
            let of_it = findings.iter().filter(|f| f.severity == severity);
            (key.to_owned(), of_it.count().into())
        })
        .collect();
    let mut serializer = Serializer::pretty(&mut *out);
    let mut report = serializer.serialize_map(None)?;
    report.serialize_entry("phat_hien", &list)?;
    report.serialize_entry("dat_lai_muc", &settings)?;
    report.serialize_entry("so_luong", &counts)?;
    let read = Each::new(tallies, |read| tally::value(read, sources));
    report.serialize_entry("da_doc", &read)?;
    match gaps {
        PlanGaps::Unasked => {}
        PlanGaps::Unknown => report.serialize_entry("chua_chon", &Value::Null)?,
        PlanGaps::Known(gaps) => {
            let plans = Each::new(gaps, |(slug, gaps)| {
                json!({
                    "xa": slug,
                    "thiet_yeu": left_out(&gaps.essential),
                    "bo_sung": left_out(&gaps.recommended),
                    "muc_tieu": left_out(&gaps.objectives),
                    "nhiem_vu": left_out(&gaps.tasks),
                    "yeu_cau": demands(&gaps.demands),
                })
            });
            report.serialize_entry("chua_chon", &plans)?;
        }
    }
    SerializeMap::end(report)?;
    writeln!(out)
}

fn left_out(gaps: &[Gap]) -> Value {
    let gaps = gaps.iter();
    gaps.map(|gap| json!({"ma": gap.code, "ten": gap.name, "ly_do": gap.reason}))
        .collect()
}

/// How many demands of each source are met, met in part, unmet and none of this plan's; those that are unmet, and
/// those that are met in part with the contents that are missing.
fn demands(sources: &[AnsweredSource]) -> Value {
    let sources = sources.iter().map(|source| {
        let counts = DemandCounts::of(std::slice::from_ref(source));
        let of = |verdict, value: fn(&AnsweredDemand) -> Value| -> Value {
            let demands = source.demands.iter();
            let demands = demands.filter(|demand| demand.reply.verdict == verdict);
            demands.map(value).collect()
        };
        json!({
            "tai_lieu": source.document,
            "dap_ung": counts.met,
            "dap_ung_mot_phan": counts.partly,
            "chua_dap_ung": counts.unmet,
            "can_doi_chieu": counts.own,
            "khong_thuoc": counts.waived,
            "con_thieu": of(Verdict::Unmet, demand),
            "con_thieu_mot_phan": of(Verdict::Partly, |it| {
                let mut value = demand(it);
                let missing = it.reply.missing.iter().map(|asked| &asked.content);
                value["noi_dung"] = missing.flatten().map(|content| &**content).collect();
                value
            }),
        })
    });
    sources.collect()
}

fn demand(it: &AnsweredDemand) -> Value {
    json!({"ma": it.code, "muc": it.section, "yeu_cau": it.text})
}

/// The keys of a place.
fn place(location: Location<'_>) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("tep".to_owned(), location.path.into());
    match location.region {
        Region::File => {}
        Region::Text { start, end, quote } => {
            object.insert("dong".to_owned(), start.line.into());
            object.insert("cot".to_owned(), start.column.into());
            object.insert("dong_cuoi".to_owned(), end.line.into());
            object.insert("cot_cuoi".to_owned(), end.column.into());
            object.insert("trich".to_owned(), quote.into());
        }
        Region::Cell {
            sheet, cell, quote, ..
        } => {
            object.insert("trang_tinh".to_owned(), sheet.into());
            object.insert("o".to_owned(), cell.into());
            object.insert("trich".to_owned(), quote.into());
        }
    }
    object
}
