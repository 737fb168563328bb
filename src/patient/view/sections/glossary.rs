//! "Hard words": the plain word first, then the word that professionals say, and what it means on request. Those that
//! the page uses, and those that patients hear at the hospital, in the order of the alphabet.

use crate::content::{Term, Word};
use crate::patient::view::Page;
use crate::patient::view::parts::ask_someone;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The section. Every hard word in the texts leads here; with the program at hand its meaning is shown on the spot.
pub fn glossary(page: &Page) -> Markup {
    let language = page.reading.language;
    let heard = |term: &Term| term.names.get(&language).is_some_and(|names| names.heard);
    let all = page.notice.glossary.terms().iter().enumerate();
    let mut shown: Vec<&Term> =
        all.filter(|(at, term)| page.has_met(*at) || heard(term)).map(|(_, term)| term).collect();
    shown.sort_by_cached_key(|term| term.names.get(&language).map(|names| alphabetical(&names.plain)));
    let terms = shown.into_iter().map(|one| term(page, one)).collect_view();
    view! {
        <section id="glossary" class="section" aria-labelledby="glossary-title">
            <h2 id="glossary-title" tabindex="-1">{page.word(Word::GlossaryTitle)}</h2>
            <p class="lead">{page.word(Word::GlossaryLead)}</p>
            <div class="glossary">{terms}</div>
            {ask_someone(page)}
        </section>
    }
    .markup()
}

/// A term. Its name is what a link leads to: it can be seen though the meaning is closed, in every browser.
fn term(page: &Page, term: &Term) -> Markup {
    let names = term.names.get(&page.reading.language);
    let names = names.map(|names| {
        let same = names.plain == names.term;
        let hard =
            (!same).then(|| view! { <span class="hard">{page.word(Word::Separator)}<dfn>{names.term.clone()}</dfn></span> });
        view! { {names.plain.clone()}{hard} }
    });
    view! {
        <details class="meaning">
            <summary id=format!("term-{}", term.id)>{names}</summary>
            <p>{page.text(&term.means)}</p>
        </details>
    }
    .markup()
}

/// For sorting: without accents and capitals.
fn alphabetical(word: &str) -> String {
    let plain = |letter: char| match letter {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' | 'œ' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        other => other,
    };
    word.to_lowercase().chars().map(plain).collect()
}
