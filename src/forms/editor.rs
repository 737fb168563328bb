//! The register editor, which is no way to the patient but begins like one: here the pure parts, the views and the browser meet.
//! What someone does changes the work; a moment later it is checked, shown as patients would see it, and kept on this device.

use super::Form;
use crate::browser::{Drawer, EditorDeed, Preview, detached, editor as browser, save, single_page, today};
use crate::content::{EditorWord, Files, Language, Level, Library, Reading};
use crate::editor::{
    Draft, EditorFile, Happened, Kind, NotARegister, Pane, TodoList, Unsaved, Work, from_card, preview,
};
use crate::ui::editor::{EditorPage, Keeping, Panel, editor, readable};
use crate::ui::{Page, document, title};
use crate::visit::Visit;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::HtmlElement;

/// How long after the last letter the work is looked at, in milliseconds: whoever types sees the letters at once.
const A_MOMENT: u32 = 350;

/// Draws the editor in `root`; `style` is the patients' style, `own` the site's register, empty if it has none.
pub fn edit(root: HtmlElement, texts: &Files, file: EditorFile, style: String, own: String) {
    let (library, _) = Library::read(texts);
    crate::browser::set_title(library.editor.get(EditorWord::Title));
    root.set_text_content(None);
    let owner = Owner::new();
    owner.with(|| {
        let page = EditorPage::new(Arc::new(library), !own.is_empty());
        let of_site = Draft::read(&own).map(|draft| draft.typed("site.id")).unwrap_or_default();
        let bench = Bench(Rc::new(Inner {
            page: page.clone(),
            style,
            policy: file.policy,
            own,
            examples: file.examples,
            // No site has such a name: what staff write is never taken for what a patient keeps.
            drawer: Drawer::of(&format!("staff:register/{of_site}")),
            visit: RwSignal::new(Visit::begin(Language::Fr)),
            frame: RefCell::default(),
            drawn: RefCell::default(),
            waiting: RefCell::default(),
            followed: RefCell::default(),
        }));
        bench.find();
        leptos::mount::mount_to(root.clone(), move || editor(&page)).forget();
        browser::listen(&root, move |deed| bench.act(deed));
    });
    // The page lives as long as the document.
    std::mem::forget(owner);
}

/// The editor at work. Clones are the same.
#[derive(Clone)]
struct Bench(Rc<Inner>);

struct Inner {
    page: EditorPage,
    style: String,
    policy: String,
    own: String,
    examples: std::collections::BTreeMap<String, String>,
    drawer: Drawer,
    /// A patient who says nothing.
    visit: RwSignal<Visit>,
    frame: RefCell<Option<Preview>>,
    /// What Leptos has drawn in the frame; dropping it takes it away.
    drawn: RefCell<Option<Box<dyn Any>>>,
    /// What is to be looked at in a moment.
    waiting: RefCell<Option<Timeout>>,
    /// The card that the preview went to last.
    followed: RefCell<Option<String>>,
}

impl Bench {
    fn act(&self, deed: EditorDeed) {
        let page = &self.0.page;
        match deed {
            EditorDeed::Work(happened) => self.work(happened),
            EditorDeed::Search(typed) => page.search.set(typed),
            EditorDeed::Begin(how) => self.begin_with(&how),
            EditorDeed::OpenFile(text) => match Draft::read(&text) {
                Ok(draft) => self.begin(draft, TodoList::default()),
                Err(why) => self.refuse(why),
            },
            EditorDeed::OpenCard(name, text) => self.open_card(&name, &text),
            EditorDeed::TakeUp => {
                let found = page.unsaved.get_untracked();
                page.unsaved.set(None);
                found.into_iter().for_each(|found| self.begin(found.draft, TodoList::default()));
            }
            EditorDeed::ThrowAway => {
                self.0.drawer.empty();
                page.unsaved.set(None);
                page.status.set(page.word(EditorWord::ThrownAway));
            }
            EditorDeed::Forget => {
                self.0.drawer.empty();
                page.keeping.set(Keeping::Nothing);
                page.status.set(page.word(EditorWord::Forgotten));
            }
            EditorDeed::New => {
                self.flush();
                self.0.frame.take();
                self.0.drawn.take();
                page.work.set(None);
                page.seen.set(None);
                page.keeping.set(Keeping::Nothing);
                self.find();
            }
            EditorDeed::Back => self.work(Happened::Look(Pane::Site)),
            EditorDeed::Panel(code) => {
                page.panel.set(match code.as_str() {
                    "problems" => Panel::Problems,
                    "todo" => Panel::Todo,
                    "files" => Panel::Files,
                    _ => Panel::Preview,
                });
                // What is hidden does not scroll: it goes to the card when it is seen again.
                self.0.followed.take();
                let bench = self.clone();
                browser::soon(move || bench.show());
            }
            EditorDeed::Language(code) => {
                if let Some(language) = Language::from_code(&code) {
                    page.reading.update(|reading| reading.language = language);
                    self.show();
                }
            }
            EditorDeed::Level(code) => {
                if let Some(level) = Level::from_code(&code) {
                    page.reading.update(|reading| reading.level = level);
                    self.show();
                }
            }
            EditorDeed::Jump(path) => {
                let pane = Pane::of(&path);
                if page.now(|work| work.pane != pane) {
                    self.work(Happened::Look(pane));
                }
                browser::focus_field_soon(&path);
            }
            EditorDeed::Save(what) => self.save(&what),
            EditorDeed::FrameReady => {
                self.0.frame.replace(Preview::in_page(&self.0.style));
                self.show();
            }
            EditorDeed::Leave => self.flush(),
        }
    }

