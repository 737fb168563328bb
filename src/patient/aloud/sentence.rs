//! From a text to sentences that a voice can say in one breath.

use crate::content::{Language, is_letter};
use std::ops::Range;

/// A piece of the page in one language: a paragraph, a heading, an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// As it stands on the page.
    pub text: String,
    /// Its language.
    pub language: Language,
}

/// Something to say in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What is said.
    pub text: String,
    /// In which language.
    pub language: Language,
    /// In which block it stands.
    pub block: usize,
    /// Where in the text of the block, in bytes.
    pub place: Range<usize>,
}

impl Sentence {
    /// The most characters that are said in one go: Chrome breaks off after some 15 seconds.
    pub const LONGEST: usize = 199;

    /// The sentences of a screen, in the order of reading.
    pub fn all(blocks: &[Block]) -> Vec<Sentence> {
        let of = |(block, one): (usize, &Block)| {
            let language = one.language;
            let sentence = move |text: &str, place| Sentence { text: tidy(text), language, block, place };
            let pieces = pieces(&one.text);
            pieces.into_iter().map(|place| sentence(part(&one.text, &place), place)).collect::<Vec<_>>()
        };
        blocks.iter().enumerate().flat_map(of).collect()
    }
}

/// White space of every kind is one space.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The places of the pieces of a text. Only ends of sentences, then commas, then spaces, then anything, divide it.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    for sentence in divided(text, 0..text.len(), |sign| matches!(sign, '.' | '!' | '?' | '…')) {
        let mut rest = sentence;
        while let Some(cut) = cut(part(text, &rest)) {
            pieces.push(rest.start..rest.start + cut);
            rest.start += cut;
        }
        pieces.push(rest);
    }
    pieces.retain(|place| part(text, place).chars().any(is_letter));
    pieces
}

/// Divides after each sign that is followed by white space.
fn divided(text: &str, within: Range<usize>, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut ended) = (within.start, false);
    for (at, sign) in part(text, &within).char_indices() {
        if ended && sign.is_whitespace() {
            parts.push(start..within.start + at);
            start = within.start + at;
        }
        ended = ends(sign);
    }
    parts.push(start..within.end);
    parts
}

/// A part of a text. One that is none is empty: the code that would say which one is none is larger than all of this.
fn part<'a>(text: &'a str, place: &Range<usize>) -> &'a str {
    text.get(place.clone()).unwrap_or_default()
}

/// Where to cut a sentence that is too long for one breath, in bytes.
fn cut(text: &str) -> Option<usize> {
    let end = text.char_indices().nth(Sentence::LONGEST).map(|(at, _)| at)?;
    let breath = |sign: char| matches!(sign, ',' | ';' | ':' | ')' | '–');
    let pauses = divided(text, 0..end, breath);
    let spaces = || part(text, &(0..end)).rfind(char::is_whitespace);
    let pause = pauses.iter().rev().nth(1).map(|part| part.end);
    pause.filter(|at| *at > 0).or_else(spaces).filter(|at| *at > 0).or(Some(end))
}
