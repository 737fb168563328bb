//! One site for many registers: an association or a regional body hosts it for its practices.
//!
//! A folder of registers becomes one place each, named after the file, with everything that is the same for all of them
//! once. A register with a problem stops nothing but itself: at its address patients get the general page, so that the
//! links and codes they were handed lead somewhere, and what is wrong is printed at the end.

use super::at_once::at_once;
use super::draw::drawn_whole;
use super::former::PreviousSite;
use super::place::Place;
use super::release::Release;
use super::shared::{Places, Shared};
use super::{Site, Trouble};
use crate::cli::headers::Lie;
use crate::cli::repository::read_beginning;
use crate::cli::slug::{Slug, slug};
use crate::content::{LARGEST_FILE, Language, Library, text_of};
use crate::notice::Notice;
use crate::patient::view::places::DirectoryEntry;
use crate::record::Questionnaire;
use crate::register::{Checked, Register, check};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One register of the folder.
struct Practice {
    slug: Slug,
    /// Its text and what the check says of it; or why the file cannot be read.
    read: Result<(String, Checked), String>,
    former: Vec<Questionnaire>,
}

impl Practice {
    /// The register, if it can be shown.
    fn register(&self) -> Option<&Register> {
        self.read.as_ref().ok().and_then(|(_, checked)| checked.register.as_ref())
    }

    /// Why it cannot be shown.
    fn why(&self) -> Vec<String> {
        match &self.read {
            Ok((_, checked)) => checked.errors.iter().map(ToString::to_string).collect(),
            Err(why) => vec![why.clone()],
        }
    }
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
pub(in crate::cli) fn several(
    release: &Release,
    library: &Library,
    folder: &Path,
    former: &[PathBuf],
    out: &Path,
    lie: Lie,
) -> Result<(), Trouble> {
    let files = registers(folder)?;
    let former = formers(PreviousSite::all(former, out))?;
    let site = Site::begin(out, lie)?;
    let shared = Shared::write(&site, release, Places::Many)?;
    let bakery = Bakery { site: &site, release, shared: &shared, library };
    let mut made = Made { languages: Language::USUAL.into(), ..Made::default() };
    // A few at a time: so the memory is that of a few, however many there are. The old site stands until the end; it is a former one.
    for files in files.chunks(AT_A_TIME) {
        let mut practices = Vec::new();
        for (file, practice) in files.iter().zip(at_once(files, |file| practice(file, library, &former))) {
            match practice.and_then(|practice| made.alone(practice)) {
                Ok(practice) => practices.push(practice),
                Err(why) => made.refused.push(Refused { file: shown(file), why: vec![why] }),
            }
        }
        for (practice, written) in practices.iter().zip(at_once(&practices, |one| bakery.bake(one))) {
            made.note(practice, written);
        }
    }
    shared.list(library, &made.languages, made.listed)?;
    shared.gallery(library)?;
    shared.lost(library, &made.languages)?;
    shared.dpo(true)?;
    release.travel(&site)?;
    site.end(true)?;
    let places = former.iter().flat_map(|(_, places)| places);
    let gone: BTreeSet<&String> = places.filter(|place| !made.places.contains(*place)).collect();
    made.refused.sort_by(|one, other| one.file.cmp(&other.file));
    say(files.len(), &made.refused, &gone, out)
}

/// How many practices are in memory at once.
const AT_A_TIME: usize = 64;

/// What places are made with.
struct Bakery<'a> {
    site: &'a Site,
    release: &'a Release,
    shared: &'a Shared<'a>,
    library: &'a Library,
}

impl Bakery<'_> {
    /// Writes the place of a practice.
    fn bake(&self, practice: &Practice) -> Result<(), Trouble> {
        let Bakery { site, release, shared, library } = *self;
        let below = practice.slug.folder();
        let (json, checked) = practice.read.as_ref().ok().cloned().unzip();
        let register = json.as_deref().filter(|_| practice.register().is_some());
        let notice = Notice::compose(checked, library);
        let (notice, pages) = &drawn_whole(&Arc::new(notice));
        let place = Place { site, release, shared, below: &below, notice, pages, register };
        let written = place.write(practice.former.clone());
        // What is there is listed, also where something is missing.
        site.end_place(&below)?;
        written
    }
}

/// What has been made so far.
#[derive(Default)]
struct Made {
    taken: Taken,
    places: BTreeSet<String>,
    /// Those of their pages, and the usual ones.
    languages: BTreeSet<Language>,
    listed: Vec<DirectoryEntry>,
    refused: Vec<Refused>,
}

