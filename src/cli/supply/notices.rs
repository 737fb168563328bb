//! The notices that licences ask for: who has made what is inside the programs, and on which terms.
//!
//! Where a crate lets one choose, the MIT licence is chosen; otherwise every text that it carries is given. A crate without a text in
//! its package says its licence and its authors: then the licence is given with their names.

use super::dependency::{Dependency, Supply};
use crate::cli::Trouble;
use std::collections::BTreeMap;
use std::fs;

/// The licence of Éclaire itself, whose text is that of all MIT licences below its line of who has the rights.
const MIT: &str = include_str!("../../../LICENSE-MIT");
const APACHE: &str = include_str!("../../../LICENSE-APACHE");

/// Rust's own library is in every program and in no Cargo.lock.
const RUST: &str = "Rust's standard library, with what it is made of for WebAssembly (alloc, core, std, compiler_builtins, dlmalloc, \
                    hashbrown, cfg-if, rustc-demangle)";

impl Supply {
    /// The file with all notices.
    ///
    /// # Errors
    /// If the sources of a crate cannot be read, or if it says nothing of its licence that is known here.
    pub(in crate::cli) fn notices(&self) -> Result<String, Trouble> {
        // The same text stands once, with everything that it is about.
        let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        texts.entry(mit_of(&["The Rust Project Developers".to_owned()])).or_default().push(RUST.to_owned());
        for one in &self.inside {
            let about = format!("{} {} ({})", one.name, one.version, one.licence);
            for text in texts_of(one)? {
                texts.entry(text).or_default().push(about.clone());
            }
        }
        let mut texts: Vec<_> = texts.into_iter().map(|(text, about)| (about, text)).collect();
        texts.sort();
        let head = "Éclaire: MIT OR Apache-2.0; its texts and pictures: CC BY 4.0.\n\n\
                    Its programs for the browser are made of what others have made too. Of some of it nothing is left in the \
                    finished program; all of it is named here, with the terms on which it may be passed on.\n";
        let line = "-".repeat(100);
        let each = texts.iter().map(|(about, text)| format!("\n{line}\n{}\n\n{text}\n", about.join("\n")));
        Ok(head.to_owned() + &each.collect::<String>())
    }
}

/// The terms of a crate.
fn texts_of(one: &Dependency) -> Result<Vec<String>, Trouble> {
    let chosen = one.licence.split(" OR ").any(|choice| choice.trim() == "MIT");
    let mut files = carried(one)?;
    if chosen && files.iter().any(|(name, _)| is_mit(name)) {
        files.retain(|(name, _)| is_mit(name) || is_notice(name));
    }
    let known = |text: String| Ok(vec![text]);
    match files.as_slice() {
        [] if chosen => known(mit_of(&one.authors)),
        [] if one.licence.contains("Apache-2.0") => known(APACHE.trim().to_owned()),
        [] => Err(Trouble::new(
            format!("{} is under {}, and its package carries no text of it", one.id(), one.licence),
            "Add the text in src/cli/supply/notices.rs.",
        )),
        files => Ok(files.iter().map(|(_, text)| text.trim().replace("\r\n", "\n")).collect()),
    }
}

/// The texts in the package of a crate that speak of licences, by their names in capitals.
fn carried(one: &Dependency) -> Result<Vec<(String, String)>, Trouble> {
    let trouble = |error| Trouble::file("Reading", &one.folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(&one.folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let speaks = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
        if path.is_file() && speaks.iter().any(|beginning| name.starts_with(beginning)) {
            let text = fs::read(&path).map_err(|error| Trouble::file("Reading", &path, &error))?;
            files.push((name, String::from_utf8_lossy(&text).into_owned()));
        }
    }
    files.sort();
    Ok(files)
}

fn is_mit(name: &str) -> bool {
    name.contains("MIT")
}

fn is_notice(name: &str) -> bool {
    name.starts_with("NOTICE") || name.starts_with("COPYRIGHT")
}

/// The MIT licence for what these people have made.
fn mit_of(authors: &[String]) -> String {
    let who = if authors.is_empty() { "its authors".to_owned() } else { authors.join(", ") };
    let lines = MIT.trim().lines();
    let line = |line: &str| {
        if line.starts_with("Copyright (c)") { format!("Copyright (c) {who}") } else { line.to_owned() }
    };
    lines.map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::Supply;
    use super::{Dependency, mit_of, texts_of};
    use crate::cli::Repository;
    use std::path::Path;

    fn dependency(licence: &str, folder: &Path) -> Dependency {
        Dependency {
            name: "one".into(),
            version: "1.0.0".into(),
            licence: licence.into(),
            authors: vec!["Somebody".into()],
            sum: None,
            folder: folder.to_owned(),
            takes: Default::default(),
        }
    }

    #[test]
    fn every_crate_inside_a_program_is_named_with_the_terms_of_its_makers() {
        let supply = Supply::of(&Repository::find().unwrap()).unwrap();
        let notices = supply.notices().unwrap();
        assert!(supply.inside.len() > 100, "{}", supply.inside.len());
        for one in &supply.inside {
            assert!(notices.contains(&format!("\n{} {} (", one.name, one.version)), "{}", one.id());
        }
        // Of three: one that carries its text, one that only names its author, and what no Cargo.lock names.
        for who in ["Greg Johnston", "Project Nayuki", "The Rust Project Developers"] {
            assert!(notices.contains(who), "{who}");
        }
        assert!(!notices.contains("/home/") && !notices.contains("/root/"), "a path of who built it");
    }

    #[test]
    fn a_crate_without_a_text_has_its_authors_names_in_the_licence_it_says_and_an_unknown_one_stops_the_build()
     {
        let empty = std::env::temp_dir().join(format!("eclaire-notices-{}", std::process::id()));
        std::fs::create_dir_all(&empty).unwrap();
        let chosen = texts_of(&dependency("Apache-2.0 OR MIT", &empty)).unwrap();
        assert_eq!(chosen, [mit_of(&["Somebody".into()])]);
        assert!(chosen[0].contains("Copyright (c) Somebody\n") && chosen[0].contains("WITHOUT WARRANTY"));
        let unknown = texts_of(&dependency("Something-1.0", &empty)).unwrap_err().to_string();
        assert!(unknown.contains("one@1.0.0 is under Something-1.0"), "{unknown}");
        std::fs::write(empty.join("LICENSE-MIT"), "mit of theirs\r\n").unwrap();
        std::fs::write(empty.join("LICENSE-APACHE"), "apache").unwrap();
        assert_eq!(texts_of(&dependency("MIT OR Apache-2.0", &empty)).unwrap(), ["mit of theirs"]);
        assert_eq!(texts_of(&dependency("MIT AND Apache-2.0", &empty)).unwrap().len(), 2, "no choice: both");
        std::fs::remove_dir_all(&empty).unwrap();
    }
}
