//! Chooses: window or terminal.
fn main() {}
