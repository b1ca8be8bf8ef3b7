//! Sayso: who said what, where, and on whose authority.
