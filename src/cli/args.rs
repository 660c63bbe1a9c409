//! What can be typed, with the help that it shows.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;

use super::words::Years;
use super::words::rule_code;
use super::words::word;
use super::words::years;
use crate::diagnostic::Code;
use crate::diagnostic::Severity;
use crate::model::CommuneKind;
use crate::model::Layer;
use crate::model::Pillar;
use crate::model::Supplier;
use crate::model::Terrain;
use crate::pipeline::SCHEMAS;

const HELP: &str = "\
{about}

Cách dùng: {usage}

{all-args}{after-help}";

/// Lập kế hoạch chuyển đổi số cấp xã: từ hồ sơ (YAML) và dự toán (Excel) thành trang web và bản in PDF.
#[derive(Debug, Parser)]
#[command(
    name = "xaso",
    version,
    override_usage = "xaso <LỆNH> [TÙY CHỌN]",
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
    /// Bắt đầu cho một xã: tạo hồ sơ có chú thích và bảng dự toán để điền.
    #[command(help_template = HELP, override_usage = "xaso new <LOẠI> <TÊN> --dia-ban <ĐỊA BÀN> [TÙY CHỌN]")]
    New(NewArgs),
    /// Tạo trang web và bản in PDF của các xã.
    #[command(help_template = HELP, override_usage = "xaso build [XÃ]... [TÙY CHỌN]")]
    Build(BuildArgs),
    /// Kiểm tra hồ sơ và dự toán của các xã, không tạo gì.
    #[command(help_template = HELP, override_usage = "xaso check [XÃ]... [TÙY CHỌN]")]
    Check(CheckArgs),
    /// Liệt kê thành phần, chỉ tiêu, nhiệm vụ, văn bản, đơn vị hoặc các xã.
    #[command(help_template = HELP, override_usage = "xaso list <LOẠI> [TÙY CHỌN]")]
    List(ListArgs),
    /// Giải thích một mã phát hiện: vì sao và cách sửa.
    #[command(help_template = HELP, override_usage = "xaso explain <MÃ>")]
    Explain(ExplainArgs),
    /// Xem hướng dẫn của một thành phần, chỉ tiêu, nhiệm vụ hoặc thông tin của một văn bản.
    #[command(help_template = HELP, override_usage = "xaso show <MÃ>")]
    Show(ShowArgs),
    /// Ghi lược đồ (JSON Schema) để trình soạn thảo gợi ý và kiểm tra khi gõ hồ sơ.
    #[command(help_template = HELP, override_usage = "xaso schema [TÙY CHỌN]")]
    Schema(SchemaArgs),
}

#[derive(Debug, ClapArgs)]
pub(super) struct NewArgs {
    /// Loại đơn vị: xa, phuong hoặc dac_khu.
    #[arg(value_name = "LOẠI", value_parser = word(&CommuneKind::KEYS), hide_possible_values = true, help_heading = "Tham số")]
    pub kind: CommuneKind,

    /// Tên riêng, ví dụ "Minh Sơn".
    #[arg(value_name = "TÊN", help_heading = "Tham số")]
    pub name: String,

    /// Địa bàn: do_thi (đô thị), nong_thon (nông thôn) hoặc mien_nui (miền núi, biên giới, hải đảo).
    #[arg(long = "dia-ban", value_name = "ĐỊA BÀN", value_parser = word(&Terrain::KEYS), hide_possible_values = true, help_heading = "Tùy chọn")]
    pub terrain: Terrain,

    /// Tỉnh, thành phố, ví dụ "tỉnh An Giang"; bỏ trống thì chừa chỗ để điền.
    #[arg(long = "tinh", value_name = "TỈNH", help_heading = "Tùy chọn")]
    pub province: Option<String>,

    /// Các năm của kế hoạch, liền nhau, ví dụ 2027,2028 hoặc 2027-2029; bỏ trống là 2027,2028.
    #[arg(long = "nam", value_name = "NĂM", value_parser = years, default_value = "2027,2028", hide_default_value = true, help_heading = "Tùy chọn")]
    pub years: Years,

    /// Tên tệp của xã, không có đuôi, ví dụ xa-tan-phu-2; bỏ trống thì đặt theo loại và tên riêng. Dùng khi hai xã
    /// trùng tên.
    #[arg(long = "tep", value_name = "TÊN TỆP", help_heading = "Tùy chọn")]
    pub slug: Option<String>,
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

    /// Chỉ xét một hoặc nhiều mã, ví dụ XS0401,XS0424.
    #[arg(long = "chi", value_name = "MÃ", value_delimiter = ',', value_parser = rule_code, help_heading = "Tùy chọn")]
    pub only: Vec<Code>,

    /// Mức không đạt: loi (lỗi), canh_bao (cảnh báo) hoặc goi_y (gợi ý). Có phát hiện từ mức này trở lên thì mã thoát
    /// là 1.
    #[arg(long = "muc", value_name = "MỨC", value_parser = word(&Severity::KEYS), default_value = "loi", hide_default_value = true, hide_possible_values = true, help_heading = "Tùy chọn")]
    pub limit: Severity,

    /// Chỉ in các lỗi; cảnh báo và gợi ý vẫn được đếm.
    #[arg(long = "chi-loi", help_heading = "Tùy chọn")]
    pub only_errors: bool,

    /// In thêm những thành phần, chỉ tiêu, nhiệm vụ mà kế hoạch chưa đưa vào và những yêu cầu chưa đáp ứng.
    #[arg(long, help_heading = "Tùy chọn")]
    pub gaps: bool,

