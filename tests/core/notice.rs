//! The notice: what one page shows. The kit: what the patients' program loads of it, there and back as bytes, and without what nobody
//! can choose.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::ToAsk;
use eclaire::content::{Language, Level, Localised, Reading, Word};
use eclaire::notice::Notice;
use eclaire::patient::{Kit, Refused, Unreadable};
use eclaire::record::{Changes, Code, Questionnaire, Record};
use eclaire::register::check;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::json;
use std::sync::OnceLock;
use support::said::{self, any_register, anything_about_any_register};
use support::{Draft, complete, fixture, library, lines};

fn notice_of(draft: &Draft) -> Notice {
    Notice::compose(Some(draft.check()), library())
}

/// What the program loads, as the browser has it.
fn travelled(notice: &Notice) -> Kit {
    Kit::from_bytes(&Kit::of(notice).to_bytes()).unwrap()
}

/// The bytes of the complete register's kit, made once.
fn bytes() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| Kit::of(&notice_of(&complete())).to_bytes())
}

/// How many texts in this language the program loads, with its own words left aside.
fn texts(notice: &Notice, language: Language) -> usize {
    let kit = travelled(notice);
    let everything = format!("{:?}", (&kit.to_ask, &kit.place));
    Level::ALL.iter().map(|level| everything.matches(&format!("({language:?}, {level:?}, \"")).count()).sum()
}

// What it carries.

#[test]
fn a_notice_joins_the_register_with_the_texts() {
    let checked = complete().check();
    let notice = notice_of(&complete());
    assert_eq!(notice.register, checked.register);
    assert_eq!(notice.languages, [Language::Fr, Language::En]);
    assert_eq!((&notice.rights, &notice.understanding), (&library().rights, &library().understanding));
    assert!(notice.problems.is_empty() && notice.gaps.is_empty());
    for language in Language::USUAL {
        assert_eq!(notice.words(Reading::clear(language)), &library().words[&Reading::clear(language)]);
    }
}

#[test]
fn the_first_language_is_the_default_of_the_register() {
    assert_eq!(notice_of(&complete()).first_language(), Language::Fr);
    assert_eq!(notice_of(&complete().with("site.default_language", "en")).first_language(), Language::En);
}

#[test]
fn without_a_register_a_notice_says_what_is_true_everywhere_in_every_language() {
    let notice = Notice::compose(None, library());
    assert_eq!(notice.register, None);
    assert!(notice.problems.is_empty() && notice.gaps.is_empty());
    assert_eq!((&notice.languages[..], notice.first_language()), (&Language::USUAL[..], Language::Fr));
    assert_eq!((&notice.rights, &notice.understanding), (&library().rights, &library().understanding));
    assert_ne!(
        notice.words(Reading::clear(Language::En)).get(Word::Title),
        notice.words(Reading::clear(Language::Fr)).get(Word::Title)
    );
}

#[test]
fn what_is_not_told_is_carried_for_staff() {
    let checked = check(&fixture("gaps-only"), library());
    let gaps = lines(&checked.gaps);
    let notice = Notice::compose(Some(checked), library());
    assert!(notice.register.is_some() && notice.problems.is_empty());
    assert_eq!(notice.gaps, gaps);
}

#[test]
fn with_a_broken_register_the_problems_are_carried_for_staff_and_the_page_stays_general() {
    let checked = check(&fixture("many-problems"), library());
    let problems = lines(&checked.errors);
    let notice = Notice::compose(Some(checked), library());
    assert_eq!(notice.register, None);
    assert_eq!(notice.problems, problems);
    assert!(problems.len() > 10, "{problems:#?}");
    assert_eq!(notice.languages, Language::USUAL);
    assert_eq!(notice.rights, library().rights);
}

// The patients' own tools.

/// The entries of the catalogue that are about a patient's own tool.
fn own_entries() -> Vec<&'static str> {
    let own = library().catalogue.iter().filter(|(_, entry)| entry.by_patient);
    own.map(|(id, _)| id.as_str()).collect()
}

