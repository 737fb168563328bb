//! The patient's language and French side by side, so that the patient knows what the sheet says and the desk can act on it.

use crate::content::Language;
use crate::patient::view::Context;
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
    pub fn both(&self, tell: impl Fn(&Context) -> AnyView) -> AnyView {
        self.both_ways(&tell, &tell)
    }

    /// Something in the patient's language and, in other words, in French.
    pub fn both_ways(
        &self,
        tell: impl Fn(&Context) -> AnyView,
        beside: impl Fn(&Context) -> AnyView,
    ) -> AnyView {
        let own = tell(&self.own);
        match &self.french {
            None => own,
            Some(french) => {
                let beside = beside(french);
                view! {
                    <div class="own">{own}</div>
                    <div class="french notranslate" lang="fr" dir="ltr" translate="no">{beside}</div>
                }
                .into_any()
            }
        }
    }

    /// The same inside of a line of text.
    pub fn both_inline(&self, tell: impl Fn(&Context) -> AnyView) -> AnyView {
        let own = tell(&self.own);
        match &self.french {
            None => own,
            Some(french) => {
                let beside = tell(french);
                view! { <span class="own">{own}</span>" "<span class="french notranslate" lang="fr" dir="ltr" translate="no">{beside}</span> }.into_any()
            }
        }
    }
}
