//! One register's part of a site: its pages in every language and at every level, its data, its staff pages.

use super::aside::{aside, by_language, supplemented};
use super::draw::{Pages, Prerendered, prerender};
use super::html::{Html, document_among, document_in_place, start_at_once, style_link};
use super::recipe::{Source, folded};
use super::release::Release;
use super::search::replaced;
use super::shared::{Insides, Shared, WhereInside};
use super::{Asset, Site, Trouble, address};
use crate::cli::content_policy;
use crate::cli::program::Program;
use crate::content::{HandoutWord, Language, Reading, Word};
use crate::notice::Notice;
use crate::patient::Kit;
use crate::record::Questionnaire;
use crate::share::{Form, Link, PageAddress};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use serde_json::{Value, json};
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

/// A page that has been written.
pub(super) struct Written {
    file: Asset,
    /// Its text, folded where it has no program and all stands open in it.
    text: String,
    folded: bool,
}

impl Written {
    /// It, as a recipe takes parts of it.
    pub(super) fn source(&self) -> Source<'_> {
        Source { file: &self.file, text: &self.text, folded: self.folded }
    }
}

/// What a living page loads of its place.
pub(super) struct Data {
    /// The kit, as the program begins with it.
    pub(super) notice: Asset,
    /// What the kit lacks, and the page in the other languages and at the other levels, a text a language: where it is got, as the start
    /// reads it. That is a file with its address and its integrity, or a recipe.
    pub(super) others: Vec<(Language, Value)>,
}

impl Data {
    /// The same as JSON.
    fn readings(&self) -> String {
        let text = |(language, text): &(Language, Value)| json!([language.code(), text]);
        Value::Array(self.others.iter().map(text).collect()).to_string()
    }
}

