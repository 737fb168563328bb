//! What the patient leaves with, and every way it can count: the sheet, which is drawn of the record, the code, the record as a file, the letters, and
//! what software of a hospital reads.
//!
//! Nothing is sent, so what a patient said counts only when it is handed to someone. This module must not know who the
//! patient is: no identity is ever typed in.

mod behalf;
mod bits;
mod changes;
mod code;
mod delivery;
mod export;
mod file;
mod fingerprint;
mod keyboard;
mod kind;
mod letter;
mod moment;
mod naming;
mod oddity;
mod qr;
mod questionnaire;
mod slots;
// The record itself, in a file of the same name as its module.
#[allow(clippy::module_inception)]
mod record;
mod reworded;
mod texts;
mod wording;

pub use behalf::Behalf;
pub use changes::{Change, ChangeKind, Changes};
pub use code::{Code, CodeProblem, TooLong};
pub use delivery::{Delivery, DeliveryNumber};
pub use export::{Export, Loading, Published, published};
pub use file::FileProblem;
pub use fingerprint::Fingerprint;
pub use kind::Kind;
pub(crate) use letter::in_writing;
pub use letter::{LetterPlace, Sender};
pub use moment::Moment;
pub use naming::{answer_word, behalf_word, channel_word, language_word, request_word, short_channel_word};
pub use oddity::Oddity;
pub use qr::Qr;
pub use questionnaire::{ItemQuestion, LocalisedJson, Questionnaire, QuestionnaireItem, QuestionnaireSite};
pub use record::{Record, RecordItem, RecordLine, RecordQuestion, RecordRequest, RecordSite, list_of};
pub use slots::Slots;
pub use wording::Wording;
