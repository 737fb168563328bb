//! The register editor, which is no way to the patient but begins like one: here the pure parts, the views and the browser meet.
//! What someone does changes the work; a moment later it is checked, shown as patients would see it, and kept on this device.

mod begin;
mod files;
mod focus;
mod recheck;

use super::frame::PreviewFrame;
use super::listen;
use super::listen::Command;
use super::view::{EditorPage, Keeping, Panel, editor};
use super::{Draft, EditorFile, Event, Pane, Style, TodoList};
use crate::content::{EditorWord, Files, Language, Level, Library};
use crate::device::LocalStore;

use crate::share::Script;
use focus::Focus;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::HtmlElement;

impl App {
    /// Begins in `root`: draws the editor and listens. `style` is the patients' style, `staff_style` the one which posters have
    /// besides, `own` the site's register, empty if it has none.
    pub(super) fn begin_in(
        root: &HtmlElement,
        texts: &Files,
        file: EditorFile,
        style: String,
        staff_style: String,
        own: String,
    ) {
        let (library, _) = Library::read(texts);
        crate::device::set_title(library.editor.get(EditorWord::Title));
        root.set_text_content(None);
        let owner = Owner::new();
        owner.with(|| {
            let page = EditorPage::new(Arc::new(library), !own.is_empty());
            let of_site = Draft::read(&own).map(|draft| draft.typed("site.id")).unwrap_or_default();
            let app = App(Rc::new(Inner {
                page: page.clone(),
                style: Style { text: style, sum: file.style },
                staff_style: Style { text: staff_style, sum: file.staff_style },
                papers: file.papers,
                script: file.script,
                own,
                examples: file.examples,
                // No site has such a name: what staff write is never taken for what a patient keeps.
                store: LocalStore::of(&format!("staff:register/{of_site}")),
                lies_there: RefCell::default(),
                frame: RefCell::default(),
                waiting: RefCell::default(),
                followed: RefCell::default(),
            }));
            app.find();
            leptos::mount::mount_to(root.clone(), move || editor(&page)).forget();
            listen::listen(root, move |command| app.act(command));
        });
        // The page lives as long as the document.
        std::mem::forget(owner);
    }
}

/// The editor at work. Clones are the same.
#[derive(Clone)]
pub(super) struct App(Rc<Inner>);

struct Inner {
    page: EditorPage,
    style: Style,
    staff_style: Style,
    /// The sums of the papers of posters.
    papers: Vec<String>,
    /// The script of the element that webmasters paste.
    script: Script,
    own: String,
    examples: std::collections::BTreeMap<String, String>,
    store: LocalStore,
    /// What lay in the store when this tab last looked into it or wrote; anything else is another tab's.
    lies_there: RefCell<Option<String>>,
    frame: RefCell<Option<PreviewFrame>>,
    /// What is to be looked at in a moment.
    waiting: RefCell<Option<Timeout>>,
    /// The card that the preview went to last.
    followed: RefCell<Option<String>>,
}

impl App {
    fn act(&self, command: Command) {
        let page = &self.0.page;
        match command {
            Command::State(event) => self.state(event),
            Command::Search(typed) => page.search.set(typed),
            Command::Begin(how) => self.begin_with(&how),
            Command::OpenFile(bytes) => match Draft::open(&bytes) {
                Ok(draft) => self.begin(draft, TodoList::default()),
                Err(why) => self.refuse(why),
            },
            Command::OpenCard(name, bytes) => self.open_card(&name, &bytes),
            Command::TakeUp => {
                let found = page.unsaved.get_untracked();
                page.unsaved.set(None);
                found.into_iter().for_each(|found| self.begin(found.draft, TodoList::default()));
            }
            Command::ThrowAway => {
                // What is still there is offered as before.
                if self.0.store.remove().is_ok() {
                    page.unsaved.set(None);
                    page.status.set(page.word(EditorWord::ThrownAway));
                }
            }
            Command::Forget => {
                if self.0.store.remove().is_ok() {
                    page.keeping.set(Keeping::Nothing);
                    page.status.set(page.word(EditorWord::Forgotten));
                }
            }
            Command::New => {
                self.flush();
                self.0.frame.take();
                page.state.set(None);
                page.seen.set(None);
                page.keeping.set(Keeping::Nothing);
                self.find();
            }
            Command::Back => self.state(Event::Look(Pane::Site)),
            Command::Panel(code) => {
                page.panel.set(match code.as_str() {
                    "problems" => Panel::Problems,
                    "todo" => Panel::Todo,
                    "files" => Panel::Files,
                    _ => Panel::Preview,
                });
                // What is hidden does not scroll: it goes to the card when it is seen again.
                self.0.followed.take();
                let app = self.clone();
                listen::soon(move || app.show());
            }
            Command::Language(code) => {
                if let Some(language) = Language::from_code(&code) {
                    page.reading.update(|reading| reading.language = language);
                    self.show();
                }
            }
            Command::Level(code) => {
                if let Some(level) = Level::from_code(&code) {
                    page.reading.update(|reading| reading.level = level);
                    self.show();
                }
            }
            Command::Jump(path) => {
                let pane = Pane::of(&path);
                if page.now(|state| state.pane != pane) {
                    self.state(Event::Look(pane));
                }
                listen::focus_field_soon(&path);
            }
            Command::Save(what) => self.save(&what),
            Command::FrameReady => {
                self.0.frame.replace(PreviewFrame::in_page(&self.0.style.text));
                self.show();
            }
            Command::Leave => self.flush(),
        }
    }

    fn state(&self, event: Event) {
        let page = &self.0.page;
        let typing = matches!(event, Event::Typed(..));
        let looks = matches!(event, Event::Look(_));
        let focus = Focus::after(&event);
        let library = page.library.clone();
        page.state.update(|state| {
            if let Some(state) = state {
                state.apply(event, &library);
            }
        });
        listen::show_current_soon();
        focus.go();
        if looks {
            page.refused.set(None);
            page.search.set(String::new());
            self.show();
        } else if typing {
            self.soon();
        } else {
            self.look();
            self.keep();
        }
    }
}
