//! Rebuilds the crate when a file comes to `rules/` or leaves it, since all of them are embedded.

fn main() {
    println!("cargo:rerun-if-changed=rules");
}
