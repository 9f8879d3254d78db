//! A vault of a given size, and how quickly it answers.

use crate::Stop;
use crate::command::{cargo, run};

/// Makes a vault of that size in a new folder, and prints how long it takes to answer, and how long
/// opening, saving and backing up take beside a bare SQLCipher. Optimised:
/// the figures are of the program as it is shipped.
pub fn make(size: &str, folder: &str) -> Result<(), Stop> {
    for what in [
        &["make", size, folder][..],
        &["measure", folder][..],
        &["compare", folder][..],
    ] {
        let mut command = cargo(&["run", "--quiet", "--release"]);
        command.args(["--package", "whole-program-tests", "--bin", "sized", "--"]);
        run(command.args(what))?;
    }
    Ok(())
}
