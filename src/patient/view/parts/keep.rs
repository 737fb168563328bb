//! Keeping the answers on one's own device, and what has changed since. Off until the patient presses for it.
//!
//! Drawn with the page: the buttons. Drawn in the browser, in the two places: what was found, kept, changed.

use crate::content::{Date, Word};
use crate::patient::Keeping;
use crate::patient::view::{Context, Page};
use crate::record::{Change, ChangeKind};
use crate::view::shapes::{block, heading, item, paragraph, parts, strong, text};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// On the sheet: the button, what it means, and where what was kept is.
pub fn keep(page: &Page) -> Markup {
    view! {
        <div class="keeping needs-program" data-keeping>
            <button type="button" data-do="keep">{page.word(Word::Keep)}</button>
            <p class="hint">{page.word(Word::KeepMeans)}</p>
            <div id="kept-place" role="status"></div>
        </div>
    }
    .markup()
}

/// Before the questions: what was found from another day.
pub fn found(page: &Page) -> Markup {
    if page.register().is_none() || !page.form.may_hand_over() {
        return ().markup();
    }
    view! { <div id="found-place" class="keeping needs-program" data-keeping></div> }.markup()
}

/// What is said after the button was pressed; in place of the button, what was found from another day.
pub fn kept(page: &Context) -> Markup {
    match page.visit.keeping {
        Keeping::Kept(day) => paragraph(text(&on_day(page, Word::Kept, day))).with(&forget(page)),
        Keeping::Refused(true) => said(page, Word::KeptFormer).with(&forget(page)),
        Keeping::Refused(false) => said(page, Word::KeptNowhere),
        _ => offer(page),
    }
}

/// What was found, and after it was taken up: what has changed since.
pub fn found_here(page: &Context) -> Markup {
    let Some(changes) = &page.visit.since else { return offer(page) };
    let what = if changes.items.is_empty() {
        said(page, Word::ChangesNone)
    } else {
        let items = parts(changes.items.iter().map(|change| changed(page, change)).collect());
        heading(page.word(Word::ChangesTitle)).with(&view! { <ul class="changes">{items}</ul> }.markup())
    };
    let on = match page.visit.keeping {
        Keeping::Kept(_) => said(page, Word::KeptOn),
        _ => Markup::default(),
    };
    block("found", parts(vec![what, on, forget(page)]))
}

/// What was found, to be taken up or removed.
fn offer(page: &Context) -> Markup {
    match page.visit.keeping {
        Keeping::Found(day) | Keeping::Meanwhile(day) => {
            let meanwhile = match page.visit.keeping {
                Keeping::Meanwhile(_) => said(page, Word::KeptMeanwhile),
                _ => Markup::default(),
            };
            let found = paragraph(text(&on_day(page, Word::KeptFound, day)));
            // Answers that were read in another language wait for its words.
            let waits = block("note kept-note", Markup::default());
            let buttons = button(page, "take-up", Word::TakeUp).with(&forget(page));
            block("found", parts(vec![meanwhile, found, buttons, waits]))
        }
        Keeping::Unread => block("found", said(page, Word::KeptUnread).with(&forget(page))),
        Keeping::NotRemoved => block("found", said(page, Word::KeptStill).with(&forget(page))),
        Keeping::Nothing | Keeping::Kept(_) | Keeping::Refused(_) => Markup::default(),
    }
}

fn changed(page: &Context, change: &Change) -> Markup {
    let what = page.word(match change.what {
        ChangeKind::New => Word::ChangeNew,
        ChangeKind::Changed => Word::ChangeChanged,
        ChangeKind::Gone => Word::ChangeGone,
    });
    // In the words of the page as it is read now: the language may have come since.
    let now = change.item.as_ref().and_then(|id| page.kit.questionnaire()?.item(id));
    let title = now.map_or(&change.title, |item| &item.title.0);
    let title = if title.is_empty() { text(page.word(Word::AiInGeneral)) } else { page.text(title) };
    let mut all = vec![strong(title), text(page.word(Word::Separator)), text(what)];
    all.extend(change.before.iter().map(|said| {
        let sentence = page.word(Word::ChangeBefore);
        let (before, after) = sentence.split_once('{').unwrap_or((sentence, ""));
        let after = after.split_once('}').map_or(after, |(_, after)| after);
        // Said in another language than the page's, it is marked as such.
        paragraph(parts(vec![text(before), page.text(&said.localised()), text(after)]))
    }));
    item(parts(all))
}

fn on_day(page: &Context, word: Word, day: Option<Date>) -> String {
    page.fill(word, &[("date", &day.map(|day| page.date(day)).unwrap_or_default())])
}

fn said(page: &Context, word: Word) -> Markup {
    paragraph(text(page.word(word)))
}

fn forget(page: &Context) -> Markup {
    button(page, "forget", Word::Forget)
}

fn button(page: &Context, what: &'static str, word: Word) -> Markup {
    view! { <button type="button" data-do=what>{page.word(word)}</button> }.markup()
}
