//! Making and opening a vault in a folder, and refusing to.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::{DATABASE, code, make, passphrase, place, snapshot, words};
use vault::{Cost, FakeKeychain, FolderState, SlotKind, VaultError, VaultFolder};

#[test]
fn a_vault_opens_again_with_the_same_key() {
    let (_outer, folder) = place();
    assert_eq!(folder.state().unwrap(), FolderState::NoFolder);
    let made = make(&folder);
    let (id, key) = (made.id(), made.data_key().sqlcipher_raw());
    assert_eq!(made.slots(), [SlotKind::Passphrase]);
    drop(made);
    assert_eq!(folder.state().unwrap(), FolderState::Vault);
    let open = folder.open_with_passphrase(&words()).unwrap();
    assert_eq!(open.id(), id);
    assert_eq!(open.data_key().sqlcipher_raw(), key);
    assert_eq!(fs::read(open.database_path()).unwrap(), DATABASE);
    let info = folder.read_header().unwrap();
    assert_eq!((info.version, info.id), (1, id));
    assert_eq!(info.slots, [SlotKind::Passphrase]);
    assert_eq!(info.cost, Cost::floor());
}

#[test]
fn two_vaults_share_nothing() {
    let (_outer, one) = place();
    let (_outer2, two) = place();
    let (one, two) = (make(&one), make(&two));
    assert_ne!(one.id(), two.id());
    assert_ne!(
        one.data_key().sqlcipher_raw(),
        two.data_key().sqlcipher_raw()
    );
}

#[test]
fn a_wrong_passphrase_is_just_that() {
    let (_outer, folder) = place();
    drop(make(&folder));
    let before = snapshot(folder.path());
    for wrong in [
        "correct horse battery stapl",
        "x",
        "Correct horse battery staple",
    ] {
        let refused = folder.open_with_passphrase(&passphrase(wrong));
        assert_eq!(code(refused), "vault.wrong_passphrase");
    }
    assert_eq!(snapshot(folder.path()), before);
    assert!(folder.open_with_passphrase(&words()).is_ok());
}

#[test]
fn the_passphrase_changes() {
    let (_outer, folder) = place();
    let mut open = make(&folder);
    let key = open.data_key().sqlcipher_raw();
    let new = passphrase("another four plain words");
    assert_eq!(
        code(open.change_passphrase(&passphrase("short"), Cost::floor())),
        "vault.passphrase_too_short"
    );
    assert!(open.check_passphrase(&words()).is_ok());
    open.change_passphrase(&new, Cost::floor()).unwrap();
    assert!(open.check_passphrase(&new).is_ok());
    assert_eq!(
        code(open.check_passphrase(&words())),
        "vault.wrong_passphrase"
    );
    drop(open);
    assert_eq!(
        code(folder.open_with_passphrase(&words())),
        "vault.wrong_passphrase"
    );
    let open = folder.open_with_passphrase(&new).unwrap();
    assert_eq!(open.data_key().sqlcipher_raw(), key, "the data key stays");
}

#[test]
fn no_key_is_made_where_a_vault_file_is() {
    for files in [
        &["vault.tcv", "practice.db"][..],
        &["vault.tcv"],
        &["practice.db"],
        &["practice.db-wal"],
        &["vault.tcv.next"],
        &["vault.tcv", "vault.tcv.unfinished", "practice.db"],
        &["vault.tcv.next", "vault.tcv.unfinished", "practice.db"],
        &["vault.tcv", "notes.txt"],
    ] {
        let (_outer, folder) = place();
        fs::create_dir(folder.path()).unwrap();
        for file in files {
            // Not even a header: that it bears the name is enough.
            fs::write(folder.path().join(file), b"whatever this is").unwrap();
        }
        let before = snapshot(folder.path());
        let refused = folder.begin_create(&words(), Cost::floor());
        assert_eq!(code(refused), "vault.already_a_vault", "{files:?}");
        assert_eq!(snapshot(folder.path()), before, "{files:?}: untouched");
    }
}

