//! Findings for programs: one JSON object, its keys in the words of the YAML files.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use super::Diagnostic;
use super::Override;
use super::Severity;
use super::location::Location;
use super::location::Region;
use super::location::locate;
use crate::model::Gap;
use crate::model::Gaps;
use crate::source::Sources;

/// Writes findings, in the order given, with what is set for rules, how many there are of each
/// severity, and what the plans leave out where that is given. Lines and columns count from 1,
/// columns in characters; the end is behind the last one.
pub fn render(
    findings: &[&Diagnostic],
    overrides: &[Override],
    gaps: Option<&[(&str, &Gaps)]>,
    sources: &Sources,
) -> String {
    let list: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let mut object = Map::new();
            object.insert("ma".to_owned(), finding.code.to_string().into());
            object.insert("muc".to_owned(), finding.severity.key().into());
            object.insert("noi_dung".to_owned(), (&*finding.message).into());
            object.insert("cach_sua".to_owned(), finding.hint.as_deref().into());
            object.extend(place(&locate(&finding.at, sources)));
            Value::Object(object)
        })
        .collect();
    let settings: Vec<Value> = overrides
        .iter()
        .map(|set| {
            let mut object = Map::new();
            object.insert("ma".to_owned(), set.code.to_string().into());
            object.insert(
                "muc".to_owned(),
                set.severity.map_or("tat", Severity::key).into(),
            );
            object.insert("ly_do".to_owned(), (&*set.reason).into());
            object.extend(place(&locate(&set.at, sources)));
            Value::Object(object)
        })
        .collect();
    let counts: Map<String, Value> = Severity::KEYS
        .into_iter()
        .map(|(key, severity)| {
            let of_it = findings.iter().filter(|f| f.severity == severity);
            (key.to_owned(), of_it.count().into())
        })
        .collect();
    let mut report = json!({"phat_hien": list, "dat_lai_muc": settings, "so_luong": counts});
    if let Some(gaps) = gaps {
        let plans = gaps.iter().map(|(slug, gaps)| {
            json!({
                "xa": slug,
                "thiet_yeu": left_out(&gaps.essential),
                "bo_sung": left_out(&gaps.recommended),
                "muc_tieu": left_out(&gaps.objectives),
                "nhiem_vu": left_out(&gaps.tasks),
            })
        });
        report["chua_chon"] = plans.collect();
    }
    format!("{report:#}\n")
}

fn left_out(gaps: &[Gap]) -> Value {
    let gaps = gaps.iter();
    gaps.map(|gap| json!({"ma": gap.code, "ten": gap.name, "ly_do": gap.reason}))
        .collect()
}

/// The keys of a place.
fn place(location: &Location<'_>) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("tep".to_owned(), location.path.into());
    match &location.region {
        Region::File => {}
        Region::Text { start, end, line } => {
            object.insert("dong".to_owned(), start.line.into());
            object.insert("cot".to_owned(), start.column.into());
            object.insert("dong_cuoi".to_owned(), end.line.into());
            object.insert("cot_cuoi".to_owned(), end.column.into());
            object.insert("trich".to_owned(), (*line).into());
        }
        Region::Cell { sheet, cell } => {
            object.insert("trang_tinh".to_owned(), (*sheet).into());
            object.insert("o".to_owned(), (&**cell).into());
        }
    }
    object
}
