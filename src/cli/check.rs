//! `xaso check`: the findings alone, for people, programs and code hosts.

use std::process::ExitCode;

use super::args::CheckArgs;
use super::args::ReportFormat;
use super::print;
use super::print_error;
use super::report;
use crate::diagnostic::Severity;
use crate::diagnostic::json;
use crate::diagnostic::sarif;
use crate::pipeline::Session;

pub(super) fn run(args: &CheckArgs) -> ExitCode {
    if args.gaps && matches!(args.format, ReportFormat::Sarif) {
        print_error(
            "lỗi: `--gaps` không dùng cùng `--format sarif`\nxem hướng dẫn: xaso check --help\n",
        );
        return ExitCode::from(2);
    }
    let mut session = Session::default();
    let (checked, templates) = session.check(super::root(), args.communes.clone());
    let plans = session.merge(&checked);
    let wanted = plans.as_ref().filter(|_| args.gaps);
    let gaps = wanted.and_then(|plans| session.gaps(plans, &templates));
    let mut findings = session.diagnostics.sorted(&session.sources);
    if !args.only.is_empty() {
        findings.retain(|finding| args.only.contains(&finding.code));
    }
    let overrides = session.diagnostics.overrides();
    let sources = &session.sources;
    match args.format {
        ReportFormat::Text => {
            match gaps {
                Some(gaps) => print(&gaps),
                None if args.gaps => print_error(
                    "chưa rà soát được nội dung chưa chọn: sửa các lỗi dưới đây trước\n\n",
                ),
                None => {}
            }
            report::show(&findings, &session, Severity::Advice);
            if findings.is_empty() {
                let n_communes = checked.communes.len();
                print(&format!(
                    "Hồ sơ và dự toán của {n_communes} địa phương không có gì phải sửa\n"
                ));
            }
        }
        ReportFormat::Json => {
            let plans = wanted.into_iter().flatten();
            let gaps: Vec<_> = plans.map(|plan| (&*plan.slug, &plan.gaps)).collect();
            let gaps = args.gaps.then_some(&*gaps);
            print(&json::render(&findings, overrides, gaps, sources));
        }
        ReportFormat::Sarif => {
            let rules = &checked.catalogue.rules;
            print(&sarif::render(&findings, overrides, rules, sources));
        }
    }
    report::exit_code(&findings, args.limit)
}
