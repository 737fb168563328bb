//! What was used in the visit, as the link names it with which the page was opened. Nobody can tell who made a link: so it says
//! that the link names this, and that there may be more.

use crate::content::Word;
use crate::patient::view::Context;
use leptos::prelude::*;

/// Where it is drawn, first of all on the page. Empty without the program, and without a link.
pub fn named_place() -> AnyView {
    view! { <div id="named-place" class="needs-program"></div> }.into_any()
}

/// What the link names: a way to each card, how much of it this page does not recognise, and whether something of it was lost.
pub fn named(page: &Context) -> AnyView {
    let named = page.visit.with(|visit| visit.named.clone());
    let links = page.kit.uses().filter(|one| named.uses.contains(&one.id)).map(|one| {
        view! { <li><a href=format!("#use-{}", one.id)>{page.text(&one.title.0)}</a></li> }
    });
    let links = links.collect_view();
    let unknown = (named.unknown > 0).then(|| {
        let number = named.unknown.to_string();
        view! { <p>{page.fill(Word::NamedUnknown, &[("number", &number)])}</p> }
    });
    let unread = named.unread.then(|| view! { <p>{page.word(Word::NamedUnread)}</p> });
    if named.uses.is_empty() {
        let missed = unknown.is_some() || unread.is_some();
        return missed.then(|| view! { <div class="found">{unknown}{unread}</div> }).into_any();
    }
    view! {
        <section class="found named" aria-labelledby="named-title">
            <h2 id="named-title">{page.word(Word::NamedTitle)}</h2>
            <ul>{links}</ul>
            <p>{page.word(Word::NamedLead)}</p>
            {unknown}
            {unread}
        </section>
    }
    .into_any()
}
