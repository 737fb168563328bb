//! The pieces from which the sections are made, one file each.

mod ask_someone;
mod behalf;
mod card;
mod code;
mod contact;
mod contents;
mod fact;
mod figures;
mod foot;
mod masthead;
mod people;
mod question;
mod quiz;
mod regime;
mod requests;
mod reuse_card;
mod to_ask;

pub use ask_someone::ask_someone;
pub use behalf::{behalf, behalf_word};
pub use card::card;
pub use code::code;
pub use contact::{contact, contact_line};
pub use contents::contents;
pub use fact::{fact, yes_no};
pub use figures::figures;
pub use foot::foot;
pub use masthead::masthead;
pub use people::people;
pub use question::{answer_word, channel_word, question, regime_heading, short_channel_word};
pub use quiz::quiz;
pub use regime::{regime_badge, regime_mark, regime_word};
pub use requests::{request, request_text, request_word};
pub use reuse_card::reuse_card;
pub use to_ask::{questions_about, questions_by_worry};
