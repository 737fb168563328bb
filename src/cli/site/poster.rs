//! The posters of a place: one in each language, on A4 and on A3.

use super::Trouble;
use super::draw::{drawn, page};
use super::place::Place;
use super::shell::{escaped, style_link, tidy, with_links};
use crate::cli::content_policy;
use crate::content::{HandoutWord, Language, Reading};
use crate::forms::Form;
use crate::ui::poster::{Paper, poster};

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
        let html = with_links(self.release.text("index.html")?, "", "", &styles)?
            .replace(r#"href="icon.svg""#, &format!(r#"href="{}""#, self.shared.icon.seen_from(&path)))
            .replace("{lang}", language.code())
            .replace("{dir}", language.direction().attribute())
            .replace("{form}", Form::Static.code())
            .replace("{policy}", &content_policy(false))
            .replace("{title}", &word(HandoutWord::Title))
            .replace("{description}", &word(HandoutWord::Lead))
            .replace("{preview}", "")
            .replace("{alternates}", "");
        self.site.page(&path, &tidy(&html).replacen("{document}", &poster, 1))
    }
}
