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
            {controls}
            {questions_by_worry(page)}
            {page.register().is_some().then(|| erase(page))}
            {ask_someone(page)}
        </section>
    }
    .markup()
}

/// "Erase my answers": one press, no question asked.
pub(super) fn erase(page: &Page) -> Markup {
    view! { <button type="reset" form=WISHES_FORM class="erase">{page.word(Word::EraseAll)}</button> }
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
    let all: Vec<_> = asked
        .map(|(item, title, offer)| {
            let all =
                offer.questions.iter().map(|one| question(page, item, title, regime, one)).collect_view();
            view! { <div id=format!("say-{item}") class="say">{all}</div> }
        })
        .collect();
    if all.is_empty() {
        return ().markup();
    }
    view! { {regime_heading(page, id, regime, means)}{all} }.markup()
}

fn requests(page: &Page, register: &Register) -> Markup {
    let general = register
        .requests
        .iter()
        .map(|one| request(page, &AskedId { item: None, request: *one }))
        .collect_view();
    let per_item =
        items(register).filter(|(_, _, offer)| !offer.requests.is_empty()).map(|(item, title, offer)| {
            let all = offer
                .requests
                .iter()
                .map(|one| request(page, &AskedId { item: Some(item.clone()), request: *one }));
            // Under `Object` and `Agree` the questions already have the name that the card links to.
            let anchor = (!offer.regime.has_questions()).then(|| format!("say-{item}"));
            view! {
                <details class="requests" id=format!("requests-{item}")>
                    <summary id=anchor>
                        {page.text(title)}
                        " "<span class="asked" data-asked=page.word(Word::Asked)></span>
                    </summary>
                    <fieldset class="request-list">
                        <legend class="visually-hidden">{page.text(title)}</legend>
                        {all.collect_view()}
                    </fieldset>
                </details>
            }
        });
    let per_item = per_item.collect_view();
    let legend = page.word(Word::RequestsGeneral);
    view! {
        {regime_heading(page, "request", Regime::Request, Word::RequestMeans)}
        {(!register.requests.is_empty()).then(|| view! { <fieldset class="request-list general"><legend>{legend}</legend>{general}</fieldset> })}
        <p>{page.word(Word::RequestsPerUse)}</p>
        <div class="request-uses">{per_item}</div>
    }
    .markup()
}
