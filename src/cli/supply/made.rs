//! Of which commit a release was made, and with which tools.

use crate::cli::Trouble;
use crate::cli::repository::Repository;
use crate::cli::tools::{TRUNK, bindgen_version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::process::Command;

/// What has to be the same for a second build to give the same bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) struct Made {
    /// The commit; `None` where the sources are no clone.
    pub(in crate::cli) commit: Option<String>,
    /// Whether files of the commit were changed when it was made: then nobody else can make the same.
    pub(in crate::cli) changed: bool,
    /// The tools, with their versions.
    pub(in crate::cli) tools: BTreeMap<String, String>,
}

impl Made {
    /// What is here now.
    ///
    /// # Errors
    /// If Cargo.lock cannot be read, or names no wasm-bindgen.
    pub(in crate::cli) fn now(repository: &Repository) -> Result<Made, Trouble> {
        let said = |program: &str, arguments: &[&str]| {
            let said =
                Command::new(program).args(arguments).current_dir(repository.path("")).output().ok()?;
            let words = String::from_utf8_lossy(&said.stdout).trim().to_owned();
            said.status.success().then_some(words)
        };
        let tools = [
            ("rustc", said("rustc", &["--version"])),
            ("trunk", Some(TRUNK.to_owned())),
            ("wasm-bindgen", Some(bindgen_version(repository)?)),
        ];
        Ok(Made {
            commit: said("git", &["rev-parse", "--verify", "HEAD"]),
            changed: said("git", &["status", "--porcelain", "--untracked-files=no"])
                .is_some_and(|changes| !changes.is_empty()),
            tools: tools
                .into_iter()
                .filter_map(|(name, version)| Some((name.to_owned(), version?)))
                .collect(),
        })
    }
}
