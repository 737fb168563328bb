//! What a practice makes after a visit: a link that is generic unless uses are ticked, a code that every telephone reads, a
//! message that says nothing of health, a line for the file that is no proof of agreement.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

mod support;

use eclaire::choices::Id;
use eclaire::content::{Date, HandoutWord, Language, Level, PracticeWord};
use eclaire::handout::{
    Choice, Chosen, Handed, Handout, Happened, Making, NoLink, Origin, Place, PracticeFile,
};
use eclaire::notice::Notice;
use eclaire::record::Qr;
use eclaire::share::{Link, PageAddress};
use support::{Draft, complete, library};

fn id(name: &str) -> Id {
    Id::parse(name).unwrap()
}

/// The texts that the page loads.
fn file() -> PracticeFile {
    let library = library();
    PracticeFile {
        words: library.practice_words.clone(),
        handout: library.handout_words.clone(),
        sheet: library.words.iter().map(|(reading, words)| (*reading, words.for_browser())).collect(),
        titles: library.titles(),
    }
}

fn example(name: &str) -> Draft {
    support::said::example(name)
}

fn place(draft: &Draft) -> Place {
    Place::of(&Notice::compose(Some(draft.check()), library())).unwrap()
}

/// The practice of the example, whose page lies beside this one.
fn practice() -> Place {
    place(&example("practice"))
}

fn choice(place: &Place, chosen: &[Chosen]) -> Choice {
    let mut choice = Choice::begin(place);
    chosen.iter().for_each(|one| choice.apply(one.clone(), place));
    choice
}

fn made(place: &Place, chosen: &[Chosen]) -> Handout {
    let here = PageAddress::open("https://asso.example/cabinet/practice/../");
    let here = PageAddress::open(&here.to_string().replace("practice/../", ""));
    Handout::of(&file(), place, &choice(place, chosen), &here, Date::parse("2026-11-22"))
}

fn ticked(names: &[&str]) -> Vec<Chosen> {
    names.iter().map(|name| Chosen::Use(id(name), true)).collect()
}

#[test]
fn the_link_is_generic_until_a_use_is_ticked() {
    let handout = made(&practice(), &[]);
    assert_eq!(handout.link.as_deref(), Ok("https://asso.example/cabinet/#1.fr.c"));
    assert!(!handout.names && !handout.too_many);
    let handout = made(&practice(), &ticked(&["ecg-reading"]));
    assert_eq!(handout.link.as_deref(), Ok("https://asso.example/cabinet/#1.fr.c.8y9"));
    assert!(handout.names);
}

#[test]
fn the_uses_may_be_left_out_of_the_link_and_stay_in_the_line() {
    let chosen = [ticked(&["ecg-reading"]), vec![Chosen::LeaveOut(true)]].concat();
    let handout = made(&practice(), &chosen);
    assert_eq!(handout.link.as_deref(), Ok("https://asso.example/cabinet/#1.fr.c"));
    assert!(!handout.names && handout.line.contains("Lecture du tracé du cœur"), "{}", handout.line);
}

#[test]
fn more_uses_than_a_link_can_name_are_all_in_the_line_and_none_in_the_link() {
    let hospital = place(&example("hospital"));
    let all: Vec<Chosen> = hospital.uses.iter().map(|one| Chosen::Use(one.id.clone(), true)).collect();
    assert!(all.len() > Link::MOST);
    let handout = made(&hospital, &all);
    assert!(handout.too_many && !handout.names);
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
            let french = |one: &eclaire::handout::PlaceUse| Place::text(&one.title, Language::Fr).to_owned();
            place.uses.iter().map(|one| (one.id.clone(), french(one))).collect()
        };
        assert_eq!(titles(&opened), titles(&built));
        assert_eq!(
            (opened.page, opened.languages, opened.version, opened.reviewed),
            (built.page, built.languages, built.version, built.reviewed)
        );
        for language in Language::PAGES {
            let desk = |desk: &Option<_>| desk.as_ref().map(|desk| Place::text(desk, language).to_owned());
            assert_eq!(desk(&opened.desk), desk(&built.desk));
        }
    }
}

#[test]
fn what_is_no_register_is_refused_with_its_first_problem_and_changes_nothing() {
    let mut making = Making::begin(practice());
    for bad in ["", "{", "[]", "{}", "\u{0}PNG", "{\"version\": 1, \"site\": 3}"] {
        making.apply(Happened::Opened(bad.to_owned()), &library().titles());
        assert!(making.unread.as_ref().is_some_and(|why| !why.is_empty()), "{bad}");
        assert_eq!((&making.place, &making.origin), (&practice(), &Origin::Own), "{bad}");
    }
}

