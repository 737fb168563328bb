//! What a practice makes after a visit: a link that is generic unless uses are ticked, a code that every telephone reads, a
//! message that says nothing of health, a line for the file that is no proof of agreement.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::Id;
use eclaire::content::{Date, HandoutWord, Language, Level, PracticeWord};
use eclaire::notice::Notice;
use eclaire::practice::{
    Choice, ChoiceEvent, Copied, Event, Handed, Handout, NoLink, OnDevice, Origin, Place, PracticeFile, State,
};
use eclaire::record::Qr;
use eclaire::share::{Link, PageAddress, TooMany};
use support::said::SHOWN;
use support::{Draft, complete, library, repository};

fn id(name: &str) -> Id {
    Id::parse(name).unwrap()
}

/// The texts that the page loads.
fn file() -> PracticeFile {
    let library = library();
    PracticeFile {
        words: library.practice_words.clone(),
        handout: library.handout_words.clone(),
        slip: library.words.iter().map(|(reading, words)| (*reading, words.clone())).collect(),
        titles: library.titles(),
    }
}

fn example(name: &str) -> Draft {
    support::said::example(name)
}

fn place(draft: &Draft) -> Place {
    let mut notice = Notice::compose(Some(draft.check()), library());
    notice.fingerprint = SHOWN;
    Place::of(&notice).unwrap()
}

/// The practice of the example, whose page lies beside this one.
fn practice() -> Place {
    place(&example("practice"))
}

fn choice(place: &Place, chosen: &[ChoiceEvent]) -> Choice {
    let mut choice = Choice::begin(place);
    chosen.iter().for_each(|one| choice.apply(one.clone(), place));
    choice
}

fn made(place: &Place, chosen: &[ChoiceEvent]) -> Handout {
    let here = PageAddress::open("https://asso.example/cabinet/practice/../");
    let here = PageAddress::open(&here.to_string().replace("practice/../", ""));
    Handout::of(&file(), place, &choice(place, chosen), &here, Date::parse("2026-11-22"))
}

fn ticked(names: &[&str]) -> Vec<ChoiceEvent> {
    names.iter().map(|name| ChoiceEvent::Use(id(name), true)).collect()
}

#[test]
fn the_link_is_generic_until_a_use_is_ticked() {
    let handout = made(&practice(), &[]);
    assert_eq!(handout.link.as_deref(), Ok("https://asso.example/cabinet/#1.fr.c"));
    assert!(!handout.names && handout.too_many.is_none());
    let handout = made(&practice(), &ticked(&["ecg-reading"]));
    assert_eq!(handout.link.as_deref(), Ok("https://asso.example/cabinet/#1.fr.c.8y9"));
    assert!(handout.names);
}

#[test]
fn the_uses_may_be_left_out_of_the_link_and_stay_in_the_line() {
    let chosen = [ticked(&["ecg-reading"]), vec![ChoiceEvent::LeaveOut(true)]].concat();
    let handout = made(&practice(), &chosen);
    assert_eq!(handout.link.as_deref(), Ok("https://asso.example/cabinet/#1.fr.c"));
    assert!(!handout.names && handout.line.contains("Lecture du tracé du cœur"), "{}", handout.line);
}

#[test]
fn more_uses_than_a_link_can_name_are_all_in_the_line_and_none_in_the_link() {
    let hospital = place(&example("hospital"));
    let all: Vec<ChoiceEvent> =
        hospital.uses.iter().map(|one| ChoiceEvent::Use(one.id.clone(), true)).collect();
    assert!(all.len() > Link::MOST);
    let handout = made(&hospital, &all);
    assert_eq!((handout.too_many, handout.names), (Some(TooMany { most: Link::MOST }), false));
    for one in &hospital.uses {
        assert!(handout.line.contains(Place::text(&one.title, Language::Fr)), "{}", one.id);
    }
}

#[test]
fn the_link_leads_to_the_address_of_the_register_before_any_other() {
    let handout = made(&place(&complete()), &[]);
    assert_eq!(handout.link.as_deref(), Ok("https://clinique-essai.example/ia/#1.fr.c"));
}

#[test]
fn a_register_that_was_opened_without_an_address_gives_a_line_and_no_link() {
    let json = example("practice").text();
    let opened = Place::opened(&json, &library().titles()).unwrap();
    let handout = made(&opened, &ticked(&["ecg-reading"]));
    assert_eq!((handout.link, handout.qr, handout.message), (Err(NoLink::NoAddress), None, None));
    assert!(handout.line.contains("Lecture du tracé du cœur"));
}

