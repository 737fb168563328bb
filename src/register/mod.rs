//! The register: what one hospital or practice declares about the AI it uses.
//!
//! Staff write a [`RegisterFile`] in JSON; [`check()`] turns it into a [`Register`] that can be shown, and lists every
//! [`Problem`] at once. This module must not know how a register is drawn, or where its file lies.

mod chai;
mod check;
mod expected;
mod fact;
mod file;
mod found;
mod json;
mod model;
mod offer;
mod path;
mod problem;
mod problem_kind;
mod read;
#[cfg(feature = "cli")]
mod schema;
mod shape;
mod write;

pub use chai::{CardError, CardFault, DraftReport, Imported, Meaning, Remark, RemarkKind, Silence, import};
pub use check::{Checked, check, own_tools};
pub use expected::Expected;
pub use fact::Fact;
pub use file::{
    BenefitFile, ChannelName, ContactFile, ContactsFile, DeviceFile, HostingFile, LocalisedFile, NoticeFile,
    PerformanceFile, QuestionFile, RegimeName, RegisterFile, ReportName, RequestName, ReuseFile,
    ReuseTextsFile, SiteFile, SiteKindName, StageName, ToolFile, UseFile, UseTextsFile,
};
pub use found::Found;
pub use json::Json;
pub use model::{
    Benefit, Contact, Contacts, Device, Errors, Hosting, Net, Performance, Register, Report, Reuse, Review,
    Site, SiteKind, Tool, Use,
};
pub use offer::{Channel, Offer, Question};
pub use path::Path;
pub use problem::Problem;
pub use problem_kind::{ProblemKind, Severity};
pub use read::LONGEST_LIST;
#[cfg(feature = "cli")]
pub use schema::schema;
pub use shape::{Field, Group, Presence, Shape};
pub use write::{SCHEMA, to_json, write_json};
