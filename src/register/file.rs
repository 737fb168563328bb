//! The register as staff write it, version 1. The doc comments here become the help in editors (JSON Schema).

use super::expected::Expected;
use super::found::Found;
use super::json::Json;
use super::path::Path;
use super::problem::Problem;
use super::problem_kind::ProblemKind;
use super::read::{Fields, Findings, Read, file_names, file_struct, refuse};
use super::shape::Shape;
use crate::choices::Id;
use crate::content::{Date, Language, Level, Localised, Picture, kept_together};
use std::collections::BTreeMap;

/// A text by language code: `{"fr": "…", "en": "…"}`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, Default)]
pub struct LocalisedFile(pub BTreeMap<String, String>);

impl LocalisedFile {
    /// A text in one language.
    pub fn new(language: Language, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language.code().to_owned(), text.into())]))
    }

    /// The texts whose language is known; the reader lets no other through.
    pub fn localised(&self) -> Localised {
        let mut localised = Localised::default();
        for (code, text) in &self.0 {
            if let Some(language) = Language::from_code(code) {
                localised.set(language, Level::Clear, kept_together(Some(language), text));
            }
        }
        localised
    }
}

impl Read for LocalisedFile {
    const EXPECTED: Expected = Expected::Localised;

    fn shape() -> Shape {
        Shape::Localised
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        let Json::Object(entries) = tree else { return refuse(tree, at, findings) };
        if entries.is_empty() {
            let found = Found::NoLanguage;
            findings.error(at, ProblemKind::Value { expected: Self::EXPECTED, found });
            findings.unread.insert(at.clone());
        }
        let mut texts = BTreeMap::new();
        for (code, value) in entries {
            let at = at.field(code);
            if Language::from_code(code).is_none() {
                findings.error(&at, ProblemKind::UnknownLanguage(code.clone()));
            } else if texts.contains_key(code) {
                findings.error(&at, ProblemKind::LanguageTwice);
            } else {
                let text = String::read(value, &at, findings);
                texts.extend(findings.or_left_out(text, &at).map(|text| (code.clone(), text)));
            }
        }
        Some(Self(texts))
    }
}

impl Read for Language {
    const EXPECTED: Expected = Expected::PageLanguage;

    fn shape() -> Shape {
        Shape::Choice("Language", Language::ALL.map(Language::code).to_vec())
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        let language = if let Json::Text(code) = tree { Language::from_code(code) } else { None };
        language.or_else(|| refuse(tree, at, findings))
    }
}

impl Read for Picture {
    const EXPECTED: Expected = Expected::OneOf(Picture::CODES);

    fn shape() -> Shape {
        Shape::Choice("Picture", Picture::CODES.to_vec())
    }

    fn read(tree: &Json, at: &Path, findings: &mut Findings) -> Option<Self> {
        let picture = if let Json::Text(code) = tree { Picture::from_code(code) } else { None };
        picture.or_else(|| refuse(tree, at, findings))
    }
}

file_names! {
    /// What kind of place it is.
    SiteKindName { Hospital = "hospital", Clinic = "clinic", Practice = "practice", HealthCentre = "health_centre", }
}

file_names! {
    /// Where in care a use happens; `behind` is behind the scenes.
    StageName { Before = "before", During = "during", After = "after", Home = "home", Behind = "behind", }
}

file_names! {
    /// What kind of say the patient has: `inform` (no control), `request` (may ask), `object` (goes on unless the
    /// patient objects), `agree` (nothing without a yes).
    RegimeName { Inform = "inform", Request = "request", Object = "object", Agree = "agree", }
}

file_names! {
    /// What a patient may ask for.
    RequestName {
        Explanation = "explanation",
        HumanReading = "human_reading",
        OtherOpinion = "other_opinion",
        Talk = "talk",
    }
}

file_names! {
    /// Whether the report says that the software helped: `yes`, `no`, or `no_report` where nothing is written about the
    /// patient.
    ReportName { Yes = "yes", No = "no", NoReport = "no_report", }
}

file_names! {
    /// Who takes an answer.
    ChannelName { CareTeam = "care_team", Desk = "desk", Dpo = "dpo", }
}

file_struct! {
    /// A register: what one hospital or practice tells its patients about AI in their care.
    RegisterFile {
        /// The version of this format: 1.
        version: u32,
        /// True for an invented register that shows how it is done; patients see that it is an example.
        example: Option<bool>,
        /// The place.
        site: SiteFile,
        /// What a patient may ask about AI in their care as a whole.
        requests: Vec<RequestName>,
        /// Moments of care that only this place has, after those that every page knows. Uses name them.
        moments: Vec<MomentFile>,
        /// The AI used in care, one entry each.
        uses: Vec<UseFile>,
        /// The uses of patients' data beyond their own care.
        reuses: Vec<ReuseFile>,
    }
}

