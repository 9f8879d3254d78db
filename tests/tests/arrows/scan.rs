//! Reading Rust sources just far enough to see which paths they name: comments and texts are left
//! out, `use` groups are taken apart, and what is only compiled for tests is left out on request.

/// All paths of two or more parts that the source names, such as `std::fs::read`.
pub fn paths(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = is_name(&tokens[at]) && (at == 0 || !goes_on(&tokens, at));
        if starts {
            at = path(&tokens, at, String::new(), &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Whether the name at this place belongs to a path that began before it.
fn goes_on(tokens: &[String], at: usize) -> bool {
    tokens[at - 1] == "::" && at >= 2 && is_name(&tokens[at - 2])
}

/// Follows one path, and the groups in it; gives the place after it.
fn path(tokens: &[String], mut at: usize, mut so_far: String, found: &mut Vec<String>) -> usize {
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") => {
                at += 1;
                while at < tokens.len() && tokens[at] != "}" {
                    at = if is_name(&tokens[at]) || tokens[at] == "*" {
                        path(tokens, at, so_far.clone(), found)
                    } else {
                        at + 1
                    };
                }
                return at + 1;
            }
            Some(word) if is_name(word) || word == "*" => {
                if !so_far.is_empty() {
                    so_far.push_str("::");
                }
                so_far.push_str(word);
                at += 1;
            }
            _ => break,
        }
        if tokens.get(at).map(String::as_str) != Some("::") {
            break;
        }
        at += 1;
    }
    // `use coaching as other;` would hide every later path: the bare name is a finding too.
    let renamed = tokens.get(at).map(String::as_str) == Some("as");
    if so_far.contains("::") || renamed {
        found.push(so_far);
    }
    let casts = renamed && tokens.get(at + 2).map(String::as_str) == Some("::");
    if renamed && !casts { at + 2 } else { at }
}

fn is_name(token: &str) -> bool {
    token != "as" && token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The source without what is compiled for tests only: `#[cfg(test)] mod … { … }`.
pub fn without_tests(source: &str) -> String {
    let mut kept = Vec::new();
    let tokens = tokens(source);
    let mut at = 0;
    let marker = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    while at < tokens.len() {
        if tokens[at..]
            .iter()
            .map(String::as_str)
            .take(marker.len())
            .eq(marker)
        {
            while at < tokens.len() && tokens[at] != "{" && tokens[at] != ";" {
                at += 1;
            }
            let mut depth = 0;
            while at < tokens.len() {
                match tokens[at].as_str() {
                    "{" => depth += 1,
                    "}" => depth -= 1,
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    break;
                }
            }
        } else {
            kept.push(tokens[at].as_str());
            at += 1;
        }
    }
    kept.join(" ")
}

/// Names, `::`, and single signs; comments, texts and characters are left out.
fn tokens(source: &str) -> Vec<String> {
    let text: Vec<char> = source.chars().collect();
    let is = |at: usize, c: char| text.get(at) == Some(&c);
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let c = text[at];
        if c == '/' && is(at + 1, '/') {
            while at < text.len() && text[at] != '\n' {
                at += 1;
            }
        } else if c == '/' && is(at + 1, '*') {
            at = after_comment(&text, at);
        } else if c == '"' {
            at = after_text(&text, at);
        } else if c == '\'' {
            at = after_character(&text, at);
        } else if c.is_alphanumeric() || c == '_' {
            let start = at;
            while at < text.len() && (text[at].is_alphanumeric() || text[at] == '_') {
                at += 1;
            }
            let word: String = text[start..at].iter().collect();
            let raw = matches!(word.as_str(), "r" | "br" | "cr");
            match raw.then(|| after_raw_text(&text, at)).flatten() {
                Some(after) => at = after,
                None => found.push(word),
            }
        } else if c == ':' && is(at + 1, ':') {
            found.push("::".to_owned());
            at += 2;
        } else {
            if !c.is_whitespace() {
                found.push(c.to_string());
            }
            at += 1;
        }
    }
    found
}

fn after_comment(text: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    while at < text.len() {
        match (text[at], text.get(at + 1)) {
            ('/', Some('*')) => {
                depth += 1;
                at += 2;
            }
            ('*', Some('/')) => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    break;
                }
            }
            _ => at += 1,
        }
    }
    at
}

fn after_text(text: &[char], mut at: usize) -> usize {
    at += 1;
    while at < text.len() && text[at] != '"' {
        at += if text[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// After `#"…"#` with any number of signs; none when a raw name such as `r#type` stands here.
fn after_raw_text(text: &[char], at: usize) -> Option<usize> {
    let signs = text[at..].iter().take_while(|c| **c == '#').count();
    if text.get(at + signs) != Some(&'"') {
        return None;
    }
    let mut end = at + signs + 1;
    while end < text.len() {
        let closes = text[end] == '"' && text[end + 1..].iter().take(signs).all(|c| *c == '#');
        end += 1;
        if closes {
            break;
        }
    }
    Some(end + signs)
}

/// After `'c'`, or after a lifetime.
fn after_character(text: &[char], at: usize) -> usize {
    match text.get(at + 1) {
        Some('\\') => {
            let end = text[at + 3..].iter().position(|c| *c == '\'');
            end.map_or(text.len(), |end| at + 3 + end + 1)
        }
        Some(_) if text.get(at + 2) == Some(&'\'') => at + 3,
        _ => {
            let name = |c: &&char| c.is_alphanumeric() || **c == '_';
            at + 1 + text[at + 1..].iter().take_while(name).count()
        }
    }
}

#[test]
fn groups_are_taken_apart() {
    let found =
        paths("use std::{fs::{self, File}, io as out}; use a::*; let x = chrono::Utc::now();");
    let wanted = [
        "std::fs::self",
        "std::fs::File",
        "std::io",
        "a::*",
        "chrono::Utc::now",
    ];
    assert_eq!(found, wanted);
}

#[test]
fn comments_texts_and_characters_name_nothing() {
    let source = r##"
        // std::fs
        /* std::fs /* std::net */ std::fs */
        let a = "std::fs \" std::net"; let b = r#"std::"fs"#; let c = '"'; let d = '\'';
        fn e<'a>(x: &'a ::std::env::Args) {}
    "##;
    assert_eq!(paths(source), ["std::env::Args"]);
}

#[test]
fn a_renamed_crate_is_seen() {
    assert_eq!(paths("use coaching as other;"), ["coaching"]);
    assert_eq!(paths("let a = b as std::fs::C;"), ["b", "std::fs::C"]);
}

#[test]
fn what_is_for_tests_only_is_left_out() {
    let source = "use a::b; #[cfg(test)] mod tests { use std::fs; fn f() { g::h(); } } use c::d;";
    assert_eq!(paths(&without_tests(source)), ["a::b", "c::d"]);
    let elsewhere = "#[cfg(test)] mod tests; use c::d;";
    assert_eq!(paths(&without_tests(elsewhere)), ["c::d"]);
}
