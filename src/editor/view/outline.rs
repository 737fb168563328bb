//! What the register contains: the place, its uses and reuses, each with how much is wrong or not told.

use super::EditorPage;
use crate::content::EditorWord;
use crate::editor::{Kind, Pane};
use crate::view::anew;
use leptos::prelude::*;

pub(super) fn outline(page: &EditorPage) -> AnyView {
    let (state, page) = (page.state, page.clone());
    // Titles change while they are typed; the list follows.
    let lists = Memo::new(move |_| {
        state.with(|state| {
            let Some(state) = state else { return Vec::new() };
            Kind::ALL
                .map(|kind| (kind, state.draft.count(kind.list())))
                .into_iter()
                .flat_map(|(kind, count)| (0..count).map(move |index| Pane::Item(kind, index)))
                .map(|pane| (pane, title_keys(state, pane)))
                .collect()
        })
    });
    let shown = page.shown();
    let all = move || {
        let items = lists.get();
        let list = |kind: Kind, title: EditorWord, add: EditorWord| {
            let entries = items.iter().filter(|(pane, _)| matches!(pane, Pane::Item(of, _) if *of == kind));
            let entries = entries.map(|(pane, keys)| entry(&page, shown, *pane, named(&page, kind, keys)));
            let code = kind.list();
            view! {
                <h2>{page.word(title)}</h2>
                <ul>{entries.collect_view()}</ul>
                <button type="button" class="add" data-pick=code>{page.word(add)}</button>
            }
        };
        view! {
            <ul>
                {entry(&page, shown, Pane::Site, page.word(EditorWord::PaneSite))}
                {entry(&page, shown, Pane::Register, page.word(EditorWord::PaneRegister))}
            </ul>
            {list(Kind::Use, EditorWord::Uses, EditorWord::AddUse)}
            {list(Kind::Reuse, EditorWord::Reuses, EditorWord::AddReuse)}
        }
        .into_any()
    };
    anew(all)
}

/// What an item is called in the draft, and the entry of the catalogue that knows better.
fn title_keys(state: &crate::editor::State, pane: Pane) -> (String, String) {
    let path = pane.path().unwrap_or_default();
    let typed = |key: &str| state.draft.typed(&format!("{path}.{key}"));
    let own = ["texts.title.fr", "texts.title.en"].map(typed).into_iter().find(|title| !title.is_empty());
    (own.unwrap_or_default(), typed("catalogue"))
}

/// The title of an item: its own, the catalogue's, or that it has none.
pub(super) fn title(page: &EditorPage, kind: Kind, path: &str) -> String {
    let keys = page.now(|state| title_keys(state, Pane::of(path)));
    named(page, kind, &keys)
}

fn named(page: &EditorPage, kind: Kind, (own, catalogue): &(String, String)) -> String {
    if !own.is_empty() {
        return own.clone();
    }
    let title = match kind {
        Kind::Use => page.library.catalogue.get(catalogue).map(|entry| &entry.texts.title),
        Kind::Reuse => page.library.reuses.get(catalogue).map(|entry| &entry.texts.title),
    };
    title.map_or_else(|| page.word(EditorWord::Untitled), |title| page.french(title))
}

fn entry(page: &EditorPage, shown: Memo<Option<(u32, Pane)>>, pane: Pane, title: String) -> AnyView {
    let path = pane.path().unwrap_or_default();
    let (page, of) = (page.clone(), path.clone());
    let counts = anew(move || {
        // The register as a whole is what stands in no other part.
        let (errors, gaps) = if pane == Pane::Register { page.count_general() } else { page.count(&of) };
        let count = |word: EditorWord, count: usize| page.fill(word, &[("count", &count.to_string())]);
        view! {
            {(errors > 0).then(|| view! { <span class="count error">{count(EditorWord::CountErrors, errors)}</span> })}
            {(gaps > 0).then(|| {
                let word = if gaps == 1 { EditorWord::CountGap } else { EditorWord::CountGaps };
                view! { <span class="count">{count(word, gaps)}</span> }
            })}
        }
        .into_any()
    });
    view! {
        <li>
            <button
                type="button"
                class="entry"
                data-look=path
                aria-current=move || shown.get().is_some_and(|(_, one)| one == pane).then_some("true")
            >
                <span>{title}</span>
                <small>{counts}</small>
            </button>
        </li>
    }
    .into_any()
}

impl EditorPage {
    /// How many errors and gaps stand in no part of their own, followed.
    fn count_general(&self) -> (usize, usize) {
        let (errors, gaps) = self.count("");
        ["site", "uses", "reuses"].iter().fold((errors, gaps), |(errors, gaps), part| {
            let (fewer_errors, fewer_gaps) = self.count(part);
            (errors - fewer_errors, gaps - fewer_gaps)
        })
    }
}
