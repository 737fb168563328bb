//! The patient's language and French side by side, so that the patient knows what the sheet says and the desk can act on it.

use crate::content::{Language, Word};
use crate::patient::view::Context;
use crate::view::shapes::{block, parts, span, text};
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// The languages of the sheet: the patient's and, if that is another or a browser translates the page, French.
pub struct Sides {
    /// The patient's.
    pub own: Context,
    /// French, if it is not the patient's, or if the patient reads it in a translation that is not ours. No browser translates it.
    pub french: Option<Context>,
}

impl Sides {
    /// The sides of the sheet of this page.
    pub fn of(page: &Context, sheet_language: Language) -> Sides {
        let french =
            (sheet_language != Language::Fr || page.translated).then(|| page.in_language(Language::Fr));
        Sides { own: page.in_language(sheet_language), french }
    }

    /// Something in both languages, each in an element of its own.
    pub fn both(&self, tell: impl Fn(&Context) -> Markup) -> Markup {
        self.both_ways(&tell, &tell)
    }

    /// Something in the patient's language and, in other words, in French.
    pub fn both_ways(
        &self,
        tell: &dyn Fn(&Context) -> Markup,
        beside: &dyn Fn(&Context) -> Markup,
    ) -> Markup {
        let own = tell(&self.own);
        let Some(french) = self.french.as_ref().map(beside) else { return own };
        let french =
            view! { <div class="french notranslate" lang="fr" dir="ltr" translate="no">{french}</div> };
        block("own", own).with(&french.markup())
    }

    /// Some words in both languages, inside of a line of text.
    pub fn words_inline(&self, word: Word) -> Markup {
        self.both_inline(&|page| text(page.word(word)))
    }

    /// Something in both languages, inside of a line of text.
    pub fn both_inline(&self, tell: &dyn Fn(&Context) -> Markup) -> Markup {
        let own = tell(&self.own);
        let Some(french) = self.french.as_ref().map(tell) else { return own };
        let french =
            view! { <span class="french notranslate" lang="fr" dir="ltr" translate="no">{french}</span> };
        parts(vec![span("own", own), text(" "), french.markup()])
    }
}
