//! Findings for code hosts: SARIF 2.1.0 (OASIS), which shows them beside the lines of a change.

use std::io;

use serde::Serialize;
use serde_json::Value;
use serde_json::json;

use super::Code;
use super::Diagnostic;
use super::Override;
use super::Severity;
use super::each::Each;
use super::location::Location;
use super::location::Locator;
use super::location::Region;
use super::tally;
use crate::model::Explanation;
use crate::model::Tally;
use crate::source::Sources;

/// The whole report.
#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

/// One run of the program; `R` is the list of its results.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Value,
    language: &'static str,
    column_kind: &'static str,
    invocations: [Value; 1],
    results: R,
}

/// Writes findings as one run; every rule that was found or set is explained in it.
///
/// What was read of each estimate is a note about the run. A rule that is turned off stays in the run with its reason, as the standard wants it.
///
/// # Errors
/// Those of `out`.
pub fn write(
    out: &mut impl io::Write,
    findings: &[&Diagnostic],
    overrides: &[Override],
    tallies: &[Tally],
    explanations: &[Explanation],
    sources: &Sources,
) -> io::Result<()> {
    let is_named = |code: &Code| {
        findings.iter().any(|finding| finding.code == *code)
            || overrides.iter().any(|set| set.code == *code)
    };
    let codes: Vec<Code> = Code::ALL.iter().copied().filter(is_named).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, explanations)).collect();
    let mut locator = Locator::new(sources);
    let notes: Vec<Value> = overrides
        .iter()
        .map(|set| {
            let what = set.severity.map_or("tắt", Severity::name);
            let text = format!("{} đặt lại là {what}: {}", set.code, set.reason);
            json!({
                "level": "note",
                "message": {"text": text},
                "associatedRule": {"id": set.code.to_string()},
                "locations": [location(&locator.locate(&set.at))],
            })
        })
        .collect();
    let read = tallies.iter().map(|read| {
        let mut note = json!({"level": "note", "message": {"text": tally::line(read, sources)}});
        if let Some(file) = read.file {
            let uri = address(sources.path(file));
            note["locations"] = json!([{"physicalLocation": {"artifactLocation": {"uri": uri}}}]);
        }
        note
    });
    let read: Vec<Value> = read.collect();
    let mut locator = Locator::new(sources);
    let results = Each::new(findings, |finding| {
        let hint = finding.hint.as_ref();
        let text = hint.map_or_else(
            || finding.message.clone(),
            |hint| format!("{}. Cách sửa: {hint}", finding.message),
        );
        json!({
            "ruleId": finding.code.to_string(),
            "ruleIndex": codes.iter().position(|code| *code == finding.code),
            "level": level(finding.severity),
            "message": {"text": text},
            "locations": [location(&locator.locate(&finding.at))],
        })
    });
    let was_run = !findings.iter().any(|finding| finding.code.is_refusal());
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: json!({"driver": {
                "name": "Xaso",
                "version": env!("CARGO_PKG_VERSION"),
                "language": "vi",
                "rules": rules,
            }}),
            language: "vi",
            column_kind: "unicodeCodePoints",
            invocations: [json!({
                "executionSuccessful": was_run,
                "toolConfigurationNotifications": notes,
                "toolExecutionNotifications": read,
            })],
            results,
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn rule(code: Code, explanations: &[Explanation]) -> Value {
    let id = code.to_string();
    let mut rule = json!({
        "id": id,
        "defaultConfiguration": {"level": level(code.severity())},
    });
    if let Some(explanation) = explanations.iter().find(|entry| entry.code == id) {
        rule["shortDescription"] = json!({"text": explanation.name});
        rule["fullDescription"] = json!({"text": explanation.why.to_plain()});
        rule["help"] = json!({"text": explanation.remedy.to_plain()});
    }
    rule
}

/// The address of a file: a path may hold spaces and Vietnamese letters, which an address may not.
fn address(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn location(location: &Location<'_>) -> Value {
    let uri = address(location.path);
    let mut physical = json!({"artifactLocation": {"uri": uri}});
    match &location.region {
        Region::File => json!({"physicalLocation": physical}),
        Region::Text { start, end, quote } => {
            physical["region"] = json!({
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            });
            physical["contextRegion"] = json!({
                "startLine": start.line,
                "snippet": {"text": quote},
            });
            json!({"physicalLocation": physical})
        }
        Region::Cell {
            sheet,
            cell,
            row,
            quote,
        } => {
            physical["region"] = json!({"startLine": row, "snippet": {"text": quote}});
            let name = format!("{sheet}!{cell}");
            json!({
                "physicalLocation": physical,
                "logicalLocations": [{"name": cell, "fullyQualifiedName": name}],
            })
        }
    }
}
