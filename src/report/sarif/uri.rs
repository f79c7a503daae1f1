//! Paths as they were given, as URIs that a SARIF reader resolves.

use super::shape::ArtifactLocation;

/// The name that stands for the folder the run started in, which readers map to the root of the repository.
const ROOT: &str = "%SRCROOT%";

/// A path relative to the folder of the run, or where it is absolute a `file` URI.
pub(super) fn artifact(path: &str) -> ArtifactLocation {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let is_absolute = path.starts_with('/') || path.get(1..3) == Some(":/");
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if is_absolute => {}
            _ => parts.push(part),
        }
    }
    let encoded: Vec<String> = parts.iter().map(|part| encoded(part)).collect();
    let joined = encoded.join("/");
    if is_absolute {
        ArtifactLocation { uri: format!("file:///{joined}"), uri_base_id: None }
    } else {
        // What lies outside the folder is relative to nothing that a reader knows.
        let is_inside = parts.first() != Some(&"..");
        ArtifactLocation { uri: joined, uri_base_id: is_inside.then_some(ROOT) }
    }
}

/// A part of a path with every byte encoded that is not unreserved in RFC 3986.
fn encoded(part: &str) -> String {
    let mut encoded = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_uris() {
        for (path, uri, base) in [
            ("fire/coast.txt", "fire/coast.txt", Some(ROOT)),
            ("./fire//coast.txt", "fire/coast.txt", Some(ROOT)),
            ("a/../b.txt", "b.txt", Some(ROOT)),
            ("../b.txt", "../b.txt", None),
            ("/tmp/../b c.txt", "file:///b%20c.txt", None),
            ("a:b#1?é.txt", "a%3Ab%231%3F%C3%A9.txt", Some(ROOT)),
        ] {
            let artifact = artifact(path);
            assert_eq!((artifact.uri.as_str(), artifact.uri_base_id), (uri, base), "{path}");
        }
    }
}
