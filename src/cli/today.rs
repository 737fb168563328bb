//! Now; and today, where it is latest on Earth: this program knows no time zone, and a day that has begun anywhere may be today's.

use crate::content::Date;
use crate::record::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// The latest day that has begun; `None` if this machine has no sensible clock.
pub(super) fn today() -> Option<Date> {
    // The Line Islands are fourteen hours ahead of Greenwich.
    let hours = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs() / 3600 + 14;
    Date::after_1970(hours / 24)?.if_of_a_clock()
}

/// This moment; `None` if this machine has no sensible clock.
pub(super) fn now() -> Option<Moment> {
    Moment::after_1970(SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs())
}
