//! Adding, changing, merging and splitting actors.
use std::sync::Arc;

use crate::{
    edit::{Change, Edit, Step, origin::Origin},
    model::{
        actor::{Actor, ActorKind},
        article::Article,
        id::Id,
        project::Project,
    },
};

/// Number of colours that a theme has for actors.
pub const COLOURS: u8 = 12;

/// Adds an actor.
pub fn add(origin: &mut Origin, actor: Actor) -> (Step, Id<Actor>) {
    let (edit, id) = added(origin, actor);
    (Step::new("Add actor", vec![edit]), id)
}

pub(super) fn added(origin: &mut Origin, actor: Actor) -> (Edit, Id<Actor>) {
    let id = origin.id();
    let change = Change {
        id,
        old: None,
        new: Some(Arc::new(actor)),
    };
    (Edit::Actor(change), id)
}

/// Changes an actor. `None` if it is not there or nothing changes.
pub fn change(
    project: &Project,
    id: Id<Actor>,
    label: &'static str,
    change: impl FnOnce(&mut Actor),
) -> Option<Step> {
    changed(project, id, change).map(|edit| Step::new(label, vec![edit]))
}

pub(super) fn changed(
    project: &Project,
    id: Id<Actor>,
    change: impl FnOnce(&mut Actor),
) -> Option<Edit> {
    let old = project.actors().get(&id)?;
    let mut new = Actor::clone(old);
    change(&mut new);
    (new != **old).then(|| {
        Edit::Actor(Change {
            id,
            old: Some(Arc::clone(old)),
            new: Some(Arc::new(new)),
        })
    })
}

/// Merges `from` into `into`: points one at the other and rewrites no statement. `keep` says what the one actor will
/// have; `from`'s name and aliases should be among its aliases. `None` if either is not there, they are one already,
/// or it would make a circle.
pub fn merge(
    project: &Project,
    from: Id<Actor>,
    into: Id<Actor>,
    keep: impl FnOnce(&mut Actor),
) -> Option<Step> {
    if project.canonical(into) == project.canonical(from) || !project.actors().contains_key(&into) {
        return None;
    }
    let mut edits = vec![changed(project, from, |actor| actor.same_as = Some(into))?];
    edits.extend(changed(project, into, keep));
    Some(Step::new("Merge actors", edits))
}

/// What the one actor will have if nothing is chosen: `into`'s own fields, filled up from `from`.
pub fn merged(into: &Actor, from: &Actor) -> Actor {
    let mut one = into.clone();
    for name in std::iter::once(&from.name).chain(&from.aliases) {
        if *name != one.name && !one.aliases.contains(name) {
            one.aliases.push(Arc::clone(name));
        }
    }
    for role in &from.roles {
        if !one.roles.contains(role) {
            one.roles.push(role.clone());
        }
    }
    for identifier in &from.identifiers {
        if !one.identifiers.contains(identifier) {
            one.identifiers.push(identifier.clone());
        }
    }
    one.speaks_for = one.speaks_for.or(from.speaks_for);
    if one.notes.is_empty() {
        one.notes = Arc::clone(&from.notes);
    }
    one.confidential |= from.confidential;
    one
}

/// Splits an actor from the one it was merged into. Statements made since for that one stay with it;
/// the names that came with the merged one are taken out of the other's aliases.
pub fn split(project: &Project, id: Id<Actor>) -> Option<Step> {
    let actor = project.actors().get(&id)?;
    let into = actor.same_as?;
    let mut edits = vec![changed(project, id, |actor| actor.same_as = None)?];
    edits.extend(changed(project, into, |one| {
        one.aliases
            .retain(|alias| *alias != actor.name && !actor.aliases.contains(alias));
    }));
    Some(Step::new("Split actors", edits))
}

/// Removes an actor that no statement and no other actor names. `None` if it is named or not there.
pub fn remove(project: &Project, id: Id<Actor>) -> Option<Step> {
    let old = project.actors().get(&id)?;
    let index = project.index();
    let named = index.said_by(id).len() > 0
        || index.said_for(id).len() > 0
        || index.voices_of(id).next().is_some()
        || index.merged_into(id).next().is_some()
        || project
            .statements()
            .values()
            .any(|statement| statement.quoted_via == Some(id) || statement.addressee == Some(id));
    let change = Change {
        id,
        old: Some(Arc::clone(old)),
        new: None,
    };
    (!named).then(|| Step::new("Remove actor", vec![Edit::Actor(change)]))
}

/// The colour for a new actor in `article`: the first that no speaker there has, else the one used least often.
pub fn free_colour(project: &Project, article: Option<Id<Article>>) -> u8 {
    let mut uses = [0_usize; COLOURS as usize];
    let statements = article
        .into_iter()
        .flat_map(|article| project.index().in_article(article));
    for statement in statements.filter_map(|id| project.statements().get(&id)) {
        for speaker in &statement.speakers {
            let actor = project.actors().get(&project.canonical(speaker.actor));
            if let Some(count) =
                actor.and_then(|actor| uses.get_mut(usize::from(actor.colour % COLOURS)))
            {
                *count += 1;
            }
        }
    }
    if article.is_none() {
        for actor in project.actors().values() {
            if let Some(count) = uses.get_mut(usize::from(actor.colour % COLOURS)) {
                *count += 1;
            }
        }
    }
    let least = (0..COLOURS).min_by_key(|colour| uses.get(usize::from(*colour)).copied());
    least.unwrap_or(0)
}

/// The actor that `name` names: by name, then by alias, without regard to case. Merged ones give the one they are now.
pub fn find(project: &Project, name: &str) -> Option<Id<Actor>> {
    let name = name.trim().to_lowercase();
    let is = |known: &Arc<str>| known.to_lowercase() == name;
    let actors = || project.actors().iter();
    let by_name = actors().find(|(_, actor)| is(&actor.name) && actor.same_as.is_none());
    let by_any = || actors().find(|(_, actor)| is(&actor.name) || actor.aliases.iter().any(is));
    by_name
        .or_else(by_any)
        .map(|(id, _)| project.canonical(*id))
}

/// A guess at what a name names, for a new actor; the user may change it.
pub fn guess_kind(name: &str) -> ActorKind {
    let first = name
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let starts_low = name.chars().next().is_some_and(char::is_lowercase);
    if starts_low && matches!(first.as_str(), "a" | "an" | "one" | "unnamed" | "anonymous") {
        ActorKind::UnnamedSource
    } else if name.split_whitespace().count() > 1 && starts_low {
        ActorKind::Group
    } else {
        ActorKind::Person
    }
}
