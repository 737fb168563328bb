//! How hard a text is to read, as a number: an alarm to look at, never proof and never a gate (rule 7).

use super::{Language, paragraphs, sentences};
use std::ops::AddAssign;

/// What a readability figure is made of.
///
/// ```
/// use eclaire::content::{Language, Readability};
///
/// let score = |text| Readability::of(Language::En, text).score(Language::En).unwrap();
/// assert!(score("The software circles spots. A doctor decides.") > score("Algorithmic detection facilitates interpretation."));
/// assert_eq!(Readability::of(Language::En, "").score(Language::En), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Readability {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Syllables, counted by vowels: near enough for a trend.
    pub syllables: usize,
}

impl Readability {
    /// The counts of one text.
    pub fn of(language: Language, text: &str) -> Readability {
        let mut sum = Readability::default();
        for sentence in paragraphs(text).flat_map(sentences) {
            let words: Vec<&str> = words(sentence).collect();
            sum.words += words.len();
            sum.sentences += usize::from(!words.is_empty());
            sum.syllables += words.iter().map(|word| syllables(language, word)).sum::<usize>();
        }
        sum
    }

    /// Kandel-Moles for French (207 − 1.015 × words per sentence − 73.6 × syllables per word), Flesch for English: about
    /// 0 (hard) to 100 (easy). `None` without a sentence, and for a language without such a measure.
    pub fn score(self, language: Language) -> Option<f64> {
        if self.sentences == 0 {
            return None;
        }
        let (base, per_syllable) = match language {
            Language::Fr => (207.0, 73.6),
            Language::En => (206.835, 84.6),
            _ => return None,
        };
        // Counts of words lose nothing as f64.
        let [words, sentences, syllables] =
            [self.words, self.sentences, self.syllables].map(|one| one as f64);
        Some(base - 1.015 * words / sentences - per_syllable * syllables / words)
    }
}

impl AddAssign for Readability {
    fn add_assign(&mut self, other: Readability) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
    }
}

/// The words of a sentence: what stands between spaces and has a letter or a digit. "l’outil" is one word.
pub(super) fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(char::is_whitespace).filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Groups of vowels; a last mute e is none.
fn syllables(language: Language, word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let mute: &[&str] = match language {
        Language::Fr => &["es", "e", "ent"],
        Language::En => &["e", "es", "ed"],
        _ => &[],
    };
    let is_vowel = |letter: char| "aeiouyàâäéèêëîïôöùûüœæ".contains(letter);
    let groups = |word: &str| {
        let mut before = false;
        word.chars()
            .filter(|letter| {
                let begins = is_vowel(*letter) && !before;
                before = is_vowel(*letter);
                begins
            })
            .count()
    };
    let all = groups(&word);
    let without =
        mute.iter().filter_map(|end| word.strip_suffix(end)).map(groups).filter(|one| *one > 0).min();
    without.unwrap_or(all).max(1)
}
