//! The foot, and what nobody may break with what a register says.

use super::*;

// ---- the foot ------------------------------------------------------------------------------------------------

#[test]
fn the_foot_names_every_contact_or_says_that_it_is_not_told() {
    for (page, register) in pages_with_a_register() {
        let contacts = &register.site.contacts;
        let all_contacts = [
            (Word::Desk, &contacts.desk),
            (Word::Dpo, &contacts.dpo),
            (Word::UsersCommission, &contacts.users_commission),
        ];
        let items = page.all("#contacts > ul > li");
        assert_eq!(items.len(), 3, "{page}");
        for (item, (name, contact)) in items.into_iter().zip(all_contacts) {
            assert_eq!(text(the(item, "h3")), page.word(name), "{page}");
            match contact {
                None => assert_eq!(exactly(item, page.not_told()).len(), 1, "{page}"),
                Some(contact) => {
                    let ways =
                        [&contact.phone, &contact.email, &contact.address].into_iter().flatten().cloned();
                    let texts = [&contact.name, &contact.place, &contact.hours].into_iter().flatten();
                    for told in ways.chain(texts.map(|text| page.shown(text))) {
                        assert!(text(item).contains(&plain(&told)), "{page}: no “{told}”");
                    }
                }
            }
        }
    }
}

#[test]
fn the_foot_says_who_wrote_this_who_paid_and_when_it_was_reviewed() {
    for (page, register) in pages_with_a_register() {
        let review = &register.site.review;
        let told = |told: &Option<Localised>| {
            told.as_ref().map_or(page.not_told().to_owned(), |told| page.shown(told))
        };
        let date = |date: Option<Date>| {
            date.map_or(page.not_told().to_owned(), |date| date_in(page.reading, &date.to_string()))
        };
        let expected = [
            (Word::NoticeVersion, review.version.clone()),
            // Not known before the site is made.
            (Word::NoticeFingerprint, "00000000".to_owned()),
            (Word::LastReview, date(review.last)),
            (Word::NextReview, date(review.next)),
            (Word::Author, told(&review.author)),
            (Word::Funding, told(&review.funding)),
        ];
        let found = facts(page.the("#about dl"));
        assert_eq!(found.len(), expected.len(), "{page}");
        for ((name, value), (word, expected)) in found.iter().zip(expected) {
            assert_eq!(name, page.word(word), "{page}");
            assert!(text(*value).starts_with(&expected), "{page}: {name}: {}", text(*value));
        }
    }
}

/// The line about the server is there from the beginning. How to see for oneself is said by the program, once it is true.
#[test]
fn the_foot_says_what_opening_the_page_shows_and_how_to_see_for_oneself_that_nothing_leaves() {
    for page in pages() {
        assert!(text(page.the("#about")).contains(page.word(Word::AboutSilence)), "{page}");
        let note = page.the("#about > [data-all-there]");
        assert_eq!(plain(note.attr("data-all-there").unwrap()), page.word(Word::AllThere), "{page}");
        assert_eq!(text(note), "", "{page}: not said before everything is there");
    }
    for kiosk in kiosks() {
        assert!(
            kiosk.all("[data-all-there]").is_empty(),
            "{kiosk}: who stands there cannot take its network away"
        );
    }
}

/// Every page tells rights, with a register or without.
#[test]
fn the_foot_of_every_page_says_when_the_law_was_last_read() {
    let read = law_read(&library().sources).unwrap();
    for page in pages() {
        let read = date_in(page.reading, &read.to_string());
        let says = text(page.the("#law-read"));
        assert!(says.contains(&read), "{page}: {says}");
    }
}

/// Whether it is past is for a clock to say; without one, nothing is claimed.
#[test]
fn the_warning_of_an_overdue_review_waits_for_a_clock() {
    for (page, register) in pages_with_a_register() {
        let warnings = page.all("[data-due]");
        let due: Vec<_> =
            warnings.iter().map(|warning| warning.attr("data-due").unwrap().to_owned()).collect();
        assert_eq!(
            due,
            register.site.review.next.map(|next| next.to_string()).into_iter().collect::<Vec<_>>()
        );
        for warning in warnings {
            // Without a style nothing is hidden.
            assert_eq!(text(warning), "", "{page}");
            let said = warning.attr("data-overdue").unwrap_or_default().replace('\u{a0}', " ");
            assert_eq!(said, page.word(Word::Overdue), "{page}");
        }
    }
}

