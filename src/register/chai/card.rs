//! One CHAI Applied Model Card, version 0.1 or 0.2, as its file has it. The two differ in their metrics alone: a text a group in 0.1,
//! a list of values in 0.2.
//!
//! Reads XML into texts by element and refuses what is no such card. A missing element is no fault: the
//! schema asks for all of them, real cards write "N/A", and both mean that the card does not tell. This
//! module must not know what a register is.

use super::passage::Passage;
use super::silence::Silence;
use crate::content::shortened;
use roxmltree::{Document, Error, Node};
use std::collections::BTreeMap;
use std::fmt;

/// The namespaces of the versions that are read.
const NAMESPACES: [&str; 2] = ["https://mc.chai.org/v0.1/schema.xsd", "https://mc.chai.org/v0.2/schema.xsd"];
/// What the namespaces of all versions begin with.
const ANY_VERSION: &str = "https://mc.chai.org/";
const ROOT: &str = "AppliedModelCard";
const METRICS: [&str; 3] = ["UsefulnessUsabilityEfficacy", "FairnessEquity", "SafetyReliability"];

/// A file that was not imported, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardError {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub fault: CardFault,
}

/// What makes a file no card that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardFault {
    /// It is not well-formed XML; in the parser's words.
    NotXml(String),
    /// The root is another element.
    NotACard(String),
    /// A card, but of another version of the format, or of none.
    OtherVersion(String),
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: expected ", self.file, self.line)?;
        match &self.fault {
            CardFault::NotXml(fault) => write!(f, "XML, found a fault in it ({fault})"),
            CardFault::NotACard(found) => write!(f, "the root <{ROOT}> of a CHAI card, found <{found}>"),
            CardFault::OtherVersion(found) => write!(f, "a CHAI card of version v0.1 or v0.2, found {found}"),
        }
    }
}

impl std::error::Error for CardError {}

