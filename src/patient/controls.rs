//! Native controls and the visit: what a control stands for, and how the visit shows in the controls.
//!
//! The page arrives with native radio buttons and checkboxes that work before the program is there. The program reads
//! them once ([`ticked`]), listens to them ([`stands_for`]) and shows the visit in them ([`show`]): after a switch of
//! language, a cleared answer, an erasure.

use super::{Event, Visit};
use crate::choices::{Answer, AskedId, Id, QuestionId, Request, ToAsk};
use crate::content::{Date, Language};
use crate::device::{all, today};
use crate::record::Behalf;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The name of the radio buttons for whom one answers.
const BEHALF: &str = "behalf";

/// The name of the radio buttons for the language of the sheet.
const SHEET_LANGUAGE: &str = "sheet-language";

/// What a patient answers with; how a kiosk is set is none of it.
const CONTROLS: &str = "input:is([type=radio], [type=checkbox]):not([data-setting])";

/// The events that the ticked controls under `root` stand for.
pub(super) fn ticked(root: &Element) -> Vec<Event> {
    let inputs: Vec<HtmlInputElement> = all(root, CONTROLS);
    inputs.iter().filter(|input| input.checked()).filter_map(stands_for).collect()
}

/// The event for which a control stands, as it is now.
pub(super) fn stands_for(input: &HtmlInputElement) -> Option<Event> {
    if input.name() == BEHALF {
        return Behalf::from_code(&input.value()).map(Event::AnswerFor);
    }
    if input.name() == SHEET_LANGUAGE {
        return Language::from_code(&input.value()).map(Event::SheetIn);
    }
    if let Some(question) = question_of(input) {
        return Answer::from_code(&input.value()).map(|answer| Event::Answer(question, Some(answer)));
    }
    let picked = to_ask_of(input).map(|to_ask| Event::Pick(to_ask, input.checked()));
    picked.or_else(|| request_of(input).map(|asked| Event::Ask(asked, input.checked())))
}

/// The event for "erase this answer": the question whose controls stand beside the button.
pub(super) fn cleared(fieldset: &Element) -> Option<(Event, HtmlInputElement)> {
    let first = all::<HtmlInputElement>(fieldset, "input[type=radio]").into_iter().next()?;
    Some((Event::Answer(question_of(&first)?, None), first))
}

/// Shows the visit in the controls under `root`.
pub(super) fn show(root: &Element, visit: &Visit) {
    let answers = &visit.answers;
    for input in all::<HtmlInputElement>(root, CONTROLS) {
        let checked = match question_of(&input) {
            None if input.name() == BEHALF => visit.behalf.map(Behalf::code) == Some(input.value().as_str()),
            None if input.name() == SHEET_LANGUAGE => {
                visit.sheet_language.map(Language::code) == Some(input.value().as_str())
            }
            Some(question) => answers.to(&question).map(Answer::code) == Some(input.value().as_str()),
            None => {
                request_of(&input).is_some_and(|asked| answers.has_asked(&asked))
                    || to_ask_of(&input).is_some_and(|to_ask| answers.has_picked(&to_ask))
            }
        };
        input.set_checked(checked);
    }
    for button in all::<Element>(root, "[data-do=code]") {
        // Setting an attribute of a button fails in no browser.
        let _ = button.set_attribute("aria-pressed", if visit.shows_code { "true" } else { "false" });
    }
    for one in all::<HtmlElement>(root, "[data-do=keep], [data-do=keep] + p") {
        one.set_hidden(visit.keeping.is_found());
    }
    for fieldset in all::<Element>(root, "fieldset.question") {
        let answered = !all::<Element>(&fieldset, "input:checked").is_empty();
        all::<HtmlElement>(&fieldset, "button.clear").iter().for_each(|button| button.set_hidden(!answered));
    }
    for requests in all::<Element>(root, "details.requests") {
        let asked = !all::<Element>(&requests, "input:checked").is_empty();
        for mark in all::<Element>(&requests, "summary .asked") {
            let said = mark.get_attribute("data-asked").filter(|_| asked);
            mark.set_text_content(said.as_deref());
        }
    }
}

/// Hides what only a page of its own may offer: in a frame nothing is ever kept.
pub(super) fn show_keeping(root: &Element, may_keep: bool) {
    all::<HtmlElement>(root, "[data-keeping]").iter().for_each(|one| one.set_hidden(!may_keep));
}

/// Says that a planned review is overdue, where it is.
pub(super) fn show_overdue(root: &Element) {
    for warning in all::<Element>(root, "[data-due]") {
        let due = warning.get_attribute("data-due").and_then(|due| Date::parse(&due));
        let overdue = due.zip(today()).is_some_and(|(due, today)| due.is_before(today));
        let said = warning.get_attribute("data-overdue").filter(|_| overdue);
        warning.set_text_content(said.as_deref());
    }
}

fn item_of(input: &HtmlInputElement) -> Option<Id> {
    Id::parse(&input.get_attribute("data-item")?)
}

fn question_of(input: &HtmlInputElement) -> Option<QuestionId> {
    let question = Id::parse(&input.get_attribute("data-question")?)?;
    Some(QuestionId { item: item_of(input)?, question })
}

fn request_of(input: &HtmlInputElement) -> Option<AskedId> {
    let request = Request::ALL.into_iter().find(|request| request.code() == input.value())?;
    Some(AskedId { item: item_of(input), request })
}

fn to_ask_of(input: &HtmlInputElement) -> Option<ToAsk> {
    let (about, group) =
        (input.get_attribute("data-about")?, Id::parse(&input.get_attribute("data-group")?)?);
    match about.as_str() {
        "use" => Some(ToAsk::AboutUse(group, input.value().parse().ok()?)),
        "worry" => Some(ToAsk::AboutWorry(group, Id::parse(&input.value())?)),
        _ => None,
    }
}
