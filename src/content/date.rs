//! Calendar dates as registers write them: `2026-11-22`, or `2026-11` where only the month is known.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::RangeInclusive;

/// A day or a month of the Gregorian calendar. No time zone, and no arithmetic but counting days.
///
/// ```
/// use eclaire::content::Date;
///
/// let day = |text| Date::parse(text).unwrap();
/// assert_eq!(day("2026-11-22").to_string(), "2026-11-22");
/// assert_eq!(Date::parse("2026-02-30"), None);
/// // A month is over when its last day is.
/// assert!(!day("2026-11").is_before(day("2026-11-30")));
/// assert!(day("2026-11").is_before(day("2026-12-01")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    /// Year, 1900 to 2999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, where it is known.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `YYYY-MM-DD` or `YYYY-MM`; `None` for anything else, such as the 30th of February.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = number(parts.next()?, 2)? as u8;
        let day = parts.next().map(|part| number(part, 2)).map_or(Some(None), |day| day.map(Some))?;
        let fits = parts.next().is_none()
            && (1900..3000).contains(&year)
            && (1..=12).contains(&month)
            && day.is_none_or(|day| (1..=days_in(year, month)).contains(&day));
        fits.then_some(Date { year, month, day: day.map(|day| day as u8) })
    }

    /// The day so many days after 1 January 1970; `None` beyond the years a date may have.
    pub fn after_1970(days: u64) -> Option<Date> {
        let mut left = days;
        for year in 1970..3000 {
            for month in 1..=12 {
                let length = u64::from(days_in(year, month));
                if left < length {
                    return Some(Date { year, month, day: Some(left as u8 + 1) });
                }
                left -= length;
            }
        }
        None
    }

    /// The years that are believed of a clock. Before the first there was no Éclaire; of the last every day still goes into a
    /// code. Paper, code and file say the same day, or all say that none is known.
    pub const OF_A_CLOCK: RangeInclusive<u16> = 2026..=2113;

    /// This day if a clock may be right that says it is today; `None` for a clock that starts in 1970 or runs far ahead.
    pub fn if_of_a_clock(self) -> Option<Date> {
        (self.day.is_some() && Date::OF_A_CLOCK.contains(&self.year)).then_some(self)
    }

    /// Whether this day lies before the other. A month counts as its last day: a review planned for it is overdue only then.
    pub fn is_before(self, other: Date) -> bool {
        let last =
            |date: Date| (date.year, date.month, date.day.unwrap_or(days_in(date.year, date.month) as u8));
        last(self) < last(other)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Date, Self::Error> {
        Date::parse(&text).ok_or("expected a date such as 2026-11-22 or 2026-11")
    }
}

fn number(part: &str, digits: usize) -> Option<u16> {
    (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
}

fn days_in(year: u16, month: u8) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
