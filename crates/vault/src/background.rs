//! Work that nobody waits for.

/// How far a thread steps back: on a scale of which 19 is the end.
#[cfg(target_os = "linux")]
const BACK: i32 = 10;

/// From now on the thread that calls this, with the threads that it starts, lets others go first where all
/// processors are busy. There is no way back. Elsewhere than on Linux this would be the whole program, and
/// nothing is done.
pub fn step_back() {
    // Not granted: it works as fast as before.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(BACK);
}
