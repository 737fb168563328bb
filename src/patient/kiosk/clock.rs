//! The time of a visit, told by two clocks of the device. The steady one cannot be set, but may stand while the device sleeps; the other
//! goes on then, but anybody can set it. This module must not know the browser: both are passed in, in milliseconds.

/// A clock made of both.
///
/// ```
/// use eclaire::patient::kiosk::Clock;
///
/// let mut clock = Clock::begin(1_000, 1_700_000_000_000);
/// let begun = clock.now(1_000);
/// assert_eq!(clock.ahead(2_000, 1_700_000_001_000), 0, "they go alike");
/// assert_eq!(clock.ahead(3_000, 1_600_000_000_000), 0, "set back: nothing has passed by that");
/// assert_eq!(clock.ahead(4_000, 1_600_000_181_000), 180_000, "it slept for three minutes, or was set");
/// clock.sleep(180_000);
/// assert_eq!(clock.now(4_000) - begun, 183_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// By how much the one that can be set was ahead of the steady one when they were last looked at.
    ahead: i64,
    /// What is added to the steady one.
    slept: u64,
}

impl Clock {
    /// By so much two clocks may differ between two looks without anything having happened, in milliseconds.
    const SLACK: i64 = 5_000;
    /// A visit begins at this time: whatever is counted back from there is a time, too.
    const BEGINS: u64 = 3_600_000;

    /// Begins at what both say.
    pub fn begin(steady: u64, wall: u64) -> Clock {
        Clock { ahead: difference(steady, wall), slept: Clock::BEGINS }
    }

    /// The time, in milliseconds.
    pub fn now(&self, steady: u64) -> u64 {
        steady.wrapping_add(self.slept)
    }

    /// By how much the clock that can be set has gone ahead since the last look: the device has slept, or somebody has set it.
    pub fn ahead(&mut self, steady: u64, wall: u64) -> u64 {
        let before = std::mem::replace(&mut self.ahead, difference(steady, wall));
        let ahead = self.ahead.wrapping_sub(before);
        if ahead > Clock::SLACK { ahead.cast_unsigned() } else { 0 }
    }

    /// The device has slept for so long.
    pub fn sleep(&mut self, time: u64) {
        self.slept = self.slept.wrapping_add(time);
    }
}

fn difference(steady: u64, wall: u64) -> i64 {
    wall.wrapping_sub(steady).cast_signed()
}
