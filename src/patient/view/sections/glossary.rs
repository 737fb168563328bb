//! "Hard words": by the first letter of the word that one has heard or read; beside it the plain word, and what it means on request. Those
//! that the page uses, and those that patients hear at the hospital. The list is folded by letter: nobody types what they look for.

use crate::content::{Term, Word};
use crate::patient::view::Page;
use crate::patient::view::parts::ask_someone;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The section. Every hard word in the texts leads here; with the program at hand its meaning is shown on the spot.
pub fn glossary(page: &Page) -> Markup {
    let language = page.reading.language;
    let heard = |term: &Term| term.names.get(&language).is_some_and(|names| names.heard);
    let all = page.notice.glossary.terms().iter().enumerate();
    let shown = all.filter(|(at, term)| page.has_met(*at) || heard(term)).map(|(_, term)| term);
    let mut letters: BTreeMap<String, Vec<(String, &Term)>> = BTreeMap::new();
    for term in shown {
        let word = term.names.get(&language).map(|names| alphabetical(&names.term)).unwrap_or_default();
        let letter = word.chars().find(|one| one.is_alphanumeric()).map(|one| one.to_uppercase().to_string());
        letters.entry(letter.unwrap_or_default()).or_default().push((word, term));
    }
    let letters = letters.into_iter().map(|(letter, mut terms)| {
        terms.sort_by(|one, other| one.0.cmp(&other.0));
        let terms = terms.into_iter().map(|(_, one)| term(page, one)).collect_view();
        view! {
            <details class="letter-group">
                <summary>{letter}</summary>" "
                {terms}
            </details>
        }
    });
    view! {
        <section id="glossary" class="section" aria-labelledby="glossary-title">
            <h2 id="glossary-title" tabindex="-1">{page.word(Word::GlossaryTitle)}</h2>
            <p class="lead">{page.word(Word::GlossaryLead)}</p>
            <div class="glossary">{letters.collect_view()}</div>
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
        let plain = (!same)
            .then(|| view! { <span class="plain">{page.word(Word::Separator)}{names.plain.clone()}</span> });
        view! { <dfn>{names.term.clone()}</dfn>{plain} }
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
