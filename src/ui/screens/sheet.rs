//! "My sheet": on the screen it looks like the paper that comes out. What was said, what was left open, to whom to hand
//! it, room to write by hand. Every line can be changed.

use super::wishes::erase;
use crate::choices::{Answer, ToAsk};
use crate::content::Word;
use crate::record::{Line, Picked, Sheet, picked};
use crate::register::Channel;
use crate::register::Register;
use crate::ui::Page;
use crate::ui::parts::{
    answer_word, ask_someone, behalf, behalf_word, channel_word, code, contact_line, request_text,
    short_channel_word,
};
use leptos::prelude::*;

/// The section.
pub fn sheet(page: &Page) -> AnyView {
    let paper = page.register().is_some().then(|| view! { <div id="paper-place">{paper(page)}</div> });
    let nothing = page.register().is_none().then(|| view! { <p>{page.word(Word::GeneralWishes)}</p> });
    let actions = page.register().is_some().then(|| {
        view! {
            <div class="actions">
                <button type="button" class="print needs-program" data-do="print">{page.word(Word::Print)}</button>
                <button type="button" class="needs-program" data-do="code">{page.word(Word::ShowCode)}</button>
                {erase(page)}
            </div>
            <p class="without-program">{page.word(Word::PrintWithout)}</p>
        }
    });
    view! {
        <section id="sheet" class="section" aria-labelledby="sheet-title">
            <h2 id="sheet-title" tabindex="-1">{page.word(Word::SheetTitle)}</h2>
            <p class="lead">{page.word(Word::SheetLead)}</p>
            {page.register().is_some().then(|| behalf(page))}
            {paper}
            {nothing}
            {actions}
            {ask_someone(page)}
        </section>
    }
    .into_any()
}

/// The paper: drawn again in the browser whenever an answer changes.
pub fn paper(page: &Page) -> AnyView {
    let Some(register) = page.register() else { return ().into_any() };
    let answers = page.visit.with(|visit| visit.answers.clone());
    let sheet = Sheet::of(register, &answers);
    let lists = sheet.lists().map(|(title, lines)| {
        let open = title == Word::SheetOpen;
        let lines = lines.iter().map(|line| sheet_line(page, line, open)).collect_view();
        view! { <h4>{page.word(title)}</h4><ul class="lines">{lines}</ul> }
    });
    let questions = picked(register, &page.notice.worries, &answers);
    let nothing = (sheet.said() == 0 && questions.is_empty())
        .then(|| view! { <p class="nothing-said">{page.word(Word::SheetNothing)}</p> });
    view! {
        <div class="paper" id="paper">
            {head(page, register)}
            {nothing}
            {lists.collect_view()}
            {to_ask(page, &questions)}
            {hand_over(page, register)}
            {code(page, register)}
            <div class="by-hand-lines">
                <p>{page.word(Word::ByHandName)} <span class="rule"></span></p>
                <p>{page.word(Word::ByHandQuestions)} <span class="rule"></span></p>
                <p><span class="rule"></span></p>
            </div>
            <p class="not-a-signature">{page.word(Word::NothingSent)}</p>
        </div>
    }
    .into_any()
}

fn head(page: &Page, register: &Register) -> AnyView {
    let date = match page.today {
        Some(today) => page.date(today).into_any(),
        None => view! { <span class="rule short"></span> }.into_any(),
    };
    let version = page.fill(
        Word::SheetVersion,
        &[
            ("version", &register.site.review.version),
            ("language", &page.language_name(page.reading.language)),
        ],
    );
    let behalf = page.visit.with(|visit| visit.behalf);
    let behalf = behalf.map(|one| page.fill(Word::SheetBehalf, &[("who", &page.word(behalf_word(one)))]));
    view! {
        <div class="paper-head">
            <h3>{page.word(Word::SheetHead)}</h3>
            <p>{page.text(&register.site.name)}</p>
            {register.example.then(|| view! { <p>{page.word(Word::Example)}</p> })}
            <p class="paper-date"><span>{page.word(Word::SheetDate)} " " {date}</span><span>{version}</span></p>
            {behalf.map(|behalf| view! { <p>{behalf}</p> })}
        </div>
    }
    .into_any()
}

