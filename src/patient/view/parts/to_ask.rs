//! Questions to ask: native checkboxes. Those that are ticked stand on the sheet, to be read out loud.

use crate::choices::ToAsk;
use crate::content::{Localised, Word};
use crate::patient::view::Page;
use crate::register::Use;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The questions that go with a use.
pub fn questions_about(page: &Page, one: &Use) -> Markup {
    let all = one.ask.iter().enumerate();
    let all =
        all.map(|(number, text)| to_ask(page, &ToAsk::AboutUse(one.id.clone(), number), text)).collect_view();
    view! { <p class="hint">{page.word(Word::AskHint)}</p>{all} }.markup()
}

/// The questions that go with a tool that no register lists: to read, as they cannot stand on a sheet.
pub fn questions_to_read(page: &Page, one: &Use) -> Markup {
    one.ask.iter().map(|text| view! { <p>{page.text(text)}</p> }).collect_view().markup()
}

/// The questions by worry: to tick where there is a sheet, to read where there is none.
pub fn questions_by_worry(page: &Page) -> Markup {
    let has_sheet = page.register().is_some();
    let all = page.notice.worries.iter().map(|worry| {
        let questions = worry.questions.iter().map(|(id, text)| {
            if has_sheet {
                to_ask(page, &ToAsk::AboutWorry(worry.id.clone(), id.clone()), text)
            } else {
                view! { <p>{page.text(text)}</p> }.markup()
            }
        });
        view! {
            <details class="requests" id=format!("worry-{}", worry.id)>
                <summary>
                    {page.text(&worry.title)}
                    " "<span class="asked needs-program" data-asked=page.word(Word::Picked)></span>
                </summary>
                <fieldset class="request-list">
                    <legend class="visually-hidden">{page.text(&worry.title)}</legend>
                    {questions.collect_view()}
                </fieldset>
            </details>
        }
    });
    let lead = if has_sheet { Word::ToAskLead } else { Word::ToAskGeneral };
    view! {
        <details id="to-ask">
            <summary><h3>{page.word(Word::ToAskTitle)}</h3></summary>
            <p>{page.word(lead)}</p>
            <div class="request-uses">{all.collect_view()}</div>
        </details>
    }
    .markup()
}

/// Belongs to the form of the wishes wherever it stands, so that one reset erases it too.
fn to_ask(page: &Page, to_ask: &ToAsk, text: &Localised) -> Markup {
    let (about, group, value) = match to_ask {
        ToAsk::AboutUse(item, number) => ("use", item.to_string(), number.to_string()),
        ToAsk::AboutWorry(worry, question) => ("worry", worry.to_string(), question.to_string()),
    };
    let id = format!("to-ask-{about}-{group}_{value}");
    view! {
        <div>
            <label class="request" for=id.clone()>
                <input
                    type="checkbox"
                    id=id.clone()
                    value=value
                    data-about=about
                    data-group=group
                    form=super::WISHES_FORM
                />
                <span>{page.text(text)}</span>
            </label>
        </div>
    }
    .markup()
}
