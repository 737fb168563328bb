//! Whether a card says that its product is a medical device in Europe.
//!
//! FDA clearance is no CE marking, an American class no European one, and a marking that is pending is none.
//! This module must not know the words for it: [`super::europe`] does.

use super::card::Element;
use super::draft::Draft;
use super::europe::{self, Marking};
use super::remark::RemarkKind;
use crate::register::{DeviceFile, Path};

/// Where a card speaks about what it may be sold as.
const MARKET: [Element; 3] =
    [Element::GlobalAvailability, Element::RegulatoryApproval, Element::ClinicalRiskLevel];

type Told = [(Element, String)];

impl Draft<'_> {
    /// The device as far as the card tells it for the EU.
    pub(super) fn device(&mut self) -> Option<DeviceFile> {
        let path = self.path("device");
        let passage = |element| Some((element, self.card.passage(element)?.whole()));
        let told: Vec<(Element, String)> = MARKET.into_iter().filter_map(passage).collect();
        let Some((element, text)) = marked(&told) else {
            let why = "no element plainly says that it is CE marked; FDA clearance is not that";
            self.report.open(&path, None, RemarkKind::Untold(why));
            self.ask_the_maker(&path, &told);
            return None;
        };
        self.report.took(&path.field("is_device"), element, RemarkKind::Says(text.to_owned()));
        let ce_class = self.class(&path.field("ce_class"), &told);
        self.report.open(&path.field("since"), None, RemarkKind::Untold("since when it is CE marked"));
        Some(DeviceFile { is_device: true, ce_class, since: None })
    }

    fn class(&mut self, path: &Path, told: &Told) -> Option<String> {
        let class = |(element, text): &(Element, String)| Some((*element, europe::class(text)?));
        let classes: Vec<_> = told.iter().filter_map(class).collect();
        match classes.first() {
            Some((element, class)) if classes.iter().all(|(_, other)| other == class) => {
                self.report.took(path, *element, RemarkKind::ClassInEurope);
                Some((*class).to_owned())
            }
            _ => {
                self.report.open(path, Element::ClinicalRiskLevel, RemarkKind::NoOneClass);
                self.ask_the_maker(path, told);
                None
            }
        }
    }

    fn ask_the_maker(&mut self, path: &Path, told: &Told) {
        for (element, text) in told {
            self.report.decide(path, *element, RemarkKind::AskAboutEurope(text.clone()));
        }
    }
}

/// The element that plainly says it, unless another takes it back.
fn marked(told: &Told) -> Option<(Element, &str)> {
    let says = |wanted| move |(_, text): &&(Element, String)| europe::marking(text) == wanted;
    let doubtful = told.iter().any(|one| says(Marking::Doubtful)(&one));
    told.iter()
        .find(says(Marking::Marked))
        .filter(|_| !doubtful)
        .map(|(element, text)| (*element, text.as_str()))
}
