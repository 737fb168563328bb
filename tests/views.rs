//! What a patient finds on a page, in every language: with a register, without one, with one that is broken, with one
//! that tells everything, nothing, or one language only.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/html.rs"]
mod html;
mod support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request, ToAsk};
use eclaire::content::{
    Date, EmergencyNumber, Helper, Language, LetterList, Level, Localised, Reading, Stage, Word, law_read,
};
use eclaire::notice::Notice;
use eclaire::patient::view::{Page, parts};
use eclaire::patient::{Event, Keeping, Named, Visit};
use eclaire::record::{Behalf, Change, ChangeKind, Changes, Code, Record, Slots, Wording};
use eclaire::register::{Channel, Device, Offer, Performance, ProblemKind, Question, Register, Reuse, Use};
use eclaire::share::Form;
use html::{
    Seen, all, around, beside, can_be_read, complete_page, drawn, exactly, facts, filled, in_every_language,
    name_of, next, notice_of, own, page, pages, pages_with_a_register, plain, sheet_reading, structure, text,
    texts, the, words, written,
};
use leptos::prelude::{Owner, RenderHtml, RwSignal};
use proptest::prelude::*;
use scraper::ElementRef;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use support::{complete, library};

const FR: Language = Language::Fr;
const EN: Language = Language::En;
const AR: Language = Language::Ar;

// ---- the document ----------------------------------------------------------------------------------------

#[test]
fn the_markup_is_good_html() {
    for page in pages() {
        assert_eq!(page.faults(), [""; 0], "{page}");
    }
}

#[test]
fn there_is_one_first_heading_and_no_level_is_skipped() {
    for page in pages() {
        let levels: Vec<u8> = page
            .all("h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|heading| heading.value().name().as_bytes()[1] - b'0')
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{page}");
        assert_eq!(levels[0], 1, "{page}: the first heading");
        for (heading, pair) in levels.windows(2).enumerate() {
            assert!(
                pair[1] <= pair[0] + 1,
                "{page}: after heading {heading}, from h{} to h{}",
                pair[0],
                pair[1]
            );
        }
    }
}

#[test]
fn every_heading_says_something() {
    for page in pages() {
        for heading in page.all("h1, h2, h3, h4, h5, h6, summary, legend, dt") {
            assert!(!text(heading).is_empty(), "{page}: {}", heading.html());
        }
    }
}

#[test]
fn the_page_has_its_six_sections_each_named_by_the_heading_it_begins_with() {
    for page in pages() {
        let sections = page.all("main > section");
        let ids: Vec<_> = sections.iter().map(|section| section.attr("id").unwrap()).collect();
        assert_eq!(ids, ["start", "care", "rights", "wishes", "sheet", "glossary"], "{page}");
        for section in sections {
            let first = section.child_elements().next().unwrap();
            assert!(["h1", "h2"].contains(&first.value().name()), "{page}: {}", first.html());
            assert_eq!(section.attr("aria-labelledby"), first.attr("id"), "{page}");
        }
    }
}

#[test]
fn the_contents_lead_to_every_section_under_its_own_name() {
    for page in pages() {
        let links = page.all("nav > ol a");
        let sections = page.all("main > section");
        assert_eq!(links.len(), sections.len(), "{page}");
        for (link, section) in links.iter().zip(sections) {
            assert_eq!(link.attr("href").unwrap(), format!("#{}", section.attr("id").unwrap()), "{page}");
            let heading = text(section.child_elements().next().unwrap());
            let name =
                if section.attr("id") == Some("start") { page.word(Word::StartShort) } else { &heading };
            assert_eq!(text(*link), name, "{page}");
        }
    }
}

/// WCAG 3.2.6: help stands in the same place everywhere.
#[test]
fn the_last_thing_in_every_section_is_the_same_way_to_ask_someone() {
    for page in pages() {
        let blocks: Vec<_> = page
            .all("main > section")
            .into_iter()
            .map(|section| section.child_elements().last().unwrap())
            .collect();
        for block in &blocks {
            assert!(text(*block).starts_with(page.word(Word::AskSomeone)), "{page}: {}", text(*block));
            assert_eq!(block.html(), blocks[0].html(), "{page}");
            assert_eq!(all(*block, "a[href='#contacts']").len(), 1, "{page}");
        }
        let desk = page.notice.register.as_ref().and_then(|register| register.site.contacts.desk.as_ref());
        if let Some(phone) = desk.and_then(|desk| desk.phone.as_ref()) {
            assert!(text(blocks[0]).contains(&plain(phone)), "{page}: {}", text(blocks[0]));
        }
    }
}

#[test]
fn the_document_says_its_language_and_its_direction() {
    for page in pages() {
        let document = page.the("body > div");
        assert_eq!(document.attr("lang"), Some(page.language.code()), "{page}");
        assert_eq!(document.attr("dir"), Some("ltr"), "{page}");
    }
}

#[test]
fn the_title_names_the_place_and_the_description_is_a_sentence() {
    for page in pages() {
        assert!(page.title.starts_with(page.word(Word::Title)), "{page}: {}", page.title);
        if let Some(register) = &page.notice.register {
            assert!(page.title.contains(&page.shown(&register.site.name)), "{page}: {}", page.title);
        }
        assert!(page.description.ends_with('.'), "{page}: {}", page.description);
    }
}

#[test]
fn the_same_notice_is_always_drawn_as_the_same_bytes() {
    for page in pages() {
        let again = Seen::read_as(&page.name, &page.notice, page.reading, Form::Page);
        assert!(again.source == page.source, "{page} is drawn in another way the second time");
        assert_eq!((&again.title, &again.description), (&page.title, &page.description));
    }
}

#[test]
fn no_marks_are_left_for_a_program_to_take_over() {
    for page in pages() {
        if let Some(at) = page.source.find("<!") {
            panic!("{page} has comments: {}", &page.source[at..page.source.ceil_char_boundary(at + 60)]);
        }
    }
}

// ---- what points where -----------------------------------------------------------------------------------

#[test]
fn every_id_is_there_once() {
    for page in pages() {
        assert_unique_ids(page);
    }
}

/// Names are joined to ids. Whatever names staff choose, no two things get the same id: a label would tick the wrong
/// answer.
#[test]
fn ids_stay_apart_however_staff_name_their_uses_and_questions() {
    let name = |draft: support::Draft, at: &str, id: &str| draft.with(&format!("{at}.id"), id);
    let draft = name(complete(), "uses[2]", "wound");
    let draft = name(draft, "uses[2].questions[0]", "photo-x");
    let draft = name(draft, "reuses[1]", "wound-photo");
    assert_unique_ids(&drawn(&name(draft, "reuses[1].questions[0]", "x"), FR));
    for ending in ["title", "more"] {
        let draft = name(complete(), "uses[2]", "wound");
        assert_unique_ids(&drawn(&name(draft, "uses[3]", &format!("wound-{ending}")), FR));
    }
}

#[test]
fn whatever_points_to_an_id_points_to_one_that_exists() {
    for page in pages() {
        let mut pointed = 0;
        for element in page.elements() {
            for attribute in ["for", "form", "aria-labelledby", "aria-describedby", "aria-controls"] {
                for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                    assert!(page.id(id).is_some(), "{page}: {attribute}=\"{id}\" points to nothing");
                    pointed += 1;
                }
            }
            if let Some(id) = element.attr("href").and_then(|address| address.strip_prefix('#')) {
                assert!(page.id(id).is_some(), "{page}: the link “{}” to #{id} leads nowhere", text(element));
                pointed += 1;
            }
            if let Some(id) = element.attr("fill").and_then(|fill| fill.strip_prefix("url(#")) {
                let id = id.trim_end_matches(')');
                assert!(page.id(id).is_some(), "{page}: a picture is filled with nothing, #{id}");
            }
        }
        assert!(pointed >= 15, "{page}: only {pointed} things point somewhere");
    }
}

#[test]
fn every_link_and_button_has_a_name_and_leads_to_this_page_or_to_its_other_versions() {
    for page in pages() {
        for link in page.all("a") {
            assert!(!text(link).is_empty(), "{page}: {}", link.html());
            let inside = link.attr("href").unwrap().starts_with('#');
            let other = link.attr("hreflang").or(link.attr("data-level"));
            assert!(inside || other.is_some(), "{page}: {}", link.html());
        }
        for button in page.all("button") {
            assert!(!text_of_hidden(button).is_empty(), "{page}: {}", button.html());
        }
    }
}

#[test]
fn links_that_do_the_same_have_the_same_words_and_others_differ() {
    for page in pages() {
        let mut leads: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for change in page.all("#paper a") {
            leads.entry(text(change)).or_default().insert(change.attr("href").unwrap());
        }
        for (name, leads) in leads {
            assert_eq!(leads.len(), 1, "{page}: “{name}” leads to {leads:?}");
        }
    }
}

#[test]
fn every_input_has_a_label_with_words() {
    for page in pages() {
        for input in page.all("input") {
            let id = input.attr("id").unwrap();
            let label = page.the(&format!("label[for='{id}']"));
            assert!(!text(label).is_empty(), "{page}: {id}");
        }
    }
}

#[test]
fn everything_is_native_and_nothing_pretends_to_be_a_control() {
    for page in pages() {
        for element in page.all("[role]") {
            let role = element.attr("role").unwrap();
            assert!(["alert", "img", "status"].contains(&role), "{page}: role={role}");
        }
        assert_eq!(
            page.all("[onclick], [tabindex]:not([tabindex='-1']), [aria-pressed], [aria-checked]").len(),
            0
        );
        let of_page = page.the("[role=status][data-erased]");
        let mut statuses = vec![of_page, page.the("[role=status][data-translated]")];
        statuses.extend(page.id("kept-place"));
        statuses.extend(page.all("#letters > details > [role=status]"));
        let expected = 2 + page.notice.letters.all.len() + usize::from(page.notice.register.is_some());
        assert_eq!(statuses.len(), expected, "{page}");
        assert_eq!(
            page.all("[role=status]").len(),
            statuses.len(),
            "{page}: for the page, a translation, what is kept, letters"
        );
        for status in statuses {
            assert_eq!(text_of_hidden(status), "", "{page}: every status begins empty: {}", status.html());
        }
    }
}

// ---- what is never there ---------------------------------------------------------------------------------

#[test]
fn nothing_is_chosen_before_the_patient_chooses() {
    for page in pages() {
        assert_eq!(page.all("[checked], [selected], [aria-selected]").len(), 0, "{page}");
    }
}

#[test]
fn there_is_nowhere_to_type() {
    for page in pages() {
        assert_eq!(page.all("textarea, select, [contenteditable]").len(), 0, "{page}");
        for input in page.all("input") {
            assert!(matches!(input.attr("type"), Some("radio" | "checkbox")), "{page}: {}", input.html());
            assert_eq!(input.attr("autocomplete"), Some("off"), "{page}: {}", input.html());
        }
    }
}

#[test]
fn there_is_nothing_to_send_and_nothing_to_sign() {
    for page in pages() {
        for form in page.all("form") {
            assert_eq!((form.attr("action"), form.attr("method")), (None, Some("dialog")), "{page}");
        }
        for button in page.all("button") {
            assert!(matches!(button.attr("type"), Some("button" | "reset")), "{page}: {}", button.html());
            assert_eq!(button.attr("formaction"), None, "{page}");
        }
    }
}

#[test]
fn a_page_brings_no_style_no_script_and_nothing_from_elsewhere() {
    for page in pages() {
        let loading =
            "script, style, link, img, iframe, object, embed, audio, video, source, base, meta:not(head *)";
        assert_eq!(page.all(loading).len(), 0, "{page}");
        for element in page.elements() {
            for (name, value) in element.value().attrs() {
                assert!(name != "style" && !name.starts_with("on"), "{page}: {name}=\"{value}\"");
                assert!(
                    !value.contains("javascript:") && !value.contains("//"),
                    "{page}: {name}=\"{value}\""
                );
            }
        }
    }
}

/// Lists of advertisement blockers hide what is called so.
#[test]
fn no_class_and_no_id_is_on_a_list_of_blockers() {
    for page in pages() {
        for element in page.elements() {
            for name in ["class", "id", "name"].map(|attribute| element.attr(attribute).unwrap_or_default()) {
                for word in ["consent", "cookie", "gdpr", "rgpd", "banner"] {
                    assert!(!name.to_lowercase().contains(word), "{page}: “{name}”");
                }
            }
        }
    }
}

