//! A QR code as a picture: black on white in every scheme, with its quiet zone.

use super::markup::{IntoMarkup, Markup};
use crate::record::Qr;
use leptos::prelude::*;

/// The picture; `label` says what it holds.
pub fn qr(qr: &Qr, label: String) -> Markup {
    let (all, inside) = (qr.size + 2 * Qr::QUIET, Qr::QUIET);
    view! {
        <svg class="qr" viewBox=format!("0 0 {all} {all}") role="img" aria-label=label>
            <rect width=all height=all fill="#fff" />
            <path d=qr.path.clone() transform=format!("translate({inside} {inside})") fill="#000" />
        </svg>
    }
    .markup()
}
