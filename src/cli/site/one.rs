//! The site of one register, or the general page.

use super::super::repository::read_given;
use super::draw::drawn_whole;
use super::former::Former;
use super::place::Place;
use super::release::Release;
use super::shared::Shared;
use super::{Site, Trouble};
use crate::content::Library;
use crate::notice::Notice;
use crate::register::check;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes the site of the register in a file; without one, the general page. The desk goes on reading the sheets of the
/// `former` sites, and of the one that stood in `out`. Says whether what was asked for is shown: if the register cannot be,
/// patients get the general page, and what is wrong is printed.
///
/// # Errors
/// If a file cannot be read, or something cannot be written.
pub(in super::super) fn one(
    release: &Release,
    library: &Library,
    file: Option<&Path>,
    former: &[PathBuf],
    out: &Path,
) -> Result<bool, Trouble> {
    let json = file.map(read_given).transpose()?;
    let checked = json.as_deref().map(|json| check(json, library));
    let broken = checked.as_ref().filter(|checked| checked.register.is_none());
    if let (Some(checked), Some(file)) = (broken, file) {
        println!("{} has {} errors and cannot be shown.", file.display(), checked.errors.len());
        println!(
            "Patients get the general page, staff find the errors at its foot and with `eclaire check`:"
        );
        checked.errors.iter().for_each(|problem| println!("  {problem}"));
    }
    let shown = broken.is_none();
    let register = json.as_deref().filter(|_| shown);
    let (notice, pages) = &drawn_whole(&Arc::new(Notice::compose(checked, library)));
    let id = notice.register.as_ref().map(|register| &register.site.id);
    // Before the old site is emptied: it is one of these.
    let former = Former::all(former, out)
        .iter()
        .map(|site| site.blanks("", id))
        .collect::<Result<Vec<_>, _>>()?
        .concat();
    let site = Site::begin(out)?;
    let shared = Shared::write(&site, release)?;
    Place { site: &site, release, shared: &shared, below: "", notice, pages, register }.write(former)?;
    release.travel(&site)?;
    site.end(false)?;
    Ok(shown)
}
