//! The drawings of a page: each picture that it shows stands once in it, in a place of its own outside of the document, which changes
//! with the language. Nothing is fetched for a picture.

use super::drawings::drawing;
use super::search::parts;
use crate::content::Picture;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What stands before the name of a picture where one is shown (`src/view/picture.rs`).
const SHOWN: &str = "href=\"#p-";

/// The pictures that a document shows.
pub(super) fn shown(document: &str) -> BTreeSet<Picture> {
    let names = parts(document, SHOWN).skip(1).filter_map(|rest| rest.split('"').next());
    names.filter_map(Picture::from_code).collect()
}

/// The drawings of these pictures; nothing where there are none.
pub(super) fn sprite(pictures: &BTreeSet<Picture>) -> Option<AnyView> {
    let symbol = |picture: &Picture| {
        format!(
            "<symbol id=\"p-{}\" viewBox=\"0 0 24 24\">{}</symbol>",
            picture.code(),
            drawing(*picture).elements()
        )
    };
    let symbols: String = pictures.iter().map(symbol).collect();
    (!symbols.is_empty())
        .then(|| view! { <div id="pictures" hidden><svg inner_html=symbols></svg></div> }.into_any())
}
