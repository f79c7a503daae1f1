//! What the integration tests share: the fixture stories, and the binary.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// The folder of the crate.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The names of the fixture stories, in order.
pub fn names() -> Vec<String> {
    let folder = PathBuf::from(ROOT).join("fixtures/stories");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder that can be read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Runs the binary in the folder of the crate, without any environment that colours.
pub fn gainsay(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(args)
        .current_dir(ROOT)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the binary runs")
}

/// What the binary wrote to standard output.
pub fn stdout(args: &[&str]) -> String {
    let output = gainsay(args);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "gainsay {args:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("reports are UTF-8")
}

/// Runs the binary in the folder of the crate with `text` on standard input.
pub fn fed(args: &[&str], text: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(args)
        .current_dir(ROOT)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin.write_all(text).expect("the binary reads all of it");
    drop(stdin);
    child.wait_with_output().expect("the binary ends")
}
