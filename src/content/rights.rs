//! "My data and my rights": what each right is, for whom, how long, what it costs, how to use it, its limits.

use super::{Language, Level, Localised};
use serde::{Deserialize, Serialize};

/// One right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Right {
    /// Its name for machines.
    pub id: String,
    /// Under which heading it stands.
    pub group: RightGroup,
    /// Where it is written: the references of its sources.
    pub sources: Vec<String>,
    /// The texts.
    pub texts: RightTexts<Localised>,
}

/// The headings of the rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RightGroup {
    /// Secrecy and sharing among professionals.
    CareTeam,
    /// The medical record.
    Record,
    /// Uses of data beyond one's care.
    DataUse,
    /// AI, explanations and decisions.
    Decisions,
    /// Mon espace santé.
    HealthSpace,
    /// Children, teenagers, protected adults.
    People,
    /// Complaints.
    Complaint,
    /// What comes later.
    Later,
}

impl RightGroup {
    /// Every group, in the order of the page.
    pub const ALL: [RightGroup; 8] = [
        RightGroup::Decisions,
        RightGroup::Record,
        RightGroup::CareTeam,
        RightGroup::DataUse,
        RightGroup::HealthSpace,
        RightGroup::People,
        RightGroup::Complaint,
        RightGroup::Later,
    ];
}

/// The texts of a right, as one language's file (`T = String`) and as all languages together (`T = Localised`).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RightTexts<T> {
    /// What it is called.
    pub title: T,
    /// What it is.
    pub what: T,
    /// For whom.
    pub who: T,
    /// How long the answer may take.
    pub delay: T,
    /// What it costs.
    pub cost: T,
    /// How to use it.
    pub how: T,
    /// Its limits.
    pub limits: T,
}

impl RightTexts<Localised> {
    /// Adds one language's file.
    pub(super) fn add(&mut self, language: Language, level: Level, file: RightTexts<String>) {
        self.title.set(language, level, file.title);
        self.what.set(language, level, file.what);
        self.who.set(language, level, file.who);
        self.delay.set(language, level, file.delay);
        self.cost.set(language, level, file.cost);
        self.how.set(language, level, file.how);
        self.limits.set(language, level, file.limits);
    }
}

/// `content/rights.toml` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RightsFile {
    pub(super) rights: Vec<RightFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RightFile {
    pub(super) id: String,
    pub(super) group: RightGroup,
    pub(super) sources: Vec<String>,
}
