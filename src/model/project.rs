//! A project: every record the user has made, and the index that answers questions about them.
use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::model::{
    actor::Actor, article::Article, blank, id::Id, index::Index, statement::Statement,
};

/// The records of one kind. Shared, so that the window and the store hold each record once.
pub type Table<T> = BTreeMap<Id<T>, Arc<T>>;

/// What is true of the whole project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Info {
    /// Its name, shown in the window's title.
    #[serde(skip_serializing_if = "blank")]
    pub name: Arc<str>,
    /// Who has worked on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coders: Vec<Arc<str>>,
    /// Tags offered for statements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Arc<str>>,
}

/// All records. Changed only through [`Edit`](crate::edit::Edit), which keeps the index in step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    // Invariant: `index` equals `Index::of(self)`, and `texts` has the keys of `articles`.
    info: Arc<Info>,
    articles: Table<Article>,
    texts: BTreeMap<Id<Article>, Arc<str>>,
    actors: Table<Actor>,
    statements: Table<Statement>,
    index: Index,
}

/// The tables of a project without its index, as a file has them.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// What is true of the whole project.
    pub info: Info,
    /// Articles.
    pub articles: Table<Article>,
    /// Their texts. One that is missing is taken as empty; one without an article is dropped.
    pub texts: BTreeMap<Id<Article>, Arc<str>>,
    /// Actors.
    pub actors: Table<Actor>,
    /// Statements.
    pub statements: Table<Statement>,
}

impl Project {
    /// A project of these records, with its index built.
    pub fn new(mut parts: Parts) -> Self {
        parts.texts.retain(|id, _| parts.articles.contains_key(id));
        for id in parts.articles.keys() {
            parts.texts.entry(*id).or_insert_with(|| "".into());
        }
        let mut project = Self {
            info: Arc::new(parts.info),
            articles: parts.articles,
            texts: parts.texts,
            actors: parts.actors,
            statements: parts.statements,
            index: Index::default(),
        };
        project.index = Index::of(&project);
        project
    }

    /// What is true of the whole project.
    pub fn info(&self) -> &Arc<Info> {
        &self.info
    }

    /// All articles.
    pub fn articles(&self) -> &Table<Article> {
        &self.articles
    }

    /// All texts; each article has one, also if it is empty.
    pub fn texts(&self) -> &BTreeMap<Id<Article>, Arc<str>> {
        &self.texts
    }

    /// All actors, also those merged into others.
    pub fn actors(&self) -> &Table<Actor> {
        &self.actors
    }

    /// All statements.
    pub fn statements(&self) -> &Table<Statement> {
        &self.statements
    }

    /// What is known without looking through the tables.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The text of an article, empty if there is no such article.
    pub fn text(&self, article: Id<Article>) -> &str {
        self.texts.get(&article).map_or("", |text| text)
    }

    /// The actor that `id` stands for after merging: itself, or the one it was merged into.
    pub fn canonical(&self, id: Id<Actor>) -> Id<Actor> {
        let mut found = id;
        // A file may hold a circle of merges; it ends here and is told by `check`.
        for _ in 0..64 {
            match self.actors.get(&found).and_then(|actor| actor.same_as) {
                Some(next) if self.actors.contains_key(&next) => found = next,
                _ => return found,
            }
        }
        id
    }

    /// `id` and every actor merged into it, in order of id.
    pub fn merged_group(&self, id: Id<Actor>) -> Vec<Id<Actor>> {
        let mut group = vec![id];
        let mut next = 0;
        while let Some(actor) = group.get(next).copied() {
            for merged in self.index.merged_into(actor) {
                if !group.contains(&merged) {
                    group.push(merged);
                }
            }
            next += 1;
        }
        group.sort();
        group
    }

    pub(crate) fn set_info(&mut self, info: Arc<Info>) {
        self.info = info;
    }

    pub(crate) fn set_article(&mut self, id: Id<Article>, new: Option<Arc<Article>>) {
        let old_date = self.articles.get(&id).map(|article| article.published);
        let new_date = new.as_ref().map(|article| article.published);
        match new {
            Some(article) => {
                self.articles.insert(id, article);
                self.texts.entry(id).or_insert_with(|| "".into());
            }
            None => {
                self.articles.remove(&id);
                self.texts.remove(&id);
            }
        }
        if old_date.unwrap_or_default() != new_date.unwrap_or_default() {
            let (old, new) = (old_date.unwrap_or_default(), new_date.unwrap_or_default());
            self.index.redate(id, old, new, &self.statements);
        }
    }

    pub(crate) fn set_text(&mut self, id: Id<Article>, text: Arc<str>) {
        if self.articles.contains_key(&id) {
            self.texts.insert(id, text);
        }
    }

    pub(crate) fn set_actor(&mut self, id: Id<Actor>, new: Option<Arc<Actor>>) {
        let old = match &new {
            Some(actor) => self.actors.insert(id, Arc::clone(actor)),
            None => self.actors.remove(&id),
        };
        self.index.change_actor(id, old.as_deref(), new.as_deref());
    }

    pub(crate) fn set_statement(&mut self, id: Id<Statement>, new: Option<Arc<Statement>>) {
        let date = |statement: &Statement| {
            let article = statement
                .article
                .and_then(|article| self.articles.get(&article));
            article.map(|article| article.published).unwrap_or_default()
        };
        if let Some(old) = self.statements.get(&id) {
            self.index.remove_statement(id, old, date(old));
        }
        if let Some(new) = &new {
            self.index.add_statement(id, new, date(new));
        }
        match new {
            Some(statement) => self.statements.insert(id, statement),
            None => self.statements.remove(&id),
        };
    }
}
