//! What can be saved, and where the work is kept.

use super::EditorPage;
use super::panel::line;
use crate::content::EditorWord;
use leptos::prelude::*;

pub(super) fn files(page: &EditorPage) -> AnyView {
    let (errors, _) = page.count("");
    let save = |code: &'static str, name: EditorWord, means: EditorWord, waits: bool| {
        view! {
            <li>
                <button type="button" class:print={code == "register"} data-save=code aria-describedby=format!("save-{code}") aria-disabled=waits.to_string()>{page.word(name)}</button>
                <p class="hint" id=format!("save-{code}")>{page.word(means)}</p>
            </li>
        }
    };
    let wrong = errors > 0;
    let nowhere = page.now(|work| work.draft.typed("site.page").is_empty());
    view! {
        <div class="lists">
            <p class="hint">{page.word(EditorWord::FilesLead)}</p>
            {wrong.then(|| view! { <p class="said error">{page.word(EditorWord::WithErrors)}</p> })}
            {nowhere.then(|| view! {
                <p class="hint">{page.word(EditorWord::NoAddress)}</p>
                <ul class="problems">{line(page, "site.page", None)}</ul>
            })}
            <ul class="saves">
                {save("register", EditorWord::SaveRegister, EditorWord::SaveRegisterMeans, false)}
                {save("page", EditorWord::SavePage, EditorWord::SavePageMeans, wrong)}
                {save("poster-a4", EditorWord::SavePosterA4, EditorWord::SavePosterA4Means, wrong)}
                {save("poster-a3", EditorWord::SavePosterA3, EditorWord::SavePosterA3Means, wrong)}
                {save("frame", EditorWord::SaveFrame, EditorWord::SaveFrameMeans, wrong)}
                {save("element", EditorWord::SaveElement, EditorWord::SaveElementMeans, wrong)}
            </ul>
            <section>
                <h2>{page.word(EditorWord::KeptTitle)}</h2>
                <p>{page.word(EditorWord::KeptWhere)}</p>
                <p><button type="button" class="erase" data-do="forget">{page.word(EditorWord::Forget)}</button></p>
            </section>
        </div>
    }
    .into_any()
}
