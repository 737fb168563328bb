//! The patients' program while it runs: takes over what the patient has already done, and brings the document to life.
//!
//! Here the pure parts, the views and the browser meet: what a patient says changes the visit, what a patient wants done is
//! done with the device, and what depends on either is drawn again.

use super::aloud::reading_aloud::ReadingAloud;
use super::listen::{Command, LivePage, Note};
use super::listening;
use super::readings::Readings;
use super::view::{Context, parts, sections};
use super::{Event, Keeping, Kit, LiesThere, Visit, follow, lies_there};
use crate::content::{Date, Language, Level, Reading, Word};
use crate::device::{
    LocalStore, entry, form_code, is_own_place, on_link, on_new_entry, put_into_entry, save, take_link,
    text_of_all, today,
};
use crate::record::{Changes, Record};
use crate::share::Form;
use crate::share::Link;
use crate::view::Markup;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use web_sys::{Element, HtmlElement};

impl App {
    /// Brings the document in `root` to life; `readings` gives the documents of the other languages and levels. `None` if there is
    /// no document, or if it stands where somebody looks in.
    pub(super) fn begin(root: &Element, kit: Kit, readings: Readings) -> Option<App> {
        let form = form_code().and_then(|code| Form::from_code(&code)).unwrap_or(Form::Page);
        super::enclosure::enclosed(root)?;
        let may_keep = form.may_keep() && is_own_place();
        // First of all: the address says it no longer than it has to.
        let link = form.follows_links().then(take_link).flatten();
        if form == Form::Embed {
            super::embed::begin(root);
        }
        let above = form.above(Reading::clear(kit.first_language()));
        let page = LivePage::new(root.clone(), readings, &above, may_keep)?;
        if form == Form::Kiosk {
            page.remember();
        }
        let mut visit = Visit::begin(kit.first_language());
        let mut sheet = None;
        for event in page.ticked() {
            // The words of a sheet in another language may have to come first.
            if matches!(event, Event::SheetIn(_)) { sheet = Some(event) } else { visit.apply(event) }
        }
        let (mut reads, says) = link.map(|link| led_by(&link, &kit)).unwrap_or_default();
        if reads.is_empty() && form.follows_links() {
            reads = entry().map(|read| read_before(&read, &kit)).unwrap_or_default();
        }
        says.into_iter().for_each(|event| visit.apply(event));
        let store = kit
            .questionnaire()
            .filter(|_| may_keep)
            .map(|questionnaire| LocalStore::of(questionnaire.site.id.as_str()));
        let app = App(Rc::new(Inner {
            page,
            form,
            kit: RefCell::new(Arc::new(kit)),
            asked: Default::default(),
            awaited: Cell::default(),
            store,
            own: RefCell::default(),
            visit: RefCell::new(Arc::new(visit)),
            drawn_for: RefCell::default(),
            french: RefCell::default(),
            translated: Cell::default(),
            voice: RefCell::default(),
        }));
        app.look();
        app.draw();
        app.refresh();
        let (hears, acts) = (app.clone(), app.clone());
        app.0.page.listen(move |event| hears.happen(event), move |command| acts.act(command));
        let looks = app.clone();
        app.0.page.when_translated(move || looks.refresh());
        // A kiosk has a bar for it, and minds the time.
        if form != Form::Kiosk {
            let looks = app.clone();
            app.0
                .voice
                .replace(Some(listening::begin(root, move || (looks.0.page.shown(), looks.reading()))));
        }
        if form.follows_links() {
            let follows = app.clone();
            on_link(move |link| follows.follow(&link));
            let remembers = app.clone();
            on_new_entry(move || remembers.remember_reading());
        }
        sheet.into_iter().for_each(|event| app.happen(event));
        app.read(reads, Box::new(|| ()));
        Some(app)
    }
}

/// The running program. Clones are the same.
#[derive(Clone)]
pub(super) struct App(Rc<Inner>);

