//! The poster for the waiting room, on A4 and A3: the five answers, and the way to the page. No script; drawn natively.
//!
//! On a screen it reads as any page does; on paper it fills one side. Without an address it says so, and has no code: a wrong
//! code would lead patients elsewhere.

use super::{Page, parts};
use crate::content::{HandoutWord, Language, Word};
use crate::record::{Fingerprint, Qr};
use crate::share::{Link, PageAddress};
use crate::view::qr;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
}

impl Paper {
    /// Both sizes.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::A3];

    /// Its name in files.
    pub fn code(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A3 => "a3",
        }
    }

    /// The class that the style knows.
    pub fn class(self) -> &'static str {
        match self {
            Paper::A4 => "poster a4",
            Paper::A3 => "poster a3",
        }
    }

    /// The size of its paper, as a style of its own that comes last: Firefox takes the paper from the rule without a name, whatever the
    /// rules with one say.
    pub fn page_rule(self) -> &'static str {
        match self {
            Paper::A4 => "@page { size: A4; margin: 0; }\n",
            Paper::A3 => "@page { size: A3; margin: 0; }\n",
        }
    }

    /// Where the poster lies.
    pub fn path(self, language: Language) -> String {
        match self {
            Paper::A4 => format!("poster/{}/index.html", language.code()),
            Paper::A3 => format!("poster/{}/a3/index.html", language.code()),
        }
    }
}

/// The poster, in the language of the page.
pub fn poster(page: &Page, paper: Paper) -> Markup {
    let language = page.reading.language;
    let word = |word| page.notice.handout_words.get(language, word).to_owned();
    let register = page.register();
    let name = register.map(|register| page.name(&register.site.name));
    let example = register.is_some_and(|register| register.example);
    let address = register.and_then(|register| register.site.page.as_ref());
    view! {
        <main
            class=paper.class()
            lang=language.code()
            dir=language.direction().attribute()
        >
            {name.map(|name| view! { <p class="poster-site">{name}</p> })}
            <h1>{page.word(Word::Title)}</h1>
            {parts::five(page)}
            <div class="poster-way">{way(page, address)}</div>
            <p class="poster-silence">{word(HandoutWord::Silence)}</p>
            <p class="poster-version">{version(page)}</p>
            {(!language.is_checked()).then(|| view! { <p class="poster-version">{page.word(Word::Unreviewed)}</p> })}
            {example.then(|| view! { <p class="poster-version">{page.word(Word::Example)}</p> })}
        </main>
    }
    .markup()
}

/// The way to the page: the code and the address in letters, or a blank box and whom to ask.
fn way(page: &Page, address: Option<&PageAddress>) -> Markup {
    let language = page.reading.language;
    let word = |word| page.notice.handout_words.get(language, word).to_owned();
    let Some(address) = address else {
        return view! { <div class="poster-blank"></div><p>{word(HandoutWord::NoAddress)}</p> }.markup();
    };
    // The code opens the page in the language of the poster; who types the short address chooses there.
    let link = address.with(&Link { language: Some(language), ..Link::default() });
    let code = Qr::for_wall(&link).map(|code| qr(&code, word(HandoutWord::Square)));
    view! {
        {code}
        <p>{word(HandoutWord::Scan)}</p>
        <p class="poster-address"><bdi dir="ltr" translate="no">{address.short().to_owned()}</bdi></p>
    }
    .markup()
}

/// Which text it leads to (rule 92).
fn version(page: &Page) -> String {
    let Some(register) = page.register() else { return String::new() };
    let review = &register.site.review;
    let fill =
        |word, args: &[(&str, &str)]| page.notice.handout_words.fill(page.reading.language, word, args);
    let version = fill(HandoutWord::Version, &[("version", &review.version)]);
    let reviewed = review.last.map(|date| fill(HandoutWord::Reviewed, &[("date", &page.date(date))]));
    // A poster that comes from the editor belongs to no site yet.
    let known = Some(page.notice.fingerprint).filter(|one| *one != Fingerprint::default());
    let fingerprint = known.map(|one| fill(HandoutWord::Fingerprint, &[("fingerprint", &one.short())]));
    [version].into_iter().chain(reviewed).chain(fingerprint).collect::<Vec<_>>().join(" – ")
}
