//! A letter that exercises a right, filled from the questionnaire and from what was said. The writer adds their name by hand.
//!
//! It is French, whatever the patient reads: it goes to a French organisation, and the CNIL takes complaints in French.

use super::{Behalf, ItemQuestion, Questionnaire, language_word};
use crate::choices::{Answer, Answers, QuestionId, Regime};
use crate::content::{
    Date, Language, LetterFrame, LetterList, LetterTo, Level, Localised, Word, Words, Written, fill,
};
use crate::register::{Channel, Contact, Contacts, SiteKind};

/// What fills letters.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// What stands around every letter.
    pub frame: &'a LetterFrame,
    /// The French words.
    pub words: &'a Words,
    /// The place, if it is known.
    pub place: Option<LetterPlace<'a>>,
    /// For whom one writes; unsaid, for oneself.
    pub behalf: Option<Behalf>,
    /// What was said.
    pub answers: &'a Answers,
    /// The day, where a clock is at hand.
    pub day: Option<Date>,
}

/// The place that a letter is about.
#[derive(Debug, Clone, Copy)]
pub struct LetterPlace<'a> {
    /// Everything that can be said there, with its words.
    pub questionnaire: &'a Questionnaire,
    /// What kind of place it is: that decides who answers for it.
    pub kind: SiteKind,
    /// Whom to write to.
    pub contacts: &'a Contacts,
}

impl Sender<'_> {
    /// The text of a letter: to whom it goes, which answers it lists, how it is written.
    pub fn letter(&self, to: LetterTo, lists: LetterList, written: &Written) -> String {
        let frame = self.frame;
        let dotted_line = frame.blank.as_str();
        let site = self
            .place
            .map_or_else(|| dotted_line.to_owned(), |place| french(&place.questionnaire.site.name.0));
        let (body, enclosed, whose) = match self.behalf.unwrap_or(Behalf::Me) {
            Behalf::Me => (&written.me, &written.enclosed, vec![&frame.born]),
            Behalf::MyChild => {
                (&written.my_child, &written.enclosed_my_child, vec![&frame.child_name, &frame.child_born])
            }
            Behalf::Represented => (
                &written.represented,
                &written.enclosed_represented,
                vec![&frame.adult_name, &frame.adult_born],
            ),
        };
        let by_hand = |label: &String| format!("{label} {dotted_line}");
        let mut sender: Vec<String> = [&frame.name, &frame.address, &frame.reach].map(by_hand).to_vec();
        sender.extend(whose.into_iter().map(by_hand));
        let date = self.day.map_or_else(|| dotted_line.to_owned(), |day| self.words.date(day));
        let list = self.place.map_or_else(
            || format!("{} {dotted_line}", frame.tick),
            |place| self.list(lists, place.questionnaire),
        );
        let mut parts = vec![sender.join("\n"), self.addressee(to, &site)];
        // Time limits run from the day of receipt; the CNIL has none to keep.
        if to != LetterTo::Cnil {
            parts.push(frame.sent.clone());
        }
        let body = if holds(&list, &frame.tick) { body.clone() } else { without_boxes(body, &list) };
        parts.extend([
            fill(&frame.place_and_date, &[("date", &date)]),
            fill(&frame.subject, &[("subject", &written.subject)]),
            fill(body.trim(), &[("site", &site), ("list", &list)]),
            by_hand(&frame.signature),
        ]);
        if !enclosed.is_empty() {
            let enclosed: Vec<String> = enclosed.iter().map(|one| format!("– {one}")).collect();
            parts.push(format!("{}\n{}", frame.enclosed, enclosed.join("\n")));
        }
        parts.join("\n\n") + "\n"
    }

    fn addressee(&self, to: LetterTo, site: &str) -> String {
        let frame = self.frame;
        let contacts = self.place.map(|place| place.contacts);
        let (who, reach) = match to {
            LetterTo::Cnil => return frame.to_cnil.trim().to_owned(),
            LetterTo::Dpo => (&frame.to_dpo, contacts.and_then(|contacts| contacts.dpo.as_ref())),
            LetterTo::Head => (self.head(), contacts.and_then(|contacts| contacts.desk.as_ref())),
        };
        let address = reach.and_then(|reach| reach.address.clone());
        // The house has the address of its desk; whom the head names is not to be reached by the desk's e-mail.
        let email = reach.filter(|_| to == LetterTo::Dpo).and_then(|reach| reach.email.clone());
        let address = address.unwrap_or_else(|| format!("{} {}", frame.no_address, frame.blank));
        // Many an address begins with the name already.
        let name = Some(site.to_owned()).filter(|site| !holds(&address, site));
        let lines = [Some(who.clone()), name, Some(address), email];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// Who answers for the whole place.
    fn head(&self) -> &String {
        match self.place.map(|place| place.kind) {
            None => &self.frame.to_either,
            Some(kind) if kind.is_hospital() => &self.frame.to_head,
            Some(_) => &self.frame.to_professional,
        }
    }

    /// What the letter is about: what the patient objects to or refuses, or else everything there is, to tick by hand. What
    /// another body decides on is left out: this place can do nothing about it.
    fn list(&self, lists: LetterList, questionnaire: &Questionnaire) -> String {
        let regime = match lists {
            LetterList::Nothing => return String::new(),
            LetterList::Objections => Regime::Object,
            LetterList::Agreements => Regime::Agree,
        };
        let here = |question: &&ItemQuestion| question.channel != Some(Channel::Elsewhere);
        let all: Vec<(QuestionId, String)> = questionnaire
            .items
            .iter()
            .filter(|item| item.regime == regime)
            .flat_map(|item| {
                item.questions.iter().filter(here).map(move |question| {
                    let id = QuestionId { item: item.id.clone(), question: question.id.clone() };
                    (id, format!("{} ({})", self.told(&item.title.0), self.told(&question.text.0)))
                })
            })
            .collect();
        let said = |(id, _): &&(QuestionId, String)| self.answers.to(id) == Some(Answer::No);
        let chosen: Vec<String> = all.iter().filter(said).map(|(_, text)| format!("– {text}")).collect();
        if !chosen.is_empty() {
            return chosen.join("\n");
        }
        let tick = &self.frame.tick;
        all.iter().map(|(_, text)| format!("{tick} {text}")).collect::<Vec<_>>().join("\n")
    }

    /// A text in French; one that exists only in another language is said to be in it.
    fn told(&self, text: &Localised) -> String {
        let Some(shown) = text.pick(Language::Fr, Level::Clear) else { return String::new() };
        if shown.language == Language::Fr {
            return shown.text.to_owned();
        }
        let language = self.words.get(language_word(shown.language));
        format!("{} {}", shown.text, self.words.fill(Word::OnlyIn, &[("language", language)]))
    }
}

