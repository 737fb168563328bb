//! The folder that becomes a site. What is new is written whole beside the old site and takes its place at the end: what fails
//! half-way leaves the old one, a file that has not changed is not touched, and one that is not Éclaire's stays where it is.

use super::Trouble;
use super::released::RELEASE;
use crate::cli::repository::{read, write};
use crate::cli::slug::slug;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The sums of all files: also the list of what is ours. Each place of a site of several has one of its own, and the one in the root
/// has the sums of those: what one place writes changes no other.
pub(super) const SUMS: &str = "SHA256SUMS";

/// The file that stands in the place of a release where only one program was drawn: nobody takes such a site for a whole one.
pub(super) const LOOK: &str = "only-to-look-at.txt";

/// Where the new site is written: in the same folder, so that its files only have to change their names.
const NEW: &str = ".eclaire-new";

/// Whoever writes here holds this file, and takes it away at the end.
const HELD: &str = ".eclaire-held";

/// A folder that becomes a site.
pub(super) struct Folder {
    out: PathBuf,
    new: PathBuf,
    held: Held,
}

/// A folder in which nobody else of us writes: the system lets go of it too if this program is stopped.
struct Held {
    file: PathBuf,
    // Held as long as it is open.
    _open: File,
}

impl Held {
    fn of(out: &Path) -> Result<Held, Trouble> {
        let file = out.join(HELD);
        let writing = |error: &std::io::Error| Trouble::file("Writing", &file, error);
        fs::create_dir_all(out).map_err(|error| writing(&error))?;
        let open = File::create(&file).map_err(|error| writing(&error))?;
        match open.try_lock() {
            Ok(()) => Ok(Held { file, _open: open }),
            Err(TryLockError::WouldBlock) => Err(Trouble::new(
                format!("another `eclaire` is writing into {}", out.display()),
                "Wait until it has ended, or name another folder with --out.",
            )),
            // A file system that knows no locks: then it is as if nobody asked.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                Ok(Held { file, _open: open })
            }
            Err(TryLockError::Error(error)) => Err(writing(&error)),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // If it stays, the next one takes it.
        let _ = fs::remove_file(&self.file);
    }
}

impl Folder {
    /// # Errors
    /// If there is something in the folder, and not a site of Éclaire; or if somebody else is writing there.
    pub(super) fn begin(out: &Path) -> Result<Folder, Trouble> {
        let there = |name: &str| out.join(name).is_file();
        let is_ours = (there(SUMS) && (there(RELEASE) || there(LOOK)))
            || [NEW, HELD].iter().any(|name| out.join(name).exists());
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
        let held = Held::of(out)?;
        let new = out.join(NEW);
        // What an interrupted run has left.
        gone(fs::remove_dir_all(&new), &new)?;
        Ok(Folder { out: out.to_owned(), new, held })
    }

    /// Writes a file of the new site; nothing, if it stands there already as it is to be.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        if is_as(&self.out.join(path), bytes) {
            return Ok(());
        }
        write(&self.new.join(path), bytes)
    }

    /// The new site takes the place of the old one. `sums` are those of the files in its root, a line each; its places have written
    /// theirs.
    pub(super) fn end(self, sums: &str) -> Result<(), Trouble> {
        let mut old = in_folders(fs::read_to_string(self.out.join(SUMS)).unwrap_or_default().as_str());
        self.write(SUMS, sums.as_bytes())?;
        let new = in_folders(sums);
        for (folder, files) in &mut old {
            if !folder.is_empty() {
                files.extend(self.sums_of(&self.out, folder));
            }
            let mut stays = new.get(folder).cloned().unwrap_or_default();
            if !folder.is_empty() && !stays.is_empty() {
                stays.extend(self.sums_of(&self.new, folder));
            }
            for path in files.difference(&stays) {
                self.remove(path)?;
            }
        }
        self.take(&self.new, &self.out)?;
        gone(fs::remove_dir_all(&self.new), &self.new)?;
        drop(self.held);
        Ok(())
    }

    /// The files of a place, as its own sums list them: those in `site`, or else, where they have not changed, in the old one.
    fn sums_of(&self, site: &Path, place: &str) -> BTreeSet<PathBuf> {
        let own = |site: &Path| fs::read_to_string(site.join(place).join(SUMS)).ok();
        let sums = own(site).or_else(|| own(&self.out)).unwrap_or_default();
        listed(&sums).into_iter().map(|path| Path::new(place).join(path)).collect()
    }

    /// Removes a file of the old site, and folders that are empty then; the first that is not ends it.
    fn remove(&self, path: &Path) -> Result<(), Trouble> {
        let file = self.out.join(path);
        gone(fs::remove_file(&file), &file)?;
        let above = path.ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty());
        above.map_while(|folder| fs::remove_dir(self.out.join(folder)).ok()).for_each(drop);
        Ok(())
    }

    /// Everything in one folder takes its place in the other.
    fn take(&self, from: &Path, to: &Path) -> Result<(), Trouble> {
        let entries = match fs::read_dir(from) {
            Ok(entries) => entries,
            // Nothing has changed.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(Trouble::file("Reading", from, &error)),
        };
        fs::create_dir_all(to).map_err(|error| Trouble::file("Writing", to, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| Trouble::file("Reading", from, &error))?;
            let place = to.join(entry.file_name());
            if entry.path().is_dir() {
                self.take(&entry.path(), &place)?;
            } else {
                fs::rename(entry.path(), &place).map_err(|error| Trouble::file("Writing", &place, &error))?;
            }
        }
        Ok(())
    }
}

/// The folders of the places in a site of several that have this file.
///
/// # Errors
/// If there is no site, or its list cannot be read.
pub(super) fn places_with(file: &str, site: &Path) -> Result<BTreeSet<String>, Trouble> {
    let folders = in_folders(&read(&site.join(SUMS))?).into_keys().filter(|folder| !folder.is_empty());
    Ok(folders.filter(|folder| site.join(folder).join(file).is_file()).collect())
}

/// The folder of the place in which a file of a site lies, if its first folder may be one; else an empty name.
pub(super) fn place_of(path: &str) -> &str {
    path.split_once('/').map(|(first, _)| first).filter(|first| slug(first).is_ok()).unwrap_or_default()
}

/// The files in a list of sums, by the folder of their place.
fn in_folders(sums: &str) -> BTreeMap<String, BTreeSet<PathBuf>> {
    let mut folders: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for path in listed(sums) {
        let place = path.to_str().map(place_of).unwrap_or_default().to_owned();
        folders.entry(place).or_default().insert(path);
    }
    folders
}

/// The files in a list of sums; nothing that would lie outside.
fn listed(sums: &str) -> BTreeSet<PathBuf> {
    let paths = sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| PathBuf::from(path));
    paths.filter(|path| path.components().all(|part| matches!(part, Component::Normal(_)))).collect()
}

/// Whether a file has just these bytes.
fn is_as(file: &Path, bytes: &[u8]) -> bool {
    let as_long = fs::metadata(file).is_ok_and(|there| there.is_file() && there.len() == bytes.len() as u64);
    as_long && fs::read(file).is_ok_and(|there| there == bytes)
}

/// What is not there need not be taken away.
fn gone(removed: std::io::Result<()>, path: &Path) -> Result<(), Trouble> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Trouble::file("Removing", path, &error)),
        _ => Ok(()),
    }
}