file_struct! {
    /// A moment of care, as patients know it.
    MomentFile {
        /// A short name for machines.
        id: Id,
        /// What patients call it: at most four words.
        name: LocalisedFile,
        /// The picture that shows it.
        picture: Picture,
    }
}

file_struct! {
    /// The hospital, clinic, practice or health centre.
    SiteFile {
        /// A short name for machines, such as `chu-exemple`.
        id: Id,
        /// The name patients know.
        name: LocalisedFile,
        /// What kind of place it is.
        kind: SiteKindName,
        /// The languages offered to patients.
        languages: Vec<Language>,
        /// The language shown first.
        default_language: Language,
        /// Where patients find this page: `https://…`, at most 65 characters, nothing behind a `?` or a `#`. Links, QR codes
        /// and posters lead there.
        page: Option<String>,
        /// Where you publish the list of the projects that reuse patients' data, and their results: `https://…`.
        projects: Option<String>,
        /// Which state of the text this is.
        notice: NoticeFile,
        /// Whom patients can ask.
        contacts: Option<ContactsFile>,
    }
}

file_struct! {
    /// Which state of the text this is, who wrote it and who paid.
    NoticeFile {
        /// Your own number of this text, such as `1.2`.
        version: String,
        /// When somebody last checked every line.
        last_review: Option<Date>,
        /// When it will be checked again. Patients are told when this date has passed.
        next_review: Option<Date>,
        /// Who wrote the register.
        author: Option<LocalisedFile>,
        /// Who paid for the tools that are described, or for this page.
        funding: Option<LocalisedFile>,
    }
}

file_struct! {
    /// Whom patients can ask. A contact left out is shown as missing.
    ContactsFile {
        /// The desk.
        desk: Option<ContactFile>,
        /// The data protection officer.
        dpo: Option<ContactFile>,
        /// The commission des usagers or the mediator.
        users_commission: Option<ContactFile>,
    }
}

file_struct! {
    /// How to reach someone.
    ContactFile {
        /// A name or a function.
        name: Option<LocalisedFile>,
        /// A telephone number, as one would read it out.
        phone: Option<String>,
        /// An e-mail address.
        email: Option<String>,
        /// A postal address.
        address: Option<String>,
        /// Where to go.
        place: Option<LocalisedFile>,
        /// When someone is there.
        hours: Option<LocalisedFile>,
    }
}

file_struct! {
    /// One AI use in care.
    UseFile {
        /// A short name for machines.
        id: Id,
        /// The entry of the catalogue whose texts it uses. Without one, give `texts`.
        catalogue: Option<Id>,
        /// Your own texts; each replaces the catalogue's.
        texts: Option<UseTextsFile>,
        /// Where in care it happens. Left out: as in the catalogue.
        stages: Vec<StageName>,
        /// The picture beside its name. Left out: as in the catalogue; without an entry there, that of its first stage.
        picture: Option<Picture>,
        /// The moments of care to which it belongs, such as `imaging` or one of `moments`. Left out: as in the catalogue.
        moments: Vec<Id>,
        /// The department.
        department: Option<LocalisedFile>,
        /// The product's name.
        product: Option<String>,
        /// Who makes it.
        maker: Option<String>,
        /// In use here since.
        in_use_since: Option<Date>,
        /// Is it a medical device?
        device: Option<DeviceFile>,
        /// Where the data are hosted.
        hosting: Option<HostingFile>,
        /// How long the data are kept.
        kept: Option<LocalisedFile>,
        /// Are patients' data reused to train software?
        training: Option<bool>,
        /// Is there a commercial reuse of the data?
        commercial: Option<bool>,
        /// How well it works. Left out: shown as not told.
        performance: Option<PerformanceFile>,
        /// How the tool was made, what it has brought, and how it is watched. What is left out is shown as not told.
        tool: Option<ToolFile>,
        /// Whom to ask about this use. Left out: the desk.
        contact: Option<ContactFile>,
        /// What kind of say the patient has. Left out: as in the catalogue; never less than there.
        regime: Option<RegimeName>,
        /// What the patient may ask for. Left out: as in the catalogue.
        requests: Option<Vec<RequestName>>,
        /// What the patient decides, under `object` and `agree`. Left out: as in the catalogue.
        questions: Vec<QuestionFile>,
    }
}

