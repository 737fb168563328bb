//! What the report says about the rest: what no card can tell, and what a card says without an answer in it.
//!
//! What a text could have been made of, and was not, is quoted for a person. This module fills no field.

use super::card::Element;
use super::draft::{Asked, Draft};
use super::goal::is_of_another;
use super::meaning::Meaning;
use super::passage::{Passage, in_a_row};
use super::remark::RemarkKind;
use crate::register::{Path, UseFile};

/// What no card of this format can tell, and where to look for it.
const NOT_IN_A_CARD: [(&str, Option<Element>, RemarkKind); 20] = [
    ("stages", None, RemarkKind::Untold("where in care it happens")),
    ("department", None, RemarkKind::Untold("which department uses it")),
    ("in_use_since", Some(Element::ReleaseDate), RemarkKind::NotYourFirstDay),
    ("hosting", Some(Element::Security), RemarkKind::Hosting),
    ("kept", None, RemarkKind::Untold("how long data are kept")),
    ("training", Some(Element::OngoingMaintenance), RemarkKind::Training),
    ("commercial", None, RemarkKind::Untold("whether there is a commercial reuse of the data")),
    ("tool.maker_country", None, RemarkKind::Untold("in which country the maker is")),
    (
        "tool.benefit",
        None,
        RemarkKind::Untold("what it has brought to patients; numbers of how well it works do not say it"),
    ),
    ("tool.watched", None, RemarkKind::Untold("how it is watched in your place")),
    ("tool.errors_reviewed", None, RemarkKind::Untold("who looks at its errors each year")),
    ("tool.report", None, RemarkKind::Untold("whether your report says that it helped")),
    ("tool.staff_trained", None, RemarkKind::Untold("which of your staff are trained in it")),
    ("contact", None, RemarkKind::Untold("whom to ask about it; left out, it is the desk")),
    ("texts.when", None, RemarkKind::Untold("when it happens")),
    ("texts.missed", None, RemarkKind::Untold("how it can miss something")),
    ("texts.false_alarm", None, RemarkKind::Untold("how it can raise a false alarm")),
    ("texts.leads_nowhere", None, RemarkKind::Untold("how it can find something that changes nothing")),
    ("texts.team", None, RemarkKind::Untold("what your team does about errors")),
    ("texts.if_not", None, RemarkKind::Untold("what happens if a patient does not want it")),
];

impl Draft<'_> {
    /// Everything that no field has said.
    pub(super) fn name_the_rest(&mut self, file: &UseFile) {
        for (field, element, kind) in NOT_IN_A_CARD {
            self.report.open(&self.path(field), element, kind);
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
                self.report.decide(&path, element, RemarkKind::IfSoHere(sentence.clone()));
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
                self.report.decide(&one.path, one.element, RemarkKind::NotTaken(in_a_row(&left)));
            }
        }
    }

    /// The law, not the manufacturer, says what kind of say a patient has.
    fn say(&mut self) {
        use Element::PatientConsentOrDisclosure;
        let path = self.path("regime");
        let what = "inform, request, object or agree; with it requests and questions";
        self.report.open(&path, None, RemarkKind::Untold(what));
        let said = match self.card.passage(PatientConsentOrDisclosure) {
            Some(passage) => RemarkKind::SaysNoRegime(passage.whole()),
            None => RemarkKind::SilentNoRegime(self.card.silence(PatientConsentOrDisclosure)),
        };
        self.report.decide(&path, PatientConsentOrDisclosure, said);
    }

    /// Never turned into people. Of 100 patients nobody can be counted without knowing how many have it among
    /// *your* patients: the format has no element for that, and a study that chose its cases (so many with,
    /// so many without) shows the mix of the study.
    fn metrics(&mut self) {
        let path = self.path("performance");
        self.report.open(&path, Element::KeyMetrics, RemarkKind::NobodyCounted);
        self.goal_of_another(&path);
        for group in &self.card.metrics {
            if !group.results.is_empty() {
                let (results, goal) = (group.results.clone(), group.goal.as_ref().map(|goal| goal.whole()));
                self.report.decide(&path, Element::KeyMetrics, RemarkKind::ToWorkOut { results, goal });
            }
        }
    }

    /// The first group says how well it does what it is for; the others compare groups of people, or times.
    fn goal_of_another(&mut self, path: &Path) {
        use Element::*;
        let measured = self.card.metrics.first().filter(|group| !group.results.is_empty());
        let Some(goal) = measured.and_then(|group| group.goal.as_ref()).map(Passage::whole) else { return };
        let product = [ModelName, IntendedUseAndWorkflow, Summary, OutcomesAndOutputs];
        let product: Vec<String> =
            product.iter().filter_map(|element| Some(self.card.passage(*element)?.whole())).collect();
        if is_of_another(&goal, &product) {
            self.report.decide(path, KeyMetrics, RemarkKind::OtherGoal(goal));
        }
    }

    fn others(&mut self) {
        let quoted = |element| self.card.passage(element).map(|passage| passage.whole());
        if let Some(text) = quoted(Element::TargetedPatientPopulation) {
            let path = self.path("texts.cannot");
            self.report.decide(&path, Element::TargetedPatientPopulation, RemarkKind::ForWhom(text));
        }
        if let Some(text) = quoted(Element::OngoingMaintenance) {
            let path = self.path("tool.watched");
            self.report.decide(&path, Element::OngoingMaintenance, RemarkKind::MakerDoes(text));
        }
        if let Some(text) = quoted(Element::FundingSource) {
            let path = Path::default().field("site").field("notice").field("funding");
            self.report.decide(&path, Element::FundingSource, RemarkKind::OfProduct(text));
        }
        self.report.decide(&self.path("catalogue"), None, RemarkKind::CatalogueBrings);
        self.report.decide(&self.path("texts"), None, RemarkKind::MakersEnglish);
    }
}
