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

    /// What Trunk is given to build it: a path in the repository.
    pub(super) fn given_to_trunk(self) -> String {
        self.root().replace(".rs", ".html")
    }

    /// The features of this repository that it is built with.
    pub(super) fn features(self) -> &'static str {
        match self {
            Program::Patient => "written",
            Program::Reader | Program::Practice | Program::Register => "csr",
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

    /// The file with its `main`.
    fn root(self) -> &'static str {
        match self {
            Program::Patient => "src/bin/patient.rs",
            Program::Reader => "src/bin/desk.rs",
            Program::Practice => "src/bin/practice.rs",
            Program::Register => "src/bin/editor.rs",
        }
    }

    /// The folders of programs that it is made of; its own is the first. The floors in `tests/core/structure.rs` hold it to that.
    fn folders(self) -> &'static [&'static str] {
        match self {
            Program::Patient => &["src/patient/"],
            Program::Reader => &["src/desk/"],
            Program::Practice => &["src/practice/"],
            // It shows what patients would see.
            Program::Register => &["src/editor/", "src/patient/"],
        }
    }

    /// Whether it is made of this file, a path in the repository. In doubt it is.
    pub(super) fn is_made_of(self, path: &str) -> bool {
        let of_a_program = Program::ALL.iter().any(|one| lies_in(path, one.folders()[0]));
        let code = path.starts_with("src/") && !lies_in(path, "src/cli/");
        let own = |path: &str| self.folders().iter().any(|folder| lies_in(path, folder));
        BUILD.contains(&path)
            || path == self.root()
            || path == self.given_to_trunk()
            || (code && !lies_in(path, "src/bin/") && (!of_a_program || own(path)))
    }
}

/// What every program is built with.
pub(super) const BUILD: [&str; 4] = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "trunk.toml"];

/// What only browsers are given: the native program is made without it. A test below holds it against the code.
const BROWSER: &[&str] = &[
    "src/device/",
    "src/desk/listen.rs",
    "src/desk/start.rs",
    "src/editor/app/",
    "src/editor/frame.rs",
    "src/editor/listen.rs",
    "src/editor/start.rs",
    "src/patient/aloud/reading_aloud.rs",
    "src/patient/aloud/speech.rs",
    "src/patient/aloud/spoken.rs",
    "src/patient/app.rs",
    "src/patient/controls.rs",
    "src/patient/embed.rs",
    "src/patient/enclosure.rs",
    "src/patient/kiosk/app.rs",
    "src/patient/kiosk/dialogs.rs",
    "src/patient/kiosk/frame.rs",
    "src/patient/kiosk/listen.rs",
    "src/patient/kiosk/screens.rs",
    "src/patient/kiosk/sight.rs",
    "src/patient/letters.rs",
    "src/patient/listen.rs",
    "src/patient/listening.rs",
    "src/patient/meaning.rs",
    "src/patient/moments.rs",
    "src/patient/opening.rs",
    "src/patient/paper.rs",
    "src/patient/part.rs",
    "src/patient/reading_position.rs",
    "src/patient/readings.rs",
    "src/patient/say_here.rs",
    "src/patient/start.rs",
    "src/patient/translation.rs",
    "src/patient/walk.rs",
    "src/practice/listen.rs",
    "src/practice/start.rs",
];

/// Whether the native program is made of this file, a path in the repository.
pub(super) fn native_is_made_of(path: &str) -> bool {
    let in_browser = BROWSER.iter().any(|place| lies_in(path, place));
    let of_another = Program::ALL.iter().any(|program| program.root() == path);
    let built = BUILD.contains(&path) && path != "trunk.toml";
    built || (path.starts_with("src/") && !path.ends_with(".html") && !in_browser && !of_another)
}

/// Whether a path is this file, or lies in this folder, which has a `/` at its end.
fn lies_in(path: &str, place: &str) -> bool {
    path == place || (place.ends_with('/') && path.starts_with(place))
}

#[cfg(test)]
mod tests {
    use super::super::Repository;
    use super::super::repository::{list, read};
    use super::{BROWSER, Program, native_is_made_of};
    use std::collections::BTreeSet;

    #[test]
    fn what_changes_at_the_desk_changes_the_desks_program_and_no_other() {
        for (path, made_of_it) in [
            ("src/desk/view/record.rs", vec![Program::Reader]),
            ("src/bin/desk.html", vec![Program::Reader]),
            ("src/bin/desk.rs", vec![Program::Reader]),
            ("src/editor/app/recheck.rs", vec![Program::Register]),
            ("src/practice/view/slip.rs", vec![Program::Practice]),
            ("src/bin/patient.rs", vec![Program::Patient]),
            // The editor shows what patients would see.
            ("src/patient/view/parts/card.rs", vec![Program::Patient, Program::Register]),
            ("src/record/code.rs", Program::ALL.to_vec()),
            ("src/device/mod.rs", Program::ALL.to_vec()),
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
        for path in ["src/desk/view/record.rs", "src/cli/serve.rs", "src/notice.rs", "Cargo.toml"] {
            assert!(native_is_made_of(path), "{path}");
        }
        for path in [
            "src/device/link.rs",
            "src/bin/patient.rs",
            "src/bin/patient.html",
            "public/boot.js",
            "trunk.toml",
        ] {
            assert!(!native_is_made_of(path), "{path}");
        }
    }

    #[test]
    fn what_is_only_for_browsers_in_the_code_is_only_for_browsers_here() {
        let repository = Repository::find().unwrap();
        let files: BTreeSet<String> = list(&repository, "src").unwrap().into_iter().collect();
        let mut found = BTreeSet::new();
        for path in &files {
            let text = read(&repository.path(path)).unwrap();
            let folder = path.trim_end_matches("mod.rs").trim_end_matches("lib.rs");
            let lines: Vec<_> = text.lines().map(str::trim).collect();
            let only = [r#"#[cfg(feature = "browser")]"#, r#"#[cfg(feature = "csr")]"#];
            for pair in lines.windows(2).filter(|pair| only.contains(&pair[0])) {
                let Some((_, name)) = pair[1].trim_end_matches(';').split_once("mod ") else { continue };
                let file = format!("{folder}{name}.rs");
                found.insert(if files.contains(&file) { file } else { format!("{folder}{name}/") });
            }
        }
        assert_eq!(found, BROWSER.iter().map(|path| (*path).to_owned()).collect());
    }
}
