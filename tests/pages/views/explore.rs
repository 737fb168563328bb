//! The pictures to touch: every state is on the page with its words, as many signs as its numbers, and nothing about the place but
//! what its register tells.

use super::*;
use eclaire::content::{Explorable, Position};

/// One thing that a register may tell of a use.
type Told = fn(&Use) -> Option<bool>;
/// The same, where it tells it in words.
type Fact = fn(&Use) -> Option<&Localised>;

// ---- pictures to touch ---------------------------------------------------------------------------------------

/// The pictures of a page: those about the place only where it declares a use of its own.
fn expected(page: &Seen) -> Vec<&Explorable> {
    let own =
        page.notice.register.as_ref().is_some_and(|register| register.uses.iter().any(|one| !one.by_patient));
    page.notice.explorables.iter().filter(|one| own || one.id != "my-data").collect()
}

/// A picture with its states, each with what it is drawn of.
fn states<'a>(page: &'a Seen, one: &'a Explorable) -> Vec<(&'a Position, ElementRef<'a>)> {
    let found = page.all(&format!("#look-{} .look", one.id));
    assert_eq!(found.len(), one.positions.len(), "{page}: {}", one.id);
    one.positions.iter().zip(found).collect()
}

fn state<'a>(page: &'a Seen, picture: &str, position: &str) -> ElementRef<'a> {
    let one = page.notice.explorables.iter().find(|one| one.id == picture).unwrap();
    let drawn = states(page, one).into_iter().find(|(known, _)| known.id == position);
    drawn.unwrap_or_else(|| panic!("{picture} has no {position}")).1
}

/// How many signs of each kind a picture shows, in their order: none lies on another, none is missing between them.
#[track_caller]
fn signs(picture: ElementRef) -> Vec<(String, usize)> {
    let size: Vec<usize> =
        picture.attr("viewBox").unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    let columns = size[2] / 10;
    let mut places = BTreeMap::new();
    for band in all(picture, "rect") {
        let [x, y, width, height] =
            ["x", "y", "width", "height"].map(|name| band.attr(name).unwrap().parse::<usize>().unwrap() / 10);
        for place in (y..y + height).flat_map(|row| (x..x + width).map(move |column| row * columns + column))
        {
            let sign = band.attr("fill").unwrap().to_owned();
            assert_eq!(places.insert(place, sign), None, "two signs in one place");
        }
    }
    assert!(places.keys().copied().eq(0..places.len()), "in reading order, without a hole");
    assert!(places.len().div_ceil(columns) * 10 == size[3], "no row too many, none cut off");
    let mut groups: Vec<(String, usize)> = Vec::new();
    for sign in places.into_values() {
        match groups.last_mut() {
            Some((last, number)) if *last == sign => *number += 1,
            _ => groups.push((sign, 1)),
        }
    }
    let kinds: BTreeSet<_> = groups.iter().map(|(sign, _)| sign).collect();
    assert_eq!(kinds.len(), groups.len(), "each group in one piece, with a sign of its own (rule 12)");
    groups
}

/// The numbers of a picture without the names of its signs.
#[track_caller]
fn counts(state: ElementRef) -> Vec<usize> {
    signs(the(state, ".crowd")).into_iter().map(|(_, number)| number).collect()
}

