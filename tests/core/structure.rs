//! The house has floors: nothing takes from above, nothing goes round in a circle. Read from the imports themselves.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::imports;

use imports::Imports;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn source() -> Imports {
    Imports::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "eclaire")
}

/// The part of the house in which a file lies: a folder of `src/`, or a file directly in it.
fn part(path: &str) -> String {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs").to_owned()
}

/// The parts of the house in the order in which `DESIGN.md` draws them, the lowest first.
fn drawn() -> Vec<String> {
    let design = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("DESIGN.md")).unwrap();
    let floors =
        design.split("<!-- floors -->").nth(1).expect("DESIGN.md draws the floors between two marks");
    let rows = floors.lines().filter_map(|line| line.strip_prefix("| "));
    let names = rows.flat_map(|row| row.split('|').next().unwrap_or_default().split('`').skip(1).step_by(2));
    let mut names: Vec<String> = names.map(|name| name.trim_end_matches('/').to_owned()).collect();
    names.reverse();
    names
}

/// What takes from what directly.
type Arrows = BTreeSet<(String, String)>;

/// The arrows of a picture in the words of Mermaid: `a["its label"] --> b & c`.
fn arrows_of(picture: &str) -> Arrows {
    let names = |side: &str| -> Vec<String> {
        // A label may hold anything: only what stands before it is the name.
        let mut bare = String::new();
        let mut quoted = false;
        for letter in side.chars() {
            quoted ^= letter == '"';
            if !quoted && letter != '"' {
                bare.push(letter);
            }
        }
        bare.replace("[]", "").split('&').map(|name| name.trim().to_owned()).collect()
    };
    let arrows = picture.lines().filter_map(|line| line.split_once("-->"));
    arrows
        .flat_map(|(from, to)| {
            let (from, to) = (names(from), names(to));
            from.into_iter().flat_map(move |from| to.clone().into_iter().map(move |to| (from.clone(), to)))
        })
        .collect()
}

/// What can be reached from a place by one arrow or more.
fn reached(arrows: &Arrows, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut next = vec![from.to_owned()];
    while let Some(here) = next.pop() {
        for (_, to) in arrows.iter().filter(|(one, _)| *one == here) {
            if found.insert(to.clone()) {
                next.push(to.clone());
            }
        }
    }
    found
}

/// The arrows that remain if what can be reached through another one is left out.
fn without_detours(arrows: &Arrows) -> Arrows {
    let detour = |from: &str, to: &str| {
        arrows
            .iter()
            .any(|(one, through)| one == from && through != to && reached(arrows, through).contains(to))
    };
    arrows.iter().filter(|(from, to)| !detour(from, to)).cloned().collect()
}

/// A way round in a graph, if there is one.
fn circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut left: BTreeMap<_, _> = arrows.clone();
    // Whoever takes from nobody who is left is in no circle.
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, to| to.iter().any(|one| names.contains(one)));
        if left.len() == before {
            break;
        }
    }
    let mut way = vec![left.keys().next()?.clone()];
    loop {
        let next = left[way.last()?].iter().find(|one| left.contains_key(*one))?.clone();
        if let Some(at) = way.iter().position(|one| *one == next) {
            return Some(way[at..].iter().chain([&next]).cloned().collect());
        }
        way.push(next);
    }
}

fn of_texts(texts: &[(&str, &str)]) -> Imports {
    Imports::of_texts(
        &texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect(),
        "it",
    )
}

#[test]
fn an_import_is_found_however_it_is_written() {
    for text in [
        "use crate::desk::Page;",
        "use crate::{desk::Page, view};",
        "use crate::desk; fn draw() { desk::Page::new() }",
        "use crate::desk as other; fn draw() -> other::Page { }",
        "fn draw() { crate::desk::Page::new() }",
        "fn draw() { view! { <p>{crate::desk::Page}</p> } }",
        "use crate::desk; fn draw() { view! { <p>{desk::page(1)}</p> } }",
        "use crate::desk::*;",
        "use super::desk::Page;",
    ] {
        let all =
            of_texts(&[("lib.rs", ""), ("desk.rs", "pub struct Page;"), ("a.rs", text), ("view.rs", "")]);
        let found = all.from("a.rs");
        // What stands in a module by itself is taken with everything.
        let expected = if text.contains('*') { vec![] } else { vec!["desk.rs"] };
        assert!(found.iter().eq(&expected) || text.contains('*'), "{text}: {found:?}");
    }
}

#[test]
fn a_name_that_is_handed_on_is_followed_to_its_file() {
    let all = of_texts(&[
        ("desk/mod.rs", "mod page; pub use page::Page;"),
        ("desk/page.rs", "pub struct Page;"),
        ("a.rs", "use crate::desk::Page;"),
    ]);
    assert!(all.from("a.rs").iter().eq(["desk/page.rs"]));
}

