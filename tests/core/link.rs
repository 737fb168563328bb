//! The link: what may stand behind `#`, and nothing else; it reads for ever; opening it does nothing but show.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::choices::{Answers, Id};
use eclaire::content::{Language, Level};
use eclaire::notice::Notice;
use eclaire::patient::{Event, Kit, Named, Visit, follow};
use eclaire::register::check;
use eclaire::share::{AddressProblem, Link, PageAddress, TooMany, UseCode};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::{library, repository, two_names_that_begin_alike};

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

/// The code of a use of three characters, as links had it from the beginning.
fn short(name: &str) -> UseCode {
    UseCode::parse(&UseCode::of(&id(name)).to_string()[..UseCode::SHORTEST]).unwrap()
}

/// The link that names these uses, of a page that has no others.
fn naming(language: Language, level: Level, uses: &[Id]) -> Link {
    Link::to(language, level, uses, uses.iter()).unwrap()
}

#[test]
fn every_use_of_the_catalogue_has_three_characters_of_its_own() {
    let mut seen = BTreeMap::new();
    for name in library().catalogue.keys() {
        let before = seen.insert(short(name), name);
        assert_eq!(before, None, "{name} begins like {before:?}: links would be longer; give it another id");
    }
    assert!(seen.len() > 40);
}

#[test]
fn two_uses_that_begin_alike_are_told_apart_by_one_character_more() {
    let (one, other) = two_names_that_begin_alike();
    let (third, all) = (id("ecg-reading"), [one.clone(), id("ecg-reading"), other.clone()]);
    for (uses, length) in
        [(vec![one.clone()], 12), (vec![other.clone(), third.clone()], 16), (vec![third], 10)]
    {
        let link = Link::to(Language::Fr, Level::Clear, &uses, all.iter()).unwrap();
        assert_eq!(link.to_string().len(), length, "{link}");
        assert_eq!(Link::read(&link.to_string()), Some(link.clone()));
        let (found, unknown) = link.among(all.iter());
        let meant: Vec<Id> = all.iter().filter(|id| uses.contains(id)).cloned().collect();
        assert_eq!((found, unknown), (meant, 0), "{link}");
        // To a page that has this use alone it says the same.
        assert_eq!(link.among(uses[..1].iter()).0, uses[..1]);
    }
}

/// A link of before names a use by three characters; then the hospital wrote one more, whose code begins so. Nobody can know which was
/// meant: the page says that it does not recognise it, and names neither.
#[test]
fn an_old_link_that_could_mean_two_uses_of_today_names_neither_and_says_so() {
    let (one, other) = two_names_that_begin_alike();
    let before = naming(Language::Fr, Level::Clear, std::slice::from_ref(&one));
    assert_eq!(before.among([&one].into_iter()), (vec![one.clone()], 0));
    let today = [id("ecg-reading"), one.clone(), other.clone()];
    assert_eq!(before.among(today.iter()), (vec![], 1));
    // And one that was cut off behind the dash.
    let link = Link::to(Language::Fr, Level::Clear, &[one], today.iter()).unwrap().to_string();
    let cut = Link::read(&link[..link.len() - 1]).unwrap();
    assert_eq!(cut.among(today.iter()), (vec![], 1), "{link}");
}

proptest! {
    #![proptest_config(support::cases(50))]

    /// Two names of whatever register have links of their own: only sums of 64 bits that are the same could not be told apart.
    #[test]
    fn no_two_uses_of_a_register_have_one_name_in_links(
        names in proptest::collection::btree_set("[a-z][a-z0-9-]{0,12}", 2..400)
    ) {
        let ids: Vec<Id> = names.iter().map(|name| id(name)).collect();
        for one in ids.iter().step_by(7) {
            let link = Link::to(Language::En, Level::Clear, std::slice::from_ref(one), ids.iter()).unwrap();
            prop_assert_eq!(Link::read(&link.to_string()), Some(link.clone()));
            prop_assert_eq!(link.among(ids.iter()), (vec![one.clone()], 0));
        }
    }
}

