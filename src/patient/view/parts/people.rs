//! How well it works, in people: a sentence first, then the same as a picture.
//!
//! The sentences carry the meaning alone (rules 10 to 12); in the picture each group has its own shape, in reading
//! order, so that it survives a photocopy.

use crate::content::Word;
use crate::patient::view::Page;
use crate::register::Performance;
use crate::view::{IntoMarkup, Markup};
use leptos::prelude::*;

/// Sentences and picture.
pub fn people(page: &Page, id: &str, performance: &Performance) -> Markup {
    let legend = groups(page, performance).into_iter().enumerate();
    let legend = legend.map(|(group, line)| view! { <li>{key(group)}{line}</li> });
    let unsure = performance.study.as_ref().map(|study| page.text(study)).unwrap_or_else(|| page.not_told());
    let tested_on =
        performance.tested_on.as_ref().map(|text| page.text(text)).unwrap_or_else(|| page.not_told());
    view! {
        <p>{had_it(page, performance)}</p>
        <ul class="people-legend">{legend.collect_view()}</ul>
        {array(page, id, performance)}
        <p>{page.word(Word::PeopleStudy)} " " {unsure}</p>
        <p>{page.word(Word::PeopleTestedOn)} " " {tested_on}</p>
        <p>{page.word(Word::PeopleLimit)}</p>
    }
    .markup()
}

/// The same in sentences alone, one after the other.
pub(super) fn sentences(page: &Page, performance: &Performance) -> Markup {
    let groups = groups(page, performance).into_iter().map(|line| view! { " " {line} });
    view! { {had_it(page, performance)}{groups.collect_view()} }.markup()
}

/// How many were tested, and how many of them had it.
fn had_it(page: &Page, performance: &Performance) -> Markup {
    let sentence = line(page, performance, Word::PeopleHadIt, performance.found + performance.missed);
    let (before, after) = sentence.split_once("{what}").unwrap_or((&sentence, ""));
    view! { {before.to_owned()}{page.text(&performance.what)}{after.to_owned()} }.markup()
}

/// A sentence a group, in the order of the picture.
fn groups(page: &Page, performance: &Performance) -> [String; 4] {
    [
        (Word::PeopleFound, performance.found),
        (Word::PeopleMissed, performance.missed),
        (Word::PeopleFalseAlarm, performance.false_alarms),
        (Word::PeopleLeftAlone, performance.left_alone),
    ]
    .map(|(word, number)| line(page, performance, word, number))
}

fn line(page: &Page, performance: &Performance, word: Word, number: u32) -> String {
    page.fill(word, &[("of", &performance.of.to_string()), ("number", &number.to_string())])
}

/// The size of one person in the picture, in its own units.
const CELL: u32 = 10;

/// The shapes of the groups: full, ring, cross, dot.
const SHAPES: [&str; 4] = [
    "M1.5 5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    "M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    "M2 2l6 6 M8 2l-6 6",
    "M4 5a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
];

fn shape(group: usize) -> Markup {
    let class = if group.is_multiple_of(3) { "full" } else { "line" };
    view! { <path class=class d=SHAPES[group % 4] /> }.markup()
}

fn key(group: usize) -> Markup {
    view! { <svg class="people-key" viewBox="0 0 10 10" width="16" height="16" aria-hidden="true" focusable="false">{shape(group)}</svg> }
        .markup()
}

/// One shape a person, the groups one after the other: 10 a row of 100, 40 a row of 1000.
fn array(page: &Page, id: &str, performance: &Performance) -> Markup {
    let columns = if performance.of <= 100 { 10 } else { 40 };
    let rows = performance.of / columns;
    let mut patterns = Vec::new();
    let mut bands = Vec::new();
    let mut from = 0;
    let groups = [performance.found, performance.missed, performance.false_alarms, performance.left_alone];
    for (group, number) in groups.into_iter().enumerate() {
        let pattern = format!("people-{id}_{group}");
        let fill = format!("url(#{pattern})");
        patterns.push(view! {
            <pattern id=pattern width=CELL height=CELL patternUnits="userSpaceOnUse">{shape(group)}</pattern>
        });
        for (x, y, width, height) in bands_of(from, from + number, columns) {
            bands.push(view! {
                <rect x=x * CELL y=y * CELL width=width * CELL height=height * CELL fill=fill.clone() />
            });
        }
        from += number;
    }
    let size = format!("0 0 {} {}", columns * CELL, rows * CELL);
    let class = if columns == 10 { "people" } else { "people wide" };
    view! {
        <svg class=class viewBox=size role="img" aria-label=page.word(Word::PeoplePicture)>
            <defs>{patterns}</defs>
            {bands}
        </svg>
    }
    .markup()
}

/// The rectangles (x, y, width, height, in persons) that cover the persons `from..to` in reading order.
pub(super) fn bands_of(from: u32, to: u32, columns: u32) -> Vec<(u32, u32, u32, u32)> {
    let mut bands = Vec::new();
    let mut at = from;
    while at < to {
        let (x, y) = (at % columns, at / columns);
        let whole_rows = if x == 0 { (to - at) / columns } else { 0 };
        let (width, height) =
            if whole_rows > 0 { (columns, whole_rows) } else { ((columns - x).min(to - at), 1) };
        bands.push((x, y, width, height));
        at += width * height;
    }
    bands
}
