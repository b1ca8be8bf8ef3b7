//! Marking, attributing and checking statements.
use std::{borrow::Cow, sync::Arc};

use crate::{
    edit::{Change, Edit, Step, actors, origin::Origin},
    model::{
        actor::{Actor, ActorKind},
        article::Article,
        id::Id,
        mark::{Mark, Place},
        project::Project,
        span::Span,
        statement::{Basis, Certainty, Check, Checks, Kind, Provenance, Speaker, Statement},
    },
};

/// Somebody the project knows, or somebody to be added to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// An actor of the project.
    Known(Id<Actor>),
    /// A new actor of this name.
    New(Arc<str>, ActorKind),
}

/// Who said it, in which office and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who.
    pub whom: Whom,
    /// The office at that time; empty if unknown.
    pub role: Arc<str>,
    /// For whom.
    pub on_behalf_of: Option<Whom>,
    /// How sure that is.
    pub certainty: Certainty,
    /// What it rests on.
    pub basis: Basis,
}

impl Attribution {
    /// `whom`, surely, in no office and for nobody else.
    pub fn to(whom: Whom) -> Self {
        Self {
            whom,
            role: "".into(),
            on_behalf_of: None,
            certainty: Certainty::default(),
            basis: Basis::default(),
        }
    }
}

/// One of a statement's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkRef {
    /// A part of what was said, counted from 0.
    Content(usize),
    /// The cue.
    Cue,
    /// The source mention.
    Source,
}

/// What can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckKind {
    /// The words are as printed.
    Wording,
    /// The speaker is the right one.
    Speaker,
    /// Nothing around it changes its meaning.
    Context,
}

/// Marks `spans` of an article as one statement, nobody named yet. `None` if a span is no stretch of the text.
pub fn mark(
    project: &Project,
    origin: &mut Origin,
    article: Id<Article>,
    spans: &[Span],
    kind: Kind,
) -> Option<(Step, Id<Statement>)> {
    let text = project.text(article);
    let mut contents: Vec<_> = spans
        .iter()
        .map(|span| Mark::new(text, *span))
        .collect::<Option<_>>()?;
    contents.sort_by_key(Mark::offset);
    if contents.is_empty() {
        return None;
    }
    let statement = Statement {
        article: Some(article),
        kind,
        contents,
        cue: None,
        source: None,
        speakers: Vec::new(),
        on_behalf_of: None,
        quoted_via: None,
        addressee: None,
        said_on: crate::model::date::Published::UNKNOWN,
        tags: Vec::new(),
        note: "".into(),
        checks: Checks::default(),
        origin: Provenance::Hand,
        created: origin.now,
        modified: origin.now,
        coder: Arc::clone(&origin.coder),
    };
    let id = origin.id();
    let change = Change {
        id,
        old: None,
        new: Some(Arc::new(statement)),
    };
    Some((Step::new("Mark quote", vec![Edit::Statement(change)]), id))
}

/// Changes a statement. `None` if it is not there or nothing changes.
pub fn change(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    label: impl Into<Cow<'static, str>>,
    change: impl FnOnce(&mut Statement),
) -> Option<Step> {
    changed(project, origin, id, change).map(|edit| Step::new(label, vec![edit]))
}

fn changed(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    change: impl FnOnce(&mut Statement),
) -> Option<Edit> {
    let old = project.statements().get(&id)?;
    let mut new = Statement::clone(old);
    change(&mut new);
    if new == **old {
        return None;
    }
    new.modified = origin.now;
    Some(Edit::Statement(Change {
        id,
        old: Some(Arc::clone(old)),
        new: Some(Arc::new(new)),
    }))
}

/// Says how the words are given.
pub fn set_kind(project: &Project, origin: &Origin, id: Id<Statement>, kind: Kind) -> Option<Step> {
    change(project, origin, id, "Change kind", |statement| {
        statement.kind = kind
    })
}

/// Adds a part to a statement. Parts stay in reading order; one that overlaps an old part takes its place.
pub fn add_part(project: &Project, origin: &Origin, id: Id<Statement>, span: Span) -> Option<Step> {
    let part = mark_in(project, id, span)?;
    change(project, origin, id, "Add part", |statement| {
        statement
            .contents
            .retain(|mark| mark.span().is_none_or(|there| !there.overlaps(span)));
        statement.contents.push(part);
        statement.contents.sort_by_key(Mark::offset);
    })
}

/// Sets, moves or takes away the cue.
pub fn set_cue(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    span: Option<Span>,
) -> Option<Step> {
    let cue = span.map(|span| mark_in(project, id, span));
    let label = if cue.is_some() {
        "Set cue"
    } else {
        "Remove cue"
    };
    let cue = match cue {
        Some(mark) => Some(mark?),
        None => None,
    };
    change(project, origin, id, label, |statement| statement.cue = cue)
}

/// Sets, moves or takes away the source mention.
pub fn set_source(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    span: Option<Span>,
) -> Option<Step> {
    let source = span.map(|span| mark_in(project, id, span));
    let label = if source.is_some() {
        "Set source"
    } else {
        "Remove source"
    };
    let source = match source {
        Some(mark) => Some(mark?),
        None => None,
    };
    change(project, origin, id, label, |statement| {
        statement.source = source
    })
}

