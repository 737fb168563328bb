//! Pages as the tests look at them: by role, id and words, the way a patient or a screen reader finds things.
//!
//! A [`Seen`] is one prerendered page, parsed. [`pages`] are all that every rule has to hold on: the general page, a
//! broken register, the example registers, and registers that tell everything, nothing, or one language only.

// A helper that fails fails its test. Every test program takes its part of what is here.
#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

use super::support::{Draft, complete, fixture, library, repository};
use eclaire::cli::prerender;
use eclaire::content::{Date, Direction, Language, Localised, Reading, Word};
use eclaire::notice::Notice;
use eclaire::patient::Visit;
use eclaire::patient::view::{Context, Page, sections};
use eclaire::record::language_word;
use eclaire::register::{Register, check};
use eclaire::share::Form;
use eclaire::view::Markup;
use scraper::{ElementRef, Html, Selector};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// One page in one language at one level, drawn.
#[derive(Clone)]
pub struct Drawn {
    /// Which one, for messages.
    pub name: String,
    pub language: Language,
    pub reading: Reading,
    pub notice: Arc<Notice>,
    pub title: String,
    pub description: String,
    /// The document.
    pub source: String,
}

impl Drawn {
    fn of(name: &str, notice: &Arc<Notice>, reading: Reading, form: Form) -> Drawn {
        let drawn = prerender(notice, reading, form);
        Drawn {
            name: name.to_owned(),
            language: reading.language,
            reading,
            notice: notice.clone(),
            title: drawn.title,
            description: drawn.description,
            source: drawn.document,
        }
    }

    fn parsed(&self) -> Seen {
        Seen { html: OnceCell::new(), drawn: self.clone() }
    }
}

/// One page in one language, to be looked at; parsed when somebody looks.
pub struct Seen {
    drawn: Drawn,
    html: OnceCell<Html>,
}

impl Deref for Seen {
    type Target = Drawn;

    fn deref(&self) -> &Drawn {
        &self.drawn
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page {} in {} ({})", self.name, self.language.own_name(), self.reading.level.code())
    }
}

/// Every kind of page in every language it offers. Drawn once; parsed in the thread of each test that looks at it.
pub fn pages() -> &'static [Seen] {
    thread_local! {
        static PAGES: &'static [Seen] = Box::leak(drawn_pages().iter().map(Drawn::parsed).collect());
    }
    PAGES.with(|pages| *pages)
}

fn drawn_pages() -> &'static [Drawn] {
    static DRAWN: OnceLock<Vec<Drawn>> = OnceLock::new();
    DRAWN.get_or_init(|| {
        let broken = ("broken".to_owned(), notice_of(&fixture("many-problems")));
        let general = ("general".to_owned(), Arc::new(Notice::compose(None, library())));
        let examples = examples().into_iter().map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, notice_of(&std::fs::read_to_string(path).unwrap()))
        });
        let fixtures = ["complete", "gaps-only", "mixed-languages"];
        let fixtures = fixtures.map(|name| (name.to_owned(), notice_of(&fixture(name))));
        let all = [broken, general].into_iter().chain(examples).chain(fixtures);
        let each = |(name, notice): (String, Arc<Notice>)| {
            let readings: Vec<Reading> = notice.readings().collect();
            readings.into_iter().map(move |reading| Drawn::of(&name, &notice, reading, Form::Page))
        };
        all.flat_map(each).collect()
    })
}

/// The pages of which the register can be shown.
pub fn pages_with_a_register() -> impl Iterator<Item = (&'static Seen, &'static Register)> {
    pages().iter().filter_map(|page| page.notice.register.as_ref().map(|register| (page, register)))
}

/// One of [`pages`], at the clear level.
#[track_caller]
pub fn page(name: &str, language: Language) -> &'static Seen {
    let found = pages().iter().find(|page| page.name == name && page.reading == Reading::clear(language));
    found.unwrap_or_else(|| panic!("no page {name} in {}", language.own_name()))
}

/// The example registers.
pub fn examples() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(repository("content/registers")).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
}

/// The notice of a register file, or of one that cannot be shown.
pub fn notice_of(json: &str) -> Arc<Notice> {
    Arc::new(Notice::compose(Some(check(json, library())), library()))
}

/// A notice in every language it offers.
pub fn in_every_language(name: &str, notice: &Arc<Notice>) -> Vec<Seen> {
    notice.languages.iter().map(|language| Seen::of(name, notice, *language)).collect()
}

/// A register that a test has changed, in one language.
#[track_caller]
pub fn drawn(draft: &Draft, language: Language) -> Seen {
    draft.is_shown();
    Seen::of("with a change", &notice_of(&draft.text()), language)
}

/// The register that tells everything, in one language.
pub fn complete_page(language: Language) -> Seen {
    drawn(&complete(), language)
}

impl Seen {
    fn html(&self) -> &Html {
        self.html.get_or_init(|| parsed(&self.drawn.source))
    }

    /// Draws a page.
    pub fn of(name: &str, notice: &Arc<Notice>, language: Language) -> Seen {
        Seen::in_form(name, notice, language, Form::Page)
    }