#[test]
fn a_register_that_was_opened_says_the_same_as_the_one_the_page_was_built_with() {
    for draft in [example("practice"), example("hospital"), complete()] {
        let built = place(&draft);
        let opened = Place::opened(&draft.text(), &library().titles()).unwrap();
        let titles = |place: &Place| -> Vec<(Id, String)> {
            let french = |one: &eclaire::practice::PlaceUse| Place::text(&one.title, Language::Fr).to_owned();
            place.uses.iter().map(|one| (one.id.clone(), french(one))).collect()
        };
        assert_eq!(titles(&opened), titles(&built));
        assert_eq!(
            (opened.page, opened.languages, opened.version, opened.reviewed),
            (built.page, built.languages, built.version, built.reviewed)
        );
        for language in Language::USUAL {
            let desk = |desk: &Option<_>| desk.as_ref().map(|desk| Place::text(desk, language).to_owned());
            assert_eq!(desk(&opened.desk), desk(&built.desk));
        }
    }
}

#[test]
fn what_is_no_register_is_refused_with_its_first_problem_and_changes_nothing() {
    let mut state = State::begin(practice());
    for bad in ["", "{", "[]", "{}", "\u{0}PNG", "{\"version\": 1, \"site\": 3}"] {
        state.apply(Event::Opened(bad.into()), &library().titles());
        assert!(state.unread.as_ref().is_some_and(|why| !why.told(&file().words).is_empty()), "{bad}");
        assert_eq!((&state.place, &state.origin), (&practice(), &Origin::Own), "{bad}");
    }
}

#[test]
fn why_a_file_is_no_register_is_told_in_french_without_a_word_of_the_checkers_english() {
    let told = |bytes: &[u8]| {
        let mut state = State::begin(practice());
        state.apply(Event::Opened(bytes.to_vec()), &library().titles());
        state.unread.unwrap().told(&file().words)
    };
    let fixture =
        |name: &str| std::fs::read(repository("tests/fixtures/registers/bytes").join(name)).unwrap();
    assert!(told(&fixture("cp1252.json")).contains("windows-1252"));
    assert!(told(&fixture("utf16le-nobom.json")).contains("16 bits"));
    assert!(told(b"{\n \"a\": }").contains("ligne 2, colonne 7"));
    assert!(told(b"{\"version\": 1, \"site\": 3}").contains("«\u{a0}site\u{a0}»"));
    assert!(told(&fixture("vertical-tab.json")).contains("L’éditeur de registre"));
    for bytes in [&b"{"[..], b"[]", b"{}", b"\x89PNG\xff", b"{\"version\": \"x\"}"] {
        let why = told(bytes);
        assert!(["expected", "found", "EOF", "line "].iter().all(|english| !why.contains(english)), "{why}");
    }
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(complete().text().into_bytes());
    let mut state = State::begin(practice());
    state.apply(Event::Opened(marked), &library().titles());
    assert_eq!(state.unread, None, "a byte order mark is no error");
}

#[test]
fn a_language_or_a_use_that_stands_twice_is_there_once() {
    let mut draft = example("practice");
    let twice = draft.0["uses"][0].clone();
    draft.0["uses"].as_array_mut().unwrap().push(twice);
    draft.0["site"]["languages"] = serde_json::json!(["en", "fr", "en", "fr"]);
    let opened = Place::opened(&draft.text(), &library().titles()).unwrap();
    let once = Place::opened(&example("practice").text(), &library().titles()).unwrap();
    assert_eq!(opened.uses, once.uses);
    assert_eq!(opened.languages, [Language::Fr, Language::En], "the first language stays the first");
}

#[test]
fn what_is_kept_and_can_no_longer_be_read_leaves_the_pages_own_register_and_can_be_forgotten() {
    let titles = library().titles();
    for spoilt in ["", "{", "{\"version\": 9}"] {
        let mut state = State::begin(practice());
        state.apply(Event::Found(spoilt.to_owned()), &titles);
        assert_eq!((&state.place, &state.origin), (&practice(), &Origin::Own), "{spoilt}");
        assert_eq!(state.on_device, OnDevice::Unreadable, "{spoilt}");
        assert_eq!(state.unread, None, "nobody has opened a file");
        ticked(&["ecg-reading"]).into_iter().for_each(|one| state.apply(Event::ChoiceEvent(one), &titles));
        state.apply(Event::Forgotten, &titles);
        assert_eq!(state.on_device, OnDevice::Nothing);
        assert_eq!(state.choice.uses, [id("ecg-reading")], "the patient's choice had nothing to do with it");
    }
}

