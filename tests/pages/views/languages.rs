//! Languages: each named in itself, nothing in another language unmarked.

use super::*;

#[test]
fn each_language_is_named_in_itself_and_leads_to_its_page() {
    for page in pages() {
        for (form, above) in
            [(Form::Page, ""), (Form::Static, "../"), (Form::Embed, ""), (Form::Framed, "../")]
        {
            let page = Seen::in_form(&page.name, &page.notice, page.language, form);
            let links = page.all("nav:has([hreflang]) a");
            assert_eq!(links.len(), page.notice.languages.len(), "{page}");
            for (link, language) in links.iter().zip(&page.notice.languages) {
                let code = language.code();
                assert_eq!(text(*link), language.own_name(), "{page}");
                assert_eq!((link.attr("lang"), link.attr("hreflang")), (Some(code), Some(code)), "{page}");
                assert_eq!(link.attr("href").unwrap(), format!("{above}{code}/"), "{page}");
                let current = (*language == page.language).then_some("true");
                assert_eq!(link.attr("aria-current"), current, "{page}: {code}");
            }
            assert_eq!(page.the("nav:has([hreflang])").attr("aria-label"), Some(page.word(Word::Languages)));
        }
    }
}

#[test]
fn a_text_in_another_language_is_marked_for_the_eye_and_for_screen_readers() {
    let mut found = 0;
    for page in pages() {
        // Names of laws stay as they are; the languages of the page are named in themselves; staff read English.
        for other in page.all("main [lang]:not(.sources *)") {
            let (language, direction) = (other.attr("lang").unwrap(), other.attr("dir"));
            let classes: Vec<&str> = other.value().classes().collect();
            if other.attr("id") == Some("paper") {
                // It has a language of its own; until another is wanted, that of the page.
                let expected = (page.language.code(), Some(page.language.direction().attribute()));
                assert_eq!((language, direction), expected, "{page}");
            } else if classes.contains(&"french") {
                // It says the same as what it stands beside.
                assert_ne!(page.language, FR, "{page}: French beside French");
                assert_eq!((language, direction), ("fr", Some("ltr")), "{page}");
                let own = other.prev_siblings().find_map(ElementRef::wrap).unwrap();
                assert!(own.value().classes().any(|class| class == "own"), "{page}: {}", own.html());
            } else if classes.contains(&"letter-text") {
                // The heading says that the letter is in French.
                assert_eq!((language, direction), ("fr", Some("ltr")), "{page}");
                let letter = ElementRef::wrap(other.parent().unwrap()).unwrap();
                assert_eq!(text(all(letter, "h4")[0]), page.word(Word::LetterItself), "{page}");
            } else if around(other)
                .any(|one| one.attr("for").is_some_and(|id| id.starts_with("sheet-language-")))
            {
                let named = Language::from_code(language).unwrap();
                assert_eq!(
                    (text(other).as_str(), direction),
                    (named.own_name(), Some(named.direction().attribute()))
                );
            } else if page.notice.register.iter().any(|one| plain(&page.shown(&one.site.name)) == text(other))
            {
                // The place's own name is nobody's translation: only screen readers are told its language.
                assert_eq!(direction, Some(Language::from_code(language).unwrap().direction().attribute()));
                assert!(next(other).is_none(), "{page}: {}", other.html());
            } else {
                assert_marked(page, other);
                found += 1;
            }
        }
    }
    assert!(found >= 20, "only {found} texts in another language");
    page("imported", FR).says("(texte en anglais)");
    page("mixed-languages", EN).says("(text in French)");
    let french = page("mixed-languages", FR);
    let one = exactly(french.the("#use-wound-photos"), "The software measures a wound on a photo.");
    assert_marked(french, one[0]);
    let english = page("mixed-languages", EN);
    assert_marked(english, exactly(english.the("#use-wound-photos h4"), "Photos de plaies")[0]);
}

#[test]
fn every_text_that_one_language_lacks_is_marked_there() {
    let mut unmarked = Vec::new();
    // The place's own name is nobody's translation.
    let translated = |at: &String| at.ends_with(".en") && at != "site.name.en";
    for at in complete().places().into_iter().filter(translated) {
        let draft = complete().without(&at);
        let page = drawn(&draft, EN);
        if page.all(".fallback").is_empty() {
            unmarked.push(at);
        }
    }
    assert_eq!(unmarked, [""; 0], "the English page shows these in French without a word about it");
}

