//! The site: its languages, its review, its contacts.

use super::Checker;
use crate::content::shortened;
use crate::register::file::{ContactFile, ContactsFile, NoticeFile, SiteFile, SiteKindName};
use crate::register::model::{Contact, Contacts, Review, Site, SiteKind};
use crate::register::problem::Path;
use crate::share::{AddressProblem, PageAddress};

impl Checker<'_> {
    pub(super) fn site(&mut self, file: SiteFile, at: &Path) -> Site {
        let mut languages = Vec::new();
        for language in &file.languages {
            if languages.contains(language) {
                let found = format!("\"{}\" again", language.code());
                self.error(&at.field("languages"), "each language once", found);
            } else {
                languages.push(*language);
            }
        }
        match languages.iter().position(|language| *language == file.default_language) {
            Some(index) => languages[..=index].rotate_right(1),
            None if self.has_unread(&at.field("languages")) => {}
            None => self.error(
                &at.field("default_language"),
                "one of the languages offered",
                format!("\"{}\"", file.default_language.code()),
            ),
        }
        self.languages.clone_from(&languages);
        let name = file.name.localised();
        self.all_languages(&name, &at.field("name"));
        let page = self.page(file.page.as_deref(), &at.field("page"));
        let projects = self.projects(file.projects, &at.field("projects"));
        let contacts = match file.contacts {
            Some(contacts) => self.contacts(contacts, &at.field("contacts")),
            None => {
                self.gap(&at.field("contacts"), "whom patients can ask");
                Contacts::default()
            }
        };
        let review = self.review(file.notice, &at.field("notice"));
        let kind = match file.kind {
            SiteKindName::Hospital => SiteKind::Hospital,
            SiteKindName::Clinic => SiteKind::Clinic,
            SiteKindName::Practice => SiteKind::Practice,
            SiteKindName::HealthCentre => SiteKind::HealthCentre,
        };
        Site { id: file.id, name, kind, languages, page, projects, review, contacts }
    }

    /// Where patients find the page. Without it there are links and codes on paper to no page.
    fn page(&mut self, address: Option<&str>, at: &Path) -> Option<PageAddress> {
        let Some(address) = address else {
            self.gap(at, "the address of this page, for links, QR codes and posters");
            return None;
        };
        let (expected, found) = match PageAddress::parse(address) {
            Ok(page) => return Some(page),
            Err(AddressProblem::Foreign) => {
                ("an address that begins with https:// and names a host", shortened(address))
            }
            Err(AddressProblem::Character(one)) => {
                ("an address of a to z, digits and - . _ ~ / : %", format!("'{one}'"))
            }
            Err(AddressProblem::More) => ("an address with nothing behind a ? or a #", shortened(address)),
            Err(AddressProblem::File) => {
                ("the address of a folder, such as https://…/ia/", shortened(address))
            }
            Err(AddressProblem::Long(length)) => {
                ("at most 65 characters, so that a QR code can be read", format!("{length} characters"))
            }
        };
        self.error(at, expected, found);
        None
    }

    /// Where the projects that reuse data are published. Whether anybody misses it depends on the reuses.
    fn projects(&mut self, address: Option<String>, at: &Path) -> Option<String> {
        let address = address?;
        let host = address.strip_prefix("https://").and_then(|rest| rest.split('/').next());
        let good = host.is_some_and(|host| host.contains('.')) && !address.contains(char::is_whitespace);
        if !good {
            let expected = "an address that begins with https:// and names a host, without a blank";
            self.error(at, expected, shortened(&address));
        }
        good.then_some(address)
    }

    pub(super) fn review(&mut self, file: NoticeFile, at: &Path) -> Review {
        if file.last_review.is_none() {
            self.gap(&at.field("last_review"), "the date of the last review");
        }
        match (file.last_review, file.next_review) {
            (_, None) => self.gap(&at.field("next_review"), "the date of the next review"),
            (Some(last), Some(next)) if next.is_before(last) => {
                self.error(&at.field("next_review"), format!("a date after {last}"), next.to_string());
            }
            _ => {}
        }
        Review {
            version: file.version,
            last: file.last_review,
            next: file.next_review,
            author: self.told(file.author, &at.field("author"), "who wrote this"),
            funding: self.told(file.funding, &at.field("funding"), "who pays for the tools or for this page"),
        }
    }

    pub(super) fn contacts(&mut self, file: ContactsFile, at: &Path) -> Contacts {
        let mut one = |contact: Option<ContactFile>, name: &str, what: &str| {
            if contact.is_none() {
                self.gap(&at.field(name), format!("how to reach {what}"));
            }
            contact.map(|contact| self.contact(contact, &at.field(name)))
        };
        Contacts {
            desk: one(file.desk, "desk", "the desk"),
            dpo: one(file.dpo, "dpo", "the data protection officer"),
            users_commission: one(file.users_commission, "users_commission", "the commission des usagers"),
        }
    }

    pub(super) fn contact(&mut self, file: ContactFile, at: &Path) -> Contact {
        let contact = Contact {
            name: self.optional(file.name, &at.field("name")),
            phone: file.phone,
            email: file.email,
            address: file.address,
            place: self.optional(file.place, &at.field("place")),
            hours: self.optional(file.hours, &at.field("hours")),
        };
        if contact.phone.is_none()
            && contact.email.is_none()
            && contact.address.is_none()
            && contact.place.is_none()
            && !self.has_unread(at)
        {
            self.error(at, "at least one of phone, email, address, place", "no way to reach anyone");
        }
        contact
    }
}
