//! The desk's page: its words, and the questionnaires of this text and of the former ones.

use super::Trouble;
use super::place::Place;
use super::staff::StaffPage;
use crate::content::DeskWord;
use crate::desk::DeskFile;
use crate::record::Questionnaire;
use std::collections::BTreeSet;

/// Where a place keeps the questionnaires of its text and of its former texts.
pub(in crate::cli) const BLANKS: &str = "reader/blanks.json";

impl Place<'_> {
    /// Writes `reader/`, with the questionnaire of this text first, if it has one.
    pub(super) fn reader(&self, all: Vec<Questionnaire>) -> Result<(), Trouble> {
        let desk_words = &self.notice.desk_words;
        let file = DeskFile { words: desk_words.clone(), sheet: self.notice.sheet_words() };
        // The same for every place with these languages, so it lies where all find it.
        let words = self.site.hashed("reader/desk", "json", file.to_json().as_bytes())?;
        // A text that has not changed is one questionnaire, however often the site was built.
        let mut questionnaires: Vec<Questionnaire> = Vec::new();
        for one in all {
            if questionnaires.iter().all(|known| known.fingerprint != one.fingerprint) {
                questionnaires.push(one);
            }
        }
        self.receiver(&questionnaires)?;
        // Under a name that stays: the next version of the site takes the former texts from here.
        let questionnaires =
            self.site.plain(&self.path(BLANKS), Questionnaire::to_json(&questionnaires).as_bytes())?;
        self.staff_page(&StaffPage {
            name: "reader",
            class: "desk",
            has_staff_style: false,
            title: desk_words.get(DeskWord::Title),
            no_program: desk_words.get(DeskWord::NoProgram),
            stopped: desk_words.get(DeskWord::Stopped),
            pictures: BTreeSet::new(),
            texts: &[("words", words), ("blanks", questionnaires)],
        })
    }
}
