//! The tools that are known to work together with this repository (see README), by their versions.

use super::repository::read;
use super::{Repository, Trouble};

/// Trunk's.
pub(super) const TRUNK: &str = "0.21.14";

/// The version of wasm-bindgen in Cargo.lock: its program has to be of exactly the same.
pub(super) fn bindgen_version(repository: &Repository) -> Result<String, Trouble> {
    let lock = read(&repository.path("Cargo.lock"))?;
    let after = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1);
    let version = after.and_then(|after| after.split('"').next());
    version.map(str::to_owned).ok_or_else(|| {
        Trouble::new(
            "Cargo.lock names no version of wasm-bindgen",
            "Take Cargo.lock from the repository again.",
        )
    })
}
