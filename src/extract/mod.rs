//! The engine: text in, suggestions out. It knows no project, reads no file and cannot fail.
