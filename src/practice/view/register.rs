//! The register in use; another one may be opened, and kept on this device if someone asks for it.

use super::PracticePage;
use crate::content::{Language, PracticeWord};
use crate::practice::{OnDevice, Origin, Place};
use crate::view::anew;
use crate::view::text_anew;
use leptos::prelude::*;

/// The register.
pub(super) fn register(page: &PracticePage) -> AnyView {
    let (now, unread, keep) = (page.clone(), page.clone(), page.clone());
    view! {
        <section id="register" aria-labelledby="register-title">
            <h2 id="register-title">{page.word(PracticeWord::Register)}</h2>
            <p>{text_anew(move || now.state.with(|state| {
                let name = Place::text(&state.place.name, Language::Fr);
                now.fill(PracticeWord::RegisterNow, &[("name", name), ("version", &state.place.version)])
            }))}</p>
            <label for="file">{page.word(PracticeWord::RegisterOpen)}</label>
            <input type="file" id="file" accept=".json,application/json" />
            <div role="status">
                {anew(move || unread.state.with(|state| state.unread.clone()).map(|why| {
                    view! { <p class="found">{unread.fill(PracticeWord::RegisterUnread, &[("why", &why.told(&unread.file.words))])}</p> }
                }).into_any())}
                {anew(move || kept(&keep))}
            </div>
        </section>
    }
    .into_any()
}

fn kept(page: &PracticePage) -> AnyView {
    let (origin, on_device) = page.state.with(|state| (state.origin.clone(), state.on_device));
    let in_use = match origin {
        Origin::Opened(_) => Some(
            view! {
                <p><button type="button" data-do="remember">{page.word(PracticeWord::Remember)}</button></p>
                <p class="hint">{page.word(PracticeWord::RememberMeans)}</p>
            }
            .into_any(),
        ),
        Origin::Refused(_) => Some(view! { <p>{page.word(PracticeWord::RememberRefused)}</p> }.into_any()),
        Origin::Own | Origin::Kept => None,
    };
    // Whatever lies on this device can be taken away from it, in use or not.
    let lies_there = match on_device {
        OnDevice::Nothing => None,
        OnDevice::Register if origin == Origin::Kept => Some(PracticeWord::Remembered),
        OnDevice::Register => Some(PracticeWord::RememberedOther),
        OnDevice::Unreadable => Some(PracticeWord::RememberedUnreadable),
    };
    let forget = lies_there.map(|word| {
        view! {
            <p>{page.word(word)}</p>
            <p><button type="button" data-do="forget">{page.word(PracticeWord::Forget)}</button></p>
        }
    });
    view! { {in_use}{forget} }.into_any()
}
