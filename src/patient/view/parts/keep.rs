//! Keeping the answers on one's own device, and what has changed since. Off until the patient presses for it.
//!
//! Drawn with the page: the buttons. Drawn in the browser, in the two places: what was found, kept, changed.

use crate::content::Word;
use crate::patient::Keeping;
use crate::patient::view::{Context, Page};
use crate::record::{Change, ChangeKind};
use leptos::prelude::*;

/// On the sheet: the button, what it means, and where what was kept is.
pub fn keep(page: &Page) -> AnyView {
    view! {
        <div class="keeping needs-program" data-keeping>
            <button type="button" data-do="keep">{page.word(Word::Keep)}</button>
            <p class="hint">{page.word(Word::KeepMeans)}</p>
            <div id="kept-place" role="status"></div>
        </div>
    }
    .into_any()
}

/// Before the questions: what was found from another day.
pub fn found(page: &Page) -> AnyView {
    if page.register().is_none() || !page.form.may_hand_over() {
        return ().into_any();
    }
    view! { <div id="found-place" class="keeping needs-program" data-keeping></div> }.into_any()
}

/// What is said after the button was pressed; in place of the button, what was found from another day.
pub fn kept(page: &Context) -> AnyView {
    match page.visit.with(|visit| visit.keeping.clone()) {
        Keeping::Kept(day) => {
            let date = day.map(|day| page.date(day)).unwrap_or_default();
            view! { <p>{page.fill(Word::Kept, &[("date", &date)])}</p>{forget(page)} }.into_any()
        }
        Keeping::Refused(true) => view! { <p>{page.word(Word::KeptFormer)}</p>{forget(page)} }.into_any(),
        Keeping::Refused(false) => view! { <p>{page.word(Word::KeptNowhere)}</p> }.into_any(),
        _ => offer(page),
    }
}

/// What was found, and after it was taken up: what has changed since.
pub fn found_here(page: &Context) -> AnyView {
    let Some(changes) = page.visit.with(|visit| visit.since.clone()) else { return offer(page) };
    let what = if changes.items.is_empty() {
        view! { <p>{page.word(Word::ChangesNone)}</p> }.into_any()
    } else {
        let items = changes.items.iter().map(|change| changed(page, change)).collect_view();
        view! { <h3>{page.word(Word::ChangesTitle)}</h3><ul class="changes">{items}</ul> }.into_any()
    };
    let kept = page.visit.with(|visit| matches!(visit.keeping, Keeping::Kept(_)));
    let on = kept.then(|| view! { <p>{page.word(Word::KeptOn)}</p> });
    view! { <div class="found">{what}{on}{forget(page)}</div> }.into_any()
}

/// What was found, to be taken up or removed.
fn offer(page: &Context) -> AnyView {
    match page.visit.with(|visit| visit.keeping.clone()) {
        keeping @ (Keeping::Found(day) | Keeping::Meanwhile(day)) => {
            let date = day.map(|day| page.date(day)).unwrap_or_default();
            let meanwhile = matches!(keeping, Keeping::Meanwhile(_));
            let meanwhile = meanwhile.then(|| view! { <p>{page.word(Word::KeptMeanwhile)}</p> });
            view! {
                <div class="found">
                    {meanwhile}
                    <p>{page.fill(Word::KeptFound, &[("date", &date)])}</p>
                    <button type="button" data-do="take-up">{page.word(Word::TakeUp)}</button>
                    {forget(page)}
                </div>
            }
            .into_any()
        }
        Keeping::Unread => {
            view! { <div class="found"><p>{page.word(Word::KeptUnread)}</p>{forget(page)}</div> }.into_any()
        }
        Keeping::NotRemoved => {
            view! { <div class="found"><p>{page.word(Word::KeptStill)}</p>{forget(page)}</div> }.into_any()
        }
        Keeping::Nothing | Keeping::Kept(_) | Keeping::Refused(_) => ().into_any(),
    }
}

fn changed(page: &Context, change: &Change) -> AnyView {
    let what = page.word(match change.what {
        ChangeKind::New => Word::ChangeNew,
        ChangeKind::Changed => Word::ChangeChanged,
        ChangeKind::Gone => Word::ChangeGone,
    });
    let title = if change.title.is_empty() {
        page.word(Word::AiInGeneral).into_any()
    } else {
        page.text(&change.title)
    };
    let before = change.before.iter().map(|said| {
        let sentence = page.word(Word::ChangeBefore);
        let (before, after) = sentence.split_once("{answer}").unwrap_or((&sentence, ""));
        // Said in another language than the page's, it is marked as such.
        view! { <p>{before.to_owned()}{page.text(&said.localised())}{after.to_owned()}</p> }
    });
    view! { <li><strong>{title}</strong>{page.word(Word::Separator)}{what}{before.collect_view()}</li> }
        .into_any()
}

fn forget(page: &Context) -> AnyView {
    view! { <button type="button" data-do="forget">{page.word(Word::Forget)}</button> }.into_any()
}
