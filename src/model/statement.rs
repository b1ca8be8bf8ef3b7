//! A statement: something said, by whom, where it is printed, and how sure that is.
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::model::{
    actor::Actor, article::Article, blank, date::Published, default, id::Id, mark::Mark,
};

/// One utterance as one article gives it: its parts are one object, also where the article splits them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Where it is printed; none for something heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<Id<Article>>,
    /// Direct, indirect or mixed.
    pub kind: Kind,
    /// What was said, in reading order; never empty.
    pub contents: Vec<Mark>,
    /// The words of reporting: “said”, “according to”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Mark>,
    /// The words that name the speaker: “the press secretary”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Mark>,
    /// Who said it; empty while nobody is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// For whom the speakers spoke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Id<Actor>>,
    /// Through whom the article has it: “told the *Courier*”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quoted_via: Option<Id<Actor>>,
    /// To whom it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Id<Actor>>,
    /// When it was said, if not when it was printed.
    #[serde(default, skip_serializing_if = "default")]
    pub said_on: Published,
    /// The user's own words for sorting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Arc<str>>,
    /// What the user writes of it.
    #[serde(default, skip_serializing_if = "blank")]
    pub note: Arc<str>,
    /// What has been checked.
    #[serde(default, skip_serializing_if = "default")]
    pub checks: Checks,
    /// Where the record comes from.
    #[serde(default, skip_serializing_if = "default")]
    pub origin: Provenance,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed by a person.
    pub modified: Timestamp,
    /// Who made it.
    pub coder: Arc<str>,
}

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// The speaker's own words, standing for themselves.
    Direct,
    /// The writer's words for what was said.
    Indirect,
    /// Some of the speaker's own words within the writer's sentence.
    Mixed,
}

impl Kind {
    /// For people, in lower case.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// One of those who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// Who.
    pub actor: Id<Actor>,
    /// The office at that time, as far as it is known.
    #[serde(default, skip_serializing_if = "blank")]
    pub role: Arc<str>,
    /// How sure the attribution is.
    #[serde(default, skip_serializing_if = "default")]
    pub certainty: Certainty,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "default")]
    pub basis: Basis,
}

/// How sure an attribution is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Certainty {
    /// No doubt.
    #[default]
    Sure,
    /// More likely than not.
    Probable,
    /// A guess.
    Unsure,
}

impl Certainty {
    /// For people, in lower case.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Probable => "probable",
            Self::Unsure => "unsure",
        }
    }
}

/// What an attribution rests on.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Basis {
    /// The speaker is named beside the words.
    #[default]
    Named,
    /// A pronoun or description stands there.
    Pronoun,
    /// It follows from what surrounds them.
    Inferred,
}

/// What a person has compared with the article, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Checks {
    /// The words are as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Check>,
    /// The speaker is the right one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Check>,
    /// Nothing around it changes its meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Check>,
}

/// Who checked, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Who.
    pub by: Arc<str>,
    /// When.
    pub when: Timestamp,
}

/// Where a statement's record comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provenance {
    /// A person marked it.
    #[default]
    Hand,
    /// The engine proposed it and a person took it.
    Suggestion {
        /// The rule or model that proposed it.
        rule: Arc<str>,
        /// How sure it was, in percent, 0 to 100.
        confidence: u8,
    },
}

impl Statement {
    /// Every mark: contents, cue, source mention.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.contents.iter().chain(&self.cue).chain(&self.source)
    }

    /// Every mark, to be changed.
    pub fn marks_mut(&mut self) -> impl Iterator<Item = &mut Mark> {
        self.contents
            .iter_mut()
            .chain(&mut self.cue)
            .chain(&mut self.source)
    }

    /// Place of its first part in reading order, in bytes.
    pub fn offset(&self) -> usize {
        self.contents.iter().map(Mark::offset).min().unwrap_or(0)
    }

    /// Whether `actor` is one of its speakers.
    pub fn is_said_by(&self, actor: Id<Actor>) -> bool {
        self.speakers.iter().any(|speaker| speaker.actor == actor)
    }

    /// Whether one of its marks waits to be confirmed.
    pub fn is_unconfirmed(&self) -> bool {
        self.marks().any(Mark::is_unconfirmed)
    }
}
