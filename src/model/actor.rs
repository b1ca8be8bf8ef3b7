//! An actor: whoever says something, a person, an organisation, a country, a group or an unnamed source.
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{blank, date::Published, default, id::Id};

/// One actor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Actor {
    /// The name to show.
    pub name: Arc<str>,
    /// What it is.
    #[serde(skip_serializing_if = "default")]
    pub kind: ActorKind,
    /// Other names by which articles call it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Arc<str>>,
    /// Offices held, the present one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Whom it speaks for, or what it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<Id<Actor>>,
    /// Identifiers elsewhere, such as Wikidata's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// Index into the theme's actor colours.
    #[serde(skip_serializing_if = "default")]
    pub colour: u8,
    /// What the user writes of it.
    #[serde(skip_serializing_if = "blank")]
    pub notes: Arc<str>,
    /// Kept out of exports and of learning.
    #[serde(skip_serializing_if = "default")]
    pub confidential: bool,
    /// The actor this one was merged into; clearing it splits them again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<Id<Actor>>,
}

/// What an actor is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum ActorKind {
    /// A human being.
    #[default]
    Person,
    /// A company, ministry, paper, court…
    Organisation,
    /// A country or its government.
    Country,
    /// People without a common office: “European allies”, “residents”.
    Group,
    /// A source that asked not to be named.
    UnnamedSource,
}

impl ActorKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Organisation,
        Self::Country,
        Self::Group,
        Self::UnnamedSource,
    ];

    /// For people, in lower case.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Country => "country",
            Self::Group => "group",
            Self::UnnamedSource => "unnamed source",
        }
    }
}

/// An office, held for a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Role {
    /// “Press Secretary”.
    #[serde(skip_serializing_if = "blank")]
    pub title: Arc<str>,
    /// “White House”.
    #[serde(skip_serializing_if = "blank")]
    pub organisation: Arc<str>,
    /// Since when.
    #[serde(skip_serializing_if = "default")]
    pub from: Published,
    /// Until when.
    #[serde(skip_serializing_if = "default")]
    pub to: Published,
}

impl Role {
    /// “Press Secretary, White House”, or what there is of it.
    pub fn in_words(&self) -> String {
        match (&*self.title, &*self.organisation) {
            (title, "") => title.to_owned(),
            ("", organisation) => organisation.to_owned(),
            (title, organisation) => format!("{title}, {organisation}"),
        }
    }
}

/// A name of the actor in somebody's catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Whose catalogue: “Wikidata”.
    pub scheme: Arc<str>,
    /// The name in it: “Q42”.
    pub value: Arc<str>,
}
