//! The register as checked: everything here can be shown. `None` means that the hospital has not told it.

use super::Offer;
use crate::choices::{Id, Request};
use crate::content::{Date, Helper, Language, Localised, Moment, Picture, Purpose, Stage};
use crate::share::PageAddress;
use serde::{Deserialize, Serialize};

/// What one hospital or practice declares.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// An invented register that shows how it is done; patients are told.
    pub example: bool,
    /// The place.
    pub site: Site,
    /// What may be asked about AI in one's care as a whole.
    pub requests: Vec<Request>,
    /// The moments of care that only this place has.
    pub moments: Vec<Moment>,
    /// The AI used in care, in the order of the file.
    pub uses: Vec<Use>,
    /// The uses of data beyond one's own care.
    pub reuses: Vec<Reuse>,
}

impl Register {
    /// Whether the place itself decides on projects that reuse data, and so could publish a list of them.
    pub fn has_projects(&self) -> bool {
        has_projects(&self.reuses)
    }

    /// What may be said about a use or reuse.
    pub fn offer(&self, item: &Id) -> Option<&Offer> {
        let uses = self.uses.iter().map(|one| (&one.id, &one.offer));
        let mut all = uses.chain(self.reuses.iter().map(|one| (&one.id, &one.offer)));
        all.find(|(id, _)| *id == item).map(|(_, offer)| offer)
    }
}

/// Whether the place itself decides on one of these reuses.
pub(super) fn has_projects(reuses: &[Reuse]) -> bool {
    reuses.iter().any(|one| !one.elsewhere)
}

/// The place.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Its name for machines.
    pub id: Id,
    /// Its name for patients.
    pub name: Localised,
    /// What kind of place it is.
    pub kind: SiteKind,
    /// The languages it offers; the first is shown first.
    pub languages: Vec<Language>,
    /// Where patients find this page.
    pub page: Option<PageAddress>,
    /// Where the place publishes the projects that reuse patients' data, and their results.
    pub projects: Option<String>,
    /// Which state of the text this is.
    pub review: Review,
    /// Whom to ask.
    pub contacts: Contacts,
}

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SiteKind {
    /// A public or private hospital.
    Hospital,
    /// A private clinic.
    Clinic,
    /// A doctor's or another professional's practice.
    Practice,
    /// A health centre.
    HealthCentre,
}

impl SiteKind {
    /// Whether it is what the law calls an établissement de santé, with a head, mediators and a commission des usagers.
    pub fn is_hospital(self) -> bool {
        matches!(self, SiteKind::Hospital | SiteKind::Clinic)
    }
}

/// Which state of the text this is, who wrote it and who paid.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The hospital's own number of the text.
    pub version: String,
    /// When somebody last checked it.
    pub last: Option<Date>,
    /// When it will be checked again.
    pub next: Option<Date>,
    /// Who wrote it.
    pub author: Option<Localised>,
    /// Who paid.
    pub funding: Option<Localised>,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Contacts {
    /// The desk.
    pub desk: Option<Contact>,
    /// The data protection officer (GDPR 37 to 39).
    pub dpo: Option<Contact>,
    /// The commission des usagers or the mediator.
    pub users_commission: Option<Contact>,
}

/// How to reach someone: at least one way.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// A name or a function.
    pub name: Option<Localised>,
    /// Telephone, as read out.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Where to go.
    pub place: Option<Localised>,
    /// When someone is there.
    pub hours: Option<Localised>,
}

/// One AI use in care: the catalogue's texts and the hospital's facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// Its name for machines.
    pub id: Id,
    /// Where in care it happens; at least one.
    pub stages: Vec<Stage>,
    /// What stands beside its name.
    pub picture: Picture,
    /// The moments of care to which it belongs.
    pub moments: Vec<Id>,
    /// The patient's own tool (a chatbot, a watch), about which the hospital has no facts to tell.
    pub by_patient: bool,
    /// The entry of the catalogue that it rests on.
    pub catalogue: Option<Id>,
    /// What it is about.
    pub title: Localised,
    /// In one sentence.
    pub one_line: Option<Localised>,
    /// When it happens.
    pub when: Option<Localised>,
    /// What the software does.
    pub software_does: Localised,
    /// What a human does, and who decides.
    pub human_does: Localised,
    /// The department.
    pub department: Option<Localised>,
    /// The product's name.
    pub product: Option<String>,
    /// Who makes it.
    pub maker: Option<String>,
    /// In use here since.
    pub in_use_since: Option<Date>,
    /// Whether it is a medical device.
    pub device: Option<Device>,
    /// Which data it uses.
    pub data: Option<Localised>,
    /// Where they are hosted.
    pub hosting: Option<Hosting>,
    /// How long they are kept.
    pub kept: Option<Localised>,
    /// Whether they are reused to train software.
    pub training: Option<bool>,
    /// Whether there is a commercial reuse.
    pub commercial: Option<bool>,
    /// How well it works.
    pub performance: Option<Performance>,
    /// How it was made, what it has brought, how it is watched.
    pub tool: Tool,
    /// How it can be wrong.
    pub errors: Errors,
    /// Which sign is a reason to ask for help.
    pub net: Net,
    /// Patients at home are told to call the team for some signs: the sheet then says whom to call.
    pub calls_from_home: bool,
    /// What it cannot know or do.
    pub cannot: Option<Localised>,
    /// For whom it is less sure.
    pub less_sure: Option<Localised>,
    /// What happens if the patient does not want it.
    pub if_not: Option<Localised>,
    /// Whom to ask; `None` is the desk.
    pub contact: Option<Contact>,
    /// Questions worth asking.
    pub ask: Vec<Localised>,
    /// What the patient may say.
    pub offer: Offer,
}

