//! What stands at an address where there is nothing, in each language of the site at once.

use super::parts::logo;
use crate::content::{Language, PlacesWord, PlacesWords};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The text, with a way to the page in whose folder the address lies. Patients who read another language than the first find it
/// marked as such.
pub fn lost(words: &PlacesWords, languages: &BTreeSet<Language>) -> Markup {
    let said = |language: Language| {
        let word = |word| words.get(language, word).to_owned();
        let title = match language {
            Language::Fr => view! { <h1>{word(PlacesWord::LostTitle)}</h1> }.markup(),
            _ => view! { <p class="title">{word(PlacesWord::LostTitle)}</p> }.markup(),
        };
        view! {
            <div lang=language.code() dir=language.direction().attribute()>
                {title}
                <p class="lead">{word(PlacesWord::LostLead)}</p>
                <p><a href="./">{word(PlacesWord::LostOpen)}</a></p>
                <p>{word(PlacesWord::LostAsk)}</p>
            </div>
        }
    };
    view! {
        <div class="document" lang="fr" dir="ltr">
            <header class="masthead"><p class="brand">{logo()}"Éclaire"</p></header>
            <main class="places">
                <div class="introductions">{languages.iter().copied().map(said).collect_view()}</div>
            </main>
        </div>
    }
    .markup()
}
