//! `xaso check`: the findings alone.

use std::process::ExitCode;

use super::args::CheckArgs;
use super::conclude;
use super::print;
use crate::pipeline::Session;

pub(super) fn run(args: CheckArgs) -> ExitCode {
    let mut session = Session::default();
    let (checked, _) = session.check(super::root(), args.communes);
    session.merge(&checked);
    let code = conclude(&session);
    if !session.diagnostics.has_errors() {
        let n_communes = checked.communes.len();
        print(&format!(
            "Hồ sơ và dự toán của {n_communes} địa phương không có lỗi\n"
        ));
    }
    code
}
