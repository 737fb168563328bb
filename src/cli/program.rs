//! The programs of the browser: what each is called, and which files of the repository it is made of.

use clap::ValueEnum;

/// A program of the browser. Each has a page and a download of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Program {
    /// The patients' page; the kiosk, the embed and the single file are made of the same.
    #[default]
    Patient,
    /// The desk's page.
    Reader,
    /// The practice's page.
    Practice,
    /// The register editor's page.
    Register,
}

impl Program {
    /// Every one.
    pub(super) const ALL: [Program; 4] =
        [Program::Patient, Program::Reader, Program::Practice, Program::Register];

    /// The name of its bin in `Cargo.toml`, and of the files that wasm-bindgen makes.
    pub(super) fn name(self) -> &'static str {
        match self {
            Program::Patient => "app",
            Program::Reader => "reader",
            Program::Practice => "practice",
            Program::Register => "register",
        }
    }

    /// The shell of its page, in `src/`.
    pub(super) fn shell(self) -> &'static str {
        match self {
            Program::Patient => "index.html",
            Program::Reader => "reader.html",
            Program::Practice => "practice.html",
            Program::Register => "register.html",
        }
    }

    /// The path of its page in a site.
    pub(super) fn page(self) -> &'static str {
        match self {
            Program::Patient => "",
            Program::Reader => "reader/",
            Program::Practice => "practice/",
            Program::Register => "register/",
        }
    }

    /// What no other program is made of: files, and folders with a `/` at the end. A test below holds it against the imports.
    fn own(self) -> &'static [&'static str] {
        match self {
            Program::Patient => &["src/main.rs", "src/index.html"],
            Program::Reader => {
                &["src/reader.rs", "src/reader.html", "src/desk/", "src/ui/desk/", "src/browser/desk.rs"]
            }
            Program::Practice => {
                &["src/practice.rs", "src/practice.html", "src/ui/practice/", "src/browser/practice.rs"]
            }
            Program::Register => &[
                "src/register_editor.rs",
                "src/register.html",
                "src/editor/",
                "src/ui/editor/",
                "src/forms/editor/",
                "src/browser/editor.rs",
                "src/browser/preview.rs",
            ],
        }
    }

    /// Whether it is made of this file, a path in the repository. In doubt it is.
    pub(super) fn is_made_of(self, path: &str) -> bool {
        let within = |places: &[&str]| places.iter().any(|place| lies_in(path, place));
        let others = Program::ALL.iter().filter(|other| **other != self);
        let counts = BUILD.contains(&path) || (path.starts_with("src/") && !within(NATIVE));
        counts && !others.clone().any(|other| within(other.own()))
    }
}

/// What every program is built with.
pub(super) const BUILD: [&str; 4] = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "trunk.toml"];

/// What only the native program is made of.
const NATIVE: &[&str] = &["src/cli/", "src/bin/"];

/// What only browsers are given: the native program is made without it. The shells, which it reads, are no part of it either.
const BROWSER: &[&str] =
    &["src/browser/", "src/main.rs", "src/reader.rs", "src/practice.rs", "src/register_editor.rs"];

/// Whether the native program is made of this file, a path in the repository.
pub(super) fn native_is_made_of(path: &str) -> bool {
    let in_browser = BROWSER.iter().any(|place| lies_in(path, place));
    let built = BUILD.contains(&path) && path != "trunk.toml";
    built || (path.starts_with("src/") && !path.ends_with(".html") && !in_browser)
}

/// Whether a path is this file, or lies in this folder, which has a `/` at its end.
fn lies_in(path: &str, place: &str) -> bool {
    path == place || (place.ends_with('/') && path.starts_with(place))
}

#[cfg(test)]
mod tests {
    use super::super::Repository;
    use super::super::repository::{list, read};
    use super::{Program, lies_in, native_is_made_of};

    #[test]
    fn what_changes_at_the_desk_changes_the_desks_program_and_no_other() {
        for (path, made_of_it) in [
            ("src/ui/desk/record.rs", vec![Program::Reader]),
            ("src/reader.html", vec![Program::Reader]),
            ("src/forms/editor/look.rs", vec![Program::Register]),
            ("src/ui/practice/slip.rs", vec![Program::Practice]),
            ("src/main.rs", vec![Program::Patient]),
            ("src/ui/parts/card.rs", Program::ALL.to_vec()),
            ("src/record/code.rs", Program::ALL.to_vec()),
            ("Cargo.lock", Program::ALL.to_vec()),
            ("src/cli/serve.rs", vec![]),
            ("src/bin/eclaire.rs", vec![]),
            ("public/style/base.css", vec![]),
            ("content/rights.toml", vec![]),
        ] {
            let found: Vec<_> = Program::ALL.into_iter().filter(|program| program.is_made_of(path)).collect();
            assert_eq!(found, made_of_it, "{path}");
        }
    }