impl Place<'_> {
    /// Writes everything. The desk goes on reading sheets of the `former` texts.
    pub(super) fn write(&self, former: Vec<Questionnaire>) -> Result<(), Trouble> {
        self.patients()?;
        self.accessibility()?;
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
        let kit = Kit::of(self.notice).beginning().to_bytes();
        let notice = self.site.hashed(&self.path("notice"), "bin", &kit)?;
        let pages = self.static_pages()?;
        match &self.shared.inside {
            WhereInside::Each(insides) => {
                let Insides { alone, visit, framed } = &**insides;
                let file = |(language, text): (Language, String)| {
                    let name = self.path(language.code());
                    let file = self.site.hashed(&name, "txt", text.as_bytes())?;
                    Ok((language, json!([file.seen_from(&self.path("index.html")), file.integrity])))
                };
                let texts = supplemented(self.texts_aside(), self.supplements());
                let others = texts.into_iter().map(file).collect::<Result<_, Trouble>>()?;
                self.live_page(&self.living(), &Data { notice, others })?;
                self.site.page(&self.path("eclaire.html"), &self.single(Form::Page, alone))?;
                self.kiosk(visit)?;
                self.embed(framed)?;
            }
            WhereInside::Once(together) => self.put_together(together, notice, &pages)?,
        }
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

    /// Writes the page without a script, in every language and at every level; of a site of many places without the first reading, which
    /// the living page says as well.
    fn static_pages(&self) -> Result<Vec<Written>, Trouble> {
        let mut pages = Vec::new();
        for (reading, drawn) in self.pages {
            let name = format!("{}index.html", reading.folder());
            if self.is_together() && *reading == self.first() {
                self.leads_on(&name, *reading, &drawn.title)?;
            } else {
                pages.push(self.written(&name, *reading, Form::Static, drawn, None)?);
            }
        }
        Ok(pages)
    }

    /// The pages without a script but the first, as texts: no pages, so that nobody on the way makes others of them.
    pub(super) fn texts_aside(&self) -> Vec<(Language, String)> {
        let others = self.pages.iter().filter(|(reading, _)| *reading != self.first());
        by_language(others.map(|(reading, drawn)| (*reading, aside(*reading, drawn))))
    }

    /// What the kit lacks at first of each language.
    pub(super) fn supplements(&self) -> Vec<(Language, String)> {
        Kit::of(self.notice).supplements()
    }

    /// Whether what belongs inside of pages lies in the site once.
    fn is_together(&self) -> bool {
        matches!(self.shared.inside, WhereInside::Once(_))
    }

    /// Draws the page with the program.
    pub(super) fn living(&self) -> Prerendered {
        prerender(self.notice, self.first(), Form::Page)
    }

    /// Writes the page with the program.
    pub(super) fn live_page(&self, drawn: &Prerendered, data: &Data) -> Result<Written, Trouble> {
        self.written("index.html", self.first(), Form::Page, drawn, Some(data))
    }

    /// Writes one page around the document. Without data it has no program.
    fn written(
        &self,
        name: &str,
        reading: Reading,
        form: Form,
        drawn: &Prerendered,
        data: Option<&Data>,
    ) -> Result<Written, Trouble> {
        let (path, shared) = (self.path(name), self.shared);
        let page = {
            let mut head = self.preview(reading.language);
            head.push(shared.icon.link());
            match data {
                // The style in the page is there at once. Where a server's headers are of a time before it, the start loads the file, and
                // without scripts the browser does.
                Some(data) => {
                    let style = style_link(&path, &shared.style);
                    head.push(shared.style_inside.element());
                    head.push(view! { <noscript>{style}</noscript> }.into_any());
                    let files = [("wasm", &shared.wasm), ("notice", &data.notice), ("style", &shared.style)];
                    head.push(start_at_once(&path, &shared.boot, &files, Some(data.readings())));
                }
                None => head.push(style_link(&path, &shared.style)),
            }
            head.extend(self.alternates(&path, reading));
            // Only the page itself: it is its address that is pasted.
            let oembed = self.oembed().filter(|_| data.is_some());
            head.extend(oembed.map(|href| {
                view! { <link rel="alternate" type="application/json+oembed" href=href /> }.into_any()
            }));
            Html {
                language: reading.language,
                form: Some(form),
                waits: true,
                at_kiosk: false,
                policy: &content_policy(
                    data.is_some(),
                    data.map_or("", |_| shared.style_inside.hash.as_str()),
                ),
                title: &drawn.title,
                description: Some(&drawn.description),
                head,
                body: match form {
                    // What is folded there stays folded on paper in older browsers, and no script could open it.
                    Form::Static => vec![document_in_place(
                        self.with_way_back(reading, &replaced(&drawn.document, "<details", "<details open")),
                    )],
                    _ => {
                        let others = self.pages.iter().map(|(_, page)| page.document.as_str());
                        vec![document_among(drawn.document.clone(), others)]
                    }
                },
            }
            .draw()
        };
        let file = self.site.plain(&path, page.as_bytes())?;
        let is_open = form == Form::Static;
        Ok(Written { file, text: if is_open { folded(&page) } else { page }, folded: is_open })
    }

    /// The document of a page without a script, with the way to the one with the program, in its language and at its level, behind the
    /// link that skips to the text. It is no part of the document as it was drawn, of which the other readings of that page are made.
    fn with_way_back(&self, here: Reading, document: &str) -> String {
        let way = self.way_back(here);
        match document.split_once("</a>") {
            Some((skip, rest)) => format!("{skip}</a>{way}{rest}"),
            None => format!("{way}{document}"),
        }
    }

    fn way_back(&self, here: Reading) -> String {
        let word = |word| self.notice.words(here).get(word).to_owned();
        let link = Link { language: Some(here.language), level: Some(here.level), ..Link::default() };
        let address = format!("{}#{link}", Form::Static.page(here));
        view! {
            <nav class="way-back" aria-label=word(Word::WayBackLink)>
                <p>{word(Word::WayBack)} " " <a href=address>{word(Word::WayBackLink)}</a></p>
            </nav>
        }
        .to_html()
    }

    /// What a messaging service shows of a link to the page: the same for every page of a language, whatever the register says
    /// and the link names (rule 96).
    fn preview(&self, language: Language) -> Vec<AnyView> {
        let words = &self.notice.handout_words;
        let word = |word| words.get(language, word).to_owned();
        let said = [("title", word(HandoutWord::Title)), ("description", word(HandoutWord::Lead))];
        let tag = |(name, text): (&str, String)| {
            let property = custom_attribute("property", format!("og:{name}"));
            view! { <meta content={text} {..property} /> }.into_any()
        };
        [("type", "website".to_owned())].into_iter().chain(said).map(tag).collect()
    }

    /// Links to the page in every language at the same level, for search engines: they want them whole, where the place knows them so.
    fn alternates(&self, page: &str, here: Reading) -> Vec<AnyView> {
        let whole = self.notice.register.as_ref().and_then(|register| register.site.page.as_ref());
        let above = whole.map_or_else(|| address(page, self.below), PageAddress::folder);
        let link = |reading: Reading| {
            let address = format!("{above}{}", reading.folder());
            view! { <link rel="alternate" hreflang=reading.language.code() href=address /> }.into_any()
        };
        self.notice.readings().filter(|reading| reading.level == here.level).map(link).collect()
    }
}
