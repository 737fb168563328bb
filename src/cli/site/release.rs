//! What a site is made of, besides a register: the programs, the shells, everything in `public/`, the texts.

use super::super::repository::{Repository, joined, read_bytes};
use super::super::wasm::without_names;
use super::Trouble;
use crate::content::{Files, Library};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The staff's programs. Trunk makes each from `src/<name>.html`, which names the bin of the same name in `Cargo.toml`.
pub(in super::super) const STAFF: &[&str] = &["reader", "practice", "register"];

/// Every file the build made, by its plain name: `app.js`, `app_bg.wasm`, `index.html` (the patients' shell), for each of the
/// staff's programs `reader.js`, `reader_bg.wasm`, `reader.html` (its shell), what lies in `public/` (`style.css`), the
/// texts and the example registers.
pub(in super::super) struct Release {
    files: BTreeMap<String, Vec<u8>>,
}

/// The texts of `content/`: one JSON object, path to text.
pub(super) const TEXTS: &str = "texts.json";

/// The example registers, each in `registers/<name>.json`: the register editor begins with one.
pub(super) const EXAMPLES: &[&str] = &["hospital", "practice"];

impl Release {
    /// Where Trunk puts the patients' program, with everything in `public/`.
    pub(in super::super) fn page_folder(repository: &Repository) -> PathBuf {
        repository.path("target/trunk")
    }

    /// Where Trunk puts one of the staff's programs.
    pub(in super::super) fn staff_folder(repository: &Repository, name: &str) -> PathBuf {
        repository.path(&format!("target/trunk-{name}"))
    }

    /// What Trunk has made.
    ///
    /// # Errors
    /// If a file that Trunk should have made is missing, or a text cannot be read.
    pub(in super::super) fn of_trunk(repository: &Repository) -> Result<Release, Trouble> {
        let mut files = BTreeMap::new();
        take(&Release::page_folder(repository), "", &mut files)?;
        for name in STAFF {
            let folder = Release::staff_folder(repository, name);
            for (made, named) in [
                ("index.html".to_owned(), format!("{name}.html")),
                (format!("{name}.js"), format!("{name}.js")),
                (format!("{name}_bg.wasm"), format!("{name}_bg.wasm")),
            ] {
                files.insert(named, read_bytes(&folder.join(made))?);
            }
        }
        for (name, bytes) in &mut files {
            if name.ends_with(".wasm") {
                *bytes = without_names(bytes);
            }
        }
        let texts = serde_json::to_vec(&repository.files()?.0);
        let next = "Look for what is not text in content/.";
        files.insert(
            TEXTS.to_owned(),
            texts.map_err(|error| Trouble::new(format!("the texts do not travel: {error}"), next))?,
        );
        for name in EXAMPLES {
            let file = format!("registers/{name}.json");
            files.insert(file.clone(), read_bytes(&repository.path(&format!("content/{file}")))?);
        }
        Ok(Release { files })
    }

    /// These files.
    pub(super) fn of_files(files: BTreeMap<String, Vec<u8>>) -> Release {
        Release { files }
    }

    /// Every file with its plain name.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The texts, joined.
    ///
    /// # Errors
    /// If a text is not right.
    pub(in super::super) fn library(&self) -> Result<Library, Trouble> {
        let texts = serde_json::from_str(self.text(TEXTS)?);
        let texts = texts.map_err(|error| {
            Trouble::new(format!("the texts of the release are broken: {error}"), "Take it again, whole.")
        })?;
        joined(&Files(texts))
    }

    /// A file.
    pub(super) fn bytes(&self, name: &str) -> Result<&[u8], Trouble> {
        self.files.get(name).map(Vec::as_slice).ok_or_else(|| {
            let next = "Build it again; if that does not help, empty target/trunk* and build.";
            Trouble::new(format!("the release has no {name}"), next)
        })
    }

    /// Scripts, joined into one: each uses what those before it have defined. What is there for people who read the source
    /// (comments, indentation) stays here: every patient would pay for it.
    ///
    /// # Errors
    /// As [`Release::text`].
    pub(super) fn joined(&self, scripts: &[&str]) -> Result<String, Trouble> {
        let mut joined = String::new();
        for name in scripts {
            let mut in_comment = false;
            for line in self.text(name)?.lines().map(str::trim) {
                let begins = line.starts_with("/*");
                if !(in_comment || begins || line.is_empty() || line.starts_with("//")) {
                    joined += line;
                    joined.push('\n');
                }
                in_comment = (in_comment || begins) && !line.contains("*/");
            }
        }
        Ok(joined)
    }

    /// A file that is a text.
    pub(super) fn text(&self, name: &str) -> Result<&str, Trouble> {
        str::from_utf8(self.bytes(name)?).map_err(|error| {
            Trouble::new(format!("{name} of the release is no text: {error}"), "Build it again.")
        })
    }
}

/// The files of a folder and of those in it.
fn take(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Trouble> {
    let trouble = |error| Trouble::file("Reading", folder, &error);
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let (path, name) = (entry.path(), format!("{below}{}", entry.file_name().to_string_lossy()));
        if path.is_dir() {
            take(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, read_bytes(&path)?);
        }
    }
    Ok(())
}
