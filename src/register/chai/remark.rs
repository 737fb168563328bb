//! One line of the report on a card: where in the draft, about which element, and what there is to say.
//!
//! English and French are two tellings of a kind: the English stands here, the French in `content/fr/editor.toml`, and
//! `src/editor/remark.rs` leads from one kind to one text there.

use super::card::Element;
use super::meaning::Meaning;
use super::silence::Silence;
use crate::register::Path;
use std::fmt;

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where in the draft, such as `uses[0].texts.data`.
    pub path: Path,
    /// The card's element that it is about, if there is one.
    pub element: Option<&'static str>,
    /// What there is to say.
    pub kind: RemarkKind,
}

/// What there is to say. What is quoted is in the words of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemarkKind {
    /// Taken over as it is: nothing more to say.
    AsItIs,
    /// Taken over in part.
    Shortened,
    /// Taken from what the card says.
    Says(String),
    /// The class of a CE marking.
    ClassInEurope,
    /// What no card can tell, in English. It has no French: the label of the field says what is missing.
    Untold(&'static str),
    /// The element tells nothing.
    Silent(Silence),
    /// No sentence of the element says what the text is for.
    NotPlain(Meaning),
    /// The maker's release is not the day on which the place began.
    NotYourFirstDay,
    /// Where the data are hosted is not told so that it could be taken over.
    Hosting,
    /// Whether the place's data train software.
    Training,
    /// No number can be made of metrics.
    NobodyCounted,
    /// No single class of a CE marking is plainly told.
    NoOneClass,
    /// A value that only holds the place of the site's own.
    OnlyHoldsThePlace,
    /// The draft says that it is an example.
    UntilItIsYours,
    /// What patients may ask for about AI as a whole.
    RequestsOfAll,
    /// What no text took.
    NotTaken(String),
    /// What a person does, if it is so in this place.
    IfSoHere(String),
    /// Metrics, and what they were measured for.
    ToWorkOut {
        /// Each of them in words.
        results: Vec<String>,
        /// What they were measured for.
        goal: Option<String>,
    },
    /// What metrics were measured for, of which the card says nothing else: they may be another product's.
    OtherGoal(String),
    /// What the software decides, in the outputs that the card lists.
    Decides(String),
    /// For whom the product is.
    ForWhom(String),
    /// What the maker does; what the place does is for the place to say.
    MakerDoes(String),
    /// Who paid for the product.
    OfProduct(String),
    /// What the card says about markets; the maker knows what is true in the EU.
    AskAboutEurope(String),
    /// What the card says about consent: the law says what kind of say a patient has.
    SaysNoRegime(String),
    /// The card says nothing about consent.
    SilentNoRegime(Silence),
    /// An entry of the catalogue brings plain texts.
    CatalogueBrings,
    /// The texts are the maker's English.
    MakersEnglish,
}

impl Remark {
    pub(super) fn new(path: &Path, element: Option<Element>, kind: RemarkKind) -> Self {
        Self { path: path.clone(), element: element.map(Element::name), kind }
    }
}

impl RemarkKind {
    /// What is quoted of the card; empty if nothing is.
    pub fn quoted(&self) -> String {
        match self {
            RemarkKind::Says(text)
            | RemarkKind::NotTaken(text)
            | RemarkKind::IfSoHere(text)
            | RemarkKind::OtherGoal(text)
            | RemarkKind::Decides(text)
            | RemarkKind::ForWhom(text)
            | RemarkKind::MakerDoes(text)
            | RemarkKind::OfProduct(text)
            | RemarkKind::AskAboutEurope(text)
            | RemarkKind::SaysNoRegime(text)
            | RemarkKind::Silent(Silence::Instead(text))
            | RemarkKind::SilentNoRegime(Silence::Instead(text)) => text.clone(),
            RemarkKind::ToWorkOut { results, goal } => {
                let goal = goal.as_ref().map(|goal| format!(" (“{goal}”)")).unwrap_or_default();
                results.join("; ") + &goal
            }
            _ => String::new(),
        }
    }
}

impl fmt::Display for RemarkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RemarkKind::AsItIs => Ok(()),
            RemarkKind::Shortened => write!(f, "shortened"),
            RemarkKind::Says(text) => write!(f, "it says “{text}”"),
            RemarkKind::ClassInEurope => write!(f, "the class in the EU"),
            RemarkKind::Untold(what) => write!(f, "{what}"),
            RemarkKind::Silent(silence) => write!(f, "{silence}"),
            RemarkKind::NotPlain(meaning) => write!(f, "no sentence in it plainly says {}", meaning.wanted()),
            RemarkKind::NotYourFirstDay => write!(f, "the maker's release is not the day you began"),
            RemarkKind::Hosting => {
                write!(f, "who hosts the data, where, with HDS or not; not told in a way to take over")
            }
            RemarkKind::Training => write!(f, "whether your patients' data train software; ask the maker"),
            RemarkKind::NobodyCounted => write!(
                f,
                "how many have it among patients like yours is not in the card, so nobody can be counted"
            ),
            RemarkKind::NoOneClass => write!(f, "no element plainly tells one class in the EU"),
            RemarkKind::OnlyHoldsThePlace => write!(f, "only holds the place: replace it by your own"),
            RemarkKind::UntilItIsYours => write!(f, "true until the site is yours; then take the line out"),
            RemarkKind::RequestsOfAll => write!(f, "what patients may ask for about AI as a whole"),
            RemarkKind::NotTaken(text) => write!(f, "not taken over: “{text}”"),
            RemarkKind::IfSoHere(text) => write!(f, "if it is so in your place: “{text}”"),
            RemarkKind::ToWorkOut { .. } => write!(f, "to work out by a person: {}", self.quoted()),
            RemarkKind::OtherGoal(text) => {
                write!(
                    f,
                    "measured for “{text}”, of which the card says nothing else: are they of this product?"
                )
            }
            RemarkKind::Decides(text) => {
                write!(f, "it lists what the software decides: “{text}”; say so, and who has the last word")
            }
            RemarkKind::ForWhom(text) => {
                write!(f, "it is for “{text}”; if you see others too, say here that it is not for them")
            }
            RemarkKind::MakerDoes(text) => {
                write!(f, "about what the maker does it says “{text}”; say what you do")
            }
            RemarkKind::OfProduct(text) => write!(f, "about this product it says “{text}”"),
            RemarkKind::AskAboutEurope(text) => write!(f, "it says “{text}”; ask the maker about the EU"),
            RemarkKind::SaysNoRegime(text) => write!(f, "it says “{text}”; that makes no regime"),
            RemarkKind::SilentNoRegime(silence) => write!(f, "{silence}; that makes no regime"),
            RemarkKind::CatalogueBrings => write!(
                f,
                "an entry of the catalogue brings plain texts in every language; what is left out here then comes from \
                 there"
            ),
            RemarkKind::MakersEnglish => {
                write!(f, "the maker's English, for professionals: put it into plain words, and into French")
            }
        }
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if let Some(element) = self.element {
            write!(f, " <- {element}")?;
        }
        if self.kind == RemarkKind::AsItIs { Ok(()) } else { write!(f, ": {}", self.kind) }
    }
}
