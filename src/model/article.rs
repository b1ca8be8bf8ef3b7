//! An article: where words were printed. Its text stands in a table of its own.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::model::{blank, date::Published, default};

/// One article, without its text (see [`Project::texts`](super::project::Project::texts)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Article {
    /// The headline.
    #[serde(skip_serializing_if = "blank")]
    pub title: Arc<str>,
    /// The newspaper, agency or site.
    #[serde(skip_serializing_if = "blank")]
    pub outlet: Arc<str>,
    /// Who wrote it, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Arc<str>>,
    /// When it was published.
    #[serde(skip_serializing_if = "default")]
    pub published: Published,
    /// Its address on the web.
    #[serde(skip_serializing_if = "blank")]
    pub url: Arc<str>,
    /// When it was read there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Timestamp>,
    /// The address of a copy in an archive.
    #[serde(skip_serializing_if = "blank")]
    pub archive_url: Arc<str>,
    /// The part of the paper.
    #[serde(skip_serializing_if = "blank")]
    pub section: Arc<str>,
    /// BCP 47 tag, such as `en`.
    #[serde(skip_serializing_if = "blank")]
    pub language: Arc<str>,
    /// What the user writes of it.
    #[serde(skip_serializing_if = "blank")]
    pub notes: Arc<str>,
    /// How far it has been read.
    #[serde(skip_serializing_if = "default")]
    pub reading: Reading,
    /// SHA-256 of the text as it was imported, in hexadecimal.
    #[serde(skip_serializing_if = "blank")]
    pub imported_hash: Arc<str>,
    /// When it was brought in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported: Option<Timestamp>,
    /// Every change of the text since, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// How far an article has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reading {
    /// Not opened yet.
    #[default]
    Unread,
    /// Begun.
    Reading,
    /// Read to the end.
    Done,
}

/// One correction of a text: what stood there, and what stands there now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Who made it.
    pub by: Arc<str>,
    /// When.
    pub when: Timestamp,
    /// Offset in the text at that time, in bytes.
    pub at: u32,
    /// What stood there.
    #[serde(default, skip_serializing_if = "blank")]
    pub was: Arc<str>,
    /// What was put in its place.
    #[serde(default, skip_serializing_if = "blank")]
    pub is: Arc<str>,
}
