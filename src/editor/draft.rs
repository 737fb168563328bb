//! A register while it is being written: the file as a tree. Nothing in it is lost, whatever it is: a key that the format does
//! not know and a value that makes no sense stay where they are, as problems, until a person mends them.

use super::path::{find, put, steps, take};
use crate::content::{LARGEST_FILE, NotText, text_of};
use crate::register::{Json, LONGEST_LIST, SCHEMA, Shape, write_json};
use std::sync::Arc;

/// How many steps back there are.
const STEPS_BACK: usize = 200;

/// A register file in the making, with its history.
#[derive(Debug, Clone)]
pub struct Draft {
    tree: Arc<Json>,
    shape: Arc<Shape>,
    before: Vec<Arc<Json>>,
    after: Vec<Arc<Json>>,
    /// Where the last letters were typed: letters typed in one field are one step back.
    typing: Option<String>,
}

/// A file that is no register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotARegister {
    /// It is not JSON: where the reading ended.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON, but not an object.
    Other,
    /// Its bytes are no text.
    NotText(NotText),
    /// It has a list that no form can show, with more elements than this.
    TooMany(usize),
}

impl PartialEq for Draft {
    /// Drafts are equal if their files are.
    fn eq(&self, other: &Self) -> bool {
        self.tree == other.tree
    }
}

impl Draft {
    /// A draft of this file.
    ///
    /// # Errors
    /// [`NotARegister`] if the text is no JSON object. An object of any kind is taken: what is wrong in it is a problem.
    pub fn read(json: &str) -> Result<Draft, NotARegister> {
        // Some editors on Windows begin a file with a byte order mark.
        let tree: Json = serde_json::from_str(json.trim_start_matches('\u{feff}'))
            .map_err(|error| NotARegister::NotJson { line: error.line(), column: error.column() })?;
        match tree {
            // Twenty thousand uses ended the program.
            Json::Object(_) if has_long_list(&tree) => Err(NotARegister::TooMany(LONGEST_LIST)),
            Json::Object(_) => Ok(Draft::of(tree)),
            _ => Err(NotARegister::Other),
        }
    }

    /// A draft of a file with these bytes.
    ///
    /// # Errors
    /// [`NotARegister`].
    pub fn open(bytes: &[u8]) -> Result<Draft, NotARegister> {
        Draft::read(text_of(bytes, LARGEST_FILE).map_err(NotARegister::NotText)?)
    }

    /// A draft of this tree.
    pub(super) fn of(tree: Json) -> Draft {
        Draft {
            tree: Arc::new(tree),
            shape: Arc::new(Shape::register()),
            before: Vec::new(),
            after: Vec::new(),
            typing: None,
        }
    }

    /// What a new register begins with: one language, and the places that only its writer can fill.
    pub fn empty() -> Draft {
        let text = |text: &str| Json::Text(text.to_owned());
        let object = |entries: Vec<(&str, Json)>| {
            Json::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
        };
        Draft::of(object(vec![
            ("$schema", text(SCHEMA)),
            ("version", Json::Number(Ok(1))),
            (
                "site",
                object(vec![
                    ("languages", Json::List(vec![text("fr")])),
                    ("default_language", text("fr")),
                    ("notice", object(vec![("version", text("1.0"))])),
                ]),
            ),
            ("requests", Json::List(vec![text("explanation"), text("talk")])),
        ]))
    }

    /// The file, as it would be saved now.
    pub fn json(&self) -> String {
        write_json(&self.tree)
    }

    /// The tree of the file.
    pub fn tree(&self) -> &Json {
        &self.tree
    }

    /// The value at a path; `None` if nothing stands there.
    pub fn value(&self, path: &str) -> Option<&Json> {
        find(&self.tree, path)
    }

    /// What stands in a field for text, as one would type it. Empty for what is not told, and for what is no text.
    pub fn typed(&self, path: &str) -> String {
        match self.value(path) {
            Some(Json::Text(text)) => text.clone(),
            Some(Json::Number(Ok(number))) => number.to_string(),
            Some(Json::Number(Err(digits))) => digits.clone(),
            _ => String::new(),
        }
    }