#[test]
fn every_page_has_the_patients_own_tools_listed_or_not() {
    let names =
        |notice: &Notice| -> Vec<String> { notice.own_tools.iter().map(|one| one.id.to_string()).collect() };
    assert_eq!(own_entries(), ["own-chatbot", "own-devices"]);
    assert_eq!(names(&Notice::compose(None, library())), own_entries());
    let broken = Notice::compose(Some(check(&fixture("many-problems"), library())), library());
    assert_eq!(names(&broken), own_entries());
    assert_eq!(names(&notice_of(&support::least())), own_entries());
    // What the register lists stands among its uses, under whatever name.
    assert_eq!(names(&notice_of(&complete())), ["own-chatbot"]);
    assert_eq!(names(&notice_of(&complete().with("uses[4].id", "watch"))), ["own-chatbot"]);
    assert_eq!(names(&notice_of(&complete().with("uses[4].catalogue", "bed-planning"))), own_entries());
    for one in &Notice::compose(None, library()).own_tools {
        assert!(one.by_patient && one.net.call.is_some(), "{}", one.id);
        assert!(
            one.offer.questions.is_empty() && one.offer.requests.is_empty(),
            "{}: nothing to say",
            one.id
        );
    }
}

/// A code counts the places of the register: what no register lists has none, and does not travel.
#[test]
fn what_the_register_does_not_list_has_no_place_in_a_code_and_does_not_travel() {
    let notice = notice_of(&complete());
    let mut without = notice.clone();
    without.own_tools.clear();
    assert_eq!(Kit::of(&notice), Kit::of(&without));
    assert_eq!(notice.questionnaire(), without.questionnaire());
    let items = notice.questionnaire().unwrap().items.len();
    let register = notice.register.as_ref().unwrap();
    assert_eq!(items, register.uses.len() + register.reuses.len());
    let loaded = String::from_utf8_lossy(bytes()).into_owned();
    for name in
        own_entries().into_iter().filter(|name| notice.own_tools.iter().any(|one| one.id.as_str() == *name))
    {
        assert!(!loaded.contains(name), "{name}");
    }
}

#[test]
fn the_signs_do_not_travel_but_whether_the_sheet_says_whom_to_call_does() {
    for (entry, expected) in [("chemo-telemonitoring", true), ("ecg-reading", false)] {
        let uses = json!([{ "id": "one", "catalogue": entry }]);
        let notice = notice_of(&complete().with("uses", uses));
        let net = notice.register.as_ref().unwrap().uses[0].net.clone();
        assert_eq!(travelled(&notice).place.unwrap().calls_from_home, expected, "{entry}");
        let loaded =
            String::from_utf8(Kit::of(&notice).to_bytes().iter().map(|byte| byte & 127).collect()).unwrap();
        for sign in [net.call, net.see].into_iter().flatten() {
            let sign = sign.pick(Language::En, Level::Clear).unwrap().text.to_owned();
            let ascii: String = sign.bytes().map(|byte| char::from(byte & 127)).collect();
            assert!(!loaded.contains(&ascii), "{entry}: {sign}");
        }
    }
}

// What it does not carry.

/// The register's own texts were not looked at: a page in French carried the English department, study and contacts.
#[test]
fn a_language_that_nobody_can_choose_is_not_carried() {
    let one = json!({ "name": { "fr": "Nom", "en": "Name" }, "place": { "fr": "Ici", "en": "Here" } });
    let draft = complete()
        .with("site.contacts.users_commission", one.clone())
        .with("uses[2].contact", one.clone())
        .with("reuses[1].contact", one);
    let both = notice_of(&draft);
    let notice = notice_of(&draft.with("site.languages", json!(["fr"])));
    assert_eq!(texts(&notice, Language::En), 0);
    assert_eq!(texts(&notice, Language::Fr), texts(&both, Language::Fr));
    assert!(
        texts(&both, Language::En) > 100,
        "{} texts: or else that shows nothing",
        texts(&both, Language::En)
    );
    let kit = travelled(&notice);
    let [english, french] = [Language::En, Language::Fr].map(|one| kit.words(Reading::clear(one)));
    assert_eq!(english, french, "its words are not carried either");
}

