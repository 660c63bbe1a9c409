//! `xaso new`: what a commune begins with.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::FOLDER;
use super::args::NewArgs;
use super::conclude;
use super::print;
use super::print_error;
use crate::model::CommuneKind;
use crate::model::Starter;
use crate::pipeline::Session;
use crate::pipeline::in_plain_letters;

pub(super) fn run(args: NewArgs) -> io::Result<ExitCode> {
    let name = one_line(&args.name);
    let province = args.province.as_deref().map(one_line);
    let starter = Starter {
        // People write "Xã Minh Sơn" as well, and "An Giang".
        name: CommuneKind::strip(&name).unwrap_or(&name).to_owned(),
        kind: args.kind,
        province,
        terrain: args.terrain,
        years: args.years.0,
    };
    let own = args.slug.as_deref().map(Starter::slug_of);
    let Some(slug) = own.unwrap_or_else(|| starter.slug()) else {
        return refuse(
            &format!("`{}` không phải là một tên", args.name),
            "viết như: xaso new xa \"Minh Sơn\" --dia-ban nong_thon",
        );
    };
    // As they were given: plain letters are without them.
    let given = [Some(&args.name), args.province.as_ref()];
    let mut letters = given.into_iter().flatten().flat_map(|text| text.chars());
    if letters.any(|letter| letter.is_control() && !letter.is_whitespace()) {
        return refuse(
            "tên có ký tự điều khiển, không in được",
            "gõ lại tên bằng bàn phím thay vì dán",
        );
    }
    let mut session = Session::default();
    if let Some(begun) = session.begin(&super::files(), &starter, &slug, Path::new(FOLDER)) {
        print("Đã tạo:\n")?;
        for path in begun.paths {
            print(&format!("  {path}\n"))?;
        }
        if let (Some(today), Some(written)) = (begun.province, &starter.province) {
            let today = today.full_name();
            print(&format!(
                "Lưu ý: hồ sơ ghi `tinh: {today}` thay cho `{written}`, theo tên 34 tỉnh, thành phố từ ngày 01/7/2025\n"
            ))?;
        }
        print(&format!(
            "Việc tiếp theo:\n  \
             1. Mở hai tệp trên, thay số 0 và chỗ … bằng số liệu của {} {}\n  \
             2. Kiểm tra: xaso check {slug}\n  \
             3. Tạo kế hoạch: xaso build {slug}\n",
            starter.kind.name(),
            starter.name,
        ))?;
    }
    Ok(conclude(&session))
}

fn refuse(message: &str, hint: &str) -> io::Result<ExitCode> {
    print_error(&format!("lỗi: {message}\ngợi ý: {hint}\n"));
    Ok(ExitCode::from(2))
}

/// A name on one line and in plain letters, white space folded.
fn one_line(text: &str) -> String {
    let text = in_plain_letters(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