#[test]
fn links_on_paper_read_for_ever() {
    let files = std::fs::read_dir(repository("tests/fixtures/links")).unwrap();
    let golden: String = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let lines: Vec<&str> = golden.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() > 10);
    for line in lines {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [fragment, language, level, uses] = fields.as_slice() else { panic!("{line}") };
        let link = Link::read(fragment).unwrap();
        assert_eq!(link.language.map_or("-", Language::code), *language, "{line}");
        assert_eq!(link.level.map_or("-", Level::code), *level, "{line}");
        let expected: Vec<Id> = uses.split(',').filter(|name| *name != "-").map(id).collect();
        assert!(link.uses.len() == expected.len() && !link.unread, "{line}");
        assert!(link.uses.iter().zip(&expected).all(|(code, id)| code.names(id)), "{line}");
    }
}

#[test]
fn a_link_is_at_most_40_characters_and_begins_like_no_anchor() {
    let uses: Vec<Id> = library().catalogue.keys().map(|name| id(name)).collect();
    let to = |uses: &[Id], all: &[Id]| Link::to(Language::Fr, Level::Simple, uses, all.iter());
    let longest = to(&uses[..Link::MOST], &uses).unwrap();
    assert!(longest.to_string().len() <= Link::LONGEST, "{longest}");
    assert_eq!(Link::MOST, 11);
    let one_more = to(&uses[..=Link::MOST], &uses);
    assert_eq!(one_more, Err(TooMany { most: Link::MOST }), "one more does not fit");
    // A use that needs more characters leaves room for fewer.
    let (one, other) = two_names_that_begin_alike();
    let with_long: Vec<Id> = [one.clone()].into_iter().chain(uses[..Link::MOST - 1].to_vec()).collect();
    assert!(to(&with_long, &uses).is_ok());
    let all: Vec<Id> = uses.iter().cloned().chain([one, other]).collect();
    assert_eq!(to(&with_long, &all), Err(TooMany { most: Link::MOST - 1 }));
    for anchor in ["", "#", "#care", "use-brain-mri", "#theme=accent:0b5563", "#é", "#_", "#.", "#v1"] {
        assert_eq!(Link::read(anchor), None, "{anchor}");
    }
}

#[test]
fn a_generic_link_names_nothing() {
    let link = naming(Language::En, Level::Clear, &[]);
    assert_eq!(link.to_string(), "1.en.c");
    assert_eq!(opened(&example("practice"), "#1.en.c").named, Named::default());
}

#[test]
fn what_was_typed_from_paper_reads_the_same() {
    let link = naming(Language::Fr, Level::Clear, &[id("ecg-reading"), id("skin-images")]);
    let written = link.to_string();
    assert_eq!(Link::read(&written.to_uppercase()), Some(link.clone()));
    let alike = written.split_at(7);
    let alike = format!("{}{}", alike.0, alike.1.replace('0', "o").replace('1', "l"));
    assert_eq!(Link::read(&alike), Some(link));
}

#[test]
fn the_page_is_opened_in_the_language_and_at_the_level_of_the_link_and_begins_with_the_uses() {
    let notice = example("practice");
    let link = naming(Language::En, Level::Simple, &[id("skin-images"), id("ecg-reading")]);
    let visit = opened(&notice, &link.to_string());
    assert_eq!((visit.reading.language, visit.reading.level), (Language::En, Level::Simple));
    let in_order = vec![id("ecg-reading"), id("skin-images")];
    assert_eq!(visit.named, Named { uses: in_order, ..Named::default() }, "in the order of the page");
}

