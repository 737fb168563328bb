//! A hand that trembles presses twice. The second press within 400 ms counts as none (rule 49), so that nobody erases the
//! next patient's choice of language, or skips a screen.

/// The last press of a control that leads away from what is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Presses {
    last: Option<u64>,
}

impl Presses {
    /// How long after a press another one counts as its echo, in milliseconds.
    pub const ECHO: u64 = 400;

    /// Whether a press at this time (in milliseconds) counts.
    pub fn counts(&mut self, now: u64) -> bool {
        // A clock that was set back must not make the kiosk deaf.
        let echo = self.last.is_some_and(|last| last <= now && now - last < Presses::ECHO);
        if !echo {
            self.last = Some(now);
        }
        !echo
    }
}
