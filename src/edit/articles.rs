//! Adding, changing and removing articles.
use std::sync::Arc;

use crate::{
    edit::{Change, Edit, Step, origin::Origin, splice::Splice},
    model::{
        article::{Article, Reading},
        id::Id,
        project::Project,
    },
};

/// Adds an article with its text. Line ends, NUL and byte order marks must be cleaned before.
pub fn add(origin: &mut Origin, article: Article, text: &str) -> (Step, Id<Article>) {
    let id = origin.id();
    let change = Change {
        id,
        old: None,
        new: Some(Arc::new(article)),
    };
    let splice = Splice {
        article: id,
        at: 0,
        removed: "".into(),
        inserted: text.into(),
        touched: Vec::new(),
    };
    let edits = vec![Edit::Article(change), Edit::Splice(splice)];
    (Step::new("Add article", edits), id)
}

/// Changes an article's fields. `None` if it is not there or nothing changes.
pub fn change(
    project: &Project,
    id: Id<Article>,
    label: &'static str,
    change: impl FnOnce(&mut Article),
) -> Option<Step> {
    let old = project.articles().get(&id)?;
    let mut new = Article::clone(old);
    change(&mut new);
    let edit = Edit::Article(Change {
        id,
        old: Some(Arc::clone(old)),
        new: Some(Arc::new(new)),
    });
    match &edit {
        Edit::Article(Change { old, new, .. }) if old == new => None,
        _ => Some(Step::new(label, vec![edit])),
    }
}

/// Says how far an article has been read.
pub fn set_reading(project: &Project, id: Id<Article>, reading: Reading) -> Option<Step> {
    let label = match reading {
        Reading::Unread => "Mark as unread",
        Reading::Reading => "Mark as being read",
        Reading::Done => "Mark as read",
    };
    change(project, id, label, |article| article.reading = reading)
}

/// Removes an article, its text and every statement in it.
pub fn remove(project: &Project, id: Id<Article>) -> Option<Step> {
    let old = project.articles().get(&id)?;
    let mut edits = Vec::new();
    for statement in project.index().in_article(id) {
        edits.push(Edit::Statement(Change {
            id: statement,
            old: project.statements().get(&statement).cloned(),
            new: None,
        }));
    }
    edits.push(Edit::Splice(Splice {
        article: id,
        at: 0,
        removed: project.text(id).into(),
        inserted: "".into(),
        touched: Vec::new(),
    }));
    edits.push(Edit::Article(Change {
        id,
        old: Some(Arc::clone(old)),
        new: None,
    }));
    Some(Step::new("Remove article", edits))
}
