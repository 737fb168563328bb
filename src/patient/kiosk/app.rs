//! The kiosk while it runs: an ordinary page, which is attended. It shows one section a screen, reads aloud,
//! asks whether anybody is there, and when a visit ends makes everything as it was.

use super::frame::{Told, settings, tell};
use super::listen::{Command, every_second, listen};
use super::screens::{At, Screens, measure};
use super::sight::keep_in_sight;
use super::{Clock, Event, Idle, Kiosk, Presses, Quiet, Screen, Settings};
use crate::device::{after, document, now, steady};
use crate::patient;
use crate::patient::aloud::speech::Speech;
use crate::patient::aloud::spoken::{Spoken, clear_highlight};
use crate::patient::aloud::{Act, Aloud, Sentence};
use crate::patient::paper::print_sheet;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// The running kiosk. Clones are the same.
#[derive(Clone)]
struct App(Rc<Inner>);

struct Inner {
    /// The page, which is like any other.
    page: patient::app::App,
    screens: Screens,
    speech: Speech,
    settings: Settings,
    kiosk: RefCell<Kiosk>,
    clock: Cell<Clock>,
    /// Whether the screen was out of sight since the clock was last looked at.
    unseen: Cell<bool>,
    idle: RefCell<Idle>,
    aloud: RefCell<Aloud>,
    /// What is read aloud, as it stands on the page.
    spoken: RefCell<Spoken>,
    presses: RefCell<Presses>,
    printing: Cell<bool>,
    asking: Cell<bool>,
    seconds: Cell<u32>,
}

/// The page around the frame hears from us this often, in seconds.
const ALIVE: u32 = 10;

/// Attends a living page, as long as the document lives.
pub(crate) fn attend(root: &Element, page: patient::app::App) {
    let settings = settings();
    measure(&settings);
    let app = App(Rc::new(Inner {
        screens: Screens::of(page.page().clone()),
        page,
        speech: Speech::of_device(settings.own_voices),
        kiosk: RefCell::default(),
        clock: Cell::new(Clock::begin(steady(), now())),
        unseen: Cell::default(),
        idle: RefCell::new(Idle::new(settings.idle)),
        settings,
        aloud: RefCell::default(),
        spoken: RefCell::default(),
        presses: RefCell::default(),
        printing: Cell::default(),
        asking: Cell::default(),
        seconds: Cell::default(),
    }));
    // A visit begins in the same way, whether it is the first or the thousandth.
    app.begin();
    let (on, ticks, voices) = (app.clone(), app.clone(), app.clone());
    listen(root, move |command| on.happen(command));
    every_second(move || ticks.tick());
    keep_in_sight();
    app.0.speech.when_voices_change(move || voices.show());
    tell(Told::Live);
}

impl App {
    fn now(&self) -> u64 {
        self.0.clock.get().now(steady())
    }

