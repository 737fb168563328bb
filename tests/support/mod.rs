//! What the specification tests share: the repository's own texts, registers to break, and how to say what is expected
//! of them.
//!
//! A [`Draft`] is a register that a test changes at places written as in the messages of [`check`]:
//! `uses[0].hosting.country`.

// A helper that fails fails its test. Every test program takes its part of what is here.
#![allow(clippy::unwrap_used, dead_code, unreachable_pub)]

pub mod fuzzed;
pub mod said;

use eclaire::choices::Id;
use eclaire::content::{Files, Library};
use eclaire::register::{Checked, Problem, Register, check};
use eclaire::share::UseCode;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A file of the repository.
pub fn repository(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

/// Two names whose codes in a link begin with the same three characters: one pair in 32 768.
pub fn two_names_that_begin_alike() -> (Id, Id) {
    let mut seen = BTreeMap::new();
    let mut names = (0..10_000).map(|number| Id::parse(&format!("use-{number}")).unwrap());
    let begin = |id: &Id| UseCode::of(id).to_string()[..UseCode::SHORTEST].to_owned();
    names.find_map(|id| seen.insert(begin(&id), id.clone()).map(|first| (first, id))).unwrap()
}

/// The repository's content folder.
pub fn content() -> Files {
    let mut files = Files::default();
    gather(&repository("content"), "", &mut files);
    files
}

fn gather(folder: &Path, below: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else if name.ends_with(".toml") {
            files.0.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// The repository's texts, read once.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::read(&content()).0)
}

/// The text of a register in `tests/fixtures/registers`.
pub fn fixture(name: &str) -> String {
    let path = repository("tests/fixtures/registers").join(format!("{name}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A register that a test changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft(pub Value);

/// A register that tells everything: no error, no gap. It has every regime, a use of the catalogue, one with all its
/// texts written by the place itself, and a tool of the patient's own.
pub fn complete() -> Draft {
    static TEXT: OnceLock<String> = OnceLock::new();
    Draft(serde_json::from_str(TEXT.get_or_init(|| fixture("complete"))).unwrap())
}

/// The least register there can be: a site without contacts, and no AI.
pub fn least() -> Draft {
    Draft(json!({
        "version": 1,
        "site": {
            "id": "cabinet",
            "name": { "fr": "Cabinet" },
            "kind": "practice",
            "languages": ["fr"],
            "default_language": "fr",
            "notice": { "version": "1" },
        },
    }))
}

impl Draft {
    /// With another value at a place, or with a value at a place that was empty.
    #[track_caller]
    pub fn with(mut self, at: &str, value: impl Into<Value>) -> Draft {
        let (parent, key) = self.parent(at);
        match parent {
            Value::Object(entries) => drop(entries.insert(key, value.into())),
            Value::Array(items) if key.parse() == Ok(items.len()) => items.push(value.into()),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.into(),
            other => panic!("nothing can be put at {at}, into {other}"),
        }
        self
    }

    /// Without the value at a place.
    #[track_caller]
    pub fn without(mut self, at: &str) -> Draft {
        let (parent, key) = self.parent(at);
        match parent {
            Value::Object(entries) => drop(entries.remove(&key).unwrap_or_else(|| panic!("no {at}"))),
            Value::Array(items) => drop(items.remove(key.parse().unwrap())),
            other => panic!("nothing can be taken from {at}, out of {other}"),
        }
        self
    }

    #[track_caller]
    fn parent(&mut self, at: &str) -> (&mut Value, String) {
        let pointer = pointer(at);
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        (self.0.pointer_mut(parent).unwrap_or_else(|| panic!("nothing around {at}")), key.to_owned())
    }

    /// Every place in it that has a value.
    pub fn places(&self) -> Vec<String> {
        let mut places = Vec::new();
        places_in(&self.0, "", &mut places);
        places
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        self.0.to_string()
    }

    /// What the check says of it.
    pub fn check(&self) -> Checked {
        check(&self.text(), library())
    }

    /// It has exactly these errors, in this order.
    #[track_caller]
    pub fn is_refused(&self, expected: &[&str]) {
        let checked = self.check();
        assert_eq!(lines(&checked.errors), expected);
        assert!(!expected.is_empty() && checked.register.is_none(), "errors, and yet a register to show");
    }

    /// It can be shown, and exactly these facts are not told, in this order.
    #[track_caller]
    pub fn has_gaps(&self, expected: &[&str]) {
        let checked = self.check();
        assert_eq!(lines(&checked.errors), [""; 0]);
        assert_eq!(lines(&checked.gaps), expected);
    }

    /// It can be shown: the register.
    #[track_caller]
    pub fn is_shown(&self) -> Register {
        let checked = self.check();
        assert_eq!(lines(&checked.errors), [""; 0]);
        checked.register.unwrap()
    }
}

/// Problems as staff read them.
pub fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn pointer(at: &str) -> String {
    format!("/{}", at.replace(['.', '['], "/").replace(']', ""))
}

fn places_in(value: &Value, at: &str, places: &mut Vec<String>) {
    let mut visit = |at: String, value: &Value| {
        places_in(value, &at, places);
        places.push(at);
    };
    match value {
        Value::Object(entries) if at.is_empty() => {
            entries.iter().for_each(|(key, value)| visit(key.clone(), value));
        }
        Value::Object(entries) => {
            entries.iter().for_each(|(key, value)| visit(format!("{at}.{key}"), value));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| visit(format!("{at}[{index}]"), value));
        }
        _ => {}
    }
}

/// So many random cases. What was found to fail is written beside the test, in a file to be committed
/// (`tests/code.proptest-regressions`), and tried first from then on.
pub fn cases(cases: u32) -> ProptestConfig {
    let beside = FileFailurePersistence::WithSource("proptest-regressions");
    ProptestConfig { cases, failure_persistence: Some(Box::new(beside)), ..ProptestConfig::default() }
}

/// Any text: anything at all, or a word that means something in a register.
pub fn any_text() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "",
        " ",
        "fr",
        "en",
        "de",
        "1",
        "inform",
        "request",
        "object",
        "agree",
        "explanation",
        "talk",
        "during",
        "care_team",
        "desk",
        "dpo",
        "hospital",
        "mammography",
        "own-devices",
        "research",
        "recording",
        "reuse",
        "2026-02-28",
        "2026-02-30",
        "2026-11",
        "IIa",
        "x\ny",
        "\u{202e}",
        "Un logiciel lit les images.",
    ];
    prop_oneof![proptest::sample::select(WORDS).prop_map(str::to_owned), ".*"]
}

/// Any key: one of the format, or any text.
pub fn any_key() -> impl Strategy<Value = String> {
    let known =
        complete().places().into_iter().filter_map(|at| at.rsplit(['.', ']']).next().map(str::to_owned));
    prop_oneof![proptest::sample::select(known.collect::<Vec<_>>()), any_text()]
}

/// Any JSON value.
pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u8>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map(any_key(), inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// The complete register after a few random changes: values taken away, replaced, added, doubled, moved elsewhere.
pub fn any_changed_register() -> impl Strategy<Value = Draft> {
    let change = (any::<Index>(), any::<Index>(), 0..6, any_key(), any_json());
    proptest::collection::vec(change, 1..5).prop_map(|changes| {
        let mut draft = complete();
        for (place, other, how, key, value) in changes {
            // A random key may have the signs with which places are written.
            let mut places = draft.places();
            places.retain(|at| draft.0.pointer(&pointer(at)).is_some());
            let (Some(at), Some(from)) = (pick(&places, place), pick(&places, other)) else { break };
            draft = match how {
                0 => draft.without(at),
                1 => draft.with(at, value),
                2 => draft.with_inside(at, key, value),
                3 => draft.doubled(at),
                4 => draft.with_copy(from, at),
                _ => draft.with(at, key),
            };
        }
        draft
    })
}

fn pick(places: &[String], index: Index) -> Option<&str> {
    (!places.is_empty()).then(|| index.get(places).as_str())
}

impl Draft {
    fn value(&self, at: &str) -> Value {
        self.0.pointer(&pointer(at)).cloned().unwrap_or_default()
    }

    fn with_inside(mut self, at: &str, key: String, value: Value) -> Draft {
        match self.0.pointer_mut(&pointer(at)) {
            Some(Value::Object(entries)) => drop(entries.insert(key, value)),
            Some(Value::Array(items)) => items.push(value),
            _ => {}
        }
        self
    }

    /// With an element of a list twice.
    pub fn doubled(mut self, at: &str) -> Draft {
        if let (Value::Array(items), key) = self.parent(at) {
            let item = items[key.parse::<usize>().unwrap()].clone();
            items.push(item);
        }
        self
    }

    fn with_copy(self, from: &str, to: &str) -> Draft {
        let value = self.value(from);
        self.with(to, value)
    }
}