#[test]
fn every_state_of_every_picture_is_on_the_page_with_its_words_and_ends_with_what_was_to_be_seen() {
    let mut seen = 0;
    for page in pages() {
        let expected = expected(page);
        let drawn: Vec<_> =
            page.all("details.explore").iter().map(|one| one.attr("id").unwrap().to_owned()).collect();
        let ids: BTreeSet<_> = expected.iter().map(|one| format!("look-{}", one.id)).collect();
        assert_eq!(drawn.len(), ids.len(), "{page}: {drawn:?}");
        assert_eq!(drawn.into_iter().collect::<BTreeSet<_>>(), ids, "{page}");
        for one in expected {
            let picture = page.the(&format!("#look-{}", one.id));
            assert_eq!(text(the(picture, "legend")), page.shown(&one.asks), "{page}: {}", one.id);
            for (position, state) in states(page, one) {
                let label =
                    ElementRef::wrap(state.prev_siblings().find(|one| one.value().is_element()).unwrap())
                        .unwrap();
                assert_eq!(text(label), page.shown(&position.label), "{page}: {}", one.id);
                // What is counted stands in its place.
                for piece in pieces(&page.shown(&position.says)) {
                    assert!(text(state).contains(&piece), "{page}: {}: “{piece}”", position.id);
                }
                assert!(!text(state).contains(['{', '}']), "{page}: {}", text(state));
            }
            let last = picture.child_elements().last().unwrap();
            assert_eq!(last.attr("class"), Some("seen"), "{page}: {}", one.id);
            assert_eq!(text(last), page.shown(&one.seen), "{page}");
            assert_eq!(sentences(&text(last)), 1, "{page}: {}", text(last));
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen} pictures");
}

fn sentences(text: &str) -> usize {
    text.split_inclusive(". ").count()
}

#[test]
fn each_picture_is_one_group_of_native_buttons_of_which_the_first_is_set_and_none_is_an_answer() {
    for page in pages() {
        for one in expected(page) {
            let buttons = page.all(&format!("#look-{} input", one.id));
            assert_eq!(buttons.len(), one.positions.len(), "{page}");
            let names: BTreeSet<_> = buttons.iter().map(|one| one.attr("name").unwrap()).collect();
            assert_eq!(names, [format!("look-{}", one.id).as_str()].into(), "{page}");
            let set: Vec<_> = buttons.iter().map(|one| one.attr("checked").is_some()).collect();
            assert!(set[0] && !set[1..].contains(&true), "{page}: {}", one.id);
            for button in buttons {
                // `data-picture` is what keeps them out of what the program reads; none has what an answer has.
                assert_eq!(
                    (button.attr("type"), button.attr("data-picture")),
                    (Some("radio"), Some("")),
                    "{page}"
                );
                for answer in ["data-item", "data-question", "data-about", "data-setting", "value"] {
                    assert_eq!(button.attr(answer), None, "{page}: {}", button.html());
                }
                let label = page.the(&format!("label[for={}]", button.attr("id").unwrap()));
                // The style shows a state by what stands directly before it.
                assert_eq!(next(button).map(|one| one.id()), Some(label.id()), "{page}");
                assert_eq!(next(label).and_then(|one| one.attr("class")), Some("look"), "{page}");
            }
        }
    }
}

#[test]
fn the_numbers_of_an_invented_example_are_those_of_its_picture_and_the_text_says_that_it_is_invented() {
    let invented = [
        (FR, "invent"),
        (EN, "made up"),
        (EN, "made-up"),
        (AR, "غير حقيقي"),
        (Language::Es, "inventado"),
        (Language::Pt, "inventado"),
        (Language::Ro, "inventat"),
        (Language::Tr, "uydurma"),
        (Language::Ru, "вымышлен"),
    ];
    for page in pages() {
        for one in expected(page) {
            let with_numbers: Vec<_> =
                states(page, one).into_iter().filter(|(position, _)| !position.numbers.is_empty()).collect();
            assert!(with_numbers.is_empty() || with_numbers.len() == one.positions.len(), "{}", one.id);
            if with_numbers.is_empty() {
                continue;
            }
            let lead = page.shown(&one.lead);
            let says =
                invented.iter().any(|(language, word)| *language == page.language && lead.contains(word));
            assert!(says, "{page}: {lead}");
            for (position, state) in with_numbers {
                let numbers: Vec<usize> = position.numbers.iter().map(|one| *one as usize).collect();
                let shown: Vec<_> = numbers.iter().copied().filter(|number| *number > 0).collect();
                assert_eq!(counts(state), shown, "{page}: {}", position.id);
                let lines: Vec<_> = one
                    .legend
                    .iter()
                    .zip(&numbers)
                    .map(|(line, number)| page.shown(line).replace("{number}", &number.to_string()))
                    .collect();
                let drawn = texts(&all(state, ".people-legend li"));
                let drawn: Vec<_> = drawn.iter().map(|one| bare(one)).collect();
                assert_eq!(drawn, lines, "{page}: {}", position.id);
            }
        }
    }
}

/// What the sentence of a state says of missed people and false alarms is what its picture shows.
#[test]
fn the_sentence_of_a_threshold_says_how_many_are_missed_and_how_many_are_alarmed() {
    let page = page("hospital", FR);
    let alarms = page.notice.explorables.iter().find(|one| one.id == "alarms").unwrap();
    let mut before: Option<(u32, u32)> = None;
    for position in &alarms.positions {
        let [found, missed, alarmed, left] = position.numbers[..] else { panic!("{position:?}") };
        assert_eq!((found + missed, found + missed + alarmed + left), (20, 100), "as the text says");
        for says in position.says.versions() {
            let numbers: Vec<u32> = says
                .text
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .filter(|number| *number != 100)
                .collect();
            assert_eq!(numbers, [missed, alarmed], "{}", says.text);
        }
        // Both kinds of error, each against the other: what there was to see.
        assert!(before.is_none_or(|(less, more)| missed > less && alarmed < more), "{position:?}");
        before = Some((missed, alarmed));
    }
}

#[test]
fn the_numbers_of_a_register_stand_under_the_example_with_their_source_and_who_was_tested_and_none_else() {
    for (page, register) in pages_with_a_register() {
        let known: Vec<_> = register
            .uses
            .iter()
            .filter(|one| !one.by_patient)
            .filter_map(|one| Some((one, one.performance.as_ref()?)))
            .collect();
        let told = page.all("#look-alarms .told li");
        assert_eq!(told.len(), known.len(), "{page}");
        for (line, (one, performance)) in told.into_iter().zip(known) {
            assert_eq!(the(line, "a").attr("href"), Some(format!("#use-{}", one.id).as_str()), "{page}");
            for (word, number) in [
                (Word::PeopleFound, performance.found),
                (Word::PeopleMissed, performance.missed),
                (Word::PeopleFalseAlarm, performance.false_alarms),
                (Word::PeopleLeftAlone, performance.left_alone),
            ] {
                assert!(
                    text(line).contains(&page.filled(word, &[("number", &number.to_string())])),
                    "{page}: {}",
                    text(line)
                );
            }
            for source in [&performance.study, &performance.tested_on] {
                let source = source.as_ref().map_or(page.not_told().to_owned(), |text| page.shown(text));
                assert!(text(line).contains(&source), "{page}: {}", text(line));
            }
        }
    }
    // Without figures nothing is put in their place.
    let none = page("gaps-only", FR);
    assert!(
        none.notice.register.as_ref().unwrap().uses.iter().all(|one| one.performance.is_none()),
        "or else this shows nothing"
    );
    assert!(none.all("#look-alarms .told").is_empty());
    assert!(none.all("#look-alarms details").is_empty(), "a promise of numbers");
}

/// The groups of a question of the data: what is told in one way or the other, then what is not.
fn groups(page: &Seen, position: &str) -> Vec<(String, usize)> {
    let named = signs(the(state(page, "my-data", position), ".crowd"));
    named
        .into_iter()
        .map(|(sign, number)| {
            (sign.trim_start_matches("url(#sign-").trim_end_matches(')').to_owned(), number)
        })
        .collect()
}

#[test]
fn where_data_go_shows_one_sign_a_use_and_every_gap_as_a_frame_and_in_words() {
    for (page, register) in pages_with_a_register().filter(|(page, _)| expected(page).len() == 4) {
        let uses: Vec<&Use> = register.uses.iter().filter(|one| !one.by_patient).collect();
        let count = |is: &dyn Fn(&Use) -> bool| uses.iter().filter(|one| is(one)).count();
        let hosted = |one: &Use| {
            one.hosting.as_ref().is_some_and(|one| one.organisation.is_some() && one.country.is_some())
        };
        let whole = [
            (
                "care",
                vec![
                    ("full", count(&|one| one.department.is_some())),
                    ("gap", count(&|one| one.department.is_none())),
                ],
            ),
            ("hosting", vec![("full", count(&hosted)), ("gap", count(&|one| !hosted(one)))]),
            (
                "kept",
                vec![("full", count(&|one| one.kept.is_some())), ("gap", count(&|one| one.kept.is_none()))],
            ),
            ("training", three(&uses, |one| one.training)),
            ("commercial", three(&uses, |one| one.commercial)),
            ("others", {
                let told = register.reuses.iter().filter(|one| one.who.is_some()).count();
                vec![("full", told), ("gap", register.reuses.len() - told)]
            }),
        ];
        for (position, expected) in whole {
            let expected: Vec<_> = expected
                .into_iter()
                .filter(|(_, number)| *number > 0)
                .map(|(sign, number)| (sign.to_owned(), number))
                .collect();
            assert_eq!(groups(page, position), expected, "{page}: {position}");
            let gaps = expected.iter().find(|(sign, _)| sign == "gap").map_or(0, |(_, number)| *number);
            let state = state(page, "my-data", position);
            let says_so = text(state).contains(page.not_told());
            assert_eq!(says_so, gaps > 0, "{page}: {position}: {}", text(state));
        }
    }
}

fn three(uses: &[&Use], fact: impl Fn(&Use) -> Option<bool>) -> Vec<(&'static str, usize)> {
    let count = |value| uses.iter().filter(|one| fact(one) == value).count();
    vec![("full", count(Some(true))), ("ring", count(Some(false))), ("gap", count(None))]
}

/// Who sees them, who hosts, and how long: each line once, and their numbers are those of the uses that say so.
#[test]
fn each_department_each_host_and_each_duration_stands_once_with_the_number_of_its_uses() {
    for (page, register) in pages_with_a_register().filter(|(page, _)| expected(page).len() == 4) {
        let uses: Vec<&Use> = register.uses.iter().filter(|one| !one.by_patient).collect();
        let lines = texts(&all(state(page, "my-data", "hosting"), ".people-legend li"));
        let number =
            |line: &str| line.rsplit(' ').next().unwrap().trim_end_matches('.').parse::<usize>().unwrap();
        assert_eq!(lines.iter().map(|line| number(line)).sum::<usize>(), uses.len(), "{page}: {lines:?}");
        assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "{page}: {lines:?}");
        for organisation in uses.iter().filter_map(|one| one.hosting.as_ref()?.organisation.as_ref()) {
            let hosted = |one: &&&Use| {
                one.hosting.as_ref().and_then(|one| one.organisation.as_ref()) == Some(organisation)
            };
            let of_it = lines.iter().filter(|line| line.starts_with(organisation.as_str()));
            let told: usize = of_it.map(|line| number(line)).sum();
            assert_eq!(told, uses.iter().filter(hosted).count(), "{page}: {organisation}: {lines:?}");
        }
        let facts: [(&str, Fact); 2] =
            [("care", |one| one.department.as_ref()), ("kept", |one| one.kept.as_ref())];
        for (position, fact) in facts {
            let told: Vec<_> = all(state(page, "my-data", position), ".told li")
                .into_iter()
                .filter(|one| all(*one, "a").is_empty())
                .collect();
            let told = texts(&told);
            let said = || uses.iter().filter_map(|one| fact(one)).map(|text| page.shown(text));
            let distinct: BTreeSet<_> = said().collect();
            assert_eq!(told.len(), distinct.len(), "{page}: {position}: {told:?}");
            for text in distinct {
                let many = said().filter(|one| *one == text).count();
                // In another language a note stands between them.
                let number = if many > 1 { format!(" ({many})") } else { String::new() };
                let is_it = |line: &&String| line.starts_with(&text) && line.ends_with(&number);
                assert!(told.iter().any(|line| is_it(&line)), "{page}: no “{text}”{number} in {told:?}");
            }
        }
    }
}

