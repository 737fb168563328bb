//! What the patient takes along, and the line for the file. It follows what is chosen; the buttons come first, so that the
//! keyboard is there at once.

use super::{PracticePage, slip};
use crate::content::PracticeWord;
use crate::handout::{Copied, Handout, Making};
use crate::share::Link;
use leptos::prelude::*;

/// Everything that is made.
pub(super) fn made(page: &PracticePage) -> AnyView {
    page.making.with(|making| {
        let handout = Handout::of(&page.file, &making.place, &making.choice, &page.here, making.today);
        let there = handout.link.is_ok();
        let print = there.then(|| {
            view! { <button type="button" data-do="print">{page.word(PracticeWord::PrintSlip)}</button> }
        });
        let text = |name, title, text: Option<&String>| text.map(|text| part(page, name, title, text));
        let copied = making.copied.map(|copied| {
            page.word(match copied {
                Copied::Whole => PracticeWord::Copied,
                Copied::Selected => PracticeWord::Selected,
            })
        });
        view! {
            <div class="actions">
                {there.then(|| copy(page, "link", PracticeWord::CopyLink))}
                {print}
                {there.then(|| copy(page, "message", PracticeWord::CopyMessage))}
                {copy(page, "line", PracticeWord::CopyLine)}
            </div>
            <p class="hint" role="status" id="copied">{copied}</p>
            {if there { note(page, making, &handout) } else {
                view! { <p class="found">{page.word(PracticeWord::NoAddress)}</p> }.into_any()
            }}
            {(there && making.place.page.is_none()).then(|| view! { <p class="hint">{page.word(PracticeWord::Here)}</p> })}
            {text("link", PracticeWord::LinkTitle, handout.link.as_ref().ok())}
            {text("line", PracticeWord::LineTitle, Some(&handout.line))}
            {text("message", PracticeWord::MessageTitle, handout.message.as_ref())}
            {there.then(|| view! {
                <div class="part">
                    <h3>{page.word(PracticeWord::SlipTitle)}</h3>
                    {handout.qr.is_none().then(|| view! { <p>{page.word(PracticeWord::NoQr)}</p> })}
                    {slip(&page.file, &making.place, making.choice.language, &handout)}
                </div>
            })}
        }
        .into_any()
    })
}

/// What a link that names uses can reveal, and the way to leave them out.
fn note(page: &PracticePage, making: &Making, handout: &Handout) -> AnyView {
    let said = if handout.too_many {
        page.fill(PracticeWord::TooMany, &[("most", &Link::MOST.to_string())])
    } else {
        page.word(if handout.names { PracticeWord::Reveals } else { PracticeWord::Generic })
    };
    let leaves_out = making.choice.leaves_out;
    let leave_out = (!making.choice.uses.is_empty() && !handout.too_many).then(|| {
        view! {
            <label class="request" for="leave-out">
                <input type="checkbox" id="leave-out" prop:checked=leaves_out />
                <span>{page.word(PracticeWord::LeaveOut)}</span>
            </label>
        }
    });
    view! { <p class="reveals">{said}</p>{leave_out} }.into_any()
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
