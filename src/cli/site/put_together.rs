//! The pages of one place with everything inside, in a site of many places: recipes ([`super::recipe`]), of what all places have once
//! ([`super::together`]) and of the place's own pages.
//!
//! The single file is made by whoever opens its address and saves it; the embed fetches what belongs inside, and then forbids
//! itself to fetch; the kiosk's shell hands its frame what it has put together (`super::kiosk`).

use super::aside::supplemented;
use super::draw::{Prerendered, drawn, page, prerender, without_comments};
use super::html::{Html, document_among, document_in_place, style_link};
use super::inside::StyleInside;
use super::place::{Data, Place, Written};
use super::recipe::{Recipe, Shelf};
use super::search::places;
use super::styles;
use super::together::{GAPS, Gap, Hollow, Part, Together, gap_of};
use super::{Asset, Trouble};
use crate::cli::content_policy;
use crate::content::{EditorWord, Language, Reading, Word};
use crate::patient::view::parts::framed;
use crate::share::Form;
use crate::view::IntoMarkup;
use leptos::prelude::*;

/// What the recipes of a place are made with.
pub(super) struct Recipes<'a> {
    pub(super) together: &'a Together,
    wasm: &'a Asset,
    notice: &'a Asset,
    /// What the kit lacks of each language, in the order in which they lie in a page.
    supplements: &'a [(Language, Part)],
    shelf: Shelf<'a>,
}

impl Recipes<'_> {
    /// The readings of each language, among them none of those of which there is nothing but a supplement.
    pub(super) fn among(&self, readings: Vec<(Language, String)>) -> Vec<(Language, String)> {
        let none = self.supplements.iter().map(|(language, _)| (*language, String::new()));
        supplemented(readings, none.collect())
    }

    /// How a page is put together that is empty so far.
    pub(super) fn of(&self, page: &str, empty: &str, hollow: &Hollow) -> Recipe {
        let (mut recipe, mut rest) = (Recipe::default(), empty);
        let gaps = GAPS.into_iter().map(|(before, gap)| (before.to_owned(), gap));
        let supplements =
            self.supplements.iter().map(|(language, part)| (gap_of(*language), Gap::Supplement(part)));
        for (before, gap) in gaps.chain(supplements) {
            let Some(at) = places(rest, &before).next().map(|at| at + before.len()) else { continue };
            recipe.text(page, &rest[..at], &self.shelf);
            let script = &self.together.script;
            match gap {
                Gap::Style => recipe.whole(page, &hollow.style.file, hollow.style.length),
                Gap::Script => recipe.whole(page, &script.file, script.length),
                Gap::Wasm => recipe.in_base64(page, self.wasm),
                Gap::Notice => recipe.in_base64(page, self.notice),
                Gap::Supplement(part) => recipe.whole(page, &part.file, part.length),
            }
            rest = &rest[at..];
        }
        recipe.text(page, rest, &self.shelf);
        recipe
    }
}

