//! What must not compile: a renderer for others that reaches for the record.

#[test]
fn a_renderer_that_reaches_for_the_record() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
