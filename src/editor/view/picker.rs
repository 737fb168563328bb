//! The catalogue: a search, and what it finds.

use super::EditorPage;
use crate::content::{EditorWord, Picture};
use crate::editor::{Found, Kind, search};
use crate::patient::view::parts::regime_word;
use crate::view::{anew, picture, text_anew};
use leptos::prelude::*;

pub(super) fn picker(page: &EditorPage, kind: Kind) -> AnyView {
    let title = match kind {
        Kind::Use => EditorWord::PickUse,
        Kind::Reuse => EditorWord::PickReuse,
    };
    let (typed, inner) = (page.search, page.clone());
    let found = Memo::new(move |_| typed.with(|typed| search(&inner.library, kind, typed)));
    let (count, list, refused) = (page.clone(), page.clone(), page.clone());
    view! {
        <h2 id="pane-title" tabindex="-1">{page.word(title)}</h2>
        <p class="hint">{page.word(EditorWord::PickLead)}</p>
        <div class="field search">
            <label for="search">{page.word(EditorWord::Search)}</label>
            <p class="hint" id="search-hint">{page.word(EditorWord::SearchHint)}</p>
            <input type="search" id="search" aria-describedby="search-hint" autocomplete="off" spellcheck="false" prop:value=move || typed.get() />
        </div>
        <p role="status" id="found-count">{text_anew(move || match found.with(Vec::len) {
            0 => count.word(EditorWord::FoundNone),
            1 => count.word(EditorWord::FoundOne),
            many => count.fill(EditorWord::FoundCount, &[("count", &many.to_string())]),
        })}</p>
        <ul class="catalogue">{anew(move || found.get().iter().map(|one| entry(&list, kind, one)).collect_view().into_any())}</ul>
        <p class="actions">
            <button type="button" data-add="" data-kind=kind.list()>{page.word(EditorWord::AddOwn)}</button>
            <button type="button" class="erase" data-do="back">{page.word(EditorWord::Back)}</button>
        </p>
        {(kind == Kind::Use).then(|| view! {
            <div class="field card-of-maker">
                <label for="open-card">{page.word(EditorWord::StartCard)}</label>
                <p class="hint" id="open-card-hint">{page.word(EditorWord::StartCardMeans)}</p>
                <input type="file" id="open-card" accept=".xml,application/xml,text/xml" aria-describedby="open-card-hint" />
                <div role="alert">{anew(move || refused.refused.get().map(|why| view! { <p class="said error">{why}</p> }).into_any())}</div>
            </div>
        })}
    }
    .into_any()
}

fn entry(page: &EditorPage, kind: Kind, found: &Found) -> AnyView {
    let there = page.now(|state| {
        (0..state.draft.count(kind.list()))
            .any(|at| state.draft.typed(&format!("{}[{at}].catalogue", kind.list())) == found.id)
    });
    let stages: Vec<_> = found
        .stages
        .iter()
        .map(|stage| page.library.editor.choice("StageName", stage.code()).to_owned())
        .collect();
    let regime = found.regime.map(|regime| {
        view! { <span class="regime">{picture(Picture::of_regime(regime))}<span>{page.patients_word(regime_word(regime))}</span></span> }
    });
    view! {
        <li>
            <div>
                <h3>{found.title.clone()}</h3>
                <p>{found.one_line.clone()}</p>
                <p class="kind-of">{(!stages.is_empty()).then(|| view! { <span>{stages.join(", ")}</span> })}{regime}</p>
                {there.then(|| view! { <p class="hint">{page.word(EditorWord::Already)}</p> })}
            </div>
            <button type="button" data-add=found.id.clone() data-kind=kind.list()>
                {page.word(EditorWord::AddThis)}<span class="visually-hidden">" – "{found.title.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}