impl Place<'_> {
    /// Writes the page itself, what leads to the pages with everything inside, and what leads from the addresses that a site of one place
    /// has more. `pages` are those without a script.
    pub(super) fn put_together(
        &self,
        together: &Together,
        notice: Asset,
        pages: &[Written],
    ) -> Result<(), Trouble> {
        let mut shelf = Shelf::default();
        pages.iter().for_each(|page| shelf.put(page.source()));
        let texts = self.supplements();
        // Where there is nothing else of a language, its supplement is put into an empty text.
        let none = texts.iter().map(|(language, _)| (*language, String::new())).collect();
        let (drawn, aside) = (self.living(), supplemented(self.texts_aside(), none));
        let supplement = |(language, text): &(Language, String)| {
            let part = Part::hashed(self.site, &self.path(language.code()), "txt", text)?;
            Ok((*language, part))
        };
        let mut supplements: Vec<(Language, Part)> =
            texts.iter().map(supplement).collect::<Result<_, Trouble>>()?;
        supplements.sort_by_key(|(language, _)| aside.iter().position(|(one, _)| one == language));
        let text = |(language, text): &(Language, String)| {
            let (page, mut recipe) = (self.path("index.html"), Recipe::default());
            if let Some((_, part)) = supplements.iter().find(|(one, _)| one == language) {
                recipe.whole(&page, &part.file, part.length);
            }
            recipe.text(&page, text, &shelf);
            (*language, recipe.to_value())
        };
        let data = Data { notice, others: aside.iter().map(text).collect() };
        let page = self.live_page(&drawn, &data)?;
        let (wasm, notice, supplements) = (&self.shared.wasm, &data.notice, &supplements[..]);
        let mut recipes = Recipes { together, wasm, notice, supplements, shelf };
        // From a frame of no origin the pages without a script may be read, and not the living one.
        self.embed_together(&recipes, aside.clone())?;
        recipes.shelf.put(page.source());
        self.single_file(&recipes, drawn, aside)?;
        self.kiosk_together(&recipes)?;
        self.snippets()
    }

    /// Writes the address of the single file, at which it is made.
    fn single_file(
        &self,
        recipes: &Recipes<'_>,
        drawn: Prerendered,
        aside: Vec<(Language, String)>,
    ) -> Result<(), Trouble> {
        let (path, first) = (self.path("eclaire.html"), self.first());
        let alone = &recipes.together.alone;
        let empty = self.whole(Form::Page, &alone.inside, String::new(), drawn, aside);
        let recipe = recipes.of(&path, &empty, alone);
        let script = &recipes.together.file_script;
        let policy = format!(
            "default-src 'none'; script-src {}; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; \
             form-action 'none'",
            script.sum
        );
        let page = page(self.notice, first, Form::Static);
        let (title, open) = (page.word(Word::Title), page.word(Word::OpenPage));
        let save = self.notice.editor.get(EditorWord::SavePage).to_owned();
        let body = view! {
            <main class="document">
                <h1>{title.clone()}</h1>
                <p><a href="./">{open}</a></p>
                <p hidden><a id="file" download="eclaire.html" lang="fr">{save}</a></p>
            </main>
        };
        let html = Html {
            language: first.language,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &policy,
            title: &title,
            description: None,
            head: vec![self.shared.icon.link(), style_link(&path, &self.shared.style), script.element()],
            body: vec![document_in_place(body.to_html()), recipe_element(&recipe)],
        };
        self.site.page(&path, &html.draw())
    }

    /// Writes the embed: its first page as ever, which fetches what belongs inside; and where its links lead while its program does
    /// not live, a page in each language that leads to the patients' own.
    fn embed_together(&self, recipes: &Recipes<'_>, aside: Vec<(Language, String)>) -> Result<(), Trouble> {
        let (path, first) = (self.path("embed/index.html"), self.first());
        let (hollow, script) = (&recipes.together.framed, &recipes.together.embed_script);
        let data = super::single::data(&hollow.inside, String::new(), aside);
        let module = view! { <script type="module" async inner_html=hollow.inside.script.clone()></script> };
        let empty = without_comments(&(module, data).to_html());
        let recipe = recipes.of(&path, &empty, hollow);
        // In a sandboxed frame, which is of no origin, `'self'` means nobody in WebKit: there our address has to be named. Where it is
        // not known, the style is inside, and the page can be read.
        let address = self.notice.register.as_ref().and_then(|register| register.site.page.as_ref());
        let origin = address.map(|page| format!(" {}", page.origin())).unwrap_or_default();
        let (start, inside, style) = (&script.sum, &hollow.inside.script_hash, &hollow.inside.style.hash);
        let policy = format!(
            "default-src 'none'; script-src {start} {inside} 'wasm-unsafe-eval'; style-src 'self'{origin} {style}; img-src data:; \
             connect-src 'self'{origin}; base-uri 'none'; form-action 'none'"
        );
        let style = match address {
            Some(_) => style_link(&path, &hollow.style.file),
            None => {
                let style = StyleInside::of(styles::EMBED.joined(self.release)?)?;
                style.element()
            }
        };
        let drawn = prerender(self.notice, first, Form::Embed);
        let others = self.pages.iter().map(|(_, page)| page.document.as_str());
        let html = Html {
            language: first.language,
            form: Some(Form::Embed),
            waits: true,
            at_kiosk: false,
            policy: &policy,
            title: &drawn.title,
            description: Some(&drawn.description),
            head: vec![hollow.inside.icon.link(), style, script.element()],
            body: vec![document_among(drawn.document, others), recipe_element(&recipe)],
        };
        self.site.page(&path, &html.draw())?;
        self.notice.readings().try_for_each(|reading| self.out_of_the_frame(reading))
    }

    /// Writes a page in a frame that says how one gets out of it, in one language at one level.
    fn out_of_the_frame(&self, reading: Reading) -> Result<(), Trouble> {
        let path = self.path(&format!("embed/{}index.html", reading.folder()));
        let page = page(self.notice, reading, Form::Framed);
        let title = page.word(Word::Title);
        let document = drawn(&view! { <main class="document">{framed(&page)}</main> }.markup());
        let html = Html {
            language: reading.language,
            form: Some(Form::Framed),
            waits: true,
            at_kiosk: false,
            policy: "default-src 'none'; base-uri 'none'; form-action 'none'",
            title: &title,
            description: None,
            head: Vec::new(),
            body: vec![document_in_place(document)],
        };
        self.site.page(&path, &html.draw())
    }

    /// Writes a page that leads on: what stood here stands at another address of the place, word for word.
    pub(super) fn leads_on(&self, path: &str, reading: Reading, title: &str) -> Result<(), Trouble> {
        let path = self.path(path);
        let to = super::address(&path, self.below);
        let html = Html {
            language: reading.language,
            form: None,
            waits: false,
            at_kiosk: false,
            policy: &content_policy(false, ""),
            title,
            description: None,
            head: vec![
                self.shared.icon.link(),
                view! { <meta http-equiv="refresh" content=format!("0; url={to}") /> }.into_any(),
            ],
            body: vec![view! { <p><a href=to.clone()>{title.to_owned()}</a></p> }.into_any()],
        };
        self.site.page(&path, &html.draw())
    }
}

/// A recipe, as a script of the page finds it.
pub(super) fn recipe_element(recipe: &Recipe) -> AnyView {
    view! { <script type="application/json" id="recipe" inner_html=recipe.to_json()></script> }.into_any()
}
