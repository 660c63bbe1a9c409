//! Wrong input in masses: profiles, guidance, estimates in YAML, workbooks and price lists with random
//! faults, through reading, checking, merging and every report. None may make the program panic, hang or eat memory.
//!
//! The inputs grow out of `tests/fuzz/corpus` by a generator with a fixed seed, so a failure comes
//! again; it leaves the folder that it happened in. `XASO_FUZZ_SECONDS=600 cargo test --release --test
//! fuzz -- --test-threads 1` goes on for ten minutes a reader and tells how many inputs there were.

#![expect(clippy::panic, reason = "a test fails by it")]
#![expect(clippy::print_stdout, reason = "a long run tells what it did")]

#[path = "../support/archive.rs"]
mod archive;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "shared with the other tests")]
mod support;

#[expect(dead_code, reason = "the benchmark says their names")]
mod large;
mod mutation;
mod workbook;

use std::collections::BTreeSet;
use std::fs;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::mpsc;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use xaso::diagnostic::Severity;
use xaso::diagnostic::json;
use xaso::diagnostic::json::PlanGaps;
use xaso::diagnostic::sarif;
use xaso::diagnostic::terminal;
use xaso::load::Overlay;
use xaso::load::Request;
use xaso::pipeline::Session;

use random::Random;
use support::Folder;

/// A batch that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The most memory that a run may have used at any time, in kB.
const MOST_MEMORY: u64 = 512 * 1024;

/// How many batches a short run has.
const SHORT: usize = 6;

/// The sample, which is made large as well; and how large.
const SAMPLE: &str = "tests/cases/base/content/communes/xa-mau.yaml";
const MANY: usize = 800;

/// How many communes a batch has: the guidance is read once for all of them.
const COMMUNES: usize = 16;

/// The files of a folder of the corpus, and others of the project.
fn corpus(kind: &str, others: &[&str]) -> Vec<Vec<u8>> {
    let folder = format!("tests/fuzz/corpus/{kind}");
    let files = support::files_below(&support::project().join(&folder));
    assert!(!files.is_empty(), "no corpus of {kind}");
    let files = files.iter().map(|path| format!("{folder}/{path}"));
    files
        .chain(others.iter().map(|path| (*path).to_owned()))
        .map(|path| fs::read(support::project().join(path)).expect("a file of the corpus"))
        .collect()
}

/// A folder with the small sample under as many names as a batch has communes.
fn folder() -> Folder {
    let folder = Folder::sample();
    for index in 0..COMMUNES {
        for (from, to) in [
            (
                "content/communes/xa-mau.yaml",
                format!("content/communes/x{index}.yaml"),
            ),
            ("budgets/xa-mau.xlsx", format!("budgets/x{index}.xlsx")),
        ] {
            fs::copy(folder.path().join(from), folder.path().join(to)).expect("a copy");
        }
    }
    folder
}

/// Everything that `check` does with a folder, and merging what has no error.
fn run(folder: &Path) {
    let mut session = Session::default();
    let checked = session.check(&Request::all(Overlay::of_folder(folder)));
    let Session {
        sources,
        diagnostics,
    } = &session;
    let findings = diagnostics.sorted(sources);
    assert!(!terminal::render(&findings, sources, true).contains('\0'));
    let overrides = diagnostics.overrides();
    let rules = &checked.library.catalogue.rules;
    let (mut plain, mut sarif) = (Vec::new(), Vec::new());
    json::write(
        &mut plain,
        &findings,
        overrides,
        &checked.tallies,
        &PlanGaps::Unasked,
        sources,
    )
    .expect("written");
    let tallies = &checked.tallies;
    sarif::write(&mut sarif, &findings, overrides, tallies, rules, sources).expect("written");
    for report in [plain, sarif] {
        serde_json::from_slice::<serde_json::Value>(&report).expect("JSON");
    }

    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let wrong: BTreeSet<&str> = errors.map(|error| sources.path(error.at.file())).collect();
    let slugs = checked.communes.iter().map(|commune| &commune.profile.slug);
    let sound = slugs.filter(|slug| {
        let paths = [
            format!("content/communes/{slug}.yaml"),
            format!("budgets/{slug}.xlsx"),
            format!("budgets/{slug}.yaml"),
            "budgets/don-gia.xlsx".to_owned(),
        ];
        paths.iter().all(|path| !wrong.contains(path.as_str()))
    });
    let sound: Vec<String> = sound.cloned().collect();
    if !sound.is_empty() {
        let mut session = Session::default();
        session.plans(&Request::some(Overlay::of_folder(folder), sound), drop);
    }
}