#[test]
fn what_this_page_does_not_recognise_is_left_out_and_counted() {
    let notice = example("practice");
    let (ecg, mri) = (short("ecg-reading"), short("brain-mri"));
    for (fragment, uses, unknown, unread) in [
        (format!("1.fr.c.{ecg}{mri}"), 1, 1, false),
        (format!("1.ar.c.{ecg}"), 1, 1, false),
        (format!("1.xx.q.{ecg}"), 1, 0, true),
        (format!("1.fr.c.{ecg}.abcd"), 1, 1, true),
        (format!("1.fr.en.c.s.{ecg}{ecg}"), 1, 0, true),
        (format!("1.fr.c.{ecg}.%C3%A9"), 1, 0, true),
        (format!("1.fr.c.{ecg}."), 1, 0, false),
        (format!("1.fr.c.{ecg}-u"), 1, 0, true),
        (format!("1.fr.c.{ecg}-{}", "0".repeat(11)), 1, 0, true),
        ("1.fr.c.uuu".into(), 0, 0, true),
        ("2.fr.c".into(), 0, 0, true),
        ("1".into(), 0, 0, false),
        ("12".into(), 0, 0, true),
        ("1.é".into(), 0, 0, true),
        (format!("1.fr.c.{}", "0".repeat(60)), 0, 1, true),
    ] {
        let named = opened(&notice, &fragment).named;
        assert_eq!((named.uses.len(), named.unknown, named.unread), (uses, unknown, unread), "{fragment}");
    }
    let visit = opened(&notice, "1.ar.c");
    assert_eq!(visit.reading.language, Language::Fr, "a language without pages changes nothing");
}

/// Mail programs, messengers and people put something behind a link, or write a character of it with a percent sign. Each of these lost
/// every use, and was said to name a thing that the page did not know.
#[test]
fn a_link_that_was_changed_on_its_way_is_read_as_far_as_it_goes() {
    let notice = example("practice");
    let (ecg, skin) = (short("ecg-reading"), short("skin-images"));
    let link = format!("1.en.s.{ecg}{skin}");
    let whole = opened(&notice, &link);
    assert_eq!((whole.named.uses.len(), whole.reading.level), (2, Level::Simple));
    for behind in [
        ")",
        ").",
        ",",
        ";",
        ">",
        "%3E",
        "]",
        "}",
        "\"",
        "%22",
        "'",
        "’",
        "»",
        "%C2%A0%C2%BB",
        "!",
        ":",
        "*",
        "_",
        "/",
        " ",
        "%20",
        "+",
        "?utm_source=mail",
        "&fbclid=IwAR0",
        "?fbclid=x#y",
        "#:~:text=x",
        "%0D%0A",
        "…",
        "%20et",
        " is it",
        "<br>",
        "%3C/a%3E",
        "\u{200b}",
        "%E2%80%8B",
        ".",
        "…)",
        "&amp;x",
    ] {
        assert_eq!(opened(&notice, &format!("#{link}{behind}")), whole, "{behind}");
    }
    for hidden in ["\u{ad}", "%C2%AD", "%E2%80%8B", "\u{2060}", "\u{feff}"] {
        let (begin, end) = link.split_at(9);
        assert_eq!(opened(&notice, &format!("{begin}{hidden}{end}")), whole, "{hidden:?}");
        assert_eq!(opened(&notice, &format!("#{hidden}{link}")), whole, "{hidden:?}");
    }
    assert_eq!(opened(&notice, &link.replace('.', "%2E")), whole);
    for cut in 1..=2 {
        let visit = opened(&notice, &link[..link.len() - cut]);
        assert_eq!((visit.reading, visit.named.unread), (whole.reading, true), "{cut} cut off");
        assert_eq!((visit.named.uses, visit.named.unknown), (vec![id("ecg-reading")], 0), "{cut} cut off");
    }
    let name_gone = opened(&notice, &link[..link.len() - 3]).named;
    assert_eq!(
        (name_gone.uses.len(), name_gone.unread),
        (1, false),
        "nobody can see that a whole name is gone"
    );
    // What was torn off by a character that is no link's is missed.
    for torn in ["=", "_", "é", "€", "%zz", "%FF"] {
        let visit = opened(&notice, &format!("1.en.s.{ecg}{torn}{skin}"));
        assert_eq!((visit.named.uses, visit.named.unread), (vec![id("ecg-reading")], true), "{torn}");
        assert_eq!(visit.reading, whole.reading);
    }
}

