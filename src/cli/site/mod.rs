//! A site: from what Trunk made, a register and the texts to files that any web server can serve.
//!
//! A site holds what all its pages share ([`shared::Shared`]), and one or several *places* ([`place::Place`]): one register each, in the
//! root or in a folder of its own. Files are named after their bytes and loaded with their integrity. Pages carry their
//! own policy, so that a plain file server is enough.
//!
//! To add something to every register's site, write a file beside this one with an `impl Place`, and call it from
//! [`place::Place::write`]. What is the same for all registers goes to [`shared::Shared`].

#[cfg(test)]
mod as_written;
mod aside;
mod at_once;
mod draw;
mod embed;
mod folder;
mod former;
mod html;
mod inside;
mod kiosk;
mod list;
mod lost;
mod one;
mod place;
mod poster;
mod practice;
mod reader;
mod receiver;
mod register_editor;
mod release;
mod released;
mod several;
mod shared;
mod single;
mod staff;
mod styles;

pub use draw::{fingerprinted, prerender};
pub(super) use lost::LOST;
pub(super) use one::{one, one_program};
pub(super) use reader::BLANKS;
pub(super) use release::Release;
pub(super) use several::several;

use super::{Trouble, headers};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use folder::Folder;
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A site that is being written. Several threads may do so.
pub(super) struct Site {
    folder: Folder,
    /// The SHA-256 of every file written so far, by path.
    sums: Mutex<BTreeMap<String, String>>,
}

impl Site {
    /// Begins a site in a folder that holds one, or nothing.
    fn begin(out: &Path) -> Result<Site, Trouble> {
        Ok(Site { folder: Folder::begin(out)?, sums: Mutex::default() })
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
        let sum = hex(&Sha256::digest(bytes));
        let former = self.sums().insert(path.to_owned(), sum.clone());
        if former.is_none_or(|former| former != sum) {
            self.folder.write(path, bytes)?;
        }
        Ok(())
    }

    /// The path of every file written so far, by its SHA-256.
    fn by_sum(&self) -> BTreeMap<String, String> {
        // Of two files with the same bytes, the first in the order of paths.
        self.sums().iter().rev().map(|(path, sum)| (sum.clone(), path.clone())).collect()
    }

    /// Writes the headers for every server, and the sum of every file; the site takes the place of the one before. `places`
    /// says that it holds several.
    fn end(self, places: bool) -> Result<(), Trouble> {
        let files: Vec<String> = self.sums().keys().cloned().collect();
        for (name, text) in headers::files(places, files.iter().map(String::as_str)) {
            self.put(name, text.as_bytes())?;
        }
        let sums: String = self.sums().iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
        self.folder.end(&sums)
    }

    fn sums(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        // Whoever panicked has written a file or not: the list is right in both cases.
        self.sums.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
