//! Which words name an answer, a request, a channel, a person: the same on the page, on the sheet and at the desk.

use super::Behalf;
use crate::choices::{Answer, Regime, Request};
use crate::content::{Language, Word};
use crate::register::Channel;

/// The words of an answer: under `Object` a yes leaves things as they are, and a no objects.
pub fn answer_word(regime: Regime, answer: Answer) -> Word {
    match (regime, answer) {
        (_, Answer::TalkFirst) => Word::AnswerTalkFirst,
        (Regime::Object, Answer::Yes) => Word::AnswerLeave,
        (Regime::Object, Answer::No) => Word::AnswerObject,
        (_, Answer::Yes) => Word::AnswerAgree,
        (_, Answer::No) => Word::AnswerRefuse,
    }
}

/// The words of a request, as the patient would say it.
pub fn request_word(request: Request) -> Word {
    match request {
        Request::Explanation => Word::RequestExplanation,
        Request::HumanReading => Word::RequestHumanReading,
        Request::OtherOpinion => Word::RequestOtherOpinion,
        Request::Talk => Word::RequestTalk,
    }
}

/// The words of a channel: whom to hand the sheet to.
pub fn channel_word(channel: Channel) -> Word {
    match channel {
        Channel::CareTeam => Word::ChannelCareTeam,
        Channel::Desk => Word::ChannelDesk,
        Channel::Dpo => Word::ChannelDpo,
        Channel::Elsewhere => Word::ChannelElsewhere,
    }
}

/// Who takes an answer, in one word.
pub fn short_channel_word(channel: Channel) -> Word {
    match channel {
        Channel::CareTeam => Word::ToCareTeam,
        Channel::Desk => Word::ToDesk,
        Channel::Dpo => Word::ToDpo,
        Channel::Elsewhere => Word::ToElsewhere,
    }
}

/// The words for whom somebody answers.
pub fn behalf_word(behalf: Behalf) -> Word {
    match behalf {
        Behalf::Me => Word::BehalfMe,
        Behalf::MyChild => Word::BehalfMyChild,
        Behalf::Represented => Word::BehalfRepresented,
    }
}

/// The name of a language.
pub fn language_word(language: Language) -> Word {
    match language {
        Language::Fr => Word::InFr,
        Language::En => Word::InEn,
        Language::Ar => Word::InAr,
        Language::Es => Word::InEs,
        Language::Pt => Word::InPt,
        Language::Ro => Word::InRo,
        Language::Tr => Word::InTr,
        Language::Ru => Word::InRu,
    }
}