fn sheet_line(page: &Page, line: &Line, open: bool) -> AnyView {
    let about = match (line.request, line.title) {
        (Some(request), Some(title)) => {
            view! { <strong>{page.text(title)}</strong>{page.word(Word::Separator)}{request_text(page, request)} }.into_any()
        }
        (Some(request), None) => {
            view! { <strong>{page.word(Word::AiInGeneral)}</strong>{page.word(Word::Separator)}{request_text(page, request)} }.into_any()
        }
        (None, title) => view! { <strong>{title.map(|title| page.text(title))}</strong> }.into_any(),
    };
    let question = line.question.map(|(_, text, channel)| {
        let to = channel
            .map(|channel| view! { " " <span class="to">{page.word(short_channel_word(channel))}</span> });
        view! { {page.word(Word::Separator)}{page.text(text)}{to} }
    });
    // On paper without the program, what is open can be ticked by hand.
    let boxes = (open && line.question.is_some()).then(|| {
        let boxes = Answer::ALL
            .map(|answer| view! { <span class="box">{page.word(answer_word(line.regime, answer))}</span> });
        view! { <span class="boxes">{boxes.collect_view()}</span> }
    });
    let state = open.then(|| view! { <span class="open">{page.word(Word::NotAnswered)}</span> });
    let place = match (line.item, line.question) {
        (Some(item), Some((question, ..))) => format!("#question-{item}_{question}"),
        (Some(item), None) => format!("#requests-{item}"),
        (None, _) => "#request".to_owned(),
    };
    let hidden = line.title.map_or_else(|| page.word(Word::AiInGeneral).into_any(), |title| page.text(title));
    view! {
        <li>
            <span class="line">{about}{question}" "{state}{boxes}</span>
            <a class="change" href=place>
                {page.word(Word::Change)}<span class="visually-hidden">{page.word(Word::Separator)}{hidden}</span>
            </a>
        </li>
    }
    .into_any()
}

/// The questions that the patient wants to ask, to be read out loud.
fn to_ask(page: &Page, questions: &[Picked]) -> AnyView {
    if questions.is_empty() {
        return ().into_any();
    }
    let lines = questions.iter().map(|one| {
        let about = one.about.map(|title| view! { <strong>{page.text(title)}</strong>{page.word(Word::Separator)} });
        let place = match &one.id {
            ToAsk::AboutUse(item, _) => format!("#use-{item}_more"),
            ToAsk::AboutWorry(worry, _) => format!("#worry-{worry}"),
        };
        view! {
            <li>
                <span class="line">{about}{page.text(one.text)}</span>
                <a class="change" href=place>
                    {page.word(Word::Change)}<span class="visually-hidden">{page.word(Word::Separator)}{page.text(one.text)}</span>
                </a>
            </li>
        }
    });
    view! { <h4>{page.word(Word::SheetToAsk)}</h4><ul class="lines">{lines.collect_view()}</ul> }.into_any()
}

/// To whom the sheet goes: everyone who takes one of the answers, and how to reach them.
fn hand_over(page: &Page, register: &Register) -> AnyView {
    let contacts = &register.site.contacts;
    let one = |channel: Channel, reach: Option<&crate::register::Contact>| {
        let reach = reach.map(|reach| view! { {page.word(Word::Separator)}{contact_line(page, reach)} });
        view! { <li>{page.word(channel_word(channel))}{reach}</li> }
    };
    view! {
        <div class="hand-over">
            <p>{page.word(Word::HandOver)}</p>
            <ul>
                {one(Channel::CareTeam, None)}
                {contacts.desk.as_ref().map(|desk| one(Channel::Desk, Some(desk)))}
                {contacts.dpo.as_ref().map(|dpo| one(Channel::Dpo, Some(dpo)))}
            </ul>
        </div>
    }
    .into_any()
}
