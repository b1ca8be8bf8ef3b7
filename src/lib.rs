//! Sayso: who said what, where, and on whose authority.
pub mod edit;
pub mod extract;
pub mod model;
