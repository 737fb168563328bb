//! What a page in somebody else's frame says as long as its program does not live there: one may read, and the page itself is
//! a link away. Nothing can be answered before: whoever can look into the frame would read it.

use crate::content::Word;
use crate::patient::view::Page;
use crate::share::Link;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The sentence and the link, on pages that are made for frames. A frame that may open nothing shows the address as well.
pub fn framed(page: &Page) -> Option<Markup> {
    if !page.form.is_framed() {
        return None;
    }
    let here = page.reading;
    let link = Link { language: Some(here.language), level: Some(here.level), ..Link::default() };
    let address = page.register().and_then(|register| register.site.page.as_ref()).map(ToString::to_string);
    Some(
        view! {
            <div class="without-program framed">
                <p>
                    {page.word(Word::Framed)}
                    " "
                    <a href=format!("{}#{link}", page.form.page(here)) target="_blank" rel="noopener noreferrer">
                        {page.word(Word::OpenPage)}
                    </a>
                </p>
                {address.map(|address| view! {
                    <p>{page.fill(Word::OpenPageAddress, &[("address", &address)])}</p>
                })}
            </div>
        }
        .markup(),
    )
}

/// Everything with which one answers: on pages that are made for frames it cannot be used until the program takes this
/// element away (`enclosure::open_up`).
pub fn until_alone(page: &Page, view: Markup) -> Markup {
    if page.form.is_framed() {
        view! { <fieldset class="until-alone" disabled role="presentation">{view}</fieldset> }.markup()
    } else {
        view
    }
}
