//! "My data and my rights": what each right is, for whom, how long, what it costs, how to use it, its limits.

use super::reader::Reader;
use super::{Localised, Reading, Rule, Source};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One right.
#[derive(Debug, Clone, PartialEq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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

    /// Its name in the page.
    pub fn code(self) -> &'static str {
        match self {
            RightGroup::CareTeam => "care-team",
            RightGroup::Record => "record",
            RightGroup::DataUse => "data-use",
            RightGroup::Decisions => "decisions",
            RightGroup::HealthSpace => "health-space",
            RightGroup::People => "people",
            RightGroup::Complaint => "complaint",
            RightGroup::Later => "later",
        }
    }
}

/// The texts of a right, as one language's file (`T = String`) and as all languages together (`T = Localised`).
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
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
    fn add(&mut self, Reading { language, level }: Reading, file: RightTexts<String>) {
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
struct RightsFile {
    rights: Vec<RightFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RightFile {
    id: String,
    group: RightGroup,
    sources: Vec<String>,
}

impl Reader<'_> {
    /// The rights with their texts, and the references of their sources.
    pub(super) fn rights(&mut self, sources: &BTreeMap<String, Source>) -> Vec<Right> {
        let file = "rights.toml";
        let Some(RightsFile { rights: written }) = self.read(file) else { return Vec::new() };
        self.check_once(file, written.iter().map(|right| right.id.as_str()));
        let ids: Vec<String> = written.iter().map(|right| right.id.clone()).collect();
        self.check_orphans("rights", &ids);
        let mut rights = Vec::new();
        for right in written {
            let mut texts = RightTexts::default();
            for (reading, one) in self.texts::<RightTexts<String>>(&format!("rights/{}", right.id)) {
                texts.add(reading, one);
            }
            if right.sources.is_empty() {
                let message = format!("\"{}\": no source; name where the facts come from", right.id);
                self.report_as(Rule::Source, file, message);
            }
            for id in right.sources.iter().filter(|id| !sources.contains_key(*id)) {
                let message = format!("\"{}\": \"{id}\" is not in sources.toml; add it there", right.id);
                self.report_as(Rule::Source, file, message);
            }
            let references = right.sources.iter().filter_map(|id| sources.get(id));
            rights.push(Right {
                id: right.id,
                group: right.group,
                sources: references.map(|source| source.reference.clone()).collect(),
                texts,
            });
        }
        rights
    }
}
