//! How to reach someone.

use crate::content::Word;
use crate::patient::view::{Context, Page};
use crate::register::Contact;
use crate::view::shapes::{number, parts, text};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Every way to reach someone, one a line. Telephone and e-mail are text: a waiting-room tablet cannot call.
pub fn contact(page: &Page, contact: &Contact) -> Markup {
    let line = |value: Markup| view! { <li>{value}</li> };
    view! {
        <ul class="contact">
            {contact.name.as_ref().map(|name| line(page.text(name)))}
            {contact.place.as_ref().map(|place| line(page.text(place)))}
            {contact.hours.as_ref().map(|hours| line(page.text(hours)))}
            {contact.phone.clone().map(|phone| line(view! { <bdi class="number">{phone}</bdi> }.markup()))}
            {contact.email.clone().map(|email| line(view! { <bdi>{email}</bdi> }.markup()))}
            {contact.address.clone().map(|address| line(view! { <bdi>{address}</bdi> }.markup()))}
        </ul>
    }
    .markup()
}

/// The shortest way to reach someone, for one line: where, and the telephone.
pub fn contact_line(page: &Context, contact: &Contact) -> Markup {
    let place = contact.place.as_ref().map(|place| page.text(place));
    let way = contact.phone.as_ref().or(contact.email.as_ref()).or(contact.address.as_ref());
    let between = (place.is_some() && way.is_some()).then(|| text(page.word(Word::Separator)));
    parts([place, between, way.map(|way| number(way))].into_iter().flatten().collect())
}