#[test]
fn what_is_kept_can_be_forgotten_while_another_register_is_in_use() {
    let (titles, mut state) = (library().titles(), State::begin(practice()));
    state.apply(Event::Found(complete().text()), &titles);
    assert_eq!((&state.origin, state.on_device), (&Origin::Kept, OnDevice::Register));
    let other = example("hospital").text();
    state.apply(Event::Opened(other.clone().into()), &titles);
    assert_eq!((&state.origin, state.on_device), (&Origin::Opened(other.clone()), OnDevice::Register));
    state.apply(Event::Kept(false), &titles);
    assert_eq!(state.on_device, OnDevice::Register, "a device that refuses keeps what it had");
    state.apply(Event::Forgotten, &titles);
    assert_eq!((&state.origin, state.on_device), (&Origin::Refused(other), OnDevice::Nothing));
}

#[test]
fn a_register_is_kept_only_when_asked_and_a_device_that_refuses_is_believed() {
    let json = complete().text();
    let mut state = State::begin(practice());
    state.apply(Event::Opened(json.clone().into()), &library().titles());
    assert_eq!(state.origin, Origin::Opened(json.clone()));
    state.apply(Event::Kept(false), &library().titles());
    assert_eq!(state.origin, Origin::Refused(json));
    state.apply(Event::Kept(true), &library().titles());
    assert_eq!(state.origin, Origin::Kept);
    state.apply(Event::Forgotten, &library().titles());
    assert_eq!(state, State::begin(practice()));
}

#[test]
fn a_code_has_at_most_80_characters_which_every_telephone_reads_or_there_is_none() {
    let qr = |address: &str| {
        let here = PageAddress::open(address);
        let handout = Handout::of(&file(), &practice(), &choice(&practice(), &[]), &here, None);
        (handout.link.unwrap().len(), handout.qr.map(|qr| qr.version()))
    };
    let link = "#1.fr.c";
    let address = format!("https://clinique.example/{}", "a".repeat(Handout::LONGEST_QR - link.len() - 25));
    assert_eq!(qr(&address), (80, Some(5)));
    assert_eq!(qr(&format!("{address}a")), (81, None));
}

#[test]
fn a_long_address_has_a_code_as_long_as_few_uses_are_named() {
    let address = format!("https://clinique.example/{}", "a".repeat(PageAddress::LONGEST - 25));
    let hospital = place(&example("hospital").with("site.page", address.as_str()));
    let ticked = |number| -> Vec<ChoiceEvent> {
        hospital.uses.iter().take(number).map(|one| ChoiceEvent::Use(one.id.clone(), true)).collect()
    };
    assert!(made(&hospital, &ticked(1)).qr.is_some());
    let most = made(&hospital, &ticked(Link::MOST));
    assert_eq!(most.link.as_ref().unwrap().len(), PageAddress::LONGEST + 1 + Link::LONGEST);
    assert!(most.qr.is_none() && most.message.is_some(), "the link is still there to copy");
    let left_out = [ticked(Link::MOST), vec![ChoiceEvent::LeaveOut(true)]].concat();
    assert!(made(&hospital, &left_out).qr.is_some());
    assert!(Qr::for_wall(&address).is_some_and(|qr| qr.version() <= 6), "and the one on the wall");
}

#[test]
fn the_message_is_in_the_patients_language_and_names_no_use() {
    let practice = practice();
    for language in Language::USUAL {
        let chosen =
            [ticked(&["ecg-reading", "skin-images"]), vec![ChoiceEvent::Language(language)]].concat();
        let handout = made(&practice, &chosen);
        let message = handout.message.unwrap();
        for word in [HandoutWord::Hello, HandoutWord::Lead, HandoutWord::Silence] {
            assert!(message.contains(library().handout_words.get(language, word)), "{message}");
        }
        assert!(message.contains(handout.link.as_deref().unwrap()));
        for one in &practice.uses {
            assert!(!message.contains(Place::text(&one.title, language)), "{message}");
        }
    }
}

#[test]
fn the_line_says_what_was_given_when_in_what_language_and_that_it_is_no_agreement() {
    let chosen = [
        ticked(&["ecg-reading"]),
        vec![
            ChoiceEvent::Language(Language::En),
            ChoiceEvent::Level(Level::Simple),
            ChoiceEvent::Handed(Handed::Message),
            ChoiceEvent::Handed(Handed::Slip),
        ],
    ]
    .concat();
    let line = made(&practice(), &chosen).line.replace('\u{a0}', " ");
    assert_eq!(
        line,
        "Information sur l’IA, le 22 novembre 2026 : page « Cabinet médical Romarin et Fauvette », texte version 1.0, \
         empreinte a5a5a5a5, anglais, version simplifiée. Utilisé pendant la visite : Lecture du tracé du cœur (ECG). Préparé ou remis : feuille \
         imprimée, message. Cette ligne note une information, pas un accord."
    );
}