/// Runs batch after batch; `change` puts new inputs into the folder and tells how many.
fn fuzz(name: &str, mut change: impl FnMut(&mut Random, &Path) -> usize) {
    let seconds = std::env::var("XASO_FUZZ_SECONDS").ok();
    let seconds = seconds.map(|text| text.parse().expect("a number of seconds"));
    let limit = seconds.map(Duration::from_secs);
    let mut random = Random::new(name);
    let folder = folder();
    let begin = Instant::now();
    let (mut n_batches, mut n_inputs, mut slowest) = (0, 0, Duration::ZERO);
    while limit.map_or(n_batches < SHORT, |limit| begin.elapsed() < limit) {
        n_inputs += change(&mut random, folder.path());
        let started = Instant::now();
        if let Err(fault) = watched(folder.path()) {
            let path = folder.path().display().to_string();
            // The folder is the evidence: it stays.
            std::mem::forget(folder);
            panic!("{name}, batch {n_batches}: {fault}; the input is in {path}");
        }
        slowest = slowest.max(started.elapsed());
        n_batches += 1;
    }
    let memory = peak_memory();
    println!(
        "{name}: {n_inputs} inputs in {n_batches} batches, {:.0} s; slowest batch {:.2} s, memory {} MB",
        begin.elapsed().as_secs_f64(),
        slowest.as_secs_f64(),
        memory / 1024
    );
    assert!(memory < MOST_MEMORY, "{name}: {memory} kB");
}

/// Runs in a thread of its own, so that what hangs can be told from what is slow.
fn watched(folder: &Path) -> Result<(), String> {
    let (sender, receiver) = mpsc::channel();
    let path = folder.to_owned();
    let worker = thread::spawn(move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| run(&path)));
        let _ = sender.send(outcome.is_ok());
    });
    match receiver.recv_timeout(PATIENCE) {
        Ok(true) => worker.join().map_err(|_| "the thread failed".to_owned()),
        Ok(false) | Err(RecvTimeoutError::Disconnected) => Err("panic".to_owned()),
        Err(RecvTimeoutError::Timeout) => Err(format!("more than {PATIENCE:?}")),
    }
}

/// The most memory that this process has used, in kB; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[test]
fn profiles() {
    let mut corpus = corpus(
        "yaml",
        &[
            "tests/schema/xa-du-khoa.yaml",
            SAMPLE,
            "content/communes/xa-minh-son-ha.yaml",
        ],
    );
    let sample = fs::read_to_string(support::project().join(SAMPLE)).expect("the sample");
    corpus.extend(large::ALL.map(|large| large.profile(&sample, MANY).into_bytes()));
    let content = support::project().join("content");
    let mut registers = support::files_below(&content);
    registers.retain(|path| path.ends_with(".yaml") && !path.contains('/'));
    assert!(!registers.is_empty(), "registers");
    fuzz("profiles", |random, folder| {
        for index in 0..COMMUNES {
            let text = mutation::mutate(random, &corpus, mutation::YAML);
            let path = format!("content/communes/x{index}.yaml");
            fs::write(folder.join(path), text).expect("a profile");
        }
        // The registers are read by the same reader.
        for name in &registers {
            let path = folder.join("content").join(name);
            let _ = fs::remove_file(&path);
            if random.below(8) == 0 {
                let own = vec![fs::read(content.join(name)).expect("a register")];
                let text = mutation::mutate(random, &own, mutation::YAML);
                fs::write(path, text).expect("a register");
            }
        }
        COMMUNES
    });
}

