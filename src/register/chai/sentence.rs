//! Who does what in an English sentence, as far as a few word lists can tell.
//!
//! Not a grammar: subject, perhaps an adverb, verb. What does not plainly follow that order is not
//! recognised. This module must not know what is done with the answer.

/// People who use software in care, or answer for it.
const PEOPLE: &str = "\
    cardiologist clinician dermatologist doctor expert neurologist nurse operator pathologist pharmacist \
    physician practitioner professional provider radiologist reader specialist staff surgeon team \
    technician technologist therapist user";
/// What they do. Being shown, told or sent something is not in the list.
const PERSON_DEEDS: &str = "\
    accept access adjust analyse analyze approve assess check choose compare confirm consult correct decide \
    determine discuss edit enter evaluate examine explain interpret investigate judge keep make monitor \
    open order prioritise prioritize read record reject remain review select sign supervise treat use \
    validate verify view";
/// How texts call the software. Not the part of it that one sees: that a feed displays cases says nothing of what is done.
const SOFTWARE: &str = "\
    ai algorithm app application assistant chatbot device engine it llm model module network package platform \
    product program service slm software solution system tool";
/// What software does.
const SOFTWARE_DEEDS: &str = "\
    alert analyse analyze approve authorise authorize calculate check classify colour communicate compare \
    compute convert count create decide deny detect display draft draw estimate extract find flag generate grant \
    highlight identify label listen mark measure monitor notify outline output predict present prioritise \
    prioritize process produce propose provide rank read recommend record refuse reject report return score search \
    segment send show sort suggest summarise summarize transcribe translate use write";
/// What a list of outputs says where the software decides about somebody.
const DECISIONS: &str =
    "approve approved approves denied denies deny refuse refused refuses reject rejected rejects";
/// How a sentence begins that adds to the one before it.
const ADDS: &str = "additionally also besides finally furthermore however likewise moreover similarly";
/// How a software's purpose is put.
const MEANT: &str = "designed indicated intended made meant";
/// After these a person is no subject any more.
const TURNS: &str = "are be by for from is of that to which with";
const MODALS: &str = "must should can may will shall";
const ADVERBS: &str = "then also always still first only alone";

/// A person is the subject, and the verb is one of doing. "The user is presented with a list" does not count.
pub(super) fn person_acts(sentence: &str, product: &str) -> bool {
    let words = words(sentence);
    // After a preposition or a verb of being, and after the software ("the software helps radiologists
    // read"), a person is not the subject any more.
    let turns = |word: &Word| among(TURNS, &word.text) || is_software(word, product);
    let before = words.iter().position(turns).unwrap_or(words.len());
    (0..before).filter(|at| is_one_of(&words[*at], PEOPLE) && !words[*at].pause).any(|at| {
        let verb = verb_after(&words, at);
        let responsible =
            matches!(verb, [be, how, ..] if (be.is("is") || be.is("are")) && how.is("responsible"));
        responsible || verb.first().is_some_and(|word| does(word, PERSON_DEEDS))
    })
}

/// Whether a sentence only adds to the one before it.
pub(super) fn adds(sentence: &str) -> bool {
    let words = words(sentence);
    let first = words.first().is_some_and(|word| among(ADDS, &word.text));
    first || matches!(&words[..], [one, two, ..] if one.is("in") && two.is("addition"))
}

/// Whether a sentence, or a label, tells that something is approved or refused.
pub(super) fn decides(sentence: &str) -> bool {
    has(sentence, DECISIONS)
}

/// "The device is intended to assist the team by flagging suspected cases": meant for something that it does.
fn meant_to_act(verb: &[Word]) -> bool {
    let meant = matches!(verb, [be, how, to, ..] if be.is("is") && among(MEANT, &how.text) && to.is("to"));
    let by = |pair: &[Word]| pair[0].is("by") && is_doing(&pair[1].text);
    meant && verb.windows(2).any(by)
}

/// "flagging" of "flag", "comparing" of "compare".
fn is_doing(word: &str) -> bool {
    let Some(stem) = word.strip_suffix("ing") else { return false };
    let mut letters = stem.chars().rev();
    let doubled = letters.next().is_some_and(|last| letters.next() == Some(last));
    let known = |form: &str| among(SOFTWARE_DEEDS, form);
    known(stem) || known(&format!("{stem}e")) || (doubled && known(&stem[..stem.len() - 1]))
}

/// The software or the product by its name is the subject, and the verb is one of doing.
pub(super) fn software_acts(sentence: &str, product: &str) -> bool {
    let words = words(sentence);
    (0..words.len()).any(|at| {
        let verb = verb_after(&words, at);
        // Without the -s, "system report" would be a verb.
        let acts =
            |word: &Word| does(word, SOFTWARE_DEEDS) && (word.text.ends_with('s') || modal(&words, at));
        is_software(&words[at], product)
            && !words[at].pause
            && (verb.first().is_some_and(acts) || meant_to_act(verb))
    })
}

