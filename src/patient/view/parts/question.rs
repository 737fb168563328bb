//! One question: three native radio buttons drawn as three equal blocks. Nothing is ever preselected; the same order
//! for every question; any answer can be changed or taken back (rules 19 to 30).

use super::WISHES_FORM;
use crate::choices::{Answer, Id, Regime};
use crate::content::{Localised, Picture, Word};
use crate::patient::view::Page;
use crate::record::{answer_word, channel_word};
use crate::register::{Channel, Question};
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// The question of a use or reuse.
pub fn question(page: &Page, item: &Id, title: &Localised, regime: Regime, question: &Question) -> Markup {
    let options = Answer::ALL.map(|answer| {
        let effect = match (answer, regime) {
            (Answer::Yes, _) => question.if_yes.as_ref().map(|text| page.text(text)),
            (Answer::No, _) => question.if_no.as_ref().map(|text| page.text(text)),
            (Answer::TalkFirst, Regime::Object) => Some(page.word(Word::TalkUnderObject).markup()),
            (Answer::TalkFirst, _) => Some(page.word(Word::TalkUnderAgree).markup()),
        };
        option(page, item, &question.id, regime, answer, effect.unwrap_or_else(|| page.not_told()))
    });
    let how = match question.channel {
        Some(Channel::Elsewhere) => page.word(Word::CountsElsewhere),
        Some(channel) => format!("{} {}", page.word(Word::ToCount), page.word(channel_word(channel))),
        None => page.word(Word::CountsUnknown),
    };
    view! {
        <fieldset class="question" id=format!("question-{item}_{}", question.id)>
            <legend>
                <span class="question-item">{page.text(title)}</span>
                " "
                <span class="question-text">{page.text(&question.text)}</span>
            </legend>
            <div class="answers">{options.collect_view()}</div>
            <button type="button" class="clear" hidden>
                {page.word(Word::ClearAnswer)}
                <span class="visually-hidden">{page.word(Word::Separator)}{page.text(title)}</span>
            </button>
            <p class="channel">{how}</p>
        </fieldset>
    }
    .markup()
}

fn option(page: &Page, item: &Id, question: &Id, regime: Regime, answer: Answer, effect: Markup) -> Markup {
    let id = format!("answer-{item}_{question}_{}", answer.code());
    view! {
        <div class="answer">
            <input
                type="radio"
                id=id.clone()
                name=format!("{item}.{question}")
                value=answer.code()
                data-item=item.to_string()
                data-question=question.to_string()
                aria-describedby=format!("{id}-effect")
                form=WISHES_FORM
            />
            <label for=id.clone()>{page.word(answer_word(regime, answer))}</label>
            <p class="effect" id=format!("{id}-effect")>{effect}</p>
        </div>
    }
    .markup()
}

/// The heading of a group of questions or requests: its regime, and what that means.
pub fn regime_heading(page: &Page, id: &'static str, regime: Regime, means: Word) -> Markup {
    view! {
        <h3 class="regime-heading" id=id>
            {picture(Picture::of_regime(regime))}
            <span>{page.word(super::regime::regime_word(regime))}</span>
        </h3>
        <p>{page.word(means)}</p>
    }
    .markup()
}
