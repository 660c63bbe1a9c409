//! How a command ends: the findings, how many there are, and the exit code.

use std::io::IsTerminal;
use std::process::ExitCode;

use super::print_error;
use crate::diagnostic::Code;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::diagnostic::terminal;
use crate::pipeline::Session;

/// Shows what stops a build or should be known before one, and says how the run ended.
pub(super) fn conclude(session: &Session) -> ExitCode {
    let mut findings = session.diagnostics.sorted(&session.sources);
    findings.retain(|finding| finding.severity <= Severity::Warning);
    show(&findings, session, Severity::Warning);
    exit_code(&findings, Severity::Error)
}

/// Shows findings on the standard error, then how many there are of each severity up to `last`.
pub(super) fn show(findings: &[&Diagnostic], session: &Session, last: Severity) {
    let colour = std::io::stderr().is_terminal();
    print_error(&terminal::render(findings, &session.sources, colour));
    print_error(&terminal::settings(
        session.diagnostics.overrides(),
        &session.sources,
    ));
    if findings.is_empty() {
        return;
    }
    let counts: Vec<String> = Severity::KEYS
        .into_iter()
        .map(|(_, severity)| severity)
        .filter(|severity| *severity <= last)
        .map(|severity| {
            let of_it = findings.iter().filter(|f| f.severity == severity);
            format!("{} {}", of_it.count(), severity.name())
        })
        .collect();
    print_error(&format!("{}\n", counts.join(", ")));
}

/// 2 where what was asked for is not there, 1 where a finding is as grave as `limit`, or else 0.
pub(super) fn exit_code(findings: &[&Diagnostic], limit: Severity) -> ExitCode {
    let is_absent = |code| matches!(code, Code::UNKNOWN_COMMUNE | Code::NO_PROFILE);
    if findings.iter().any(|finding| is_absent(finding.code)) {
        ExitCode::from(2)
    } else if findings.iter().any(|finding| finding.severity <= limit) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}
