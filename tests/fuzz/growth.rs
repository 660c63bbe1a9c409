//! What a check takes grows with its input, not with the square of it.
//!
//! Times are those of the thread itself, of inputs of a size and of four times that size, in one run; no
//! time is held against a fixed one, for machines differ.

use std::fs;
use std::path::Path;

use super::large;
use super::support::Folder;

/// How much more four times the input may take: at most 4 times where it grows with the input, for what any
/// input takes is among it; far more than 7 times where it grows with the square.
const MOST: f64 = 5.5;

/// An input is made larger until it takes so long, in seconds, beside what any takes; or until it is as large
/// as one that is read.
const ENOUGH: f64 = 0.3;
const LARGEST: usize = 10_000;

/// The seconds that this thread has worked, in steps of a hundredth.
#[cfg(target_os = "linux")]
fn worked() -> f64 {
    let stat = fs::read_to_string("/proc/thread-self/stat").expect("the thread's times");
    let (_, fields) = stat.rsplit_once(") ").expect("its name");
    let fields = fields.split(' ').skip(11).take(2);
    fields
        .map(|field| field.parse::<f64>().expect("a time") / 100.0)
        .sum()
}

/// Elsewhere, the time of day.
#[cfg(not(target_os = "linux"))]
fn worked() -> f64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH);
    since.expect("a time of today").as_secs_f64()
}

/// What a check of the folder takes with this profile.
fn cost(folder: &Path, profile: &str) -> f64 {
    fs::write(folder.join("content/communes/xa-mau.yaml"), profile).expect("a profile");
    let before = worked();
    super::run(folder);
    worked() - before
}

#[test]
fn no_check_grows_with_the_square_of_its_input() {
    let folder = Folder::sample();
    let sample = fs::read_to_string(folder.path().join("content/communes/xa-mau.yaml"));
    let sample = sample.expect("the sample");
    // The first run of all pays for what is made once.
    let first = cost(folder.path(), &sample);
    let usual = first.min(cost(folder.path(), &sample));
    for large in large::ALL {
        let of_size = |n| cost(folder.path(), &large.profile(&sample, n));
        let mut n = 1000;
        let mut small = of_size(n);
        while small < usual + ENOUGH && n < LARGEST {
            n *= 2;
            small = of_size(n);
        }
        let four_times = of_size(4 * n);
        // What takes next to nothing cannot be measured, and need not be.
        let is_nothing = four_times < usual + ENOUGH;
        println!(
            "{}: {n} in {small:.2} s, {} in {four_times:.2} s",
            large.name,
            4 * n
        );
        assert!(
            is_nothing || four_times <= MOST * small,
            "{}: {n} take {small:.2} s, {} take {four_times:.2} s",
            large.name,
            4 * n
        );
    }
}
