//! The posters of a place: one in each language, on A4 and on A3.

use super::Trouble;
use super::draw::{drawn, page};
use super::html::{Html, document_in_place, style_link};
use super::place::Place;
use crate::cli::content_policy;
use crate::content::{HandoutWord, Language, Reading};
use crate::patient::view::poster::{Paper, poster};
use crate::share::Form;

impl Place<'_> {
    /// Writes `poster/`.
    pub(super) fn posters(&self) -> Result<(), Trouble> {
        let all =
            self.notice.languages.iter().flat_map(|language| Paper::ALL.map(|paper| (*language, paper)));
        all.into_iter().try_for_each(|(language, paper)| self.poster(language, paper))
    }

    fn poster(&self, language: Language, paper: Paper) -> Result<(), Trouble> {
        let path = self.path(&paper.path(language));
        let poster = drawn(&poster(&page(self.notice, Reading::clear(language), Form::Static), paper));
        let word = |word| self.notice.handout_words.get(language, word);
        let html = {
            let styles = self.shared.poster_styles(paper).map(|style| style_link(&path, style));
            Html {
                language,
                form: Some(Form::Static),
                waits: true,
                at_kiosk: false,
                policy: &content_policy(false, ""),
                title: word(HandoutWord::Title),
                description: Some(word(HandoutWord::Lead)),
                head: [self.shared.icon.link()].into_iter().chain(styles).collect(),
                body: vec![document_in_place(poster)],
            }
            .draw()
        };
        self.site.page(&path, &html)
    }
}
