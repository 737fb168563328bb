//! "What brings you here?": the moments of care as pictures, of which one may pick several, and the short way through what they concern.
//! Picking arranges: it is no answer, stands on no paper and in no code, and goes with the visit. Without the program each moment is a
//! list of its uses.

use crate::content::{Moment, Word};
use crate::notice::MomentHere;
use crate::patient::view::Page;
use crate::view::{IntoMarkup, Markup, picture};
use leptos::prelude::*;

/// The moments that have a use here; nothing where there is nothing to choose between.
pub fn moments(page: &Page) -> Markup {
    let here = page.notice.moments_here();
    if here.len() < 2 {
        return ().markup();
    }
    let tiles = here.iter().map(|one| view! { <li>{tile(page, one.moment, false)}</li> });
    let lists = here.iter().map(|one| list(page, one));
    view! {
        <div id="moments">
            <h2>{page.word(Word::MomentsTitle)}</h2>
            <p class="hint needs-program">{page.word(Word::MomentsLead)}</p>
            <ul class="tiles needs-program">{tiles.collect_view()}</ul>
            <div class="without-program">{lists.collect_view()}</div>
            {picked(page, true)}
        </div>
    }
    .markup()
}

/// A moment as what one presses. The program says of each whether it is picked.
pub fn tile(page: &Page, moment: &Moment, picked: bool) -> Markup {
    view! {
        <button type="button" class="tile" data-moment=moment.id.to_string() aria-pressed=picked.then_some("true")>
            {picture(moment.picture)}<span>{page.text(&moment.name)}</span>
        </button>
    }
    .markup()
}

/// What is shown of how much, and the ways from there: to it, through it step by step, and back to everything.
pub fn picked(page: &Page, leads: bool) -> Markup {
    let leads = leads.then(|| {
        view! {
            <a class="action" href="#care" hidden>{page.word(Word::MomentsSee)}</a>
            " "
            <a class="action" href="#care" data-do="walk" hidden>{page.word(Word::WalkBegin)}</a>
            " "
        }
    });
    view! {
        <div class="picked now-and-then">
            <p role=leads.is_some().then_some("status") data-picked=page.word(Word::MomentsShown)></p>
            {leads}
            <button type="button" data-do="show-all" hidden>{page.word(Word::MomentsAll)}</button>
        </div>
    }
    .markup()
}

fn list(page: &Page, one: &MomentHere) -> Markup {
    let link = |kind: &str, id: String, title| {
        view! { <li><a href=format!("#{kind}-{id}")>{title}</a></li> }.markup()
    };
    let uses = one.uses.iter().map(|one| link("use", one.id.to_string(), page.text(&one.title)));
    let own_tools = one.own_tools.iter().map(|one| link("tool", one.id.to_string(), page.text(&one.title)));
    let all: Vec<Markup> = uses.chain(own_tools).collect();
    view! {
        <details id=format!("moment-{}", one.moment.id)>
            <summary>{picture(one.moment.picture)}" "{page.text(&one.moment.name)}</summary>
            <ul>{all}</ul>
        </details>
    }
    .markup()
}

/// The bar of the short way: where one is, back and on, and out of it. And what stands at its end.
pub fn walk(page: &Page) -> Markup {
    let button = |what: &'static str, word: Word| {
        view! { <button type="button" data-walk=what hidden>{page.word(word)}</button>" " }
    };
    view! {
        <div class="walk-bar now-and-then" role="group" aria-label=page.word(Word::WalkTitle)>
            <p role="status" data-walk-step=page.word(Word::KioskStep)></p>
            {button("back", Word::KioskBack)}
            {button("next", Word::KioskNext)}
            {button("leave", Word::WalkLeave)}
        </div>
    }
    .markup()
}

/// The last step of the short way.
pub fn walk_end(page: &Page) -> Markup {
    view! {
        <div id="walk-end" class="now-and-then">
            <p class="walk-ended" tabindex="-1" data-says=page.word(Word::WalkEnd)></p>
            <p data-says=page.word(Word::WalkEndLead)></p>
            <p>
                <a class="action" href="#sheet" hidden>{page.word(Word::SheetTitle)}</a>
                " "
                <a class="action" href="#wishes" hidden>{page.word(Word::WishesTitle)}</a>
            </p>
        </div>
    }
    .markup()
}
