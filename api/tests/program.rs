//! The program itself. Cargo builds it for this test, and then `tests/crash` finds it too.

use std::process::Command;

#[test]
fn the_program_says_which_version_it_is() {
    let told = Command::new(env!("CARGO_BIN_EXE_throughcare"))
        .arg("--version")
        .output()
        .expect("the program to run");
    let text = String::from_utf8_lossy(&told.stdout);
    assert!(text.contains(env!("CARGO_PKG_VERSION")), "{text}");
}
