//! The words of the page that shows every picture (`pictures/`): French, for staff and for those who carry Éclaire on.

use super::Language;
use super::placeholders::fill;
use super::reader::Reader;
use super::words::words;
use std::collections::BTreeMap;

words! {
    /// The name of one text of the page of pictures.
    PicturesWord {
        Title = "title",
        Lead = "lead",
        Beside = "beside",
        Own = "own",
        Set = "set",
        Turns = "turns",
        OfData = "of_data",
        OfAnswers = "of_answers",
        OfDeciding = "of_deciding",
        Use = "use",
        Reuse = "reuse",
        Moment = "moment",
        Stage = "stage",
        Regime = "regime",
        States = "states",
        StatesLead = "states_lead",
        Marks = "marks",
        RowClosed = "row_closed",
        RowOpen = "row_open",
        Tiles = "tiles",
        AnswersOpen = "answers_open",
        AnswerPicked = "answer_picked",
        NotTold = "not_told",
        Net = "net",
    }
}

/// The words, by key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PicturesWords(BTreeMap<String, String>);

impl PicturesWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: PicturesWord) -> &str {
        self.0.get(word.key()).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, word: PicturesWord, args: &[(&str, &str)]) -> String {
        fill(self.get(word), args)
    }
}

impl Reader<'_> {
    /// The words of the page of pictures.
    pub(super) fn pictures_words(&mut self) -> PicturesWords {
        let file = format!("{}/pictures.toml", Language::Fr.code());
        let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else {
            return PicturesWords::default();
        };
        for word in PicturesWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
            self.report(&file, format!("\"{}\" is missing; write it", word.key()));
        }
        for key in texts.keys().filter(|key| PicturesWord::ALL.iter().all(|word| word.key() != key.as_str()))
        {
            self.report_reference(&file, format!("\"{key}\" is not a word of this page; delete it"));
        }
        PicturesWords(texts)
    }
}
