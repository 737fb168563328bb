//! One text in several languages: which one a reader is shown, and that it is never passed off as another.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use eclaire::content::{Language, Level, Localised};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const FR: Language = Language::Fr;
const EN: Language = Language::En;

/// A text with these versions; each text says what it is.
fn text(versions: &[(Language, Level)]) -> Localised {
    let mut text = Localised::default();
    for (language, level) in versions {
        text.set(*language, *level, format!("{} {}", language.code(), level.code()));
    }
    text
}

#[track_caller]
fn shows(text: &Localised, language: Language, level: Level, expected: &str) {
    let shown = text.pick(language, level).unwrap();
    assert_eq!(shown.text, expected);
    assert_eq!(
        format!("{} {}", shown.language.code(), shown.level.code()),
        expected,
        "passed off as another"
    );
}

#[test]
fn the_reader_is_shown_the_language_and_level_asked_for() {
    let all = text(&[(FR, Level::Clear), (FR, Level::Simple), (EN, Level::Clear), (EN, Level::Simple)]);
    shows(&all, FR, Level::Clear, "fr clear");
    shows(&all, FR, Level::Simple, "fr simple");
    shows(&all, EN, Level::Clear, "en clear");
    shows(&all, EN, Level::Simple, "en simple");
}

#[test]
fn the_same_language_at_another_level_comes_before_another_language() {
    let mixed = text(&[(FR, Level::Simple), (EN, Level::Clear)]);
    shows(&mixed, EN, Level::Simple, "en clear");
    shows(&mixed, FR, Level::Clear, "fr simple");
}

#[test]
fn a_text_in_another_language_comes_before_none_and_says_which_it_is() {
    shows(&text(&[(FR, Level::Clear)]), EN, Level::Clear, "fr clear");
    shows(&text(&[(EN, Level::Clear)]), FR, Level::Simple, "en clear");
    assert_eq!(Localised::default().pick(FR, Level::Clear), None);
}

#[test]
fn blank_text_is_no_text() {
    let mut one = Localised::new(FR, " \n\t");
    assert!(one.is_empty() && !one.has(FR) && one.pick(FR, Level::Clear).is_none());
    one.set(EN, Level::Clear, "Hello");
    one.set(EN, Level::Clear, " ");
    assert!(one.is_empty(), "a text replaced by nothing is gone");
}

#[test]
fn setting_a_version_again_replaces_it() {
    let mut one = Localised::new(FR, "Bonjour");
    one.set(FR, Level::Clear, "Bonsoir");
    assert_eq!(one, Localised::new(FR, "Bonsoir"));
    assert_eq!(one.versions().count(), 1);
}

#[test]
fn versions_come_in_one_order_however_they_were_set() {
    let mut backwards = Localised::default();
    let order = [(FR, Level::Clear), (FR, Level::Simple), (EN, Level::Clear), (EN, Level::Simple)];
    for (language, level) in order.into_iter().rev() {
        backwards.set(language, level, format!("{} {}", language.code(), level.code()));
    }
    assert_eq!(backwards, text(&order));
    assert_eq!(backwards.versions().map(|shown| (shown.language, shown.level)).collect::<Vec<_>>(), order);
}

#[test]
fn what_a_page_does_not_offer_is_dropped() {
    let mut both = text(&[(FR, Level::Clear), (FR, Level::Simple), (EN, Level::Clear)]);
    both.keep(&[FR], &[Level::Clear]);
    assert_eq!(both, text(&[(FR, Level::Clear)]));
}

#[test]
fn a_text_in_other_languages_only_is_not_dropped() {
    let mut english = text(&[(EN, Level::Clear)]);
    english.keep(&[FR], &[Level::Clear]);
    assert_eq!(english, text(&[(EN, Level::Clear)]));
}

/// A page in French and English at the clear level, and an English text that exists in simple words only: because
/// there was a French one, the English one was thrown away, and the English reader got French.
#[test]
fn a_language_keeps_the_level_it_has_rather_than_nothing() {
    let mut mixed = text(&[(FR, Level::Clear), (EN, Level::Simple)]);
    mixed.keep(&[FR, EN], &[Level::Clear]);
    shows(&mixed, EN, Level::Clear, "en simple");
}

