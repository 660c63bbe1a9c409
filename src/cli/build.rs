//! `xaso build`: the website and the PDFs.

use std::io;
use std::process::ExitCode;

use super::args::BuildArgs;
use super::conclude;
use super::print;
use crate::diagnostic::Code;
use crate::diagnostic::tally;
use crate::pipeline::Session;

pub(super) fn run(args: BuildArgs) -> io::Result<ExitCode> {
    let mut session = Session::default();
    let (mut checked, templates) = session.check(super::root(), args.communes);
    let plans = session.merge(&mut checked);
    let names: Vec<String> = plans
        .iter()
        .flatten()
        .map(|plan| format!("  {} ({})\n", plan.commune.sentence_name(), plan.slug))
        .collect();
    let tallies = checked.tallies.clone();
    let summary =
        plans.and_then(|plans| session.publish(checked, &plans, &templates, &args.output));
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
    if let Some(summary) = summary {
        print(&format!(
            "Đã tạo kế hoạch của {} địa phương, {} tệp:\n{}Mở: {}\n{read}",
            names.len(),
            summary.n_files,
            names.concat(),
            summary.index.display()
        ))?;
    } else {
        super::print_error(&read);
        super::print_error("chưa tạo gì; kết quả cũ (nếu có) vẫn còn nguyên\n");
    }
    Ok(code)
}
