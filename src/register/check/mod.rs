//! From the file as written to the register that can be shown.
//!
//! Everything that is wrong is listed at once, and each thing once: what could not be read has been told by the reader,
//! and is not reported again as missing. An *error* means that the register cannot be shown; a *gap* is a fact that
//! patients will read as "not told by the hospital".

mod facts;
mod item;
mod moments;
mod offer;
mod own_tools;
mod site;
mod texts;

use super::fact::Fact;
use super::file::RegisterParts;
use super::model::{Contacts, Register, has_projects};
use super::path::Path;
use super::problem::Problem;
use super::problem_kind::{ProblemKind, Severity};
use super::read::Findings;
use crate::choices::Id;
use crate::content::{Language, Library, Moment};
use offer::{in_order, request};
pub use own_tools::own_tools;
use std::collections::{BTreeMap, BTreeSet};

/// What came out of checking one register file.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The register, unless there are errors.
    pub register: Option<Register>,
    /// Why it cannot be shown.
    pub errors: Vec<Problem>,
    /// What it does not tell.
    pub gaps: Vec<Problem>,
}

/// Reads and checks the text of a register file against the catalogue.
pub fn check(json: &str, library: &Library) -> Checked {
    let mut findings = Findings::default();
    let parts = RegisterParts::read(json, &mut findings);
    let Findings { problems, unread } = findings;
    let mut checker =
        Checker { library, languages: Vec::new(), contacts: None, moments: Vec::new(), problems, unread };
    let register = checker.register(parts);
    let (errors, gaps): (Vec<_>, Vec<_>) =
        checker.problems.into_iter().partition(|problem| problem.severity() == Severity::Error);
    Checked { register: register.filter(|_| errors.is_empty()), errors, gaps }
}

struct Checker<'a> {
    library: &'a Library,
    languages: Vec<Language>,
    /// `None` if the site could not be read.
    contacts: Option<Contacts>,
    /// Those that only this place has.
    moments: Vec<Moment>,
    problems: Vec<Problem>,
    /// The places of which nothing more can be said.
    unread: BTreeSet<Path>,
}

impl Checker<'_> {
    /// Something is wrong here, or not told.
    fn report(&mut self, at: &Path, kind: ProblemKind) {
        if !self.is_unread(at) {
            self.problems.push(Problem { path: at.clone(), kind });
        }
    }

    /// A fact is not told.
    fn gap(&mut self, at: &Path, fact: Fact) {
        self.report(at, ProblemKind::Untold(fact));
    }

    /// Whether the value at this place, or around it, could not be read.
    fn is_unread(&self, at: &Path) -> bool {
        // Looked up, not searched: a file may have as many broken places as it has lines.
        at.and_around().any(|place| self.unread.contains(&place))
    }

    /// Whether an element of this list could not be read: then it may be shorter than it is in the file.
    fn has_unread(&self, list: &Path) -> bool {
        let from = self.unread.range(list..);
        from.take_while(|place| place.as_str().starts_with(list.as_str())).any(|place| place.is_within(list))
    }

    /// The places of the elements of a list that could be read. They are where they are in the file.
    fn places(&self, list: &Path, elements: usize) -> Vec<Path> {
        (0..).map(|index| list.index(index)).filter(|at| !self.unread.contains(at)).take(elements).collect()
    }

    fn register(&mut self, parts: RegisterParts) -> Option<Register> {
        let root = Path::default();
        if let Some(version) = parts.version.filter(|version| *version != 1) {
            self.report(&root.field("version"), ProblemKind::Version(version));
        }
        let site_at = root.field("site");
        let projects_untold = parts.site.as_ref().is_some_and(|site| site.projects.is_none());
        let site = parts.site.map(|site| self.site(site, &site_at));
        self.contacts = site.as_ref().map(|site| site.contacts.clone());
        self.moments = self.own_moments(parts.moments, &root.field("moments"));
        let uses_at = self.places(&root.field("uses"), parts.uses.len());
        let reuses_at = self.places(&root.field("reuses"), parts.reuses.len());
        let ids = parts.uses.iter().map(|one| &one.id).chain(parts.reuses.iter().map(|one| &one.id));
        self.unique_ids(uses_at.iter().chain(&reuses_at).zip(ids));
        let uses = checked(parts.uses, &uses_at, |at, one| self.one_use(one, at));
        let reuses = checked(parts.reuses, &reuses_at, |at, one| self.reuse(one, at));
        // A list that has a broken reuse in it is a list of reuses all the same.
        if projects_untold && reuses.as_deref().is_none_or(has_projects) {
            self.gap(&site_at.field("projects"), Fact::Projects);
        }
        let requests = parts.requests.iter().copied().map(request).collect::<Vec<_>>();
        Some(Register {
            example: parts.example.unwrap_or(false),
            site: site?,
            requests: in_order(&requests),
            moments: std::mem::take(&mut self.moments),
            uses: uses?,
            reuses: reuses?,
        })
    }

    fn unique_ids<'a>(&mut self, ids: impl Iterator<Item = (&'a Path, &'a Id)>) {
        let mut seen: BTreeMap<&Id, &Path> = BTreeMap::new();
        for (at, id) in ids {
            match seen.get(id) {
                Some(first) => {
                    let kind = ProblemKind::NameTwice { id: id.clone(), first: (*first).clone() };
                    self.problems.push(Problem { path: at.field("id"), kind });
                }
                None => drop(seen.insert(id, at)),
            }
        }
    }
}

/// Checks every element before the first broken one ends the list.
fn checked<F, T>(
    files: Vec<F>,
    places: &[Path],
    mut check: impl FnMut(&Path, F) -> Option<T>,
) -> Option<Vec<T>> {
    let all: Vec<_> = files.into_iter().zip(places).map(|(file, at)| check(at, file)).collect();
    all.into_iter().collect()
}
