//! The link: what may stand behind `#`, and nothing else; it reads for ever; opening it does nothing but show.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answers, Id};
use eclaire::content::{Language, Level};
use eclaire::notice::Notice;
use eclaire::patient::{Event, Kit, Named, Visit, follow};
use eclaire::register::check;
use eclaire::share::{AddressProblem, Link, PageAddress, UseCode};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::{library, repository};

fn id(name: &str) -> Id {
    Id::parse(name).unwrap()
}

fn example(name: &str) -> Notice {
    let json = std::fs::read_to_string(repository(&format!("content/registers/{name}.json"))).unwrap();
    Notice::compose(Some(check(&json, library())), library())
}

/// A visit that was opened with a link.
fn opened(notice: &Notice, fragment: &str) -> Visit {
    let mut visit = Visit::begin(notice.first_language());
    let link = Link::read(fragment).unwrap();
    follow(&link, &Kit::of(notice)).into_iter().for_each(|event| visit.apply(event));
    visit
}

#[test]
fn every_use_of_the_catalogue_has_a_code_of_its_own() {
    let mut seen = BTreeMap::new();
    for name in library().catalogue.keys() {
        let before = seen.insert(UseCode::of(&id(name)), name);
        assert_eq!(before, None, "{name} has the code of {before:?}: give it another id");
    }
    assert!(seen.len() > 40);
}

#[test]
fn links_on_paper_read_for_ever() {
    let golden = std::fs::read_to_string(repository("tests/fixtures/links/november-2026.txt")).unwrap();
    let lines: Vec<&str> = golden.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() > 5);
    for line in lines {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [fragment, language, level, uses] = fields.as_slice() else { panic!("{line}") };
        let link = Link::read(fragment).unwrap();
        assert_eq!(link.language.map_or("-", Language::code), *language, "{line}");
        assert_eq!(link.level.map_or("-", Level::code), *level, "{line}");
        let expected: Vec<UseCode> =
            uses.split(',').filter(|name| *name != "-").map(|name| UseCode::of(&id(name))).collect();
        assert_eq!((link.uses, link.unknown), (expected, 0), "{line}");
    }
}

#[test]
fn a_link_is_at_most_40_characters_and_begins_like_no_anchor() {
    let uses: Vec<Id> = library().catalogue.keys().map(|name| id(name)).collect();
    let longest = Link::to(Language::Fr, Level::Simple, &uses[..Link::MOST]).unwrap();
    assert!(longest.to_string().len() <= Link::LONGEST, "{longest}");
    assert_eq!(Link::MOST, 11);
    assert_eq!(Link::to(Language::Fr, Level::Simple, &uses[..=Link::MOST]), None, "one more does not fit");
    for anchor in ["", "#", "#care", "use-brain-mri", "#theme=accent:0b5563", "#é", "#_", "#.", "#v1"] {
        assert_eq!(Link::read(anchor), None, "{anchor}");
    }
}

#[test]
fn a_generic_link_names_nothing() {
    let link = Link::to(Language::En, Level::Clear, &[]).unwrap();
    assert_eq!(link.to_string(), "1.en.c");
    assert_eq!(opened(&example("practice"), "#1.en.c").named, Named::default());
}

#[test]
fn what_was_typed_from_paper_reads_the_same() {
    let link = Link::to(Language::Fr, Level::Clear, &[id("ecg-reading"), id("skin-images")]).unwrap();
    let written = link.to_string();
    assert_eq!(Link::read(&written.to_uppercase()), Some(link.clone()));
    let alike = written.split_at(7);
    let alike = format!("{}{}", alike.0, alike.1.replace('0', "o").replace('1', "l"));
    assert_eq!(Link::read(&alike), Some(link));
}