    #[test]
    fn the_native_program_draws_all_views_and_has_nothing_of_the_browser() {
        for path in ["src/ui/desk/record.rs", "src/cli/serve.rs", "src/notice.rs", "Cargo.toml"] {
            assert!(native_is_made_of(path), "{path}");
        }
        for path in ["src/browser/page.rs", "src/main.rs", "src/index.html", "public/boot.js", "trunk.toml"] {
            assert!(!native_is_made_of(path), "{path}");
        }
    }

    /// The paths of the files in `src/`, as in the repository, and their texts.
    fn sources() -> Vec<(String, String)> {
        let repository = Repository::find().unwrap();
        let files = list(&repository, "src").unwrap();
        files.into_iter().map(|path| (path.clone(), read(&repository.path(&path)).unwrap())).collect()
    }

    /// What others may import of a file or folder: its module, and what the one above hands on from it.
    fn imports(place: &str, sources: &[(String, String)]) -> Vec<String> {
        let module = place.trim_end_matches('/').trim_end_matches(".rs");
        let (above, name) = module.rsplit_once('/').unwrap();
        let parent = above.rsplit('/').next().unwrap().replace("src", "crate");
        let head = sources.iter().find(|(path, _)| *path == format!("{above}/mod.rs"));
        let handed_on = head.iter().flat_map(|(_, text)| text.lines()).filter_map(|line| {
            let names = line.strip_prefix(&format!("pub use {name}::"))?;
            Some(words(names).map(|name| format!("{parent}::{name}")).collect::<Vec<_>>())
        });
        handed_on.flatten().chain([format!("{parent}::{name}")]).collect()
    }

    fn words(text: &str) -> impl Iterator<Item = &str> {
        let ends = |letter: char| !letter.is_alphanumeric() && letter != '_';
        text.split(ends).filter(|word| !word.is_empty())
    }

    /// Whether a source names `parent::name`, as a path or in a list of `use`. Lines that hand names on do not count.
    fn says(text: &str, import: &str) -> bool {
        let (parent, name) = import.split_once("::").unwrap();
        let code = text.lines().filter(|line| {
            let line = line.trim_start();
            !line.starts_with("//") && !line.starts_with("pub use ")
        });
        // A bin has the library by its name.
        let code = code.collect::<Vec<_>>().join("\n").replace("eclaire::", "crate::");
        let follows =
            |rest: &str| words(rest.split([' ', '(', ';']).next().unwrap_or_default()).next() == Some(name);
        let path = code.split(&format!("{parent}::")).skip(1).any(follows);
        let in_use = |at: (usize, &str)| {
            let statement = code[at.0..].split(';').next().unwrap_or_default();
            let list = statement.split_once(&format!("{parent}::{{")).map(|(_, list)| list);
            list.is_some_and(|list| words(list).any(|word| word == name))
        };
        path || code.match_indices("use ").any(in_use)
    }

    #[test]
    fn an_import_is_found_however_it_is_written() {
        for text in [
            "use crate::ui::desk::Page;",
            "use crate::ui::{\n    Page,\n    desk::DeskPage,\n};",
            "fn draw() { ui::desk(1) }",
            "use eclaire::ui::desk;",
        ] {
            assert!(says(text, "ui::desk"), "{text}");
        }
        for text in [
            "use crate::ui::{Page, desks};",
            "// ui::desk",
            "let desk = ui::Page;",
            "use crate::desk::Counter;",
        ] {
            assert!(!says(text, "ui::desk"), "{text}");
        }
    }

    #[test]
    fn no_program_imports_what_is_called_another_ones_own() {
        let sources = sources();
        for program in Program::ALL {
            let made_of: Vec<_> = sources.iter().filter(|(path, _)| program.is_made_of(path)).collect();
            for other in Program::ALL.into_iter().filter(|other| *other != program) {
                for place in other.own() {
                    assert!(sources.iter().any(|(path, _)| lies_in(path, place)), "{place} is not there");
                    if place.matches('/').count() == 1 && place.contains('.') {
                        // The roots of programs and their shells: nothing can import them.
                        continue;
                    }
                    for import in imports(place, &sources) {
                        for (path, text) in &made_of {
                            let what = format!("{place} is called {other:?}'s own");
                            assert!(
                                !says(text, &import),
                                "{path} is in {program:?} and says {import}: {what}"
                            );
                        }
                    }
                }
            }
        }
    }
}
