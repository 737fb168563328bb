//! The folder of a place: the name of its register's file, if it may stand in an address.

use crate::content::Language;
use std::fmt;

/// A name that is safe in an address and in every file system: 1 to 60 of `a` to `z`, `0` to `9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slug(String);

/// What lies in the root of a site, or may one day, besides a folder a language: a place of this name would stand in its way.
const TAKEN: [&str; 13] = [
    "accessibility",
    "dpo",
    "editor",
    "embed",
    "fhir",
    "headers",
    "kiosk",
    "pictures",
    "poster",
    "practice",
    "reader",
    "register",
    "simple",
];

/// Names that Windows keeps for devices: no folder there can be called so, with or without an ending.
const DEVICES: [&str; 4] = ["aux", "con", "nul", "prn"];

fn is_device(name: &str) -> bool {
    let numbered = |device: &str| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|one| one.is_ascii_digit()))
    };
    DEVICES.contains(&name) || numbered("com") || numbered("lpt")
}

/// The name, or why it is none.
pub(super) fn slug(name: &str) -> Result<Slug, String> {
    let characters =
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let fits = (1..=60).contains(&name.len()) && characters && !name.starts_with('-') && !name.ends_with('-');
    if !fits {
        return Err(format!(
            "\"{name}\" cannot be a path: expected 1 to 60 of a-z, 0-9 and - in between, such as cabinet-durand.json"
        ));
    }
    if is_device(name) {
        return Err(format!("\"{name}\" is a name that Windows keeps for itself; name the file otherwise"));
    }
    if is_taken(name) {
        return Err(format!("\"{name}\" is a path that Éclaire needs itself; name the file otherwise"));
    }
    Ok(Slug(name.to_owned()))
}

/// Whether Éclaire itself may need this folder in the root of a site.
pub(super) fn is_taken(folder: &str) -> bool {
    TAKEN.contains(&folder) || Language::from_code(folder).is_some()
}

impl Slug {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The path before all files of the place.
    pub(super) fn folder(&self) -> String {
        format!("{}/", self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_path_is_short_plain_and_free() {
        for good in ["cabinet-durand", "750712184", "a", "con-durand", "com10", "computer"] {
            assert_eq!(slug(good).map(|slug| slug.folder()), Ok(format!("{good}/")));
        }
        for bad in [
            "",
            "Cabinet",
            "été",
            "a b",
            "../a",
            "a/b",
            ".",
            "-a",
            "a-",
            "a.b",
            "fr",
            "tr",
            "reader",
            "fhir",
            "pictures",
            "con",
            "nul",
            "aux",
            "com1",
            "lpt9",
            &"a".repeat(61),
        ] {
            assert!(slug(bad).is_err(), "{bad}");
        }
    }
}
