//! The first page of a site that shows several registers: the list of its places, in each of its languages at once.

use super::parts::logo;
use crate::content::{Language, Level, Localised, PlacesWord, PlacesWords};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One place of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryEntry {
    /// Its folder, seen from the list.
    pub folder: String,
    /// Its name for patients.
    pub name: Localised,
    /// Where it is: two practices may bear one name.
    pub address: Option<String>,
}

/// The most places that fit on a screen or two: with more, the page says how to find a name.
const AT_A_GLANCE: usize = 12;

/// The list, in the order given. Patients who read another language than the first find it marked as such.
pub fn places(words: &PlacesWords, languages: &BTreeSet<Language>, listed: &[DirectoryEntry]) -> Markup {
    let introduction = |language: Language| {
        let word = |word| words.get(language, word).to_owned();
        let find = (listed.len() > AT_A_GLANCE).then(|| view! { <p>{word(PlacesWord::Find)}</p> });
        let title = match language {
            Language::Fr => view! { <h1>{word(PlacesWord::Title)}</h1> }.markup(),
            _ => view! { <p class="title">{word(PlacesWord::Title)}</p> }.markup(),
        };
        view! {
            <div lang=language.code() dir=language.direction().attribute()>
                {title}
                <p class="lead">{word(PlacesWord::Lead)}</p>
                {find}
            </div>
        }
    };
    let missing = |language: Language| {
        view! { <p lang=language.code() dir=language.direction().attribute()>{words.get(language, PlacesWord::Missing).to_owned()}</p> }
    };
    let place = |one: &DirectoryEntry| {
        let name = one.name.pick(Language::Fr, Level::Clear).map(|shown| {
            let elsewhere = (shown.language != Language::Fr).then(|| shown.language.code());
            view! { <span lang=elsewhere>{shown.text.to_owned()}</span> }
        });
        let address = one.address.clone().map(|address| view! { <small>{address}</small> });
        view! { <li><a href=one.folder.clone()>{name}</a>{address}</li> }
    };
    view! {
        <div class="document" lang="fr" dir="ltr">
            <header class="masthead"><p class="brand">{logo()}"Éclaire"</p></header>
            <main class="places">
                <div class="introductions">{languages.iter().copied().map(introduction).collect_view()}</div>
                <ul translate="no">{listed.iter().map(place).collect_view()}</ul>
                {languages.iter().copied().map(missing).collect_view()}
            </main>
        </div>
    }
    .markup()
}
