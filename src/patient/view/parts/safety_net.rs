//! Which sign is a reason to ask for help, and whom: in the same place and in the same words on every card. And the numbers
//! of an emergency, for whoever looks for them at the foot of the page, beside "ask someone" or on the sheet.
//!
//! Numbers are text, as every telephone number of the page: a waiting-room tablet cannot call, a frame may not open another
//! program, and nobody calls an ambulance by touching a line while scrolling.

use crate::content::{EmergencyNumber, Helper, Word};
use crate::patient::view::{Context, Page, Prose};
use crate::register::Use;
use crate::view::shapes::text;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The safety net of a use; nothing if it has none.
pub fn safety_net(page: &Page, prose: &Prose, one: &Use) -> Markup {
    let net = &one.net;
    if net.call.is_none() && net.see.is_none() {
        return ().markup();
    }
    let call = net.call.as_ref().map(|sign| {
        let helpers = net.helpers.iter().map(|helper| view! { <li>{who(page, one, *helper)}</li> });
        view! {
            <p class="net-name">{page.word(Word::NetCall)}</p>
            <p>{prose.text(sign)}</p>
            <ul>{helpers.collect_view()}</ul>
        }
    });
    let see = net.see.as_ref().map(|sign| {
        view! { <p class="net-name">{page.word(Word::NetSee)}</p><p>{prose.text(sign)}</p> }
    });
    view! { <div class="safety-net">{call}{see}</div> }.markup()
}

/// The numbers of an emergency, each with whom it is for.
pub fn emergency_numbers(page: &Page) -> Markup {
    let all = EmergencyNumber::ALL.iter().map(|one| view! { <li>{number(page, *one)}</li> });
    view! {
        <div>
            <h3>{page.word(Word::Emergency)}</h3>
            <ul class="contact">{all.collect_view()}</ul>
        </div>
    }
    .markup()
}

/// The numbers of an emergency in one line.
pub fn emergency_line(page: &Context) -> Markup {
    let args = [
        ("medical", EmergencyNumber::Samu.digits()),
        ("europe", EmergencyNumber::Europe.digits()),
        ("writing", EmergencyNumber::InWriting.digits()),
    ];
    text(&page.fill(Word::EmergencyLine, &args))
}

fn who(page: &Page, one: &Use, helper: Helper) -> Markup {
    match helper {
        Helper::Here => page.word(Word::HelpHere).markup(),
        Helper::Team => {
            let contact = one.contact.as_ref();
            let told = contact.and_then(|contact| Some((contact.phone.clone()?, &contact.hours)));
            let told = told.map(|(phone, hours)| {
                let hours = hours.as_ref().map(|hours| view! { {page.word(Word::Separator)}{page.text(hours)} });
                view! { " " {page.word(Word::HelpTold)} " " <bdi class="number" dir="ltr">{phone}</bdi>{hours} }
            });
            view! { {page.word(Word::HelpTeam)}{told} }.markup()
        }
        Helper::Number(one) => number(page, one),
    }
}

fn number(page: &Page, one: EmergencyNumber) -> Markup {
    view! { <bdi class="number" dir="ltr">{one.digits()}</bdi>{page.word(Word::Separator)}{page.word(one.word())} }
        .markup()
}