macro_rules! elements {
    ($($name:ident)*) => {
        /// The elements of a card that the import looks at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Element { $($name,)* }

        impl Element {
            /// The tag name.
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

elements! {
    ModelName ModelDeveloper
    ReleaseDate ReleaseVersion GlobalAvailability RegulatoryApproval
    Summary
    IntendedUseAndWorkflow PrimaryIntendedUsers HowToUse TargetedPatientPopulation CautionedOutOfScopeSettings
    KnownRisksAndLimitations KnownBiasesOrEthicalConsiderations ClinicalRiskLevel
    OutcomesAndOutputs InputDataSource OutputAndInputDataTypes DevelopmentDataCharacterization
    OngoingMaintenance Security FundingSource StakeholdersConsulted
    KeyMetrics
    PatientConsentOrDisclosure
}

/// The texts of one card.
pub(super) struct Card {
    pub(super) file: String,
    pub(super) metrics: Vec<Metrics>,
    texts: BTreeMap<String, String>,
}

/// One of the three groups of metrics.
pub(super) struct Metrics {
    pub(super) goal: Option<Passage>,
    /// `Sensitivity 88.5 % (95 % interval 80.4 to 94.1)`.
    pub(super) results: Vec<String>,
}

impl Card {
    /// Reads one file.
    pub(super) fn read(file: &str, xml: &str) -> Result<Card, CardError> {
        let refused = |line, fault| CardError { file: file.to_owned(), line, fault };
        let document = Document::parse(xml)
            .map_err(|error| refused(line_of(&error, xml), CardFault::NotXml(told(&error))))?;
        let root = document.root_element();
        let name = root.tag_name();
        let line = document.text_pos_at(root.range().start).row;
        if name.name() != ROOT {
            return Err(refused(line, CardFault::NotACard(shortened(name.name()))));
        }
        let Some(namespace) = name.namespace().filter(|found| NAMESPACES.contains(found)) else {
            return Err(refused(line, CardFault::OtherVersion(version(name.namespace()))));
        };
        Ok(Card {
            file: file.to_owned(),
            metrics: METRICS.map(|group| metrics(root, namespace, group)).into(),
            texts: texts(root, namespace),
        })
    }

    /// What an element says; `None` where it says nothing, in whatever words.
    pub(super) fn passage(&self, element: Element) -> Option<Passage> {
        Passage::of(self.texts.get(element.name())?)
    }

    /// Why there is no passage: what stands there instead, for the report.
    pub(super) fn silence(&self, element: Element) -> Silence {
        match self.texts.get(element.name()).map(|text| text.trim()) {
            None => Silence::Missing,
            Some("") => Silence::Empty,
            Some(text) => Silence::Instead(text.to_owned()),
        }
    }
}

/// The parser quotes names and signs as they stand in the file: each word of it as much as fits, without signs that do harm.
fn told(error: &Error) -> String {
    error.to_string().split(' ').take(30).map(shortened).collect::<Vec<_>>().join(" ")
}

/// The parser knows no position for a file that ends too early: it is the last line.
fn line_of(error: &Error, xml: &str) -> u32 {
    match error {
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => xml.lines().count().max(1) as u32,
        _ => error.pos().row,
    }
}

fn version(namespace: Option<&str>) -> String {
    match namespace {
        None => "no version (no xmlns)".to_owned(),
        Some(uri) => match uri.strip_prefix(ANY_VERSION).and_then(|rest| rest.split('/').next()) {
            Some(version) => format!("version {}", shortened(version)),
            None => format!("the xmlns \"{}\"", shortened(uri)),
        },
    }
}

/// Every element that has no elements inside. The names are unique in the schema, but for the metrics, which
/// are read apart.
fn texts(root: Node, namespace: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for node in root.descendants().filter(|node| node.tag_name().namespace() == Some(namespace)) {
        if node.children().all(|child| !child.is_element()) {
            texts.entry(node.tag_name().name().to_owned()).or_insert_with(|| text(node));
        }
    }
    texts
}

/// The whole text: a comment or a CDATA section in the middle splits it in the tree.
fn text(node: Node) -> String {
    node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
}

fn metrics(root: Node, namespace: &str, group: &str) -> Metrics {
    let inside = |name: &'static str| {
        let group = root.descendants().find(|node| node.has_tag_name((namespace, group)));
        group
            .into_iter()
            .flat_map(|node| node.descendants())
            .filter(move |node| node.has_tag_name((namespace, name)))
    };
    let child = |node: Node, name| {
        node.children().find(|n| n.has_tag_name((namespace, name))).map_or_else(String::new, text)
    };
    // Version 0.1 has a text, 0.2 a list of values.
    let told = inside("Result").filter_map(|node| Some(Passage::of(&text(node))?.whole()));
    // A number of nothing: real cards fill a group that they leave out with one result "N/A" of 0.
    let counted = inside("MetricResult")
        .filter_map(|node| Some((Passage::of(&child(node, "Label"))?, child(node, "ValueJson"))))
        .map(|(label, json)| format!("{} {}", label.whole(), value(&json)));
    Metrics {
        goal: inside("MetricGoal").next().and_then(|node| Passage::of(&text(node))),
        results: told.chain(counted).collect(),
    }
}

/// The value in words. Of a kind that nobody knows here, that it is there: nobody reads what is written for programs.
fn value(json: &str) -> String {
    let parsed: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let number = |key: &str| parsed.get(key).filter(|value| value.is_number()).map(ToString::to_string);
    let unit =
        parsed.get("unit").and_then(|unit| unit.as_str()).map(|unit| format!(" {unit}")).unwrap_or_default();
    if let Some(value) = number("value") {
        return format!("{value}{unit}");
    }
    if let (Some(mean), Some(sd)) = (number("mean"), number("sd")) {
        return format!("{mean}{unit} on average (standard deviation {sd})");
    }
    match (number("estimate"), number("lower"), number("upper"), number("level")) {
        (Some(estimate), Some(lower), Some(upper), Some(level)) => {
            format!("{estimate}{unit} ({level} % interval {lower} to {upper})")
        }
        _ => "(a value in a form that is not read here: see the card)".to_owned(),
    }
}
