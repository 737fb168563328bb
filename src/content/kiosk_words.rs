//! The words of the staff's screen on the kiosk: French, because the staff is in France.

use super::Language;
use super::reader::Reader;
use super::words::words;
use std::collections::BTreeMap;

words! {
    /// The name of one text for the staff of the kiosk.
    KioskWord {
        Title = "title",
        Lead = "lead",
        Team = "team",
        Back = "back",
        Installed = "installed",
        Version = "version",
        TextVersion = "text_version",
        Sum = "sum",
        SumNone = "sum_none",
        Checked = "checked",
        Never = "never",
        Check = "check",
        Asking = "asking",
        Latest = "latest",
        Coming = "coming",
        Refused = "refused",
        Before = "before",
        After = "after",
        Compare = "compare",
        Comparing = "comparing",
        Same = "same",
        Silent = "silent",
        Differ = "differ",
        Changed = "changed",
        Nothing = "nothing",
        Status = "status",
        Added = "added",
        PagesOnly = "pages_only",
        Mixed = "mixed",
        Via = "via",
        Size = "size",
        SizeHow = "size_how",
        Card = "card",
        MuchSmaller = "much_smaller",
        Smaller = "smaller",
        Bigger = "bigger",
        MuchBigger = "much_bigger",
        Millimetre = "millimetre",
        Idle = "idle",
        IdleHow = "idle_how",
        IdleAfter = "idle_after",
        Seconds = "seconds",
        Minutes = "minutes",
        Voices = "voices",
        VoicesYes = "voices_yes",
        VoicesNone = "voices_none",
        VoicesHow = "voices_how",
        VoicesUnsure = "voices_unsure",
        VoicesOwn = "voices_own",
        Clean = "clean",
        CleanHow = "clean_how",
        CleanBegin = "clean_begin",
        Cleaning = "cleaning",
        CleaningLeft = "cleaning_left",
    }
}

/// The words of the staff's screen, by key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KioskWords(BTreeMap<String, String>);

impl KioskWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: KioskWord) -> &str {
        self.0.get(word.key()).map_or("", String::as_str)
    }
}

impl Reader<'_> {
    /// The words of the staff's screen.
    pub(super) fn kiosk_words(&mut self) -> KioskWords {
        let file = format!("{}/kiosk.toml", Language::Fr.code());
        let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else { return KioskWords::default() };
        for word in KioskWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
            self.report(&file, format!("\"{}\" is missing; write it", word.key()));
        }
        for key in texts.keys().filter(|key| KioskWord::ALL.iter().all(|word| word.key() != key.as_str())) {
            self.report_reference(&file, format!("\"{key}\" is not a word that the kiosk uses; delete it"));
        }
        KioskWords(texts)
    }
}
