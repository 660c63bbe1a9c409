//! How the time of a check grows with its input: what it takes for an input of a size and of four times
//! that size, in one run. Four times is in order; sixteen times is the square.
//!
//! `cargo bench --bench growth -- placeholders` looks only at the inputs that are called so.

#![expect(clippy::print_stdout, reason = "the ratios are what it is run for")]

#[path = "../tests/fuzz/large.rs"]
mod large;
#[path = "../tests/support/mod.rs"]
#[expect(dead_code, reason = "shared with the tests")]
mod support;

use std::fs;
use std::path::Path;
use std::time::Duration;
use std::time::Instant;

use support::Folder;
use xaso::diagnostic::json;
use xaso::diagnostic::json::PlanGaps;
use xaso::diagnostic::terminal;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::pipeline::Session;

/// An input is made larger until it takes so long beside what any takes, or until it is as large as one
/// that is read.
const ENOUGH: Duration = Duration::from_millis(300);
const LARGEST: usize = 10_000;

/// More than so many times what a quarter of the input takes is pointed at.
const MOST: f64 = 6.0;

/// What a check of the folder takes with this profile, reports included: the less of two runs.
fn cost(folder: &Path, profile: &str) -> Duration {
    fs::write(folder.join("content/communes/xa-mau.yaml"), profile).expect("a profile");
    let run = || {
        let start = Instant::now();
        let mut session = Session::default();
        let checked = session.check(&Request::all(Overlay::of_folder(folder)));
        let sources = &session.sources;
        let findings = session.diagnostics.sorted(sources);
        let shown = terminal::render(&findings, sources, true);
        let overrides = session.diagnostics.overrides();
        let (tallies, gaps) = (&checked.tallies, &PlanGaps::Unasked);
        let mut written = shown.into_bytes();
        json::write(&mut written, &findings, overrides, tallies, gaps, sources).expect("written");
        start.elapsed()
    };
    run().min(run())
}

fn main() {
    // What cargo itself says begins with dashes.
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let wanted = wanted.unwrap_or_default();
    let folder = Folder::sample();
    let sample = fs::read_to_string(folder.path().join("content/communes/xa-mau.yaml"));
    let sample = sample.expect("the sample");
    let usual = cost(folder.path(), &sample);
    for large in large::ALL
        .iter()
        .filter(|large| large.name.contains(&wanted))
    {
        let of_size = |n| cost(folder.path(), &large.profile(&sample, n));
        let mut n = 1000;
        let mut small = of_size(n);
        while small < usual + ENOUGH && n < LARGEST {
            n *= 2;
            small = of_size(n);
        }
        let four_times = of_size(4 * n);
        let ratio = four_times.as_secs_f64() / small.as_secs_f64();
        let is_too_much = ratio > MOST && four_times > usual + ENOUGH;
        println!(
            "{}: {n} in {:.2} s, {} in {:.2} s: {ratio:.1} times{}",
            large.name,
            small.as_secs_f64(),
            4 * n,
            four_times.as_secs_f64(),
            if is_too_much { ", too much" } else { "" }
        );
    }
}