#[test]
fn the_page_is_opened_in_the_language_and_at_the_level_of_the_link_and_begins_with_the_uses() {
    let notice = example("practice");
    let link = Link::to(Language::En, Level::Simple, &[id("skin-images"), id("ecg-reading")]).unwrap();
    let visit = opened(&notice, &link.to_string());
    assert_eq!((visit.reading.language, visit.reading.level), (Language::En, Level::Simple));
    let in_order = vec![id("ecg-reading"), id("skin-images")];
    assert_eq!(visit.named, Named { uses: in_order, unknown: 0 }, "in the order of the page");
}

#[test]
fn what_this_page_does_not_know_is_left_out_and_counted() {
    let notice = example("practice");
    let ecg = UseCode::of(&id("ecg-reading"));
    let mri = UseCode::of(&id("brain-mri"));
    for (fragment, uses, unknown) in [
        (format!("1.fr.c.{ecg}{mri}"), 1, 1),
        (format!("1.ar.c.{ecg}"), 1, 1),
        (format!("1.xx.q.{ecg}"), 1, 2),
        (format!("1.fr.c.{ecg}.abcd"), 1, 1),
        (format!("1.fr.en.c.s.{ecg}{ecg}"), 1, 2),
        (format!("1.fr.c.{ecg}?utm_source=mail"), 0, 1),
        (format!("1.fr.c.{ecg}.%C3%A9"), 1, 1),
        (format!("1.fr.c.{ecg}."), 1, 0),
        ("1.fr.c.uuu".into(), 0, 1),
        ("2.fr.c".into(), 0, 1),
        ("1".into(), 0, 0),
        ("12".into(), 0, 1),
        ("1.é".into(), 0, 1),
        (format!("1.fr.c.{}", "0".repeat(60)), 0, 1),
    ] {
        let named = opened(&notice, &fragment).named;
        assert_eq!((named.uses.len(), named.unknown), (uses, unknown), "{fragment}");
    }
    let visit = opened(&notice, "1.ar.c");
    assert_eq!(visit.reading.language, Language::Fr, "a language without pages changes nothing");
}

#[test]
fn of_a_link_that_is_too_long_or_has_foreign_letters_nothing_is_believed() {
    for broken in
        ["1.en.s.é".to_owned(), format!("1.en.s.{}", "0".repeat(34)), format!("1.en.s.{}é", "0".repeat(36))]
    {
        assert_eq!(Link::read(&broken), Some(Link { unknown: 1, ..Link::default() }), "{broken}");
    }
    let longest = format!("1.en.s.{}", "0".repeat(33));
    assert_eq!((longest.len(), Link::read(&longest).unwrap().language), (Link::LONGEST, Some(Language::En)));
}

#[test]
fn a_language_and_a_level_that_a_page_does_not_have_change_nothing_and_are_counted() {
    let mut notice = example("practice");
    notice.levels = vec![Level::Clear];
    let visit = opened(&notice, "1.en.s");
    assert_eq!((visit.reading.language, visit.reading.level), (Language::En, Level::Clear));
    assert_eq!(visit.named.unknown, 1);
    let visit = opened(&notice, "1.ar.s.uuu");
    assert_eq!((visit.reading.language, visit.named.unknown), (Language::Fr, 3));
}

#[test]
fn without_a_register_a_link_still_opens_the_page() {
    let notice = Notice::compose(None, library());
    let link = Link::to(Language::En, Level::Simple, &[id("ecg-reading")]).unwrap();
    let visit = opened(&notice, &link.to_string());
    assert_eq!((visit.reading.language, visit.named.uses.len(), visit.named.unknown), (Language::En, 0, 1));
}

#[test]
fn nothing_that_a_link_says_is_an_answer_or_part_of_a_code() {
    let notice = example("practice");
    let link = Link::to(Language::Fr, Level::Clear, &[id("ecg-reading")]).unwrap();
    let with = opened(&notice, &link.to_string());
    let without = Visit::begin(notice.first_language());
    assert_eq!(with.answers, Answers::default());
    assert_eq!(with.code(notice.fingerprint, None), without.code(notice.fingerprint, None));
    assert!(!with.shows_code && with.behalf.is_none() && with.sheet_language.is_none());
}

