//! What can be typed, with the help that it shows.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;

const HELP: &str = "\
{about}

Cách dùng: {usage}

{all-args}{after-help}";

/// Lập kế hoạch chuyển đổi số cấp xã: từ hồ sơ (YAML) và dự toán (Excel) thành trang web và bản in PDF.
#[derive(Debug, Parser)]
#[command(
    name = "xaso",
    version,
    help_template = HELP,
    subcommand_help_heading = "Các lệnh",
    subcommand_value_name = "LỆNH",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    after_help = "Chạy lệnh trong thư mục có content/communes/ và budgets/. Xem thêm: xaso <LỆNH> --help",
)]
pub(super) struct Args {
    /// Việc cần làm.
    #[command(subcommand)]
    pub command: Command,

    /// In hướng dẫn này.
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help_heading = "Tùy chọn")]
    help: Option<bool>,

    /// In số phiên bản.
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = "Tùy chọn")]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Tạo trang web và bản in PDF của các xã.
    #[command(help_template = HELP)]
    Build(BuildArgs),
    /// Kiểm tra hồ sơ và dự toán của các xã, không tạo gì.
    #[command(help_template = HELP)]
    Check(CheckArgs),
    /// Liệt kê thành phần, chỉ tiêu hoặc các xã.
    #[command(help_template = HELP)]
    List(ListArgs),
}

#[derive(Debug, ClapArgs)]
pub(super) struct BuildArgs {
    /// Các xã cần tạo, theo tên tệp hồ sơ; bỏ trống là tất cả.
    #[arg(value_name = "XÃ", help_heading = "Tham số")]
    pub communes: Vec<String>,

    /// Thư mục chứa kết quả; kết quả cũ trong đó được thay toàn bộ bằng các xã của lần này.
    #[arg(
        long,
        value_name = "THƯ MỤC",
        default_value = "output",
        hide_default_value = true,
        help_heading = "Tùy chọn"
    )]
    pub output: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    /// Các xã cần kiểm tra, theo tên tệp hồ sơ; bỏ trống là tất cả.
    #[arg(value_name = "XÃ", help_heading = "Tham số")]
    pub communes: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ListArgs {
    /// components (thành phần), objectives (chỉ tiêu) hoặc communes (các xã).
    #[arg(
        value_enum,
        value_name = "LOẠI",
        hide_possible_values = true,
        help_heading = "Tham số"
    )]
    pub what: Listing,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Listing {
    /// Thành phần.
    #[value(alias = "thanh-phan")]
    Components,
    /// Chỉ tiêu.
    #[value(alias = "chi-tieu")]
    Objectives,
    /// Các xã.
    #[value(alias = "xa")]
    Communes,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_sound() {
        super::Args::command().debug_assert();
    }
}
