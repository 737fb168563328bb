//! Everything on the table of the practice's page: its place, what was chosen, what is looked for.

use super::{Choice, ChoiceEvent, Place, PlaceUse, Unread};
use crate::content::{Date, Language, Titles, fold};
use std::collections::BTreeMap;

/// What lies on the table.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The place beside whose page this one lies.
    own: Place,
    /// The place whose page is handed out.
    pub place: Place,
    /// What was chosen for the patient who is there.
    pub choice: Choice,
    /// What is looked for among the uses.
    pub search: String,
    /// Where the register comes from.
    pub origin: Origin,
    /// Why a file could not be read as a register.
    pub unread: Option<Unread>,
    /// What this device keeps.
    pub on_device: OnDevice,
    /// The day, as the line for the file says it. A page may stay open for days.
    pub today: Option<Date>,
    /// What became of the last text that was to be copied. Gone as soon as the texts may say something else.
    pub copied: Option<Copied>,
}

/// Where the register comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is the one with which the page was built.
    Own,
    /// From a file: its text. It is forgotten with the page.
    Opened(String),
    /// From a file, and kept on this device because someone asked for it.
    Kept,
    /// From a file; the device refuses to keep it.
    Refused(String),
}

/// What this device keeps of registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDevice {
    /// Nothing.
    Nothing,
    /// A register; it need not be the one in use.
    Register,
    /// Something that can no longer be read as a register. It can still be forgotten.
    Unreadable,
}

/// What became of a text that was to be copied, or of the slip that was to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// It is copied.
    Whole,
    /// The browser does not let the page copy: it is selected.
    Selected,
    /// Nothing shows that the browser prints.
    NotPrinted,
}

/// What can happen on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Something was chosen for the patient.
    ChoiceEvent(ChoiceEvent),
    /// Something is looked for.
    Search(String),
    /// A text was found on this device: a register that was kept.
    Found(String),
    /// A register was opened: its bytes, of which one more than [`crate::content::LARGEST_FILE`] is enough.
    Opened(Vec<u8>),
    /// The register was kept on this device, or the device refused.
    Kept(bool),
    /// What was kept is forgotten.
    Forgotten,
    /// It is this day.
    Day(Option<Date>),
    /// A text was copied, or selected.
    Copied(Copied),
}

impl State {
    /// An empty table.
    pub fn begin(place: Place) -> State {
        let choice = Choice::begin(&place);
        State {
            own: place.clone(),
            place,
            choice,
            search: String::new(),
            origin: Origin::Own,
            unread: None,
            on_device: OnDevice::Nothing,
            today: None,
            copied: None,
        }
    }

    /// Lets something happen. `titles` are those of the catalogue.
    pub fn apply(&mut self, event: Event, titles: &BTreeMap<String, Titles>) {
        match event {
            Event::ChoiceEvent(chosen) => {
                if matches!(chosen, ChoiceEvent::Use(..) | ChoiceEvent::Next) {
                    self.search.clear();
                }
                self.choice.apply(chosen, &self.place);
                self.copied = None;
            }
            Event::Search(text) => self.search = text,
            Event::Found(text) => match Place::opened(&text, titles) {
                Ok(place) => {
                    self.on_device = OnDevice::Register;
                    self.lay(place, Origin::Kept);
                }
                Err(_) => self.on_device = OnDevice::Unreadable,
            },
            Event::Opened(bytes) => match Place::read_file(&bytes, titles) {
                Ok((text, place)) => self.lay(place, Origin::Opened(text)),
                Err(why) => self.unread = Some(why),
            },
            Event::Kept(kept) => {
                self.origin = match (std::mem::replace(&mut self.origin, Origin::Own), kept) {
                    (Origin::Opened(_) | Origin::Refused(_), true) => {
                        self.on_device = OnDevice::Register;
                        Origin::Kept
                    }
                    (Origin::Opened(text) | Origin::Refused(text), false) => Origin::Refused(text),
                    (other, _) => other,
                };
            }
            Event::Forgotten => {
                self.on_device = OnDevice::Nothing;
                if self.origin == Origin::Kept {
                    self.lay(self.own.clone(), Origin::Own);
                }
            }
            Event::Day(today) => {
                if self.today != today {
                    self.copied = None;
                }
                self.today = today;
            }
            Event::Copied(copied) => self.copied = Some(copied),
        }
    }

    /// Another register on the table: nothing that was chosen stays.
    fn lay(&mut self, place: Place, origin: Origin) {
        *self = State {
            own: self.own.clone(),
            origin,
            on_device: self.on_device,
            today: self.today,
            ..State::begin(place)
        };
    }

    /// Whether a use fits what is looked for: every word of it, in any order, whatever its accents and capitals.
    pub fn finds(&self, one: &PlaceUse) -> bool {
        let about = one.about.as_ref().map_or("", |about| Place::text(about, Language::Fr));
        let text = fold(&[Place::text(&one.title, Language::Fr), one.id.as_str(), about].join(" "));
        fold(&self.search).split_whitespace().all(|word| text.contains(word))
    }
}
