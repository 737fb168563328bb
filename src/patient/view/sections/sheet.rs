//! "My sheet": on the screen it looks like the paper that comes out. What was said, what was left open, to whom to hand
//! it, room to write by hand. Every line can be changed. In another language than French, French stands beside, for the desk.
//!
//! What was said is drawn of the record, the same that is kept, saved and read back: so they cannot say different things.

use super::wishes::erase;
use crate::choices::{Answer, ToAsk};
use crate::content::{Localised, Word};
use crate::patient::kiosk::view as kiosk;
use crate::patient::leaves::{Around, Entry, Leaves};
use crate::patient::view::parts::{
    Sides, ask_someone, behalf, code, code_text, contact_line, emergency_line, framed, keep, letters,
    sheet_language,
};
use crate::patient::view::{Context, Page};
use crate::patient::{KitPlace, Picked};
use crate::record::{
    Record, RecordLine, Wording, answer_word, behalf_word, channel_word, short_channel_word,
};
use crate::register::{Channel, Contact};
use crate::share::Form;
use leptos::prelude::*;
use std::ops::Range;

/// The section.
pub fn sheet(page: &Page) -> AnyView {
    let paper = page.register().is_some().then(|| view! { <div id="paper-place">{paper(page)}</div> });
    let nothing = page.register().is_none().then(|| view! { <p>{page.word(Word::GeneralWishes)}</p> });
    let actions = page.register().is_some().then(|| {
        view! {
            <div class="actions">
                <button type="button" class="print needs-program" data-do="print">{page.word(Word::Print)}</button>
                <button type="button" class="needs-program" data-do="code">{page.word(Word::ShowCode)}</button>
                {page.form.may_hand_over().then(|| view! {
                    <button type="button" class="needs-program" data-do="save">{page.word(Word::SaveRecord)}</button>
                })}
                {erase(page)}
            </div>
            <p role="status" class="hint print-status"></p>
            {(!page.form.is_framed()).then(|| view! { <p class="without-program">{page.word(Word::PrintWithout)}</p> })}
            {framed(page)}
            {page.form.may_hand_over().then(|| view! {
                <p class="hint needs-program">{page.word(Word::PicksOnPaper)}</p>
                {keep(page)}
            })}
        }
    });
    let at_kiosk = page.form == Form::Kiosk;
    view! {
        <section id="sheet" class="section" aria-labelledby="sheet-title">
            <h2 id="sheet-title" tabindex="-1">{page.word(Word::SheetTitle)}</h2>
            <p class="lead">{page.word(Word::SheetLead)}</p>
            {page.register().is_some().then(|| view! { {behalf(page)}{sheet_language(page)} })}
            {paper}
            {nothing}
            {actions}
            {letters(page)}
            {at_kiosk.then(|| view! { <p class="promises">{page.word(Word::KioskHands)}</p>{kiosk::version(page)} })}
            {ask_someone(page)}
        </section>
    }
    .into_any()
}

