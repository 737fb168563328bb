//! What lies on the editor's table: the draft, what of it is looked at, what an imported card left to do; and how it changes.

use super::entry::question;
use super::{Draft, Kind, Pane, TodoList, entry, own, slug};
use crate::choices::Id;
use crate::content::Library;
use crate::register::{Json, Presence, Shape};

/// What someone does with the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Typed into the field at this path.
    Typed(String, String),
    /// Chose a name from a closed list; `None` takes the choice back.
    Chose(String, Option<String>),
    /// Said yes, no, or neither.
    Said(String, Option<bool>),
    /// Ticked or unticked a name in a list.
    Ticked(String, String, bool),
    /// Wants a list as in the catalogue (`true`), or a list of their own.
    AsCatalogue(String, bool),
    /// Adds an element to a list.
    Add(String),
    /// Takes away what stands at this path.
    Remove(String),
    /// Moves an element up (`true`) or down.
    Shift(String, bool),
    /// Adds an entry of the catalogue; `None` for one of their own.
    Pick(Kind, Option<String>),
    /// Looks at another part.
    Look(Pane),
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
}

/// The draft and what is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The register in the making.
    pub draft: Draft,
    /// What the form shows.
    pub pane: Pane,
    /// What an imported card left to do.
    pub todo: TodoList,
    /// Grows whenever the form has other fields, or other values than were typed: it has to be drawn anew then.
    pub revision: u32,
}

impl State {
    /// Begins with a draft.
    pub fn on(draft: Draft, todo: TodoList) -> State {
        let pane = if todo.is_empty() { Pane::Site } else { Pane::Item(Kind::Use, 0) };
        State { draft, pane, todo, revision: 0 }
    }

    /// Something happens.
    pub fn apply(&mut self, event: Event, library: &Library) {
        match event {
            Event::Typed(path, text) => {
                let named = self.named_after("site.name.fr");
                self.before_questions(&path, library);
                self.draft.write(&path, &text);
                if path == "site.name.fr" && named {
                    self.name_site();
                }
            }
            Event::Chose(path, code) => {
                self.before_questions(&path, library);
                match code {
                    Some(code) => self.draft.set(&path, Json::Text(code)),
                    None => self.draft.remove(&path),
                }
            }
            Event::Said(path, said) => match said {
                Some(said) => self.draft.set(&path, Json::Bool(said)),
                None => self.draft.remove(&path),
            },
            Event::Ticked(path, code, ticked) => self.tick(&path, &code, ticked),
            Event::AsCatalogue(path, as_catalogue) => {
                if as_catalogue {
                    self.draft.remove(&path)
                } else {
                    self.draft.set(&path, Json::List(Vec::new()))
                }
                self.revision += 1;
            }
            Event::Add(path) => {
                self.before_questions(&format!("{path}["), library);
                let value = match Shape::register().at(&path) {
                    Some(Shape::List(inner)) if *inner == Shape::Localised => Json::Object(Vec::new()),
                    Some(Shape::List(inner)) if *inner == Shape::Name => Json::Text(String::new()),
                    // Named after what it is one of.
                    _ if path == "moments" => Draft::named("moment"),
                    _ => Draft::named("question"),
                };
                self.draft.add(&path, value);
                self.revision += 1;
            }
            Event::Remove(path) => {
                self.draft.remove(&path);
                if self.pane.path().as_deref() == Some(&path) {
                    self.pane = Pane::Site;
                }
                self.revision += 1;
            }
            Event::Shift(path, up) => {
                if let Some(moved) = self.draft.shift(&path, up)
                    && self.pane == Pane::of(&path)
                {
                    self.pane = Pane::of(&moved);
                }
                self.revision += 1;
            }
            Event::Pick(kind, id) => {
                let value = match id {
                    Some(id) => entry(&self.draft, library, kind, &id),
                    None => own(&self.draft, kind),
                };
                let path = self.draft.add(kind.list(), value);
                self.pane = Pane::of(&path);
                self.revision += 1;
            }
            Event::Look(pane) => {
                self.pane = pane;
                self.revision += 1;
            }
            Event::Undo => self.step(Draft::undo),
            Event::Redo => self.step(Draft::redo),
        }
    }

    fn step(&mut self, step: fn(&mut Draft) -> bool) {
        if step(&mut self.draft) {
            let there = self.pane.path().is_none_or(|path| self.draft.value(&path).is_some());
            if !there {
                self.pane = Pane::Site;
            }
            self.revision += 1;
        }
    }

    fn tick(&mut self, path: &str, code: &str, ticked: bool) {
        let mut names: Vec<Json> = match self.draft.value(path) {
            Some(Json::List(items)) => items.clone(),
            _ => Vec::new(),
        };
        names.retain(|one| *one != Json::Text(code.to_owned()));
        if ticked {
            names.push(Json::Text(code.to_owned()));
        }
        // An empty list that may be left out is one; in a list of one's own, nothing ticked says "none".
        let optional = presence(path) == Some(Presence::Optional);
        if names.is_empty() && !optional {
            self.draft.remove(path);
        } else {
            self.draft.set(path, Json::List(names));
        }
        // Another language is another box for every text.
        if path == "site.languages" {
            self.revision += 1;
        }
    }

    /// The questions of the catalogue are written out before something is said about one of them: a register names them, or
    /// none.
    fn before_questions(&mut self, path: &str, library: &Library) {
        let Some((item, _)) = path.split_once(".questions[") else { return };
        let list = format!("{item}.questions");
        if self.draft.count(&list) == 0 {
            let known = self.known_questions(item, library);
            if !known.is_empty() {
                self.draft.set(&list, Json::List(known.iter().map(question).collect()));
            }
        }
    }

    /// The questions that the catalogue has for an item.
    pub fn known_questions(&self, item: &str, library: &Library) -> Vec<Id> {
        let id = self.draft.typed(&format!("{item}.catalogue"));
        let known = match Pane::of(item) {
            Pane::Item(Kind::Use, _) => library.catalogue.get(&id).map(|entry| &entry.questions),
            Pane::Item(Kind::Reuse, _) => library.reuses.get(&id).map(|entry| &entry.questions),
            _ => None,
        };
        known.cloned().unwrap_or_default()
    }

    /// Whether the place's name for machines comes from its name, or is not there yet.
    fn named_after(&self, path: &str) -> bool {
        let id = self.draft.typed("site.id");
        id.is_empty() || slug(&self.draft.typed(path)).is_some_and(|slug| slug.as_str() == id)
    }

    /// Nobody has to think of a name for machines.
    fn name_site(&mut self) {
        let name = slug(&self.draft.typed("site.name.fr"));
        self.draft.write_too("site.id", name.as_ref().map_or("", Id::as_str));
    }
}

/// What it means that the field at a path is not there.
pub(super) fn presence(path: &str) -> Option<Presence> {
    let (around, key) = path.rsplit_once('.').unwrap_or(("", path));
    let Some(Shape::Group(group)) = Shape::register().at(around) else { return None };
    group.fields.iter().find(|field| field.key == key).map(|field| field.presence)
}
