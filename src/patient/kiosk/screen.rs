//! The screens of a kiosk: how one wants to read, then the five sections one after the other. Two more are reached by
//! links: hard words, and whom to ask.

/// One screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// How one wants to read, before any text (EN 301 549, 5.1.3).
    #[default]
    Welcome,
    /// The essentials.
    Start,
    /// "AI in my care".
    Care,
    /// "My data and my rights".
    Rights,
    /// "What I want".
    Wishes,
    /// "My sheet".
    Sheet,
    /// "Hard words".
    Glossary,
    /// Whom to ask, and who wrote this.
    Contacts,
}

impl Screen {
    /// Every screen.
    pub const ALL: [Screen; 8] = [
        Screen::Welcome,
        Screen::Start,
        Screen::Care,
        Screen::Rights,
        Screen::Wishes,
        Screen::Sheet,
        Screen::Glossary,
        Screen::Contacts,
    ];

    /// The way through, from the first to the last.
    pub const WAY: [Screen; 5] = [Screen::Start, Screen::Care, Screen::Rights, Screen::Wishes, Screen::Sheet];

    /// Its name: the id of the section that it shows.
    pub fn code(self) -> &'static str {
        match self {
            Screen::Welcome => "welcome",
            Screen::Start => "start",
            Screen::Care => "care",
            Screen::Rights => "rights",
            Screen::Wishes => "wishes",
            Screen::Sheet => "sheet",
            Screen::Glossary => "glossary",
            Screen::Contacts => "contacts",
        }
    }

    /// The screen with this name.
    pub fn from_code(code: &str) -> Option<Screen> {
        Screen::ALL.into_iter().find(|screen| screen.code() == code)
    }

    /// Which step of the way it is, from 1.
    pub fn step(self) -> Option<usize> {
        Screen::WAY.iter().position(|screen| *screen == self).map(|at| at + 1)
    }

    /// Whether one gets there without a link: the first screen and the steps.
    pub fn is_on_the_way(self) -> bool {
        self == Screen::Welcome || self.step().is_some()
    }

    /// The next step; `None` after the last one, and for a screen that is no step.
    pub fn next(self) -> Option<Screen> {
        match self {
            Screen::Welcome => Some(Screen::Start),
            other => Screen::WAY.get(other.step()?).copied(),
        }
    }

    /// The step before. For a screen that is no step, the first step.
    pub fn before(self) -> Option<Screen> {
        match self {
            Screen::Welcome => None,
            Screen::Start => Some(Screen::Welcome),
            other => Some(other.step().map_or(Screen::Start, |step| Screen::WAY[step - 2])),
        }
    }
}
