//! What the report says about the rest: what no card can tell, and what a card says without an answer in it.
//!
//! What a text could have been made of, and was not, is quoted for a person. This module fills no field.

use super::card::Element;
use super::draft::{Asked, Draft};
use super::meaning::Meaning;
use super::passage::in_a_row;
use crate::register::{Path, UseFile};

/// What no card of this format can tell, and where to look for it.
const NOT_IN_A_CARD: [(&str, Option<Element>, &str); 20] = [
    ("stages", None, "where in care it happens"),
    ("department", None, "which department uses it"),
    ("in_use_since", Some(Element::ReleaseDate), "the maker's release is not the day you began"),
    (
        "hosting",
        Some(Element::Security),
        "who hosts the data, where, with HDS or not; not told in a way to take over",
    ),
    ("kept", None, "how long data are kept"),
    (
        "training",
        Some(Element::OngoingMaintenance),
        "whether your patients' data train software; ask the maker",
    ),
    ("commercial", None, "whether there is a commercial reuse of the data"),
    ("tool.maker_country", None, "in which country the maker is"),
    ("tool.benefit", None, "what it has brought to patients; numbers of how well it works do not say it"),
    ("tool.watched", None, "how it is watched in your place"),
    ("tool.errors_reviewed", None, "who looks at its errors each year"),
    ("tool.report", None, "whether your report says that it helped"),
    ("tool.staff_trained", None, "which of your staff are trained in it"),
    ("contact", None, "whom to ask about it; left out, it is the desk"),
    ("texts.when", None, "when it happens"),
    ("texts.missed", None, "how it can miss something"),
    ("texts.false_alarm", None, "how it can raise a false alarm"),
    ("texts.leads_nowhere", None, "how it can find something that changes nothing"),
    ("texts.team", None, "what your team does about errors"),
    ("texts.if_not", None, "what happens if a patient does not want it"),
];

impl Draft<'_> {
    /// Everything that no field has said.
    pub(super) fn name_the_rest(&mut self, file: &UseFile) {
        for (field, element, what) in NOT_IN_A_CARD {
            self.report.open(&self.path(field), element, what);
        }
        if file.texts.as_ref().is_some_and(|texts| texts.human_does.is_none()) {
            self.offer_people();
        }
        self.give_the_rest();
        self.say();
        self.metrics();
        self.others();
    }

    /// Sentences about what a person does stand in odd places; they are offered, for only you know what is
    /// true here.
    fn offer_people(&mut self) {
        use Element::*;
        let path = self.path("texts").field("human_does");
        let mut offered = Vec::new();
        for element in [OutcomesAndOutputs, IntendedUseAndWorkflow, KnownRisksAndLimitations, Summary] {
            let Some(passage) = self.card.passage(element) else {
                continue;
            };
            let found = Meaning::PersonActs.found_in(&passage, &self.product);
            let sentence = found.first().map(|index| passage.sentences()[*index].clone());
            if let Some(sentence) = sentence.filter(|sentence| !offered.contains(sentence)) {
                self.report.decide(&path, element, format!("if it is so in your place: “{sentence}”"));
                offered.push(sentence);
            }
        }
    }

    /// Every sentence of an element that was asked for a text and that no text took, from there or from
    /// elsewhere.
    fn give_the_rest(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        let taken: Vec<_> = asked.iter().flat_map(Asked::taken).collect();
        for one in &asked {
            let sentences = one.passage.sentences().iter();
            let left: Vec<_> = sentences.filter(|sentence| !taken.contains(&sentence.as_str())).collect();
            if !left.is_empty() {
                self.report.decide(&one.path, one.element, format!("not taken over: “{}”", in_a_row(&left)));
            }
        }
    }

    /// The law, not the manufacturer, says what kind of say a patient has.
    fn say(&mut self) {
        use Element::PatientConsentOrDisclosure;
        let path = self.path("regime");
        self.report.open(&path, None, "inform, request, object or agree; with it requests and questions");
        let said = match self.card.passage(PatientConsentOrDisclosure) {
            Some(passage) => format!("it says “{}”", passage.whole()),
            None => self.card.silence(PatientConsentOrDisclosure),
        };
        self.report.decide(&path, PatientConsentOrDisclosure, format!("{said}; that makes no regime"));
    }

    /// Never turned into people. Of 100 patients nobody can be counted without knowing how many have it among
    /// *your* patients: the format has no element for that, and a study that chose its cases (so many with,
    /// so many without) shows the mix of the study.
    fn metrics(&mut self) {
        let path = self.path("performance");
        let why = "how many have it among patients like yours is not in the card, so nobody can be counted";
        self.report.open(&path, Element::KeyMetrics, why);
        for group in &self.card.metrics {
            let goal = group.goal.as_ref().map(|goal| format!(" (“{}”)", goal.whole())).unwrap_or_default();
            if !group.results.is_empty() {
                let text = format!("to work out by a person: {}{goal}", group.results.join("; "));
                self.report.decide(&path, Element::KeyMetrics, text);
            }
        }
    }

    fn others(&mut self) {
        let quoted = |element| self.card.passage(element).map(|passage| passage.whole());
        if let Some(text) = quoted(Element::TargetedPatientPopulation) {
            let text = format!("it is for “{text}”; if you see others too, say here that it is not for them");
            self.report.decide(&self.path("texts.cannot"), Element::TargetedPatientPopulation, text);
        }
        if let Some(text) = quoted(Element::OngoingMaintenance) {
            let path = self.path("tool.watched");
            let text = format!("about what the maker does it says “{text}”; say what you do");
            self.report.decide(&path, Element::OngoingMaintenance, text);
        }
        if let Some(text) = quoted(Element::FundingSource) {
            let path = Path::default().field("site").field("notice").field("funding");
            self.report.decide(&path, Element::FundingSource, format!("about this product it says “{text}”"));
        }
        let catalogue = "an entry of the catalogue brings plain texts in every language; what is left out here then \
                         comes from there";
        self.report.decide(&self.path("catalogue"), None, catalogue);
        let words = "the maker's English, for professionals: put it into plain words, and into French";
        self.report.decide(&self.path("texts"), None, words);
    }
}
