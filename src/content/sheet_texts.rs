//! What a language without pages says on the sheet: the titles of the uses and reuses, and their questions.
//!
//! `content/<language>/sheet.toml`, for every language that is not among [`Language::PAGES`]. Everything else on the sheet
//! is shown in French, and said to be.

use super::reader::Reader;
use super::{Entry, Language, Level, Localised, QuestionTexts, ReuseEntry};
use crate::choices::Id;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetFile {
    uses: BTreeMap<String, ItemFile>,
    reuses: BTreeMap<String, ItemFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    title: String,
    #[serde(default)]
    questions: BTreeMap<String, String>,
}

/// Where the texts of an item go.
struct Place<'a> {
    title: &'a mut Localised,
    /// The questions; `None` if the entry could not be read, which has been told.
    asked: Option<&'a [Id]>,
    questions: &'a mut BTreeMap<String, QuestionTexts<Localised>>,
}

impl Reader<'_> {
    /// Adds these texts to the catalogue and the reuses.
    pub(super) fn sheet_texts(
        &mut self,
        catalogue: &mut BTreeMap<String, Entry>,
        reuses: &mut BTreeMap<String, ReuseEntry>,
    ) {
        for language in Language::ALL.into_iter().filter(|language| !Language::PAGES.contains(language)) {
            let file = format!("{}/sheet.toml", language.code());
            let Some(texts) = self.read::<SheetFile>(&file) else { continue };
            let uses = catalogue.iter_mut().map(|(id, entry)| {
                (
                    id,
                    Place {
                        title: &mut entry.texts.title,
                        asked: entry.regime.map(|_| entry.questions.as_slice()),
                        questions: &mut entry.texts.questions,
                    },
                )
            });
            self.add_sheet_texts(&file, "uses", language, texts.uses, uses);
            let reuses = reuses.iter_mut().map(|(id, entry)| {
                (
                    id,
                    Place {
                        title: &mut entry.texts.title,
                        asked: entry.regime.map(|_| entry.questions.as_slice()),
                        questions: &mut entry.texts.questions,
                    },
                )
            });
            self.add_sheet_texts(&file, "reuses", language, texts.reuses, reuses);
        }
    }

    fn add_sheet_texts<'a>(
        &mut self,
        file: &str,
        kind: &str,
        language: Language,
        mut texts: BTreeMap<String, ItemFile>,
        items: impl Iterator<Item = (&'a String, Place<'a>)>,
    ) {
        for (id, place) in items {
            let Some(mut item) = texts.remove(id) else {
                self.report(file, format!("\"{kind}.{id}\" is missing; write it in this language"));
                continue;
            };
            place.title.set(language, Level::Clear, item.title);
            let Some(asked) = place.asked else { continue };
            for question in asked {
                match item.questions.remove(question.as_str()) {
                    Some(text) => {
                        let all = place.questions.entry(question.to_string()).or_default();
                        all.text.set(language, Level::Clear, text);
                    }
                    None => self.report(
                        file,
                        format!("\"{kind}.{id}.questions.{question}\" is missing; write it in this language"),
                    ),
                }
            }
            for question in item.questions.keys() {
                self.report_reference(
                    file,
                    format!("\"{kind}.{id}.questions.{question}\" is asked nowhere; delete it"),
                );
            }
        }
        for id in texts.keys() {
            self.report_reference(file, format!("\"{kind}.{id}\" is not in the catalogue; delete it"));
        }
    }
}
