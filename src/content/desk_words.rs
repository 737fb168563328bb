//! The words of the desk's page and of the files for software: French, because the desk is in France.

use super::Language;
use super::placeholders::fill;
use super::reader::Reader;
use super::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// The name of one text for the desk.
    DeskWord {
        Title = "title",
        Lead = "lead",
        CodeLabel = "code_label",
        CodeHint = "code_hint",
        ReadCode = "read_code",
        FileLabel = "file_label",
        Next = "next",
        Erased = "erased",
        NoProgram = "no_program",
        Stopped = "stopped",
        ProblemTitle = "problem_title",
        ProblemForeign = "problem_foreign",
        ProblemCharacter = "problem_character",
        ProblemKeyboard = "problem_keyboard",
        ProblemLength = "problem_length",
        ProblemCheck = "problem_check",
        ProblemNewer = "problem_newer",
        ProblemOther = "problem_other",
        ProblemMeaningless = "problem_meaningless",
        ProblemSeveral = "problem_several",
        FileTooLarge = "file_too_large",
        FileNotText = "file_not_text",
        FileNotJson = "file_not_json",
        FileForeign = "file_foreign",
        FileNewer = "file_newer",
        FileNewerLanguage = "file_newer_language",
        FileBroken = "file_broken",
        OddShape = "odd_shape",
        OddNoDay = "odd_no_day",
        OddTwice = "odd_twice",
        OddNothingToDecide = "odd_nothing_to_decide",
        OddHalfAnswered = "odd_half_answered",
        OddNotOffered = "odd_not_offered",
        OddOtherWords = "odd_other_words",
        RecordTitle = "record_title",
        Day = "day",
        NoDay = "no_day",
        ReadAs = "read_as",
        LevelClear = "level_clear",
        LevelSimple = "level_simple",
        Behalf = "behalf",
        NoBehalf = "no_behalf",
        NoText = "no_text",
        WarningExample = "warning_example",
        WarningOtherSite = "warning_other_site",
        WarningOld = "warning_old",
        WarningFuture = "warning_future",
        WarningAltered = "warning_altered",
        WarningUnknownText = "warning_unknown_text",
        WarningNotReadBack = "warning_not_read_back",
        WarningFile = "warning_file",
        ChangedTitle = "changed_title",
        ReadBack = "read_back",
        ReadBackDone = "read_back_done",
        ReadBackBefore = "read_back_before",
        ReadBackNoDay = "read_back_no_day",
        Outputs = "outputs",
        Line = "line",
        LineText = "line_text",
        LineBy = "line_by",
        LineDay = "line_day",
        LineNoDay = "line_no_day",
        LineNothing = "line_nothing",
        LineReadBack = "line_read_back",
        LineProposed = "line_proposed",
        SaidAgreed = "said_agreed",
        SaidRefused = "said_refused",
        SaidObjected = "said_objected",
        SaidLeft = "said_left",
        SaidTalk = "said_talk",
        SaidAsked = "said_asked",
        SaidOpen = "said_open",
        FhirR4 = "fhir_r4",
        FhirR4LeavesOut = "fhir_r4_leaves_out",
        FhirR4Pcf = "fhir_r4_pcf",
        FhirR4PcfLeavesOut = "fhir_r4_pcf_leaves_out",
        FhirR5 = "fhir_r5",
        FhirR5LeavesOut = "fhir_r5_leaves_out",
        AsCollection = "as_collection",
        AsTransaction = "as_transaction",
        ToFill = "to_fill",
        Guide = "guide",
        Receipt = "receipt",
        Copy = "copy",
        Copied = "copied",
        Selected = "selected",
        Save = "save",
        NotASignature = "not_a_signature",
        PatientToFill = "patient_to_fill",
        ByPatient = "by_patient",
        ByParent = "by_parent",
        ByRepresentative = "by_representative",
        ByUnknown = "by_unknown",
        Notice = "notice",
        LanguageRead = "language_read",
        ReadBackOn = "read_back_on",
        LawObject = "law_object",
        LawAgree = "law_agree",
        TalkFirst = "talk_first",
        General = "general",
        Indicated = "indicated",
    }
}

/// The words of the desk, by key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeskWords(BTreeMap<String, String>);

impl DeskWords {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: DeskWord) -> &str {
        self.0.get(word.key()).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, word: DeskWord, args: &[(&str, &str)]) -> String {
        fill(self.get(word), args)
    }
}

impl Reader<'_> {
    /// The words of the desk.
    pub(super) fn desk_words(&mut self) -> DeskWords {
        let file = format!("{}/desk.toml", Language::Fr.code());
        let Some(texts) = self.read::<BTreeMap<String, String>>(&file) else { return DeskWords::default() };
        for word in DeskWord::ALL.iter().filter(|word| !texts.contains_key(word.key())) {
            self.report(&file, format!("\"{}\" is missing; write it", word.key()));
        }
        for key in texts.keys().filter(|key| DeskWord::ALL.iter().all(|word| word.key() != key.as_str())) {
            self.report_reference(&file, format!("\"{key}\" is not a word that the desk uses; delete it"));
        }
        DeskWords(texts)
    }
}