/// Each use with a gap is named in it, and leads to its card; so is each whose data are used in a way that may surprise.
#[test]
fn a_gap_and_a_yes_name_the_uses_that_they_are_about() {
    for (page, register) in pages_with_a_register().filter(|(page, _)| expected(page).len() == 4) {
        let uses = || register.uses.iter().filter(|one| !one.by_patient);
        let facts: [(&str, Told); 2] =
            [("training", |one| one.training), ("commercial", |one| one.commercial)];
        for (position, fact) in facts {
            let named: Vec<_> = all(state(page, "my-data", position), "a")
                .iter()
                .map(|one| one.attr("href").unwrap().to_owned())
                .collect();
            let those =
                |value| uses().filter(move |one| fact(one) == value).map(|one| format!("#use-{}", one.id));
            let expected: Vec<_> = those(Some(true)).chain(those(None)).collect();
            assert_eq!(named, expected, "{page}: {position}");
        }
        for link in page.all(".explore a:not(.term)") {
            let place = link.attr("href").unwrap();
            assert!(page.id(place.trim_start_matches('#')).is_some(), "{page}: {place}");
        }
    }
}

#[test]
fn a_register_that_tells_nothing_of_data_is_all_gaps_and_one_that_tells_everything_has_none() {
    let nothing = page("gaps-only", FR);
    for position in ["care", "training"] {
        assert!(groups(nothing, position).iter().all(|(sign, _)| sign == "gap"), "{position}");
    }
    let everything = page("complete", FR);
    for position in ["care", "hosting", "kept", "training", "commercial", "others"] {
        assert!(groups(everything, position).iter().all(|(sign, _)| sign != "gap"), "{position}");
    }
}