// ---- languages -------------------------------------------------------------------------------------------

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
                let own = ElementRef::wrap(other.parent().unwrap()).unwrap();
                let own = own.child_elements().next().unwrap();
                assert!(own.value().classes().any(|class| class == "own"), "{page}: {}", own.html());
            } else if classes.contains(&"letter-text") {
                // The heading says that the letter is in French.
                assert_eq!((language, direction), ("fr", Some("ltr")), "{page}");
                let letter = ElementRef::wrap(other.parent().unwrap()).unwrap();
                assert_eq!(text(the(letter, "h4")), page.word(Word::LetterItself), "{page}");
            } else if around(other)
                .any(|one| one.attr("for").is_some_and(|id| id.starts_with("sheet-language-")))
            {
                let named = Language::from_code(language).unwrap();
                assert_eq!(
                    (text(other).as_str(), direction),
                    (named.own_name(), Some(named.direction().attribute()))
                );
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
    for at in complete().places().into_iter().filter(|at| at.ends_with(".en")) {
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
    for reading in library().words.keys() {
        let has_pages = Language::PAGES.contains(&reading.language);
        let seen = everything_said_in(*reading);
        let unused: Vec<_> = if has_pages { Word::ALL } else { Word::ON_SHEET }
            .iter()
            .filter(|word| {
                // It says what the simple level is.
                **word != Word::AboutSimple || reading.level == Level::Simple
            })
            .filter(|word| {
                // The desk reads these (`eclaire record`), and this no example needs (tests/code.rs).
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
                // No page is in Arabic yet: nobody has read one.
                has_pages || **word != Word::InAr
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
        let seen = seen.replace("{step}", "").replace("{seconds}", "");
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

// ---- the first screen ------------------------------------------------------------------------------------

#[test]
fn the_first_screen_has_five_answers_in_at_most_sixty_words() {
    for page in pages() {
        let (title, list) = first_screen(page);
        let answers = all(list, "li");
        assert_eq!(answers.len(), 5, "{page}");
        let read: usize = answers.iter().chain([&title]).map(|one| words(&text(*one))).sum();
        assert!(read <= 60, "{page}: {read} words");
    }
}

#[test]
fn the_five_answers_are_whether_what_for_who_decides_what_can_be_said_and_whom_to_ask() {
    for page in pages() {
        let answers = texts(&all(first_screen(page).1, "li"));
        let expected = match &page.notice.register {
            Some(register) => [
                page.word(Word::StartUsed).to_owned(),
                page.filled(Word::StartFor, &[("number", &register.uses.len().to_string())]),
                page.word(Word::StartDecides).to_owned(),
                page.word(Word::StartSay).to_owned(),
            ],
            None => [Word::GeneralUsed, Word::GeneralFor, Word::StartDecides, Word::GeneralSay]
                .map(|word| page.word(word).to_owned()),
        };
        assert_eq!(answers[..4], expected, "{page}");
        let desk = page.notice.register.as_ref().and_then(|register| register.site.contacts.desk.as_ref());
        match desk {
            Some(desk) => {
                let phone = plain(desk.phone.as_ref().unwrap());
                assert!(answers[4].contains(&phone), "{page}: {}", answers[4]);
            }
            None => assert_eq!(answers[4], page.word(Word::StartAskTeam), "{page}"),
        }
    }
}

// ---- the cards -------------------------------------------------------------------------------------------

/// The facts of a card, in the one order there is. The last is there only if somebody wrote questions.
const FACTS: [Word; 19] = [
    Word::FactWhen,
    Word::FactPerformance,
    Word::FactErrors,
    Word::FactCannot,
    Word::FactLessSure,
    Word::FactDevice,
    Word::FactData,
    Word::FactHosting,
    Word::FactKept,
    Word::FactTraining,
    Word::FactCommercial,
    Word::FactIfNot,
    Word::FactDepartment,
    Word::FactProduct,
    Word::FactMaker,
    Word::FactSince,
    Word::FactTool,
    Word::FactContact,
    Word::FactAsk,
];

/// Those of a patient's own tool: the hospital has no others to tell.
const FACTS_OF_OWN_TOOLS: [Word; 8] = [
    Word::FactWhen,
    Word::FactErrors,
    Word::FactCannot,
    Word::FactLessSure,
    Word::FactData,
    Word::FactIfNot,
    Word::FactContact,
    Word::FactAsk,
];

/// The facts of a reuse of data.
const FACTS_OF_REUSES: [Word; 9] = [
    Word::FactWhatFor,
    Word::FactWho,
    Word::FactData,
    Word::FactProtection,
    Word::FactEffect,
    Word::FactLimits,
    Word::FactHosting,
    Word::FactKept,
    Word::FactContact,
];

#[test]
fn every_use_has_its_card_where_it_first_happens_and_its_name_at_its_other_stages() {
    for (page, register) in pages_with_a_register() {
        let own_tools = page.notice.own_tools.len();
        assert_eq!(page.all("#care article").len(), register.uses.len() + own_tools, "{page}");
        for one in &register.uses {
            let card = card(page, one);
            assert_eq!(heading_of(card), page.shown(&one.title), "{page}: {}", one.id);
            for stage in Stage::ALL {
                let stop = page.the(&format!("#stage-{}", stage.code()));
                let first = one.stages[0] == stage;
                assert_eq!(
                    all(stop, &format!("article[id='use-{}']", one.id)).len(),
                    usize::from(first),
                    "{page}"
                );
                let named = one.stages[1..].contains(&stage);
                assert_eq!(
                    all(stop, &format!("a[href='#use-{}']", one.id)).len(),
                    usize::from(named),
                    "{page}"
                );
            }
        }
    }
}

#[test]
fn every_card_is_named_by_its_heading() {
    for (page, register) in pages_with_a_register() {
        let cards = page.all("article");
        let own_tools = page.notice.own_tools.len();
        assert_eq!(cards.len(), register.uses.len() + register.reuses.len() + own_tools, "{page}");
        for card in cards {
            assert_eq!(card.attr("aria-labelledby"), the(card, "h4").attr("id"), "{page}");
        }
    }
}

#[test]
fn every_card_says_what_the_software_does_and_what_the_professional_does() {
    for (page, register) in pages_with_a_register() {
        for one in &register.uses {
            let card = card(page, one);
            let software = page.word(if one.by_patient { Word::TheTool } else { Word::TheSoftware });
            // Outside of what has to be opened first.
            let outside = card.child_elements().find(|child| child.value().name() == "dl").unwrap();
            let [(first, does), (second, human_does)] = &facts(outside)[..] else {
                panic!("{page}: {}", one.id)
            };
            assert_eq!((first.as_str(), second.as_str()), (software, page.word(Word::TheHuman)), "{page}");
            assert!(text(*does).contains(&page.shown(&one.software_does)), "{page}: {}", one.id);
            assert!(text(*human_does).contains(&page.shown(&one.human_does)), "{page}: {}", one.id);
        }
    }
}

#[test]
fn every_card_has_the_same_facts_in_the_same_order() {
    for (page, register) in pages_with_a_register() {
        for one in &register.uses {
            let expected: &[Word] = if one.by_patient { &FACTS_OF_OWN_TOOLS } else { &FACTS };
            let expected = &expected[..expected.len() - usize::from(one.ask.is_empty())];
            assert_has_facts(page, card(page, one), expected);
        }
        for one in &register.reuses {
            assert_has_facts(page, reuse_card(page, one), &FACTS_OF_REUSES);
        }
    }
}

#[test]
fn the_example_hospital_tells_what_its_register_tells() {
    for language in Language::PAGES {
        let page = page("hospital", language);
        let register = page.notice.register.as_ref().unwrap();
        for one in &register.uses {
            let card = text(card(page, one));
            let names = [&one.product, &one.maker].into_iter().flatten().cloned();
            let texts =
                [&one.when, &one.cannot, &one.less_sure, &one.data, &one.if_not, &one.kept, &one.department];
            let texts = texts.into_iter().flatten().chain(errors_of(one)).chain(&one.ask);
            // A text of several paragraphs is drawn as blocks, with nothing but their style between them.
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            let card = letters(&card);
            for told in names.chain(texts.map(|text| page.shown(text))) {
                assert!(
                    card.contains(&letters(&told)),
                    "{page}: the card of {} does not say “{told}”",
                    one.id
                );
            }
        }
    }
}

// ---- dangerous signs, and whom to call -------------------------------------------------------------------

/// Every card of a use on every page, with what it is about.
fn all_uses() -> impl Iterator<Item = (&'static Seen, &'static Use, ElementRef<'static>)> {
    pages().iter().flat_map(|page| {
        let uses = page.notice.register.iter().flat_map(|register| &register.uses);
        let listed = uses.map(move |one| (page, one, card(page, one)));
        listed.chain(page.notice.own_tools.iter().map(move |one| (page, one, tool(page, one))))
    })
}

/// The card of a patient's own tool that no register lists.
#[track_caller]
fn tool<'a>(page: &'a Seen, one: &Use) -> ElementRef<'a> {
    page.the(&format!("article[id='tool-{}']", one.id))
}

/// Whom a card says to ask, in the words of the page.
fn helper_named(page: &Seen, one: &Use, helper: Helper) -> String {
    match helper {
        Helper::Here => page.word(Word::HelpHere).to_owned(),
        Helper::Team => {
            let phone = one.contact.as_ref().and_then(|contact| contact.phone.as_ref());
            let told = phone.map(|phone| format!(" {} {}", page.word(Word::HelpTold), plain(phone)));
            page.word(Word::HelpTeam).to_owned() + &told.unwrap_or_default()
        }
        Helper::Number(number) => number_named(page, number),
    }
}

fn number_named(page: &Seen, number: EmergencyNumber) -> String {
    format!("{} {} {}", number.digits(), page.word(Word::Separator), page.word(number.word()))
}

#[test]
fn a_card_tells_its_dangerous_signs_first_of_all_that_is_opened_and_in_the_same_words_everywhere() {
    let mut told = BTreeSet::new();
    for (page, one, card) in all_uses() {
        let nets = all(card, ".safety-net");
        let (call, see) = (&one.net.call, &one.net.see);
        assert_eq!(nets.len(), usize::from(call.is_some() || see.is_some()), "{page}: {}", one.id);
        let Some(net) = nets.first() else { continue };
        let summary = the(card, "details > summary");
        assert_eq!(next(summary).map(|one| one.html()), Some(net.html()), "{page}: {}", one.id);
        assert!(can_be_read(*net), "{page}: {}", one.id);
        let mut names = Vec::new();
        if let Some(sign) = call {
            names.push(page.word(Word::NetCall));
            assert!(text(*net).contains(&plain(&page.shown(sign))), "{page}: {}", one.id);
            let helpers = texts(&all(*net, "li"));
            assert_eq!(helpers.len(), one.net.helpers.len(), "{page}: {}", one.id);
            for (said, helper) in helpers.iter().zip(&one.net.helpers) {
                assert!(
                    said.starts_with(&plain(&helper_named(page, one, *helper))),
                    "{page}: {}: {said}",
                    one.id
                );
                told.insert(*helper);
            }
        } else {
            assert!(all(*net, "li").is_empty(), "{page}: {}", one.id);
        }
        if let Some(sign) = see {
            names.push(page.word(Word::NetSee));
            assert!(text(*net).contains(&plain(&page.shown(sign))), "{page}: {}", one.id);
        }
        assert_eq!(texts(&all(*net, ".net-name")), names, "{page}: {}", one.id);
    }
    let all_helpers = EmergencyNumber::ALL.iter().map(|number| Helper::Number(*number));
    assert!([Helper::Here, Helper::Team].into_iter().chain(all_helpers).all(|one| told.contains(&one)));
}

/// No register lists these: everybody at home reads them, and nobody takes them for the hospital's.
#[test]
fn every_page_tells_of_the_patients_own_tools_as_such_and_asks_nothing_about_them() {
    for page in pages() {
        let home = page.the("#stage-home");
        for one in &page.notice.own_tools {
            let card = tool(page, one);
            assert_eq!(all(home, &format!("#tool-{}", one.id)).len(), 1, "{page}: it is at home");
            assert!(text(card).contains(page.word(Word::OwnTool)), "{page}");
            assert!(all(card, "input, button, a[href^='#say-'], a[href='#contacts']").is_empty(), "{page}");
            let questions = fact(page, card, Word::FactAsk);
            for question in &one.ask {
                assert!(text(questions).contains(&plain(&page.shown(question))), "{page}");
            }
            let facts: Vec<_> =
                FACTS_OF_OWN_TOOLS.into_iter().filter(|word| *word != Word::FactContact).collect();
            assert_has_facts(page, card, &facts);
        }
        let register = page.notice.register.iter();
        for one in register.flat_map(|register| &register.uses).filter(|one| one.by_patient) {
            assert!(
                text(card(page, one)).contains(page.word(Word::OwnTool)),
                "{page}: listed, and still one's own"
            );
        }
        let own_tools =
            page.all("article").iter().filter(|card| text(**card).contains(page.word(Word::OwnTool))).count();
        assert_eq!(own_tools, 2, "{page}: each stands once");
    }
}

#[test]
fn numbers_of_an_emergency_stand_with_the_contacts_and_beside_ask_someone_as_text_from_left_to_right() {
    let kiosks = kiosks();
    for page in pages().iter().chain(&kiosks) {
        let contacts = text(page.the("#contacts"));
        for number in EmergencyNumber::ALL {
            let said = number_named(page, *number);
            assert!(contacts.contains(&plain(&said)), "{page}: {said}");
        }
        assert!(page.all("a[href^='tel:'], a[href^='sms:']").is_empty(), "{page}: numbers are text");
        for number in page.all(".safety-net .number, #contacts .contact bdi[dir]") {
            assert_eq!((number.value().name(), number.attr("dir")), ("bdi", Some("ltr")), "{page}");
        }
        let line = page.filled(Word::EmergencyLine, &NUMBERS);
        for block in page.all("main > section > .ask-someone") {
            // Whoever stands at a kiosk has people around.
            assert_eq!(text(block).contains(&plain(&line)), page.name != "kiosk", "{page}");
        }
    }
}

const NUMBERS: [(&str, &str); 3] = [("medical", "15"), ("europe", "112"), ("writing", "114")];

/// Whoever is followed at home has the paper at hand when something happens.
#[test]
fn the_sheet_says_whom_to_call_where_somebody_is_followed_at_home() {
    let followed = |page: &Seen| text(page.the("#paper")).contains(page.word(Word::SheetNet));
    for (page, register) in pages_with_a_register() {
        let expected = register.uses.iter().any(|one| one.calls_from_home);
        assert_eq!(followed(page), expected, "{page}");
        assert_eq!(page.all("#paper .emergency").len(), usize::from(expected), "{page}");
    }
    assert!(followed(page("hospital", FR)) && !followed(page("practice", FR)));
    let mut visit = Visit::begin(FR);
    visit.apply(Event::SheetIn(AR));
    let arabic = Seen::paper(&page("hospital", FR).notice, visit, None);
    let line = text(arabic.the("#paper > .emergency"));
    // What fills a sentence from right to left is kept together.
    for (_, number) in NUMBERS {
        assert!(line.contains(&format!("\u{2068}{number}\u{2069}")) || line.contains(number), "{line}");
    }
}

// ---- what is missing -------------------------------------------------------------------------------------

#[test]
fn a_missing_fact_is_called_so_in_the_words_of_a_hospital_or_of_a_practice() {
    let cases = [
        ("gaps-only", FR, "Non communiqué par l’établissement"),
        ("gaps-only", EN, "Not told by the hospital"),
        ("practice", FR, "Non communiqué par le cabinet"),
        ("practice", EN, "Not told by the practice"),
    ];
    for (name, language, words) in cases {
        let page = page(name, language);
        assert!(!exactly(page.the("body"), words).is_empty(), "{page} does not say “{words}”");
        for (_, _, others) in cases.iter().filter(|(_, _, others)| *others != words) {
            page.does_not_say(others);
        }
    }
}

#[test]
fn every_missing_fact_of_a_card_is_written_once_and_never_hidden() {
    let mut written = 0;
    for (page, register) in pages_with_a_register() {
        let contacts = &register.site.contacts;
        let uses = register.uses.iter().enumerate().map(|(index, one)| {
            let nobody = one.contact.is_none() && contacts.desk.is_none();
            (card(page, one), format!("uses[{index}]."), nobody)
        });
        let reuses = register.reuses.iter().enumerate().map(|(index, one)| {
            let nobody = one.contact.is_none() && contacts.dpo.is_none();
            (reuse_card(page, one), format!("reuses[{index}]."), nobody)
        });
        for (card, at, nobody) in uses.chain(reuses) {
            // What is not told of how a tool is made and watched is told in one sentence.
            let (of_tool, others): (Vec<_>, Vec<_>) =
                facts_missing_at(page, &at).into_iter().partition(|gap| gap[at.len()..].starts_with("tool."));
            let missing = others.len() + usize::from(!of_tool.is_empty()) + usize::from(nobody);
            let not_told = exactly(card, page.not_told());
            assert_eq!(
                not_told.len(),
                missing,
                "{page}: {}: {:#?}",
                heading_of(card),
                facts_missing_at(page, &at)
            );
            assert!(not_told.iter().all(|one| can_be_read(*one)), "{page}: hidden in {}", heading_of(card));
            written += missing;
        }
    }
    assert!(written > 100, "only {written} facts are missing");
}

#[test]
fn a_register_that_tells_everything_is_told_to_lack_nothing() {
    for language in Language::PAGES {
        let page = complete_page(language);
        page.does_not_say(page.not_told());
        assert!(page.all("#staff").is_empty(), "{page} has something for staff");
    }
}

/// What may be told of a tool: where in the file, its name before what is told, its name among what is not.
const OF_TOOLS: [(&str, Word, Word); 10] = [
    ("version", Word::ToolVersion, Word::UntoldVersion),
    ("maker_country", Word::ToolCountry, Word::UntoldCountry),
    ("made", Word::ToolMade, Word::UntoldMade),
    ("benefit", Word::ToolBenefit, Word::UntoldBenefit),
    ("benefit.measured", Word::ToolMeasured, Word::UntoldMeasured),
    ("watched", Word::ToolWatched, Word::UntoldWatched),
    ("errors_reviewed", Word::ToolReviewed, Word::UntoldReviewed),
    ("report", Word::ToolReport, Word::UntoldReport),
    ("staff_trained", Word::ToolTrained, Word::UntoldTrained),
    ("patients", Word::ToolPatients, Word::UntoldPatients),
];

#[test]
fn how_a_tool_is_made_and_watched_is_told_line_by_line_and_what_is_not_told_in_one_sentence_at_the_end() {
    let (mut lines, mut sentences) = (0, 0);
    for (page, register) in pages_with_a_register() {
        for (index, one) in register.uses.iter().enumerate().filter(|(_, one)| !one.by_patient) {
            let gaps = facts_missing_at(page, &format!("uses[{index}].tool."));
            let is_gap =
                |key: &str| gaps.iter().any(|gap| gap.starts_with(&format!("uses[{index}].tool.{key}:")));
            let told = |key: &str| match key {
                "benefit.measured" => one.tool.benefit.is_some(),
                "report" => one.tool.report.is_some(),
                _ => true,
            };
            let value = fact(page, card(page, one), Word::FactTool);
            let paragraphs = texts(&all(value, "p"));
            let untold: Vec<_> =
                OF_TOOLS.iter().filter(|(key, ..)| is_gap(key)).map(|(.., name)| page.word(*name)).collect();
            let sentence =
                (!untold.is_empty()).then(|| format!("{} – {}.", page.not_told(), untold.join(", ")));
            let shown: Vec<_> = OF_TOOLS
                .iter()
                .filter(|(key, ..)| !is_gap(key) && told(key))
                .map(|(_, name, _)| page.word(*name).to_owned())
                .collect();
            let expected: Vec<_> = shown.iter().chain(&sentence).collect();
            assert_eq!(paragraphs.len(), expected.len(), "{page}: {}: {paragraphs:#?}", one.id);
            for (paragraph, expected) in paragraphs.iter().zip(expected) {
                assert!(paragraph.starts_with(expected.as_str()), "{page}: {}: {paragraph}", one.id);
            }
            (lines, sentences) = (lines + shown.len(), sentences + usize::from(sentence.is_some()));
        }
    }
    assert!(lines >= 100 && sentences >= 50, "{lines} lines, {sentences} sentences");
}

#[test]
fn a_place_that_tells_nothing_of_a_tool_says_so_once() {
    let page = page("gaps-only", FR);
    let register = page.notice.register.as_ref().unwrap();
    let value = fact(page, card(page, &register.uses[0]), Word::FactTool);
    assert_eq!(
        text(value),
        "Non communiqué par l’établissement – la version, le pays du fabricant, comment il a été fait et avec quelles \
         données, ce qu’il a apporté à des patients, comment il est surveillé ici, qui regarde ses erreurs chaque année, \
         si le compte rendu dit que le logiciel a aidé, qui a été formé à cet outil, si des patients ont participé."
    );
}

#[test]
fn the_list_of_projects_stands_above_the_reuses_as_an_address_to_read() {
    let said = |page: &Seen, address: &str| {
        let line = format!("{} {address}", page.word(Word::ReusesProjects));
        let said = texts(&page.all("#rights > p")).into_iter().filter(|said| *said == line);
        assert_eq!(said.count(), 1, "{page}");
    };
    for language in Language::PAGES {
        said(page("hospital", language), "https://hopital-brumeval.example/projets/");
        let practice = page("practice", language);
        said(practice, practice.not_told());
        let imported = page("imported", language);
        imported.does_not_say(imported.word(Word::ReusesProjects));
    }
}

/// Staff are told that patients read "not told" at each gap. They do.
#[test]
fn every_fact_that_the_check_finds_missing_is_one_that_patients_read_as_missing() {
    let mut silent = Vec::new();
    let mut read = 0;
    // Whoever reads the page is there; its address is for links and posters.
    for at in complete().places().into_iter().filter(|at| at != "site.page") {
        let draft = complete().without(&at);
        let checked = draft.check();
        let [gap] = &checked.gaps[..] else { continue };
        if !checked.errors.is_empty()
            || gap.path.to_string() != at
            || matches!(gap.kind, ProblemKind::UntoldIn(_))
        {
            continue;
        }
        let page = drawn(&draft, FR);
        if exactly(page.the("body"), page.not_told()).iter().any(|one| can_be_read(*one)) {
            read += 1;
        } else {
            silent.push(gap.to_string());
        }
    }
    assert!(read >= 40, "only {read} facts could be missing");
    assert_eq!(silent, [""; 0], "patients read nothing about these");
}

// ---- medical devices -------------------------------------------------------------------------------------

#[test]
fn the_marking_of_a_device_stands_in_one_paragraph_with_what_it_does_not_mean() {
    let mut devices = 0;
    for (page, register) in pages_with_a_register() {
        for one in &register.uses {
            let Some(Device::Yes { ce_class, .. }) = &one.device else { continue };
            let fact = fact(page, card(page, one), Word::FactDevice);
            let paragraph = text(the(fact, "p"));
            assert!(paragraph.starts_with(page.word(Word::DeviceYes)), "{page}: {paragraph}");
            assert!(paragraph.ends_with(page.word(Word::DeviceLimit)), "{page}: {paragraph}");
            assert_eq!(text(fact), paragraph, "{page}: nothing stands outside of the paragraph");
            if let Some(class) = ce_class {
                assert!(paragraph.contains(&page.filled(Word::DeviceClass, &[("class", class)])), "{page}");
            }
            devices += 1;
        }
    }
    assert!(devices >= 10);
}

#[test]
fn ce_marking_is_named_nowhere_without_its_limit() {
    let limits = [
        "ne veut pas dire",
        "ne dit pas",
        "peut quand même se tromper",
        "does not mean",
        "does not say",
        "can still be wrong",
    ];
    for page in pages() {
        for paragraph in page.all(
            "main :is(p, li, dd, h1, h2, h3, h4, summary, legend, span:not(.sentence, .paragraph, .hard))",
        ) {
            let words = text(paragraph);
            let whole = paragraph
                .child_elements()
                .all(|child| !["p", "ul", "ol", "dl"].contains(&child.value().name()));
            // The name of a word in the glossary opens what it means.
            let around = match paragraph.value().name() {
                "summary" | "span" if around(paragraph).any(|one| one.attr("class") == Some("meaning")) => {
                    text(around(paragraph).find(|one| one.value().name() == "details").unwrap())
                }
                _ => words.clone(),
            };
            if whole && ["marquage CE", "CE mark", "CE-mark"].iter().any(|name| words.contains(name)) {
                assert!(limits.iter().any(|limit| around.contains(limit)), "{page}: {words}");
            }
        }
    }
}

// ---- how well it works, in people ------------------------------------------------------------------------

#[test]
fn the_sentences_carry_all_four_numbers_of_the_one_group_of_people() {
    for (page, _, performance, fact) in performances() {
        let number = |number: u32| number.to_string();
        let of = number(performance.of);
        let what = page.shown(&performance.what);
        let had_it = number(performance.found + performance.missed);
        let first = page.filled(Word::PeopleHadIt, &[("of", &of), ("number", &had_it), ("what", &what)]);
        assert_eq!(text(all(fact, "p")[0]), first, "{page}");
        let groups = [
            (Word::PeopleFound, performance.found),
            (Word::PeopleMissed, performance.missed),
            (Word::PeopleFalseAlarm, performance.false_alarms),
            (Word::PeopleLeftAlone, performance.left_alone),
        ];
        let sentences = groups.map(|(word, group)| page.filled(word, &[("number", &number(group))]));
        assert_eq!(texts(&all(fact, "li")), sentences, "{page}");
        assert!(text(fact).contains(page.word(Word::PeopleLimit)), "{page}");
    }
}

#[test]
fn numbers_of_people_are_whole_and_have_one_denominator_a_card() {
    for (page, one, performance, fact) in performances() {
        let words = text(fact);
        assert!(!words.contains('%'), "{page}: {}: {words}", one.id);
        let others = ["100", "1000"].into_iter().filter(|of| **of != performance.of.to_string());
        for other in others {
            assert!(!words.split(' ').any(|word| word == other), "{page}: {}: {words}", one.id);
        }
    }
}

#[test]
fn the_picture_has_one_sign_for_each_person_and_a_name_in_words() {
    for (page, one, performance, fact) in performances() {
        let picture = the(fact, "svg[role=img]");
        let name = picture.attr("aria-label").map(plain);
        assert_eq!(name.as_deref(), Some(page.word(Word::PeoplePicture)), "{page}: {}", one.id);
        assert_shows_people(picture, performance);
        // The sentences come first: they carry the meaning alone.
        let order: Vec<_> = fact.child_elements().map(|child| child.value().name()).collect();
        assert_eq!(order[..3], ["p", "ul", "svg"], "{page}");
    }
}

#[test]
fn each_group_has_a_sign_of_its_own_and_the_list_shows_it() {
    for (page, one, _, fact) in performances() {
        let sign = |of: &ElementRef| the(*of, "path").attr("d").unwrap().to_owned();
        let in_list: Vec<_> = all(fact, "li").iter().map(sign).collect();
        let in_picture: Vec<_> = all(fact, "pattern").iter().map(sign).collect();
        assert_eq!(in_list, in_picture, "{page}: {}", one.id);
        assert_eq!(in_list.iter().collect::<BTreeSet<_>>().len(), 4, "{page}: {}", one.id);
    }
}

proptest! {
    #![proptest_config(support::cases(100))]

    #[test]
    fn any_numbers_make_a_picture_of_exactly_these_people(
        of in prop_oneof![Just(100_u32), Just(1000)],
        mut cuts in proptest::array::uniform3(0..=1000_u32),
    ) {
        for cut in &mut cuts {
            *cut %= of + 1;
        }
        cuts.sort_unstable();
        let performance = Performance {
            of,
            found: cuts[0],
            missed: cuts[1] - cuts[0],
            false_alarms: cuts[2] - cuts[1],
            left_alone: of - cuts[2],
            what: Localised::new(FR, "une fracture"),
            study: None,
            tested_on: None,
        };
        let source = Owner::new().with(|| {
            let visit = RwSignal::new(Visit::begin(FR));
            let page = html::page_for(&page("hospital", FR).notice, FR, visit, None);
            parts::people(&page, "x", &performance).to_html()
        });
        let document = html::parsed(&source);
        assert_shows_people(the(document.root_element(), "svg[role=img]"), &performance);
    }
}

// ---- what a patient may say ------------------------------------------------------------------------------

#[test]
fn what_one_is_only_informed_of_has_no_control_anywhere() {
    let mut informed = 0;
    for (page, register) in pages_with_a_register() {
        for (id, _, offer) in says(register).filter(|(_, _, offer)| offer.regime == Regime::Inform) {
            assert_eq!(page.all(&format!("[data-item='{id}']")).len(), 0, "{page}: {id}");
            assert!(page.id(&format!("say-{id}")).is_none(), "{page}: {id}");
            let badge = badge(page, id);
            assert_eq!(text(badge), page.word(Word::RegimeInform), "{page}: {id}");
            assert_eq!(all(badge, "a").len(), 0, "{page}: {id} leads to a choice that does not exist");
            assert!(offer.questions.is_empty() && offer.requests.is_empty());
            informed += 1;
        }
    }
    assert!(informed >= 4);
}

#[test]
fn what_one_may_ask_for_has_checkboxes_only() {
    let mut may_ask = 0;
    for (page, register) in pages_with_a_register() {
        for (id, _, offer) in says(register).filter(|(_, _, offer)| offer.regime == Regime::Request) {
            let controls = page.all(&format!("[data-item='{id}']"));
            let expected: Vec<_> =
                offer.requests.iter().map(|request| ("checkbox", request.code())).collect();
            assert_eq!(kinds(&controls), expected, "{page}: {id}");
            may_ask += 1;
        }
    }
    assert!(may_ask >= 10);
}

#[test]
fn what_one_may_object_or_agree_to_has_three_radio_buttons_a_question_in_one_order() {
    let mut questions = 0;
    for (page, id, offer, question) in all_questions() {
        assert!(offer.regime.has_questions());
        let controls = page.all(&format!("[data-item='{id}'][data-question='{}']", question.id));
        assert_eq!(
            kinds(&controls),
            [("radio", "yes"), ("radio", "no"), ("radio", "talk-first")],
            "{page}: {id}"
        );
        let names: BTreeSet<_> = controls.iter().map(|control| control.attr("name").unwrap()).collect();
        assert_eq!(names.len(), 1, "{page}: {id}: one answer shuts out the others");
        questions += 1;
    }
    assert!(questions >= 20);
}

#[test]
fn there_are_no_other_controls_than_those_of_the_register() {
    for page in pages() {
        let register = page.notice.register.as_ref();
        let radios = register
            .map_or(0, |register| 3 * says(register).map(|(.., offer)| offer.questions.len()).sum::<usize>());
        let boxes = register.map_or(0, |register| {
            register.requests.len() + says(register).map(|(.., offer)| offer.requests.len()).sum::<usize>()
        });
        // The questions to ask: those of each use, and those of each worry where there is a sheet for them.
        let to_ask = register.map_or(0, |register| {
            let worries = page.notice.worries.iter().map(|worry| worry.questions.len()).sum::<usize>();
            register.uses.iter().map(|one| one.ask.len()).sum::<usize>() + worries
        });
        // For whom one answers, where there is a sheet.
        let behalf = if register.is_some() { 3 } else { 0 };
        assert_eq!(page.all("input[name=behalf]").len(), behalf, "{page}");
        // In which language the sheet is: those of the page, French for the desk, and those without pages.
        let papers: BTreeSet<Language> = page.notice.languages.iter().copied().chain([FR, AR]).collect();
        let papers: Vec<_> =
            papers.into_iter().filter(|_| register.is_some()).map(|one| ("radio", one.code())).collect();
        assert_eq!(kinds(&page.all("input[name=sheet-language]")), papers, "{page}");
        let behalf = behalf + papers.len();
        assert_eq!(page.all("input[type=radio]").len(), radios + behalf, "{page}");
        assert_eq!(page.all("input[name=ask]").len(), boxes, "{page}");
        assert_eq!(page.all("input[name=to-ask]").len(), to_ask, "{page}");
        assert_eq!(page.all("input").len(), radios + behalf + boxes + to_ask, "{page}");
    }
}

/// The law gives a helper no answer to give, so that there is no fourth choice, and none that would be false.
#[test]
fn who_only_helps_reads_before_the_choice_that_the_person_answers() {
    for (page, _) in pages_with_a_register() {
        let choice = page.the("fieldset.behalf:not(.needs-program)");
        let parts: Vec<_> =
            choice.children().filter_map(ElementRef::wrap).map(|one| one.value().name()).collect();
        assert_eq!(parts, ["legend", "p", "label", "label", "label"], "{page}");
        assert_eq!(text(the(choice, "p")), page.word(Word::BehalfHelp), "{page}");
        assert!(all(choice, "input[checked]").is_empty(), "{page}: nothing is chosen before");
    }
}

#[test]
fn every_control_belongs_to_the_form_that_one_button_erases() {
    for (page, _) in pages_with_a_register() {
        for input in page.all("input") {
            let inside = around(input).any(|one| one.value().name() == "form");
            assert!(inside || input.attr("form") == page.the("form").attr("id"), "{page}: {}", input.html());
        }
        let form = page.the("form").attr("id");
        for section in ["wishes", "sheet"] {
            let erase = page.the(&format!("#{section} button[type=reset]"));
            assert_eq!(erase.attr("form"), form, "{page}");
            assert_eq!(text(erase), page.word(Word::EraseAll), "{page}");
        }
    }
}

#[test]
fn the_answers_to_each_question_say_what_they_do() {
    let cases = [
        (FR, Regime::Agree, ["J’accepte", "Je refuse", "J’en parle d’abord"]),
        (FR, Regime::Object, ["Je ne m’oppose pas", "Je m’oppose à cela", "J’en parle d’abord"]),
        (EN, Regime::Agree, ["I agree", "I refuse", "I’ll talk about it first"]),
        (EN, Regime::Object, ["I do not object", "I object to it", "I’ll talk about it first"]),
    ];
    for (language, regime, labels) in cases {
        let mut questions = 0;
        for (page, id, offer, question) in all_questions() {
            if page.language == language && offer.regime == regime {
                assert_eq!(texts(&all(fieldset(page, id, question), "label")), labels, "{page}: {id}");
                questions += 1;
            }
        }
        assert!(questions > 0);
    }
}

#[test]
fn a_yes_and_a_no_are_words_of_about_the_same_length() {
    for language in Language::PAGES {
        for (yes, no) in [(Word::AnswerAgree, Word::AnswerRefuse), (Word::AnswerLeave, Word::AnswerObject)] {
            let [yes, no] = [yes, no].map(|word| written(Reading::clear(language), word));
            let lengths = [yes, no].map(|word| word.chars().count() as f64);
            let ratio = lengths[0].max(lengths[1]) / lengths[0].min(lengths[1]);
            assert!(ratio <= 1.3, "“{yes}” and “{no}”: {ratio:.2}");
        }
    }
}

#[test]
fn the_three_answers_are_made_in_the_same_way() {
    let mut structures = BTreeSet::new();
    for (page, id, _, question) in all_questions() {
        let inputs = all(fieldset(page, id, question), "input");
        let answers: Vec<_> =
            inputs.iter().map(|input| ElementRef::wrap(input.parent().unwrap()).unwrap()).collect();
        assert!(
            answers.iter().all(|answer| answer.parent() == answers[0].parent()),
            "{page}: {id}: side by side"
        );
        for (input, answer) in inputs.iter().zip(&answers) {
            let effect = input.attr("aria-describedby");
            let parts: Vec<_> = answer
                .child_elements()
                .map(|part| {
                    // The words of the effect may have marks of their own: another language, a fact not told.
                    let effect = part.attr("id").is_some_and(|id| Some(id) == effect);
                    if effect { part.attr("class").unwrap_or_default().to_owned() } else { structure(part) }
                })
                .collect();
            structures.insert(format!("{}.{:?}: {parts:?}", answer.value().name(), answer.attr("class")));
        }
    }
    assert_eq!(structures.len(), 1, "{structures:#?}");
}

#[test]
fn every_answer_says_what_it_changes() {
    for (page, id, offer, question) in all_questions() {
        let talk = if offer.regime == Regime::Object { Word::TalkUnderObject } else { Word::TalkUnderAgree };
        let effect = |told: &Option<Localised>| {
            told.as_ref().map_or(page.not_told().to_owned(), |told| page.shown(told))
        };
        let expected = [effect(&question.if_yes), effect(&question.if_no), page.word(talk).to_owned()];
        for (input, expected) in all(fieldset(page, id, question), "input").iter().zip(expected) {
            let said = text(page.id(input.attr("aria-describedby").unwrap()).unwrap());
            assert!(said.starts_with(&expected), "{page}: {id}: “{said}”, not “{expected}”");
        }
    }
}

#[test]
fn each_question_is_asked_once_and_named_by_what_it_is_about() {
    for (page, id, _, question) in all_questions() {
        let fieldset = fieldset(page, id, question);
        assert_eq!(fieldset.value().name(), "fieldset");
        let legend = text(the(fieldset, "legend"));
        assert!(legend.contains(&page.shown(&question.text)), "{page}: {id}: {legend}");
        let clear = the(fieldset, "button");
        assert!(clear.attr("hidden").is_some(), "{page}: {id}: nothing to take back yet");
        assert!(text_of_hidden(clear).starts_with(page.word(Word::ClearAnswer)), "{page}: {id}");
    }
}

#[test]
fn each_question_names_who_takes_the_answer() {
    for (page, id, _, question) in all_questions() {
        let whole = text(fieldset(page, id, question));
        let (to_count, end) = match question.channel {
            // Handing a sheet to somebody who can do nothing with it makes nothing count.
            Some(Channel::Elsewhere) => (false, Word::CountsElsewhere),
            Some(channel) => (true, eclaire::record::channel_word(channel)),
            None => (false, Word::CountsUnknown),
        };
        assert_eq!(whole.contains(page.word(Word::ToCount)), to_count, "{page}: {id}");
        assert!(whole.ends_with(page.word(end)), "{page}: {id}: {whole}");
    }
}

#[test]
fn questions_stand_under_their_regime_and_what_it_means_and_those_to_ask_come_last() {
    for (page, register) in pages_with_a_register() {
        let present = |regime| says(register).any(|(.., offer)| offer.regime == regime);
        let expected: Vec<_> = [
            (present(Regime::Agree), Word::RegimeAgree, Word::AgreeMeans),
            (present(Regime::Object), Word::RegimeObject, Word::ObjectMeans),
            (true, Word::RegimeRequest, Word::RequestMeans),
            (true, Word::ToAskTitle, Word::ToAskLead),
        ]
        .into_iter()
        .filter(|(present, ..)| *present)
        .map(|(_, name, means)| (page.word(name).to_owned(), page.word(means).to_owned()))
        .collect();
        let headings = page.all("#wishes h3");
        let found: Vec<_> =
            headings.iter().map(|heading| (text(*heading), text(next(*heading).unwrap()))).collect();
        assert_eq!(found, expected, "{page}");
    }
    for (page, id, offer, question) in all_questions() {
        let above = page.all("#wishes h3, #wishes fieldset");
        let at = above.iter().position(|one| *one == fieldset(page, id, question)).unwrap();
        let heading = above[..at].iter().rfind(|one| one.value().name() == "h3").unwrap();
        assert_eq!(text(*heading), page.word(parts::regime_word(offer.regime)), "{page}: {id}");
    }
}

#[test]
fn every_card_shows_its_regime_and_leads_to_what_can_be_said() {
    for (page, register) in pages_with_a_register() {
        for (id, _, offer) in says(register).filter(|(_, _, offer)| offer.regime != Regime::Inform) {
            let link = the(badge(page, id), "a");
            assert_eq!(text(link), page.word(parts::regime_word(offer.regime)), "{page}: {id}");
            let place = page.id(link.attr("href").unwrap().trim_start_matches('#')).unwrap();
            assert!(around(place).any(|one| one.attr("id") == Some("wishes")), "{page}: {id}");
        }
    }
}

// ---- the sheet without answers ---------------------------------------------------------------------------

#[test]
fn without_answers_the_sheet_lists_every_question_as_not_answered_with_three_boxes_to_tick() {
    for (page, register) in pages_with_a_register() {
        let open: Vec<_> = says(register)
            .flat_map(|(_, title, offer)| offer.questions.iter().map(move |q| (title, offer, q)))
            .collect();
        let headings: Vec<_> = page.all("#paper h4").into_iter().map(own).collect();
        let expected = if open.is_empty() { vec![] } else { vec![page.word(Word::SheetOpen)] };
        assert_eq!(headings, expected, "{page}");
        let lines = page.all("#paper h4 + ul > li");
        assert_eq!(lines.len(), open.len(), "{page}");
        for (line, (title, offer, question)) in lines.iter().zip(open) {
            let words = own(*line);
            for expected in [&*page.shown(title), &page.shown(&question.text), page.word(Word::NotAnswered)] {
                assert!(words.contains(expected), "{page}: “{words}” without “{expected}”");
            }
            let boxes =
                Answer::ALL.map(|answer| page.word(eclaire::record::answer_word(offer.regime, answer)));
            assert_eq!(all(*line, ".box").into_iter().map(own).collect::<Vec<_>>(), boxes, "{page}");
        }
    }
}

#[test]
fn the_sheet_says_that_nothing_was_sent_and_that_it_is_no_signature() {
    let said = [
        (FR, "Rien n’a été envoyé. Cette feuille n’est pas une signature."),
        (EN, "Nothing has been sent. This sheet is not a signature."),
    ];
    for (page, _) in pages_with_a_register() {
        let (_, expected) = said.iter().find(|(language, _)| *language == page.language).unwrap();
        let paper = text(page.the("#paper"));
        assert!(paper.contains(expected), "{page}: {paper}");
        // Nobody knows what is ticked before the program is there, or what was ticked by hand (broken-down.test.mjs).
        assert!(
            !paper.contains(page.word(Word::SheetNothing)),
            "{page}: nobody has said that nothing is said"
        );
        let drawn = Seen::paper(&page.notice, Visit::begin(page.language), None);
        drawn.says(drawn.word(Word::SheetNothing));
    }
}

#[test]
fn the_sheet_says_which_text_was_read_and_whose_it_is() {
    for (page, register) in pages_with_a_register() {
        let paper = text(page.the("#paper"));
        let version =
            [("version", &*register.site.review.version), ("language", page.name_of(page.language))];
        for expected in [page.filled(Word::SheetVersion, &version), page.shown(&register.site.name)] {
            assert!(paper.contains(&expected), "{page}: no “{expected}”");
        }
        assert_eq!(paper.contains(page.word(Word::Example)), register.example, "{page}: an example says so");
        for by_hand in [Word::ByHandName, Word::ByHandQuestions, Word::SheetDate] {
            assert!(paper.contains(page.word(by_hand)), "{page}");
        }
    }
}

#[test]
fn the_sheet_names_everyone_who_takes_it_and_how_to_reach_them() {
    for (page, register) in pages_with_a_register() {
        let contacts = &register.site.contacts;
        let mut expected = vec![(Channel::CareTeam, None)];
        expected.extend(contacts.desk.as_ref().map(|desk| (Channel::Desk, Some(desk))));
        expected.extend(contacts.dpo.as_ref().map(|dpo| (Channel::Dpo, Some(dpo))));
        expected.extend(register.asks_elsewhere().then_some((Channel::Elsewhere, None)));
        let hand_over = exactly(page.the("#paper"), page.word(Word::HandOver))[0];
        let named = all(next(hand_over).unwrap(), "li");
        assert_eq!(named.len(), expected.len(), "{page}");
        for (named, (channel, contact)) in named.into_iter().zip(expected) {
            let words = text(named);
            assert!(words.starts_with(page.word(eclaire::record::channel_word(channel))), "{page}: {words}");
            let way = contact.and_then(|contact| contact.phone.as_ref().or(contact.email.as_ref()));
            assert!(way.is_none_or(|way| words.contains(&plain(way))), "{page}: {words}");
        }
        for (_, _, offer) in says(register) {
            for channel in offer.questions.iter().filter_map(|question| question.channel) {
                assert!(
                    text(page.the("#paper")).contains(page.word(eclaire::record::channel_word(channel))),
                    "{page}"
                );
            }
        }
    }
}

#[test]
fn the_page_says_how_to_go_on_without_its_program() {
    for (page, _) in pages_with_a_register() {
        assert!(text(page.the("#sheet")).contains(page.word(Word::PrintWithout)), "{page}");
    }
}

#[test]
fn a_page_for_frames_can_only_be_read_until_its_program_lives_and_leads_to_the_page_itself() {
    for page in pages() {
        for (form, way) in [(Form::Embed, "../"), (Form::Framed, "../../")] {
            let seen = Seen::in_form(&page.name, &page.notice, page.language, form);
            let open = ":is(input, select, textarea, button):not(fieldset.until-alone[disabled] *)";
            assert_eq!(seen.all(open).len(), 0, "{seen}: whoever can look into the frame would read it");
            assert!(
                !text(seen.the("main")).contains(seen.word(Word::PrintWithout)),
                "{seen}: it would print the host"
            );
            let notes = seen.all(".framed");
            // Before everything, and where one would print.
            assert_eq!(notes.len(), if seen.notice.register.is_some() { 2 } else { 1 }, "{seen}");
            for note in notes {
                assert!(text(note).contains(seen.word(Word::Framed)), "{seen}");
                let link = all(note, "a")[0];
                assert_eq!(text(link), seen.word(Word::OpenPage), "{seen}");
                let (code, target) = (seen.language.code(), (link.attr("target"), link.attr("rel")));
                assert_eq!(link.attr("href").unwrap(), format!("{way}#1.{code}.c"), "{seen}");
                assert_eq!(target, (Some("_blank"), Some("noopener noreferrer")), "{seen}");
                let address = seen.notice.register.as_ref().and_then(|register| register.site.page.as_ref());
                assert!(address.is_none_or(|address| text(note).contains(&address.to_string())), "{seen}");
            }
        }
        for form in [Form::Page, Form::Static, Form::Kiosk] {
            let seen = Seen::in_form(&page.name, &page.notice, page.language, form);
            assert_eq!(seen.all(".framed, .until-alone").len(), 0, "{seen}");
        }
    }
}

// ---- the sheet with answers ------------------------------------------------------------------------------

#[test]
fn each_answer_stands_under_its_heading_with_its_title_its_question_and_its_channel() {
    for (reading, language) in sheets() {
        let (paper, said) = twelve_answers(reading, language);
        assert_eq!(said.len(), 12);
        assert_eq!(paper.all("#paper h4 + ul > li").len(), 12, "{paper}");
        for (heading, title, words, place) in &said {
            let list = under(&paper, *heading);
            let line = list.iter().find(|line| own(**line).contains(title) && own(**line).contains(words));
            let line = line.unwrap_or_else(|| panic!("{paper}: no “{title} – {words}” under {heading:?}"));
            assert_eq!(the(*line, "a").attr("href"), Some(place.as_str()), "{paper}");
            assert!(all(*line, ".box").is_empty(), "{paper}: answered, and yet a box to tick");
        }
    }
}

/// The desk reads back the record: so no line may be on paper that is not in it, and none be lacking.
#[test]
fn the_paper_lists_what_the_record_lists_heading_by_heading_and_line_by_line() {
    for (reading, language) in sheets() {
        for turn in 0..4_u8 {
            let notice = &page("hospital", reading.language).notice;
            let questionnaire = notice.questionnaire().unwrap();
            let mut visit = visit_for(reading, language);
            let chosen: Vec<u8> = (0..7).map(|number| number * 5 + turn).collect();
            visit.answers = support::said::answers_to(&questionnaire, &chosen);
            let record = Record::of(&questionnaire, &visit.code(questionnaire.fingerprint, None));
            let paper = Seen::paper(notice, visit, None);
            let headings = record.lists().into_iter().map(|(heading, _)| paper.word(heading));
            let on_paper = paper.all("#paper h4").into_iter().map(own);
            assert_eq!(on_paper.collect::<Vec<_>>(), headings.collect::<Vec<_>>(), "{paper}");
            for (heading, lines) in record.lists() {
                let drawn = under(&paper, heading);
                assert_eq!(drawn.len(), lines.len(), "{paper}: {heading:?}");
                for (drawn, line) in drawn.into_iter().zip(lines) {
                    let general = Some(paper.word(Word::AiInGeneral).to_owned());
                    let told = |text: &Wording| text.shown(language).map(|(_, text)| plain(text));
                    let title = line.item.map_or(general, |item| told(&item.title));
                    let request = line.request.and_then(|asked| told(&asked.text));
                    let question = line.question.and_then(|question| told(&question.text));
                    for words in [title, request, question].into_iter().flatten() {
                        assert!(own(drawn).contains(&words), "{paper}: no “{words}” in “{}”", own(drawn));
                    }
                    let place = match (line.item, line.question) {
                        (Some(item), Some(question)) => format!("#question-{}_{}", item.id, question.id),
                        (Some(item), None) => format!("#requests-{}", item.id),
                        (None, _) => "#request".to_owned(),
                    };
                    assert_eq!(the(drawn, "a").attr("href"), Some(place.as_str()), "{paper}");
                }
            }
        }
    }
}

#[test]
fn the_headings_of_the_answers_come_in_one_order_and_only_where_there_is_something() {
    let (paper, _) = twelve_answers(Reading::clear(FR), FR);
    let expected = [
        "J’accepte",
        "Je refuse",
        "Je m’oppose",
        "Je ne m’oppose pas",
        "Je veux en parler d’abord",
        "Je demande",
    ];
    assert_eq!(texts(&paper.all("#paper h4")), expected);
    paper.does_not_say(written(Reading::clear(FR), Word::SheetNothing));
    paper.does_not_say(written(Reading::clear(FR), Word::NotAnswered));
}

#[test]
fn every_link_to_change_an_answer_leads_to_the_question_on_the_page() {
    for (reading, language) in sheets() {
        let whole = page("hospital", reading.language);
        let (paper, _) = twelve_answers(reading, language);
        for change in paper.all("#paper a") {
            let place = whole.id(change.attr("href").unwrap().trim_start_matches('#')).unwrap();
            assert!(around(place).any(|one| one.attr("id") == Some("wishes")));
            assert!(text(change).starts_with(paper.word(Word::Change)), "{paper}: {}", text(change));
        }
    }
}

/// Silence is neither a yes nor an objection.
#[test]
fn what_was_not_answered_stays_open_whatever_else_was_said() {
    let notice = &page("hospital", FR).notice;
    let register = notice.register.as_ref().unwrap();
    let questions = says(register).map(|(.., offer)| offer.questions.len()).sum::<usize>();
    let mut visit = Visit::begin(FR);
    visit.apply(answer("research", "reuse", Answer::No));
    let paper = Seen::paper(notice, visit.clone(), None);
    assert_eq!(texts(&paper.all("#paper h4")), ["Je m’oppose", "Laissé ouvert"]);
    assert_eq!(under(&paper, Word::SheetOpen).len(), questions - 1);
    visit.apply(Event::Answer(question_id("research", "reuse"), None));
    let paper = Seen::paper(notice, visit, None);
    assert_eq!(under(&paper, Word::SheetOpen).len(), questions);
}

#[test]
fn the_paper_is_drawn_alike_on_the_page_and_in_the_browser_but_for_what_only_the_program_knows() {
    for language in Language::PAGES {
        let page = page("hospital", language);
        let paper = Seen::paper(&page.notice, Visit::begin(language), None);
        let drawn =
            text(paper.the("#paper")).replacen(&format!("{} ", text(paper.the(".nothing-said"))), "", 1);
        assert_eq!(drawn, text(page.the("#paper")), "{page}");
    }
}

#[test]
fn the_paper_bears_the_day_where_a_clock_is_at_hand_and_room_for_it_where_there_is_none() {
    let notice = &page("hospital", FR).notice;
    let paper = Seen::paper(notice, Visit::begin(FR), Date::parse("2026-11-22"));
    paper.says("Date : 22 novembre 2026");
    let drawn_with_the_site = text(page("hospital", FR).the("#paper"));
    assert!(!drawn_with_the_site.contains("novembre 2026"), "{drawn_with_the_site}");
}

#[test]
fn without_a_register_there_is_no_paper_and_nothing_to_print_but_letters() {
    for page in pages().iter().filter(|page| page.notice.register.is_none()) {
        assert!(page.all("#paper, #wishes button, input").is_empty(), "{page}");
        assert_eq!(page.all("article").len(), page.notice.own_tools.len(), "{page}: the patients' own tools");
        assert!(page.all("#paper-place, #found-place, #kept-place, [data-keeping]").is_empty(), "{page}");
        let (buttons, of_letters) = (page.all("#sheet button"), page.all("#letters button[data-letter]"));
        assert_eq!((buttons.len(), of_letters.len()), (27, 27), "{page}: three a letter, and no others");
        assert!(text(page.the("#wishes")).contains(page.word(Word::GeneralWishes)), "{page}");
        assert!(text(page.the("#care")).contains(page.word(Word::GeneralCare)), "{page}");
    }
}

// ---- the sheet in two languages --------------------------------------------------------------------------

#[test]
fn the_language_of_the_sheet_is_asked_with_each_language_named_in_itself_and_french_said_to_stay() {
    for (page, _) in pages_with_a_register() {
        let control = page.all("input[name=sheet-language]")[0];
        let question = around(control).find(|one| one.value().name() == "fieldset").unwrap();
        assert_eq!(text(the(question, "legend")), page.word(Word::SheetLanguage), "{page}");
        let hint = all(question, "p").last().copied().unwrap();
        assert_eq!(text(hint), page.word(Word::SheetLanguageHint), "{page}");
        for input in all(question, "input") {
            let language = Language::from_code(input.attr("value").unwrap()).unwrap();
            let label = page.the(&format!("label[for='{}']", input.attr("id").unwrap()));
            assert_eq!(text(label), language.own_name(), "{page}");
            assert_eq!(all(label, "[translate=no]").len(), 1, "{page}: a name is no text to translate");
        }
        // Asked before the sheet is shown.
        let order = page.all("input[name=sheet-language], #paper");
        assert_eq!(order.last().unwrap().attr("id"), Some("paper"), "{page}");
    }
}

/// The sheet after each kind of thing that can be said, and after nothing.
fn sheets_after_everything(reading: Reading, language: Language) -> [Seen; 5] {
    let notice = &page("hospital", reading.language).notice;
    [
        twelve_answers(reading, language).0,
        two_questions_to_ask(reading, language),
        with_a_code(reading, language),
        all_asked(reading, language, Behalf::Represented),
        Seen::paper(notice, visit_for(reading, language), None),
    ]
}

/// The desk acts on it: French is shorter, but names the same.
#[test]
fn beside_another_language_french_names_the_same_item_for_the_same_people_heading_for_heading() {
    let mut compared = 0;
    for (reading, language) in sheets().filter(|(_, language)| *language != FR) {
        let both = sheets_after_everything(reading, language);
        for (paper, in_french) in both.iter().zip(&sheets_after_everything(reading, FR)) {
            assert_eq!(language_of(in_french.the("#paper")), Some(FR));
            assert!(in_french.all("#paper .own, #paper .french").is_empty(), "French beside French");
            let headings = paper.all("#paper h4");
            let french_headings = in_french.all("#paper h4");
            assert_eq!(
                headings.iter().map(|one| beside(*one)).collect::<Vec<_>>(),
                texts(&french_headings),
                "{paper}"
            );
            for (heading, french_heading) in headings.into_iter().zip(french_headings) {
                let lines = all(next(heading).unwrap(), "li");
                let french_lines = all(next(french_heading).unwrap(), "li");
                assert_eq!(lines.len(), french_lines.len(), "{paper}: under “{}”", text(heading));
                for (line, french_line) in lines.into_iter().zip(french_lines) {
                    assert_names_the_same(paper, line, french_line);
                    compared += 1;
                }
            }
            for piece in [".paper-head", ".not-a-signature", ".by-hand-lines > p:first-child"] {
                assert_eq!(beside(paper.the(piece)), text(in_french.the(piece)), "{paper}");
            }
            let contains = paper.all("#code").into_iter().map(beside).collect::<String>();
            let is_there = in_french.id("code").is_some();
            let expected = if is_there { written(in_french.reading, Word::CodeContains) } else { "" };
            assert_eq!(contains, expected, "{paper}");
        }
    }
    assert!(compared >= 400, "only {compared} lines");
}

/// A line and the same line of the French sheet.
#[track_caller]
fn assert_names_the_same(paper: &Seen, line: ElementRef, in_french: ElementRef) {
    let side = the(line, ".line > .french");
    let said = text(side);
    assert_eq!(the(line, "a").attr("href"), the(in_french, "a").attr("href"), "{paper}: {said}");
    let title = all(in_french, ".line > strong").first().map(|title| text(*title)).unwrap_or_default();
    assert!(said.starts_with(&title), "{paper}: “{said}” does not name “{title}”");
    let to = texts(&all(in_french, ".line > .to"));
    assert_eq!(texts(&all(side, ".to")), to, "{paper}: “{said}” does not go to the same people");
    if to.is_empty() {
        // No answer to a question: a request, or something to be asked. It is told whole.
        assert_eq!(said, text(the(in_french, ".line")), "{paper}");
    }
    let boxes: Vec<_> = all(line, ".box").into_iter().map(beside).collect();
    assert_eq!(boxes, texts(&all(in_french, ".box")), "{paper}: {said}");
}

/// Whoever agrees to one and refuses the other must not be read as having said either about both.
#[test]
fn two_questions_about_one_thing_are_told_apart_in_french_too() {
    let draft = complete();
    let first = value_at(&draft, "uses[2].questions[0]");
    let (item, name) = (value_at(&draft, "uses[2].id"), first["id"].as_str().unwrap().to_owned());
    let second = draft.with("uses[2].questions[1]", first).with("uses[2].questions[1].id", "other");
    let second = second.with("uses[2].questions[1].text.fr", "Montrer mes photos aux étudiants");
    let second = second.with("uses[2].questions[1].text.en", "Showing my photos to students");
    let notice = notice_of(&second.text());
    for language in [EN, AR] {
        let mut visit = visit_for(Reading::clear(FR), language);
        visit.apply(answer(item.as_str().unwrap(), &name, Answer::Yes));
        visit.apply(answer(item.as_str().unwrap(), "other", Answer::No));
        let paper = Seen::paper(&notice, visit, None);
        let [agreed, refused] =
            [Word::SheetAgreed, Word::SheetRefused].map(|heading| beside(under(&paper, heading)[0]));
        assert_ne!(agreed, refused, "{paper}: which of the two was agreed to, and which refused?");
    }
}

#[test]
fn the_sheet_in_arabic_is_read_from_right_to_left_with_french_beside_from_left_to_right() {
    let arabic = |text: &str| text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c));
    for (reading, _) in sheets().filter(|(_, language)| *language == AR) {
        for paper in sheets_after_everything(reading, AR) {
            let sheet = paper.the("#paper");
            assert_eq!((sheet.attr("lang"), sheet.attr("dir")), (Some("ar"), Some("rtl")), "{paper}");
            let sides = paper.all("#paper .own");
            assert!(sides.len() >= 4, "{paper}");
            assert_eq!(sides.len(), paper.all("#paper .french").len(), "{paper}");
            for side in sides {
                assert!(arabic(&text(side)) && can_be_read(side), "{paper}: {}", side.html());
                assert_eq!(language_of(side), Some(AR), "{paper}");
                let french = next(side).unwrap();
                assert_eq!(french.attr("class"), Some("french notranslate"), "{paper}: {}", french.html());
                assert_eq!(
                    french.attr("translate"),
                    Some("no"),
                    "{paper}: no browser exchanges what the desk reads"
                );
                assert_eq!((french.attr("lang"), french.attr("dir")), (Some("fr"), Some("ltr")), "{paper}");
                assert!(!text(french).is_empty() && !arabic(&text(french)) && can_be_read(french), "{paper}");
            }
            // A version, a date, a name: what is written from left to right stays together.
            let register = paper.notice.register.as_ref().unwrap();
            let version =
                [("version", &*register.site.review.version), ("language", paper.name_of(reading.language))];
            paper.says(&paper.filled(Word::SheetVersion, &version));
            for contact in [&register.site.contacts.desk, &register.site.contacts.dpo].into_iter().flatten() {
                let way = plain(contact.phone.as_ref().or(contact.email.as_ref()).unwrap());
                let place = exactly(paper.the(".hand-over"), &way);
                assert_eq!(
                    place.iter().map(|one| one.value().name()).collect::<Vec<_>>(),
                    ["bdi"],
                    "{paper}"
                );
            }
        }
    }
}

#[test]
fn the_words_of_the_sheet_in_arabic_are_complete_and_so_are_its_titles_and_questions() {
    let signs = [Word::Separator, Word::FirstOfMonth, Word::Day];
    for word in Word::ON_SHEET {
        let said = written(Reading::clear(AR), *word);
        assert!(!said.is_empty(), "{word:?} is missing");
        let letters = said.chars().any(|c| ('\u{0621}'..='\u{064a}').contains(&c));
        assert!(letters || signs.contains(word), "{word:?}: “{said}” is not Arabic");
        let placeholders = |text: &str| -> BTreeSet<String> {
            text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0.to_owned()).collect()
        };
        assert_eq!(
            placeholders(said),
            placeholders(written(Reading::clear(FR), *word)),
            "{word:?}: the same blanks"
        );
    }
    for language in Language::PAGES {
        let reading = Reading::clear(language);
        let [answers, _, _, asked, open] = sheets_after_everything(reading, AR);
        for paper in [answers, asked, open] {
            assert_eq!(texts(&paper.all(".line .fallback")), [""; 0], "{paper}: not in French");
        }
    }
}