/// The desk reads French, whatever patients read; and a sheet can be had in a language that has no pages yet.
#[test]
fn the_sheet_speaks_french_and_the_languages_without_pages_wherever_it_is_printed() {
    let draft = complete().with("site.default_language", "en").with("site.languages", json!(["en"]));
    let (notice, kit) = (notice_of(&draft), travelled(&notice_of(&draft)));
    assert_eq!(kit.languages, [Language::En]);
    assert_eq!(notice.sheet_languages(), [Language::Fr, Language::En, Language::Ar]);
    let title = &kit.questionnaire().unwrap().items[0].title.0;
    for language in notice.sheet_languages() {
        assert!(title.has(language), "{language:?}: {title:?}");
        assert!(!kit.words(Reading::clear(language)).get(Word::SheetAgreed).is_empty());
    }
    let french_only = notice_of(&complete().with("site.languages", json!(["fr"])));
    assert_eq!(french_only.sheet_languages(), [Language::Fr, Language::Ar]);
}

#[test]
fn a_text_in_another_language_only_is_carried_rather_than_lost() {
    let both = complete().with("site.contacts.desk.place", json!({ "en": "Ground floor" }));
    let notice = notice_of(&both.with("site.languages", json!(["fr"])));
    assert_eq!(texts(&notice, Language::En), 1);
    let place = travelled(&notice).place.unwrap().contacts.desk.unwrap().place.unwrap();
    assert_eq!(place.pick(Language::Fr, Level::Clear).unwrap().text, "Ground floor");
}

#[test]
fn whoever_reads_a_page_is_shown_what_the_whole_register_would_show() {
    let checked = check(&fixture("mixed-languages"), library());
    let register = checked.register.clone().unwrap();
    let kit = travelled(&Notice::compose(Some(checked), library()));
    for language in &kit.languages {
        for (kept, whole) in kit.uses().zip(&register.uses) {
            assert_eq!(kept.title.0.pick(*language, Level::Clear), whole.title.pick(*language, Level::Clear));
        }
        for (id, text) in &kit.to_ask {
            let ToAsk::AboutUse(item, number) = id else { continue };
            let whole = register.uses.iter().find(|one| one.id == *item).unwrap();
            assert_eq!(
                text.pick(*language, Level::Simple),
                whole.ask[*number].pick(*language, Level::Simple)
            );
        }
    }
}

// The languages that come later.

/// The kit as the browser has it before anything else has come.
fn beginning(notice: &Notice) -> Kit {
    Kit::from_bytes(&Kit::of(notice).beginning().to_bytes()).unwrap()
}

/// The notice of a register whose page is in these languages, the first one first.
fn in_languages(draft: &Draft, languages: &[Language]) -> Notice {
    let codes: Vec<_> = languages.iter().map(|language| language.code()).collect();
    said::notice_of(
        &draft.clone().with("site.languages", json!(codes)).with("site.default_language", codes[0]),
    )
}

fn later(notice: &Notice) -> Vec<Language> {
    Kit::of(notice).supplements().into_iter().map(|(language, _)| language).collect()
}

/// Every language cost the first answer four kilobytes, though nobody read it yet.
#[test]
fn the_program_begins_with_the_first_language_and_french_and_with_nothing_of_the_others() {
    use Language::{Ar, En, Fr, Ru, Tr};
    let notice = in_languages(&complete(), &[Tr, En, Ru]);
    let (whole, kit) = (Kit::of(&notice), beginning(&notice));
    let text = |kit: &Kit| format!("{:?}", (&kit.words, &kit.to_ask, &kit.letters, &kit.place));
    for (language, later) in [(Tr, false), (Fr, false), (En, true), (Ru, true), (Ar, true)] {
        assert_eq!(kit.lacks(language), later, "{language:?}");
        let word = |kit: &Kit| kit.words(Reading::clear(language)).get(Word::NothingSent).to_owned();
        assert!(!word(&whole).is_empty());
        assert_eq!(word(&kit).is_empty(), later, "{language:?}");
        let count = |kit: &Kit| text(kit).matches(&format!("({language:?}, ")).count();
        assert!(count(&whole) > 10, "{language:?}");
        assert_eq!(count(&kit), if later { 0 } else { count(&whole) }, "{language:?}");
        let digest =
            |kit: &Kit| kit.questionnaire().unwrap().items[0].digest(Reading::clear(language)).map(str::len);
        let known = notice.languages.contains(&language).then_some(16);
        assert_eq!(digest(&whole), known, "{language:?}");
        assert_eq!(digest(&kit), if later { known.map(|_| 0) } else { known }, "{language:?}");
    }
    // What is said of a reading before it is there is there.
    for language in [Tr, En, Ru] {
        for word in Word::OF_READING {
            assert!(!kit.words(Reading::clear(language)).get(*word).is_empty(), "{language:?}");
        }
    }
}

