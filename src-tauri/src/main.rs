//! The window of Three Chairs.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod clipboard;
mod commands;
mod locking;
mod places;

use std::alloc::System;
use std::sync::Mutex;

use practice::log::{self, Event};
use practice::{Desk, SystemClock, SystemKeychain};
use zeroizing_alloc::ZeroAlloc;

/// Wipes whatever is given back: words of the practice outlive what held them nowhere in the heap.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

/// The desk, used by one command at a time.
struct Shared(Mutex<Desk>);

fn main() {
    log::note_faults(log::folder());
    practice::keep_memory_private();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            let places = places::of(app.handle())?;
            let mut desk = Desk::new(
                Box::new(SystemClock),
                Box::new(SystemKeychain::new()),
                places,
            );
            desk.note(Event::Started);
            desk.back_up_by_itself();
            tauri::Manager::manage(app, Shared(Mutex::new(desk)));
            locking::watch(app.handle());
            Ok(())
        })
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("The window could not be opened: {error}. Nothing was changed.");
        std::process::exit(1);
    }
}
