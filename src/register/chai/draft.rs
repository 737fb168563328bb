//! One card becomes one use of a draft register.
//!
//! What the card says is taken over word for word, in English, and only where it answers the question of the
//! field. What is not said is not guessed: it stays open, and the report names it. This module must not know
//! how a card is read.

use super::card::{Card, Element};
use super::meaning::Meaning;
use super::passage::{Passage, closed, in_a_row};
use super::remark::RemarkKind;
use super::report::DraftReport;
use super::sentence::decides;
use crate::choices::Id;
use crate::content::Language;
use crate::register::{LocalisedFile, Path, ToolFile, UseFile, UseTextsFile};

/// No text for patients takes more sentences than this from a card.
const LONGEST: usize = 2;

/// The use that a card describes, and the report on it.
pub(super) fn draft(card: &Card, id: Id, at: &Path) -> (UseFile, DraftReport) {
    let product = card.passage(Element::ModelName).map(|name| name.whole()).unwrap_or_default();
    let mut draft = Draft { card, product, at, asked: Vec::new(), report: DraftReport::new(&card.file) };
    let texts = draft.texts();
    let tool = draft.tool();
    let file = UseFile {
        id,
        catalogue: None,
        texts: Some(texts),
        stages: Vec::new(),
        picture: None,
        moments: Vec::new(),
        department: None,
        product: draft.name("product", Element::ModelName),
        maker: draft.name("maker", Element::ModelDeveloper),
        in_use_since: None,
        device: draft.device(),
        hosting: None,
        kept: None,
        training: None,
        commercial: None,
        performance: None,
        tool: (tool != ToolFile::default()).then_some(tool),
        contact: None,
        regime: None,
        requests: None,
        questions: Vec::new(),
    };
    draft.name_the_rest(&file);
    (file, draft.report)
}

/// A use while it is being made.
pub(super) struct Draft<'a> {
    pub(super) card: &'a Card,
    pub(super) product: String,
    pub(super) asked: Vec<Asked>,
    pub(super) report: DraftReport,
    at: &'a Path,
}

/// An element that was asked for a text, and which of its sentences went into one.
pub(super) struct Asked {
    pub(super) element: Element,
    /// The first text that asked.
    pub(super) path: Path,
    pub(super) passage: Passage,
    taken: Vec<usize>,
}

impl Asked {
    /// The sentences that a text took.
    pub(super) fn taken(&self) -> impl Iterator<Item = &str> {
        self.taken.iter().map(|index| self.passage.sentences()[*index].as_str())
    }
}

