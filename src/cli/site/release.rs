//! What a site is made of, besides a register: the programs, everything in `public/`, the texts.

use super::Trouble;
use crate::cli::program::Program;
use crate::cli::repository::{Repository, joined, list, read, read_bytes};
use crate::cli::supply::{BILLS, Made, NOTICES, Supply};
use crate::cli::wasm::finished;
use crate::content::{Files, Library};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Every file the build made, by its plain name: `app.js`, `app_bg.wasm`, for each of the staff's programs `reader.js`,
/// `reader_bg.wasm`; what lies in `public/` (`style/base.css`), the texts and the example registers.
pub(in crate::cli) struct Release {
    files: BTreeMap<String, Vec<u8>>,
    /// Of what, and with what.
    made: Made,
}

/// The texts of `content/`: one JSON object, path to text.
pub(super) const TEXTS: &str = "texts.json";

/// The folder of the accessibility statement of a place, and of what it is made of in `content/`.
pub(super) const STATEMENT: &str = "accessibility/";
/// What was found about accessibility.
pub(super) const FOUND: &str = "accessibility/rgaa.toml";
/// The words of the statement.
pub(super) const WORDS: &str = "accessibility/statement.toml";

/// The example registers, each in `registers/<name>.json`: the register editor begins with one.
pub(super) const EXAMPLES: &[&str] = &["hospital", "practice"];

impl Release {
    /// Where Trunk puts a program.
    pub(in crate::cli) fn trunk_folder(repository: &Repository, program: Program) -> PathBuf {
        match program {
            Program::Patient => repository.path("target/trunk"),
            staff => repository.path(&format!("target/trunk-{}", staff.name())),
        }
    }

    /// What Trunk has made, with what lies in `public/` and the texts.
    ///
    /// # Errors
    /// If a file that Trunk should have made is missing, or a text cannot be read.
    pub(in crate::cli) fn of_trunk(repository: &Repository) -> Result<Release, Trouble> {
        let mut files = without_programs(repository)?;
        for program in Program::ALL {
            let folder = Release::trunk_folder(repository, program);
            let [module, wasm] = made(program);
            let (bytes, glue) =
                finished(&read_bytes(&folder.join(&wasm))?, &bare(&read(&folder.join(&module))?));
            files.insert(wasm, bytes);
            files.insert(module, glue.into_bytes());
        }
        let (supply, made) = (Supply::of(repository)?, Made::now(repository)?);
        files.insert(NOTICES.to_owned(), supply.notices()?.into_bytes());
        files.extend(BILLS.map(str::to_owned).into_iter().zip(supply.bills(&made).map(String::into_bytes)));
        Ok(Release { files, made })
    }

    /// Where `eclaire watch` puts the program that is looked at.
    pub(in crate::cli) fn watched_folder(repository: &Repository) -> PathBuf {
        repository.path("target/watched/program")
    }

    /// What is there of the one program that is looked at. The others are empty: no page
    /// of theirs is drawn.
    ///
    /// # Errors
    /// If a file is missing, or a text cannot be read.
    pub(in crate::cli) fn watched(repository: &Repository, only: Program) -> Result<Release, Trouble> {
        let mut files = without_programs(repository)?;
        for program in Program::ALL {
            for name in made(program) {
                let is_there = program == only;
                let file = Release::watched_folder(repository).join(&name);
                files.insert(name, if is_there { read_bytes(&file)? } else { Vec::new() });
            }
        }
        Ok(Release { files, made: Made::default() })
    }

    /// These files, made so.
    pub(super) fn of_files(files: BTreeMap<String, Vec<u8>>, made: Made) -> Release {
        Release { files, made }
    }

    /// Of what, and with what.
    pub(super) fn made(&self) -> &Made {
        &self.made
    }

    /// Every file with its plain name.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The texts, joined.
    ///
    /// # Errors
    /// If a text is not right.
    pub(in crate::cli) fn library(&self) -> Result<Library, Trouble> {
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

    /// Scripts, joined into one: each uses what those before it have defined. Ours come without what is there for people who read them.
    ///
    /// # Errors
    /// As [`Release::text`].
    pub(super) fn joined(&self, scripts: &[&str]) -> Result<String, Trouble> {
        scripts.iter().map(|name| Ok(bare(self.text(name)?))).collect()
    }

    /// A file that is a text.
    pub(super) fn text(&self, name: &str) -> Result<&str, Trouble> {
        str::from_utf8(self.bytes(name)?).map_err(|error| {
            Trouble::new(format!("{name} of the release is no text: {error}"), "Build it again.")
        })
    }
}

/// The names of what wasm-bindgen makes of a program: the module and the Wasm.
fn made(program: Program) -> [String; 2] {
    [format!("{}.js", program.name()), format!("{}_bg.wasm", program.name())]
}

/// What lies in `public/`, the texts and the example registers.
fn without_programs(repository: &Repository) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut files = BTreeMap::new();
    for path in list(repository, "public")? {
        let bytes = read_bytes(&repository.path(&path))?;
        files.insert(path["public/".len()..].to_owned(), bytes);
    }
    files.extend(texts(repository)?);
    for name in EXAMPLES {
        let file = format!("registers/{name}.json");
        files.insert(file.clone(), read_bytes(&repository.path(&format!("content/{file}")))?);
    }
    Ok(files)
}

/// The texts in one file, which the register editor loads as well; of what was found about accessibility only what its page is made of,
/// and that beside it.
pub(super) fn texts(repository: &Repository) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
    let mut texts = repository.files()?.0;
    let mut files = BTreeMap::new();
    for name in [FOUND, WORDS] {
        files.extend(texts.remove(name).map(|text| (name.to_owned(), text.into_bytes())));
    }
    texts.retain(|name, _| !name.starts_with(STATEMENT));
    let next = "Look for what is not text in content/.";
    let texts = serde_json::to_vec(&texts);
    let texts = texts.map_err(|error| Trouble::new(format!("the texts do not travel: {error}"), next))?;
    files.insert(TEXTS.to_owned(), texts);
    Ok(files)
}

/// A script without what is there for people who read its source (comments, indentation): every patient would pay for it. Our scripts
/// and the glue have comments on lines of their own, and no text that goes on over several lines.
fn bare(script: &str) -> String {
    let mut bare = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let begins = line.starts_with("/*");
        if !(in_comment || begins || line.is_empty() || line.starts_with("//")) {
            bare += line;
            bare.push('\n');
        }
        in_comment = (in_comment || begins) && !line.contains("*/");
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn a_script_travels_without_its_comments_and_is_otherwise_the_same() {
        let script = "// head\n/** one */\nconst a = 1; // stays\n\n/*\n * many\n */\n  if (a) {\n    b(\"// no comment\");\n  }\n";
        assert_eq!(bare(script), "const a = 1; // stays\nif (a) {\nb(\"// no comment\");\n}\n");
    }
}