#[test]
fn the_wrong_folder_is_left_alone() {
    for files in [
        &["notes.txt"][..],
        &[".hidden"],
        &["vault.tcv.unfinished", "practice.db", "notes.txt"],
    ] {
        let (_outer, folder) = place();
        fs::create_dir(folder.path()).unwrap();
        for file in files {
            fs::write(folder.path().join(file), b"mine").unwrap();
        }
        let before = snapshot(folder.path());
        let refused = folder.begin_create(&words(), Cost::floor());
        assert_eq!(code(refused), "vault.folder_in_use", "{files:?}");
        let refused = folder.open_with_passphrase(&words());
        assert_eq!(code(refused), "vault.no_vault", "{files:?}");
        assert_eq!(snapshot(folder.path()), before, "{files:?}: untouched");
    }
    let (outer, _) = place();
    let file = outer.path().join("a-file");
    fs::write(&file, b"mine").unwrap();
    let file = VaultFolder::at(file);
    assert_eq!(
        code(file.begin_create(&words(), Cost::floor())),
        "vault.not_a_folder"
    );
    assert_eq!(code(file.read_header()), "vault.not_a_folder");
}

#[test]
fn what_a_desktop_leaves_behind_is_no_obstacle() {
    let (_outer, folder) = place();
    fs::create_dir(folder.path()).unwrap();
    fs::write(folder.path().join(".DS_Store"), b"litter").unwrap();
    fs::write(folder.path().join("Thumbs.db"), b"litter").unwrap();
    assert_eq!(folder.state().unwrap(), FolderState::Empty);
    drop(make(&folder));
    assert!(folder.path().join(".DS_Store").exists());
}

#[test]
fn nothing_is_made_for_a_passphrase_that_is_too_short() {
    let (_outer, folder) = place();
    let refused = folder.begin_create(&passphrase("eleven char"), Cost::floor());
    assert_eq!(code(refused), "vault.passphrase_too_short");
    assert_eq!(folder.state().unwrap(), FolderState::NoFolder);
}

#[test]
fn half_a_vault_is_named_and_left_alone() {
    let (_outer, folder) = place();
    drop(make(&folder));
    let (header, database) = (
        folder.path().join("vault.tcv"),
        folder.path().join("practice.db"),
    );
    fs::rename(&database, folder.path().join("aside")).unwrap();
    assert_eq!(folder.state().unwrap(), FolderState::DatabaseMissing);
    let refused = folder.open_with_passphrase(&words());
    assert_eq!(code(refused), "vault.database_missing");
    assert!(!database.exists());
    assert!(folder.read_header().is_ok());
    fs::rename(folder.path().join("aside"), &database).unwrap();

    fs::remove_file(&header).unwrap();
    let before = snapshot(folder.path());
    assert_eq!(folder.state().unwrap(), FolderState::HeaderMissing);
    let refused = folder.open_with_passphrase(&words());
    assert_eq!(code(refused), "vault.header_missing");
    assert_eq!(code(folder.read_header()), "vault.header_missing");
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn a_damaged_header_is_never_overwritten() {
    let (_outer, folder) = place();
    let mut open = make(&folder);
    let path = folder.path().join("vault.tcv");
    let good = fs::read(&path).unwrap();
    let mut bad = good.clone();
    bad[40] ^= 1;
    fs::write(&path, &bad).unwrap();
    let changed = open.change_passphrase(&passphrase("another four words"), Cost::floor());
    assert_eq!(code(changed), "vault.damaged_header");
    let keychain = FakeKeychain::new();
    let remembered = open.remember_in_keychain(&keychain);
    assert_eq!(code(remembered), "vault.damaged_header");
    assert_eq!(fs::read(&path).unwrap(), bad);
    drop(open);
    let before = snapshot(folder.path());
    let refused = folder.open_with_passphrase(&words());
    assert_eq!(code(refused), "vault.damaged_header");
    assert_eq!(snapshot(folder.path()), before);
    fs::write(&path, good).unwrap();
    assert!(folder.open_with_passphrase(&words()).is_ok());
}

#[test]
fn a_header_without_a_file_to_read_is_an_error() {
    let (_outer, folder) = place();
    drop(make(&folder));
    fs::remove_file(folder.path().join("vault.tcv")).unwrap();
    fs::create_dir(folder.path().join("vault.tcv")).unwrap();
    assert_eq!(code(folder.open_with_passphrase(&words())), "vault.io");
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let check = |folder: &Path| {
        assert_eq!(mode(folder), 0o700, "{folder:?}");
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{path:?}");
        }
    };
    // A folder that the coach made before, open to everybody.
    let (_outer, folder) = place();
    fs::create_dir(folder.path()).unwrap();
    fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    check(folder.path());
    // A database that was made open to everybody is closed before it counts.
    fs::write(new.database_path(), DATABASE).unwrap();
    fs::set_permissions(new.database_path(), PermissionsExt::from_mode(0o644)).unwrap();
    let mut open = new.finish().unwrap();
    check(folder.path());
    open.change_passphrase(&passphrase("another four words"), Cost::floor())
        .unwrap();
    check(folder.path());
    // A folder that is made for it, and the one above.
    let outer = tempfile::tempdir().unwrap();
    let folder = VaultFolder::at(outer.path().join("above").join("practice"));
    drop(make(&folder));
    check(folder.path());
    assert_eq!(mode(&outer.path().join("above")), 0o700);
}

