//! How a project changes: every change is an [`Edit`], which can be undone, journalled and replayed.
//!
//! What a user does ("merge these actors") is an operation: a function from a project to a [`Step`].
pub mod actors;
pub mod articles;
pub mod history;
pub mod origin;
pub mod splice;
pub mod statements;
pub mod text;

use std::{borrow::Cow, fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    edit::splice::Splice,
    model::{
        actor::Actor,
        article::Article,
        id::Id,
        project::{Info, Project, Table},
        statement::Statement,
    },
};

/// One change of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// What is true of the whole project.
    Info {
        /// What it was.
        old: Arc<Info>,
        /// What it becomes.
        new: Arc<Info>,
    },
    /// An article; adding one gives it an empty text, removing one asks for an empty text.
    Article(Change<Article>),
    /// An actor.
    Actor(Change<Actor>),
    /// A statement.
    Statement(Change<Statement>),
    /// A text, and the marks on it.
    Splice(Splice),
}

/// What a record was and what it becomes: `None` to `Some` adds it, `Some` to `None` removes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
pub struct Change<T> {
    /// Which record.
    pub id: Id<T>,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<Arc<T>>,
    /// What it becomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<Arc<T>>,
}

/// What one undo takes back: edits that are done together or not at all, and the words for them in the menu.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// “Mark quote”, as it stands after “Undo”.
    pub label: Cow<'static, str>,
    /// The edits, in the order in which they are applied.
    pub edits: Vec<Edit>,
}

/// An edit that was made for another state of the project. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not as this edit expects it")]
pub struct Stale(pub(crate) String);

impl Step {
    /// A step of one edit or more.
    pub fn new(label: impl Into<Cow<'static, str>>, edits: Vec<Edit>) -> Self {
        Self {
            label: label.into(),
            edits,
        }
    }

    /// Applies all edits, or none if one of them is stale.
    pub fn apply(&self, project: &mut Project) -> Result<(), Stale> {
        for (count, edit) in self.edits.iter().enumerate() {
            if let Err(stale) = edit.apply(project) {
                for done in self.edits.iter().take(count).rev() {
                    done.clone().inverse().apply(project)?;
                }
                return Err(stale);
            }
        }
        Ok(())
    }

    /// The step that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            label: self.label.clone(),
            edits: self
                .edits
                .iter()
                .rev()
                .cloned()
                .map(Edit::inverse)
                .collect(),
        }
    }
}

impl Edit {
    /// Changes the project, or leaves it as it was if a record is not the edit's `old`.
    pub fn apply(&self, project: &mut Project) -> Result<(), Stale> {
        match self {
            Self::Info { old, new } => {
                if project.info() != old {
                    return Err(Stale("the project's own record".to_owned()));
                }
                project.set_info(Arc::clone(new));
            }
            Self::Article(change) => {
                change.expect_old(project.articles(), "article")?;
                if change.new.is_none() && !project.text(change.id).is_empty() {
                    return Err(Stale(format!("the text of article {}", change.id)));
                }
                project.set_article(change.id, change.new.clone());
            }
            Self::Actor(change) => {
                change.expect_old(project.actors(), "actor")?;
                project.set_actor(change.id, change.new.clone());
            }
            Self::Statement(change) => {
                change.expect_old(project.statements(), "statement")?;
                project.set_statement(change.id, change.new.clone());
            }
            Self::Splice(splice) => splice.apply(project)?,
        }
        Ok(())
    }

    /// The edit that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Info { old, new } => Self::Info { old: new, new: old },
            Self::Article(change) => Self::Article(change.inverse()),
            Self::Actor(change) => Self::Actor(change.inverse()),
            Self::Statement(change) => Self::Statement(change.inverse()),
            Self::Splice(splice) => Self::Splice(splice.inverse()),
        }
    }
}

impl<T: PartialEq> Change<T> {
    pub(crate) fn expect_old(
        &self,
        table: &Table<T>,
        kind: impl fmt::Display,
    ) -> Result<(), Stale> {
        let same = match (table.get(&self.id), &self.old) {
            (None, None) => true,
            (Some(there), Some(old)) => Arc::ptr_eq(there, old) || there == old,
            _ => false,
        };
        same.then_some(())
            .ok_or_else(|| Stale(format!("{kind} {}", self.id)))
    }
}

impl<T> Change<T> {
    pub(crate) fn inverse(self) -> Self {
        Self {
            id: self.id,
            old: self.new,
            new: self.old,
        }
    }
}
