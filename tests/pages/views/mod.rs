//! What a patient finds on a page, in every language: with a register, without one, with one that is broken, with one
//! that tells everything, nothing, or one language only.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cards;
mod document;
mod explore;
mod foot;
mod kept;
mod kiosk;
mod languages;
mod letters;
mod offers;
mod plain;
mod sheet;
mod two_languages;

use crate::html;
use crate::support;

use eclaire::choices::{Answer, Answers, AskedId, Id, QuestionId, Regime, Request, ToAsk};
use eclaire::content::{
    Date, EmergencyNumber, Helper, Language, LetterList, Level, Localised, Reading, Stage, Word, law_read,
};
use eclaire::notice::Notice;
use eclaire::patient::view::parts;
use eclaire::patient::{Event, Keeping, Named, Visit};
use eclaire::record::{Behalf, Change, ChangeKind, Changes, Code, Record, Slots, Wording};
use eclaire::register::{Channel, Device, Offer, Performance, ProblemKind, Question, Register, Reuse, Use};
use eclaire::share::Form;
use html::{
    Seen, all, around, bare, beside, can_be_read, complete_page, drawn, exactly, facts, filled,
    in_every_language, name_of, next, notice_of, own, page, pages, pages_with_a_register, plain,
    sheet_reading, structure, text, texts, the, words, written,
};
use kept::{DAY, keepings, named, panels};
use kiosk::kiosks;
use proptest::prelude::*;
use scraper::ElementRef;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use support::{complete, library};

const FR: Language = Language::Fr;
const EN: Language = Language::En;
const AR: Language = Language::Ar;

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
    let names: Vec<_> = facts(the(card, "dl.facts")).into_iter().map(|(name, _)| name).collect();
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
    let facts = facts(the(card, "dl.facts"));
    facts.into_iter().find(|(one, _)| one == page.word(name)).unwrap().1
}

/// What names the regime of a card while it is closed.
fn badge<'a>(page: &'a Seen, id: &Id) -> ElementRef<'a> {
    the(page.the(&format!("article[id='use-{id}'], article[id='reuse-{id}']")), ".row .regime")
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
    let notice = &page("hospital", FR).notice;
    let visit = Visit::begin(reading.language);
    let page = html::as_read(html::page_for(notice, reading.language, visit, None), reading);
    page.date(Date::parse(date).unwrap())
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
    if Language::USUAL.contains(&reading.language) {
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

/// Every language and level of a page in French and English with every language of its sheet.
fn sheets() -> impl Iterator<Item = (Reading, Language)> {
    let readings = library().words.keys().filter(|reading| Language::USUAL.contains(&reading.language));
    readings.flat_map(|reading| [FR, EN, AR].map(|language| (*reading, language)))
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
            let place = around(control).find(|one| one.value().name() == "fieldset").unwrap();
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

/// The sheet of the example hospital after an objection for a child, with its code.
fn with_a_code(reading: Reading, language: Language) -> Seen {
    let notice = &page("hospital", reading.language).notice;
    let mut visit = visit_for(reading, language);
    visit.apply(answer("research", "reuse", Answer::No));
    visit.apply(Event::AnswerFor(Behalf::MyChild));
    visit.apply(Event::ShowCode(true));
    Seen::paper(notice, visit, Date::parse("2026-11-22"))
}

/// The lines of the sheet under a heading in its language.
#[track_caller]
fn under(paper: &Seen, heading: Word) -> Vec<ElementRef<'_>> {
    let word = paper.word(heading);
    let headings = paper.all("#paper h4");
    let heading = headings.into_iter().find(|one| own(*one) == word);
    lines_under(paper, heading.unwrap_or_else(|| panic!("{paper} has no heading “{word}”")))
}

/// The lines of the list that begins under this heading. On paper it may go on on another side, under its heading once more.
fn lines_under<'a>(paper: &'a Seen, heading: ElementRef<'a>) -> Vec<ElementRef<'a>> {
    let headings = paper.all("#paper h4");
    let goes_on = |one: &&ElementRef| one.value().classes().any(|class| class == "goes-on");
    let after = headings.iter().skip_while(|one| one.id() != heading.id()).skip(1).take_while(goes_on);
    [heading].iter().chain(after).flat_map(|one| all(next(*one).unwrap(), "li")).collect()
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
