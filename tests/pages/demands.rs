//! The coverage table: every demand that the seed documents make is answered by something that is there, says what is
//! still open, or says why it is not for patients.

// A helper that fails fails its test; that is what it is for.
#![allow(clippy::unwrap_used)]

use crate::html;
use crate::support;

use eclaire::content::{Language, Word};
use html::page;
use serde::Deserialize;
use std::collections::BTreeSet;
use support::{library, repository};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    demands: Vec<Demand>,
    named_uses: Vec<NamedUse>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Demand {
    number: usize,
    seed: String,
    demand: String,
    #[serde(default)]
    answered_by: Vec<String>,
    not_for_patients: Option<String>,
    open: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamedUse {
    row: String,
    seeds: Vec<String>,
    entries: Vec<String>,
}

fn table() -> Table {
    toml::from_str(&std::fs::read_to_string(repository("content/demands.toml")).unwrap()).unwrap()
}

/// Whether a reference leads to something that is there.
fn resolves(reference: &str) -> bool {
    let (kind, name) = reference.split_once('/').unwrap_or((reference, ""));
    let library = library();
    match kind {
        "use" => library.catalogue.contains_key(name),
        "reuse" => library.reuses.contains_key(name),
        "right" => library.rights.iter().any(|one| one.id == name),
        "part" => library.understanding.iter().any(|one| one.id == name),
        "term" => library.glossary.terms().iter().any(|one| one.id == name),
        "figure" => library.figures.iter().any(|one| one.id == name),
        "quiz" => library.quiz.iter().any(|one| one.id == name),
        "worry" => library.worries.iter().any(|one| one.id.as_str() == name),
        "word" => Word::ALL.iter().any(|word| word.key() == name),
        "source" => library.sources.contains_key(name),
        "screen" => page("hospital", Language::Fr).id(name).is_some(),
        "control" => {
            let ids = page("hospital", Language::Fr).elements();
            let mut ids = ids.filter_map(|element| element.attr("id"));
            ids.any(|id| !name.is_empty() && id.starts_with(name))
        }
        "field" => is_field(name),
        "test" => is_test(name),
        "file" => repository(name).exists(),
        _ => false,
    }
}

/// A field of a use or reuse in the schema of the register, as `hosting.country`.
fn is_field(path: &str) -> bool {
    let schema = std::fs::read_to_string(repository("public/register.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let defs = schema["$defs"].as_object().unwrap();
    // Each part of the path is a property of some definition.
    path.split('.').all(|part| defs.values().any(|one| one["properties"].get(part).is_some()))
}

/// `tests/core/register.rs#words of the name`: a test in that file whose first line has these words.
fn is_test(place: &str) -> bool {
    let Some((file, words)) = place.split_once('#') else { return false };
    let Ok(text) = std::fs::read_to_string(repository(file)) else { return false };
    let mut names = text.lines().filter(|line| line.contains("fn ") || line.contains("test("));
    names.any(|line| line.contains(words))
}

#[test]
fn all_sixty_eight_demands_are_there_in_order() {
    let numbers: Vec<_> = table().demands.iter().map(|one| one.number).collect();
    assert_eq!(numbers, (1..=68).collect::<Vec<_>>());
}

#[test]
fn every_reference_of_every_demand_leads_to_something() {
    let mut lost = Vec::new();
    for one in table().demands {
        assert!(library().sources.contains_key(&one.seed) && one.seed.starts_with("seed-"), "{}", one.number);
        assert!(!one.demand.trim().is_empty(), "{}", one.number);
        lost.extend(
            one.answered_by
                .iter()
                .filter(|one| !resolves(one))
                .map(|reference| (one.number, reference.clone())),
        );
    }
    assert_eq!(lost, []);
}

#[test]
fn a_demand_is_answered_or_says_why_it_is_not_for_patients() {
    for one in table().demands {
        let answered = !one.answered_by.is_empty();
        let reason = one.not_for_patients.as_deref().map(str::trim);
        assert!(answered != reason.is_some(), "{} is answered and not for patients, or neither", one.number);
        for said in [one.not_for_patients, one.open].into_iter().flatten() {
            assert!(said.split_whitespace().count() >= 4, "{} says nothing with “{said}”", one.number);
        }
    }
}

/// What is left is not forgotten work: somebody outside of these texts has to do it, and the table names them.
#[test]
fn what_stays_open_says_whose_it_is_to_answer() {
    let whose = ["The State's: ", "A hospital's: ", "A maker's: ", "A person's: "];
    for one in table().demands {
        let Some(open) = one.open else { continue };
        assert!(whose.iter().any(|who| open.starts_with(who)), "{}: whose is “{open}”?", one.number);
    }
}

/// A reference that cannot be lost would show nothing.
#[test]
fn what_is_not_there_does_not_resolve() {
    let lost = [
        "use/nowhere",
        "reuse/nowhere",
        "right/nowhere",
        "part/nowhere",
        "term/nowhere",
        "figure/nowhere",
        "quiz/nowhere",
        "worry/nowhere",
        "word/nowhere",
        "source/nowhere",
        "screen/nowhere",
        "control/nowhere",
        "control/",
        "field/nowhere",
        "field/hosting.nowhere",
        "test/tests/core/register.rs#nowhere",
        "test/nowhere.rs#x",
        "file/nowhere",
        "nothing",
    ];
    for reference in lost {
        assert!(!resolves(reference), "{reference}");
    }
}

/// The law page, 7.3, has 29 rows; every use that a seed names has entries of the catalogue, and the seeds that name it.
#[test]
fn every_use_that_the_seeds_name_has_its_entries() {
    let rows = table().named_uses;
    assert_eq!(rows.len(), 29);
    let mut entries = BTreeSet::new();
    for one in &rows {
        assert!(!one.entries.is_empty() && !one.seeds.is_empty(), "{}", one.row);
        assert!(one.seeds.iter().all(|seed| library().sources.contains_key(seed)), "{}", one.row);
        entries.extend(one.entries.iter().cloned());
    }
    let lost: Vec<_> = entries.iter().filter(|id| !library().catalogue.contains_key(*id)).collect();
    assert_eq!(lost, [""; 0]);
    let unnamed: Vec<_> = library().catalogue.keys().filter(|id| !entries.contains(*id)).collect();
    println!("in the catalogue, named by no row: {unnamed:?}");
    assert!(entries.len() >= 36);
}
