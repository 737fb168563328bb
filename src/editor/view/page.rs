//! What the views of the editor are handed.

use crate::content::{EditorWord, Language, Level, Library, Localised, Reading, Word};
use crate::editor::preview::Preview;
use crate::editor::{Pane, State, Unsaved, said};
use crate::register::{Path, Problem, Severity};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What stands at the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// What patients see.
    Preview,
    /// What is wrong and what is not told.
    Problems,
    /// What an imported card left to do.
    Todo,
    /// What can be saved.
    Files,
}

/// Whether the work survives a reload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing has been written yet, or what was kept has been thrown away.
    Nothing,
    /// The last change is kept.
    Kept,
    /// This browser refuses.
    Refused,
    /// Another tab keeps its own work in the same place.
    Elsewhere,
}

/// One message at a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it means for patients.
    pub severity: Severity,
    /// What to say.
    pub text: String,
}

/// What there is to say about a draft, by path.
pub type Messages = Arc<BTreeMap<String, Vec<Said>>>;

/// What the views of the editor are handed. Clones are the same page.
#[derive(Clone)]
pub struct EditorPage {
    /// Éclaire's texts.
    pub library: Arc<Library>,
    /// Whether the site has a register of its own.
    pub has_own: bool,
    /// What lies on the table; nothing before someone has begun.
    pub state: RwSignal<Option<State>>,
    /// What the checker says of it, and what can be shown of it; a moment behind what is typed.
    pub seen: RwSignal<Option<Arc<Preview>>>,
    /// The same by path, in French.
    pub messages: RwSignal<Messages>,
    /// What was typed into the search.
    pub search: RwSignal<String>,
    /// How the preview is read.
    pub reading: RwSignal<Reading>,
    /// What stands at the right.
    pub panel: RwSignal<Panel>,
    /// Whether the work survives a reload.
    pub keeping: RwSignal<Keeping>,
    /// What was found on this device when the page began.
    pub unsaved: RwSignal<Option<Unsaved>>,
    /// What has just happened, for whoever cannot see it.
    pub status: RwSignal<String>,
    /// Why a file could not be opened.
    pub refused: RwSignal<Option<String>>,
}

impl EditorPage {
    /// A page on which nothing has begun.
    pub fn new(library: Arc<Library>, has_own: bool) -> EditorPage {
        EditorPage {
            library,
            has_own,
            state: RwSignal::new(None),
            seen: RwSignal::new(None),
            messages: RwSignal::default(),
            search: RwSignal::default(),
            reading: RwSignal::new(Reading::clear(Language::Fr)),
            panel: RwSignal::new(Panel::Preview),
            keeping: RwSignal::new(Keeping::Nothing),
            unsaved: RwSignal::new(None),
            status: RwSignal::default(),
            refused: RwSignal::new(None),
        }
    }

    /// A text of the editor.
    pub fn word(&self, word: EditorWord) -> String {
        self.library.editor.get(word).to_owned()
    }

    /// A text of the editor with its placeholders filled.
    pub fn fill(&self, word: EditorWord, args: &[(&str, &str)]) -> String {
        self.library.editor.fill(word, args)
    }

    /// A text of the patients' page in French.
    pub fn patients_word(&self, word: Word) -> String {
        let words = self.library.words.get(&Reading::clear(Language::Fr));
        words.map(|words| words.get(word).to_owned()).unwrap_or_default()
    }

    /// A text of the catalogue in French.
    pub fn french(&self, text: &Localised) -> String {
        text.pick(Language::Fr, Level::Clear).map(|shown| shown.text.to_owned()).unwrap_or_default()
    }

    /// Whether someone has begun.
    pub fn working(&self) -> Memo<bool> {
        let state = self.state;
        Memo::new(move |_| state.with(Option::is_some))
    }

    /// What the form shows, and how often it had to be drawn.
    pub fn shown(&self) -> Memo<Option<(u32, Pane)>> {
        let state = self.state;
        Memo::new(move |_| state.with(|state| state.as_ref().map(|state| (state.revision, state.pane))))
    }

    /// Asks something about the draft as it is now, without following it.
    pub fn now<T: Default>(&self, ask: impl FnOnce(&State) -> T) -> T {
        self.state.with_untracked(|state| state.as_ref().map(ask).unwrap_or_default())
    }

    /// The languages of the register's texts: those that it offers, and French.
    pub fn languages(&self) -> Vec<Language> {
        let offered = self.now(|state| {
            let names = state.draft.names("site.languages");
            names.into_iter().filter_map(Language::from_code).collect::<Vec<_>>()
        });
        let offered = |language: &Language| offered.contains(language);
        let all: Vec<_> = Language::ALL.into_iter().filter(offered).collect();
        if all.is_empty() { vec![Language::Fr] } else { all }
    }

    /// The messages at a path, followed.
    pub fn said(&self, path: &str) -> Vec<Said> {
        self.messages.with(|messages| messages.get(path).cloned().unwrap_or_default())
    }

    /// The messages at a path and inside it, followed.
    pub fn said_within(&self, path: &str) -> Vec<Said> {
        self.messages.with(|messages| {
            let inside = messages.iter().filter(|(at, _)| Path::is_written_within(at, path));
            inside.flat_map(|(_, said)| said.clone()).collect()
        })
    }

    /// How many errors and how many gaps there are at a path and inside it, followed.
    pub fn count(&self, path: &str) -> (usize, usize) {
        let said = self.said_within(path);
        let errors = said.iter().filter(|one| one.severity == Severity::Error).count();
        (errors, said.len() - errors)
    }

    /// What is said about the draft, by path.
    pub fn messages_of(&self, seen: &Preview) -> Messages {
        let practice = self.now(|state| state.draft.typed("site.kind") == "practice");
        let untold = self.patients_word(if practice { Word::NotToldPractice } else { Word::NotTold });
        let mut all: BTreeMap<String, Vec<Said>> = BTreeMap::new();
        for problem in seen.checked.errors.iter().chain(&seen.checked.gaps) {
            all.entry(problem.path.as_str().to_owned()).or_default().push(self.message(problem, &untold));
        }
        Arc::new(all)
    }

    fn message(&self, problem: &Problem, untold: &str) -> Said {
        Said { severity: problem.severity(), text: said(&problem.kind, &self.library.editor, untold) }
    }
}
