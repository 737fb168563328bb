//! One reuse of data as a card: who, what for, which data, how long, how to say no or yes, effect on care.

use super::card::hosting;
use super::{contact, fact, regime_badge};
use crate::choices::Regime;
use crate::content::{Localised, Word};
use crate::patient::view::{Page, Prose};
use crate::register::Reuse;
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// The card of a reuse.
pub fn reuse_card(page: &Page, one: &Reuse) -> Markup {
    let id = one.id.as_str();
    let prose = Prose::new(page);
    let text = |text: &Option<Localised>| text.as_ref().map(|text| prose.text(text));
    let place = (one.offer.regime != Regime::Inform).then(|| format!("#say-{id}"));
    // Nobody here can act on what is decided elsewhere: whom to ask is no fact then that this place keeps from anybody.
    let dpo = || {
        page.register().filter(|_| !one.elsewhere).and_then(|register| register.site.contacts.dpo.as_ref())
    };
    let asked = one.contact.as_ref().or_else(dpo).map(|one| contact(page, one));
    let whom = (asked.is_some() || !one.elsewhere).then(|| fact(page, Word::FactContact, asked));
    view! {
        <article class="card" id=format!("reuse-{id}") aria-labelledby=format!("reuse-{id}_title")>
            <h4 id=format!("reuse-{id}_title")>{picture(one.picture)}<span>{page.text(&one.title)}</span></h4>
            <p class="one-line">{text(&one.one_line).unwrap_or_else(|| page.not_told())}</p>
            {regime_badge(page, one.offer.regime, place)}
            <details id=format!("reuse-{id}_more")>
                <summary>{page.word(Word::More)}<span class="visually-hidden">{page.word(Word::Separator)}{page.text(&one.title)}</span></summary>
                <dl class="facts">
                    {fact(page, Word::FactWhatFor, text(&one.what_for))}
                    {fact(page, Word::FactWho, text(&one.who))}
                    {fact(page, Word::FactData, text(&one.which_data))}
                    {fact(page, Word::FactProtection, text(&one.protection))}
                    {fact(page, Word::FactEffect, text(&one.effect_on_care))}
                    {fact(page, Word::FactLimits, text(&one.limits))}
                    {fact(page, Word::FactHosting, one.hosting.as_ref().map(|one| hosting(page, one)))}
                    {fact(page, Word::FactKept, text(&one.kept))}
                    {whom}
                </dl>
            </details>
        </article>
    }
    .markup()
}
