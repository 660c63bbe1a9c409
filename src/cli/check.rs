//! `xaso check`: the findings alone, for people, programs and code hosts.

use std::io;
use std::io::IsTerminal;
use std::process::ExitCode;

use super::args::CheckArgs;
use super::args::ReportFormat;
use super::print;
use super::print_error;
use super::print_with;
use super::report;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::diagnostic::json;
use crate::diagnostic::json::PlanGaps;
use crate::diagnostic::sarif;
use crate::diagnostic::tally;
use crate::model::plan::Plan;
use crate::pipeline::Session;

pub(super) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    if args.gaps && matches!(args.format, ReportFormat::Sarif) {
        print_error(
            "lỗi: `--gaps` không dùng cùng `--format sarif`\nxem hướng dẫn: xaso check --help\n",
        );
        return Ok(ExitCode::from(2));
    }
    let mut session = Session::default();
    // A plan that can be merged is sound; what it leaves out alone is wanted of it.
    let request = super::request(&args.communes);
    let checked = session.plans(&request, |plan| args.gaps.then_some(plan));
    let n_plans = checked.communes.len();
    let plans: Option<Vec<Plan>> = checked.communes.into_iter().collect();
    let plans = plans.filter(|_| !session.diagnostics.has_errors());
    let is_for_people = matches!(args.format, ReportFormat::Text);
    let drawn = plans.as_ref().filter(|_| args.gaps && is_for_people);
    let drawn = drawn.and_then(|plans| session.gaps(plans, &checked.library.templates));
    let mut findings = session.diagnostics.sorted(&session.sources);
    findings.retain(|finding| is_asked_for(finding, args));
    let shown = match args.only_errors {
        true => Severity::Error,
        false => Severity::Advice,
    };
    let printed: Vec<&Diagnostic> = findings
        .iter()
        .copied()
        .filter(|it| it.severity <= shown)
        .collect();
    let overrides = session.diagnostics.overrides();
    let sources = &session.sources;
    match args.format {
        ReportFormat::Text => {
            match drawn {
                Some(gaps) => print(&gaps)?,
                None if args.gaps => {
                    print("chưa rà soát được nội dung chưa chọn: sửa các lỗi dưới đây trước\n\n")?;
                }
                None => {}
            }
            let colour = io::stdout().is_terminal();
            print(&report::report(&findings, &session, shown, colour))?;
            if findings.is_empty() {
                let outcome = if args.only.is_empty() {
                    "không có gì phải sửa"
                } else {
                    "không có phát hiện nào thuộc các mã đã chọn"
                };
                print(&format!(
                    "Hồ sơ và dự toán của {n_plans} địa phương {outcome}\n"
                ))?;
            }
            print(&tally::text(&checked.tallies, sources))?;
        }
        ReportFormat::Json => {
            let gaps = match (args.gaps, &plans) {
                (false, _) => PlanGaps::Unasked,
                (true, None) => PlanGaps::Unknown,
                (true, Some(plans)) => {
                    let plans = plans.iter().map(|plan| (&*plan.slug, &plan.gaps));
                    PlanGaps::Known(plans.collect())
                }
            };
            let tallies = &checked.tallies;
            print_with(|mut out| {
                json::write(&mut out, &printed, overrides, tallies, &gaps, sources)
            })?;
        }
        ReportFormat::Sarif => {
            let rules = &checked.library.catalogue.rules;
            let tallies = &checked.tallies;
            print_with(|mut out| {
                sarif::write(&mut out, &printed, overrides, tallies, rules, sources)
            })?;
        }
    }
    Ok(report::exit_code(&findings, args.limit))
}

/// Whether a finding is of a code that is asked for, or says that something could not be read, so
/// that nobody can tell whether there are findings of those codes.
fn is_asked_for(finding: &Diagnostic, args: &CheckArgs) -> bool {
    let keeps_unread = !finding.code.is_rule() && finding.severity == Severity::Error;
    args.only.is_empty() || args.only.contains(&finding.code) || keeps_unread
}