// ---- answers on one's own device -------------------------------------------------------------------------

#[test]
fn nothing_is_kept_and_nothing_found_before_the_patient_presses_for_it() {
    for (page, _) in pages_with_a_register() {
        for place in ["found-place", "kept-place"] {
            let place = page.id(place).unwrap();
            assert!(place.children().next().is_none(), "{page}: {}", place.html());
        }
        let found = page.the("#wishes > #found-place");
        let form = page.the("form");
        assert!(found.next_siblings().any(|one| one.id() == form.id()), "{page}: before the questions");
        let block = page.the("#sheet > [data-keeping]");
        let [button] = all(block, "button")[..] else { panic!("{page}: {}", block.html()) };
        assert_eq!(text(button), page.word(Word::Keep), "{page}");
        assert_eq!(text(next(button).unwrap()), page.word(Word::KeepMeans), "{page}: what the press means");
        // Questions to ask vanished from what was kept and saved, and nobody was told.
        let before = block.prev_siblings().find_map(ElementRef::wrap).unwrap();
        assert_eq!(text(before), page.word(Word::PicksOnPaper), "{page}: what neither holds");
        // A place that may not keep anything hides all of it.
        let all = page.all("[data-keeping]");
        assert_eq!(all.len(), 2, "{page}");
        assert!(all.iter().all(|one| one.value().classes().any(|class| class == "needs-program")), "{page}");
    }
}

