//! `xaso build`: the website and the PDFs.

use std::io;
use std::process::ExitCode;

use super::args::BuildArgs;
use super::conclude;
use super::print;
use crate::diagnostic::Code;
use crate::diagnostic::tally;
use crate::pipeline::Published;
use crate::pipeline::Session;

pub(super) fn run(args: &BuildArgs) -> io::Result<ExitCode> {
    let mut session = Session::default();
    let (tallies, published) = session.build(&super::request(&args.communes), &args.output);
    let code = conclude(&session);
    let read = tally::text(&tallies, &session.sources);
    let findings = session.diagnostics.sorted(&session.sources);
    let to_fill = findings.iter().filter(|it| it.code == Code::TO_FILL);
    let n_parts = to_fill.count();
    if n_parts > 0 {
        super::print_error(&format!(
            "hồ sơ còn là bản mẫu (minh_hoa: true), {n_parts} phần còn chỗ phải điền: xem bằng `xaso check`\n"
        ));
    }
    if let Some(Published { written, cards }) = published {
        let names = cards.iter();
        let names: Vec<String> = names
            .map(|card| format!("  {} ({})\n", card.sentence_name, card.slug))
            .collect();
        print(&format!(
            "Đã tạo kế hoạch của {} địa phương, {} tệp:\n{}Mở: {}\n{read}",
            names.len(),
            written.n_files,
            names.concat(),
            written.index.display()
        ))?;
        if let (false, Some(site)) = (written.taken_away.is_empty(), written.index.parent()) {
            print(&format!(
                "Đã bỏ khỏi {} kế hoạch tạo lần trước của: {}; lần này không tạo các kế hoạch ấy. Muốn có đủ thì chạy `xaso build` không kèm tên, với đủ hồ sơ trong content/communes\n",
                site.display(),
                written.taken_away.join(", ")
            ))?;
        }
    } else {
        super::print_error(&read);
        super::print_error("chưa tạo gì; kết quả cũ (nếu có) vẫn còn nguyên\n");
    }
    Ok(code)
}
