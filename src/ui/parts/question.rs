//! One question: three native radio buttons drawn as three equal blocks. Nothing is ever preselected; the same order
//! for every question; any answer can be changed or taken back (rules 19 to 30).

use super::regime_mark;
use crate::choices::{Answer, Channel, Id, Question, QuestionId, Regime};
use crate::content::{Localised, Word};
use crate::ui::Page;
use crate::visit::Event;
use leptos::prelude::*;

/// The words of an answer: under `Object` a yes leaves things as they are, and a no objects.
pub fn answer_word(regime: Regime, answer: Answer) -> Word {
    match (regime, answer) {
        (_, Answer::TalkFirst) => Word::AnswerTalkFirst,
        (Regime::Object, Answer::Yes) => Word::AnswerLeave,
        (Regime::Object, Answer::No) => Word::AnswerObject,
        (_, Answer::Yes) => Word::AnswerAgree,
        (_, Answer::No) => Word::AnswerRefuse,
    }
}

/// The words of a channel: whom to hand the sheet to.
pub fn channel_word(channel: Channel) -> Word {
    match channel {
        Channel::CareTeam => Word::ChannelCareTeam,
        Channel::Desk => Word::ChannelDesk,
        Channel::Dpo => Word::ChannelDpo,
    }
}

/// The question of a use or reuse.
pub fn question(page: &Page, item: &Id, title: &Localised, regime: Regime, question: &Question) -> AnyView {
    let id = QuestionId { item: item.clone(), question: question.id.clone() };
    let name = format!("{}.{}", id.item, id.question);
    let visit = page.visit;
    let options = Answer::ALL.map(|answer| {
        let effect = match (answer, regime) {
            (Answer::Yes, _) => question.if_yes.as_ref().map(|text| page.text(text)),
            (Answer::No, _) => question.if_no.as_ref().map(|text| page.text(text)),
            (Answer::TalkFirst, Regime::Object) => Some(page.word(Word::TalkUnderObject).into_any()),
            (Answer::TalkFirst, _) => Some(page.word(Word::TalkUnderAgree).into_any()),
        };
        option(page, &id, &name, regime, answer, effect.unwrap_or_else(|| page.not_told()))
    });
    let unanswered = {
        let id = id.clone();
        move || visit.with(|visit| visit.answers.to(&id).is_none())
    };
    let clear = {
        let (page, id) = (page.clone(), id.clone());
        move |_| {
            page.happen(Event::Answer(id.clone(), None));
            // The button goes away with the answer: the focus goes back to the question, not to nowhere.
            (page.port.focus)(&option_id(&id, Answer::Yes));
        }
    };
    let how = question.channel.map(|channel| {
        view! { <p class="channel">{page.word(Word::ToCount)} " " {page.word(channel_word(channel))}</p> }
    });
    view! {
        <fieldset class="question" id=format!("question-{}-{}", id.item, id.question)>
            <legend>
                <span class="question-item">{page.text(title)}</span>
                <span class="question-text">{page.text(&question.text)}</span>
            </legend>
            <div class="answers">{options.collect_view()}</div>
            <button type="button" class="clear" hidden=unanswered on:click=clear>
                {page.word(Word::ClearAnswer)}
                <span class="visually-hidden">{page.word(Word::Separator)}{page.plain(title)}</span>
            </button>
            {how}
        </fieldset>
    }
    .into_any()
}

fn option_id(id: &QuestionId, answer: Answer) -> String {
    format!("answer-{}-{}-{}", id.item, id.question, answer.code())
}

fn option(page: &Page, id: &QuestionId, name: &str, regime: Regime, answer: Answer, effect: AnyView) -> AnyView {
    let visit = page.visit;
    let html_id = option_id(id, answer);
    let chosen = {
        let id = id.clone();
        move || visit.with(|visit| visit.answers.to(&id) == Some(answer))
    };
    let choose = {
        let (page, id) = (page.clone(), id.clone());
        move |_| page.happen(Event::Answer(id.clone(), Some(answer)))
    };
    view! {
        <div class="answer">
            <input
                type="radio"
                id=html_id.clone()
                name=name.to_owned()
                value=answer.code()
                data-item=id.item.to_string()
                data-question=id.question.to_string()
                aria-describedby=format!("{html_id}-effect")
                autocomplete="off"
                prop:checked=chosen
                on:change=choose
            />
            <label for=html_id.clone()>{page.word(answer_word(regime, answer))}</label>
            <p class="effect" id=format!("{html_id}-effect")>{effect}</p>
        </div>
    }
    .into_any()
}

/// The heading of a group of questions or requests: its regime, and what that means.
pub fn regime_heading(page: &Page, id: &'static str, regime: Regime, means: Word) -> AnyView {
    view! {
        <h3 class="regime-heading" id=id>
            {regime_mark(regime)}
            <span>{page.word(super::regime::regime_word(regime))}</span>
        </h3>
        <p>{page.word(means)}</p>
    }
    .into_any()
}