    /// Dạng in ra: text (để đọc), json hoặc sarif (cho chương trình khác).
    #[arg(
        long,
        value_enum,
        value_name = "DẠNG",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Tùy chọn"
    )]
    pub format: ReportFormat,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ListArgs {
    /// components (thành phần), objectives (chỉ tiêu), tasks (nhiệm vụ), laws (văn bản), bodies (đơn vị),
    /// rows (dòng của Phụ lục II), province-tasks (nhiệm vụ cấp tỉnh) hoặc communes (các xã).
    #[arg(
        value_enum,
        value_name = "LOẠI",
        hide_possible_values = true,
        help_heading = "Tham số"
    )]
    pub what: Listing,

    /// Chỉ các thành phần của một lớp: 1, 2, 3 hoặc 4.
    #[arg(long = "lop", value_name = "LỚP", value_parser = word(&Layer::KEYS), hide_possible_values = true, help_heading = "Tùy chọn")]
    pub layer: Option<Layer>,

    /// Chỉ các thành phần do một bên cung cấp: trung_uong, tinh, xa_thiet_yeu hoặc xa_bo_sung.
    #[arg(long = "cap", value_name = "CẤP", value_parser = word(&Supplier::KEYS), hide_possible_values = true, help_heading = "Tùy chọn")]
    pub supplier: Option<Supplier>,

    /// Chỉ những gì dùng được ở một địa bàn: do_thi, nong_thon hoặc mien_nui.
    #[arg(long = "dia-ban", value_name = "ĐỊA BÀN", value_parser = word(&Terrain::KEYS), hide_possible_values = true, help_heading = "Tùy chọn")]
    pub terrain: Option<Terrain>,

    /// Chỉ một trụ cột: chinh_quyen_so, kinh_te_so hoặc xa_hoi_so.
    #[arg(long = "tru-cot", value_name = "TRỤ CỘT", value_parser = word(&Pillar::KEYS), hide_possible_values = true, help_heading = "Tùy chọn")]
    pub pillar: Option<Pillar>,

    /// Dạng in ra: table (bảng), json hoặc csv (mở được bằng Excel).
    #[arg(
        long,
        value_enum,
        value_name = "DẠNG",
        default_value = "table",
        hide_default_value = true,
        hide_possible_values = true,
        help_heading = "Tùy chọn"
    )]
    pub format: TableFormat,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ShowArgs {
    /// Mã của thành phần, chỉ tiêu, nhiệm vụ, đơn vị hoặc dòng dự toán, ví dụ HTS7; hoặc số của văn bản,
    /// ví dụ 57-NQ/TW.
    #[arg(value_name = "MÃ", help_heading = "Tham số")]
    pub code: String,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExplainArgs {
    /// Mã phát hiện, ví dụ XS0401.
    #[arg(value_name = "MÃ", value_parser = rule_code, help_heading = "Tham số")]
    pub code: Code,
}

#[derive(Debug, ClapArgs)]
pub(super) struct SchemaArgs {
    /// Thư mục để ghi lược đồ; bỏ trống là content/schema.
    #[arg(
        long,
        value_name = "THƯ MỤC",
        default_value = SCHEMAS,
        hide_default_value = true,
        help_heading = "Tùy chọn"
    )]
    pub output: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Listing {
    /// Thành phần.
    #[value(alias = "thanh-phan")]
    Components,
    /// Chỉ tiêu.
    #[value(alias = "chi-tieu")]
    Objectives,
    /// Nhiệm vụ.
    #[value(alias = "nhiem-vu")]
    Tasks,
    /// Văn bản.
    #[value(alias = "van-ban")]
    Laws,
    /// Đơn vị.
    #[value(alias = "don-vi")]
    Bodies,
    /// Dòng của Phụ lục II.
    #[value(alias = "dong")]
    Rows,
    /// Nhiệm vụ cấp tỉnh.
    #[value(alias = "nhiem-vu-cap-tinh")]
    ProvinceTasks,
    /// Các xã.
    #[value(alias = "xa")]
    Communes,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people.
    #[value(alias = "chu")]
    Text,
    /// An object for programs.
    Json,
    /// SARIF 2.1.0 for code hosts.
    Sarif,
}

/// How a listing is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum TableFormat {
    /// Aligned columns for people.
    #[value(alias = "bang")]
    Table,
    /// An array of objects.
    Json,
    /// A line a row, for spreadsheets.
    Csv,
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use clap::CommandFactory;
    use clap::Parser;

    #[test]
    fn the_commands_are_sound() {
        super::Args::command().debug_assert();
    }

    /// The words of a command; those in quotes are one.
    fn words(command: &str) -> Vec<String> {
        let parts = command.split('"').enumerate();
        let words = parts.flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        });
        words.collect()
    }

    #[test]
    fn commands_that_findings_name_can_be_typed() {
        let project = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let mut files = vec![
            project.join("content/rules.yaml"),
            project.join("src/diagnostic/remedy.rs"),
        ];
        let cases = walkdir::WalkDir::new(project.join("tests/cases")).into_iter();
        let cases = cases.map(|entry| entry.expect("a file").into_path());
        files.extend(cases.filter(|path| path.ends_with("expected.txt")));
        let mut n_commands = 0;
        for path in files {
            let text = fs::read_to_string(&path).expect("a text");
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            let quoted = lines.flat_map(|line| line.split('`').skip(1).step_by(2));
            for command in quoted.filter(|quoted| quoted.starts_with("xaso ")) {
                let command = command.replace("{code}", "XS0401");
                let read = super::Args::try_parse_from(words(&command));
                assert!(read.is_ok(), "{}: {command}", path.display());
                n_commands += 1;
            }
        }
        assert!(n_commands > 10, "{n_commands}");
    }
}
