//! The short way: one card after the other, and nothing else on the screen. It shows what stands on the page; it has no text of its own
//! but its bar. It must not know any answer.

use super::moments::shown_cards;
use super::opening::open_around;
use super::part::show_parts;
use crate::content::fill;
use crate::device::{all, focus_first, window};
use web_sys::{Element, HtmlElement};

/// Begins with the first card that is shown.
pub(super) fn begin(root: &Element) {
    go(root, &steps(root), 0);
}

/// Whether somebody is on the short way.
pub(super) fn is_walking(root: &Element) -> bool {
    root.class_list().contains("walking")
}

/// One step back or on. Before the first and after the last the walk ends: `false`.
pub(super) fn step(root: &Element, by: i32) -> bool {
    let steps = steps(root);
    let now = steps.iter().position(|one| one.class_list().contains("walk-now"));
    let next = now.and_then(|now| now.checked_add_signed(by as isize)).filter(|next| *next < steps.len());
    match next {
        Some(next) => go(root, &steps, next),
        None => leave(root),
    }
    next.is_some()
}

/// Everything is on the screen again.
pub(super) fn leave(root: &Element) {
    if !is_walking(root) {
        return;
    }
    let last = all::<Element>(root, ".walk-now").into_iter().next();
    clear(root);
    let _ = root.class_list().remove_1("walking");
    show_parts(root, ".walk-bar", false);
    if let Some(card) = &last {
        card.scroll_into_view();
        focus_first(card, "summary");
    }
}

fn steps(root: &Element) -> Vec<Element> {
    let mut all = shown_cards(root);
    all.extend(root.query_selector("#walk-end").ok().flatten());
    all
}

fn clear(root: &Element) {
    // A card that was passed is a row again.
    for card in all::<Element>(root, ".walk-now > details") {
        let _ = card.remove_attribute("open");
    }
    for one in all::<Element>(root, ".walk-now, .walk-way") {
        // Classes of one word are right ones.
        let _ = one.class_list().remove_2("walk-now", "walk-way");
    }
    show_parts(root, "#walk-end", false);
}

fn go(root: &Element, steps: &[Element], at: usize) {
    let Some(step) = steps.get(at) else { return };
    clear(root);
    let _ = root.class_list().add_1("walking");
    let _ = step.class_list().add_1("walk-now");
    let mut around = step.parent_element();
    while let Some(one) = around.filter(|one| one != root) {
        let _ = one.class_list().add_1("walk-way");
        around = one.parent_element();
    }
    show_parts(root, ".walk-bar, .walk-now#walk-end", true);
    open_around(step);
    for place in all::<Element>(root, "[data-walk-step]") {
        let text = place.get_attribute("data-walk-step").unwrap_or_default();
        let text = fill(&text, &[("step", &(at + 1).to_string()), ("steps", &steps.len().to_string())]);
        place.set_text_content(Some(&text));
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    // On from the last one there is nothing.
    for next in all::<HtmlElement>(root, "[data-walk=next]") {
        next.set_hidden(at + 1 == steps.len());
    }
    focus_first(step, "summary, .walk-ended");
}
