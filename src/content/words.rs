//! The short words of the interface: buttons, labels, headings.
//!
//! Each has a name here and a text in `content/<language>/words.toml`, which serves every level; where that is too hard
//! for the simple level, `content/<language>/simple/words.toml` has another. A name without a text, or a text without a
//! name, is found by the content checker. The page carries them as a list in the order of [`Word::ALL`].

use super::placeholders::fill;
use super::reader::{Reader, readings_in};
use super::{Date, Language, Level, Reading, Rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of texts: an enum, the list of all, and the key of each in its file.
macro_rules! words {
    ($(#[$meta:meta])* $enum:ident { $($name:ident = $key:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)] // The text in the French file says what each one is.
        pub enum $enum { $($name,)* }

        impl $enum {
            /// Every one of them.
            pub const ALL: &[$enum] = &[$($enum::$name,)*];

            /// The key in the file.
            pub fn key(self) -> &'static str {
                match self { $($enum::$name => $key,)* }
            }
        }
    };
}
pub(super) use words;

words! {
    /// The name of one short text.
    Word {
        Title = "title",
        Skip = "skip",
        Languages = "languages",
        Levels = "levels",
        LevelClear = "level_clear",
        LevelSimple = "level_simple",
        HowOneReads = "how_one_reads",
        Contents = "contents",
        InFr = "in_fr",
        InEn = "in_en",
        InAr = "in_ar",
        InEs = "in_es",
        InPt = "in_pt",
        InRo = "in_ro",
        InTr = "in_tr",
        InRu = "in_ru",
        Unreviewed = "unreviewed",
        Separator = "separator",
        OneMoment = "one_moment",
        Stopped = "stopped",
        CutOff = "cut_off",
        ReadingWaits = "reading_waits",
        ReadingMissing = "reading_missing",
        Translated = "translated",
        KioskNotReady = "kiosk_not_ready",
        KioskStopped = "kiosk_stopped",
        Example = "example",
        OnlyIn = "only_in",
        NotTold = "not_told",
        NotToldPractice = "not_told_practice",
        GapsMark = "gaps_mark",
        GapsTitle = "gaps_title",
        GapsLead = "gaps_lead",
        YesPlain = "yes_plain",
        NoPlain = "no_plain",
        More = "more",
        ForExample = "for_example",
        StartShort = "start_short",
        CareShort = "care_short",
        RightsShort = "rights_short",
        WishesShort = "wishes_short",
        SheetShort = "sheet_short",
        LettersShort = "letters_short",
        GlossaryShort = "glossary_short",
        StartUsed = "start_used",
        StartFor = "start_for",
        StartDecides = "start_decides",
        StartSay = "start_say",
        StartAsk = "start_ask",
        StartAskTeam = "start_ask_team",
        HowItWorks = "how_it_works",
        MomentsTitle = "moments_title",
        MomentsLead = "moments_lead",
        MomentsShown = "moments_shown",
        MomentsSee = "moments_see",
        MomentsAll = "moments_all",
        WalkTitle = "walk_title",
        WalkBegin = "walk_begin",
        WalkLeave = "walk_leave",
        WalkEnd = "walk_end",
        WalkEndLead = "walk_end_lead",
        NamedTitle = "named_title",
        NamedLead = "named_lead",
        NamedUnknown = "named_unknown",
        NamedUnread = "named_unread",
        QuizTitle = "quiz_title",
        QuizLead = "quiz_lead",
        QuizRight = "quiz_right",
        QuizOther = "quiz_other",
        FiguresTitle = "figures_title",
        FiguresLead = "figures_lead",
        FigureSource = "figure_source",
        OutOf = "out_of",
        GeneralUsed = "general_used",
        GeneralFor = "general_for",
        GeneralSay = "general_say",
        GeneralCare = "general_care",
        GeneralWishes = "general_wishes",
        GeneralContacts = "general_contacts",
        RegisterBroken = "register_broken",
        AskSomeone = "ask_someone",
        AskTeam = "ask_team",
        AllContacts = "all_contacts",
        Desk = "desk",
        DeskLine = "desk_line",
        DeskFor = "desk_for",
        Dpo = "dpo",
        DpoFor = "dpo_for",
        UsersCommission = "users_commission",
        UsersCommissionFor = "users_commission_for",
        ContactsTitle = "contacts_title",
        CareTitle = "care_title",
        CareLead = "care_lead",
        StageBefore = "stage_before",
        StageBeforeMeans = "stage_before_means",
        StageDuring = "stage_during",
        StageDuringMeans = "stage_during_means",
        StageAfter = "stage_after",
        StageAfterMeans = "stage_after_means",
        StageHome = "stage_home",
        StageHomeMeans = "stage_home_means",
        StageBehind = "stage_behind",
        StageBehindMeans = "stage_behind_means",
        OwnTool = "own_tool",
        StageNone = "stage_none",
        StageOthers = "stage_others",
        StageAlso = "stage_also",
        TheSoftware = "the_software",
        TheTool = "the_tool",
        TheHuman = "the_human",
        RegimeInform = "regime_inform",
        RegimeRequest = "regime_request",
        RegimeObject = "regime_object",
        RegimeAgree = "regime_agree",
        AgreeMeans = "agree_means",
        ObjectMeans = "object_means",
        RequestMeans = "request_means",
        FactWhen = "fact_when",
        FactPerformance = "fact_performance",
        NetCall = "net_call",
        NetSee = "net_see",
        HelpHere = "help_here",
        HelpTeam = "help_team",
        HelpTold = "help_told",
        ForSamu = "for_samu",
        ForEurope = "for_europe",
        ForInWriting = "for_in_writing",
        ForDespair = "for_despair",
        Emergency = "emergency",
        EmergencyLine = "emergency_line",
        FactErrors = "fact_errors",
        ErrorMissed = "error_missed",
        ErrorFalseAlarm = "error_false_alarm",
        ErrorTeam = "error_team",
        FactCannot = "fact_cannot",
        FactLessSure = "fact_less_sure",
        FactDevice = "fact_device",
        FactData = "fact_data",
        FactHosting = "fact_hosting",
        FactKept = "fact_kept",
        FactTraining = "fact_training",
        FactCommercial = "fact_commercial",
        FactIfNot = "fact_if_not",
        FactDepartment = "fact_department",
        FactProduct = "fact_product",
        FactMaker = "fact_maker",
        FactSince = "fact_since",
        FactContact = "fact_contact",
        FactAsk = "fact_ask",
        AskHint = "ask_hint",
        FactTool = "fact_tool",
        ToolVersion = "tool_version",
        ToolCountry = "tool_country",
        ToolMade = "tool_made",
        ToolBenefit = "tool_benefit",
        ToolMeasured = "tool_measured",
        ToolWatched = "tool_watched",
        ToolReviewed = "tool_reviewed",
        ToolReport = "tool_report",
        ToolTrained = "tool_trained",
        ToolPatients = "tool_patients",
        ToolNoReport = "tool_no_report",
        UntoldVersion = "untold_version",
        UntoldCountry = "untold_country",
        UntoldMade = "untold_made",
        UntoldBenefit = "untold_benefit",
        UntoldMeasured = "untold_measured",
        UntoldWatched = "untold_watched",
        UntoldReviewed = "untold_reviewed",
        UntoldReport = "untold_report",
        UntoldTrained = "untold_trained",
        UntoldPatients = "untold_patients",
        FactWhatFor = "fact_what_for",
        FactWho = "fact_who",
        FactProtection = "fact_protection",
        FactEffect = "fact_effect",
        FactLimits = "fact_limits",
        DeviceYes = "device_yes",
        DeviceNo = "device_no",
        DeviceClass = "device_class",
        DeviceClassOpen = "device_class_open",
        DeviceSince = "device_since",
        DeviceSinceOpen = "device_since_open",
        DeviceLimit = "device_limit",
        HostedBy = "hosted_by",
        HostedIn = "hosted_in",
        HostedHds = "hosted_hds",
        HostedCertified = "hosted_certified",
        HostedNotCertified = "hosted_not_certified",
        PeopleHadIt = "people_had_it",
        PeopleFound = "people_found",
        PeopleMissed = "people_missed",
        PeopleFalseAlarm = "people_false_alarm",
        PeopleLeftAlone = "people_left_alone",
        PeoplePicture = "people_picture",
        PeopleStudy = "people_study",
        PeopleTestedOn = "people_tested_on",
        PeopleLimit = "people_limit",
        RightsTitle = "rights_title",
        RightsLead = "rights_lead",
        ReusesTitle = "reuses_title",
        ReusesLead = "reuses_lead",
        ReusesProjects = "reuses_projects",
        RightsCareTeam = "rights_care_team",
        RightsRecord = "rights_record",
        RightsDataUse = "rights_data_use",
        RightsDecisions = "rights_decisions",
        RightsHealthSpace = "rights_health_space",
        RightsPeople = "rights_people",
        RightsComplaint = "rights_complaint",
        RightsLater = "rights_later",
        RightWho = "right_who",
        RightHow = "right_how",
        RightDelay = "right_delay",
        RightCost = "right_cost",
        RightLimits = "right_limits",
        RightSources = "right_sources",
        RightLetter = "right_letter",
        WishesTitle = "wishes_title",
        WishesLead = "wishes_lead",
        AnswerAgree = "answer_agree",
        AnswerRefuse = "answer_refuse",
        AnswerLeave = "answer_leave",
        AnswerObject = "answer_object",
        AnswerTalkFirst = "answer_talk_first",
        TalkUnderAgree = "talk_under_agree",
        TalkUnderObject = "talk_under_object",
        ToCount = "to_count",
        CountsElsewhere = "counts_elsewhere",
        CountsUnknown = "counts_unknown",
        ClearAnswer = "clear_answer",
        EraseAll = "erase_all",
        EraseSure = "erase_sure",
        EraseSpare = "erase_spare",
        EraseNow = "erase_now",
        Noted = "noted",
        TakenOff = "taken_off",
        LeftOpen = "left_open",
        Erased = "erased",
        RequestsGeneral = "requests_general",
        RequestsPerUse = "requests_per_use",
        RequestsToo = "requests_too",
        RequestExplanation = "request_explanation",
        RequestHumanReading = "request_human_reading",
        RequestOtherOpinion = "request_other_opinion",
        RequestTalk = "request_talk",
        Asked = "asked",
        ToAskTitle = "to_ask_title",
        ToAskLead = "to_ask_lead",
        ToAskGeneral = "to_ask_general",
        Picked = "picked",
        SheetTitle = "sheet_title",
        SheetLead = "sheet_lead",
        BehalfTitle = "behalf_title",
        BehalfHelp = "behalf_help",
        BehalfMe = "behalf_me",
        BehalfMyChild = "behalf_my_child",
        BehalfRepresented = "behalf_represented",
        SheetBehalf = "sheet_behalf",
        SheetLanguage = "sheet_language",
        SheetLanguageHint = "sheet_language_hint",
        SheetHead = "sheet_head",
        SheetDate = "sheet_date",
        SheetVersion = "sheet_version",
        SheetAsked = "sheet_asked",
        SheetAgreed = "sheet_agreed",
        SheetRefused = "sheet_refused",
        SheetObjected = "sheet_objected",
        SheetLeft = "sheet_left",
        SheetTalk = "sheet_talk",
        SheetToAsk = "sheet_to_ask",
        SheetOpen = "sheet_open",
        SheetGoesOn = "sheet_goes_on",
        SheetSide = "sheet_side",
        SheetNothing = "sheet_nothing",
        SheetTranslated = "sheet_translated",
        NotAnswered = "not_answered",
        AiInGeneral = "ai_in_general",
        ToCareTeam = "to_care_team",
        ToDesk = "to_desk",
        ToDpo = "to_dpo",
        ToElsewhere = "to_elsewhere",
        SheetNet = "sheet_net",
        HandOver = "hand_over",
        ChannelCareTeam = "channel_care_team",
        ChannelDesk = "channel_desk",
        ChannelDpo = "channel_dpo",
        ChannelElsewhere = "channel_elsewhere",
        ByHandName = "by_hand_name",
        ByHandQuestions = "by_hand_questions",
        NothingSent = "nothing_sent",
        ReadBack = "read_back",
        ShowCode = "show_code",
        CodeContains = "code_contains",
        CodePicture = "code_picture",
        CodeTooLong = "code_too_long",
        SaveRecord = "save_record",
        PicksOnPaper = "picks_on_paper",
        Keep = "keep",
        KeepMeans = "keep_means",
        Kept = "kept",
        KeptNowhere = "kept_nowhere",
        KeptFormer = "kept_former",
        KeptStill = "kept_still",
        KeptOn = "kept_on",
        KeptFound = "kept_found",
        KeptMeanwhile = "kept_meanwhile",
        KeptUnread = "kept_unread",
        TakeUp = "take_up",
        Forget = "forget",
        Forgotten = "forgotten",
        ChangesTitle = "changes_title",
        ChangesNone = "changes_none",
        ChangeNew = "change_new",
        ChangeChanged = "change_changed",
        ChangeGone = "change_gone",
        ChangeBefore = "change_before",
        LettersTitle = "letters_title",
        LettersLead = "letters_lead",
        LettersSent = "letters_sent",
        LetterWhen = "letter_when",
        LetterSays = "letter_says",
        LetterArticle = "letter_article",
        LetterDelay = "letter_delay",
        LetterEnclose = "letter_enclose",
        LetterAfter = "letter_after",
        LetterItself = "letter_itself",
        LetterPrint = "letter_print",
        LetterCopy = "letter_copy",
        LetterSave = "letter_save",
        LetterCopied = "letter_copied",
        LetterSelected = "letter_selected",
        LetterFor = "letter_for",
        Change = "change",
        Print = "print",
        PrintWithout = "print_without",
        Unstyled = "unstyled",
        WayBack = "way_back",
        WayBackLink = "way_back_link",
        NotPrinted = "not_printed",
        NotPrintedHere = "not_printed_here",
        Framed = "framed",
        OpenPage = "open_page",
        OpenPageAddress = "open_page_address",
        GlossaryTitle = "glossary_title",
        GlossaryLead = "glossary_lead",
        AboutTitle = "about_title",
        AboutMore = "about_more",
        AboutSilence = "about_silence",
        AllThere = "all_there",
        AboutEclaire = "about_eclaire",
        AboutSimple = "about_simple",
        AboutLaw = "about_law",
        NoticeVersion = "notice_version",
        NoticeFingerprint = "notice_fingerprint",
        LastReview = "last_review",
        NextReview = "next_review",
        Author = "author",
        Funding = "funding",
        Overdue = "overdue",
        Staff = "staff",
        StaffProblems = "staff_problems",
        January = "january",
        February = "february",
        March = "march",
        April = "april",
        May = "may",
        June = "june",
        July = "july",
        August = "august",
        September = "september",
        October = "october",
        November = "november",
        December = "december",
        FirstOfMonth = "first_of_month",
        Day = "day",
        MonthOfYear = "month_of_year",
        KioskLead = "kiosk_lead",
        KioskLanguage = "kiosk_language",
        KioskSize = "kiosk_size",
        SizeNormal = "size_normal",
        SizeLarge = "size_large",
        SizeLargest = "size_largest",
        KioskContrast = "kiosk_contrast",
        ContrastNormal = "contrast_normal",
        ContrastHigh = "contrast_high",
        KioskAloud = "kiosk_aloud",
        AloudHint = "aloud_hint",
        AloudNone = "aloud_none",
        AloudPause = "aloud_pause",
        AloudResume = "aloud_resume",
        KioskSilence = "kiosk_silence",
        KioskHands = "kiosk_hands",
        KioskBegin = "kiosk_begin",
        KioskNext = "kiosk_next",
        KioskBack = "kiosk_back",
        KioskStep = "kiosk_step",
        KioskBar = "kiosk_bar",
        KioskCover = "kiosk_cover",
        KioskCovered = "kiosk_covered",
        KioskUncover = "kiosk_uncover",
        KioskFinish = "kiosk_finish",
        IdleTitle = "idle_title",
        IdleLeft = "idle_left",
        IdleStay = "idle_stay",
        KioskVersion = "kiosk_version",
        KioskChecked = "kiosk_checked",
        KioskStaff = "kiosk_staff",
        KioskLook = "kiosk_look",
    }
}

impl Word {
    /// What languages are called, and what dates are made of.
    pub const NAMES_AND_DATES: &[Word] = &[
        Word::InFr,
        Word::InEn,
        Word::InAr,
        Word::InEs,
        Word::InPt,
        Word::InRo,
        Word::InTr,
        Word::InRu,
        Word::January,
        Word::February,
        Word::March,
        Word::April,
        Word::May,
        Word::June,
        Word::July,
        Word::August,
        Word::September,
        Word::October,
        Word::November,
        Word::December,
        Word::FirstOfMonth,
        Word::Day,
        Word::MonthOfYear,
    ];

    /// The words of the sheet. Together with `NAMES_AND_DATES`, `KEPT`, `NAMED` and `OF_READING` they are all that the
    /// browser draws; tests draw the sheet and what is kept with these words alone.
    pub const ON_SHEET: &[Word] = &[
        Word::Separator,
        Word::Example,
        Word::OnlyIn,
        Word::NotTold,
        Word::NotToldPractice,
        Word::AnswerAgree,
        Word::AnswerRefuse,
        Word::AnswerLeave,
        Word::AnswerObject,
        Word::AnswerTalkFirst,
        Word::RequestExplanation,
        Word::RequestHumanReading,
        Word::RequestOtherOpinion,
        Word::RequestTalk,
        Word::BehalfMe,
        Word::BehalfMyChild,
        Word::BehalfRepresented,
        Word::SheetBehalf,
        Word::SheetHead,
        Word::SheetDate,
        Word::SheetVersion,
        Word::SheetAsked,
        Word::SheetAgreed,
        Word::SheetRefused,
        Word::SheetObjected,
        Word::SheetLeft,
        Word::SheetTalk,
        Word::SheetToAsk,
        Word::SheetOpen,
        Word::SheetGoesOn,
        Word::SheetSide,
        Word::SheetNothing,
        Word::SheetTranslated,
        Word::NotAnswered,
        Word::AiInGeneral,
        Word::ToCareTeam,
        Word::ToDesk,
        Word::ToDpo,
        Word::ToElsewhere,
        Word::SheetNet,
        Word::EmergencyLine,
        Word::HandOver,
        Word::ChannelCareTeam,
        Word::ChannelDesk,
        Word::ChannelDpo,
        Word::ChannelElsewhere,
        Word::ByHandName,
        Word::ByHandQuestions,
        Word::NothingSent,
        Word::CodeContains,
        Word::CodePicture,
        Word::CodeTooLong,
        Word::Change,
    ];

    /// The words of a practice's slip, beside those that are its own, names and dates: that nobody has read a translation.
    pub const ON_SLIP: &[Word] = &[Word::Unreviewed];

    /// The words of another reading that has to come first.
    pub const OF_READING: &[Word] = &[Word::ReadingWaits, Word::ReadingMissing];

    /// The words of what a link names.
    pub const NAMED: &[Word] = &[Word::NamedTitle, Word::NamedLead, Word::NamedUnknown, Word::NamedUnread];

    /// The words of what was kept on a device.
    pub const KEPT: &[Word] = &[
        Word::Keep,
        Word::KeepMeans,
        Word::Kept,
        Word::KeptNowhere,
        Word::KeptFormer,
        Word::KeptStill,
        Word::KeptOn,
        Word::KeptFound,
        Word::KeptMeanwhile,
        Word::KeptUnread,
        Word::TakeUp,
        Word::Forget,
        Word::ChangesTitle,
        Word::ChangesNone,
        Word::ChangeNew,
        Word::ChangeChanged,
        Word::ChangeGone,
        Word::ChangeBefore,
    ];
}

/// The short texts of one language at one level.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words(Vec<String>);

/// The words in a language and at a level or, if there are none, those that come nearest.
pub fn nearest(all: &[(Reading, Words)], reading: Reading) -> &Words {
    static NONE: Words = Words::none();
    let far = |one: Reading| (one.language != reading.language, one.level != reading.level);
    all.iter().min_by_key(|(one, _)| far(*one)).map_or(&NONE, |(_, words)| words)
}

impl Words {
    /// No texts at all.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// From texts in the order of [`Word::ALL`].
    pub fn new(texts: Vec<String>) -> Self {
        Self(texts)
    }

    /// Only these words; the others become empty, so that every word keeps its place.
    pub fn only(&self, words: &[&[Word]]) -> Words {
        let keep = |word: &Word| {
            let kept = words.iter().any(|some| some.contains(word));
            if kept { self.get(*word).to_owned() } else { String::new() }
        };
        Words(Word::ALL.iter().map(keep).collect())
    }

    /// Without these words, which become empty.
    pub fn without(mut self, words: &[Word]) -> Words {
        for word in words {
            if let Some(text) = self.0.get_mut(*word as usize) {
                text.clear();
            }
        }
        self
    }

    /// The texts, each in its place, but for those that are said of a reading before it is there ([`Word::OF_READING`]).
    pub fn of_what_is_read(&mut self) -> impl Iterator<Item = &mut String> {
        let said_before = |at: usize| Word::OF_READING.iter().any(|word| *word as usize == at);
        self.0.iter_mut().enumerate().filter(move |(at, _)| !said_before(*at)).map(|(_, text)| text)
    }

    /// One text. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, word: Word) -> &str {
        self.0.get(word as usize).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, word: Word, args: &[(&str, &str)]) -> String {
        fill(self.get(word), args)
    }

    /// A date as people write it in this language.
    pub fn date(&self, date: Date) -> String {
        const MONTHS: [Word; 12] = [
            Word::January,
            Word::February,
            Word::March,
            Word::April,
            Word::May,
            Word::June,
            Word::July,
            Word::August,
            Word::September,
            Word::October,
            Word::November,
            Word::December,
        ];
        let names = MONTHS.get(usize::from(date.month) - 1).map_or("", |month| self.get(*month));
        // Where a month has another form beside a day, both stand there: `октября/октябрь`.
        let (month, alone) = names.split_once('/').unwrap_or((names, names));
        let year = date.year.to_string();
        match date.day {
            Some(1) => self.fill(Word::FirstOfMonth, &[("month", month), ("year", &year)]),
            Some(day) => {
                self.fill(Word::Day, &[("day", &day.to_string()), ("month", month), ("year", &year)])
            }
            None => self.fill(Word::MonthOfYear, &[("month", alone), ("year", &year)]),
        }
    }
}

