//! One register's part of a site: its pages in every language and at every level, its data, its staff pages.

use super::aside::aside;
use super::draw::{Pages, Prerendered, prerender};
use super::release::Release;
use super::shared::Shared;
use super::shell::{Shell, escaped, icon_link, program_link, start_script, style_link};
use super::{Asset, Site, Trouble, address};
use crate::cli::content_policy;
use crate::cli::program::Program;
use crate::content::{HandoutWord, Language, Reading};
use crate::notice::Notice;
use crate::patient::Kit;
use crate::record::Questionnaire;
use crate::share::Form;
use std::sync::Arc;

/// One register's part of a site.
pub(super) struct Place<'a> {
    pub(super) site: &'a Site,
    pub(super) release: &'a Release,
    pub(super) shared: &'a Shared<'a>,
    /// The path before all its files: empty, or a folder such as `cabinet-durand/`.
    pub(super) below: &'a str,
    /// What its pages show, with its fingerprint.
    pub(super) notice: &'a Arc<Notice>,
    /// Its static pages, drawn.
    pub(super) pages: &'a Pages,
    /// The register as staff wrote it; `None` on the general page.
    pub(super) register: Option<&'a str>,
}

/// What a living page loads of its place.
pub(super) struct Data {
    /// The notice.
    pub(super) notice: Asset,
    /// The page in the other languages and at the other levels.
    pub(super) others: Asset,
}

impl Place<'_> {
    /// Writes everything. The desk goes on reading sheets of the `former` texts.
    pub(super) fn write(&self, former: Vec<Questionnaire>) -> Result<(), Trouble> {
        self.patients()?;
        self.register_page()?;
        // The desk reads former sheets even while the register of today cannot be shown.
        self.desk(former)?;
        self.practice()
    }

    /// Writes the page without a program, and the pages of this one.
    pub(super) fn write_for(&self, program: Program) -> Result<(), Trouble> {
        match program {
            Program::Patient => return self.patients(),
            Program::Reader => self.desk(Vec::new())?,
            Program::Practice => self.practice()?,
            Program::Register => self.register_page()?,
        }
        self.static_pages().map(drop)
    }

    /// The patients' pages: all that are made with their program, and the posters.
    fn patients(&self) -> Result<(), Trouble> {
        let notice = self.site.hashed(&self.path("notice"), "bin", &Kit::of(self.notice).to_bytes())?;
        let data = Data { notice, others: self.static_pages()? };
        self.live_page("index.html", self.first(), Form::Page, &data)?;
        self.site.page(&self.path("eclaire.html"), &self.single(Form::Page, &self.shared.alone)?)?;
        self.kiosk()?;
        self.embed()?;
        self.posters()
    }

    /// The register editor's page, with the register beside it.
    fn register_page(&self) -> Result<(), Trouble> {
        // A place without a register has an empty one beside its editor, which then begins without it.
        let own = match self.register {
            Some(register) => self.site.plain(&self.path("register.json"), register.as_bytes())?,
            None => self.site.plain(&self.path("register/none.json"), b"")?,
        };
        self.register_editor(own)
    }

    /// The desk's page, with the questionnaire of this text before those of `former` ones; nothing without any.
    fn desk(&self, former: Vec<Questionnaire>) -> Result<(), Trouble> {
        let questionnaires: Vec<Questionnaire> =
            self.notice.questionnaire().into_iter().chain(former).collect();
        if questionnaires.is_empty() { Ok(()) } else { self.reader(questionnaires) }
    }

    /// A path of this place, from the root of the site.
    pub(super) fn path(&self, name: &str) -> String {
        format!("{}{name}", self.below)
    }

    /// The reading that is shown first.
    pub(super) fn first(&self) -> Reading {
        Reading::clear(self.notice.first_language())
    }

    /// Writes the page without a script, in every language and at every level; gives all but the first in one file: they are
    /// so alike that together they take two thirds of the bytes.
    fn static_pages(&self) -> Result<Asset, Trouble> {
        let mut others = String::from("<!doctype html>\n<meta charset=\"utf-8\">\n");
        for (reading, drawn) in self.pages {
            let name = format!("{}index.html", reading.folder());
            self.written(&name, *reading, Form::Static, drawn, None)?;
            if *reading != self.first() {
                others += &aside(drawn);
            }
        }
        self.site.hashed(&self.path("others"), "html", others.as_bytes())
    }

    /// Draws and writes a page with the program.
    pub(super) fn live_page(
        &self,
        name: &str,
        reading: Reading,
        form: Form,
        data: &Data,
    ) -> Result<(), Trouble> {
        self.written(name, reading, form, &prerender(self.notice, reading, form), Some(data))
    }

    /// Writes one page: the patients' shell with the document in it. Without data it has no program.
    fn written(
        &self,
        name: &str,
        reading: Reading,
        form: Form,
        drawn: &Prerendered,
        data: Option<&Data>,
    ) -> Result<(), Trouble> {
        let (path, shared) = (self.path(name), self.shared);
        let program = data.map_or_else(String::new, |data| {
            let files = [("wasm", &shared.app.wasm), ("notice", &data.notice), ("others", &data.others)];
            program_link(&path, &shared.app.module, &files)
        });
        let start = data.map_or_else(String::new, |_| start_script(&path, &shared.boot));
        let html = Shell::of_trunk("index.html", self.release.text("index.html")?)?.fill(&[
            ("program", &program),
            ("start", &start),
            ("style", &style_link(&path, &shared.style)),
            ("icon", &icon_link(&path, &shared.icon)),
            ("lang", reading.language.code()),
            ("dir", reading.language.direction().attribute()),
            ("form", form.code()),
            ("policy", &content_policy(data.is_some())),
            ("title", &escaped(&drawn.title)),
            ("description", &escaped(&drawn.description)),
            ("preview", &self.preview(reading.language)),
            ("alternates", &self.alternates(&path, reading)),
            ("document", &drawn.document),
            ("data", ""),
        ])?;
        self.site.page(&path, &html)
    }

    /// What a messaging service shows of a link to the page: the same for every page of a language, whatever the register says
    /// and the link names (rule 96).
    fn preview(&self, language: Language) -> String {
        let said = [("title", HandoutWord::Title), ("description", HandoutWord::Lead)];
        let tag = |name, text: &str| format!(r#"<meta property="og:{name}" content="{}">"#, escaped(text));
        let said = said.map(|(name, word)| tag(name, self.notice.handout_words.get(language, word)));
        [tag("type", "website")].into_iter().chain(said).collect::<Vec<_>>().join("\n    ")
    }

    /// Links to the page in every language at the same level, for search engines.
    fn alternates(&self, page: &str, here: Reading) -> String {
        let above = address(page, self.below);
        let link = |reading: Reading| {
            let (code, folder) = (reading.language.code(), reading.folder());
            format!(r#"<link rel="alternate" hreflang="{code}" href="{above}{folder}">"#)
        };
        let same_level = self.notice.readings().filter(|reading| reading.level == here.level);
        same_level.map(link).collect::<Vec<_>>().join("\n    ")
    }
}