#[test]
fn an_example_says_that_it_is_one() {
    for page in pages() {
        let example = page.notice.register.as_ref().is_some_and(|register| register.example);
        assert_eq!(page.text().contains(page.word(Word::Example)), example, "{page}");
    }
}

/// A patient who came to the foot of a good page met 154 lines of English there, and asked what they were. What a register does not tell
/// stands where it counts, and in what the programs say to staff.
#[test]
fn staff_find_every_problem_at_the_foot_after_what_the_list_is_and_a_page_without_problems_has_no_list() {
    let mut with = 0;
    for page in pages() {
        let problems: Vec<_> = page.notice.problems.iter().map(|line| plain(line)).collect();
        match page.all("#staff")[..] {
            [] => assert_eq!(problems, [""; 0], "{page}"),
            [staff] => {
                assert!(!problems.is_empty(), "{page}: a list of nothing");
                assert_eq!(texts(&all(staff, "li")), problems, "{page}");
                assert_eq!((staff.value().name(), staff.attr("open")), ("details", None), "{page}: closed");
                let order: Vec<_> = staff.child_elements().map(|one| one.value().name()).collect();
                assert_eq!(order, ["summary", "p", "ul"], "{page}");
                assert_eq!(text(the(staff, "p")), page.word(Word::StaffProblems), "{page}");
                assert_eq!(the(staff, "ul").attr("lang"), Some("en"), "{page}");
                let counts = [("problems", problems.len().to_string())];
                let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
                assert_eq!(text(the(staff, "summary")), page.filled(Word::Staff, &counts), "{page}");
                with += 1;
            }
            _ => panic!("{page} has two lists for staff"),
        }
    }
    assert!(with >= 2);
    assert!(!page("hospital", FR).notice.gaps.is_empty(), "or else a good page shows nothing");
}

#[test]
fn with_a_broken_register_patients_get_the_general_page_and_a_word_about_it() {
    for language in Language::USUAL {
        let broken = page("broken", language);
        let general = page("general", language);
        let word = broken.word(Word::RegisterBroken);
        let rest = text(broken.the("main")).replacen(&format!("{word} "), "", 1);
        assert_eq!(rest, text(general.the("main")));
        assert!(can_be_read(exactly(broken.the("main"), word)[0]));
        general.does_not_say(word);
    }
}

// ---- whatever a register says --------------------------------------------------------------------------------

/// Looks like markup in every place where markup could begin or end.
const MARKUP: &str =
    "<script>alert(1)</script> <img src=x onerror='alert(2)'> & &amp; <!-- --> <!> <!----> \" ' </main>";

#[test]
fn the_texts_of_a_register_are_words_never_markup() {
    let mut draft = complete();
    let mut told = Vec::new();
    for at in complete().places() {
        let Some(value) = value_at(&draft, &at).as_str().map(str::to_owned) else { continue };
        let changed = format!("{value} {MARKUP}.");
        let with = draft.clone().with(&at, changed.clone());
        // Names for machines, dates and codes are refused by the check.
        if with.check().errors.is_empty() {
            draft = with;
            told.push((at, plain(&changed)));
        }
    }
    assert!(told.len() >= 100, "only {} texts", told.len());
    for page in in_every_language("full of markup", &notice_of(&draft.text())) {
        assert_eq!(page.all("script, img, [onerror]").len(), 0, "{page}");
        let expected = complete_page(page.language);
        assert_eq!(page.elements().count(), expected.elements().count(), "{page} has other elements");
        let other = if page.language == FR { ".en" } else { ".fr" };
        let shown = page.text() + &everything(&page);
        for (at, text) in told.iter().filter(|(at, _)| !at.ends_with(other)) {
            assert!(shown.contains(text), "{page}: {at} is not shown as it is written");
        }
        assert!(page.title.contains("<script>"), "the title is text: whoever writes the page escapes it");
    }
}
