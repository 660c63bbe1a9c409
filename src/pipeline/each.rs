//! Something done with each of many, on all cores, with no more of them begun than there are cores.
//!
//! The pool of rayon would begin all of them: whatever waits for a part of one, such as typst for the
//! layout of a page, takes up the next meanwhile.

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;

/// What comes of each, in their order.
pub(super) fn each<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let n_workers = thread::available_parallelism().map_or(1, usize::from);
    let n_workers = n_workers.min(items.len());
    let queue = Mutex::new(items.into_iter().enumerate());
    let next = || {
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.next()
    };
    let take = || {
        let mut done = Vec::new();
        while let Some((number, item)) = next() {
            done.push((number, work(item)));
        }
        done
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(take)).collect();
        let done = workers.into_iter();
        done.flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::SeqCst;

    use super::each;

    #[test]
    fn results_stand_in_the_order_of_what_they_are_of() {
        let (running, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let squares = each((0..500_usize).collect(), |number| {
            most.fetch_max(running.fetch_add(1, SeqCst) + 1, SeqCst);
            // What waits in the pool of rayon begins no other.
            let (square, _) = rayon::join(|| number * number, std::thread::yield_now);
            running.fetch_sub(1, SeqCst);
            square
        });
        assert!(
            squares
                .iter()
                .enumerate()
                .all(|(number, square)| number * number == *square)
        );
        let n_cores = std::thread::available_parallelism().expect("cores").get();
        assert!(most.into_inner() <= n_cores);
    }
}