    /// How many elements a list has; 0 for what is no list.
    pub fn count(&self, list: &str) -> usize {
        match self.value(list) {
            Some(Json::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// The texts of a list.
    pub fn names(&self, list: &str) -> Vec<&str> {
        let Some(Json::List(items)) = self.value(list) else { return Vec::new() };
        items.iter().filter_map(Json::text).collect()
    }

    /// Something was typed into a field: nothing is left out, digits in a field for numbers are a number, the rest is text.
    pub fn write(&mut self, path: &str, typed: &str) {
        let value = match self.shape.at(path) {
            Some(Shape::Number) => match typed.trim().parse() {
                Ok(number) => Json::Number(Ok(number)),
                Err(_) => Json::Text(typed.to_owned()),
            },
            _ => Json::Text(typed.to_owned()),
        };
        let again = self.typing.as_deref() == Some(path);
        self.remember(!again);
        self.typing = Some(path.to_owned());
        if typed.trim().is_empty() { self.take(path) } else { self.put(path, value) }
    }

    /// Writes what follows from what is being typed elsewhere: no step of its own.
    pub(super) fn write_too(&mut self, path: &str, text: &str) {
        if text.is_empty() { self.take(path) } else { self.put(path, Json::Text(text.to_owned())) }
    }

    /// Puts a value at a place.
    pub fn set(&mut self, path: &str, value: Json) {
        self.remember(true);
        self.put(path, value);
    }

    /// Takes a value away.
    pub fn remove(&mut self, path: &str) {
        self.remember(true);
        self.take(path);
    }

    /// An element of a list that so far has only a name.
    pub fn named(id: &str) -> Json {
        Json::Object(vec![("id".to_owned(), Json::Text(id.to_owned()))])
    }

    /// Puts a value at the end of a list; gives its path.
    pub fn add(&mut self, list: &str, value: Json) -> String {
        let path = format!("{list}[{}]", self.count(list));
        self.set(&path, value);
        path
    }

    /// Changes the places of an element and of the one before or after it. Gives its new path.
    pub fn shift(&mut self, path: &str, up: bool) -> Option<String> {
        let (list, index) = path.strip_suffix(']')?.rsplit_once('[')?;
        let index: usize = index.parse().ok()?;
        let other = if up { index.checked_sub(1)? } else { index + 1 };
        let Some(Json::List(items)) = self.value(list) else { return None };
        if other >= items.len() || index >= items.len() {
            return None;
        }
        let mut items = items.clone();
        items.swap(index, other);
        self.set(list, Json::List(items));
        Some(format!("{list}[{other}]"))
    }

    /// One step back. `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(tree) = self.before.pop() else { return false };
        self.after.push(std::mem::replace(&mut self.tree, tree));
        self.typing = None;
        true
    }

    /// One step forth again. `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(tree) = self.after.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.tree, tree));
        self.typing = None;
        true
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is a step forth.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    fn remember(&mut self, step: bool) {
        self.after.clear();
        self.typing = None;
        if step {
            self.before.push(self.tree.clone());
            if self.before.len() > STEPS_BACK {
                self.before.remove(0);
            }
        }
    }

    fn put(&mut self, path: &str, value: Json) {
        let steps = steps(&self.tree, path);
        put(Arc::make_mut(&mut self.tree), Some(&self.shape), &steps, value);
    }

    fn take(&mut self, path: &str) {
        let steps = steps(&self.tree, path);
        take(Arc::make_mut(&mut self.tree), Some(&self.shape), &steps);
    }
}

/// Whether a list anywhere in the file has more elements than a form can show.
fn has_long_list(tree: &Json) -> bool {
    match tree {
        Json::List(items) => items.len() > LONGEST_LIST || items.iter().any(has_long_list),
        Json::Object(entries) => entries.iter().any(|(_, value)| has_long_list(value)),
        _ => false,
    }
}
