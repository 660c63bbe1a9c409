//! The commands. Printing happens here and nowhere else.

mod args;
mod build;
mod check;
mod list;
mod new;
mod report;
mod schema;
mod show;
mod usage;
mod words;

use std::io;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::pipeline::Disk;
use crate::pipeline::Overlay;
use crate::pipeline::Request;
use args::Args;
use args::Command;
use report::conclude;

/// Runs the command that the process was started with.
///
/// The exit code is 0 where all went well, 1 where a file of the user has faults, 2 where the
/// command could not be run.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage::report(&error),
    };
    let ended = match args.command {
        Command::Build(build) => build::run(&build),
        Command::Check(check) => check::run(&check),
        Command::List(list) => list::run(&list),
        Command::Explain(explain) => show::run(&explain.code.to_string()),
        Command::New(new) => new::run(new),
        Command::Schema(schema) => schema::run(&schema),
        Command::Show(show) => show::run(&show.code),
    };
    ended.unwrap_or_else(|error| {
        print_error(&format!("lỗi: không in được kết quả ({error})\n"));
        ExitCode::from(2)
    })
}

/// Writes to the standard output; a reader that went away is no fault.
fn print(text: &str) -> io::Result<()> {
    print_with(|out| out.write_all(text.as_bytes()))
}

/// Likewise, piece by piece.
fn print_with(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

/// Writes to the standard error.
fn print_error(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// These communes of the user's folder; all where none is named.
fn request(communes: &[String]) -> Request {
    Request::some(files(), communes)
}

/// The user's folder: where the command was started.
const FOLDER: &str = ".";

/// The files of the user's folder over those of the program.
fn files() -> Overlay<Disk> {
    Overlay::of_folder(FOLDER)
}
