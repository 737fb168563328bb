//! Letters that exercise a right: what the page says about each, and the letter itself, which is French because it goes to
//! a French organisation.

use super::reader::Reader;
use super::{Language, Localised};
use crate::choices::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The letters, and what they have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Letters {
    /// What stands around every letter.
    pub frame: LetterFrame,
    /// The letters, in the order of the page.
    pub all: Vec<Letter>,
    /// What they say, in each language but French, for who reads it.
    pub glosses: BTreeMap<Language, Gloss>,
}

/// What the letters say in another language, paragraph by paragraph. It never leaves: a letter is French.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gloss {
    /// What stands around it on the page.
    pub about: GlossWords,
    /// What stands around every letter.
    pub frame: LetterFrame,
    /// What each letter says.
    pub letters: BTreeMap<Id, Written>,
}

/// What stands around a gloss.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossWords {
    /// Its heading.
    pub title: String,
    /// That it is for the reader alone.
    pub hint: String,
    /// What stands in the place of a letter's list.
    pub list: String,
}

/// One letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Its name for machines.
    pub id: Id,
    /// To whom it goes.
    pub to: LetterTo,
    /// Which of the patient's answers it lists.
    pub lists: LetterList,
    /// Only a hospital or a clinic has what it asks for.
    pub hospital_only: bool,
    /// The rights that it exercises, by their ids: each leads to it.
    pub rights: Vec<String>,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// What the page says about it.
    pub texts: LetterTexts<Localised>,
    /// The letter itself.
    pub written: Written,
}

/// To whom a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterTo {
    /// The data protection officer (GDPR 38(4)).
    Dpo,
    /// The head of the hospital or clinic, or whom they name for it; elsewhere the professional (CSP R1111-1, R1112-91).
    Head,
    /// The French data protection authority (GDPR 77).
    Cnil,
}

/// Which of the patient's answers a letter lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LetterList {
    /// None.
    Nothing,
    /// What the patient may object to.
    Objections,
    /// What the patient may agree to, and take back.
    Agreements,
}

/// What the page says about a letter, as one language's file (`T = String`) and as all together (`T = Localised`).
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterTexts<T> {
    /// What one asks for.
    pub title: T,
    /// When the letter is of use.
    pub when: T,
    /// What it says, in the reader's own language.
    pub says: T,
    /// Which law it quotes.
    pub article: T,
    /// How long an answer may take.
    pub delay: T,
    /// What to enclose.
    pub enclose: T,
    /// What if there is no answer, or a no.
    pub after: T,
}

/// The letter itself: for oneself, for a child, for an adult one represents. `{site}` and `{list}` are filled. The paragraph after the
/// list is about its boxes, and leaves only with a list that has some.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// What stands after "Objet".
    pub subject: String,
    /// The body, for oneself.
    pub me: String,
    /// The body, for one's child.
    pub my_child: String,
    /// The body, for an adult one represents.
    pub represented: String,
    /// What to enclose, for oneself.
    pub enclosed: Vec<String>,
    /// What to enclose, for one's child.
    pub enclosed_my_child: Vec<String>,
    /// What to enclose, for an adult one represents.
    pub enclosed_represented: Vec<String>,
}

