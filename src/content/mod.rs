//! The words of Éclaire: languages, levels, texts in several languages, and the files under `content/`.
//!
//! Every sentence a patient reads comes from here or from a register, never from code. This module must not know how
//! a text is drawn, and does not read the disk itself: it is handed [`Files`].

mod bytes;
mod catalogue;
mod characters;
#[cfg(feature = "cli")]
mod check;
mod date;
mod desk_words;
mod editor_texts;
mod emergency_number;
mod explorables;
mod figures;
mod files;
mod fold;
mod former;
mod glossary;
mod handout_words;
mod kiosk_words;
mod language;
mod latin;
mod letters;
mod library;
mod lines;
mod localised;
mod moments;
mod picture;
mod pictures_words;
mod placeholders;
mod places_words;
mod practice_words;
mod problem;
mod quiz;
mod readability;
mod reader;
mod receiver_words;
mod rights;
mod safety_net;
mod sentences;
mod source;
mod spacing;
mod stage;
mod telling;
mod titles;
mod understanding;
mod words;
mod worries;

pub use bytes::{LARGEST_FILE, NotText, text_of};
pub use catalogue::{Entry, EntryTexts, Purpose, QuestionTexts, ReuseEntry, ReuseTexts};
pub use characters::{carried, is_letter, shortened, uncarried};
#[cfg(feature = "cli")]
pub use check::{check, check_in, trend};
pub use date::Date;
pub use desk_words::{DeskWord, DeskWords};
pub use editor_texts::{EditorField, EditorPart, EditorTexts, EditorWord};
pub use emergency_number::EmergencyNumber;
pub use explorables::{Explorable, Position};
pub use figures::Figure;
pub use files::Files;
pub use fold::fold;
pub use former::Former;
pub use glossary::{Glossary, Mention, Term, TermNames};
pub use handout_words::{HandoutWord, HandoutWords};
pub use kiosk_words::{KioskWord, KioskWords};
pub use language::{Direction, Language, Level, Reading};
pub use latin::latin;
pub use letters::{
    Gloss, GlossWords, Letter, LetterFrame, LetterList, LetterTexts, LetterTo, Letters, Written,
};
pub use library::Library;
pub use localised::{Localised, Shown};
pub use moments::Moment;
pub use picture::Picture;
pub use pictures_words::{PicturesWord, PicturesWords};
pub use placeholders::{Piece, fill, pieces};
pub use places_words::{PlacesWord, PlacesWords};
pub use practice_words::{PracticeWord, PracticeWords};
pub use problem::{ContentProblem, Rule};
pub use quiz::{QuizAnswer, QuizQuestion};
pub use readability::Readability;
pub use receiver_words::{ReceiverWord, ReceiverWords};
pub use rights::{Right, RightGroup, RightTexts};
pub use safety_net::{Helper, NetTexts, SafetyNet};
pub use sentences::{paragraphs, sentences};
pub use source::{Confidence, Source, due, law_read};
pub(crate) use spacing::kept_together;
pub use stage::Stage;
pub use telling::{ProblemText, RemarkText, Telling, Tellings};
pub use titles::Titles;
pub use understanding::Part;
pub use words::{Word, Words, nearest};
pub use worries::Worry;