impl Made {
    /// The practice, if nothing of it is another's already.
    fn alone(&mut self, practice: Practice) -> Result<Practice, String> {
        let practice = alone(practice, &mut self.taken)?;
        // Two files may differ in the writing of `.json` alone.
        if self.places.insert(practice.slug.to_string()) {
            return Ok(practice);
        }
        Err(format!("another file of this folder makes {} already", practice.slug.folder()))
    }

    fn note(&mut self, practice: &Practice, written: Result<(), Trouble>) {
        let file = format!("{}.json", practice.slug);
        match (written, practice.register()) {
            (Err(trouble), _) => self.refused.push(Refused { file, why: vec![trouble.to_string()] }),
            (Ok(()), Some(register)) => {
                self.languages.extend(&register.site.languages);
                self.listed.push(entry(&practice.slug, register));
            }
            (Ok(()), None) => self.refused.push(Refused { file, why: practice.why() }),
        }
    }
}

/// The register files of a folder, in the order of their names.
fn registers(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let trouble = |error| Trouble::file("Reading", folder, &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        // `.JSON` is how some systems write it.
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
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

/// PreviousSite sites, each with the places of which a desk could read sheets.
type Formers = Vec<(PreviousSite, BTreeSet<String>)>;

fn formers(sites: Vec<PreviousSite>) -> Result<Formers, Trouble> {
    sites.into_iter().map(|site| site.places().map(|places| (site, places))).collect()
}

fn practice(file: &Path, library: &Library, former: &Formers) -> Result<Practice, String> {
    let slug = slug(&file.file_stem().unwrap_or_default().to_string_lossy())?;
    let read = read_beginning(file, LARGEST_FILE).map_err(|trouble| trouble.to_string());
    let read = read.and_then(|bytes| {
        text_of(&bytes, LARGEST_FILE)
            .map(str::to_owned)
            .map_err(|problem| format!("{problem}; save it as UTF-8"))
    });
    let read = read.map(|json| {
        let checked = check(&json, library);
        (json, checked)
    });
    let mut practice = Practice { slug, read, former: Vec::new() };
    let place = practice.slug.as_str();
    for (site, _) in former.iter().filter(|(_, places)| places.contains(place)) {
        let id = practice.register().map(|register| &register.site.id);
        let questionnaires = site.questionnaires(place, id).map_err(|trouble| trouble.to_string())?;
        practice.former.extend(questionnaires);
    }
    Ok(practice)
}

/// What only one place may say of itself: its id, by which a patient's own device keeps what they want kept there, and its
/// page, to which posters, codes and embeds lead. By what it is called, the first place that says it.
type Taken = BTreeMap<(&'static str, String), Slug>;

fn alone(practice: Practice, taken: &mut Taken) -> Result<Practice, String> {
    let Some(register) = practice.register() else { return Ok(practice) };
    let page = register
        .site
        .page
        .as_ref()
        .map(|page| ("site.page", page.to_string().trim_end_matches('/').to_owned()));
    for own in [Some(("site.id", register.site.id.to_string())), page].into_iter().flatten() {
        let (field, value) = own.clone();
        let first = taken.entry(own).or_insert_with(|| practice.slug.clone());
        if *first != practice.slug {
            return Err(format!("{field} is \"{value}\" as in {first}.json; give each place its own"));
        }
    }
    Ok(practice)
}

fn entry(slug: &Slug, register: &Register) -> DirectoryEntry {
    let desk = register.site.contacts.desk.as_ref();
    DirectoryEntry {
        folder: slug.folder(),
        name: register.site.name.clone(),
        address: desk.and_then(|desk| desk.address.clone()),
    }
}

fn shown(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn say(all: usize, refused: &[Refused], gone: &BTreeSet<&String>, out: &Path) -> Result<(), Trouble> {
    println!("{} of {all} registers are shown in {}", all - refused.len(), out.display());
    for Refused { file, why } in refused {
        println!("not shown: {file}");
        why.iter().for_each(|why| println!("  {why}"));
    }
    for place in gone {
        println!("no longer there: {place}; its desk cannot read its sheets any more");
    }
    match refused.len() {
        0 => Ok(()),
        count => Err(Trouble::new(
            format!("{count} of {all} registers could not be shown; the others are made"),
            "Mend what is listed above and bake again. Until then a register with errors shows the general page.",
        )),
    }
}
