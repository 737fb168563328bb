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

/// What the link names: a way to each card, and how much of it this page does not know.
pub fn named(page: &Context) -> Markup {
    let named = &page.visit.named;
    let links = page.kit.uses().filter(|one| named.uses.contains(&one.id)).map(|one| {
        let place = format!("#use-{}", one.id);
        item(view! { <a href=place>{page.text(&one.title.0)}</a> }.markup())
    });
    let links = parts(links.collect());
    let unknown = match named.unknown {
        0 => Markup::default(),
        number => paragraph(text(&page.fill(Word::NamedUnknown, &[("number", &number.to_string())]))),
    };
    if named.uses.is_empty() {
        return if named.unknown > 0 { block("found", unknown) } else { unknown };
    }
    view! {
        <section class="found named" aria-labelledby="named-title">
            <h2 id="named-title">{page.word(Word::NamedTitle)}</h2>
            <ul>{links}</ul>
            {paragraph(text(page.word(Word::NamedLead))).with(&unknown)}
        </section>
    }
    .markup()
}
