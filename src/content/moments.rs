//! What brings somebody here: the moments of care that patients know. Each entry of the catalogue names its own; a register may add one.

use super::reader::Reader;
use super::{Entry, Localised, Picture, Rule};
use crate::choices::Id;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The most words of a moment's name: it stands on a small tile.
const LONGEST_NAME: usize = 4;

/// One moment of care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its name for machines.
    pub id: Id,
    /// What a patient calls it.
    pub name: Localised,
    /// What shows it.
    pub picture: Picture,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    moments: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: Id,
    picture: String,
}

impl Reader<'_> {
    /// The moments with their names, in the order of the page.
    pub(super) fn moments(&mut self) -> Vec<Moment> {
        let file = "moments.toml";
        let Some(NeutralFile { moments }) = self.read(file) else { return Vec::new() };
        let ids: Vec<String> = moments.iter().map(|one| one.id.to_string()).collect();
        self.check_once(file, ids.iter().map(String::as_str));
        let mut all: Vec<Moment> = Vec::new();
        for one in moments {
            if let Some(picture) = self.picture(file, Some(one.picture)) {
                all.push(Moment { id: one.id, name: Localised::default(), picture });
            }
        }
        for (reading, mut texts) in self.keyed::<String>("moments", &ids) {
            for moment in &mut all {
                let Some(name) = texts.remove(moment.id.as_str()) else { continue };
                let words = name.split_whitespace().count();
                if words > LONGEST_NAME {
                    let message =
                        format!("\"{}\": {words} words; at most {LONGEST_NAME} stand on a tile", moment.id);
                    self.report_as(Rule::Short, &format!("{}/{file}", reading.texts()), message);
                }
                moment.name.set(reading.language, reading.level, name);
            }
        }
        all
    }

    /// The picture of this name; without one, or with a name that nobody knows, it is reported.
    pub(super) fn picture(&mut self, file: &str, name: Option<String>) -> Option<Picture> {
        let Some(name) = name else {
            self.report(file, "\"picture\" is missing; name one of src/content/picture.rs".to_owned());
            return None;
        };
        let picture = Picture::from_code(&name);
        if picture.is_none() {
            let message = format!("there is no picture \"{name}\"; name one of src/content/picture.rs");
            self.report_reference(file, message);
        }
        picture
    }

    /// Every moment that an entry names is one, and every moment has an entry: else it would lead to nothing.
    pub(super) fn check_moments(&mut self, moments: &[Moment], catalogue: &BTreeMap<String, Entry>) {
        for (id, entry) in catalogue {
            for named in entry.moments.iter().filter(|named| moments.iter().all(|one| one.id != **named)) {
                let message = format!("\"{named}\" is not in moments.toml; add it there");
                self.report_reference(&format!("catalogue/{id}.toml"), message);
            }
        }
        for moment in moments {
            if catalogue.values().all(|entry| !entry.moments.contains(&moment.id)) {
                let message = format!("no entry of the catalogue names \"{}\"; delete it", moment.id);
                self.report_reference("moments.toml", message);
            }
        }
    }
}