/// What stands around every letter.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterFrame {
    /// A blank to fill in by hand.
    pub blank: String,
    /// An empty box to tick by hand.
    pub tick: String,
    /// Name of the one who writes.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Telephone or e-mail.
    pub reach: String,
    /// Date of birth of the one who writes.
    pub born: String,
    /// Name of the child.
    pub child_name: String,
    /// Date of birth of the child.
    pub child_born: String,
    /// Name of the adult who is represented.
    pub adult_name: String,
    /// Date of birth of the adult who is represented.
    pub adult_born: String,
    /// Addressee: the data protection officer.
    pub to_dpo: String,
    /// Addressee in a hospital or clinic: its head, or whom they name.
    pub to_head: String,
    /// Addressee in a practice or health centre.
    pub to_professional: String,
    /// Addressee where the place is not known.
    pub to_either: String,
    /// Addressee: the CNIL, with its address.
    pub to_cnil: String,
    /// Where the register names no postal address.
    pub no_address: String,
    /// How it goes, so that the day of receipt can be proven, to tick by hand.
    pub sent: String,
    /// Place and `{date}`.
    pub place_and_date: String,
    /// The line with the `{subject}`.
    pub subject: String,
    /// Where one signs.
    pub signature: String,
    /// Above the list of what is enclosed.
    pub enclosed: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeutralFile {
    letters: Vec<Neutral>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Neutral {
    id: Id,
    to: LetterTo,
    lists: LetterList,
    #[serde(default)]
    hospital_only: bool,
    rights: Vec<String>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
struct WrittenFile {
    frame: LetterFrame,
    #[serde(flatten)]
    letters: BTreeMap<String, Written>,
}

#[derive(Deserialize)]
struct GlossFile {
    gloss: GlossWords,
    frame: LetterFrame,
    #[serde(flatten)]
    letters: BTreeMap<String, Written>,
}

impl Written {
    /// How many things each list encloses.
    fn enclosures(&self) -> [usize; 3] {
        [&self.enclosed, &self.enclosed_my_child, &self.enclosed_represented].map(Vec::len)
    }
}

impl Reader<'_> {
    /// The letters with their texts.
    pub(super) fn letters(&mut self) -> Letters {
        let Some(NeutralFile { letters }) = self.read("letters.toml") else { return Letters::default() };
        self.check_once("letters.toml", letters.iter().map(|one| one.id.as_str()));
        let file = format!("{}/letters.toml", Language::Fr.code());
        let Some(WrittenFile { frame, letters: mut written }) = self.read(&file) else {
            return Letters::default();
        };
        let ids: Vec<String> = letters.iter().map(|one| one.id.to_string()).collect();
        let mut all: Vec<Letter> = Vec::new();
        for Neutral { id, to, lists, hospital_only, rights, sources } in letters {
            let Some(written) = written.remove(id.as_str()) else {
                self.report(&file, format!("\"{id}\" is missing; write the letter"));
                continue;
            };
            let has_list = |text: &String| text.contains("{list}") == (lists != LetterList::Nothing);
            if ![&written.me, &written.my_child, &written.represented].into_iter().all(has_list) {
                let message =
                    format!("\"{id}\": a letter that lists answers has a {{list}}, and no other has");
                self.report(&file, message);
            }
            let texts = LetterTexts::default();
            all.push(Letter { id, to, lists, hospital_only, rights, sources, texts, written });
        }
        for id in written.keys() {
            self.report_reference(
                &file,
                format!("\"{id}\" is not in letters.toml; delete it, or add it there"),
            );
        }
        for (reading, mut texts) in self.keyed::<LetterTexts<String>>("letters", &ids) {
            for letter in &mut all {
                let Some(file) = texts.remove(letter.id.as_str()) else { continue };
                let all = &mut letter.texts;
                for (text, written) in [
                    (&mut all.title, file.title),
                    (&mut all.when, file.when),
                    (&mut all.says, file.says),
                    (&mut all.article, file.article),
                    (&mut all.delay, file.delay),
                    (&mut all.enclose, file.enclose),
                    (&mut all.after, file.after),
                ] {
                    text.set(reading.language, reading.level, written);
                }
            }
        }
        let glosses = Language::ALL.into_iter().filter(|language| *language != Language::Fr);
        let glosses = glosses.filter_map(|language| Some((language, self.gloss(language, &all)?))).collect();
        Letters { frame, all, glosses }
    }

    /// What the letters say in a language. Whether it says as much as the French is another matter: `super::check()`.
    fn gloss(&mut self, language: Language, all: &[Letter]) -> Option<Gloss> {
        let file = format!("{}/letters.toml", language.code());
        let GlossFile { gloss, frame, letters: mut written } = self.read(&file)?;
        let mut letters = BTreeMap::new();
        for Letter { id, written: french, .. } in all {
            let Some(said) = written.remove(id.as_str()) else {
                self.report(&file, format!("\"{id}\" is missing; say what the French letter says"));
                continue;
            };
            if said.enclosures() != french.enclosures() {
                self.report(
                    &file,
                    format!("\"{id}\": the French encloses more or fewer things; list as many"),
                );
            }
            letters.insert(id.clone(), said);
        }
        for id in written.keys() {
            self.report_reference(
                &file,
                format!("\"{id}\" is no French letter; delete it, or write it there"),
            );
        }
        Some(Gloss { about: gloss, frame, letters })
    }
}