const DAY: Date = Date { year: 2026, month: 11, day: Some(22) };

#[test]
fn what_is_kept_found_refused_or_unreadable_is_said_in_every_language_at_every_level() {
    for (reading, _) in sheets().filter(|(_, language)| *language == FR) {
        let says = |word| written(reading, word).to_owned();
        let dated = |word| filled(reading, word, &[("date", &date_in(reading, "2026-11-22"))]);
        let forget = (Some("forget"), says(Word::Forget));
        let take_up = (Some("take-up"), says(Word::TakeUp));
        let nothing = (vec![], vec![]);
        let kept = (vec![dated(Word::Kept)], vec![forget.clone()]);
        let found = (vec![dated(Word::KeptFound)], vec![take_up, forget.clone()]);
        let unread = (vec![says(Word::KeptUnread)], vec![forget.clone()]);
        let former = (vec![says(Word::KeptFormer)], vec![forget.clone()]);
        let nowhere = (vec![says(Word::KeptNowhere)], vec![]);
        let unchanged = (vec![says(Word::ChangesNone)], vec![forget.clone()]);
        let unchanged_and_kept = (vec![says(Word::ChangesNone), says(Word::KeptOn)], vec![forget]);
        let since = Some(Box::default());
        // What is said on the sheet, and before the questions.
        let cases = [
            (Keeping::Nothing, None, [nothing.clone(), nothing.clone()]),
            (Keeping::Kept(Some(DAY)), None, [kept.clone(), nothing.clone()]),
            (Keeping::Kept(Some(DAY)), since.clone(), [kept, unchanged_and_kept]),
            (Keeping::Refused(false), None, [nowhere, nothing.clone()]),
            (Keeping::Refused(true), None, [former.clone(), nothing]),
            (Keeping::Refused(true), since, [former, unchanged]),
            (Keeping::Found(Some(DAY)), None, [found.clone(), found]),
            (Keeping::Unread, None, [unread.clone(), unread]),
        ];
        for (keeping, since, expected) in cases {
            for (here, (said, buttons)) in panels(reading, keeping.clone(), since).iter().zip(expected) {
                assert_eq!(texts(&here.all("p")), said, "{here}: {keeping:?}");
                let found: Vec<_> =
                    here.all("button").into_iter().map(|one| (one.attr("data-do"), text(one))).collect();
                assert_eq!(found, buttons, "{here}: {keeping:?}");
                assert!(here.all("button").iter().all(|one| one.attr("type") == Some("button")), "{here}");
            }
        }
    }
}

