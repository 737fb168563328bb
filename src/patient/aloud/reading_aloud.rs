//! Parts of the page, read aloud by the voice of the device. It must not know why somebody wants that, or where the button is.

use super::speech::Speech;
use super::spoken::{Spoken, clear_highlight};
use super::{Act, Aloud, Sentence};
use crate::content::Language;
use crate::device::{after, steady};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// What changed while something is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// Another sentence is being said.
    Sentence,
    /// It speaks, or no longer.
    Speaking,
    /// The device has found other voices, often after the page has started.
    Voices,
}

/// The reader. Clones are the same.
#[derive(Clone)]
pub struct ReadingAloud(Rc<Inner>);

struct Inner {
    speech: Speech,
    aloud: RefCell<Aloud>,
    /// What is read, as it stands on the page.
    spoken: RefCell<Spoken>,
    changed: RefCell<Rc<dyn Fn(Changed)>>,
}

impl ReadingAloud {
    /// With the voice of this device; `own_voices` as for [`Speech::of_device`].
    pub fn of_device(own_voices: bool) -> ReadingAloud {
        ReadingAloud(Rc::new(Inner {
            speech: Speech::of_device(own_voices),
            aloud: RefCell::default(),
            spoken: RefCell::default(),
            changed: RefCell::new(Rc::new(|_| ())),
        }))
    }

    /// Calls `changed` when something changes.
    pub fn when_changed(&self, changed: impl Fn(Changed) + 'static) {
        let changed: Rc<dyn Fn(Changed)> = Rc::new(changed);
        self.0.changed.replace(changed.clone());
        self.0.speech.when_voices_change(move || changed(Changed::Voices));
    }

    /// Whether it can read a language without sending anything away.
    pub fn can_read(&self, language: Language) -> bool {
        self.0.speech.can_read(language)
    }

    /// Whether something is being said, or about to be.
    pub fn speaks(&self) -> bool {
        self.0.aloud.borrow().speaks()
    }

    /// Whether there is something to go on with: it speaks, or was paused.
    pub fn is_begun(&self) -> bool {
        self.speaks() || self.0.aloud.borrow().is_paused()
    }

    /// The button was pressed: pauses, goes on, or begins with what can be seen in these elements, from so many CSS pixels below
    /// the top of the window on.
    pub fn press(&self, elements: &[Element], from: f64, language: Language) {
        let (speaks, paused) = (self.speaks(), self.0.aloud.borrow().is_paused());
        if speaks {
            self.pause();
        } else if paused {
            let acts = self.0.aloud.borrow_mut().resume(steady());
            self.do_all(acts);
        } else {
            self.read(elements, from, language);
        }
    }

    /// Reads what can be seen in these elements, from so many CSS pixels below the top of the window on.
    pub fn read(&self, elements: &[Element], from: f64, language: Language) {
        let spoken = Spoken::of(elements, from, language);
        let mut sentences = Sentence::all(spoken.blocks());
        sentences.retain(|one| self.can_read(one.language));
        self.0.spoken.replace(spoken);
        let acts = self.0.aloud.borrow_mut().read(sentences, steady());
        self.do_all(acts);
    }

    /// Falls silent; the button goes on where it was.
    pub fn pause(&self) {
        let acts = self.0.aloud.borrow_mut().pause();
        self.do_all(acts);
    }

    /// Falls silent, and forgets the text.
    pub fn stop(&self) {
        let acts = self.0.aloud.borrow_mut().stop();
        self.do_all(acts);
        self.0.spoken.take();
    }

    /// Time has passed.
    pub fn tick(&self) {
        let acts = self.0.aloud.borrow_mut().tick(steady());
        self.do_all(acts);
    }

    fn tell(&self, what: Changed) {
        let changed = self.0.changed.borrow().clone();
        changed(what);
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
                Act::Wait(time) => after(time, move || own.tick()),
                Act::Say(number, sentence) => {
                    inner.spoken.borrow().mark(&sentence);
                    self.tell(Changed::Sentence);
                    let ended = move |well| {
                        let mut aloud = own.0.aloud.borrow_mut();
                        let acts = if well { aloud.ended(number, steady()) } else { aloud.failed(number) };
                        drop(aloud);
                        own.do_all(acts);
                    };
                    if !inner.speech.say(&sentence.text, sentence.language, ended) {
                        self.stop();
                    }
                }
            }
        }
        if !self.speaks() {
            clear_highlight();
        }
        self.tell(Changed::Speaking);
    }
}