#[test]
fn a_register_is_kept_only_when_asked_and_a_device_that_refuses_is_believed() {
    let json = complete().text();
    let mut making = Making::begin(practice());
    making.apply(Happened::Opened(json.clone()), &library().titles());
    assert_eq!(making.origin, Origin::Opened(json.clone()));
    making.apply(Happened::Kept(false), &library().titles());
    assert_eq!(making.origin, Origin::Refused(json));
    making.apply(Happened::Kept(true), &library().titles());
    assert_eq!(making.origin, Origin::Kept);
    making.apply(Happened::Forgotten, &library().titles());
    assert_eq!(making, Making::begin(practice()));
}

#[test]
fn the_code_is_one_that_every_telephone_reads_or_there_is_none() {
    let qr = made(&practice(), &ticked(&["ecg-reading", "skin-images"])).qr.unwrap();
    assert!(qr.version() <= Handout::LARGEST_QR);
    // The longest address a register may have, with the longest link behind it.
    let address = format!("https://clinique.example/{}", "a".repeat(PageAddress::LONGEST - 25));
    let hospital = place(&example("hospital").with("site.page", address.as_str()));
    let most: Vec<Chosen> =
        hospital.uses.iter().take(Link::MOST).map(|one| Chosen::Use(one.id.clone(), true)).collect();
    let handout = made(&hospital, &most);
    assert_eq!(handout.link.as_ref().unwrap().len(), PageAddress::LONGEST + 1 + Link::LONGEST);
    assert_eq!(handout.qr.map(|qr| qr.version()), Some(Handout::LARGEST_QR));
    let too_long = format!("https://clinique.example/{}", "a".repeat(90));
    let here = PageAddress::open(&too_long);
    let none = Handout::of(&file(), &practice(), &choice(&practice(), &[]), &here, None);
    assert!(none.link.is_ok() && none.qr.is_none());
    assert!(Qr::for_wall(&address).is_some_and(|qr| qr.version() <= 6), "and the one on the wall");
}

#[test]
fn the_message_is_in_the_patients_language_and_names_no_use() {
    let practice = practice();
    for language in Language::PAGES {
        let chosen = [ticked(&["ecg-reading", "skin-images"]), vec![Chosen::Language(language)]].concat();
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
            Chosen::Language(Language::En),
            Chosen::Level(Level::Simple),
            Chosen::Handed(Handed::Message),
            Chosen::Handed(Handed::Slip),
        ],
    ]
    .concat();
    let line = made(&practice(), &chosen).line.replace('\u{a0}', " ");
    assert_eq!(
        line,
        "Information sur l’IA donnée le 22 novembre 2026 : page « Cabinet médical Romarin et Fauvette », texte version 1.0, \
         anglais, version simplifiée. Utilisé pendant la visite : Lecture du tracé du cœur (ECG). Préparé ou remis : feuille \
         imprimée, message. Cette ligne note une information, pas un accord."
    );
}

#[test]
fn what_was_prepared_counts_for_what_was_chosen_then_and_not_for_something_else() {
    let practice = practice();
    let mut choice = choice(&practice, &ticked(&["ecg-reading"]));
    choice.apply(Chosen::Handed(Handed::Link), &practice);
    assert_eq!(choice.handed, [Handed::Link]);
    choice.apply(Chosen::Use(id("skin-images"), true), &practice);
    assert!(choice.handed.is_empty());
    let line = made(&practice, &[]).line;
    assert!(line.contains(library().practice_words.get(PracticeWord::LineNotHanded)), "{line}");
}

#[test]
fn the_next_patient_finds_nothing_of_the_last() {
    let practice = practice();
    let mut making = Making::begin(practice.clone());
    let titles = library().titles();
    for chosen in
        [ticked(&["ecg-reading"]), vec![Chosen::Language(Language::En), Chosen::Handed(Handed::Slip)]]
            .concat()
    {
        making.apply(Happened::Chosen(chosen), &titles);
    }
    making.apply(Happened::Search("peau".into()), &titles);
    making.apply(Happened::Chosen(Chosen::Next), &titles);
    assert_eq!(making, Making::begin(practice));
}

#[test]
fn a_use_is_found_by_any_word_of_its_title_or_sentence_without_accents() {
    let practice = practice();
    let found = |text: &str| {
        let mut making = Making::begin(practice.clone());
        making.apply(Happened::Search(text.into()), &library().titles());
        let ids = practice.uses.iter().filter(|one| making.finds(one)).map(|one| one.id.to_string());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(found("").len(), practice.uses.len());
    assert_eq!(found("TRACE coeur"), ["ecg-reading"]);
    assert_eq!(found("trace  ECG"), ["ecg-reading"]);
    assert_eq!(found("beaute"), ["skin-images"]);
    assert_eq!(found("xyz"), [""; 0]);
}