#[test]
fn erasing_takes_away_what_the_link_named() {
    let notice = example("practice");
    let link = Link::to(Language::En, Level::Clear, &[id("ecg-reading")]).unwrap();
    let mut visit = opened(&notice, &link.to_string());
    visit.apply(Event::Erase);
    assert_eq!(visit.named, Named::default());
}

#[test]
fn the_address_of_a_page_is_https_short_and_says_nothing_of_who_comes() {
    for good in
        ["https://chu-exemple.example/ia/", "https://a.fr", "https://asso.example:8443/cabinet_durand/~x"]
    {
        assert_eq!(PageAddress::parse(good).map(|address| address.to_string()), Ok(good.to_owned()));
    }
    for (bad, problem) in [
        ("http://chu.example/", AddressProblem::Foreign),
        ("chu.example", AddressProblem::Foreign),
        ("https://", AddressProblem::Foreign),
        ("https://localhost/", AddressProblem::Foreign),
        ("https://.example/", AddressProblem::Foreign),
        ("https://chu.example/?p=12", AddressProblem::More),
        ("https://chu.example/ia/index.html", AddressProblem::File),
        ("https://chu.example/#care", AddressProblem::More),
        ("https://moi@chu.example/", AddressProblem::Character('@')),
        ("https://hôpital.example/", AddressProblem::Character('ô')),
        ("https://chu.example/ ia", AddressProblem::Character(' ')),
    ] {
        assert_eq!(PageAddress::parse(bad), Err(problem), "{bad}");
    }
    let long = format!("https://chu.example/{}", "a".repeat(60));
    assert_eq!(PageAddress::parse(&long), Err(AddressProblem::Long(80)));
    let address = PageAddress::open("http://127.0.0.1:8080/practice/?x=1#y");
    assert_eq!(address.to_string(), "http://127.0.0.1:8080/practice/");
    let link = Link::to(Language::Fr, Level::Clear, &[]).unwrap();
    let address = PageAddress::parse("https://chu.example/ia/").unwrap();
    assert_eq!(address.with(&link), "https://chu.example/ia/#1.fr.c");
    assert_eq!(address.short(), "chu.example/ia");
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn whatever_stands_behind_the_hash_the_page_opens(fragment in any::<String>()) {
        let kit = Kit::of(&Notice::compose(None, library()));
        for fragment in [fragment.clone(), format!("#{fragment}"), format!("1.{fragment}")] {
            if let Some(link) = Link::read(&fragment) {
                prop_assert!(link.to_string().len() <= Link::LONGEST);
                let mut visit = Visit::begin(Language::Fr);
                follow(&link, &kit).into_iter().for_each(|event| visit.apply(event));
                prop_assert!(visit.answers.is_empty());
            }
        }
    }

    #[test]
    fn what_nearly_looks_like_a_link_says_only_words_of_its_vocabulary(
        fragment in "1(\\.[a-z0-9]{1,9}){0,5}"
    ) {
        let link = Link::read(&fragment).unwrap();
        let again = Link::read(&link.to_string()).unwrap();
        prop_assert_eq!(Link { unknown: 0, ..link }, again);
    }

    #[test]
    fn a_link_reads_as_it_was_made(
        names in proptest::collection::btree_set("[a-z][a-z0-9-]{0,39}", 0..=Link::MOST), at in 0..2usize, level in 0..2usize
    ) {
        let uses: Vec<Id> = names.iter().map(|name| id(name)).collect();
        let codes: std::collections::BTreeSet<UseCode> = uses.iter().map(UseCode::of).collect();
        prop_assume!(codes.len() == uses.len());
        let link = Link::to(Language::PAGES[at], Level::ALL[level], &uses).unwrap();
        prop_assert_eq!(Link::read(&link.to_string()), Some(link.clone()));
        let (found, unknown) = link.among(uses.iter());
        prop_assert_eq!((found, unknown), (uses, 0));
    }
}
