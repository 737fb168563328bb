//! The practice's page: its words, and the place whose page it hands out.

use super::Trouble;
use super::place::Place;
use super::staff::StaffPage;
use crate::content::PracticeWord;
use crate::practice;
use crate::practice::PracticeFile;
use serde::Serialize;
use std::collections::BTreeSet;

impl Place<'_> {
    /// Writes `practice/`, if there is a register.
    pub(super) fn practice(&self) -> Result<(), Trouble> {
        let Some(place) = practice::Place::of(self.notice) else { return Ok(()) };
        let words = &self.notice.practice_words;
        let file = PracticeFile {
            words: words.clone(),
            handout: self.notice.handout_words.clone(),
            slip: self.notice.slip_words.clone(),
            titles: self.notice.titles.clone(),
        };
        // The same for every place with these languages, so it lies where all find it.
        let file = self.site.hashed("practice/words", "json", json(&file).as_bytes())?;
        let place = self.site.hashed(&self.path("practice/place"), "json", json(&place).as_bytes())?;
        self.staff_page(&StaffPage {
            name: "practice",
            class: "practice",
            has_staff_style: true,
            title: words.get(PracticeWord::Title),
            no_program: words.get(PracticeWord::NoProgram),
            stopped: words.get(PracticeWord::Stopped),
            pictures: BTreeSet::new(),
            texts: &[("words", file), ("place", place)],
        })
    }
}

fn json(file: &impl Serialize) -> String {
    // Plain data with text keys: writing it cannot fail.
    #[allow(clippy::unwrap_used)]
    serde_json::to_string(file).unwrap()
}
