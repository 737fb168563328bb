//! A hand that trembles presses twice. A second press within 400 ms is ignored (rule 49), so that nobody erases the next
//! patient's choice of language, or skips a screen. A control that has just appeared is deaf for a second: the finger that
//! meets it was on its way to something else.

/// Decides which presses count, for controls that lead away from what is shown.
///
/// ```
/// use eclaire::patient::kiosk::Presses;
///
/// let mut presses = Presses::default();
/// assert!(presses.counts(10_000));
/// assert!(!presses.counts(10_300), "the echo of a trembling hand");
/// assert!(presses.counts(10_500));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Presses {
    /// No press counts before this time, in milliseconds.
    deaf_until: u64,
}

impl Presses {
    /// How long after a press another one counts as its echo, in milliseconds.
    pub const ECHO: u64 = 400;
    /// How long it takes to see that something else has come up, in milliseconds.
    pub const SURPRISE: u64 = 1000;

    /// Whether a press at this time (in milliseconds) counts.
    pub fn counts(&mut self, now: u64) -> bool {
        // A clock that was set back must not make the kiosk deaf.
        let deaf = now < self.deaf_until && self.deaf_until - now <= Presses::SURPRISE;
        if !deaf {
            self.deaf_until = now + Presses::ECHO;
        }
        !deaf
    }

    /// Something has come up that nobody pressed for, or another control in the place of one that was pressed.
    pub fn surprise(&mut self, now: u64) {
        self.deaf_until = now + Presses::SURPRISE;
    }
}
