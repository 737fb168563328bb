//! What was used in the visit, as the link names it with which the page was opened. Nobody can tell who made a link: so it says
//! that the link names this, and that there may be more.

use crate::content::Word;
use crate::patient::view::Context;
use crate::view::shapes::{block, item, paragraph, parts, text};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Where it is drawn, first of all on the page. Empty without the program, and without a link.
pub fn named_place() -> Markup {
    view! { <div id="named-place" class="needs-program"></div> }.markup()
}

/// What the link names: a way to each card, how much of it this page does not recognise, and whether something of it was lost.
pub fn named(page: &Context) -> Markup {
    let named = &page.visit.named;
    let links = page.kit.uses().filter(|one| named.uses.contains(&one.id)).map(|one| {
        let place = format!("#use-{}", one.id);
        item(view! { <a href=place>{page.text(&one.title.0)}</a> }.markup())
    });
    let links = parts(links.collect());
    let mut missed = Vec::new();
    if named.unknown > 0 {
        let number = named.unknown.to_string();
        missed.push(paragraph(text(&page.fill(Word::NamedUnknown, &[("number", &number)]))));
    }
    if named.unread {
        missed.push(paragraph(text(page.word(Word::NamedUnread))));
    }
    if named.uses.is_empty() {
        return if missed.is_empty() { Markup::default() } else { block("found", parts(missed)) };
    }
    view! {
        <section class="found named" aria-labelledby="named-title">
            <h2 id="named-title">{page.word(Word::NamedTitle)}</h2>
            <ul>{links}</ul>
            {paragraph(text(page.word(Word::NamedLead))).with(&parts(missed))}
        </section>
    }
    .markup()
}
