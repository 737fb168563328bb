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
            ("public/style.css", vec![]),
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

    /// What others may import of a file or folder: its name after that of the folder above, and what is handed on from there.
    fn imports(place: &str, sources: &[(String, String)]) -> Vec<String> {
        let module = place.trim_end_matches('/').trim_end_matches(".rs");
        let (above, name) = module.rsplit_once('/').unwrap();
        let mut all =
            vec![format!("{}::{name}::", above.rsplit('/').next().unwrap().replace("src", "crate"))];
        let head = sources.iter().find(|(path, _)| *path == format!("{above}/mod.rs"));
        for line in head.iter().flat_map(|(_, text)| text.lines()) {
            if let Some(handed_on) = line.strip_prefix(&format!("pub use {name}::")) {
                let names = handed_on.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
                all.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
            }
        }
        all
    }

    fn says(text: &str, import: &str) -> bool {
        let part_of_a_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        text.match_indices(import).any(|(at, _)| {
            !text[..at].ends_with(part_of_a_word)
                && (import.ends_with(':') || !text[at + import.len()..].starts_with(part_of_a_word))
        })
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
                            let head = path.ends_with("mod.rs") && text.contains("pub use ");
                            let code = text.lines().filter(|line| {
                                // A line that goes on is one of a text.
                                !(line.trim_start().starts_with("//")
                                    || line.ends_with('\\')
                                    || head && line.starts_with("pub use "))
                            });
                            let code = code.collect::<Vec<_>>().join("\n");
                            assert!(
                                !says(&code, &import),
                                "{path} is in {program:?} and says {import}, of {place}, which is called {other:?}'s own"
                            );
                        }
                    }
                }
            }
        }
    }
}
