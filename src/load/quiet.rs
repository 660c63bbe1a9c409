//! A library's panic on a broken file is a broken file: calling what may panic without letting it end
//! the program or speak to the user.

use std::cell::Cell;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::panic::set_hook;
use std::panic::take_hook;
use std::sync::Once;

thread_local! {
    /// Whether a panic of this thread is expected and is not to be told.
    static MUTED: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// What `call` returns; nothing where it panics. It must leave nothing half done that is used later.
pub(super) fn quietly<T>(call: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !MUTED.get() {
                usual(panic);
            }
        }));
    });
    let was_muted = MUTED.replace(true);
    let returned = catch_unwind(AssertUnwindSafe(call)).ok();
    MUTED.set(was_muted);
    returned
}

#[cfg(test)]
mod tests {
    use super::quietly;

    #[test]
    #[expect(clippy::panic, reason = "it is what is caught")]
    fn a_panic_is_nothing() {
        assert_eq!(quietly(|| 7), Some(7));
        assert_eq!(quietly(|| -> u8 { panic!("of a library") }), None);
    }
}
