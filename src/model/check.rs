//! All that must hold between the records of a project.
use std::{collections::BTreeSet, fmt};

use crate::model::{
    actor::Actor,
    article::Article,
    id::Id,
    mark::{Mark, Place},
    project::Project,
    statement::Statement,
};

/// The rules, as `sayso check --help` lists them.
pub const RULES: [&str; 8] = [
    "a text has no carriage return, NUL or byte order mark",
    "a mark that is in place marks exactly its words; a moved or lost one lies within the text",
    "a statement has at least one part",
    "a statement's article exists, and a statement without one has no place in a text",
    "every actor that a statement names exists, and none is its speaker twice",
    "an actor has a name",
    "an actor speaks for, and is merged into, another actor that exists",
    "mergers of actors make no circle",
];

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which record.
    pub place: ProblemPlace,
    /// What does not hold, in words.
    pub what: String,
}

/// The record that a problem was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemPlace {
    /// An article or its text.
    Article(Id<Article>),
    /// An actor.
    Actor(Id<Actor>),
    /// A statement.
    Statement(Id<Statement>),
}

/// Every problem of a project, in the order of the file.
pub fn problems(project: &Project) -> Vec<Problem> {
    let mut found = Vec::new();
    for (id, text) in project.texts() {
        if let Some(c) = text.chars().find(|c| matches!(c, '\r' | '\0' | '\u{feff}')) {
            let what = format!("its text holds the character U+{:04X}", u32::from(c));
            found.push(Problem {
                place: ProblemPlace::Article(*id),
                what,
            });
        }
    }
    for (id, actor) in project.actors() {
        actor_problems(project, *id, actor, &mut |what| {
            found.push(Problem {
                place: ProblemPlace::Actor(*id),
                what,
            });
        });
    }
    for (id, statement) in project.statements() {
        statement_problems(project, statement, &mut |what| {
            found.push(Problem {
                place: ProblemPlace::Statement(*id),
                what,
            });
        });
    }
    found
}

fn actor_problems(project: &Project, id: Id<Actor>, actor: &Actor, say: &mut dyn FnMut(String)) {
    if actor.name.trim().is_empty() {
        say("it has no name".to_owned());
    }
    for (target, words) in [
        (actor.speaks_for, "speaks for"),
        (actor.same_as, "is merged into"),
    ] {
        match target {
            Some(target) if target == id => say(format!("it {words} itself")),
            Some(target) if !project.actors().contains_key(&target) => {
                say(format!("it {words} {target}, which is not there"));
            }
            _ => {}
        }
    }
    let mut seen = BTreeSet::from([id]);
    let mut next = actor.same_as;
    while let Some(target) = next {
        if !seen.insert(target) {
            if target == id && seen.len() > 1 {
                say("it is merged into itself through others".to_owned());
            }
            break;
        }
        next = project
            .actors()
            .get(&target)
            .and_then(|actor| actor.same_as);
    }
}

fn statement_problems(project: &Project, statement: &Statement, say: &mut dyn FnMut(String)) {
    if statement.contents.is_empty() {
        say("it has no part".to_owned());
    }
    let text = match statement.article {
        None => None,
        Some(article) => {
            let text = project.texts().get(&article);
            if text.is_none() {
                say(format!("its article {article} is not there"));
            }
            text
        }
    };
    for mark in statement.marks() {
        if let Some(what) =
            mark_problem(mark, text.map(|text| &**text), statement.article.is_some())
        {
            say(what);
        }
    }
    let mut speakers = BTreeSet::new();
    for speaker in &statement.speakers {
        if !speakers.insert(speaker.actor) {
            say(format!("{} is its speaker twice", speaker.actor));
        }
    }
    let others = [
        statement.on_behalf_of,
        statement.quoted_via,
        statement.addressee,
    ];
    let named = statement.speakers.iter().map(|speaker| speaker.actor);
    for actor in named.chain(others.into_iter().flatten()) {
        if !project.actors().contains_key(&actor) {
            say(format!("the actor {actor} is not there"));
        }
    }
}

fn mark_problem(mark: &Mark, text: Option<&str>, printed: bool) -> Option<String> {
    let Some(text) = text else {
        let placed = !printed && !matches!(mark.place, Place::Lost { .. });
        return placed.then(|| "it has a place but no article".to_owned());
    };
    let words: String = mark.words.chars().take(40).collect();
    match mark.place {
        Place::At(span) => match span.of(text) {
            Some(there) if *there == *mark.words => None,
            Some(there) => {
                let there: String = there.chars().take(40).collect();
                Some(format!("at {span:?} stands “{there}”, not “{words}”"))
            }
            None => Some(format!("{span:?} is no stretch of the text (“{words}”)")),
        },
        Place::Moved(span) => {
            let outside = span.of(text).is_none();
            outside.then(|| format!("{span:?} is no stretch of the text (“{words}”)"))
        }
        Place::Lost { near } => {
            let outside = !text.is_char_boundary(near as usize);
            outside.then(|| format!("{near} is no place of the text (“{words}”)"))
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            ProblemPlace::Article(id) => write!(f, "article {id}: {}", self.what),
            ProblemPlace::Actor(id) => write!(f, "actor {id}: {}", self.what),
            ProblemPlace::Statement(id) => write!(f, "statement {id}: {}", self.what),
        }
    }
}
