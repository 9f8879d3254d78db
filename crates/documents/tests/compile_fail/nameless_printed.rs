//! A text without names is read part by part, so that what is unsure is seen: it cannot be printed or
//! serialised by itself.

use coaching::nameless::Nameless;

fn main() {}

fn print(text: &Nameless) -> String {
    format!("{text}")
}

fn send(text: &Nameless) -> serde_json::Result<String> {
    serde_json::to_string(text)
}