impl Reader<'_> {
    /// The words of each language and level.
    pub(super) fn words(&mut self) -> BTreeMap<Reading, Words> {
        let mut all = BTreeMap::new();
        for language in Language::ALL {
            let file = format!("{}/words.toml", language.code());
            let Some(texts) = self.words_of(&file) else { continue };
            let needed = |word: &&Word| **word != Word::Unreviewed || !language.is_checked();
            for word in Word::ALL.iter().filter(needed).filter(|word| !texts.contains_key(word.key())) {
                self.report(&file, format!("\"{}\" is missing; write it in this language", word.key()));
            }
            for reading in readings_in(language, &self.levels()) {
                let mut texts = texts.clone();
                if reading.level != Level::Clear {
                    texts.extend(self.words_instead(reading, &texts));
                }
                let text = |word: &Word| texts.get(word.key()).cloned().unwrap_or_default();
                all.insert(reading, Words::new(Word::ALL.iter().map(text).collect()));
            }
        }
        all
    }

    /// The words that are written otherwise at another level.
    fn words_instead(
        &mut self,
        reading: Reading,
        clear: &BTreeMap<String, String>,
    ) -> BTreeMap<String, String> {
        let file = format!("{}/words.toml", reading.texts());
        let Some(texts) = self.words_of(&file) else { return BTreeMap::new() };
        for key in texts.iter().filter(|(key, text)| clear.get(*key) == Some(text)).map(|(key, _)| key) {
            let message =
                format!("\"{key}\" is the same as in {}/words.toml; delete it", reading.language.code());
            self.report_reference(&file, message);
        }
        texts
    }

    fn words_of(&mut self, file: &str) -> Option<BTreeMap<String, String>> {
        let texts: BTreeMap<String, String> = self.read(file)?;
        for key in texts.keys().filter(|key| Word::ALL.iter().all(|word| word.key() != key.as_str())) {
            let message = format!("\"{key}\" is not a word that the interface uses; delete it");
            self.report_as(Rule::Reference, file, message);
        }
        Some(texts)
    }
}
