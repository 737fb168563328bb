//! What comes onto the table: an empty register, an example, a file, a card, or what was kept on this device.

use super::{App, Inner};
use crate::content::{EditorWord, LARGEST_FILE, ProblemText, text_of};
use crate::device::today;
use crate::editor::listen;
use crate::editor::view::{Keeping, Panel};
use crate::editor::{
    Draft, Event, Kind, NotARegister, Pane, State, TodoList, Unsaved, from_card, not_text, refused,
};
use leptos::prelude::*;

impl App {
    pub(super) fn begin_with(&self, how: &str) {
        let draft = match how {
            "empty" => Ok(Draft::empty()),
            "own" => Draft::read(&self.0.own),
            example => Draft::read(self.0.examples.get(example).map(String::as_str).unwrap_or_default()),
        };
        match draft {
            Ok(draft) => self.begin(draft, TodoList::default()),
            Err(why) => self.refuse(why),
        }
    }

    pub(super) fn begin(&self, draft: Draft, todo: TodoList) {
        let page = &self.0.page;
        page.refused.set(None);
        page.panel.set(if todo.is_empty() { Panel::Preview } else { Panel::Todo });
        page.state.set(Some(State::on(draft, todo)));
        self.look();
        listen::focus_soon("pane-title");
    }

    pub(super) fn refuse(&self, why: NotARegister) {
        let page = &self.0.page;
        page.refused.set(Some(match why {
            NotARegister::NotJson { line, column } => {
                let args = [("line", line.to_string()), ("column", column.to_string())];
                let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
                page.library.editor.problems.fill(ProblemText::NotJson, &args)
            }
            NotARegister::NotText(problem) => not_text(problem, &page.library.editor),
            NotARegister::TooMany(most) => {
                page.library.editor.fill(EditorWord::FileTooMany, &[("most", &most.to_string())])
            }
            NotARegister::Other => page.word(EditorWord::NotARegister),
        }));
    }

    pub(super) fn open_card(&self, name: &str, bytes: &[u8]) {
        let page = &self.0.page;
        let text = match text_of(bytes, LARGEST_FILE) {
            Ok(text) => text,
            Err(problem) => return page.refused.set(Some(not_text(problem, &page.library.editor))),
        };
        let before = page.state.with_untracked(|state| state.as_ref().map(|state| state.draft.clone()));
        match from_card(before.as_ref(), name, text) {
            Ok((draft, todo)) => {
                let last = draft.count(Kind::Use.list()).saturating_sub(1);
                self.begin(draft, todo);
                self.state(Event::Look(Pane::Item(Kind::Use, last)));
                self.keep();
            }
            Err(error) => page.refused.set(Some(refused(&error, &page.library.editor))),
        }
    }

    /// Keeps the work on this device, unless another tab has kept its own there since this one last looked.
    pub(super) fn keep(&self) {
        let page = &self.0.page;
        let Some(draft) = page.state.with_untracked(|state| state.as_ref().map(|state| state.draft.clone()))
        else {
            return;
        };
        let Inner { store, lies_there, .. } = &*self.0;
        let found = store.get();
        if found.is_some() && found != *lies_there.borrow() {
            return page.keeping.set(Keeping::Elsewhere);
        }
        let text = Unsaved { day: today(), draft }.write();
        page.keeping.set(match store.put(&text) {
            Ok(()) => {
                lies_there.replace(Some(text));
                Keeping::Kept
            }
            Err(_) => Keeping::Refused,
        });
    }

    /// Looks whether something is kept.
    pub(super) fn find(&self) {
        let found = self.0.store.get();
        self.0.page.unsaved.set(found.as_deref().and_then(Unsaved::read));
        self.0.lies_there.replace(found);
    }
}