/// Also where only a screen reader reads them. Where nothing can be marked, as in a letter, words say so.
#[test]
fn no_text_in_another_language_passes_for_the_language_it_stands_in() {
    let mut passing = BTreeSet::new();
    for (page, _) in pages_with_a_register() {
        passing.extend(texts_that_pass(page));
        for language in Language::ALL.into_iter().filter(|_| page.reading.level == Level::Clear) {
            let mut visit = Visit::begin(page.language);
            visit.apply(Event::SheetIn(language));
            let paper = Seen::paper(&page.notice, visit, None);
            assert_eq!(language_of(paper.the("#paper")), Some(language));
            passing.extend(texts_that_pass(&paper));
        }
    }
    assert!(passing.is_empty(), "{passing:#?}");
}

fn texts_that_pass(page: &Seen) -> Vec<String> {
    let register = page.notice.register.as_ref().unwrap();
    // By language: what exists only in others, and the note on it.
    let foreign = Language::ALL.map(|language| {
        let texts = all_texts(register).filter(|text| !text.has(language) && !text.is_empty());
        let shown = texts.map(|text| text.pick(language, page.reading.level).unwrap());
        let reading = sheet_reading(page.reading, language);
        let note = |of| filled(reading, Word::OnlyIn, &[("language", name_of(reading, of))]);
        // A name is the same in every language.
        let words = shown.filter(|shown| shown.text.split_whitespace().count() > 2);
        let noted: BTreeSet<_> = words.map(|shown| (plain(shown.text), note(shown.language))).collect();
        (language, noted)
    });
    let mut passing = Vec::new();
    for element in page.elements() {
        let said: String =
            element.children().filter_map(|child| child.value().as_text().map(|t| &**t)).collect();
        let Some(language) = language_of(element) else { continue };
        let (_, foreign) = foreign.iter().find(|(one, _)| *one == language).unwrap();
        let noted =
            |said: String, (text, note): &(String, String)| said.replace(&format!("{text} {note}"), "");
        let said = foreign.iter().fold(plain(&said), noted);
        let found = foreign.iter().filter(|(text, _)| said.contains(text.as_str()));
        let name = element.value().name();
        passing
            .extend(found.map(|(text, _)| format!("{page}: “{text}” in <{name} lang={}>", language.code())));
    }
    passing
}

#[test]
fn every_short_text_is_used_in_every_language_at_every_level() {
    // The examples are in French and English, with a sheet in Arabic: what is used there is used in any other.
    for reading in library().words.keys().filter(|one| [FR, EN, AR].contains(&one.language)) {
        let has_pages = Language::USUAL.contains(&reading.language);
        let seen = everything_said_in(*reading);
        let on_sheets = [Word::NAMES_AND_DATES, Word::ON_SHEET].concat();
        let unused: Vec<_> = if has_pages { Word::ALL } else { &on_sheets }
            .iter()
            .filter(|word| {
                // It says what the simple level is.
                **word != Word::AboutSimple || reading.level == Level::Simple
            })
            .filter(|word| {
                // The desk reads these (`eclaire record`), and this no example needs (tests/core/code.rs).
                ![Word::ReadBack, Word::CodeTooLong].contains(word)
            })
            .filter(|word| {
                // A sheet lists what was said; what is not told stands on pages.
                has_pages || ![Word::NotTold, Word::NotToldPractice].contains(word)
            })
            .filter(|word| {
                // What stands around the kiosk says these (tests/browser/kiosk-shell.test.mjs).
                ![Word::OneMoment, Word::KioskNotReady, Word::KioskStopped].contains(word)
            })
            .filter(|word| {
                // Said where a browser translates the page, and where another window has kept something
                // (tests/browser/translated.test.mjs, keep.test.mjs).
                ![Word::SheetTranslated, Word::KeptMeanwhile].contains(word)
            })
            .filter(|word| {
                // Said while another reading has not come (tests/browser/readings.test.mjs).
                ![Word::ReadingWaits, Word::ReadingMissing].contains(word)
            })
            .filter(|word| {
                // Said where a browser does not remove what was kept, and around a static page (tests/browser/keep-refused.test.mjs,
                // without-program.test.mjs).
                ![Word::KeptStill, Word::WayBack, Word::WayBackLink].contains(word)
            })
            .filter(|word| {
                // Said where a stop has more than twelve uses, which no example has (tests/browser/guide.test.mjs).
                **word != Word::StageOthers
            })
            .filter(|word| {
                // Boxes to tick by hand stand on a page without its program.
                has_pages || ![Word::AnswerLeave, Word::AnswerObject, Word::AnswerTalkFirst].contains(word)
            })
            .filter(|word| {
                // Where a text exists in another language only, its name is said; no example has one in these.
                let named = [Word::InEs, Word::InPt, Word::InRo, Word::InTr, Word::InRu];
                !named.contains(word) && (has_pages || **word != Word::InAr)
            })
            .filter(|word| {
                // French and English have readers (`a_translation_that_nobody_has_read_says_so_with_french_beside`).
                **word != Word::Unreviewed
            })
            .filter(|word| {
                !pieces(written(*reading, **word)).iter().all(|piece| seen.contains(piece.as_str()))
            })
            .map(|word| word.key())
            .collect();
        assert_eq!(unused, [""; 0], "in {}", reading.texts());
    }
}

