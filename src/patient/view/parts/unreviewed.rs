//! That no person has read a translation yet, in its language, with French beside.

use crate::content::{Language, Reading, Word};
use crate::patient::view::Page;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The sentence and the way to the French page; nothing where somebody has read the texts.
pub fn unreviewed(page: &Page) -> Markup {
    if page.reading.language.is_checked() {
        return Markup::default();
    }
    let french = Reading { language: Language::Fr, ..page.reading };
    // At a kiosk one chooses on the first screen.
    let leads = page.notice.languages.contains(&french.language) && page.form != Form::Kiosk;
    let (code, name) = (french.language.code(), french.language.own_name());
    let link = leads.then(|| {
        view! {
            " "
            <a
                href=page.form.address(page.reading, french)
                lang=code
                dir=french.language.direction().attribute()
                hreflang=code
                data-language=code
                translate="no"
            >
                {name}
            </a>
        }
    });
    view! { <p class="unreviewed">{page.word(Word::Unreviewed)}{link}</p> }.markup()
}
