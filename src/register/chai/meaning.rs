//! What a sentence of a card says, as far as its words show it.
//!
//! A card field is a heap of sentences; a patient field is an answer to one question. A sentence is taken
//! over only if it plainly answers it. The word lists are short on purpose: a sentence that they do not know
//! goes to a person, in the report, and that is the safe side. This module must not know where sentences come
//! from or go to.

use super::passage::Passage;
use super::sentence::{adds, has, person_acts, software_acts};

/// What a sentence has to say to answer a patient's question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// What it is: the opening sentence of a description.
    Opening,
    /// The software, or a part of it, does something.
    SoftwareActs,
    /// A person does something, or answers for it.
    PersonActs,
    /// Data that go into the software: under the label "Input" or "Inclusion criteria".
    Input,
    /// Data that it works with, and not data that it was trained or tested on.
    DataAtWork,
    /// Data that it was trained or tested on.
    Made,
    /// Patients had a part in making it.
    PatientsTookPart,
    /// Something that it does not do or is not for.
    Limit,
    /// Someone for whom it works less well.
    LessSure,
}

const LIMITS: &str = "\
    avoid cannot contraindicated error errors except excluded fail fails inaccurate limited misinterpret \
    miss misses never no not only outside unable unsuitable without";
const LESS: &str = "\
    decreased less limited lower poorer reduced under-represented underperforms underrepresented variation \
    varies vary weaker worse";
const PATIENTS: &str = "patient patients";
const UNTESTED: &str = "evaluated studied tested validated";
const NEGATIONS: &str = "never no not without";

impl Meaning {
    /// In the words of the report: "no sentence in it says …".
    pub(super) fn wanted(self) -> &'static str {
        match self {
            Meaning::Opening => "what it is",
            Meaning::SoftwareActs => "what the software does",
            Meaning::PersonActs => "what a person does",
            Meaning::Input | Meaning::DataAtWork => "which of the patient's data it uses",
            Meaning::Made => "how it was made and with which data",
            Meaning::PatientsTookPart => "how patients took part",
            Meaning::Limit => "what it cannot do",
            Meaning::LessSure => "for whom it is less sure",
        }
    }

    /// Which sentences say it. `product` is the product's name, which often is the subject of what it does.
    pub(super) fn found_in(self, passage: &Passage, product: &str) -> Vec<usize> {
        let mut labelled = false;
        let mut says = |(index, sentence): (usize, &String)| {
            labelled = input_goes_on(sentence, labelled);
            let meant = match self {
                Meaning::Opening => index == 0,
                Meaning::SoftwareActs => software_acts(sentence, product),
                Meaning::PersonActs => person_acts(sentence, product),
                Meaning::Input => labelled,
                Meaning::DataAtWork => !about_training(sentence),
                Meaning::Made => about_training(sentence),
                Meaning::PatientsTookPart => has(sentence, PATIENTS) && !has(sentence, NEGATIONS),
                Meaning::Limit => has(sentence, LIMITS) && !person_acts(sentence, product),
                Meaning::LessSure => less_sure(sentence),
            };
            (meant && fit_for_patients(sentence)).then_some(index)
        };
        let mut found: Vec<usize> = Vec::new();
        for index in passage.sentences().iter().enumerate().filter_map(&mut says) {
            // What adds to a sentence that is not taken is not the answer.
            let follows = index.checked_sub(1).is_some_and(|before| found.contains(&before));
            if follows || !adds(&passage.sentences()[index]) {
                found.push(index);
            }
        }
        found
    }
}

/// "Please refer to the user guide" is for other readers; a percentage is never told to patients as it is
/// (rule 10).
fn fit_for_patients(sentence: &str) -> bool {
    !sentence.contains('%') && !["Please ", "See ", "Refer "].iter().any(|start| sentence.starts_with(start))
}

fn input_goes_on(sentence: &str, before: bool) -> bool {
    let start = sentence.to_lowercase();
    let begins = |labels: &[&str]| labels.iter().any(|label| start.starts_with(label));
    begins(&["input", "inclusion criteria"]) || (before && !begins(&["output", "exclusion"]))
}

fn about_training(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    ["train", "tuned", "validat", "developed", "tested", "data set", "dataset"]
        .iter()
        .any(|w| sentence.contains(w))
}

fn less_sure(sentence: &str) -> bool {
    let negated = has(sentence, NEGATIONS);
    // "was not tested in children" says it, "does not vary with age" says the contrary.
    if negated { has(sentence, UNTESTED) } else { has(sentence, LESS) }
}