struct Inner {
    page: LivePage,
    form: Form,
    kit: RefCell<Arc<Kit>>,
    /// At each place how often something was asked for that may have to come first.
    asked: [Cell<u32>; 3],
    /// The language of the sheet that is chosen and waited for.
    awaited: Cell<Option<Language>>,
    /// Where answers may be kept; `None` where they may not.
    store: Option<LocalStore>,
    /// What this window has put into the store, or taken up from it; anything else there is another window's.
    own: RefCell<Option<String>>,
    visit: RefCell<Arc<Visit>>,
    /// The visit that is drawn in [`DRAWN`]; `None` if nothing is drawn.
    drawn_for: RefCell<Option<Arc<Visit>>>,
    /// What the sheet says in French, beside another language or a translation.
    french: RefCell<String>,
    /// Whether a browser translates the page.
    translated: Cell<bool>,
    /// What reads aloud; `None` at a kiosk.
    voice: RefCell<Option<ReadingAloud>>,
}

/// A part that the program draws: where, how, and whether two visits look the same in it.
type Drawn = (&'static str, fn(&Context) -> Markup, fn(&Visit, &Visit) -> bool);

/// Where the sheet is drawn.
const PAPER: &str = "paper-place";

/// The parts that the program draws. Each is drawn anew, never compared with what stood there before: somebody else may have put
/// another text into it, as browsers do that translate.
const DRAWN: [Drawn; 4] = [
    ("named-place", parts::named, |one, other| one.named == other.named),
    (PAPER, sections::paper, |one, other| {
        one.answers == other.answers
            && one.behalf == other.behalf
            && one.sheet_language == other.sheet_language
            && one.shows_code == other.shows_code
    }),
    ("kept-place", parts::kept, same_keeping),
    ("found-place", parts::found_here, same_keeping),
];

fn same_keeping(one: &Visit, other: &Visit) -> bool {
    one.keeping == other.keeping && one.since == other.since
}

impl App {
    /// The patient has said something, or reads otherwise.
    pub(super) fn happen(&self, event: Event) {
        match event {
            Event::Read(_) | Event::ReadAt(_) => self.read(vec![event], Box::new(|| ())),
            Event::SheetIn(language) => {
                let app = self.clone();
                let then = move || {
                    app.apply(event);
                    app.0.page.say_noted(true);
                };
                if self.when_there(Note::Sheet, [language; 2], Box::new(then)) {
                    self.0.awaited.set(Some(language));
                }
            }
            _ => {
                if event == Event::Erase {
                    self.ask_no_longer();
                }
                self.apply(event);
            }
        }
    }

    /// What the program knows of the page.
    fn kit(&self) -> Arc<Kit> {
        self.0.kit.borrow().clone()
    }

    /// Takes the supplement of a language into the kit. `false` if it is another one.
    fn add(&self, language: Language, supplement: &str) -> bool {
        // Nothing is drawn meanwhile: nobody else holds the kit.
        let mut kit = self.0.kit.borrow_mut();
        Arc::get_mut(&mut kit).is_some_and(|kit| kit.add(language, supplement).is_ok())
    }

    /// Calls `done` when the kit has the texts of these languages, or with `false` when they cannot be had.
    fn bring(&self, languages: [Language; 2], done: Box<dyn FnOnce(bool)>) {
        let lacking = move |app: &App| languages.into_iter().find(|one| app.0.kit.borrow().lacks(*one));
        let Some(language) = lacking(self) else { return done(true) };
        let app = self.clone();
        self.0.page.bring_supplement(language, move |came| {
            // Somebody else may have asked for it too.
            if lacking(&app) == Some(language) && !came.is_some_and(|came| app.add(language, &came)) {
                return done(false);
            }
            app.bring(languages, done);
        });
    }

    /// Calls `then` when the kit has the texts of these languages: now, or when they have come and nothing else was asked for at this
    /// place meanwhile. The place says that it waits, or that they cannot be had; then everything stays as it was. `true` if it waits.
    fn when_there(&self, place: Note, languages: [Language; 2], then: Box<dyn FnOnce()>) -> bool {
        let number = self.ask(place);
        let app = self.clone();
        self.bring(
            languages,
            Box::new(move |there| {
                if app.0.asked[place as usize].get() != number {
                    return;
                }
                app.ask(place);
                if there {
                    app.say_there(place, None);
                    then();
                } else {
                    app.refresh();
                    app.say_there(place, Some(Word::ReadingMissing));
                }
            }),
        );
        let waits = self.0.asked[place as usize].get() == number;
        if waits {
            self.say_there(place, Some(Word::ReadingWaits));
        }
        waits
    }

    /// Something is asked for at a place: its number. What was asked for there before and has not come is asked for no longer.
    fn ask(&self, place: Note) -> u32 {
        if place == Note::Sheet {
            self.0.awaited.set(None);
        }
        let asked = &self.0.asked[place as usize];
        asked.set(asked.get() + 1);
        asked.get()
    }

    /// Nothing is asked for at these places any more.
    fn ask_no_longer(&self) {
        for place in [Note::Sheet, Note::Kept] {
            self.ask(place);
            self.say_there(place, None);
        }
    }

    /// Says at a place, and to screen readers, how it is with what was asked for there, in the language that is read.
    fn say_there(&self, place: Note, word: Option<Word>) {
        let (reading, kit) = (self.reading(), self.kit());
        let text = word.map_or("", |word| kit.words(reading).get(word));
        self.0.page.say_there(place, reading.language, text);
        if word.is_some() {
            self.0.page.announce(text);
        }
    }

    /// The patient wants to read otherwise: when the document for it is there, these happen one after the other, and then `then` is
    /// called.
    fn read(&self, events: Vec<Event>, then: Box<dyn FnOnce()>) {
        if events.is_empty() {
            return then();
        }
        let mut wanted = Visit::clone(&self.visit());
        events.iter().for_each(|event| wanted.apply(event.clone()));
        let (reading, app, kit) = (wanted.reading, self.clone(), self.kit());
        let words = kit.words(reading);
        let (waits, missing) =
            (words.get(Word::ReadingWaits).to_owned(), words.get(Word::ReadingMissing).to_owned());
        // Nobody holds the kit while it gets a supplement.
        drop(kit);
        let come = move || {
            let brought = app.clone();
            let show = move |there: bool| {
                if !there {
                    return brought.say_there(Note::Page, Some(Word::ReadingMissing));
                }
                events.into_iter().for_each(|event| brought.apply(event));
                then();
            };
            // What the kit lacks lies in the same file.
            app.bring([reading.language; 2], Box::new(show));
        };
        self.0.page.bring(reading, &waits, missing, Box::new(come));
    }

    fn apply(&self, event: Event) {
        let before = self.reading();
        let says = event.says();
        self.change(event);
        if says && self.visit().keeps() {
            self.keep();
        }
        self.show(before);
    }

    /// A link was opened while the page was there. It shows, and changes nothing that was said or kept.
    fn follow(&self, link: &Link) {
        let (reads, says) = led_by(link, &self.kit());
        let app = self.clone();
        says.into_iter().for_each(|event| self.apply(event));
        self.read(reads, Box::new(move || app.0.page.focus("named-place")));
    }

    /// Shows the visit, which was read otherwise before.
    fn show(&self, before: Reading) {
        let visit = self.visit();
        if visit.reading != before {
            let left: Vec<HtmlElement> =
                DRAWN.into_iter().filter_map(|(place, ..)| self.0.page.place(place)).collect();
            self.0.page.show_reading(&visit);
            // In the document that is left nothing stays of what was said.
            left.iter().for_each(|place| place.set_text_content(None));
            self.remember_reading();
            self.draw();
            self.0.voice.borrow().iter().for_each(ReadingAloud::stop);
        }
        self.refresh();
    }

    /// Whoever loads the page again goes on reading as they did.
    fn remember_reading(&self) {
        if self.0.form.follows_links() {
            let visit = self.visit();
            put_into_entry(&format!("{}/{}", visit.reading.language.code(), visit.wants.code()));
        }
    }

    /// The form of the page.
    pub(super) fn form(&self) -> Form {
        self.0.form
    }

    /// How the page is read now.
    pub(super) fn reading(&self) -> Reading {
        self.0.visit.borrow().reading
    }

    /// The visit as it is now. Nothing is held: whoever listens to what is done with the page may change it.
    fn visit(&self) -> Arc<Visit> {
        self.0.visit.borrow().clone()
    }

    /// Lets something happen, and shows nothing of it yet.
    fn change(&self, event: Event) {
        Arc::make_mut(&mut self.0.visit.borrow_mut()).apply(event);
    }

    /// Whether something was said that would be lost.
    pub(super) fn has_said(&self) -> bool {
        self.visit().has_said()
    }

    /// The page on the screen.
    pub(super) fn page(&self) -> &LivePage {
        &self.0.page
    }

    /// A date in the words of the page.
    pub(super) fn date(&self, date: Date) -> String {
        self.shown().date(date)
    }

    /// Begins another visit, of which nothing is known.
    pub(super) fn renew(&self) {
        self.ask_no_longer();
        self.0.visit.replace(Arc::new(Visit::begin(self.kit().first_language())));
        self.0.page.renew();
        self.draw();
        self.refresh();
    }

    /// The patient wants something done with this device.
    fn act(&self, command: Command) {
        match command {
            Command::Save => {
                if let Some(record) = self.record() {
                    save("eclaire-reponses.json", "application/json", &record.to_json());
                }
            }
            Command::Keep => {
                // What was kept on another day, or meanwhile in another window, is not written over: it is offered.
                if !self.visit().keeps() {
                    self.look();
                }
                if self.visit().keeping.is_found() {
                    self.refresh();
                    self.0.page.focus("kept-place");
                } else {
                    // Whoever presses wants it kept, also where another window has removed it.
                    if self.0.store.as_ref().and_then(LocalStore::get).is_none() {
                        self.0.own.take();
                    }
                    self.keep();
                }
            }
            Command::TakeUp => {
                let text = self.0.store.as_ref().and_then(LocalStore::get);
                let (kit, record) = (self.kit(), text.as_deref().and_then(|text| self.record_of(text)));
                let (Some(record), Some(questionnaire)) = (record, kit.questionnaire()) else { return };
                // What was said stands for the text as it was read.
                let languages = [record.read.language, record.sheet_language];
                if languages.iter().any(|one| kit.lacks(*one)) {
                    let app = self.clone();
                    // Nobody holds the kit while it gets a supplement.
                    drop(kit);
                    let again = move || app.act(Command::TakeUp);
                    self.when_there(Note::Kept, languages, Box::new(again));
                    return;
                }
                self.0.own.replace(text);
                let has_said = self.visit().has_said();
                let changes = Box::new(Changes::since(&record, questionnaire));
                self.happen(Event::TakeUp(record.day, changes));
                if has_said {
                    self.keep();
                }
                self.0.page.focus("found-place");
            }
            Command::Forget => {
                let keeping = self.remove();
                let removed = keeping == Keeping::Nothing;
                self.happen(Event::Keeping(keeping));
                if removed {
                    self.0.page.say_forgotten();
                }
            }
            Command::Erase => {
                let keeping = self.remove();
                let removed = keeping == Keeping::Nothing;
                self.happen(Event::Erase);
                self.happen(Event::Keeping(keeping));
                if removed {
                    self.0.page.say_erased();
                }
            }
            Command::LookAgain => {
                self.look();
                self.refresh();
            }
        }
    }

    /// Removes what is kept; says what then is there.
    fn remove(&self) -> Keeping {
        self.0.own.take();
        let removed = self.0.store.iter().all(|store| store.remove().is_ok());
        if removed { Keeping::Nothing } else { Keeping::NotRemoved }
    }

    /// Keeps what was said, unless another window has kept something, or removed everything, since this one last wrote.
    fn keep(&self) {
        let (Some(store), Some(record)) = (&self.0.store, self.record()) else { return };
        let found = store.get();
        let own = self.0.own.borrow().clone();
        let keeping = match lies_there(found.as_deref(), own.as_deref()) {
            LiesThere::Own => {
                let text = record.to_kept();
                match store.put(&text) {
                    Ok(()) => {
                        self.0.own.replace(Some(text));
                        Keeping::Kept(today())
                    }
                    Err(_) => Keeping::Refused(store.get().is_some()),
                }
            }
            LiesThere::Other => match found.and_then(|text| self.record_of(&text)) {
                Some(record) => Keeping::Meanwhile(record.day),
                None => Keeping::Unread,
            },
            LiesThere::Removed => {
                self.0.own.take();
                Keeping::Nothing
            }
        };
        self.happen(Event::Keeping(keeping));
    }

    /// The record that was kept as this text. That of another place gives no answer to this one.
    fn record_of(&self, text: &str) -> Option<Record> {
        let kit = self.kit();
        let site = kit.questionnaire().map(|questionnaire| &questionnaire.site.id);
        Record::from_kept(text).filter(|record| Some(&record.site.id) == site)
    }

    /// Looks into the store. What lies there is not shown before the patient asks for it.
    fn look(&self) {
        self.0.own.take();
        let found = match self.0.store.as_ref().and_then(LocalStore::get) {
            None => Keeping::Nothing,
            Some(text) => self.record_of(&text).map_or(Keeping::Unread, |record| Keeping::Found(record.day)),
        };
        self.change(Event::Keeping(found));
    }

    /// What the patient would leave with now.
    fn record(&self) -> Option<Record> {
        self.shown().record()
    }

    /// Draws every part, into the document that is shown.
    fn draw(&self) {
        self.0.drawn_for.take();
        self.draw_changed();
        self.0.page.say_translated(self.0.translated.get());
    }

    /// Draws the parts anew in which something has changed.
    fn draw_changed(&self) {
        let visit = self.visit();
        let before = self.0.drawn_for.replace(Some(visit.clone()));
        for (place, view, same) in DRAWN {
            if !before.as_ref().is_some_and(|before| same(before, &visit)) {
                self.draw_part(place, view);
            }
        }
    }

    fn draw_part(&self, place: &str, view: fn(&Context) -> Markup) {
        let Some(element) = self.0.page.place(place) else { return };
        // Nothing is held while the document changes: whoever listens to it may come back here.
        let drawn = view(&self.shown());
        element.set_inner_html(drawn.as_str());
        if place == PAPER {
            self.0.french.replace(french_of(&element));
        }
    }

    /// A browser may have begun to translate the page, or ended. The sheet then has French beside what the patient reads; and what
    /// somebody has changed in the French all the same is drawn anew.
    fn look_at_translation(&self) {
        let translated = self.0.page.is_translated(self.reading());
        let changed = self.0.translated.replace(translated) != translated;
        let other = |paper: &HtmlElement| french_of(paper) != *self.0.french.borrow();
        if changed || self.0.page.place(PAPER).as_ref().is_some_and(other) {
            DRAWN
                .into_iter()
                .filter(|(place, ..)| *place == PAPER)
                .for_each(|(place, view, _)| self.draw_part(place, view));
        }
        if changed {
            self.0.page.say_translated(translated);
        }
    }

    /// Shows the visit: in the parts that are drawn, in the controls, in the letters.
    fn refresh(&self) {
        self.look_at_translation();
        self.draw_changed();
        let (page, visit) = (self.shown(), self.visit());
        // What was chosen and is waited for stays chosen, whatever else is said meanwhile.
        let mut chosen = Visit::clone(&visit);
        chosen.sheet_language = self.0.awaited.get().or(chosen.sheet_language);
        self.0.page.show(&chosen);
        let sender = parts::sender(&page, visit.behalf, &visit.answers);
        self.0.page.write_letters(&page.kit.letter_frame.tick, |name| {
            let letter = page.kit.letters.iter().find(|one| one.id.as_str() == name);
            letter.map(|letter| sender.letter(letter.to, letter.lists, &letter.written))
        });
    }

    /// What the views are given.
    fn shown(&self) -> Context {
        let today: Option<Date> = today();
        Context {
            kit: self.kit(),
            reading: self.reading(),
            visit: self.visit(),
            form: self.0.form,
            today,
            live: true,
            translated: self.0.translated.get(),
        }
    }
}

/// How this entry of the history was read, if the page can still be read so.
fn read_before(read: &str, kit: &Kit) -> Vec<Event> {
    let mut parts = read.split('/');
    let language = parts.next().and_then(Language::from_code).filter(|one| kit.languages.contains(one));
    let level = parts.next().and_then(Level::from_code).filter(|one| kit.levels.contains(one));
    language.map(Event::Read).into_iter().chain(level.map(Event::ReadAt)).collect()
}

/// What a link leads to: how it is read, for which a document may have to come first; and all else.
fn led_by(link: &Link, kit: &Kit) -> (Vec<Event>, Vec<Event>) {
    follow(link, kit).into_iter().partition(Event::is_of_reading)
}

/// The French beside the patient's language, as it stands in the sheet.
fn french_of(paper: &HtmlElement) -> String {
    text_of_all(paper, ".french")
}