/// The paper: drawn again in the browser whenever an answer changes.
pub fn paper(page: &Context) -> AnyView {
    let Some(place) = &page.kit.place else { return ().into_any() };
    let record = page.record_of(&place.questionnaire);
    let language = record.sheet_language;
    let sides = Sides::of(page, language);
    let questions = page.visit.with(|visit| page.kit.picked(&visit.answers));
    let lists = record.lists();
    let said = lists.iter().any(|(title, _)| *title != Word::SheetOpen);
    let mut parts: Vec<Part> = lists.into_iter().map(|(title, lines)| Part::Said(title, lines)).collect();
    // Without the program nobody knows what was ticked.
    let nothing = (page.live && !said && questions.is_empty()).then(|| {
        view! { <p class="nothing-said">{sides.own.word(Word::SheetNothing)}</p> }
    });
    if !questions.is_empty() {
        parts.push(Part::ToAsk(questions));
    }
    let code_text = code_text(page, &place.questionnaire);
    let around = Around { bilingual: sides.french.is_some(), code: code_text.is_some() };
    let entries: Vec<Vec<Entry>> = parts.iter().map(|part| part.entries(&sides)).collect();
    let leaves = Leaves::of(&entries, around);
    let count = leaves.sides.len();
    let mut head = Some(view! {
        <div class="paper-head">{sides.both(|page| head(page, &record))}</div>
        <div class="by-hand-lines">
            <p>{sides.both_inline(|page| page.word(Word::ByHandName).into_any())} " " <span class="rule"></span></p>
        </div>
        {nothing}
    });
    let mut foot = Some(foot(page, &sides, place, code_text.clone()));
    let shown = leaves.sides.iter().enumerate().map(|(at, portions)| {
        let running =
            (count > 1).then(|| running(&sides, &record, at + 1, count, code_text.clone().flatten()));
        let head = head.take();
        let portions =
            portions.iter().filter_map(|one| Some(parts.get(one.list)?.view(&sides, one.entries.clone())));
        let portions = portions.collect_view();
        let foot = if at + 1 == count { foot.take() } else { None };
        view! { <div class="leaf">{running}{head}{portions}{foot}</div> }
    });
    let shown = shown.collect_view();
    let bilingual = if around.bilingual { " bilingual" } else { "" };
    view! {
        <div
            class=format!("paper{bilingual}{}", leaves.size.class())
            id="paper"
            lang=language.code()
            dir=language.direction().attribute()
        >
            {shown}
        </div>
    }
    .into_any()
}

/// A list of the sheet.
enum Part<'a> {
    /// What was said, or left open.
    Said(Word, Vec<RecordLine<'a>>),
    /// What the patient wants to ask.
    ToAsk(Vec<Picked<'a>>),
}

impl Part<'_> {
    /// What each of its lines takes on paper.
    fn entries(&self, sides: &Sides) -> Vec<Entry> {
        let entry = |boxes: bool, length: &dyn Fn(&Context, bool) -> usize| Entry {
            own: length(&sides.own, false),
            beside: sides.french.as_ref().map_or(0, |french| length(french, true)),
            boxes,
        };
        match self {
            Part::Said(title, lines) => lines
                .iter()
                .map(|line| {
                    let boxes = *title == Word::SheetOpen && line.question.is_some();
                    entry(boxes && !sides.own.live, &|page, briefly| length(page, line, briefly))
                })
                .collect(),
            Part::ToAsk(questions) => questions
                .iter()
                .map(|one| {
                    let texts = one.about.into_iter().chain([one.text]);
                    entry(false, &|page, _| texts.clone().map(|text| characters(page, text)).sum())
                })
                .collect(),
        }
    }

    /// Its heading, and so many of its lines. What goes on from another side says so.
    fn view(&self, sides: &Sides, some: Range<usize>) -> AnyView {
        let goes_on = some.start > 0;
        let title = |title: Word| {
            let title = sides.both_inline(|page| {
                let title = page.word(title);
                let title = if goes_on { page.fill(Word::SheetGoesOn, &[("title", &title)]) } else { title };
                title.into_any()
            });
            // On a screen there are no sides.
            view! { <h4 class:goes-on=goes_on>{title}</h4> }
        };
        match self {
            Part::Said(word, lines) => {
                let open = *word == Word::SheetOpen;
                let lines = lines.get(some).unwrap_or_default().iter();
                let lines = lines.map(|line| sheet_line(sides, line, open)).collect_view();
                view! { {title(*word)}<ul class="lines">{lines}</ul> }.into_any()
            }
            Part::ToAsk(questions) => {
                let lines = questions.get(some).unwrap_or_default().iter();
                let lines = lines.map(|one| line_to_ask(sides, one)).collect_view();
                view! { {title(Word::SheetToAsk)}<ul class="lines">{lines}</ul> }.into_any()
            }
        }
    }
}

fn characters(page: &Context, text: &Localised) -> usize {
    // In another language than the page's it is marked as such.
    let note = |language| if language == page.reading.language { 0 } else { 24 };
    page.pick(text).map_or(0, |shown| shown.text.chars().count() + note(shown.language))
}

