//! The sheet, without and with answers.

use super::*;

// ---- the sheet without answers -------------------------------------------------------------------------------

#[test]
fn without_answers_the_sheet_lists_every_question_with_three_boxes_to_tick() {
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
            for expected in [&*page.shown(title), &page.shown(&question.text)] {
                assert!(words.contains(expected), "{page}: “{words}” without “{expected}”");
            }
            let boxes =
                Answer::ALL.map(|answer| page.word(eclaire::record::answer_word(offer.regime, answer)));
            let drawn = all(*line, ".box").into_iter().map(own);
            let drawn: Vec<_> = drawn.map(|one| one.trim_start_matches("[ ] ").to_owned()).collect();
            assert_eq!(drawn, boxes, "{page}");
            // Nobody knows what was ticked by hand.
            assert!(!words.contains(page.word(Word::NotAnswered)), "{page}: {words}");
        }
    }
}

#[test]
fn the_sheet_says_that_nothing_was_sent_and_that_it_is_no_signature() {
    let said = [
        (FR, "Rien n’a été envoyé. Cette feuille n’est pas une signature."),
        (EN, "Nothing has been sent. This sheet is not a signature."),
        (AR, "لم يُرسَل أي شيء. هذه الورقة ليست توقيعًا."),
        (Language::Es, "No se ha enviado nada. Esta hoja no es una firma."),
        (Language::Pt, "Nada foi enviado. Esta folha não é uma assinatura."),
        (Language::Ro, "Nu s-a trimis nimic. Această foaie nu este o semnătură."),
        (Language::Tr, "Hiçbir şey gönderilmedi. Bu form bir imza değildir."),
        (Language::Ru, "Ничего не отправлено. Этот лист не является подписью."),
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

/// "(text in French)" stood beside it on the head of an Arabic sheet, as if somebody had forgotten to translate it.
#[test]
fn the_name_of_the_place_is_nobodys_translation_on_the_sheet_either() {
    let practice = &page("practice", FR).notice;
    let name = practice.register.as_ref().unwrap().site.name.clone();
    for language in practice.sheet_languages().into_iter().filter(|language| !name.has(*language)) {
        let paper = Seen::paper(practice, visit_for(Reading::clear(FR), language), None);
        let head = the(paper.the(".paper-head"), ".own");
        let shown = all(head, "[lang=fr]");
        assert_eq!(texts(&shown), [plain(&page("practice", FR).shown(&name))], "{language:?}");
        assert!(all(head, ".fallback").is_empty(), "{language:?}: {}", text(head));
    }
    assert!(
        practice.sheet_languages().iter().any(|language| !name.has(*language)),
        "or else this shows nothing"
    );
}

#[test]
fn the_sheet_names_everyone_who_takes_it_and_how_to_reach_them() {
    for (page, register) in pages_with_a_register() {
        let contacts = &register.site.contacts;
        let mut expected = vec![(Channel::CareTeam, None)];
        expected.extend(contacts.desk.as_ref().map(|desk| (Channel::Desk, Some(desk))));
        expected.extend(contacts.dpo.as_ref().map(|dpo| (Channel::Dpo, Some(dpo))));
        expected
            .extend(register.reuses.iter().any(|one| one.elsewhere).then_some((Channel::Elsewhere, None)));
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
            // What only the program shows, reading aloud, cannot be pressed before.
            let open = ":is(input, select, textarea, button:not([data-listen][hidden])):not(fieldset.until-alone[disabled] *)";
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

// ---- the sheet with answers ----------------------------------------------------------------------------------

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
            let on_paper = paper.all("#paper h4:not(.goes-on)").into_iter().map(own);
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
    assert_eq!(texts(&paper.all("#paper h4")), ["Je m’oppose", "Sans réponse"]);
    assert_eq!(under(&paper, Word::SheetOpen).len(), questions - 1);
    visit.apply(Event::Answer(question_id("research", "reuse"), None));
    let paper = Seen::paper(notice, visit, None);
    assert_eq!(under(&paper, Word::SheetOpen).len(), questions);
}

#[test]
fn the_paper_is_drawn_alike_on_the_page_and_in_the_browser_but_for_what_only_the_program_knows() {
    for language in Language::USUAL {
        let page = page("hospital", language);
        let paper = Seen::paper(&page.notice, Visit::begin(language), None);
        // The program knows that nothing was answered; without it there are boxes to tick by hand.
        let without = |seen: &Seen, known: &str| {
            let all = seen.all(known).into_iter().map(text);
            let rest = all.fold(text(seen.the("#paper")), |rest, one| rest.replacen(&one, "", 1));
            rest.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let drawn = without(&paper, "#paper .nothing-said, #paper .open");
        assert_eq!(drawn, without(page, "#paper .boxes"), "{page}");
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
        assert!(page.all("#paper, #wishes button, input:not([data-picture])").is_empty(), "{page}");
        assert_eq!(page.all("article").len(), page.notice.own_tools.len(), "{page}: the patients' own tools");
        assert!(page.all("#paper-place, #found-place, #kept-place, [data-keeping]").is_empty(), "{page}");
        let (buttons, of_letters) = (page.all("#sheet button"), page.all("#letters button[data-letter]"));
        assert_eq!((buttons.len(), of_letters.len()), (27, 27), "{page}: three a letter, and no others");
        assert!(text(page.the("#wishes")).contains(page.word(Word::GeneralWishes)), "{page}");
        assert!(text(page.the("#care")).contains(page.word(Word::GeneralCare)), "{page}");
    }
}

#[test]
fn the_questions_that_were_picked_stand_on_the_sheet_to_be_read_out_loud() {
    for (reading, language) in sheets() {
        let paper = two_questions_to_ask(reading, language);
        let notice = paper.notice.clone();
        let (about, worry) = (&notice.register.as_ref().unwrap().uses[0], &notice.worries[1]);
        let lines = under(&paper, Word::SheetToAsk);
        let said: Vec<_> = lines.iter().map(|line| own(the(*line, ".line"))).collect();
        // What is not there in the language of the sheet is there in French, and said to be. A language of the sheet alone has no
        // questions to ask: they would be carried to every patient.
        let shown = |text: &Localised| {
            let note = filled(paper.reading, Word::OnlyIn, &[("language", paper.name_of(FR))]);
            let has = |of: &Localised| {
                of.has(language) && (notice.languages.contains(&language) || of == &about.title)
            };
            let missing = (!has(text)).then(|| format!(" {note}"));
            let language = if missing.is_some() { Language::Fr } else { language };
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

#[test]
fn a_code_is_drawn_only_when_asked_for_and_says_what_it_holds() {
    for (reading, language) in sheets() {
        let paper = with_a_code(reading, language);
        let slots = Slots::of_questionnaire(&paper.notice.questionnaire().unwrap());
        let code = Code::read(&text(paper.the("#code bdi")), &slots, paper.notice.fingerprint).unwrap();
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