#[test]
fn no_secret_is_in_the_folder() {
    let (_outer, folder) = place();
    let keychain = FakeKeychain::new();
    let mut open = make(&folder);
    open.remember_in_keychain(&keychain).unwrap();
    let raw = open.data_key().sqlcipher_raw();
    let hex = raw.trim_matches(['x', '\'']);
    let key: Vec<u8> = (0..64)
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect();
    let kept = vault::Keychain::get(&keychain, &open.id())
        .unwrap()
        .unwrap();
    for (name, bytes) in snapshot(folder.path()) {
        let holds = |secret: &[u8]| bytes.windows(secret.len()).any(|window| window == secret);
        assert!(!holds(&key), "{name} holds the data key");
        assert!(!holds(hex.as_bytes()), "{name} holds the data key in hex");
        assert!(!holds(&kept[..]), "{name} holds the keychain's key");
        assert!(!holds(b"battery"), "{name} holds the passphrase");
    }
}

#[test]
fn one_window_at_a_time() {
    let (_outer, folder) = place();
    let open = make(&folder);
    let Err(refused) = folder.open_with_passphrase(&words()) else {
        panic!("a second window must be refused");
    };
    let VaultError::OpenElsewhere {
        holder: Some(holder),
    } = &refused
    else {
        panic!("{refused}");
    };
    assert_eq!(holder.process, std::process::id());
    assert!(refused.to_string().contains(&holder.to_string()));
    assert!(folder.read_header().is_ok(), "looking needs no lock");
    assert_eq!(in_another_process("open", &folder), "vault.open_elsewhere");
    drop(open);
    assert_eq!(in_another_process("open", &folder), "opened");
    // That process is gone, and so is its lock.
    assert!(folder.open_with_passphrase(&words()).is_ok());
}

#[test]
fn one_creation_at_a_time() {
    let (_outer, folder) = place();
    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    fs::write(new.database_path(), DATABASE).unwrap();
    let before = snapshot(folder.path());
    let second = folder.begin_create(&words(), Cost::floor());
    assert_eq!(code(second), "vault.open_elsewhere");
    assert_eq!(
        code(folder.open_with_passphrase(&words())),
        "vault.no_vault"
    );
    assert_eq!(
        snapshot(folder.path()),
        before,
        "the first goes on undisturbed"
    );
    assert!(new.finish().is_ok());
}

#[test]
fn a_creation_that_is_given_up_leaves_nothing() {
    let (_outer, folder) = place();
    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    fs::write(new.database_path(), DATABASE).unwrap();
    fs::write(folder.path().join("practice.db-wal"), b"log").unwrap();
    assert_eq!(folder.state().unwrap(), FolderState::InterruptedCreation);
    drop(new);
    assert_eq!(folder.state().unwrap(), FolderState::Empty);
    assert_eq!(
        snapshot(folder.path()).into_keys().collect::<Vec<_>>(),
        ["vault.lock"]
    );

    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    assert_eq!(code(new.finish()), "vault.database_missing");
    assert_eq!(folder.state().unwrap(), FolderState::Empty);
    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    fs::write(new.database_path(), b"").unwrap();
    assert_eq!(code(new.finish()), "vault.database_missing");
    drop(make(&folder));
}

/// Without the unfinished header nothing says that the database was never finished.
#[test]
fn giving_up_deletes_no_database_that_may_be_a_vaults() {
    for finish in [false, true] {
        let (_outer, folder) = place();
        let new = folder.begin_create(&words(), Cost::floor()).unwrap();
        fs::write(new.database_path(), DATABASE).unwrap();
        fs::remove_file(folder.path().join("vault.tcv.unfinished")).unwrap();
        if finish {
            assert_eq!(code(new.finish()), "vault.io");
        } else {
            drop(new);
        }
        assert_eq!(folder.state().unwrap(), FolderState::HeaderMissing);
        let database = folder.path().join("practice.db");
        assert_eq!(fs::read(database).unwrap(), DATABASE);
    }
}

