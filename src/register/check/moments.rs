//! The moments of care: those of the content, and those that only this place has.

use super::Checker;
use crate::choices::Id;
use crate::content::Moment;
use crate::register::file::MomentFile;
use crate::register::path::Path;
use crate::register::problem_kind::ProblemKind;

impl Checker<'_> {
    /// The moments that the register adds. None has the name of one that is known.
    pub(super) fn own_moments(&mut self, files: Vec<MomentFile>, at: &Path) -> Vec<Moment> {
        let places = self.places(at, files.len());
        let mut own: Vec<Moment> = Vec::new();
        for (file, at) in files.into_iter().zip(places) {
            let name = file.name.localised();
            self.all_languages(&name, &at.field("name"));
            self.name_fits(&name, &at.field("name"));
            if self.library.moments.iter().chain(&own).any(|known| known.id == file.id) {
                self.report(&at.field("id"), ProblemKind::MomentTwice(file.id));
            } else {
                own.push(Moment { id: file.id, name, picture: file.picture });
            }
        }
        own
    }

    /// The moments to which a use belongs: its own, or those of its entry.
    pub(super) fn moments_of(&mut self, own: Vec<Id>, entry: Option<&[Id]>, at: &Path) -> Vec<Id> {
        if own.is_empty() {
            return entry.unwrap_or_default().to_vec();
        }
        let at = at.field("moments");
        // A moment of the register that could not be read is told already: nobody knows which it is.
        let list = Path::default().field("moments");
        if self.is_unread(&list) || self.has_unread(&list) {
            return own;
        }
        for (id, at) in own.iter().zip(self.places(&at, own.len())) {
            let known = || self.library.moments.iter().chain(&self.moments).map(|one| &one.id);
            if known().all(|one| one != id) {
                let known = known().map(Id::to_string).collect();
                self.report(&at, ProblemKind::NoSuchMoment { id: id.clone(), known });
            }
        }
        own
    }
}
