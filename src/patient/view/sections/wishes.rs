//! "What I want": agreements, objections, requests, each drawn as its regime. What has no control is not drawn here.

use crate::choices::{AskedId, Id, Regime};
use crate::content::{Localised, Word};
use crate::patient::view::Page;
use crate::patient::view::parts::WISHES_FORM;
use crate::patient::view::parts::{
    ask_someone, found, question, questions_by_worry, regime_heading, request,
};
use crate::register::Offer;
use crate::register::Register;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The section.
pub fn wishes(page: &Page) -> Markup {
    let controls = match page.register() {
        Some(register) => controls(page, register),
        None => view! { <p>{page.word(Word::GeneralWishes)}</p> }.markup(),
    };
    view! {
        <section id="wishes" class="section" aria-labelledby="wishes-title">
            <h2 id="wishes-title" tabindex="-1">{page.word(Word::WishesTitle)}</h2>
            <p class="lead">{page.word(Word::WishesLead)}</p>
            {found(page)}
            <p class="unstyled">{page.word(Word::Unstyled)}</p>
            {page.register().is_some().then(|| view! { <p class="hint needs-program" data-questions-open=page.word(Word::LeftOpen)></p> })}
            {controls}
            {questions_by_worry(page)}
            {page.register().is_some().then(|| erase(page))}
            {ask_someone(page)}
        </section>
    }
    .markup()
}

/// "Erase my answers". With the program, and if something was said, it asks once more: one touch loses nothing.
pub(super) fn erase(page: &Page) -> Markup {
    view! {
        <div class="erasing">
            <button type="reset" form=WISHES_FORM class="erase">{page.word(Word::EraseAll)}</button>
            <div class="sure now-and-then" role="group" aria-label=page.word(Word::EraseSure)>
                <p data-says=page.word(Word::EraseSure)></p>
                <button type="button" data-do="spare" hidden>{page.word(Word::EraseSpare)}</button>
                " "
                <button type="reset" form=WISHES_FORM hidden>{page.word(Word::EraseNow)}</button>
            </div>
            <p class="hint" data-done></p>
        </div>
    }
    .markup()
}

/// Everything that a patient may say something about: its id, its title, its say.
fn items(register: &Register) -> impl Iterator<Item = (&Id, &Localised, &Offer)> {
    let uses = register.uses.iter().map(|one| (&one.id, &one.title, &one.offer));
    uses.chain(register.reuses.iter().map(|one| (&one.id, &one.title, &one.offer)))
}

fn controls(page: &Page, register: &Register) -> Markup {
    view! {
        {questions(page, register, Regime::Agree, "agree", Word::AgreeMeans)}
        {questions(page, register, Regime::Object, "object", Word::ObjectMeans)}
        {requests(page, register)}
    }
    .markup()
}

fn questions(page: &Page, register: &Register, regime: Regime, id: &'static str, means: Word) -> Markup {
    let asked = items(register).filter(|(_, _, offer)| offer.regime == regime);
    let all: Vec<_> = asked.map(|(item, title, offer)| wish(page, item, title, offer)).collect();
    if all.is_empty() {
        return ().markup();
    }
    view! { {regime_heading(page, id, regime, means)}<div class="request-uses">{all}</div> }.markup()
}

fn requests(page: &Page, register: &Register) -> Markup {
    let general = register
        .requests
        .iter()
        .map(|one| request(page, &AskedId { item: None, request: *one }))
        .collect_view();
    let only =
        items(register).filter(|(_, _, offer)| !offer.regime.has_questions() && !offer.requests.is_empty());
    let only = only.map(|(item, title, offer)| wish(page, item, title, offer)).collect_view();
    let legend = page.word(Word::RequestsGeneral);
    view! {
        {regime_heading(page, "request", Regime::Request, Word::RequestMeans)}
        {(!register.requests.is_empty()).then(|| view! { <fieldset class="request-list general"><legend>{legend}</legend>{general}</fieldset> })}
        <details id="requests-per-use">
            <summary>{page.word(Word::RequestsPerUse)}</summary>
            <div class="request-uses">{only}</div>
        </details>
    }
    .markup()
}

/// All that can be said about one use or reuse: a row that says what was said, and opens. Its card shows the same controls, which the
/// program copies from here.
fn wish(page: &Page, item: &Id, title: &Localised, offer: &Offer) -> Markup {
    let questions =
        offer.questions.iter().map(|one| question(page, item, title, offer.regime, one)).collect_view();
    let requests =
        offer.requests.iter().map(|one| request(page, &AskedId { item: Some(item.clone()), request: *one }));
    let requests = (!offer.requests.is_empty()).then(|| {
        view! {
            <fieldset class="request-list" id=format!("requests-{item}")>
                <legend class:visually-hidden=!offer.regime.has_questions()>
                    <span class="question-item">{page.text(title)}</span>
                    " "
                    {offer.regime.has_questions().then(|| page.word(Word::RequestsToo))}
                </legend>
                {requests.collect_view()}
            </fieldset>
        }
    });
    let open = if offer.questions.is_empty() { String::new() } else { page.word(Word::NotAnswered) };
    view! {
        <details class="requests wish" id=format!("say-{item}")>
            <summary>
                <span>{page.text(title)}</span>
                " "<span class="asked needs-program" data-open=open data-asked=page.word(Word::Asked)></span>
            </summary>
            {questions}
            {requests}
        </details>
    }
    .markup()
}