/// How many characters [`told`] has, or [`told_briefly`].
fn length(page: &Context, line: &RecordLine, briefly: bool) -> usize {
    let of = |wording: &Wording| characters(page, &wording.localised());
    let about = line.item.map_or(0, |item| of(&item.title));
    let request = line.request.map_or(0, |asked| of(&asked.text));
    let question = line.question.filter(|_| !briefly || line.is_one_of_several());
    // Who takes it and what stands between; that it was not answered.
    let more = if line.question.is_some_and(|one| one.answer.is_none()) && !briefly { 28 } else { 15 };
    about + request + question.map_or(0, |question| of(&question.text)) + more
}

/// What each of several sides says first, on paper only: which it is, of whose sheet, of which day, with which code.
fn running(sides: &Sides, record: &Record, side: usize, of: usize, code: Option<String>) -> AnyView {
    let (side, of) = (side.to_string(), of.to_string());
    let number =
        sides.both_inline(|page| page.fill(Word::SheetSide, &[("side", &side), ("sides", &of)]).into_any());
    let place = sides.own.wording(&record.site.name);
    let day = record.day.map(|day| view! { <span>{sides.own.date(day)}</span>" " });
    let code = code.map(|code| view! { <bdi dir="ltr" translate="no">{code}</bdi> });
    view! { <p class="running"><span>{number}</span>" "<span>{place}</span>" "{day}{code}</p> }.into_any()
}

/// To whom the sheet goes, the code, lines to write on, and what it is not.
fn foot(page: &Context, sides: &Sides, place: &KitPlace, code_text: Option<Option<String>>) -> AnyView {
    // A translator reads the page that it translates, and what is said on it.
    let with_code = code_text.is_some();
    let sent = if page.translated { Word::SheetTranslated } else { Word::NothingSent };
    view! {
        <div class="paper-foot" class:with-code=with_code>
            <div class="hand-over">{hand_over(&sides.own, place)}</div>
            {at_home(&sides.own, place)}
            {code_text.map(|text| code(sides, text))}
            <div class="by-hand-lines">
                <p>{sides.own.word(Word::ByHandQuestions)} " " <span class="rule"></span></p>
                <p><span class="rule"></span></p>
            </div>
            <div class="not-a-signature">{sides.both(|page| page.word(sent).into_any())}</div>
        </div>
    }
    .into_any()
}

/// Whose sheet it is, of which day and which text, as one language tells it.
fn head(page: &Context, record: &Record) -> AnyView {
    let date = match record.day {
        Some(day) => page.date(day).into_any(),
        None => view! { <span class="rule short"></span> }.into_any(),
    };
    let version = page.fill(
        Word::SheetVersion,
        &[("version", &record.notice_version), ("language", &page.language_name(record.read.language))],
    );
    let behalf =
        record.behalf.map(|one| page.fill(Word::SheetBehalf, &[("who", &page.word(behalf_word(one)))]));
    view! {
        <h3>{page.word(Word::SheetHead)}</h3>
        <p>{page.wording(&record.site.name)}</p>
        {record.example.then(|| view! { <p>{page.word(Word::Example)}</p> })}
        <p class="paper-date"><span>{page.word(Word::SheetDate)} " " {date}</span><span>{version}</span></p>
        {behalf.map(|behalf| view! { <p>{behalf}</p> })}
    }
    .into_any()
}

