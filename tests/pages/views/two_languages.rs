//! The sheet in two languages.

use super::*;

#[test]
fn the_language_of_the_sheet_is_asked_with_each_language_named_in_itself_and_french_said_to_stay() {
    for (page, _) in pages_with_a_register() {
        let control = page.all("input[name=sheet-language]")[0];
        let question = around(control).find(|one| one.value().name() == "fieldset").unwrap();
        assert_eq!(text(the(question, "legend")), page.word(Word::SheetLanguage), "{page}");
        let hint = the(question, ".hint");
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
            let headings = paper.all("#paper h4:not(.goes-on)");
            let french_headings = in_french.all("#paper h4:not(.goes-on)");
            assert_eq!(
                headings.iter().map(|one| beside(*one)).collect::<Vec<_>>(),
                texts(&french_headings),
                "{paper}"
            );
            for (heading, french_heading) in headings.into_iter().zip(french_headings) {
                let lines = lines_under(paper, heading);
                let french_lines = lines_under(in_french, french_heading);
                assert_eq!(lines.len(), french_lines.len(), "{paper}: under “{}”", text(heading));
                for (line, french_line) in lines.into_iter().zip(french_lines) {
                    assert_names_the_same(paper, line, french_line);
                    compared += 1;
                }
            }
            for piece in [".paper-head", ".not-a-signature", ".paper-head + .by-hand-lines > p"] {
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
    let signs = [Word::Separator, Word::FirstOfMonth, Word::Day, Word::MonthOfYear];
    for word in &[Word::NAMES_AND_DATES, Word::ON_SHEET].concat() {
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
    for language in Language::USUAL {
        let reading = Reading::clear(language);
        let [answers, _, _, asked, open] = sheets_after_everything(reading, AR);
        for paper in [answers, asked, open] {
            assert_eq!(texts(&paper.all(".line .fallback")), [""; 0], "{paper}: not in French");
        }
    }
}
