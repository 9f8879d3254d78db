use store::template;

use crate::{Practice, template as careful};

#[test]
fn templates_come_by_name_and_go() {
    let mut practice = Practice::empty();
    let (mut first, second) = (careful(), careful());
    first.id = crate::from("tpl-2".into());
    first.name = "Bold".to_owned();
    practice.write(|tx| {
        template::insert(tx, &second)?;
        template::insert(tx, &first)
    });
    assert_eq!(
        practice.read(template::all),
        [first.clone(), second.clone()]
    );
    practice.write(|tx| template::remove(tx, &first.id));
    assert_eq!(practice.read(template::all), [second]);
    let gone = practice.refused(|tx| template::remove(tx, &first.id));
    assert_eq!(gone, "store.missing");
}

#[test]
fn no_two_have_one_name_or_a_cell_twice() {
    let mut practice = Practice::empty();
    practice.write(|tx| template::insert(tx, &careful()));
    let mut other = careful();
    other.id = crate::from("tpl-2".into());
    let code = practice.refused(|tx| template::insert(tx, &other));
    assert_eq!(code, "store.clash");
    other.name = "Bold".to_owned();
    other.boundaries.push(other.boundaries[0]);
    let code = practice.refused(|tx| template::insert(tx, &other));
    assert_eq!(code, "store.clash");
}
