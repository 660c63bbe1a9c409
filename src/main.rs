//! The program `xaso`: everything is in the library, the commands in [`xaso::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    xaso::cli::run()
}
