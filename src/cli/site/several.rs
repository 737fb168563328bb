//! One site for many registers: an association or a regional body hosts it for its practices.
//!
//! A folder of registers becomes one place each, named after the file, with everything that is the same for all of them
//! once. A register with a problem stops nothing but itself: at its address patients get the general page, so that the
//! links and codes they were handed lead somewhere, and what is wrong is printed at the end.

use super::super::record::blanks_of;
use super::super::repository::read;
use super::at_once::at_once;
use super::draw::drawn_whole;
use super::place::Place;
use super::release::Release;
use super::shared::Shared;
use super::{BLANKS, Site, Trouble};
use crate::choices::Id;
use crate::cli::slug::{Slug, slug};
use crate::content::Library;
use crate::notice::Notice;
use crate::record::Blank;
use crate::register::{Checked, Register, check};
use crate::ui::places::Listed;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One register of the folder.
struct Practice {
    slug: Slug,
    json: String,
    checked: Checked,
    former: Vec<Blank>,
}

/// What was not made as wished.
struct Refused {
    file: String,
    why: Vec<String>,
}

/// Writes one site for all registers in a folder, and says what could not be made.
///
/// # Errors
/// If the folder holds no register, if the site cannot be written, or if a register could not be shown: the others are
/// there all the same.
pub(in super::super) fn several(
    release: &Release,
    library: &Library,
    folder: &Path,
    former: &[PathBuf],
    out: &Path,
) -> Result<(), Trouble> {
    let files = registers(folder)?;
    let mut refused = Vec::new();
    let mut practices = Vec::new();
    let mut ids: BTreeMap<Id, Slug> = BTreeMap::new();
    // Read whole before the old site is emptied: it may be a former one.
    for (file, practice) in files.iter().zip(at_once(&files, |file| practice(file, library, former))) {
        let named = practice.and_then(|practice| one_of_its_id(practice, &mut ids));
        match named {
            Ok(practice) => practices.push(practice),
            Err(why) => refused.push(Refused { file: shown(file), why: vec![why] }),
        }
    }
    let site = Site::begin(out)?;
    let shared = Shared::write(&site, release)?;
    let write = |practice: &Practice| {
        let below = practice.slug.folder();
        let register = practice.checked.register.is_some().then_some(practice.json.as_str());
        let notice = Notice::compose(Some(practice.checked.clone()), library);
        let (notice, pages) = &drawn_whole(&Arc::new(notice));
        let place = Place { site: &site, release, shared: &shared, below: &below, notice, pages, register };
        place.write(practice.former.clone())
    };
    let mut listed = Vec::new();
    for (practice, written) in practices.iter().zip(at_once(&practices, write)) {
        let file = format!("{}.json", practice.slug);
        match (written, &practice.checked.register) {
            (Err(trouble), _) => refused.push(Refused { file, why: vec![trouble.to_string()] }),
            (Ok(()), Some(register)) => listed.push(entry(&practice.slug, register)),
            (Ok(()), None) => {
                let why = practice.checked.errors.iter().map(ToString::to_string).collect();
                refused.push(Refused { file, why });
            }
        }
    }
    shared.list(library, listed)?;
    release.travel(&site)?;
    site.end(true)?;
    say(files.len(), &refused, out)
}

/// The register files of a folder, in the order of their names.
fn registers(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let trouble = |error| Trouble::file("Reading", folder, &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        let what = format!("{} holds no register: no file of it ends in .json", folder.display());
        return Err(Trouble::new(what, "Put one register a practice into it, such as cabinet-durand.json."));
    }
    Ok(files)
}

fn practice(file: &Path, library: &Library, former: &[PathBuf]) -> Result<Practice, String> {
    let slug = slug(&file.file_stem().unwrap_or_default().to_string_lossy())?;
    let json = read(file).map_err(|trouble| trouble.to_string())?;
    let checked = check(&json, library);
    let mut blanks = Vec::new();
    for site in former.iter().map(|site| site.join(slug.as_str())).filter(|site| site.join(BLANKS).is_file())
    {
        blanks.extend(blanks_of(&site).map_err(|trouble| trouble.to_string())?);
    }
    Ok(Practice { slug, json, checked, former: blanks })
}

/// On one address, what a patient keeps on their device is kept by the name of the place: two of the same would mix.
fn one_of_its_id(practice: Practice, ids: &mut BTreeMap<Id, Slug>) -> Result<Practice, String> {
    let Some(register) = &practice.checked.register else { return Ok(practice) };
    let id = &register.site.id;
    match ids.insert(id.clone(), practice.slug.clone()) {
        None => Ok(practice),
        Some(first) => {
            ids.insert(id.clone(), first.clone());
            Err(format!("site.id is \"{id}\" as in {first}.json; give each place an id of its own"))
        }
    }
}

fn entry(slug: &Slug, register: &Register) -> Listed {
    let desk = register.site.contacts.desk.as_ref();
    Listed {
        folder: slug.folder(),
        name: register.site.name.clone(),
        address: desk.and_then(|desk| desk.address.clone()),
    }
}

fn shown(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn say(all: usize, refused: &[Refused], out: &Path) -> Result<(), Trouble> {
    println!("{} of {all} registers are shown in {}", all - refused.len(), out.display());
    for Refused { file, why } in refused {
        println!("not shown: {file}");
        why.iter().for_each(|why| println!("  {why}"));
    }
    match refused.len() {
        0 => Ok(()),
        count => Err(Trouble::new(
            format!("{count} of {all} registers could not be shown; the others are made"),
            "Mend what is listed above and bake again. Until then a register with errors shows the general page.",
        )),
    }
}
