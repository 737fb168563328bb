//! Texts: the hospital's own or the catalogue's, and in which languages.

use super::Checker;
use crate::content::Localised;
use crate::content::shortened;
use crate::register::fact::Fact;
use crate::register::file::LocalisedFile;
use crate::register::path::Path;
use crate::register::problem_kind::ProblemKind;

/// The most characters of a name, a title or an address: more than any place has, and what a card and a file still have room for.
const LONGEST_NAME: usize = 500;

impl Checker<'_> {
    /// A name or a title has room wherever it stands.
    pub(super) fn name_fits(&mut self, name: &Localised, at: &Path) {
        let mut told = Vec::new();
        for shown in name.versions() {
            let at = at.field(shown.language.code());
            if !told.contains(&at) && shown.text.chars().count() > LONGEST_NAME {
                self.fits(Some(shown.text), &at);
                told.push(at);
            }
        }
    }

    /// The same for one that is in no language.
    pub(super) fn fits(&mut self, text: Option<&str>, at: &Path) {
        let found = text.map_or(0, |text| text.chars().count());
        if found > LONGEST_NAME {
            self.report(at, ProblemKind::TooLong { most: LONGEST_NAME, found });
        }
    }

    /// A text of the hospital's own, or a gap.
    pub(super) fn told(&mut self, own: Option<LocalisedFile>, at: &Path, fact: Fact) -> Option<Localised> {
        if own.is_none() {
            self.gap(at, fact);
        }
        self.optional(own, at)
    }

    /// A text of the hospital's own, if there is one.
    pub(super) fn optional(&mut self, own: Option<LocalisedFile>, at: &Path) -> Option<Localised> {
        let text = own?.localised();
        self.all_languages(&text, at);
        Some(text)
    }

    /// The hospital's own text, or else the catalogue's.
    pub(super) fn pick(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
    ) -> Option<Localised> {
        match own {
            Some(_) => self.optional(own, at),
            None => theirs.filter(|text| !text.is_empty()).cloned(),
        }
    }

    /// As [`Self::pick`]; nothing is a gap.
    pub(super) fn text(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
        fact: Fact,
    ) -> Option<Localised> {
        let text = self.pick(own, theirs, at);
        if text.is_none() {
            self.gap(at, fact);
        }
        text
    }

    /// As [`Self::pick`]; `nothing` is the error if there is none.
    pub(super) fn obligatory(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
        nothing: ProblemKind,
    ) -> Option<Localised> {
        let text = self.pick(own, theirs, at);
        if text.is_none() {
            self.report(at, nothing);
        }
        text
    }

    /// What somebody does, as a sentence with a verb: at least four words and a full stop. A label such as "human
    /// oversight" does not say who does what (rule 3).
    pub(super) fn sentence(
        &mut self,
        own: Option<LocalisedFile>,
        theirs: Option<&Localised>,
        at: &Path,
        key: &str,
    ) -> Option<Localised> {
        let at = at.field(key);
        let own_words = own.is_some();
        let text = self.obligatory(own, theirs, &at, ProblemKind::NoSentence)?;
        for shown in text.versions().filter(|_| own_words) {
            let words = shown.text.split_whitespace().count();
            if words < 4 || !shown.text.trim_end().ends_with(['.', '…', '؟', '?']) {
                let kind = ProblemKind::NotASentence(shortened(shown.text));
                self.report(&at.field(shown.language.code()), kind);
            }
        }
        Some(text)
    }

    /// Every language offered should have the text; one that is missing is shown in another, and said to be.
    pub(super) fn all_languages(&mut self, text: &Localised, at: &Path) {
        let missing =
            self.languages.iter().filter(|language| !text.has(**language)).copied().collect::<Vec<_>>();
        for language in missing {
            self.report(&at.field(language.code()), ProblemKind::UntoldIn(language));
        }
    }
}
