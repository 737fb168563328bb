//! The site: its languages, its review, its contacts.

use super::Checker;
use crate::content::shortened;
use crate::register::fact::Fact;
use crate::register::file::{ContactFile, ContactsFile, NoticeFile, SiteFile, SiteKindName};
use crate::register::model::{Contact, Contacts, Review, Site, SiteKind};
use crate::register::path::Path;
use crate::register::problem_kind::ProblemKind;
use crate::share::{PageAddress, is_address};

impl Checker<'_> {
    pub(super) fn site(&mut self, file: SiteFile, at: &Path) -> Site {
        let mut languages = Vec::new();
        for language in &file.languages {
            if languages.contains(language) {
                self.report(&at.field("languages"), ProblemKind::OfferedTwice(*language));
            } else {
                languages.push(*language);
            }
        }
        match languages.iter().position(|language| *language == file.default_language) {
            Some(index) => languages[..=index].rotate_right(1),
            None if self.has_unread(&at.field("languages")) => {}
            None => {
                let kind = ProblemKind::NotOffered(file.default_language);
                self.report(&at.field("default_language"), kind);
            }
        }
        self.languages.clone_from(&languages);
        let name = file.name.localised();
        self.all_languages(&name, &at.field("name"));
        self.name_fits(&name, &at.field("name"));
        let page = self.page(file.page.as_deref(), &at.field("page"));
        let projects = self.projects(file.projects, &at.field("projects"));
        let contacts = match file.contacts {
            Some(contacts) => self.contacts(contacts, &at.field("contacts")),
            None => {
                self.gap(&at.field("contacts"), Fact::Contacts);
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
            self.gap(at, Fact::Page);
            return None;
        };
        let refused = |why| ProblemKind::Page { why, address: shortened(address) };
        PageAddress::parse(address).map_err(|why| self.report(at, refused(why))).ok()
    }

    /// Where the projects that reuse data are published. Whether anybody misses it depends on the reuses.
    fn projects(&mut self, address: Option<String>, at: &Path) -> Option<String> {
        let address = address?;
        let good = is_address(&address);
        if !good {
            self.report(at, ProblemKind::ProjectsAddress(shortened(&address)));
        }
        good.then_some(address)
    }

    pub(super) fn review(&mut self, file: NoticeFile, at: &Path) -> Review {
        if file.last_review.is_none() {
            self.gap(&at.field("last_review"), Fact::LastReview);
        }
        match (file.last_review, file.next_review) {
            (_, None) => self.gap(&at.field("next_review"), Fact::NextReview),
            (Some(last), Some(next)) if next.is_before(last) => {
                self.report(&at.field("next_review"), ProblemKind::ReviewBefore { last, next });
            }
            _ => {}
        }
        Review {
            version: file.version,
            last: file.last_review,
            next: file.next_review,
            author: self.told(file.author, &at.field("author"), Fact::Author),
            funding: self.told(file.funding, &at.field("funding"), Fact::Funding),
        }
    }

    pub(super) fn contacts(&mut self, file: ContactsFile, at: &Path) -> Contacts {
        let mut one = |contact: Option<ContactFile>, name: &str, reach: Fact| {
            if contact.is_none() {
                self.gap(&at.field(name), reach);
            }
            contact.map(|contact| self.contact(contact, &at.field(name)))
        };
        Contacts {
            desk: one(file.desk, "desk", Fact::ReachDesk),
            dpo: one(file.dpo, "dpo", Fact::ReachDpo),
            users_commission: one(file.users_commission, "users_commission", Fact::ReachUsersCommission),
        }
    }

    pub(super) fn contact(&mut self, file: ContactFile, at: &Path) -> Contact {
        if let Some(phone) = file.phone.as_deref().filter(|phone| !is_phone(phone)) {
            self.report(&at.field("phone"), ProblemKind::Phone(shortened(phone)));
        }
        for (text, key) in [(&file.email, "email"), (&file.address, "address")] {
            self.fits(text.as_deref(), &at.field(key));
        }
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
            self.report(at, ProblemKind::Unreachable);
        }
        contact
    }
}

/// What somebody can dial and read out: digits, at least two, and what stands around them in print ("01 23 45 67 89, poste 12").
fn is_phone(text: &str) -> bool {
    let fits =
        |one: char| one.is_alphanumeric() || one.is_whitespace() || "+-.()/,:;’'–\u{2011}".contains(one);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 2 && text.chars().count() <= 60 && text.chars().all(fits)
}
