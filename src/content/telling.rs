//! How the register editor tells in French what the program knows as data: a problem of a register, a remark on an imported card.
//!
//! A telling has a name here, a text in `content/fr/editor.toml` and the placeholders that may stand in it. Which telling a kind
//! of problem or remark has is for the editor to say: this module must not know what a register is.

use super::placeholders::{Piece, fill, pieces};
use super::reader::Reader;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// The name of one telling.
pub trait Telling: Copy + fmt::Debug + 'static {
    /// Every one of them.
    const ALL: &'static [Self];
    /// The key in the file.
    fn key(self) -> &'static str;
    /// What is put into the text.
    fn placeholders(self) -> &'static [&'static str];
}

macro_rules! tellings {
    ($(#[$meta:meta])* $enum:ident { $($name:ident = $key:literal ($($placeholder:literal),*),)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)] // The text in the French file says what each one is.
        pub enum $enum { $($name,)* }

        impl Telling for $enum {
            const ALL: &'static [$enum] = &[$($enum::$name,)*];

            fn key(self) -> &'static str {
                match self { $($enum::$name => $key,)* }
            }

            fn placeholders(self) -> &'static [&'static str] {
                match self { $($enum::$name => &[$($placeholder),*],)* }
            }
        }
    };
}

tellings! {
    /// The name of the French for a kind of problem.
    ProblemText {
        NotJson = "not_json" ("line", "column"),
        ToFill = "to_fill" (),
        NoObject = "no_object" ("found"),
        NoList = "no_list" ("found"),
        NoText = "no_text" ("found"),
        NotByLanguage = "not_by_language" ("found"),
        NoYesNo = "no_yes_no" ("found"),
        NoNumber = "no_number" ("found"),
        NoName = "no_name" ("found"),
        NoDate = "no_date" ("found"),
        NoPageLanguage = "no_page_language" ("found"),
        NoChoice = "no_choice" ("found"),
        Character = "character" ("code", "at"),
        TooLong = "too_long" ("most", "found"),
        TooMany = "too_many" ("most", "found"),
        Phone = "phone" ("found"),
        UnknownKey = "unknown_key" (),
        KeyTwice = "key_twice" (),
        UnknownLanguage = "unknown_language" ("code"),
        LanguageTwice = "language_twice" (),
        Version = "version" ("found"),
        OfferedTwice = "offered_twice" (),
        NotOffered = "not_offered" (),
        PageForeign = "page_foreign" ("found"),
        PageCharacter = "page_character" ("found"),
        PageMore = "page_more" ("found"),
        PageFile = "page_file" ("found"),
        PageLong = "page_long" (),
        PagePort = "page_port" ("found"),
        PagePath = "page_path" ("found"),
        ProjectsAddress = "projects_address" ("found"),
        ReviewBefore = "review_before" ("last", "found"),
        Unreachable = "unreachable" (),
        NameTwice = "name_twice" (),
        NotInCatalogue = "not_in_catalogue" ("found"),
        MomentTwice = "moment_twice" (),
        NoSuchMoment = "no_such_moment" ("found"),
        NoStage = "no_stage" (),
        NotASentence = "not_a_sentence" (),
        NoRegime = "no_regime" (),
        LessSay = "less_say" (),
        RequestUnderInform = "request_under_inform" (),
        NoRequest = "no_request" (),
        QuestionUnder = "question_under" (),
        NoQuestion = "no_question" (),
        QuestionTwice = "question_twice" (),
        NothingAfterNo = "nothing_after_no" (),
        NobodyForObjection = "nobody_for_objection" (),
        NoContact = "no_contact" (),
        ClassOfNoDevice = "class_of_no_device" (),
        UnknownClass = "unknown_class" ("found"),
        People = "people" ("found"),
        Sum = "sum" ("of", "sum"),
        Untold = "untold" ("text"),
        UntoldPage = "untold_page" (),
        UntoldIn = "untold_in" (),
    }
}

tellings! {
    /// The name of the French for a kind of remark on an imported card.
    RemarkText {
        OnlyHoldsThePlace = "only_holds_the_place" (),
        UntilItIsYours = "until_it_is_yours" (),
        RequestsOfAll = "requests_of_all" (),
        Shortened = "shortened" (),
        Says = "says" ("found"),
        ClassInEurope = "class_in_europe" (),
        NotTaken = "not_taken" ("found"),
        IfSoHere = "if_so_here" ("found"),
        ToWorkOut = "to_work_out" ("found"),
        OtherGoal = "other_goal" ("found"),
        Decides = "decides" ("found"),
        ForWhom = "for_whom" ("found"),
        MakerDoes = "maker_does" ("found"),
        OfProduct = "of_product" ("found"),
        AskAboutEurope = "ask_about_europe" ("found"),
        SaysNoRegime = "says_no_regime" ("found"),
        SilentNoRegime = "silent_no_regime" (),
        CatalogueBrings = "catalogue_brings" (),
        MakersEnglish = "makers_english" (),
        SilentMissing = "silent_missing" (),
        SilentEmpty = "silent_empty" (),
        SilentInstead = "silent_instead" ("found"),
        NotPlainOpening = "not_plain_opening" (),
        NotPlainSoftware = "not_plain_software" (),
        NotPlainPerson = "not_plain_person" (),
        NotPlainData = "not_plain_data" (),
        NotPlainLimit = "not_plain_limit" (),
        NotPlainMade = "not_plain_made" (),
        NotPlainPatients = "not_plain_patients" (),
        NotPlainLessSure = "not_plain_less_sure" (),
        NoOneClass = "no_one_class" (),
        NotYourFirstDay = "not_your_first_day" (),
        Hosting = "hosting" (),
        Training = "training" (),
        NobodyCounted = "nobody_counted" (),
    }
}

/// The French texts of all tellings of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Tellings<T> {
    texts: BTreeMap<String, String>,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T> Default for Tellings<T> {
    fn default() -> Self {
        Tellings { texts: BTreeMap::new(), of: PhantomData }
    }
}

impl<T: Telling> Tellings<T> {
    /// One text as it is written. Empty only if the content is broken, which the content checker does not let through.
    pub fn get(&self, telling: T) -> &str {
        self.texts.get(telling.key()).map_or("", String::as_str)
    }

    /// One text with its `{placeholders}` filled.
    pub fn fill(&self, telling: T, args: &[(&str, &str)]) -> String {
        fill(self.get(telling), args)
    }
}

impl Reader<'_> {
    /// Every telling has a text, every text a telling, and just the placeholders of that telling.
    pub(super) fn check_tellings<T: Telling>(&mut self, file: &str, tellings: &Tellings<T>) {
        for telling in T::ALL.iter().filter(|one| !tellings.texts.contains_key(one.key())) {
            self.report(file, format!("\"{}\" is missing; write it", telling.key()));
        }
        for (key, text) in &tellings.texts {
            let Some(telling) = T::ALL.iter().find(|one| one.key() == key) else {
                self.report_reference(file, format!("\"{key}\" is the French of nothing; delete it"));
                continue;
            };
            let known = telling.placeholders();
            for piece in pieces(text) {
                if let Piece::Placeholder(name) = piece
                    && !known.contains(&name)
                {
                    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
                    let message = format!("\"{key}\": nothing is put into {{{name}}}; what is: {known}");
                    self.report_reference(file, message);
                }
            }
            let says = |name: &str| pieces(text).any(|piece| piece == Piece::Placeholder(name));
            for name in known.iter().filter(|name| !says(name)) {
                self.report(file, format!("\"{key}\" does not say {{{name}}}; put it in"));
            }
        }
    }
}