#[test]
fn of_a_link_that_is_too_long_the_first_forty_characters_are_read_and_the_rest_is_missed() {
    for (broken, unread) in [
        (format!("1.en.s.{}", "0".repeat(33)), false),
        (format!("1.en.s.{}", "0".repeat(34)), true),
        (format!("1.en.s.{}é", "0".repeat(33)), true),
        (format!("1.en.s.{}é", "0".repeat(36)), true),
        (format!("1.en.s.{}", "0".repeat(10_000)), true),
    ] {
        let link = Link::read(&broken).unwrap();
        assert_eq!(
            (link.language, link.uses.len(), link.unread),
            (Some(Language::En), 1, unread),
            "{broken}"
        );
    }
}

#[test]
fn a_language_and_a_level_that_a_page_does_not_have_change_nothing_and_are_counted() {
    let mut notice = example("practice");
    notice.levels = vec![Level::Clear];
    let visit = opened(&notice, "1.en.s");
    assert_eq!((visit.reading.language, visit.reading.level), (Language::En, Level::Clear));
    assert_eq!(visit.named.unknown, 1);
    let visit = opened(&notice, "1.ar.s.uuu");
    assert_eq!((visit.reading.language, visit.named.unknown, visit.named.unread), (Language::Fr, 2, true));
}

#[test]
fn without_a_register_a_link_still_opens_the_page() {
    let notice = Notice::compose(None, library());
    let link = naming(Language::En, Level::Simple, &[id("ecg-reading")]);
    let visit = opened(&notice, &link.to_string());
    assert_eq!((visit.reading.language, visit.named.uses.len(), visit.named.unknown), (Language::En, 0, 1));
}

#[test]
fn nothing_that_a_link_says_is_an_answer_or_part_of_a_code() {
    let notice = example("practice");
    let link = naming(Language::Fr, Level::Clear, &[id("ecg-reading")]);
    let with = opened(&notice, &link.to_string());
    let without = Visit::begin(notice.first_language());
    assert_eq!(with.answers, Answers::default());
    assert_eq!(with.code(notice.fingerprint, None), without.code(notice.fingerprint, None));
    assert!(!with.shows_code && with.behalf.is_none() && with.sheet_language.is_none());
}

#[test]
fn erasing_takes_away_what_the_link_named() {
    let notice = example("practice");
    let link = naming(Language::En, Level::Clear, &[id("ecg-reading")]);
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
    let link = naming(Language::Fr, Level::Clear, &[]);
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
        fragment in "1(\\.[a-z0-9-]{1,9}){0,5}"
    ) {
        let link = Link::read(&fragment).unwrap();
        let again = Link::read(&link.to_string()).unwrap();
        prop_assert_eq!(Link { unread: false, ..link }, again);
    }

    #[test]
    fn a_link_reads_as_it_was_made(
        names in proptest::collection::btree_set("[a-z][a-z0-9-]{0,39}", 0..=Link::MOST), at in 0..2usize, level in 0..2usize
    ) {
        let uses: Vec<Id> = names.iter().map(|name| id(name)).collect();
        let link = Link::to(Language::USUAL[at], Level::ALL[level], &uses, uses.iter());
        // A use that needs a character more may leave no room for the last.
        prop_assume!(link.is_ok());
        let link = link.unwrap();
        prop_assert_eq!(Link::read(&link.to_string()), Some(link.clone()));
        let (found, unknown) = link.among(uses.iter());
        prop_assert_eq!((found, unknown), (uses, 0));
    }
}
