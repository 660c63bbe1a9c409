//! What clap says of a command line that it does not understand, in Vietnamese.

use std::process::ExitCode;

use clap::error::ContextKind;
use clap::error::ErrorKind;

/// Shows help where it was asked for, or says what is wrong with the command line.
pub(super) fn report(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            super::print(&error.render().to_string());
            return ExitCode::SUCCESS;
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
        ErrorKind::MissingRequiredArgument => "thiếu tham số".to_owned(),
        ErrorKind::MissingSubcommand => "thiếu lệnh".to_owned(),
        _ => "không hiểu dòng lệnh này".to_owned(),
    };
    let suggestion = value(ContextKind::SuggestedSubcommand)
        .or_else(|| value(ContextKind::SuggestedArg))
        .or_else(|| value(ContextKind::SuggestedValue))
        .or_else(|| value(ContextKind::ValidValue));
    let hint = suggestion
        .map(|word| format!("gợi ý: {word}\n"))
        .unwrap_or_default();
    super::print_error(&format!(
        "lỗi: {message}\n{hint}xem hướng dẫn: xaso --help\n"
    ));
    ExitCode::from(2)
}