fn modal(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|word| among(MODALS, &word.text))
}

fn is_software(word: &Word, product: &str) -> bool {
    let named = || {
        product
            .split(|c: char| !c.is_alphanumeric())
            .any(|name| name.len() > 3 && word.is(&name.to_lowercase()))
    };
    // "Nurse Assist" makes no software of the nurse.
    is_one_of(word, SOFTWARE) || (!is_one_of(word, PEOPLE) && named())
}

/// The words from the verb on: modal verbs and adverbs after the subject are passed over.
fn verb_after(words: &[Word], subject: usize) -> &[Word] {
    let between =
        |word: &Word| word.text.ends_with("ly") || among(ADVERBS, &word.text) || among(MODALS, &word.text);
    let rest = &words[subject + 1..];
    &rest[rest.iter().take_while(|word| between(word)).count()..]
}

struct Word {
    text: String,
    /// A comma, a bracket or another mark follows.
    pause: bool,
}

impl Word {
    fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

fn words(sentence: &str) -> Vec<Word> {
    let word = |raw: &str| Word {
        text: raw.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase(),
        pause: !raw.ends_with(char::is_alphanumeric),
    };
    sentence.split(' ').map(word).collect()
}

/// Whether a word of the list, a string with one space between words, stands in the sentence.
pub(super) fn has(sentence: &str, list: &str) -> bool {
    words(sentence).iter().any(|word| among(list, &word.text))
}

fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// A noun, alone or with its plural -s.
fn is_one_of(word: &Word, list: &str) -> bool {
    among(list, &word.text) || word.text.strip_suffix('s').is_some_and(|one| among(list, one))
}

/// A verb, alone or with the -s of the third person.
fn does(word: &Word, list: &str) -> bool {
    let is = |form: Option<&str>| form.is_some_and(|form| among(list, form));
    let ies = word.text.strip_suffix("ies").map(|stem| format!("{stem}y"));
    is(Some(&word.text))
        || is(word.text.strip_suffix('s'))
        || is(word.text.strip_suffix("es"))
        || is(ies.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_acts(sentence: &str, person: bool, software: bool) {
        let found = (person_acts(sentence, "VeinView Scan"), software_acts(sentence, "VeinView Scan"));
        assert_eq!(found, (person, software), "(person, software) in: {sentence}");
    }

    #[test]
    fn a_person_acts_who_is_the_subject_of_doing() {
        assert_acts("The radiologist reads every image.", true, false);
        assert_acts("Notified clinicians are responsible for viewing full images.", true, false);
        assert_acts("Doctors and nurses always check the result.", true, false);
        assert_acts("A trained user must verify the note.", true, false);
        assert_eq!((true, false), {
            let sentence = "The nurse checks the list.";
            (person_acts(sentence, "Nurse Assist"), software_acts(sentence, "Nurse Assist"))
        });
    }

    #[test]
    fn to_be_shown_something_or_to_be_named_is_not_to_act() {
        assert_acts("The user is presented with notifications.", false, false);
        assert_acts("The user receives a message.", false, false);
        assert_acts("It is intended to be used by radiologists.", false, false);
        assert_acts("Healthcare providers, particularly physicians, review.", false, false);
        assert_acts("The system helps radiologists read images.", false, false);
    }

    #[test]
    fn the_software_acts_under_any_of_its_names() {
        assert_acts("The software marks veins.", false, true);
        assert_acts("VeinView automatically highlights them.", false, true);
        assert_acts("It can find them.", false, true);
    }

    #[test]
    fn what_the_software_is_meant_to_do_is_what_it_does_and_what_its_screen_shows_is_not() {
        assert_acts("The device is intended to assist in triage by flagging suspected cases.", false, true);
        assert_acts("The tool is designed to help teams by comparing two images.", false, true);
        assert_acts("The device is intended to assist hospital networks.", false, false);
        assert_acts("It is intended to be used by radiologists.", false, false);
        assert_acts("The desktop application feed displays incoming suspect cases.", false, false);
        assert_acts("The SLM analyzes documents.", false, true);
        assert_acts("The system denies a request.", false, true);
    }

    #[test]
    fn a_sentence_that_begins_so_adds_to_the_one_before_it() {
        assert!(
            adds("Additionally, the system alerts.")
                && adds("In addition, it alerts.")
                && adds("Also, it alerts.")
        );
        assert!(!adds("It then alerts.") && !adds("In adults it alerts.") && !adds(""));
    }

    #[test]
    fn a_label_has_no_verb_and_does_nothing() {
        assert_acts("Binary notification of suspected cases.", false, false);
        assert_acts("System report.", false, false);
        assert_acts("The software is intended for use in triage.", false, false);
    }
}