#[test]
fn what_has_changed_since_is_told_item_by_item_with_the_answer_of_then() {
    for (reading, _) in sheets().filter(|(_, language)| *language == FR) {
        let [_, panel] = panels(reading, Keeping::Kept(None), Some(Box::new(changes_since(reading))));
        assert_eq!(texts(&panel.all("h3")), [panel.word(Word::ChangesTitle)], "{panel}");
        let register = panel.notice.register.as_ref().unwrap();
        let [new, changed] = [panel.shown(&register.uses[0].title), panel.shown(&register.reuses[1].title)];
        let before = |word| panel.filled(Word::ChangeBefore, &[("answer", panel.word(word))]);
        let [is_new, has_changed, is_gone] =
            [Word::ChangeNew, Word::ChangeChanged, Word::ChangeGone].map(|word| panel.word(word));
        let general = panel.word(Word::AiInGeneral);
        let expected = [
            format!("{new} – {is_new}"),
            format!("{changed} – {has_changed} {}", before(Word::AnswerObject)),
            format!("{} – {is_gone}", panel.shown(&localised(Word::Title))),
            format!("{general} – {is_gone} {}", before(Word::RequestTalk)),
        ];
        assert_eq!(texts(&panel.all("ul.changes > li")), expected, "{panel}");
        assert_eq!(panel.all("[data-do=forget]").len(), 1, "{panel}");
        panel.does_not_say(panel.word(Word::ChangesNone));
    }
}