file_struct! {
    #[derive(Default)]
    /// The texts of a use. What the software does and what a human does are obligatory, here or in the catalogue.
    UseTextsFile {
        /// What it is about.
        title: Option<LocalisedFile>,
        /// In one sentence.
        one_line: Option<LocalisedFile>,
        /// When it happens.
        when: Option<LocalisedFile>,
        /// What the software does, with a verb.
        software_does: Option<LocalisedFile>,
        /// What a human does and who decides, with a verb.
        human_does: Option<LocalisedFile>,
        /// Which data it uses.
        data: Option<LocalisedFile>,
        /// What it cannot know or do.
        cannot: Option<LocalisedFile>,
        /// How it can miss something.
        missed: Option<LocalisedFile>,
        /// How it can raise a false alarm.
        false_alarm: Option<LocalisedFile>,
        /// A finding that changes nothing.
        leads_nowhere: Option<LocalisedFile>,
        /// What the team does about errors.
        team: Option<LocalisedFile>,
        /// For whom it is less sure.
        less_sure: Option<LocalisedFile>,
        /// What happens if the patient does not want it.
        if_not: Option<LocalisedFile>,
        /// Which sign is a reason to ask for help at once; the numbers are drawn beside it.
        call_at_once: Option<LocalisedFile>,
        /// Which sign is a reason to see a doctor even if the result seems normal.
        see_someone: Option<LocalisedFile>,
        /// Questions worth asking.
        ask: Vec<LocalisedFile>,
    }
}

file_struct! {
    /// Whether it is a medical device.
    DeviceFile {
        /// Is it a medical device?
        is_device: bool,
        /// The class of its CE marking: I, IIa, IIb or III.
        ce_class: Option<String>,
        /// CE marked since.
        since: Option<Date>,
    }
}

file_struct! {
    /// Where data are hosted.
    HostingFile {
        /// By whom.
        organisation: Option<String>,
        /// In which country.
        country: Option<LocalisedFile>,
        /// Is the host certified for health data (HDS)?
        hds: Option<bool>,
    }
}

file_struct! {
    /// How well it works, in people: of 100 or of 1000, who were found, missed, alarmed for nothing, rightly left alone.
    PerformanceFile {
        /// Out of how many people: 100, or 1000 for what is rare.
        of: u32,
        /// Had it, and the software found it.
        found: u32,
        /// Had it, and the software missed it.
        missed: u32,
        /// Did not have it, and the software raised an alarm.
        false_alarms: u32,
        /// Did not have it, and the software left them alone.
        left_alone: u32,
        /// What "it" is, as a noun: "a fracture".
        what: LocalisedFile,
        /// The study: who, where, when, and whether the maker did it or paid for it.
        study: Option<LocalisedFile>,
        /// Who was in the study.
        tested_on: Option<LocalisedFile>,
    }
}

file_struct! {
    #[derive(Default)]
    /// How a tool was made, what it has brought, and how it is watched once in use.
    ToolFile {
        /// The version in use here.
        version: Option<String>,
        /// The country of the maker.
        maker_country: Option<LocalisedFile>,
        /// How the maker made it, and with which data: whose, how many, from where.
        made: Option<LocalisedFile>,
        /// What it has brought to patients, as measured.
        benefit: Option<BenefitFile>,
        /// How it is watched once in use here.
        watched: Option<LocalisedFile>,
        /// Who looks at its errors each year.
        errors_reviewed: Option<LocalisedFile>,
        /// Does the report say that it helped?
        report: Option<ReportName>,
        /// Which staff are trained in it, and by whom.
        staff_trained: Option<LocalisedFile>,
        /// How patients took part in making, choosing or watching it.
        patients: Option<LocalisedFile>,
    }
}

file_struct! {
    /// What a tool has brought to patients. If nobody has measured it, say so.
    BenefitFile {
        /// What changed for patients.
        what: LocalisedFile,
        /// Where and by whom it was measured, and whether the maker did it or paid for it.
        measured: Option<LocalisedFile>,
    }
}

file_struct! {
    /// One thing the patient decides.
    QuestionFile {
        /// A short name; one of the catalogue's takes over its texts.
        id: Id,
        /// What it is about.
        text: Option<LocalisedFile>,
        /// What happens after a yes.
        if_yes: Option<LocalisedFile>,
        /// What happens after a no.
        if_no: Option<LocalisedFile>,
        /// Who takes the answer.
        channel: Option<ChannelName>,
    }
}

file_struct! {
    /// A use of patients' data beyond their own care.
    ReuseFile {
        /// A short name for machines.
        id: Id,
        /// The entry of the catalogue whose texts it uses. Without one, give `texts`.
        catalogue: Option<Id>,
        /// Your own texts; each replaces the catalogue's.
        texts: Option<ReuseTextsFile>,
        /// The picture beside its name. Left out: as in the catalogue; without an entry there, a folder.
        picture: Option<Picture>,
        /// Who reuses the data.
        who: Option<LocalisedFile>,
        /// Where the data are hosted.
        hosting: Option<HostingFile>,
        /// How long they are kept.
        kept: Option<LocalisedFile>,
        /// Whom to ask. Left out: the data protection officer.
        contact: Option<ContactFile>,
        /// What kind of say the patient has. Left out: as in the catalogue; never less than there.
        regime: Option<RegimeName>,
        /// What the patient may ask for. Left out: as in the catalogue.
        requests: Option<Vec<RequestName>>,
        /// What the patient decides. Left out: as in the catalogue.
        questions: Vec<QuestionFile>,
    }
}

