//! The site of one register, or the general page.

use super::draw::{Pages, drawn_whole};
use super::folder::LOOK;
use super::former::PreviousSite;
use super::place::Place;
use super::release::Release;
use super::shared::{Places, Shared};
use super::{Site, Trouble};
use crate::cli::headers::Lie;
use crate::cli::program::Program;
use crate::cli::repository::read_given;
use crate::content::{Language, Library};
use crate::notice::Notice;
use crate::register::check;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is shown for a register, and how it is drawn.
struct Shown {
    notice: Arc<Notice>,
    pages: Pages,
    /// The register as it was written; `None` on the general page.
    register: Option<String>,
    /// Whether it is what was asked for.
    asked: bool,
}

impl Shown {
    /// The register in a file; the general page without one, or if it cannot be shown: then what is wrong is printed.
    fn of(library: &Library, file: Option<&Path>) -> Result<Shown, Trouble> {
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
        let asked = broken.is_none();
        let (notice, pages) = drawn_whole(&Arc::new(Notice::compose(checked, library)));
        Ok(Shown { notice, pages, register: json.filter(|_| asked), asked })
    }
}

/// Writes the site of the register in a file; without one, the general page. The desk goes on reading the sheets of the
/// `former` sites, and of the one that stood in `out`. Says whether what was asked for is shown: if the register cannot be,
/// patients get the general page, and what is wrong is printed.
///
/// # Errors
/// If a file cannot be read, or something cannot be written.
pub(in crate::cli) fn one(
    release: &Release,
    library: &Library,
    file: Option<&Path>,
    former: &[PathBuf],
    out: &Path,
    lie: Lie,
) -> Result<bool, Trouble> {
    let Shown { notice, pages, register, asked } = Shown::of(library, file)?;
    let id = notice.register.as_ref().map(|register| &register.site.id);
    // Before the old site is emptied: it is one of these.
    let former = PreviousSite::all(former, out)
        .iter()
        .map(|site| site.questionnaires("", id))
        .collect::<Result<Vec<_>, _>>()?
        .concat();
    let site = Site::begin(out, lie)?;
    let shared = Shared::write(&site, release, Places::One)?;
    let register = register.as_deref();
    Place { site: &site, release, shared: &shared, below: "", notice: &notice, pages: &pages, register }
        .write(former)?;
    shared.gallery(library)?;
    shared.lost(library, &Language::USUAL.into_iter().chain(notice.languages.iter().copied()).collect())?;
    shared.dpo(false)?;
    release.travel(&site)?;
    site.end(false)?;
    Ok(asked)
}

/// Writes of the site what one program is for, to look at it: without former texts, and without a release for others to take.
///
/// # Errors
/// As [`one`].
pub(in crate::cli) fn one_program(
    release: &Release,
    library: &Library,
    file: Option<&Path>,
    program: Program,
    out: &Path,
) -> Result<bool, Trouble> {
    let Shown { notice, pages, register, asked } = Shown::of(library, file)?;
    let site = Site::begin(out, Lie::Plain)?;
    let shared = Shared::write(&site, release, Places::One)?;
    let register = register.as_deref();
    Place { site: &site, release, shared: &shared, below: "", notice: &notice, pages: &pages, register }
        .write_for(program)?;
    site.plain(LOOK, b"Drawn by `eclaire watch` for whoever edits. Not a site for patients.\n")?;
    site.end(false)?;
    Ok(asked)
}
