//! Makes cargo build anew when a file is added to what the binary carries.

fn main() {
    println!("cargo:rerun-if-changed=content");
    println!("cargo:rerun-if-changed=templates");
}