/// How a use can be wrong, in both directions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Errors {
    /// It misses something.
    pub missed: Option<Localised>,
    /// It raises a false alarm.
    pub false_alarm: Option<Localised>,
    /// A finding that changes nothing.
    pub leads_nowhere: Option<Localised>,
    /// What the team does about it.
    pub team: Option<Localised>,
}

/// Which sign is a reason to ask for help. Nothing is told if the entry says that none is needed, or if only the register
/// describes the use and names no sign.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Net {
    /// A reason to ask for help at once.
    pub call: Option<Localised>,
    /// Whom to ask for help at once.
    pub helpers: Vec<Helper>,
    /// A reason to see a doctor even if the result seems normal.
    pub see: Option<Localised>,
}

/// Whether it is a medical device (MDR 2017/745).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Device {
    /// It is not one.
    No,
    /// It is one.
    Yes {
        /// The CE class: I, IIa, IIb, III.
        ce_class: Option<String>,
        /// CE marked since.
        since: Option<Date>,
    },
}

/// Where data are hosted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hosting {
    /// By whom.
    pub organisation: Option<String>,
    /// In which country.
    pub country: Option<Localised>,
    /// Whether the host is certified for health data (CSP L1111-8).
    pub hds: Option<bool>,
}

/// How well it works, in people. The four groups add up to `of`.
#[derive(Debug, Clone, PartialEq)]
pub struct Performance {
    /// 100 or 1000 people (rule 10: one denominator).
    pub of: u32,
    /// Had it, and were found.
    pub found: u32,
    /// Had it, and were missed.
    pub missed: u32,
    /// Did not have it; false alarm.
    pub false_alarms: u32,
    /// Did not have it; rightly left alone.
    pub left_alone: u32,
    /// What "it" is.
    pub what: Localised,
    /// The study.
    pub study: Option<Localised>,
    /// Who was in it.
    pub tested_on: Option<Localised>,
}

/// How a tool was made, what it has brought, and how it is watched once in use.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tool {
    /// The version in use.
    pub version: Option<String>,
    /// The country of the maker.
    pub maker_country: Option<Localised>,
    /// How it was made, and with which data.
    pub made: Option<Localised>,
    /// What it has brought to patients.
    pub benefit: Option<Benefit>,
    /// How it is watched once in use.
    pub watched: Option<Localised>,
    /// Who looks at its errors each year.
    pub errors_reviewed: Option<Localised>,
    /// Whether the report says that it helped.
    pub report: Option<Report>,
    /// Which staff are trained in it.
    pub staff_trained: Option<Localised>,
    /// How patients took part.
    pub patients: Option<Localised>,
}

/// What a tool has brought to patients.
#[derive(Debug, Clone, PartialEq)]
pub struct Benefit {
    /// What changed for patients.
    pub what: Localised,
    /// Where and by whom it was measured.
    pub measured: Option<Localised>,
}

/// Whether the report says that software helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// It says so.
    SaysSo,
    /// It does not.
    DoesNotSay,
    /// There is no report.
    None,
}

/// A use of patients' data beyond their own care.
#[derive(Debug, Clone, PartialEq)]
pub struct Reuse {
    /// Its name for machines.
    pub id: Id,
    /// What stands beside its name.
    pub picture: Picture,
    /// What it is about.
    pub title: Localised,
    /// In one sentence.
    pub one_line: Option<Localised>,
    /// What it is for.
    pub what_for: Option<Localised>,
    /// Who reuses the data.
    pub who: Option<Localised>,
    /// Which data.
    pub which_data: Option<Localised>,
    /// How people are protected.
    pub protection: Option<Localised>,
    /// Where they are hosted.
    pub hosting: Option<Hosting>,
    /// How long they are kept.
    pub kept: Option<Localised>,
    /// What a no changes in one's own care.
    pub effect_on_care: Option<Localised>,
    /// What a no does not do.
    pub limits: Option<Localised>,
    /// Whom to ask; `None` is the data protection officer.
    pub contact: Option<Contact>,
    /// What the catalogue says it is for; `None` for a reuse that only the register describes.
    pub purpose: Option<Purpose>,
    /// Another body than this place decides on it.
    pub elsewhere: bool,
    /// What the patient may say.
    pub offer: Offer,
}
