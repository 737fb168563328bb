//! A site: from what Trunk made, a register and the texts to files that any web server can serve.
//!
//! A site holds what all its pages share ([`shared::Shared`]), and one or several *places* ([`place::Place`]): one register each, in the
//! root or in a folder of its own. Files are named after their bytes and loaded with their integrity. Pages carry their
//! own policy, so that a plain file server is enough.
//!
//! To add something to every register's site, write a file beside this one with an `impl Place`, and call it from
//! [`place::Place::write`]. What is the same for all registers goes to [`shared::Shared`].

mod accessibility;
#[cfg(test)]
mod as_written;
mod aside;
mod at_once;
mod dpo;
mod draw;
mod drawings;
mod embed;
mod folder;
mod former;
mod gallery;
mod html;
mod inside;
mod kiosk;
mod list;
mod lost;
mod one;
mod place;
mod poster;
mod practice;
mod put_together;
mod reader;
mod receiver;
mod recipe;
mod register_editor;
mod release;
mod released;
mod search;
mod several;
mod shared;
mod single;
mod sprite;
mod staff;
mod states;
mod styles;
mod together;

pub use draw::{fingerprinted, prerender};
pub(super) use lost::LOST;
pub(super) use one::{one, one_program};
pub(super) use reader::BLANKS;
pub(super) use release::Release;
pub(super) use several::several;

use super::headers::Lie;
use super::{Trouble, headers};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use folder::{Folder, SUMS, place_of};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A site that is being written. Several threads may do so.
pub(super) struct Site {
    folder: Folder,
    /// How its files lie there.
    lie: Lie,
    /// The sums of every file written so far, by path, in the folder of each place; that of the root has no name.
    sums: Mutex<BTreeMap<String, BTreeMap<String, Sums>>>,
    /// What the places that are finished have, seen from their folder: each with the path of the first that has it.
    of_places: Mutex<BTreeMap<String, String>>,
}

/// The SHA-256 of a file.
#[derive(Debug, Clone)]
struct Sums {
    /// As a browser gets it.
    file: [u8; 32],
    /// As it lies on the disk.
    on_disk: [u8; 32],
}

impl Site {
    /// Begins a site in a folder that holds one, or nothing.
    fn begin(out: &Path, lie: Lie) -> Result<Site, Trouble> {
        Ok(Site { folder: Folder::begin(out)?, lie, sums: Mutex::default(), of_places: Mutex::default() })
    }

    /// Writes a file under a name that tells its bytes; once, however often it is asked for. `name` has no ending.
    fn hashed(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        let path = format!("{name}.{}.{ending}", &hex(&Sha256::digest(bytes))[..16]);
        self.plain(&path, bytes)
    }

    /// Writes a page: nobody loads it with its integrity.
    fn page(&self, path: &str, html: &str) -> Result<(), Trouble> {
        self.put(path, html.as_bytes())
    }

    /// Writes a file under a name that stays.
    fn plain(&self, path: &str, bytes: &[u8]) -> Result<Asset, Trouble> {
        self.put(path, bytes)?;
        Ok(Asset { path: path.to_owned(), integrity: integrity(bytes) })
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let file: [u8; 32] = Sha256::digest(bytes).into();
        if self.sum(path).is_some_and(|there| there == file) {
            return Ok(());
        }
        let on_disk = if self.lie == Lie::Packed && headers::may_lie_packed(path) {
            let packed = packed(bytes).map_err(|error| Trouble::file("Packing", Path::new(path), &error))?;
            self.folder.write(path, &packed)?;
            Sha256::digest(&packed).into()
        } else {
            self.folder.write(path, bytes)?;
            file
        };
        let sums = Sums { file, on_disk };
        self.sums().entry(place_of(path).to_owned()).or_default().insert(path.to_owned(), sums);
        Ok(())
    }

    /// The SHA-256 of a file that has been written, as a browser gets it.
    fn sum(&self, path: &str) -> Option<[u8; 32]> {
        self.sums().get(place_of(path)).and_then(|place| place.get(path)).map(|sums| sums.file)
    }

