//! A fact that a register may tell, and that patients read as "not told by the hospital" where it does not.

use std::fmt;

macro_rules! facts {
    ($($(#[$meta:meta])* $name:ident = $english:literal,)*) => {
        /// A fact that can be left out. `Display` says in English what is not told. It has no French of its own: the register editor
        /// says so at the field of the fact, whose label names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)] // Each variant is what stands beside it.
        pub enum Fact { $($(#[$meta])* $name,)* }

        impl fmt::Display for Fact {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Fact::$name => $english,)* })
            }
        }
    };
}

facts! {
    // The site.
    Page = "the address of this page, for links, QR codes and posters",
    Projects = "the address of your list of projects that reuse data, and of their results",
    Contacts = "whom patients can ask",
    ReachDesk = "how to reach the desk",
    ReachDpo = "how to reach the data protection officer",
    ReachUsersCommission = "how to reach the commission des usagers",
    LastReview = "the date of the last review",
    NextReview = "the date of the next review",
    Author = "who wrote this",
    Funding = "who pays for the tools or for this page",
    // The texts of a use.
    OneLine = "one sentence about it",
    When = "when it happens",
    Data = "which data it uses",
    Cannot = "what it cannot know or do",
    Missed = "how it can miss something",
    FalseAlarm = "how it can be wrong",
    Team = "what the team does about errors",
    LessSure = "for whom it is less sure",
    IfNot = "what happens if I do not want it",
    // The facts of a use.
    Department = "the department",
    Product = "the product's name",
    Maker = "who makes it",
    InUseSince = "since when it is in use",
    Device = "whether it is a medical device",
    CeClass = "the class of its CE marking",
    CeSince = "since when it is CE marked",
    Training = "whether data are reused to train software",
    Commercial = "whether there is a commercial reuse",
    Performance = "how well it works",
    Study = "the study",
    TestedOn = "who was in the study",
    Hosting = "where the data are hosted",
    HostingOrganisation = "who hosts the data",
    HostingCountry = "in which country the data are hosted",
    HostingHds = "whether the host is certified for health data",
    Kept = "how long data are kept",
    // How the tool is made and watched.
    ToolVersion = "which version is in use",
    MakerCountry = "in which country the maker is",
    Made = "how it was made, and with which data",
    Benefit = "what it has brought to patients",
    BenefitMeasured = "where and by whom it was measured",
    Watched = "how it is watched once in use",
    ErrorsReviewed = "who looks at its errors each year",
    Report = "whether the report says that it helped",
    StaffTrained = "which staff are trained in it",
    PatientsTookPart = "how patients took part",
    // A reuse.
    Who = "who reuses the data",
    WhatFor = "what it is for",
    WhichData = "which data",
    Protection = "how people are protected",
    EffectOnCare = "the effect on care",
    Limits = "what a no does not do",
    // A question.
    AfterYes = "what happens after a yes",
    AfterNo = "what happens after a no",
}