#[test]
fn every_blank_is_filled() {
    for reading in library().words.keys() {
        let seen = everything_said_in(*reading);
        // These the kiosk's program fills, again and again (tests/browser/kiosk.test.mjs).
        let seen = seen.replace(written(*reading, Word::KioskChecked), "");
        // And these the page's, in the same way.
        let seen = seen
            .replace(written(*reading, Word::LeftOpen), "")
            .replace(written(*reading, Word::MomentsShown), "");
        let seen = seen.replace("{step}", "").replace("{steps}", "").replace("{seconds}", "");
        if let Some(at) = seen.find(['{', '}']) {
            let from = seen.floor_char_boundary(at.saturating_sub(60));
            panic!("in {}: …{}", reading.texts(), &seen[from..seen.ceil_char_boundary(at + 60)]);
        }
    }
}

#[test]
fn dates_are_written_as_people_write_them() {
    let cases = [
        ("2026-03-01", "1er mars 2026", "1 March 2026"),
        ("2026-08-15", "15 août 2026", "15 August 2026"),
        ("2026-12", "décembre 2026", "December 2026"),
    ];
    for (date, french, english) in cases {
        assert_eq!(date_in(Reading::clear(FR), date), french);
        assert_eq!(date_in(Reading::clear(EN), date), english);
    }
}

/// At the top and at the foot, in its own language. There is one level to read it at, so nothing to switch.
#[test]
fn a_translation_that_nobody_has_read_says_so_with_french_beside() {
    let all = Language::ALL.map(Language::code);
    let notice = html::notice_of(&complete().with("site.languages", serde_json::json!(all)).text());
    for language in Language::ALL {
        let page = Seen::of("all", &notice, language);
        let notes = page.all(".unreviewed");
        assert_eq!(notes.len(), if language.is_checked() { 0 } else { 2 }, "{page}");
        for note in notes {
            let said = plain(&text(note));
            assert!(said.starts_with(&plain(page.word(Word::Unreviewed))), "{said}");
            assert_eq!(language_of(note), Some(language));
            let link = the(note, "a");
            assert_eq!((link.attr("hreflang"), link.attr("href")), (Some("fr"), Some("fr/")));
        }
        assert_eq!(page.all("nav.levels").len(), usize::from(language.is_checked()), "{page}");
        assert_eq!(page.the(".document").attr("dir"), Some(language.direction().attribute()));
        let offered: Vec<_> =
            page.all("nav.languages a").iter().filter_map(|one| one.attr("hreflang")).collect();
        assert_eq!(offered, all, "in the order of the register");
    }
}

/// Simple French, Arabic, and French again.
#[test]
fn whoever_reads_the_simple_version_finds_it_again_after_a_language_that_has_none() {
    let mut visit = Visit::begin(FR);
    for (event, reading) in [
        (Event::ReadAt(Level::Simple), Reading { language: FR, level: Level::Simple }),
        (Event::Read(AR), Reading::clear(AR)),
        (Event::Read(EN), Reading { language: EN, level: Level::Simple }),
        (Event::Erase, Reading { language: EN, level: Level::Simple }),
        (Event::Read(Language::Ru), Reading::clear(Language::Ru)),
        (Event::ReadAt(Level::Clear), Reading::clear(Language::Ru)),
        (Event::Read(FR), Reading::clear(FR)),
    ] {
        visit.apply(event);
        assert_eq!(visit.reading, reading);
    }
}
