//! A place, as far as handing out its page needs it: of the register with which this page was built, or of one that was opened.

use super::{Unread, Unreadable};
use crate::choices::Id;
use crate::content::{Date, LARGEST_FILE, Language, Level, Localised, Titles, text_of};
use crate::notice::Notice;
use crate::record::Fingerprint;
use crate::register::{Contact, ContactFile, RegisterFile, Use};
use crate::share::PageAddress;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name for machines.
    pub id: Id,
    /// Its name.
    pub name: Localised,
    /// An invented register.
    pub example: bool,
    /// Where its page lies, if the register says so.
    pub page: Option<PageAddress>,
    /// Whether this page lies beside that of the patients: then its address is known anyway.
    pub own: bool,
    /// The languages of its page, the first first.
    pub languages: Vec<Language>,
    /// Its own number of the text.
    pub version: String,
    /// When somebody last checked the text.
    pub reviewed: Option<Date>,
    /// The fingerprint of its page (rule 92). A register that was opened says nothing of the page that was made of it.
    pub fingerprint: Option<Fingerprint>,
    /// How to reach the desk, in one line.
    pub desk: Option<Localised>,
    /// The AI used in care.
    pub uses: Vec<PlaceUse>,
}

/// A use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceUse {
    /// Its name for machines.
    pub id: Id,
    /// What it is about.
    pub title: Localised,
    /// What it is about, in a sentence: one looks for other words than those of the title.
    pub about: Option<Localised>,
}

impl Place {
    /// The place of a notice; `None` without a register.
    pub fn of(notice: &Notice) -> Option<Place> {
        let register = notice.register.as_ref()?;
        let site = &register.site;
        let one = |one: &Use| PlaceUse {
            id: one.id.clone(),
            title: notice.offered(&one.title),
            about: one.one_line.as_ref().map(|text| notice.offered_on_page(text)),
        };
        Some(Place {
            id: site.id.clone(),
            name: notice.offered(&site.name),
            example: register.example,
            page: site.page.clone(),
            own: true,
            languages: site.languages.clone(),
            version: site.review.version.clone(),
            reviewed: site.review.last,
            fingerprint: Some(notice.fingerprint),
            desk: notice.contacts_offered(&site.contacts).desk.as_ref().and_then(desk_of),
            uses: register.uses.iter().map(one).collect(),
        })
    }

    /// The place from the JSON that was written with the page.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn from_json(text: &str) -> Result<Place, Unreadable> {
        serde_json::from_str(text).map_err(|_| Unreadable)
    }

    /// The text and the place of a file, if nothing is wrong.
    pub(super) fn read_file(
        bytes: &[u8],
        titles: &BTreeMap<String, Titles>,
    ) -> Result<(String, Place), Unread> {
        let text = text_of(bytes, LARGEST_FILE).map_err(Unread::NotText)?;
        Ok((text.to_owned(), Place::opened(text, titles)?))
    }

    /// The place of a register that was opened from a file. `titles` are those of the catalogue.
    ///
    /// # Errors
    /// [`Unread`], with the first problem of the file.
    pub fn opened(json: &str, titles: &BTreeMap<String, Titles>) -> Result<Place, Unread> {
        let (file, problems) = RegisterFile::read(json);
        let file = file.ok_or_else(|| problems.into_iter().next().map_or(Unread::Other, Unread::of))?;
        let site = file.site;
        let page = site.page.as_deref().and_then(|page| PageAddress::parse(page).ok());
        let uses = file.uses.into_iter().map(|one| {
            let theirs = one.catalogue.as_ref().and_then(|entry| titles.get(entry.as_str()));
            let (title, about) = one.texts.map_or((None, None), |own| (own.title, own.one_line));
            let title = title.map(|own| own.localised()).or(theirs.map(|theirs| theirs.title.clone()));
            let about = about.map(|own| own.localised()).or(theirs.map(|theirs| theirs.about.clone()));
            // A use without any title is a problem of the register; here its name still tells it from others.
            let title = title.unwrap_or_else(|| Localised::new(Language::Fr, one.id.as_str()));
            PlaceUse { id: one.id, title, about }
        });
        let languages = [site.default_language].into_iter().chain(site.languages);
        let desk = site.contacts.and_then(|contacts| contacts.desk).map(contact_of);
        Ok(Place {
            id: site.id,
            name: site.name.localised(),
            example: file.example.unwrap_or(false),
            page,
            own: false,
            languages: each_once(languages, |language| *language),
            version: site.notice.version,
            reviewed: site.notice.last_review,
            fingerprint: None,
            desk: desk.as_ref().and_then(desk_of),
            uses: each_once(uses, |one| one.id.clone()),
        })
    }

    /// The address of the patients' page; `here` is where it lies seen from this page.
    pub fn address<'a>(&'a self, here: &'a PageAddress) -> Option<&'a PageAddress> {
        self.page.as_ref().or(self.own.then_some(here))
    }

    /// A text in a language, or in another one if there is none.
    pub fn text(text: &Localised, language: Language) -> &str {
        text.pick(language, Level::Clear).map_or("", |shown| shown.text)
    }
}

/// The first of each name. A name that stands twice is a problem of the register, which its editor tells; here two boxes would
/// tick the same use.
fn each_once<T, N: Ord>(all: impl Iterator<Item = T>, name: impl Fn(&T) -> N) -> Vec<T> {
    let mut met = BTreeSet::new();
    all.filter(|one| met.insert(name(one))).collect()
}

fn contact_of(file: ContactFile) -> Contact {
    Contact {
        name: file.name.map(|name| name.localised()),
        phone: file.phone,
        email: file.email,
        address: file.address,
        place: file.place.map(|place| place.localised()),
        hours: file.hours.map(|hours| hours.localised()),
    }
}

/// The shortest way to the desk: where, and the telephone.
fn desk_of(desk: &Contact) -> Option<Localised> {
    let way = desk.phone.as_ref().or(desk.email.as_ref()).or(desk.address.as_ref());
    let mut line = Localised::default();
    let place = desk.place.as_ref().or(desk.name.as_ref());
    for shown in place.iter().flat_map(|place| place.versions()) {
        let way = way.map(|way| format!(" – {way}")).unwrap_or_default();
        line.set(shown.language, shown.level, format!("{}{way}", shown.text));
    }
    if line.is_empty() {
        line = Localised::new(Language::Fr, way?.as_str());
    }
    Some(line)
}
