use store::setting;

use crate::Practice;

#[test]
fn a_setting_is_set_and_set_again() {
    let mut practice = Practice::empty();
    assert_eq!(practice.read(|tx| setting::get(tx, "theme")), None);
    practice.write(|tx| setting::set(tx, "theme", "dark"));
    practice.write(|tx| setting::set(tx, "idle", ""));
    practice.write(|tx| setting::set(tx, "theme", "light"));
    let theme = practice.read(|tx| setting::get(tx, "theme"));
    assert_eq!(theme.as_deref(), Some("light"));
    let idle = practice.read(|tx| setting::get(tx, "idle"));
    assert_eq!(idle.as_deref(), Some(""));
}
