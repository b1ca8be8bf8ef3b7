//! Correcting an article's text after marking.
use std::sync::Arc;

use crate::{
    edit::{Change, Edit, Step, origin::Origin, splice::Splice},
    model::{
        article::{Article, Correction},
        id::Id,
        project::Project,
    },
};

/// Makes the text of `article` read `new`. The change is as short as the two texts allow: what they share at both ends
/// stays. `None` if nothing would change, or the article is not there.
pub fn correct(
    project: &Project,
    origin: &Origin,
    article: Id<Article>,
    new: &str,
) -> Option<Step> {
    let old = project.text(article);
    let record = project.articles().get(&article)?;
    let start = shared_start(old, new);
    let (old_rest, new_rest) = (old.get(start..)?, new.get(start..)?);
    let end = shared_end(old_rest, new_rest);
    let was = old_rest.get(..old_rest.len() - end)?;
    let is = new_rest.get(..new_rest.len() - end)?;
    if was.is_empty() && is.is_empty() {
        return None;
    }
    let splice = Splice::new(project, article, start, was, is)?;
    let mut corrected = Article::clone(record);
    corrected.corrections.push(Correction {
        by: Arc::clone(&origin.coder),
        when: origin.now,
        at: splice.at,
        was: Arc::clone(&splice.removed),
        is: Arc::clone(&splice.inserted),
    });
    let change = Change {
        id: article,
        old: Some(Arc::clone(record)),
        new: Some(Arc::new(corrected)),
    };
    Some(Step::new(
        "Correct text",
        vec![Edit::Splice(splice), Edit::Article(change)],
    ))
}

/// Bytes that the two share at the start, ending between two characters.
fn shared_start(a: &str, b: &str) -> usize {
    let pairs = a.char_indices().zip(b.chars());
    let differs = pairs
        .clone()
        .find(|((_, x), y)| x != y)
        .map(|((at, _), _)| at);
    differs.unwrap_or_else(|| a.len().min(b.len()))
}

/// Bytes that the two share at the end, beginning between two characters.
fn shared_end(a: &str, b: &str) -> usize {
    let pairs = a.chars().rev().zip(b.chars().rev());
    pairs
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum()
}

/// The text as it was imported: every correction taken back, newest first. `None` if one of them does not fit.
pub fn as_imported(article: &Article, text: &str) -> Option<String> {
    let mut text = text.to_owned();
    for correction in article.corrections.iter().rev() {
        let at = correction.at as usize;
        let end = at + correction.is.len();
        if text.get(at..end)? != &*correction.is {
            return None;
        }
        text.replace_range(at..end, &correction.was);
    }
    Some(text)
}
