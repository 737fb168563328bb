//! Looking at the work: it is checked, and drawn in the preview as patients would see it.

use super::App;
use crate::content::Reading;
use crate::device::today;
use crate::editor::view::readable;
use crate::editor::{Kind, Pane, preview};
use crate::patient::Visit;
use crate::patient::view::{Page, document};
use crate::share::Form;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// How long after the last letter the work is looked at, in milliseconds: whoever types sees the letters at once.
const A_MOMENT: u32 = 350;

impl App {
    /// Looks at the work in a moment.
    pub(super) fn soon(&self) {
        let app = self.clone();
        let timer = Timeout::new(A_MOMENT, move || {
            // This is its callback: the handle is forgotten, not cancelled.
            app.0.waiting.take().map(Timeout::forget);
            app.look();
            app.keep();
        });
        drop(self.0.waiting.replace(Some(timer)));
    }

    /// Does at once what was to be done in a moment.
    pub(super) fn flush(&self) {
        if let Some(timer) = self.0.waiting.take() {
            drop(timer);
            self.look();
            self.keep();
        }
    }

    /// Checks the draft and shows what can be shown of it.
    pub(super) fn look(&self) {
        let page = &self.0.page;
        let Some(draft) = page.state.with_untracked(|state| state.as_ref().map(|state| state.draft.clone()))
        else {
            return;
        };
        let seen = preview::see(&draft, &page.library);
        page.messages.set(page.messages_of(&seen));
        page.seen.set(Some(Arc::new(seen)));
        self.show();
    }

    /// Draws the preview.
    pub(super) fn show(&self) {
        let frame = self.0.frame.borrow();
        let (Some(frame), Some(seen)) = (frame.as_ref(), self.0.page.seen.get_untracked()) else { return };
        let Some(body) = frame.body() else { return };
        let reading = readable(self.0.page.reading.get_untracked(), &seen.notice.languages);
        let shown = self.patients_page(&seen, reading, Form::Page);
        let open = frame.open();
        body.set_inner_html(document(&shown).as_str());
        let card = self.card();
        let moved = self.0.followed.replace(card.clone()) != card;
        frame.restore(&open, card.as_deref(), moved);
    }

    /// The id of the card that is being edited, in the patients' page.
    fn card(&self) -> Option<String> {
        self.0.page.state.with_untracked(|state| {
            let state = state.as_ref()?;
            let Pane::Item(kind, _) = state.pane else { return None };
            let id = state.draft.typed(&format!("{}.id", state.pane.path()?));
            Some(format!("{}-{id}", if kind == Kind::Use { "use" } else { "reuse" }))
        })
    }

    pub(super) fn patients_page(&self, seen: &preview::Preview, reading: Reading, form: Form) -> Page {
        let mut page = Page::new(&seen.notice, reading, form, Visit::begin(reading.language));
        page.context.today = today();
        page
    }
}
