//! How a register begins.

use super::EditorPage;
use crate::content::EditorWord;
use crate::view::anew;
use leptos::prelude::*;

pub(super) fn start(page: &EditorPage) -> AnyView {
    let begin = |code: &'static str, name: EditorWord, means: EditorWord| {
        view! {
            <li>
                <button type="button" class="way" data-begin=code>
                    <strong>{page.word(name)}</strong>
                    <span>{page.word(means)}</span>
                </button>
            </li>
        }
    };
    let open = |id: &'static str, accept: &'static str, name: EditorWord, means: Option<EditorWord>| {
        view! {
            <li class="way">
                <label for=id><strong>{page.word(name)}</strong></label>
                {means.map(|means| view! { <span id=format!("{id}-hint")>{page.word(means)}</span> })}
                <input type="file" id=id accept=accept aria-describedby=means.map(|_| format!("{id}-hint")) />
            </li>
        }
    };
    // What is kept would be written over by something else: first someone says what becomes of it.
    let (unsaved, ways, refused) = (page.clone(), page.clone(), page.clone());
    view! {
        <main class="start">
            <p class="lead">{page.word(EditorWord::Lead)}</p>
            {anew(move || unsaved.unsaved.get().map(|found| view! {
                <div class="found" id="unsaved">
                    <p>{unsaved.fill(EditorWord::Unsaved, &[("when", &super::bar::when(&unsaved, &found))])}</p>
                    <p class="actions">
                        <button type="button" class="print" data-do="take-up">{unsaved.word(EditorWord::TakeUp)}</button>
                        <button type="button" data-do="throw-away">{unsaved.word(EditorWord::ThrowAway)}</button>
                    </p>
                </div>
            }).into_any())}
            <div hidden=move || ways.unsaved.get().is_some()>
            <h2 id="start-title">{page.word(EditorWord::StartTitle)}</h2>
            <div role="alert">{anew(move || refused.refused.get().map(|why| view! { <p class="said error">{why}</p> }).into_any())}</div>
            <ul class="ways" aria-labelledby="start-title">
                {page.has_own.then(|| begin("own", EditorWord::StartOwn, EditorWord::StartOwnMeans))}
                {begin("empty", EditorWord::StartEmpty, EditorWord::StartEmptyMeans)}
                {begin("practice", EditorWord::StartPractice, EditorWord::StartExampleMeans)}
                {begin("hospital", EditorWord::StartHospital, EditorWord::StartExampleMeans)}
                {open("open-file", ".json,application/json", EditorWord::StartFile, None)}
                {open("open-card", ".xml,application/xml,text/xml", EditorWord::StartCard, Some(EditorWord::StartCardMeans))}
            </ul>
            </div>
        </main>
    }
    .into_any()
}