#[test]
fn for_whom_software_is_less_sure_is_counted_from_the_cards_and_what_is_missing_is_named() {
    for (page, register) in pages_with_a_register() {
        let own = &page.notice.own_tools;
        let told = register.uses.iter().chain(own).filter(|one| one.less_sure.is_some()).count();
        let picture = page.the("#look-less-sure");
        let here = &page.notice.explorables.iter().find(|one| one.id == "less-sure").unwrap().here;
        let says = page
            .shown(here)
            .replace("{told}", &told.to_string())
            .replace("{all}", &page.all("#care article").len().to_string());
        assert!(text(picture).contains(&says), "{page}: {says}");
        let named: Vec<_> =
            all(picture, ".told a").iter().map(|one| one.attr("href").unwrap().to_owned()).collect();
        let missing: Vec<_> = register
            .uses
            .iter()
            .filter(|one| one.less_sure.is_none())
            .map(|one| format!("#use-{}", one.id))
            .collect();
        assert_eq!(named, missing, "{page}");
    }
}

/// A pattern that stood in a state would go with it when another is chosen.
#[test]
fn the_signs_stand_once_on_a_page_outside_of_every_state() {
    for page in pages() {
        for used in page.all(".crowd rect") {
            let id = used.attr("fill").unwrap().trim_start_matches("url(#").trim_end_matches(')');
            let sign = page.id(id).unwrap_or_else(|| panic!("{page} has no {id}"));
            assert!(
                around(sign).all(|one| !["details", "fieldset"].contains(&one.value().name())),
                "{page}: {id}"
            );
        }
        // A picture is a second telling: its words stand beside it.
        for picture in page.all(".explore svg") {
            assert_eq!(
                (picture.attr("aria-hidden"), picture.attr("focusable")),
                (Some("true"), Some("false")),
                "{page}"
            );
        }
    }
}
