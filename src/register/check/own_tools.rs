//! The patients' own tools: the hospital has nothing to declare about a chatbot or a watch at home, and what is to be known
//! about them concerns everyone. So they can be shown without standing in any register.

use super::Checker;
use crate::choices::Id;
use crate::content::Library;
use crate::register::file::UseFile;
use crate::register::model::Use;
use crate::register::path::Path;
use std::collections::BTreeSet;

/// Every entry of the catalogue that is about a tool of the patient's own, as a use with the catalogue's texts.
pub fn own_tools(library: &Library) -> Vec<Use> {
    let own = library.catalogue.iter().filter(|(_, entry)| entry.by_patient);
    let ids = own.filter_map(|(id, _)| Id::parse(id));
    let mut checker = Checker {
        library,
        languages: Vec::new(),
        contacts: None,
        moments: Vec::new(),
        problems: Vec::new(),
        unread: BTreeSet::new(),
    };
    // With texts of the catalogue alone, nothing can be wrong that the check of the texts has not told.
    ids.filter_map(|id| checker.one_use(UseFile::of_catalogue(id), &Path::default())).collect()
}
