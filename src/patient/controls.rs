//! Native controls and the visit: what a control stands for, and how the visit shows in the controls.
//!
//! The page arrives with native radio buttons and checkboxes that work before the program is there. The program reads
//! them once ([`ticked`]), listens to them ([`stands_for`]) and shows the visit in them ([`show`]): after a switch of
//! language, a cleared answer, an erasure.

use super::{Event, Visit};
use crate::choices::{Answer, AskedId, Id, QuestionId, Request, ToAsk};
use crate::content::{Date, Language, fill};
use crate::device::{all, today};
use crate::record::Behalf;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The name of the radio buttons for whom one answers.
const BEHALF: &str = "behalf";

/// The name of the radio buttons for the language of the sheet.
const SHEET_LANGUAGE: &str = "sheet-language";

/// What a patient has answered with. How a kiosk is set belongs to no form, and what a picture shows is no answer.
const TICKED: &str = "input[form]:checked:not([data-picture])";

/// The events that the ticked controls under `root` stand for.
pub(super) fn ticked(root: &Element) -> Vec<Event> {
    all(root, TICKED).iter().filter_map(stands_for).collect()
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

/// Shows the visit in the controls under `root`. Only those are touched that say something, or said it: a hospital may have thousands.
pub(super) fn show(root: &Element, visit: &Visit) {
    let said: Vec<HtmlInputElement> = match said_by(visit) {
        none if none.is_empty() => Vec::new(),
        selectors => all(root, &selectors.join(",")),
    };
    for input in all::<HtmlInputElement>(root, TICKED).iter().filter(|input| !said.contains(input)) {
        input.set_checked(false);
    }
    for input in said.iter().filter(|input| !input.checked()) {
        input.set_checked(true);
    }
    for button in all::<HtmlElement>(root, "fieldset.question button.clear:not([hidden])") {
        button.set_hidden(true);
    }
    for mark in all::<Element>(root, ".asked[data-now], .asked[data-open]:empty") {
        mark.set_text_content(mark.get_attribute("data-open").as_deref());
        // Its name is a right one.
        let _ = mark.remove_attribute("data-now");
    }
    for input in &said {
        // What stands around a question or some requests says what in it is ticked.
        if let Some(question) = input.closest("fieldset.question").ok().flatten() {
            let buttons = all::<HtmlElement>(&question, "button.clear");
            buttons.iter().for_each(|button| button.set_hidden(false));
        }
        if let Some(requests) = input.closest("details.requests").ok().flatten() {
            for mark in all::<Element>(&requests, "summary .asked") {
                say_in(&mark, input);
            }
        }
    }
    show_left(root, visit);
    for button in all::<Element>(root, "[data-do=code]") {
        // Setting an attribute of a button fails in no browser.
        let _ = button.set_attribute("aria-pressed", if visit.shows_code { "true" } else { "false" });
    }
    for one in all::<HtmlElement>(root, "[data-do=keep], [data-do=keep] + p") {
        one.set_hidden(visit.keeping.is_found());
    }
}

/// A row says what is ticked in it: the answers, and once that something is asked for.
fn say_in(mark: &Element, input: &HtmlInputElement) {
    let answer =
        input.closest(".answer").ok().flatten().and_then(|one| one.query_selector("label").ok().flatten());
    let now = answer
        .map_or_else(|| mark.get_attribute("data-asked"), |label| label.text_content())
        .unwrap_or_default();
    let text = match mark.get_attribute("data-now") {
        Some(before) if before == now => return,
        Some(_) => format!("{} · {now}", mark.text_content().unwrap_or_default()),
        None => now.clone(),
    };
    mark.set_text_content(Some(&text));
    // Its name is a right one.
    let _ = mark.set_attribute("data-now", &now);
}

/// How many questions are open. Nobody has to answer any.
fn show_left(root: &Element, visit: &Visit) {
    for place in all::<Element>(root, "[data-questions-open]") {
        let all = all::<Element>(root, "#wishes fieldset.question").len();
        let left = all.saturating_sub(visit.answers.given().count());
        let text = place.get_attribute("data-questions-open").filter(|_| all > 0).unwrap_or_default();
        let text = fill(&text, &[("number", &left.to_string()), ("of", &all.to_string())]);
        place.set_text_content(Some(&text));
    }
}

/// The controls, as selectors, that say what was said.
fn said_by(visit: &Visit) -> Vec<String> {
    let answers = &visit.answers;
    let given = answers.given().map(|(QuestionId { item, question }, answer)| {
        format!("[data-item='{item}'][data-question='{question}'][value='{}']", answer.code())
    });
    let asked = answers.asked().map(|AskedId { item, request }| {
        let item = item.as_ref().map(Id::as_str).unwrap_or_default();
        format!("[type=checkbox][data-item='{item}'][value='{}']", request.code())
    });
    let picked = answers.picked().map(|to_ask| match to_ask {
        ToAsk::AboutUse(group, number) => format!("[data-about=use][data-group='{group}'][value='{number}']"),
        ToAsk::AboutWorry(group, id) => format!("[data-about=worry][data-group='{group}'][value='{id}']"),
    });
    let named = |name: &str, value: &str| format!("[name={name}][value='{value}']");
    let behalf = visit.behalf.map(|behalf| named(BEHALF, behalf.code()));
    let language = visit.sheet_language.map(|language| named(SHEET_LANGUAGE, language.code()));
    given.chain(asked).chain(picked).chain(behalf).chain(language).collect()
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