#[test]
fn an_answer_of_then_in_another_language_is_marked_among_the_changes() {
    let mut changes = changes_since(Reading::clear(FR));
    changes.items.retain(|one| one.what == ChangeKind::Changed);
    let [_, panel] = panels(Reading::clear(EN), Keeping::Kept(None), Some(Box::new(changes)));
    let said = exactly(panel.the("ul.changes"), "Je m’oppose à cela");
    assert_eq!(said.len(), 1, "{panel}: nothing marks the French in “{}”", text(panel.the("ul.changes")));
    assert_marked(&panel, said[0]);
}

/// The two places in which something is said of what is kept: on the sheet, and before the questions.
fn panels(reading: Reading, keeping: Keeping, since: Option<Box<Changes>>) -> [Seen; 2] {
    let notice = &page("hospital", reading.language).notice;
    let visit = Visit { reading, keeping, since, ..Visit::begin(reading.language) };
    [parts::kept, parts::found_here]
        .map(|draw| Seen::piece("of what is kept", notice, visit.clone(), None, draw))
}

/// What a link names, of which the page knows the first and the last use of the hospital.
fn named(reading: Reading, unknown: usize) -> Seen {
    let notice = &page("hospital", reading.language).notice;
    let all = &notice.register.as_ref().unwrap().uses;
    let uses = [all.first(), all.last()].into_iter().flatten().map(|one| one.id.clone()).collect();
    let visit = Visit { reading, named: Named { uses, unknown }, ..Visit::begin(reading.language) };
    Seen::piece("of what a link names", notice, visit, None, parts::named)
}

#[test]
fn what_a_link_names_stands_first_with_a_way_to_each_card_and_that_there_may_be_more() {
    for reading in library().words.keys().filter(|reading| Language::PAGES.contains(&reading.language)) {
        let page = page("hospital", reading.language);
        let seen = named(*reading, 0);
        assert_eq!(text(seen.the("h2")), written(*reading, Word::NamedTitle), "{seen}");
        assert_eq!(texts(&seen.all("p")), [written(*reading, Word::NamedLead)], "{seen}");
        for link in seen.all("ul a") {
            let card = link.attr("href").unwrap().strip_prefix('#').unwrap();
            page.the(&format!("article[id='{card}']"));
        }
        assert_eq!(seen.all("ul a").len(), 2, "{seen}");
    }
}

#[test]
fn what_a_link_names_and_this_page_does_not_know_is_said() {
    let reading = Reading::clear(FR);
    let notice = &page("hospital", FR).notice;
    let only = Visit { named: Named { uses: vec![], unknown: 3 }, ..Visit::begin(FR) };
    let only = Seen::piece("of a link that is not known", notice, only, None, parts::named);
    let sentence = filled(reading, Word::NamedUnknown, &[("number", "3")]);
    assert_eq!(texts(&only.all("p")), std::slice::from_ref(&sentence));
    assert!(only.all("h2").is_empty(), "no heading over nothing");
    assert!(texts(&named(reading, 3).all("p")).contains(&sentence), "and beside what is known");
    let none = Seen::piece("without a link", notice, Visit::begin(FR), None, parts::named);
    assert!(none.all("div, section, h2, p, a").is_empty(), "{none}: nothing without a link");
}

/// Everything that can be said of what is kept.
fn keepings(reading: Reading) -> Vec<(Keeping, Option<Box<Changes>>)> {
    vec![
        (Keeping::Kept(Some(DAY)), None),
        (Keeping::Refused(false), None),
        (Keeping::Refused(true), None),
        (Keeping::Found(Some(DAY)), None),
        (Keeping::Unread, None),
        (Keeping::Kept(None), Some(Box::default())),
        (Keeping::Kept(None), Some(Box::new(changes_since(reading)))),
    ]
}

/// Something new, something that has changed, and two things that are gone, after a visit that was read so.
fn changes_since(reading: Reading) -> Changes {
    let notice = &page("hospital", reading.language).notice;
    let register = notice.register.as_ref().unwrap();
    let (new, changed) = (&register.uses[0], &register.reuses[1]);
    let said = |word| Wording::of(&localised(word), reading, reading.language);
    let item = |id: &Id, title: &Localised, what, before| Change {
        item: Some(id.clone()),
        title: title.clone(),
        what,
        before,
    };
    let gone = Id::parse("gone").unwrap();
    let general = Change {
        item: None,
        title: Localised::default(),
        what: ChangeKind::Gone,
        before: vec![said(Word::RequestTalk)],
    };
    let items = vec![
        item(&new.id, &new.title, ChangeKind::New, vec![]),
        item(&changed.id, &changed.title, ChangeKind::Changed, vec![said(Word::AnswerObject)]),
        item(&gone, &localised(Word::Title), ChangeKind::Gone, vec![]),
        general,
    ];
    Changes { items, ..Changes::default() }
}

/// A short text in every language and at every level.
fn localised(word: Word) -> Localised {
    let mut all = Localised::default();
    library().words.iter().for_each(|(one, words)| all.set(one.language, one.level, words.get(word)));
    all
}

// ---- letters ---------------------------------------------------------------------------------------------

const LETTERS: [&str; 9] = [
    "access",
    "correction",
    "restriction",
    "objection",
    "withdrawal",
    "record",
    "deceased",
    "grievance",
    "complaint",
];

#[test]
fn each_letter_is_explained_in_the_language_of_the_page_with_or_without_a_register() {
    for page in pages() {
        let section = page.the("#sheet > #letters");
        assert_eq!(text(the(section, "h3")), page.word(Word::LettersTitle), "{page}");
        let lead = [Word::LettersLead, Word::LettersSent, Word::LetterFor].map(|word| page.word(word));
        assert_eq!(texts(&all(section, "#letters > p")), lead, "{page}");
        let letters = all(section, "details");
        let ids: Vec<_> = letters.iter().map(|one| one.attr("id").unwrap()).collect();
        // A practice and a health centre have no mediator, and no committee of users.
        let hospital = page.notice.register.as_ref().is_none_or(|register| register.site.kind.is_hospital());
        let expected = LETTERS.iter().filter(|name| hospital || **name != "grievance");
        assert_eq!(ids, expected.map(|name| format!("letter-{name}")).collect::<Vec<_>>(), "{page}");
        for (letter, told) in letters.into_iter().zip(&page.notice.letters.all) {
            let texts = &told.texts;
            assert_eq!(letter.attr("open"), None, "{page}: closed until it is wanted");
            let expected = [
                (Word::LetterWhen, &texts.when),
                (Word::LetterSays, &texts.says),
                (Word::LetterArticle, &texts.article),
                (Word::LetterDelay, &texts.delay),
                (Word::LetterEnclose, &texts.enclose),
                (Word::LetterAfter, &texts.after),
            ];
            let found = facts(the(letter, "dl"));
            assert_eq!(found.len(), expected.len(), "{page}: {}", told.id);
            for ((name, value), (word, text_of)) in found.iter().zip(expected) {
                assert_eq!(name, page.word(word), "{page}: {}", told.id);
                assert_says_here(page, *value, text_of);
                assert_ne!(text(*value), page.not_told(), "{page}: {}: {name}", told.id);
            }
            assert_says_here(page, the(letter, "summary"), &texts.title);
            assert_eq!(text(the(letter, "h4")), page.word(Word::LetterItself), "{page}: {}", told.id);
        }
    }
}

/// It says this text, in the language and at the level of the page.
#[track_caller]
fn assert_says_here(page: &Seen, element: ElementRef, told: &Localised) {
    let shown = told.pick(page.language, page.reading.level).unwrap();
    assert_eq!((shown.language, shown.level), (page.reading.language, page.reading.level), "{page}");
    assert_eq!(language_of(element), Some(page.language), "{page}");
    assert!(!shown.text.trim().is_empty());
    // One may be a paragraph, the other a line: only the words count.
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&text(element)), words(shown.text), "{page}");
}

#[test]
fn the_letter_itself_is_the_same_french_on_every_page_with_every_place_filled() {
    for page in pages() {
        let letters = &page.notice.letters;
        for told in &letters.all {
            let letter = written_letter(page, told.id.as_str());
            assert!(!letter.contains(['{', '}']), "{page}: {letter}");
            let questionnaire = &letters.frame.blank;
            let begins = spaced(&format!("{} {questionnaire}\n", letters.frame.name));
            assert!(letter.starts_with(&begins), "{page}: who writes is left to the pen: {letter}");
            let subject = spaced(&format!("\nObjet : {}\n", told.written.subject));
            assert!(letter.contains(&subject), "{page}: {letter}");
            let place = page.notice.register.as_ref().map_or(questionnaire.clone(), |register| {
                register.site.name.pick(FR, Level::Clear).unwrap().text.to_owned()
            });
            let named = spaced(&format!(" : {place}"));
            assert!(letter.contains(&named), "{page}: {} does not name “{place}”: {letter}", told.id);
            let same = pages().iter().filter(|other| other.name == page.name);
            for other in same {
                assert_eq!(letter, written_letter(other, told.id.as_str()), "{page}, {other}");
            }
        }
    }
}

#[test]
fn a_letter_that_lists_has_everything_there_is_to_tick_and_a_line_for_the_pen_where_there_is_nothing() {
    for page in pages() {
        for told in page.notice.letters.all.iter().filter(|told| told.lists != LetterList::Nothing) {
            let regime = if told.lists == LetterList::Objections { Regime::Object } else { Regime::Agree };
            let register = page.notice.register.iter();
            let french = |text: &Localised| text.pick(FR, Level::Clear).unwrap().text.to_owned();
            // On national data another body decides: a letter to this place would be in vain.
            let elsewhere = |id: &Id| {
                let reuses = page.notice.register.iter().flat_map(|register| &register.reuses);
                reuses.into_iter().any(|one| one.id == *id && one.elsewhere)
            };
            let asked: Vec<String> = register
                .flat_map(says)
                .filter(|(id, _, offer)| offer.regime == regime && !elsewhere(id))
                .flat_map(|(_, title, offer)| offer.questions.iter().map(move |one| (title, one)))
                .map(|(title, question)| spaced(&format!("{} ({}", french(title), french(&question.text))))
                .collect();
            let letter = written_letter(page, told.id.as_str());
            let ticks: Vec<_> = letter.lines().filter_map(|line| line.strip_prefix("☐ ")).collect();
            assert!(ticks.len() >= asked.len(), "{page}: {}: {letter}", told.id);
            let (listed, by_hand) = ticks.split_at(asked.len());
            for (tick, asked) in listed.iter().zip(&asked) {
                assert!(tick.starts_with(asked), "{page}: {}: “{tick}”, not “{asked}”", told.id);
            }
            assert!(by_hand.iter().all(|tick| tick.ends_with("………")), "{page}: {by_hand:?}");
            // Even where the register names nothing, or where it forgot something.
            let pen = letter.lines().any(|line| line.starts_with(['☐', '–']) && line.ends_with("………"));
            assert!(pen, "{page}: {}: no line for the pen: {letter}", told.id);
        }
    }
}

