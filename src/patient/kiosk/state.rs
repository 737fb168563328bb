//! A visit at a kiosk: the screen that is shown, how the patient wants to see and hear it, and what every visit ends with.
//!
//! What is said there is an ordinary visit; this is what a tablet needs beside it. It changes only through [`Event`]s, and
//! begins anew as [`Kiosk::default`]: whatever a patient can change here is a field, so that nothing survives by being
//! forgotten. It must not know the browser.

use super::{Contrast, Screen, TextSize};

/// Where one patient is, and how they see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kiosk {
    /// The screen that is shown.
    pub screen: Screen,
    /// The screen from which a link led here; "back" leads there again.
    pub from: Option<Screen>,
    /// How large the letters are.
    pub size: TextSize,
    /// How strong the colours are.
    pub contrast: Contrast,
    /// Whether the patient wants the text read aloud. Never without having asked for it (rule 52).
    pub aloud: bool,
    /// Whether the patient has hidden the screen from those beside them.
    pub covered: bool,
    /// Whether somebody has touched anything.
    pub begun: bool,
    /// Whether somebody has gone on from the first screen: from then on there may be something to lose.
    pub entered: bool,
}

/// What can happen at a kiosk that is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Somebody touches the screen.
    Touch,
    /// To the next screen.
    Next,
    /// To the screen before, or to where a link had led away from.
    Back,
    /// To a screen, from the table of contents.
    Go(Screen),
    /// To a screen, by a link in a text.
    Follow(Screen),
    /// Letters of another size.
    Size(TextSize),
    /// Stronger or weaker colours.
    Contrast(Contrast),
    /// Have the text read aloud, or no longer.
    Aloud(bool),
    /// Hide the screen, or show it again.
    Cover(bool),
    /// The visit has ended.
    Erase,
}

impl Kiosk {
    /// Lets something happen.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::Touch => self.begun = true,
            Event::Next => self.go(self.next().unwrap_or(self.screen)),
            Event::Back => self.go(self.from.or(self.screen.before()).unwrap_or(self.screen)),
            Event::Go(screen) | Event::Follow(screen) if screen == self.screen => {}
            Event::Go(screen) if screen.step().is_some() => self.go(screen),
            // From a screen that is no step, "back" leads to the step one came from. So does "continue" on the first screen.
            Event::Go(screen) | Event::Follow(screen) => {
                let from = if self.screen.is_on_the_way() { Some(self.screen) } else { self.from };
                (self.from, self.screen) = (from, screen);
                self.entered = true;
            }
            Event::Size(size) => self.size = size,
            Event::Contrast(contrast) => self.contrast = contrast,
            Event::Aloud(aloud) => self.aloud = aloud,
            Event::Cover(covered) => self.covered = covered,
            Event::Erase => *self = Kiosk::default(),
        }
    }

    /// Where "continue" leads from here.
    pub fn next(&self) -> Option<Screen> {
        match self.screen {
            Screen::Welcome => self.from.or(self.screen.next()),
            other => other.next(),
        }
    }

    fn go(&mut self, screen: Screen) {
        (self.screen, self.from) = (screen, None);
        self.entered |= screen != Screen::Welcome;
    }
}
