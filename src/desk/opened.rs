//! A record that lies open on the desk, and what to be careful about.

use crate::content::Date;
use crate::record::{Blank, Changes, Record};

/// A record, and what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What the patient said.
    pub record: Record,
    /// What to be careful about.
    pub warnings: Vec<Warning>,
    /// What is not as it was, if the record is about a former text of this place.
    pub changes: Option<Changes>,
    /// The day on which it was read back with the patient.
    pub read_back: Option<Date>,
}

/// Something to be careful about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Made with an invented register.
    Example,
    /// Said to another place: its name.
    OtherSite(String),
    /// About a former text: its version.
    Old(String),
    /// Its day has not come yet.
    Future,
    /// It came as a file, which anyone can have changed.
    File,
}

impl Opened {
    /// Opens a record. `here` is what the place says now.
    pub fn new(record: Record, from_file: bool, here: &Blank, today: Option<Date>) -> Opened {
        let here_too = record.site.id == here.site.id;
        let old = record.fingerprint != here.fingerprint;
        let mut warnings = Vec::new();
        if record.example {
            warnings.push(Warning::Example);
        }
        if !here_too {
            warnings.push(Warning::OtherSite(record.site.name.french().to_owned()));
        }
        if here_too && old {
            warnings.push(Warning::Old(record.notice_version.clone()));
        }
        if record.day.zip(today).is_some_and(|(day, today)| today.is_before(day)) {
            warnings.push(Warning::Future);
        }
        if from_file {
            warnings.push(Warning::File);
        }
        let changes = (here_too && old).then(|| Changes::since(&record, here));
        Opened { record, warnings, changes, read_back: None }
    }
}
