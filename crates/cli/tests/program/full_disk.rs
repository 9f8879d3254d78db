//! A disk of eight megabytes that fills up, and one that can only be read. Says so where this system lets
//! nobody make such a disk and nothing was tried.

#![cfg(target_os = "linux")]

use std::process::{Command, Output};

use serde_json::Value;

use crate::keyed::Keyed;
use crate::support::shown;

/// `$1` is the program, `$2` a vault, `$3` its recovery key, `$4` an empty folder. Prints one line of JSON
/// for each answer.
const SCRIPT: &str = r#"
set -e
mount -t tmpfs -o size=8m none "$4"
cp -r "$2" "$4/vault"
ask() {
    "$program" "$@" --vault "$vault" --recovery-key-file "$key" --json 2>&1 | tr -d '\n'
    echo
}
program=$1 vault=$4/vault key=$3
for left in 0 16 64 200 1000; do
    free=$(df -k "$4" | tail -1 | awk '{ print $4 }')
    dd if=/dev/zero of="$4/fill" bs=1k count=$((free - left)) 2>/dev/null
    ask call save_person '{"id":null,"name":"M","called":"","title":"","organisation":"","email":"","phone":""}'
    ask backup "$4"
    rm -f "$4/fill" "$4"/*.tcbackup
    ask check
done
mount -o remount,ro "$4"
ask check
ask backup "$4"
"#;

fn in_a_namespace(arguments: &[&str]) -> Option<Output> {
    let done = Command::new("unshare").arg("-rm").args(arguments).output();
    done.ok().filter(|done| done.status.success())
}

#[test]
fn a_full_disk_loses_nothing_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    if in_a_namespace(&["mount", "-t", "tmpfs", "none", shown(&disk)]).is_none() {
        eprintln!("this system lets nobody make a small disk: nothing was tried");
        return;
    }
    let keyed = Keyed::nadia_in(folder.path());
    let program = env!("CARGO_BIN_EXE_three-chairs");
    let places = [
        program,
        shown(&keyed.vault),
        shown(&keyed.key),
        shown(&disk),
    ];
    let done = in_a_namespace(&[&["sh", "-c", SCRIPT, "sh"], &places[..]].concat()).unwrap();
    let answers: Vec<Value> = String::from_utf8(done.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
        .collect();
    let (filling, read_only) = answers.split_at(15);
    let mut refused = 0;
    for three in filling.chunks(3) {
        for answer in &three[..2] {
            if let Some(code) = answer["code"].as_str() {
                assert!(
                    ["store.full", "store.disk", "vault.io"].contains(&code),
                    "{answer}"
                );
                refused += 1;
            }
        }
        assert_eq!(three[2]["sound"], true, "{}", three[2]);
    }
    assert!((2..10).contains(&refused), "{filling:?}");
    assert_eq!(read_only.len(), 2);
    for answer in read_only {
        assert_eq!(answer["code"], "vault.io", "{answer}");
        assert!(
            answer["message"]
                .as_str()
                .unwrap()
                .contains("can be written to")
        );
    }
}
