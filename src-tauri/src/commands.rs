//! The window's commands: one line each, made from the table in `practice::commands`.

use practice::types::*;
use practice::{Desk, Failure};
use tauri::State;
use tauri_plugin_dialog::DialogExt;

use crate::Shared;

/// Asks the desk, off the window's own thread.
fn ask<T>(
    shared: &State<'_, Shared>,
    question: impl FnOnce(&mut Desk) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut desk = shared.0.lock().map_err(|_| {
        Failure::new(
            "desk.broken",
            "Something went wrong. Close the window and open it again.",
        )
    })?;
    question(&mut desk)
}

macro_rules! handlers {
    ($($name:ident($input:tt) -> $output:ty;)*) => {
        $(handlers!(@one $name $input $output);)*

        /// All commands of the window.
        pub fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name,)* choose_folder, crate::clipboard::copied]
        }
    };
    (@one $name:ident () $output:ty) => {
        #[tauri::command(async)]
        fn $name(shared: State<'_, Shared>) -> Result<$output, Failure> {
            ask(&shared, |desk| desk.asked(stringify!($name), |desk| desk.$name()))
        }
    };
    (@one $name:ident $input:ident $output:ty) => {
        #[tauri::command(async)]
        fn $name(shared: State<'_, Shared>, input: $input) -> Result<$output, Failure> {
            ask(&shared, |desk| desk.asked(stringify!($name), |desk| desk.$name(input)))
        }
    };
}

practice::commands!(handlers);

/// Lets the coach choose a folder in the system's own dialog; none when they close it.
#[tauri::command(async)]
fn choose_folder(app: tauri::AppHandle) -> Option<String> {
    let chosen = app.dialog().file().blocking_pick_folder()?;
    chosen
        .into_path()
        .ok()
        .map(|path| path.display().to_string())
}