#[test]
fn guidance() {
    let corpus = corpus("markdown", &[]);
    let kinds = ["components", "objectives", "tasks", "bodies", "sections"];
    let content = support::project().join("content");
    let names: Vec<String> = kinds
        .iter()
        .flat_map(|kind| {
            let files = support::files_below(&content.join(kind));
            files.into_iter().map(move |name| format!("{kind}/{name}"))
        })
        .collect();
    fuzz("guidance", |random, folder| {
        for kind in kinds {
            let _ = fs::remove_dir_all(folder.join("content").join(kind));
            fs::create_dir_all(folder.join("content").join(kind)).expect("a folder");
        }
        for _ in 0..4 * COMMUNES {
            let name = &names[random.below(names.len())];
            let mut seeds = corpus.clone();
            // Half of them begin as the file that they stand in for.
            if random.below(2) == 0 {
                seeds = vec![fs::read(content.join(name)).expect("a file")];
            }
            let text = mutation::mutate(random, &seeds, mutation::MARKDOWN);
            fs::write(folder.join("content").join(name), text).expect("a guidance file");
        }
        // A profile holds Markdown as well.
        let own = fs::read_to_string(folder.join("content/communes/xa-mau.yaml"));
        let own = own.expect("the sample");
        for index in 0..COMMUNES {
            let text = mutation::mutate(random, &corpus, mutation::MARKDOWN);
            let text = serde_json::Value::from(String::from_utf8_lossy(&text)).to_string();
            let profile = format!("{own}van_ban:\n  dac-diem: {text}\n");
            let path = format!("content/communes/x{index}.yaml");
            fs::write(folder.join(path), profile).expect("a profile");
        }
        5 * COMMUNES
    });
}

#[test]
fn workbooks() {
    let corpus = corpus("workbook", &["budgets/xa-minh-son-ha.xlsx"]);
    fuzz("workbooks", |random, folder| {
        let own = fs::read(folder.join("budgets/xa-mau.xlsx")).expect("the sample");
        for index in 0..COMMUNES {
            let mut seeds = corpus.clone();
            if random.below(2) == 0 {
                seeds = vec![own.clone()];
            }
            let bytes = workbook::mutate(random, &seeds);
            fs::write(folder.join(format!("budgets/x{index}.xlsx")), bytes).expect("a workbook");
        }
        COMMUNES
    });
}

#[test]
fn estimates_in_yaml() {
    let corpus = corpus(
        "yaml-estimate",
        &[
            "tests/cases/workbooks/lines-in-yaml/du-toan.yaml",
            "tests/cases/workbooks/wrong-lines-in-yaml/du-toan.yaml",
            "tests/schema/du-toan.yaml",
        ],
    );
    let words = [mutation::YAML, mutation::ESTIMATE].concat();
    fuzz("estimates in YAML", |random, folder| {
        for index in 0..COMMUNES {
            // Beside a workbook of the same name it would not be read.
            let _ = fs::remove_file(folder.join(format!("budgets/x{index}.xlsx")));
            let text = mutation::mutate(random, &corpus, &words);
            fs::write(folder.join(format!("budgets/x{index}.yaml")), text).expect("an estimate");
        }
        COMMUNES
    });
}

#[test]
fn price_lists() {
    let corpus = [
        "budgets/don-gia.xlsx",
        "tests/cases/workbooks/price-from-the-list/don-gia.xlsx",
    ];
    let corpus = corpus.map(|path| fs::read(support::project().join(path)).expect("a price list"));
    let priced = "tests/cases/workbooks/price-from-the-list/du-toan.xlsx";
    let priced = support::project().join(priced);
    fuzz("price lists", |random, folder| {
        // One list is read for all communes; one of them takes prices from it.
        for index in 1..COMMUNES {
            let _ = fs::remove_file(folder.join(format!("budgets/x{index}.xlsx")));
            let _ = fs::remove_file(folder.join(format!("content/communes/x{index}.yaml")));
        }
        fs::copy(&priced, folder.join("budgets/x0.xlsx")).expect("an estimate without prices");
        let bytes = workbook::mutate(random, &corpus);
        fs::write(folder.join("budgets/don-gia.xlsx"), bytes).expect("a price list");
        1
    });
}
