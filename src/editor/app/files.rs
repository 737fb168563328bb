//! What the editor saves: the register, and what patients and webmasters get of it. Drawn here as it is on a site, and by the same
//! views; but only a site has a fingerprint.

use super::App;
use crate::content::{HandoutWord, Reading};
use crate::device::save;
use crate::editor::frame::{detached, single_page, with_drawings};
use crate::editor::preview::Preview;
use crate::editor::view::readable;
use crate::editor::{SavedPage, Style};
use crate::patient::view::poster::{Paper, poster};
use crate::patient::view::{document, title};
use crate::share::Form;
use crate::share::Snippet;
use crate::view::Markup;
use leptos::prelude::GetUntracked;

impl App {
    pub(super) fn save(&self, what: &str) {
        self.flush();
        let page = &self.0.page;
        let Some(seen) = page.seen.get_untracked() else { return };
        // What has just been typed may be wrong: the button has not known it yet.
        if what != "register" && !seen.checked.errors.is_empty() {
            return;
        }
        match what {
            "register" => save("register.json", "application/json", &page.now(|state| state.draft.json())),
            "page" => self.save_page(&seen),
            "poster-a4" => self.save_poster(&seen, Paper::A4),
            "poster-a3" => self.save_poster(&seen, Paper::A3),
            "frame" => self.save_snippet(&seen, "frame.txt", |snippet| snippet.frame()),
            "element" => self.save_snippet(&seen, "element.txt", |snippet| snippet.element(&self.0.script)),
            _ => {}
        }
    }

    fn save_page(&self, seen: &Preview) {
        let reading = self.reading(seen);
        let shown = self.patients_page(seen, reading, Form::Static);
        let name = format!("eclaire-{}.html", reading.language.code());
        save_html(&name, reading, &title(&shown), &[&self.0.style], &document(&shown));
    }

    fn save_poster(&self, seen: &Preview, paper: Paper) {
        let reading = Reading::clear(self.reading(seen).language);
        let shown = self.patients_page(seen, reading, Form::Static);
        let name = format!("poster-{}-{}.html", paper.code(), reading.language.code());
        let title = seen.notice.handout_words.get(reading.language, HandoutWord::Title);
        let sum = Paper::ALL.into_iter().zip(&self.0.papers).find(|(one, _)| *one == paper);
        let sum = sum.map(|(_, sum)| sum.clone()).unwrap_or_default();
        let styles = [&self.0.style, &self.0.staff_style, &Style { text: paper.page_rule().to_owned(), sum }];
        save_html(&name, reading, title, &styles, &poster(&shown, paper));
    }

    /// In the words of the reading that is shown first, as a site has them.
    fn save_snippet(&self, seen: &Preview, name: &str, write: impl Fn(&Snippet<'_>) -> String) {
        let address = seen.notice.register.as_ref().and_then(|register| register.site.page.as_ref());
        let first = Reading::clear(seen.notice.first_language());
        let title = title(&self.patients_page(seen, first, Form::Embed));
        save(name, "text/plain;charset=utf-8", &write(&Snippet::new(address, &title)));
    }

    /// The reading of the preview.
    fn reading(&self, seen: &Preview) -> Reading {
        readable(self.0.page.reading.get_untracked(), &seen.notice.languages)
    }
}

fn save_html(name: &str, reading: Reading, title: &str, styles: &[&Style], view: &Markup) {
    let Some(place) = detached() else { return };
    place.set_inner_html(view.as_str());
    with_drawings(&place);
    let page = SavedPage { language: reading.language, title, styles, document: &single_page(&place) };
    save(name, "text/html;charset=utf-8", &page.to_string());
}
