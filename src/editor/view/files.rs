//! What can be saved, and where the work is kept.

use super::EditorPage;
use super::line::line;
use crate::content::EditorWord;
use leptos::prelude::*;

pub(super) fn files(page: &EditorPage) -> AnyView {
    // The buttons stay while the work changes: one of them may have the focus.
    let (counted, state) = (page.clone(), page.state);
    let wrong = Memo::new(move |_| counted.count("").0 > 0);
    let nowhere = Memo::new(move |_| {
        state.with(|state| state.as_ref().is_none_or(|state| state.draft.typed("site.page").is_empty()))
    });
    let (waiting, without) = (page.clone(), page.clone());
    view! {
        <div class="lists saves">
            <p class="hint">{page.word(EditorWord::FilesLead)}</p>
            {saves(page, &[("register", EditorWord::SaveRegister)], EditorWord::SaveRegisterMeans, None)}
            <section>
                <h2>{page.word(EditorWord::FilesPatients)}</h2>
                {move || wrong.get().then(|| view! { <p class="said error">{waiting.word(EditorWord::WithErrors)}</p> })}
                {move || nowhere.get().then(|| view! {
                    <p class="hint">{without.word(EditorWord::NoAddress)}</p>
                    <ul class="problems">{line(&without, "site.page", None)}</ul>
                })}
                {saves(page, &[("page", EditorWord::SavePage)], EditorWord::SavePageMeans, Some(wrong))}
                {saves(
                    page,
                    &[("poster-a4", EditorWord::SavePosterA4), ("poster-a3", EditorWord::SavePosterA3)],
                    EditorWord::SavePosterMeans,
                    Some(wrong),
                )}
                {saves(
                    page,
                    &[("frame", EditorWord::SaveFrame), ("element", EditorWord::SaveElement)],
                    EditorWord::SaveSnippetMeans,
                    Some(wrong),
                )}
            </section>
            <section>
                <h2>{page.word(EditorWord::KeptTitle)}</h2>
                <p>{page.word(EditorWord::KeptWhere)}</p>
                <p><button type="button" class="erase" data-do="forget">{page.word(EditorWord::Forget)}</button></p>
            </section>
        </div>
    }
    .into_any()
}

/// Files of one kind, and what they are for. What `waits` cannot be saved yet.
fn saves(
    page: &EditorPage,
    files: &[(&'static str, EditorWord)],
    means: EditorWord,
    waits: Option<Memo<bool>>,
) -> AnyView {
    let hint = format!("save-{}", files.first().map_or("", |(code, _)| code));
    let button = |(code, name): &(&'static str, EditorWord)| {
        view! {
            <button type="button" class:print={*code == "register"} data-save=*code aria-describedby=hint.clone() aria-disabled=move || waits.is_some_and(|waits| waits.get()).to_string()>
                {page.word(*name)}
            </button>
        }
    };
    let buttons = files.iter().map(button).collect_view();
    view! {
        <p class="actions">{buttons}</p>
        <p class="hint" id=hint.clone()>{page.word(means)}</p>
    }
    .into_any()
}
