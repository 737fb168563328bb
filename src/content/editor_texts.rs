//! The words of the register editor, and what each field of the format is called there: French, because its staff are in
//! France. The fields themselves come from the format; this module must not know them, a test compares both.

use super::Language;
use super::placeholders::fill;
use super::reader::Reader;
use super::telling::{ProblemText, RemarkText, Tellings};
use super::words::words;
use serde::Deserialize;
use std::collections::BTreeMap;

words! {
    /// The name of one text of the register editor.
    EditorWord {
        Title = "title",
        Lead = "lead",
        NoProgram = "no_program",
        Stopped = "stopped",
        StartTitle = "start_title",
        StartOwn = "start_own",
        StartOwnMeans = "start_own_means",
        StartEmpty = "start_empty",
        StartEmptyMeans = "start_empty_means",
        StartHospital = "start_hospital",
        StartPractice = "start_practice",
        StartExampleMeans = "start_example_means",
        StartFile = "start_file",
        StartCard = "start_card",
        StartCardMeans = "start_card_means",
        NotARegister = "not_a_register",
        NotACard = "not_a_card",
        CardNoXml = "card_no_xml",
        CardOtherRoot = "card_other_root",
        CardOtherVersion = "card_other_version",
        Unsaved = "unsaved",
        TakeUp = "take_up",
        ThrowAway = "throw_away",
        ThrownAway = "thrown_away",
        Undo = "undo",
        Redo = "redo",
        New = "new",
        Kept = "kept",
        NotKept = "not_kept",
        KeptElsewhere = "kept_elsewhere",
        Outline = "outline",
        PaneRegister = "pane_register",
        PaneSite = "pane_site",
        Uses = "uses",
        Reuses = "reuses",
        AddUse = "add_use",
        AddReuse = "add_reuse",
        Untitled = "untitled",
        CountErrors = "count_errors",
        CountGap = "count_gap",
        CountGaps = "count_gaps",
        MoveUp = "move_up",
        MoveDown = "move_down",
        RemoveItem = "remove_item",
        PickUse = "pick_use",
        PickReuse = "pick_reuse",
        PickLead = "pick_lead",
        Search = "search",
        SearchHint = "search_hint",
        FoundCount = "found_count",
        FoundOne = "found_one",
        FoundNone = "found_none",
        AddThis = "add_this",
        Already = "already",
        AddOwn = "add_own",
        Back = "back",
        NotToldChoice = "not_told_choice",
        Yes = "yes",
        No = "no",
        AsCatalogue = "as_catalogue",
        ByCatalogue = "by_catalogue",
        OfCatalogue = "of_catalogue",
        MissingFacts = "missing_facts",
        MissingOne = "missing_one",
        MissingNone = "missing_none",
        AddItem = "add_item",
        Remove = "remove",
        OtherProblems = "other_problems",
        RemoveUnknown = "remove_unknown",
        Panel = "panel",
        PanelPreview = "panel_preview",
        PanelProblems = "panel_problems",
        PanelTodo = "panel_todo",
        PanelFiles = "panel_files",
        PreviewLanguage = "preview_language",
        PreviewLevel = "preview_level",
        PreviewLeftOut = "preview_left_out",
        ErrorsTitle = "errors_title",
        ErrorsNone = "errors_none",
        GapsTitle = "gaps_title",
        GapsLead = "gaps_lead",
        GapsNone = "gaps_none",
        GoTo = "go_to",
        TodoLead = "todo_lead",
        TakenOver = "taken_over",
        LeftOpen = "left_open",
        ToDecide = "to_decide",
        FromElement = "from_element",
        FilesLead = "files_lead",
        SaveRegister = "save_register",
        SaveRegisterMeans = "save_register_means",
        SavePage = "save_page",
        SavePageMeans = "save_page_means",
        SavePosterA4 = "save_poster_a4",
        SavePosterA3 = "save_poster_a3",
        SavePosterMeans = "save_poster_means",
        SaveFrame = "save_frame",
        SaveElement = "save_element",
        SaveSnippetMeans = "save_snippet_means",
        FilesPatients = "files_patients",
        NoAddress = "no_address",
        WithErrors = "with_errors",
        KeptTitle = "kept_title",
        KeptWhere = "kept_where",
        Forget = "forget",
        Forgotten = "forgotten",
        FileTooLarge = "file_too_large",
        FileUtf16 = "file_utf16",
        FileOlderEncoding = "file_older_encoding",
        FileBinary = "file_binary",
        FilePdf = "file_pdf",
        FileTooMany = "file_too_many",
        FoundEmptyText = "found_empty_text",
        FoundNoLanguage = "found_no_language",
        FoundList = "found_list",
        FoundObject = "found_object",
    }
}

/// Everything that the register editor says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditorTexts {
    words: BTreeMap<String, String>,
    /// By the name of a list of choices, what each choice is called.
    pub choices: BTreeMap<String, BTreeMap<String, String>>,
    /// By the name of a group of fields, its parts in the order of the form.
    pub groups: BTreeMap<String, Vec<EditorPart>>,
    /// What the checker says, in French.
    pub problems: Tellings<ProblemText>,
    /// What the report on an imported card says, in French.
    pub remarks: Tellings<RemarkText>,
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditorPart {
    /// Its heading.
    pub title: Option<String>,
    /// Whether it is closed until someone needs it.
    #[serde(default)]
    pub folded: bool,
    /// Its fields, in this order.
    pub fields: Vec<EditorField>,
}

/// What a field is called.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditorField {
    /// Its key in the register.
    pub key: String,
    /// Its label.
    pub label: String,
    /// What to write there.
    pub help: Option<String>,
}

impl EditorTexts {
    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: EditorWord) -> &str {
        self.words.get(word.key()).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, word: EditorWord, args: &[(&str, &str)]) -> String {
        fill(self.get(word), args)
    }

    /// What a choice is called; its code where it has no name.
    pub fn choice<'a>(&'a self, list: &str, code: &'a str) -> &'a str {
        self.choices.get(list).and_then(|names| names.get(code)).map_or(code, String::as_str)
    }

    /// The parts of a group.
    pub fn parts(&self, group: &str) -> &[EditorPart] {
        self.groups.get(group).map_or(&[], Vec::as_slice)
    }

    /// What a field of a group is called.
    pub fn field(&self, group: &str, key: &str) -> Option<&EditorField> {
        self.parts(group).iter().flat_map(|part| &part.fields).find(|field| field.key == key)
    }
}

impl Reader<'_> {
    /// The words of the register editor.
    pub(super) fn editor_texts(&mut self) -> EditorTexts {
        let file = format!("{}/editor.toml", Language::Fr.code());
        let Some(texts) = self.read::<EditorTexts>(&file) else { return EditorTexts::default() };
        for word in EditorWord::ALL.iter().filter(|word| !texts.words.contains_key(word.key())) {
            self.report(&file, format!("\"{}\" is missing; write it", word.key()));
        }
        let known = |key: &str| EditorWord::ALL.iter().any(|word| word.key() == key);
        for key in texts.words.keys().filter(|key| !known(key)) {
            self.report_reference(&file, format!("\"{key}\" is not a word that the editor uses; delete it"));
        }
        self.check_tellings(&file, &texts.problems);
        self.check_tellings(&file, &texts.remarks);
        texts
    }
}