#[test]
fn every_language_of_page_and_sheet_that_is_neither_first_nor_french_has_a_supplement() {
    use Language::{Ar, En, Es, Fr};
    for (languages, expected) in [
        (&[Fr][..], &[Ar][..]),
        (&[Fr, En], &[En, Ar]),
        (&[En, Fr], &[Ar]),
        (&[Ar], &[]),
        (&[Es, Ar, En], &[En, Ar]),
        (&Language::ALL, &Language::ALL[1..]),
    ] {
        assert_eq!(later(&in_languages(&complete(), languages)), expected, "{languages:?}");
    }
    // Without a register there is no sheet, and no language that is on sheets only.
    assert_eq!(later(&Notice::compose(None, library())), [En]);
}

/// A register in French whose practice has a name in Arabic only: in French it is shown in Arabic, and says so.
#[test]
fn what_is_shown_in_place_of_a_text_that_is_missing_is_there_from_the_beginning() {
    let place = json!({ "en": "Ground floor", "ar": "الطابق الأرضي" });
    let notice = in_languages(&complete().with("site.contacts.desk.place", place), &Language::USUAL);
    let kit = beginning(&notice);
    let place = kit.place.unwrap().contacts.desk.unwrap().place.unwrap();
    assert_eq!(place.pick(Language::Fr, Level::Clear).unwrap().text, "Ground floor");
    assert_eq!(place.exactly(Language::Ar, Level::Clear), None, "English stands in for it");
}

#[test]
fn a_supplement_that_is_not_the_one_that_is_to_come_is_refused_and_changes_nothing() {
    let notice = in_languages(&complete(), &Language::USUAL);
    let other = in_languages(&complete().with("site.name.en", "Another place"), &Language::USUAL);
    let supplement = |notice: &Notice, language| {
        let all = Kit::of(notice).supplements();
        all.into_iter().find(|(one, _)| *one == language).map(|(_, text)| text).unwrap()
    };
    let own = supplement(&notice, Language::En);
    let mut kit = beginning(&notice);
    let (one_less, one_more) = (own.split_once('\n').unwrap().1.to_owned(), format!("{own}\n"));
    let page = format!("{own}<div data-reading=");
    for text in ["", "\n", &one_less, &one_more, &page, &supplement(&other, Language::En)] {
        assert_eq!(kit.add(Language::En, text), Err(Refused));
        assert_eq!(kit, beginning(&notice), "unchanged");
    }
    assert_eq!(kit.add(Language::Ar, &own), Err(Refused), "of another language");
    assert_eq!(kit.add(Language::Fr, &own), Err(Refused), "which is there");
    assert_eq!(kit.add(Language::Ru, &own), Err(Refused), "which nobody offers");
    assert_eq!(kit, beginning(&notice));
    assert_eq!(kit.add(Language::En, &own), Ok(()));
    let with = kit.clone();
    assert_eq!(kit.add(Language::En, &own), Err(Refused), "it is there already");
    assert_eq!(kit, with);
}

/// Any register, in any languages: the first of them first.
fn any_register_in_any_languages() -> impl Strategy<Value = Notice> {
    let languages = subsequence(Language::ALL.to_vec(), 1..=Language::ALL.len()).prop_shuffle();
    (any_register(), languages).prop_map(|(draft, languages)| in_languages(&draft, &languages))
}

