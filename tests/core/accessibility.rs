//! What was found about accessibility and about dark patterns (`content/accessibility/`): whole, and no finding without a place where it
//! was found. A test is named by its file and by words that stand in it.

// A helper that fails fails its test.
#![allow(clippy::unwrap_used)]

use crate::support::content;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// How many criteria each of the thirteen themes of the RGAA 4.1.2 has.
const THEMES: [usize; 13] = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rgaa {
    version: String,
    checked: String,
    criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Criterion {
    number: String,
    name: String,
    result: String,
    #[serde(default)]
    tests: Vec<String>,
    hand: Option<String>,
    note: Option<String>,
    needed: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Patterns {
    checked: String,
    checks: Vec<Check>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    id: String,
    what: String,
    source: String,
    #[serde(default)]
    tests: Vec<String>,
    hand: Option<String>,
    result: String,
    note: Option<String>,
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    toml::from_str(&content().0[&format!("accessibility/{name}.toml")]).unwrap()
}

fn rgaa() -> Rgaa {
    read("rgaa")
}

fn patterns() -> Patterns {
    read("dark-patterns")
}

/// What is wrong with a test that is named `file#words`; nothing, if the file is there and has the words.
fn lost(test: &str) -> Option<String> {
    let Some((file, words)) = test.split_once('#') else { return Some(format!("{test}: no words")) };
    let is_test = file.starts_with("tests/") || file.ends_with("/tests.rs");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
    match text {
        _ if !is_test => Some(format!("{file} is no test")),
        // Less than that stands in any file.
        _ if words.len() < 12 => Some(format!("{test}: too few words to be found by")),
        Err(_) => Some(format!("{file} is not there")),
        Ok(text) => (!text.contains(words)).then(|| format!("{file} has no \"{words}\"")),
    }
}

#[test]
fn all_106_criteria_are_there_once_in_their_order() {
    let rgaa = rgaa();
    let themes = (1..).zip(THEMES);
    let wanted = themes.flat_map(|(theme, count)| (1..=count).map(move |one| format!("{theme}.{one}")));
    assert_eq!(
        rgaa.criteria.iter().map(|one| one.number.clone()).collect::<Vec<_>>(),
        wanted.collect::<Vec<_>>()
    );
    assert_eq!((rgaa.version.as_str(), rgaa.criteria.len()), ("4.1.2", 106));
    assert!(eclaire::content::Date::parse(&rgaa.checked).is_some_and(|date| date.day.is_some()));
    assert!(rgaa.criteria.iter().all(|one| !one.name.is_empty()));
}

#[test]
fn every_finding_has_its_place() {
    for Criterion { number, result, tests, hand, note, needed, .. } in rgaa().criteria {
        match result.as_str() {
            "conforme" => assert!(!tests.is_empty() || hand.is_some(), "{number}: met, and nobody knows how"),
            "non applicable" => {
                assert!(!tests.is_empty() || hand.is_some(), "{number}: nobody knows why it does not apply");
            }
            "non conforme" => assert!(note.is_some(), "{number}: not met, and it is not said what"),
            "à vérifier" => assert!(needed.is_some(), "{number}: open, and it is not said what for"),
            other => panic!("{number}: {other}"),
        }
        assert_eq!(
            needed.is_some(),
            result == "à vérifier",
            "{number}: only an open one waits for something"
        );
    }
}

#[test]
fn fifty_checks_of_dark_patterns_are_there_each_with_its_source_and_its_place() {
    let Patterns { checked, checks } = patterns();
    assert!(eclaire::content::Date::parse(&checked).is_some());
    let ids: BTreeSet<&str> = checks.iter().map(|one| one.id.as_str()).collect();
    assert_eq!((checks.len(), ids.len()), (50, 50));
    for Check { id, what, source, tests, hand, result, note } in &checks {
        assert!(!what.is_empty() && !source.is_empty(), "{id}");
        assert!(!tests.is_empty() || hand.is_some(), "{id}: nobody knows how it was checked");
        assert!(["held", "partly", "not held"].contains(&result.as_str()), "{id}: {result}");
        assert!(result == "held" || note.is_some(), "{id}: not held whole, and it is not said what");
    }
    let edpb = ids.iter().filter(|id| id.starts_with("edpb-")).count();
    assert_eq!(edpb, 16, "the patterns of the EDPB's guidelines 03/2022");
}

#[test]
fn every_test_that_is_named_is_there() {
    let named = rgaa().criteria.into_iter().flat_map(|one| one.tests);
    let named: Vec<String> = named.chain(patterns().checks.into_iter().flat_map(|one| one.tests)).collect();
    assert!(named.len() > 150, "{}", named.len());
    assert_eq!(named.iter().filter_map(|one| lost(one)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn a_test_that_is_not_there_is_found() {
    for test in [
        "tests/core/accessibility.rs",
        "tests/core/accessibility.rs#fn lost",
        "tests/core/accessibilities.rs#every_finding_has_its_place",
        &format!("tests/core/accessibility.rs#every_finding_{}", "has_no_place"),
        "src/cli/site/accessibility.rs#the_statement_says_what_the_law_asks_for",
    ] {
        assert!(lost(test).is_some(), "{test}");
    }
    assert_eq!(lost("tests/core/accessibility.rs#every_finding_has_its_place"), None);
}
