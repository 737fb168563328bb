//! For hosts that read `_headers` (Netlify, Cloudflare Pages): copied to the root of the site.
//!
//! They know no regular expressions, and put together the values of all lines that fit: what holds for all comes once, the
//! rest for each path. Whoever is not named is asked for again, as these hosts do by themselves.

use super::{COMMON, KEEP, LOADED_BY, OPENER, POLICY, READ_BY, headers};
use crate::cli::slug::is_taken;
use std::collections::BTreeMap;

/// `places`: the site holds several places, each below a folder of its own; its pages are named with the folder left open.
pub(super) fn file<'a>(places: bool, files: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::from(
        "# The headers of a site of Éclaire, for hosts that read _headers: copy this file to the root of the site.\n\n/*\n",
    );
    for (name, value) in COMMON {
        text += &format!("  {name}: {value}\n");
    }
    let mut lines = BTreeMap::new();
    for file in files {
        let file = format!("/{file}");
        let open = open_path(places, &file);
        let of =
            |wanted| headers(places, &file).find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
        let lives = file.ends_with(".html") && !of(KEEP).contains("immutable") || file.ends_with("sw.js");
        let said = |names: &[&str]| -> String {
            let own = headers(places, &file).filter(|(name, _)| names.contains(name));
            own.map(|(name, value)| format!("  {name}: {value}\n")).collect()
        };
        if lives {
            let policy = said(&[POLICY, OPENER, LOADED_BY]);
            if let Some(folder) = open.strip_suffix("index.html") {
                lines.insert(folder.to_owned(), policy.clone());
            }
            lines.insert(open, policy);
        } else if (of(KEEP).contains("immutable") || !of(READ_BY).is_empty()) && open == file {
            lines.insert(open, said(&[KEEP, LOADED_BY, READ_BY]));
        }
    }
    lines.iter().for_each(|(path, line)| text += &format!("\n{path}\n{line}"));
    text
}

/// The path with the folder of its place left open. What lies in the root, or in the folder of a program, is of no place.
fn open_path(places: bool, file: &str) -> String {
    match file.trim_start_matches('/').split_once('/') {
        Some((folder, rest)) if places && !is_taken(folder) => format!("/:place/{rest}"),
        _ => file.to_owned(),
    }
}
