//! The table of contents: six sections, always all in sight.

use crate::content::Word;
use crate::patient::view::Page;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The sections and their names, in order.
const SECTIONS: [(&str, Word); 6] = [
    ("#start", Word::StartShort),
    ("#care", Word::CareTitle),
    ("#rights", Word::RightsTitle),
    ("#wishes", Word::WishesTitle),
    ("#sheet", Word::SheetTitle),
    ("#glossary", Word::GlossaryTitle),
];

/// The table of contents.
pub fn contents(page: &Page) -> Markup {
    // At a kiosk how one reads is a screen of its own, and so is the foot of the page.
    let kiosk = |link| (page.form == Form::Kiosk).then_some(link);
    let look = kiosk(("#welcome", Word::KioskLook));
    let foot = kiosk(("#contacts", Word::ContactsTitle));
    let links = look.into_iter().chain(SECTIONS).chain(foot);
    let links = links.map(|(address, word)| view! { <li><a href=address>{page.word(word)}</a></li> });
    view! {
        <nav class="contents" aria-label=page.word(Word::Contents)>
            <ol>{links.collect_view()}</ol>
        </nav>
    }
    .markup()
}
