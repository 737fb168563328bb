//! A moment, to the second, in universal time: when something was handed over. This module reads no clock.

use crate::content::Date;
use std::fmt;

/// A moment that a clock may tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    day: Date,
    second: u32,
}

impl Moment {
    /// So many seconds after the beginning of 1970, in universal time; `None` if the clock that says so cannot be right.
    pub fn after_1970(seconds: u64) -> Option<Moment> {
        let day = Date::after_1970(seconds / 86_400)?.if_of_a_clock()?;
        Some(Moment { day, second: (seconds % 86_400) as u32 })
    }

    /// A moment as it is written: `2026-11-28T21:35:00Z`.
    pub fn parse(text: &str) -> Option<Moment> {
        let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
        let day = Date::parse(day)?.if_of_a_clock()?;
        let mut parts = time.split(':').map(|part| part.parse::<u32>().ok());
        let [hour, minute, second] = [parts.next()??, parts.next()??, parts.next()??];
        let moment = Moment { day, second: hour.checked_mul(3600)? + minute.checked_mul(60)? + second };
        // What is written in another way, or is no time of a day, would be written differently.
        (moment.second < 86_400 && moment.to_string() == text).then_some(moment)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Moment { day, second } = self;
        write!(f, "{day}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}
