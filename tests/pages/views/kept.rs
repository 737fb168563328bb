//! Answers on one's own device, and what a link names.

use super::*;

#[test]
fn nothing_is_kept_and_nothing_found_before_the_patient_presses_for_it() {
    for (page, _) in pages_with_a_register() {
        for place in ["found-place", "kept-place"] {
            let place = page.id(place).unwrap();
            assert!(place.children().next().is_none(), "{page}: {}", place.html());
        }
        let found = page.the("#wishes > #found-place");
        let order = page.all("#found-place, fieldset.question");
        assert_eq!(order.first().map(|first| first.id()), Some(found.id()), "{page}: before the questions");
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

pub(super) const DAY: Date = Date { year: 2026, month: 11, day: Some(22) };

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
pub(super) fn panels(reading: Reading, keeping: Keeping, since: Option<Box<Changes>>) -> [Seen; 2] {
    let notice = &page("hospital", reading.language).notice;
    let visit = Visit { reading, keeping, since, ..Visit::begin(reading.language) };
    [parts::kept, parts::found_here]
        .map(|draw| Seen::piece("of what is kept", notice, visit.clone(), None, draw))
}

/// What a link names, of which the page knows the first and the last use of the hospital.
pub(super) fn named(reading: Reading, unknown: usize) -> Seen {
    let notice = &page("hospital", reading.language).notice;
    let all = &notice.register.as_ref().unwrap().uses;
    let uses = [all.first(), all.last()].into_iter().flatten().map(|one| one.id.clone()).collect();
    let visit = Visit {
        reading,
        named: Named { uses, unknown, unread: unknown > 0 },
        ..Visit::begin(reading.language)
    };
    Seen::piece("of what a link names", notice, visit, None, parts::named)
}

#[test]
fn what_a_link_names_stands_first_with_a_way_to_each_card_and_that_there_may_be_more() {
    for reading in library().words.keys().filter(|reading| Language::USUAL.contains(&reading.language)) {
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
fn what_a_link_names_and_this_page_does_not_recognise_is_said_and_what_was_lost_of_it() {
    let reading = Reading::clear(FR);
    let notice = &page("hospital", FR).notice;
    let only = Visit { named: Named { uses: vec![], unknown: 3, unread: false }, ..Visit::begin(FR) };
    let only = Seen::piece("of a link that is not known", notice, only, None, parts::named);
    let sentence = filled(reading, Word::NamedUnknown, &[("number", "3")]);
    assert_eq!(texts(&only.all("p")), std::slice::from_ref(&sentence));
    assert!(only.all("h2").is_empty(), "no heading over nothing");
    assert!(texts(&named(reading, 3).all("p")).contains(&sentence), "and beside what is known");
    let cut = written(reading, Word::NamedUnread).to_owned();
    assert!(texts(&named(reading, 3).all("p")).contains(&cut), "and that something of the link was lost");
    let lost = Visit { named: Named { unread: true, ..Named::default() }, ..Visit::begin(FR) };
    let lost = Seen::piece("of a link of which nothing could be read", notice, lost, None, parts::named);
    assert_eq!(texts(&lost.all("p")), [cut]);
    let none = Seen::piece("without a link", notice, Visit::begin(FR), None, parts::named);
    assert!(none.all("div, section, h2, p, a").is_empty(), "{none}: nothing without a link");
}

/// Everything that can be said of what is kept.
pub(super) fn keepings(reading: Reading) -> Vec<(Keeping, Option<Box<Changes>>)> {
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
