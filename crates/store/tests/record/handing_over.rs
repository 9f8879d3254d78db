use store::handing_over::{self, HandingOver};

use crate::Practice;

fn announced() -> HandingOver {
    HandingOver {
        id: "abc".to_owned(),
        path: "/out/brief.md".to_owned(),
        beside: "/out/.abc.part".to_owned(),
        replaces: true,
        bytes: None,
    }
}

#[test]
fn a_hand_over_is_announced_owed_and_ended() {
    let mut practice = Practice::empty();
    practice.write(|tx| handing_over::begin(tx, &announced()));
    assert!(practice.read(handing_over::all) == [announced()]);
    practice.write(|tx| handing_over::owe(tx, "abc", b"\0bytes"));
    let owed = HandingOver {
        bytes: Some(b"\0bytes".to_vec()),
        ..announced()
    };
    assert!(practice.read(handing_over::all) == [owed]);
    practice.write(|tx| handing_over::end(tx, "abc"));
    assert!(practice.read(handing_over::all).is_empty());
}

#[test]
fn what_was_not_announced_is_missing() {
    let mut practice = Practice::empty();
    let code = practice.refused(|tx| handing_over::owe(tx, "abc", b""));
    assert_eq!(code, "store.missing");
    let code = practice.refused(|tx| handing_over::end(tx, "abc"));
    assert_eq!(code, "store.missing");
}
