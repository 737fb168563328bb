//! What the patient takes along, and the line for the file. It follows what is chosen; the buttons come first, so that the
//! keyboard is there at once.

use super::{PracticePage, slip};
use crate::content::PracticeWord;
use crate::practice::{Copied, Handout};
use crate::share::TooMany;
use crate::view::anew;
use crate::view::text_anew;
use leptos::prelude::*;

/// What is made, each part followed by itself.
#[derive(Clone, Copy)]
struct Texts {
    link: Memo<Option<String>>,
    line: Memo<String>,
    message: Memo<Option<String>>,
    /// Everything but the line for the file.
    slip: Memo<Handout>,
}

/// Everything that is made. The buttons stay while what they hand out changes: one of them may have the focus.
pub(super) fn made(page: &PracticePage) -> AnyView {
    let (state, at) = (page.state, page.clone());
    let handout = Memo::new(move |_| {
        state.with(|state| Handout::of(&at.file, &state.place, &state.choice, &at.here, state.today))
    });
    // Each text is drawn anew when it changes, not when another does: it may be selected, to be copied.
    let shown = Texts {
        link: Memo::new(move |_| handout.with(|handout| handout.link.clone().ok())),
        line: Memo::new(move |_| handout.with(|handout| handout.line.clone())),
        message: Memo::new(move |_| handout.with(|handout| handout.message.clone())),
        slip: Memo::new(move |_| Handout { line: String::new(), ..handout.get() }),
    };
    let there = Memo::new(move |_| handout.with(|handout| handout.link.is_ok()));
    let (buttons, copied, notes, beside) = (page.clone(), page.clone(), page.clone(), page.clone());
    let (link, line, message, slips) = (page.clone(), page.clone(), page.clone(), page.clone());
    view! {
        {anew(move || actions(&buttons, there.get()))}
        <p class="hint" role="status" id="copied">{text_anew(move || told(&copied))}</p>
        {anew(move || match there.get() {
            true => note(&notes, handout),
            false => view! { <p class="found">{notes.word(PracticeWord::NoAddress)}</p> }.into_any(),
        })}
        {anew(move || {
            let here = there.get() && state.with(|state| state.place.page.is_none());
            here.then(|| view! { <p class="hint">{beside.word(PracticeWord::Here)}</p> }).into_any()
        })}
        {anew(move || shown.link.get().map(|text| part(&link, "link", PracticeWord::LinkTitle, &text)).into_any())}
        {anew(move || part(&line, "line", PracticeWord::LineTitle, &shown.line.get()))}
        {anew(move || {
            let text = shown.message.get();
            text.map(|text| part(&message, "message", PracticeWord::MessageTitle, &text)).into_any()
        })}
        {anew(move || there.get().then(|| slip_part(&slips, &shown.slip.get())).into_any())}
    }
    .into_any()
}

fn actions(page: &PracticePage, there: bool) -> AnyView {
    let print = there.then(|| {
        view! { <button type="button" data-do="print">{page.word(PracticeWord::PrintSlip)}</button> }
    });
    view! {
        <div class="actions">
            {there.then(|| copy(page, "link", PracticeWord::CopyLink))}
            {print}
            {there.then(|| copy(page, "message", PracticeWord::CopyMessage))}
            {copy(page, "line", PracticeWord::CopyLine)}
        </div>
    }
    .into_any()
}

/// What became of the last text that was to be copied.
fn told(page: &PracticePage) -> String {
    let copied = page.state.with(|state| state.copied);
    copied.map_or_else(String::new, |copied| {
        page.word(match copied {
            Copied::Whole => PracticeWord::Copied,
            Copied::Selected => PracticeWord::Selected,
            Copied::NotPrinted => PracticeWord::NotPrinted,
        })
    })
}

/// What a link that names uses can reveal, and the way to leave them out.
fn note(page: &PracticePage, handout: Memo<Handout>) -> AnyView {
    let state = page.state;
    let offered = Memo::new(move |_| {
        state.with(|state| !state.choice.uses.is_empty())
            && handout.with(|handout| handout.too_many.is_none())
    });
    let (says, offers) = (page.clone(), page.clone());
    let said = move || {
        handout.with(|handout| match handout.too_many {
            Some(TooMany { most }) => says.fill(PracticeWord::TooMany, &[("most", &most.to_string())]),
            None => says.word(if handout.names { PracticeWord::Reveals } else { PracticeWord::Generic }),
        })
    };
    let leave_out = move || {
        let checked = move || state.with(|state| state.choice.leaves_out);
        let label = offered.get().then(|| {
            view! {
                <label class="request" for="leave-out">
                    <input type="checkbox" id="leave-out" prop:checked=checked />
                    <span>{offers.word(PracticeWord::LeaveOut)}</span>
                </label>
            }
        });
        label.into_any()
    };
    view! { <p class="reveals">{text_anew(said)}</p>{anew(leave_out)} }.into_any()
}

fn slip_part(page: &PracticePage, handout: &Handout) -> AnyView {
    let state = page.state.get_untracked();
    view! {
        <div class="part">
            <h3>{page.word(PracticeWord::SlipTitle)}</h3>
            {handout.qr.is_none().then(|| view! { <p>{page.word(PracticeWord::NoQr)}</p> })}
            {slip(&page.file, &state.place, state.choice.language, handout)}
        </div>
    }
    .into_any()
}

fn copy(page: &PracticePage, name: &'static str, word: PracticeWord) -> AnyView {
    view! { <button type="button" data-do="copy" data-copy=name>{page.word(word)}</button> }.into_any()
}

/// A text to copy.
fn part(page: &PracticePage, name: &'static str, title: PracticeWord, text: &str) -> AnyView {
    view! {
        <div class="part">
            <h3>{page.word(title)}</h3>
            <pre class="letter-text" id=format!("text-{name}") translate="no">{text.to_owned()}</pre>
        </div>
    }
    .into_any()
}