proptest! {
    #![proptest_config(support::cases(48))]

    #[test]
    fn the_beginning_and_all_supplements_in_any_order_are_the_whole(
        (notice, order) in any_register_in_any_languages()
            .prop_flat_map(|notice| (Just(notice.clone()), Just(Kit::of(&notice).supplements()).prop_shuffle()))
    ) {
        let mut kit = beginning(&notice);
        for (language, supplement) in &order {
            prop_assert!(kit.lacks(*language));
            prop_assert!(!supplement.contains('<'));
            prop_assert_eq!(kit.add(*language, supplement), Ok(()));
            prop_assert!(!kit.lacks(*language));
        }
        prop_assert_eq!(kit, Kit::of(&notice));
    }

    /// Whoever reads a language has its supplement, and that of the sheet's: nothing that they are shown or keep is another for what has
    /// not come.
    #[test]
    fn what_is_read_and_kept_does_not_depend_on_what_else_has_come(
        (notice, (read, sheet)) in any_register_in_any_languages().prop_flat_map(|notice| {
            let (pages, sheets) = (notice.languages.clone(), notice.sheet_languages());
            (Just(notice), (select(pages), select(sheets)))
        }),
        level in select(&Level::ALL[..]),
        chosen in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let (whole, mut kit) = (Kit::of(&notice), beginning(&notice));
        for (language, supplement) in whole.supplements() {
            if [read, sheet].contains(&language) {
                kit.add(language, &supplement).unwrap();
            }
        }
        let questionnaire = whole.questionnaire().unwrap();
        let said = Code {
            reading: Reading { language: read, level }.that_exists(),
            sheet_language: sheet,
            answers: said::answers_to(questionnaire, &chosen),
            ..said::says(questionnaire, &[])
        };
        let record = Record::of(questionnaire, &said);
        prop_assert_eq!(&Record::of(kit.questionnaire().unwrap(), &said), &record);
        let changes = |kit: &Kit| Changes::since(&record, kit.questionnaire().unwrap());
        prop_assert_eq!(changes(&kit).carried, changes(&whole).carried);
        for language in [read, sheet, Language::Fr] {
            let reading = Reading { language, level };
            prop_assert_eq!(kit.words(reading), whole.words(reading));
            for ((_, one), (_, other)) in kit.to_ask.iter().zip(&whole.to_ask) {
                prop_assert_eq!(one.pick(language, level), other.pick(language, level));
            }
            let places = |kit: &Kit| {
                let contacts = kit.place.clone().unwrap().contacts;
                [contacts.desk, contacts.dpo].into_iter().flatten().filter_map(|one| one.place).collect::<Vec<_>>()
            };
            for (one, other) in places(&kit).iter().zip(&places(&whole)) {
                prop_assert_eq!(one.pick(language, level), other.pick(language, level));
            }
        }
    }
}

// There and back.

#[test]
fn the_browser_makes_the_same_sheet_as_the_whole_notice() {
    for draft in [complete(), Draft(serde_json::from_str(&fixture("mixed-languages")).unwrap())] {
        let (whole, part) = (notice_of(&draft), travelled(&notice_of(&draft)));
        assert_eq!((&part.languages, part.first_language()), (&whole.languages, whole.first_language()));
        assert_eq!(part.levels, whole.levels);
        let place = part.place.unwrap();
        assert_eq!(
            Some(place.questionnaire),
            whole.questionnaire().map(Questionnaire::of_today),
            "the same can be said"
        );
        let register = whole.register.unwrap();
        assert_eq!((&place.contacts, place.kind), (&register.site.contacts, register.site.kind));
    }
}

#[test]
fn the_browser_has_the_words_of_the_sheet_in_every_language_of_the_page() {
    let (whole, part) = (notice_of(&complete()), travelled(&notice_of(&complete())));
    let drawn = whole.patients_words();
    for reading in whole.readings() {
        assert_eq!(
            Some((reading, part.words(reading).clone())),
            drawn.iter().find(|(one, _)| *one == reading).cloned()
        );
        for word in
            [Word::SheetAgreed, Word::SheetObjected, Word::SheetOpen, Word::NothingSent, Word::December]
        {
            assert_eq!(part.words(reading).get(word), whole.words(reading).get(word));
            assert!(!part.words(reading).get(word).is_empty());
        }
        assert_eq!(part.words(reading).get(Word::Title), "", "a word that is not on the sheet");
    }
}

/// The text of the page is in the page: sent a second time, it would double what a patient waits for.
#[test]
fn the_text_of_the_page_does_not_travel_twice() {
    let whole = notice_of(&complete());
    let bytes = String::from_utf8_lossy(bytes()).into_owned();
    let register = whole.register.as_ref().unwrap();
    let (one, reuse) = (&register.uses[2], &register.reuses[1]);
    let question = &one.offer.questions[0];
    let clear = |text: &Localised| text.pick(Language::Fr, Level::Clear).unwrap().text.to_owned();
    for there in [&one.title, &reuse.title, &question.text, &register.site.name] {
        assert!(bytes.contains(&clear(there)), "{there:?}");
    }
    let texts = [&one.human_does, one.cannot.as_ref().unwrap(), reuse.limits.as_ref().unwrap()];
    // A record says with which words the patient was asked, what follows from an answer among them.
    for effect in [question.if_yes.as_ref().unwrap(), question.if_no.as_ref().unwrap()] {
        assert!(bytes.contains(&clear(effect)), "{effect:?}");
    }
    let general = [&whole.rights[0].texts.what, &whole.understanding[0].text];
    for not_there in texts.into_iter().chain(general) {
        assert!(!bytes.contains(&clear(not_there)), "{not_there:?}");
    }
}

