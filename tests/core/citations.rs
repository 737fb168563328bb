//! What this repository refers to is there: the numbered rules (`docs/rules.md`), the sections of the law page
//! (`docs/law.md`), and every path that a document for people names.

// A helper that fails fails its test.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

// ---- rules and law ---------------------------------------------------------------------------------------

#[test]
fn every_cited_rule_stands_in_the_list_of_rules() {
    let rules = rules();
    let (mut count, mut lost) = (0, Vec::new());
    for (file, text) in sources() {
        for number in cited_rules(&text) {
            count += 1;
            if !rules.contains(&number) {
                lost.push(format!("{file}: rule {number}"));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
    assert!(count >= 90, "only {count} citations found: does this test still see them?");
}

#[test]
fn every_cited_section_stands_on_the_law_page() {
    let sections: BTreeSet<_> = sections().into_iter().collect();
    let (mut count, mut lost) = (0, Vec::new());
    for (file, text) in sources() {
        for section in cited_sections(&text) {
            count += 1;
            if !sections.contains(&section) {
                lost.push(format!("{file}: law page, {section}"));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
    assert!(count >= 20, "only {count} citations found: does this test still see them?");
}

#[test]
fn a_rule_has_a_number_of_its_own_and_none_is_left_out() {
    assert_eq!(rules(), (1..=104).collect::<Vec<_>>());
}

#[test]
fn a_section_of_the_law_page_has_a_number_of_its_own() {
    let sections = sections();
    let different: BTreeSet<_> = sections.iter().collect();
    assert_eq!(different.len(), sections.len(), "{sections:?}");
}

#[test]
fn every_source_of_a_rule_is_listed_and_every_listed_source_is_used() {
    let text = read("docs/rules.md");
    let (rules, list) = text.split_once("\n## Sources\n").unwrap();
    let used: BTreeSet<_> =
        rules.split(|one: char| !one.is_ascii_alphanumeric()).filter(|one| is_source(one)).collect();
    let listed: Vec<_> =
        list.lines().filter_map(|line| line.strip_prefix("- **")?.split("**").next()).collect();
    assert_eq!(used, listed.iter().copied().collect());
    assert_eq!(used.len(), listed.len(), "listed twice");
}

/// They were the names of notes outside the repository: nobody who reads it could follow them.
#[test]
fn nothing_leads_to_a_page_outside_the_repository() {
    let gone = [concat!("law-and-", "standards"), concat!("patient-", "rules")];
    let found: Vec<_> = sources()
        .into_iter()
        .filter(|(_, text)| gone.iter().any(|one| text.contains(one)))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_citation_is_found_however_it_is_written() {
    let rules = |text: &str| cited_rules(text);
    assert_eq!(rules("Nothing is hidden (rule 2)."), [2]);
    assert_eq!(rules("source = \"règle 10\""), [10]);
    assert_eq!(rules("(rules 24 and 25)"), [24, 25]);
    assert_eq!(rules("(rules 19 to 22)"), [19, 20, 21, 22]);
    assert_eq!(rules("the patient rules (1 to 3, 24) forbid"), [1, 2, 3, 24]);
    assert_eq!(rules("//! erases (rules 36,\n//! 48, 52)."), [36, 48, 52]);
    assert_eq!(rules("Rule 94 wants it, WCAG 2.5.8 too"), [94]);
    assert_eq!(rules("rule 35, 90 seconds"), [35, 90], "a number behind a comma is read as one more rule");
    assert_eq!(rules("MDR rule 11; annexe VIII, règle 11; MDR, annex VIII, rule 11"), [0; 0]);
    assert_eq!(rules("four rules, 12 words"), [0; 0]);
    let sections = |text: &str| cited_sections(text);
    assert_eq!(sections("source = \"law page, 8\""), ["8"]);
    assert_eq!(sections("« page de droit, 1.1 »."), ["1.1"]);
    assert_eq!(sections("What the law page (section 8) and"), ["8"]);
    assert_eq!(sections("/// the law page,\n    /// section 6.3."), ["6.3"]);
    assert_eq!(sections("`docs/law.md`, section 0"), ["0"]);
    assert_eq!(sections("Lu pour la page de droit du projet"), [""; 0]);
}

/// The numbers of the list of rules, in its order. Each rule begins a paragraph: `**12. …`.
fn rules() -> Vec<u32> {
    let text = read("docs/rules.md");
    text.lines().filter_map(|line| line.strip_prefix("**")?.split_once(". ")?.0.parse().ok()).collect()
}

/// The numbers of the law page's headings: `## 8. …`, `### 1.1 …`.
fn sections() -> Vec<String> {
    let text = read("docs/law.md");
    let headings = text.lines().filter(|line| line.starts_with("##"));
    headings.filter_map(|line| section_number(line.trim_start_matches('#').trim_start())).collect()
}

fn is_source(word: &str) -> bool {
    word.strip_prefix('S')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|one| one.is_ascii_digit()))
}

/// The rules that a text cites: "rule 2", "rules 24 and 25", "rules 19 to 30", « règle 10 ».
fn cited_rules(text: &str) -> Vec<u32> {
    let text = without_line_ends(text).to_lowercase();
    let mut found = Vec::new();
    for word in ["rule", "règle"] {
        for (at, _) in text.match_indices(word) {
            let before = &text[..at];
            // Software as a medical device has rules of its own, in annex VIII of its regulation.
            let other = ["mdr ", "annex viii, ", "annexe viii, "].iter().any(|one| before.ends_with(one));
            if other || before.ends_with(char::is_alphanumeric) {
                continue;
            }
            let rest = &text[at + word.len()..];
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            let Some(rest) = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']) else { continue };
            found.extend(numbers(rest.strip_prefix('(').unwrap_or(rest)));
        }
    }
    found
}

/// The numbers at the beginning of a text: "24 and 25", "19 to 30", "37, 38, 87".
fn numbers(mut text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut range = false;
    loop {
        let end = text.find(|one: char| !one.is_ascii_digit()).unwrap_or(text.len());
        let Ok(number) = text[..end].parse() else { return found };
        let first = if range { found.pop().unwrap_or(number) } else { number };
        found.extend(first..=number);
        text = &text[end..];
        let Some(joint) =
            [" to ", " à ", "–", ", ", " and ", " et "].iter().find(|one| text.starts_with(**one))
        else {
            return found;
        };
        range = [" to ", " à ", "–"].contains(joint);
        text = &text[joint.len()..];
    }
}

/// The sections of the law page that a text cites: "law page, 8", "the law page (section 8)", « page de droit, 1.1 ».
fn cited_sections(text: &str) -> Vec<String> {
    let text = without_line_ends(text);
    let mut found = Vec::new();
    for name in ["law page", "page de droit", "docs/law.md"] {
        for (at, _) in text.match_indices(name) {
            let rest = text[at + name.len()..].trim_start_matches(['`', ',', ' ', '(']);
            found.extend(section_number(rest.strip_prefix("section ").unwrap_or(rest)));
        }
    }
    found
}

/// The number at the beginning of a text: `8`, `1.1`. A full stop behind it is none of it.
fn section_number(text: &str) -> Option<String> {
    let end = text.find(|one: char| !one.is_ascii_digit() && one != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.');
    (!number.is_empty()).then(|| number.to_owned())
}

/// The text as one line, so that what a line end and the mark of a comment part is read together.
fn without_line_ends(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim().trim_start_matches(['/', '!', '#', '*']).trim_start());
    lines.collect::<Vec<_>>().join(" ")
}

/// Every file that may cite: source, content, tests, and what is written for people.
fn sources() -> Vec<(String, String)> {
    let mut files: Vec<_> = documents();
    for folder in ["src", "content", "public", "tests"] {
        walk(&root().join(folder), &mut files);
    }
    let known = ["rs", "toml", "md", "js", "mjs", "css", "html", "sh"];
    files.retain(|file| file.extension().is_some_and(|one| known.iter().any(|known| one == *known)));
    let all: Vec<_> = files.iter().map(|file| (name(file), fs::read_to_string(file).unwrap())).collect();
    // This file plants citations that lead nowhere.
    all.into_iter().filter(|(name, _)| name != "tests/core/citations.rs").collect()
}

// ---- paths -----------------------------------------------------------------------------------------------

#[test]
fn every_path_that_a_document_names_exists() {
    let (mut count, mut lost) = (0, Vec::new());
    for file in documents() {
        let text = fs::read_to_string(&file).unwrap();
        for path in named_paths(&text) {
            count += 1;
            if !exists(&path) {
                lost.push(format!("{}: {path}", name(&file)));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
    assert!(count >= 80, "only {count} paths found: does this test still see them?");
}

#[test]
fn every_link_within_the_documents_leads_to_a_file() {
    let (mut count, mut lost) = (0, Vec::new());
    for file in documents() {
        let text = fs::read_to_string(&file).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            if target.is_empty() || target.contains(':') {
                continue;
            }
            count += 1;
            if !file.parent().unwrap().join(target).exists() {
                lost.push(format!("{}: {target}", name(&file)));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
    assert!(count >= 20, "only {count} links found: does this test still see them?");
}

#[test]
fn a_path_is_found_however_it_is_written() {
    let text = "Look at `src/lib.rs`, at tests/run (or `cargo test`), (`content/<language>/words.toml`) and `ui/parts/card.rs`.";
    assert_eq!(
        named_paths(text),
        ["src/lib.rs", "tests/run", "content/<language>/words.toml", "ui/parts/card.rs"]
    );
    assert_eq!(named_paths("The site's `reader/` and https://example.org/src/x are addresses."), [""; 0]);
    assert!(
        exists("src/lib.rs")
            && exists("tests/")
            && exists("content/<language>/words.toml")
            && exists("tests/core/*.rs")
    );
    assert!(
        !exists("src/nothing.rs")
            && !exists("content/<language>/nothing.toml")
            && !exists("ui/parts/card.rs")
    );
}

/// The paths in a text: what begins with a folder of this repository, and what looks like a file of it.
fn named_paths(text: &str) -> Vec<String> {
    let part_of_a_path = |one: char| one.is_ascii_alphanumeric() || "_./<>*-:@".contains(one);
    let words = text.split(|one| !part_of_a_path(one)).map(|word| word.trim_end_matches(['.', ':', '-']));
    let words = words.filter(|word| !word.contains("://") && !word.contains("**"));
    let ours = |word: &str| {
        let folders = ["src/", "tests/", "content/", "public/", "docs/", ".ci/"];
        let kinds = [".rs", ".toml", ".mjs"];
        folders.iter().any(|one| word.starts_with(one))
            || word.contains('/')
                && !word.starts_with(['/', '.', '<'])
                && kinds.iter().any(|one| word.ends_with(one))
    };
    words.filter(|word| ours(word)).map(str::to_owned).collect()
}

/// Whether a path is there. `<language>` and `*` stand for something: then there is at least one.
fn exists(path: &str) -> bool {
    let mut places = vec![root()];
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let mut next = Vec::new();
        for place in &places {
            if !part.contains(['<', '*']) {
                next.extend(Some(place.join(part)).filter(|one| one.exists()));
            } else if place.is_dir() {
                let inside = fs::read_dir(place).unwrap().map(|one| one.unwrap().path());
                next.extend(inside.filter(|one| fits(part, &name(one))));
            }
        }
        places = next;
    }
    !places.is_empty()
}

/// Whether the last part of a name is what a part with a placeholder may stand for.
fn fits(part: &str, name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    let before = part.split(['<', '*']).next().unwrap_or_default();
    let after = part.rsplit(['>', '*']).next().unwrap_or_default();
    name.len() > before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
}

// ---- files -----------------------------------------------------------------------------------------------

/// What is written for people who carry this on.
fn documents() -> Vec<PathBuf> {
    let root = root();
    let mut files: Vec<_> = ["README.md", "DESIGN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
        .map(|one| root.join(one))
        .to_vec();
    walk(&root.join("docs"), &mut files);
    files.retain(|file| file.extension().is_some_and(|one| one == "md"));
    files
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let inside: BTreeMap<_, _> =
        fs::read_dir(folder).unwrap().map(|one| one.unwrap()).map(|one| (one.path(), one)).collect();
    for (path, one) in inside {
        if one.file_type().unwrap().is_dir() {
            walk(&path, files);
        } else {
            files.push(path);
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// A file's name as one writes it here.
fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
