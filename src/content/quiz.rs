//! "Check what you understood": a few questions with kind explanations. Never a gate, never kept, no score (rule 16).

use super::Localised;
use super::reader::Reader;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuizQuestion {
    /// Its name for machines.
    pub id: String,
    /// What it asks.
    pub question: Localised,
    /// The answers to choose from.
    pub answers: Vec<QuizAnswer>,
    /// Which text teaches it, as `part/<id>` or `right/<id>`.
    pub teaches: String,
    /// Where the facts come from.
    pub sources: Vec<String>,
}

/// One answer to choose from. Opening it explains; each explanation is whole by itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuizAnswer {
    id: String,
    /// Whether it is the right one.
    pub right: bool,
    /// The answer.
    pub text: Localised,
    /// Why it is right, or what is right instead.
    pub explanation: Localised,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    quiz: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: String,
    sources: Vec<String>,
    teaches: String,
    answers: Vec<NeutralAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralAnswer {
    id: String,
    right: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    question: String,
    answers: BTreeMap<String, AnswerTexts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerTexts {
    text: String,
    explanation: String,
}

impl Reader<'_> {
    /// The questions with their texts.
    pub(super) fn quiz(&mut self) -> Vec<QuizQuestion> {
        let Some(NeutralFile { quiz }) = self.read("quiz.toml") else { return Vec::new() };
        self.check_once("quiz.toml", quiz.iter().map(|one| one.id.as_str()));
        let mut all: Vec<QuizQuestion> = quiz.into_iter().map(question).collect();
        for one in all.iter().filter(|one| one.answers.iter().filter(|answer| answer.right).count() != 1) {
            self.report("quiz.toml", format!("\"{}\" has not exactly one right answer; mark one", one.id));
        }
        let ids: Vec<String> = all.iter().map(|one| one.id.clone()).collect();
        for (reading, mut texts) in self.keyed::<Texts>("quiz", &ids) {
            let file = format!("{}/quiz.toml", reading.texts());
            for one in &mut all {
                let Some(mut texts) = texts.remove(&one.id) else { continue };
                one.question.set(reading.language, reading.level, texts.question);
                for answer in &mut one.answers {
                    match texts.answers.remove(&answer.id) {
                        Some(texts) => {
                            answer.text.set(reading.language, reading.level, texts.text);
                            answer.explanation.set(reading.language, reading.level, texts.explanation);
                        }
                        None => {
                            self.report(&file, format!("\"{}.answers.{}\" is missing", one.id, answer.id))
                        }
                    }
                }
            }
        }
        all
    }
}

fn question(one: Neutral) -> QuizQuestion {
    let answers = one.answers.into_iter();
    QuizQuestion {
        id: one.id,
        teaches: one.teaches,
        sources: one.sources,
        answers: answers
            .map(|one| QuizAnswer { id: one.id, right: one.right, ..QuizAnswer::default() })
            .collect(),
        question: Localised::default(),
    }
}
