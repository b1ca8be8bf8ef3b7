//! A change of an article's text that takes the marks along.
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    edit::{Change, Stale},
    model::{
        article::Article,
        blank,
        id::Id,
        mark::{Mark, Place},
        project::Project,
        span::Span,
        statement::Statement,
    },
};

/// Replaces `removed` at byte `at` by `inserted`. Marks after it shift. Statements with a mark inside it stand in
/// `touched` with what they were and become, so that the inverse is exact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Splice {
    /// Whose text.
    pub article: Id<Article>,
    /// Offset in bytes.
    pub at: u32,
    /// What stands there.
    #[serde(default, skip_serializing_if = "blank")]
    pub removed: Arc<str>,
    /// What will stand there.
    #[serde(default, skip_serializing_if = "blank")]
    pub inserted: Arc<str>,
    /// Statements with a mark that is changed, not only shifted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touched: Vec<Change<Statement>>,
}

impl Splice {
    /// The splice that makes the change, with what becomes of each touched statement:
    /// a mark whose words change is moved, one whose words are gone is lost; none is deleted.
    /// `None` if `removed` does not stand at `at`.
    pub fn new(
        project: &Project,
        article: Id<Article>,
        at: usize,
        removed: &str,
        inserted: &str,
    ) -> Option<Self> {
        let text = project.text(article);
        if text.get(at..at.checked_add(removed.len())?)? != removed {
            return None;
        }
        let mut splice = Self {
            article,
            at: u32::try_from(at).ok()?,
            removed: removed.into(),
            inserted: inserted.into(),
            touched: Vec::new(),
        };
        let after = splice.replaced(text)?;
        for id in project.index().in_article(article) {
            let Some(old) = project.statements().get(&id) else {
                continue;
            };
            if old.marks().all(|mark| splice.shifted(mark.place).is_some()) {
                continue;
            }
            let mut new = Statement::clone(old);
            for mark in new.marks_mut() {
                mark.place = match splice.shifted(mark.place) {
                    Some(place) => place,
                    None => splice.changed(mark, &after),
                };
            }
            splice.touched.push(Change {
                id,
                old: Some(Arc::clone(old)),
                new: Some(Arc::new(new)),
            });
        }
        Some(splice)
    }

    /// The splice that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self {
            article: self.article,
            at: self.at,
            removed: self.inserted,
            inserted: self.removed,
            touched: self
                .touched
                .into_iter()
                .rev()
                .map(Change::inverse)
                .collect(),
        }
    }

    pub(super) fn apply(&self, project: &mut Project) -> Result<(), Stale> {
        let stale = || Stale(format!("the text of article {}", self.article));
        if !project.articles().contains_key(&self.article) {
            return Err(stale());
        }
        let text = self
            .replaced(project.text(self.article))
            .ok_or_else(stale)?;
        for change in &self.touched {
            change.expect_old(project.statements(), "statement")?;
        }
        let mut changes: Vec<(Id<Statement>, Arc<Statement>)> = Vec::new();
        for id in project.index().in_article(self.article) {
            let Some(old) = project.statements().get(&id) else {
                continue;
            };
            if self.touched.iter().any(|change| change.id == id) {
                continue;
            }
            if old
                .marks()
                .all(|mark| self.shifted(mark.place) == Some(mark.place))
            {
                continue;
            }
            let mut new = Statement::clone(old);
            for mark in new.marks_mut() {
                // A mark that this splice touches and does not name was made after it: the splice is stale.
                mark.place = self.shifted(mark.place).ok_or_else(stale)?;
            }
            changes.push((id, Arc::new(new)));
        }
        project.set_text(self.article, text.into());
        for (id, new) in changes {
            project.set_statement(id, Some(new));
        }
        for change in &self.touched {
            project.set_statement(change.id, change.new.clone());
        }
        Ok(())
    }

    /// `text` after the change, if `removed` stands where it should.
    fn replaced(&self, text: &str) -> Option<String> {
        let at = self.at as usize;
        let before = text.get(..at)?;
        let after = text.get(at..)?.strip_prefix(&*self.removed)?;
        let mut new = String::with_capacity(before.len() + self.inserted.len() + after.len());
        new.push_str(before);
        new.push_str(&self.inserted);
        new.push_str(after);
        Some(new)
    }

    /// Where a mark stands afterwards that is wholly before or after the change; `None` if the change is inside it.
    /// The rule is its own inverse: a place before stays, a place after shifts back by the same length.
    fn shifted(&self, place: Place) -> Option<Place> {
        let move_span = |span: Span| {
            if span.end() <= self.at as usize {
                Some(span)
            } else if span.start() >= self.removed_end() {
                let moved = Span::new(self.move_offset(span.start()), self.move_offset(span.end()));
                moved.ok()
            } else {
                None
            }
        };
        match place {
            Place::At(span) => move_span(span).map(Place::At),
            Place::Moved(span) => move_span(span).map(Place::Moved),
            Place::Lost { near } if (near as usize) < self.at as usize => Some(place),
            Place::Lost { near } if near as usize >= self.removed_end() => Some(Place::Lost {
                near: u32::try_from(self.move_offset(near as usize)).ok()?,
            }),
            Place::Lost { .. } => None,
        }
    }

    /// What becomes of a mark that the change is inside of, in the text `after` it.
    fn changed(&self, mark: &Mark, after: &str) -> Place {
        let (at, end) = (self.at as usize, self.removed_end());
        let Some(span) = mark.span() else {
            return Place::Lost { near: self.at };
        };
        let inserted_end = at + self.inserted.len();
        let start = if span.start() <= at { span.start() } else { at };
        let stop = if span.end() >= end {
            self.move_offset(span.end())
        } else {
            inserted_end
        };
        // Spaces that the change left at the edges are nobody's words.
        let kept = after.get(start..stop).unwrap_or_default();
        let trimmed = kept.trim();
        let start = start + (kept.len() - kept.trim_start().len());
        match Span::new(start, start + trimmed.len()) {
            Ok(span) if span.of(after) == Some(&*mark.words) => Place::At(span),
            // All that was marked is gone: what was put there are not its words.
            Ok(_) if at <= mark.offset() && end >= mark.span().map_or(0, Span::end) => {
                Place::Lost { near: self.at }
            }
            Ok(span) => Place::Moved(span),
            Err(_) => Place::Lost { near: self.at },
        }
    }

    fn removed_end(&self) -> usize {
        self.at as usize + self.removed.len()
    }

    /// An offset behind the change, after it.
    fn move_offset(&self, offset: usize) -> usize {
        offset - self.removed.len() + self.inserted.len()
    }
}
