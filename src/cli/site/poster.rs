//! The posters of a place: one in each language, on A4 and on A3.

use super::Trouble;
use super::draw::{drawn, page};
use super::place::Place;
use super::shell::{Shell, escaped, icon_link, style_link};
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
        let poster = drawn(|| poster(&page(self.notice, Reading::clear(language), Form::Static), paper));
        let word = |word| escaped(self.notice.handout_words.get(language, word));
        let styles = style_link(&path, &self.shared.style) + &style_link(&path, &self.shared.staff_style);
        let html = Shell::of_trunk("index.html", self.release.text("index.html")?)?.fill(&[
            ("program", ""),
            ("start", ""),
            ("style", &styles),
            ("icon", &icon_link(&path, &self.shared.icon)),
            ("lang", language.code()),
            ("dir", language.direction().attribute()),
            ("form", Form::Static.code()),
            ("policy", &content_policy(false)),
            ("title", &word(HandoutWord::Title)),
            ("description", &word(HandoutWord::Lead)),
            ("preview", ""),
            ("alternates", ""),
            ("document", &poster),
            ("data", ""),
        ])?;
        self.site.page(&path, &html)
    }
}