/// Killed at any moment, a creation leaves no vault or one that opens.
#[test]
fn a_creation_that_is_killed_leaves_no_vault_or_a_whole_one() {
    for (moment, state) in [
        ("die-begun", FolderState::InterruptedCreation),
        ("die-with-database", FolderState::InterruptedCreation),
        ("die-finished", FolderState::Vault),
    ] {
        let (_outer, folder) = place();
        assert_eq!(in_another_process(moment, &folder), "died");
        assert_eq!(folder.state().unwrap(), state, "{moment}");
        if state == FolderState::Vault {
            assert!(folder.open_with_passphrase(&words()).is_ok());
        } else {
            assert_eq!(
                code(folder.open_with_passphrase(&words())),
                "vault.no_vault"
            );
            let (id, key) = {
                let open = make(&folder);
                assert_eq!(fs::read(open.database_path()).unwrap(), DATABASE);
                (open.id(), open.data_key().sqlcipher_raw())
            };
            let open = folder.open_with_passphrase(&words()).unwrap();
            assert_eq!((open.id(), open.data_key().sqlcipher_raw()), (id, key));
        }
    }
    // The moments inside `begin_create` and inside the clearing after it.
    for files in [
        &[][..],
        &[("vault.lock", "")],
        &[("vault.lock", "1 x\n"), ("vault.tcv.unfinished", "")],
        &[("vault.lock", "1 x\n"), ("vault.tcv.unfinished", "Three")],
        &[
            ("vault.tcv.unfinished", "Three"),
            ("practice.db-wal", "log"),
        ],
    ] {
        let (_outer, folder) = place();
        fs::create_dir(folder.path()).unwrap();
        for (name, content) in files {
            fs::write(folder.path().join(name), content).unwrap();
        }
        assert_eq!(
            code(folder.open_with_passphrase(&words())),
            "vault.no_vault"
        );
        drop(make(&folder));
        assert!(folder.open_with_passphrase(&words()).is_ok(), "{files:?}");
        assert!(!folder.path().join("practice.db-wal").exists());
    }
}

/// Killed while the header is replaced, the old header stands.
#[test]
fn a_change_that_is_killed_leaves_the_old_header() {
    let (_outer, folder) = place();
    drop(make(&folder));
    let next = folder.path().join("vault.tcv.next");
    for torn in [&b""[..], b"ThreeChairsVa", &[0xff; 300]] {
        fs::write(&next, torn).unwrap();
        let mut open = folder.open_with_passphrase(&words()).unwrap();
        assert!(!next.exists(), "cleared once the vault has proved whole");
        // And when it cannot be cleared in time, it is no obstacle.
        fs::write(&next, torn).unwrap();
        open.change_passphrase(&words(), Cost::floor()).unwrap();
        assert!(!next.exists());
    }
}

/// Runs `the_other_process` in a process of its own, and returns the last word that it says.
fn in_another_process(what: &str, folder: &VaultFolder) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "folder::the_other_process",
            "--ignored",
            "--nocapture",
        ])
        .env("VAULT_TEST_DO", what)
        .env("VAULT_TEST_FOLDER", folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    match said.split("said:").nth(1) {
        Some(word) => word.split_whitespace().next().unwrap().to_owned(),
        None if !output.status.success() => "died".to_owned(),
        None => panic!("the other process said nothing: {said}"),
    }
}

#[test]
#[ignore = "run by other tests, in a process of its own"]
fn the_other_process() {
    let folder = VaultFolder::at(std::env::var_os("VAULT_TEST_FOLDER").unwrap());
    let what = std::env::var("VAULT_TEST_DO").unwrap();
    if what == "open" {
        let opened = folder.open_with_passphrase(&words());
        println!("said:{}", opened.map_or_else(|e| e.code(), |_| "opened"));
        return;
    }
    let new = folder.begin_create(&words(), Cost::floor()).unwrap();
    if what == "die-begun" {
        std::process::abort();
    }
    fs::write(new.database_path(), DATABASE).unwrap();
    fs::write(folder.path().join("practice.db-wal"), b"log").unwrap();
    if what == "die-with-database" {
        std::process::abort();
    }
    let _open = new.finish().unwrap();
    std::process::abort();
}
