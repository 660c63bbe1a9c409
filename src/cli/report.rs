//! How a command ends: the findings, how many there are, and the exit code.

use std::io;
use std::io::IsTerminal;
use std::process::ExitCode;

use super::print_error;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::diagnostic::terminal;
use crate::pipeline::Session;

/// Shows what stops a build or should be known before one, and says how the run ended.
pub(super) fn conclude(session: &Session) -> ExitCode {
    let findings = session.diagnostics.sorted(&session.sources);
    let colour = io::stderr().is_terminal();
    print_error(&report(&findings, session, Severity::Warning, colour));
    exit_code(&findings, Severity::Error)
}

/// So many warnings and pieces of advice push the errors out of sight.
const MANY: usize = 10;

/// Findings for people, those up to the severity `last`, then how many there are of each severity; and how
/// to see errors that stand far above.
pub(super) fn report(
    findings: &[&Diagnostic],
    session: &Session,
    last: Severity,
    colour: bool,
) -> String {
    let shown = findings.iter().copied();
    let shown: Vec<&Diagnostic> = shown.filter(|finding| finding.severity <= last).collect();
    let mut text = terminal::render(&shown, &session.sources, colour);
    text.push_str(&terminal::settings(
        session.diagnostics.overrides(),
        &session.sources,
    ));
    if findings.is_empty() {
        return text;
    }
    let counts: Vec<String> = Severity::KEYS
        .into_iter()
        .map(|(_, severity)| severity)
        .map(|severity| {
            let of_it = findings.iter().filter(|f| f.severity == severity);
            format!("{} {}", of_it.count(), severity.name())
        })
        .collect();
    text.push_str(&counts.join(", "));
    if shown.len() < findings.len() {
        text.push_str(match last {
            Severity::Error => " (chỉ in lỗi; xem tất cả bằng `xaso check`)",
            _ => " (xem gợi ý bằng `xaso check`)",
        });
    }
    text.push('\n');
    let n_errors = shown.iter().filter(|f| f.severity == Severity::Error);
    let n_errors = n_errors.count();
    if n_errors > 0 && shown.len() - n_errors > MANY {
        text.push_str("lỗi đứng trước cảnh báo; chỉ xem lỗi: `xaso check --chi-loi`\n");
    }
    text
}

/// 2 where the command could not be run, 1 where a finding is as grave as `limit`, or else 0.
pub(super) fn exit_code(findings: &[&Diagnostic], limit: Severity) -> ExitCode {
    if findings.iter().any(|finding| finding.code.is_refusal()) {
        ExitCode::from(2)
    } else if findings.iter().any(|finding| finding.severity <= limit) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}