/// The views take `view::qr`, which stands in a module of the same name: that arrow was missed.
#[test]
fn a_name_that_is_handed_on_may_be_that_of_its_module() {
    let all = of_texts(&[
        ("view/mod.rs", "mod qr; pub use qr::qr;"),
        ("view/qr.rs", "pub fn qr() {}"),
        ("a.rs", "use crate::view::qr; fn draw() { qr() }"),
        ("b.rs", "use crate::view;"),
    ]);
    assert!(all.from("a.rs").iter().eq(["view/qr.rs"]));
    assert!(all.from("b.rs").is_empty());
}

#[test]
fn what_only_tests_take_is_no_arrow() {
    let all = of_texts(&[("a.rs", "#[cfg(test)] mod tests { use crate::b::C; }"), ("b.rs", "pub struct C;")]);
    assert!(all.from("a.rs").is_empty());
}

#[test]
fn a_circle_is_found() {
    let texts = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")];
    let all = of_texts(&texts);
    let arrows = all.files().map(|file| (file.clone(), all.from(file))).collect();
    assert_eq!(circle(&arrows).map(|way| way.len()), Some(4));
}

#[test]
fn no_file_takes_from_one_that_takes_from_it() {
    let source = source();
    // What the files of a folder share stands at its head, which uses each of them: there, both ways are meant.
    let head = |file: &str| {
        file.rsplit_once('/').map_or("lib.rs".to_owned(), |(folder, _)| format!("{folder}/mod.rs"))
    };
    let arrows: BTreeMap<_, BTreeSet<String>> = source
        .files()
        .map(|file| {
            (file.clone(), source.from(file).into_iter().filter(|other| *other != head(file)).collect())
        })
        .collect();
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 1000, "the imports are read");
    assert_eq!(circle(&arrows), None);
}

#[test]
fn no_part_takes_from_one_that_design_draws_above_it() {
    let source = source();
    let drawn = drawn();
    let floor = |part: &str| drawn.iter().position(|one| one == part);
    for file in source.files().filter(|file| !["lib.rs", "sources.rs"].contains(&file.as_str())) {
        let own = part(file);
        let here =
            floor(&own).unwrap_or_else(|| panic!("DESIGN.md does not draw {own}, in which {file} lies"));
        for other in source.from(file) {
            let there = part(&other);
            assert!(
                there == own || floor(&there).is_some_and(|there| there < here),
                "src/{file} takes from src/{other}: {there} is drawn above {own}, or beside it"
            );
        }
    }
}

#[test]
fn a_picture_is_read_as_it_is_drawn() {
    let arrows = arrows_of("flowchart TD\n  a[\"a/ · one --- & two\"] --> b & c[\"c\"]\n  b --> c\n");
    let pair = |(from, to): (&str, &str)| (from.to_owned(), to.to_owned());
    assert_eq!(arrows, [("a", "b"), ("a", "c"), ("b", "c")].map(pair).into());
    assert_eq!(without_detours(&arrows), [("a", "b"), ("b", "c")].map(pair).into());
}

#[test]
fn the_picture_that_design_draws_is_what_the_imports_say() {
    let source = source();
    let mut taken = Arrows::new();
    for file in source.files().filter(|file| !["lib.rs", "sources.rs"].contains(&file.as_str())) {
        let own = part(file);
        taken.extend(source.from(file).iter().map(|other| (own.clone(), part(other))));
    }
    taken.retain(|(from, to)| from != to);
    let design = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("DESIGN.md")).unwrap();
    let picture = design.split("```mermaid").nth(1).and_then(|rest| rest.split("```").next());
    assert_eq!(arrows_of(picture.expect("DESIGN.md has a picture")), without_detours(&taken));
}

/// What the browser draws is made of the kit. Whoever writes a view for it cannot ask for what did not come.
#[test]
fn what_runs_in_a_patients_browser_knows_neither_the_notice_nor_the_page_nor_the_register() {
    let source = source();
    let natively = ["notice.rs", "patient/view/page.rs", "register/model.rs", "register/file.rs"];
    let only_there = [
        "app",
        "controls",
        "follow",
        "letters",
        "listen",
        "start",
        "state",
        "view/context",
        "view/parts/named",
    ];
    for file in only_there.map(|name| format!("patient/{name}.rs")) {
        assert!(source.files().any(|one| *one == file), "{file}");
        for other in source.from(&file) {
            assert!(!natively.contains(&other.as_str()), "src/{file} takes from src/{other}");
        }
    }
}

/// The program that makes a browser's program callable has to be of exactly the version that is called.
#[test]
fn the_program_of_wasm_bindgen_is_locked_in_the_version_of_the_programs() {
    let version = |lock: &str, name: &str| {
        let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(lock)).unwrap();
        let package =
            lock.split("[[package]]").find(|one| one.contains(&format!("\nname = \"{name}\"\n"))).unwrap();
        let version = package.lines().find_map(|line| line.strip_prefix("version = ")).unwrap().to_owned();
        (version, package.contains("\nchecksum = "))
    };
    let called = version("Cargo.lock", "wasm-bindgen");
    assert_eq!(version(".cargo/wasm-bindgen/Cargo.lock", "wasm-bindgen-cli"), called);
    assert!(called.1, "with their sums");
}