/// A body whose list has no box to tick: without the paragraph after the list, which says what an empty box means, and without the
/// line of a list in which nothing stands.
fn without_boxes(body: &str, list: &str) -> String {
    let (mut kept, mut place) = (Vec::new(), Place::Before);
    for line in body.split('\n') {
        place = match place {
            Place::List if line.is_empty() => Place::AboutBoxes,
            Place::AboutBoxes if line.is_empty() => Place::After,
            Place::Before if holds(line, "{list}") => Place::List,
            same => same,
        };
        let nothing = list.is_empty() && line == "{list}";
        if place != Place::AboutBoxes && !nothing {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// Where in the body of a letter a line stands.
#[derive(PartialEq)]
enum Place {
    Before,
    List,
    AboutBoxes,
    After,
}

/// Whether a text holds another, letter by letter: the search of the standard library is made for long texts, and is much code.
fn holds(text: &str, other: &str) -> bool {
    (0..=text.len()).any(|at| text.as_bytes()[at..].starts_with(other.as_bytes()))
}

fn french(text: &Localised) -> String {
    text.pick(Language::Fr, Level::Clear).map(|shown| shown.text.to_owned()).unwrap_or_default()
}

/// How to reach someone in writing, the surest way first.
pub(crate) fn in_writing(contact: &Contact) -> Vec<String> {
    [&contact.email, &contact.address, &contact.phone].into_iter().flatten().cloned().collect()
}
