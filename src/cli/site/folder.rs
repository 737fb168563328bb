//! The folder that becomes a site. A new site is written whole beside the old one and takes its place at the end: what fails
//! half-way leaves the old one, and a file that is not Éclaire's stays where it is.

use super::Trouble;
use super::released::RELEASE;
use crate::cli::repository::{read, write};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The sums of all files: also the list of what is ours.
const SUMS: &str = "SHA256SUMS";

/// The file that stands in the place of a release where only one program was drawn: nobody takes such a site for a whole one.
pub(super) const LOOK: &str = "only-to-look-at.txt";

/// Where the new site is written: in the same folder, so that its files only have to change their names.
const NEW: &str = ".eclaire-new";

/// A folder that becomes a site.
pub(super) struct Folder {
    out: PathBuf,
    new: PathBuf,
}

impl Folder {
    /// # Errors
    /// If there is something in the folder, and not a site of Éclaire.
    pub(super) fn begin(out: &Path) -> Result<Folder, Trouble> {
        let there = |name: &str| out.join(name).is_file();
        let is_ours = (there(SUMS) && (there(RELEASE) || there(LOOK))) || out.join(NEW).exists();
        let entries = match fs::read_dir(out) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == ErrorKind::NotFound => false,
            Err(error) => return Err(Trouble::file("Reading", out, &error)),
        };
        if entries && !is_ours {
            return Err(Trouble::new(
                format!("{} is not empty and holds no site of Éclaire", out.display()),
                "Name another folder with --out.",
            ));
        }
        let new = out.join(NEW);
        // What an interrupted run has left.
        gone(fs::remove_dir_all(&new), &new)?;
        Ok(Folder { out: out.to_owned(), new })
    }

    /// Writes a file of the new site.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        write(&self.new.join(path), bytes)
    }

    /// The new site takes the place of the old one. `sums` are those of all its files, a line each.
    pub(super) fn end(self, sums: &str) -> Result<(), Trouble> {
        let old =
            fs::read_to_string(self.out.join(SUMS)).map_or_else(|_| BTreeSet::new(), |sums| listed(&sums));
        self.write(SUMS, sums.as_bytes())?;
        let new: BTreeSet<PathBuf> = listed(sums).into_iter().chain([PathBuf::from(SUMS)]).collect();
        for path in old.difference(&new) {
            let file = self.out.join(path);
            gone(fs::remove_file(&file), &file)?;
            // Folders that are empty now; the first that is not ends it.
            let above = path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty());
            above.map_while(|folder| fs::remove_dir(self.out.join(folder)).ok()).for_each(drop);
        }
        for path in &new {
            let place = self.out.join(path);
            fs::create_dir_all(place.parent().unwrap_or(&self.out))
                .and_then(|()| fs::rename(self.new.join(path), &place))
                .map_err(|error| Trouble::file("Writing", &place, &error))?;
        }
        gone(fs::remove_dir_all(&self.new), &self.new)
    }
}

/// The folders of the places in a site of several that have this file.
///
/// # Errors
/// If there is no site, or its list cannot be read.
pub(super) fn places_with(file: &str, site: &Path) -> Result<BTreeSet<String>, Trouble> {
    let files = listed(&read(&site.join(SUMS))?);
    let folder = |path: &PathBuf| Some(path.to_str()?.strip_suffix(file)?.strip_suffix('/')?.to_owned());
    Ok(files.iter().filter_map(folder).collect())
}

/// The files in a list of sums; nothing that would lie outside.
fn listed(sums: &str) -> BTreeSet<PathBuf> {
    let paths = sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| PathBuf::from(path));
    paths.filter(|path| path.components().all(|part| matches!(part, Component::Normal(_)))).collect()
}

/// What is not there need not be taken away.
fn gone(removed: std::io::Result<()>, path: &Path) -> Result<(), Trouble> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Trouble::file("Removing", path, &error)),
        _ => Ok(()),
    }
}