    /// The same, for another way to the patient.
    pub fn in_form(name: &str, notice: &Arc<Notice>, language: Language, form: Form) -> Seen {
        Seen::read_as(name, notice, Reading::clear(language), form)
    }

    /// The same, at any level.
    pub fn read_as(name: &str, notice: &Arc<Notice>, reading: Reading, form: Form) -> Seen {
        Drawn::of(name, notice, reading, form).parsed()
    }

    /// The sheet alone, as the browser draws it after what a patient has said. It is read in the language of the sheet.
    pub fn paper(notice: &Arc<Notice>, visit: Visit, today: Option<Date>) -> Seen {
        let reading = sheet_reading(visit.reading, visit.sheet_language());
        Seen::piece("of the sheet", notice, visit, today, sections::paper).read_in(reading)
    }

    /// A piece of the page, as the browser draws it in the course of a visit.
    pub fn piece(
        name: &str,
        notice: &Arc<Notice>,
        visit: Visit,
        today: Option<Date>,
        draw: fn(&Context) -> Markup,
    ) -> Seen {
        let reading = visit.reading;
        let source =
            draw(&as_read(page_for(notice, reading.language, visit, today), reading)).as_str().to_owned();
        let (name, notice, language) = (name.to_owned(), notice.clone(), reading.language);
        Drawn { name, language, reading, notice, title: String::new(), description: String::new(), source }
            .parsed()
    }

    /// The same, its words taken for those of another language or level.
    fn read_in(mut self, reading: Reading) -> Seen {
        (self.drawn.language, self.drawn.reading) = (reading.language, reading);
        self
    }

    /// Everything that a selector finds, in the order of the page.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        all(self.html().root_element(), selector)
    }

    /// The one thing that a selector finds.
    #[track_caller]
    pub fn the(&self, selector: &str) -> ElementRef<'_> {
        match self.all(selector)[..] {
            [one] => one,
            ref found => panic!("{self} has {} times {selector}, not once", found.len()),
        }
    }

    /// The element with this id, if there is one.
    pub fn id(&self, id: &str) -> Option<ElementRef<'_>> {
        self.html().root_element().descendent_elements().find(|element| element.attr("id") == Some(id))
    }

    /// Every element, from the outermost.
    pub fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.html().root_element().descendent_elements()
    }

    /// What is not good HTML in it.
    pub fn faults(&self) -> Vec<String> {
        self.html().errors.iter().map(ToString::to_string).collect()
    }

    /// All its words.
    pub fn text(&self) -> String {
        text(self.html().root_element())
    }

    /// A short text in its language.
    pub fn word(&self, word: Word) -> &'static str {
        written(self.reading, word)
    }

    /// A short text with its placeholders filled.
    pub fn filled(&self, word: Word, args: &[(&str, &str)]) -> String {
        filled(self.reading, word, args)
    }

    /// The name of a language, in the language of the page.
    pub fn name_of(&self, language: Language) -> &'static str {
        name_of(self.reading, language)
    }

    /// A text of the register as it is shown here.
    pub fn shown(&self, text: &Localised) -> String {
        plain(text.pick(self.language, self.reading.level).unwrap().text)
    }

    /// What is written where a fact is missing.
    pub fn not_told(&self) -> &'static str {
        let practice = self
            .notice
            .register
            .as_ref()
            .is_some_and(|register| register.site.kind == eclaire::register::SiteKind::Practice);
        self.word(if practice { Word::NotToldPractice } else { Word::NotTold })
    }

    /// It contains this.
    #[track_caller]
    pub fn says(&self, what: &str) {
        assert!(self.text().contains(what), "{self} does not say “{what}”");
    }

    /// It does not contain this.
    #[track_caller]
    pub fn does_not_say(&self, what: &str) {
        assert!(!self.text().contains(what), "{self} says “{what}”");
    }
}

/// What the views are handed.
pub fn page_for(notice: &Arc<Notice>, language: Language, visit: Visit, today: Option<Date>) -> Page {
    let page = Page::new(notice, Reading::clear(language), Form::Page, visit);
    Page { context: Context { today, live: true, ..page.context.clone() }, ..page }
}

/// What the program draws of a page that is read like this.
pub fn as_read(page: Page, reading: Reading) -> Context {
    Context { reading, ..page.context }
}

/// A piece of a page, parsed.
pub fn parsed(source: &str) -> Html {
    Html::parse_document(&format!(
        "<!doctype html><html><head><title>-</title></head><body>{source}</body></html>"
    ))
}

/// A short text in a language and at a level, white space as one reads it.
pub fn written(reading: Reading, word: Word) -> &'static str {
    static WORDS: OnceLock<BTreeMap<(Reading, Word), String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let all =
            library().words.keys().flat_map(|reading| Word::ALL.iter().map(move |word| (*reading, *word)));
        all.map(|one| (one, plain(library().words[&one.0].get(one.1)))).collect()
    });
    &words[&(reading, word)]
}

