//! `xaso show`: one entry of the guidance.

use std::process::ExitCode;

use super::args::ShowArgs;
use super::conclude;
use super::print;
use crate::pipeline::Session;
use crate::pipeline::Shown;

pub(super) fn run(args: &ShowArgs) -> ExitCode {
    let mut session = Session::default();
    match session.show(&super::root(), &args.code) {
        Some(Shown::Entry(text)) => {
            print(&text);
            ExitCode::SUCCESS
        }
        Some(Shown::Unknown(nearest)) => {
            let hint = match nearest {
                Some(code) => format!("gợi ý: có phải bạn muốn xem {code}?"),
                None => "xem các mã bằng lệnh `xaso list`".to_owned(),
            };
            super::print_error(&format!(
                "lỗi: không có nội dung nào mang mã `{}`\n{hint}\n",
                args.code
            ));
            ExitCode::from(2)
        }
        None => conclude(&session),
    }
}
