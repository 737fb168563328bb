//! A record from a file, worded anew. Anyone can have changed a file. So where the hospital still has the text that was read,
//! only the answers are taken from the file, and the words are the hospital's own.

use super::{
    Code, FileProblem, LocalisedJson, Oddity, Questionnaire, Record, RecordItem, RecordQuestion,
    RecordRequest, Wording,
};
use crate::choices::{Answer, Answers, AskedId, QuestionId, Regime};
use crate::content::shortened;
use std::collections::BTreeSet;

impl Record {
    /// What no page writes, whatever its text: something twice, a question where there is nothing to decide, an answer
    /// without its words or words without an answer, a day that is none.
    pub(super) fn validate(&self) -> Result<(), Oddity> {
        if let Some(month) = self.day.filter(|day| day.day.is_none()) {
            return Err(Oddity::NoDay(month));
        }
        once(self.requests.iter().map(|one| one.request.code()))?;
        once(self.items.iter().map(|item| item.id.as_str()))?;
        for item in &self.items {
            let id = &item.id;
            once(item.requests.iter().map(|one| one.request.code()))?;
            once(item.questions.iter().map(|one| one.id.as_str()))?;
            if !item.regime.has_questions() && !item.questions.is_empty() {
                return Err(Oddity::NothingToDecide(id.clone()));
            }
            for question in &item.questions {
                let words = question.said.as_ref().is_some_and(|said| said.versions().next().is_some());
                if question.answer.is_some() != words {
                    return Err(Oddity::HalfAnswered(format!("{id}.{}", question.id)));
                }
            }
        }
        Ok(())
    }

    /// Refuses a record in which the words of an answer are those of another one. `words` are the words of the answers, as
    /// far as they are known; words that nobody knows here say nothing.
    ///
    /// # Errors
    /// [`FileProblem::Broken`].
    pub fn check_words(&self, words: &[(Regime, Answer, LocalisedJson)]) -> Result<(), FileProblem> {
        for (item, question, answer, said) in self.answered() {
            if of_another(words, item.regime, answer, said) {
                return Err(no_fit(item, question, said));
            }
        }
        Ok(())
    }

    /// The same answers in the words of the questionnaire it was made with. What the record says otherwise is seen by comparing the
    /// two ([`Record::differences`]).
    ///
    /// # Errors
    /// [`FileProblem::Broken`] if something was said that this questionnaire does not let anyone say, or in the words of another answer.
    pub fn reworded(&self, questionnaire: &Questionnaire) -> Result<Record, FileProblem> {
        let nowhere = |what: String| FileProblem::Broken(Oddity::NotOffered(what));
        for (item, question, answer, said) in self.answered() {
            let known = questionnaire
                .item(&item.id)
                .filter(|known| known.questions.iter().any(|one| one.id == question.id));
            let regime = known.ok_or_else(|| nowhere(format!("{}.{}", item.id, question.id)))?.regime;
            let right = questionnaire.answer_text(regime, answer);
            let right =
                right.map(|text| Wording::of(text, self.read, self.sheet_language)).unwrap_or_default();
            let as_written = said.versions().any(|(language, text)| right.exactly(language) == Some(text));
            if !as_written || of_another(&questionnaire.answer_words, regime, answer, said) {
                return Err(no_fit(item, question, said));
            }
        }
        let own = self.requests.iter().find(|asked| !questionnaire.requests.contains(&asked.request));
        let offered = |item: &RecordItem, asked: &RecordRequest| {
            questionnaire.item(&item.id).is_some_and(|known| known.requests.contains(&asked.request))
        };
        let of_items =
            self.items.iter().flat_map(|item| item.requests.iter().map(move |asked| (item, asked)));
        let of_items = of_items.filter(|(item, asked)| !offered(item, asked)).map(|(_, asked)| asked).next();
        match own.or(of_items) {
            Some(asked) => Err(nowhere(asked.request.code().to_owned())),
            None => Ok(Record::of(questionnaire, &self.said())),
        }
    }

    /// The titles of what is not the same in the other record; the place's name where it is something in general.
    pub fn differences(&self, other: &Record) -> Vec<Wording> {
        let of = |record: &Record, item: &RecordItem| record.items.iter().any(|one| one == item);
        let named = |record: &Record, item: &RecordItem| record.items.iter().any(|one| one.id == item.id);
        let changed = other.items.iter().filter(|item| !of(self, item));
        let more = self.items.iter().filter(|item| !named(other, item));
        let titles: Vec<Wording> = changed.chain(more).map(|item| item.title.clone()).collect();
        if titles.is_empty() && self != other { vec![other.site.name.clone()] } else { titles }
    }

    /// What was said, without its words.
    fn said(&self) -> Code {
        let mut answers = Answers::default();
        let general = self.requests.iter().map(|asked| (None, asked));
        let of_items =
            self.items.iter().flat_map(|item| item.requests.iter().map(move |asked| (Some(item), asked)));
        for (item, asked) in general.chain(of_items) {
            answers.ask(AskedId { item: item.map(|item| item.id.clone()), request: asked.request }, true);
        }
        for (item, question, answer, _) in self.answered() {
            let id = QuestionId { item: item.id.clone(), question: question.id.clone() };
            answers.answer(id, Some(answer));
        }
        Code {
            fingerprint: self.fingerprint.begin(),
            day: self.day,
            reading: self.read,
            sheet_language: self.sheet_language,
            behalf: self.behalf,
            answers,
        }
    }

    fn answered(&self) -> impl Iterator<Item = (&RecordItem, &RecordQuestion, Answer, &Wording)> {
        let questions = self.items.iter().flat_map(|item| item.questions.iter().map(move |one| (item, one)));
        questions.filter_map(|(item, one)| Some((item, one, one.answer?, one.said.as_ref()?)))
    }
}

/// Whether these are, in some language, the words of another answer.
fn of_another(
    words: &[(Regime, Answer, LocalisedJson)],
    regime: Regime,
    answer: Answer,
    said: &Wording,
) -> bool {
    said.versions().any(|(language, text)| {
        let same = |known: &LocalisedJson| {
            known.0.versions().any(|one| one.language == language && one.text == text)
        };
        let mut whose = words.iter().filter(|(.., known)| same(known)).peekable();
        whose.peek().is_some() && whose.all(|(one, two, _)| (*one, *two) != (regime, answer))
    })
}

fn no_fit(item: &RecordItem, question: &RecordQuestion, said: &Wording) -> FileProblem {
    FileProblem::Broken(Oddity::OtherWords {
        question: format!("{}.{}", item.id, question.id),
        answer: question.answer,
        said: shortened(said.french()),
    })
}

fn once<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), Oddity> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(Oddity::Twice(name.to_owned()));
        }
    }
    Ok(())
}