    /// The path of every file written so far that is of no place, by its SHA-256.
    fn by_sum(&self) -> BTreeMap<String, String> {
        let sums = self.sums();
        // Of two files with the same bytes, the first in the order of paths.
        let root = sums.get("").into_iter().flatten().rev();
        root.map(|(path, sums)| (hex(&sums.file), path.clone())).collect()
    }

    /// Everything of the place in this folder is written: its sums go there too, and are no longer remembered.
    fn end_place(&self, below: &str) -> Result<(), Trouble> {
        let files = self.sums().remove(place_of(below)).unwrap_or_default();
        let mut lines = String::new();
        let mut of_places = self.of_places.lock().unwrap_or_else(PoisonError::into_inner);
        for (path, sums) in files {
            let own = path.strip_prefix(below).unwrap_or(&path).to_owned();
            lines += &line(&sums.on_disk, &own);
            if !headers::is_kept_for_ever(&path) {
                // Places are made side by side: whichever is ready first, the same one stands for all.
                let kept = of_places.entry(own).or_insert_with(|| path.clone());
                if path < *kept {
                    *kept = path;
                }
            }
        }
        drop(of_places);
        let path = format!("{below}{SUMS}");
        self.folder.write(&path, lines.as_bytes())?;
        let sum: [u8; 32] = Sha256::digest(&lines).into();
        self.sums().entry(String::new()).or_default().insert(path, Sums { file: sum, on_disk: sum });
        Ok(())
    }

    /// Writes the headers for every server, and the sum of every file; the site takes the place of the one before. `places`
    /// says that it holds several.
    fn end(self, places: bool) -> Result<(), Trouble> {
        let root: Vec<String> = self.sums().get("").into_iter().flat_map(BTreeMap::keys).cloned().collect();
        let of_places = self.of_places.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let files = root.iter().chain(of_places.values()).map(String::as_str);
        for (name, text) in headers::files(places, self.lie, files) {
            self.put(name, text.as_bytes())?;
        }
        let root = self.sums().remove("").unwrap_or_default();
        let sums: String = root.iter().map(|(path, sums)| line(&sums.on_disk, path)).collect();
        self.folder.end(&sums)
    }

    fn sums(&self) -> MutexGuard<'_, BTreeMap<String, BTreeMap<String, Sums>>> {
        // Whoever panicked has written a file or not: the list is right in both cases.
        self.sums.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A line in a list of sums.
fn line(sum: &[u8; 32], path: &str) -> String {
    format!("{}  {path}\n", hex(sum))
}

/// Bytes as they lie packed: the same for the same bytes, always.
fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::new(6));
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A file of the site.
#[derive(Debug, Clone)]
struct Asset {
    /// Its path from the root of the site.
    path: String,
    /// What whoever loads it checks.
    integrity: String,
}

impl Asset {
    /// Its address, as the file at this path sees it.
    fn seen_from(&self, page: &str) -> String {
        address(page, &self.path)
    }
}

/// The address of a file of the site, as another one sees it. Both are paths from the root of the site.
fn address(from: &str, to: &str) -> String {
    let folder = from.rfind('/').map_or("", |end| &from[..=end]);
    let steps = folder.split_inclusive('/').zip(to.split_inclusive('/'));
    let common: usize = steps.take_while(|(one, other)| one == other).map(|(one, _)| one.len()).sum();
    "../".repeat(folder[common..].matches('/').count()) + &to[common..]
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_page_finds_a_file_of_the_site_from_any_depth() {
        for (from, to, address_is) in [
            ("index.html", "app.js", "app.js"),
            ("fr/simple/index.html", "style.css", "../../style.css"),
            ("reader/index.html", "reader/reader.js", "reader.js"),
            ("reader/index.html", "reader/deep/reader.js", "deep/reader.js"),
            ("cabinet/reader/index.html", "reader/reader.js", "../../reader/reader.js"),
            ("cabinet/reader/index.html", "cabinet/notice.bin", "../notice.bin"),
            ("cabinet/index.html", "cabinet/notice.bin", "notice.bin"),
            ("cabinet/fr/index.html", "cabinet/", "../"),
        ] {
            assert_eq!(address(from, to), address_is, "{to} from {from}");
        }
    }
}
