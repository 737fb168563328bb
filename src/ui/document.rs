//! The whole document: masthead, contents, sections, foot.

use super::{Page, parts, screens};
use crate::content::Word;
use leptos::prelude::*;

/// The title of the page, for `<title>`.
pub fn title(page: &Page) -> String {
    match page.register() {
        Some(register) => {
            page.word(Word::Title) + &page.word(Word::Separator) + &page.plain(&register.site.name)
        }
        None => page.word(Word::Title),
    }
}

/// The page in its language, with an empty place for messages to screen readers.
pub fn document(page: &Page) -> AnyView {
    view! {
        <div class="document" lang=page.language.code() dir=page.language.direction().attribute()>
            <a class="skip" href="#care">{page.word(Word::Skip)}</a>
            {parts::masthead(page)}
            {parts::contents(page)}
            <main id="main">
                {screens::start(page)}
                {screens::care(page)}
                {screens::rights(page)}
                {screens::wishes(page)}
                {screens::sheet(page)}
            </main>
            {parts::foot(page)}
            <p class="visually-hidden" role="status" data-erased=page.word(Word::Erased)></p>
        </div>
    }
    .into_any()
}
