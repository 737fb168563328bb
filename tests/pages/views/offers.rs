//! What a patient may say: the right control for the right right.

use super::*;

#[test]
fn what_one_is_only_informed_of_has_no_control_anywhere() {
    let mut informed = 0;
    for (page, register) in pages_with_a_register() {
        for (id, _, offer) in says(register).filter(|(_, _, offer)| offer.regime == Regime::Inform) {
            assert_eq!(page.all(&format!("[data-item='{id}']")).len(), 0, "{page}: {id}");
            assert!(page.id(&format!("say-{id}")).is_none(), "{page}: {id}");
            let badge = badge(page, id);
            assert_eq!(text(badge), page.word(Word::RegimeInform), "{page}: {id}");
            let card = around(badge).find(|one| one.value().name() == "article").unwrap();
            assert_eq!(all(card, ".say-here").len(), 0, "{page}: {id} leads to a choice that does not exist");
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
        // Beside those that choose what a picture shows.
        assert_eq!(page.all("input[type=radio]:not([data-picture])").len(), radios + behalf, "{page}");
        assert_eq!(page.all("input[id^=ask-]").len(), boxes, "{page}");
        assert_eq!(page.all("input[id^=to-ask-]").len(), to_ask, "{page}");
        assert_eq!(page.all("input:not([data-picture])").len(), radios + behalf + boxes + to_ask, "{page}");
    }
}

/// The law gives a helper no answer to give, so that there is no fourth choice, and none that would be false.
#[test]
fn who_only_helps_reads_before_the_choice_that_the_person_answers() {
    for (page, _) in pages_with_a_register() {
        let choice = page.the("fieldset.behalf:not(.needs-program)");
        let parts: Vec<_> =
            choice.children().filter_map(ElementRef::wrap).map(|one| one.value().name()).collect();
        assert_eq!(parts, ["legend", "p", "div", "div", "div"], "{page}");
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
            let erase = page.the(&format!("#{section} button.erase[type=reset]"));
            assert_eq!(erase.attr("form"), form, "{page}");
            assert_eq!(text(erase), page.word(Word::EraseAll), "{page}");
            assert!(!around(erase).any(|one| one.attr("class") == Some("actions")), "{page}: beside “Print”");
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
    for language in Language::USUAL {
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
        let found: Vec<_> = headings.iter().map(|heading| (text(*heading), text(after(*heading)))).collect();
        assert_eq!(found, expected, "{page}");
    }
    /// What follows a heading; or the line that it is part of, where it opens something.
    fn after(heading: ElementRef<'_>) -> ElementRef<'_> {
        let line = around(heading).find(|one| one.value().name() == "summary");
        next(line.unwrap_or(heading)).unwrap()
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
            assert_eq!(text(badge(page, id)), page.word(parts::regime_word(offer.regime)), "{page}: {id}");
            let card = around(badge(page, id)).find(|one| one.value().name() == "article").unwrap();
            let link = the(card, ".say-here a");
            assert_eq!(text(link), page.word(parts::regime_word(offer.regime)), "{page}: {id}");
            let place = page.id(link.attr("href").unwrap().trim_start_matches('#')).unwrap();
            assert!(around(place).any(|one| one.attr("id") == Some("wishes")), "{page}: {id}");
        }
    }
}
