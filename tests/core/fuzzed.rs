//! Any bytes from outside, in every run: made up, and golden ones spoilt. `fuzz/` goes on with the same bodies.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::support;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::sync::OnceLock;
use support::fuzzed::{self, Known};
use support::repository;

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| Known::below(&repository("")))
}

/// The bytes of files of the repository.
fn files(paths: &[&str]) -> Vec<Vec<u8>> {
    paths.iter().map(|path| std::fs::read(repository(path)).unwrap()).collect()
}

/// The first words of the lines of a file.
fn lines(path: &str) -> Vec<Vec<u8>> {
    let text = std::fs::read_to_string(repository(path)).unwrap();
    let first = text.lines().filter_map(|line| line.split_whitespace().next());
    first.map(|word| word.as_bytes().to_vec()).collect()
}

/// Good bytes, and a few places where they are not: one changed, some taken out, some put in, some doubled, cut off.
fn spoilt(good: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let spoil = (any::<Index>(), 0..6, 1..20_usize, vec(any::<u8>(), 1..12));
    (select(good), vec(spoil, 0..5)).prop_map(|(mut bytes, spoils)| {
        for (place, how, length, others) in spoils.into_iter() {
            let at = place.index(bytes.len() + 1);
            let end = bytes.len().min(at + length);
            match how {
                0 => bytes[at..end].iter_mut().take(1).for_each(|byte| *byte = others[0]),
                1 => drop(bytes.drain(at..end)),
                2 => drop(bytes.splice(at..at, others)),
                3 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                4 => bytes[at..end].iter_mut().take(1).for_each(|byte| *byte ^= 1),
                _ if length == 1 => bytes.truncate(at),
                _ => {}
            }
        }
        bytes
    })
}

/// Spoilt good bytes, any short text, any bytes.
fn bytes(good: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![4 => spoilt(good), 1 => ".{0,60}".prop_map(String::into_bytes), 1 => vec(any::<u8>(), 0..80)]
}

fn codes() -> Vec<Vec<u8>> {
    lines("tests/fixtures/records/code-november-2026.txt")
}

fn kept() -> Vec<Vec<u8>> {
    let text = lines("tests/fixtures/records/november-2026.kept").remove(0);
    // As it lies there, and what is inside, without the sum at its end.
    let digits: Vec<u8> = text.iter().copied().skip_while(|byte| *byte != b':').skip(1).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
    let inside: Vec<u8> = digits.chunks(2).map(byte).collect();
    let inside = inside[..inside.len() - 8].to_vec();
    vec![text, inside.clone(), inside]
}

fn registers() -> Vec<Vec<u8>> {
    let mut all = files(&["content/registers/practice.json", "content/registers/imported.json"]);
    let fixtures = ["complete", "gaps-only", "many-problems", "mixed-languages", "unknown-key"];
    all.extend(fixtures.map(|name| support::fixture(name).into_bytes()));
    all
}

fn cards() -> Vec<Vec<u8>> {
    let names = ["veinview", "says-nothing", "fda-only", "broken", "cut-off", "other-root", "other-version"];
    let paths = names.map(|name| format!("tests/fixtures/chai/{name}.xml"));
    files(&paths.each_ref().map(String::as_str))
}

proptest! {
    #![proptest_config(support::cases(150))]

    #[test]
    fn whatever_is_typed_is_a_code_as_it_is_written_or_is_refused(bytes in bytes(codes())) {
        fuzzed::code(&bytes, known());
    }

    #[test]
    fn whatever_lies_on_a_device_is_what_we_kept_or_is_left_alone(bytes in bytes(kept())) {
        fuzzed::kept(&bytes, known());
    }

    #[test]
    fn whatever_stands_behind_the_hash_names_uses_of_the_page_and_answers_nothing(
        bytes in bytes(lines("tests/fixtures/links/november-2026.txt"))
    ) {
        fuzzed::link(&bytes, known());
    }
}

proptest! {
    #![proptest_config(support::cases(40))]

    #[test]
    fn whatever_is_handed_in_as_a_file_is_opened_or_refused_in_a_short_line(
        bytes in bytes(files(&["tests/fixtures/records/november-2026.json"]))
    ) {
        fuzzed::file(&bytes, known());
    }

    #[test]
    fn whatever_stands_in_a_register_is_shown_or_has_problems_with_places(bytes in bytes(registers())) {
        fuzzed::register(&bytes, known());
    }

    #[test]
    fn whatever_a_card_says_becomes_a_draft_or_is_refused_with_its_line(bytes in bytes(cards())) {
        fuzzed::card(&bytes, known());
    }
}

#[test]
fn golden_codes_files_links_registers_and_cards_pass_unspoilt() {
    codes().iter().for_each(|one| fuzzed::code(one, known()));
    kept().iter().for_each(|one| fuzzed::kept(one, known()));
    files(&["tests/fixtures/records/november-2026.json"]).iter().for_each(|one| fuzzed::file(one, known()));
    lines("tests/fixtures/links/november-2026.txt").iter().for_each(|one| fuzzed::link(one, known()));
    registers().iter().for_each(|one| fuzzed::register(one, known()));
    cards().iter().for_each(|one| fuzzed::card(one, known()));
}
