//! How to reach someone.

use crate::content::Word;
use crate::patient::view::{Context, Page};
use crate::register::Contact;
use leptos::prelude::*;

/// Every way to reach someone, one a line. Telephone and e-mail are text: a waiting-room tablet cannot call.
pub fn contact(page: &Page, contact: &Contact) -> AnyView {
    let line = |value: AnyView| view! { <li>{value}</li> };
    view! {
        <ul class="contact">
            {contact.name.as_ref().map(|name| line(page.text(name)))}
            {contact.place.as_ref().map(|place| line(page.text(place)))}
            {contact.hours.as_ref().map(|hours| line(page.text(hours)))}
            {contact.phone.clone().map(|phone| line(view! { <bdi class="number">{phone}</bdi> }.into_any()))}
            {contact.email.clone().map(|email| line(view! { <bdi>{email}</bdi> }.into_any()))}
            {contact.address.clone().map(|address| line(view! { <bdi>{address}</bdi> }.into_any()))}
        </ul>
    }
    .into_any()
}

/// The shortest way to reach someone, for one line: where, and the telephone.
pub fn contact_line(page: &Context, contact: &Contact) -> AnyView {
    let place = contact.place.as_ref().map(|place| page.text(place));
    let way = contact.phone.clone().or(contact.email.clone()).or(contact.address.clone());
    let between = (place.is_some() && way.is_some()).then(|| page.word(Word::Separator));
    view! { {place}{between}{way.map(|way| view! { <bdi class="number">{way}</bdi> })} }.into_any()
}
