//! What clap says of a command line that it does not understand, in Vietnamese.

use std::process::ExitCode;

use clap::error::ContextKind;
use clap::error::ErrorKind;

use crate::diagnostic::Code;
use crate::diagnostic::nearest;

/// Shows help where it was asked for, or says what is wrong with the command line.
pub(super) fn report(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return match super::print(&error.render().to_string()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::from(2),
            };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            super::print_error(&error.render().to_string());
            return ExitCode::from(2);
        }
        _ => {}
    }
    let value = |kind| error.get(kind).map(ToString::to_string);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "không có lệnh `{}`",
                value(ContextKind::InvalidSubcommand).unwrap_or_default()
            )
        }
        ErrorKind::UnknownArgument => {
            format!(
                "không có tùy chọn `{}`",
                value(ContextKind::InvalidArg).unwrap_or_default()
            )
        }
        ErrorKind::InvalidValue => match value(ContextKind::InvalidValue).filter(|v| !v.is_empty())
        {
            Some(written) => format!("`{written}` không phải là giá trị dùng được"),
            None => format!(
                "tùy chọn `{}` cần một giá trị",
                value(ContextKind::InvalidArg).unwrap_or_default()
            ),
        },
        ErrorKind::ValueValidation => format!(
            "`{}` không phải là giá trị dùng được",
            value(ContextKind::InvalidValue).unwrap_or_default()
        ),
        ErrorKind::MissingRequiredArgument => format!(
            "thiếu tham số: {}",
            value(ContextKind::InvalidArg).unwrap_or_default()
        ),
        ErrorKind::MissingSubcommand => "thiếu lệnh".to_owned(),
        _ => "không hiểu dòng lệnh này".to_owned(),
    };
    let suggestion = value(ContextKind::SuggestedSubcommand)
        .or_else(|| value(ContextKind::SuggestedArg))
        .or_else(|| value(ContextKind::SuggestedValue))
        .or_else(|| value(ContextKind::ValidValue))
        .filter(|word| !word.is_empty())
        .or_else(|| for_code(&value(ContextKind::InvalidValue)?))
        .or_else(|| Some(std::error::Error::source(error)?.to_string()));
    let hint = suggestion
        .map(|word| format!("gợi ý: {word}\n"))
        .unwrap_or_default();
    super::print_error(&format!(
        "lỗi: {message}\n{hint}xem hướng dẫn: xaso --help\n"
    ));
    ExitCode::from(2)
}

/// What to write instead of something that was meant for the code of a finding.
fn for_code(written: &str) -> Option<String> {
    let codes: Vec<String> = Code::ALL.iter().map(ToString::to_string).collect();
    let is_code =
        written.len() > 1 && written[..written.floor_char_boundary(2)].eq_ignore_ascii_case("XS");
    is_code.then(|| {
        // A letter O is no figure.
        let written = written.replace(['O', 'o'], "0");
        let near = nearest(&written, codes.iter().map(String::as_str));
        let near = near.map(|near| format!("{near}; "));
        format!(
            "{}mã đứng đầu mỗi phát hiện mà `xaso check` in ra, từ {} đến {}",
            near.unwrap_or_default(),
            codes.first().map_or("", String::as_str),
            codes.last().map_or("", String::as_str),
        )
    })
}
