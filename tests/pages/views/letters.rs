//! The letters.

use super::*;
use eclaire::record::behalf_word;

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
            assert_eq!(text(all(letter, "h4")[0]), page.word(Word::LetterItself), "{page}: {}", told.id);
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

/// Whoever reads no French signed what they could not read.
#[test]
fn beside_each_paragraph_of_a_letter_stands_what_it_says_in_each_language_that_is_not_its_own() {
    let all_languages = Language::ALL.map(Language::code);
    let notice = html::notice_of(&complete().with("site.languages", serde_json::json!(all_languages)).text());
    for language in Language::ALL {
        let page = Seen::of("all", &notice, language);
        for told in &notice.letters.all {
            let letter = page.the(&format!("#letter-{}", told.id));
            let persons = all(letter, ".gloss");
            if language == FR {
                assert!(persons.is_empty() && all(letter, "pre *").is_empty(), "{page}: it is its own");
                continue;
            }
            let gloss = &notice.letters.glosses[&language];
            assert_eq!(text(the(letter, ".gloss-head h4")), gloss.about.title, "{page}");
            assert_eq!(persons.len(), Behalf::ALL.len(), "{page}");
            for (behalf, person) in Behalf::ALL.into_iter().zip(persons) {
                assert_eq!(language_of(person), Some(language), "{page}");
                assert_eq!(text(the(person, "h5")), page.word(behalf_word(behalf)), "{page}");
                let french = sent(&notice, Reading::clear(language), Some(behalf), told.id.as_str());
                let said = all(person, "p");
                assert_eq!(said.len(), french.split("\n\n").count(), "{page}: {} {behalf:?}", told.id);
                let said: String = said.into_iter().flat_map(|one| one.text().chain(["\n\n"])).collect();
                assert!(!said.contains(['{', '}']), "{page}: {said}");
                assert_eq!(
                    said.contains(&gloss.about.list),
                    told.lists != LetterList::Nothing,
                    "{page}: {said}"
                );
                assert!(!spaced(&said).contains("Madame, Monsieur"), "{page}: {said}");
            }
            // What leaves is the same French, in as many parts.
            let paragraphs = all(letter, "pre > span").len();
            assert_eq!(paragraphs, written_letter(&page, told.id.as_str()).trim().split("\n\n").count());
        }
    }
}

#[test]
fn in_arabic_the_names_of_a_letter_are_kept_together_from_left_to_right() {
    let notice = html::notice_of(&complete().with("site.languages", serde_json::json!(["fr", "ar"])).text());
    let page = Seen::of("all", &notice, AR);
    let names = texts(&page.all("#letter-complaint .gloss-me bdi[dir=ltr]"));
    assert!(names.contains(&"3 place de Fontenoy".to_owned()), "{names:?}");
    assert!(names.iter().any(|name| name == "CNIL"), "{names:?}");
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
    let visit = Visit::begin(reading.language);
    let page = html::as_read(html::page_for(notice, reading.language, visit, Some(DAY)), reading);
    let told = notice.letters.all.iter().find(|one| one.id.as_str() == name).unwrap();
    spaced(&parts::sender(&page, behalf, &Answers::default()).letter(told.to, told.lists, &told.written))
}
