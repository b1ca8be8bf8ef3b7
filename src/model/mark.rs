//! A mark: the words that were marked, and where they stand now.
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::span::Span;

/// The words that were marked, and their place. It holds its words, so that a text that changed is noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// The words as they stood when they were marked or last confirmed.
    pub words: Arc<str>,
    /// Where they are.
    pub place: Place,
}

/// Where marked words stand in the article's text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The words stand exactly here.
    At(Span),
    /// The text changed inside the mark; here is what became of it, to be confirmed by a person.
    Moved(Span),
    /// The words are gone from the text; they stood about here.
    Lost {
        /// Offset in bytes, on a border of characters.
        near: u32,
    },
}

impl Mark {
    /// Marks `span` of `text`, or nothing if it is no stretch of it.
    pub fn new(text: &str, span: Span) -> Option<Self> {
        Some(Self {
            words: span.of(text)?.into(),
            place: Place::At(span),
        })
    }

    /// Where it is to be shown, unless its words are lost.
    pub fn span(&self) -> Option<Span> {
        match self.place {
            Place::At(span) | Place::Moved(span) => Some(span),
            Place::Lost { .. } => None,
        }
    }

    /// Its place in reading order, in bytes, also of lost words.
    pub fn offset(&self) -> usize {
        match self.place {
            Place::At(span) | Place::Moved(span) => span.start(),
            Place::Lost { near } => near as usize,
        }
    }

    /// Whether a person has to look at it.
    pub fn is_unconfirmed(&self) -> bool {
        !matches!(self.place, Place::At(_))
    }
}
