//! `release.json`: how a release travels in a site, so that `eclaire bake` can make other sites of it without a toolchain.
//!
//! What lies in the site is named with its sum, everything else (texts, the parts of scripts and styles) is in the file
//! itself.

use super::release::Release;
use super::{Site, Trouble, hex};
use crate::cli::repository::{read, read_unpacked};
use crate::cli::supply::Made;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The file with the release, in the root of a site.
pub(super) const RELEASE: &str = "release.json";

/// The sources that this program is made of; `src/sources.rs` adds them up.
const SOURCES: &str = env!("ECLAIRE_SOURCES");

#[derive(Debug, Serialize, Deserialize)]
struct Released {
    /// The version of Éclaire, for people.
    eclaire: String,
    /// The sources of which the programs were made.
    sources: String,
    /// Of which commit, and with which tools.
    made: Made,
    /// The files, by their plain names.
    files: BTreeMap<String, Travels>,
}

/// How one file of a release travels.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Travels {
    /// It lies in the site.
    File { path: String, sha256: String },
    /// Here, as it is.
    Text(String),
    /// Here, in base64, because it is no text.
    Base64(String),
}

impl Release {
    /// Writes the release into a site whose shared files are there.
    pub(super) fn travel(&self, site: &Site) -> Result<(), Trouble> {
        let there = site.by_sum();
        let travels = |bytes: &[u8]| {
            let sha256 = hex(&Sha256::digest(bytes));
            match (there.get(&sha256), str::from_utf8(bytes)) {
                (Some(path), _) => Travels::File { path: path.clone(), sha256 },
                (None, Ok(text)) => Travels::Text(text.to_owned()),
                (None, Err(_)) => Travels::Base64(BASE64_STANDARD.encode(bytes)),
            }
        };
        let files = self.files().map(|(name, bytes)| (name.to_owned(), travels(bytes))).collect();
        let (eclaire, sources) = (env!("CARGO_PKG_VERSION").to_owned(), SOURCES.to_owned());
        let made = self.made().clone();
        let released = serde_json::to_string(&Released { eclaire, sources, made, files });
        let written = released
            .map_err(|error| Trouble::new(format!("{RELEASE} cannot be written: {error}"), "Build again."))?;
        site.plain(RELEASE, written.as_bytes()).map(drop)
    }

    /// The release that travels in a site.
    ///
    /// # Errors
    /// If the folder holds none, if it is of another version than this program, or if a file of it is not as it was.
    pub(in crate::cli) fn of_dist(dist: &Path) -> Result<Release, Trouble> {
        let file = dist.join(RELEASE);
        if !file.is_file() {
            return Err(Trouble::new(
                format!("{} holds no release of Éclaire: there is no {RELEASE}", dist.display()),
                "Name the folder that was released, or one that `eclaire build` has made.",
            ));
        }
        let broken = |why: String| {
            Trouble::new(format!("{}: {why}", file.display()), "Take the released folder again, whole.")
        };
        let released: Released =
            serde_json::from_str(&read(&file)?).map_err(|error| broken(format!("not as it was: {error}")))?;
        if released.sources != SOURCES {
            let (theirs, ours) = (&released.eclaire, env!("CARGO_PKG_VERSION"));
            return Err(Trouble::new(
                format!(
                    "{} was released by Éclaire {theirs} (sources {}), this program is Éclaire {ours} (sources {SOURCES})",
                    dist.display(),
                    released.sources
                ),
                "Use the program and the folder of the same release.",
            ));
        }
        let arrives = |(name, travels): (String, Travels)| {
            let bytes = match travels {
                Travels::Text(text) => text.into_bytes(),
                Travels::Base64(text) => {
                    BASE64_STANDARD.decode(text).map_err(|error| broken(format!("{name}: {error}")))?
                }
                Travels::File { path, sha256 } => {
                    let bytes = read_unpacked(&dist.join(&path))?;
                    if hex(&Sha256::digest(&bytes)) != sha256 {
                        return Err(broken(format!("{path} is not the file that was released")));
                    }
                    bytes
                }
            };
            Ok((name, bytes))
        };
        let files = released.files.into_iter().map(arrives).collect::<Result<_, Trouble>>()?;
        Ok(Release::of_files(files, released.made))
    }
}
