//! Sites that stood before: sheets were handed out with them, and the desk of the new site goes on reading those.
//!
//! Besides those that are named, the one in the folder that becomes the new site is such a site: otherwise one forgotten
//! option would make every sheet in the pockets of patients unreadable.

use super::folder::places_with;
use super::{BLANKS, Trouble};
use crate::choices::Id;
use crate::cli::record::blanks_of;
use crate::record::Blank;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A site that stood before.
pub(super) struct Former {
    site: PathBuf,
    named: bool,
}

impl Former {
    /// Those that are named, then the one in `out`, if there is one.
    pub(super) fn all(named: &[PathBuf], out: &Path) -> Vec<Former> {
        let named = named.iter().map(|site| Former { site: site.clone(), named: true });
        named.chain([Former { site: out.to_owned(), named: false }]).collect()
    }

    /// The folders of its places, if it is a site of several.
    ///
    /// # Errors
    /// If it was named and is no site.
    pub(super) fn places(&self) -> Result<BTreeSet<String>, Trouble> {
        match places_with(BLANKS, &self.site) {
            Err(_) if !self.named => Ok(BTreeSet::new()),
            places => places,
        }
    }

    /// Its blanks for the place in the folder `below`, whose register names the site `id`. Whoever names a former site knows that
    /// its sheets belong here; of the one in the new site's folder only those count that somebody may hold who comes here:
    /// of the same site, and no example's.
    ///
    /// # Errors
    /// If it was named and is no site, or if its blanks cannot be read.
    pub(super) fn blanks(&self, below: &str, id: Option<&Id>) -> Result<Vec<Blank>, Trouble> {
        let place = self.site.join(below);
        if self.named {
            return blanks_of(&place);
        }
        let file = place.join(BLANKS);
        if !file.is_file() {
            return Ok(Vec::new());
        }
        let blanks = blanks_of(&place).map_err(|trouble| {
            let next =
                format!("Take {} from a copy, or away: its sheets cannot be read then.", file.display());
            Trouble::new(trouble.to_string(), next)
        })?;
        let ours = |blank: &Blank| !blank.example && id.is_none_or(|id| *id == blank.site.id);
        Ok(blanks.into_iter().filter(ours).collect())
    }
}
