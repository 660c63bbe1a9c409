//! The commands. Printing happens here and nowhere else.

mod args;
mod build;
mod check;
mod list;
mod show;
mod usage;

use std::io::IsTerminal;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::diagnostic::Severity;
use crate::diagnostic::terminal;
use crate::pipeline::Session;
use args::Args;
use args::Command;

/// Runs the command that the process was started with.
///
/// The exit code is 0 where all went well, 1 where a file of the user has faults, 2 where the
/// command could not be run.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage::report(&error),
    };
    match args.command {
        Command::Build(build) => build::run(build),
        Command::Check(check) => check::run(check),
        Command::List(list) => list::run(&list),
        Command::Show(show) => show::run(&show),
    }
}

/// Writes to the standard output; a reader that went away is no fault.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes to the standard error.
fn print_error(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// The user's folder: where the command was started.
fn root() -> std::path::PathBuf {
    std::path::PathBuf::from(".")
}

/// Shows every finding and says how the run ended.
fn conclude(session: &Session) -> ExitCode {
    let colour = std::io::stderr().is_terminal();
    let findings = session.diagnostics.sorted(&session.sources);
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let n_errors = count(Severity::Error);
    let n_warnings = count(Severity::Warning);
    print_error(&terminal::render(&findings, &session.sources, colour));
    if n_errors + n_warnings > 0 {
        print_error(&format!("{n_errors} lỗi, {n_warnings} cảnh báo\n"));
    }
    if n_errors > 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}