impl Draft<'_> {
    pub(super) fn path(&self, field: &str) -> Path {
        self.at.field(field)
    }

    fn texts(&mut self) -> UseTextsFile {
        use Element::*;
        use Meaning::*;
        UseTextsFile {
            title: self.name("texts.title", ModelName).map(english),
            one_line: self.text("one_line", 1, &[(IntendedUseAndWorkflow, Opening), (Summary, Opening)]),
            software_does: self.software_does(),
            human_does: self.text(
                "human_does",
                LONGEST,
                &[(HowToUse, PersonActs), (PrimaryIntendedUsers, PersonActs)],
            ),
            data: self.text(
                "data",
                LONGEST,
                &[(OutputAndInputDataTypes, Input), (InputDataSource, DataAtWork)],
            ),
            cannot: self.text(
                "cannot",
                LONGEST,
                &[(CautionedOutOfScopeSettings, Limit), (KnownRisksAndLimitations, Limit)],
            ),
            less_sure: self.text("less_sure", LONGEST, &[(KnownBiasesOrEthicalConsiderations, LessSure)]),
            ..UseTextsFile::default()
        }
    }

    /// What the software does. If its outputs are decisions about somebody, and no sentence says so, the rest would hide it: a tool
    /// that approves and denies would be one that "analyses documents". Then a person writes it.
    fn software_does(&mut self) -> Option<LocalisedFile> {
        use Element::{IntendedUseAndWorkflow, OutcomesAndOutputs, Summary};
        use Meaning::SoftwareActs;
        let sources = [
            (OutcomesAndOutputs, SoftwareActs),
            (IntendedUseAndWorkflow, SoftwareActs),
            (Summary, SoftwareActs),
        ];
        if let Some(outputs) = self.card.passage(OutcomesAndOutputs) {
            let said = SoftwareActs.found_in(&outputs, &self.product);
            let hidden = |(index, sentence): (usize, &String)| decides(sentence) && !said.contains(&index);
            if outputs.sentences().iter().enumerate().any(hidden) {
                let path = self.path("texts.software_does");
                self.report.open(&path, OutcomesAndOutputs, RemarkKind::Decides(outputs.whole()));
                return None;
            }
        }
        self.text("software_does", LONGEST, &sources)
    }

    /// How it was made, as far as the maker knows. How a place watches it, no maker knows.
    fn tool(&mut self) -> ToolFile {
        use Element::*;
        use Meaning::*;
        let made = [(DevelopmentDataCharacterization, Made), (InputDataSource, Made)];
        ToolFile {
            version: self.name("tool.version", ReleaseVersion),
            made: self.passage("tool.made", LONGEST, &made),
            patients: self.passage("tool.patients", 1, &[(StakeholdersConsulted, PatientsTookPart)]),
            ..ToolFile::default()
        }
    }

    /// A name: all of a short element.
    fn name(&mut self, field: &str, element: Element) -> Option<String> {
        let path = self.path(field);
        let Some(passage) = self.card.passage(element) else {
            self.report.open(&path, element, RemarkKind::Silent(self.card.silence(element)));
            return None;
        };
        let taken = passage.sentences().len().min(LONGEST);
        self.took(&path, element, &passage, (0..taken).collect());
        Some(in_a_row(&passage.sentences()[..taken]))
    }

    fn text(&mut self, field: &str, most: usize, sources: &[(Element, Meaning)]) -> Option<LocalisedFile> {
        self.passage(&format!("texts.{field}"), most, sources)
    }

    /// A text for patients: the first sentences that say what the field is for, from one element after the
    /// other.
    fn passage(&mut self, field: &str, most: usize, sources: &[(Element, Meaning)]) -> Option<LocalisedFile> {
        let path = self.path(field);
        let mut text = Vec::new();
        for (element, meaning) in sources {
            let Some(passage) = self.card.passage(*element) else {
                continue;
            };
            let mut found = meaning.found_in(&passage, &self.product);
            found.retain(|index| !text.contains(&passage.sentences()[*index]));
            found.truncate(most - text.len());
            text.extend(found.iter().map(|index| passage.sentences()[*index].clone()));
            self.took(&path, *element, &passage, found);
        }
        if text.is_empty() {
            self.say_why_open(&path, sources);
            return None;
        }
        Some(english(closed(in_a_row(&text))))
    }

    fn say_why_open(&mut self, path: &Path, sources: &[(Element, Meaning)]) {
        for (element, meaning) in sources {
            let why = match self.card.passage(*element) {
                Some(_) => RemarkKind::NotPlain(*meaning),
                None => RemarkKind::Silent(self.card.silence(*element)),
            };
            self.report.open(path, *element, why);
        }
    }

    fn took(&mut self, path: &Path, element: Element, passage: &Passage, taken: Vec<usize>) {
        if !taken.is_empty() {
            let whole = taken.len() == passage.sentences().len();
            let kind = if whole { RemarkKind::AsItIs } else { RemarkKind::Shortened };
            self.report.took(path, element, kind);
        }
        match self.asked.iter_mut().find(|asked| asked.element == element) {
            Some(asked) => asked.taken.extend(taken),
            None => self.asked.push(Asked { element, path: path.clone(), passage: passage.clone(), taken }),
        }
    }
}

fn english(text: String) -> LocalisedFile {
    LocalisedFile::new(Language::En, text)
}