/// A short text with its placeholders filled. From right to left, what fills them is kept together.
pub fn filled(reading: Reading, word: Word, args: &[(&str, &str)]) -> String {
    let text = args.iter().fold(written(reading, word).to_owned(), |text, (name, value)| {
        let isolated = match reading.language.direction() {
            Direction::Ltr => (*value).to_owned(),
            Direction::Rtl => format!("\u{2068}{value}\u{2069}"),
        };
        text.replace(&format!("{{{name}}}"), &isolated)
    });
    plain(&text)
}

/// A text without the signs that keep what stands in it in its own direction.
pub fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The name of a language, in another.
pub fn name_of(reading: Reading, language: Language) -> &'static str {
    written(reading, language_word(language))
}

/// How a sheet in a language is read by someone who reads the page so: not every language is written at every level.
pub fn sheet_reading(page: Reading, paper: Language) -> Reading {
    Reading { language: paper, ..page }.that_exists()
}

/// Everything within an element that a selector finds.
pub fn all<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).unwrap()).collect()
}

/// The one thing within an element that a selector finds.
#[track_caller]
pub fn the<'a>(element: ElementRef<'a>, selector: &str) -> ElementRef<'a> {
    match all(element, selector)[..] {
        [one] => one,
        ref found => panic!("{} times {selector}, not once, in {}", found.len(), element.html()),
    }
}

/// The words of elements.
pub fn texts(elements: &[ElementRef]) -> Vec<String> {
    elements.iter().map(|element| text(*element)).collect()
}

/// The words of an element, white space as one reads it. What is `hidden` is not read.
pub fn text(element: ElementRef) -> String {
    let mut text = String::new();
    add_text(element, &|_| true, &mut text);
    plain(&text)
}

/// Those of a piece of the sheet in the patient's own language.
pub fn own(element: ElementRef) -> String {
    let mut text = String::new();
    add_text(element, &|one| !is_french_side(one), &mut text);
    plain(&text)
}

/// Those of a piece of the sheet in French, for the desk: what stands beside.
pub fn beside(element: ElementRef) -> String {
    texts(&all(element, ".french")).join(" ")
}

fn is_french_side(element: ElementRef) -> bool {
    element.value().classes().any(|class| class == "french")
}

fn add_text(element: ElementRef, reads: &dyn Fn(ElementRef) -> bool, text: &mut String) {
    const IN_LINE: &[&str] = &["a", "span", "strong", "em", "small", "bdi", "svg"];
    if element.attr("hidden").is_some() || !reads(element) {
        return;
    }
    let block = !IN_LINE.contains(&element.value().name());
    text.push_str(if block { " " } else { "" });
    for child in element.children() {
        if let Some(written) = child.value().as_text() {
            text.push_str(written);
        } else if let Some(child) = ElementRef::wrap(child) {
            add_text(child, reads, text);
        }
    }
    text.push_str(if block { " " } else { "" });
}

/// White space of every kind is one space.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many words one reads: signs that stand alone are none, and a telephone number is one.
pub fn words(text: &str) -> usize {
    let mut count = 0;
    let mut in_number = false;
    for word in text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)) {
        let number = word.chars().all(|c| c.is_ascii_digit());
        count += usize::from(!(number && in_number));
        in_number = number;
    }
    count
}

/// The elements whose own words are exactly these, and nothing else.
pub fn exactly<'a>(element: ElementRef<'a>, words: &str) -> Vec<ElementRef<'a>> {
    element
        .descendent_elements()
        .filter(|one| one.child_elements().next().is_none() && text(*one) == words)
        .collect()
}

/// The names and values of a list of facts, in order.
pub fn facts<'a>(list: ElementRef<'a>) -> Vec<(String, ElementRef<'a>)> {
    let values = all(list, "dd");
    let names = texts(&all(list, "dt"));
    assert_eq!(names.len(), values.len(), "a name without a value in {}", list.html());
    names.into_iter().zip(values).collect()
}

/// The elements in which it stands, from the nearest.
pub fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    element.ancestors().filter_map(ElementRef::wrap)
}

/// The element after it.
pub fn next(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    element.next_siblings().find_map(ElementRef::wrap)
}

/// Whether neither the eye nor a screen reader is kept from it.
pub fn can_be_read(element: ElementRef) -> bool {
    std::iter::once(element).chain(around(element)).all(|one| {
        let classes = one.attr("class").unwrap_or_default();
        one.attr("hidden").is_none()
            && one.attr("aria-hidden") != Some("true")
            && !classes.contains("visually-hidden")
    })
}

/// The markup without the words: tags, classes and the names of the attributes, down to these depths.
pub fn structure(element: ElementRef) -> String {
    let mut attributes: Vec<_> = element.value().attrs().map(|(name, _)| name).collect();
    attributes.sort_unstable();
    let class = element.attr("class").unwrap_or_default();
    let within: Vec<_> = element.child_elements().map(structure).collect();
    format!("{}.{class}[{}]({})", element.value().name(), attributes.join(" "), within.join(" "))
}
