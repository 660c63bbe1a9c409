//! `xaso show` and `xaso explain`: one entry of the guidance.

use std::io;
use std::process::ExitCode;

use super::conclude;
use super::print;
use crate::pipeline::Session;
use crate::pipeline::Shown;

pub(super) fn run(code: &str) -> io::Result<ExitCode> {
    let mut session = Session::default();
    match session.show(&super::files(), code) {
        Some(Shown::Entry(text)) => {
            print(&text)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Shown::Unknown(nearest)) => {
            let hint = match nearest {
                Some(near) => format!("gợi ý: có phải bạn muốn xem {near}?"),
                None => "xem các mã bằng lệnh `xaso list components`, `xaso list objectives`, `xaso list tasks`".to_owned(),
            };
            super::print_error(&format!(
                "lỗi: không có nội dung nào mang mã `{code}`\n{hint}\n"
            ));
            Ok(ExitCode::from(2))
        }
        None => Ok(conclude(&session)),
    }
}
