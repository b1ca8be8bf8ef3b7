//! What a project is: plain records and what must hold for each. No reading or writing, no window.
pub mod actor;
pub mod article;
pub mod check;
pub mod date;
pub mod id;
pub mod index;
pub mod mark;
pub mod project;
pub mod span;
pub mod statement;

/// Whether a text field is empty and can be left out of a file.
pub(crate) fn blank(text: &str) -> bool {
    text.is_empty()
}

/// Whether a field has its usual value and can be left out of a file.
pub(crate) fn default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
