//! The whole document: masthead, contents, sections, foot.

use super::{Page, parts, screens};
use crate::content::Word;
use leptos::prelude::*;

/// The title of the page, for `<title>`.
pub fn title(page: &Page) -> String {
    match page.register() {
        Some(register) => format!("{} – {}", page.word(Word::Title), page.plain(&register.site.name)),
        None => page.word(Word::Title),
    }
}

/// The page in its language. A switch of language draws it anew.
pub fn document(page: Page) -> AnyView {
    let erased = RwSignal::new(false);
    let message = page.word(Word::Erased);
    view! {
        <div class="document" lang=page.language.code() dir=page.language.direction().attribute()>
            <a class="skip" href="#care">{page.word(Word::Skip)}</a>
            {parts::masthead(&page)}
            {parts::contents(&page)}
            <main id="main">
                {screens::start(&page)}
                {screens::care(&page)}
                {screens::rights(&page)}
                {screens::wishes(&page, erased)}
                {screens::sheet(&page)}
            </main>
            {parts::foot(&page)}
            <p class="visually-hidden" role="status" aria-live="polite">
                {move || if erased.get() { message.clone() } else { String::new() }}
            </p>
        </div>
    }
    .into_any()
}