file_struct! {
    #[derive(Default)]
    /// The texts of a reuse.
    ReuseTextsFile {
        /// What it is about.
        title: Option<LocalisedFile>,
        /// In one sentence.
        one_line: Option<LocalisedFile>,
        /// What it is for.
        what_for: Option<LocalisedFile>,
        /// Which data.
        which_data: Option<LocalisedFile>,
        /// How people are protected.
        protection: Option<LocalisedFile>,
        /// What a no changes in one's own care.
        effect_on_care: Option<LocalisedFile>,
        /// What a no does not do.
        limits: Option<LocalisedFile>,
    }
}

impl UseFile {
    /// A use that takes everything from the entry of this name.
    pub(super) fn of_catalogue(id: Id) -> Self {
        Self {
            catalogue: Some(id.clone()),
            id,
            texts: None,
            stages: Vec::new(),
            picture: None,
            moments: Vec::new(),
            department: None,
            product: None,
            maker: None,
            in_use_since: None,
            device: None,
            hosting: None,
            kept: None,
            training: None,
            commercial: None,
            performance: None,
            tool: None,
            contact: None,
            regime: None,
            requests: None,
            questions: Vec::new(),
        }
    }
}

impl QuestionFile {
    /// A question that takes everything from the catalogue.
    pub(super) fn named(id: Id) -> Self {
        Self { id, text: None, if_yes: None, if_no: None, channel: None }
    }
}

/// What could be read of a register file. A part that could not is `None` or left out; its problem is told.
#[derive(Debug, Default)]
pub(super) struct RegisterParts {
    pub(super) version: Option<u32>,
    pub(super) example: Option<bool>,
    pub(super) site: Option<SiteFile>,
    pub(super) requests: Vec<RequestName>,
    pub(super) moments: Vec<MomentFile>,
    pub(super) uses: Vec<UseFile>,
    pub(super) reuses: Vec<ReuseFile>,
}

impl RegisterParts {
    /// Reads the text of a file.
    pub(super) fn read(json: &str, findings: &mut Findings) -> RegisterParts {
        let root = Path::default();
        let tree = tree(json, findings);
        let fields = tree.as_ref().and_then(|tree| Fields::of(tree, &root, RegisterFile::KEYS, findings));
        let Some(fields) = fields else { return RegisterParts::default() };
        RegisterParts {
            version: fields.read("version", findings),
            example: fields.read("example", findings).flatten(),
            site: fields.read("site", findings),
            requests: fields.read("requests", findings).unwrap_or_default(),
            // Uses name them: nobody knows which there are if they cannot be read.
            moments: {
                let moments = fields.read("moments", findings);
                findings.or_left_out(moments, &root.field("moments")).unwrap_or_default()
            },
            uses: fields.read("uses", findings).unwrap_or_default(),
            reuses: fields.read("reuses", findings).unwrap_or_default(),
        }
    }
}

impl RegisterFile {
    /// Reads the text of a file, and lists every problem of its form. Whether it makes sense is for
    /// [`check`](super::check()) to say.
    pub fn read(json: &str) -> (Option<RegisterFile>, Vec<Problem>) {
        let mut findings = Findings::default();
        let tree = tree(json, &mut findings);
        let file = tree.and_then(|tree| <RegisterFile as Read>::read(&tree, &Path::default(), &mut findings));
        (file.filter(|_| findings.problems.is_empty()), findings.problems)
    }
}

/// The text as JSON.
fn tree(json: &str, findings: &mut Findings) -> Option<Json> {
    // Some editors on Windows begin a file with a byte order mark: nobody sees it, and no JSON parser takes it.
    match serde_json::from_str::<Json>(json.trim_start_matches('\u{feff}')) {
        Ok(mut tree) => {
            if let Json::Object(entries) = &mut tree {
                // Editors point at the schema with this key; it says nothing about the place.
                entries.retain(|(key, _)| key != "$schema");
            }
            Some(tree)
        }
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            findings.error(&Path::default(), ProblemKind::NotJson { line, column, why: error.to_string() });
            None
        }
    }
}

impl Shape {
    /// The whole register.
    pub fn register() -> Shape {
        <RegisterFile as Read>::shape()
    }
}
