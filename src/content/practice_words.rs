//! The words of the page on which a practice makes links: French, because the practice is in France.

use super::Language;
use super::placeholders::fill;
use super::reader::Reader;
use super::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// The name of one text of that page.
    PracticeWord {
        Title = "title",
        Lead = "lead",
        NoProgram = "no_program",
        Stopped = "stopped",
        Example = "example",
        Keys = "keys",
        Uses = "uses",
        Search = "search",
        NoneFound = "none_found",
        Ticked = "ticked",
        Language = "language",
        Level = "level",
        LevelClear = "level_clear",
        LevelSimple = "level_simple",
        Make = "make",
        Next = "next",
        Made = "made",
        LinkTitle = "link_title",
        Generic = "generic",
        Reveals = "reveals",
        LeaveOut = "leave_out",
        TooMany = "too_many",
        NoAddress = "no_address",
        NoQr = "no_qr",
        CopyLink = "copy_link",
        Copied = "copied",
        Selected = "selected",
        NotPrinted = "not_printed",
        SlipTitle = "slip_title",
        PrintSlip = "print_slip",
        Here = "here",
        MessageTitle = "message_title",
        CopyMessage = "copy_message",
        LineTitle = "line_title",
        CopyLine = "copy_line",
        LineText = "line_text",
        LineVersion = "line_version",
        LineUses = "line_uses",
        LineNoUses = "line_no_uses",
        LineLinkGeneral = "line_link_general",
        LineHanded = "line_handed",
        LineNotHanded = "line_not_handed",
        LineNotAgreement = "line_not_agreement",
        HandedSlip = "handed_slip",
        HandedLink = "handed_link",
        HandedMessage = "handed_message",
        Register = "register",
        RegisterNow = "register_now",
        RegisterOpen = "register_open",
        RegisterUnread = "register_unread",
        UnreadTooLarge = "unread_too_large",
        UnreadUtf16 = "unread_utf16",
        UnreadOlderEncoding = "unread_older_encoding",
        UnreadBinary = "unread_binary",
        UnreadNotJson = "unread_not_json",
        UnreadProblem = "unread_problem",
        UnreadOther = "unread_other",
        Remember = "remember",
        RememberMeans = "remember_means",
        Remembered = "remembered",
        RememberedOther = "remembered_other",
        RememberedUnreadable = "remembered_unreadable",
        RememberRefused = "remember_refused",
        Forget = "forget",
    }
}

/// The words of the page, by key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PracticeWords(BTreeMap<String, String>);

impl PracticeWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: PracticeWord) -> &str {
        self.0.get(word.key()).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, word: PracticeWord, args: &[(&str, &str)]) -> String {
        fill(self.get(word), args)
    }
}

impl Reader<'_> {
    /// The words of the page.
    pub(super) fn practice_words(&mut self) -> PracticeWords {
        let file = format!("{}/practice.toml", Language::Fr.code());
        let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else {
            return PracticeWords::default();
        };
        for word in PracticeWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
            self.report(&file, format!("\"{}\" is missing; write it", word.key()));
        }
        for key in texts.keys().filter(|key| PracticeWord::ALL.iter().all(|word| word.key() != key.as_str()))
        {
            self.report_reference(&file, format!("\"{key}\" is not a word of this page; delete it"));
        }
        PracticeWords(texts)
    }
}