/// Moves the edges of one mark, or places one that was moved or lost; its words become those there.
pub fn place(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    mark: MarkRef,
    span: Span,
    label: &'static str,
) -> Option<Step> {
    let new = mark_in(project, id, span)?;
    change(project, origin, id, label, |statement| {
        if let Some(mark) = mark_of(statement, mark) {
            *mark = new;
        }
        statement.contents.sort_by_key(Mark::offset);
    })
}

/// Keeps every moved mark of a statement where it is now, with the words that stand there.
pub fn confirm(project: &Project, origin: &Origin, id: Id<Statement>) -> Option<Step> {
    let text = project.text(project.statements().get(&id)?.article?);
    change(project, origin, id, "Confirm mark", |statement| {
        for mark in statement.marks_mut() {
            if let Place::Moved(span) = mark.place
                && let Some(confirmed) = Mark::new(text, span)
            {
                *mark = confirmed;
            }
        }
    })
}

/// Takes one part, the cue or the source mention away. Taking the last part away removes the statement.
pub fn remove_mark(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    mark: MarkRef,
) -> Option<Step> {
    let parts = project.statements().get(&id)?.contents.len();
    match mark {
        MarkRef::Cue => set_cue(project, origin, id, None),
        MarkRef::Source => set_source(project, origin, id, None),
        MarkRef::Content(_) if parts == 1 => remove(project, &[id]),
        MarkRef::Content(part) => change(project, origin, id, "Remove part", |statement| {
            if part < statement.contents.len() {
                statement.contents.remove(part);
            }
        }),
    }
}

/// Names the speakers, first to last; none leaves the statement unattributed. New actors are added in the same step.
pub fn attribute(
    project: &Project,
    origin: &mut Origin,
    id: Id<Statement>,
    attributions: &[Attribution],
) -> Option<Step> {
    let article = project.statements().get(&id)?.article;
    let mut edits = Vec::new();
    let mut colour = actors::free_colour(project, article);
    let mut made: Vec<(Arc<str>, Id<Actor>)> = Vec::new();
    let mut resolve = |whom: &Whom, edits: &mut Vec<Edit>, origin: &mut Origin| match whom {
        Whom::Known(id) => *id,
        Whom::New(name, kind) => {
            if let Some((_, id)) = made.iter().find(|(made, _)| made == name) {
                return *id;
            }
            let actor = Actor {
                name: Arc::clone(name),
                kind: *kind,
                colour,
                ..Actor::default()
            };
            colour = (colour + 1) % actors::COLOURS;
            let (edit, id) = actors::added(origin, actor);
            edits.push(edit);
            made.push((Arc::clone(name), id));
            id
        }
    };
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut on_behalf_of = None;
    for attribution in attributions {
        let actor = resolve(&attribution.whom, &mut edits, origin);
        if let Some(whom) = &attribution.on_behalf_of {
            on_behalf_of = Some(resolve(whom, &mut edits, origin));
        }
        if speakers.iter().all(|speaker| speaker.actor != actor) {
            speakers.push(Speaker {
                actor,
                role: Arc::clone(&attribution.role),
                certainty: attribution.certainty,
                basis: attribution.basis,
            });
        }
    }
    edits.extend(changed(project, origin, id, |statement| {
        statement.speakers = speakers;
        statement.on_behalf_of = on_behalf_of;
    }));
    (!edits.is_empty()).then(|| Step::new("Set speaker", edits))
}

/// Records that something was compared with the article, or takes that back.
pub fn toggle_check(
    project: &Project,
    origin: &Origin,
    id: Id<Statement>,
    kind: CheckKind,
) -> Option<Step> {
    let checks = &project.statements().get(&id)?.checks;
    let (there, name) = match kind {
        CheckKind::Wording => (checks.wording.is_some(), "wording"),
        CheckKind::Speaker => (checks.speaker.is_some(), "speaker"),
        CheckKind::Context => (checks.context.is_some(), "context"),
    };
    let new = (!there).then(|| Check {
        by: Arc::clone(&origin.coder),
        when: origin.now,
    });
    let label = if there {
        format!("Uncheck {name}")
    } else {
        format!("Check {name}")
    };
    change(project, origin, id, label, |statement| match kind {
        CheckKind::Wording => statement.checks.wording = new,
        CheckKind::Speaker => statement.checks.speaker = new,
        CheckKind::Context => statement.checks.context = new,
    })
}

/// Removes statements with all their marks.
pub fn remove(project: &Project, ids: &[Id<Statement>]) -> Option<Step> {
    let edits: Vec<_> = ids
        .iter()
        .filter_map(|id| {
            Some(Edit::Statement(Change {
                id: *id,
                old: Some(Arc::clone(project.statements().get(id)?)),
                new: None,
            }))
        })
        .collect();
    let label: Cow<'static, str> = match edits.len() {
        0 => return None,
        1 => "Remove mark".into(),
        count => format!("Remove {count} statements").into(),
    };
    Some(Step::new(label, edits))
}

fn mark_in(project: &Project, id: Id<Statement>, span: Span) -> Option<Mark> {
    let article = project.statements().get(&id)?.article?;
    Mark::new(project.text(article), span)
}

fn mark_of(statement: &mut Statement, mark: MarkRef) -> Option<&mut Mark> {
    match mark {
        MarkRef::Content(part) => statement.contents.get_mut(part),
        MarkRef::Cue => statement.cue.as_mut(),
        MarkRef::Source => statement.source.as_mut(),
    }
}
