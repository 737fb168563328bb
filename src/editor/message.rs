//! What the checker found, said in French: which text tells a kind of problem, and what is put into it.

use crate::content::{EditorTexts, EditorWord, ProblemText};
use crate::register::{Expected, Fact, Found, ProblemKind};
use crate::share::AddressProblem;

/// A problem in French. `untold` is what patients read in the place of a fact.
pub fn said(kind: &ProblemKind, texts: &EditorTexts, untold: &str) -> String {
    let (text, args) = telling(kind, texts, untold);
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    texts.problems.fill(text, &args)
}

/// Which text tells a kind of problem, and what is put into its placeholders.
pub fn telling(
    kind: &ProblemKind,
    texts: &EditorTexts,
    untold: &str,
) -> (ProblemText, Vec<(&'static str, String)>) {
    use ProblemKind as Kind;
    use ProblemText as Text;
    let plain = |text| (text, Vec::new());
    let found = |text, found: &dyn ToString| (text, vec![("found", found.to_string())]);
    match kind {
        Kind::NotJson { line, column, .. } => {
            (Text::NotJson, vec![("line", line.to_string()), ("column", column.to_string())])
        }
        // A hole to fill. The label of the field says with what.
        Kind::Value { found: Found::Nothing, .. }
        | Kind::NoTitle
        | Kind::NoSentence
        | Kind::NoQuestionText => plain(Text::ToFill),
        Kind::Value { expected, found: instead } => found(not_that(*expected), &instead_of(instead, texts)),
        Kind::Character { one, at } => {
            (Text::Character, vec![("code", format!("U+{:04X}", u32::from(*one))), ("at", at.to_string())])
        }
        Kind::TooLong { most, found } => {
            (Text::TooLong, vec![("most", most.to_string()), ("found", found.to_string())])
        }
        Kind::TooMany { most, found } => {
            (Text::TooMany, vec![("most", most.to_string()), ("found", found.to_string())])
        }
        Kind::Phone(text) => found(Text::Phone, text),
        Kind::UnknownKey(_) => plain(Text::UnknownKey),
        Kind::KeyTwice => plain(Text::KeyTwice),
        Kind::UnknownLanguage(code) => (Text::UnknownLanguage, vec![("code", code.clone())]),
        Kind::LanguageTwice => plain(Text::LanguageTwice),
        Kind::Version(version) => found(Text::Version, version),
        Kind::OfferedTwice(_) => plain(Text::OfferedTwice),
        Kind::NotOffered(_) => plain(Text::NotOffered),
        Kind::Page { why, address } => match why {
            AddressProblem::Foreign => found(Text::PageForeign, address),
            AddressProblem::Character(one) => found(Text::PageCharacter, one),
            AddressProblem::More => found(Text::PageMore, address),
            AddressProblem::File => found(Text::PageFile, address),
            AddressProblem::Long(_) => plain(Text::PageLong),
            AddressProblem::Port => found(Text::PagePort, address),
            AddressProblem::Path => found(Text::PagePath, address),
        },
        Kind::ProjectsAddress(address) => found(Text::ProjectsAddress, address),
        Kind::ReviewBefore { last, next } => {
            (Text::ReviewBefore, vec![("last", last.to_string()), ("found", next.to_string())])
        }
        Kind::Unreachable => plain(Text::Unreachable),
        Kind::NameTwice { .. } => plain(Text::NameTwice),
        Kind::NotInCatalogue { id, .. } => found(Text::NotInCatalogue, id),
        Kind::MomentTwice(_) => plain(Text::MomentTwice),
        Kind::NoSuchMoment { id, .. } => found(Text::NoSuchMoment, id),
        Kind::NoStage => plain(Text::NoStage),
        Kind::NotASentence(_) => plain(Text::NotASentence),
        Kind::NoRegime => plain(Text::NoRegime),
        Kind::LessSay { .. } => plain(Text::LessSay),
        Kind::RequestUnderInform => plain(Text::RequestUnderInform),
        Kind::NoRequest => plain(Text::NoRequest),
        Kind::QuestionUnder(_) => plain(Text::QuestionUnder),
        Kind::NoQuestion(_) => plain(Text::NoQuestion),
        Kind::QuestionTwice(_) => plain(Text::QuestionTwice),
        Kind::NothingAfterNo => plain(Text::NothingAfterNo),
        Kind::NobodyForObjection => plain(Text::NobodyForObjection),
        Kind::NoContact => plain(Text::NoContact),
        Kind::ClassOfNoDevice => plain(Text::ClassOfNoDevice),
        Kind::UnknownClass(class) => found(Text::UnknownClass, class),
        Kind::People(of) => found(Text::People, of),
        Kind::Sum { of, sum } => (Text::Sum, vec![("of", of.to_string()), ("sum", sum.to_string())]),
        Kind::UntoldIn(_) => plain(Text::UntoldIn),
        // No patient reads that it is missing.
        Kind::Untold(Fact::Page) => plain(Text::UntoldPage),
        Kind::Untold(_) => (Text::Untold, vec![("text", untold.to_owned())]),
    }
}

/// What is said where another kind of value belongs.
fn not_that(expected: Expected) -> ProblemText {
    match expected {
        Expected::Object => ProblemText::NoObject,
        Expected::List => ProblemText::NoList,
        Expected::Text => ProblemText::NoText,
        Expected::Localised => ProblemText::NotByLanguage,
        Expected::YesNo => ProblemText::NoYesNo,
        Expected::Number => ProblemText::NoNumber,
        Expected::Name => ProblemText::NoName,
        Expected::Date => ProblemText::NoDate,
        Expected::PageLanguage => ProblemText::NoPageLanguage,
        Expected::OneOf(_) => ProblemText::NoChoice,
    }
}

/// What stands there instead: what the file has, or in French what it is.
fn instead_of(found: &Found, texts: &EditorTexts) -> String {
    let word = match found {
        Found::Plain(value) | Found::Text(value) => return value.clone(),
        Found::Nothing => return String::new(),
        Found::EmptyText => EditorWord::FoundEmptyText,
        Found::NoLanguage => EditorWord::FoundNoLanguage,
        Found::List => EditorWord::FoundList,
        Found::Object => EditorWord::FoundObject,
    };
    texts.get(word).to_owned()
}
