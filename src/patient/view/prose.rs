//! Text to be read at length: paragraphs, at the simple level one sentence a line, and hard words that lead to the
//! glossary.

use super::Page;
use crate::content::{Level, Localised, paragraphs, sentences};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The texts of one card or part. A hard word leads to the glossary where it is first met in it, not every time.
pub struct Prose<'a> {
    page: &'a Page,
    met: RefCell<BTreeSet<usize>>,
}

impl<'a> Prose<'a> {
    /// A new card or part.
    pub fn new(page: &'a Page) -> Prose<'a> {
        Prose { page, met: RefCell::default() }
    }

    /// A text, for the inside of a paragraph, of a list item or of a value.
    pub fn text(&self, text: &Localised) -> Markup {
        let Some(shown) = self.page.pick(text) else { return ().markup() };
        if shown.language != self.page.reading.language {
            return self.page.text(text);
        }
        let several = shown.text.contains("\n\n");
        let all = paragraphs(shown.text).map(|paragraph| {
            let inside = self.paragraph(paragraph);
            // The space keeps them apart where the page is read without its style.
            if several { view! { <span class="paragraph">{inside}</span> " " }.markup() } else { inside }
        });
        all.collect_view().markup()
    }

    fn paragraph(&self, paragraph: &str) -> Markup {
        if self.page.reading.level != Level::Simple {
            return self.words(paragraph);
        }
        // The space keeps the sentences apart where the page is read without its style.
        let lines = sentences(paragraph).into_iter().map(|one| {
            let words = self.words(one);
            view! { <span class="sentence">{words}</span> " " }
        });
        lines.collect_view().markup()
    }

    /// The words of a sentence, hard ones as links.
    fn words(&self, text: &str) -> Markup {
        let glossary = &self.page.notice.glossary;
        let mut pieces: Vec<Markup> = Vec::new();
        let mut from = 0;
        for mention in glossary.mentions(self.page.reading.language, text) {
            if !self.met.borrow_mut().insert(mention.term) {
                continue;
            }
            self.page.meet(mention.term);
            pieces.push(text[from..mention.at.start].to_owned().markup());
            let place = format!("#term-{}", glossary.terms()[mention.term].id);
            let word = text[mention.at.clone()].to_owned();
            pieces.push(view! { <a class="term" href=place>{word}</a> }.markup());
            from = mention.at.end;
        }
        pieces.push(text[from..].to_owned().markup());
        pieces.collect_view().markup()
    }
}
