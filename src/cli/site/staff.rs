//! The staff's pages: a program of their own, and the texts that it starts with.

use super::html::{Html, document_in_place, start_at_once, style_link};
use super::place::Place;
use super::sprite::sprite;
use super::{Asset, Trouble};
use crate::cli::content_policy;
use crate::content::{Language, Picture};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One page of the staff, in the folder of its name.
pub(super) struct StaffPage<'a> {
    /// The name of its program.
    pub(super) name: &'static str,
    /// The class of its document, by which styles know it.
    pub(super) class: &'static str,
    /// Whether it looks as only staff pages do. The desk looks like the patients' page.
    pub(super) has_staff_style: bool,
    /// Its title.
    pub(super) title: &'a str,
    /// What it says as long as its program is not there.
    pub(super) no_program: &'a str,
    /// What it says when its program has broken down.
    pub(super) stopped: &'a str,
    /// The pictures that its program draws.
    pub(super) pictures: BTreeSet<Picture>,
    /// The texts that `start(root, …)` takes, in its order, each with a name for `data-…`.
    pub(super) texts: &'a [(&'static str, Asset)],
}

impl Place<'_> {
    /// Writes a page of the staff.
    pub(super) fn staff_page(&self, page: &StaffPage<'_>) -> Result<(), Trouble> {
        let path = self.path(&format!("{}/index.html", page.name));
        let staff = self.shared.staff(page.name)?;
        let texts = page.texts.iter().map(|(name, text)| (*name, text));
        let files: Vec<_> = [("wasm", &staff.wasm)].into_iter().chain(texts).collect();
        let html = {
            let staff_style = page.has_staff_style.then_some(&self.shared.staff_style);
            let styles = [Some(&self.shared.style), staff.style.as_ref(), staff_style];
            let mut head = vec![self.shared.icon.link()];
            head.extend(styles.into_iter().flatten().map(|style| style_link(&path, style)));
            head.push(start_at_once(&path, &staff.boot, &files, None));
            let said = || page.no_program.to_owned();
            let document = view! {
                <main class=format!("document {}", page.class)>
                    <h1>{page.title.to_owned()}</h1>
                    <p class="without-program" role="alert" data-stopped=page.stopped.to_owned()>{said()}</p>
                    <noscript>
                        <p>{said()}</p>
                    </noscript>
                </main>
            };
            Html {
                language: Language::Fr,
                form: None,
                waits: true,
                at_kiosk: false,
                policy: &content_policy(true, ""),
                title: page.title,
                description: None,
                head,
                body: vec![document_in_place(document.to_html()), sprite(&page.pictures).into_any()],
            }
            .draw()
        };
        self.site.page(&path, &html)
    }
}
