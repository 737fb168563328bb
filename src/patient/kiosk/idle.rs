//! Nobody there any more? After a while without a touch the kiosk asks, and if nobody answers it erases (rule 35,
//! WCAG 2.2.1).
//!
//! The time is passed in, in milliseconds. It goes on while a tablet sleeps, so that the person who wakes it does not find what
//! somebody else has said. It stops while the text is read aloud and while the print dialog is open.

/// How long the screen may stay untouched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// From the last touch to the question, in milliseconds.
    after: u64,
}

impl Policy {
    /// How long the question stands, in milliseconds: more than the 20 seconds that WCAG 2.2.1 wants.
    pub const WARNING: u64 = 30_000;
    /// What staff may choose, in seconds.
    pub const SECONDS: std::ops::RangeInclusive<u32> = 60..=600;
    /// What it is if they have chosen nothing, in seconds.
    pub const DEFAULT: u32 = 90;

    /// The policy for so many seconds. A number outside [`Policy::SECONDS`] becomes the nearest one inside.
    pub fn after(seconds: u32) -> Policy {
        let seconds = seconds.clamp(*Policy::SECONDS.start(), *Policy::SECONDS.end());
        Policy { after: u64::from(seconds) * 1000 }
    }
}

/// How quiet it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quiet {
    /// Nobody has begun, or somebody is there.
    No,
    /// The question stands; so many seconds are left.
    Asking(u64),
    /// Nobody has answered: erase.
    Gone,
}

/// The idle clock of one visit.
///
/// ```
/// use eclaire::patient::kiosk::{Idle, Policy, Quiet};
///
/// let second = 1000;
/// let mut idle = Idle::new(Policy::after(90));
/// assert_eq!(idle.look(500 * second), Quiet::No, "nobody has begun");
/// idle.touch(500 * second);
/// assert_eq!(idle.look(589 * second), Quiet::No);
/// assert_eq!(idle.look(590 * second), Quiet::Asking(30));
/// idle.stay(600 * second);
/// assert_eq!(idle.look(689 * second), Quiet::No);
/// assert_eq!(idle.look(721 * second), Quiet::Gone);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle {
    policy: Policy,
    /// When the screen was last touched; `None` before the first touch.
    last: Option<u64>,
    /// Since when the clock is stopped; `None` while it runs.
    still: Option<u64>,
    asking: bool,
}

impl Idle {
    /// The longest that the clock is stopped, in milliseconds: a print dialog that nobody answers must not keep a visit open for
    /// ever.
    pub const LONGEST_STILL: u64 = 600_000;

    /// A clock that has not begun: nobody has touched the screen.
    pub fn new(policy: Policy) -> Idle {
        Idle { policy, last: None, still: None, asking: false }
    }

    /// Somebody touches the screen. Once the question stands, only an answer to it counts.
    pub fn touch(&mut self, now: u64) {
        if !self.asking {
            self.last = Some(now);
        }
    }

    /// "I am still here." As often as anyone likes.
    pub fn stay(&mut self, now: u64) {
        self.asking = false;
        self.last = Some(now);
    }

    /// Stops the clock. Idempotent: a second call does not restart [`Idle::LONGEST_STILL`].
    pub fn stand_still(&mut self, now: u64) {
        self.still.get_or_insert(now);
    }

    /// Starts the clock again, as if the screen had just been touched.
    pub fn go_on(&mut self, now: u64) {
        if self.still.take().is_some() {
            self.touch(now);
        }
    }

    /// A clock has gone ahead by so much while somebody could see the screen: it was set, or the device has slept, and nobody can tell which. So
    /// nothing is erased unasked; the question comes, in its full length.
    pub fn doubt(&mut self, now: u64, ahead: u64) {
        let Some(last) = self.last.filter(|_| ahead > 0 && !self.asking) else { return };
        if now + ahead >= last + self.policy.after {
            self.last = Some(last.min(now.saturating_sub(self.policy.after)));
        }
    }

    /// The visit has ended.
    pub fn end(&mut self) {
        *self = Idle::new(self.policy);
    }

    /// How quiet it is now.
    pub fn look(&mut self, now: u64) -> Quiet {
        let Some(mut last) = self.last else { return Quiet::No };
        if let Some(since) = self.still.filter(|_| !self.asking) {
            // As if the screen were touched all the while.
            last = last.max(since + Idle::LONGEST_STILL);
        }
        // A stop counts as a touch at its end, which may lie ahead.
        last = last.min(now);
        self.last = Some(last);
        let quiet = now - last;
        if quiet < self.policy.after {
            return Quiet::No;
        }
        self.asking = true;
        match (self.policy.after + Policy::WARNING).checked_sub(quiet) {
            None | Some(0) => Quiet::Gone,
            Some(left) => Quiet::Asking(left.div_ceil(1000)),
        }
    }
}
