//! What has to be made again when a file has changed. Knows nothing of files and processes.

use crate::cli::program::{Program, native_is_made_of};

/// The parts of a page that is watched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The program of the browser.
    pub(super) program: bool,
    /// The native program, which draws the pages.
    pub(super) native: bool,
    /// The site: texts, styles, scripts and shells are taken from the disk each time it is drawn.
    pub(super) site: bool,
}

impl Parts {
    /// What this file is in, a path in the repository, while one program is looked at.
    pub(super) fn of(path: &str, only: Program) -> Parts {
        if is_an_editors(path) {
            return Parts::default();
        }
        let is_code = path.starts_with("Cargo.") || path.ends_with(".rs");
        let program = is_code && only.is_made_of(path);
        let native = is_code && native_is_made_of(path);
        let is_text = path.starts_with("content/") && (path.ends_with(".toml") || path.ends_with(".json"));
        let site = program || native || is_text || path.starts_with("public/");
        Parts { program, native, site }
    }

    /// Both.
    pub(super) fn and(self, other: Parts) -> Parts {
        Parts {
            program: self.program || other.program,
            native: self.native || other.native,
            site: self.site || other.site,
        }
    }
}

/// What editors write beside a file while one types.
fn is_an_editors(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ends = ["~", ".swp", ".swx", ".tmp", ".bak"].iter().any(|ending| name.ends_with(ending));
    ends || name.starts_with(['.', '#']) || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::{Parts, Program};

    const NOTHING: Parts = Parts { program: false, native: false, site: false };
    const SITE: Parts = Parts { program: false, native: false, site: true };
    const NATIVE: Parts = Parts { program: false, native: true, site: true };
    const PROGRAM: Parts = Parts { program: true, native: false, site: true };
    const ALL: Parts = Parts { program: true, native: true, site: true };

    #[test]
    fn each_file_touches_only_what_it_is_in() {
        for (path, only, touched) in [
            ("content/fr/clear/rights.toml", Program::Patient, SITE),
            ("content/registers/hospital.json", Program::Patient, SITE),
            ("content/rechecks.md", Program::Patient, NOTHING),
            ("public/style/parts/card.css", Program::Patient, SITE),
            ("public/boot.js", Program::Reader, SITE),
            ("public/kiosk/shell.js", Program::Patient, SITE),
            ("src/bin/patient.html", Program::Patient, NOTHING),
            ("src/record/code.rs", Program::Patient, ALL),
            ("src/record/code.rs", Program::Reader, ALL),
            ("src/device/hand_over.rs", Program::Patient, PROGRAM),
            ("src/bin/patient.rs", Program::Patient, PROGRAM),
            ("src/bin/patient.rs", Program::Reader, NOTHING),
            ("src/desk/view/record.rs", Program::Reader, ALL),
            // The native program draws nothing of it, and is made of it all the same.
            ("src/desk/view/record.rs", Program::Patient, NATIVE),
            ("src/desk/listen.rs", Program::Patient, NOTHING),
            ("src/cli/site/place.rs", Program::Patient, NATIVE),
            ("Cargo.toml", Program::Patient, ALL),
            ("README.md", Program::Patient, NOTHING),
            ("tests/pages/views/cards.rs", Program::Patient, NOTHING),
        ] {
            assert_eq!(Parts::of(path, only), touched, "{path}, {only:?}");
        }
    }

    #[test]
    fn what_an_editor_writes_beside_a_file_touches_nothing() {
        for path in ["public/style/.base.css.swp", "content/fr/words.toml~", "src/4913", "src/#lib.rs#"] {
            assert_eq!(Parts::of(path, Program::Patient), NOTHING, "{path}");
        }
    }

    #[test]
    fn several_changes_touch_what_each_of_them_does() {
        assert_eq!(SITE.and(NOTHING), SITE);
        assert_eq!(NATIVE.and(PROGRAM), ALL);
    }
}
