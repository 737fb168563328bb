//! The whole document: masthead, contents, sections, foot.

use super::{Page, parts, sections};
use crate::content::Word;
use crate::patient::kiosk::view as kiosk;
use crate::share::Form;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The name of the program, the same in every language.
const NAME: &str = "Éclaire";

/// The title of the page, for `<title>`. A kiosk's says nothing: printers and histories show it (rule 54).
pub fn title(page: &Page) -> String {
    if page.form == Form::Kiosk {
        return NAME.to_owned();
    }
    match page.register() {
        Some(register) => {
            page.word(Word::Title) + &page.word(Word::Separator) + &page.plain(&register.site.name)
        }
        None => page.word(Word::Title),
    }
}

/// From so many uses on a page takes long to lay out as a whole on an old tablet.
const MANY_USES: usize = 60;

/// Whether the page is laid out bit by bit.
fn is_long(page: &Page) -> bool {
    page.register().is_some_and(|register| register.uses.len() >= MANY_USES)
}

/// Places for what may have to be said above everything else: the program has stopped (`public/door-patient.js` says it); the page
/// has come in part (`public/whole.js`); a browser translates it; another reading is not there.
fn notes(page: &Page) -> Markup {
    view! {
        <p class="note" role="alert" data-stopped=page.word(Word::Stopped)></p>
        <p class="note" role="alert" data-cut-off=page.word(Word::CutOff)></p>
        <p class="note" role="status" data-translated=page.word(Word::Translated)></p>
        <p class="note" role="status" data-reading-note=""></p>
    }
    .markup()
}

/// The page in its language, with an empty place for messages to screen readers.
pub fn document(page: &Page) -> Markup {
    let at_kiosk = page.form == Form::Kiosk;
    let is_page = page.form == Form::Page;
    let sections = view! {
        {sections::start(page)}
        {sections::care(page)}
        {sections::rights(page)}
        {sections::wishes(page)}
        {sections::sheet(page)}
    };
    // After the others: it explains the words that they have used.
    let glossary = sections::glossary(page);
    view! {
        <div
            class="document"
            lang=page.reading.language.code()
            dir=page.reading.language.direction().attribute()
            data-level=page.reading.level.code()
            class:long=is_long(page)
            class:notranslate=at_kiosk
            translate=at_kiosk.then_some("no")
        >
            {(!at_kiosk).then(|| view! { <a class="skip" href="#care">{page.word(Word::Skip)}</a> })}
            {parts::wishes_form()}
            {parts::masthead(page)}
            {(!at_kiosk).then(|| notes(page))}
            {if at_kiosk { kiosk::contents(page) } else { parts::contents(page) }}
            <main id="main">
                {at_kiosk.then(|| kiosk::welcome(page))}
                {parts::framed(page)}
                {parts::until_alone(page, view! { {sections}{glossary}{parts::walk(page)} }.markup())}
            </main>
            {parts::foot(page)}
            {at_kiosk.then(|| view! { {kiosk::bar(page)}{kiosk::dialogs(page)} })}
            <p
                class="visually-hidden"
                role="status"
                data-erased=page.word(Word::Erased)
                data-noted=page.word(Word::Noted)
                data-taken-off=page.word(Word::TakenOff)
                data-forgotten=page.word(Word::Forgotten)
                data-not-printed=page.word(if page.form.may_save() { Word::NotPrinted } else { Word::NotPrintedHere })
                data-framed=is_page.then(|| page.word(Word::Framed))
                data-open-page=is_page.then(|| page.word(Word::OpenPage))
            ></p>
        </div>
    }
    .markup()
}
