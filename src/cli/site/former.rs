//! Sites that stood before: sheets were handed out with them, and the desk of the new site goes on reading those.
//!
//! Besides those that are named, the one in the folder that becomes the new site is such a site: otherwise one forgotten
//! option would make every sheet in the pockets of patients unreadable.

use super::folder::places_with;
use super::{BLANKS, Trouble};
use crate::choices::Id;
use crate::cli::record::blanks_of;
use crate::record::Questionnaire;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A site that stood before.
pub(super) struct PreviousSite {
    site: PathBuf,
    named: bool,
}

impl PreviousSite {
    /// Those that are named, then the one in `out`, if there is one.
    pub(super) fn all(named: &[PathBuf], out: &Path) -> Vec<PreviousSite> {
        let named = named.iter().map(|site| PreviousSite { site: site.clone(), named: true });
        named.chain([PreviousSite { site: out.to_owned(), named: false }]).collect()
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

    /// Its questionnaires for the place in the folder `below`, whose register names the site `id`. Whoever names a former site knows that
    /// its sheets belong here; of the one in the new site's folder only those count that somebody may hold who comes here:
    /// of the same site, and no example's.
    ///
    /// # Errors
    /// If it was named and is no site, or if its questionnaires cannot be read.
    pub(super) fn questionnaires(&self, below: &str, id: Option<&Id>) -> Result<Vec<Questionnaire>, Trouble> {
        let place = self.site.join(below);
        if self.named {
            return blanks_of(&place);
        }
        let file = place.join(BLANKS);
        if !file.is_file() {
            return Ok(Vec::new());
        }
        let questionnaires = blanks_of(&place).map_err(|trouble| {
            let next =
                format!("Take {} from a copy, or away: its sheets cannot be read then.", file.display());
            Trouble::new(trouble.to_string(), next)
        })?;
        let ours = |questionnaire: &Questionnaire| {
            !questionnaire.example && id.is_none_or(|id| *id == questionnaire.site.id)
        };
        Ok(questionnaires.into_iter().filter(ours).collect())
    }
}
