//! The words for those who build the software that takes the desk's files (`fhir/`): French, because the place is in France.

use super::Language;
use super::placeholders::fill;
use super::reader::Reader;
use super::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// The name of one text for integrators.
    ReceiverWord {
        Title = "title",
        Lead = "lead",
        NotMedical = "not_medical",
        FilesTitle = "files_title",
        WhyTitle = "why_title",
        WhyNoConsent = "why_none",
        WhyPurpose = "why_purpose",
        WhyRules = "why_rules",
        FillTitle = "fill_title",
        FillHow = "fill_how",
        FillMore = "fill_more",
        LoadTitle = "load_title",
        LoadCollection = "load_collection",
        LoadTransaction = "load_transaction",
        LoadNumbers = "load_numbers",
        LoadTwice = "load_twice",
        StandingTitle = "standing_title",
        StandingProposed = "standing_proposed",
        StandingRead = "standing_read",
        CodesTitle = "codes_title",
        CodesWhere = "codes_where",
        NoAddress = "no_address",
        Answers = "answers",
        Requests = "requests",
        Choices = "choices",
        Texts = "texts",
        OneText = "one_text",
        Examples = "examples",
        MeansAgreed = "means_agreed",
        MeansRefused = "means_refused",
        MeansObjected = "means_objected",
        MeansNotObjected = "means_not_objected",
        MeansTalkFirst = "means_talk_first",
        NotSigned = "not_signed",
    }
}

/// The words, by key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReceiverWords(BTreeMap<String, String>);

impl ReceiverWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: ReceiverWord) -> &str {
        self.0.get(word.key()).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, word: ReceiverWord, args: &[(&str, &str)]) -> String {
        fill(self.get(word), args)
    }
}

impl Reader<'_> {
    /// The words for integrators.
    pub(super) fn receiver_words(&mut self) -> ReceiverWords {
        let file = format!("{}/receiver.toml", Language::Fr.code());
        let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else {
            return ReceiverWords::default();
        };
        for word in ReceiverWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
            self.report(&file, format!("\"{}\" is missing; write it", word.key()));
        }
        for key in texts.keys().filter(|key| ReceiverWord::ALL.iter().all(|word| word.key() != key.as_str()))
        {
            self.report_reference(&file, format!("\"{key}\" is not a word of this page; delete it"));
        }
        ReceiverWords(texts)
    }
}
