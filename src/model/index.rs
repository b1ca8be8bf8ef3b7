//! What panels ask for at every frame, kept by each edit so that none of them looks through a table.
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    actor::Actor,
    article::Article,
    date::Published,
    id::Id,
    project::{Project, Table},
    statement::Statement,
};

/// Statements by article, by actor and by what asks for attention. Equal to [`Index::of`] at any time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    by_article: BTreeMap<Id<Article>, BTreeSet<(u32, Id<Statement>)>>,
    by_speaker: BTreeMap<Id<Actor>, BTreeSet<Said>>,
    by_behalf: BTreeMap<Id<Actor>, BTreeSet<Said>>,
    unconfirmed: BTreeMap<Option<Id<Article>>, BTreeSet<(u32, Id<Statement>)>>,
    merged: BTreeMap<Id<Actor>, BTreeSet<Id<Actor>>>,
    voices: BTreeMap<Id<Actor>, BTreeSet<Id<Actor>>>,
}

/// Where and when a statement was printed; orders by date, then article, then place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Date of the article.
    pub published: Published,
    /// Where it is printed.
    pub article: Option<Id<Article>>,
    /// Place of its first part, in bytes.
    pub offset: u32,
    /// Which.
    pub statement: Id<Statement>,
}

impl Index {
    /// The index of a project, built from nothing.
    pub fn of(project: &Project) -> Self {
        let mut index = Self::default();
        for (id, actor) in project.actors() {
            index.change_actor(*id, None, Some(actor));
        }
        for (id, statement) in project.statements() {
            let article = statement
                .article
                .and_then(|article| project.articles().get(&article));
            let published = article.map(|article| article.published).unwrap_or_default();
            index.add_statement(*id, statement, published);
        }
        index
    }

    /// Statements of an article in reading order.
    pub fn in_article(
        &self,
        article: Id<Article>,
    ) -> impl DoubleEndedIterator<Item = Id<Statement>> {
        self.by_article
            .get(&article)
            .into_iter()
            .flatten()
            .map(|(_, id)| *id)
    }

    /// Number of statements of an article.
    pub fn count_in_article(&self, article: Id<Article>) -> usize {
        self.by_article.get(&article).map_or(0, BTreeSet::len)
    }

    /// What this very actor said (not those merged into it), oldest first.
    pub fn said_by(
        &self,
        actor: Id<Actor>,
    ) -> impl DoubleEndedIterator<Item = Said> + ExactSizeIterator {
        static NONE: BTreeSet<Said> = BTreeSet::new();
        self.by_speaker.get(&actor).unwrap_or(&NONE).iter().copied()
    }

    /// What others said on behalf of this very actor, oldest first.
    pub fn said_for(
        &self,
        actor: Id<Actor>,
    ) -> impl DoubleEndedIterator<Item = Said> + ExactSizeIterator {
        static NONE: BTreeSet<Said> = BTreeSet::new();
        self.by_behalf.get(&actor).unwrap_or(&NONE).iter().copied()
    }

    /// Statements of an article with a mark that moved or was lost, in reading order.
    pub fn unconfirmed(
        &self,
        article: Id<Article>,
    ) -> impl DoubleEndedIterator<Item = Id<Statement>> {
        self.unconfirmed
            .get(&Some(article))
            .into_iter()
            .flatten()
            .map(|(_, id)| *id)
    }

    /// Number of statements with a mark that moved or was lost, over all articles.
    pub fn count_unconfirmed(&self) -> usize {
        self.unconfirmed.values().map(BTreeSet::len).sum()
    }

    /// Actors merged straight into this one.
    pub fn merged_into(&self, actor: Id<Actor>) -> impl Iterator<Item = Id<Actor>> {
        self.merged.get(&actor).into_iter().flatten().copied()
    }

    /// Actors that speak for this one, or are a part of it.
    pub fn voices_of(&self, actor: Id<Actor>) -> impl Iterator<Item = Id<Actor>> {
        self.voices.get(&actor).into_iter().flatten().copied()
    }

    pub(super) fn add_statement(
        &mut self,
        id: Id<Statement>,
        statement: &Statement,
        date: Published,
    ) {
        let said = Said::of(id, statement, date);
        if let Some(article) = statement.article {
            self.by_article
                .entry(article)
                .or_default()
                .insert((said.offset, id));
        }
        if statement.is_unconfirmed() {
            self.unconfirmed
                .entry(statement.article)
                .or_default()
                .insert((said.offset, id));
        }
        for speaker in &statement.speakers {
            self.by_speaker
                .entry(speaker.actor)
                .or_default()
                .insert(said);
        }
        if let Some(actor) = statement.on_behalf_of {
            self.by_behalf.entry(actor).or_default().insert(said);
        }
    }

    pub(super) fn remove_statement(
        &mut self,
        id: Id<Statement>,
        statement: &Statement,
        date: Published,
    ) {
        let said = Said::of(id, statement, date);
        if let Some(article) = statement.article {
            take(&mut self.by_article, &article, &(said.offset, id));
        }
        take(
            &mut self.unconfirmed,
            &statement.article,
            &(said.offset, id),
        );
        for speaker in &statement.speakers {
            take(&mut self.by_speaker, &speaker.actor, &said);
        }
        if let Some(actor) = statement.on_behalf_of {
            take(&mut self.by_behalf, &actor, &said);
        }
    }

    pub(super) fn change_actor(&mut self, id: Id<Actor>, old: Option<&Actor>, new: Option<&Actor>) {
        if let Some(target) = old.and_then(|actor| actor.same_as) {
            take(&mut self.merged, &target, &id);
        }
        if let Some(target) = old.and_then(|actor| actor.speaks_for) {
            take(&mut self.voices, &target, &id);
        }
        if let Some(target) = new.and_then(|actor| actor.same_as) {
            self.merged.entry(target).or_default().insert(id);
        }
        if let Some(target) = new.and_then(|actor| actor.speaks_for) {
            self.voices.entry(target).or_default().insert(id);
        }
    }

    /// Moves the statements of an article whose date changed.
    pub(super) fn redate(
        &mut self,
        article: Id<Article>,
        old: Published,
        new: Published,
        statements: &Table<Statement>,
    ) {
        let ids: Vec<_> = self.in_article(article).collect();
        for id in ids {
            if let Some(statement) = statements.get(&id) {
                self.remove_statement(id, statement, old);
                self.add_statement(id, statement, new);
            }
        }
    }
}

impl Said {
    fn of(id: Id<Statement>, statement: &Statement, published: Published) -> Self {
        Self {
            published,
            article: statement.article,
            offset: u32::try_from(statement.offset()).unwrap_or(u32::MAX),
            statement: id,
        }
    }
}

/// Takes a value out of a set and the set out of the map when it is empty, so that equal projects have equal indexes.
fn take<K: Ord, V: Ord>(map: &mut BTreeMap<K, BTreeSet<V>>, key: &K, value: &V) {
    if let Some(set) = map.get_mut(key) {
        set.remove(value);
        if set.is_empty() {
            map.remove(key);
        }
    }
}