#[test]
fn the_browser_writes_a_letter_for_each_person_with_every_place_filled_and_the_day_in_french() {
    for page in pages() {
        let frame = &page.notice.letters.frame;
        let whose = [
            (None, &frame.born),
            (Some(Behalf::Me), &frame.born),
            (Some(Behalf::MyChild), &frame.child_born),
            (Some(Behalf::Represented), &frame.adult_born),
        ];
        for told in &page.notice.letters.all {
            for (behalf, born) in whose {
                let letter = sent(&page.notice, page.reading, behalf, told.id.as_str());
                assert!(!letter.contains(['{', '}']), "{page}: {}, for {behalf:?}: {letter}", told.id);
                assert!(letter.contains("le 22 novembre 2026\n"), "{page}: {}: {letter}", told.id);
                let born_on = spaced(&format!("\n{born} {}\n", frame.blank));
                assert!(letter.contains(&born_on), "{page}: {}, for {behalf:?}: {letter}", told.id);
            }
            let undated = sent(&page.notice, page.reading, None, told.id.as_str());
            let undated = undated.replace("22 novembre 2026", &frame.blank);
            assert_eq!(
                written_letter(page, told.id.as_str()),
                undated,
                "{page}: the page writes for oneself"
            );
        }
    }
}

#[test]
fn each_letter_is_printed_copied_and_saved_with_buttons_that_name_it() {
    for page in pages() {
        for told in &page.notice.letters.all {
            let letter = page.the(&format!("#letter-{}", told.id));
            let place = the(letter, "pre");
            assert_eq!(place.attr("data-text"), Some(told.id.as_str()), "{page}: where it is written anew");
            assert_eq!(place.attr("translate"), Some("no"), "{page}: it goes to a French organisation");
            let title = page.shown(&told.texts.title);
            let expected = [
                ("print-letter", Word::LetterPrint),
                ("copy-letter", Word::LetterCopy),
                ("save-letter", Word::LetterSave),
            ];
            let buttons = all(letter, "button");
            assert_eq!(buttons.len(), expected.len(), "{page}: {}", told.id);
            for (button, (deed, word)) in buttons.into_iter().zip(expected) {
                assert_eq!(button.attr("data-do"), Some(deed), "{page}: {}", told.id);
                assert_eq!(button.attr("data-letter"), Some(told.id.as_str()), "{page}");
                assert_eq!(text(button), format!("{} – {title}", page.word(word)), "{page}: {}", told.id);
            }
            let status = the(letter, "[role=status]");
            let said = ["data-copied", "data-selected"].map(|name| plain(status.attr(name).unwrap()));
            assert_eq!(
                said,
                [Word::LetterCopied, Word::LetterSelected].map(|word| page.word(word)),
                "{page}"
            );
        }
    }
}

/// A letter as it stands on the page, line by line.
fn written_letter(page: &Seen, name: &str) -> String {
    let place = page.the(&format!("pre#letter-{name}-text"));
    assert_eq!((place.attr("lang"), place.attr("dir")), (Some("fr"), Some("ltr")), "{page}: {name}");
    spaced(&place.text().collect::<String>())
}

/// Lines as they are; a space that must not break is a space.
fn spaced(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// A letter as the browser writes it on 22 November 2026.
fn sent(notice: &Arc<Notice>, reading: Reading, behalf: Option<Behalf>, name: &str) -> String {
    Owner::new().with(|| {
        let visit = RwSignal::new(Visit::begin(reading.language));
        let page = Page { reading, ..html::page_for(notice, reading.language, visit, Some(DAY)) };
        let told = notice.letters.all.iter().find(|one| one.id.as_str() == name).unwrap();
        spaced(&parts::sender(&page, behalf, &Answers::default()).letter(told))
    })
}
// ---- the foot --------------------------------------------------------------------------------------------

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
        assert!(warnings.iter().all(|warning| warning.attr("hidden").is_some()), "{page}");
    }
}

#[test]
fn an_example_says_that_it_is_one() {
    for page in pages() {
        let example = page.notice.register.as_ref().is_some_and(|register| register.example);
        assert_eq!(page.text().contains(page.word(Word::Example)), example, "{page}");
    }
}

#[test]
fn staff_find_every_problem_and_every_gap_at_the_foot_and_nothing_if_there_is_none() {
    let mut with = 0;
    for page in pages() {
        let notice = &page.notice;
        let lines: Vec<_> = notice.problems.iter().chain(&notice.gaps).map(|line| plain(line)).collect();
        match page.all("#staff")[..] {
            [] => assert_eq!(lines, [""; 0], "{page}"),
            [staff] => {
                assert!(!lines.is_empty(), "{page}: a list of nothing");
                assert_eq!(texts(&all(staff, "li")), lines, "{page}");
                assert_eq!((staff.value().name(), staff.attr("open")), ("details", None), "{page}: closed");
                assert!(all(staff, "ul").iter().all(|list| list.attr("lang") == Some("en")), "{page}");
                let counts = [
                    ("problems", notice.problems.len().to_string()),
                    ("gaps", notice.gaps.len().to_string()),
                ];
                let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
                assert_eq!(text(the(staff, "summary")), page.filled(Word::Staff, &counts), "{page}");
                with += 1;
            }
            _ => panic!("{page} has two lists for staff"),
        }
    }
    assert!(with >= 6);
}

#[test]
fn with_a_broken_register_patients_get_the_general_page_and_a_word_about_it() {
    for language in Language::PAGES {
        let broken = page("broken", language);
        let general = page("general", language);
        let word = broken.word(Word::RegisterBroken);
        let rest = text(broken.the("main")).replacen(&format!("{word} "), "", 1);
        assert_eq!(rest, text(general.the("main")));
        assert!(can_be_read(exactly(broken.the("main"), word)[0]));
        general.does_not_say(word);
    }
}

// ---- whatever a register says ----------------------------------------------------------------------------

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

// ---- words for the tests ---------------------------------------------------------------------------------

#[track_caller]
fn assert_unique_ids(page: &Seen) {
    let mut seen = BTreeSet::new();
    for id in page.elements().filter_map(|element| element.attr("id")) {
        assert!(seen.insert(id), "{page} has twice the id {id}");
    }
}

#[track_caller]
fn assert_marked(page: &Seen, other: ElementRef) {
    let language = Language::from_code(other.attr("lang").unwrap()).unwrap();
    let within = language_of(ElementRef::wrap(other.parent().unwrap()).unwrap()).unwrap_or(page.language);
    assert_ne!(language, within, "{page}: {}", other.html());
    assert_eq!(other.attr("dir"), Some(language.direction().attribute()), "{page}: {}", other.html());
    if !can_be_read(other) {
        return; // For screen readers only: they hear which language it is.
    }
    let note = next(other).unwrap_or_else(|| panic!("{page}: no note beside {}", other.html()));
    let reading = sheet_reading(page.reading, within);
    assert_eq!(
        text(note),
        filled(reading, Word::OnlyIn, &[("language", name_of(reading, language))]),
        "{page}"
    );
    assert_eq!(language_of(note).unwrap_or(page.language), within, "{page}: in the language around it");
    assert!(can_be_read(note), "{page}");
}

/// The language in which an element stands.
fn language_of(element: ElementRef) -> Option<Language> {
    let code = std::iter::once(element).chain(around(element)).find_map(|one| one.attr("lang"));
    code.map(|code| Language::from_code(code).unwrap())
}

#[track_caller]
fn assert_has_facts(page: &Seen, card: ElementRef, expected: &[Word]) {
    let names: Vec<_> = facts(the(card, "details dl")).into_iter().map(|(name, _)| name).collect();
    let expected: Vec<_> = expected.iter().map(|word| page.word(*word)).collect();
    assert_eq!(names, expected, "{page}: {}", heading_of(card));
}

/// Each place of the picture is covered once, by the group whose turn it is in reading order.
#[track_caller]
fn assert_shows_people(picture: ElementRef, performance: &Performance) {
    const CELL: u32 = 10;
    let groups = [performance.found, performance.missed, performance.false_alarms, performance.left_alone];
    let size =
        picture.attr("viewBox").unwrap().split(' ').map(|n| n.parse::<u32>().unwrap()).collect::<Vec<_>>();
    let (columns, rows) = (size[2] / CELL, size[3] / CELL);
    assert_eq!(columns * rows, performance.of, "one place for each person");
    let patterns: Vec<_> =
        all(picture, "pattern").iter().map(|one| format!("url(#{})", one.attr("id").unwrap())).collect();
    let mut people = vec![None; performance.of as usize];
    let mut areas = [0; 4];
    for band in all(picture, "rect") {
        let [x, y, width, height] =
            ["x", "y", "width", "height"].map(|name| band.attr(name).unwrap().parse::<u32>().unwrap());
        let group = patterns.iter().position(|pattern| Some(pattern.as_str()) == band.attr("fill")).unwrap();
        areas[group] += width * height;
        for row in y / CELL..(y + height) / CELL {
            for column in x / CELL..(x + width) / CELL {
                let place = &mut people[(row * columns + column) as usize];
                assert_eq!(place.replace(group), None, "two signs in one place");
            }
        }
    }
    assert_eq!(areas.map(|area| area / (CELL * CELL)), groups, "the people of each group");
    let expected = groups.iter().enumerate().flat_map(|(group, number)| vec![Some(group); *number as usize]);
    assert!(people.into_iter().eq(expected), "the groups one after the other");
}

fn first_screen(page: &Seen) -> (ElementRef<'_>, ElementRef<'_>) {
    let title = page.the("#start > h1");
    // Between them, only what a link may name: nothing, on a page that comes without one.
    let named = next(title).unwrap();
    assert_eq!((named.attr("id"), text(named).as_str()), (Some("named-place"), ""), "{page}");
    (title, next(named).unwrap())
}

#[track_caller]
fn card<'a>(page: &'a Seen, one: &Use) -> ElementRef<'a> {
    page.the(&format!("article[id='use-{}']", one.id))
}

#[track_caller]
fn reuse_card<'a>(page: &'a Seen, one: &Reuse) -> ElementRef<'a> {
    page.the(&format!("article[id='reuse-{}']", one.id))
}

/// The heading, without a note about its language.
fn heading_of(card: ElementRef) -> String {
    let heading = the(card, "h4");
    let marked = all(heading, "[lang]");
    text(*marked.first().unwrap_or(&heading))
}

#[track_caller]
fn fact<'a>(page: &Seen, card: ElementRef<'a>, name: Word) -> ElementRef<'a> {
    let facts = facts(the(card, "details dl"));
    facts.into_iter().find(|(one, _)| one == page.word(name)).unwrap().1
}

/// The paragraph of a card that names its regime.
fn badge<'a>(page: &'a Seen, id: &Id) -> ElementRef<'a> {
    let card = page.the(&format!("article[id='use-{id}'], article[id='reuse-{id}']"));
    let marks =
        card.child_elements().filter(|child| child.value().name() == "p" && !all(*child, "svg").is_empty());
    let [badge] = marks.collect::<Vec<_>>()[..] else { panic!("{page}: {id} does not show one regime") };
    badge
}

fn fieldset<'a>(page: &'a Seen, item: &Id, question: &Question) -> ElementRef<'a> {
    let control = format!("input[data-item='{item}'][data-question='{}'][value=yes]", question.id);
    around(page.the(&control)).find(|one| one.value().name() == "fieldset").unwrap()
}

/// Everything a patient may say something about.
fn says(register: &Register) -> impl Iterator<Item = (&Id, &Localised, &Offer)> {
    let uses = register.uses.iter().map(|one| (&one.id, &one.title, &one.offer));
    uses.chain(register.reuses.iter().map(|one| (&one.id, &one.title, &one.offer)))
}

/// Every question of every page.
fn all_questions() -> impl Iterator<Item = (&'static Seen, &'static Id, &'static Offer, &'static Question)> {
    pages_with_a_register().flat_map(|(page, register)| {
        says(register)
            .flat_map(move |(id, _, offer)| offer.questions.iter().map(move |one| (page, id, offer, one)))
    })
}

/// Every fact about how well a use works, on every page.
fn performances() -> Vec<(&'static Seen, &'static Use, &'static Performance, ElementRef<'static>)> {
    let uses =
        pages_with_a_register().flat_map(|(page, register)| register.uses.iter().map(move |one| (page, one)));
    let known = uses.filter_map(|(page, one)| {
        let performance = one.performance.as_ref()?;
        Some((page, one, performance, fact(page, card(page, one), Word::FactPerformance)))
    });
    let known: Vec<_> = known.collect();
    assert!(known.len() >= 10);
    known
}

fn kinds<'a>(controls: &[ElementRef<'a>]) -> Vec<(&'a str, &'a str)> {
    controls.iter().map(|one| (one.attr("type").unwrap(), one.attr("value").unwrap())).collect()
}

/// The gaps of a use or reuse that its card shows: not those of its questions, nor a text that one language lacks.
fn facts_missing_at<'a>(page: &'a Seen, at: &str) -> Vec<&'a str> {
    let gaps = page.notice.gaps.iter().map(String::as_str);
    let gaps = gaps.filter(|gap| gap.starts_with(at) && !gap.contains("expected this text in "));
    gaps.filter(|gap| !gap[at.len()..].starts_with("questions[")).collect()
}

/// The texts of a register that stand on its page.
fn all_texts(register: &Register) -> impl Iterator<Item = &Localised> {
    let review = &register.site.review;
    let site = [Some(&register.site.name), review.author.as_ref(), review.funding.as_ref()];
    let uses = register.uses.iter().flat_map(|one| {
        let texts = [
            &one.one_line,
            &one.when,
            &one.department,
            &one.data,
            &one.kept,
            &one.cannot,
            &one.less_sure,
            &one.if_not,
        ];
        let known = one
            .performance
            .iter()
            .flat_map(|known| [Some(&known.what), known.study.as_ref(), known.tested_on.as_ref()]);
        let tool = &one.tool;
        let of_tool = [
            &tool.maker_country,
            &tool.made,
            &tool.watched,
            &tool.errors_reviewed,
            &tool.staff_trained,
            &tool.patients,
        ];
        let benefit = tool.benefit.iter().flat_map(|one| [Some(&one.what), one.measured.as_ref()]);
        [&one.title, &one.software_does, &one.human_does]
            .into_iter()
            .chain(texts.into_iter().flatten())
            .chain(of_tool.into_iter().flatten())
            .chain(benefit.flatten())
            .chain(known.flatten())
            .chain(errors_of(one))
            .chain(&one.ask)
    });
    let reuses = register.reuses.iter().flat_map(|one| {
        let texts = [
            &one.one_line,
            &one.what_for,
            &one.who,
            &one.which_data,
            &one.protection,
            &one.kept,
            &one.limits,
        ];
        std::iter::once(&one.title).chain(texts.into_iter().flatten())
    });
    let questions = says(register).flat_map(|(.., offer)| &offer.questions);
    let questions = questions
        .flat_map(|one| [Some(&one.text), one.if_yes.as_ref(), one.if_no.as_ref()].into_iter().flatten());
    site.into_iter().flatten().chain(uses).chain(reuses).chain(questions)
}

/// The words of an element that waits for the program: `hidden` until then.
fn text_of_hidden(element: ElementRef) -> String {
    plain(&element.text().collect::<String>())
}