fn sheet_line(sides: &Sides, line: &RecordLine, open: bool) -> AnyView {
    let own = &sides.own;
    // On paper without the program, what is open can be ticked by hand.
    let asked = line.item.filter(|_| open && line.question.is_some() && !own.live);
    let boxes = asked.map(|item| {
        let boxes = Answer::ALL.map(|answer| {
            let words = sides.both_inline(|page| page.word(answer_word(item.regime, answer)).into_any());
            view! { <span class="box"><span class="pen" aria-hidden="true">"[ ] "</span>{words}</span>" " }
        });
        view! { <span class="boxes">{boxes.collect_view()}</span> }
    });
    let place = match (line.item, line.question) {
        (Some(item), Some(question)) => format!("#question-{}_{}", item.id, question.id),
        (Some(item), None) => format!("#requests-{}", item.id),
        (None, _) => "#request".to_owned(),
    };
    view! {
        <li>
            <div class="line">{sides.both_ways(|page| told(page, line, open), |page| told_briefly(page, line))}{boxes}</div>
            <a class="change" href=place>
                {own.word(Word::Change)}<span class="visually-hidden">{own.word(Word::Separator)}{about(own, line)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// What a line says, as one language tells it.
fn told(page: &Context, line: &RecordLine, open: bool) -> AnyView {
    // Without the program nobody knows what was answered by hand.
    let state =
        (open && page.live).then(|| view! { <span class="open">{page.word(Word::NotAnswered)}</span> });
    let question =
        line.question.map(|question| view! { {page.word(Word::Separator)}{page.wording(&question.text)} });
    view! { <strong>{about(page, line)}</strong>{request(page, line)}{question}{taken_by(page, line)}" "{state} }.into_any()
}

/// The same for the desk, in a glance: what it is about, and who takes it. The code says the rest.
fn told_briefly(page: &Context, line: &RecordLine) -> AnyView {
    // One question is known by what it is about; several have to be told apart.
    let which = line.question.filter(|_| line.is_one_of_several());
    let which = which.map(|question| view! { {page.word(Word::Separator)}{page.wording(&question.text)} });
    view! { {about(page, line)}{request(page, line)}{which}{taken_by(page, line)} }.into_any()
}

/// What a line is about.
fn about(page: &Context, line: &RecordLine) -> AnyView {
    match line.item {
        Some(item) => page.wording(&item.title),
        None => page.word(Word::AiInGeneral).into_any(),
    }
}

/// What is asked for, if it is a request.
fn request(page: &Context, line: &RecordLine) -> Option<impl IntoView + use<>> {
    line.request.map(|asked| view! { {page.word(Word::Separator)}{page.wording(&asked.text)} })
}

/// Who takes the answer, if that is told.
fn taken_by(page: &Context, line: &RecordLine) -> Option<impl IntoView + use<>> {
    let channel = line.question.and_then(|question| question.channel);
    channel.map(|channel| view! { " " <span class="to">{page.word(short_channel_word(channel))}</span> })
}

/// A question that the patient wants to ask, to be read out loud.
fn line_to_ask(sides: &Sides, one: &Picked) -> AnyView {
    let own = &sides.own;
    let tell = |page: &Context| {
        let about =
            one.about.map(|title| view! { <strong>{page.text(title)}</strong>{page.word(Word::Separator)} });
        view! { {about}{page.text(one.text)} }.into_any()
    };
    let place = match one.id {
        ToAsk::AboutUse(item, _) => format!("#use-{item}_more"),
        ToAsk::AboutWorry(worry, _) => format!("#worry-{worry}"),
    };
    view! {
        <li>
            <div class="line">{sides.both(tell)}</div>
            <a class="change" href=place>
                {own.word(Word::Change)}<span class="visually-hidden">{own.word(Word::Separator)}{own.text(one.text)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// Whom to call, for whoever is followed at home and has this paper at hand. The desk needs no French beside it.
fn at_home(page: &Context, place: &KitPlace) -> AnyView {
    place
        .calls_from_home
        .then(|| view! { <p class="emergency">{page.word(Word::SheetNet)} " " {emergency_line(page)}</p> })
        .into_any()
}

/// To whom the sheet goes: everyone who takes one of the answers, and how to reach them.
fn hand_over(page: &Context, place: &KitPlace) -> AnyView {
    let contacts = &place.contacts;
    let one = |channel: Channel, reach: Option<&Contact>| {
        let reach = reach.map(|reach| view! { {page.word(Word::Separator)}{contact_line(page, reach)} });
        view! { <li>{page.word(channel_word(channel))}{reach}</li> }
    };
    view! {
        <p>{page.word(Word::HandOver)}</p>
        <ul>
            {one(Channel::CareTeam, None)}
            {contacts.desk.as_ref().map(|desk| one(Channel::Desk, Some(desk)))}
            {contacts.dpo.as_ref().map(|dpo| one(Channel::Dpo, Some(dpo)))}
            {place.questionnaire.asks_elsewhere().then(|| one(Channel::Elsewhere, None))}
        </ul>
    }
    .into_any()
}