#[test]
fn the_line_for_a_register_that_was_opened_names_the_version_alone() {
    let opened = Place::opened(&complete().text(), &library().titles()).unwrap();
    let line = made(&opened, &[]).line;
    assert!(line.contains(&format!("texte version {},", opened.version)), "{line}");
    assert!(!line.contains("empreinte"), "nobody has seen the page that was made of it: {line}");
}

#[test]
fn the_line_is_that_of_the_day_on_which_it_is_made_however_long_the_page_has_been_open() {
    let mut state = State::begin(practice());
    let line = |state: &State| {
        let here = PageAddress::open("https://asso.example/cabinet/");
        Handout::of(&file(), &state.place, &state.choice, &here, state.today).line
    };
    state.apply(Event::Day(Date::parse("2026-11-22")), &library().titles());
    state.apply(Event::Copied(Copied::Whole), &library().titles());
    assert!(line(&state).contains("22 novembre 2026"));
    state.apply(Event::Day(Date::parse("2026-11-22")), &library().titles());
    assert_eq!(state.copied, Some(Copied::Whole), "it is the same day, and the same line");
    state.apply(Event::Day(Date::parse("2026-11-23")), &library().titles());
    assert!(line(&state).contains("23 novembre 2026"), "{}", line(&state));
    assert_eq!(state.copied, None, "what was copied was another line");
    state.apply(Event::Opened(complete().text().into()), &library().titles());
    assert!(line(&state).contains("23 novembre 2026"), "another register, the same day");
}

#[test]
fn what_was_copied_is_no_longer_said_to_be_as_soon_as_something_else_is_chosen() {
    let titles = library().titles();
    for chosen in [
        ChoiceEvent::Use(id("skin-images"), true),
        ChoiceEvent::Language(Language::En),
        ChoiceEvent::Level(Level::Simple),
        ChoiceEvent::LeaveOut(true),
        ChoiceEvent::Handed(Handed::Slip),
        ChoiceEvent::Next,
    ] {
        let mut state = State::begin(practice());
        state.apply(Event::Copied(Copied::Selected), &titles);
        state.apply(Event::Search("ecg".into()), &titles);
        assert_eq!(state.copied, Some(Copied::Selected), "looking for something changes no text");
        state.apply(Event::ChoiceEvent(chosen.clone()), &titles);
        assert_eq!(state.copied, None, "{chosen:?}");
    }
}

#[test]
fn what_was_prepared_counts_for_what_was_chosen_then_and_not_for_something_else() {
    let practice = practice();
    let mut choice = choice(&practice, &ticked(&["ecg-reading"]));
    choice.apply(ChoiceEvent::Handed(Handed::Link), &practice);
    assert_eq!(choice.handed, [Handed::Link]);
    choice.apply(ChoiceEvent::Use(id("skin-images"), true), &practice);
    assert!(choice.handed.is_empty());
    let line = made(&practice, &[]).line;
    assert!(line.contains(library().practice_words.get(PracticeWord::LineNotHanded)), "{line}");
}

#[test]
fn the_next_patient_finds_nothing_of_the_last() {
    let practice = practice();
    let mut state = State::begin(practice.clone());
    let titles = library().titles();
    for chosen in [
        ticked(&["ecg-reading"]),
        vec![ChoiceEvent::Language(Language::En), ChoiceEvent::Handed(Handed::Slip)],
    ]
    .concat()
    {
        state.apply(Event::ChoiceEvent(chosen), &titles);
    }
    state.apply(Event::Search("peau".into()), &titles);
    state.apply(Event::ChoiceEvent(ChoiceEvent::Next), &titles);
    assert_eq!(state, State::begin(practice));
}

#[test]
fn a_use_is_found_by_any_word_of_its_title_or_sentence_without_accents() {
    let practice = practice();
    let found = |text: &str| {
        let mut state = State::begin(practice.clone());
        state.apply(Event::Search(text.into()), &library().titles());
        let ids = practice.uses.iter().filter(|one| state.finds(one)).map(|one| one.id.to_string());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(found("").len(), practice.uses.len());
    assert_eq!(found("TRACE coeur"), ["ecg-reading"]);
    assert_eq!(found("trace  ECG"), ["ecg-reading"]);
    assert_eq!(found("beaute"), ["skin-images"]);
    // As a PDF or a file name of a Mac has it: the accent is a letter of its own. And as other keyboards write it.
    assert_eq!(found("beaute\u{301}"), ["skin-images"]);
    assert_eq!(found("TRÁCE cœur"), ["ecg-reading"]);
    assert_eq!(found("xyz"), [""; 0]);
}
