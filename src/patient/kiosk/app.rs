//! The kiosk while it runs: an ordinary page, which is attended. It shows one section a screen, reads aloud,
//! asks whether anybody is there, and when a visit ends makes everything as it was.

use super::frame::{Told, settings, tell};
use super::listen::{Command, every_second, listen};
use super::screens::{At, Screens, measure};
use super::sight::keep_in_sight;
use super::{Clock, Event, Idle, Kiosk, Presses, Quiet, Screen, Settings};
use crate::device::{document, now, steady};
use crate::patient;
use crate::patient::aloud::reading_aloud::{Changed, ReadingAloud};
use crate::patient::paper::print_sheet;
use crate::patient::walk;
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
    voice: ReadingAloud,
    settings: Settings,
    kiosk: RefCell<Kiosk>,
    clock: Cell<Clock>,
    /// Whether the screen was out of sight since the clock was last looked at.
    unseen: Cell<bool>,
    idle: RefCell<Idle>,
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
        voice: ReadingAloud::of_device(settings.own_voices),
        kiosk: RefCell::default(),
        clock: Cell::new(Clock::begin(steady(), now())),
        unseen: Cell::default(),
        idle: RefCell::new(Idle::new(settings.idle)),
        settings,
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
    app.0.voice.when_changed(move |what| voices.voice_changed(what));
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
                if inner.presses.borrow_mut().counts(self.now()) && !self.walks_on(event == Event::Next) {
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
            Command::Listen => {
                inner.voice.press(&self.to_read(), f64::NEG_INFINITY, inner.page.reading().language);
            }
            Command::Staff => tell(Told::Staff),
            // Whoever comes back may be someone else. Nobody else is told: the page around this frame sees it too.
            Command::Turned => self.begin(),
            Command::Sight => {
                inner.voice.pause();
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

    /// On the short way the bar leads from card to card. Back from the first one is its screen again; on from the last one is the
    /// next screen: `false`, as where nobody walks.
    fn walks_on(&self, on: bool) -> bool {
        let shown = self.0.page.page().shown();
        if !walk::is_walking(&shown) {
            return false;
        }
        self.silence();
        let stays = walk::step(&shown, if on { 1 } else { -1 }) || !on;
        self.show();
        if stays && self.0.kiosk.borrow().aloud {
            self.read_aloud();
        }
        stays
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
        inner.screens.show(&inner.kiosk.borrow(), reading, inner.voice.can_read(reading.language));
        inner.screens.show_version(&inner.settings, |date| inner.page.date(date));
        self.keep_time();
    }

    fn tick(&self) {
        let inner = &self.0;
        inner.voice.tick();
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

    /// Reads what can be seen.
    fn read_aloud(&self) {
        self.0.voice.read(&self.to_read(), f64::NEG_INFINITY, self.0.page.reading().language);
    }

    fn to_read(&self) -> Vec<Element> {
        let screen = self.0.kiosk.borrow().screen;
        self.0.screens.to_read(screen)
    }

    fn silence(&self) {
        self.0.voice.stop();
    }

    fn voice_changed(&self, what: Changed) {
        match what {
            // Each sentence is a new reason for time to stand still.
            Changed::Sentence => self.0.idle.borrow_mut().go_on(self.now()),
            Changed::Speaking => self.keep_time(),
            Changed::Voices => self.show(),
        }
    }

    /// Time stands still while something is read aloud or printed, but not while the question stands.
    fn keep_time(&self) {
        let inner = &self.0;
        let speaks = inner.voice.speaks();
        inner.screens.show_speaking(speaks);
        let mut idle = inner.idle.borrow_mut();
        if inner.asking.get() {
            return;
        }
        if speaks || inner.printing.get() { idle.stand_still(self.now()) } else { idle.go_on(self.now()) }
    }
}
