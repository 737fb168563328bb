//! What the report on an imported card says, in French: which text tells a kind of remark, around what it quotes of the card.

use crate::content::{EditorTexts, RemarkText};
use crate::register::{Meaning, RemarkKind, Silence};

/// A line in French, around what it quotes of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidOfCard<'a> {
    /// French.
    pub before: &'a str,
    /// In the words of the card. May be empty.
    pub quoted: String,
    /// French.
    pub after: &'a str,
}

/// Where a quotation stands in a text of the content.
const FOUND: &str = "{found}";

impl SaidOfCard<'_> {
    /// A remark in French; `None` where the name of its field says everything.
    pub fn of<'a>(kind: &RemarkKind, texts: &'a EditorTexts) -> Option<SaidOfCard<'a>> {
        let text = texts.remarks.get(remark_text(kind)?);
        let (before, after) = text.split_once(FOUND).unwrap_or((text, ""));
        Some(SaidOfCard { before, quoted: kind.quoted(), after })
    }
}

/// Which text tells a kind of remark; `None` where there is nothing to tell, or the label of the field tells it.
pub fn remark_text(kind: &RemarkKind) -> Option<RemarkText> {
    use RemarkKind as Kind;
    use RemarkText as Text;
    Some(match kind {
        Kind::AsItIs | Kind::Untold(_) => return None,
        Kind::Shortened => Text::Shortened,
        Kind::Says(_) => Text::Says,
        Kind::ClassInEurope => Text::ClassInEurope,
        Kind::Silent(Silence::Missing) => Text::SilentMissing,
        Kind::Silent(Silence::Empty) => Text::SilentEmpty,
        Kind::Silent(Silence::Instead(_)) => Text::SilentInstead,
        Kind::NotPlain(meaning) => match meaning {
            Meaning::Opening => Text::NotPlainOpening,
            Meaning::SoftwareActs => Text::NotPlainSoftware,
            Meaning::PersonActs => Text::NotPlainPerson,
            Meaning::Input | Meaning::DataAtWork => Text::NotPlainData,
            Meaning::Made => Text::NotPlainMade,
            Meaning::PatientsTookPart => Text::NotPlainPatients,
            Meaning::Limit => Text::NotPlainLimit,
            Meaning::LessSure => Text::NotPlainLessSure,
        },
        Kind::NotYourFirstDay => Text::NotYourFirstDay,
        Kind::Hosting => Text::Hosting,
        Kind::Training => Text::Training,
        Kind::NobodyCounted => Text::NobodyCounted,
        Kind::NoOneClass => Text::NoOneClass,
        Kind::OnlyHoldsThePlace => Text::OnlyHoldsThePlace,
        Kind::UntilItIsYours => Text::UntilItIsYours,
        Kind::RequestsOfAll => Text::RequestsOfAll,
        Kind::NotTaken(_) => Text::NotTaken,
        Kind::IfSoHere(_) => Text::IfSoHere,
        Kind::ToWorkOut { .. } => Text::ToWorkOut,
        Kind::OtherGoal(_) => Text::OtherGoal,
        Kind::Decides(_) => Text::Decides,
        Kind::ForWhom(_) => Text::ForWhom,
        Kind::MakerDoes(_) => Text::MakerDoes,
        Kind::OfProduct(_) => Text::OfProduct,
        Kind::AskAboutEurope(_) => Text::AskAboutEurope,
        Kind::SaysNoRegime(_) | Kind::SilentNoRegime(Silence::Instead(_)) => Text::SaysNoRegime,
        Kind::SilentNoRegime(_) => Text::SilentNoRegime,
        Kind::CatalogueBrings => Text::CatalogueBrings,
        Kind::MakersEnglish => Text::MakersEnglish,
    })
}
