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
    let sections = view! {
        {screens::start(page)}
        {screens::care(page)}
        {screens::rights(page)}
        {screens::wishes(page)}
        {screens::sheet(page)}
    };
    // After the others: it explains the words that they have used.
    let glossary = screens::glossary(page);
    view! {
        <div
            class="document"
            lang=page.reading.language.code()
            dir=page.reading.language.direction().attribute()
            data-level=page.reading.level.code()
        >
            <a class="skip" href="#care">{page.word(Word::Skip)}</a>
            {parts::masthead(page)}
            {parts::contents(page)}
            <main id="main">
                {sections}
                {glossary}
            </main>
            {parts::foot(page)}
            <p
                class="visually-hidden"
                role="status"
                data-erased=page.word(Word::Erased)
                data-forgotten=page.word(Word::Forgotten)
            ></p>
        </div>
    }
    .into_any()
}
