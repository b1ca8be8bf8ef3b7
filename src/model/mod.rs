//! What a project is: plain records and what must hold for each. No reading or writing, no window.
pub mod span;
