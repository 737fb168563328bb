//! What was used, the patient's language and level. The keyboard is enough: the search has the focus from the start.

use super::PracticePage;
use crate::content::{Language, Level, PracticeWord};
use crate::practice::{Place, PlaceUse};
use crate::view::anew;
use crate::view::text_anew;
use leptos::prelude::*;

/// The form.
pub(super) fn choose(page: &PracticePage) -> AnyView {
    let (state, languages) = (page.clone(), page.clone());
    // The list is drawn once for each register: whoever is on a box stays there when it is ticked.
    let place = Memo::new(move |_| state.state.with(|state| state.place.clone()));
    let (state, none, number) = (page.clone(), page.clone(), page.clone());
    let levels = Level::ALL.map(|level| level_choice(page, level));
    view! {
        <form id="choose" method="dialog" autocomplete="off">
            <h2 id="uses-title">{page.word(PracticeWord::Uses)}</h2>
            <p class="hint" id="keys">{page.word(PracticeWord::Keys)}</p>
            <label for="search">{page.word(PracticeWord::Search)}</label>
            <input
                type="search"
                id="search"
                aria-describedby="keys"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || page_search(&number)
            />
            <ul class="uses" aria-labelledby="uses-title">
                {anew(move || place.with(|place| place.uses.iter().map(|one| one_use(&state, one)).collect_view().into_any()))}
            </ul>
            <p class="hint" role="status">{text_anew(move || told(&none))}</p>
            <div class="entry">
                <div>
                    <label for="language">{page.word(PracticeWord::Language)}</label>
                    <select id="language">
                        {anew(move || place.with(|place| {
                            place.languages.iter().map(|one| language_choice(&languages, *one)).collect_view().into_any()
                        }))}
                    </select>
                </div>
                <div>
                    <label for="level">{page.word(PracticeWord::Level)}</label>
                    <select id="level">{levels.into_iter().collect_view()}</select>
                </div>
            </div>
            <div class="actions">
                <button type="submit" class="print">{page.word(PracticeWord::Make)}</button>
                <button type="reset">{page.word(PracticeWord::Next)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn page_search(page: &PracticePage) -> String {
    page.state.with(|state| state.search.clone())
}

fn one_use(page: &PracticePage, one: &PlaceUse) -> AnyView {
    let (state, shown, ticked) = (page.state, one.clone(), one.id.clone());
    let id = format!("used-{}", one.id);
    view! {
        <li hidden=move || !state.with(|state| state.finds(&shown))>
            <label class="request" for=id.clone()>
                <input
                    type="checkbox"
                    id=id.clone()
                    data-use=one.id.to_string()
                    prop:checked=move || state.with(|state| state.choice.uses.contains(&ticked))
                />
                <span>{Place::text(&one.title, Language::Fr).to_owned()}</span>
            </label>
        </li>
    }
    .into_any()
}

/// How many are ticked, or that nothing fits what is looked for.
fn told(page: &PracticePage) -> String {
    page.state.with(|state| {
        let number = state.choice.uses.len().to_string();
        if state.place.uses.iter().any(|one| state.finds(one)) {
            page.fill(PracticeWord::Ticked, &[("number", &number)])
        } else {
            page.word(PracticeWord::NoneFound)
        }
    })
}

fn language_choice(page: &PracticePage, language: Language) -> AnyView {
    let state = page.state;
    let chosen = move || state.with(|state| state.choice.language == language);
    view! { <option value=language.code() lang=language.code() prop:selected=chosen>{language.own_name()}</option> }
        .into_any()
}

fn level_choice(page: &PracticePage, level: Level) -> AnyView {
    let state = page.state;
    let chosen = move || state.with(|state| state.choice.level == level);
    let name = page.word(match level {
        Level::Clear => PracticeWord::LevelClear,
        Level::Simple => PracticeWord::LevelSimple,
    });
    view! { <option value=level.code() prop:selected=chosen>{name}</option> }.into_any()
}