    fn begin_with(&self, how: &str) {
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

    fn begin(&self, draft: Draft, todo: TodoList) {
        let page = &self.0.page;
        page.refused.set(None);
        page.panel.set(if todo.is_empty() { Panel::Preview } else { Panel::Todo });
        page.work.set(Some(Work::on(draft, todo)));
        self.look();
        browser::focus_soon("pane-title");
    }

    fn refuse(&self, why: NotARegister) {
        let page = &self.0.page;
        page.refused.set(Some(match why {
            NotARegister::NotJson { line, column } => page
                .fill(EditorWord::NotJson, &[("line", &line.to_string()), ("column", &column.to_string())]),
            NotARegister::Other => page.word(EditorWord::NotARegister),
        }));
    }

    fn open_card(&self, name: &str, text: &str) {
        let page = &self.0.page;
        let before = page.work.with_untracked(|work| work.as_ref().map(|work| work.draft.clone()));
        match from_card(before.as_ref(), name, text) {
            Ok((draft, todo)) => {
                let last = draft.count(Kind::Use.list()).saturating_sub(1);
                self.begin(draft, todo);
                self.work(Happened::Look(Pane::Item(Kind::Use, last)));
                self.keep();
            }
            Err(error) => page.refused.set(Some(format!("{} {error}", page.word(EditorWord::NotACard)))),
        }
    }

    fn work(&self, happened: Happened) {
        let page = &self.0.page;
        let typing = matches!(happened, Happened::Typed(..));
        let looks = matches!(happened, Happened::Look(_));
        let focus = focus_after(&happened);
        let library = page.library.clone();
        page.work.update(|work| {
            if let Some(work) = work {
                work.apply(happened, &library);
            }
        });
        browser::show_current_soon();
        match focus {
            Focus::Stays => {}
            Focus::Title => browser::focus_soon("pane-title"),
            Focus::Field(path) => browser::focus_field_soon(&path),
            Focus::Control(id) => browser::focus_soon(&id),
        }
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

    /// Looks at the work in a moment.
    fn soon(&self) {
        let bench = self.clone();
        let timer = Timeout::new(A_MOMENT, move || {
            // The timer is over: dropping it here would be too late and too early.
            bench.0.waiting.take().map(Timeout::forget);
            bench.look();
            bench.keep();
        });
        drop(self.0.waiting.replace(Some(timer)));
    }

    /// Does at once what was to be done in a moment.
    fn flush(&self) {
        if let Some(timer) = self.0.waiting.take() {
            drop(timer);
            self.look();
            self.keep();
        }
    }

    /// Checks the draft and shows what can be shown of it.
    fn look(&self) {
        let page = &self.0.page;
        let Some(draft) = page.work.with_untracked(|work| work.as_ref().map(|work| work.draft.clone()))
        else {
            return;
        };
        let seen = preview::see(&draft, &page.library);
        page.messages.set(page.messages_of(&seen));
        page.seen.set(Some(Arc::new(seen)));
        self.show();
    }

    /// Draws the preview.
    fn show(&self) {
        let frame = self.0.frame.borrow();
        let (Some(frame), Some(seen)) = (frame.as_ref(), self.0.page.seen.get_untracked()) else { return };
        let Some(body) = frame.body() else { return };
        let reading = readable(self.0.page.reading.get_untracked(), &seen.notice.languages);
        let shown = self.patients_page(&seen, reading, Form::Page);
        let open = frame.open();
        self.0.drawn.take();
        let drawn = leptos::mount::mount_to(body, move || document(&shown));
        self.0.drawn.replace(Some(Box::new(drawn)));
        let card = self.card();
        let moved = self.0.followed.replace(card.clone()) != card;
        frame.restore(&open, card.as_deref(), moved);
    }

    /// The id of the card that is being edited, in the patients' page.
    fn card(&self) -> Option<String> {
        self.0.page.work.with_untracked(|work| {
            let work = work.as_ref()?;
            let Pane::Item(kind, _) = work.pane else { return None };
            let id = work.draft.typed(&format!("{}.id", work.pane.path()?));
            Some(format!("{}-{id}", if kind == Kind::Use { "use" } else { "reuse" }))
        })
    }

    fn patients_page(&self, seen: &preview::Seen, reading: Reading, form: Form) -> Page {
        Page {
            notice: seen.notice.clone(),
            reading,
            visit: self.0.visit,
            form,
            today: today(),
            met: Arc::default(),
        }
    }

    /// Keeps the work on this device.
    fn keep(&self) {
        let page = &self.0.page;
        let Some(draft) = page.work.with_untracked(|work| work.as_ref().map(|work| work.draft.clone()))
        else {
            return;
        };
        let kept = self.0.drawer.keep(&Unsaved { day: today(), draft }.write());
        page.keeping.set(if kept.is_ok() { Keeping::Kept } else { Keeping::Refused });
    }

    /// Looks whether something is kept.
    fn find(&self) {
        self.0.page.unsaved.set(self.0.drawer.look().and_then(|text| Unsaved::read(&text)));
    }

    fn save(&self, what: &str) {
        self.flush();
        let page = &self.0.page;
        let Some(seen) = page.seen.get_untracked() else { return };
        match what {
            "register" => save("register.json", "application/json", &page.now(|work| work.draft.json())),
            "page" => {
                let reading = readable(page.reading.get_untracked(), &seen.notice.languages);
                let shown = self.patients_page(&seen, reading, Form::Static);
                let Some(place) = detached() else { return };
                let (name, of) = (title(&shown), shown.clone());
                let drawn = leptos::mount::mount_to(place.clone(), move || document(&of));
                let html = single_page(&place);
                drop(drawn);
                let code = reading.language.code();
                save(
                    &format!("eclaire-{code}.html"),
                    "text/html;charset=utf-8",
                    &self.whole(&name, reading, &html),
                );
            }
            _ => {}
        }
    }

    /// A page in one file: its style inside, a policy that allows nothing else, no script.
    fn whole(&self, title: &str, reading: Reading, document: &str) -> String {
        let (code, direction) = (reading.language.code(), reading.language.direction().attribute());
        let title = title.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<!doctype html>\n<html lang=\"{code}\" dir=\"{direction}\" data-app=\"still\" data-form=\"static\">\n<head>\n\
             <meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>{}</style>\n</head>\n\
             <body>\n{document}\n</body>\n</html>\n",
            self.0.policy, self.0.style
        )
    }
}

/// Where the focus goes when the form has been drawn again.
enum Focus {
    Stays,
    Title,
    Field(String),
    Control(String),
}

fn focus_after(happened: &Happened) -> Focus {
    match happened {
        Happened::Look(Pane::Pick(_)) => Focus::Control("search".to_owned()),
        Happened::Look(_) | Happened::Pick(..) | Happened::Shift(..) => Focus::Title,
        Happened::Add(path) => Focus::Field(path.clone()),
        Happened::Remove(path) => match path.rfind('[') {
            // Out of the list of uses one falls back to the place.
            Some(end) if path[..end].contains('.') => Focus::Field(path[..end].to_owned()),
            _ => Focus::Title,
        },
        Happened::AsCatalogue(path, _) => Focus::Control(format!("{path}=")),
        Happened::Ticked(path, code, _) if path == "site.languages" => {
            Focus::Control(format!("{path}={code}"))
        }
        _ => Focus::Stays,
    }
}
