//! Undo and redo.
use crate::{
    edit::{Stale, Step},
    model::project::Project,
};

/// The steps done and undone since the project was opened.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Does a step and remembers it. What was undone before can no longer be redone.
    pub fn run(&mut self, step: Step, project: &mut Project) -> Result<(), Stale> {
        step.apply(project)?;
        self.undone.clear();
        self.done.push(step);
        Ok(())
    }

    /// Does a step that the user feels as one act with the last one: one undo takes both back, under `step`'s label.
    pub fn run_joined(&mut self, step: Step, project: &mut Project) -> Result<(), Stale> {
        let Some(mut last) = self.done.pop() else {
            return self.run(step, project);
        };
        if let Err(stale) = step.apply(project) {
            self.done.push(last);
            return Err(stale);
        }
        self.undone.clear();
        last.label = step.label;
        last.edits.extend(step.edits);
        self.done.push(last);
        Ok(())
    }

    /// Takes the last step back; returns the step that was applied for it, to be journalled.
    pub fn undo(&mut self, project: &mut Project) -> Result<Option<Step>, Stale> {
        let Some(step) = self.done.last() else {
            return Ok(None);
        };
        let back = step.inverse();
        back.apply(project)?;
        self.undone.extend(self.done.pop());
        Ok(Some(back))
    }

    /// Does again what was undone last; returns the step that was applied, to be journalled.
    pub fn redo(&mut self, project: &mut Project) -> Result<Option<Step>, Stale> {
        let Some(step) = self.undone.last().cloned() else {
            return Ok(None);
        };
        step.apply(project)?;
        self.done.extend(self.undone.pop());
        Ok(Some(step))
    }

    /// The step that [`Self::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that [`Self::redo`] would do again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// The steps that can be undone, oldest first.
    pub fn done(&self) -> &[Step] {
        &self.done
    }
}