    fn happen(&self, command: Command) {
        let inner = &self.0;
        match command {
            Command::Something => {
                // Whoever touches the screen has left the printer's question, whether the browser says so or not.
                inner.printing.set(false);
                self.keep_time();
                inner.idle.borrow_mut().touch(self.now());
                if !inner.kiosk.borrow().begun {
                    inner.kiosk.borrow_mut().apply(Event::Touch);
                    tell(Told::Begun);
                }
            }
            Command::Kiosk(event @ (Event::Next | Event::Back)) => {
                if inner.presses.borrow_mut().counts(self.now()) {
                    let back_by_link = event == Event::Back && inner.kiosk.borrow().from.is_some();
                    self.change(event, if back_by_link { At::Link } else { At::Title });
                }
            }
            Command::Kiosk(event) => self.change(event, At::Title),
            Command::Link(screen, link, id) => {
                if screen != inner.kiosk.borrow().screen {
                    inner.screens.leave(link);
                    self.change(Event::Follow(screen), At::Place(id));
                } else {
                    inner.screens.enter(screen, At::Place(id));
                }
            }
            Command::Read(language) => self.read_otherwise(patient::Event::Read(language)),
            Command::ReadAt(level) => self.read_otherwise(patient::Event::ReadAt(level)),
            Command::Stay => {
                inner.idle.borrow_mut().stay(self.now());
                self.stop_asking();
            }
            Command::Finish => {
                if inner.presses.borrow_mut().counts(self.now()) {
                    // A dialog has been opened before, or has opened: there it is the second press.
                    let once = !inner.asking.get() && !inner.kiosk.borrow().covered;
                    if once && inner.page.has_said() {
                        inner.screens.ask_if_sure(true);
                        inner.presses.borrow_mut().surprise(self.now());
                    } else {
                        self.erase();
                    }
                }
            }
            Command::Spare => inner.screens.ask_if_sure(false),
            Command::FinishNow => {
                if inner.presses.borrow_mut().counts(self.now()) {
                    self.erase();
                }
            }
            Command::Print => {
                if inner.presses.borrow_mut().counts(self.now()) {
                    print_sheet(&inner.page.page().shown());
                }
            }
            Command::Listen => self.listen(),
            Command::Staff => tell(Told::Staff),
            // Whoever comes back may be someone else. Nobody else is told: the page around this frame sees it too.
            Command::Turned => self.begin(),
            Command::Sight => {
                let acts = inner.aloud.borrow_mut().pause();
                self.do_all(acts);
                self.look();
            }
            Command::Printing(printing) => {
                inner.printing.set(printing);
                self.keep_time();
                if printing {
                    tell(Told::Printing);
                }
            }
        }
    }

    fn change(&self, event: Event, at: At) {
        let inner = &self.0;
        let before = inner.kiosk.borrow().clone();
        inner.kiosk.borrow_mut().apply(event);
        let kiosk = inner.kiosk.borrow().clone();
        if kiosk.screen != before.screen || !kiosk.aloud || kiosk.covered {
            self.silence();
        }
        self.show();
        if kiosk.screen != before.screen {
            inner.screens.enter(kiosk.screen, at);
            // There "print" stands where "continue" was.
            if kiosk.screen == Screen::Sheet {
                inner.presses.borrow_mut().surprise(self.now());
            }
        }
        // Asked for once, the voice goes on from screen to screen.
        let begins = kiosk.screen != before.screen || !before.aloud;
        if kiosk.aloud && begins && !kiosk.covered {
            self.read_aloud();
        }
    }

    fn read_otherwise(&self, event: patient::Event) {
        self.silence();
        self.0.page.happen(event);
        self.show();
    }

    /// The visit has ended: here everything becomes as it was, and the page around takes a new frame.
    fn erase(&self) {
        self.begin();
        tell(Told::Erase);
    }

    /// Begins a visit. Nothing of the one before is left: the documents are those that came.
    fn begin(&self) {
        let inner = &self.0;
        self.silence();
        inner.screens.renew();
        inner.spoken.take();
        inner.asking.set(false);
        inner.printing.set(false);
        inner.idle.borrow_mut().end();
        inner.kiosk.borrow_mut().apply(Event::Erase);
        inner.page.renew();
        self.show();
        inner.screens.rest();
    }

    fn show(&self) {
        let inner = &self.0;
        let reading = inner.page.reading();
        inner.screens.show(&inner.kiosk.borrow(), reading, inner.speech.can_read(reading.language));
        inner.screens.show_version(&inner.settings, |date| inner.page.date(date));
        self.keep_time();
    }

    fn tick(&self) {
        let inner = &self.0;
        let acts = inner.aloud.borrow_mut().tick(self.now());
        self.do_all(acts);
        self.keep_time();
        self.look();
        let seconds = (inner.seconds.get() + 1) % ALIVE;
        inner.seconds.set(seconds);
        if seconds == 0 {
            tell(Told::Alive);
        }
    }

