//! One reuse of data as a card: who, what for, which data, how long, how to say no or yes, effect on care.

use super::card::{Row, folded, hosting, say_here};
use super::untold::untold_of_reuse;
use super::{contact, fact};
use crate::content::{Localised, Word};
use crate::patient::view::{Page, Prose};
use crate::register::Reuse;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The card of a reuse.
pub fn reuse_card(page: &Page, one: &Reuse) -> Markup {
    let id = one.id.as_str();
    let prose = Prose::new(page);
    let text = |text: &Option<Localised>| text.as_ref().map(|text| prose.text(text));
    // Nobody here can act on what is decided elsewhere: whom to ask is no fact then that this place keeps from anybody.
    let dpo = || {
        page.register().filter(|_| !one.elsewhere).and_then(|register| register.site.contacts.dpo.as_ref())
    };
    let asked = one.contact.as_ref().or_else(dpo).map(|one| contact(page, one));
    let whom = (asked.is_some() || !one.elsewhere).then(|| fact(page, Word::FactContact, asked));
    let facts = view! {
        {fact(page, Word::FactWhatFor, text(&one.what_for))}
        {fact(page, Word::FactWho, text(&one.who))}
        {fact(page, Word::FactData, text(&one.which_data))}
        {fact(page, Word::FactProtection, text(&one.protection))}
        {fact(page, Word::FactEffect, text(&one.effect_on_care))}
        {fact(page, Word::FactLimits, text(&one.limits))}
        {fact(page, Word::FactHosting, one.hosting.as_ref().map(|one| hosting(page, one)))}
        {fact(page, Word::FactKept, text(&one.kept))}
        {whom}
    };
    let inside = view! {
        {say_here(page, &one.id, &one.offer)}
        <dl class="facts" id=format!("reuse-{id}_more")>{facts}</dl>
    };
    let row = Row {
        id: &format!("reuse-{id}"),
        title: &one.title,
        picture: one.picture,
        one_line: one.one_line.as_ref(),
        regime: one.offer.regime,
        gaps: untold_of_reuse(page, one).len(),
        moments: &[],
    };
    folded(page, &row, inside.markup())
}
