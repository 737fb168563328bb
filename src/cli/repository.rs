//! Where the sources of Éclaire lie on this disk, and its texts.

use super::Trouble;
use crate::content::{Files, LARGEST_FILE, Library, text_of};
use flate2::read::GzDecoder;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The folder with `Cargo.toml`, `content/` and `public/`.
#[derive(Debug, Clone)]
pub struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The repository this program stands in, or else the one it was compiled from.
    ///
    /// # Errors
    /// If neither has a `content/` folder.
    pub fn find() -> Result<Repository, Trouble> {
        let here = std::env::current_dir().unwrap_or_default();
        let compiled_from = Path::new(env!("CARGO_MANIFEST_DIR"));
        let candidates = here.ancestors().chain([compiled_from]);
        let root = candidates.into_iter().find(|root| root.join("content/sources.toml").is_file());
        match root {
            Some(root) => Ok(Repository { root: root.to_owned() }),
            None => Err(Trouble::new(
                "the folder content/ with Éclaire's texts is nowhere to be found",
                "Run this inside a clone of the Éclaire repository.",
            )),
        }
    }

    /// A path in the repository.
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// The files with the texts.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn files(&self) -> Result<Files, Trouble> {
        let mut files = Files::default();
        read_toml(&self.path("content"), "", &mut files)?;
        Ok(files)
    }

    /// The texts, whose structure has to be right.
    ///
    /// # Errors
    /// If a file cannot be read or a text is not right.
    pub fn library(&self) -> Result<Library, Trouble> {
        joined(&self.files()?)
    }
}

/// The texts, joined; their structure has to be right.
pub(super) fn joined(files: &Files) -> Result<Library, Trouble> {
    let (library, problems) = Library::read(files);
    match problems.first() {
        None => Ok(library),
        Some(first) => Err(Trouble::new(
            format!("the texts have {} problems, the first: {first}", problems.len()),
            "Run `eclaire check content` to see them all.",
        )),
    }
}

fn read_toml(folder: &Path, below: &str, files: &mut Files) -> Result<(), Trouble> {
    let entries = fs::read_dir(folder).map_err(|error| Trouble::file("Reading", folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Trouble::file("Reading", folder, &error))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            read_toml(&path, &format!("{below}{name}/"), files)?;
        } else if name.ends_with(".toml") {
            files.0.insert(format!("{below}{name}"), read(&path)?);
        }
    }
    Ok(())
}

/// The files of a folder and of those in it, as paths in the repository with `/`.
pub(super) fn list(repository: &Repository, folder: &str) -> Result<Vec<String>, Trouble> {
    let trouble = |error| Trouble::file("Reading", &repository.path(folder), &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(repository.path(folder)).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { files.extend(list(repository, &path)?) } else { files.push(path) }
    }
    Ok(files)
}

/// The text of a file that Éclaire itself has written.
pub(super) fn read(path: &Path) -> Result<String, Trouble> {
    text(path, &read_unpacked(path)?, usize::MAX)
}

/// The bytes of a file of a site, which may lie packed.
pub(super) fn read_unpacked(path: &Path) -> Result<Vec<u8>, Trouble> {
    let bytes = read_bytes(path)?;
    if !is_packed(&bytes) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    GzDecoder::new(bytes.as_slice())
        .read_to_end(&mut unpacked)
        .map_err(|error| Trouble::file("Unpacking", path, &error))?;
    Ok(unpacked)
}

/// Whether bytes are packed with gzip.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// The text of a file that somebody else has written: a register, a card.
pub(super) fn read_given(path: &Path) -> Result<String, Trouble> {
    text(path, &read_beginning(path, LARGEST_FILE)?, LARGEST_FILE)
}

fn text(path: &Path, bytes: &[u8], largest: usize) -> Result<String, Trouble> {
    text_of(bytes, largest).map(str::to_owned).map_err(|problem| {
        Trouble::new(format!("{}: {problem}", path.display()), "Save it as UTF-8, or name another file.")
    })
}

/// The bytes of a file.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    fs::read(path).map_err(|error| Trouble::file("Reading", path, &error))
}

/// The bytes of a file, at most one more than `largest`: enough to see that there are too many.
pub(super) fn read_beginning(path: &Path, largest: usize) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(largest as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| Trouble::file("Reading", path, &error))?;
    Ok(bytes)
}

/// Writes a file that was not there, and the folders above it. Somebody's own file is never replaced.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::OpenOptions::new().write(true).create_new(true).open(path))
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Trouble::new(
                format!("{} is there already", path.display()),
                "Name a file that is not there: nobody's work is written over.",
            ),
            _ => Trouble::file("Writing", path, &error),
        })
}

/// Writes a file and the folders above it.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| Trouble::file("Writing", path, &error))
}