fn any_version() -> impl Strategy<Value = (Language, Level)> {
    (select(&Language::USUAL[..]), select(&Level::ALL[..]))
}

/// Texts that say in which language and at which level they are, set in any order, some more than once, some blank.
fn any_localised() -> impl Strategy<Value = Localised> {
    proptest::collection::vec((any_version(), any::<bool>()), 0..8).prop_map(|versions| {
        let mut text = Localised::default();
        for ((language, level), blank) in versions {
            let says = if blank { " ".to_owned() } else { format!("{} {}", language.code(), level.code()) };
            text.set(language, level, says);
        }
        text
    })
}

fn any_offer() -> impl Strategy<Value = (Vec<Language>, Vec<Level>)> {
    (
        subsequence(Language::USUAL.to_vec(), 1..=Language::USUAL.len()),
        subsequence(Level::ALL.to_vec(), 1..=Level::ALL.len()),
    )
}

proptest! {
    #![proptest_config(support::cases(1000))]

    #[test]
    fn a_text_is_found_if_there_is_one(text in any_localised(), (language, level) in any_version()) {
        prop_assert_eq!(text.pick(language, level).is_none(), text.is_empty());
        prop_assert_eq!(text.is_empty(), text.versions().next().is_none());
        prop_assert_eq!(text.has(language), text.versions().any(|shown| shown.language == language));
    }

    #[test]
    fn language_comes_first_then_level_then_french(text in any_localised(), (language, level) in any_version()) {
        if let Some(shown) = text.pick(language, level) {
            let has = |l, v| text.versions().any(|one| (one.language, one.level) == (l, v));
            prop_assert_eq!(shown.language == language, text.has(language));
            prop_assert_eq!(shown.level == level, has(shown.language, level));
            prop_assert!(shown.language == language || shown.language == FR || !text.has(FR));
        }
    }

    #[test]
    fn a_text_is_never_passed_off_as_another_language(text in any_localised(), (language, level) in any_version()) {
        if let Some(shown) = text.pick(language, level) {
            prop_assert_eq!(shown.text, format!("{} {}", shown.language.code(), shown.level.code()));
        }
    }

    /// What is left out until it is read is never what somebody is shown who reads another language.
    #[test]
    fn without_a_language_that_stands_in_for_nobody_every_other_reader_is_shown_the_same(
        text in any_localised(),
        (left_out, _) in any_version(),
    ) {
        prop_assume!(!text.stands_in(left_out));
        let mut without = text.clone();
        without.remove(left_out);
        for (language, level) in Language::ALL.into_iter().flat_map(|one| Level::ALL.map(|level| (one, level))) {
            if language != left_out {
                prop_assert_eq!(without.pick(language, level), text.pick(language, level));
            }
            let exact = text.pick(language, level).filter(|shown| (shown.language, shown.level) == (language, level));
            prop_assert_eq!(text.exactly(language, level), exact.map(|shown| shown.text));
        }
    }

    #[test]
    fn keeping_never_empties_a_text_and_adds_nothing(text in any_localised(), (languages, levels) in any_offer()) {
        let mut kept = text.clone();
        kept.keep(&languages, &levels);
        prop_assert_eq!(kept.is_empty(), text.is_empty());
        prop_assert!(kept.versions().all(|one| text.versions().any(|other| one == other)));
        let mut again = kept.clone();
        again.keep(&languages, &levels);
        prop_assert_eq!(again, kept);
    }

    #[test]
    fn keeping_drops_every_language_that_is_not_offered(text in any_localised(), (languages, levels) in any_offer()) {
        let mut kept = text.clone();
        kept.keep(&languages, &levels);
        if languages.iter().any(|language| text.has(*language)) {
            prop_assert!(kept.versions().all(|shown| languages.contains(&shown.language)));
        }
    }

    #[test]
    fn whoever_is_offered_a_page_is_shown_the_same_after_keeping(
        text in any_localised(),
        (languages, levels) in any_offer(),
    ) {
        let mut kept = text.clone();
        kept.keep(&languages, &levels);
        for language in &languages {
            for level in &levels {
                prop_assert_eq!(kept.pick(*language, *level), text.pick(*language, *level));
            }
        }
    }
}