fn date_in(reading: Reading, date: &str) -> String {
    Owner::new().with(|| {
        let visit = RwSignal::new(Visit::begin(reading.language));
        let notice = &page("hospital", FR).notice;
        let page = Page { reading, ..html::page_for(notice, reading.language, visit, None) };
        page.date(Date::parse(date).unwrap())
    })
}

/// The pieces of a text between its blanks.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.push(plain(before));
        rest = after.split_once('}').unwrap().1;
    }
    pieces.push(plain(rest));
    pieces
}

/// Everything that any page or sheet says in a language at a level, in words and in attributes.
fn everything_said_in(reading: Reading) -> String {
    let mut said = Vec::new();
    if Language::PAGES.contains(&reading.language) {
        let pages = pages().iter().filter(|page| page.reading == reading);
        said.extend(pages.map(|page| format!("{} {} {}", everything(page), page.title, page.description)));
        // What no example happens to have.
        let rare = complete().with("uses[0].hosting.hds", false).with("uses[0].training", true);
        let rare = rare.without("uses[0].device.ce_class").without("uses[0].device.since");
        let rare = rare.with("site.notice.author", serde_json::json!({ "ar": "إدارة المستشفى" }));
        said.push(everything(&Seen::read_as("rare", &html::notice_of(&rare.text()), reading, Form::Page)));
        said.push(everything(&Seen::read_as(
            "kiosk",
            &html::notice_of(&complete().text()),
            reading,
            Form::Kiosk,
        )));
        said.push(everything(&Seen::read_as(
            "framed",
            &html::notice_of(&complete().text()),
            reading,
            Form::Framed,
        )));
        said.extend(
            keepings(reading)
                .into_iter()
                .flat_map(|(keeping, since)| panels(reading, keeping, since))
                .map(|one| everything(&one)),
        );
        said.push(everything(&named(reading, 2)));
    }
    // The sheets in this language, whatever the language of the page.
    let untouched = &page("complete", FR).notice;
    for (page, language) in sheets().filter(|(page, language)| sheet_reading(*page, *language) == reading) {
        said.push(everything(&twelve_answers(page, language).0));
        said.push(everything(&Seen::paper(untouched, visit_for(page, language), None)));
        said.push(everything(&two_questions_to_ask(page, language)));
        said.push(everything(&with_a_code(page, language)));
        said.extend(Behalf::ALL.map(|behalf| everything(&all_asked(page, language, behalf))));
    }
    said.extend((1..=12).map(|month| date_in(reading, &format!("2026-{month:02}-01"))));
    said.join("\n")
}

/// Every language and level of a page with every language of a sheet.
fn sheets() -> impl Iterator<Item = (Reading, Language)> {
    let readings = library().words.keys().filter(|reading| Language::PAGES.contains(&reading.language));
    readings.flat_map(|reading| Language::ALL.map(|language| (*reading, language)))
}

/// A visit of someone who reads so, and wants the sheet in a language.
fn visit_for(reading: Reading, language: Language) -> Visit {
    let mut visit = Visit { reading, ..Visit::begin(reading.language) };
    visit.apply(Event::SheetIn(language));
    visit
}

fn everything(page: &Seen) -> String {
    let mut all = String::new();
    for element in page.elements() {
        let own: String =
            element.children().filter_map(|child| child.value().as_text().map(|t| &**t)).collect();
        all.extend([plain(&own), "\n".to_owned()]);
        all.extend(element.value().attrs().flat_map(|(_, value)| [plain(value), "\n".to_owned()]));
    }
    all
}

/// An answer on the sheet: its heading, the title, what was asked, and the place of the question.
type Said = (Word, String, String, String);

/// The sheet of the example hospital after twelve answers, of every kind, and what it says in its language.
fn twelve_answers(reading: Reading, language: Language) -> (Seen, Vec<Said>) {
    let found = pages().iter().find(|page| page.name == "hospital" && page.reading == reading);
    let page = found.unwrap();
    let register = page.notice.register.as_ref().unwrap();
    let mut visit = visit_for(reading, language);
    let sheet = sheet_reading(reading, language);
    let word = |word| written(sheet, word);
    let shown = |text: &Localised| plain(text.pick(language, reading.level).unwrap().text);
    let mut said = Vec::new();
    let mut turn = BTreeMap::new();
    for (id, title, offer) in says(register) {
        for question in &offer.questions {
            let turn: &mut usize = turn.entry(offer.regime).or_default();
            let given = Answer::ALL[*turn % 3];
            *turn += 1;
            visit.apply(answer(id.as_str(), question.id.as_str(), given));
            let heading = match (given, offer.regime) {
                (Answer::TalkFirst, _) => Word::SheetTalk,
                (Answer::Yes, Regime::Object) => Word::SheetLeft,
                (Answer::No, Regime::Object) => Word::SheetObjected,
                (Answer::Yes, _) => Word::SheetAgreed,
                (Answer::No, _) => Word::SheetRefused,
            };
            let to = match question.channel {
                Some(Channel::CareTeam) => format!(" {}", word(Word::ToCareTeam)),
                Some(Channel::Desk) => format!(" {}", word(Word::ToDesk)),
                Some(Channel::Dpo) => format!(" {}", word(Word::ToDpo)),
                Some(Channel::Elsewhere) => format!(" {}", word(Word::ToElsewhere)),
                None => String::new(),
            };
            let words = format!("{}{to}", shown(&question.text));
            let place = fieldset(page, id, question).attr("id").unwrap();
            said.push((heading, shown(title), words, format!("#{place}")));
        }
    }
    let general =
        page.all("#wishes h3").into_iter().find(|one| text(*one) == page.word(Word::RegimeRequest)).unwrap();
    let mut asked = Vec::new();
    for request in &register.requests {
        let one = AskedId { item: None, request: *request };
        asked.push((one, word(Word::AiInGeneral).to_owned(), general.attr("id").unwrap()));
    }
    for (id, title, offer) in says(register) {
        for request in &offer.requests {
            let one = AskedId { item: Some(id.clone()), request: *request };
            let control = page.the(&format!("[type=checkbox][data-item='{id}'][value='{}']", request.code()));
            let place = around(control).find(|one| one.value().name() == "details").unwrap();
            asked.push((one, shown(title), place.attr("id").unwrap()));
        }
    }
    let words = |request| match request {
        Request::Explanation => Word::RequestExplanation,
        Request::HumanReading => Word::RequestHumanReading,
        Request::OtherOpinion => Word::RequestOtherOpinion,
        Request::Talk => Word::RequestTalk,
    };
    let room = 12 - said.len();
    for (one, title, place) in asked.into_iter().take(room) {
        said.push((Word::SheetAsked, title, word(words(one.request)).to_owned(), format!("#{place}")));
        visit.apply(Event::Ask(one, true));
    }
    (Seen::paper(&page.notice, visit, None), said)
}

/// The sheet of the example hospital after asking for everything there is.
fn all_asked(reading: Reading, language: Language, behalf: Behalf) -> Seen {
    let notice = &page("hospital", reading.language).notice;
    let register = notice.register.as_ref().unwrap();
    let mut visit = visit_for(reading, language);
    let general = register.requests.iter().map(|request| AskedId { item: None, request: *request });
    let items = says(register).flat_map(|(id, _, offer)| {
        offer.requests.iter().map(|request| AskedId { item: Some(id.clone()), request: *request })
    });
    general.chain(items).for_each(|one| visit.apply(Event::Ask(one, true)));
    visit.apply(Event::AnswerFor(behalf));
    Seen::paper(notice, visit, None)
}

/// The sheet of the example hospital after picking a question about a use and one about a worry.
fn two_questions_to_ask(reading: Reading, language: Language) -> Seen {
    let notice = &page("hospital", reading.language).notice;
    let about = &notice.register.as_ref().unwrap().uses[0];
    let worry = &notice.worries[1];
    let mut visit = visit_for(reading, language);
    visit.apply(Event::Pick(ToAsk::AboutWorry(worry.id.clone(), worry.questions[2].0.clone()), true));
    visit.apply(Event::Pick(ToAsk::AboutUse(about.id.clone(), 1), true));
    Seen::paper(notice, visit, None)
}

#[test]
fn the_questions_that_were_picked_stand_on_the_sheet_to_be_read_out_loud() {
    for (reading, language) in sheets() {
        let paper = two_questions_to_ask(reading, language);
        let notice = paper.notice.clone();
        let (about, worry) = (&notice.register.as_ref().unwrap().uses[0], &notice.worries[1]);
        let lines = under(&paper, Word::SheetToAsk);
        let said: Vec<_> = lines.iter().map(|line| own(the(*line, ".line"))).collect();
        // What is not there in the language of the sheet is there in French, and said to be.
        let shown = |text: &Localised| {
            let note = filled(paper.reading, Word::OnlyIn, &[("language", paper.name_of(FR))]);
            let missing = (!text.has(language)).then(|| format!(" {note}"));
            plain(text.pick(language, reading.level).unwrap().text) + &missing.unwrap_or_default()
        };
        let title = format!("{}{}", shown(&about.title), shown(&about.ask[1]));
        assert_eq!(said.len(), 2, "{paper}");
        assert_eq!(said[0].replace(" – ", ""), title, "{paper}");
        assert_eq!(said[1], shown(&worry.questions[2].1), "{paper}");
        let places: Vec<_> =
            lines.iter().map(|line| the(*line, "a").attr("href").unwrap().to_owned()).collect();
        assert_eq!(places, [format!("#use-{}_more", about.id), format!("#worry-{}", worry.id)]);
        paper.does_not_say(paper.word(Word::SheetNothing));
    }
}

/// The sheet of the example hospital after an objection for a child, with its code.
fn with_a_code(reading: Reading, language: Language) -> Seen {
    let notice = &page("hospital", reading.language).notice;
    let mut visit = visit_for(reading, language);
    visit.apply(answer("research", "reuse", Answer::No));
    visit.apply(Event::AnswerFor(Behalf::MyChild));
    visit.apply(Event::ShowCode(true));
    Seen::paper(notice, visit, Date::parse("2026-11-22"))
}

#[test]
fn a_code_is_drawn_only_when_asked_for_and_says_what_it_holds() {
    for (reading, language) in sheets() {
        let paper = with_a_code(reading, language);
        let register = paper.notice.register.as_ref().unwrap();
        let code = Code::read(&text(paper.the("#code bdi")), &Slots::of(register), paper.notice.fingerprint)
            .unwrap();
        assert_eq!((code.reading, code.sheet_language), (reading, language), "{paper}");
        assert_eq!(code.behalf, Some(Behalf::MyChild), "{paper}");
        assert_eq!(code.answers.to(&question_id("research", "reuse")), Some(Answer::No), "{paper}");
        assert_eq!(paper.the("#code bdi").attr("dir"), Some("ltr"), "{paper}");
        paper.says(paper.word(Word::CodeContains));
        let picture = paper.the("#code svg");
        assert_eq!(picture.attr("role"), Some("img"));
        assert_eq!(
            plain(picture.attr("aria-label").unwrap()),
            paper.word(Word::CodePicture),
            "{paper}: a page in {} names the picture",
            reading.language.own_name()
        );
        paper.says(&paper.filled(Word::SheetBehalf, &[("who", paper.word(Word::BehalfMyChild))]));
    }
    for (page, _) in pages_with_a_register() {
        assert!(page.id("code").is_none(), "{page}: nobody asked for a code");
    }
}

/// The lines of the sheet under a heading in its language.
#[track_caller]
fn under(paper: &Seen, heading: Word) -> Vec<ElementRef<'_>> {
    let word = paper.word(heading);
    let headings = paper.all("#paper h4");
    let heading = headings.iter().find(|one| own(**one) == word);
    let heading = heading.unwrap_or_else(|| panic!("{paper} has no heading “{word}”"));
    all(next(*heading).unwrap(), "li")
}

fn question_id(item: &str, question: &str) -> QuestionId {
    QuestionId { item: Id::parse(item).unwrap(), question: Id::parse(question).unwrap() }
}

fn answer(item: &str, question: &str, answer: Answer) -> Event {
    Event::Answer(question_id(item, question), Some(answer))
}

fn value_at(draft: &support::Draft, at: &str) -> serde_json::Value {
    let pointer = format!("/{}", at.replace(['.', '['], "/").replace(']', ""));
    draft.0.pointer(&pointer).cloned().unwrap()
}

/// The texts on how a use can be wrong that there are.
fn errors_of(one: &Use) -> impl Iterator<Item = &Localised> {
    let errors = &one.errors;
    [&errors.missed, &errors.false_alarm, &errors.leads_nowhere, &errors.team].into_iter().flatten()
}

// ---- the kiosk -------------------------------------------------------------------------------------------

/// A kiosk with the example of a hospital, in every language and at every level.
fn kiosks() -> Vec<Seen> {
    let file = html::examples().into_iter().find(|path| path.ends_with("hospital.json")).unwrap();
    let notice = notice_of(&std::fs::read_to_string(file).unwrap());
    let readings: Vec<_> = notice.readings().collect();
    readings.into_iter().map(|one| Seen::read_as("kiosk", &notice, one, Form::Kiosk)).collect()
}

#[test]
fn a_kiosk_is_good_html_with_the_same_places_in_every_language_and_at_every_level() {
    let kiosks = kiosks();
    let ids = |page: &Seen| {
        let ids = page.all("[id]").into_iter().map(|one| one.attr("id").unwrap().to_owned());
        // Each text has its own hard words.
        ids.filter(|id| !id.starts_with("term-")).collect::<Vec<_>>()
    };
    for page in &kiosks {
        assert_eq!(page.faults(), [""; 0], "{page}");
        assert_eq!(ids(page), ids(&kiosks[0]), "{page}");
    }
}

#[test]
fn at_a_kiosk_one_first_chooses_how_to_read_and_what_is_marked_is_how_it_is() {
    for page in kiosks() {
        assert_eq!(page.all("main > section")[0].attr("id"), Some("welcome"), "{page}");
        let settings = page.all("#welcome fieldset");
        let names: Vec<_> = settings.iter().map(|one| one.attr("data-set").unwrap()).collect();
        assert_eq!(names, ["language", "level", "size", "contrast", "aloud"], "{page}");
        for setting in settings {
            assert_eq!(all(setting, "input[checked]").len(), 1, "{page}: {}", setting.html());
        }
        assert_eq!(page.all("input[checked]").len(), names.len(), "{page}: no answer is marked");
    }
}

#[test]
fn a_kiosk_offers_nothing_that_stays_on_the_tablet_or_leads_away() {
    for page in kiosks() {
        let kept =
            "[data-do=save], [data-do=keep], [data-keeping], [data-do=copy-letter], [data-do=save-letter]";
        assert!(page.all(kept).is_empty(), "{page}");
        assert!(page.all("a[href]").iter().all(|link| link.attr("href").unwrap().starts_with('#')), "{page}");
        assert!(page.all("textarea, input:not([type=radio]):not([type=checkbox])").is_empty(), "{page}");
        assert_eq!(page.the(".document").attr("translate"), Some("no"), "{page}");
        let letters = page.notice.letters.all.len();
        assert_eq!(page.all("#letters [data-do=print-letter]").len(), letters, "{page}: printing stays");
    }
}
