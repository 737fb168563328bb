//! What was chosen for one patient, and what can happen while choosing.

use super::Place;
use crate::choices::Id;
use crate::content::{Language, Level, Reading};

/// What was chosen for one patient.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What was used in the visit, in the order of the register.
    pub uses: Vec<Id>,
    /// The patient's language.
    pub language: Language,
    /// The level at which the page opens.
    pub level: Level,
    /// The link leaves the uses out; the line for the file still names them.
    pub leaves_out: bool,
    /// What was printed or copied.
    pub handed: Vec<Handed>,
}

/// Something that was prepared for the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handed {
    /// The slip was printed.
    Slip,
    /// The link was copied.
    Link,
    /// The message was copied.
    Message,
}

/// What can happen while choosing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceEvent {
    /// A use is ticked, or no longer.
    Use(Id, bool),
    /// The patient reads this language.
    Language(Language),
    /// The patient reads at this level.
    Level(Level),
    /// The link leaves the uses out, or no longer.
    LeaveOut(bool),
    /// Something was prepared.
    Handed(Handed),
    /// The next patient comes.
    Next,
}

impl Choice {
    /// Nothing chosen yet.
    pub fn begin(place: &Place) -> Choice {
        Choice {
            uses: Vec::new(),
            language: place.languages.first().copied().unwrap_or(Language::Fr),
            level: Level::Clear,
            leaves_out: false,
            handed: Vec::new(),
        }
    }

    /// How the page opens: at the level that was chosen, if its language is written at it.
    pub fn reading(&self) -> Reading {
        Reading { language: self.language, level: self.level }.that_exists()
    }

    /// Lets something happen. What was handed out before something else was chosen was something else.
    pub fn apply(&mut self, chosen: ChoiceEvent, place: &Place) {
        match chosen {
            ChoiceEvent::Handed(what) => {
                self.handed.push(what);
                self.handed.sort();
                self.handed.dedup();
                return;
            }
            ChoiceEvent::Use(id, used) => {
                let has = |one: &Id| if *one == id { used } else { self.uses.contains(one) };
                self.uses = place.uses.iter().map(|one| &one.id).filter(|one| has(one)).cloned().collect();
            }
            ChoiceEvent::Language(language) => self.language = language,
            ChoiceEvent::Level(level) => self.level = level,
            ChoiceEvent::LeaveOut(leaves_out) => self.leaves_out = leaves_out,
            ChoiceEvent::Next => *self = Choice::begin(place),
        }
        self.handed.clear();
    }
}