#[test]
fn what_staff_read_does_not_travel_to_patients() {
    for name in ["gaps-only", "many-problems"] {
        let whole = Notice::compose(Some(check(&fixture(name), library())), library());
        assert!(!whole.problems.is_empty() || !whole.gaps.is_empty());
        let mut without = whole.clone();
        without.problems.clear();
        without.gaps.clear();
        assert_eq!(Kit::of(&whole), Kit::of(&without), "{name}");
        assert_eq!(Kit::of(&whole).place.is_some(), whole.register.is_some());
    }
}

#[test]
fn the_kit_of_the_general_page_travels_too() {
    let kit = travelled(&Notice::compose(None, library()));
    assert_eq!((kit.place.as_ref(), &kit.languages[..]), (None, &Language::USUAL[..]));
    assert!(!kit.letters.is_empty() && !kit.to_ask.is_empty());
}

/// Postcard reads what it can: seven zeros were one without words, and whatever followed one was ignored.
#[test]
fn foreign_bytes_are_unreadable() {
    assert_eq!(Kit::from_bytes(&[]), Err(Unreadable));
    assert_eq!(Kit::from_bytes(b"<!doctype html><title>404</title>"), Err(Unreadable));
    for length in 0..64 {
        assert_eq!(Kit::from_bytes(&vec![0; length]), Err(Unreadable), "{length} zeros");
        assert_eq!(Kit::from_bytes(&vec![255; length]), Err(Unreadable), "{length} times 255");
    }
    let with_more = [bytes(), b"\n"].concat();
    assert_eq!(Kit::from_bytes(&with_more), Err(Unreadable));
    let twice = [bytes(), bytes()].concat();
    assert_eq!(Kit::from_bytes(&twice), Err(Unreadable));
}

proptest! {
    #![proptest_config(support::cases(64))]

    #[test]
    fn a_kit_cut_anywhere_is_unreadable(end in any::<Index>()) {
        prop_assert_eq!(Kit::from_bytes(&bytes()[..end.index(bytes().len())]), Err(Unreadable));
    }

    #[test]
    fn a_kit_with_any_byte_changed_is_unreadable(place in any::<Index>(), change in 1..=255_u8) {
        let mut changed = bytes().to_vec();
        changed[place.index(bytes().len())] ^= change;
        prop_assert_eq!(Kit::from_bytes(&changed), Err(Unreadable));
    }

    #[test]
    fn any_bytes_are_unreadable(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert_eq!(Kit::from_bytes(&bytes), Err(Unreadable));
    }

    #[test]
    fn whatever_register_there_is_its_kit_travels(draft in support::any_changed_register()) {
        let notice = notice_of(&draft);
        prop_assert_eq!(notice.register.is_some(), notice.problems.is_empty());
        prop_assert!(!notice.languages.is_empty());
        let (kit, part) = (Kit::of(&notice), travelled(&notice));
        prop_assert_eq!(part.place.is_some(), notice.register.is_some());
        prop_assert_eq!(part.to_bytes(), kit.to_bytes());
        prop_assert_eq!(part, kit);
    }

    /// Natively the record is made of the notice's questionnaire, in the browser of what was loaded.
    #[test]
    fn the_record_made_in_the_browser_is_the_record_made_natively(
        (notice, questionnaire, said) in anything_about_any_register()
    ) {
        let loaded = travelled(&notice);
        prop_assert_eq!(Record::of(loaded.questionnaire().unwrap(), &said), Record::of(&questionnaire, &said));
        let register = notice.register.as_ref().unwrap();
        let elsewhere = register.reuses.iter().any(|one| one.elsewhere);
        prop_assert_eq!(questionnaire.asks_elsewhere(), elsewhere, "the sheet names another body");
        prop_assert!(loaded.uses().map(|one| &one.id).eq(register.uses.iter().map(|one| &one.id)));
    }
}