    /// Looks at the clock, and whether anybody is there.
    fn look(&self) {
        let inner = &self.0;
        let mut clock = inner.clock.get();
        let ahead = clock.ahead(steady(), now());
        if inner.unseen.get() {
            // Nobody was there. Whoever comes finds nothing that has waited too long.
            clock.sleep(ahead);
        } else {
            inner.idle.borrow_mut().doubt(clock.now(steady()), ahead);
        }
        inner.clock.set(clock);
        let quiet = inner.idle.borrow_mut().look(self.now());
        match quiet {
            Quiet::No => {}
            Quiet::Asking(seconds) => {
                inner.screens.ask(seconds);
                if !inner.asking.replace(true) {
                    inner.presses.borrow_mut().surprise(self.now());
                    self.silence();
                    if inner.kiosk.borrow().aloud {
                        self.read_aloud();
                    }
                }
            }
            Quiet::Gone => self.erase(),
        }
        let hidden = document().is_some_and(|document| document.hidden());
        inner.unseen.set(hidden);
        inner.screens.hide(hidden);
    }

    fn stop_asking(&self) {
        if self.0.asking.replace(false) {
            self.silence();
        }
        self.0.screens.stop_asking();
    }

    /// The button in the bar.
    fn listen(&self) {
        let inner = &self.0;
        let (speaks, paused) = (inner.aloud.borrow().speaks(), inner.aloud.borrow().is_paused());
        if speaks {
            let acts = inner.aloud.borrow_mut().pause();
            self.do_all(acts);
        } else if paused {
            let acts = inner.aloud.borrow_mut().resume(self.now());
            self.do_all(acts);
        } else {
            self.read_aloud();
        }
    }

    /// Reads what can be seen.
    fn read_aloud(&self) {
        let inner = &self.0;
        let screen = inner.kiosk.borrow().screen;
        let language = inner.page.reading().language;
        let spoken = Spoken::of(&inner.screens.to_read(screen), language);
        let mut sentences = Sentence::all(spoken.blocks());
        sentences.retain(|one| inner.speech.can_read(one.language));
        inner.spoken.replace(spoken);
        let acts = inner.aloud.borrow_mut().read(sentences, self.now());
        self.do_all(acts);
    }

    fn silence(&self) {
        let acts = self.0.aloud.borrow_mut().stop();
        self.do_all(acts);
    }

    fn do_all(&self, acts: Vec<Act>) {
        let inner = &self.0;
        for act in acts {
            let own = self.clone();
            match act {
                Act::Cancel => {
                    inner.speech.cancel();
                    clear_highlight();
                }
                Act::Wait(time) => after(time, move || {
                    let acts = own.0.aloud.borrow_mut().tick(own.now());
                    own.do_all(acts);
                }),
                Act::Say(number, sentence) => {
                    inner.spoken.borrow().mark(&sentence);
                    // Each sentence is a new reason for time to stand still.
                    inner.idle.borrow_mut().go_on(self.now());
                    let ended = move |well| {
                        let mut aloud = own.0.aloud.borrow_mut();
                        let acts = if well { aloud.ended(number, own.now()) } else { aloud.failed(number) };
                        drop(aloud);
                        own.do_all(acts);
                    };
                    if !inner.speech.say(&sentence.text, sentence.language, ended) {
                        self.silence();
                    }
                }
            }
        }
        if !inner.aloud.borrow().speaks() {
            clear_highlight();
        }
        self.keep_time();
    }

    /// Time stands still while something is read aloud or printed, but not while the question stands.
    fn keep_time(&self) {
        let inner = &self.0;
        let speaks = inner.aloud.borrow().speaks();
        inner.screens.show_speaking(speaks);
        let mut idle = inner.idle.borrow_mut();
        if inner.asking.get() {
            return;
        }
        if speaks || inner.printing.get() { idle.stand_still(self.now()) } else { idle.go_on(self.now()) }
    }
}
