//! The window of Three Chairs.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod places;

use std::sync::Mutex;

use practice::{Desk, SystemClock, SystemKeychain};

/// The desk, used by one command at a time.
struct Shared(Mutex<Desk>);

fn main() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            let places = places::of(app.handle())?;
            let mut desk = Desk::new(
                Box::new(SystemClock),
                Box::new(SystemKeychain::new()),
                places,
            );
            desk.back_up_by_itself();
            tauri::Manager::manage(app, Shared(Mutex::new(desk)));
            Ok(())
        })
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("The window could not be opened: {error}. Nothing was changed.");
        std::process::exit(1);
    }
}
